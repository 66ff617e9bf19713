/* The map on the page: zoom, pan, keyboard, picking, the address. It knows no routes and no gaps. */
(() => {
  "use strict";
  const byId = (id) => document.getElementById(id);
  const map = byId("map");
  if (!map) return;
  const [viewport, sizer, overlay, status] = ["viewport", "sizer", "journey", "status"].map(byId);
  const { width, height } = map.viewBox.baseVal;
  const version = document.documentElement.dataset.version;
  const [small, overview] = [matchMedia("(max-width: 899.98px)"), map.classList.contains("overview")];

  /* ---- the view: a scrolling box around a scaled picture ---- */
  const [SMALLEST, LARGEST, READABLE, LEAST, GROWN, CLICK] = [0.2, 4, 0.75, 0.69, 1.25, 4];
  let [scale, settled] = [1, 0];

  function zoom(wanted, x = viewport.clientWidth / 2, y = viewport.clientHeight / 2) {
    const [left, top] = [viewport.scrollLeft + x - sizer.offsetLeft, viewport.scrollTop + y - sizer.offsetTop];
    const ratio = Math.min(LARGEST, Math.max(SMALLEST, wanted)) / scale;
    scale *= ratio;
    sizer.style.width = `${width * scale}px`;
    sizer.style.height = `${height * scale}px`;
    map.style.transform = `scale(${scale})`;
    clearTimeout(settled);
    settled = setTimeout(() => map.style.setProperty("--k", scale), 150);
    viewport.scrollTo(left * ratio - x + sizer.offsetLeft, top * ratio - y + sizer.offsetTop);
  }

  const wide = () => Math.min(GROWN, viewport.clientWidth / width);
  const whole = () => Math.min(wide(), overview ? GROWN : viewport.clientHeight / height);
  /* The whole map, or its whole width, unless names would be too small to read. */
  const opening = () => (!small.matches && [whole(), Math.min(1, wide())].find((k) => k >= LEAST)) || READABLE;
  const at = (event) => {
    const box = viewport.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  };

  function reveal(station) {
    const [box, frame] = [station.getBoundingClientRect(), viewport.getBoundingClientRect()];
    const past = (low, high, from, to) => (low < from ? low - from : Math.max(0, high - to));
    viewport.scrollBy(
      past(box.left, box.right, frame.left + (small.matches ? 112 : 24), frame.right - 24),
      past(box.top, box.bottom, frame.top + 40, byId("zoom").getBoundingClientRect().top - 16),
    );
  }

  let [drag, dragged] = [null, false];
  viewport.addEventListener("pointerdown", (event) => {
    dragged = false;
    if (event.pointerType === "mouse" && event.button === 0) drag = [event.clientX, event.clientY];
  });
  window.addEventListener("pointermove", (event) => {
    if (!drag) return;
    const [x, y] = [drag[0] - event.clientX, drag[1] - event.clientY];
    dragged ||= Math.hypot(x, y) > CLICK;
    if (!dragged) return;
    viewport.scrollBy(x, y);
    drag = [event.clientX, event.clientY];
  });
  window.addEventListener("pointerup", () => { drag = null; });
  viewport.addEventListener("dragstart", (event) => event.preventDefault());
  viewport.addEventListener("wheel", (event) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    zoom(scale * Math.exp(-event.deltaY / 200), ...at(event));
  }, { passive: false });

  byId("zoom").addEventListener("click", ({ target }) => {
    const wanted = { "zoom-in": scale * 1.25, "zoom-out": scale / 1.25, "zoom-fit": whole() }[target.id];
    if (wanted) zoom(wanted);
  });
  let frame = viewport.clientWidth;
  new ResizeObserver(() => {
    if (frame !== viewport.clientWidth && !small.matches) { zoom(opening(), 0, 0); showEnds(); }
    frame = viewport.clientWidth;
  }).observe(viewport);

  /* ---- stations: one of them is at hand, arrows lead to the next ---- */
  const stations = new Map([...map.querySelectorAll(".station")].map((a) => [a.dataset.id, a]));
  const walkways = [...map.querySelectorAll(".walkway")];
  const middle = ({ dataset }) => [Number(dataset.x), (Number(dataset.top) + Number(dataset.bottom)) / 2];
  let current = stations.values().next().value;
  stations.forEach((station) => station.setAttribute("tabindex", station === current ? "0" : "-1"));

  function atHand(id = state.goal ? null : state.start) {
    for (const { classList, dataset } of walkways) {
      classList.toggle("at-hand", dataset.from === id || dataset.to === id);
    }
  }

  function rove(station) {
    current.setAttribute("tabindex", "-1");
    current = station;
    current.setAttribute("tabindex", "0");
  }

  function neighbour([right, down]) {
    const [x, y] = middle(current);
    const distance = (station) => {
      const [dx, dy] = [middle(station)[0] - x, middle(station)[1] - y];
      const [ahead, aside] = [dx * right + dy * down, Math.abs(dx * down) + Math.abs(dy * right)];
      return ahead > 1 && aside <= 3 * ahead ? ahead + 3 * aside : Infinity;
    };
    const best = [...stations.values()].reduce((a, b) => (distance(b) < distance(a) ? b : a));
    return distance(best) < Infinity ? best : current;
  }

  const ARROWS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  viewport.addEventListener("keydown", (event) => {
    const all = [...stations.values()];
    if (event.ctrlKey || event.metaKey || event.altKey || (overview && event.key !== "Escape")) return;
    if (event.key === "Escape") { go(before(state)); return; }
    if (event.key === " ") { event.preventDefault(); choose(current.dataset.id); return; }
    const next = { Home: all[0], End: all[all.length - 1] }[event.key]
      || (ARROWS[event.key] && neighbour(ARROWS[event.key]));
    if (!next) return;
    event.preventDefault();
    rove(next);
    next.focus({ preventScroll: true });
    reveal(next);
  });
  viewport.addEventListener("focusin", ({ target }) => {
    if (!target.dataset.id) { if (target === viewport) (current || map.querySelector("a")).focus(); return; }
    rove(target);
    atHand(target.dataset.id);
  });
  viewport.addEventListener("focusout", () => atHand());
  viewport.addEventListener("pointerover", ({ target }) => {
    const station = target.closest(".station");
    atHand(station ? station.dataset.id : undefined);
  });

  /* ---- choosing: mark A and B at once, ask the server, draw what it answers ---- */
  const isShown = (address) => (location.search || "?") === address;
  const { ends, parsed, part: partOf, before, planOf, written } = window.careerMap.address;
  const [part, addressOf] = [partOf(location.search), (choice) => written(choice, part)];
  let [state, names] = [parsed(location.search), ends("defaultValue")];
  let [ready, asked, waiting, patience, known] = [false, false, false, 0, null];
  let askedFrom = "map";
  /* An overview may stand in for a part that is drawn meanwhile: what lies over one does not fit the other. */
  const { instead = "" } = document.documentElement.dataset;
  let tries = 5;

  function end(id, letter) {
    if (!stations.has(id)) return "";
    const [x, y] = middle(stations.get(id));
    return `<circle class="end" cx="${x}" cy="${y}" r="12"/><text class="end-mark" x="${x}" y="${y + 5}"`
      + ` text-anchor="middle">${letter}</text>`;
  }

  function mark(stops) {
    stations.forEach((station, id) => {
      const isEnd = id === state.start || id === state.goal;
      station.classList.toggle("on-way", isEnd || stops.includes(id));
      if (isEnd) station.setAttribute("aria-current", "true");
      else station.removeAttribute("aria-current");
    });
    atHand();
  }

  function ask() {
    asked = true;
    waiting = true;
    document.documentElement.classList.add("waiting");
    if (!ready) return;
    const tell = window.dash_clientside.set_props;
    tell("choice", { data: { ...state, names, version, view: part } });
    clearTimeout(patience);
    const words = "No answer yet. Check your connection, then reload.";
    patience = setTimeout(() => { if (!byId("trouble").textContent) tell("trouble", { children: words }); }, 8000);
  }

  function go({ start, goal, pick, plan = state.plan }, push = true) {
    state = { ...Object.fromEntries(Object.entries({ start, goal, pick }).filter(([, value]) => value)), plan };
    overlay.innerHTML = end(state.start, "A") + end(state.goal, "B");
    mark([]);
    if (push && !isShown(addressOf(state))) history.pushState(null, "", addressOf(state));
    ask();
  }

  function choose(id) {
    if (waiting && id === state.start) go(state, false);
    else go(state.start && (stations.has(state.start) || state.start === known) ? { start: state.start, goal: id } : { start: id, goal: state.goal });
  }

  function showEnds() {
    [state.goal, state.start].filter((id) => stations.has(id)).forEach((id) => reveal(stations.get(id)));
  }

  function settle() {
    const heading = byId("result-heading") || byId("start");
    if (["result", "detail", "roles"].includes(askedFrom) && heading) heading.focus();
    else byId("panel").scrollTop = 0;
    if (askedFrom === "in-force") byId("further").focus();
    if (askedFrom !== "map") showEnds();
    askedFrom = "map";
  }

  function show(shown) {
    if (!shown) return;
    clearTimeout(patience);
    waiting = false;
    document.documentElement.classList.remove("waiting");
    const lost = (state.start || state.goal) && shown.settled && !shown.start && !shown.goal;
    const first = !ready;
    ready = true;
    if (first && (asked || lost || shown.version !== version)) { ask(); return; }
    [names, known] = [shown.names, shown.start];
    if (shown.settled) {
      state = parsed(shown.address);
      if (!isShown(shown.address)) history.replaceState(null, "", shown.address);
    }
    const fits = shown.instead === instead;
    if (fits) overlay.innerHTML = shown.overlay;
    else if (!instead && tries) { tries -= 1; setTimeout(ask, 3000); }
    map.classList.toggle("on", shown.compared && fits);
    mark(fits ? shown.stops : []);
    Object.assign(status, { textContent: shown.said, className: "status" });
    document.title = shown.title;
    byId("roles").open = !state.start && !state.goal;
    settle();
    document.dispatchEvent(new CustomEvent("answered", { detail: shown }));
  }
  window.dash_clientside = Object.assign(window.dash_clientside || {}, { careerMap: { show } });
  window.addEventListener("popstate", () => {
    if (!isShown(addressOf(state))) go(parsed(location.search), false);
  });

  /* ---- links and searches around the map ---- */
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-id], a[href^='?']");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    if (event.detail && viewport.contains(link) && (dragged || event.detail > 1)) return;
    askedFrom = link.closest("[id]:not(a)").id;
    if (link.dataset.id) choose(link.dataset.id);
    else go(parsed(link.getAttribute("href")));
  });

  function search(event) {
    if (!event.target.closest("#planner")) return;
    if (event.type === "submit") event.preventDefault();
    const text = (id) => (byId(id).value === names[id] ? state[id] || "" : byId(id).value.trim());
    const [start, goal, plan] = [text("start"), text("goal"), planOf(byId("planner"), state.plan)];
    if (!waiting && start === (state.start || "") && goal === (state.goal || "") && plan === state.plan) return;
    [askedFrom, names] = ["planner", ends("value")];
    go({ start, goal, plan });
  }
  ["submit", "change"].forEach((type) => document.addEventListener(type, search));
  document.addEventListener("input", (event) => {
    if (event.inputType === "insertReplacementText" || !event.inputType) search(event);
  });

  zoom(opening(), 0, 0);
  document.addEventListener("DOMContentLoaded", showEnds);
})();
