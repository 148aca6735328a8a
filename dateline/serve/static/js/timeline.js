// Events over time: bars, a stretch chosen with the mouse or with two sliders, a line at the day of the territory.
import { dayOf, numberOf, wordsOf } from "./calendar.js";
import { FAMILIES } from "./signs.js";

const HEIGHT = 84;
const AXIS = 18;
const SVG = "http://www.w3.org/2000/svg";

/** The timeline in its section. `on`: { range(from, to), unit(), asOf() }. */
export class Timeline {
  #section;
  #on;
  #found = null;
  #first = 0;
  #last = 0;
  #from = null;
  #to = null;
  #drag = null;

  constructor(section, on) {
    this.#section = section;
    this.#on = on;
    this.#part("unit").addEventListener("change", () => on.unit());
    for (const end of ["from", "to"]) {
      const range = this.#part(`range-${end}`);
      range.addEventListener("input", () => this.#slid(end));
      range.addEventListener("change", () => this.#tell());
    }
    const bars = this.#part("bars");
    bars.addEventListener("pointerdown", (event) => this.#pressed(event));
    bars.addEventListener("pointermove", (event) => this.#dragged(event));
    bars.addEventListener("pointerup", () => this.#released());
    bars.addEventListener("pointercancel", () => { this.#drag = null; });
    new ResizeObserver(() => this.#draw()).observe(bars);
    this.#part("territory").addEventListener("change", () => { this.#withDay(); on.asOf(); });
    this.#part("as-of").addEventListener("change", () => { this.#part("territory").checked = Boolean(this.asOf); this.#withDay(); on.asOf(); });
    const slider = this.#part("range-as-of");
    slider.addEventListener("input", () => { this.#part("as-of").value = wordsOf(Number(slider.value), "day"); this.#say(); this.#draw(); });
    slider.addEventListener("change", () => on.asOf());
  }

  /** The unit that is asked for; empty for what fits. */
  get unit() {
    return this.#part("unit").value;
  }

  set unit(given) {
    this.#part("unit").value = given ?? "";
  }

  /** The day of the territory; empty when it is not shown. */
  get asOf() {
    return this.#part("territory").checked ? this.#part("as-of").value : "";
  }

  set asOf(day) {
    this.#part("territory").checked = Boolean(day);
    if (day) this.#part("as-of").value = day;
    this.#withDay();
  }

  /** Show what `/api/events/histogram` found, and the stretch that the filters ask for. */
  show(found, from, to) {
    this.#found = found;
    const { unit, bins } = found;
    this.#section.hidden = false;
    const none = bins.length === 0;
    this.#first = none ? 0 : numberOf(bins[0].start, unit);
    this.#last = none ? 0 : numberOf(bins[bins.length - 1].start, unit);
    this.#from = from ? numberOf(from, unit) : null;
    this.#to = to ? numberOf(to, unit, true) : null;
    for (const [end, chosen, edge] of [["from", this.#from, this.#first], ["to", this.#to, this.#last]]) {
      const range = this.#part(`range-${end}`);
      [range.min, range.max, range.disabled] = [this.#first, this.#last, none];
      range.value = Math.min(Math.max(chosen ?? edge, this.#first), this.#last);
    }
    this.#withDay();
    this.#say();
    this.#draw();
  }

  #part(id) {
    return this.#section.querySelector(`#${id}`);
  }

  #withDay() {
    const slider = this.#part("range-as-of");
    slider.disabled = !this.#part("territory").checked || !this.#found?.bins.length;
    if (!this.#found?.bins.length) return;
    const { unit } = this.#found;
    slider.min = numberOf(dayOf(this.#first, unit), "day");
    slider.max = numberOf(dayOf(this.#last, unit, true), "day");
    const day = this.#part("as-of");
    if (!day.value && this.#part("territory").checked) day.value = dayOf(this.#to ?? this.#last, unit, true);
    if (day.value) slider.value = numberOf(day.value, "day");
    this.#say();
    this.#draw();
  }

  #slid(end) {
    const value = Number(this.#part(`range-${end}`).value);
    if (end === "from") [this.#from, this.#to] = [value, this.#to !== null && this.#to < value ? value : this.#to];
    else [this.#to, this.#from] = [value, this.#from !== null && this.#from > value ? value : this.#from];
    this.#say();
    this.#draw();
  }

  /** Tell of the stretch; a slider at its end sets no limit, so that events without a day stay in. */
  #tell() {
    const { unit } = this.#found;
    const from = this.#from === null || this.#from <= this.#first ? "" : wordsOf(this.#from, unit);
    const to = this.#to === null || this.#to >= this.#last ? "" : wordsOf(this.#to, unit);
    this.#on.range(from, to);
  }

  #say() {
    if (!this.#found) return;
    const { unit, bins, undated, open_ended: open } = this.#found;
    const ends = { from: this.#from ?? this.#first, to: this.#to ?? this.#last };
    for (const [end, number] of Object.entries(ends)) {
      const words = bins.length ? wordsOf(number, unit) : "no day";
      this.#part(`${end}-words`).textContent = words;
      this.#part(`range-${end}`).setAttribute("aria-valuetext", words);
    }
    this.#part("range-as-of").setAttribute("aria-valuetext", this.#part("as-of").value || "no day");
    const told = [`one bar a ${unit}; hatched: may have been then, or before or after`];
    if (undated) told.push(`${undated.toLocaleString("en")} without a day`);
    if (open) told.push(`${open.toLocaleString("en")} with a first or a last day only, hatched at that day`);
    this.#part("timeline-words").textContent = told.join(" · ");
  }

  #at(event) {
    const box = this.#part("bars").getBoundingClientRect();
    const share = Math.min(Math.max((event.clientX - box.left) / box.width, 0), 0.9999);
    return this.#first + Math.floor(share * (this.#last - this.#first + 1));
  }

  #pressed(event) {
    if (!this.#found?.bins.length || event.button !== 0) return;
    event.preventDefault();
    this.#part("bars").setPointerCapture(event.pointerId);
    this.#drag = this.#at(event);
    this.#dragged(event);
  }

  #dragged(event) {
    if (this.#drag === null) return;
    const here = this.#at(event);
    [this.#from, this.#to] = [Math.min(this.#drag, here), Math.max(this.#drag, here)];
    this.#part("range-from").value = this.#from;
    this.#part("range-to").value = this.#to;
    this.#say();
    this.#draw();
  }

  #released() {
    if (this.#drag === null) return;
    this.#drag = null;
    this.#tell();
  }

  #draw() {
    const bars = this.#part("bars");
    const width = bars.clientWidth;
    if (!width || !this.#found) return;
    const { unit, bins } = this.#found;
    const step = width / (this.#last - this.#first + 1);
    const x = (number) => (number - this.#first) * step;
    const sum = (bin) => FAMILIES.reduce((all, one) => all + (bin.sure[one] ?? 0), 0);
    const most = Math.max(1, ...bins.map((bin) => sum(bin) + bin.maybe));
    const drawn = svg("svg", { viewBox: `0 0 ${width} ${HEIGHT + AXIS}`, width, height: HEIGHT + AXIS, role: "img", "aria-label": this.#words(bins, sum) });
    drawn.append(pattern());
    for (const bin of bins) {
      let top = HEIGHT;
      const at = { x: x(numberOf(bin.start, unit)), width: Math.max(step - (step > 4 ? 1 : 0), 0.8) };
      const group = svg("g", {});
      group.append(svg("title", {}, `${bin.start}: ${sum(bin)} events${bin.maybe ? `, ${bin.maybe} more that may have been then` : ""}`));
      for (const [name, number] of [...FAMILIES.map((one) => [one, bin.sure[one] ?? 0]), ["maybe", bin.maybe]]) {
        const height = (number / most) * (HEIGHT - 4);
        top -= height;
        if (height) group.append(svg("rect", { ...at, y: top, height, class: `bar-${name}` }));
      }
      drawn.append(group);
    }
    this.#overlay(drawn, x, width);
    drawn.append(svg("line", { x1: 0, x2: width, y1: HEIGHT, y2: HEIGHT, class: "axis" }), ...this.#ticks(x, width, step));
    bars.replaceChildren(drawn);
  }

  #overlay(drawn, x, width) {
    const left = this.#from === null ? 0 : Math.max(0, x(this.#from));
    const right = this.#to === null ? width : Math.min(width, x(this.#to + 1));
    if (left > 0) drawn.append(svg("rect", { x: 0, y: 0, width: left, height: HEIGHT, class: "outside" }));
    if (right < width) drawn.append(svg("rect", { x: right, y: 0, width: Math.max(width - right, 0), height: HEIGHT, class: "outside" }));
    if (left > 0 || right < width) drawn.append(svg("rect", { x: left, y: 0.5, width: Math.max(right - left, 1), height: HEIGHT - 1, class: "stretch" }));
    if (!this.asOf || !this.#found.bins.length) return;
    const slider = this.#part("range-as-of");
    const share = (numberOf(this.asOf, "day") - slider.min + 0.5) / (slider.max - slider.min + 1);
    if (share >= 0 && share <= 1) drawn.append(svg("line", { x1: share * width, x2: share * width, y1: 0, y2: HEIGHT, class: "as-of-line" }));
  }

  #ticks(x, width, step) {
    const { unit } = this.#found;
    const every = Math.max(1, Math.ceil(86 / step));
    const found = [];
    const years = unit === "month" && step * 12 >= 40 ? 12 * Math.max(1, Math.ceil(52 / (step * 12))) : 0;
    const first = years ? Math.ceil(this.#first / years) * years : this.#first;
    for (let number = first; number <= this.#last; number += years || every) {
      if (x(number) > width - 40) break;
      const words = wordsOf(number, unit);
      found.push(svg("text", { x: x(number), y: HEIGHT + 13, class: "tick" }, years ? words.slice(0, 4) : words), svg("line", { x1: x(number), x2: x(number), y1: HEIGHT, y2: HEIGHT + 4, class: "axis" }));
    }
    return found;
  }

  #words(bins, sum) {
    if (!bins.length) return "No event has a day.";
    const top = bins.reduce((a, b) => (sum(b) > sum(a) ? b : a));
    return `Events from ${bins[0].start} to ${bins[bins.length - 1].start}; most in ${top.start}: ${sum(top)}.`;
  }
}

function svg(tag, attributes, ...children) {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

function pattern() {
  const made = svg("pattern", { id: "maybe-hatch", width: 5, height: 5, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" });
  made.append(svg("line", { x1: 0, x2: 0, y1: 0, y2: 5, class: "maybe-line" }));
  const defs = svg("defs", {});
  defs.append(made);
  return defs;
}
