/* Where one could go from the start: each station says what its ring shows, a choice keeps the focus, and Escape in
   the panel goes back. */
(() => {
  "use strict";
  const map = document.getElementById("map");
  if (!map) return;
  const labels = new Map([...map.querySelectorAll(".station")].map((a) => [a, a.getAttribute("aria-label")]));
  const rows = () => [...document.querySelectorAll("#reach-choices > div")];
  let [told, chosen] = [null, -1];

  document.addEventListener("click", ({ target }) => {
    chosen = rows().findIndex((row) => row.contains(target.closest("a")));
  }, { capture: true });

  document.addEventListener("answered", ({ detail: { reach } }) => {
    map.classList.toggle("reaching", Boolean(reach));
    if (reach || told) {
      labels.forEach((label, a) => {
        const words = reach && reach[a.dataset.id];
        a.setAttribute("aria-label", words ? `${label}: ${words}` : label);
      });
    }
    told = reach;
    const row = rows()[chosen];
    if (row) row.querySelector("[aria-current]").focus();
    chosen = -1;
  });

  document.addEventListener("keydown", ({ key, target }) => {
    const back = document.querySelector("#reach-back a");
    const shared = window.careerMap.address.only(location.search, ["present"]).length;
    if (key === "Escape" && back && !shared && target.closest("#result")) back.click();
  });
})();
