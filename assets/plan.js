/* The page to take away: what only a script can do. Without it the browser prints, and the address bar holds the link. */
const [print, copy, status, own] = ["print", "copy-link", "status", "own-levels"].map((id) => document.getElementById(id));

print.addEventListener("click", () => window.print());
copy.addEventListener("click", async () => {
  try {
    await navigator.clipboard.writeText(location.href);
    status.textContent = "The link to this plan is copied.";
  } catch {
    window.prompt("Copy this link", location.href);
  }
});
print.hidden = copy.hidden = false;

/* Somebody's own levels, if this browser keeps any: assets/marks.js reads them out when they are asked for. */
if (own) {
  const { openStore } = await import("./marks-store.js");
  if (openStore(() => {}).marks().size) {
    own.hidden = false;
    await import("./marks.js");
  }
}
