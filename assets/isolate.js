/* One track in full, the others dimmed: at hand for a moment, or held until it is let go. */
(() => {
  "use strict";
  const [map, roles, all] = ["map", "roles", "all-tracks"].map((id) => document.getElementById(id));
  if (!map) return;
  const small = matchMedia("(max-width: 899.98px)");
  const ofTrack = new Map();
  let [held, shown] = [null, null];

  function belong(element, track) {
    if (!ofTrack.has(track)) ofTrack.set(track, []);
    ofTrack.get(track).push(element);
  }
  for (const element of map.querySelectorAll("[data-track]")) belong(element, element.dataset.track);
  for (const station of map.querySelectorAll(".station")) {
    station.dataset.tracks.split(" ").forEach((track) => belong(station, track));
  }

  /* The list's headings become buttons: the same by keyboard and for screen readers. */
  const buttons = new Map();
  for (const heading of roles ? roles.querySelectorAll("h3[data-track]") : []) {
    const button = document.createElement("button");
    Object.assign(button, { type: "button", className: "track-button", textContent: heading.textContent });
    button.title = "Show this track in full and dim the others";
    button.setAttribute("aria-pressed", "false");
    heading.replaceChildren(button);
    buttons.set(heading.dataset.track, button);
  }
  const nameOf = (track) => (
    buttons.get(track) || map.querySelector(`.badge[data-track="${track}"]`) || map
  ).textContent.trim();

  function show(track) {
    if (track === shown) return;
    shown = track;
    map.querySelectorAll(".of-track").forEach((element) => element.classList.remove("of-track"));
    map.classList.toggle("apart", track !== null);
    (ofTrack.get(track) || []).forEach((element) => element.classList.add("of-track"));
  }

  function hold(track) {
    held = track;
    show(track);
    buttons.forEach((button, own) => button.setAttribute("aria-pressed", String(own === track)));
    all.hidden = track === null;
    const stations = track === null ? 0 : map.querySelectorAll(".station.of-track").length;
    const words = track === null ? "All tracks are shown in full."
      : `${nameOf(track)}: ${stations === 1 ? "1 role" : `${stations} roles`}. The other tracks are dimmed.`;
    document.dispatchEvent(new CustomEvent("said", { detail: { words } }));
  }

  function letGo() {
    const last = buttons.get(held);
    if (document.activeElement === all) (last && last.checkVisibility() ? last : document.getElementById("viewport")).focus();
    hold(null);
  }

  function sourceOf(target) {
    const source = target.closest("h3[data-track], .badge[data-track], .code[data-track]");
    return source && (map.contains(source) || !source.matches("h3") || target.closest("button")) ? source : null;
  }

  document.addEventListener("pointerover", ({ target, pointerType }) => {
    if (pointerType === "touch") return;
    const source = sourceOf(target);
    show(source ? source.dataset.track : held);
  });
  document.addEventListener("focusin", ({ target }) => {
    const source = sourceOf(target);
    show(source && target.matches(":focus-visible") ? source.dataset.track : held);
  });
  let pressed = [0, 0];
  document.addEventListener("pointerdown", ({ clientX, clientY }) => { pressed = [clientX, clientY]; });
  document.addEventListener("click", ({ target, detail, clientX, clientY }) => {
    if (target === all) { letGo(); return; }
    const source = sourceOf(target);
    const isDrag = detail > 0 && Math.hypot(clientX - pressed[0], clientY - pressed[1]) > 4;
    if (!source || isDrag) return;
    hold(source.dataset.track === held ? null : source.dataset.track);
    const toggle = document.getElementById("sheet-toggle");
    if (source.matches("h3") && held !== null && small.matches && !document.documentElement.classList.contains("map-first")) {
      toggle.click();
      toggle.focus();
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || held === null) return;
    event.stopPropagation();
    letGo();
  }, { capture: true });
})();
