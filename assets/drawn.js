/* A part of the map that is being drawn: the page asks now and then, and shows it when nobody is at a field. */
const [FIRST, LONGEST, GROWS, MOST] = [700, 5000, 1.3, 60];
const note = document.querySelector("[data-drawn]");
const say = (words) => document.dispatchEvent(new CustomEvent("said", { detail: { words } }));
/* The page's first answer fills the status line: what is said before it would not be heard. */
const answered = () => new Promise((go) => {
  if (document.getElementById("status").textContent) go();
  else document.addEventListener("answered", go, { once: true });
});

if (history.state?.drawn) after(history.state);
if (note) follow();

async function follow() {
  answered().then(() => say("This part of the map is being drawn."));
  let pause = FIRST;
  for (let tries = 0; tries < MOST; tries += 1) {
    await new Promise((go) => setTimeout(go, pause));
    if (document.hidden) continue;
    pause = Math.min(LONGEST, pause * GROWS);
    try {
      const answer = await fetch(note.dataset.drawn);
      if (answer.ok && (await answer.json()).settled) return show();
    } catch {
      say("The server does not answer at the moment. This page goes on trying.");
    }
  }
  say("This part of the map is still being drawn. Look again later.");
}

/* Whether somebody is filling in something: a field, the boxes of a form that was not sent, own levels. */
function filling() {
  const field = document.activeElement?.matches("input:not([type=checkbox]), select, textarea");
  const boxes = [...document.querySelectorAll("#part-form input[type=checkbox]")];
  const options = [...document.querySelectorAll("#part-form option")];
  return Boolean(field || document.querySelector("[data-marks-for][open]"))
    || boxes.some((box) => box.checked !== box.defaultChecked)
    || options.some((option) => option.selected && !option.defaultSelected && option.value);
}

function show() {
  if (!filling()) return again();
  const link = note.querySelector("a");
  note.firstChild.data = "This part of the map is drawn. ";
  link.textContent = "Show it";
  link.addEventListener("click", (event) => { event.preventDefault(); event.stopPropagation(); again(); });
  say("This part of the map is drawn. The link “Show it” in the panel does so.");
}

/* The address holds what is chosen; the history holds, over the reload, that it is to be said. */
function again() {
  history.replaceState({ drawn: true, focus: document.activeElement?.id || "" }, "");
  location.reload();
}

async function after({ focus }) {
  history.replaceState(null, "");
  await answered();
  if (note) return;
  say("This part of the map is drawn.");
  document.getElementById(focus)?.focus({ preventScroll: true });
}
