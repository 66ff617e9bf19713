/* If the panel cannot be taken over, the readable first answer stays: its links and its form work without a script. */
(() => {
  "use strict";
  const panel = document.getElementById("react-entry-point");
  if (!panel || !document.getElementById("map")) return;
  const [own, first] = [panel.querySelector(".panel-body"), [...panel.childNodes].map((node) => node.cloneNode(true))];

  function rescue() {
    if (document.documentElement.classList.contains("waiting")) { location.reload(); return; }
    panel.replaceChildren(...first);
    for (const kind of ["click", "submit", "change", "input"]) {
      window.addEventListener(kind, (event) => {
        if (kind === "click" ? event.target.closest("a") : !event.target.closest("[data-marks-for]")) event.stopPropagation();
      }, { capture: true });
    }
    const words = "The page is not complete, but its links work. Reload to try again.";
    document.dispatchEvent(new CustomEvent("said", { detail: { words, notice: "lasting" } }));
  }

  const watcher = new MutationObserver(() => {
    const now = panel.querySelector(".panel-body");
    if (panel.querySelector("._dash-error")) { watcher.disconnect(); rescue(); }
    else if (now && now !== own) watcher.disconnect();
  });
  watcher.observe(panel, { childList: true, subtree: true, attributeFilter: ["class"] });
})();
