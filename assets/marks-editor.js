/* Own levels beside what a goal asks for: to mark and to keep, or only to read. `page` is what assets/marks.js offers. */
import { button, drawRows, folded, make, saveFile } from "./marks-form.js";
import { beyond, changeOf, inWords, rankOf, readFile, sentence, strangers, written } from "./marks-levels.js";

const MOST_NAMES = 6;
const WHERE = {
  nowhere: "This browser lets pages keep nothing: your levels are gone when this page is closed or loaded again.",
  computer: "Whoever uses this browser on this computer can read them.",
  tab: "Without it they are kept in this tab until it is closed.",
};
const count = (n, one, many) => `${n} ${n === 1 ? one : many}`;
const competencies = (n) => count(n, "competency", "competencies");
const named = (names) => (names.length > MOST_NAMES ? competencies(names.length) : new Intl.ListFormat("en-GB").format(names));
const hint = (textContent) => make("p", { className: "hint", textContent });
const actions = (...all) => make("div", { className: "actions" }, ...all);
const ranks = (json) => new Map(Object.entries(JSON.parse(json || "{}")));

/* What is marked on this ladder, against what the goal in the page asks for. */
function standing({ place, ladder, store }) {
  const [asks, here, { goal, start }] = [ranks(place.dataset.asks), ranks(place.dataset.here), place.dataset];
  const rank = (each) => rankOf(store.marks(), each, ladder.none);
  const label = (each, of) => [ladder.none, ...each.levels].find((level) => level.rank === of).label;
  const marked = () => new Map(ladder.competencies.map((each) => [each.name, rank(each)]).filter(([, found]) => found !== undefined));
  const outcomes = () => beyond(asks, marked());
  return {
    asks, here, goal, start, rank, outcomes,
    asked: ladder.competencies.filter(({ name }) => asks.get(name)),
    says: () => {
      const by = new Map(outcomes().map((outcome) => [outcome.competency, inWords(outcome)]));
      return (each) => (rank(each) === undefined ? by.get(each.name) : `${label(each, rank(each))}: ${by.get(each.name)}`);
    },
  };
}

/* What the goal says about other competencies, and marks of another ladder. */
function besides({ ladder, store, folds, say, draw }, { goal, outcomes }) {
  const of = (wanted) => outcomes().filter(({ kind }) => kind === wanted).map(({ competency }) => competency);
  const [free, unknown, strange] = [of("not required"), of("not stated"), strangers(store.marks(), ladder.competencies)];
  const lines = strange.map((key) => store.marks().get(key)).map(({ competency, ladder: names, level }) => (
    make("li", { textContent: `${competency}: ${level === null ? ladder.none.label : level} (of ${names.join(", ")})` })));

  function forget() {
    say(`${count(strange.length, "mark is", "marks are")} erased.`, store.apply(new Map(strange.map((key) => [key, null]))));
    draw();
  }

  return [
    ...free.length ? [hint(`${goal} does not require ${named(free)}.`)] : [],
    ...unknown.length ? [hint(`You also marked ${named(unknown)}; ${goal} states nothing about that.`)] : [],
    ...lines.length ? [folded("strange", folds, "fold", [`${count(lines.length, "mark fits", "marks fit")} no level of this map`], [
      hint("The competency has other levels here, or is not on this map. These marks are kept, and not compared."),
      make("ul", { className: "statements" }, ...lines), actions(button("Erase these marks", forget))])] : [],
  ];
}

/* The marks to read, as on a page to print. */
export function list(page) {
  const stand = standing(page);
  const says = stand.says();
  const lines = stand.asked.map((each) => make("li", {},
    make("span", { className: "name", textContent: each.name }), " ", make("span", { className: "levels", textContent: says(each) })));
  page.tell(sentence(stand.outcomes()));
  return {
    nodes: [make("ul", { className: "changes" }, ...lines), ...besides(page, stand), actions(button("Hide my levels", page.hide, "hide"))],
    update: () => page.draw(),
  };
}

/* The form: what is chosen is kept and compared at once. */
export function editor(page) {
  const { store, ladder, say } = page;
  const stand = standing(page);
  const { asked, asks, here, goal, start, rank } = stand;
  const open = () => asked.filter((each) => rank(each) === undefined);
  const fillable = () => open().filter(({ name, levels }) => levels.some((level) => level.rank === here.get(name)));

  function choose(each, value) {
    page.reveal();
    store.apply(new Map([changeOf(each, value === "" ? undefined : Number(value))]));
    say("");
    update();
  }

  function fill() {
    const found = fillable();
    page.reveal();
    const back = store.apply(new Map(found.map((each) => changeOf(each, here.get(each.name)))));
    say(`${competencies(found.length)} marked as ${start} asks.`, back, page.above);
    update();
    page.focus("hide");
  }

  async function add({ target }) {
    const [file] = target.files;
    if (!file) return;
    try {
      const found = await readFile(file);
      page.reveal();
      const back = store.apply(found);
      const strange = strangers(found, ladder.competencies).length;
      const which = strange ? `; ${count(strange, "of them fits", "of them fit")} no level of this map` : "";
      say(`${count(found.size, "mark", "marks")} added from ${file.name}${which}. Your others stay.`, back);
      page.draw();
    } catch (error) {
      say(`${error instanceof RangeError ? error.message : "The file could not be read."} Nothing has changed. Choose a file that “Save to a file” has made.`);
    } finally {
      target.value = "";
    }
  }

  function erase() {
    const back = store.erase();
    say("Your levels are erased, in this tab and on this computer. Until this page is closed you can bring them back.", back);
    page.draw();
    page.focus("undo");
  }

  function keep({ target }) {
    const before = store.marks().size;
    const done = store.keep(target.checked);
    const more = store.marks().size - before;
    const added = more ? ` ${count(more, "mark that was kept here before is", "marks that were kept here before are")} added.` : "";
    if (!done) say("This browser does not let pages keep anything there.");
    else say(store.isKept() ? `Kept on this computer.${added}` : "No longer kept on this computer, only in this tab.");
    update();
  }

  const tagsOf = (name, level) => [[goal, asks], [start, here]].filter(([who, of]) => who && of.get(name) === level).map(([who]) => `${who} asks for this.`);
  const { rows, nodes, counted } = drawRows(asked, { none: ladder.none, tagsOf, choose, folds: page.folds });
  const input = make("input", { type: "file", accept: ".json,application/json", hidden: true });
  input.addEventListener("change", add);
  const kept = make("input", { type: "checkbox", "data-key": "keep" });
  kept.addEventListener("change", keep);
  const [where, marked, others] = [hint(""), make("p", { className: "hint" }), make("div")];
  const begin = button("", fill, "begin");
  const needMarks = [button("Hide my levels", page.hide, "hide"), button("Save to a file", () => say(`Saved as ${saveFile(written(store.marks()), "my-own-levels")}.`), "save"), button("Erase my levels", erase)];

  function update() {
    const says = stand.says();
    page.tell(sentence(stand.outcomes()));
    rows.forEach((row) => row.show(rank(row.competency), says(row.competency)));
    counted();
    marked.textContent = `${asked.length - open().length} of ${asked.length} marked. This is about levels only: skills, qualifications and experience are another matter.`;
    begin.hidden = !fillable().length;
    if (start) begin.textContent = `${open().length === asked.length ? "Begin with" : "Fill the rest with"} the levels of ${start}`;
    needMarks.forEach((each) => { each.hidden = !store.marks().size; });
    [kept.checked, kept.disabled] = [store.isKept(), store.isBlocked()];
    where.textContent = WHERE[store.isBlocked() ? "nowhere" : store.isKept() ? "computer" : "tab"];
    others.replaceChildren(...besides(page, stand));
  }
  update();
  const [hide, save, rub] = needMarks;
  return {
    update,
    nodes: [marked, actions(begin, hide), ...page.above.nodes, ...nodes, others, make("label", { className: "keep" }, kept, "Keep on this computer"), where,
      actions(save, button("Add from a file", () => input.click()), rub), input],
  };
}
