/* A close look shows more: from a near scale on, what each role does stands under its name. */
(() => {
  "use strict";
  const [map, sizer] = ["map", "sizer"].map((id) => document.getElementById(id));
  if (!map) return;
  const NEAR = 1.75;
  const look = () => map.classList.toggle("near", sizer.offsetWidth / map.viewBox.baseVal.width >= NEAR);
  new ResizeObserver(look).observe(sizer);
})();
