// Draws what was claimed of talks over time. Everything drawn stands in the list below it, too.

const data = JSON.parse(document.getElementById("timeline-data").textContent);
const figure = document.getElementById("timeline");
const canvas = figure.querySelector(".canvas");
const tip = document.getElementById("tip");

const DAY = 86_400_000;
const LANE = 12, HEAD = 20, GAP = 30, MARK = 4.2;
const day = (iso) => new Date(`${iso}T00:00:00Z`);
const noon = (iso) => new Date(+day(iso) + DAY / 2);
const pair = (d3Type, turn = 0) => ({ path: d3.symbol(d3Type, 60)(), turn });

/** Who claims it is told by the shape; further sides turn the triangle on. */
const SHAPES = {
  mediator: pair(d3.symbolDiamond),
  both: pair(d3.symbolSquare),
  source: pair(d3.symbolCross),
  report: pair(d3.symbolCircle),
};
const sides = data.groups.map(([key]) => key).filter((key) => !(key in SHAPES));
sides.forEach((key, number) => (SHAPES[key] = pair(d3.symbolTriangle, [-90, 90, 0, 180][number % 4])));
const shade = (group) => (group in { mediator: 1, both: 1, source: 1, report: 1 } ? group : `side-${sides.indexOf(group) % 4}`);

const killed = d3.scaleSqrt().domain([0, Math.max(10, d3.max(data.circles, (one) => one.high) ?? 0)]).range([2.5, 26]);

/* Where everything is from top to bottom, which no zoom changes. */

function laidOut() {
  let top = 50;
  const panels = data.panels.filter((panel) => panel.rungs.length).map((panel) => {
    const begin = top;
    const rungs = panel.rungs.map(([rung, words, groups]) => {
      const one = { rung, words, groups, top, height: HEAD + Math.max(1, groups.length) * LANE + 5 };
      top += one.height;
      return one;
    });
    const made = { ...panel, rungs, top: begin, bottom: top };
    top += GAP;
    return made;
  });
  const ground = data.circles.length ? top + 14 : top - GAP + 6;
  return { panels, ground, bottom: ground + (data.circles.length ? 30 : 0) };
}

const plan = laidOut();
const panelOf = (track) => plan.panels.find((one) => one.track === track);
const rungOf = (track, rung) => panelOf(track)?.rungs.find((one) => one.rung === rung);
const laneY = (track, rung, group) => {
  const one = rungOf(track, rung);
  return one.top + HEAD + (one.groups.indexOf(group) + 0.5) * LANE;
};
const boardY = (track, rung) => rungOf(track, rung).top + HEAD - 5;

/* The drawing itself. */

const svg = d3.select(canvas).append("svg").attr("role", "group").attr("aria-label", document.getElementById("over-time").textContent);
const clip = svg.append("clipPath").attr("id", "inside").append("rect");
const layer = (name) => svg.append("g").attr("class", name);
const back = layer("back"), rows = layer("rows"), axis = layer("axis"), names = layer("names");
const inside = layer("inside").attr("clip-path", "url(#inside)");
const [tracks, rises, board, circles, marks] = ["tracks", "rises", "board", "circles", "marks"].map((name) => inside.append("g").attr("class", name));
let width = 0, left = 0, x = d3.scaleUtc();

const span = () => {
  const first = data.first ?? data.circles[0]?.first, last = data.last ?? data.circles.at(-1)?.last;
  return first ? [new Date(+day(first) - DAY), new Date(+day(last) + 2 * DAY)] : null;
};
const whole = d3.scaleUtc().domain(span() ?? [0, 1]);

const zoom = d3.zoom().scaleExtent([0.25, 60])
  .filter((event) => (event.type === "wheel" ? event.ctrlKey : !event.button && !(event.touches?.length === 1)))
  .on("zoom", ({ transform }) => { x = transform.rescaleX(whole); place(); });

function fit() {
  width = Math.max(280, canvas.clientWidth);
  left = width < 620 ? 8 : 168;
  whole.range([left + 4, width - 8]);
  svg.attr("viewBox", `0 0 ${width} ${plan.bottom}`).attr("width", width).attr("height", plan.bottom);
  clip.attr("x", left).attr("y", 0).attr("width", width - left).attr("height", plan.bottom);
  x = d3.zoomTransform(svg.node()).rescaleX(whole);
  frame();
  place();
}

/** Rungs and their words. */
function frame() {
  const all = plan.panels.flatMap((panel) => panel.rungs.map((one) => ({ ...one, panel })));
  back.selectAll("rect").data(all).join("rect").attr("class", (one) => `rung at-${one.rung}`)
    .attr("x", left).attr("width", width - left).attr("y", (one) => one.top).attr("height", (one) => one.height);
  const narrow = left < 100;
  rows.selectAll("text.rung").data(all).join("text").attr("class", "rung")
    .attr("x", narrow ? left + 4 : left - 8).attr("text-anchor", narrow ? "start" : "end")
    .each(function (one) { lines(d3.select(this), one.words, narrow ? 60 : 22, narrow ? one.top + 10 : one.top + HEAD); });
  rows.selectAll("text.panel").data(plan.panels).join("text").attr("class", "panel")
    .attr("x", narrow ? left : 2).attr("y", (one) => one.top - 8).text((one) => one.name);
  rows.selectAll("text.ground").data(data.circles.length ? [0] : []).join("text").attr("class", "panel ground")
    .attr("x", narrow ? left : 2).attr("y", narrow ? plan.ground - 30 : plan.ground + 4).text(figure.dataset.killed);
  rows.selectAll("path.ground").data(data.circles.length ? [0] : []).join("path").attr("class", "ground")
    .attr("d", `M${left} ${plan.ground}H${width}`);
}

function lines(text, words, longest, y) {
  const made = [""];
  for (const word of words.split(" ")) {
    if (made.at(-1) && made.at(-1).length + word.length > longest) made.push("");
    made[made.length - 1] += `${made.at(-1) ? " " : ""}${word}`;
  }
  text.selectAll("tspan").data(made).join("tspan").attr("x", text.attr("x")).attr("y", (_, at) => y + at * 13).text((line) => line);
}

/** Everything that moves when the days do. */
function place() {
  if (!span()) return;
  drawAxis();
  drawBands();
  drawTracks();
  drawBoard();
  drawCircles();
  drawMarks();
}

function drawAxis() {
  const ticks = d3.axisTop(x).ticks(Math.max(2, Math.floor((width - left) / 80))).tickSize(-(plan.bottom - 20)).tickSizeOuter(0).tickFormat(named);
  axis.attr("transform", "translate(0,20)").call(ticks);
}

const DATES = { day: d3.utcFormat("%-d %b"), month: d3.utcFormat("%b"), year: d3.utcFormat("%Y"), hour: d3.utcFormat("%H:%M") };

function named(date) {
  if (d3.utcDay(date) < date) return DATES.hour(date);
  if (d3.utcMonth(date) < date || x.domain()[1] - x.domain()[0] < 90 * DAY) return DATES.day(date);
  return d3.utcYear(date) < date ? DATES.month(date) : DATES.year(date);
}

function drawBands() {
  const end = (band) => (band.last ? +day(band.last) + DAY : Math.max(+x.domain()[1], +day(band.first) + DAY));
  const shown = data.bands.filter((band) => panelOf(band.track)).map((band) => {
    const from = Math.max(left, x(day(band.first))), until = Math.min(width, x(end(band)));
    return { ...band, from, until, panel: panelOf(band.track) };
  }).filter((band) => band.until > left && band.from < width);
  back.selectAll("path.band").data(shown).join("path").attr("class", (band) => `band of-${band.track}`)
    .attr("d", (band) => `M${band.from} ${band.panel.top - 4}H${band.until}V${band.panel.bottom}H${band.from}Z`);
  const begin = left < 100 ? left + 84 : -Infinity; // on narrow screens after the name of the panel
  const last = { talks: begin, truce: begin };
  const named = shown.map((band) => {
    const at = Math.max(band.from, last[band.track]);
    last[band.track] = at + band.name.length * 7 + 10;
    return { ...band, at };
  }).filter((band) => band.at < band.from + 170 && band.at + band.name.length * 6 < width);
  const links = names.selectAll("a").data(named, (band) => band.url).join((enter) => {
    const made = enter.append("a");
    made.append("text");
    return made;
  });
  links.attr("href", (band) => band.url).attr("class", "band")
    .select("text").attr("x", (band) => band.at + 3).attr("y", (band) => band.panel.top - 8).text((band) => band.name);
}

function drawTracks() {
  const parts = data.tracks.filter((track) => panelOf(track.track)).flatMap((track) =>
    d3.pairs(track.points).map(([one, next]) => {
      const a = laneY(track.track, one.rung, track.group), b = laneY(track.track, next.rung, track.group);
      return { ...track, style: one.style, d: `M${x(noon(one.day))} ${a}H${x(noon(next.day))}V${b}` };
    }));
  tracks.selectAll("path").data(parts).join("path")
    .attr("class", (part) => `track who-${shade(part.group)} is-${part.style}`).attr("data-group", (part) => part.group).attr("d", (part) => part.d);
}

function drawBoard() {
  const parts = [];
  for (const panel of plan.panels) {
    const steps = data.steps.filter((step) => step.track === panel.track);
    steps.forEach((step, at) => {
      if (step.rung === null) return;
      const from = x(noon(step.day)), until = at + 1 < steps.length ? x(noon(steps[at + 1].day)) : Math.max(from + 6, x(+day(data.last) + DAY));
      const before = steps[at - 1];
      let run = at + 1;
      while (run < steps.length && steps[run].state === step.state) run += 1;
      const held = steps[at - 1]?.state === step.state ? 0 : (run < steps.length ? x(noon(steps[run].day)) : width) - Math.max(from, left);
      parts.push({ ...step, from, until, held, ending: run >= steps.length, y: boardY(step.track, step.rung), rise: before && before.rung !== null ? boardY(step.track, before.rung) : null });
    });
  }
  rises.selectAll("path").data(parts.filter((part) => part.rise !== null)).join("path").attr("class", "rise").attr("d", (part) => `M${part.from} ${part.rise}V${part.y}`);
  const links = board.selectAll("a").data(parts).join((enter) => {
    const made = enter.append("a");
    made.append("path");
    made.append("text");
    return made;
  });
  links.attr("href", (part) => part.tip.url).attr("class", (part) => `step tone-${part.tone} ${part.style}`)
    .attr("aria-label", (part) => said(part.tip, part.why));
  links.select("path").attr("class", (part) => `board tone-${part.tone} ${part.style}`).attr("d", (part) => `M${part.from} ${part.y}H${part.until}`);
  links.select("text").attr("y", (part) => part.y - 5)
    .attr("x", (part) => (tight(part) ? width - 4 : Math.max(part.from, left) + 4)).attr("text-anchor", (part) => (tight(part) ? "end" : "start"))
    .text((part) => (part.held > 0 && (part.ending || part.held > long(part)) ? part.state : ""));
  listen(links, (part) => part.why);
}

/** Room that the name of a state takes; the last one stands at the edge where it has not so much. */
const long = (part) => part.state.length * 6.3 + 6;
const tight = (part) => part.ending && part.held < long(part);

/** Circles of one day stand beside each other as far as they fit, then above. */
function drawCircles() {
  const middle = (one) => x((+day(one.first) + +day(one.last) + DAY) / 2);
  const links = circles.selectAll("a").data(data.circles).join((enter) => {
    const made = enter.append("a");
    for (const name of ["high", "best", "low"]) made.append("circle").attr("class", name);
    return made;
  });
  links.attr("href", (one) => one.tip.url).attr("aria-label", (one) => said(one.tip)).attr("class", (one) => (one.high ? "blow" : "blow bloodless"))
    .attr("transform", (one) => `translate(${middle(one)},${plan.ground})`);
  for (const name of ["high", "best", "low"]) links.select(`.${name}`).attr("r", (one) => (one[name] || name === "high" ? killed(one[name]) : 0));
  listen(links, () => "");
}

function drawMarks() {
  const cells = d3.rollup(data.marks, (of) => of.length, cell);
  const passed = new Map();
  const wide = (mark) => Math.max(4, x(+day(mark.day) + mark.span * DAY) - x(day(mark.day)) - 2);
  const shown = data.marks.map((mark) => {
    const many = cells.get(cell(mark)), at = passed.get(cell(mark)) ?? 0;
    passed.set(cell(mark), at + 1);
    const step = Math.min(2 * MARK + 1.6, (wide(mark) - 2 * MARK) / Math.max(1, many - 1));
    const middle = x(+day(mark.day) + (mark.span * DAY) / 2);
    return { ...mark, x: middle + (at - (many - 1) / 2) * Math.max(1.5, step), y: laneY(mark.track, mark.rung, mark.group) };
  });
  const links = marks.selectAll("a").data(shown).join((enter) => {
    const made = enter.append("a");
    made.append("path");
    made.append("path").attr("class", "bar");
    return made;
  });
  links.attr("href", (mark) => mark.tip.url).attr("aria-label", (mark) => said(mark.tip)).attr("data-group", (mark) => mark.group)
    .attr("class", (mark) => `mark who-${shade(mark.group)} is-${mark.style}`)
    .attr("transform", (mark) => `translate(${mark.x},${mark.y}) scale(${Math.min(2.2, 0.9 + 0.25 * Math.log2(mark.count))})`);
  links.select("path").attr("d", (mark) => SHAPES[mark.group].path).attr("transform", (mark) => `rotate(${SHAPES[mark.group].turn})`);
  links.select("path.bar").attr("d", (mark) => (mark.style === "denied" ? "M-6 6L6 -6" : null));
  listen(links, () => "");
}

const cell = (mark) => `${mark.day} ${mark.track} ${mark.rung} ${mark.group}`;

/* What hovering and the keyboard show. */

const said = (one, more = "") => [one.what, more, one.who, one.cited, one.words].filter(Boolean).join(" · ");
const fetched = new Map();
let leaving = 0;

function listen(links, more) {
  links.on("pointerenter", (event, one) => show(event.currentTarget, one, more(one)))
    .on("focus", (event, one) => show(event.currentTarget, one, more(one)))
    .on("pointerleave", hideSoon).on("blur", hideSoon);
}

async function words(one) {
  if (one.words !== null) return one.words;
  if (!fetched.has(one.more)) {
    const answer = await fetch(one.more);
    fetched.set(one.more, answer.ok ? (await answer.text()).replace(/^“|”$/g, "") : "");
  }
  return fetched.get(one.more);
}

async function show(element, { tip: one }, more) {
  clearTimeout(leaving);
  tip.replaceChildren(line("what", one.what), more ? line("why", more) : "", line("quote", one.words ?? "…"), line("cited", [one.who, one.cited].filter(Boolean).join(" · ")));
  tip.hidden = false;
  tip.current = element;
  move(element);
  const quote = await words(one);
  if (tip.current !== element) return;
  tip.querySelector(".quote").textContent = quote ? `“${quote}”` : "";
  move(element);
}

function line(kind, text) {
  const made = document.createElement("p");
  made.className = kind;
  made.textContent = text;
  return made;
}

/** Below the mark, or above where there is no room. */
function move(element) {
  const mark = element.getBoundingClientRect(), home = figure.getBoundingClientRect();
  const right = home.width - tip.offsetWidth - 4;
  const below = mark.bottom + 8 + tip.offsetHeight < innerHeight;
  const middle = element.classList.contains("step") ? Math.max(mark.left, home.left + left) + 20 : (mark.left + mark.right) / 2;
  tip.style.left = `${Math.max(0, Math.min(right, middle - home.left - tip.offsetWidth / 3))}px`;
  tip.style.top = `${below ? mark.bottom - home.top + 8 : mark.top - home.top - tip.offsetHeight - 8}px`;
}

function hide() {
  tip.hidden = true;
  tip.current = null;
}

function hideSoon() {
  clearTimeout(leaving);
  leaving = setTimeout(hide, 180);
}

tip.addEventListener("pointerenter", () => clearTimeout(leaving));
tip.addEventListener("pointerleave", hideSoon);
document.addEventListener("keydown", (event) => event.key === "Escape" && hide());

/** The arrow keys go from mark to mark in the order of the days. */
canvas.addEventListener("keydown", (event) => {
  const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
  const all = [...canvas.querySelectorAll("a")];
  const next = all[all.indexOf(document.activeElement) + by];
  if (!by || !next) return;
  event.preventDefault();
  next.focus();
});

/* Buttons. */

const MOVES = {
  in: () => svg.call(zoom.scaleBy, 1.6),
  out: () => svg.call(zoom.scaleBy, 1 / 1.6),
  earlier: () => svg.call(zoom.translateBy, (width - left) / 4 / d3.zoomTransform(svg.node()).k, 0),
  later: () => svg.call(zoom.translateBy, -(width - left) / 4 / d3.zoomTransform(svg.node()).k, 0),
  all: () => svg.call(zoom.transform, d3.zoomIdentity),
};
for (const button of figure.querySelectorAll("[data-move]")) button.addEventListener("click", MOVES[button.dataset.move]);

function lift(group) {
  svg.attr("class", group ? "lifting" : null);
  for (const one of canvas.querySelectorAll("[data-group]")) one.classList.toggle("lifted", one.dataset.group === group);
}

for (const button of figure.querySelectorAll("button[data-group]")) {
  const group = button.dataset.group;
  const key = d3.select(button).select("svg").attr("class", `key mark who-${shade(group)} is-agreed`);
  key.append("path").attr("d", SHAPES[group].path).attr("transform", `rotate(${SHAPES[group].turn})`);
  button.addEventListener("click", () => {
    const chosen = button.getAttribute("aria-pressed") !== "true";
    for (const other of figure.querySelectorAll("button[data-group]")) other.setAttribute("aria-pressed", String(other === button && chosen));
    lift(chosen ? group : null);
  });
}
for (const element of figure.querySelectorAll(".key[data-style]")) {
  const key = d3.select(element).attr("class", `key mark who-report is-${element.dataset.style}`);
  key.append("path").attr("d", SHAPES.report.path);
  if (element.dataset.style === "denied") key.append("path").attr("class", "bar").attr("d", "M-6 6L6 -6");
}

if (span()) {
  figure.hidden = false;
  svg.call(zoom).on("dblclick.zoom", null);
  fit();
  let before = canvas.clientWidth;
  new ResizeObserver(() => {
    if (Math.abs(canvas.clientWidth - before) < 2) return;
    before = canvas.clientWidth;
    fit();
  }).observe(canvas);
}
