// When the record changes the board fetches itself anew; what is being read stays where it is.

const main = document.getElementById("main");

/** The first thing in sight, and how far from the top it stands. */
function place() {
  const shown = [...main.querySelectorAll("[id]")].find((one) => one.getBoundingClientRect().bottom > 0);
  return shown && { id: shown.id, top: shown.getBoundingClientRect().top };
}

function back(to) {
  const element = to && document.getElementById(to.id);
  if (element) scrollBy({ top: element.getBoundingClientRect().top - to.top, behavior: "instant" });
}

/** How to find what has the focus once more: by its id, else by its address. */
function focus() {
  const element = document.activeElement;
  if (!main.contains(element) || element === main) return null;
  if (element.id) return `#${CSS.escape(element.id)}`;
  const address = element.getAttribute("href");
  return address && `a[href="${CSS.escape(address)}"]`;
}

async function renew() {
  const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const to = place(), focused = focus();
  const news = main.querySelector("#changed .changes");
  main.replaceChildren(...page.getElementById("main").children);
  main.querySelector("#changed .changes > p")?.replaceWith(...(news?.childNodes ?? [])); // until it is fetched
  document.querySelector("header .record").replaceWith(page.querySelector("header .record"));
  htmx.process(main);
  if (focused) main.querySelector(focused)?.focus({ preventScroll: true });
  back(to);
}

document.body.addEventListener("record-changed", (event) => {
  if (main.querySelector("form:focus-within input")) return; // somebody is typing: the page offers to show it instead
  event.preventDefault();
  renew();
});
