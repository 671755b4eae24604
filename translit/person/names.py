"""Given names of Russia and its neighbours by their skeletons: however spelt, one look-up."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from translit.languages import languages, nations
from translit.memory import once, remembered
from translit.nouns import Row
from translit.person import printed
from translit.person import skeleton as skeletons
from translit.person.printed import consonants, vowels_apart
from translit.person.skeleton import skeleton
from translit.quick import maker, quick, untracked
from translit.romanization import is_spelt, latin_schemes, romanize
from translit.sounds import distance, read
from translit.tables import Tables, built_in
from translit.text import clean
from translit.text.clean import fold, strip_stress
from translit.text.script import script_of

__all__ = [
    "Given",
    "born_abroad",
    "by_bones",
    "commonness",
    "fathers",
    "givens",
    "is_common",
    "is_written",
    "natives",
    "same_name",
    "spellings",
    "spelt_as",
    "vowels_agree",
]

_SHORT, _FOREIGN = "short", "foreign"
_OWN = 1.0  # how common a user's own given name is
_INEXACT = (
    10  # a row that does not write the word out comes after one that does; in Latin, Russian ones first
)
_COMMON = "weights/common-ru"
_USUAL = "person/ru/given"
_PRESS = "press-ar-ru"
_WELL_KNOWN = 2.0  # how common a name must be to be meant however it is spelt
_SURE = 0.95  # the share from which a reading tells which name is meant
_VOWELS = frozenset("аеёиоуыэюяіїє")
_VARIED = 0.2  # vowel letters a consonant by which spellings of the press differ
_SHORTEST = 2  # consonants up to which they may not differ at all

_Index = dict[str, tuple[tuple[str, int, float], ...]]

_Printed = tuple[str, int, float, str, bool]  # table, line, commonness, spelling, whether the row tells it


@quick
@dataclass(frozen=True, slots=True)
class Given:
    """A row that a word may stand for as a given name, the tier of its table, and how common it is.

    `common` is 3 for the names that half the people bear, 0 for a rare one.
    """

    row: Row
    tier: str
    common: float = 0.0


_given = maker(Given)


@once
def _tiers(tables: Tables) -> dict[str, str]:
    """Table → its tier, in the order in which rows of one skeleton are preferred: languages as ranked."""
    known = languages(tables).values()
    found = {f"person/{one.id}/given": one.id for one in known if one.family == "ru"}
    return found | {"person/ru/diminutive": _SHORT, "person/foreign/given": _FOREIGN}


@once
def _ranks(tables: Tables) -> dict[str, int]:
    """The place of each tier in that order; regions (the Caucasus, Central Asia) share one."""
    tiers, known = list(_tiers(tables).values()), languages(tables)
    regions = [tier for tier in tiers if tier in known and not known[tier].scheme and tier != _FOREIGN]
    return {tier: tiers.index(regions[0] if tier in regions else tier) for tier in tiers}


def spellings(row: Row) -> Iterator[str]:
    """Every spelling that the row of a given name writes out."""
    yield row.native
    yield row.canonical
    yield from row.many("also")
    yield from row.many("cyrillic")


@once
def _index(tables: Tables) -> _Index:
    """The table, line and commonness of every given name by the skeletons of its spellings."""
    sources, code = (*_tiers(tables), _COMMON), (__file__, skeletons.__file__)
    found: _Index = tables.kept("given", sources, code, lambda: _made(tables))
    return found


def _made(tables: Tables) -> _Index:
    found: dict[str, list[tuple[str, int, float]]] = {}
    common = commonness(tables)
    for table in _tiers(tables):
        for row in tables.rows(table):
            weight = common(row)
            for bones in sorted({skeleton(text) for text in spellings(row)} - {""}):
                found.setdefault(bones, []).append((table, row.line, weight))
    return {bones: tuple(rows) for bones, rows in found.items()}


@once
def _by_schemes(tables: Tables) -> _Index:
    """The given names that a scheme of their language writes with another skeleton, by what it writes."""
    own = [f"schemes/{one}/{name}" for one in _written(tables) for name in latin_schemes(one, tables)]
    sources, code = (*_tiers(tables), _COMMON, *own), (__file__, skeletons.__file__, clean.__file__)
    found: _Index = tables.kept("given-schemes", sources, code, lambda: _made_by_schemes(tables))
    return found


def _written(tables: Tables) -> tuple[str, ...]:
    """The languages whose schemes are asked."""
    return ("ru", *nations(tables))


def _made_by_schemes(tables: Tables) -> _Index:
    found: dict[str, list[tuple[str, int, float]]] = {}
    common = commonness(tables)
    for tier in (one for one in _tiers(tables).values() if one in languages(tables)):
        table, language = f"person/{tier}/given", tier if tier in _written(tables) else "ru"
        for row in tables.rows(table) if tier != _FOREIGN else ():
            native, weight = strip_stress(row.native), common(row)
            known = {skeleton(text) for text in spellings(row)}
            texts = {fold(romanize(native, one, tables=tables)) for one in latin_schemes(language, tables)}
            for text in sorted(texts):
                if skeleton(text) not in known:
                    found.setdefault(text, []).append((table, row.line, weight))
    return {text: tuple(rows) for text, rows in found.items()}


def _as_schemes_write(word: str, hits: tuple[Given, ...], tables: Tables) -> tuple[Given, ...]:
    """The given names that a scheme of their language writes so, where no row writes the word out."""
    rows = _by_schemes(tables).get(fold(word))
    if not rows or any(spelt_as(hit.row, word, tables) for hit in hits):
        return ()
    tiers = _tiers(tables)
    return tuple([_given(tables.row(table, line), tiers[table], common) for table, line, common in rows])


@once
def natives(tables: Tables) -> frozenset[str]:
    """The given names as their rows write them in Cyrillic, folded."""
    found: list[str] = tables.kept("given-natives", _tiers(tables), (__file__,), lambda: _natives(tables))
    return untracked(frozenset(found))


def _natives(tables: Tables) -> list[str]:
    rows = (row for table in _tiers(tables) for row in tables.rows(table))
    return sorted({fold(text) for row in rows for text in (row.native, *row.many("cyrillic"))})


@once
def commonness(tables: Tables) -> Callable[[Row], float]:
    """Tells how common the given name of a row is; a national name is as common as its Russian equal."""
    common = {row.id: float(row["weight"]) for row in tables.rows(_COMMON)}
    national = {f"person/{language}/given" for language in nations(tables)}

    def told(row: Row) -> float:
        same = f"person/ru/given:{row['equivalent']}" if row.table in national else ""
        return common.get(f"{row.table}:{row.id}", common.get(same, 0.0))

    return told


def fathers(tables: Tables) -> tuple[str, ...]:
    """The tables of the given names that patronymics are made of."""
    return tuple(table for table, tier in _tiers(tables).items() if tier not in (_SHORT, _FOREIGN))


@once
def _printed(tables: Tables) -> dict[str, list[_Printed]]:
    """Every spelling of a given name in Arabic script, by its consonants."""
    code = (__file__, printed.__file__)
    found: dict[str, list[_Printed]] = tables.kept(
        "printed", (*_tiers(tables), _COMMON), code, lambda: _made_printed(tables)
    )
    return found


def _made_printed(tables: Tables) -> dict[str, list[_Printed]]:
    found: dict[str, list[_Printed]] = {}
    common = commonness(tables)
    for table in _tiers(tables):
        for row in tables.rows(table):
            spelt = dict.fromkeys(row.many("arabic"), True)
            if script_of(row.native) == "Cyrl":
                spelt.setdefault(romanize(row.native, _PRESS, tables=tables), False)
            for text, told in spelt.items():
                found.setdefault(consonants(text), []).append((table, row.line, common(row), text, told))
    return found


@lru_cache(maxsize=16)
def _equals(language: str, tables: Tables) -> dict[str, tuple[Row, ...]]:
    """The rows of a neighbour's given names by the Russian name each is equivalent to."""
    found: dict[str, tuple[Row, ...]] = {}
    for row in tables.rows(f"person/{language}/given"):
        if row["equivalent"]:
            found[row["equivalent"]] = (*found.get(row["equivalent"], ()), row)
    return found


def same_name(row: Row, language: str, text: str, tables: Tables) -> Row | None:
    """The row of a given name in another language of the family; of several the nearest to a spelling.

    None where the language has no such row, or the name is none of Russia's or its neighbours'.

    >>> vasily = givens("Vasily")[0].row
    >>> [same_name(vasily, language, "Vasily", built_in()).canonical for language in ("be", "uk")]
    ['Vasili', 'Vasyl']
    """
    tier = row.table.split("/")[1] if "/" in row.table else ""
    if tier == language:
        return row
    known = nations(tables)
    name = row["equivalent"] if tier in known else row.id if row.table == _USUAL else ""
    if not name:
        return None
    if language not in known:
        return _by_id(tables).get(name)
    rows = _equals(language, tables).get(name, ())
    return min(rows, key=lambda one: distance(fold(text), fold(one.canonical), "ru")) if rows else None


@once
def _by_id(tables: Tables) -> dict[str, Row]:
    return {row.id: row for row in tables.rows(_USUAL)}


def vowels_agree(one: str, other: str) -> bool:
    """True for two spellings of the Arabic press, of the same consonants, that may be of one name."""
    size = len(consonants(one))
    return vowels_apart(one, other) <= (_VARIED * size if size > _SHORTEST else 0.0)


def _givens_printed(word: str, tables: Tables) -> tuple[Given, ...]:
    """The given names that the Arabic press may write so: those whose rows say so first."""
    tiers, ranks = _tiers(tables), _ranks(tables)
    found: dict[tuple[str, int], tuple[tuple[float, ...], Given]] = {}
    for table, line, common, text, told in _printed(tables).get(consonants(word), ()):
        if not vowels_agree(text, word):
            continue
        tier, other = tiers[table], fold(text) != fold(word)
        rank = (other, vowels_apart(text, word), not told, text != word, -common, ranks[tier])
        hit = found.get((table, line))
        if hit is None or rank < hit[0]:
            found[table, line] = rank, Given(tables.row(table, line), tier, common)
    return tuple(hit for _, hit in sorted(found.values(), key=lambda one: (one[0], one[1].row.id)))


def by_bones(bones: str, tables: Tables) -> tuple[Given, ...]:
    """The given names of one skeleton, a user's own first, then those of the Russian table."""
    if bones not in _index(tables) and not tables.own:
        return ()
    return _by_bones(bones, tables)


@remembered(8192)
def _by_bones(bones: str, tables: Tables) -> tuple[Given, ...]:
    """The given names of a skeleton that some have."""
    rows = _index(tables).get(bones, ())
    tiers = _tiers(tables)
    found = tuple([_given(tables.row(table, line), tiers[table], common) for table, line, common in rows])
    return (*_own(tables).get(bones, ()), *found) if tables.own else found


@once
def _own(tables: Tables) -> dict[str, tuple[Given, ...]]:
    """A user's own given names by the skeletons of their spellings."""
    found: dict[str, tuple[Given, ...]] = {}
    for row in tables.own_rows():
        if row["role"] in ("given", "diminutive") and script_of(row.native) == "Cyrl":
            for bones in sorted({skeleton(text) for text in spellings(row)} - {""}):
                found[bones] = (*found.get(bones, ()), Given(row, "ru", _OWN))
    return found


def spelt_as(row: Row, word: str, tables: Tables) -> bool:
    """True where a row writes this very word out."""
    return f"\n{fold(word)}\n" in _written_out(row, tables)


@remembered(8192)
def _written_out(row: Row, tables: Tables) -> str:
    """All that a row writes out, folded, a line each."""
    return "\n".join(["", *map(fold, spellings(row)), *map(fold, row.many("arabic")), ""])


def _as_heard(word: str, hits: tuple[Given, ...], tables: Tables) -> tuple[Given, ...]:
    """Of names whose rows write a word otherwise, those it surely reads as: kostia is Костя, not Коста.

    None where it surely has more vowels or fewer than they: vella is no Виола.
    """
    found = read(word, "ru", 1)
    if not found or found[0].share < _SURE:
        return hits
    heard = fold(found[0].native)
    own, plain = ("ru", *nations(tables)), fold(word)
    same = tuple(
        [
            hit
            for hit in hits
            if fold(hit.row.native) == heard
            or spelt_as(hit.row, word, tables)
            or (hit.tier in own and is_written(hit.row, hit.tier, plain, tables))
        ]
    )
    return same or tuple([hit for hit in hits if _syllables(hit.row.native) in (0, _syllables(heard))])


def _syllables(native: str) -> int:
    """How many vowels a word in Cyrillic has; none in other letters."""
    return sum(map(_VOWELS.__contains__, fold(native)))


@remembered(16384)
def givens(word: str, tables: Tables | None = None) -> tuple[Given, ...]:
    """The given names a word may be, likeliest first.

    >>> [hit.row.id for hit in givens("Dmitrij")][:1]
    ['dmitry']
    """
    tables = tables or built_in()
    script = script_of(word)
    if script == "Arab":
        return _givens_printed(word, tables) or by_bones(skeleton(word), tables)
    hits = by_bones(skeleton(word), tables)
    cyrillic = script == "Cyrl"
    if not cyrillic and fold(word) in _by_schemes(tables):
        hits = (*hits, *_as_schemes_write(word, hits, tables))
    if not hits:
        return hits
    hits = _ranked(word, hits, cyrillic, tables) if len(hits) > 1 else hits
    if cyrillic or hits[0].common >= _WELL_KNOWN or spelt_as(hits[0].row, word, tables):
        return hits
    return _as_heard(word, hits, tables)


@lru_cache(maxsize=8)
def _common_bones(least: float, tables: Tables) -> frozenset[str]:
    """The skeletons of the Russian given names that are at least so common."""
    rows = _index(tables).items()
    return frozenset(
        bones for bones, told in rows if any(table == _USUAL and common >= least for table, _, common in told)
    )


def is_common(word: str, least: float, tables: Tables) -> bool:
    """Is a Latin word a Russian given name that is at least so common, however it is spelt?

    Most words have another skeleton than any such name, and no scheme writes one so.

    >>> [is_common(word, 2.0, built_in()) for word in ("Youri", "Zabolotny")]
    [True, False]
    """
    if script_of(word) != "Latn":
        return False
    known = tables.own or skeleton(word) in _common_bones(least, tables) or fold(word) in _by_schemes(tables)
    hits = givens(word, tables) if known else ()
    return bool(hits) and hits[0].tier == "ru" and hits[0].common >= least


def born_abroad(text: str, hits: tuple[Given, ...]) -> Given | None:
    """The foreign name that is written so with its marks, of one that Russians bear: Léon is Лев."""
    if text.isascii():
        return None
    found = (hit for hit in hits if hit.tier == _FOREIGN and hit.row.native == text)
    return next((hit for hit in found if hit.row["equivalent"]), None)


def is_written(row: Row, language: str, plain: str, tables: Tables) -> bool:
    """Does a scheme of a language spell the name of a row so? `plain` is folded.

    >>> is_written(givens("Юрій")[0].row, "uk", "yurii", built_in())
    True
    """
    native = strip_stress(row.native)
    return is_spelt(native, plain, language, tables=tables)


def _ranked(word: str, hits: tuple[Given, ...], cyrillic: bool, tables: Tables) -> tuple[Given, ...]:
    """The names of a skeleton, likeliest first.

    A usual Russian name stands first however it is spelt, but for what a neighbour writes so: an old one
    that is usual there (Михайло), one that nobody who writes Russian spells so (Iryna).
    """
    ranks, own = _ranks(tables), nations(tables)
    written = [(hit, spelt_as(hit.row, word, tables)) for hit in hits]
    abroad = [ranks[hit.tier] for hit, exact in written if exact and hit.common and hit.tier in own]
    if abroad and not cyrillic:
        plain = fold(word)
        written = [
            (hit, exact or (ranks[hit.tier] == 0 and is_written(hit.row, "ru", plain, tables)))
            for hit, exact in written
        ]

    def rank(one: tuple[Given, bool]) -> tuple[int, float, bool, str]:
        hit, exact = one
        place = ranks[hit.tier]
        if abroad and place == 0 and not (hit.common if cyrillic else exact):
            place = min(abroad)
        after = _INEXACT * (not exact and (cyrillic or place > 0))
        return place + after, -hit.common - exact, not exact, hit.row.id

    return tuple([hit for hit, _ in sorted(written, key=rank)])
