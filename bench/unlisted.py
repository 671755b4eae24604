"""How often does a village that no table has get the row of another place?

    python -m bench.unlisted EVAL            villages of EVAL/places/variants.tsv, none in our tables
    python -m bench.unlisted EVAL --misses   print the rows they get

A village counts as unlisted where no town or feature of its country has the consonants of one of its
spellings.
A row of its own country is wrong too. `spelt so` are those whose name a table writes out letter for letter
for another place: nobody can tell them apart without knowing where the text is from.
"""

import argparse
import csv
import random
from collections import Counter, defaultdict
from pathlib import Path

from translit.place import read
from translit.place.nearness import written_alike
from translit.place.site import family_of
from translit.place.skeleton import skeleton
from translit.tables import built_in
from translit.text.clean import clean

COUNTRIES = ("LB", "JO", "PS", "YE", "LY", "UA", "BY", "KZ")
_EACH = 400


def unlisted(folder: Path, each: int = _EACH) -> dict[str, list[str]]:
    """Country → spellings of villages that no table has, in an order that is always the same."""
    known: dict[str, set[str]] = {}
    features = built_in().rows("place/feature")
    for country in COUNTRIES:
        rows = (
            *built_in().rows(f"place/at/{country.lower()}"),
            *(row for row in features if country in row.many("country")),
        )
        names = (name for row in rows for name in (row.native, row.canonical, *row.many("also")) if name)
        known[country] = {skeleton(name, family_of(country)) for name in names}
    groups: dict[tuple[str, str], list[str]] = defaultdict(list)
    with (folder / "places" / "variants.tsv").open(encoding="utf-8", newline="") as file:
        for line in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            if line["feature"] == "village" and line["country"] in known:
                groups[line["country"], line["group_id"]].append(line["name"])
    found: dict[str, list[str]] = defaultdict(list)
    for (country, _), names in sorted(groups.items()):
        if not any(skeleton(name, family_of(country)) in known[country] for name in names):
            found[country] += names
    return {
        country: random.Random(6).sample(names, min(each, len(names))) for country, names in found.items()
    }


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("folder", type=Path)
    options.add_argument("--misses", action="store_true")
    chosen = options.parse_args()
    total: Counter[str] = Counter()
    for country, names in unlisted(chosen.folder).items():
        seen: Counter[str] = Counter()
        for name in names:
            found = read(clean(name)[0])
            seen["asked"] += 1
            if found.row is None:
                continue
            own = (found.row.native, found.row.canonical, *found.row.many("also"))
            family = family_of(found.place.country or "") if found.place else "ru"
            same = any(form and written_alike(clean(name)[0], form, family) is not None for form in own)
            seen["row"] += 1
            seen["row, spelt so"] += same
            seen["ok"] += found.status == "ok"
            seen["ok, spelt so"] += found.status == "ok" and same
            if chosen.misses:
                print(
                    country,
                    name,
                    found.canonical,
                    found.row.id,
                    f"{found.confidence:.2f}",
                    found.status,
                    sep="\t",
                )
        total += seen
        tell(country, seen)
    tell("all", total)


def tell(title: str, seen: Counter[str]) -> None:
    """One line of the answer."""
    asked = seen["asked"]
    shares = ", ".join(
        f"{what} {seen[what] / asked:.1%}" for what in ("row", "row, spelt so", "ok", "ok, spelt so")
    )
    print(f"{title:4} {asked:5d} names: {shares}")


if __name__ == "__main__":
    main()
