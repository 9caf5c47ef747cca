// Hovering a mark lights its findings and the other way round; n and p go through the findings.

const article = document.querySelector(".text");
const list = document.querySelector(".findings");
const findings = [...list.querySelectorAll(".finding")];

const ids = (element) => element.dataset.f.split(" ").filter((id) => !id.startsWith("at"));

function light(chosen) {
  for (const element of document.querySelectorAll("[data-f].lit")) element.classList.remove("lit");
  for (const id of chosen)
    for (const element of document.querySelectorAll(`[data-f~="${CSS.escape(id)}"]`)) element.classList.add("lit");
}

/** Of overlapping marks only the findings that begin nearest are meant: events before statements, both before names. */
function nearest(element) {
  const all = ids(element);
  const rank = (id) => (id.startsWith("e") ? 0 : id.startsWith("s") ? 1 : 2);
  const first = Math.min(...all.map(rank));
  return all.filter((id) => rank(id) === first);
}

function over(event) {
  const element = event.target.closest?.("[data-f]");
  if (!element) return light([]);
  const chosen = article.contains(element) ? nearest(element) : ids(element);
  light(chosen);
  if (article.contains(element)) show(list.querySelector(`[data-f~="${CSS.escape(chosen[0] ?? "")}"]`));
}

const show = (element) => element?.scrollIntoView({ block: "nearest" });

let at = -1;

function step(by) {
  if (!findings.length) return;
  at = Math.min(findings.length - 1, Math.max(0, at + by));
  const finding = findings[at];
  light(ids(finding));
  finding.focus({ preventScroll: true });
  show(finding);
  article.querySelector(`[data-f~="${CSS.escape(ids(finding)[0])}"]`)?.scrollIntoView({ block: "center" });
}

for (const side of [article, list]) {
  side.addEventListener("pointerover", over);
  side.addEventListener("pointerleave", () => light([]));
}
list.addEventListener("focusin", over);
document.addEventListener("keydown", (event) => {
  if (event.target.closest("input, textarea, select") || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "n") step(1);
  if (event.key === "p") step(-1);
});
document.getElementById("at")?.scrollIntoView({ block: "center" });
