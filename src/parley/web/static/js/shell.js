// What every page does: carry the form token, follow the record, open pages by keys.

const meta = (name) => document.querySelector(`meta[name="${name}"]`)?.content ?? "";

document.addEventListener("htmx:configRequest", (event) => {
  event.detail.headers["X-Form-Token"] = meta("form-token");
});

/** Tell the page that the record is another; those that can renew themselves listen for `record-changed`. */
function follow() {
  const source = new EventSource("/events");
  let seen = meta("record-version");
  source.addEventListener("version", ({ data }) => {
    if (data === seen) return;
    seen = data;
    const renewing = new CustomEvent("record-changed", { cancelable: true, detail: { version: data } });
    if (document.body.dispatchEvent(renewing)) announce();
  });
  addEventListener("pagehide", () => source.close());
}

/** Offer to show what is new; a page that is being read does not jump. */
function announce() {
  const news = document.getElementById("news");
  news.hidden = false;
  news.querySelector("button").onclick = () => location.reload();
}

const typing = (element) => element.closest("input, textarea, select, [contenteditable]");

/** g, then a letter, opens a page; / goes to the search. */
function keys() {
  let waiting = false;
  document.addEventListener("keydown", (event) => {
    if (typing(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
    if (waiting) {
      waiting = false;
      document.querySelector(`nav a[data-key="${CSS.escape(event.key)}"]`)?.click();
    } else if (event.key === "g") {
      waiting = true;
      setTimeout(() => (waiting = false), 1500);
    } else if (event.key === "/") {
      event.preventDefault();
      document.querySelector(".find input")?.focus();
    }
  });
}

/** On narrow screens the menu is closed until it is asked for. */
function menu() {
  const element = document.querySelector("details.menu");
  const narrow = matchMedia("(max-width: 60rem)");
  const fit = () => element?.toggleAttribute("open", !narrow.matches);
  narrow.addEventListener("change", fit);
  fit();
}

menu();
keys();
if (document.querySelector("nav")) follow();
