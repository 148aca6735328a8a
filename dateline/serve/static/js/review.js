// Deciding by keyboard on one card at a time: claims, facts, and pairs of actors.
import { ask, toast } from "./api.js";
import { Deck } from "./deck.js";
import { Editor } from "./editor.js";
import { Outbox } from "./outbox.js";

const root = document.getElementById("deck");
const mayJudge = root.dataset.may === "yes";
const isPairs = !root.dataset.page;
const KINDS = isPairs ? { accept: "merge", reject: "apart" } : { accept: "accept", reject: "reject" };
const WORDS = { accept: "Accepted", reject: "Rejected", correct: "Put right", merge: "One and the same", apart: "Kept apart", skip: "Skipped" };
const KEYS = {
  a: "accept", x: "reject", e: "edit", " ": "skip", Backspace: "undo", n: "next", ArrowRight: "next", p: "previous", ArrowLeft: "previous", "?": "help",
};
const help = document.getElementById("keys");
/** What was decided on this page, the last at the end: { id, kind, entry } or { id, kind, number }. */
const made = [];

const outbox = new Outbox(root.dataset.who, (number, problem) => {
  const line = document.getElementById("unsent");
  line.hidden = !problem;
  line.textContent = problem ? `${number} ${number === 1 ? "decision is" : "decisions are"} not sent yet and kept in this browser: ${problem} They are tried again.` : "";
  document.body.dataset.unsent = String(number);
});
const deck = new Deck(root, shown);
const editor = document.getElementById("editor") ? new Editor(() => outbox.quiet(), corrected) : null;

function shown(card) {
  if (!root.dataset.page) return;
  const asked = new URLSearchParams(root.dataset.query);
  if (card) asked.set("claim", card.dataset.id);
  history.replaceState(null, "", asked.size ? `${root.dataset.page}?${asked}` : root.dataset.page);
}

function tell(card, kind, detail = "") {
  const state = card?.querySelector(".state");
  if (!state) return;
  state.className = `state ${kind}`;
  state.textContent = kind ? `${WORDS[kind]}${detail}` : "";
  if (kind) card.dataset.decided = kind; else delete card.dataset.decided;
}

function count(step) {
  const line = document.getElementById("count");
  if (line.dataset.left !== undefined) {
    const left = (line.dataset.left = Math.max(0, Number(line.dataset.left) - step));
    line.textContent = `${Number(left).toLocaleString("en")} ${Number(left) === 1 ? "pair" : "pairs"} to decide on`;
    return;
  }
  line.dataset.judged = Number(line.dataset.judged) + step;
  line.dataset.today = Number(line.dataset.today) + step;
  const [judged, total, today] = ["judged", "total", "today"].map((name) => Number(line.dataset[name]).toLocaleString("en"));
  line.textContent = `${judged} of ${total} judged · ${today} by you today`;
  document.getElementById("bar").value = line.dataset.judged;
}

function forward() {
  deck.forward((card) => !card.dataset.decided || card.dataset.decided === "skip");
}

function decide(act) {
  const card = deck.card;
  if (!card || !mayJudge) return;
  const kind = KINDS[act];
  const entry = outbox.push(card.dataset.send, { ...JSON.parse(card.dataset.body), kind });
  made.push({ id: card.dataset.id, kind, entry });
  tell(card, kind);
  count(1);
  entry.answer.then(
    (answer) => { entry.number = answer.decisions[0] ?? null; if (isPairs) dropPairs(card); },
    (error) => refused(card, kind, error),
  );
  forward();
}

/** Two that are one now are not asked about again, nor is the pair under another reason. */
function dropPairs(decided) {
  for (const card of deck.cards) {
    if (card !== decided && card.dataset.pair === decided.dataset.pair && !card.dataset.decided) tell(card, decided.dataset.decided, " with the other");
  }
}

function refused(card, kind, error) {
  const place = made.findIndex((one) => one.id === card.dataset.id && one.kind === kind);
  if (place >= 0) made.splice(place, 1);
  tell(card, "");
  count(-1);
  toast(`Not taken: ${error.message}`, { bad: true, action: { name: "Go back to it", run: () => deck.show(deck.place(card)) } });
}

function corrected(card, answer) {
  made.push({ id: card.dataset.id, kind: "correct", number: answer.decisions[0] ?? null });
  count(1);
  tell(card, "correct");
  deck.refresh(card.dataset.id).then(() => tell(deck.cards[deck.find(card.dataset.id)], "correct")).catch(() => {});
  forward();
}

function skip() {
  const card = deck.card;
  if (card && !card.dataset.decided) tell(card, "skip");
  deck.next();
}

async function undo() {
  if (!mayJudge) return;
  const last = made.pop();
  if (!last) return undoEarlier();
  const card = deck.cards[deck.find(last.id)];
  tell(card, "");
  count(-1);
  deck.show(deck.find(last.id));
  if (last.entry && outbox.drop(last.entry)) return;
  // Without a number it is a coding, of which the last is taken back.
  const number = last.entry ? await last.entry.answer.then((answer) => answer.decisions[0] ?? null, () => undefined) : last.number;
  if (number === undefined) return;
  const undoing = outbox.push("/api/decisions/undo", { number });
  undoing.answer.then(
    () => { toast("Undone"); if (!isPairs) deck.refresh(last.id).catch(() => {}); },
    (error) => toast(`Not undone: ${error.message}`, { bad: true }),
  );
}

/** Undo what was decided before this page was opened: the last decision of this person that stands. */
async function undoEarlier() {
  if (isPairs) return toast("You decided on nothing here yet.");
  try {
    const held = await ask(`/api/decisions?${new URLSearchParams({ by: root.dataset.who, limit: "100" })}`);
    const gone = new Set(held.filter((one) => one.kind === "undo").map((one) => Number(one.targets[0])));
    const last = held.find((one) => ["accept", "reject", "correct"].includes(one.kind) && one.about === "claim" && !gone.has(one.id));
    const apart = root.dataset.coding !== "one";
    if (!editor || !(last || apart)) return toast("There is nothing of yours to undo here.");
    await ask("/api/decisions/undo", { method: "POST", body: { number: apart ? null : last.id } });
    if (apart) return toast("The last that you coded is taken back.", { action: { name: "Show the queue", run: () => location.reload() } });
    toast("Undone");
    count(-1);
    const place = deck.find(last.targets[0]);
    if (place < 0) await deck.bring(last.targets[0]); else { tell(deck.cards[place], ""); deck.show(place); }
  } catch (error) {
    toast(error.message, { bad: true });
  }
}

const ACTS = {
  accept: () => decide("accept"),
  reject: () => decide("reject"),
  edit: () => { if (editor && mayJudge && deck.card?.dataset.correct) editor.open(deck.card); },
  skip,
  undo: () => { undo(); },
  next: () => deck.next(),
  previous: () => { deck.previous().catch(() => {}); },
  help: () => help.showModal(),
};

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || help.open) return;
  if (event.target.closest?.("input, select, textarea, [contenteditable], #editor")) return;
  if (event.key === " " && event.target.closest?.("button, a, summary")) return;
  const act = KEYS[event.key];
  if (!act || (event.repeat && act !== "next" && act !== "previous")) return;
  event.preventDefault();
  if (!editor?.isOpen) ACTS[act]();
});
document.getElementById("acts").addEventListener("click", (event) => {
  const act = event.target.closest("[data-act]")?.dataset.act;
  if (!act || editor?.isOpen) return;
  ACTS[act]();
  if (act !== "edit" && act !== "help") deck.card?.focus({ preventScroll: true });
});

deck.show(0);
if (outbox.takeUp()) toast("Decisions that an earlier page could not send are being sent.");
