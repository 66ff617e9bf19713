/* Where own levels are kept: in this tab, or on this computer if somebody wishes so. Nothing is sent from here. */
import { read, written } from "./marks-levels.js";

const KEY = "career-map-own-levels";

/* A storage of the browser, or one that says that it is blocked. */
function storage(name) {
  const attempt = (action) => { try { return action(window[name]); } catch { return undefined; } };
  return {
    text: () => attempt((place) => place.getItem(KEY)) || null,
    write: (text) => attempt((place) => { place.setItem(KEY, text); return true; }) || false,
    clear: () => attempt((place) => { place.removeItem(KEY); return true; }) || false,
  };
}

function marksOf(text) {
  try { return text && read(text); } catch { return null; }
}

/* The marks of this page, by key. `changed` is called when another tab changes them. */
export function openStore(changed) {
  const [tab, computer] = [storage("sessionStorage"), storage("localStorage")];
  let [marks, place, blocked] = [new Map(), tab, false];

  function load() {
    const [here, there] = [marksOf(tab.text()), marksOf(computer.text())];
    [marks, place] = here ? [here, tab] : there ? [there, computer] : [new Map(), tab];
    blocked = !here && !there && !save();
  }

  /* Nothing marked leaves nothing behind; other tabs hear of the empty set first, so that they forget theirs too. */
  function save() {
    const done = place.write(written(marks));
    if (!marks.size) place.clear();
    blocked = !done;
    return done;
  }

  /* Only what was changed here is written over what another tab may have written meanwhile. */
  function apply(patch) {
    if (place === computer) marks = new Map(marksOf(computer.text()) || marks);
    const before = new Map([...patch.keys()].map((key) => [key, marks.get(key) || null]));
    patch.forEach((mark, key) => { if (mark) marks.set(key, mark); else marks.delete(key); });
    save();
    return () => apply(before);
  }

  /* Everything, in this tab and on this computer; the answer brings it back. */
  function erase() {
    const [old, oldPlace, kept] = [new Map(marks), place, computer.text()];
    marks = new Map();
    [computer, tab].forEach((each) => { if (each.text()) each.write(written(marks)); each.clear(); });
    return () => {
      [marks, place] = [old, oldPlace];
      if (kept) computer.write(kept);
      save();
    };
  }

  /* Moves the marks; what the computer already kept from another tab stays, under what this tab says. */
  function keep(wanted) {
    if (wanted) marks = new Map([...marksOf(computer.text()) || [], ...marks]);
    const left = place;
    place = wanted ? computer : tab;
    if (!save() && left !== place) { place = left; save(); return false; }
    left.clear();
    return true;
  }

  window.addEventListener("storage", ({ key, newValue }) => {
    if (key !== KEY) return;
    const told = marksOf(newValue);
    if (told && (place === computer || (told.size && !marks.size))) [marks, place] = [told, computer];
    else if (place === computer && !newValue && marks.size) { place = tab; save(); }
    else return;
    changed();
  });
  load();
  return {
    marks: () => marks,
    isKept: () => place === computer,
    isBlocked: () => blocked,
    load, apply, erase, keep,
  };
}
