"""The workbooks of a draft, as they were uploaded."""

from flask import Blueprint, Response, abort

from jobtrack_viz import store
from layouts.hr.desk import Desk
from layouts.hr.files import sent_workbook

__all__ = ["add"]


def add(hr: Blueprint, desk: Desk) -> None:
    """Add the download."""

    @hr.get("/drafts/<draft_id>/files/<int:place>")
    def draft_file(draft_id: str, place: int) -> Response:
        with desk.store.reading() as db:
            files = store.draft_files(db, draft_id)
        file = files[place - 1] if 1 <= place <= len(files) else None
        if file is None or file.content is None:
            abort(404)
        return sent_workbook(file.content, file.name)
