/* A newer map is told quietly: asked for when somebody comes back to the page and every five minutes at most, never in
   the background, and not where data is dear. Nothing is kept; what somebody has chosen stays in the address. */
const PAUSE = 300000;
const { version } = document.documentElement.dataset;
const line = Object.assign(document.createElement("p"), { className: "newer" });
line.setAttribute("role", "status");
let [asked, next] = [0, 0];

function today() {
  const now = new URLSearchParams(location.search);
  now.delete("v");
  return `${location.pathname}?${now}`.replace(/\?$/, "");
}

function tell() {
  const link = Object.assign(document.createElement("a"), { textContent: "Show it", href: today() });
  for (const kind of ["pointerdown", "focus", "click"]) link.addEventListener(kind, () => { link.href = today(); });
  const close = Object.assign(document.createElement("button"), { type: "button", className: "button", textContent: "Not now" });
  close.addEventListener("click", () => line.remove());
  line.append("A newer map was published. ", link, close);
  document.removeEventListener("visibilitychange", ask);
}

async function ask() {
  clearTimeout(next);
  if (document.visibilityState !== "visible") return;
  const left = asked + PAUSE - Date.now();
  if (left > 0) { next = setTimeout(ask, left); return; }
  asked = Date.now();
  next = setTimeout(ask, PAUSE);
  try {
    const answer = await fetch(new URL("../version", import.meta.url));
    const { id } = answer.ok ? await answer.json() : {};
    if (id && id !== version) { clearTimeout(next); tell(); }
  } catch {
    /* No connection: the next time will do. */
  }
}

const dear = matchMedia("(prefers-reduced-data: reduce)").matches || (navigator.connection || {}).saveData;
const told = document.getElementById("edition") || document.documentElement.hasAttribute("data-present");
if (!dear && version && !told) {
  document.body.append(line);
  document.addEventListener("visibilitychange", ask);
  ask();
}
