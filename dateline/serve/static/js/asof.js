// A day to look at. A form with `data-asof` holds a date field and, beside it, a slider over days (templates/as_of.html.j2);
// `data-asof-stops` lists the days from which something else holds. The form tells by events
//   asof:moved    { day }  while the slider is moved: draw what costs nothing
//   asof:settled  { day }  when it rests: ask the server
// and keeps `as_of` in the address, so that it leads back to what is seen. Keys: [ and ] go from change to change.

const REST_MS = 180;
const DAY_MS = 86_400_000;
const EPOCH = 719_163; // 1970-01-01 as days since 0001-01-01, as Python's date.toordinal counts

/** The number of a day such as "2012-12-03". */
export function ordinal(day) {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / DAY_MS) + EPOCH;
}

/** The day of a number. */
export function dayOf(number) {
  return new Date((Number(number) - EPOCH) * DAY_MS).toISOString().slice(0, 10);
}

/** Make the slider of a form move. `keep`: whether the address follows. */
export function asOf(form, { keep = true } = {}) {
  if (form.dataset.asofReady) return;
  form.dataset.asofReady = "yes";
  const field = form.querySelector('input[name="as_of"]');
  const range = form.querySelector('input[type="range"]');
  const stops = (form.dataset.asofStops ?? "").split(/\s+/).filter(Boolean).map(ordinal);
  for (const hidden of form.querySelectorAll(".asof-slide, .asof-steps")) hidden.hidden = false;
  for (const button of form.querySelectorAll(".asof-show")) button.hidden = true;
  let timer = 0;

  const tell = (name, day) => form.dispatchEvent(new CustomEvent(name, { bubbles: true, detail: { day } }));

  function move(day, wait) {
    if (range) {
      range.value = ordinal(day);
      range.setAttribute("aria-valuetext", day);
    }
    field.value = day;
    tell("asof:moved", day);
    clearTimeout(timer);
    timer = setTimeout(() => settle(day), wait);
  }

  function settle(day) {
    if (keep) {
      const address = new URL(location.href);
      address.searchParams.set("as_of", day);
      history.replaceState(history.state, "", address);
    }
    tell("asof:settled", day);
  }

  function step(by) {
    const now = ordinal(field.value);
    const next = by > 0 ? stops.find((stop) => stop > now) : stops.findLast((stop) => stop < now);
    if (next !== undefined) move(dayOf(next), 0);
  }

  range?.addEventListener("input", () => move(dayOf(range.value), REST_MS));
  field.addEventListener("change", () => field.value && move(field.value, 0));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (field.value) move(field.value, 0);
  });
  form.addEventListener("click", (event) => {
    const button = event.target.closest("[data-asof-step]");
    if (button) step(Number(button.dataset.asofStep));
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input:not([type=range]), textarea, select")) return;
    if (event.key === "[" || event.key === "]") step(event.key === "]" ? 1 : -1);
  });
}

for (const form of document.querySelectorAll("form[data-asof]")) asOf(form);
