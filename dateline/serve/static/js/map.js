// The map of events on MapLibre: clusters, areas as wide as places are known, who holds what, popups.
import { areaPopup, eventPopup, holderPopup } from "./popups.js";
import { styleOf } from "./mapstyle.js";
import { HOLDINGS, SHARP, colour, eventSign, familyOf, hatch, holderSign, holdersOf, numberSign, pixels } from "./signs.js";
import { boxOf, circle, loadWorld } from "./world.js";

const NONE = { type: "FeatureCollection", features: [] };
const CLICKED = ["holders", "singles", "numbers", "clusters", "areas", "held"];
const LIST_FROM_ZOOM = 13;
const collection = (features) => ({ type: "FeatureCollection", features });

/** Open the map in an element with `data-world` and `data-map`. Throws when there is no WebGL.
 * `view`: { lat, lon, zoom } or null. `on`: { moved(view), chosen(id), closed() }. */
export async function openMap(frame, { view, on }) {
  const [library, world] = await Promise.all([import(frame.dataset.map), loadWorld(frame.dataset.world)]);
  const map = new library.Map({
    container: frame,
    style: styleOf(world),
    center: view ? [view.lon, view.lat] : [10, 20],
    zoom: view ? view.zoom : 1,
    minZoom: 0,
    maxZoom: 14,
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    fadeDuration: 0,
    locale: { "Map.Title": "Map of events. Arrow keys move it, plus and minus zoom. The table holds the same events." },
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  map.addControl(new library.NavigationControl({ showCompass: false }), "top-right");
  map.addControl(new library.ScaleControl({ maxWidth: 110 }), "bottom-right");
  map.setMissingStyleImageResolver((id) => addSign(map, id));
  await new Promise((resolve, reject) => {
    map.once("load", resolve);
    map.once("error", (event) => reject(event.error));
  });
  return new EventMap(map, library, world, on, view !== null);
}

function addSign(map, id) {
  if (map.hasImage(id)) return;
  const [kind, ...parts] = id.split("-");
  const made = {
    event: () => eventSign(parts[0], parts[1], parts[2] === "sharp"),
    hatch: () => hatch(parts[0]),
    number: () => numberSign(parts[1], parts[0]),
    holder: () => holderSign(parts[0], parts[1].replace("_", "-"), parts[2], parts[3] === "certain"),
  }[kind]?.();
  if (made) map.addImage(id, pixels(made), { pixelRatio: 2 });
}

class EventMap {
  #map;
  #library;
  #on;
  #popup = null;
  #placed;
  #data = { events: NONE, areas: NONE, held: NONE, holders: NONE, chosen: NONE };
  #features = new Map();

  constructor(map, library, world, on, placed) {
    this.#map = map;
    this.#library = library;
    this.#on = on;
    this.#placed = placed;
    map.on("moveend", () => on.moved(this.view));
    map.on("click", (event) => this.#clicked(event));
    map.on("mousemove", (event) => {
      if (!map.isMoving()) map.getCanvas().style.cursor = this.#at(event.point) ? "pointer" : "";
    });
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
      map.setStyle(styleOf(world), { diff: false });
      map.once("styledata", () => Object.entries(this.#data).forEach(([name, data]) => map.getSource(name).setData(data)));
    });
  }

  /** What is in sight, to four decimals. */
  get view() {
    const { lng, lat } = this.#map.getCenter().wrap();
    return { lat: +lat.toFixed(4), lon: +lng.toFixed(4), zoom: +this.#map.getZoom().toFixed(2) };
  }

  /** Show these features of `/api/events.geojson`; the first time all of them come into sight, unless a view was given. */
  setEvents(features) {
    for (const one of features) one.properties.sharp = SHARP.has(one.properties.precision);
    this.#features = new Map(features.map((one) => [one.properties.id, one]));
    this.#show("events", collection(features));
    this.#show("areas", collection(areasOf(features)));
    if (!this.#placed && features.length) {
      this.#placed = true;
      this.#map.fitBounds(boxOf(features.map((one) => one.geometry.coordinates)), { padding: 50, maxZoom: 7, animate: false });
    }
  }

  /** Show who holds what; an empty list takes the layer away. */
  setTerritory(features) {
    const holders = holdersOf(features);
    const placed = features.filter((one) => one.geometry);
    const counted = new Map();
    const signs = placed.map((one) => {
      const { letter, name } = holders.get(one.properties.actor ?? one.properties.holder);
      const key = one.geometry.coordinates.join();
      const number = counted.get(key) ?? 0;
      counted.set(key, number + 1);
      const sign = `holder-${letter}-${name.replace("-", "_")}-${one.properties.type}-${one.properties.holds}`;
      return { ...one, properties: { ...one.properties, sign, offset: [number * 22, -22] } };
    });
    const wide = placed.filter((one) => one.properties.radius_km);
    this.#show("holders", collection(signs));
    this.#show("held", collection(wide.map((one) => ({
      type: "Feature",
      geometry: { type: "Polygon", coordinates: [circle(one.geometry.coordinates, one.properties.radius_km)] },
      properties: { ...one.properties, sure: one.properties.holds === "certain", colour: colour(holders.get(one.properties.actor ?? one.properties.holder).name) },
    }))));
  }

  /** Choose an event: a ring round it and a popup; with `fly` the map goes there. False when it has no point. */
  choose(id, { fly = false } = {}) {
    const found = this.#features.get(id);
    if (!found) return false;
    const { coordinates } = found.geometry;
    const radius = found.properties.radius_km;
    if (fly) {
      const zoom = Math.max(this.#map.getZoom(), radius ? Math.min(9, Math.log2(9000 / radius)) : 7);
      this.#map.easeTo({ center: coordinates, zoom: Math.min(zoom, Math.max(4, Math.log2(9000 / (radius || 60)))) });
    }
    this.#ring(found);
    this.#open(coordinates, eventPopup(found.properties));
    return true;
  }

  /** Take the popup and the ring away. */
  close() {
    this.#popup?.remove();
  }

  /** What is drawn now, as a canvas. */
  picture() {
    return new Promise((resolve) => {
      this.#map.once("render", () => {
        const drawn = this.#map.getCanvas();
        const canvas = document.createElement("canvas");
        canvas.width = drawn.width;
        canvas.height = drawn.height;
        canvas.getContext("2d").drawImage(drawn, 0, 0);
        resolve(canvas);
      });
      this.#map.triggerRepaint();
    });
  }

  #show(name, data) {
    this.#data[name] = data;
    this.#map.getSource(name).setData(data);
  }

  #ring(feature) {
    const { coordinates } = feature.geometry;
    const radius = feature.properties.radius_km;
    const area = { type: "Feature", properties: {}, geometry: { type: "Polygon", coordinates: [radius ? circle(coordinates, radius) : []] } };
    const point = { type: "Feature", properties: {}, geometry: feature.geometry };
    this.#show("chosen", collection(radius ? [point, area] : [point]));
  }

  #open(coordinates, content) {
    const before = this.#popup;
    this.#popup = null;
    before?.remove();
    const popup = new this.#library.Popup({ maxWidth: "22rem", offset: 12 }).setLngLat(coordinates).setDOMContent(content).addTo(this.#map);
    this.#popup = popup;
    popup.on("close", () => {
      if (this.#popup !== popup) return;
      this.#popup = null;
      this.#show("chosen", NONE);
      this.#on.closed();
    });
  }

  #at(point) {
    const layers = CLICKED.filter((one) => this.#map.getLayer(one));
    const found = this.#map.queryRenderedFeatures(point, { layers });
    return found.sort((a, b) => CLICKED.indexOf(a.layer.id) - CLICKED.indexOf(b.layer.id))[0];
  }

  async #clicked(event) {
    const found = this.#at(event.point);
    if (!found) return;
    const { id } = found.layer;
    if (id === "singles") this.#on.chosen(found.properties.id);
    else if (id === "clusters" || id === "numbers") await this.#opened(found);
    else if (id === "areas") this.#listed(this.#inArea(found.properties.key), event.lngLat);
    else this.#open(event.lngLat, holderPopup(found.properties, HOLDINGS));
  }

  /** A cluster parts when the map comes nearer; one whose events lie at one spot is listed. */
  async #opened(cluster) {
    const source = this.#map.getSource("events");
    const leaves = await source.getClusterLeaves(cluster.properties.cluster_id, 1000, 0);
    const [first] = leaves;
    const together = leaves.every((one) => one.geometry.coordinates.join() === first.geometry.coordinates.join());
    const zoom = await source.getClusterExpansionZoom(cluster.properties.cluster_id);
    if (together || zoom > LIST_FROM_ZOOM) this.#listed(leaves, first.geometry.coordinates);
    else this.#map.easeTo({ center: cluster.geometry.coordinates, zoom: Math.min(zoom + 0.3, this.#map.getMaxZoom()) });
  }

  #listed(features, coordinates) {
    this.#open(coordinates, areaPopup(features, (id) => this.#on.chosen(id)));
  }

  #inArea(key) {
    return [...this.#features.values()].filter((one) => keyOf(one) === key);
  }
}

const keyOf = ({ geometry, properties }) => `${geometry.coordinates.join()},${properties.radius_km}`;

/** Each spot once as a circle of its radius, the widest first so that none hides another. */
function areasOf(features) {
  const spots = new Map();
  for (const one of features) {
    if (!one.properties.radius_km) continue;
    const key = keyOf(one);
    if (spots.has(key)) spots.get(key).push(one);
    else spots.set(key, [one]);
  }
  const areas = [...spots].map(([key, held]) => ({
    type: "Feature",
    geometry: { type: "Polygon", coordinates: [circle(held[0].geometry.coordinates, held[0].properties.radius_km)] },
    properties: { key, sharp: held[0].properties.sharp, family: familyOf(held), radius: held[0].properties.radius_km },
  }));
  return areas.sort((a, b) => b.properties.radius - a.properties.radius);
}
