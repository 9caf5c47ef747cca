// Lists: on a narrow screen the form is folded until it is asked for, or something was.

const form = document.querySelector("details.filters");
if (form && matchMedia("(max-width: 46rem)").matches && !form.dataset.narrowed) form.open = false;
