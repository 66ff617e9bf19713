/* The page around the map: copy link, print, and on a small screen the sheet over the map. */
(() => {
  "use strict";
  const root = document.documentElement;
  const [toggle, sheet, status] = ["sheet-toggle", "sheet", "status"].map((id) => document.getElementById(id));
  if (!toggle) return;
  /* On a shared screen words and map stand beside or below each other: nothing slides. */
  const slides = root.hasAttribute("data-present") ? "not all" : "(max-width: 899.98px) and (min-height: 320px)";
  const small = matchMedia(slides);
  const frame = document.querySelector(".map-frame");
  root.classList.add("js");
  frame.inert = small.matches;
  document.querySelector(".skip:not(.low)").addEventListener("click", () => slide(!small.matches));
  document.querySelector(".skip.low").addEventListener("click", () => slide(true));

  function slide(up) {
    root.classList.toggle("map-first", !up);
    sheet.inert = !up && small.matches;
    frame.inert = up && small.matches;
    toggle.setAttribute("aria-expanded", String(up));
  }
  toggle.addEventListener("click", () => slide(root.classList.contains("map-first")));
  small.addEventListener("change", () => slide(true));

  /* What parts of the page have to say: a notice is for eyes too, also where the status line is not seen. */
  const SEEN = 8000;
  let seen = 0;
  document.addEventListener("said", ({ detail }) => {
    clearTimeout(seen);
    status.textContent = detail.words;
    status.classList.toggle("notice", Boolean(detail.notice));
    if (detail.notice === "brief") seen = setTimeout(() => status.classList.remove("notice"), SEEN);
  });
  const say = (words, notice = "lasting") => (
    document.dispatchEvent(new CustomEvent("said", { detail: { words, notice } }))
  );

  /* After a while, or once somebody comes back: is there a newer map? */
  const later = () => import("./newer.js").catch(() => {});
  setTimeout(later, 300000);
  document.addEventListener("visibilitychange", later, { once: true });

  /* The date of today, on paper and in saved pictures. */
  const today = document.getElementById("today");
  function date() {
    today.textContent = new Date().toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });
  }
  date();
  window.addEventListener("beforeprint", date);

  /* The same answer on a shared screen, as it is at the moment. */
  const share = document.getElementById("share");
  share.addEventListener("click", () => {
    const now = new URLSearchParams(location.search);
    now.set("present", "1");
    share.href = `${share.pathname}?${now}`;
  });

  document.getElementById("print").addEventListener("click", () => window.print());
  document.getElementById("copy-link").addEventListener("click", async ({ target }) => {
    const link = location.origin + location.pathname + location.search;
    try {
      await navigator.clipboard.writeText(link);
      target.textContent = "Link copied";
      status.textContent = "The link to this page is copied.";
      setTimeout(() => { target.textContent = "Copy link"; }, 2500);
    } catch {
      window.prompt("Copy this link", link);
    }
  });

  /* The menu of pictures: what makes them is loaded with the first wish for one. */
  const save = document.getElementById("save");
  save.addEventListener("click", async ({ target }) => {
    const button = target.closest("[data-save]");
    if (!button) return;
    save.open = false;
    save.querySelector("summary").focus();
    try {
      const { savePicture } = await import("./export.js");
      say(`Saved as ${await savePicture(button.dataset.save)}.`, "brief");
    } catch (error) {
      say(error instanceof RangeError ? "The picture is too large for this browser. Save it as SVG instead."
        : "The picture could not be made. Check your connection, then try again.");
    }
  });
  document.addEventListener("toggle", ({ target }) => {
    if (target.open && target.matches("[data-marks-for]")) import("./marks.js").catch(() => say("Your own levels could not be loaded. Check your connection, then try again."));
  }, { capture: true });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !save.open) return;
    event.stopPropagation();
    save.open = false;
    save.querySelector("summary").focus();
  }, { capture: true });
  document.addEventListener("click", ({ target }) => { if (!save.contains(target)) save.open = false; });
})();
