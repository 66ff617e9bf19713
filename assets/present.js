/* The shared screen: one picture of the journey after another, with the map following. It knows no routes: every
   picture is in the page, and names the stations that belong in view. */
(() => {
  "use strict";
  const byId = (id) => document.getElementById(id);
  const root = document.documentElement;
  const [map, viewport, sizer, overlay, stepper, exit, full] = (
    ["map", "viewport", "sizer", "journey", "stepper", "exit", "full"].map(byId)
  );
  if (!stepper || !map) return;
  const { width, height } = map.viewBox.baseVal;
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const [SMALLEST, LARGEST, READABLE, MOTION] = [0.2, 2.2, 1.5, 200];
  const AIR = { side: 32, top: 48, bottom: 72 };
  let [shown, address, moving, tabbed] = [0, null, 0, false];

  const slides = () => [...document.querySelectorAll(".slide")];
  const fromHash = () => Number((location.hash.match(/^#view-(\d+)$/) || [0, 1])[1]) - 1;

  /* ---- the map: scaled by the wheel that map.js listens to, then scrolled ---- */
  const scaleNow = () => parseFloat(sizer.style.width) / width;

  function look({ x, y, scale }) {
    const deltaY = -200 * Math.log(scale / scaleNow());
    viewport.dispatchEvent(new WheelEvent("wheel", { deltaY, ctrlKey: true, cancelable: true }));
    viewport.scrollTo(
      x * scale + sizer.offsetLeft - viewport.clientWidth / 2,
      y * scale + sizer.offsetTop - viewport.clientHeight / 2,
    );
  }

  function looking() {
    const scale = scaleNow();
    return {
      x: (viewport.scrollLeft - sizer.offsetLeft + viewport.clientWidth / 2) / scale,
      y: (viewport.scrollTop - sizer.offsetTop + viewport.clientHeight / 2) / scale,
      scale,
    };
  }

  /* The part of the map's frame that neither names along its top nor buttons cover. */
  const room = () => [viewport.clientWidth - 2 * AIR.side, viewport.clientHeight - AIR.top - AIR.bottom];

  function around(stations) {
    const boxes = stations.map((station) => (
      (station.classList.contains("named") ? station : station.querySelector(".hit")).getBBox()
    ));
    const [left, top] = [Math.min(...boxes.map((b) => b.x)), Math.min(...boxes.map((b) => b.y))];
    const right = Math.max(...boxes.map((b) => b.x + b.width));
    const bottom = Math.max(...boxes.map((b) => b.y + b.height));
    const fits = Math.min(room()[0] / (right - left), room()[1] / (bottom - top));
    const scale = Math.min(LARGEST, Math.max(SMALLEST, fits));
    return { x: (left + right) / 2, y: (top + bottom + (AIR.bottom - AIR.top) / scale) / 2, scale };
  }

  /* Names grow away from their station, so that they stay beside it. */
  function name(named, by) {
    map.style.setProperty("--grow", by);
    map.querySelectorAll(".station.named").forEach(({ classList }) => classList.remove("named"));
    for (const { classList, dataset, children } of named) {
      classList.add("named");
      const middle = (Number(dataset.top) + Number(dataset.bottom)) / 2;
      for (const part of children) part.style.transformOrigin = `${dataset.x}px ${middle}px`;
    }
  }

  /* Both stations of a move, or the whole way; of a way that is far away only the ends have names. */
  function wanted({ dataset }) {
    const way = [...map.querySelectorAll(".station.on-way")];
    const isMove = dataset.view === "move";
    const stations = isMove ? way.filter((station) => [dataset.from, dataset.to].includes(station.dataset.id)) : way;
    if (!stations.length) {
      const scale = Math.max(SMALLEST, Math.min(viewport.clientWidth / width, viewport.clientHeight / height));
      return { x: width / 2, y: height / 2, scale };
    }
    name(stations, 1);
    let found = around(stations);
    const named = isMove || found.scale >= 1 ? stations : stations.filter((station) => station.hasAttribute("aria-current"));
    for (let again = 0; again < 5 && found.scale < READABLE; again += 1) {
      name(named, READABLE / found.scale);
      found = around(stations);
    }
    return found;
  }

  function follow(slide, still) {
    cancelAnimationFrame(moving);
    const [from, to, began] = [looking(), wanted(slide), performance.now()];
    if (still || calm.matches || !viewport.clientWidth) { look(to); return; }
    const move = (now) => {
      const part = Math.min(1, Math.max(0, (now - began) / MOTION));
      const eased = part * part * (3 - 2 * part);
      const between = (name) => from[name] + (to[name] - from[name]) * eased;
      look({ x: between("x"), y: between("y"), scale: between("scale") });
      if (part < 1) moving = requestAnimationFrame(move);
    };
    moving = requestAnimationFrame(move);
  }

  /* ---- the pictures ---- */
  function show(number, { said = true, still = false } = {}) {
    const all = slides();
    stepper.hidden = all.length < 2;
    shown = Math.min(Math.max(0, number), Math.max(0, all.length - 1));
    const slide = all[shown];
    root.dataset.view = slide ? slide.dataset.view : "";
    overlay.querySelectorAll("[data-leg]").forEach(({ classList, dataset }) => {
      classList.toggle("aside", Boolean(slide && slide.dataset.leg && slide.dataset.leg !== dataset.leg));
    });
    if (!slide) return;
    all.forEach((each) => each.classList.toggle("shown", each === slide));
    byId("panel").scrollTop = 0;
    stepper.querySelector(".count").textContent = `${shown + 1} of ${all.length}`;
    stepper.querySelectorAll("[data-turn]").forEach((button) => {
      const end = button.dataset.turn === "1" ? all.length - 1 : 0;
      button.setAttribute("aria-disabled", String(shown === end));
    });
    if (said) stepper.querySelector("[role='status']").textContent = slide.dataset.said;
    if (said && fromHash() !== shown) history.replaceState(null, "", `#view-${shown + 1}`);
    follow(slide, still);
  }

  document.addEventListener("answered", ({ detail }) => {
    const plain = new URLSearchParams(location.search);
    plain.delete("present");
    exit.href = `${exit.pathname}${plain.size ? "?" : ""}${plain}`;
    document.querySelectorAll("[data-end]").forEach((name) => {
      name.textContent = detail.names[name.dataset.end] || "";
      name.parentElement.hidden = !name.textContent;
    });
    const same = address === null;
    if (address !== detail.address) show(same ? fromHash() : 0, { said: false, still: same });
    address = detail.address;
  });
  new ResizeObserver(() => show(shown, { said: false, still: true })).observe(viewport);
  window.addEventListener("hashchange", () => show(fromHash()));

  /* ---- turning: buttons, arrows, and the page keys that a clicker sends ---- */
  document.addEventListener("click", ({ target }) => {
    const button = target.closest("[data-turn]");
    if (button) show(shown + Number(button.dataset.turn));
  });

  /* A text longer than the screen is read to its end before the next picture. */
  function scrolled(by) {
    const panel = byId("panel");
    const before = panel.scrollTop;
    panel.scrollBy({ top: by * 0.8 * panel.clientHeight, behavior: "instant" });
    return Math.abs(panel.scrollTop - before) > 1;
  }

  const TURNS = { ArrowRight: 1, ArrowDown: 1, PageDown: 1, ArrowLeft: -1, ArrowUp: -1, PageUp: -1, Home: -Infinity, End: Infinity };
  document.addEventListener("keydown", (event) => {
    const { key, target } = event;
    tabbed = key === "Tab" || (tabbed && key !== "Escape");
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    if (key === "Escape") {
      if (document.fullscreenElement) return;
      event.stopPropagation();
      location.assign(exit.href);
      return;
    }
    /* Somebody who came to a station with Tab walks the map with its own arrows. */
    const onMap = tabbed && viewport.contains(target) && !key.startsWith("Page");
    if (!TURNS[key] || stepper.hidden || onMap || target.closest("input, select, textarea")) return;
    event.preventDefault();
    event.stopPropagation();
    if (viewport.contains(target)) target.blur();
    const further = ["ArrowDown", "PageDown", "ArrowUp", "PageUp"].includes(key) && scrolled(TURNS[key]);
    if (!further) show(shown + TURNS[key]);
  }, { capture: true });
  document.addEventListener("pointerdown", () => { tabbed = false; }, { capture: true });

  /* ---- the whole screen, where a browser offers it ---- */
  full.hidden = !document.fullscreenEnabled;
  full.addEventListener("click", () => {
    if (document.fullscreenElement) document.exitFullscreen();
    else root.requestFullscreen().catch(() => { full.hidden = true; });
  });
  document.addEventListener("fullscreenchange", () => {
    full.textContent = document.fullscreenElement ? "Exit full screen" : "Full screen";
  });
})();
