// Draws the ties of the page as a network that is laid out once and stands still.

const { d3 } = window;
const figure = document.querySelector(".network");
const [WIDTH, HEIGHT] = [1000, 620];
const [LETTER, LINE] = [7, 15]; // how wide a letter and how high a line is, about, in units of the drawing

function draw({ nodes, edges }) {
  const tip = figure.querySelector(".tip");
  const tell = (words) => ((tip.textContent = words), (tip.hidden = !words));
  const links = edges.map((edge) => ({ ...edge }));
  const weight = new Map(nodes.map((_, place) => [place, d3.sum(edges, (edge) => (edge.source === place || edge.target === place ? edge.number : 0))]));
  const radius = (place) => 6 + 2 * Math.sqrt(Math.min(60, weight.get(place)));
  const points = nodes.map((node, place) => ({ ...node, place }));
  d3.forceSimulation(points)
    .force("link", d3.forceLink(links).distance((edge) => 190 - 60 * Math.min(1, edge.number / 8)).strength(0.25))
    .force("charge", d3.forceManyBody().strength(-700))
    .force("apart", d3.forceCollide(48))
    .force("x", d3.forceX(WIDTH / 2).strength(0.06))
    .force("y", d3.forceY(HEIGHT / 2).strength(0.11))
    .stop()
    .tick(400);
  fit(points);
  const svg = d3.create("svg").attr("viewBox", `0 0 ${WIDTH} ${HEIGHT}`).attr("role", "group").attr("aria-label", document.title);
  const kinds = [...new Set(edges.map((edge) => edge.kind))];
  svg.append("defs").selectAll("marker").data(kinds).join("marker")
    .attr("id", (kind) => `to-${kind}`).attr("class", (kind) => `kind-${kind}`)
    .attr("viewBox", "0 -4 8 8").attr("refX", 8).attr("markerWidth", 9).attr("markerHeight", 9).attr("markerUnits", "userSpaceOnUse").attr("orient", "auto")
    .append("path").attr("d", "M0,-4L8,0L0,4");
  svg.append("g").selectAll("path").data(links).join("path")
    .attr("class", (edge) => `edge kind-${edge.kind}`)
    .attr("d", (edge) => curve(edge, radius, kinds))
    .attr("stroke-width", (edge) => 1 + 1.3 * Math.sqrt(Math.min(40, edge.number)))
    .attr("marker-end", (edge) => (edge.kind === "meets" ? null : `url(#to-${edge.kind})`))
    .on("pointerenter", (event, edge) => tell(edge.said))
    .on("pointerleave", () => tell(""));
  const node = svg.append("g").selectAll("a").data(points).join("a").attr("class", "node").attr("href", (one) => one.url).attr("aria-label", (one) => one.name)
    .attr("transform", (one) => `translate(${one.x},${one.y})`);
  node.append("circle").attr("r", (one) => radius(one.place));
  const labels = labelled(points, radius, weight);
  node.append("text").attr("aria-hidden", "true").attr("class", (one) => (labels.get(one.place).crowded ? "crowded" : null))
    .attr("text-anchor", (one) => labels.get(one.place).anchor).attr("x", (one) => labels.get(one.place).dx).attr("y", (one) => labels.get(one.place).dy)
    .text((one) => one.name);
  figure.hidden = false;
  figure.prepend(svg.node());
}

/** Everything inside the frame. */
function fit(points) {
  const [left, right] = d3.extent(points, (one) => one.x);
  const [top, bottom] = d3.extent(points, (one) => one.y);
  const scale = Math.min(1, (WIDTH - 220) / Math.max(1, right - left), (HEIGHT - 100) / Math.max(1, bottom - top));
  for (const one of points) {
    one.x = WIDTH / 2 + (one.x - (left + right) / 2) * scale;
    one.y = HEIGHT / 2 - 8 + (one.y - (top + bottom) / 2) * scale;
  }
}

/** Where each name stands: below, above or beside its dot, on no other name or dot; where there is no room it is shown on
 *  hover only. Those with most ties choose first. */
function labelled(points, radius, weight) {
  const taken = points.map((one) => box(one.x, one.y, 2 * radius(one.place), 2 * radius(one.place)));
  const found = new Map();
  for (const one of [...points].sort((a, b) => weight.get(b.place) - weight.get(a.place))) {
    const [r, width] = [radius(one.place), LETTER * one.name.length];
    const places = [
      { anchor: "middle", dx: 0, dy: r + 15, at: box(one.x, one.y + r + 11, width, LINE) },
      { anchor: "middle", dx: 0, dy: -r - 6, at: box(one.x, one.y - r - 10, width, LINE) },
      { anchor: "start", dx: r + 5, dy: 4, at: box(one.x + r + 5 + width / 2, one.y, width, LINE) },
      { anchor: "end", dx: -r - 5, dy: 4, at: box(one.x - r - 5 - width / 2, one.y, width, LINE) },
    ];
    const free = places.find(({ at }) => inside(at) && !taken.some((other) => meet(at, other)));
    if (free) taken.push(free.at);
    found.set(one.place, free ?? { ...places[0], crowded: true });
  }
  return found;
}

const box = (x, y, width, height) => ({ left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 });
const meet = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
const inside = (one) => one.left >= 0 && one.right <= WIDTH && one.top >= 0 && one.bottom <= HEIGHT;

/** Ties of several kinds between the same two bend apart. */
function curve({ source, target, kind }, radius, kinds) {
  const [dx, dy] = [target.x - source.x, target.y - source.y];
  const length = Math.hypot(dx, dy) || 1;
  const bend = 14 + 13 * kinds.indexOf(kind);
  const middle = [(source.x + target.x) / 2 - (dy / length) * bend, (source.y + target.y) / 2 + (dx / length) * bend];
  const end = toward([target.x, target.y], middle, radius(target.place) + 3);
  const start = toward([source.x, source.y], middle, radius(source.place));
  return `M${start}Q${middle},${end}`;
}

function toward([x, y], [ax, ay], by) {
  const length = Math.hypot(ax - x, ay - y) || 1;
  return [x + ((ax - x) / length) * by, y + ((ay - y) / length) * by];
}

if (figure) draw(JSON.parse(document.getElementById("drawing").textContent));
