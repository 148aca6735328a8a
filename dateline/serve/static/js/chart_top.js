// Choosing the top of a chart draws it at once.
document.addEventListener("combobox:chosen", (event) => {
  event.target.closest("form[data-chart-top]")?.requestSubmit();
});
