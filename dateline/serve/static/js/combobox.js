// A text field that finds things by name as one types: the WAI-ARIA combobox with a list.
//
// Markup alone is enough where the choice goes into a form:
//
//   <label for="who">Actor</label>
//   <input id="who" data-combobox="/api/actors" data-combobox-into="who-id" autocomplete="off">
//   <input type="hidden" id="who-id" name="actor">
//
// and `enhance()` once (this module does it for the page and for what htmx puts in). The hidden field has the `id` of
// what was chosen; it is emptied when the words are changed. The field also tells of a choice by the event
// `combobox:chosen`, whose `detail` is the item. From JavaScript: combobox(input, { source, into, choose, show }).
//
// The source is an address that takes `q` and `limit` and answers with a JSON list of items.
import { ask, element, toast } from "./api.js";

const WAIT_MS = 120;
let number = 0;

/** What the list shows of an actor: its name, and beside it what tells it from others. */
export function actorLine(item) {
  const about = [item.kind?.replaceAll("_", " "), item.country, counted(item.reports)].filter(Boolean).join(" · ");
  const also = item.other_names?.length ? `also ${item.other_names.slice(0, 3).join(", ")}` : null;
  return [
    element("bdi", { class: "combobox-name" }, item.name),
    element("span", { class: "combobox-about" }, [about, also].filter(Boolean).join(" · ")),
  ];
}

function counted(reports) {
  if (reports == null) return null;
  return reports === 1 ? "1 report" : `${reports.toLocaleString("en")} reports`;
}

/**
 * Make a combobox of a field. `source`: an address, or an async function of the words that gives items.
 * `into`: a hidden field for the id. `choose(item)`: called when an item is chosen. `show(item)`: elements of its line.
 * `name(item)`: what stands in the field afterwards.
 */
export function combobox(input, { source, into = null, choose, show = actorLine, name = (item) => item.name, limit = 12 }) {
  if (input.dataset.comboboxReady) return;
  input.dataset.comboboxReady = "yes";
  const list = element("ul", { role: "listbox", id: `combobox-${++number}`, class: "combobox-list", hidden: true });
  const told = element("span", { class: "visually-hidden", role: "status" });
  list.setAttribute("aria-label", input.labels?.[0]?.textContent.trim() || "Found");
  const frame = element("span", { class: "combobox" });
  input.before(frame);
  frame.append(input, list, told);
  for (const [key, value] of Object.entries({
    role: "combobox", autocomplete: "off", "aria-autocomplete": "list", "aria-expanded": "false",
    "aria-controls": list.id, spellcheck: "false",
  })) input.setAttribute(key, value);

  let items = [];
  let active = -1;
  let timer = 0;
  let asked = 0;

  const find = typeof source === "function" ? source : (words) => {
    const address = new URL(source, location.href);
    address.searchParams.set("q", words);
    address.searchParams.set("limit", limit);
    return ask(address.pathname + address.search);
  };

  function close() {
    clearTimeout(timer);
    asked += 1;
    list.hidden = true;
    active = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  function open(found) {
    items = found;
    active = -1;
    input.removeAttribute("aria-activedescendant");
    list.replaceChildren(...items.map((item, at) => {
      const option = element("li", { role: "option", id: `${list.id}-${at}`, "aria-selected": "false" });
      option.append(...[show(item)].flat());
      option.addEventListener("click", () => take(item));
      return option;
    }));
    if (!items.length) list.append(element("li", { class: "combobox-none", role: "option", "aria-disabled": "true" }, "Nothing of this name."));
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
    told.textContent = items.length ? `${items.length} found. Use the arrow keys.` : "Nothing of this name.";
  }

  function mark(at) {
    list.children[active]?.setAttribute("aria-selected", "false");
    active = (at + items.length) % items.length;
    const option = list.children[active];
    option.setAttribute("aria-selected", "true");
    option.scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", option.id);
  }

  function take(item) {
    input.value = name(item);
    if (into) {
      into.value = item.id;
      into.dispatchEvent(new Event("change", { bubbles: true }));
    }
    close();
    input.focus();
    input.dispatchEvent(new CustomEvent("combobox:chosen", { bubbles: true, detail: item }));
    choose?.(item);
  }

  async function look() {
    const mine = ++asked;
    try {
      const found = await find(input.value.trim());
      if (mine === asked && document.activeElement === input) open(found);
    } catch (error) {
      toast(error.message, { bad: true });
    }
  }

  input.addEventListener("input", () => {
    if (into) into.value = "";
    clearTimeout(timer);
    if (!input.value.trim()) return close();
    timer = setTimeout(look, WAIT_MS);
  });
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    const shown = !list.hidden;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!shown) look();
      else if (items.length) mark(event.key === "ArrowDown" ? active + 1 : active < 0 ? items.length - 1 : active - 1);
    } else if (event.key === "Enter" && shown && active >= 0) {
      event.preventDefault();
      take(items[active]);
    } else if (event.key === "Escape" && shown) {
      event.preventDefault();
      event.stopPropagation();
      close();
    }
  });
  input.addEventListener("blur", close);
  list.addEventListener("pointerdown", (event) => event.preventDefault()); // the field keeps the focus
}

/** Make comboboxes of all fields with `data-combobox` in a part of the page. */
export function enhance(root = document) {
  for (const input of root.querySelectorAll("input[data-combobox]")) {
    const into = input.dataset.comboboxInto ? document.getElementById(input.dataset.comboboxInto) : null;
    combobox(input, { source: input.dataset.combobox, into });
  }
}

enhance();
document.addEventListener("htmx:load", (event) => enhance(event.detail.elt));
