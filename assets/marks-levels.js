/* Own levels as values: what a role asks for beyond them, in words, and as a file. It knows no page and no storage. */
export const FORMAT = "career-map-own-levels";
export const VERSION = 1;
const [MOST_MARKS, LONGEST, LARGEST] = [5000, 1000, 2000000];

/* A mark belongs to a competency and to the names of its levels: on another ladder it means nothing. */
const keyOf = ({ competency, ladder }) => JSON.stringify([competency, ...ladder]);
const namesOf = ({ levels }) => levels.map(({ name }) => name);
const keyAt = (each) => keyOf({ competency: each.name, ladder: namesOf(each) });

/* The rank of what is marked for a competency of today's ladder, as it was sent with that level's name; undefined if nothing
   is. The level null means that none of the levels is reached yet. */
export function rankOf(marks, each, none) {
  const mark = marks.get(keyAt(each));
  if (!mark) return undefined;
  return mark.level === null ? none.rank : each.levels.find(({ name }) => name === mark.level).rank;
}

/* One change, as key and mark; without a rank the mark is taken away. */
export function changeOf(each, rank) {
  const { name } = each.levels.find((level) => level.rank === rank) || { name: null };
  return [keyAt(each), rank === undefined ? null : { competency: each.name, ladder: namesOf(each), level: name }];
}

/* The keys of marks that fit no competency and levels of this ladder. */
export function strangers(marks, competencies) {
  const known = new Set(competencies.map(keyAt));
  return [...marks.keys()].filter((key) => !known.has(key));
}

/* What a role asks for beyond marked ranks. Both are ranks by competency, as Python sent them: 0 for not required (or none
   of the levels yet), absent for not stated (or not marked). Competencies of the role first, then those only marked. */
export function beyond(asks, marked) {
  const told = (competency) => {
    const [there, here] = [asks.get(competency), marked.get(competency)];
    if (there === undefined) return { kind: "not stated" };
    if (there === 0) return { kind: "not required" };
    if (here === undefined) return { kind: "not marked" };
    if (there > here) return { kind: "more", levels: there - here };
    return { kind: there === here ? "same" : "less" };
  };
  return [...new Set([...asks.keys(), ...marked.keys()])].map((competency) => ({ competency, ...told(competency) }));
}

const verb = (n, one, many) => `${n} ${n === 1 ? one : many}`;
const levels = (n) => verb(n, "level", "levels");
const ALONE = { same: "is as you marked it", less: "asks for less than you marked", "not marked": "is not marked yet" };

/* What is asked for in one competency. */
export function inWords({ kind, levels: more }) {
  if (kind === "more") return `asks for ${levels(more)} more`;
  return { same: "as you are", less: "asks for less" }[kind] || kind;
}

/* The whole in one sentence, figures first. */
export function sentence(outcomes) {
  const asked = outcomes.filter(({ kind }) => !["not stated", "not required"].includes(kind));
  const of = (wanted) => asked.filter(({ kind }) => kind === wanted);
  const [more, same, less, open] = ["more", "same", "less", "not marked"].map(of);
  const sum = more.reduce((all, outcome) => all + outcome.levels, 0);
  if (!asked.length) return "This role asks for no level.";
  if (asked.length === 1) return `The one competency ${more.length ? `asks for ${levels(sum)} more than you marked` : ALONE[asked[0].kind]}.`;
  if (open.length === asked.length) return `None of the ${asked.length} competencies is marked yet.`;
  const rises = more.length ? `${verb(more.length, "asks", "ask")} for more than you marked: ${levels(sum)} more${more.length > 1 ? " in all" : ""}` : "none asks for more than you marked";
  const rest = [
    same.length && verb(same.length, "is as you marked it", "are as you marked them"),
    less.length && verb(less.length, "asks for less", "ask for less"),
    open.length && verb(open.length, "is not marked", "are not marked"),
  ].filter(Boolean);
  return `Of the ${asked.length} competencies, ${[rises, ...rest].join("; ")}.`;
}

/* Marks as the text of a file or of a storage. */
export function written(marks) {
  return JSON.stringify({ format: FORMAT, version: VERSION, marks: [...marks.values()] }, null, 1);
}

const isText = (text) => typeof text === "string" && text.length > 0 && text.length <= LONGEST;
const isMark = (mark) => Boolean(mark) && isText(mark.competency)
  && Array.isArray(mark.ladder) && mark.ladder.length > 0 && mark.ladder.length <= 100 && mark.ladder.every(isText)
  && (mark.level === null || mark.ladder.includes(mark.level));

/* The marks of such a text by their keys; a RangeError says what is wrong with it. */
export function read(text) {
  let found;
  try { found = JSON.parse(text); } catch { throw new RangeError("The file is not one of own levels, or it is cut off."); }
  if (!found || found.format !== FORMAT) throw new RangeError("The file is not one of own levels.");
  if (found.version !== VERSION) throw new RangeError("The file comes from another version of this page, which writes it differently.");
  const all = found.marks;
  if (!Array.isArray(all) || all.length > MOST_MARKS || !all.every(isMark)) {
    throw new RangeError("The file is damaged: some of its marks cannot be read.");
  }
  return new Map(all.map(({ competency, ladder, level }) => [keyOf({ competency, ladder }), { competency, ladder, level }]));
}

/* The marks of a file that somebody chose. */
export async function readFile(file) {
  if (file.size > LARGEST) throw new RangeError("The file is too large to be own levels.");
  return read(await file.text());
}
