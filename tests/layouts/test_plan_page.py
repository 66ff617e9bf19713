"""The page to take away, and the files beside it, as the application answers."""

import io
import re
import zipfile
from html import unescape

import pytest
from python_calamine import CalamineWorkbook

import app as app_module
from jobtrack_viz.atlas import of_workbook as atlas_module
from jobtrack_viz.settings import Settings

PAIR = "?start=trainee&goal=senior-coder"
FORBIDDEN = re.compile(r"\b(steps?|ease|leave|interchange|closed)\b|!", re.IGNORECASE)


@pytest.fixture
def client(tmp_path, monkeypatch, framework):
    """The application with the small framework."""

    class _Reading:
        problems = ()

    _Reading.framework = framework
    monkeypatch.setattr(atlas_module, "read_workbook", lambda *_: _Reading)
    book = tmp_path / "ours.xlsx"
    book.write_bytes(b"anything")
    return app_module.create_app(Settings(workbook=book)).server.test_client()


def words_of(answer):
    """What a page says, without its markup."""
    text = re.sub(
        r"<(script|style|title)\b.*?</\1>", " ", answer.get_data(as_text=True), flags=re.S
    )
    return unescape(" ".join(re.sub(r"<[^>]*>", " ", text).split()))


def test_the_plan(client):
    """Both ends, the moves, what to develop, conditions, lines to fill in, version, disclaimer."""
    answer = client.get(f"/plan{PAIR}")
    words = words_of(answer)

    assert answer.status_code == 200
    for part in (
        "Trainee (4) to Senior coder (6)",
        "2 moves",
        "Progression on Code, to Coder (5)",
        "Listening from Low to High, by stop 1",
        "Nobody has described what helps here. Agree on something together, or ask hr@example.org.",
        "Required: a condition of the job, so check it first A degree",
        "Job description reviewed? Duties added or given up",
        "What Who By when",
        "We look at this again on",
        "It does not change your job description",
        "Map version",
    ):
        assert part in words
    assert not FORBIDDEN.search(words)


def test_no_script_is_needed(client):
    """Everything is there without a script; buttons that need one are hidden until it runs."""
    page = client.get(f"/plan{PAIR}").get_data(as_text=True)

    assert re.findall(r"<script[^>]*>", page) == ['<script type="module" src="/assets/plan.js">']
    buttons = re.findall(r"<button[^>]*>", page)

    assert [" hidden" in button for button in buttons] == [True, True]
    assert "style=" not in page
    assert "<style" not in page
    assert "dash" not in page.lower().replace("stroke-dash", "")


def test_links_keep_the_question(client):
    """Back to the map, Word and Excel are for the same two roles, journey and wishes."""
    page = client.get("/plan?start=trainee&goal=senior-coder&via=adviser").get_data(as_text=True)

    for path in ("/", "/plan.docx", "/comparison.xlsx"):
        assert f'href="{path}?start=trainee&amp;goal=senior-coder&amp;via=adviser"' in page


def test_its_stylesheet_is_its_own(client):
    """The map does not load what only the plan needs."""
    assert "plan.css" in client.get(f"/plan{PAIR}").get_data(as_text=True)
    assert "plan.css" not in client.get(f"/{PAIR}").get_data(as_text=True)
    assert "plan.js" not in client.get(f"/{PAIR}").get_data(as_text=True)
    assert "plan.css" not in client.get("/text").get_data(as_text=True)


def test_found_from_the_comparison(client):
    """The panel leads to the plan of what it shows."""
    page = client.get(f"/{PAIR}").get_data(as_text=True)

    assert f'<a href="/plan{PAIR.replace("&", "&amp;")}">A page to take away</a>' in page


@pytest.mark.parametrize(
    ("query", "status", "words"),
    [
        ("", 400, "A plan needs two roles"),
        ("?start=trainee", 200, "A plan from Trainee (4)"),
        ("?goal=coder", 200, "A plan to Coder (5)"),
        ("?start=keeper", 200, "Choose a goal on the map."),
        ("?start=coder&goal=coder", 200, "Coder (5) is both start and goal."),
        ("?start=coder&goal=nonsense", 404, "“nonsense” is not on the map"),
        ("?start=Officer&goal=coder", 404, "“Officer” can mean several roles"),
        ("?start=trainee&goal=coder&via=nonsense", 404, "“nonsense” is not on the map"),
        ("?start=<b>&goal=coder", 404, "“<b>” is not on the map"),
        ("?start=%00%ff&goal=coder", 404, "is not on the map"),
        ("?start=trainee&goal=coder&pick=99999999", 200, "Trainee (4) to Coder (5)"),
    ],
)
def test_every_question_gets_a_page(client, query, status, words):
    """Whatever is asked, a page helps on; it names what is missing, and leads to the map."""
    answer = client.get(f"/plan{query}")

    assert answer.status_code == status
    assert words in words_of(answer)
    assert "Traceback" not in words_of(answer)


def test_offers_lead_to_a_plan(client):
    """A title that means several roles, and one role alone, lead on in one click."""
    several = client.get("/plan?start=Officer&goal=senior-coder").get_data(as_text=True)
    alone = client.get("/plan?start=trainee").get_data(as_text=True)
    via = client.get("/plan?start=trainee&goal=senior-coder&via=codr").get_data(as_text=True)

    assert 'href="/plan?start=adviser&amp;goal=senior-coder"' in several
    assert 'href="/plan?start=trainee&amp;goal=coder"' in alone
    assert 'href="/plan?start=trainee&amp;goal=senior-coder&amp;via=coder"' in via


@pytest.mark.parametrize(
    ("path", "name", "kind"),
    [
        ("/plan.docx", "career-plan-trainee-4-to-senior-coder-6.docx", "wordprocessingml.document"),
        ("/comparison.xlsx", "comparison-trainee-4-to-senior-coder-6.xlsx", "spreadsheetml.sheet"),
    ],
)
def test_files(client, path, name, kind):
    """A file with a name that says what it is; browsers ask for it anew each time."""
    answer = client.get(path + PAIR)
    head = client.head(path + PAIR)

    assert answer.status_code == head.status_code == 200
    assert answer.headers["Content-Disposition"] == f'attachment; filename="{name}"'
    assert answer.mimetype.endswith(kind)
    assert answer.headers["Cache-Control"] == "no-cache"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert head.data == b""
    assert zipfile.ZipFile(io.BytesIO(answer.data)).testzip() is None


@pytest.mark.parametrize("path", ["/plan.docx", "/comparison.xlsx"])
@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("", 400),
        ("?start=coder", 400),
        ("?start=coder&goal=coder", 400),
        ("?start=x9&goal=coder", 404),
    ],
)
def test_no_file_without_two_roles(client, path, query, status):
    """Where there is nothing to write, the answer is a page that helps, not a broken file."""
    answer = client.get(path + query)

    assert (answer.status_code, answer.mimetype) == (status, "text/html")
    assert "Content-Disposition" not in answer.headers
    assert "Choose on the map" in words_of(answer)


def test_the_sheets(client):
    """The file is a workbook that another program reads."""
    content = client.get(f"/comparison.xlsx{PAIR}").data

    assert CalamineWorkbook.from_filelike(io.BytesIO(content)).sheet_names == [
        "Summary",
        "Breadth",
        "Skills",
        "Journey",
    ]


def test_without_a_map(tmp_path):
    """Without a workbook every address says that there is no map yet."""
    client = app_module.create_app(Settings(workbook=tmp_path / "none.xlsx")).server.test_client()

    assert [client.get(path + PAIR).status_code for path in ("/plan", "/plan.docx")] == [503, 503]
