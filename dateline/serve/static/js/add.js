// Adding: files are dropped, too large ones are refused before they are sent, forms are emptied once they are taken.
import { toast } from "./api.js";

const drop = document.getElementById("drop");
const input = drop.querySelector('input[type="file"]');
const chosen = document.getElementById("chosen");
const most = Number(drop.dataset.most);

function size() {
  return [...input.files].reduce((sum, file) => sum + file.size, 0);
}

function told() {
  const megabytes = (size() / 1048576).toFixed(1);
  const what = input.files.length === 1 ? input.files[0].name : `${input.files.length} files`;
  chosen.textContent = input.files.length ? `${what}, ${megabytes} MB` : "";
}

for (const kind of ["dragover", "dragenter"]) {
  drop.addEventListener(kind, (event) => { event.preventDefault(); drop.classList.add("over"); });
}
drop.addEventListener("dragleave", () => drop.classList.remove("over"));
drop.addEventListener("drop", (event) => {
  event.preventDefault();
  drop.classList.remove("over");
  if (!event.dataTransfer.files.length) return;
  input.files = event.dataTransfer.files;
  told();
});
// A file that is dropped beside the field must not replace the page.
for (const kind of ["dragover", "drop"]) document.addEventListener(kind, (event) => event.preventDefault());
input.addEventListener("change", told);

document.addEventListener("htmx:beforeRequest", (event) => {
  // What a form of many parts holds around the files is small.
  if (event.target.id === "add-files" && size() > most - 10_000) {
    event.preventDefault();
    toast(`These files are more than ${Math.floor(most / 1048576)} MB: add fewer at once, or use dateline add.`, { bad: true });
  }
});
document.addEventListener("htmx:afterRequest", (event) => {
  if (event.target.matches("form.stack") && event.detail.successful) {
    event.target.reset();
    told();
    document.getElementById("jobs").scrollIntoView({ block: "nearest" });
  }
});

// When the server is gone, it is told once: a copy of the list asks no more.
document.addEventListener("htmx:sendError", (event) => {
  const list = document.getElementById("jobs");
  if (event.target !== list) return;
  const still = list.cloneNode(true);
  for (const name of ["hx-get", "hx-trigger", "hx-swap"]) still.removeAttribute(name);
  list.replaceWith(still);
});

// Told aloud only when it changes, not at every look.
const telling = document.getElementById("jobs-told");
document.addEventListener("htmx:afterSettle", () => {
  const words = document.getElementById("jobs-summary")?.textContent.trim() ?? "";
  if (words !== telling.textContent) telling.textContent = words;
});
