// The page of a report: from claim to claim by keyboard, accept and reject in place.
import { ask, toast } from "./api.js";
import { addClaims } from "./report_add.js";
import { followMarks } from "./report_marks.js";

const report = document.getElementById("report");
const judging = "judging" in report.dataset;
const cards = [...report.querySelectorAll(".claim")];
const made = [];
let last = null;

followMarks(report);
const openAdd = judging ? addClaims(report) : null;
const claimOf = (node) => node?.closest?.(".claim") ?? null;
const current = () => claimOf(document.activeElement) ?? last;

function go(card) {
  if (!card) return;
  card.focus({ preventScroll: true });
  card.scrollIntoView({ block: "nearest" });
}

function step(by) {
  const at = cards.indexOf(current());
  if (at >= 0) go(cards[Math.max(0, Math.min(cards.length - 1, at + by))]);
  else go(cards.find((card) => card.getBoundingClientRect().bottom > 60) ?? cards[0]);
}

/** The words of a claim light up with it. */
function light(card, on) {
  card.classList.toggle("lit", on);
  const words = card.closest(".row").querySelectorAll(`.evidence.n${card.dataset.row}`);
  words.forEach((mark) => mark.classList.toggle("lit", on));
}

function show(card, verdict) {
  card.dataset.verdict = verdict;
  card.classList.toggle("accepted", verdict === "accepted");
  card.classList.toggle("rejected", verdict === "rejected");
  const mark = card.querySelector(".verdict");
  mark.className = `mark verdict ${verdict}`;
  mark.textContent = verdict;
  mark.hidden = !verdict;
  for (const button of card.querySelectorAll("[data-judge]")) {
    button.setAttribute("aria-pressed", String(`${button.dataset.judge}ed` === verdict));
  }
}

async function judge(card, kind) {
  if (!card || "busy" in card.dataset) return;
  const before = card.dataset.verdict;
  card.dataset.busy = "";
  show(card, `${kind}ed`);
  try {
    const { decisions } = await ask("/api/decisions", { method: "POST", body: { kind, targets: [card.dataset.claim] } });
    made.push({ card, before, number: decisions[0] ?? null });
    toast(`Claim ${card.value} ${kind}ed.`, { action: { name: "Undo", run: undo } });
  } catch (error) {
    show(card, before);
    toast(error.message, { bad: true });
  } finally {
    delete card.dataset.busy;
  }
}

async function undo() {
  const one = made.pop();
  if (!one) return toast("Nothing was judged on this page.");
  try {
    await ask("/api/decisions/undo", { method: "POST", body: { number: one.number } });
    show(one.card, one.before);
    go(one.card);
    toast(`Claim ${one.card.value}: taken back.`);
  } catch (error) {
    made.push(one);
    toast(error.message, { bad: true });
  }
}

const KEYS = {
  j: () => step(1),
  k: () => step(-1),
  "?": () => document.getElementById("keys").showModal(),
};
if (judging) {
  Object.assign(KEYS, {
    a: () => judge(current(), "accept"),
    x: () => judge(current(), "reject"),
    u: () => undo(),
    g: () => current() && location.assign(`/review?claim=${current().dataset.claim}`),
    n: () => openAdd(current()?.querySelector(".quoted")?.textContent.slice(1, -1) ?? ""),
  });
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
  if (event.target.closest("input, textarea, select")) return;
  if (event.key === "Enter" && event.target.classList.contains("claim")) {
    const why = event.target.querySelector("details");
    why.open = !why.open;
  } else if (KEYS[event.key]) {
    event.preventDefault();
    KEYS[event.key]();
  }
});
report.addEventListener("click", (event) => {
  const button = event.target.closest("[data-judge]");
  if (button) judge(claimOf(button), button.dataset.judge);
});
report.addEventListener("focusin", (event) => {
  const card = claimOf(event.target);
  if (last && last !== card) light(last, false);
  if (card) { last = card; light(card, true); }
});
for (const [name, on] of [["mouseover", true], ["mouseout", false]]) {
  report.addEventListener(name, (event) => {
    const card = claimOf(event.target);
    if (card && card !== claimOf(document.activeElement)) light(card, on);
  });
}
document.getElementById("add")?.addEventListener("click", () => openAdd());
for (const button of document.querySelectorAll("dialog [data-close]")) {
  button.addEventListener("click", () => button.closest("dialog").close());
}
const asked = location.hash.startsWith("#claim-") && document.getElementById(location.hash.slice(1));
if (asked) go(asked);
