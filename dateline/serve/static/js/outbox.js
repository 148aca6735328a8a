// Decisions on their way to the server: sent one after another in the order they were made, kept when sending fails, tried
// again, and kept in the browser until the server has them, so that neither a lost connection nor a closed page loses one.
import { ask } from "./api.js";

const SLOWEST = 20_000;
const LOOK = 100;

export class Outbox {
  #waiting = [];
  #sending = null;
  #tries = 0;
  #timer = 0;
  #prefix;
  #told;

  /** `who`: whose decisions they are. `told(number, problem)`: called when the number of those not sent changes; `problem`
   * is what keeps them, or "". */
  constructor(who, told) {
    this.#prefix = `dateline:unsent:${who}:`;
    this.#told = told;
    addEventListener("beforeunload", (event) => { if (this.size) event.preventDefault(); });
    addEventListener("online", () => this.now());
  }

  get size() { return this.#waiting.length; }

  /** What an earlier page could not send. The name of each request keeps the server from carrying it out twice. */
  takeUp() {
    const found = [];
    for (let place = 0; place < localStorage.length; place += 1) {
      const key = localStorage.key(place);
      if (key.startsWith(this.#prefix)) found.push(JSON.parse(localStorage.getItem(key)));
    }
    for (const kept of found.sort((left, right) => left.at - right.at)) this.#add(kept);
    return found.length;
  }

  /** Send a request when its turn comes. The promise gives the answer, or fails when the server refuses it. */
  push(path, body) {
    const once = crypto.randomUUID?.() ?? `${Date.now()}-${Math.random().toString(36).slice(2)}`;
    return this.#add({ path, body: { ...body, once }, once, at: Date.now() });
  }

  /** Take back what was not sent yet. Whether it was there. */
  drop(entry) {
    const place = this.#waiting.indexOf(entry);
    if (place < 0 || entry === this.#sending) return false;
    this.#waiting.splice(place, 1);
    this.#forget(entry);
    this.#told(this.size, "");
    return true;
  }

  /** Try at once. */
  now() {
    clearTimeout(this.#timer);
    if (!this.#sending) this.#next();
  }

  /** When the server has all that waits, so that nothing sent another way overtakes it. Fails when it cannot be reached. */
  async quiet() {
    while (this.size) {
      if (this.#tries) throw new Error("What you decided before is not sent yet; it is tried again. Then save this.");
      await Promise.race([this.#waiting[0].answer.catch(() => {}), new Promise((resolve) => { setTimeout(resolve, LOOK); })]);
    }
  }

  #add(kept) {
    const entry = { ...kept };
    entry.answer = new Promise((resolve, reject) => Object.assign(entry, { resolve, reject }));
    entry.answer.catch(() => {});
    localStorage.setItem(this.#prefix + kept.once, JSON.stringify(kept));
    this.#waiting.push(entry);
    this.#told(this.size, "");
    if (!this.#sending && !this.#tries) this.#next();
    return entry;
  }

  async #next() {
    const entry = this.#waiting[0];
    if (!entry) return;
    this.#sending = entry;
    try {
      const answer = await ask(entry.path, { method: "POST", body: entry.body, keepalive: true });
      this.#done(entry);
      entry.resolve(answer);
    } catch (error) {
      if (isForLater(error)) {
        this.#sending = null;
        this.#tries += 1;
        this.#timer = setTimeout(() => this.now(), Math.min(SLOWEST, 1000 * 2 ** this.#tries));
        this.#told(this.size, error.message);
        return;
      }
      this.#done(entry);
      entry.reject(error);
    }
    this.#next();
  }

  #done(entry) {
    this.#sending = null;
    this.#tries = 0;
    this.#waiting.splice(this.#waiting.indexOf(entry), 1);
    this.#forget(entry);
    this.#told(this.size, "");
  }

  #forget(entry) {
    localStorage.removeItem(this.#prefix + entry.once);
  }
}

/** Whether the same request may be taken another time: no answer, logged out, too many at once, a fault of the server. */
function isForLater(error) {
  return error.status === undefined || error.status === 401 || error.status === 429 || error.status >= 500;
}
