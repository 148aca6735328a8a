// The map where there is no WebGL: the same outlines and events as plain SVG, without clusters.
import { eventPopup, holderPopup } from "./popups.js";
import { HOLDINGS, SHARP, holdersOf } from "./signs.js";
import { boxOf, circle, loadWorld } from "./world.js";

const SVG = "http://www.w3.org/2000/svg";
const SHOWN = 5000;

/** As `openMap`, with the same methods; `picture` gives null. */
export async function openPlainMap(frame, { on }) {
  const world = await loadWorld(frame.dataset.world);
  return new PlainMap(frame, world, on);
}

class PlainMap {
  #on;
  #drawn;
  #layers = {};
  #popup;
  #features = new Map();
  #box = { x: -180, y: -85, width: 360, height: 170 };

  constructor(frame, world, on) {
    this.#on = on;
    this.#drawn = svg("svg", { class: "plain-map", role: "img", "aria-label": "Map of events. The table holds the same events." });
    for (const shift of [-360, 0, 360]) {
      const copy = svg("g", { transform: `translate(${shift} 0)` });
      copy.append(...world.land.features.filter((one) => one.geometry).map((one) => svg("path", { d: polygonPath(one.geometry.coordinates), class: "plain-land" })));
      this.#drawn.append(copy);
    }
    for (const name of ["areas", "held", "events"]) this.#drawn.append((this.#layers[name] = svg("g", {})));
    this.#popup = document.createElement("div");
    this.#popup.className = "plain-popup";
    this.#popup.hidden = true;
    frame.replaceChildren(this.#drawn, this.#buttons(), this.#popup);
    frame.classList.add("is-plain");
    this.#drawn.addEventListener("click", (event) => {
      const id = event.target.dataset?.event;
      if (id) on.chosen(id);
    });
    this.#look();
  }

  get view() {
    const { x, y, width, height } = this.#box;
    return { lat: +(-(y + height / 2)).toFixed(4), lon: +(x + width / 2).toFixed(4), zoom: +Math.log2(360 / width).toFixed(2) };
  }

  setEvents(features) {
    this.#features = new Map(features.map((one) => [one.properties.id, one]));
    const shown = features.slice(0, SHOWN);
    const vague = shown.filter((one) => !SHARP.has(one.properties.precision) && one.properties.radius_km);
    this.#layers.areas.replaceChildren(...vague.map((one) => svg("path", { d: ringPath(circle(one.geometry.coordinates, one.properties.radius_km)), class: `plain-area tone-${one.properties.family}`, "data-event": one.properties.id })));
    const sharp = shown.filter((one) => SHARP.has(one.properties.precision));
    this.#layers.events.replaceChildren(...sharp.map((one) => dot(one)));
    if (features.length) {
      const [[west, south], [east, north]] = boxOf(features.map((one) => one.geometry.coordinates));
      const width = Math.max(east - west, 2 * (north - south), 4) * 1.3;
      this.#box = { x: (west + east) / 2 - width / 2, y: -(south + north) / 2 - width / 4, width, height: width / 2 };
    }
    this.#look();
  }

  setTerritory(features) {
    const holders = holdersOf(features);
    const placed = features.filter((one) => one.geometry);
    this.#layers.held.replaceChildren(...placed.map((one) => {
      const [lon, lat] = one.geometry.coordinates;
      const { letter } = holders.get(one.properties.actor ?? one.properties.holder);
      const text = svg("text", { x: lon, y: -lat, class: "plain-holder" }, letter);
      text.addEventListener("click", () => this.#open(holderPopup(one.properties, HOLDINGS)));
      return text;
    }));
    this.#look();
  }

  choose(id, { fly = false } = {}) {
    const found = this.#features.get(id);
    if (!found) return false;
    if (fly) {
      const [lon, lat] = found.geometry.coordinates;
      const width = Math.min(this.#box.width, 30);
      this.#box = { x: lon - width / 2, y: -lat - width / 4, width, height: width / 2 };
      this.#look();
    }
    this.#open(eventPopup(found.properties));
    return true;
  }

  close() {
    if (this.#popup.hidden) return;
    this.#popup.hidden = true;
    this.#on.closed();
  }

  picture() {
    return Promise.resolve(null);
  }

  #open(content) {
    const shut = document.createElement("button");
    shut.type = "button";
    shut.textContent = "Close";
    shut.addEventListener("click", () => this.close());
    this.#popup.replaceChildren(content, shut);
    this.#popup.hidden = false;
  }

  #buttons() {
    const made = document.createElement("div");
    made.className = "plain-buttons";
    const moves = { "+": ["nearer", 0.6, 0, 0], "−": ["farther", 1.6, 0, 0], "←": ["west", 1, -0.3, 0], "→": ["east", 1, 0.3, 0], "↑": ["north", 1, 0, -0.3], "↓": ["south", 1, 0, 0.3] };
    for (const [sign, [words, scale, right, down]] of Object.entries(moves)) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = sign;
      button.setAttribute("aria-label", `Map: ${words}`);
      button.addEventListener("click", () => this.#move(scale, right, down));
      made.append(button);
    }
    return made;
  }

  #move(scale, right, down) {
    const { x, y, width, height } = this.#box;
    const wide = Math.min(Math.max(width * scale, 0.5), 360);
    this.#box = { x: x + width / 2 - wide / 2 + right * width, y: y + height / 2 - wide / 4 + down * height, width: wide, height: wide / 2 };
    this.#look();
    this.#on.moved(this.view);
  }

  /** Signs keep their size, whatever the width in degrees. */
  #look() {
    const { x, y, width, height } = this.#box;
    this.#drawn.setAttribute("viewBox", `${x} ${y} ${width} ${height}`);
    for (const one of this.#layers.events.children) one.setAttribute("r", width / 130);
    for (const one of this.#layers.held.children) one.setAttribute("font-size", width / 45);
  }
}

function dot({ geometry, properties }) {
  const [lon, lat] = geometry.coordinates;
  const made = svg("circle", { cx: lon, cy: -lat, class: `plain-dot tone-${properties.family} is-${properties.state}`, "data-event": properties.id });
  made.append(svg("title", {}, `${properties.type}, ${properties.place}, ${properties.days}`));
  return made;
}

const ringPath = (ring) => `M${ring.map(([lon, lat]) => `${lon.toFixed(2)} ${(-lat).toFixed(2)}`).join("L")}Z`;
const polygonPath = (polygons) => polygons.flat().map(ringPath).join("");

function svg(tag, attributes, ...children) {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}
