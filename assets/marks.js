/* My own levels: marked on the page, kept in the browser, never sent. Loaded when somebody opens them.

   They appear in the element with `data-marks-for` (the goal's id), wherever it stands. layouts/marks.py makes its attributes:
   data-goal, the goal's name; data-asks, JSON of ranks by competency (0 is not required, absent is not stated); data-ladder, the
   address of the levels and their words; data-start and data-here, the same of a start. A <details> is filled when it is open. With
   `data-marks-as="list"` the marks are only read out, as a page to print needs it; such a page loads this module.
   Marks stay hidden until somebody asks for them; on a shared screen (`?present=1`) they are never shown. On paper
   appears what is shown on the screen: `.marks-body` has the class `is-shown` then. */
import { editor, list } from "./marks-editor.js";
import { button, make } from "./marks-form.js";
import { openStore } from "./marks-store.js";

const FAILED = "The levels could not be loaded. Check your connection, or load the page again.";
const body = make("div", { className: "marks-body" });
const told = make("p", { role: "status", className: "marks-sum" });
const [above, below] = [voice(), voice()];
const now = {
  place: null, // the element that is filled
  wasOpen: false, // whether its <details> was, before the panel was drawn anew
  revealed: false, // whether somebody has asked to see the marks
  drawn: null, // what is in the element: a form or a list
  ladder: null,
  loading: null,
  focused: "", // the key of what has the focus in here
  wish: "", // the key of what gets it when it is drawn
};
const store = openStore(() => (now.drawn && !isHidden() ? now.drawn.update() : draw()));
const page = { store, folds: new Set(), draw, say, above, focus, hide, tell, reveal: () => { now.revealed = true; } };

function isPresenting() {
  return new URLSearchParams(location.search).get("present") === "1";
}

function isHidden() {
  return isPresenting() || (store.marks().size > 0 && !now.revealed);
}

function write(node, words) {
  if (node.textContent !== words) node.textContent = words;
}

function tell(words) {
  write(told, words);
  body.classList.toggle("is-shown", store.marks().size > 0 && !isHidden());
}

/* A place that says what was done, and how to take it back. */
function voice() {
  const [done, way] = [make("p", { role: "status", className: "hint" }), make("div", { className: "actions" })];
  return {
    nodes: [done, way],
    say(words, back) {
      write(done, words);
      way.replaceChildren(...back ? [button("Undo", () => { back(); say("Undone."); draw(); focus("hide"); })] : []);
    },
  };
}

/* One thing at a time, near the button that did it. */
function say(words, back = null, voiced = below) {
  (voiced === below ? above : below).say("");
  voiced.say(words, back);
}

/* What has this key gets the focus, or else the first thing that can: now, or when it is drawn. */
function focus(key, preventScroll = false) {
  const all = [...body.querySelectorAll("[data-key]")].filter((node) => node.checkVisibility());
  const found = key && (all.find((node) => node.dataset.key === key) || (now.drawn && all[0]));
  now.wish = found ? "" : key;
  if (found) found.focus({ preventScroll });
}

function hide() {
  now.revealed = false;
  say("");
  draw();
  focus("show");
}

function reveal() {
  now.revealed = true;
  draw();
  focus("hide");
}

/* Everything anew, with the focus where it was. */
function draw() {
  now.drawn = null;
  if (!now.place) return;
  const key = body.contains(document.activeElement) ? document.activeElement.dataset.key : "";
  if (isPresenting()) {
    tell("");
    body.replaceChildren(make("p", { textContent: "Your own levels are not shown while the screen is shared." }));
  } else if (isHidden()) {
    tell("");
    body.replaceChildren(make("p", { textContent: "Your levels are hidden." }), button("Show my levels", reveal, "show"));
  } else if (!now.ladder) {
    body.replaceChildren(make("p", { role: "status", textContent: "The levels are on their way." }));
  } else {
    now.drawn = (now.place.dataset.marksAs === "list" ? list : editor)({ ...page, place: now.place, ladder: now.ladder });
    body.replaceChildren(told, ...now.drawn.nodes, ...below.nodes);
  }
  focus(key || now.wish, true);
  fetchLadder();
}

/* The levels and their words are the same for everybody, and are asked for whether or not something is marked: the question
   says nothing about anybody. */
function fetchLadder() {
  if (now.ladder || isPresenting()) return;
  now.loading ||= fetch(now.place.dataset.ladder)
    .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(answer.statusText))))
    .then((found) => { now.ladder = found; draw(); })
    .catch(() => { if (!isHidden()) body.replaceChildren(make("p", { role: "alert", textContent: FAILED }), button("Try again", draw)); })
    .finally(() => { now.loading = null; });
}

/* Another answer of the server brings another place: the form moves there with what it knows. */
function settle() {
  const found = document.querySelector("[data-marks-for]");
  const moved = found !== now.place;
  if (isPresenting()) now.revealed = false;
  [now.place, now.drawn] = [found, null];
  if (!found) return;
  if (found.tagName === "DETAILS") {
    if (moved && now.wasOpen) found.open = true;
    if (!found.open) return;
    now.wasOpen = true;
  }
  const lost = now.focused && !document.activeElement.matches(":not(body)") ? now.focused : "";
  if (body.parentElement !== found) found.append(body);
  draw();
  if (lost === "title") found.querySelector("summary").focus({ preventScroll: true });
  else if (lost) focus(lost, true);
}

document.addEventListener("toggle", ({ target }) => {
  if (target !== now.place && !target.matches("[data-marks-for]")) return;
  if (target.isConnected) now.wasOpen = target.open;
  if (target.open) settle();
}, { capture: true });
document.addEventListener("focusin", ({ target }) => {
  now.focused = body.contains(target) ? target.dataset.key || "" : now.place && target.parentElement === now.place ? "title" : "";
});
document.addEventListener("pointerdown", ({ target }) => { if (!body.contains(target)) now.focused = ""; });
window.addEventListener("pageshow", ({ persisted }) => { if (persisted) { now.revealed = false; store.load(); draw(); } });
document.head.append(make("link", { rel: "stylesheet", href: new URL("marks.css", import.meta.url).href }));
new MutationObserver(() => {
  const found = document.querySelector("[data-marks-for]");
  if (found !== now.place || (found && !found.contains(body) && found.open !== false)) settle();
}).observe(document.body, { childList: true, subtree: true });
new MutationObserver(settle).observe(document.body, { subtree: true, attributes: true, attributeFilter: ["data-asks", "data-here"] });
settle();
