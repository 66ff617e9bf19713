"""The workbooks of a draft, as they were uploaded and with their problems marked."""

from flask import Blueprint, Response, abort

from jobtrack_viz import store
from jobtrack_viz.errors import JobtrackError
from jobtrack_viz.publishing import preview
from jobtrack_viz.workbook import marked
from layouts.hr.desk import Desk
from layouts.hr.files import sent_workbook
from layouts.hr.frame import page

__all__ = ["add"]


def add(hr: Blueprint, desk: Desk) -> None:
    """Add the downloads."""

    @hr.get("/drafts/<draft_id>/files/<int:place>")
    def draft_file(draft_id: str, place: int) -> Response:
        name, content, _ = file_at(draft_id, place)
        return sent_workbook(content, name)

    @hr.get("/drafts/<draft_id>/files/<int:place>/marked.xlsx")
    def marked_file(draft_id: str, place: int) -> Response:
        name, content, several = file_at(draft_id, place)
        problems = preview(desk.store, draft_id).problems
        try:
            copy = marked(content, problems, desk.settings.limits, name if several else "")
        except JobtrackError as error:
            return page(
                "message.html",
                422,
                heading="No copy could be marked",
                sentences=[str(error), "The report on the draft's page has all that was found."],
                links=[("Back to the draft", f"/hr/drafts/{draft_id}")],
            )
        return sent_workbook(copy, f"{name.removesuffix('.xlsx')} marked.xlsx")

    def file_at(draft_id: str, place: int) -> tuple[str, bytes, bool]:
        """A file's name and content, and whether there are others."""
        with desk.store.reading() as db:
            files = store.draft_files(db, draft_id)
        file = files[place - 1] if 1 <= place <= len(files) else None
        if file is None or file.content is None:
            abort(404)
        return file.name, file.content, len(files) > 1
