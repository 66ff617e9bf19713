/* Names that stay in view while the map is scrolled: grades along the top, tracks along the left. */
(() => {
  "use strict";
  const [map, viewport, sizer, pins] = ["map", "viewport", "sizer", "pins"].map((id) => document.getElementById(id));
  if (!map) return;
  const [STRIP, ROW, SAMPLE, SLIM, AIR, LINE] = [29, 20, 8, 27, 3, 3.5];

  function pin(source, kind) {
    const name = document.createElement("span");
    name.textContent = (source.querySelector(".badge-name") || source).textContent.trim();
    name.className = `pin ${kind}`;
    name.hidden = true;
    return { name, source, box: source.getBBox() };
  }

  const initials = (words) => words.split(/\s+/).map((word) => word[0]).join("").slice(0, 3);

  function track(badge) {
    const found = pin(badge, "track");
    found.full = found.name.textContent;
    found.short = (badge.querySelector(".badge-code") || { textContent: initials(found.full) }).textContent.trim();
    return found;
  }

  const headings = new Map([...map.querySelectorAll(".zone-name")].reverse().map((zone) => [zone.dataset.x, zone]));
  const grades = [...headings.values()].map((zone) => pin(zone, "grade"));
  const tracks = [...map.querySelectorAll(".badge")].map(track);
  pins.append(...[...grades, ...tracks].map(({ name }) => name));

  /* A pinned name looks like its badge, by day and by night. */
  const night = matchMedia("(prefers-color-scheme: dark)");
  function paint() {
    for (const { name, source } of tracks) {
      const grounds = [...source.querySelectorAll("rect")];
      const ground = getComputedStyle(grounds.find((rect) => getComputedStyle(rect).display !== "none") || grounds[0]);
      name.style.background = ground.fill;
      name.style.outline = ground.stroke === "none" ? "" : `2px dashed ${ground.stroke}`;
      name.style.color = getComputedStyle(source.querySelector("text")).fill;
    }
  }
  paint();
  night.addEventListener("change", paint);

  /* What a pinned track should not cover: names and marks that are not cut by the edge, in units of the map. */
  let busy = null;
  function inTheWay(from, to) {
    busy ||= [...map.querySelectorAll(".station .name, .station .mark")].map((part) => part.getBBox());
    return busy.filter(({ x }) => x >= from && x < to);
  }

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

  /* On its line, or just above or below it, wherever that covers no name and no mark; else as its code, else as a code
     beside the last one; else nowhere. */
  function spot(found, height, scale, [left, top], free, last) {
    const isFree = (x, y, width) => inTheWay((left + x) / scale, (left + x + width + AIR) / scale).every((box) => (
      (box.y + box.height) * scale - top < y + 1 || box.y * scale - top > y + ROW - AIR
    ));
    const half = LINE * scale + 1;
    const tries = [height - ROW / 2, height - ROW - half, height + half].filter((y) => y >= free);
    for (const width of [found.width, SLIM]) {
      const y = tries.find((wanted) => isFree(0, wanted, width));
      if (y !== undefined) return [0, y, width];
    }
    const isNear = last && height < last.y + 2.5 * ROW;
    const x = isNear ? last.x + last.width + 2 : 0;
    const y = isNear ? last.y : height - ROW / 2;
    return [x, y >= free - ROW && isFree(x, y, SLIM) ? y : -99, SLIM];
  }

  function widthOf(found) {
    if (found.width) return found.width;
    found.name.textContent = found.full;
    found.name.hidden = false;
    found.width = found.name.offsetWidth;
    return found.width;
  }

  function place() {
    const scale = sizer.offsetWidth / map.viewBox.baseVal.width;
    const [left, top] = [viewport.scrollLeft - sizer.offsetLeft, viewport.scrollTop - sizer.offsetTop];
    const low = grades.some(({ box }) => box.y * scale < top);
    pins.classList.toggle("low", low);
    for (const { name, source } of grades) put(name, low ? source.dataset.x * scale - left : -99, 0);
    const highest = low ? STRIP : 0;
    const beside = [];
    for (const found of tracks) {
      const y = found.box.x * scale < left ? heightAt(found, left / scale + SAMPLE) : null;
      const height = y === null ? -99 : y * scale - top;
      if (height < highest || height > viewport.clientHeight) found.name.hidden = true;
      else beside.push([height, found]);
    }
    let [free, last] = [highest, null];
    for (const [height, found] of beside.sort(([a], [b]) => a - b)) {
      widthOf(found);
      const [x, y, width] = spot(found, height, scale, [left, top], free, last);
      const isSlim = width === SLIM;
      const words = isSlim ? found.short : found.full;
      if (found.name.textContent !== words) found.name.textContent = words;
      found.name.classList.toggle("slim", isSlim);
      put(found.name, x, y);
      if (y < 0) continue;
      free = y + ROW;
      last = { x, y, width };
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
