// Putting a claim's fields right: the form stands in the card, below the sentence that it is about.
import { ask } from "./api.js";
import { combobox } from "./suggestions.js";

export class Editor {
  #form = document.getElementById("editor");
  #values = {};
  #chosen = {};
  #card = null;
  #types = null;
  #before;
  #saved;

  /** `before()`: waited for before a correction is sent. `saved(card, answer)`: called when the server took it. */
  constructor(before, saved) {
    this.#before = before;
    this.#saved = saved;
    for (const input of this.#form.querySelectorAll("[data-source]")) {
      combobox(input, (words) => this.#suggest(input, words), (choice) => this.#take(input, choice));
    }
    this.#form.addEventListener("input", (event) => this.#mark(event.target));
    this.#form.addEventListener("change", (event) => {
      this.#mark(event.target);
      if (event.target.name === "when") this.#checkDate();
    });
    this.#form.addEventListener("submit", (event) => { event.preventDefault(); this.#save(); });
    this.#form.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && !event.defaultPrevented) { event.preventDefault(); this.close(); }
    });
    this.#form.querySelector("[data-cancel]").addEventListener("click", () => this.close());
  }

  get isOpen() { return !this.#form.hidden; }

  open(card) {
    this.#card = card;
    this.#values = JSON.parse(card.dataset.values);
    this.#chosen = {};
    card.querySelector(".editor-slot").append(this.#form);
    this.#form.reset();
    for (const [name, value] of Object.entries(this.#values)) {
      const field = this.#form.elements[name];
      if (!field) continue;
      field.value = value;
      field.classList.remove("changed");
      delete field.dataset.touched;
    }
    for (const hint of this.#form.querySelectorAll(".faint[id]")) hint.textContent = "";
    this.#wrong("");
    this.#form.hidden = false;
    document.body.classList.add("editing");
    this.#form.elements.type.focus();
    this.#form.scrollIntoView({ block: "nearest" });
  }

  close() {
    this.#form.hidden = true;
    document.body.classList.remove("editing");
    document.body.append(this.#form);
    this.#card?.focus({ preventScroll: true });
  }

  /** The fields that are not as they were. */
  changes() {
    const found = {};
    for (const [name, value] of Object.entries(this.#values)) {
      const now = this.#form.elements[name]?.value.trim();
      if (now !== undefined && now !== value) found[name] = this.#chosen[name] ?? now;
    }
    for (const [name, value] of Object.entries(this.#chosen)) if (value !== this.#values[name]) found[name] = value;
    return found;
  }

  async #save() {
    const changes = this.changes();
    if (!Object.keys(changes).length) return this.#wrong("Nothing is changed. To say that the claim is right as it is, leave this and accept it.");
    this.#wrong("");
    const card = this.#card;
    const button = this.#form.querySelector("button.main");
    button.disabled = true;
    try {
      await this.#before();
      const answer = await ask(card.dataset.correct, { method: "POST", body: { changes, note: this.#form.elements.note.value } });
      this.close();
      this.#saved(card, answer);
    } catch (error) {
      this.#wrong(error.message);
    } finally {
      button.disabled = false;
    }
  }

  #wrong(words) {
    const line = document.getElementById("editor-wrong");
    line.textContent = words;
    line.hidden = !words;
  }

  #mark(field) {
    if (!(field.name in this.#values)) return;
    field.classList.toggle("changed", field.value.trim() !== this.#values[field.name] || field.name in this.#chosen);
  }

  #take(input, choice) {
    delete this.#chosen[input.name];
    if (choice && choice.value !== choice.name) this.#chosen[input.name] = choice.value;
    document.getElementById(`hint-${input.name}`).textContent = choice?.detail ?? "";
  }

  async #suggest(input, words) {
    const source = input.dataset.source;
    const report = this.#card.dataset.report;
    if (source === "actors") return ask(`/api/suggest/actors?${new URLSearchParams({ words, report })}`);
    if (source === "places") return ask(`/api/suggest/places?${new URLSearchParams({ words })}`);
    this.#types ??= await ask("/api/suggest/types");
    const wanted = words.trim().toLowerCase();
    if (source === "types") {
      return this.#types.filter((one) => `${one.name} ${one.detail}`.toLowerCase().includes(wanted))
        .sort((left, right) => !left.name.toLowerCase().startsWith(wanted) - !right.name.toLowerCase().startsWith(wanted));
    }
    const type = this.#types.find((one) => one.name.toLowerCase() === this.#form.elements.type.value.trim().toLowerCase());
    return (type?.modes ?? []).filter((mode) => mode.includes(wanted)).map((mode) => ({ value: mode, name: mode, detail: "" }));
  }

  async #checkDate() {
    const hint = document.getElementById("hint-when");
    const text = this.#form.elements.when.value.trim();
    if (text === this.#values.when) { hint.textContent = ""; return; }
    try {
      const meaning = await ask(`/api/check/date?${new URLSearchParams({ text })}`);
      hint.textContent = text ? `${meaning.words}: ${meaning.detail}` : "no date";
    } catch (error) {
      hint.textContent = error.message;
    }
  }
}
