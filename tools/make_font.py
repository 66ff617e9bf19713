"""Make the web font of page and map: Source Sans Pro, cut to the letters of Europe and renamed.

    python tools/make_font.py [folder]

Writes CareerSans-Regular.woff2, CareerSans-Semibold.woff2 and the licence to assets/fonts/. The
widths stay those that the map engine adds up. The licence reserves the name "Source": a changed
font needs another.
"""

import shutil
import sys
from importlib import resources
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

FAMILY = "Career Sans"
WEIGHTS = ("Regular", "Semibold")
LETTERS = [
    *range(0x20, 0x7F),
    *range(0xA0, 0x180),
    *range(0x2010, 0x2028),
    *(0x02C6, 0x02C7, 0x02D8, 0x02D9, 0x02DA, 0x02DB, 0x02DC, 0x02DD, 0x0218, 0x0219),
    *(0x021A, 0x021B, 0x202F, 0x2030, 0x2032, 0x2033, 0x2039, 0x203A, 0x20AC, 0x2122),
    *range(0x2190, 0x2196),
    *(0x2212, 0x2215, 0x2260, 0x2264, 0x2265, 0x00D7, 0x2713, 0x25CF),
]
NAMES = {
    1: FAMILY,
    3: f"{FAMILY} {{weight}}",
    4: f"{FAMILY} {{weight}}",
    6: "CareerSans-{weight}",
    16: FAMILY,
    17: "{weight}",
}
KEPT_NAMES = (0, 2, 5, 13, 14, *NAMES)


def make_font(source: Path, weight: str, target: Path) -> None:
    """A compressed font with few letters, no kerning and no ligatures, under its own name."""
    font = TTFont(source, recalcTimestamp=False)
    options = Options()
    options.flavor = "woff2"
    options.layout_features = ["ccmp", "locl", "mark"]
    options.name_IDs = list(KEPT_NAMES)
    options.hinting = False
    options.notdef_outline = True
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=LETTERS)
    subsetter.subset(font)
    for record in list(font["name"].names):
        if record.nameID in NAMES:
            text = NAMES[record.nameID].format(weight=weight)
            font["name"].setName(
                text, record.nameID, record.platformID, record.platEncID, record.langID
            )
    font.flavor = "woff2"
    font.save(target)


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parents[1] / "assets/fonts"
    folder.mkdir(parents=True, exist_ok=True)
    files = Path(str(resources.files("font_source_sans_pro"))) / "files"
    for weight in WEIGHTS:
        target = folder / f"CareerSans-{weight}.woff2"
        make_font(files / f"SourceSansPro-{weight}.ttf", weight, target)
        print(f"{target}: {target.stat().st_size:,} bytes")
    shutil.copyfile(files / "LICENSE.txt", folder / "OFL.txt")


if __name__ == "__main__":
    main()
