// What the signs of the map mean, and the list of who holds what.
import { element } from "./api.js";
import { FAMILIES, HOLDINGS, STATES, eventSign, holderSign, holdersOf } from "./signs.js";

/** Write the legend. */
export function showLegend(list) {
  const item = (canvas, words) => {
    canvas.setAttribute("aria-hidden", "true");
    return element("li", {}, canvas, words);
  };
  list.replaceChildren(
    ...FAMILIES.map((one) => item(eventSign(one, "told", true), { force: "force", words: "words", cooperation: "cooperation" }[one])),
    ...Object.entries(STATES).filter(([state]) => state !== "told").map(([state, words]) => item(eventSign("force", state, true), words)),
    item(eventSign("force", "told", false), "somewhere in the hatched area round it"),
    element("li", {}, element("span", { class: "cluster-sign", "aria-hidden": "true" }, "12"), "so many events: click to part or list them"),
  );
}

/** Who holds what on a day, as a list that says all that the map shows. */
export function showHolders(section, features, day) {
  section.hidden = !day;
  if (!day) return section.replaceChildren();
  const holders = holdersOf(features);
  const groups = Map.groupBy ? Map.groupBy(features, keyOf) : grouped(features);
  const ordered = [...holders.keys()].map((key) => [key, groups.get(key)]);
  const head = element("h2", {}, `Who holds what on ${day}`);
  if (!features.length) return section.replaceChildren(head, element("p", { class: "empty" }, "No report vouches for anybody holding a place on this day."));
  return section.replaceChildren(head, note(features), element("dl", {}, ...ordered.flatMap(([key, held]) => entry(holders.get(key), held))));
}

const keyOf = ({ properties }) => properties.actor ?? properties.holder;

function grouped(features) {
  const found = new Map();
  for (const one of features) found.set(keyOf(one), [...(found.get(keyOf(one)) ?? []), one]);
  return found;
}

function note(features) {
  const off = features.filter((one) => !one.geometry).length;
  const words = "Solid edge: claims vouch for that day. Broken edge: they vouch for an earlier day, and nothing says that it ended.";
  return element("p", { class: "faint" }, off ? `${words} ${off.toLocaleString("en")} of ${features.length.toLocaleString("en")} have no point on the map.` : words);
}

function entry({ letter, name }, held) {
  const [{ properties }] = held;
  const sign = holderSign(letter, name, properties.type, true);
  sign.setAttribute("aria-hidden", "true");
  const who = properties.actor ? element("a", { href: `/actors/${properties.actor}` }, element("bdi", {}, properties.holder)) : element("bdi", {}, properties.holder);
  const places = held.map(({ properties: one }) =>
    element("li", {}, `${HOLDINGS[one.type]} `, element("a", { href: `/facts/${one.id}` }, element("bdi", {}, one.place)), " ", ...one.marks.map((mark) => element("span", { class: `mark ${mark}` }, mark)), element("span", { class: "faint" }, ` ${one.words}`)),
  );
  return [element("dt", {}, sign, who), element("dd", {}, element("ul", { class: "plain" }, ...places))];
}
