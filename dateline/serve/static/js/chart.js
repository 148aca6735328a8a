// The command chart: the list follows the slider, the graph is drawn from /api/chart when it is looked at.
import { ask, toast } from "./api.js";

const list = document.getElementById("chart-list");
const frame = document.getElementById("chart-graph");
const form = document.querySelector(".chart-form");
const possible = form.querySelector('[name="possible"]');
const png = form.querySelector("[data-png]");
let graph = null; // the module graph.js, once it was needed
let asked = 0;

function query() {
  const found = new URLSearchParams({ actor: list.dataset.actor });
  const day = form.querySelector('[name="as_of"]')?.value;
  if (day) found.set("as_of", day);
  if (possible.checked) found.set("possible", "yes");
  return found;
}

function view() {
  return frame.hidden ? "list" : "graph";
}

function keepAddress() {
  const found = query();
  if (view() === "graph") found.set("view", "graph");
  history.replaceState(history.state, "", `/chart?${found}`);
  for (const [name, value] of [["as_of", found.get("as_of")], ["possible", found.get("possible")], ["view", found.get("view")]]) keepHidden(name, value);
}

/** Another top is drawn with the same day and view. */
function keepHidden(name, value) {
  const top = document.querySelector("form[data-chart-top]");
  let field = top.querySelector(`input[type="hidden"][name="${name}"]`);
  if (!field) {
    field = document.createElement("input");
    Object.assign(field, { type: "hidden", name });
    top.append(field);
  }
  field.value = value ?? "";
  field.disabled = !value;
}

async function show() {
  keepAddress();
  const mine = ++asked;
  htmx.ajax("GET", `/chart?${query()}`, { target: list, swap: "innerHTML" });
  if (view() !== "graph") return;
  try {
    graph ??= await import("./graph.js");
    const found = await ask(`/api/chart?${query()}`);
    if (mine === asked) graph.draw(document.getElementById("graph"), found);
  } catch (error) {
    toast(error.message, { bad: true });
  }
}

function choose(wanted) {
  frame.hidden = wanted !== "graph";
  list.hidden = wanted === "graph";
  png.hidden = wanted !== "graph";
  for (const button of form.querySelectorAll("[data-view]")) button.setAttribute("aria-pressed", String(button.dataset.view === wanted));
}

for (const button of form.querySelectorAll("[data-view]")) {
  button.hidden = false;
  button.addEventListener("click", () => { choose(button.dataset.view); show(); });
}
png.addEventListener("click", async () => {
  const found = query();
  const saved = document.createElement("a");
  saved.href = URL.createObjectURL(await graph.picture());
  saved.download = `chart-${found.get("actor")}-${found.get("as_of") ?? "today"}.png`;
  saved.click();
  setTimeout(() => URL.revokeObjectURL(saved.href), 10_000);
});
document.addEventListener("asof:settled", show);
possible.addEventListener("change", show);
if (list.dataset.start === "graph") {
  choose("graph");
  show();
}
