// Asking the JSON API, and telling what came of it.

/** The token of the session, which changes must carry. */
export function csrf() {
  return document.querySelector('meta[name="csrf"]')?.content ?? "";
}

/** Ask the API. Throws an Error with the words of the server when it refuses; its `status` is undefined where there was no
 * answer. `keepalive`: the request is sent to its end even when the page closes. */
export async function ask(path, { method = "GET", body, keepalive = false } = {}) {
  const headers = { Accept: "application/json" };
  if (method !== "GET") headers["X-CSRF-Token"] = csrf();
  if (body !== undefined && !(body instanceof FormData)) {
    headers["Content-Type"] = "application/json";
    body = JSON.stringify(body);
  }
  let answer;
  try {
    answer = await fetch(path, { method, headers, body, keepalive, credentials: "same-origin" });
  } catch {
    throw new Error("The workbench does not answer. Is dateline serve still running?");
  }
  if (answer.status === 401) location.assign(`/login?next=${encodeURIComponent(location.pathname + location.search)}`);
  const found = answer.status === 204 ? null : await answer.json().catch(() => null);
  if (!answer.ok) {
    throw Object.assign(new Error(found?.error?.message ?? `The workbench answered ${answer.status}.`), { status: answer.status });
  }
  return found;
}

/** Tell something for a few seconds. `action`: { name, run } of a button. */
export function toast(words, { bad = false, action } = {}) {
  const line = document.createElement("div");
  line.className = bad ? "toast bad" : "toast";
  line.textContent = words;
  if (action) {
    const button = document.createElement("button");
    button.textContent = action.name;
    button.addEventListener("click", () => { line.remove(); action.run(); });
    line.append(button);
  }
  document.getElementById("toasts").append(line);
  setTimeout(() => line.remove(), bad ? 9000 : 5000);
}

/** An element with text, which is never markup. `children`: elements and strings. */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) made.setAttribute(name, "");
    else if (value !== false && value != null) made.setAttribute(name, value);
  }
  made.append(...children.filter((child) => child != null));
  return made;
}
