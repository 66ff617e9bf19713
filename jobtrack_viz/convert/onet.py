"""The O*NET database in its text form: a folder of tables separated by tabs.

An occupation becomes a role, its job zone the grade, its SOC major group the track, and the level
rating (scale LV, 0 to 7) of each skill a whole level.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

from jobtrack_viz.convert.soc import MAJOR_GROUPS
from jobtrack_viz.convert.source import Fields, fields_of, read_tabs
from jobtrack_viz.convert.tables import Converted, Row, Sheet
from jobtrack_viz.errors import UnreadableSource

__all__ = ["convert_onet"]

_CODE = "O*NET-SOC Code"
_RELATED = "Related O*NET-SOC Code"
_LEVEL_SCALE = "LV"
_CLOSEST = "primary-short"
_HIGHEST = 7
_RATING = re.compile(r"\d(\.\d{1,4})?", re.ASCII)
_DECISIONS = (
    "Level ratings are rounded to whole levels; a rating that rounds to 0, or that is marked not "
    "relevant, counts as not required; ratings recommended for suppression are left out. Job zones "
    "are shown as grades, SOC major groups as tracks, the closest related occupations as moves."
)


def convert_onet(folder: Path) -> Converted:
    """A workbook of the folder's occupations and skills.

    Needed: Occupation Data.txt, Skills.txt, Job Zones.txt. Used if they are there: Job Zone
    Reference.txt (names of grades), Content Model Reference.txt (definitions and groups of skills),
    Level Scale Anchors.txt (words for levels), Scales Reference.txt (checked to end at 7), Related
    Occupations.txt (the five closest of each become moves).

    Raises:
        UnreadableSource: a needed file is missing, or one lacks a published column, or a rating is
            not a number of the scale.
    """
    jobs = _table(folder, "Occupation Data.txt", _CODE, "Title", "Description")
    ratings = _table(
        folder,
        "Skills.txt",
        _CODE,
        "Element ID",
        "Element Name",
        "Scale ID",
        "Data Value",
        "Recommend Suppress",
        "Not Relevant",
    )
    zoned = _table(folder, "Job Zones.txt", _CODE, "Job Zone")
    _check_scale(folder)
    zones = {row[_CODE]: row["Job Zone"] for row in zoned}
    titles = {row[_CODE]: row["Title"] for row in jobs}
    levels = [row for row in ratings if row["Scale ID"] == _LEVEL_SCALE and row[_CODE] in titles]
    kept = [row for row in levels if row["Recommend Suppress"] != "Y"]
    scale = tuple(range(1, _HIGHEST + 1))
    tracks = dict.fromkeys(_track(row[_CODE]) for row in jobs)
    sheets = (
        Sheet("About", tuple(_about(folder)), headed=False),
        Sheet("Ladder", (("Competency", "Group", "Definition", *scale), *_ladder(folder, kept))),
        Sheet("Grades", (("Grade", "Name"), *_grades(folder, zones))),
        Sheet("Tracks", (("Track",), *((track,) for track in tracks))),
        Sheet("Roles", (("ID", "Role", "Grade", "Track", "Summary"), *_roles(jobs, zones))),
        Sheet("Matrix, long form", (("Role", "Competency", "Level"), *_levels(kept, titles))),
        Sheet("Moves", (("From", "To", "Kind", "Both ways"), *_moves(folder, titles, zones))),
    )
    remarks = []
    if len(kept) < len(levels):
        count = len(levels) - len(kept)
        remarks.append(f"Ratings recommended for suppression and left out: {count:,}.")
    return Converted(tuple(s for s in sheets if len(s.rows) > 1), tuple(remarks))


def _table(folder: Path, name: str, *columns: str) -> list[Fields]:
    path = folder / name
    return fields_of(path, read_tabs(path), columns)


def _optional(folder: Path, name: str, *columns: str) -> list[Fields]:
    return _table(folder, name, *columns) if (folder / name).exists() else []


def _check_scale(folder: Path) -> None:
    for row in _optional(folder, "Scales Reference.txt", "Scale ID", "Minimum", "Maximum"):
        ends = row["Minimum"], row["Maximum"]
        if row["Scale ID"] == _LEVEL_SCALE and ends != ("0", str(_HIGHEST)):
            raise UnreadableSource(
                f"Scales Reference.txt says that levels run from {ends[0]} to {ends[1]}; "
                f"only 0 to {_HIGHEST} can be converted."
            )


def _about(folder: Path) -> Iterator[Row]:
    release = re.search(r"db_(\d+)_(\d+)", folder.resolve().name)
    name = f"O*NET® {release[1]}.{release[2]} Database" if release else "O*NET® Database"
    yield "Title", f"Occupations of the {name}"
    yield "Licence", "Creative Commons Attribution 4.0 International (CC BY 4.0)"
    yield (
        "Attribution",
        f"Includes information from the {name} by the U.S. Department of Labor, Employment and "
        "Training Administration (USDOL/ETA), used under the CC BY 4.0 licence and modified. "
        "O*NET® is a trademark of USDOL/ETA, which has not approved, endorsed or tested the "
        f"modifications. {_DECISIONS}",
    )


def _ladder(folder: Path, ratings: Sequence[Fields]) -> Iterator[Row]:
    """A row for each rated skill, with its anchors as the words of their levels."""
    model = {
        row["Element ID"]: row
        for row in _optional(
            folder, "Content Model Reference.txt", "Element ID", "Element Name", "Description"
        )
    }
    anchors = {
        (row["Element ID"], row["Anchor Value"]): row["Anchor Description"]
        for row in _optional(
            folder,
            "Level Scale Anchors.txt",
            "Element ID",
            "Scale ID",
            "Anchor Value",
            "Anchor Description",
        )
        if row["Scale ID"] == _LEVEL_SCALE
    }
    for element, name in {row["Element ID"]: row["Element Name"] for row in ratings}.items():
        parent = model.get(element.rpartition(".")[0])
        own = model.get(element)
        words = (anchors.get((element, str(level))) for level in range(1, _HIGHEST + 1))
        group = parent["Element Name"] if parent else None
        yield name, group, own["Description"] if own else None, *words


def _grades(folder: Path, zones: Mapping[str, str]) -> Iterator[Row]:
    reference = _optional(folder, "Job Zone Reference.txt", "Job Zone", "Name")
    names = {row["Job Zone"]: row["Name"] for row in reference}
    for zone in sorted({*zones.values()} - {""}, key=lambda text: (len(text), text)):
        yield zone, names.get(zone)


def _roles(jobs: Sequence[Fields], zones: Mapping[str, str]) -> Iterator[Row]:
    for row in jobs:
        code = row[_CODE]
        yield code, row["Title"], zones.get(code), _track(code), row["Description"]


def _levels(ratings: Sequence[Fields], titles: Mapping[str, str]) -> Iterator[Row]:
    for row in ratings:
        level = 0 if row["Not Relevant"] == "Y" else _whole(row["Data Value"])
        yield titles[row[_CODE]], row["Element Name"], level or "-"


def _whole(text: str) -> int:
    """The whole level of a rating, halves upwards."""
    if not _RATING.fullmatch(text) or Decimal(text) > _HIGHEST:
        raise UnreadableSource(f"Skills.txt holds the level “{text}”; levels run from 0 to 7.")
    return int(Decimal(text).quantize(Decimal(1), ROUND_HALF_UP))


def _moves(folder: Path, titles: Mapping[str, str], zones: Mapping[str, str]) -> Iterator[Row]:
    """From each occupation to those that are published as closest to it.

    Closeness is no progression, so that lines are not drawn along it: a way to a higher job zone
    is a step up even in the same group.
    """
    name = "Related Occupations.txt"
    for row in _optional(folder, name, _CODE, _RELATED, "Relatedness Tier"):
        start, goal = row[_CODE], row[_RELATED]
        known = start in titles and goal in titles and start != goal
        if known and row["Relatedness Tier"].casefold() == _CLOSEST:
            yield start, goal, _kind(start, goal, zones), "no"


def _kind(start: str, goal: str, zones: Mapping[str, str]) -> str:
    here, there = zones.get(start, ""), zones.get(goal, "")
    if here == there or not here or not there:
        return "transfer"
    return "step down" if there < here else "step up"


def _track(code: str) -> str:
    return MAJOR_GROUPS.get(code[:2], f"SOC {code[:2]}")
