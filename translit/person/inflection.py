"""Inflected Russian names back to the nominative: Романа Заболотного is Роман Заболотный.

A name is taken for inflected only where a given name, a patronymic or an adjective's ending can be
nothing else, and only where all its words stand in one case and gender. The endings are rows of
`person/ru/ending`; where they leave several nominatives to a surname, its shape and, at the last,
pymorphy3 decide.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from translit.nouns import Row
from translit.person.evidence import gender_of_surname
from translit.person.names import Given, by_bones
from translit.person.shape import shape
from translit.person.skeleton import skeleton
from translit.quick import quick
from translit.tables import Tables
from translit.text.case import capitalise
from translit.text.clean import fold
from translit.text.words import is_initial

__all__ = ["is_oblique", "nominative"]

_CASES = ("gent", "datv", "ablt", "accs", "loct")
_UNCHANGED = ("о", "е", "и", "у", "ю", "э", "ы", "их", "ых")  # surnames that no case changes
_ADJECTIVE = ("ого", "его", "ому", "ему")
_POSSESSIVE = ("ова", "ева", "ёва", "ина", "ына")
_NEVER_ADJECTIVES = tuple(end[:-1] + more for end in _POSSESSIVE for more in ("ая", "ой", "ый"))
_POSSESSIVE_CASES = ("ой", "ою", "у")
_CONSONANTS = "бвгджзклмнпрстфхцчшщй"
_LONGEST = 5
_LEAST = 2
_DICTIONARY_WORTH = 4.0
_UNCHANGED_COST = 4.0
_Halves = list[tuple[str, set[str]]]  # a word, or the halves of a double one: as written, what it may be
_RARE, _RARER = -9.0, 2.5  # Владимира is Владимир sooner than the woman's name that few bear


@quick
@dataclass(frozen=True, slots=True)
class _Analysis:
    """What one word may be: a role, a gender, a case, and its nominative."""

    role: str
    gender: str
    case: str
    nominative: str
    worth: float = 0.0


@lru_cache(maxsize=4)
def _endings(tables: Tables) -> dict[str, tuple[Row, ...]]:
    """The case endings of the tables by their letters."""
    found: dict[str, tuple[Row, ...]] = {}
    for row in tables.rows("person/ru/ending"):
        if row["case"]:
            found[row.native] = (*found.get(row.native, ()), row)
    return found


def _restored(word: str, tables: Tables) -> Iterator[tuple[Row, str]]:
    """Every way to take a case ending off a word, with the nominative it leaves."""
    endings = _endings(tables)
    for size in range(1, min(_LONGEST, len(word)) + 1):
        for row in endings.get(word[-size:], ()):
            restored = word[:-size] + row["pair"]
            if len(restored) > _LEAST and _is_word(restored):
                yield row, restored


def _is_word(text: str) -> bool:
    """True for a word that ends as nominatives do: й after a vowel, ь or a fleeting vowel after none."""
    if text.endswith(("ок", "ец")):
        return text[-3] in _CONSONANTS or text.endswith("аец")
    if text[-1] in "йь":
        return (text[-2] in _CONSONANTS) == (text[-1] == "ь")
    return text[-1] in _CONSONANTS or text[-1] in "ая"


@lru_cache(maxsize=16384)
def _analyses(word: str, tables: Tables) -> tuple[_Analysis, ...]:
    """Everything a lower-case Cyrillic word may be in a case other than the nominative."""
    found: list[_Analysis] = []
    for row, restored in _restored(word, tables):
        genders: tuple[str, ...] = ("m", "f") if row["gender"] == "mf" else (row["gender"],)
        worth = 0.0
        if row["role"] == "given":
            known = _known(restored, tables)
            genders = tuple(gender for gender in genders if any(gender in hit.row["gender"] for hit in known))
            worth = max((hit.common + (hit.tier != "short") for hit in known), default=0.0)
        elif row["role"] == "patronymic":
            genders = genders if len(word) > _LONGEST + 1 else ()
        for gender in genders:
            for case in row.many("case"):
                found.append(_Analysis(row["role"], gender, case, restored, worth))
    return tuple(found)


@lru_cache(maxsize=16384)
def _known(word: str, tables: Tables) -> tuple[Given, ...]:
    """The rows of the given name spelt so."""
    hits = (hit for hit in by_bones(skeleton(word), tables) if hit.tier not in ("uk", "be", "foreign"))
    return tuple(hit for hit in hits if fold(hit.row.native) == fold(word))


@lru_cache(maxsize=16384)
def is_oblique(word: str, tables: Tables) -> bool:
    """True for a word that can hardly be a nominative: Юрьевича, Романа, Заболотного."""
    if word.endswith(_ADJECTIVE) and len(word) > _LONGEST:
        return True
    known = _known(word, tables)
    usual = max((hit.common for hit in known), default=_RARE)
    return any(
        found.role == "patronymic" or (found.role == "given" and (not known or found.worth > usual + _RARER))
        for found in _analyses(word, tables)
    )


def nominative(pieces: Sequence[str], tables: Tables) -> tuple[str, ...] | None:
    """The words of a Russian name in the nominative; None where they stand in it already.

    >>> from translit.tables import built_in
    >>> nominative(("Абдурахмановой", "Натальи", "Петровны"), built_in())
    ('Абдурахманова', 'Наталья', 'Петровна')
    """
    lowered = [piece.lower() for piece in pieces]
    if not any(is_oblique(word, tables) for word in lowered):
        return None
    best: tuple[float, list[_Halves]] = (-1.0, [])
    told = ("", "")
    for case in _CASES:
        for gender in ("m", "f"):
            read = _in_case(lowered, case, gender, tables)
            if read is not None and read[0] > best[0]:
                best, told = read, (gender, case)
    if not best[1]:
        return None
    upright = ["-".join([_likeliest(*half, *told, tables) for half in word]) for word in best[1]]
    return tuple(_as_cased(word, piece) for word, piece in zip(upright, pieces, strict=True))


def _as_cased(word: str, like: str) -> str:
    """A lower-case word with the capitals of another."""
    if is_initial(like):
        return like
    return word.upper() if like.isupper() else capitalise(word)


def _in_case(
    words: Sequence[str], case: str, gender: str, tables: Tables
) -> tuple[float, list[_Halves]] | None:
    """The words read in one case and gender, with how well they fit; None where one does not."""
    found: list[_Halves] = []
    total, given = 0.0, False
    for word in words:
        if is_initial(word):
            found.append([(word, {word})])
            continue
        fitting = [item for item in _analyses(word, tables) if item.case == case and item.gender == gender]
        patronymics = [item.nominative for item in fitting if item.role == "patronymic"]
        names = sorted((item for item in fitting if item.role == "given"), key=lambda item: -item.worth)
        if patronymics:
            found.append([(word, {patronymics[0]})])
            total += 2
        elif names and not given:
            given = True
            found.append([(word, {names[0].nominative})])
            total += 2 + names[0].worth / 10
        else:
            halves = _surname(word, gender, case, tables)
            if not all(fit for _, fit in halves):
                return None
            found.append(halves)
    return total, found


def _surname(word: str, gender: str, case: str, tables: Tables) -> _Halves:
    """A surname, or the halves of a double one, each with its nominatives."""
    if "-" not in word.strip("-"):
        return [(word, _nominatives(word, gender, case, tables))]
    first, *rest = word.split("-")
    kept = gender_of_surname(first, tables) == gender and first[-1] in _CONSONANTS
    halves = [(half, _nominatives(half, gender, case, tables)) for half in (first, *rest)]
    return [(first, {first}), *halves[1:]] if kept else halves


def _nominatives(word: str, gender: str, case: str, tables: Tables) -> set[str]:
    """The nominatives of a surname, or of half a double one; a word that no case changes stays."""
    if not word:
        return set()
    fitting = {
        item.nominative
        for item in _analyses(word, tables)
        if item.case == case and item.gender == gender and item.role == "surname"
    }
    fitting = {text for text in fitting if not _is_misdeclined(word, text, gender)}
    if _is_unchanged(word, gender, tables):
        fitting.add(word)
    return fitting


def _likeliest(word: str, fitting: set[str], gender: str, case: str, tables: Tables) -> str:
    """The likeliest of a word's nominatives; the dictionary is asked where it can turn the scale."""
    if len(fitting) < 2:
        return next(iter(fitting))
    worths = {
        text: _worth(text, gender, tables) - _UNCHANGED_COST * (text == word) for text in sorted(fitting)
    }
    best, second = sorted(worths, key=lambda text: -worths[text])[:2]
    if worths[best] - worths[second] > _DICTIONARY_WORTH:
        return best
    told = _dictionary(word, gender, case)
    return max(worths, key=lambda text: worths[text] + _DICTIONARY_WORTH * (text in told))


def _is_unchanged(word: str, gender: str, tables: Tables) -> bool:
    """True for a surname that no case changes: Шевченко, Черных, a woman's that ends in a consonant."""
    if word.endswith(_UNCHANGED):
        return not word.endswith(_ADJECTIVE)
    return gender == "f" and word[-1] in _CONSONANTS and gender_of_surname(word, tables) != "m"


def _is_misdeclined(word: str, text: str, gender: str) -> bool:
    """True where a surname in -ов or -ин would have been declined as a noun or an adjective."""
    if text.endswith(_POSSESSIVE):
        return gender == "m" or not word.endswith(_POSSESSIVE_CASES)
    return text.endswith(_NEVER_ADJECTIVES)


def _worth(text: str, gender: str, tables: Tables) -> float:
    """How well a nominative looks as a surname of this gender."""
    surname, female = shape(text, tables)
    return surname + (female if gender == "f" else -female) / 2


@lru_cache(maxsize=1)
def _morphology() -> Any:
    """pymorphy3's analyser, loaded at the first inflected surname that needs it."""
    from pymorphy3 import MorphAnalyzer

    return MorphAnalyzer()


@lru_cache(maxsize=8192)
def _dictionary(word: str, gender: str, case: str) -> frozenset[str]:
    """The nominatives pymorphy3 gives a surname in a case, inflected and not lemmatised."""
    wanted = "masc" if gender == "m" else "femn"
    found = set()
    for parse in _morphology().parse(word):
        if (
            ("Surn" in parse.tag or "Name" in parse.tag)
            and case in parse.tag
            and parse.tag.gender in (None, wanted)
        ):
            inflected = parse.inflect({"nomn", "sing", wanted}) or parse.inflect({"nomn", "sing"})
            if inflected is not None:
                found.add(inflected.word)
    return frozenset(found)
