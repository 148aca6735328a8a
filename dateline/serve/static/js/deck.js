// The cards of a queue, one shown at a time. The next ones are fetched while one is read, so that none is waited for.
const AHEAD = 8;

export class Deck {
  #root;
  #cards = [];
  #known = new Set();
  #at = 0;
  #isWhole = false;
  #hasFirst = false;
  #fetching = null;
  #shown;

  /** `shown(card)`: called with each card that comes to be seen, with null at the end. */
  constructor(root, shown) {
    this.#root = root;
    this.#shown = shown;
    this.#keep(root.querySelectorAll(".review-card"));
    document.body.classList.add("with-keys");
  }

  get card() { return this.#cards[this.#at] ?? null; }

  get cards() { return this.#cards; }

  /** Show a card of the deck, or the end after the last. */
  show(place) {
    this.#cards[this.#at]?.classList.remove("shown");
    this.#at = Math.max(0, Math.min(place, this.#cards.length));
    const card = this.card;
    card?.classList.add("shown");
    document.getElementById("end").hidden = card !== null || !this.#isWhole;
    if (card) {
      card.focus({ preventScroll: true });
      if (card.getBoundingClientRect().top < 0) card.scrollIntoView({ block: "start" });
    }
    this.#shown(card);
    if (this.#cards.length - this.#at <= AHEAD) this.#more();
  }

  place(card) { return this.#cards.indexOf(card); }

  find(id) { return this.#cards.findIndex((card) => card.dataset.id === id); }

  next() { this.show(this.#at + 1); }

  /** The first after this one that `fits`. */
  forward(fits) {
    let place = this.#at + 1;
    while (place < this.#cards.length && !fits(this.#cards[place])) place += 1;
    this.show(place);
  }

  async previous() {
    if (this.#at > 0) return this.show(this.#at - 1);
    const first = this.#cards[0];
    if (!first || this.#hasFirst || !this.#root.dataset.page) return undefined;
    const found = this.#fresh(await this.#fetch({ before: first.dataset.id }));
    this.#hasFirst = found.length === 0;
    if (!found.length) return undefined;
    first.before(...found);
    this.#cards.unshift(...found);
    this.#at += found.length;
    return this.show(this.#at - 1);
  }

  /** A card as the server has it now, in the place of the old one. */
  async refresh(id) {
    const [fresh] = await this.#fetch({ only: id });
    const place = this.find(id);
    if (!fresh || place < 0) return;
    fresh.classList.toggle("shown", this.#cards[place].classList.contains("shown"));
    this.#cards[place].replaceWith(fresh);
    this.#cards[place] = fresh;
  }

  /** Put a card that was not in the deck where one is now. Whether there is such a card. */
  async bring(id) {
    const [found] = await this.#fetch({ only: id });
    if (!found) return false;
    this.#known.add(id);
    this.#cards.splice(this.#at, 0, found);
    this.#root.append(found);
    this.#cards[this.#at + 1]?.classList.remove("shown");
    this.show(this.#at);
    return true;
  }

  #more() {
    if (this.#isWhole || this.#fetching) return;
    const last = this.#cards.at(-1);
    const after = last ? { after: last.dataset.place ?? last.dataset.id } : {};
    this.#fetching = this.#fetch(after).then((found) => {
      const fresh = this.#fresh(found);
      this.#isWhole = found.length === 0 || fresh.length === 0;
      this.#keep(fresh);
      this.#root.append(...fresh);
      this.#fetching = null;
      if (this.#at >= this.#cards.length - fresh.length) this.show(this.#at);
    }).catch(() => { this.#fetching = null; });
  }

  #keep(cards) {
    for (const card of cards) {
      this.#known.add(card.dataset.id);
      this.#cards.push(card);
    }
  }

  #fresh(cards) { return cards.filter((card) => !this.#known.has(card.dataset.id)); }

  /** Cards of the server, which escapes what they say of reports; nothing of them can run. */
  async #fetch(more) {
    const asked = new URLSearchParams(this.#root.dataset.query);
    for (const [name, value] of Object.entries(more)) asked.set(name, value);
    const answer = await fetch(`${this.#root.dataset.cards}?${asked}`, { credentials: "same-origin" });
    if (!answer.ok) throw new Error(`The workbench answered ${answer.status}.`);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    return [...page.querySelectorAll(".review-card")].map((card) => document.importNode(card, true));
  }
}
