"""Which words are patronymics, known by their endings, and whose."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from translit.memory import once, remembered
from translit.nouns import Row
from translit.patterns import ending as ends_in
from translit.person.names import by_bones
from translit.person.patronymic.fathers import father_of
from translit.person.patronymic.making import Gender, language_of, made_in, of_row
from translit.person.skeleton import skeleton
from translit.quick import quick
from translit.tables import Tables, built_in
from translit.text.clean import fold, strip_stress
from translit.text.script import script_of

__all__ = ["Patronymic", "father", "filiation", "filiations", "in_russian", "recognise"]

_LEAST_STEM = 2
_TAIL = 2  # letters of the shortest ending
_NO_SURNAMES = "spelling/ru/glued"  # end so
_LEAST_GLUED = 8  # letters of one of an unknown father: Микулы is of Микула
_OF_SERVANTS = ("г", "к", "g", "k", "q")  # -guly, of given names: Gurbanguly
_LEAST_ENDING = 4  # a shorter ending makes a patronymic only of a known father
_TURKIC = "trk"  # whose fathers keep a vowel: Мусаевич


@dataclass(frozen=True, slots=True)
class Ending:
    """An ending of patronymics as a skeleton, with the gender it tells."""

    bones: str
    gender: Gender
    row: Row


@quick
@dataclass(frozen=True, slots=True)
class Patronymic:
    """What a word is as a patronymic: its gender, the father's row if known, the native form."""

    gender: Gender
    ending: Row
    father: Row | None
    native: str | None


class _Endings(NamedTuple):
    """The patronymic endings of the tables by their skeletons, the longest first, and what these end in.

    `sizes` are those of the skeletons, the longest first, `ends` finds one; `last` are their ends, `glued`
    those of oglu and kyzy, `tails` both.
    """

    of: dict[str, list[Ending]]
    sizes: tuple[int, ...]
    ends: Callable[[str], bool]
    last: frozenset[str]
    glued: frozenset[str]
    tails: Callable[[str], bool]


@once
def _endings(tables: Tables) -> _Endings:
    """The patronymic endings of the tables."""
    found: dict[tuple[str, str], Ending] = {}
    for row in tables.rows("person/ru/ending"):
        if row["role"] == "patronymic" and not row["case"]:
            gender: Gender = "f" if row["gender"] == "f" else "m"
            for bones in {skeleton(text) for text in (row.native, row.canonical, *row.many("also"))}:
                found.setdefault((bones, gender), Ending(bones, gender, row))
    of: dict[str, list[Ending]] = {}
    for ending in found.values():
        of.setdefault(ending.bones, []).append(ending)
    sizes = sorted({len(bones) for bones in of}, reverse=True)
    last, glued = (
        frozenset([bones[-_TAIL:] for bones in ends]) for ends in (of, map(skeleton, filiations(tables)))
    )
    return _Endings(of, tuple(sizes), ends_in(of), last, glued, ends_in(last | glued))


@once
def filiations(tables: Tables) -> dict[str, Row]:
    """The words that make a patronymic of the name before them (oglu, kyzy), folded."""
    rows = (row for row in tables.rows("person/ru/ending") if row["role"] == "filiation")
    return {fold(text): row for row in rows for text in (row.native, row.canonical, *row.many("also"))}


@once
def _no_surnames(tables: Tables) -> frozenset[str]:
    """Those of these words that no surname ends in, folded, as many do in -oglu."""
    return frozenset([fold(row["end"]) for row in tables.rows(_NO_SURNAMES)])


def father(text: str, *, tables: Tables | None = None) -> str | None:
    """The father's name a patronymic was made from, None where the word is no patronymic.

    >>> father("Юрьевич"), father("Ильинична"), father("Sergeevna"), father("Иванов")
    ('Юрий', 'Илья', 'Sergey', None)
    """
    tables = tables or built_in()
    found = recognise(text, tables)
    if found is None:
        return None
    cyrillic = script_of(text) == "Cyrl"
    if found.father is not None:
        return strip_stress(found.father.native) if cyrillic else found.father.canonical
    return _guessed(text)


def _guessed(text: str) -> str | None:
    """A father's name no table has, by the rule read backwards."""
    for end, put in (
        ("ьевич", "ий"),
        ("ьевна", "ий"),
        ("овна", ""),
        ("ович", ""),
        ("евич", "й"),
        ("евна", "й"),
        ("івна", ""),
        ("yevich", "y"),
        ("yevna", "y"),
        ("evich", "y"),
        ("evna", "y"),
        ("ovich", ""),
        ("ovna", ""),
    ):
        if text.lower().endswith(end):
            return text[: -len(end)] + put
    return None


def recognise(word: str, tables: Tables) -> Patronymic | None:
    """What a word is as a patronymic, in any script and convention; None where it is none.

    A form whose father is known is sure; an ending alone may be a surname's (Рабинович).

    >>> recognise("Sergejewitsch", built_in()).native
    'Сергеевич'
    """
    bones, endings = skeleton(word), _endings(tables)
    whole = " " not in word and "-" not in word
    if whole and not endings.tails(bones):
        return None  # as most words are
    tail = bones[-_TAIL:]
    ends = tail in endings.last and endings.ends(bones)
    if whole and not ends and (tail not in endings.glued or _glued(word, tables) is None):
        return None
    return _recognised(word, tables)


@remembered(8192)
def _recognised(word: str, tables: Tables) -> Patronymic | None:
    """What a word is as a patronymic that ends as one, or is of several words."""
    bones, endings = skeleton(word), _endings(tables)
    joined = filiation(word, tables) or (_glued(word, tables) if bones[-_TAIL:] in endings.glued else None)
    if joined is not None:
        return Patronymic("f" if joined["gender"] == "f" else "m", joined, None, None)
    loose: Ending | None = None
    for size in endings.sizes:
        for ending in endings.of.get(bones[-size:], ()) if len(bones) >= size + _LEAST_STEM else ():
            row = father_of(word, ending.gender, bones, tables)
            if row is not None:
                return Patronymic(ending.gender, ending.row, row, of_row(row, ending.gender))
            if size >= _LEAST_ENDING:
                loose = loose or ending
    return Patronymic(loose.gender, loose.row, None, None) if loose else None


def filiation(text: str, tables: Tables) -> Row | None:
    """The row of the oglu or kyzy that ends a patronymic of two words, None where none does."""
    if " " not in text and "-" not in text:
        return None
    pieces = text.replace("-", " ").split()
    return filiations(tables).get(fold(pieces[-1])) if len(pieces) > 1 else None


@remembered(8192)
def _glued(word: str, tables: Tables) -> Row | None:
    """The row of the oglu, uly or kyzy that is written in one with a father's name: Кемелұлы.

    Of an unknown father where no surname ends so, as Turks' do in -oglu.
    """
    folded = fold(word)
    for text, row in filiations(tables).items() if _ends_glued(tables)(folded) else ():
        stem = folded.removesuffix(text)
        if len(stem) == len(folded) or len(stem) <= _LEAST_STEM:
            continue
        known = by_bones(skeleton(stem), tables)
        if any(hit.row["gender"] == "m" and language_of(hit.row) != "foreign" for hit in known):
            return row
        if text in _no_surnames(tables) and len(word) >= _LEAST_GLUED and not stem.endswith(_OF_SERVANTS):
            return row
    return None


@once
def _ends_glued(tables: Tables) -> Callable[[str], bool]:
    """What tells whether a folded word ends in oglu, uly or kyzy."""
    return ends_in(filiations(tables))


@remembered(4096)
def in_russian(native: str, tables: Tables) -> str | None:
    """The patronymic that Russian makes of the father in one with oglu or kyzy, in Cyrillic; None of others.

    >>> [in_russian(text, built_in()) for text in ("Гейдар оглы", "Ариф гызы", "Кемелулы", "Иванович", "-")]
    ['Гейдарович', 'Арифовна', 'Кемелович', None, None]
    """
    *before, last = native.lower().replace("-", " ").split() or ("",)
    row, name = filiations(tables).get(fold(last)), "-".join(before)
    if row is None and not before:
        row = _glued(last, tables)
        ends = [end for end, one in filiations(tables).items() if one is row and last.endswith(end)]
        name = last.removesuffix(max(ends, key=len, default=last))
    if row is None or not name:
        return None
    return made_in(name, "f" if row["gender"] == "f" else "m", _TURKIC)
