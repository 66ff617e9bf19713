/* Elements, and the rows of own levels: one folded row for each competency, with the ladder's words beside each level. */
const MOST_ROWS = 25;

export function make(tag, properties = {}, ...children) {
  const node = document.createElement(tag);
  Object.entries(properties).forEach(([name, value]) => {
    if (name in node) node[name] = value;
    else node.setAttribute(name, value);
  });
  node.append(...children);
  return node;
}

/* `data-key` names what had the focus when the page is drawn anew. */
export function button(words, action, key = words.toLowerCase()) {
  const made = make("button", { type: "button", className: "button", textContent: words, "data-key": key });
  made.addEventListener("click", action);
  return made;
}

/* Something folded that stays open when the page is drawn anew; `folds` is the set of keys that are open. */
export function folded(key, folds, className, title, content, filled = () => {}) {
  const node = make("details", { className, open: folds.has(key) }, make("summary", { "data-key": key }, ...title), ...content);
  node.addEventListener("toggle", ({ target }) => {
    if (target !== node) return;
    folds[node.open ? "add" : "delete"](key);
    if (node.open) filled();
  });
  if (node.open) filled();
  return node;
}

function option(name, value, label, tags = [], statements = []) {
  const id = `${name}-${value || "none"}`;
  const input = make("input", { type: "radio", name, value, id, "data-key": id });
  const words = tags.map((tag) => make("p", { className: "hint", textContent: tag }));
  if (statements.length) words.push(make("ul", { className: "statements" }, ...statements.map((line) => make("li", { textContent: line }))));
  const node = make("div", {}, make("label", {}, input, label));
  if (words.length) {
    input.setAttribute("aria-describedby", `${id}-words`);
    node.append(make("div", { id: `${id}-words` }, ...words));
  }
  return node;
}

/* Its levels are drawn when it is opened for the first time: many frameworks have hundreds of rows. */
function drawRow(competency, index, { none, tagsOf, choose, folds }) {
  const name = `mark-${index}`;
  let [value, drawn] = ["", false];
  const field = make("fieldset", {}, make("legend", { className: "unseen", textContent: `Your level of ${competency.name}` }));
  const said = make("span", { className: "levels" });

  function tick() {
    if (drawn) [...field.querySelectorAll("input")].find((input) => input.value === value).checked = true;
  }

  function fill() {
    if (!drawn) {
      const levels = competency.levels.map(({ rank, label, statements }) => option(name, String(rank), label, tagsOf(competency.name, rank), statements));
      field.append(option(name, "", "Not marked"), option(name, String(none.rank), none.label), ...levels);
    }
    drawn = true;
    tick();
  }

  function show(rank, words) {
    [value, said.textContent] = [rank === undefined ? "" : String(rank), words];
    tick();
  }

  field.addEventListener("change", ({ target }) => choose(competency, target.value));
  const definition = competency.definition ? [make("p", { className: "hint", textContent: competency.definition })] : [];
  const title = [make("span", { className: "name", textContent: competency.name }), " ", said];
  const node = folded(`competency ${competency.name}`, folds, "fold mark-row", title, [...definition, field], fill);
  return { competency, node, show, isMarked: () => value !== "" };
}

/* Rows by group, in the order of the ladder; above 25 rows groups are folded, and say how many of theirs are marked. */
export function drawRows(competencies, wishes) {
  const rows = competencies.map((competency, index) => drawRow(competency, index, wishes));
  const groups = new Map();
  rows.forEach((row) => groups.set(row.competency.group, [...groups.get(row.competency.group) || [], row]));
  const [counts, nodes] = [[], []];
  groups.forEach((members, name) => {
    const list = make("div", { className: "mark-list" }, ...members.map(({ node }) => node));
    const title = name || (groups.size > 1 ? "Other competencies" : "");
    if (rows.length <= MOST_ROWS || !title) {
      nodes.push(...title ? [make("h4", { textContent: title })] : [], list);
      return;
    }
    const count = make("span", { className: "quiet" });
    counts.push(() => { count.textContent = `(${members.filter((row) => row.isMarked()).length} of ${members.length} marked)`; });
    nodes.push(folded(`group ${name}`, wishes.folds, "fold mark-group", [make("h4", { textContent: title }), " ", count], [list]));
  });
  return { rows, nodes, counted: () => counts.forEach((tell) => tell()) };
}

/* Saves a text as a file of this computer; the answer is its name. */
export function saveFile(text, name) {
  const now = new Date();
  const date = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((n) => String(n).padStart(2, "0")).join("-");
  const href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  const link = make("a", { download: `${name}-${date}.json`, href });
  link.click();
  setTimeout(() => URL.revokeObjectURL(href), 60000);
  return link.download;
}
