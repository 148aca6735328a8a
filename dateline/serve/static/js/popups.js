// What opens over the map: an event with its numbers and sources, a list of events at one spot, a holding.
import { ask, element } from "./api.js";

const SHOWN = 12;
const PRECISE = { site: "a site", settlement: "a town or village", near: "near a place", district: "a district", province: "a province", feature: "an area", country: "a country", sea: "a sea" };

/** How sharply a place is known: `known to an area of 30 km`. */
export function precisionWords({ precision, radius_km: radius }) {
  const kind = PRECISE[precision] ?? precision;
  return radius ? `${kind}, known to within ${Math.round(radius).toLocaleString("en")} km` : kind;
}

/** A popup of one event: what the map knows at once, the rest when the server has answered. */
export function eventPopup(properties) {
  const line = element("a", { href: `/facts/${properties.id}`, class: "popup-line" }, `${properties.type}, ${properties.days}`);
  const more = element("div", { class: "popup-more" }, element("p", { class: "faint" }, "…"));
  const box = element("div", { class: "popup" }, line, element("p", { class: "faint" }, element("bdi", {}, properties.place), `: ${precisionWords(properties)}`), more);
  ask(`/api/events/${encodeURIComponent(properties.id)}`).then(
    (event) => {
      line.textContent = event.line;
      const marks = event.marks.map((mark) => element("span", { class: `mark ${mark}` }, mark));
      more.replaceChildren(
        ...(marks.length ? [element("p", {}, ...marks)] : []),
        ...event.counts.map((count) => element("p", {}, count)),
        element("p", { class: "faint" }, event.sources),
        ...event.record.disagreements.map((one) => element("p", { class: "faint" }, `sources differ on: ${one.field}`)),
        element("p", {}, element("a", { href: `/facts/${event.id}` }, "Why: claims and passages")),
      );
    },
    (error) => more.replaceChildren(element("p", { class: "faint" }, error.message)),
  );
  return box;
}

/** A popup of several events at one spot; `choose(id)` opens one of them. */
export function areaPopup(features, choose) {
  const [{ properties }] = features;
  const one = features.every((feature) => feature.properties.place === properties.place);
  const items = features.slice(0, SHOWN).map(({ properties: event }) => {
    const button = element("button", { type: "button", class: "plain" }, `${event.type}, ${event.days}`);
    button.addEventListener("click", () => choose(event.id));
    const dead = event.killed === null || event.killed === undefined ? "" : ` · killed ${event.killed.toLocaleString("en")}`;
    return element("li", {}, button, element("span", { class: "faint" }, `${dead}${one ? "" : ` · ${event.place}`}${event.state === "told" ? "" : ` · ${event.state}`}`));
  });
  const number = `${features.length.toLocaleString("en")} event${features.length === 1 ? "" : "s"}`;
  return element(
    "div",
    { class: "popup" },
    element("h3", {}, one ? element("bdi", {}, properties.place) : "At one spot"),
    element("p", { class: "faint" }, one ? `${number}; ${precisionWords(properties)}` : number),
    element("ul", { class: "plain" }, ...items),
    features.length > SHOWN ? element("p", { class: "faint" }, `and ${(features.length - SHOWN).toLocaleString("en")} more: name the place in the filters to see them in the table`) : null,
  );
}

/** A popup of who holds a place. */
export function holderPopup(properties, kinds) {
  const marks = typeof properties.marks === "string" ? JSON.parse(properties.marks) : properties.marks;
  return element(
    "div",
    { class: "popup" },
    element("a", { href: `/facts/${properties.id}`, class: "popup-line" }, element("bdi", {}, properties.holder), ` ${kinds[properties.type]} `, element("bdi", {}, properties.place)),
    element("p", {}, properties.words, ...marks.map((mark) => element("span", { class: `mark ${mark}` }, mark))),
    element("p", { class: "faint" }, `${properties.sources} source${properties.sources === 1 ? "" : "s"}`),
  );
}
