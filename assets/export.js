/* The map as a picture that stands alone: SVG, or PNG made of it. Loaded with the first wish for one. */
const NAMESPACE = "http://www.w3.org/2000/svg";
const LEAST_WIDTH = 3200;
const [HEAD, FOOT, MARGIN] = [76, 34, 20];
const KEPT = [
  "fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-linecap", "stroke-linejoin",
  "font-family", "font-size", "font-weight", "text-anchor", "opacity",
];
const DEFAULTS = {
  "stroke-width": "1px", "stroke-dasharray": "none", "stroke-linecap": "butt", "stroke-linejoin": "miter",
  "text-anchor": "start", opacity: "1",
};
const FONTS = { 400: "CareerSans-Regular.woff2", 600: "CareerSans-Semibold.woff2" };

const plain = (id) => (document.getElementById(id) || { textContent: "" }).textContent.trim();

function element(name, attributes, text) {
  const made = document.createElementNS(NAMESPACE, name);
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  if (text) made.textContent = text;
  return made;
}

/* On light paper and without a chosen state of the screen, whatever the screen shows. */
function copyOfMap(map) {
  const copy = map.cloneNode(true);
  copy.setAttribute("class", ["map", "light", ...["on", "all-moves", "apart", "overview", "reaching"].filter((c) => map.classList.contains(c))].join(" "));
  copy.removeAttribute("style");
  copy.querySelectorAll(".hit, .walk-casing:empty").forEach((hidden) => hidden.tagName === "rect" && hidden.remove());
  copy.querySelectorAll(".at-hand").forEach((walkway) => walkway.classList.remove("at-hand"));
  const stage = document.createElement("div");
  stage.className = "stage";
  stage.append(copy);
  document.body.append(stage);
  return [copy, stage];
}

/* What styles say becomes attributes, because programs that open pictures read few styles or none. */
function fixLooks(copy) {
  const looks = [...copy.querySelectorAll("*")].map((node) => [node, getComputedStyle(node)]).map(([node, style]) => [
    node, style.visibility === "hidden" || style.display === "none" || style.opacity === "0",
    KEPT.map((name) => [name, style.getPropertyValue(name)]),
  ]);
  for (const [node, hidden, look] of looks) {
    if (hidden) { node.remove(); continue; }
    const isText = ["text", "tspan"].includes(node.tagName);
    for (const [name, value] of look) {
      const needed = !/^(font|text)/.test(name) || node.tagName === "text";
      if (!["g", "a", "tspan"].includes(node.tagName) && needed && value !== DEFAULTS[name]) node.setAttribute(name, value);
      else if (node.tagName !== "tspan") node.removeAttribute(name);
    }
    if (isText && !node.closest(".watermark")) node.removeAttribute("stroke");
  }
}

function tidy(copy) {
  for (const link of copy.querySelectorAll("a")) {
    const group = element("g", { id: link.id, class: link.getAttribute("class") });
    group.append(element("title", {}, link.getAttribute("aria-label")), ...link.childNodes);
    link.replaceWith(group);
  }
  for (const node of [copy, ...copy.querySelectorAll("*")]) {
    for (const { name } of [...node.attributes]) {
      if (name.startsWith("aria-") || name.startsWith("data-") || name === "tabindex") node.removeAttribute(name);
    }
  }
}

function words(size, x, y, text, ink, more = {}) {
  const font = { "font-family": "'Career Sans', 'Source Sans 3', Arial, sans-serif", "font-size": size };
  return element("text", { ...font, x, y, fill: ink, ...more }, text);
}

/* The title and the journey above the map, date and version below it. */
function frame(copy, { width, height }) {
  const ink = getComputedStyle(copy).getPropertyValue("--paper-ink").trim();
  const [whole, title] = [height + HEAD + FOOT, document.title];
  copy.setAttribute("viewBox", `0 ${-HEAD} ${width} ${whole}`);
  copy.setAttribute("width", width);
  copy.setAttribute("height", whole);
  copy.setAttribute("role", "img");
  const facts = [...document.querySelectorAll("#imprint span")].map((span) => span.textContent).filter(Boolean).join(" · ");
  const ends = copy.classList.contains("on")
    ? [...document.querySelectorAll("#result-heading .end")].map((end) => end.lastChild.textContent) : [];
  const reach = copy.classList.contains("reaching") ? document.querySelector("#result .headline").textContent : "";
  const below = [ends.length === 2 ? `From ${ends[0]} to ${ends[1]}` : reach, plain("institution")].filter(Boolean).join(" · ");
  copy.prepend(
    element("title", {}, title),
    element("desc", {}, facts),
    element("rect", { x: 0, y: -HEAD, width, height: whole, fill: "#ffffff" }),
    words(28, MARGIN, -38, plain("map-title"), ink, { "font-weight": 600 }),
    words(17, MARGIN, -12, below, ink),
  );
  copy.append(words(13, width - MARGIN, height + FOOT - 14, facts, ink, { "text-anchor": "end" }));
}

async function embedded(name) {
  const answer = await fetch(new URL(`fonts/${name}`, import.meta.url));
  if (!answer.ok) throw new Error(`${name} is missing`);
  const reader = new FileReader();
  const read = new Promise((done, failed) => { reader.onload = done; reader.onerror = failed; });
  reader.readAsDataURL(new Blob([await answer.arrayBuffer()], { type: "font/woff2" }));
  await read;
  return reader.result;
}

async function fonts() {
  const faces = Object.entries(FONTS).map(async ([weight, name]) => (
    `@font-face{font-family:"Career Sans";font-weight:${weight === "600" ? "600 700" : weight};src:url("${await embedded(name)}") format("woff2")}`
  ));
  const rules = [...await Promise.all(faces), "text{font-kerning:none;font-variant-ligatures:none}"];
  return element("style", {}, rules.join("\n"));
}

async function standAlone(map) {
  const style = await fonts();
  const [copy, stage] = copyOfMap(map);
  try {
    frame(copy, map.viewBox.baseVal);
    fixLooks(copy);
    tidy(copy);
    copy.removeAttribute("class");
    copy.prepend(style);
    return [new XMLSerializer().serializeToString(copy), Number(copy.getAttribute("width")), Number(copy.getAttribute("height"))];
  } finally {
    stage.remove();
  }
}

async function painted(svg, width, height) {
  const scale = Math.max(1, LEAST_WIDTH / width);
  const picture = new Image();
  picture.src = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  try {
    await picture.decode();
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [Math.round(width * scale), Math.round(height * scale)];
    canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise((done) => { canvas.toBlob(done, "image/png"); });
    if (!blob) throw new RangeError("too large for this browser");
    return blob;
  } finally {
    URL.revokeObjectURL(picture.src);
  }
}

function fileName(kind) {
  const now = new Date();
  const date = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((n) => String(n).padStart(2, "0")).join("-");
  const name = plain("map-title").normalize("NFKD").toLowerCase().replace(/[\u0300-\u036f]/g, "").replace(/[^\p{L}\p{N}]+/gu, "-");
  return `${name.replace(/^-+|-+$/g, "").slice(0, 60) || "map"}-${date}.${kind}`;
}

/* Saves the map as it is shown, with its journey, as "svg" or "png"; returns the name of the file. */
export async function savePicture(kind) {
  const [svg, width, height] = await standAlone(document.getElementById("map"));
  const file = kind === "png" ? await painted(svg, width, height) : new Blob([svg], { type: "image/svg+xml" });
  const link = document.createElement("a");
  link.download = fileName(kind);
  link.href = URL.createObjectURL(file);
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  return link.download;
}
