// A claim added by hand: from the words that a person selected in the text to the API.
import { ask, element } from "./api.js";

const PARTS = ["type", "mode", "subject", "subject_kind", "object", "object_kind", "said_by", "said_by_kind", "place", "when", "polarity", "modality", "note"];

/** Wire the dialog of a report. Returns what opens it, with the words that are selected or those given. */
export function addClaims(report) {
  const dialog = document.getElementById("claim-dialog");
  const form = document.getElementById("claim-form");
  const problem = form.querySelector("[role=alert]");
  const here = element("button", { type: "button", id: "add-here", hidden: true }, "Add a claim ", element("kbd", {}, "n"));
  document.body.append(here);
  let chosen = null;

  const open = (otherwise = "") => {
    const { quote, near } = chosen ?? { quote: otherwise, near: null };
    form.reset();
    offerModes(form);
    problem.hidden = true;
    form.elements.quote.value = quote;
    form.dataset.near = near ?? "";
    here.hidden = true;
    dialog.showModal();
    form.elements[quote ? "type" : "quote"].focus();
  };
  document.addEventListener("selectionchange", () => {
    if (dialog.open) return;
    chosen = selectedIn(report);
    here.hidden = !chosen;
    if (chosen) beside(here, chosen.box);
  });
  here.addEventListener("mousedown", (event) => event.preventDefault());
  here.addEventListener("click", () => open());
  form.elements.type.addEventListener("change", () => offerModes(form));
  form.elements.quote.addEventListener("input", () => { form.dataset.near = ""; });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const button = form.querySelector("button.main");
    button.disabled = true;
    try {
      const made = await ask("/api/claims", { method: "POST", body: written(form, report.dataset.report) });
      location.hash = `claim-${made.claim}`;
      location.reload();
    } catch (error) {
      problem.textContent = error.message;
      problem.hidden = false;
      problem.scrollIntoView({ block: "nearest" });
    } finally {
      button.disabled = false;
    }
  });
  return open;
}

function written(form, report) {
  const body = { report, quote: form.elements.quote.value, counts: {} };
  if (form.dataset.near) body.near = Number(form.dataset.near);
  for (const name of PARTS) body[name] = form.elements[name].value;
  for (const field of form.querySelectorAll("[name^='count-']")) body.counts[field.name.slice(6)] = field.value;
  return body;
}

function offerModes(form) {
  const type = form.elements.type.selectedOptions[0];
  const modes = (type?.dataset.modes ?? "").split(" ").filter(Boolean);
  form.elements.mode.replaceChildren(
    element("option", { value: "" }, modes.length ? "none said" : "it has none"),
    ...modes.map((mode) => element("option", { value: mode }, mode)),
  );
  form.elements.mode.disabled = !modes.length;
  document.getElementById("type-definition").textContent = type?.dataset.definition ?? "";
}

/** The selected words of the text, and where they stand in it in code points; null when none are. */
function selectedIn(report) {
  const selection = document.getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  const from = range.startContainer;
  const paragraph = (from.nodeType === Node.TEXT_NODE ? from.parentElement : from).closest(".text");
  const quote = selection.toString().trim();
  if (!paragraph || !report.contains(paragraph) || !quote) return null;
  const near = Number(paragraph.dataset.start) + before(paragraph, range);
  return { quote, near, box: range.getBoundingClientRect() };
}

/** Code points of a paragraph's text before a range; speakers and numbers are no part of it. */
function before(paragraph, range) {
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  let count = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.parentElement.closest(".speaker, .number")) continue;
    if (node === range.startContainer) return count + [...node.data.slice(0, range.startOffset)].length;
    if (range.comparePoint(node, 0) >= 0) return count;
    count += [...node.data].length;
  }
  return count;
}

function beside(button, box) {
  const most = document.documentElement.clientWidth - button.offsetWidth - 8;
  button.style.left = `${Math.max(4, Math.min(box.left, most)) + scrollX}px`;
  button.style.top = `${box.bottom + scrollY + 6}px`;
}
