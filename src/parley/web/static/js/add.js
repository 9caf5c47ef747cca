// Files may be dropped on the form; what was chosen is named.

const area = document.querySelector(".drop");
const input = area.querySelector("input[type=file]");
const chosen = area.querySelector(".chosen");

const tell = () => (chosen.textContent = [...input.files].map((file) => file.name).join(", "));

input.addEventListener("change", tell);
for (const name of ["dragover", "dragenter"])
  document.addEventListener(name, (event) => {
    event.preventDefault();
    area.classList.add("over");
  });
for (const name of ["dragleave", "drop"]) document.addEventListener(name, () => area.classList.remove("over"));
document.addEventListener("drop", (event) => {
  event.preventDefault();
  if (!event.dataTransfer?.files.length) return;
  input.files = event.dataTransfer.files;
  tell();
});
