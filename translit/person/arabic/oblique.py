"""An Arab's name that stands in a case of Russian: Али Абдаллы Салеха is of Али Абдалла Салех."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from translit.memory import once, remembered
from translit.person.arabic.letters import sound
from translit.person.arabic.rows import HEARD_FLOOR, JUST_HEARD
from translit.person.arabic.words import Vocabulary, vocabulary
from translit.person.slavic.declension import CASES
from translit.tables import Tables, built_in
from translit.text.clean import joined

__all__ = ["are_arabs", "upright"]

_TABLE = "spelling/ar/cases"
_STILL = ("и", "о", "у", "ю", "э", "е", "аа")  # how a word ends that no case need change: Каддафи
_KEPT = ("и", "аа")  # and one that is kept where it is known so: Харири, but Хании is of Хания
_OBLIQUE = ("ии", "аллы", "алле", "аллу", "аллой")  # how no Arab's name ends: Хании, Насраллы
_NO_ALLAH = "алл"  # nor so, what a case leaves of Allah
_MADE = ("scheme", "halves")
_AL = "al"
_FAR = 0.6  # the cost from which a word is no row's
_NEARLY = HEARD_FLOOR + 0.015  # the cost up to which a word sounds nearly as a row: Гамаль
_STIFF = frozenset("оэ")  # the last letters of a word that no case changes, beside those of the cases
_LEAST, _LONGEST = 3, 6  # letters of a nominative; words of a name
_Endings = dict[str, tuple[str, ...]]


def upright(pieces: Sequence[str], tables: Tables | None = None, just: bool = False) -> tuple[str, ...]:
    """The nominatives of the words of a Cyrillic name, all of one case; () where they are in none.

    A word that a case changes must come to an Arabic name; the case that changes most words is meant.
    `just` asks that each word comes to one that a row or a scheme writes just so, as Russian names do not.

    >>> upright(("Али", "Абдаллы", "Салеха")), upright(("Омара", "аль-Башира"))
    (('Али', 'Абдалла', 'Салех'), ('Омар', 'аль-Башир'))
    >>> upright(("Анна", "Петрова")), upright(("Халифа", "Хафтар"))
    ((), ())
    """
    if not 1 < len(pieces) <= _LONGEST:
        return ()
    cases, last, bent = _cases(tables or built_in())
    if just and (pieces[-1][-1] not in last or pieces[0][-1] not in bent):
        return ()
    ends = {piece[-1] for piece in pieces}
    if ends.isdisjoint(last):
        return ()
    known = vocabulary(tables)
    if not ends <= bent and not all(piece[-1] in bent or _is_particle(piece, known) for piece in pieces):
        return ()
    if just and not all(_may_be_just(piece, known) for piece in reversed(pieces)):
        return ()
    most, best = 0, tuple[str, ...]()
    for endings in cases:
        changed, found = _in_case(pieces, endings, known)
        if changed > most:
            most, best = changed, found
    return best


class _Cases(NamedTuple):
    """The endings of each case, with what a nominative has there, likeliest first.

    `last` are the last letters of words in a case, `bent` those and of words that no case changes.
    """

    endings: tuple[_Endings, ...]
    last: frozenset[str]
    bent: frozenset[str]


@once
def _cases(tables: Tables) -> _Cases:
    """The cases of the table."""
    found: dict[str, _Endings] = {case: {} for case in CASES}
    for row in tables.rows(_TABLE):
        found[row["case"]][row["end"]] = tuple([one.strip("-") for one in row.many("nominative")])
    last = frozenset(row["end"][-1] for row in tables.rows(_TABLE))
    return _Cases(tuple(found.values()), last, last | _STIFF)


def are_arabs(pieces: Sequence[str], tables: Tables | None = None) -> bool:
    """Is each word of a Cyrillic name one of Arabs as it stands: Самира Джааджаа, who may be a woman?"""
    known = vocabulary(tables)
    return all(
        _is_particle(one, known) or (not one.endswith(_OBLIQUE) and _is_name(one.rpartition("-")[2], known))
        for one in pieces
    )


def _is_name(word: str, known: Vocabulary) -> bool:
    """Is a word an Arab's name as it stands, be it a woman's that papers soften: Набиля, of Набила?"""
    return _is_arabs(word, "", known) or (word.endswith("я") and known.rows.is_spelt(joined(word[:-1] + "а")))


def _in_case(pieces: Sequence[str], endings: _Endings, known: Vocabulary) -> tuple[int, tuple[str, ...]]:
    """How many words a case has changed in which all stand, and their nominatives; 0 where one cannot."""
    found: list[str] = []
    changed = 0
    servant = ""
    for piece in pieces:
        if _is_particle(piece, known):
            found.append(piece)
            servant = piece
            continue
        form = _form(piece, servant, endings, known)
        if not form and (not piece.endswith(_STILL) or piece.endswith(_OBLIQUE)):  # Аслана Бжании
            return 0, ()
        changed += bool(form)
        found.append(form or piece)
        servant = ""
    return changed, tuple(found)


@remembered(1 << 14)
def _may_be_just(piece: str, known: Vocabulary) -> bool:
    """May a word in some case be an Arabic name, by what a scheme writes or a row sounds like just so?"""
    word = piece.rpartition("-")[2]
    cases = _cases(known.tables).endings
    ends = {(end, put) for endings in cases for end, puts in endings.items() for put in puts}
    forms = [word[: -len(end)] + put for end, put in ends if word.endswith(end)]
    return any(_sounds_so(form, _NEARLY, known) for form in forms) or _is_particle(piece, known)


def _sounds_so(form: str, most: float, known: Vocabulary) -> bool:
    """Does a scheme for Arabic names write a word so, or does it sound as a row, at no more cost?"""
    folded = joined(form)
    if known.rows.is_spelt(folded):
        return True
    heard = known.rows.heard(folded, sound(form), "Cyrl", "") if len(form) > _LEAST else ()
    return bool(heard) and heard[0][0] - heard[0][1].cost <= most


def _is_particle(piece: str, known: Vocabulary) -> bool:
    """Is a word one that joins others: бин, Аль, Абдель?"""
    folded = joined(piece)
    return folded in known.particles.articles or known.particles.element(folded) is not None


def _form(piece: str, servant: str, endings: _Endings, known: Vocabulary) -> str:
    """The nominative of a word in a case, "" where nothing tells of one.

    `servant` is the half of a compound that stands before it.
    """
    article, hyphen, word = piece.rpartition("-")
    if word.endswith(_KEPT) and not word.endswith(_OBLIQUE) and _is_arabs(word, servant, known):
        return ""
    for ending, puts in endings.items():
        for put in puts if word.endswith(ending) else ():
            form = word[: -len(ending)] + put
            if len(form) < _LEAST or form.endswith(_NO_ALLAH):
                continue
            if _is_arabs(form, servant, known) or _is_nearer(form, word, known):
                return article + hyphen + form
    return ""


@remembered(1 << 14)
def _is_arabs(form: str, servant: str, known: Vocabulary) -> bool:
    """Does a row of Arabic names or a scheme for it write a word just so, or as the other half of a compound?

    Or does it sound just as a row does, as papers spell it: Мохаммед.
    """
    if servant and known.made_by(servant + form) in _MADE:
        return True
    return known.made_by(form) in _MADE or _sounds_so(form, JUST_HEARD, known)


def _is_nearer(form: str, word: str, known: Vocabulary) -> bool:
    """Is the nominative nearer to a row than the word as it stands: Зайдану is of Зайдан?"""
    far = _far(form, known) if len(form) > _LEAST else _FAR
    return far < _FAR and far < _far(word, known)


@remembered(1 << 14)
def _far(word: str, known: Vocabulary) -> float:
    """What it costs a word to be the nearest row, be it one of a family with the article."""
    found = known.word(word, _AL)
    costs = [cost for cost, _ in found.found]
    if found.compound:
        costs.append(found.compound[0])
    return min(costs, default=_FAR)
