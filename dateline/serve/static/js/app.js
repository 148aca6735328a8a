// What every page does: send the session's token along, and tell what happened.
import { csrf, toast } from "./api.js";

document.addEventListener("htmx:configRequest", (event) => {
  if (event.detail.verb !== "get") event.detail.headers["X-CSRF-Token"] = csrf();
});
document.addEventListener("htmx:responseError", (event) => {
  const answer = new DOMParser().parseFromString(event.detail.xhr.responseText, "text/html");
  toast(answer.body.textContent.trim().slice(0, 300) || "That did not work.", { bad: true });
});
document.addEventListener("htmx:sendError", () => {
  toast("The workbench does not answer. Is dateline serve still running?", { bad: true });
});

// What scrolls sideways must be reached by keyboard.
function letScrollingBeFocused() {
  for (const one of document.querySelectorAll(".scroll")) {
    if (one.scrollWidth > one.clientWidth) one.tabIndex = 0;
    else one.removeAttribute("tabindex");
  }
}
letScrollingBeFocused();
window.addEventListener("resize", letScrollingBeFocused);
document.addEventListener("htmx:afterSettle", letScrollingBeFocused);

// "/" leads to the search field, unless something is being written.
document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  if (event.target.closest("input, textarea, select, [contenteditable], dialog")) return;
  const field = document.querySelector('main input[type="search"][name="q"]') ?? document.getElementById("find");
  if (!field) return;
  event.preventDefault();
  field.focus();
  field.select();
});
