/* All moves on the map at once, on request. */
(() => {
  "use strict";
  const [map, button] = ["map", "all-moves"].map((id) => document.getElementById(id));
  if (!button) return;
  button.addEventListener("click", () => {
    const shown = map.classList.toggle("all-moves");
    button.setAttribute("aria-pressed", String(shown));
    const many = map.querySelectorAll(".walkway").length;
    const words = shown ? `${many === 1 ? "1 move" : `${many} moves`} between tracks shown.`
      : "Moves are shown at the role at hand.";
    document.dispatchEvent(new CustomEvent("said", { detail: { words } }));
  });
})();
