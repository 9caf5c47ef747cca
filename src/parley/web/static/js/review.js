// The review queue by keyboard: the next card is there before the answer to the last one was kept.

const room = document.getElementById("review");
const stage = document.getElementById("stage");
const progress = document.getElementById("progress");
const said = document.getElementById("said");
const AHEAD = 6;

/** Cards in the order in which they were dealt: the element, and the words of what was decided, if anything was. */
const cards = [...stage.children].map((element) => ({ element, judged: "" }));
const known = new Set(cards.map((card) => card.element.dataset.card));
const start = Number(cards[0]?.element.dataset.position ?? 1);
let here = 0;
let total = Number(room.dataset.total);
let today = Number(room.dataset.today);
let fetching = null;
let ended = false;
const sending = new Set();

const count = (number) => number.toLocaleString("en");
const token = () => document.querySelector('meta[name="form-token"]').content;

function tell(words) {
  said.textContent = words;
  said.hidden = !words;
}

function tally() {
  if (!progress) return;
  const open = cards.slice(0, here).filter((card) => !card.judged).length;
  const text = progress.dataset.text;
  progress.textContent = text
    .replace("{n}", count(Math.min(start + open, Math.max(total, 1))))
    .replace("{total}", count(total))
    .replace("{done}", count(today));
}

function show(number, focus = true) {
  const card = cards[number];
  document.getElementById("done").hidden = Boolean(card);
  if (!card) {
    stage.replaceChildren();
    here = cards.length;
  } else {
    here = number;
    stage.replaceChildren(card.element);
    mark(card);
    if (focus) card.element.focus({ preventScroll: true });
    scrollTo({ top: 0 });
  }
  tally();
  if (cards.length - here < AHEAD) ahead();
}

function mark(card) {
  const line = card.element.querySelector(".judged");
  line.textContent = card.judged;
  line.hidden = !card.judged;
}

/** Ask for the cards that come after the last one; where that is judged already, after all that were left open. */
function ahead(past = 0) {
  if (fetching || ended || !cards.length) return fetching;
  const open = cards.filter((card) => !card.judged).length;
  const after = cards.at(-1).element.dataset.card;
  const asked = new URLSearchParams({ sort: room.dataset.sort, after, n: start + open + past, count: AHEAD });
  fetching = fetch(`/review/cards?${asked}`, { headers: { "HX-Request": "true" } })
    .then((answer) => (answer.ok ? answer.text() : Promise.reject(new Error(answer.statusText))))
    .then((text) => {
      const dealt = new DOMParser().parseFromString(text, "text/html").querySelectorAll("[data-card]");
      const fresh = [...dealt].filter((element) => !known.has(element.dataset.card));
      ended = dealt.length === 0;
      for (const element of fresh) {
        known.add(element.dataset.card);
        cards.push({ element: document.importNode(element, true), judged: "" });
      }
      fetching = null;
      return fresh.length || ended ? undefined : ahead(past + dealt.length);
    })
    .catch((problem) => {
      fetching = null;
      tell(problem.message);
    });
  return fetching;
}

/** The next card; where it is not there yet, as soon as it is. */
async function next() {
  tell("");
  if (here + 1 >= cards.length && !ended) await ahead();
  show(Math.min(here + 1, cards.length));
}

function previous() {
  if (here > 0) show(here - 1);
  else stage.querySelector('a[data-go="previous"]')?.click();
}

async function send(address, body) {
  const request = fetch(address, {
    method: "POST",
    body,
    headers: { Accept: "application/json", "X-Form-Token": token() },
    keepalive: true,
  }).then((answer) => answer.json());
  sending.add(request);
  try {
    return await request;
  } catch {
    return { said: room.dataset.silent, problem: true, undo: [] };
  } finally {
    sending.delete(request);
  }
}

/** Keep a decision and go on at once; where it could not be kept, the card is open again and the reason is told. */
async function judge(form, button) {
  const card = cards[here];
  const first = !card.judged;
  const stays = form.hasAttribute("data-edit");
  card.judged = button?.firstChild?.textContent.trim() || "…";
  if (first) {
    today += 1;
    total -= 1;
  }
  const kept = send(form.action, new URLSearchParams(new FormData(form, button)));
  if (stays) tally();
  else next();
  const answer = await kept;
  card.judged = answer.problem ? "" : answer.said;
  if (answer.problem) {
    tell(answer.said);
    if (first) {
      today -= 1;
      total += 1;
    }
  }
  mark(card);
  tally();
  if (stays) card.element.focus({ preventScroll: true });
}

/** Show the card of the last decision at once, and take it back when all before it are kept. */
async function undo(form) {
  const last = cards.findLastIndex((card) => card.judged);
  if (last >= 0) show(last);
  await Promise.allSettled(sending);
  const answer = await send(form.action, new URLSearchParams(new FormData(form)));
  tell(answer.said);
  if (answer.problem || last < 0) return;
  cards[last].judged = "";
  today -= 1;
  total += 1;
  mark(cards[last]);
  tally();
}

room.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.getAttribute("action") === "/judge") judge(form, event.submitter);
  else if (form.getAttribute("action") === "/review/undo") undo(form);
  else next();
  event.preventDefault();
});

function toggle(details) {
  if (!details) return;
  details.open = !details.open;
  if (details.open && details.classList.contains("edits")) details.querySelector("select, input:not([type=hidden])")?.focus();
}

const typing = (element) => element.closest("input:not([type=checkbox]), textarea, select");
let elsewhere = 0; // after g a letter opens another page

function press(event) {
  const key = event.key;
  if (key === "?") return toggle(document.getElementById("help"));
  if (key === "n" || key === "j") return next();
  if (key === "p" || key === "k") return previous();
  if (key === "e") return toggle(stage.querySelector(".edits"));
  if (key === "w") return toggle(stage.querySelector(".sure"));
  if (key === "o") return stage.querySelector(".scene a, .cite a.words")?.click();
  const button = room.querySelector(`button[data-key="${CSS.escape(key)}"]`);
  if (button) button.form.requestSubmit(button);
}

document.addEventListener("keydown", (event) => {
  if (event.key === "Shift") return document.body.classList.add("show-keys");
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
  if (event.key === "Escape" && event.target.closest(".edits")) {
    event.target.closest(".edits").open = false;
    cards[here]?.element.focus();
  } else if (event.key === "Enter" && event.target.closest("select, input[type=checkbox]")) {
    event.preventDefault();
    event.target.form.requestSubmit();
  } else if (typing(event.target)) {
    return;
  } else if (event.key === "g") {
    elsewhere = event.timeStamp + 1500;
  } else if (event.timeStamp < elsewhere) {
    elsewhere = 0;
  } else {
    press(event);
  }
});
document.addEventListener("keyup", (event) => {
  if (event.key === "Shift") document.body.classList.remove("show-keys");
});
addEventListener("blur", () => document.body.classList.remove("show-keys"));
document.body.addEventListener("record-changed", (event) => event.preventDefault()); // most changes are made here

if (cards.length) ahead();
if (document.getElementById("unready")) setTimeout(() => location.reload(), 1000);
