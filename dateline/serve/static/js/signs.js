// How events and holdings are drawn: colours from the page's variables, shapes on canvases that need no font server.

export const FAMILIES = ["force", "words", "cooperation"];
export const STATES = { told: "told plainly", conflicting: "sources differ", alleged: "alleged or possible", planned: "planned", rejected: "rejected" };
export const SHARP = new Set(["site", "settlement"]);
export const HOLDINGS = { controls: "controls", based_in: "is based in", operates_in: "operates in" };
export const HOLDERS = 8;
const SIDE = 18;

/** A colour of the page, such as `force`, in the scheme that is on now. */
export function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}

/** A colour let through: `share` from 0 to 1. */
export function tinted(name, share) {
  const [red, green, blue] = rgb(name);
  return `rgba(${red},${green},${blue},${share})`;
}

function rgb(name) {
  const context = canvasOf(1, 1, 1).getContext("2d");
  context.fillStyle = colour(name);
  context.fillRect(0, 0, 1, 1);
  return context.getImageData(0, 0, 1, 1).data;
}

function canvasOf(width, height, scale = 2) {
  const canvas = document.createElement("canvas");
  canvas.width = width * scale;
  canvas.height = height * scale;
  canvas.getContext("2d", { willReadFrequently: true }).scale(scale, scale);
  return canvas;
}

/** An image as MapLibre takes it. */
export function pixels(canvas) {
  return canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
}

/** The sign of an event: filled when told plainly, half filled when sources differ, hollow when alleged, a diamond when
 * planned, a cross when rejected; with a broken ring round it where only an area is known. */
export function eventSign(family, state, sharp) {
  const canvas = canvasOf(SIDE, SIDE);
  const context = canvas.getContext("2d");
  const middle = SIDE / 2;
  const radius = sharp ? 5.5 : 3.5;
  context.strokeStyle = state === "rejected" ? colour("faint") : colour(family);
  context.fillStyle = colour("card");
  context.lineWidth = 2;
  if (!sharp) {
    context.setLineDash([2.5, 2.2]);
    context.beginPath();
    context.arc(middle, middle, 7.5, 0, 2 * Math.PI);
    context.stroke();
    context.setLineDash([]);
  }
  if (state === "rejected") return crossed(canvas, middle, radius - 1);
  context.beginPath();
  if (state === "planned") {
    context.moveTo(middle, middle - radius - 1);
    context.lineTo(middle + radius + 1, middle);
    context.lineTo(middle, middle + radius + 1);
    context.lineTo(middle - radius - 1, middle);
    context.closePath();
  } else context.arc(middle, middle, radius, 0, 2 * Math.PI);
  if (state === "told") context.fillStyle = colour(family);
  context.fill();
  context.stroke();
  if (state === "conflicting") {
    context.fillStyle = colour(family);
    context.beginPath();
    context.arc(middle, middle, radius, -Math.PI / 2, Math.PI / 2);
    context.fill();
  } else if (state === "told") {
    context.strokeStyle = colour("card");
    context.lineWidth = 1;
    context.beginPath();
    context.arc(middle, middle, radius + 1, 0, 2 * Math.PI);
    context.stroke();
  }
  return canvas;
}

function crossed(canvas, middle, arm) {
  const context = canvas.getContext("2d");
  context.beginPath();
  for (const slope of [1, -1]) {
    context.moveTo(middle - arm, middle - slope * arm);
    context.lineTo(middle + arm, middle + slope * arm);
  }
  context.stroke();
  return canvas;
}

/** Slanting lines that repeat without a seam: an area in which something happened somewhere. */
export function hatch(name) {
  const side = 8;
  const canvas = canvasOf(side, side);
  const context = canvas.getContext("2d");
  context.fillStyle = tinted(name, 0.07);
  context.fillRect(0, 0, side, side);
  context.strokeStyle = tinted(name, 0.6);
  context.lineWidth = 1.1;
  for (const shift of [-side, 0, side]) {
    context.beginPath();
    context.moveTo(shift - 1, side + 1);
    context.lineTo(shift + side + 1, -1);
    context.stroke();
  }
  return canvas;
}

/** A number to stand in a cluster; `ink` is a colour of the page. */
export function numberSign(words, ink) {
  const canvas = canvasOf(40, 18);
  const context = canvas.getContext("2d");
  context.font = `600 12px ${getComputedStyle(document.body).fontFamily}`;
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.fillStyle = colour(ink);
  context.fillText(words, 20, 9.5);
  return canvas;
}

/** The sign of a holder: a letter on a square (controls), a house (is based in) or a hollow square (operates in); with a
 * broken edge when it is presumed. */
export function holderSign(letter, name, type, sure) {
  const side = 22;
  const canvas = canvasOf(side, side);
  const context = canvas.getContext("2d");
  context.lineWidth = 2;
  context.strokeStyle = colour(name);
  context.fillStyle = type === "operates_in" ? colour("card") : colour(name);
  context.beginPath();
  if (type === "based_in") {
    for (const [x, y] of [[2, 10], [11, 2], [20, 10], [20, 20], [2, 20]]) context.lineTo(x, y);
    context.closePath();
  } else context.rect(3, 3, side - 6, side - 6);
  context.fill();
  if (!sure) {
    context.strokeStyle = colour("card");
    context.stroke();
    context.strokeStyle = colour(name);
    context.setLineDash([3, 2.5]);
  }
  context.stroke();
  context.font = `700 11px ${getComputedStyle(document.body).fontFamily}`;
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.fillStyle = type === "operates_in" ? colour(name) : colour("card");
  context.fillText(letter, side / 2, side / 2 + (type === "based_in" ? 2.5 : 0.5));
  return canvas;
}

/** What sorts of events lie at one spot: the family of all, or `mixed`. */
export function familyOf(features) {
  const first = features[0].properties.family;
  return features.every((one) => one.properties.family === first) ? first : "mixed";
}

/** Letters and colours for holders, those with most places first: actor → { letter, name of the colour }. */
export function holdersOf(features) {
  const numbers = new Map();
  for (const { properties } of features) {
    const key = properties.actor ?? properties.holder;
    numbers.set(key, (numbers.get(key) ?? 0) + 1);
  }
  const ordered = [...numbers].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return new Map(
    ordered.map(([key], at) => [key, at < HOLDERS ? { letter: "ABCDEFGH"[at], name: `holder-${at + 1}` } : { letter: "·", name: "faint" }]),
  );
}
