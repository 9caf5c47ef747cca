// Draws the places of the page on outlines that were shipped with the app; each dot leads to its line below.

const { d3, topojson } = window;
const figure = document.querySelector(".map");
const { spots } = JSON.parse(document.getElementById("drawing").textContent);
const tip = figure.querySelector(".tip");
const [WIDTH, HEIGHT] = [1000, 560];
const KILOMETRES = 111.2; // a degree of latitude

/** Where nine in ten incidents lie, with some room round them; the rest is a step away. */
function extent() {
  const each = spots.flatMap((spot) => Array(Math.min(50, spot.number)).fill(spot));
  const [west, east] = [0.05, 0.95].map((part) => d3.quantile(each, part, (spot) => spot.longitude));
  const [south, north] = [0.05, 0.95].map((part) => d3.quantile(each, part, (spot) => spot.latitude));
  const room = Math.max(1.5, (east - west) * 0.08, (north - south) * 0.08);
  const corners = [
    [west - room, Math.max(-80, south - room)],
    [east + room, Math.min(80, north + room)],
  ];
  return { type: "MultiPoint", coordinates: corners };
}

function draw(world) {
  const countries = topojson.feature(world, world.objects.countries).features;
  const projection = d3.geoMercator().fitSize([WIDTH, HEIGHT], extent());
  const path = d3.geoPath(projection);
  const svg = d3.create("svg").attr("viewBox", `0 0 ${WIDTH} ${HEIGHT}`).attr("role", "group").attr("aria-label", document.title);
  const ground = svg.append("g");
  ground
    .selectAll("path")
    .data(countries)
    .join("path")
    .attr("class", (country) => (spots.some((spot) => spot.precision === 6 && holds(country, spot)) ? "land told" : "land"))
    .attr("d", path);
  const reach = (spot) => Math.abs(projection([spot.longitude, spot.latitude + spot.reach / KILOMETRES])[1] - projection([spot.longitude, spot.latitude])[1]);
  ground.selectAll("circle").data(spots.filter((spot) => spot.reach)).join("circle").attr("class", "reach").attr("r", reach).attr("transform", at(projection));
  const links = svg.append("g").selectAll("a").data(spots).join("a")
    .attr("href", (spot) => `#${spot.id}`)
    .attr("class", (spot) => (spot.killed ? "killed" : null))
    .attr("aria-label", said)
    .on("pointerenter focus", (event, spot) => tell(said(spot)))
    .on("pointerleave blur", () => tell(""));
  links.append("circle").attr("class", "dot").attr("r", (spot) => 4 + 2.2 * Math.sqrt(spot.number));
  links.filter(apart(projection)).append("text").attr("class", "name").attr("x", 9).attr("y", 4).attr("aria-hidden", "true").text((spot) => spot.name);
  const zoom = d3.zoom().scaleExtent([0.05, 60]).filter((event) => event.type !== "wheel" || event.ctrlKey).on("zoom", ({ transform }) => {
    ground.attr("transform", transform);
    links.attr("transform", (spot) => `translate(${transform.apply(projection([spot.longitude, spot.latitude]))})`);
  });
  links.attr("transform", at(projection));
  svg.call(zoom);
  for (const button of figure.querySelectorAll("[data-zoom]"))
    button.addEventListener("click", () => {
      const way = button.dataset.zoom;
      if (way === "all") svg.call(zoom.transform, all(projection));
      else svg.call(zoom.scaleBy, way === "in" ? 1.6 : 1 / 1.6);
    });
  figure.hidden = false;
  figure.prepend(svg.node());
}

/** Whether a name has room beside those of places with more incidents. */
function apart(projection) {
  const taken = [];
  return (spot) => {
    const [x, y] = projection([spot.longitude, spot.latitude]);
    if (taken.some(([otherX, otherY]) => Math.abs(x - otherX) < 90 && Math.abs(y - otherY) < 15)) return false;
    return taken.push([x, y]);
  };
}

/** Everything in the frame. */
function all(projection) {
  const [[left, right], [top, bottom]] = [0, 1].map((axis) => d3.extent(spots, (spot) => projection([spot.longitude, spot.latitude])[axis]));
  const scale = Math.min(1, (0.9 * WIDTH) / Math.max(1, right - left), (0.85 * HEIGHT) / Math.max(1, bottom - top));
  return d3.zoomIdentity.translate(WIDTH / 2, HEIGHT / 2).scale(scale).translate(-(left + right) / 2, -(top + bottom) / 2);
}

const at = (projection) => (spot) => `translate(${projection([spot.longitude, spot.latitude])})`;
const holds = (country, { longitude, latitude }) => d3.geoContains(country, [longitude, latitude]);
const line = (spot) => document.getElementById(spot.id);
const said = (spot) => [line(spot)?.querySelector("h3"), line(spot)?.querySelector("p")].map((part) => part?.textContent.trim()).join(" · ");

function tell(words) {
  tip.textContent = words;
  tip.hidden = !words;
}

if (spots.length) draw(await (await fetch(figure.dataset.outlines)).json());
