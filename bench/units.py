"""First-level units as other languages write them: ``python -m bench.units [ru ar …]``.

Each name that Unicode's CLDR has for a unit (Debian's package unicode-cldr-core) is read by itself and with
the country told: how often the reading is the unit, a place in it, neither, how often surely another place.
"""

from __future__ import annotations

import argparse
import xml.etree.ElementTree as ElementTree
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from translit import Reading, explain
from translit.place.cldr import CLDR
from translit.tables import built_in

COUNTRIES = [
    "AE",
    "BH",
    "BY",
    "DZ",
    "EG",
    "IQ",
    "JO",
    "KW",
    "LB",
    "LY",
    "MR",
    "OM",
    "PS",
    "QA",
    "RU",
    "SA",
    "SD",
    "SY",
    "TN",
    "UA",
    "YE",
]
LANGUAGES = ["ar", "be", "de", "es", "fr", "it", "pl", "ru", "tr", "uk"]


def names(folder: Path, language: str) -> Iterator[tuple[str, str]]:
    """The units of these countries that the tables know, and what a language calls each."""
    known = {row.id for row in built_in().rows("place/unit")}
    for told in ElementTree.parse(folder / f"{language}.xml").iter("subdivision"):
        code = told.get("type", "").upper()
        unit = f"{code[:2]}-{code[2:]}"
        if code[:2] in COUNTRIES and unit in known and told.text:
            yield unit, told.text


def verdict(reading: Reading, unit: str) -> str:
    """Whether a reading is the unit, of the unit's seat, of no known place, or another."""
    units = {one.place.unit for one in (reading, *reading.others) if one.place}
    if reading.row and reading.row.id == unit:
        return "unit"
    if reading.place and reading.place.unit == unit:
        return "in it"
    if reading.status == "unknown" or not reading.place:
        return "unknown"
    return "among others" if unit in units else "other, sure" if reading.status == "ok" else "other"


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.units", description=__doc__)
    parser.add_argument("languages", nargs="*", default=LANGUAGES)
    parser.add_argument("--folder", type=Path, default=CLDR, help=f"CLDR's subdivisions, if not {CLDR}")
    parser.add_argument("--worst", action="store_true", help="print the names that are missed, too")
    asked = parser.parse_args()
    if not asked.folder.is_dir():
        parser.exit(
            1, f"{asked.folder} is not there: apt-get install unicode-cldr-core, or name it by --folder\n"
        )
    columns = ("unit", "in it", "among others", "unknown", "other", "other, sure")
    print("| language | country | names | " + " | ".join(columns) + " |")
    print("|---" * (len(columns) + 3) + "|")
    missed = []
    for language in asked.languages:
        for told in (True, False):
            found: Counter[str] = Counter()
            for unit, text in names(asked.folder, language):
                reading = explain(text, "place", within=unit[:2] if told else None)
                what = verdict(reading, unit)
                found[what] += 1
                if what not in columns[:2]:
                    missed.append((language, "told" if told else "", unit, text, reading.canonical, what))
            cells = " | ".join(str(found[one]) for one in columns)
            print(f"| {language} | {'told' if told else ''} | {found.total()} | {cells} |")
    for row in missed if asked.worst else ():
        print("\t".join(row))


if __name__ == "__main__":
    main()
