"""What a place's name looks like: ``python -m translit.learning kind LIST.tsv`` writes `sounds/kind.tsv`.

``python -m translit.learning land`` writes `sounds/land.tsv`: which pieces of the names of towns of Russia
and its neighbours tell them from those of the Arab world.

The towns and villages of the tables, in their own script and as they are written in Latin, and the
surnames and Arabic names of the tables, men's and women's, by several schemes, and the surnames of
lists as ``surnames`` writes them (see `players`), teach a logistic regression which pieces of a word
speak for a place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from translit.learning.origins import SCRIPTS, listed_rows, weighed
from translit.learning.variation import ARABIC_GAZETTEERS
from translit.person.national import national
from translit.romanization import romanize
from translit.sounds import lands
from translit.sounds.lands import told_by
from translit.tables import Tables
from translit.text.clean import fold, strip_harakat, strip_stress
from translit.text.script import script_of

__all__ = ["write_kinds", "write_lands"]

_SLAVIC_GAZETTEERS = ("ru", "ua", "by")
_SCHEMES = ("press-en-ru", "bgn-pcgn-1947-ru", "icao-9303-ru")
_NEIGHBOURS = {"uk": ("kmu-2010-uk",), "be": ("bgn-pcgn-1979-be",)}
_NAMES = ("given", "surname", "family", "nisba", "laqab", "ism")
_TOLD = 8  # words that a piece must stand in
_LEAST = 0.7  # weights below this are left out of the table
_FREE = 4.0  # how freely weights grow
_PLACE, _PERSON = 0, 1
_OF_SLAVS, _OF_ARABS = 0, 1
_TOLD_OF_LANDS, _LEAST_OF_LANDS = 20, 0.6  # the same of lands


def _places(tables: Tables) -> Iterator[str]:
    """The names of towns and villages."""
    for country in (*_SLAVIC_GAZETTEERS, *ARABIC_GAZETTEERS):
        for row in tables.rows(f"place/at/{country}"):
            yield from (row.native, row.canonical, *row.many("also"))
            if country in _SLAVIC_GAZETTEERS:
                yield from (romanize(row.native, scheme) for scheme in _SCHEMES)


def _persons(tables: Tables) -> Iterator[str]:
    """The names of the person tables, and Russian surnames of men and women, also as neighbours have them."""
    for table in tables.names("person"):
        if table.rpartition("/")[2] in _NAMES:
            for row in tables.rows(table):
                native = strip_harakat(strip_stress(row.native))
                yield from (native, row.canonical, *row.many("also"))
                yield from (*row.many("cyrillic"), *row.many("arabic"))
    for native, kinds in tables.cells("person/ru/lexicon"):
        if "s" in kinds:
            yield from (native, *(romanize(native, scheme) for scheme in _SCHEMES))
            for language, schemes in _NEIGHBOURS.items():
                word = national("", native, language, tables)
                yield from (word, *(romanize(word, scheme) for scheme in schemes))


def _learn_kinds(tables: Tables, lists: Iterable[str] = ()) -> str:
    """The text of `tables/sounds/kind.tsv`: pieces of words, each with its nats for a place.

    Only lone words are learned from; one that is a place's and a person's tells nothing. A list is the path
    of a TSV file of persons' names, in the column text.
    """
    listed = [row["text"] for path in lists for row in listed_rows(Path(path))]
    places, persons = (_words(found) for found in (_places(tables), (*_persons(tables), *listed)))
    lines: list[str] = []
    for script in SCRIPTS:
        told = [(word, _PLACE) for word in places - persons] + [(word, _PERSON) for word in persons - places]
        lines += _learned([(word, kind) for word, kind in sorted(told) if script_of(word) == script])
    return "\n".join(["letters\tplace", *sorted(lines)]) + "\n"


def _words(names: Iterable[str]) -> set[str]:
    """The names of one word, folded."""
    return {fold(name) for name in names if name.isalpha() or "’" in name}


def _learned(words: list[tuple[str, int]]) -> Iterator[str]:
    """The pieces of the words of one script, with their weights."""
    for piece, (place, person) in weighed(words, 2, _TOLD, free=_FREE).items():
        if abs(place - person) >= _LEAST:
            yield f"{piece}\t{place - person:.1f}"


def write_kinds(tables: Tables, lists: Iterable[str]) -> None:
    """Write the table anew."""
    (tables.home / "sounds/kind.tsv").write_text(_learn_kinds(tables, lists), encoding="utf-8", newline="\n")


def _learn_lands(tables: Tables) -> str:
    """The text of `tables/sounds/land.tsv`: pieces of words, each with its nats for a Slavic place."""
    slavs, arabs = (
        {word for name in found for word in told_by(name)} for found in (_slavic(tables), _arabic(tables))
    )
    told = [(word, _OF_SLAVS) for word in slavs - arabs] + [(word, _OF_ARABS) for word in arabs - slavs]
    told = sorted((word, land) for word, land in told if script_of(word) == "Latn")
    weights = weighed(told, 2, _TOLD_OF_LANDS, lands.WIDE, lands.ENDS)
    nats = {piece: slav - arab for piece, (slav, arab) in weights.items()}
    lines = [f"{piece}\t{told:.1f}" for piece, told in nats.items() if abs(told) >= _LEAST_OF_LANDS]
    return "\n".join(["letters\tslavs", *sorted(lines)]) + "\n"


def _slavic(tables: Tables) -> Iterator[str]:
    """The names of towns of Russia and its neighbours."""
    for country in _SLAVIC_GAZETTEERS:
        for row in tables.rows(f"place/at/{country}"):
            yield from (row.canonical, *row.many("also"))
            yield from (romanize(row.native, scheme) for scheme in _SCHEMES)


def _arabic(tables: Tables) -> Iterator[str]:
    """The names of towns of the Arab world in Latin letters."""
    for country in ARABIC_GAZETTEERS:
        for row in tables.rows(f"place/at/{country}"):
            yield from (name for name in (row.canonical, *row.many("also")) if script_of(name) == "Latn")


def write_lands(tables: Tables) -> None:
    """Write the table anew."""
    (tables.home / "sounds/land.tsv").write_text(_learn_lands(tables), encoding="utf-8", newline="\n")
