// A field with suggestions, by keyboard and pointer. A suggestion that is lit is not taken: enter or a click takes it.
import { element } from "./api.js";

const PAUSE = 120;

/** `suggest(words)` gives a promise of [{ value, name, detail }]. `chosen(choice)`: called when one is taken, and with null when
 * the words are changed by hand afterwards. */
export function combobox(input, suggest, chosen = () => {}) {
  const list = document.getElementById(input.getAttribute("aria-controls"));
  let choices = [];
  let lit = -1;
  let asked = 0;
  let timer = 0;

  function close() {
    asked += 1;
    clearTimeout(timer);
    list.hidden = true;
    lit = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  function light(place) {
    lit = place;
    [...list.children].forEach((option, number) => option.setAttribute("aria-selected", String(number === place)));
    const option = list.children[place];
    if (!option) return input.removeAttribute("aria-activedescendant");
    input.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  }

  function take(choice) {
    input.value = choice.name;
    close();
    chosen(choice);
    input.dispatchEvent(new Event("change", { bubbles: true }));
  }

  async function open(words) {
    const mine = (asked += 1);
    let found = [];
    try { found = await suggest(words); } catch { /* the field works without suggestions */ }
    if (mine !== asked || document.activeElement !== input) return;
    choices = found;
    list.replaceChildren(...found.map((choice, place) => {
      const option = element("li", { role: "option", id: `${list.id}-${place}`, "aria-selected": "false" }, element("bdi", {}, choice.name));
      if (choice.detail) option.append(element("span", {}, choice.detail));
      option.addEventListener("pointerdown", (event) => { event.preventDefault(); take(choice); });
      return option;
    }));
    list.hidden = found.length === 0;
    input.setAttribute("aria-expanded", String(found.length > 0));
    light(-1);
  }

  input.addEventListener("input", () => {
    chosen(null);
    clearTimeout(timer);
    timer = setTimeout(() => open(input.value), PAUSE);
  });
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (list.hidden) return void open(input.dataset.touched ? input.value : "");
      const step = event.key === "ArrowDown" ? 1 : -1;
      light(Math.max(-1, Math.min(choices.length - 1, lit + step)));
    } else if (event.key === "Enter" && !list.hidden && lit >= 0) {
      event.preventDefault();
      take(choices[lit]);
    } else if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      event.stopPropagation();
      close();
    }
  });
  input.addEventListener("blur", close);
  input.addEventListener("input", () => { input.dataset.touched = "yes"; });
  return { close };
}
