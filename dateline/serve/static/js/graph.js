// A command chart as a graph, laid out from the top down. Colours are those of the page, light or dark.
import cytoscape from "../vendor/cytoscape/cytoscape.esm.min.mjs";
import dagre from "../vendor/cytoscape-dagre/cytoscape-dagre.min.mjs";

cytoscape.use(dagre);
const DISPUTED = ["alleged", "conflicting", "denied"];
const LAYOUT = { name: "dagre", rankDir: "TB", nodeSep: 44, rankSep: 76, edgeSep: 12, animate: false, fit: true, padding: 24 };
const FONT = "system-ui, sans-serif";
const [WIDEST, LINE] = [160, 17];
const pen = document.createElement("canvas").getContext("2d");
let drawn = null;

/** A name in lines of at most WIDEST, and the room they take. A word that is longer alone is broken. */
function laidOut(name, bold) {
  pen.font = `${bold ? "bold " : ""}13px ${FONT}`;
  const wide = (text) => pen.measureText(text).width;
  const lines = [""];
  for (const word of name.split(/\s+/).flatMap((one) => one.match(/.{1,20}/gu) ?? [])) {
    const longer = lines.at(-1) ? `${lines.at(-1)} ${word}` : word;
    if (wide(longer) > WIDEST && lines.at(-1)) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return { label: lines.join("\n"), width: Math.ceil(Math.max(...lines.map(wide))) + 4, height: lines.length * LINE };
}

function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}

function look() {
  const [ink, card, paper, tie, strong, bad, faint, accent] = ["ink", "card", "paper", "tie", "strong", "bad", "faint", "accent"].map(colour);
  return [
    { selector: "node", style: {
      label: "data(label)", color: ink, "font-size": 13, "text-wrap": "wrap", "text-max-width": 400, "text-valign": "center",
      "font-family": FONT, width: "data(width)", height: "data(height)", padding: 9, shape: "rectangle", "background-color": paper, "border-width": 1.5, "border-color": strong,
    } },
    { selector: "node[kind = 'person']", style: { shape: "round-rectangle", "corner-radius": 14, "background-color": card, "border-width": 1, "font-size": 12 } },
    { selector: "node[?is_top]", style: { "border-width": 3, "border-color": ink, "font-weight": "bold" } },
    { selector: "edge", style: {
      width: 2, "line-color": tie, "curve-style": "bezier", "target-arrow-shape": "triangle", "target-arrow-color": tie, "arrow-scale": 0.9,
      label: "data(label)", "font-family": FONT, "font-size": 11, color: faint, "text-background-color": card, "text-background-opacity": 1,
      "text-background-padding": 2, "text-wrap": "wrap", "text-max-width": 400,
    } },
    { selector: "edge[holds = 'certain']", style: { width: 3 } },
    { selector: "edge[holds = 'presumed']", style: { width: 1.75, "line-opacity": 0.7 } },
    { selector: "edge[holds = 'possible']", style: { "line-style": "dotted" } },
    { selector: "edge[type = 'leads']", style: { "target-arrow-shape": "none" } },
    { selector: "edge[type = 'split_from']", style: { "line-style": "dashed", "line-color": strong, "target-arrow-color": strong, width: 1.75 } },
    { selector: "edge[?disputed]", style: { "line-color": bad, "target-arrow-color": bad, color: bad } },
    { selector: ":active, node.near", style: { "overlay-color": accent, "overlay-opacity": 0.15 } },
  ];
}

function elements({ nodes, edges }) {
  return [
    ...nodes.map((node) => ({ data: { ...node, ...laidOut(node.name, node.is_top) } })),
    ...edges.map((edge) => ({ data: {
      ...edge, source: edge.above, target: edge.below, disputed: edge.marks.some((mark) => DISPUTED.includes(mark)),
      label: [edge.words, ...edge.marks].filter(Boolean).join("\n"),
    } })),
  ];
}

/** Draw what /api/chart found. */
export function draw(container, found) {
  drawn?.destroy();
  drawn = cytoscape({ container, elements: elements(found), style: look(), layout: LAYOUT, minZoom: 0.1, maxZoom: 2.5, boxSelectionEnabled: false, autounselectify: true });
  if (drawn.zoom() > 1.2) drawn.zoom(1.2).center();
  drawn.on("tap", "node", (event) => location.assign(`/actors/${encodeURIComponent(event.target.id())}`));
  drawn.on("tap", "edge", (event) => location.assign(`/facts/${encodeURIComponent(event.target.id())}`));
  drawn.on("mouseover", "node, edge", (event) => {
    container.style.cursor = "pointer";
    container.title = event.target.data("basis") ?? event.target.data("name");
  });
  drawn.on("mouseout", "node, edge", () => {
    container.style.cursor = "";
    container.removeAttribute("title");
  });
  container.dataset.drawn = `${drawn.nodes().length} ${drawn.edges().length}`;
}

/** The graph whole, as a PNG. */
export function picture() {
  return drawn.png({ output: "blob-promise", full: true, scale: 2, bg: colour("card") });
}

matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => drawn?.style(look()));
