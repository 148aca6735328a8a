// The map as a picture that says of itself what it shows.
import { colour } from "./signs.js";

const MARGIN = 16;
const LINE = 20;

/** A PNG of the map's canvas with lines of words under it. */
export function captioned(canvas, title, lines) {
  const scale = window.devicePixelRatio || 1;
  const width = canvas.width / scale;
  const made = document.createElement("canvas");
  const context = made.getContext("2d");
  const font = getComputedStyle(document.body).fontFamily;
  context.font = `13px ${font}`;
  const wrapped = lines.flatMap((line) => folded(context, line, width - 2 * MARGIN));
  made.width = canvas.width;
  made.height = canvas.height + (2 * MARGIN + LINE * (wrapped.length + 1)) * scale;
  context.fillStyle = colour("card");
  context.fillRect(0, 0, made.width, made.height);
  context.drawImage(canvas, 0, 0);
  context.scale(scale, scale);
  context.fillStyle = colour("ink");
  context.textBaseline = "top";
  let top = canvas.height / scale + MARGIN;
  context.font = `700 15px ${font}`;
  context.fillText(title, MARGIN, top);
  context.font = `13px ${font}`;
  for (const line of wrapped) context.fillText(line, MARGIN, (top += LINE));
  return new Promise((resolve) => made.toBlob(resolve, "image/png"));
}

function folded(context, text, width) {
  const lines = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line ? `${line} ${word}` : word;
    if (line && context.measureText(longer).width > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}

/** Have the browser keep a file. */
export function keep(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}
