/* Names that stay in view while the map is scrolled: grades along the top, tracks along the left, in place of badges
   that the edge cuts. */
(() => {
  "use strict";
  const [map, viewport, sizer, pins] = ["map", "viewport", "sizer", "pins"].map((id) => document.getElementById(id));
  if (!map) return;
  const [STRIP, ROW, AHEAD, SLIM, AIR, LINE, EDGE, REST] = [29, 20, 8, 27, 3, 3.5, 12, 150];

  function pin(source, kind) {
    const name = document.createElement("span");
    name.textContent = (source.querySelector(".badge-name") || source).textContent.trim();
    name.className = `pin ${kind}`;
    name.hidden = true;
    return { name, source, full: name.textContent, box: source.getBBox() };
  }

  const initials = (words) => words.split(/\s+/).map((word) => word[0]).join("").slice(0, 3);

  function track(badge) {
    const found = pin(badge, "track");
    found.short = (badge.querySelector(".badge-code") || { textContent: initials(found.full) }).textContent.trim();
    return found;
  }

  const headings = new Map([...map.querySelectorAll(".zone-name")].reverse().map((zone) => [zone.dataset.x, zone]));
  const grades = [...headings.values()].map((zone) => pin(zone, "grade"))
    .sort((a, b) => a.source.dataset.x - b.source.dataset.x);
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

  /* What a pinned track should not cover: names and marks that are not cut by the edge, in units of the map. Boxes are
     asked for once, since asking the browser in every frame is slow. */
  let busy = null;
  function inTheWay(from, to, top, bottom) {
    busy ||= [...map.querySelectorAll(".station .name, .station .mark")].map((part) => {
      const { x, y, height } = part.getBBox();
      return { x, top: y, bottom: y + height };
    });
    return busy.filter((box) => box.x >= from && box.x < to && box.bottom > top && box.top < bottom);
  }

  /* The corners of a track's line: each of its strokes is a list of [x, y] from left to right. */
  function corners(found) {
    const line = map.querySelector(`.line[data-track="${found.source.dataset.track}"]`);
    return (line ? line.getAttribute("d") : "").split("M").slice(1).map((stroke) => (
      [...stroke.matchAll(/([-\d.]+),([-\d.]+)(?=[LA]|$)/g)].map(([, x, y]) => [Number(x), Number(y)])
    ));
  }

  function heightAt(found, x) {
    found.strokes ||= corners(found);
    if (!found.strokes.length) return null;
    if (x <= found.strokes[0][0][0]) return found.strokes[0][0][1];
    for (const stroke of found.strokes) {
      const next = stroke.findIndex((point) => point[0] >= x);
      if (next > 0) {
        const [[left, from], [right, to]] = [stroke[next - 1], stroke[next]];
        return from + (to - from) * ((x - left) / (right - left));
      }
    }
    return null;
  }

  function put(name, x, y) {
    const isOut = x > frame.width || y < 0 || y > frame.height;
    if (name.hidden !== isOut) name.hidden = isOut;
    if (!isOut) name.style.transform = `translate(${x}px, ${y}px)`;
  }

  /* On its line, or just above or below it, wherever that covers no name and no mark; else as its code, else as a code
     beside the last one; else nowhere. */
  function spot(found, height, scale, { left, top, boxes }, free, last) {
    const isFree = (x, y, width) => boxes.every((box) => (
      box.x * scale - left < x || box.x * scale - left >= x + width + AIR
      || box.bottom * scale - top < y + 1 || box.top * scale - top > y + ROW - AIR
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

  /* Widths of full names: all are written first and read then, so that the browser lays them out once. */
  function measure(some) {
    const fresh = some.filter((found) => !found.width);
    for (const { name, full } of fresh) Object.assign(name, { textContent: full, hidden: false });
    for (const found of fresh) found.width = found.name.offsetWidth;
  }

  /* A grade's name stays at the left edge until the next one pushes it out. */
  function placeGrades(scale, left, low) {
    if (low) measure(grades);
    let next = Infinity;
    for (const { name, source, width } of [...grades].reverse()) {
      const x = source.dataset.x * scale - left;
      const at = Math.min(Math.max(x, EDGE), next - width);
      put(name, at, low && at > 2 * EDGE - width ? 0 : -99);
      next = x;
    }
  }

  /* Once the view rests, since every change of the map itself is painted anew. */
  function hideBadges() {
    for (const { name, source } of tracks) source.classList.toggle("pinned", !name.hidden);
  }

  let [shown, resting] = [[], 0];
  const frame = { width: 0, height: 0 };
  function place() {
    const scale = sizer.offsetWidth / map.viewBox.baseVal.width;
    const [left, top] = [viewport.scrollLeft - sizer.offsetLeft, viewport.scrollTop - sizer.offsetTop];
    Object.assign(frame, { width: viewport.clientWidth, height: viewport.clientHeight });
    const low = grades.some(({ box }) => box.y * scale < top);
    pins.classList.toggle("low", low);
    placeGrades(scale, left, low);

    const highest = low ? STRIP : 0;
    const beside = [];
    const gone = new Set(shown);
    for (const found of tracks) {
      const y = found.box.x * scale < left ? heightAt(found, left / scale + AHEAD) : null;
      const height = y === null ? -99 : y * scale - top;
      if (height >= highest && height <= frame.height) beside.push([height, found]);
    }
    shown = beside.sort(([a], [b]) => a - b).map(([, found]) => found);
    shown.forEach((found) => gone.delete(found));
    gone.forEach(({ name }) => { name.hidden = true; });
    measure(shown);
    const reach = 2 * Math.max(0, ...shown.map(({ width }) => width));
    const boxes = beside.length
      ? inTheWay(left / scale, (left + reach + SLIM) / scale, top / scale, (top + frame.height) / scale) : [];
    let [free, last] = [highest, null];
    for (const [height, found] of beside) {
      const [x, y, width] = spot(found, height, scale, { left, top, boxes }, free, last);
      const isSlim = width === SLIM;
      const words = isSlim ? found.short : found.full;
      if (found.name.textContent !== words) found.name.textContent = words;
      found.name.classList.toggle("slim", isSlim);
      put(found.name, x, y);
      if (found.name.hidden) continue;
      free = y + ROW;
      last = { x, y, width };
    }
    clearTimeout(resting);
    resting = setTimeout(hideBadges, REST);
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
