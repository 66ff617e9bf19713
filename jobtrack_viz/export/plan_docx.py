"""The plan as a Word document, with headings, marked table heads and a described picture."""

import io
from collections.abc import Mapping

from docx.document import Document as WordDocument
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from jobtrack_viz.export.aims import Aim
from jobtrack_viz.export.file_names import printable
from jobtrack_viz.export.plan import Plan
from jobtrack_viz.export.strip import paper_width, strip_of
from jobtrack_viz.export.strip_png import strip_png
from jobtrack_viz.export.word_parts import (
    TEXT_WIDTH,
    add_row,
    blank_lines,
    blank_sheet,
    describe,
    link,
    set_language,
    set_properties,
    styled,
    table,
    words,
)
from jobtrack_viz.export.wording import (
    DUTIES,
    HOW,
    JOURNEY,
    KIND,
    REVIEW,
    SKILLS,
    TALK,
    TO_DEVELOP,
    WHO_DOES_WHAT,
    WHO_HEADINGS,
    aim_change,
    aims_beyond,
    imprint,
    no_aims,
    no_description,
    no_options,
    rest_of_how,
    rest_of_skills,
)
from jobtrack_viz.metro.shapes import Look

__all__ = ["plan_docx"]

_LINES, _ROWS = 2, 4


def plan_docx(plan: Plan, looks: Mapping[str, Look]) -> bytes:
    """The document's bytes: A4, British English, without the name of a person."""
    document = blank_sheet()
    set_language(document, "en-GB")
    set_properties(document, f"Career plan: {plan.title}", plan.about.institution, plan.made_on)
    _head(document, plan)
    _strip(document, plan, looks)
    _moves(document, plan)
    _aims(document, plan)
    _skills(document, plan)
    _how(document, plan)
    _to_fill_in(document)
    _small_print(document, plan)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _heading(document: WordDocument, text: str, level: int) -> None:
    styled(document, f"Heading{level}").add_run(printable(text))


def _line(document: WordDocument, text: str, *, quiet: bool = False) -> None:
    words(document.add_paragraph(), text, quiet=quiet)


def _head(document: WordDocument, plan: Plan) -> None:
    if plan.caution:
        words(document.add_paragraph(), plan.caution, bold=True)
    _line(document, KIND, quiet=True)
    _heading(document, plan.title, 1)
    _line(document, plan.sentence)
    if plan.figures:
        _line(document, " · ".join(plan.figures), quiet=True)
    blank_lines(document, TALK)


def _strip(document: WordDocument, plan: Plan, looks: Mapping[str, Look]) -> None:
    picture = strip_png(strip_of(plan, looks, paper_width(plan)), TEXT_WIDTH)
    shape = document.add_picture(io.BytesIO(picture), width=Mm(TEXT_WIDTH))
    document.paragraphs[-1].paragraph_format.space_before = Pt(6)
    describe(shape, JOURNEY, plan.in_words)


def _moves(document: WordDocument, plan: Plan) -> None:
    if not plan.moves:
        return
    _heading(document, JOURNEY, 2)
    for move, stop in zip(plan.moves, plan.stops[1:], strict=True):
        paragraph = words(styled(document, "ListNumber"), f"{move.way}, to ")
        words(paragraph, stop.name, bold=True)
        words(paragraph, f": {', '.join(move.facts)}." if move.facts else ".", quiet=True)
        if move.possible:
            words(paragraph, " Possible: nobody has described this move.", quiet=True)
        if move.note:
            words(paragraph, f" {move.note}", quiet=True)
        if move.link:
            words(paragraph, " ")
            link(paragraph, "How this move happens", move.link)


def _aims(document: WordDocument, plan: Plan) -> None:
    _heading(document, TO_DEVELOP, 2)
    if nothing := no_aims(plan):
        _line(document, nothing)
    elif any(aim.helps for aim in plan.aims.few):
        _aims_with_options(document, plan)
    else:
        for aim in plan.aims.few:
            _aim(styled(document, "ListBullet"), plan, aim)
        _common_helps(document, plan)
    if more := aims_beyond(plan):
        paragraph = words(document.add_paragraph(), more, quiet=True)
        paragraph.paragraph_format.space_before = Pt(3)


def _aims_with_options(document: WordDocument, plan: Plan) -> None:
    kinds = next([each.kind for each in aim.helps] for aim in plan.aims.few if aim.helps)
    made = table(document, ("Competency", *kinds), (0.34, 0.22, 0.22, 0.22))
    for aim in plan.aims.few:
        cells = add_row(made).cells
        _aim(cells[0].paragraphs[0], plan, aim)
        if not aim.helps:
            words(cells[1].merge(cells[-1]).paragraphs[0], no_options(plan), quiet=True)
        for cell, each in zip(cells[1:], aim.helps, strict=False):
            words(cell.paragraphs[0], "\n".join(each.lines) or "–")


def _aim(paragraph: Paragraph, plan: Plan, aim: Aim) -> None:
    words(paragraph, aim.name, bold=True)
    words(paragraph, f" {aim_change(plan, aim)}", quiet=True)
    for line in aim.words:
        words(paragraph, f"\n{line}")


def _common_helps(document: WordDocument, plan: Plan) -> None:
    if not plan.aims.helps:
        _line(document, no_options(plan), quiet=True)
        return
    _heading(document, "What helps", 3)
    for each in plan.aims.helps:
        paragraph = words(document.add_paragraph(), f"{each.kind}: ", bold=True)
        words(paragraph, " ".join(each.lines))


def _skills(document: WordDocument, plan: Plan) -> None:
    if plan.skills:
        _heading(document, SKILLS, 2)
    for found in plan.skills:
        paragraph = words(document.add_paragraph(), f"{found.title}: ", bold=True)
        rest = rest_of_skills(found)
        words(paragraph, " · ".join((*found.names, *([rest] if rest else []))))


def _how(document: WordDocument, plan: Plan) -> None:
    missing = no_description(plan)
    if plan.how or missing:
        _heading(document, HOW, 2)
    for how in plan.how:
        paragraph = words(document.add_paragraph(), how.title, bold=True)
        words(paragraph, f" ({how.moves}): " if how.moves else ": ", quiet=True)
        words(paragraph, " ".join(how.lines))
        if how.link:
            words(paragraph, " ")
            link(paragraph, f"Read more: {how.title}", how.link)
    for text in (rest_of_how(plan), missing):
        if text:
            _line(document, text, quiet=True)


def _to_fill_in(document: WordDocument) -> None:
    _heading(document, DUTIES, 2)
    for _ in range(_LINES):
        blank_lines(document, ("",))
    _heading(document, WHO_DOES_WHAT, 2)
    made = table(document, WHO_HEADINGS, (0.56, 0.22, 0.22))
    for _ in range(_ROWS):
        add_row(made).height = Mm(5.5)
    blank_lines(document, (REVIEW,))


def _small_print(document: WordDocument, plan: Plan) -> None:
    paragraph = words(document.add_paragraph(), plan.disclaimer, quiet=True)
    paragraph.paragraph_format.space_before = Pt(5)
    footer = document.sections[0].footer.paragraphs[0]
    words(footer, " · ".join(imprint(plan)), quiet=True)
    for run in (*paragraph.runs, *footer.runs):
        run.font.size = Pt(7.5)
