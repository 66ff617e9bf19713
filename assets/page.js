/* The page around the map: copy link, print, and on a small screen the sheet over the map. */
(() => {
  "use strict";
  const root = document.documentElement;
  const [toggle, sheet, status] = ["sheet-toggle", "sheet", "status"].map((id) => document.getElementById(id));
  if (!toggle) return;
  const small = matchMedia("(max-width: 899.98px) and (min-height: 320px)");
  root.classList.add("js");

  function slide(up) {
    root.classList.toggle("map-first", !up);
    sheet.inert = !up && small.matches;
    toggle.setAttribute("aria-expanded", String(up));
  }
  toggle.addEventListener("click", () => slide(root.classList.contains("map-first")));
  small.addEventListener("change", () => slide(true));

  /* Charts need one more script: load it with the first wish to see one, then wish again. */
  const more = document.createElement("script");
  let loaded = !root.dataset.forCharts;
  document.addEventListener("click", (event) => {
    const button = event.target.closest("#show-levels");
    if (loaded || !button) return;
    event.stopImmediatePropagation();
    if (more.src) return;
    more.src = root.dataset.forCharts;
    more.addEventListener("load", () => { loaded = true; button.click(); });
    document.head.append(more);
  }, { capture: true });

  document.getElementById("print").addEventListener("click", () => window.print());
  document.getElementById("copy-link").addEventListener("click", async ({ target }) => {
    const link = location.origin + location.pathname + location.search;
    try {
      await navigator.clipboard.writeText(link);
      target.textContent = "Link copied";
      status.textContent = "The link to this page is copied.";
      setTimeout(() => { target.textContent = "Copy link"; }, 2500);
    } catch {
      window.prompt("Copy this link", link);
    }
  });
})();
