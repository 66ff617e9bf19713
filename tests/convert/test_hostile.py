"""Damaged sources: whatever is in a file, there is a workbook or one sentence."""

import shutil
from io import StringIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from jobtrack_viz.__main__ import main

PIECES = st.one_of(
    st.binary(max_size=6),
    st.sampled_from(
        [b'"', b"\r", b"\x00", b"\xff\xfe", b"\t\t", b",,", b"=1", b"\n\n", b";", b"-"]
    ),
)


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """A folder for all examples."""
    return tmp_path_factory.mktemp("hostile")


@pytest.mark.parametrize("kind", ["ddat", "onet", "csv"])
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_damage(kind, samples, place, data):
    """Some bytes of one file are replaced: a workbook that opens, or one line on stderr."""
    source, target = place / kind, place / "out.xlsx"
    shutil.rmtree(source, ignore_errors=True)
    shutil.copytree(samples / ("onet/db_99_1_text" if kind == "onet" else kind), source)
    path = data.draw(st.sampled_from(sorted(source.iterdir())))
    found = path.read_bytes()
    at = data.draw(st.integers(0, len(found)))
    cut = data.draw(st.integers(0, 40))
    path.write_bytes(found[:at] + data.draw(PIECES) + found[at + cut :])
    sources = [source / "roles.csv", source / "skills.csv"] if kind == "ddat" else [source]

    code, said = run("convert", kind, *sources, target, "--force")
    assert (code, len(said.splitlines())) in {(0, 0), (2, 1)}
    if code == 0:
        assert CalamineWorkbook.from_path(target).sheet_names


def run(*arguments):
    """The exit code and what was said on stderr."""
    with pytest.MonkeyPatch.context() as patch:
        out, err = StringIO(), StringIO()
        patch.setattr("sys.stdout", out)
        patch.setattr("sys.stderr", err)
        return main([str(argument) for argument in arguments]), err.getvalue()
