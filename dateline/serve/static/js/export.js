// Export: says that a file is being made, fetches it, and tells what is in it.
import { toast } from "./api.js";

const form = document.getElementById("export");
const telling = document.getElementById("making");

function nameIn(answer) {
  return /filename="?([^";]+)/.exec(answer.headers.get("content-disposition") ?? "")?.[1] ?? "export";
}

async function fetched(address) {
  const answer = await fetch(address, { headers: { "HX-Request": "true" }, credentials: "same-origin" });
  if (answer.ok) return answer;
  const words = new DOMParser().parseFromString(await answer.text(), "text/html").body.textContent.trim();
  throw new Error(words || "That did not work.");
}

function keep(content, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

form.addEventListener("submit", async (event) => {
  const button = event.submitter;
  if (!button || button.classList.contains("plain")) return;
  event.preventDefault();
  const query = new URLSearchParams([...new FormData(form, button)].filter(([, value]) => value !== ""));
  const buttons = [...form.querySelectorAll("button")];
  buttons.forEach((one) => { one.disabled = true; });
  telling.textContent = `Making ${button.value} …`;
  try {
    const answer = await fetched(`/export/file?${query}`);
    const name = nameIn(answer);
    keep(await answer.blob(), name);
    const left = Number(answer.headers.get("x-dateline-left-out"));
    const out = left ? `, ${left.toLocaleString("en")} facts left out (the manifest says why)` : "";
    telling.textContent = `${name}: ${Number(answer.headers.get("x-dateline-written")).toLocaleString("en")} lines${out}.`;
  } catch (error) {
    telling.textContent = "";
    toast(error.message, { bad: true });
  } finally {
    buttons.forEach((one) => { one.disabled = false; });
    button.focus();
  }
});
