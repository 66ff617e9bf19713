/* Names that stay in view while the map is scrolled: grades along the top, tracks along the left. */
(() => {
  "use strict";
  const [map, viewport, sizer, pins] = ["map", "viewport", "sizer", "pins"].map((id) => document.getElementById(id));
  if (!map) return;
  const [STRIP, ROW, SAMPLE] = [29, 20, 8];

  function pin(source, kind) {
    const name = document.createElement("span");
    name.textContent = source.textContent.trim();
    name.className = `pin ${kind}`;
    name.hidden = true;
    return { name, source, box: source.getBBox() };
  }

  function track(badge) {
    const found = pin(badge, "track");
    found.name.style.background = badge.querySelector("rect").getAttribute("fill");
    found.name.style.color = badge.querySelector("text").getAttribute("fill");
    return found;
  }

  const headings = new Map([...map.querySelectorAll(".zone-name")].reverse().map((zone) => [zone.dataset.x, zone]));
  const grades = [...headings.values()].map((zone) => pin(zone, "grade"));
  const tracks = [...map.querySelectorAll(".badge")].map(track);
  pins.append(...[...grades, ...tracks].map(({ name }) => name));

  function heightAt(found, x) {
    if (!found.line) {
      const path = map.querySelector(`.line[data-track="${found.source.dataset.track}"]`);
      const length = path.getTotalLength();
      found.line = Array.from({ length: Math.ceil(length / SAMPLE) + 1 }, (_, i) => path.getPointAtLength(i * SAMPLE));
    }
    const point = found.line.find((sample) => sample.x >= x);
    return point ? point.y : null;
  }

  function put(name, x, y) {
    name.hidden = x < -24 || x > viewport.clientWidth || y < 0 || y > viewport.clientHeight;
    if (!name.hidden) name.style.transform = `translate(${x}px, ${y}px)`;
  }

  function place() {
    const scale = sizer.offsetWidth / map.viewBox.baseVal.width;
    const [left, top] = [viewport.scrollLeft - sizer.offsetLeft, viewport.scrollTop - sizer.offsetTop];
    const low = grades.some(({ box }) => box.y * scale < top);
    pins.classList.toggle("low", low);
    for (const { name, source } of grades) put(name, low ? source.dataset.x * scale - left : -99, 0);
    const beside = [];
    for (const found of tracks) {
      const height = found.box.x * scale < left ? heightAt(found, left / scale + SAMPLE) : null;
      if (height === null) found.name.hidden = true;
      else beside.push([height * scale - top - ROW / 2, found.name]);
    }
    let free = low ? STRIP : 0;
    for (const [wanted, name] of beside.sort(([a], [b]) => a - b)) {
      const y = wanted < free - ROW ? -99 : Math.max(wanted, free);
      if (y >= 0) free = y + ROW;
      put(name, 0, y);
    }
  }

  let waiting = false;
  function soon() {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => { waiting = false; place(); });
  }
  viewport.addEventListener("scroll", soon, { passive: true });
  const watcher = new ResizeObserver(soon);
  watcher.observe(sizer);
  watcher.observe(viewport);
})();
