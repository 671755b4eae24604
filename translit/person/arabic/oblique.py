"""An Arab's name that stands in a case of Russian: Али Абдаллы Салеха is of Али Абдалла Салех."""

from __future__ import annotations

from collections.abc import Sequence

from translit.memory import once, remembered
from translit.person.arabic.letters import sound
from translit.person.arabic.rows import HEARD_FLOOR
from translit.person.arabic.words import Vocabulary, vocabulary
from translit.person.slavic.declension import CASES
from translit.tables import Tables, built_in
from translit.text.clean import joined

__all__ = ["are_arabs", "upright"]

_TABLE = "spelling/ar/cases"
_STILL = ("и", "о", "у", "ю", "э", "е", "аа")  # how a word ends that no case need change: Каддафи
_KEPT = ("и", "аа")  # and one that is kept where it is known so: Харири
_GENITIVE = "ии"  # but Хании is of Хания
_MADE = ("scheme", "halves")
_JUST = HEARD_FLOOR + 0.01  # the cost up to which a word sounds just as a row
_Endings = dict[str, tuple[str, ...]]
_LEAST, _LONGEST = 3, 6  # letters of a nominative; words of a name


def upright(pieces: Sequence[str], tables: Tables | None = None) -> tuple[str, ...]:
    """The nominatives of the words of a Cyrillic name, all of one case; () where they are in none.

    A word that a case changes must come to an Arabic name; the case that changes most words is meant.

    >>> upright(("Али", "Абдаллы", "Салеха")), upright(("Омара", "аль-Башира"))
    (('Али', 'Абдалла', 'Салех'), ('Омар', 'аль-Башир'))
    >>> upright(("Анна", "Петрова")), upright(("Халифа", "Хафтар"))
    ((), ())
    """
    cases, last = _cases(tables or built_in())
    if not 1 < len(pieces) <= _LONGEST or not any(piece[-1] in last for piece in pieces):
        return ()
    known = vocabulary(tables)
    most, best = 0, tuple[str, ...]()
    for endings in cases:
        changed, found = _in_case(pieces, endings, known)
        if changed > most:
            most, best = changed, found
    return best


@once
def _cases(tables: Tables) -> tuple[tuple[_Endings, ...], frozenset[str]]:
    """The endings of each case, with what a nominative has there, likeliest first; their last letters."""
    found: dict[str, _Endings] = {case: {} for case in CASES}
    for row in tables.rows(_TABLE):
        found[row["case"]][row["end"]] = tuple([one.strip("-") for one in row.many("nominative")])
    return tuple(found.values()), frozenset(row["end"][-1] for row in tables.rows(_TABLE))


def are_arabs(pieces: Sequence[str], tables: Tables | None = None) -> bool:
    """Is each word of a Cyrillic name one of Arabs as it stands: Самира Джааджаа, who may be a woman?"""
    known = vocabulary(tables)
    return all(
        _is_particle(one, known)
        or (not one.endswith(_GENITIVE) and _is_arabs(one.rpartition("-")[2], "", known))
        for one in pieces
    )


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
        if not form and not piece.endswith(_STILL):
            return 0, ()
        changed += bool(form)
        found.append(form or piece)
        servant = ""
    return changed, tuple(found)


def _is_particle(piece: str, known: Vocabulary) -> bool:
    """Is a word one that joins others: бин, Аль, Абдель?"""
    folded = joined(piece)
    return folded in known.particles.articles or known.particles.element(folded) is not None


def _form(piece: str, servant: str, endings: _Endings, known: Vocabulary) -> str:
    """The nominative of a word in a case, "" where nothing tells of one.

    `servant` is the half of a compound that stands before it.
    """
    article, hyphen, word = piece.rpartition("-")
    if word.endswith(_KEPT) and not word.endswith(_GENITIVE) and _is_arabs(word, servant, known):
        return ""
    for ending, puts in endings.items():
        for put in puts if word.endswith(ending) else ():
            form = word[: -len(ending)] + put
            if len(form) >= _LEAST and _is_arabs(form, servant, known):
                return article + hyphen + form
    return ""


@remembered(1 << 14)
def _is_arabs(form: str, servant: str, known: Vocabulary) -> bool:
    """Does a row of Arabic names or a scheme for it write a word just so, or as the other half of a compound?

    Or does it sound just as a row does, as papers spell it: Мохаммед.
    """
    if servant and known.made_by(servant + form) in _MADE:
        return True
    if known.made_by(form) in _MADE:
        return True
    heard = known.rows.heard(joined(form), sound(form), "Cyrl", "") if len(form) > _LEAST else ()
    return bool(heard) and heard[0][0] - heard[0][1].cost <= _JUST
