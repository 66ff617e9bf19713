/* Two fingers on the map: told to map.js as the wheel with Ctrl, which is what trackpads send. */
(() => {
  "use strict";
  const viewport = document.getElementById("viewport");
  if (!viewport) return;
  let before = null;
  viewport.addEventListener("touchmove", (event) => {
    if (event.touches.length !== 2) { before = null; return; }
    event.preventDefault();
    const [one, two] = event.touches;
    const now = {
      apart: Math.hypot(one.clientX - two.clientX, one.clientY - two.clientY),
      clientX: (one.clientX + two.clientX) / 2,
      clientY: (one.clientY + two.clientY) / 2,
    };
    if (before) {
      viewport.scrollBy(before.clientX - now.clientX, before.clientY - now.clientY);
      const deltaY = -200 * Math.log(now.apart / before.apart);
      viewport.dispatchEvent(new WheelEvent("wheel", { ...now, deltaY, ctrlKey: true, cancelable: true }));
    }
    before = now;
  }, { passive: false });
  viewport.addEventListener("touchend", () => { before = null; });
})();
