"""The words of a name made ready to be laid beside others: bare, with key, rarity, rows and readings."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from translit.compiled import module
from translit.lookup import lexicon
from translit.nouns import Reading, Row
from translit.own import pairs_apart
from translit.quick import quick
from translit.sounds import key, measured
from translit.sounds.hot import vowels
from translit.sounds.keys import keyer
from translit.sounds.reading import plain_shares, reader
from translit.tables import Tables, built_in
from translit.text.clean import fold
from translit.text.script import script_of
from translit.text.words import is_initial

__all__ = ["COMMON", "Meant", "Token", "Tokens", "Word", "compiled", "keyed", "meant", "split", "tokens"]

compiled = module("translit.comparison._pair", 1)  # FORMAT in _pair.c

COMMON = 9.0  # the rarity of a word that no table counts, in nats
_TRUSTED = 0.8
_VOWELS = "AEIOU"  # as keys write them
_LONGEST, _STEM = 5, 3  # letters of an ending at most, of the stem before it at least
_GIVEN = ("/given", "/diminutive")
_SILENT = frozenset(("title",))
_SCRIPT = {"ru": "Cyrl", "ar": "Arab"}
_JOINED = 0.25  # of the shares, what a word read without an article written in one with it has
_ARTICLE = re.compile(r"(?:[aeu]l(?=\w{3})|l(?=[aeiou]\w{3})|[ae](?=(ss|dd|nn|rr|zz|tt|sh|ch)\w{2}))")


@quick
@dataclass(frozen=True, slots=True)
class Meant:
    """What a word can be in the original script: each plain form and its share; the vowels it may have."""

    forms: Mapping[str, float]
    best: str
    known: bool
    patterns: tuple[str, ...]


@quick
@dataclass(frozen=True, slots=True, eq=False)
class Word:
    """The letters of a part made ready: bare, with their key, rarity and the rows they may be."""

    core: str
    spelt: str
    key: str
    rarity: float
    names: frozenset[str]
    forms: tuple[str, ...]
    never: frozenset[str]
    symbols: str
    canonical: str
    native: str
    row: Row | None
    initial: bool
    own: bool  # in the original script of its language
    sounds: int  # the letters of its key, a bit for each
    ending: str  # the sound of a surname's ending: of -ов and -ев, of -енко


@quick
@dataclass(frozen=True, slots=True, eq=False)
class Token:
    """One part of a name and its word."""

    part: Reading
    word: Word


_new_word: type[Word] = getattr(compiled, "Word", Word)
_new_token: type[Token] = getattr(compiled, "Token", Token)
_new_meant: type[Meant] = getattr(compiled, "Meant", Meant)
Tokens = tuple[Token, ...]
keyed = lru_cache(maxsize=65536)(key)
_NONE: frozenset[str] = frozenset()


def tokens(reading: Reading, language: str, tables: Tables) -> Tokens:
    """The telling parts of a name, titles and particles left out."""
    found = []
    for part in reading.parts or (reading,):
        if part.role not in _SILENT:
            core = _bare(_core(part), tables)
            if core:
                native = _bare(fold(part.native), tables) if part.native else ""
                sound = part.key if language == "other" else ""
                initial = is_initial(part.text)
                spelt = _bare(part.text.lower(), tables)
                word = _word(core, spelt, sound, initial, part.canonical, native, part.row, language, tables)
                found.append(_new_token(part, word))
    return tuple(found)


def split(token: Token, language: str, tables: Tables) -> Tokens:
    """The words of a part that another name may have as parts of their own: Abdou al-Sikhni."""
    found = []
    for text in token.part.text.split():
        core, spelt = _bare(fold(text), tables), _bare(text.lower(), tables)
        word = _word(core, spelt, "", is_initial(text), text, "", None, language, tables)
        found.append(_new_token(token.part, word))
    return tuple(found)


def _core(part: Reading) -> str:
    """The letters of a part that tell: as it was written, Cyrillic in the nominative where that is sure."""
    if not part.native:
        return fold(part.text)
    script = script_of(part.text)
    sure = script == "Cyrl" and (part.kind != "place" or part.confidence >= _TRUSTED)
    crossed = script == "Arab" and script_of(part.native) == "Cyrl"
    return fold(part.native if sure or crossed else part.text)


@lru_cache(maxsize=1 << 17)
def _word(
    core: str,
    spelt: str,
    sound: str,
    initial: bool,
    canonical: str,
    native: str,
    row: Row | None,
    language: str,
    tables: Tables,
) -> Word:
    """The word of a part, one for all parts that are written and read alike."""
    other = language == "other"
    sound = sound if other else keyer(language)(core)
    known = _NOBODY if row is None else _known_as(row, tables)
    names = known.names
    if row and row.table == "place/generic":
        names |= {f"generic:{canonical}"}  # what a region was read as: an oblast
    return _new_word(
        core=core,
        spelt=spelt,
        key=sound,
        rarity=_rarities(tables, language).get(sound, COMMON),
        names=names,
        forms=(core, *known.forms),
        never=known.never | _never(tables).get(core, _NONE),
        symbols="" if other else measured(core, language),
        canonical=canonical,
        native=native,
        row=row,
        initial=initial,
        own=script_of(core) == _SCRIPT.get(language),
        sounds=_bits(sound),
        ending=_ending(native, tables) if language == "ru" and native else "",
    )


class _Known(NamedTuple):
    """What a row says of the words that stand for it: their names, their forms, and what these never are."""

    names: frozenset[str]
    forms: tuple[str, ...]
    never: frozenset[str]


_NOBODY = _Known(_NONE, (), _NONE)


@lru_cache(maxsize=16384)
def _known_as(row: Row, tables: Tables) -> _Known:
    """What a row says of the words that stand for it."""
    names = _names(row.table, row)
    if row.table.endswith(_GIVEN):
        names |= _homographs(row.native, tables)
    known, partners = _canonicals(tables), _never(tables)
    forms = (fold(row.canonical), fold(row.native), *(known[name] for name in names if name in known))
    return _Known(names, forms, _NONE.union(*(partners.get(form, _NONE) for form in forms)))


def _bits(sound: str) -> int:
    """The letters of a key as bits."""
    found = 0
    for letter in sound:
        found |= 1 << (ord(letter) & 63)  # no two letters of ASCII share one
    return found


@lru_cache(maxsize=1 << 16)
def meant(spelt: str, language: str) -> Meant:
    """What a word of any script is read as, the article left out.

    >>> meant("naceur", "ar").best == meant("ناصر", "ar").best
    True
    """
    forms = plain_shares(spelt, language)
    if language == "ar" and spelt.isascii() and (found := _ARTICLE.match(spelt)):
        forms = {form: share * (1 - _JOINED) for form, share in forms.items()}
        for form, share in plain_shares(spelt[found.end() :], language).items():
            forms[form] = forms.get(form, 0.0) + share * _JOINED
    best = max(forms, key=forms.__getitem__, default="")
    room = reader(language, built_in())
    known, listed = room.known, room.listed
    patterns: tuple[str, ...] = ()
    if language == "ar" and best:
        own = script_of(spelt) == "Arab"
        patterns = tuple(known.get(best, ((), ()))[1]) if own else (vowels(keyer("ar").plain(spelt)),)
    return _new_meant(forms, best, best in known or best in listed, patterns)


@lru_cache(maxsize=4)
def _rarities(tables: Tables, language: str) -> Mapping[str, float]:
    """How rare a name is, in nats, by its key; names not listed are rarer than all these."""
    return {row.id: float(row["nats"]) for row in tables.rows(f"weights/rarity-{language}")}


@lru_cache(maxsize=4)
def _never(tables: Tables) -> Mapping[str, frozenset[str]]:
    """A folded name → the folded names that are never one with it."""
    found: dict[str, set[str]] = {}
    pairs = set(pairs_apart(tables))
    for row in tables.rows("person/never"):
        for a, b in (("left", "right"), ("native_left", "native_right")):
            one, two = fold(row[a]), fold(row[b])
            if one and two:
                pairs |= {(one, two), (two, one)}
    for one, two in pairs:
        found.setdefault(one, set()).add(two)
    return {one: frozenset(others) for one, others in found.items()}


@lru_cache(maxsize=4)
def _endings(tables: Tables) -> Mapping[str, str]:
    """The folded endings of surnames in the nominative, each with its sound, a woman's with the man's."""
    found: dict[str, str] = {}
    for row in tables.rows("person/ru/ending"):
        if row["role"] == "surname" and not row["case"]:
            man = row["pair"] if row["gender"] == "f" and row["pair"] else row.native
            found.setdefault(fold(row.native), keyed(fold(man), "ru").strip(_VOWELS))
    return found


def _ending(native: str, tables: Tables) -> str:
    """The sound of the longest ending of surnames that a word has, "" where it has none."""
    endings = _endings(tables)
    for size in range(min(_LONGEST, len(native) - _STEM), 1, -1):
        if native[-size:] in endings:
            return endings[native[-size:]]
    return ""


@lru_cache(maxsize=4)
def _canonicals(tables: Tables) -> Mapping[str, str]:
    """The folded usual form of each given name, by the ids under which others are equivalent to it."""
    return {
        f"{language}:{row.id}": fold(row.canonical)
        for language, table in (("ru", "given"), ("ar", "ism"))
        for row in tables.rows(f"person/{language}/{table}")
    }


@lru_cache(maxsize=16384)
def _names(table: str, row: Row) -> frozenset[str]:
    """The ids under which a row counts as one name with others: its own, and those it is equivalent to."""
    own = {f"{table.split('/')[1] if '/' in table else table}:{row.id}"}
    for column in ("equivalent", "of"):
        for target in row.many(column):
            own |= {f"ru:{target}", f"ar:{target}"}
    return frozenset(own)


@lru_cache(maxsize=16384)
def _homographs(native: str, tables: Tables) -> frozenset[str]:
    """The ids of all given names written alike: Магомед is in two tables, and of Muhammad in one."""
    hits = (hit.row for hit in lexicon(tables).written(native) if hit.role == "given" and hit.family == "ru")
    alike = [row for row in hits if row.native == native and row.table.endswith(_GIVEN)]
    return frozenset().union(*(_names(row.table, row) for row in alike))


def _bare(core: str, tables: Tables) -> str:
    """A folded part without its article and its bin or ibn, words joined."""
    words = core.replace("-", " ").split()
    if len(words) > 1:
        particles = _particles(tables)
        while len(words) > 1 and words[0] in particles:
            words = words[1:]
    return "".join(words)


@lru_cache(maxsize=4)
def _particles(tables: Tables) -> frozenset[str]:
    """The folded spellings of articles and of the words for son and daughter."""
    return frozenset(
        fold(spelling)
        for row in tables.rows("person/ar/particle")
        if row["role"] in ("article", "nasab")
        for spelling in (row.native, row.canonical, *row.many("also"))
    )
