"""What rows must satisfy among each other: ids, sources, references, collisions, derivable spellings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from translit.audit.finding import Finding
from translit.audit.lines import File, Line
from translit.errors import nearest
from translit.languages import languages
from translit.sounds import distance, key
from translit.tables import Tables
from translit.text.clean import fold
from translit.text.script import script_of

__all__ = ["References", "derivable", "in_rows"]

_GIVEN = ("person/ru/given",)
_ARABIC = ("person/ar/ism", "person/ar/laqab")
_ANY_GIVEN = ("person/ru/given", *_ARABIC)
_NEIGHBOURS = (*_ANY_GIVEN, "person/trk/given", "person/cau/given")
_TARGETS = {
    ("languages", "country"): ("place/country",),
    ("person/ru/diminutive", "of"): _GIVEN,
    ("person/uk/given", "equivalent"): _GIVEN,
    ("person/be/given", "equivalent"): _GIVEN,
    ("person/cau/given", "equivalent"): _NEIGHBOURS,
    ("person/trk/given", "equivalent"): _NEIGHBOURS,
    ("person/foreign/given", "equivalent"): _ANY_GIVEN,
    ("person/ar/equivalent", "of"): _ARABIC,
    ("person/ar/particle", "of"): ("person/ar/particle",),
    ("place/naming", "id"): ("place/country",),
    ("place/unit", "country"): ("place/country",),
    ("place/unit", "generic"): ("place/generic",),
    ("place/district", "country"): ("place/country",),
    ("place/district", "unit"): ("place/unit",),
    ("place/district", "generic"): ("place/generic",),
    ("place/feature", "country"): ("place/country",),
    ("place/kind", "alike"): ("place/kind",),
    ("place/kind", "contrary"): ("place/kind",),
    ("place/exonym", "country"): ("place/country",),
}
_ARTICLES = ("al-", "el ")
_BETWEEN = re.compile(r"[\s\-]")
_UNHEARD = ("foreign", "person", "")  # folders whose names follow no one language's letters
_BY_SOUND = frozenset(("given", "surname", "diminutive", "ism", "laqab", "kunya", "nisba", "family"))
# Tables whose `also` lists every spelling.
_LISTED = (
    "place/generic",
    "person/title",
    "person/apposition",
    "person/calling",
    "person/ar/particle",
    "placeholder",
    "joiner",
    "month",
)
# Columns that tell of some of the spellings that `also` lists.
_OWN_SPELLINGS = {
    "person/ar/particle": ("opens", "arabs", "apart", "between"),
    "person/title": ("capitals",),
}
_ANY = ("equivalent",)  # whose names are each in the script of its language
_LATIN = "Latn"
_CALLED = {"Cyrl": "Cyrillic", "Arab": "Arabic"}
_NEAR = 0.05  # nats per letter: what is nearer is surely heard as the same name


class References:
    """The ids that rows may refer to."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        self.ids = lru_cache(maxsize=None)(self._ids)

    def script(self, table: str) -> str:
        """The script in which a table has its names; "" where that is none alone."""
        place, _, rest = table.partition("/")
        folder, _, name = rest.partition("/")
        if place != "person" or name in _ANY:
            return ""
        language = languages(self._tables).get(folder) or languages().get(folder)
        return language.script if language else ""

    def _ids(self, tables: tuple[str, ...]) -> frozenset[str]:
        return frozenset(row.id for table in tables for row in self._tables.rows(table))


def in_rows(file: File, references: References) -> Iterator[Finding]:
    """The findings that need more than one cell."""
    yield from _ids(file)
    yield from _sources(file, references)
    yield from _referred(file, references)
    if file.derived:
        return
    yield from _scripts(file, references)
    yield from _own_spellings(file)
    yield from _collisions(file)
    for line in file.lines:
        yield from _derivable(file, line)
        known = line.cells.get("native", "x") or "kind" in file.header  # a row of one's own may lack it
        if not line.cells.get("canonical", "x") or not known:
            column = "native" if line.cells.get("canonical") else "canonical"
            yield file.finding(line.number, column, "an empty cell", "write the name there")


def _ids(file: File) -> Iterator[Finding]:
    """Ids that stand twice."""
    seen: dict[str, int] = {}
    for line in sorted((*file.lines, *file.uneven), key=lambda line: line.number):
        name = line.cells.get("id", "")
        if name and name in seen:
            mend = "join the two rows" if _alike(file, seen[name], line) else f"call it {name + '-2'!r}"
            yield file.finding(line.number, "id", f"{name!r} is the id of line {seen[name]} too", mend)
        seen.setdefault(name, line.number)


def _alike(file: File, number: int, line: Line) -> bool:
    """True for two rows that tell of one name."""
    other = next(one for one in (*file.lines, *file.uneven) if one.number == number)
    return fold(other.cells.get("native", "")) == fold(line.cells.get("native", ""))


def _sources(file: File, references: References) -> Iterator[Finding]:
    """Rows without a source, or with one that `sources.tsv` does not know."""
    if "source" not in file.header:
        return
    known = references.ids(("sources",))
    for line in file.lines:
        named = line.many("source")
        if not named:
            yield file.finding(line.number, "source", "no source", "'known', or a key of sources.tsv")
        for name in named:
            if name not in known:
                mend = f"add it to sources.tsv, or: {nearest(name, known)}"
                yield file.finding(line.number, "source", f"no source {name!r}", mend)


def _referred(file: File, references: References) -> Iterator[Finding]:
    """References to rows that are not there."""
    for column in file.header:
        own = column == "country" and "kind" in file.header
        targets = ("place/country",) if own else _TARGETS.get((file.table, column), ())
        known = references.ids(targets) if targets else frozenset()
        if not known:
            continue
        for line in file.lines:
            for name in line.many(column):
                if name not in known:
                    what = f"no row {name!r} in {' or '.join(targets)}"
                    yield file.finding(line.number, column, what, nearest(name, known))


def _scripts(file: File, references: References) -> Iterator[Finding]:
    """Names that are not in their own script, usual forms that are not in Latin letters."""
    script = references.script(file.table)
    for line in file.lines:
        native, canonical = (line.cells.get(column, "") for column in ("native", "canonical"))
        if script and native and script_of(native) != script:
            turned = script_of(canonical) == script and script_of(native) == _LATIN
            mend = "change places with 'canonical'" if turned else "write the name in its own script"
            yield file.finding(line.number, "native", f"{native!r} is no {_CALLED.get(script, script)}", mend)
        elif "kind" not in file.header and script_of(canonical) not in ("", _LATIN):
            what = f"{canonical!r} is not in Latin letters"
            yield file.finding(line.number, "canonical", what, "write the usual English form")


def _own_spellings(file: File) -> Iterator[Finding]:
    """Spellings of the other columns of a particle or title that its row does not list."""
    columns = _OWN_SPELLINGS.get(file.table, ())
    for line in file.lines if columns else ():
        own = {fold(one) for one in (line.cells.get("canonical", ""), *line.many("also"))}
        for column in columns:
            for spelling in line.many(column):
                if fold(spelling) not in own:
                    what = f"{spelling!r} is no spelling of {line.cells['id']!r}"
                    yield file.finding(
                        line.number, column, what, f"{nearest(spelling, own)}, or add it to also"
                    )


def _collisions(file: File) -> Iterator[Finding]:
    """Two rows of one person table that claim the same spelling.

    A family that papers print with its article in one country and without it in another is two rows.
    """
    folder, _, role = file.table.rpartition("/")
    if not folder.startswith("person") or role not in _BY_SOUND or folder == "person/foreign":
        return
    own: dict[tuple[str, ...], Line] = {}
    for line in file.lines:
        mark = (
            line.cells["native"],
            *(line.cells.get(column, "") for column in ("gender", "of", "language")),
            "al" if role == "family" and line.cells["canonical"].lower().startswith(_ARTICLES) else "",
        )
        other = own.setdefault(mark, line)
        if other is not line:
            what = f"{line.cells['native']!r} is the native form of line {other.number} too"
            yield file.finding(line.number, "native", what, "join the two rows, or tell them apart")
    names = {line.cells[column]: line for line in file.lines for column in ("native", "canonical")}
    for line in file.lines:
        for spelling in line.many("also"):
            other = names.get(spelling, line)
            if other is not line:
                what = f"{spelling!r} is the name of line {other.number}"
                yield file.finding(line.number, "also", what, "take it out of one of them")


def _derivable(file: File, line: Line) -> Iterator[Finding]:
    """Spellings in `also` that the sounds, or the folding of marks, explain already."""
    for _, what in _explained(file, line):
        yield file.finding(line.number, "also", what, "`make fix` takes it out: it is understood anyway")


def _explained(file: File, line: Line) -> Iterator[tuple[str, str]]:
    """Each such spelling, and what explains it."""
    folder, _, role = file.table.rpartition("/")
    place = folder.rpartition("/")[2]
    sounds = role in _BY_SOUND and place not in _UNHEARD
    language = ("ar" if place == "ar" else "ru") if sounds else ""
    names = [name for name in (line.cells.get("canonical"), line.cells.get("native")) if name]
    for spelling in line.many("also") if file.table not in _LISTED else ():
        plain = next((name for name in names if fold(spelling) == fold(name)), None)
        if plain is not None:
            yield spelling, f"{spelling!r} differs from {plain!r} in marks only"
        elif language and script_of(spelling) == "Latn":
            heard = next((name for name in names if _heard(spelling, name, language)), None)
            if heard is not None:
                yield spelling, f"{spelling!r} sounds like {heard!r}"


def _heard(spelling: str, name: str, language: str) -> bool:
    """True where a spelling, of as many words, is surely heard as a name."""
    if len(_BETWEEN.findall(spelling)) != len(_BETWEEN.findall(name)):
        return False
    return key(spelling, language) == key(name, language) and distance(spelling, name, language) <= _NEAR


def derivable(file: File, line: Line) -> frozenset[str]:
    """The spellings in `also` that need not be listed."""
    return frozenset(spelling for spelling, _ in _explained(file, line))
