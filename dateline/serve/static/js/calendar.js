// Days, months and years as numbers in a row, for sliders and bars.

const DAY_MS = 86400000;

/** Where `2012-03-04`, `2012-03` or `2012` begins (or, with `end`, ends), in whole units. */
export function numberOf(words, unit, end = false) {
  const matched = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(words.trim());
  if (!matched) return null;
  const year = Number(matched[1]);
  if (unit === "year") return year;
  const month = matched[2] ? Number(matched[2]) : end ? 12 : 1;
  if (unit === "month") return year * 12 + month - 1;
  const time = matched[3] ? Date.UTC(year, month - 1, Number(matched[3])) : end ? Date.UTC(year, month, 0) : Date.UTC(year, month - 1, 1);
  return Math.round(time / DAY_MS);
}

/** The opposite: `2012-03-04`, `2012-03` or `2012`. */
export function wordsOf(number, unit) {
  if (unit === "year") return String(number).padStart(4, "0");
  if (unit === "month") return `${String(Math.floor(number / 12)).padStart(4, "0")}-${String((number % 12) + 1).padStart(2, "0")}`;
  return new Date(number * DAY_MS).toISOString().slice(0, 10);
}

/** The first or last day of a unit. */
export function dayOf(number, unit, end = false) {
  return wordsOf(numberOf(wordsOf(number, unit), "day", end), "day");
}
