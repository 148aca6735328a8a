// The outlines of the world for a map: from topojson to GeoJSON that does not draw lines across it.

/** The countries as areas and their borders as lines: { land, borders, coasts }, each GeoJSON. */
export async function loadWorld(url) {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`The outlines of countries could not be loaded (${answer.status}).`);
  const topology = await answer.json();
  const { feature, mesh } = globalThis.topojson;
  const countries = topology.objects.countries;
  const land = feature(topology, countries);
  for (const country of land.features) country.geometry = unwrapped(country.geometry);
  return {
    land,
    names: { type: "FeatureCollection", features: land.features.filter((one) => one.geometry).map(named) },
    borders: lines(mesh(topology, countries, (a, b) => a !== b)),
    coasts: lines(mesh(topology, countries, (a, b) => a === b)),
  };
}

/** Longitudes that go on past 180 instead of jumping to -180: Fiji and Russia then stay in one piece. */
export function unwrap(line) {
  let shift = 0;
  let before = null;
  return line.map(([lon, lat]) => {
    if (before !== null && lon - before > 180) shift -= 360;
    if (before !== null && lon - before < -180) shift += 360;
    before = lon;
    return [lon + shift, lat];
  });
}

function unwrapped(geometry) {
  if (geometry === null) return null;
  const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  return { type: "MultiPolygon", coordinates: polygons.map(rings) };
}

function rings(polygon) {
  const atPole = (ring) => ring.every(([, lat]) => Math.abs(lat) > 89.9);
  const [outer, ...holes] = polygon.filter((ring) => !atPole(ring)).map(closed); // the pole itself is Antarctica's first ring
  const beside = (hole) => {
    const shift = Math.round((outer[0][0] - hole[0][0]) / 360) * 360;
    return shift ? hole.map(([lon, lat]) => [lon + shift, lat]) : hole;
  };
  return [outer, ...holes.map(beside)];
}

/** A ring round a pole, as Antarctica's, ends a turn away from where it began: it is closed by way of the pole. */
function closed(ring) {
  const found = unwrap(ring);
  const first = found[0];
  const last = found[found.length - 1];
  if (Math.abs(last[0] - first[0]) < 180) return found;
  const pole = first[1] < 0 ? -90 : 90;
  return [...found, [last[0], pole], [first[0], pole], first];
}

/** The name of a country in the middle of its greatest part. */
function named({ geometry, properties }) {
  const [size, point] = geometry.coordinates.map(([ring]) => middleOf(ring)).reduce((a, b) => (b[0] > a[0] ? b : a));
  return { type: "Feature", properties: { name: properties.name, size }, geometry: { type: "Point", coordinates: point } };
}

/** The area of a ring in square degrees, and its centre of gravity. */
function middleOf(ring) {
  let [twice, x, y] = [0, 0, 0];
  for (let at = 1; at < ring.length; at += 1) {
    const [[x0, y0], [x1, y1]] = [ring[at - 1], ring[at]];
    const cross = x0 * y1 - x1 * y0;
    twice += cross;
    x += (x0 + x1) * cross;
    y += (y0 + y1) * cross;
  }
  return twice ? [Math.abs(twice / 2), [x / (3 * twice), y / (3 * twice)]] : [0, ring[0]];
}

function lines(geometry) {
  return { type: "Feature", properties: {}, geometry: { type: "MultiLineString", coordinates: geometry.coordinates.map(unwrap) } };
}

const EARTH_KM = 6371;

/** A circle on the globe as a ring of points: all that lies within `radiusKm` of a point. */
export function circle([lon, lat], radiusKm, corners = 64) {
  const angle = Math.min(radiusKm / EARTH_KM, Math.PI / 2);
  const here = (lat * Math.PI) / 180;
  const ring = [];
  for (let corner = 0; corner <= corners; corner += 1) {
    const turn = (2 * Math.PI * (corner % corners)) / corners;
    const there = Math.asin(Math.sin(here) * Math.cos(angle) + Math.cos(here) * Math.sin(angle) * Math.cos(turn));
    const away = Math.atan2(Math.sin(turn) * Math.sin(angle) * Math.cos(here), Math.cos(angle) - Math.sin(here) * Math.sin(there));
    ring.push([lon + (away * 180) / Math.PI, (there * 180) / Math.PI]);
  }
  return ring;
}

/** The box round some points: [[west, south], [east, north]], the short way round the globe. */
export function boxOf(points) {
  const lons = points.map(([lon]) => lon).sort((a, b) => a - b);
  const lats = points.map(([, lat]) => lat);
  let west = lons[0];
  let east = lons[lons.length - 1];
  let widest = west + 360 - east;
  for (let number = 1; number < lons.length; number += 1) {
    if (lons[number] - lons[number - 1] > widest) {
      widest = lons[number] - lons[number - 1];
      [west, east] = [lons[number], lons[number - 1] + 360];
    }
  }
  return [[west, lats.reduce((a, b) => Math.min(a, b))], [east, lats.reduce((a, b) => Math.max(a, b))]];
}
