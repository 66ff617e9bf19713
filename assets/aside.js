/* The panel beside the map: put aside, so that the map takes the whole width, and brought back. */
(() => {
  "use strict";
  const [button, back, status] = ["#panel-toggle", ".skip.low", "#status"].map((found) => document.querySelector(found));
  if (!button) return;
  const NAME = "panel";
  const root = document.documentElement;

  /* This tab remembers it while other parts of the map are opened; without storage it is not remembered. */
  function kept(value) {
    try {
      if (value !== undefined) sessionStorage.setItem(NAME, value);
      return sessionStorage.getItem(NAME);
    } catch {
      return null;
    }
  }

  function set(shown) {
    root.classList.toggle("panel-aside", !shown);
    button.setAttribute("aria-expanded", String(shown));
    button.textContent = shown ? "Hide the panel" : "Show the panel";
  }

  button.addEventListener("click", () => {
    const shown = root.classList.contains("panel-aside");
    set(shown);
    kept(shown ? "shown" : "hidden");
    const words = `The panel is ${shown ? "shown" : "hidden"}. ${status.textContent.replace(/^The panel is \w+\. /, "")}`;
    document.dispatchEvent(new CustomEvent("said", { detail: { words } }));
  });
  back.addEventListener("click", () => set(true));
  set(kept() !== "hidden");
})();
