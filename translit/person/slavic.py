"""Names of Russia and its neighbours: given name, patronymic and surname in any order and script.

read() cuts a text into words, lets every word say what it may be, weighs the ways to read them
against each other and makes the parts of the likeliest.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial, reduce
from itertools import accumulate, pairwise
from math import log
from operator import or_
from typing import Literal

from translit.lookup import compounds, lexicon_of
from translit.memory import remembered
from translit.nouns import Reading, Row, Step
from translit.person.evidence import FOREIGN, HAND, TONGUE, Word, compiled, gathered, word
from translit.person.further import further
from translit.person.inflection import is_oblique, uprights
from translit.person.names import born_abroad
from translit.person.natives import PRESS, with_letters, writers, wrote
from translit.person.order import Assignment, arranged, shares, surest
from translit.person.parts import (
    given_part,
    initial_part,
    is_russian,
    is_written_russian,
    patronymic_part,
    surname_part,
    title_part,
    ways,
)
from translit.person.patronymic import father, filiations, patronymic
from translit.person.surname import family
from translit.person.tongue import tongue
from translit.quick import later, maker, quick, told_by
from translit.tables import Tables, built_in
from translit.text.clean import fold
from translit.text.script import script_of
from translit.text.words import is_initial, words

__all__ = ["family", "father", "infer_order", "patronymic", "read"]

_DOUBT = 0.62  # below this share of the likeliest order the name is ambiguous
_SURE_LIST = 8.0
_LONGEST_TITLE = 4  # words: General of the Army
_LISTED = 2000
_CAMEL = 8  # letters of the shortest two words that may be written together
_CLIP = 4.0
_ALONE = 0.4  # how often Иванова alone is of Ivanov
_ROLES = {"G": "given", "P": "patronymic", "S": "surname"}
_OTHER_LETTERS = frozenset("ўЎ")
_NUMBER = re.compile(r"\b[IVX]{2,}\b")  # of a king; one letter is an initial
_GENITIVE = ("ова", "ева", "ёва", "ина", "ына")
_reading = maker(Reading)
_RUSSIAN = "ru"
_RIVAL, _UPRIGHT_RIVAL = 0.04, 0.2  # from these shares on another nominative stands beside the likeliest


@quick
@dataclass(frozen=True, slots=True)
class _Name:
    """A text cut into the words of a name: its titles, its words, the words before a comma.

    `inflected` is what the words were before they were put into the nominative, `share` how sure that
    nominative is, `rivals` are the names of the other nominatives that it may be. `asks` are the questions
    that its words are asked.
    """

    titles: tuple[Reading, ...]
    words: tuple[Word, ...]
    comma: int
    inflected: str = ""
    share: float = 1.0
    rivals: tuple[_Name, ...] = ()
    asks: int = 0


_name = maker(_Name)


def read(text: str, *, tables: Tables | None = None, order: str = "auto") -> Reading:
    """Read a cleaned text as a name of Russia or its neighbours.

    The canonical form is given name, patronymic if written, and surname; where the order is in doubt
    the text's own stays, `status` is "ambiguous" and `others` holds the other reading.

    >>> reading = read("Peskov Dmitriy Sergeyevich")
    >>> reading.canonical, reading.surname, reading.patronymic, reading.gender
    ('Dmitry Sergeyevich Peskov', 'Peskov', 'Sergeyevich', 'm')
    """
    tables = tables or built_in()
    name = _cut(text, tables)
    if not name.words:
        return Reading(text=text, canonical=text, kind="person", parts=name.titles)
    chosen, sure = surest(name.words, tables, name.comma, order, name.asks)
    rival = None
    if len(chosen) > 1:
        if sure >= _DOUBT and not name.rivals:
            return _assembled(text, name, chosen, sure * name.share, tables)
        if sure < _DOUBT:
            chosen, sure, rival = _decided(shares(name.words, tables, name.comma, order))
    others = [partial(_rival, text, one, order, tables) for one in name.rivals]
    sure *= name.share
    if rival:
        others.insert(0, partial(_assembled, text, name, rival, name.share - sure, tables))
    elif chosen == "S" and text.lower().endswith(_GENITIVE) and not name.inflected:
        husband = word(family(name.words[0].text), tables)
        man = replace(name, words=(husband,), inflected=text, asks=husband.asks)
        others = [partial(_assembled, text, man, "S", _ALONE, tables)]
        sure = min(sure, 1 - _ALONE)
    return _assembled(text, name, chosen, sure, tables, tuple(others))


def _rival(text: str, name: _Name, order: str, tables: Tables) -> Reading:
    """The reading of a name that stands in another case than the likeliest."""
    chosen, sure = surest(name.words, tables, name.comma, order, name.asks)
    return _assembled(text, name, chosen, sure * name.share, tables)


def _cut(text: str, tables: Tables) -> _Name:
    """Cut a text into titles and words; oglu and kyzy join the father's name before them."""
    whole = words(text)
    if not text.isascii() and script_of(text) == "Arab":
        whole = compounds(whole, tables)
    found = _recorded(whole, tables)
    if found is None:
        return _cut_further(text, whole, tables)
    return _name((), found[0], -1, "", 1.0, (), found[1])


def _cut_further(text: str, whole: tuple[str, ...], tables: Tables) -> _Name:
    """A name with a word that asks for cutting."""
    if len(whole) > 1 and _NUMBER.search(text):
        whole = _unnumbered(whole, tables)
        found = _recorded(whole, tables)
        if found is not None:
            return _name((), found[0], -1, "", 1.0, (), found[1])
    pieces: list[str] = []
    comma = -1
    for piece in whole:
        if piece in ",;":
            comma = len(pieces) if pieces and comma < 0 else comma
        elif pieces and _joins(piece, tables) and len(pieces) > (comma if comma > 0 else 0):
            pieces[-1] += " " + piece
        else:
            pieces.extend(_uncamelled(piece))
    titles = _titles(pieces, tables)
    upright = uprights(tuple(pieces), tables) if _may_be_inflected(text) else ()
    if not upright:
        return _named(pieces, pieces, 1.0, titles, comma, tables)
    first, *others = [
        _named(list(found), pieces, share, titles, comma, tables)
        for found, share in upright
        if share > (_UPRIGHT_RIVAL if list(found) == pieces else _RIVAL)
    ]
    return replace(first, rivals=tuple(others))


def _unnumbered(whole: tuple[str, ...], tables: Tables) -> tuple[str, ...]:
    """Words without the number of a king, which follows a given name; initials follow a surname."""
    known, found = lexicon_of(tables), list(whole[:1])
    for before, piece in pairwise(whole):
        if not _NUMBER.fullmatch(piece) or all(hit.role != "given" for hit in known.written(before)):
            found.append(piece)
    return tuple(found)


def _named(
    upright: list[str],
    pieces: list[str],
    share: float,
    titles: list[Reading],
    comma: int,
    tables: Tables,
) -> _Name:
    """The words of a name in the nominative, with what they were before."""
    inflected = " ".join(pieces) if upright != pieces else ""
    if inflected:
        titles = titles + _titles(upright, tables)
    found = tuple([word(piece, tables) for piece in upright])
    return _name(tuple(titles), found, comma - len(titles), inflected, share, (), _asks(found))


def _asks(found: Sequence[Word]) -> int:
    """The questions that some words are asked."""
    return reduce(or_, [item.asks for item in found], 0)


@remembered(32768)
def _plain(piece: str, tables: Tables) -> Word | None:
    """A word that asks for no cutting, None for what does: commas, titles, numbers, glued words, cases."""
    folded = fold(piece)
    if (
        piece in ",;"
        or folded in _openers(tables)
        or (folded in filiations(tables) and not is_initial(piece))
    ):
        return None
    if _title(piece, tables) or ((piece.isupper() or not piece.isalpha()) and _NUMBER.search(piece)):
        return None
    if len(piece) >= _CAMEL and not piece[1:].islower() and _uncamelled(piece) != [piece]:
        return None
    if _may_be_inflected(piece) and is_oblique(piece.lower(), tables):
        return None
    return gathered(piece, tables)


def recorded(pieces: tuple[str, ...], tables: Tables) -> tuple[tuple[Word, ...], int] | None:
    """The words that ask for no cutting, and what they ask; None where one does. Compiled, the same."""
    found = []
    for piece in pieces:
        plain = _plain(piece, tables)
        if plain is None:
            return None
        found.append(plain)
    return tuple(found), _asks(found)


_recorded = compiled.Gathered(_plain, Word) if compiled else recorded


def _joins(piece: str, tables: Tables) -> bool:
    """True for a word that makes a patronymic of the name before it."""
    return fold(piece) in filiations(tables) and not is_initial(piece)


def _titles(pieces: list[str], tables: Tables) -> list[Reading]:
    """Take the titles off the front of a name's words."""
    titles: list[Reading] = []
    found = True
    while found:
        found = False
        for size in range(min(_LONGEST_TITLE, len(pieces) - 1), 0, -1):
            title = " ".join(pieces[:size])
            row = _title(title, tables) if size == 1 or fold(pieces[0]) in _openers(tables) else None
            if row is not None:
                titles.append(title_part(title, row))
                del pieces[:size]
                found = True
                break
    return titles


@lru_cache(maxsize=4)
def _openers(tables: Tables) -> frozenset[str]:
    """The first words, folded, of titles of several words (Prime Minister, Maj. Gen.)."""
    written = (
        text
        for row in tables.rows("person/title")
        for text in (row.native, row.canonical, *row.many("cyrillic"), *row.many("also"))
    )
    return frozenset(fold(text.split()[0]) for text in written if " " in text)


def _may_be_inflected(text: str) -> bool:
    """True for Cyrillic without the letters of Belarusian."""
    return not text.isascii() and "а" <= max(text.lower()) <= "ґ" and _OTHER_LETTERS.isdisjoint(text)


def _uncamelled(piece: str) -> list[str]:
    """Words written together with their capitals (ИвановИван) come apart."""
    if len(piece) < _CAMEL or piece[1:].islower() or piece.isupper() or "-" in piece or not piece.isalpha():
        return [piece]
    cuts = [at for at in range(1, len(piece)) if piece[at].isupper() and piece[at - 1].islower()]
    bounds = [0, *cuts, len(piece)]
    found = [piece[start:end] for start, end in pairwise(bounds)]
    return found if all(len(part) > 3 for part in found) else [piece]


def _title(piece: str, tables: Tables) -> Row | None:
    """The row of a title, where a word is a title and no name."""
    hits = lexicon_of(tables).written(piece)
    if not hits or any(hit.role != "title" for hit in hits):
        return None
    return hits[0].row


def _decided(ranked: Sequence[tuple[Assignment, float]]) -> tuple[Assignment, float, Assignment | None]:
    """The assignment to keep, how sure its order is, and a rival order where there is doubt."""
    best = ranked[0][0]
    by_order: dict[tuple[int, ...], float] = {}
    for assignment, share in ranked:
        places = arranged(assignment)
        by_order[places] = by_order.get(places, 0.0) + share
    sure = by_order[arranged(best)]
    if sure >= _DOUBT or len(best) < 2:
        return best, sure, None
    rival = next((found for found, _ in ranked if arranged(found) != arranged(best)), None)
    if rival is not None and rival[0] != "S" and best[0] == "S" and by_order[arranged(rival)] > 1 - _DOUBT:
        return rival, by_order[arranged(rival)], best
    return best, sure, rival


def _assembled(
    text: str,
    name: _Name,
    assignment: Assignment,
    sure: float,
    tables: Tables,
    others: tuple[Callable[[], Reading], ...] = (),
) -> Reading:
    """The Reading of a name whose words have their roles; `others` make more where there is doubt."""
    found, asks = name.words, name.asks
    by = _writers(found, tables) if asks & HAND else PRESS
    language = tongue(found, assignment, by, tables) if asks & TONGUE else _RUSSIAN
    russian = foreign = False
    if asks & FOREIGN:
        russian = is_russian(found, assignment, tables)
        foreign = not russian and any(map(_is_foreign, found))
        if foreign or not (russian or all(born_abroad(one.text, one.givens) is None for one in found)):
            russian = _is_written_russian(found, assignment, tables)
            foreign = foreign and not russian
    places, ends, steps = _plan(assignment)
    parts = _made(found, assignment, places, (language, russian, foreign, by), tables)
    canonical, native, key, known, given, father, surname = _together(parts, ends)
    cyrillic = not text.isascii() and script_of(text) == "Cyrl"
    many = len(parts) > 1
    return _reading(
        text,
        canonical,
        native,
        "person",
        language,
        key,
        round(sure if cyrillic or many else sure * parts[0].confidence, 4),
        "ambiguous" if others else "ok" if known else "unknown",
        (*name.titles, *parts) if name.titles else tuple(parts),
        None if many else parts[0].row,
        told_by(_others, others, sure, (foreign, language, by), tables)
        if not cyrillic
        else later(partial(_each, others))
        if others
        else (),
        later(partial(_steps, text, name, assignment, parts, canonical))
        if name.titles or name.inflected
        else steps,
        None,
        given,
        father,
        surname,
        _gender(found, assignment, parts),
    )


_How = tuple[str, bool, bool, tuple[str, ...]]


def made(
    found: tuple[Word, ...], assignment: Assignment, places: tuple[int, ...], how: _How, tables: Tables
) -> list[Reading]:
    """The words at some places as the parts they were read to be. Compiled, the same.

    `how` are the language of the name, whether it is Russian, whether foreign, and its writer's schemes.
    """
    language, russian, foreign, by = how
    parts = []
    for at in places:
        item, role = found[at], assignment[at]
        if item.initial:
            part = _initial(item.text, role, tables)
        elif role == "S":
            part = surname_part(item.text, foreign, language, by, tables)
        elif role == "G":
            part = given_part(item.text, language, russian, tables)
        else:
            part = patronymic_part(item.text, language, tables)
        parts.append(part)
    return parts


def _initial(text: str, role: str, tables: Tables) -> Reading:
    """An initial in its role."""
    return initial_part(text, _ROLES[role], tables)


_made = compiled.Parts(Word, _initial, given_part, patronymic_part, surname_part) if compiled else made


def _is_foreign(found: Word) -> bool:
    """Is a word a given name of other peoples?"""
    return bool(found.givens) and found.givens[0].tier == "foreign"


def _each(others: tuple[Callable[[], Reading], ...]) -> tuple[Reading, ...]:
    """The readings that some work makes."""
    return tuple([other() for other in others])


def _is_written_russian(found: Sequence[Word], assignment: Assignment, tables: Tables) -> bool:
    """Is a surname a Russian one that some scheme writes so: beside Alexandre, Soljenitsyne?"""
    pairs = zip(found, assignment, strict=True)
    return any(role == "S" and is_written_russian(item.text, tables) for item, role in pairs)


def _others(
    others: tuple[Callable[[], Reading], ...],
    sure: float,
    how: tuple[bool, str, tuple[str, ...]],
    tables: Tables,
    reading: Reading,
) -> tuple[Reading, ...]:
    """The readings behind that of a name in another script: in another order, then of other natives."""
    parts = [part for part in reading.parts if part.role != "title"]
    found = further(reading, [ways(part, *how, tables) for part in parts], sure)
    return (*_each(others), *found)


def _writers(found: Sequence[Word], tables: Tables) -> tuple[str, ...]:
    """The schemes that the first given name of some words tells, else a patronymic of German letters."""
    given = next((item.text for item in found if item.givens), None)
    told = writers(given, tables) if given else PRESS
    if told == PRESS:
        for item in found:
            patronym = item.patronym
            if patronym is not None and patronym.native and with_letters(item.text) != PRESS:
                return wrote(patronym.native, item.text, tables)
    return told


_Whole = tuple[str, str | None, str, bool, str | None, str | None, str | None]


def together(parts: list[Reading], ends: tuple[int, ...]) -> _Whole:
    """What the parts of a name make together: canonical and native form, key, whether a part is known.

    Then the words of each role in one, None for a role that none has: `ends` are the numbers of parts up to
    the last given name, the last patronymic, the last surname. Compiled, the same.

    >>> parts = [initial_part(*one, built_in()) for one in (("R.", "given"), ("Z.", "surname"))]
    >>> together(parts, (1, 1, 2))
    ('R. Z.', None, 'r z', True, 'R.', None, 'Z.')
    """
    written = [part.canonical for part in parts]
    natives = [part.native for part in parts if part.native]
    known = any(part.status == "ok" or part.row is not None for part in parts)
    joined = [" ".join(written[start:end]) if end > start else None for start, end in pairwise((0, *ends))]
    return (
        " ".join(written),
        " ".join(natives) if len(natives) == len(parts) else None,
        " ".join(sorted([part.key for part in parts])),
        known,
        *joined,
    )  # type: ignore[return-value]


_together = compiled.Whole(Reading, together) if compiled else together


@lru_cache(maxsize=64)
def _plan(assignment: Assignment) -> tuple[tuple[int, ...], tuple[int, ...], tuple[Step, ...]]:
    """The places of the words in turn, the numbers of parts up to the last of each role, the plain steps."""
    return (
        arranged(assignment),
        tuple(accumulate(map(assignment.count, _ROLES))),
        _plain_steps(assignment),
    )


def _gender(
    found: Sequence[Word], assignment: Assignment, parts: Sequence[Reading]
) -> Literal["m", "f"] | None:
    """The bearer's gender: the patronymic knows best, then a given name's row, the surname, the shape."""
    at = assignment.find("P")
    while at >= 0:
        patronym = found[at].patronym
        if patronym is not None:
            return patronym.gender
        at = assignment.find("P", at + 1)
    given = None
    for part in parts:
        if part.role == "given" and part.text[-1:] != ".":
            given = part
            if part.gender and part.status == "ok":
                return part.gender
            break
    for item, role in zip(found, assignment, strict=True):
        if role == "S" and item.genders[2]:
            return "f" if item.genders[2] == "f" else "m"
    return given.gender if given is not None else None


def _plain_steps(assignment: Assignment) -> tuple[Step, ...]:
    """The steps of a name without titles that stands in the nominative, worked out from its Reading."""
    return told_by(lambda reading: _written(reading.text, assignment, reading.parts, reading.canonical))


def _steps(
    text: str, name: _Name, assignment: Assignment, parts: Sequence[Reading], canonical: str
) -> tuple[Step, ...]:
    """What was done: the case and the order found, then every word written."""
    steps: list[Step] = []
    if name.inflected:
        upright = " ".join([item.text for item in name.words])
        if name.inflected != text:
            steps.append(Step(text, name.inflected, "words of the name"))
        steps.append(Step(name.inflected, upright, "put into the nominative"))
        text = upright
    return (*steps, *_written(text, assignment, parts, canonical))


def _written(text: str, assignment: Assignment, parts: Sequence[Reading], canonical: str) -> tuple[Step, ...]:
    """The words of a text in the order found, then written."""
    steps: list[Step] = []
    ordered = " ".join([part.text for part in parts])
    if ordered != text:
        turned = assignment[0] == "S" and len(parts) > 1
        steps.append(Step(text, ordered, "surname after the given name" if turned else "words of the name"))
    if canonical != ordered:
        why = "; ".join([_why(part) for part in parts if part.text != part.canonical])
        steps.append(Step(ordered, canonical, why))
    return tuple(steps)


def _why(part: Reading) -> str:
    """The row or the scheme that wrote a part."""
    return f"{part.text}: {part.row.table}:{part.row.id}" if part.row else f"{part.text}: press-en-ru"


def infer_order(texts: Iterable[str], *, tables: Tables | None = None) -> str:
    """The order a whole list of names is in: "given-first", "surname-first", or "auto" where it has none.

    Only its first 2,000 names are read.

    >>> infer_order(["Иванов Иван", "Петрова Анна", "Цуркану Григорий", "Роман Павел", "Шойгу Сергей"])
    'surname-first'
    """
    tables = tables or built_in()
    total, either = 0.0, 0
    for at, text in enumerate(texts):
        if at >= _LISTED:
            break
        name = _cut(text, tables)
        if not 1 < len(name.words) < 5 or name.comma > 0:
            continue
        surname_first = sum(share for assignment, share in shares(name.words, tables) if assignment[0] == "S")
        share = min(max(surname_first, 1e-6), 1 - 1e-6)
        total += max(-_CLIP, min(_CLIP, log(share / (1 - share))))
        either += 1
    if either and abs(total) > _SURE_LIST and abs(total) > either:
        return "surname-first" if total > 0 else "given-first"
    return "auto"
