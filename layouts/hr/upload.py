"""/hr/upload: choose workbooks, see what they give away, and only then store them as a draft."""

from collections.abc import Mapping, Sequence
from typing import Any, get_args

from flask import Blueprint, Response, request
from werkzeug.exceptions import RequestEntityTooLarge

from jobtrack_viz import store
from jobtrack_viz.drawing.phrases import count_of
from jobtrack_viz.errors import UnreadableWorkbook, WithdrawnVersion
from jobtrack_viz.publishing import Answer, Mode, begin, read_upload
from jobtrack_viz.sandbox import Busy, Slots
from jobtrack_viz.settings import Limits
from jobtrack_viz.workbook import Revealed
from layouts.hr.desk import Desk
from layouts.hr.door import refusal
from layouts.hr.files import digest_of, megabytes, received
from layouts.hr.frame import page, person
from layouts.hr.workshop import Workshop
from layouts.links import redirect

__all__ = ["add"]

_FORM_BYTES = 100_000
_DRAIN = 64 * 1024
_READERS = 2
"""Uploads that one server process reads at a time; its other threads are for readers."""
_PATIENCE = 5.0
_AGAIN_AFTER = "30"
"""Seconds that an upload waits for its turn, and after which to try again if it had none."""


def add(hr: Blueprint, desk: Desk, workshop: Workshop) -> None:
    """Add the form, and what becomes of what it sends."""
    limits = desk.settings.limits
    most = _most(limits)
    readers = Slots(_READERS)

    @hr.url_value_preprocessor
    def allow_size(endpoint: str | None, _: dict[str, Any] | None) -> None:
        """Uploads are larger than all other requests; said before anybody reads the form."""
        if endpoint == f"{hr.name}.send_upload":
            request.max_content_length = most["bytes"] + _FORM_BYTES

    def form(status: int, mode: str, wrong: str = "") -> Response:
        with desk.store.reading() as db:
            published = store.current(db).number is not None
        errors = [("files", wrong)] if wrong else []
        return page("upload.html", status, errors=errors, mode=mode, most=most, published=published)

    @hr.get("/upload")
    def upload() -> Response:
        return form(200, "update")

    @hr.post("/upload")
    def send_upload() -> Any:
        files, mode = received(request.files.getlist("files")), _mode()
        if wrong := _wrong(files, limits):
            return form(422, mode, wrong)
        shown, extras = digest_of(files), request.form.get("extras", "")
        known = request.form.get("shown", "")
        answer: Answer = "ask"
        if known == shown and extras in ("strip", "keep"):
            answer = "strip" if extras == "strip" else "keep"
        try:
            with readers.taken(_PATIENCE):
                read = read_upload(desk.store, files, mode, answer, limits)
        except Busy:
            return _busy()
        except (UnreadableWorkbook, WithdrawnVersion) as error:
            return form(422, mode, str(error))
        if read.checked.reading is None:
            found = {name: read.checked.revealed[name] for name in files}
            errors = _unanswered(known, shown)
            return _ask(found, errors, extras=extras, mode=mode, shown=shown, most=most)
        kept = {**files, **read.checked.without}
        draft = begin(desk.store, desk.now(), person().email, kept, mode)
        workshop.begin(draft, read)
        return redirect(f"/hr/drafts/{draft}", 303)

    @hr.errorhandler(RequestEntityTooLarge)
    def too_large(_: RequestEntityTooLarge) -> Response:
        """Read on for a while, so that the browser hears the answer and not a broken connection."""
        if request.endpoint != f"{hr.name}.send_upload":
            return refusal(413)
        stream, left = request.environ["wsgi.input"], 4 * most["bytes"]
        while left > 0 and (part := stream.read(min(_DRAIN, left))):
            left -= len(part)
        return form(413, "update", f"Together they are larger than {most['all']}. Upload fewer.")


def _busy() -> Response:
    answer = page(
        "message.html",
        503,
        heading="Other workbooks are being read",
        sentences=["Nothing was stored. Wait half a minute, then upload the workbook again."],
        links=[("Upload", "/hr/upload"), ("Overview", "/hr")],
    )
    answer.headers["Retry-After"] = _AGAIN_AFTER
    return answer


def _ask(
    found: Mapping[str, Revealed], errors: Sequence[tuple[str, str]], **values: Any
) -> Response:
    """What the files give away, and what should become of it; nothing is stored yet.

    A file with a list of people leaves no choice: ``free`` says whether another one does.
    """
    files = [
        {
            "name": name,
            "sentences": [told.sentence for told in one.disclosures],
            "lists_people": one.lists_people,
        }
        for name, one in found.items()
    ]
    telling = sum(bool(one) for one in found.values())
    of_many = f"{telling} of {count_of(len(files), 'file')}"
    lead = f"{'The file' if len(files) == 1 else of_many} may tell more than you mean to give away."
    status = 422 if errors else 200
    free = any(one and not one.lists_people for one in found.values())
    values |= {"errors": errors, "files": files, "lead": lead, "free": free}
    return page("revealed.html", status, **values)


def _most(limits: Limits) -> dict[str, Any]:
    together = limits.upload_bytes
    return {
        "books": limits.books,
        "file_bytes": limits.file_bytes,
        "bytes": together,
        "each": megabytes(limits.file_bytes),
        "all": megabytes(together),
    }


def _mode() -> Mode:
    asked = request.form.get("mode", "")
    return next((mode for mode in get_args(Mode) if mode == asked), "update")


def _wrong(files: Mapping[str, bytes], limits: Limits) -> str:
    """Why these files are not looked at, or nothing."""
    if not files:
        return "Choose at least one workbook."
    if len(files) > limits.books:
        return f"These are {len(files)} files. Upload {limits.books} at most."
    for name, content in files.items():
        if len(content) > limits.file_bytes:
            return f"{name} is larger than {megabytes(limits.file_bytes)}. Divide it into several."
    return ""


def _unanswered(known: str, shown: str) -> Sequence[tuple[str, str]]:
    """What is missing from an answer; nothing if it was not asked for yet."""
    if not known:
        return []
    if known != shown:
        return [("files", "These are not the same files. Look at what these hold, then choose.")]
    return [("extras-strip", "Choose whether to take it out or to keep it.")]
