"""The rows of a country's towns, from GeoNames: their names, where they lie and how large they are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from translit.gazetteer.alternates import also_of
from translit.gazetteer.backwards import ascii_form, plain_article
from translit.gazetteer.natives import likeness, native_of
from translit.gazetteer.scripts import ARAB, FRENCH, SCRIPTS, in_script
from translit.memory import once
from translit.nouns import Row
from translit.place.generic import generics_of
from translit.romanization import romanize
from translit.tables import Tables, built_in
from translit.text.clean import fold, strip_harakat
from translit.text.script import script_of

__all__ = ["TOWN", "town_rows", "with_alternates"]

_TOWN = 5000  # people from which a place is no village
_PRESS = {"RU": "press-en-ru", "UA": "kmu-2010-uk"}  # the scheme by which newspapers write a country's towns
TOWN = ("id", "native", "canonical", "also", "feature", "unit", "latitude", "longitude", "population")


def town_rows(country: str, cities: Sequence[Mapping[str, Any]], tables: Tables) -> Iterable[Sequence[str]]:
    """The lines of one country's table."""
    units = _units(tables)
    exonyms = _Exonyms(tables).settle(country, cities)
    hand = {row.id: row for row in tables.rows("place/native")}
    known = {number: row.native for number, row in hand.items()}
    former = {row.id: row.many("also") for row in tables.rows("place/former")}
    for city in sorted(cities, key=lambda city: str(city["geonameid"])):
        exonym = exonyms.get(city["geonameid"])
        native = native_of(city, known)
        if exonym and in_script(exonym.native, SCRIPTS.get(country, "LATIN")):
            native = strip_harakat(exonym.native)
        own = hand.get(f"geonames:{city['geonameid']}")
        told = exonym or own
        canonical = told.canonical if told else _canonical(city["name"], native, country)
        taken = _taken(tables).get(fold(canonical), ())
        others = [name for name in also_of(city, native, canonical) if fold(name) not in taken]
        others += [name for name in former.get(f"geonames:{city['geonameid']}", ()) if name not in others]
        yield (
            f"geonames:{city['geonameid']}",
            native,
            canonical,
            "|".join(others),
            "town" if city["population"] >= _TOWN else "village",
            own["unit"] if own and own["unit"] else units.get(f"{country}.{city['admin1code']}", ""),
            f"{city['latitude']:.3f}",
            f"{city['longitude']:.3f}",
            _to_three_figures(city["population"]),
            "geonames",
            "",
        )


@once
def _taken(tables: Tables) -> dict[str, set[str]]:
    """Folded town → the folded names of towns it is often taken for: Busra is Busra al-Sham, no Basra."""
    names: dict[str, set[str]] = defaultdict(set)
    for row in tables.rows("place/exonym"):
        names[fold(row.canonical)] |= {fold(name) for name in (row.canonical, *row.many("also"))}
    found: dict[str, set[str]] = defaultdict(set)
    for row in tables.rows("place/never"):
        for one, other in ((row["left"], row["right"]), (row["right"], row["left"])):
            found[fold(one)] |= names[fold(other)]
    return found


def with_alternates(line: Sequence[str], names: Iterable[str]) -> Sequence[str]:
    """A town's line with more alternates.

    >>> with_alternates(("geonames:1", "Ялта", "Yalta", "Jalta", "town"), ["Ialta", "Jalta"])
    ('geonames:1', 'Ялта', 'Yalta', 'Jalta|Ialta', 'town')
    """
    also = dict.fromkeys((*(line[3].split("|") if line[3] else ()), *names))
    return (*line[:3], "|".join(also), *line[4:])


class _Exonyms:
    """Which GeoNames town stands in the table of exonyms."""

    def __init__(self, tables: Tables) -> None:
        self._by_country: dict[str, list[Row]] = defaultdict(list)
        for row in tables.rows("place/exonym"):
            for country in row.many("country"):
                self._by_country[country].append(row)

    def settle(self, country: str, cities: Sequence[Mapping[str, Any]]) -> dict[int, Row]:
        """GeoNames number → exonym row: of all towns that bear one of its names, the largest."""
        names: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
        for city in cities:
            for name in {fold(city["name"]), *map(fold, city["alternatenames"])}:
                names[name].append(city)
        settled: dict[int, Row] = {}
        for row in self._by_country[country]:
            forms = (row.canonical, row.native, row["endonym"], row["russian"])
            votes: dict[int, int] = defaultdict(int)
            for form in {fold(form) for form in forms if form}:
                for city in names[form]:
                    votes[city["geonameid"]] += 1
            found = [city for city in cities if city["geonameid"] in votes]
            found.sort(key=lambda city: (-city["population"], -votes[city["geonameid"]], city["geonameid"]))
            called = {fold(form) for form in forms if form}  # its main name, before a former name of a larger
            if found:
                largest = found[0]
                found.sort(key=lambda city: _is_larger(largest, city) or not _is_called(city, row, called))
                settled.setdefault(found[0]["geonameid"], row)
        return settled


def _is_called(city: Mapping[str, Any], row: Row, called: Collection[str]) -> bool:
    """Is a name of a row the main name of a city, whatever the scheme: Slovyansk, Sloviansk?"""
    name = str(city["name"])
    return fold(name) in called or _canonical(name, row.native, city["countrycode"]) == row.canonical


def _is_larger(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Is one city of quite another size than the other?"""
    return bool(one["population"] > 10 * other["population"])


def _units(tables: Tables) -> dict[str, str]:
    """GeoNames's first-level code → ISO 3166-2, where one code is one unit."""
    found: dict[str, list[str]] = defaultdict(list)
    for row in tables.rows("place/unit"):
        if row["geonames"]:
            found[row["geonames"]].append(row.id)
    return {code: ids[0] for code, ids in found.items() if len(ids) == 1}


def _to_three_figures(people: int) -> str:
    """A number of people, its figures behind the third left out."""
    figures = str(people)
    return figures[:3] + "0" * (len(figures) - 3)


def _canonical(name: str, native: str, country: str) -> str:
    """The English form of a GeoNames main name: by the press's scheme if it has one, else in plain ASCII.

    >>> _canonical("Slovyansk", "Слов'янськ", "UA"), _canonical("Molodyozhnoye", "Молодіжне", "UA")
    ('Sloviansk', 'Molodyozhnoye')
    """
    if script_of(name) == "Cyrl":
        return romanize(name, _PRESS["RU"])
    if country in _PRESS and native and likeness(native, name, country) <= 2:
        return ascii_form(romanize(native, _PRESS[country]))
    plain = ascii_form(name)
    if country in ARAB:
        plain = _without_generic(plain)
    return plain_article(plain) if country in ARAB - FRENCH else plain


def _without_generic(name: str) -> str:
    """A town's name without a word for town, village or subdistrict before it.

    >>> _without_generic("Nahiyat ash Shinafiyah"), _without_generic("Madinat Isa")
    ('ash Shinafiyah', 'Madinat Isa')
    """
    parsed = generics_of(built_in()).parse(name)
    dropped = parsed.leads and parsed.features <= {"district", "subdistrict"} and parsed.generic[:1].isupper()
    return parsed.specific if dropped else name
