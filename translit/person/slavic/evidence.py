"""What each word of a name says for being the given name, the patronymic or the surname.

Evidence is a few named features; `tables/weights/order-ru.tsv` holds what each is worth, learned
from names whose order is known.
"""

from __future__ import annotations

from dataclasses import dataclass

from translit.compiled import module
from translit.languages import nations
from translit.lookup import lexicon_of
from translit.memory import once, remembered
from translit.person.latin.writers import PRESS, writers
from translit.person.names import (
    SHORT,
    Given,
    born_abroad,
    commonness,
    givens,
    is_cut_short,
    pet_commonness,
    spelt_as,
)
from translit.person.patronymic import Patronymic, is_written_of, recognise
from translit.person.shape import shape
from translit.person.slavic.gender import gender_of_surname
from translit.person.slavic.tongue import Spoken, is_plain, signed, spoken
from translit.quick import asked, maker, quick, told_by
from translit.tables import Tables
from translit.text.case import is_shouted
from translit.text.script import script_of
from translit.text.words import is_initial

__all__ = [
    "FOREIGN",
    "HAND",
    "SHOUTED",
    "TONGUE",
    "Word",
    "compiled",
    "gathered",
    "is_surname_alone",
    "rarity",
    "weigh",
    "word",
]

_MOST_COMMON = 3.0
_CLIP = 6.0
_TIERS = {"short": "-short", "foreign": "-foreign"}

compiled = module("translit.person.slavic._name", 2)  # FORMAT in _name.c

SHOUTED, TONGUE, HAND, FOREIGN = 1, 2, 4, 8  # what a name is asked for the sake of a word of it

Features = tuple[tuple[str, float], ...]

_UNSPOKEN = Spoken()
_NO_PATRONYMIC: Features = (("no-patronymic", 1.0),)
_GIVEN_OR_PATRONYMIC: Features = (("given-patronymic", 1.0),)


@asked("surname")
@quick
@dataclass(frozen=True, slots=True, eq=False)
class Word:
    """One word of a name (or a compound joined by hyphens) and all that is known of it.

    `surname`, `given` and `patronymic` are the features that speak for each role, `worth` what they
    weigh in that order: G, P, S, `genders` the genders ("m", "f" or "") it tells as each. Those for a surname
    are told when somebody reads them.
    `sign` is the language its letters betray, `spoken` those in which it is spelt so as G and P.
    `asks` are the questions, as bits, that a name with this word is asked, and most names need not be: which
    word its capitals mark (SHOUTED), in which language it is (TONGUE), whose hand wrote it (HAND), whether it
    is Russian though a given name is not (FOREIGN).
    """

    text: str
    initial: bool
    shouted: bool
    givens: tuple[Given, ...]
    patronym: Patronymic | None
    given: Features
    patronymic: Features
    surname: Features
    genders: tuple[str, str, str]
    sign: str
    spoken: Spoken
    worth: tuple[float, float, float]
    asks: int

    @property
    def surname_gender(self) -> str:
        """The gender that the word tells as a surname."""
        return self.genders[2]


def _gender_of_given(hits: tuple[Given, ...], female: float) -> str:
    """A given name's gender: as its rows have it, else by its shape where that is clear."""
    if hits:
        told = hits[0].row["gender"]
        return told if told in ("m", "f") else ""
    return "f" if female > 1 else "m" if female < -1 else ""


_word = maker(Word)


@remembered(4096)
def word(text: str, tables: Tables) -> Word:
    """Everything one word says, gathered once."""
    return gathered(text, tables)


def gathered(text: str, tables: Tables) -> Word:
    """Everything one word says, for those who remember it themselves."""
    if (len(text) < 2 or text[-1] == ".") and (is_initial(text) or is_cut_short(text, tables)):
        worth = (0.0, 0.0, weigh(tables).get("initial-surname", 0.0))
        told = (("initial-surname", 1.0),)
        return Word(text, True, False, (), None, (), (), told, ("", "", ""), "", _UNSPOKEN, worth, 0)
    hits = givens(text, tables)
    if not hits and "-" in text:
        hits = givens(text.partition("-")[0], tables)
    patronym = recognise(text, tables)
    surname, female = shape(text, tables)
    shouted = text.isupper() and is_shouted(text)
    betrayed = "" if text.isascii() else signed(text, hits, tables)
    asks = (SHOUTED if shouted else 0) | (TONGUE if betrayed else 0) | (FOREIGN if "-" in text else 0)
    heard = _UNSPOKEN
    if hits or patronym:
        heard = spoken(text, hits, patronym, tables)
        asks |= _asks(text, hits, patronym, heard, tables)
    if hits or patronym or "-" in text:
        weight = _worth(_for_surname(text, surname, hits, patronym, tables), tables)
    else:
        weight = _unknown(text, surname, tables)
    given, patronymic, worths = _fathered(patronym, tables) if patronym else _fatherless(tables)
    return _word(
        text,
        False,
        shouted,
        hits,
        patronym,
        given,
        patronymic,
        _as_surname(tables),
        _genders(
            _gender_of_given(hits, female),
            patronym.gender if patronym else "",
            gender_of_surname(text, tables),
        ),
        betrayed,
        heard,
        (*worths, weight),
        asks,
    )


def is_surname_alone(one: Word, tables: Tables) -> bool:
    """Is a patronymic that stands alone a surname: of a row, or a neighbour's by its sound alone?

    >>> from translit.tables import built_in
    >>> [is_surname_alone(word(name, built_in()), built_in()) for name in ("Alexievich", "Ильич")]
    [True, False]
    """
    if any(hit.role == "surname" for hit in lexicon_of(tables).written(one.text) or ()):
        return True
    found, latin = one.patronym, script_of(one.text) == "Latn"
    if found is None or found.father is None or (latin and not one.text.isascii()):  # Dmitrović
        return False
    if found.father.table.split("/")[1] not in nations(tables):
        return False
    return not is_written_of(found.father, found.gender, one.text, tables)


def _asks(
    text: str, hits: tuple[Given, ...], patronym: Patronymic | None, heard: Spoken, tables: Tables
) -> int:
    """What a name is asked for the sake of a given name or patronymic."""
    return (
        (0 if is_plain(heard) else TONGUE)
        | (HAND if _is_hand(text, hits, patronym, tables) else 0)
        | (FOREIGN if hits and (hits[0].tier == "foreign" or born_abroad(text, hits)) else 0)
    )


@remembered(64)
def _genders(given: str, patronymic: str, surname: str) -> tuple[str, str, str]:
    """The genders that a word tells as each role: one value for all words that tell the same."""
    return given, patronymic, surname


@once
def _as_surname(tables: Tables) -> Features:
    """What speaks for a word as the surname, worked out from the word."""
    return told_by(_for_word, tables)


def _for_word(tables: Tables, one: Word) -> Features:
    """What speaks for a gathered word as the surname."""
    return _for_surname(one.text, shape(one.text, tables)[0], one.givens, one.patronym, tables)


def _is_hand(text: str, hits: tuple[Given, ...], patronym: Patronymic | None, tables: Tables) -> bool:
    """May a word tell by whose scheme a name is written?"""
    if hits and writers(text, tables) != PRESS:
        return True
    return patronym is not None and patronym.native is not None


def _worth(role: Features, tables: Tables) -> float:
    """What the features of a role weigh."""
    weight, worth = weigh(tables).get, 0.0
    for name, value in role:
        worth += weight(name, 0.0) * value
    return worth


_Told = tuple[Features, Features, tuple[float, float]]


@once
def _fatherless(tables: Tables) -> _Told:
    """What speaks for a word that is no patronymic as a given name, as a patronymic, and what that weighs."""
    return (), _NO_PATRONYMIC, (0.0, _worth(_NO_PATRONYMIC, tables))


def _fathered(patronym: Patronymic, tables: Tables) -> _Told:
    """The same of one that is."""
    told = _for_patronymic(patronym, tables)
    return _GIVEN_OR_PATRONYMIC, told, (_worth(_GIVEN_OR_PATRONYMIC, tables), _worth(told, tables))


def rarity(patronym: Patronymic, tables: Tables) -> float:
    """How rare the name of a man's father is, from 0 of a usual one to 1; 0 of a woman's."""
    if patronym.gender == "f" or patronym.father is None:
        return 0.0
    common = commonness(tables)(patronym.father)
    return 1 - min(common, _MOST_COMMON) / _MOST_COMMON


def _for_patronymic(patronym: Patronymic, tables: Tables) -> Features:
    """What speaks for a word as a patronymic; that of a rare father is sooner a surname (Абрамович)."""
    if patronym.father is None:
        return (("patronymic", 1.0),)
    rare = rarity(patronym, tables)
    return (("patronymic-known", 1.0), ("patronymic-rare", rare)) if rare else (("patronymic-known", 1.0),)


def _for_surname(
    text: str, surname: float, hits: tuple[Given, ...], patronym: Patronymic | None, tables: Tables
) -> Features:
    """What speaks for a word as the surname, or against it."""
    found: list[tuple[str, float]] = []
    if "-" in text:
        found.append(("hyphen", 1.0))
        surname = shape(text.rpartition("-")[2], tables)[0]
    surname = -_CLIP if surname < -_CLIP else surname if surname < _CLIP else _CLIP
    if hits:
        found += [(name, -1.0) for name in {f"known{_TIERS.get(hit.tier, '')}" for hit in hits}]
        found.append(("common", -max([_usual(hit, text, tables) for hit in hits])))
        found.append(("shape-known-surname" if surname > 0 else "shape-known-given", surname))
    else:
        found.append(("shape", surname))
    written = lexicon_of(tables).written(text)
    if written and "surname" in [hit.role for hit in written]:
        found.append(("surname-row-known" if hits else "surname-row", 1.0))
    if patronym is not None:
        found.append(("looks-patronymic-known" if patronym.father else "looks-patronymic", 1.0))
    return tuple(found)


def _usual(hit: Given, text: str, tables: Tables) -> float:
    """How common a given name is, and a pet form of it that the word spells: Мисик is no Мишик."""
    if hit.tier != SHORT or not (script_of(text) == "Latn" or spelt_as(hit.row, text, tables)):
        return hit.common
    return pet_commonness(tables)(hit.row)


def _unknown(text: str, surname: float, tables: Tables) -> float:
    """What the same weighs of a word that is no given name and no patronymic, as most new words are none."""
    weights = weigh(tables)
    clipped = -_CLIP if surname < -_CLIP else surname if surname < _CLIP else _CLIP
    worth = weights.get("shape", 0.0) * clipped
    written = lexicon_of(tables).written(text)
    if written and "surname" in [hit.role for hit in written]:
        worth += weights.get("surname-row", 0.0)
    return worth


@once
def weigh(tables: Tables) -> dict[str, float]:
    """What each feature is worth, in nats."""
    lines = iter(tables.cells("weights/order-ru"))
    next(lines)
    return {cells[0]: float(cells[1]) for cells in lines}
