// The page of a fact: j and k go from claim to claim, Enter to the claim in its report.
const grounds = [...document.querySelectorAll(".ground")];
for (const ground of grounds) ground.tabIndex = -1;

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select")) return;
  const at = grounds.indexOf(document.activeElement?.closest(".ground"));
  const step = { j: 1, k: -1 }[event.key];
  if (step && grounds.length) {
    event.preventDefault();
    const next = grounds[Math.max(0, Math.min(grounds.length - 1, at + step))];
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: "nearest" });
  } else if (event.key === "Enter" && event.target === grounds[at]) {
    location.assign(grounds[at].querySelector(".whose a[href^='/reports/']").href);
  }
});
