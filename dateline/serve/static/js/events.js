// The page of events: one set of filters over map, timeline and table; the address reproduces all of it.
import { ask, element, toast } from "./api.js";
import { showHolders, showLegend } from "./legend.js";
import { captioned, keep } from "./picture.js";
import { Timeline } from "./timeline.js";

const FILTERS = ["type", "actor", "place", "from", "to", "said_by", "status", "modality", "sources", "on_map"];
const form = document.getElementById("filters");
const words = document.getElementById("map-words");
const timeline = new Timeline(document.getElementById("timeline"), {
  range: (from, to) => { fill({ from, to }); refresh(); },
  unit: () => { state.set("unit", timeline.unit); refresh({ only: "timeline" }); },
  asOf: () => refresh({ only: "territory" }),
});
let state = new URLSearchParams(location.search);
let map = null;
let drawn = 0;
let asked = 0;
let opener = null;

/** What is not empty of the filters, and of other parts of the address where they are named. */
function query(...others) {
  const found = new URLSearchParams();
  for (const name of [...FILTERS, ...others]) if (state.get(name)) found.set(name, state.get(name));
  return found;
}

function fill(values) {
  for (const [name, value] of Object.entries(values)) if (form.elements[name]) form.elements[name].value = value;
}

function remember({ push = false } = {}) {
  const all = query("order", "offset", "unit", "as_of", "at", "event");
  if (all.get("order") === "latest") all.delete("order");
  const address = `${location.pathname}${all.size ? `?${all}` : ""}`.replaceAll("%2C", ",").replaceAll("%2F", "/");
  if (address !== location.pathname + location.search) history[push ? "pushState" : "replaceState"](null, "", address);
}

/** Show what the filters say. `only`: the part that changed. */
async function refresh({ only = "all", push = true } = {}) {
  for (const name of [...FILTERS, "order"]) state.set(name, form.elements[name].value.trim());
  if (only === "all") state.delete("offset");
  state.set("as_of", timeline.asOf);
  remember({ push });
  const mine = ++asked;
  const parts = { table: showTable, map: showMap, timeline: showTimeline, territory: showTerritory };
  const wanted = Object.entries(parts).filter(([name]) => only === "all" || only === name);
  exportLinks();
  document.body.setAttribute("aria-busy", "true");
  try {
    await Promise.all(wanted.map(([, show]) => show(() => mine === asked || only !== "all")));
  } catch (error) {
    toast(error.message, { bad: true });
  } finally {
    if (mine === asked) document.body.removeAttribute("aria-busy");
  }
}

async function showTable(stands) {
  const answer = await fetch(`/events?${query("order", "offset")}`, { headers: { "HX-Request": "true" } });
  const found = new DOMParser().parseFromString(await answer.text(), "text/html");
  if (!stands()) return;
  const section = found.getElementById("found");
  if (section) document.getElementById("found").replaceWith(section);
  else toast(found.body.textContent.trim().slice(0, 300), { bad: true });
  markRow(state.get("event"));
  tellMap();
}

async function showMap(stands) {
  if (!map) return;
  const found = await ask(`/api/events.geojson?${query()}`);
  if (!stands()) return;
  drawn = found.features.length;
  map.setEvents(found.features);
  tellMap();
  const id = state.get("event");
  if (!id) return;
  if (map.choose(id)) return markRow(id);
  state.delete("event");
  map.close();
  remember();
}

async function showTimeline(stands) {
  const bare = query("unit");
  bare.delete("from");
  bare.delete("to");
  const found = await ask(`/api/events/histogram?${bare}`);
  if (stands()) timeline.show(found, state.get("from"), state.get("to"));
}

async function showTerritory(stands) {
  const day = timeline.asOf;
  const { features } = day ? await ask(`/api/territory.geojson?as_of=${day}`) : { features: [] };
  if (!stands() || day !== timeline.asOf) return;
  map?.setTerritory(features);
  showHolders(document.getElementById("holders"), features, day);
}

function tellMap() {
  const found = document.getElementById("found");
  const total = Number(found.dataset.total);
  const rest = total - drawn - Number(found.dataset.placeless);
  if (!map) return;
  words.textContent = `${drawn.toLocaleString("en")} of ${total.toLocaleString("en")} events on the map`;
  const pointless = document.getElementById("pointless");
  if (pointless && rest > 0) pointless.textContent = `, ${rest.toLocaleString("en")} a place whose point is not known`;
}

function choose(id, { fly = false, from = null } = {}) {
  opener = from;
  if (!map?.choose(id, { fly })) return;
  state.set("event", id);
  markRow(id);
  remember();
}

function markRow(id) {
  for (const row of document.querySelectorAll("#found tr[data-event]")) row.toggleAttribute("aria-current", row.dataset.event === id);
  document.querySelector("#found tr[aria-current]")?.setAttribute("aria-current", "true");
}

function exportLinks() {
  const unmasked = document.getElementById("unmasked")?.checked;
  for (const link of document.querySelectorAll("[data-export]")) {
    const asked = query();
    asked.set("form", link.dataset.export);
    if (unmasked) asked.set("unmasked", "true");
    link.href = `/api/events/export?${asked}`;
  }
}

async function picture() {
  const canvas = await map.picture();
  if (!canvas) return toast("This browser draws the map without WebGL, of which no picture can be made.", { bad: true });
  const filters = [...query()].map(([name, value]) => `${name.replace("_", " ")}: ${value}`).join("; ") || "all events";
  const day = new Date().toISOString().slice(0, 10);
  const lines = [`${filters}${timeline.asOf ? `; who holds what on ${timeline.asOf}` : ""}`, `${words.textContent}. Hatched: somewhere in that area. Made on ${day} with Dateline.`, "Boundaries: Natural Earth; their depiction says nothing about legal status."];
  return keep(await captioned(canvas, document.getElementById("found-words").textContent, lines), `dateline-events-${day}.png`);
}

function place() {
  const numbers = (state.get("at") ?? "").split(",").map(Number);
  return numbers.length === 3 && numbers.every(Number.isFinite) ? { lat: numbers[0], lon: numbers[1], zoom: numbers[2] } : null;
}

async function open() {
  const frame = document.getElementById("map");
  const on = {
    moved: ({ lat, lon, zoom }) => { state.set("at", `${lat},${lon},${zoom}`); remember(); },
    chosen: (id) => choose(id),
    closed: () => { state.delete("event"); markRow(null); remember(); if (opener?.isConnected) opener.focus(); opener = null; },
  };
  words.textContent = "The map is being drawn …";
  try {
    const webgl = document.createElement("canvas").getContext("webgl2");
    const { openMap } = webgl ? await import("./map.js") : { openMap: (await import("./plainmap.js")).openPlainMap };
    map = await openMap(frame, { view: place(), on });
    document.getElementById("picture").disabled = !webgl;
    frame.dataset.ready = webgl ? "map" : "plain";
  } catch (error) {
    words.textContent = `The map could not be drawn (${error.message}). All events stand in the table.`;
  }
}

form.addEventListener("submit", (event) => { event.preventDefault(); refresh(); });
form.addEventListener("change", () => refresh());
document.getElementById("picture").addEventListener("click", () => picture().catch((error) => toast(error.message, { bad: true })));
document.getElementById("unmasked")?.addEventListener("change", exportLinks);
document.addEventListener("click", (event) => {
  const link = event.target.closest("#found [data-set]");
  const button = event.target.closest("#found .show");
  if (button) choose(button.closest("tr").dataset.event, { fly: true, from: button });
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const [name, value] = link.dataset.set.split("=");
  if (name === "offset") state.set("offset", value);
  else { fill({ [name]: value }); state.delete("offset"); }
  refresh({ only: name === "on_map" ? "all" : "table" }).then(() => document.getElementById("found-words").focus({ preventScroll: name !== "offset" }));
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && map) map.close();
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || !event.target.matches("#found .show")) return;
  event.preventDefault();
  const buttons = [...document.querySelectorAll("#found .show")];
  buttons[buttons.indexOf(event.target) + step]?.focus();
});
addEventListener("popstate", () => {
  state = new URLSearchParams(location.search);
  fill(Object.fromEntries([...FILTERS, "order"].map((name) => [name, state.get(name) ?? (name === "order" ? "latest" : "")])));
  timeline.asOf = state.get("as_of");
  timeline.unit = state.get("unit");
  refresh({ push: false });
});
let typing = 0;
form.elements.actor.addEventListener("input", () => {
  clearTimeout(typing);
  typing = setTimeout(async () => {
    const found = await ask(`/api/actors?q=${encodeURIComponent(form.elements.actor.value)}`).catch(() => []);
    const told = (one) => [one.kind, one.country, `${one.reports} reports`].filter(Boolean).join(", ");
    document.getElementById("actors").replaceChildren(...found.map((one) => element("option", { value: one.name }, told(one))));
  }, 200);
});

showLegend(document.getElementById("legend"));
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => showLegend(document.getElementById("legend")));
timeline.asOf = state.get("as_of");
timeline.unit = state.get("unit");
const first = [showTimeline(() => true), open().then(() => Promise.all([showMap(() => true), showTerritory(() => true)]))];
Promise.all(first).then(() => { document.body.dataset.shown = "true"; }, (error) => toast(error.message, { bad: true }));
