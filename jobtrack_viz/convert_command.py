"""``convert`` on the command line: published frameworks and folders of CSV files to a workbook."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from jobtrack_viz.errors import UnwritableWorkbook
from jobtrack_viz.settings import Limits

if TYPE_CHECKING:
    from jobtrack_viz.convert import Converted

__all__ = ["add_convert"]

_Convert: TypeAlias = "Callable[[argparse.Namespace], Converted]"


def add_convert(commands: Any) -> None:
    """The parser's ``commands`` know ``convert`` with its kinds; each sets ``run``."""
    convert = commands.add_parser("convert", help="make a workbook of a published framework")
    kinds = convert.add_subparsers(dest="kind", required=True)
    ddat = _kind(kinds, "ddat", _ddat, "UK Government Digital and Data: its two CSV files")
    ddat.add_argument("roles", metavar="ROLES.csv", type=Path, help="its role content")
    ddat.add_argument("skills", metavar="SKILLS.csv", type=Path, help="its skill content")
    onet = _kind(kinds, "onet", _onet, "O*NET: the folder of its text database")
    onet.add_argument("folder", metavar="DIR", type=Path, help="the folder")
    folder = _kind(kinds, "csv", _csv, "a folder of CSV files, each a sheet")
    folder.add_argument("folder", metavar="DIR", type=Path, help="the folder")
    for kind in (ddat, onet, folder):
        kind.add_argument("target", metavar="OUT.xlsx", type=Path, help="the workbook to write")
        kind.add_argument("--force", action="store_true", help="write over an existing file")


def _kind(kinds: Any, name: str, convert: "_Convert", help_text: str) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = kinds.add_parser(name, help=help_text)
    parser.set_defaults(run=_run, convert=convert)
    return parser


def _ddat(options: argparse.Namespace) -> "Converted":
    from jobtrack_viz.convert import convert_ddat

    return convert_ddat(options.roles, options.skills)


def _onet(options: argparse.Namespace) -> "Converted":
    from jobtrack_viz.convert import convert_onet

    return convert_onet(options.folder)


def _csv(options: argparse.Namespace) -> "Converted":
    from jobtrack_viz.convert import convert_folder

    return convert_folder(options.folder)


def _run(options: argparse.Namespace) -> int:
    """Write the workbook and say what is in it and what was left out."""
    target: Path = options.target
    if target.suffix.casefold() != ".xlsx":
        raise UnwritableWorkbook(f"{target} does not end in .xlsx. Give the workbook such a name.")
    if target.exists() and not options.force:
        raise UnwritableWorkbook(f"{target} exists already. Say --force to write over it.")
    converted: Converted = options.convert(options)
    from jobtrack_viz.convert import workbook_bytes

    data = workbook_bytes(converted, Limits.from_env())
    try:
        with target.open("wb" if options.force else "xb") as file:
            file.write(data)
    except OSError as error:
        reason = error.strerror or "it cannot be written"
        raise UnwritableWorkbook(f"{target}: {reason}") from error
    for sheet in converted.sheets:
        print(f"{sheet.name}: {len(sheet.rows) - sheet.headed:,} rows")
    for remark in converted.remarks:
        print(f"Note: {remark}")
    print(f"{target} is written. Check it next: python -m jobtrack_viz check {target}")
    return 0
