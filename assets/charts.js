/* Charts of levels: a button asks the server for one; what draws it is loaded with the first wish. */
(() => {
  "use strict";
  const { dataset } = document.documentElement;
  const say = (words) => document.dispatchEvent(new CustomEvent("said", { detail: { words, notice: "lasting" } }));
  const key = ({ chart, name }) => `${chart} ${name}`;
  const NONE = { chart: "", name: "" };
  let [loaded, more, turn, watched, wished] = [!dataset.forCharts, null, 0, null, NONE];

  function ask({ chart, name }) {
    turn += 1;
    wished = { chart, name };
    window.dash_clientside.set_props("chart", { data: { ...wished, turn } });
  }

  function load(wish) {
    if (more) return;
    more = document.createElement("script");
    more.src = dataset.forCharts;
    more.addEventListener("load", () => { loaded = true; ask(wish); });
    more.addEventListener("error", () => {
      more = null;
      say("The levels could not be loaded. Check your connection, then try again.");
    });
    document.head.append(more);
  }

  /* Levels that come late, for an answer that is no longer shown, are taken away again. */
  function watch(levels) {
    if (watched === levels) return;
    watched = levels;
    new MutationObserver(() => {
      const drawn = levels.querySelector("[data-address]");
      if (drawn && drawn.dataset.address !== (location.search || "?")) { ask(NONE); return; }
      for (const button of document.querySelectorAll("[data-chart]")) {
        button.setAttribute("aria-pressed", String(Boolean(drawn) && key(button.dataset) === key(wished)));
      }
    }).observe(levels, { childList: true });
  }

  document.addEventListener("click", ({ target }) => {
    const button = target.closest("[data-chart]");
    if (!button || !window.dash_clientside) return;
    watch(document.getElementById("levels"));
    const wish = button.getAttribute("aria-pressed") === "true" ? NONE : { ...button.dataset };
    if (loaded) ask(wish);
    else load(wish);
  });

  document.addEventListener("error", ({ target }) => {
    if (target.tagName === "SCRIPT" && loaded) say("The picture of the levels could not be loaded. The table says the same.");
  }, { capture: true });
})();
