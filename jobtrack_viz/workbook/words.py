"""Every problem code and its sentence: what was found, and what to write instead."""

from collections.abc import Mapping

from jobtrack_viz.model import Problem

__all__ = ["WORDS", "found_and_remedy", "sentence"]

WORDS: Mapping[str, str] = {
    # errors
    "no-roles": "The workbook describes no role. Add a matrix with headings such as "
    "“Developer (6)”, or a sheet with the columns Role and Grade.",
    "heading-placeholder": "The heading is still the template's “Job Title (Grade)”. "
    "Write a job title and its grade, such as “Developer (6)”, or clear the cell.",
    "heading-missing": "The level “{found}” stands in a column without a heading. "
    "Write the job title and grade above it, such as “Developer (6)”.",
    "competency-missing": "The levels in this row have no competency. Write its name in the first "
    "column.",
    "level-unknown": "“{found}” is not a level. Write one of: {levels}.[nearest: Did you mean "
    "“{nearest}”?]",
    "level-merged": "The level “{found}” stands in merged cells, which hold only one value. "
    "Unmerge them and write a level in each cell.",
    "scale-unknown": "“{found}” is neither Low, Medium or High nor a number, and no language "
    "ladder "
    "says what the levels are. Add a sheet with the column Competency and a column for each level, "
    "lowest first.",
    "cell-date": "Excel turned this cell into the date {found}. Format the cell as Text, then type "
    "the value again, for example 5/6.",
    "cell-error": "The cell shows the error {found}. Mend its formula, or type the value.",
    "formula-without-value": "The formula has no stored value. Open the workbook in Excel and save "
    "it, or type the value.",
    "competency-twice": "“{competency}” stands twice in this matrix, with another level in "
    "{other}. "
    "Keep one of the two rows.",
    "matrices-disagree": "“{role}” has the level {found} in {competency} here, but {other} in "
    "{where}. Give it the same level in both places.",
    "id-twice": "The ID “{found}” already belongs to {other}. Give each role an ID of its own.",
    "ladders-disagree": "This ladder has another number of levels than the one on the sheet "
    "{other}. Give both the same number.",
    "role-title-missing": "The row has no title. Write the role's title in the column Role, or "
    "clear the row.",
    "value-missing": "The row has nothing in the column {column}. Fill it in, or clear the row.",
    "role-ambiguous": "“{found}” fits several roles: {roles}. Write the title with its grade in "
    "brackets, or the ID.",
    "role-unknown": "No role is called “{found}”.[nearest: Did you mean one of: {nearest}?] "
    "Write a role's title as on its matrix, or its ID.",
    "competency-unknown": "No competency is called “{found}”.[nearest: Did you mean “{nearest}”?] "
    "Write a competency's name as on the ladder or in a matrix.",
    "track-unknown": "No track is called “{found}”.[nearest: Did you mean “{nearest}”?] "
    "Write a track's name as on the sheet Tracks.",
    "grade-unknown": "No grade is called “{found}”.[nearest: Did you mean “{nearest}”?] Write a "
    "grade as on the sheet Grades or as roles have it, or a span of two such as 5/6.",
    "grade-order-unclear": "The matrices do not agree whether “{first}” or “{second}” is the lower "
    "grade. Add a sheet with the column Grade that lists the grades, lowest first.",
    "grades-disagree": "“{second}” is higher than “{first}” here, but lower on the sheet {other}. "
    "Put the grades in the same order on both sheets.",
    "word-unknown": "“{found}” is not understood here. Write one of: {options}.",
    "move-to-itself": "The move leads from “{role}” to the same role. Write another role in From "
    "or To.",
    # warnings
    "competency-not-on-ladder": "“{found}” is not on the language ladder, so it has no words "
    "for its "
    "levels.[nearest: Did you mean “{nearest}”?] Write the name as on the ladder, or add it there.",
    "competency-unused": "No role uses “{competency}”. Add its row to the matrices, or take it off "
    "the ladder.",
    "descriptor-missing": "The ladder does not say what “{level}” means for “{competency}”, though "
    "roles have that level. Write a statement or two.",
    "role-without-levels": "“{role}” has no levels in any matrix, so it cannot be compared. Add a "
    "column for it, or write levels into the one it has; colours are not read.",
    "grade-missing": "“{role}” has no grade, so it stands apart on the map. Write the grade in "
    "brackets after the title, on the sheet Roles, or in the column Grades of a level. A name in "
    "brackets, such as (HEO), is a grade only if a sheet with the column Grade lists it.",
    "title-long": "The title has {length} characters and will not fit beside a station. Shorten it "
    "to 60 or fewer.",
    "alias-shared": "The former title “{found}” is claimed by several roles: {roles}. People who "
    "search for it will be offered each of them.",
    "colour-pale": "A line in the colour “{found}” can hardly be seen on white paper, so a darker "
    "shade of it is drawn. Choose a darker colour.",
    "posts-unclear": "“{found}” is not a whole number, so no number of posts is shown. Write a "
    "number such as 12, or clear the cell.",
    "kind-contradicts-grades": "The kind “{kind}” does not fit the grades of {source} and "
    "{target}. "
    "Change the kind, or leave it blank to have it worked out.",
    "list-of-people": "This is a list of people, since “{found}” stands beside “{beside}”. It was "
    "not used, and nothing of it is kept. If it describes roles, upload it without the columns "
    "that name people.",
    "rows-hidden": "Hidden rows were left out: {rows}. Unhide them if they belong to the table.",
    "columns-hidden": "Hidden columns were left out: {columns}. Unhide them if they belong to the "
    "table.",
    "level-falls": "{competency} falls from {before} to {after} between {source} and {target}, "
    "though the grade rises. Check that this is meant.",
    "neighbours-alike": "{source} and {target} have the same level in every competency. Check "
    "whether the grades differ in something that the matrix should show.",
    "line-ends-early": "The track {track} ends at {role}, below the highest grade, and no move "
    "leads "
    "on from it. Describe one on the sheet Moves, if there is one.",
    "station-unreachable": "No move leads to “{role}”. Describe one on the sheet Moves.",
    "level-without-grades": "The level “{found}” names no grades, so its texts are shown beside no "
    "role. Write its grades in the column Grades, such as 7 or 5/6.",
    # notes
    "matrix-turned": "Roles stand down the side here, so the table was read across.",
    "sheet-not-used": "The sheet was not used: no row of it is a header we know. If it is a "
    "table, write a heading such as Competency, Role or Grade over its columns.",
    "sheet-read-as": "The sheet holds several tables, which were read as: {kinds}.",
    "cells-not-used": "Cells beside the tables were left out: {count}. The first says “{found}”.",
    "matrix-side-assumed": "Nothing tells roles from competencies here, so the roles were taken to "
    "stand across. If they stand down the side, write Role over them.",
    "labels-filled-down": "“{found}” stands only on the first row of each group; the blank cells "
    "below were read as the same.",
    "section-title": "“{found}” was read as a section's title, since nothing stands beside it.",
    "level-names-differ": "Competencies have different names for their levels. A level's place in "
    "its order counts, and each competency keeps its own names.",
    "sheet-hidden": "The sheet is hidden and was left out.",
    "rows-filtered": "Rows that a filter hides were read all the same: {count}.",
    "column-not-used": "The column “{found}” was not used.",
    "formula-read": "Cells with a formula: {count}. The values that Excel stored were read.",
    "text-cleaned": "Cells from which invisible characters were removed: {count}.",
    "grade-order-inferred": "Nothing lists the grades, so they stand in the order of columns and "
    "of first mention: {order}. Add a sheet with the column Grade to set it.",
    "kind-inferred": "The kind was blank; from {source} to {target} it was read as “{kind}”.",
    "listed-twice": "“{found}” is already listed in {other} and counts once.",
    "told-otherwise": "“{found}” is not what stands in {other} for the same competency; the first "
    "counts.",
    "track-not-listed": "The track “{found}” is not on the sheet Tracks; it was put after those "
    "listed.[nearest: Did you mean “{nearest}”?]",
    "link-unusable": "“{found}” is not a web address that starts with https:// and was left out.",
    "row-without-text": "The row says nothing yet and was left out.",
    "level-grade-inferred": "The level “{found}” names no grades; it was read as the grade "
    "{grade}, which has that name.",
    "roles-from-levels": "The workbook describes no roles, so each level of the profiles became "
    "one: {roles}.",
    "story-without-consent": "“{title}” is not shown, since the column Consent does not say yes.",
    "stamp-unknown": "The workbook says that it was made from version {found}, which is not one of "
    "this map or has changed since. It was read like any other workbook.",
    "story-withdrawn": "“{found}” was withdrawn, so it was left out.",
    "story-without-move": "“{title}” names no role in From or To, so it is shown beside no move.",
    "section-own": "“{found}” is none of the usual sections ({options}). It was kept as it is.",
    "gone-with-update": "The update takes “{found}” away, so what this row says about it was left "
    "out.",
    "level-superseded": "The update gives “{role}” the level {new} in {where}, so {found} "
    "counts no more.",
    "order-unclear": "“{found}” is not a number, so the row follows those that have one.",
    "colour-unknown": "“{found}” is not a colour such as #1f77b4; one was chosen.",
    "progressions-unclear": "On the track {track}, it is not clear which of {here} and {there} "
    "roles of neighbouring grades lead to each other. Describe them on the sheet Moves.",
}


def sentence(problem: Problem) -> str:
    """What a person reads about a problem, without its address.

    A part in square brackets that begins with a fact's name is left out where that fact is empty.
    """
    said = _filled(WORDS[problem.code], problem)
    if more := problem.facts.get("more"):
        said = f"{said} There are {more} more of this kind."
    return said


def found_and_remedy(problem: Problem) -> tuple[str, str]:
    """The same in two parts: what was found, and what to write instead, if there is anything."""
    found, stop, remedy = WORDS[problem.code].partition(". ")
    if not stop and "[nearest:" in found:
        found, _, rest = found.partition("[nearest:")
        remedy = f"[nearest:{rest}"
    else:
        found += stop.strip()
    return _filled(found, problem), _filled(remedy, problem).strip()


def _filled(text: str, problem: Problem) -> str:
    start = text.find("[nearest:")
    if start >= 0:
        end = text.index("]", start)
        inside = text[start + len("[nearest:") : end] if problem.facts["nearest"] else ""
        text = text[:start] + inside + text[end + 1 :]
    return text.format_map(problem.facts)
