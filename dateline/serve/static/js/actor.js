// The dossier: the line of the slider runs over the bars, and what holds on that day stands above them.
import { ordinal } from "./asof.js";

const chart = document.querySelector(".time-chart");
const held = document.getElementById("as-of");

document.addEventListener("asof:moved", ({ detail: { day } }) => {
  if (!chart) return;
  const [first, last] = [Number(chart.dataset.first), Number(chart.dataset.last)];
  const x = Math.min(Math.max((ordinal(day) - first) / Math.max(last - first, 1), 0), 1) * 100;
  for (const line of chart.querySelectorAll(".lane-now")) {
    line.setAttribute("x1", `${x}%`);
    line.setAttribute("x2", `${x}%`);
  }
});
document.addEventListener("asof:settled", ({ detail: { day } }) => {
  if (held) htmx.ajax("GET", `${held.dataset.address}?as_of=${day}`, { target: held, swap: "innerHTML" });
});
