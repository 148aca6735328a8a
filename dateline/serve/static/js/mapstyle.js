// The layers of the map, from land to signs. Nothing in it is fetched: no tiles, no glyphs, no sprites.
import { colour, tinted } from "./signs.js";

const family = (of) => ["match", of, "force", colour("force"), "words", colour("words"), "cooperation", colour("cooperation"), colour("mixed")];
const none = { type: "FeatureCollection", features: [] };
const whole = (name) => ["==", ["get", name], ["get", "point_count"]];

/** A style for MapLibre over the outlines of `loadWorld`. Areas are polygons, events are points that cluster. */
export function styleOf(world) {
  const sources = {
    land: { type: "geojson", data: world.land, tolerance: 0.5 },
    names: { type: "geojson", data: world.names },
    coasts: { type: "geojson", data: world.coasts, tolerance: 0.5 },
    borders: { type: "geojson", data: world.borders, tolerance: 0.5 },
    areas: { type: "geojson", data: none },
    held: { type: "geojson", data: none },
    holders: { type: "geojson", data: none },
    chosen: { type: "geojson", data: none },
    events: {
      type: "geojson",
      data: none,
      cluster: true,
      clusterRadius: 34,
      clusterMaxZoom: 14,
      maxzoom: 15,
      clusterProperties: Object.fromEntries(
        ["force", "words", "cooperation"].map((one) => [one, ["+", ["case", ["==", ["get", "family"], one], 1, 0]]]).concat([["vague", ["+", ["case", ["get", "sharp"], 0, 1]]]]),
      ),
    },
  };
  return { version: 8, sources, layers: [...ground(), ...territory(), ...areas(), ...events()] };
}

function ground() {
  return [
    { id: "water", type: "background", paint: { "background-color": colour("water") } },
    { id: "land", type: "fill", source: "land", paint: { "fill-color": colour("land"), "fill-antialias": false } },
    { id: "coasts", type: "line", source: "coasts", paint: { "line-color": colour("coast"), "line-width": 0.8 } },
    { id: "borders", type: "line", source: "borders", paint: { "line-color": colour("border"), "line-width": ["interpolate", ["linear"], ["zoom"], 1, 0.6, 6, 1.4] } },
    {
      // Drawn with a font of this machine: a style without glyphs asks no server for them.
      id: "names",
      type: "symbol",
      source: "names",
      minzoom: 1.5,
      layout: { "text-field": ["get", "name"], "text-font": ["sans-serif"], "text-size": ["interpolate", ["linear"], ["zoom"], 2, 10, 6, 14], "text-max-width": 7, "symbol-sort-key": ["-", 0, ["get", "size"]], "text-padding": 6 },
      paint: { "text-color": colour("faint"), "text-halo-color": colour("land"), "text-halo-width": 1.4 },
    },
  ];
}

function territory() {
  return [
    { id: "held", type: "fill", source: "held", paint: { "fill-color": ["get", "colour"], "fill-opacity": ["case", ["get", "sure"], 0.3, 0.15] } },
    { id: "held-edge", type: "line", source: "held", filter: ["get", "sure"], paint: { "line-color": ["get", "colour"], "line-width": 1.5 } },
    { id: "held-edge-presumed", type: "line", source: "held", filter: ["!", ["get", "sure"]], paint: { "line-color": ["get", "colour"], "line-width": 1.5, "line-dasharray": [3, 2] } },
  ];
}

function areas() {
  const vague = ["!", ["get", "sharp"]];
  return [
    { id: "areas", type: "fill", source: "areas", filter: vague, paint: { "fill-pattern": ["concat", "hatch-", ["get", "family"]], "fill-opacity": 0.75 } },
    { id: "areas-edge", type: "line", source: "areas", filter: vague, paint: { "line-color": family(["get", "family"]), "line-width": 1, "line-dasharray": [3, 2], "line-opacity": 0.8 } },
    { id: "spots", type: "line", source: "areas", filter: ["get", "sharp"], minzoom: 6, paint: { "line-color": family(["get", "family"]), "line-width": 1, "line-opacity": 0.55 } },
  ];
}

function events() {
  const clusters = ["has", "point_count"];
  const size = ["step", ["get", "point_count"], 11, 10, 13, 100, 16, 1000, 20];
  const toned = ["case", whole("force"), colour("force"), whole("words"), colour("words"), whole("cooperation"), colour("cooperation"), colour("mixed")];
  return [
    {
      id: "clusters",
      type: "circle",
      source: "events",
      filter: clusters,
      paint: {
        "circle-radius": size,
        "circle-color": ["case", whole("vague"), tinted("card", 0.9), toned],
        "circle-stroke-color": ["case", whole("vague"), toned, colour("card")],
        "circle-stroke-width": ["case", whole("vague"), 2, 1.5],
      },
    },
    {
      id: "numbers",
      type: "symbol",
      source: "events",
      filter: clusters,
      layout: {
        "icon-image": ["concat", "number-", ["case", whole("vague"), "ink-", "card-"], ["to-string", ["get", "point_count_abbreviated"]]],
        "icon-allow-overlap": true,
        "icon-ignore-placement": true,
      },
    },
    {
      id: "singles",
      type: "symbol",
      source: "events",
      filter: ["!", clusters],
      layout: {
        "icon-image": ["concat", "event-", ["get", "family"], "-", ["get", "state"], ["case", ["get", "sharp"], "-sharp", "-vague"]],
        "icon-allow-overlap": true,
        "icon-ignore-placement": true,
      },
    },
    { id: "holders", type: "symbol", source: "holders", layout: { "icon-image": ["get", "sign"], "icon-allow-overlap": true, "icon-offset": ["get", "offset"] } },
    { id: "chosen-area", type: "line", source: "chosen", filter: ["==", ["geometry-type"], "Polygon"], paint: { "line-color": colour("accent"), "line-width": 2 } },
    { id: "chosen", type: "circle", source: "chosen", filter: ["==", ["geometry-type"], "Point"], paint: { "circle-radius": 13, "circle-color": "rgba(0,0,0,0)", "circle-stroke-color": colour("accent"), "circle-stroke-width": 3 } },
  ];
}
