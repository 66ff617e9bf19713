/* Charts of levels: a button asks the server for one; what draws it is loaded with the first wish. */
(() => {
  "use strict";
  const { dataset } = document.documentElement;
  const say = (words) => document.dispatchEvent(new CustomEvent("said", { detail: { words, notice: "lasting" } }));
  let [loaded, more, turn, watched] = [!dataset.forCharts, null, 0, null];

  function ask({ chart, name }) {
    turn += 1;
    window.dash_clientside.set_props("chart", { data: { chart, name, turn } });
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
      if (drawn && drawn.dataset.address !== (location.search || "?")) ask({ chart: "", name: "" });
    }).observe(levels, { childList: true });
  }

  document.addEventListener("click", ({ target }) => {
    const button = target.closest("[data-chart]");
    if (!button || !window.dash_clientside) return;
    watch(document.getElementById("levels"));
    if (loaded) ask(button.dataset);
    else load(button.dataset);
  });

  document.addEventListener("error", ({ target }) => {
    if (target.tagName === "SCRIPT" && loaded) say("The picture of the levels could not be loaded. The table says the same.");
  }, { capture: true });
})();
