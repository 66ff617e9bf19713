"""The application's answers that are not the map."""

import re
from pathlib import Path

import pytest

import app as app_module
from jobtrack_viz.atlas import of_workbook as atlas_module
from jobtrack_viz.model import Problem
from jobtrack_viz.settings import Settings

ENDS = ("start", "goal", "via", "avoid")


@pytest.fixture
def book(tmp_path):
    """Where the workbook is."""
    path = tmp_path / "ours.xlsx"
    path.write_bytes(b"anything")
    return path


@pytest.fixture
def client(book):
    """A browser without a screen."""
    return app_module.create_app(Settings(workbook=book)).server.test_client()


@pytest.fixture
def readable(monkeypatch, framework):
    """Reading any workbook gives the small framework."""

    class _Reading:
        problems = ()

    _Reading.framework = framework
    monkeypatch.setattr(atlas_module, "read_workbook", lambda *_: _Reading)


@pytest.mark.usefixtures("readable")
def test_first_answer(client):
    """Map, journey and comparison are in the first answer, with the workbook's text escaped."""
    page = client.get("/?start=trainee&goal=senior-coder").get_data(as_text=True)

    assert 'id="s-trainee"' in page
    assert 'class="way ' in page
    assert "Breadth and complexity" in page
    assert "Shapes &lt;b&gt;systems&lt;/b&gt;." in page
    assert "<title>Trainee (4) to Senior coder (6) - Careers</title>" in page


@pytest.mark.usefixtures("readable")
def test_a_worker_is_ready_before_its_first_visitor(client, book):
    """Drawing the first map makes Dash know its scripts: it would do so during the first request,
    and refuse them to others that come at the same moment.
    """
    page = client.get("/").get_data(as_text=True)
    wanted = set(re.findall(r'src="/_dash-component-suites/([^/"]+)/', page))
    fresh = app_module.create_app(Settings(workbook=book))
    fresh.server.config["draw_first_map"]()

    assert "dash" in wanted
    assert wanted <= set(fresh.registered_paths)


@pytest.mark.usefixtures("readable")
def test_compression_and_caching(client):
    """Brotli for browsers that take it; static files for ever, pages asked for anew."""
    page = client.get("/", headers={"Accept-Encoding": "gzip, br"})
    style = client.get("/assets/00-tokens.css?m=1", headers={"Accept-Encoding": "br"})
    known = {"Accept-Encoding": "br", "If-None-Match": style.headers["ETag"]}
    again = client.get("/assets/00-tokens.css?m=1", headers=known)

    assert page.headers["Content-Encoding"] == "br"
    assert page.headers["Cache-Control"] == "no-cache"
    assert again.status_code == 304
    assert "immutable" in style.headers["Cache-Control"]
    assert style.headers["Content-Encoding"] == "br"


def test_a_workbook_that_cannot_be_read(client):
    """The page says so plainly, and the server goes on."""
    answer = client.get("/")

    assert answer.status_code == 503
    assert "There is no map yet" in answer.get_data(as_text=True)
    assert "Traceback" not in answer.get_data(as_text=True)
    assert client.get("/healthz").status_code == 200


def test_a_workbook_with_errors(client, monkeypatch):
    """Every error is listed with its address."""

    class _Reading:
        framework = None
        problems = (
            Problem(
                "error",
                "level-unknown",
                "Desk",
                "C4",
                {"found": "Lo", "levels": "Low, High", "nearest": ""},
            ),
            Problem("note", "sheet-unused", "Notes", None, {}),
        )

    monkeypatch.setattr(atlas_module, "read_workbook", lambda *_: _Reading)
    page = client.get("/").get_data(as_text=True)

    assert "Desk C4: “Lo” is not a level." in page
    assert "Notes" not in page


def test_no_workbook_at_all(client, book):
    """A missing file is named without its folder."""
    book.unlink()
    page = client.get("/").get_data(as_text=True)

    assert "ours.xlsx" in page
    assert str(book.parent) not in page


def test_the_template_is_there_before_there_is_a_map(client):
    """Without a readable workbook the page offers the template, and the template arrives."""
    page = client.get("/").get_data(as_text=True)
    answer = client.get("/template.xlsx")

    assert 'href="/template.xlsx"' in page
    assert "Download the template" in page
    assert (200, "attachment; filename=template.xlsx") == (
        answer.status_code,
        answer.headers["Content-Disposition"],
    )
    template = Path(app_module.__file__).parent / "data" / "template.xlsx"
    assert template.read_bytes() == answer.get_data()


@pytest.mark.parametrize("path", ["/help", "/accessibility", "/privacy"])
def test_pages_to_read_need_no_map(client, path):
    """They are there before there is a readable workbook."""
    client.get("/")
    answer = client.get(path)

    assert answer.status_code == 200
    assert "Career map" in answer.get_data(as_text=True)


def test_an_address_that_does_not_exist(client):
    """The page offers the places that do."""
    client.get("/")
    answer = client.get("/nowhere")
    page = answer.get_data(as_text=True)

    assert answer.status_code == 404
    assert [] == [place for place in ("/", "/text", "/help") if f'href="{place}"' not in page]


@pytest.mark.usefixtures("readable")
def test_an_error_inside_is_not_shown(client, monkeypatch):
    """Status 500, friendly words, no traceback."""

    def fail(*_):
        raise RuntimeError("secret detail")

    monkeypatch.setattr(app_module, "map_document", fail)
    answer = client.get("/")

    assert answer.status_code == 500
    assert "Something went wrong" in answer.get_data(as_text=True)
    assert "secret" not in answer.get_data(as_text=True)


def ask(client, version, typed="", **choice):
    """One pick, as the page sends it; ``typed`` is what stands in the first search."""
    known = client.get("/_dash-dependencies").json
    output = next(c["output"] for c in known if "choice" in str(c["inputs"]))
    names = [name.rsplit(".", 1) for name in output.strip(".").split("...")]
    picked = {"id": "choice", "property": "data", "value": {"version": version, **choice}}
    question = {
        "output": output,
        "outputs": [{"id": part, "property": name} for part, name in names],
        "inputs": [picked],
        "state": [
            {"id": end, "property": "value", "value": typed if end == "start" else ""}
            for end in ENDS
        ],
        "changedPropIds": ["choice.data"],
    }
    return client.post("/_dash-update-component", json=question)


@pytest.mark.usefixtures("readable")
def test_a_pick(client):
    """The callback answers with the comparison."""
    version = client.get("/version").json["id"]
    answer = ask(client, version, start="trainee", goal="coder")

    assert "Breadth and complexity" in answer.get_data(as_text=True)


@pytest.mark.usefixtures("readable")
@pytest.mark.parametrize(
    ("shown", "written"), [("", None), ("Trainee", {"value": ""}), ("Trai", {"value": ""})]
)
def test_an_answer_leaves_alone_what_is_being_typed(client, shown, written):
    """A text typed since the page last named the start stays; a name that is gone is taken away."""
    version = client.get("/version").json["id"]
    typed = shown or "Trai"
    names = {"start": shown, "goal": ""}
    answer = ask(client, version, typed=typed, goal="coder", names=names).json["response"]

    assert answer.get("start") == written


@pytest.mark.usefixtures("readable")
def test_a_page_of_an_older_map(client):
    """A version that is gone asks for a reload and changes nothing else."""
    answer = ask(client, "no such version", start="trainee").json["response"]

    assert list(answer) == ["trouble"]
    assert "This map has been updated" in str(answer)


@pytest.mark.usefixtures("readable")
@pytest.mark.parametrize("sent", [{"version": "gone"}, None, "x", 5, [], {}])
def test_what_no_page_sends(client, caplog, sent):
    """Levels of a map that is gone, and nonsense in place of a choice: an answer, and no error."""
    known = client.get("/_dash-dependencies").json
    for asks, beside in (("chart", ["shown"]), ("choice", ENDS)):
        output = next(c["output"] for c in known if f"'{asks}'" in str(c["inputs"]))
        parts = [name.rsplit(".", 1) for name in output.strip(".").split("...")]
        outputs = [{"id": part, "property": name} for part, name in parts]
        values = {"chart": {"chart": "journey"}, "shown": sent, "choice": sent}
        question = {
            "output": output,
            "outputs": outputs if output.startswith("..") else outputs[0],
            "inputs": [{"id": asks, "property": "data", "value": values[asks]}],
            "state": [{"id": i, "property": "data", "value": values.get(i, "")} for i in beside],
            "changedPropIds": [f"{asks}.data"],
        }
        answer = client.post("/_dash-update-component", json=question)

        assert "This map has been updated" in answer.get_data(as_text=True)
    assert [] == caplog.records


@pytest.mark.usefixtures("readable")
def test_a_callback_that_fails(client, monkeypatch):
    """The panel says so; the answer is no error page."""
    version = client.get("/version").json["id"]

    def fail(*_):
        raise RuntimeError("secret detail")

    monkeypatch.setattr("layouts.map_page.outcome_of", fail)
    answer = ask(client, version, start="trainee")

    assert answer.status_code == 200
    assert "Something went wrong" in answer.get_data(as_text=True)
    assert "secret" not in answer.get_data(as_text=True)


@pytest.mark.usefixtures("readable")
def test_look_and_behaviour_are_one_file_each(client):
    """One stylesheet for all pages, in the order of its files, kept for ever; one script."""
    links = [
        re.findall(r'rel="stylesheet" href="([^"]+)"', client.get(path).get_data(as_text=True))
        for path in ("/", "/text")
    ]
    look = client.get(links[0][0])
    text = look.get_data(as_text=True)

    assert [1, 2] == [len(found) for found in links]
    assert links[0][0] == links[1][0]
    assert "immutable" in look.headers["Cache-Control"]
    assert text.index("--ink:") < text.index(".panel") < text.index("@page")
    assert "own-levels" not in text
    (script,) = re.findall(r'src="(/assets/[^"]+)"', client.get("/").get_data(as_text=True))
    assert 'history.pushState(null, "", addressOf' in client.get(script).get_data(as_text=True)
    assert "/*" not in text
