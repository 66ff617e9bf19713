/* Parts of the map: links and the form that change what is shown take along what is chosen. */
(() => {
  "use strict";
  const [form, viewport, map] = ["part-form", "viewport", "map"].map((id) => document.getElementById(id));
  if (!map) return;
  const CHOSEN = ["start", "goal", "pick"];
  const { OURS, WISHES, only, without, text } = window.careerMap.address;
  const FAR = 4;
  const HOME = form.querySelector("form").getAttribute("action");
  let pressed = null;

  /* Another part is another page: its address gets the choice of this moment. */
  function takeAlong(link) {
    const wanted = link.getAttribute("href").slice(HOME.length + 1);
    link.setAttribute("href", `${HOME}?${text([...only(location.search, OURS), ...without(wanted, OURS)])}`);
  }

  viewport.addEventListener("pointerdown", (event) => { pressed = [event.clientX, event.clientY]; });
  document.addEventListener("click", (event) => {
    const link = event.target.closest(`:is(main, .edition) a[href^='${HOME}?'], .part-form a[href='${HOME}']`);
    if (!link) return;
    const moved = pressed && event.detail ? Math.hypot(event.clientX - pressed[0], event.clientY - pressed[1]) : 0;
    if (map.contains(link) && moved > FAR) event.preventDefault();
    else takeAlong(link);
  }, { capture: true });

  form.addEventListener("submit", () => {
    const now = new URLSearchParams(location.search);
    form.querySelectorAll(".wish").forEach((field) => field.remove());
    for (const [name, value] of only(location.search, WISHES)) {
      form.append(Object.assign(document.createElement("input"), { type: "hidden", className: "wish", name, value }));
    }
    for (const field of form.querySelectorAll("input, select")) {
      if (CHOSEN.includes(field.name)) field.value = now.get(field.name) || "";
      if (field.type !== "checkbox") field.disabled = !field.value;
    }
  });
  window.addEventListener("pageshow", () => {
    form.querySelectorAll("select, input[type='text']").forEach((field) => { field.disabled = false; });
  });

  /* A part that is being drawn fills itself; after that, it is said. */
  if (document.querySelector("[data-drawn]") || history.state?.drawn) import("./drawn.js").catch(() => {});

  /* Very many titles are offered once somebody goes to a search. */
  const titles = document.getElementById("titles");
  let fetched = !titles.dataset.from;
  document.addEventListener("focusin", async ({ target }) => {
    if (fetched || !target.matches("[list='titles']")) return;
    fetched = true;
    try {
      const answer = await fetch(titles.dataset.from);
      if (answer.ok) titles.innerHTML = await answer.text();
    } catch {
      fetched = false;
    }
  });

  /* On an overview the names stay in view while the lines are scrolled sideways. */
  const names = [...map.querySelectorAll(".label")];
  function follow() {
    const scale = map.getBoundingClientRect().width / map.viewBox.baseVal.width;
    const left = Math.max(0, viewport.scrollLeft - document.getElementById("sizer").offsetLeft) / scale;
    map.classList.toggle("pinned", left > 0);
    names.forEach((name) => name.setAttribute("transform", `translate(${left} 0)`));
  }
  /* The start, which is marked on its group's line, is brought into view. */
  const journey = document.getElementById("journey");
  const [HEADINGS, BUTTONS] = [40, 64];
  function reveal() {
    const end = journey.querySelector(".end");
    if (!end) return;
    const [mark, frame] = [end.getBoundingClientRect(), viewport.getBoundingClientRect()];
    const seen = mark.top > frame.top + HEADINGS && mark.bottom < frame.bottom - BUTTONS;
    if (!seen) viewport.scrollBy(0, mark.top - frame.top - frame.height / 3);
  }

  let waiting = false;
  if (names.length) {
    new MutationObserver(reveal).observe(journey, { childList: true });
    reveal();
    viewport.addEventListener("scroll", () => {
      if (waiting) return;
      waiting = true;
      requestAnimationFrame(() => { waiting = false; follow(); });
    }, { passive: true });
  }
})();
