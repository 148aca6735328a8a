// Why each mark of the text is there: a panel that follows the pointer and the focus, and goes with Escape.
import { element } from "./api.js";

const GRACE_MS = 160;

/** Show reasons of the marks under `text`, and let the arrow keys go from mark to mark in a paragraph. */
export function followMarks(text) {
  const panel = element("div", { id: "why", role: "tooltip", hidden: true });
  document.body.append(panel);
  let shown = null;
  let waiting = 0;

  const show = (mark) => {
    clearTimeout(waiting);
    if (mark === shown) return;
    hide();
    shown = mark;
    fill(panel, mark);
    mark.setAttribute("aria-describedby", panel.id);
    panel.hidden = false;
    place(panel, mark);
  };
  const hide = () => {
    clearTimeout(waiting);
    shown?.removeAttribute("aria-describedby");
    shown = null;
    panel.hidden = true;
  };
  const hideSoon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => { if (!panel.matches(":hover") && !panel.contains(document.activeElement)) hide(); }, GRACE_MS);
  };

  text.addEventListener("mouseover", (event) => {
    const mark = event.target.closest("mark[data-why]");
    if (mark) show(mark);
    else if (shown && shown !== document.activeElement) hideSoon();
  });
  text.addEventListener("mouseleave", hideSoon);
  panel.addEventListener("mouseleave", hideSoon);
  text.addEventListener("focusin", (event) => {
    if (event.target.matches("mark[data-why]")) show(event.target);
    else hide();
  });
  text.addEventListener("focusout", (event) => { if (!panel.contains(event.relatedTarget)) hideSoon(); });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape" && shown) hide(); });
  for (const paragraph of text.querySelectorAll(".text")) rove(paragraph);
}

function fill(panel, mark) {
  const lines = mark.dataset.why.split("\n").map((line) => element("p", {}, line));
  panel.replaceChildren(...lines);
  if (mark.dataset.href) panel.append(element("p", {}, element("a", { href: mark.dataset.href }, "Open the actor"), " (Enter)"));
}

/** Under the first line of the mark, or above it where there is no room. */
function place(panel, mark) {
  const at = mark.getClientRects()[0];
  if (!at) return;
  const most = document.documentElement.clientWidth - panel.offsetWidth - 12;
  const below = at.bottom + 6 + panel.offsetHeight < innerHeight || at.top < panel.offsetHeight + 12;
  panel.style.left = `${Math.max(6, Math.min(at.left, most)) + scrollX}px`;
  panel.style.top = `${(below ? at.bottom + 6 : at.top - panel.offsetHeight - 6) + scrollY}px`;
}

/** One stop of the Tab key for each paragraph; the arrows go from mark to mark, Enter to the actor. */
function rove(paragraph) {
  const stops = [...paragraph.querySelectorAll("mark[tabindex], a")];
  stops.slice(1).forEach((stop) => { stop.tabIndex = -1; });
  paragraph.addEventListener("keydown", (event) => {
    const at = stops.indexOf(event.target);
    if (at < 0 || event.ctrlKey || event.metaKey || event.altKey) return;
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step && stops[at + step]) {
      event.preventDefault();
      stops[at].tabIndex = -1;
      stops[at + step].tabIndex = 0;
      stops[at + step].focus();
    } else if (event.key === "Enter" && event.target.dataset.href) {
      location.assign(event.target.dataset.href);
    }
  });
}
