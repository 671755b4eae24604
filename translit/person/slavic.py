"""Names of Russia and its neighbours: given name, patronymic and surname in any order and script.

read() cuts a text into words, lets every word say what it may be, weighs the ways to read them
against each other and makes the parts of the likeliest.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from itertools import accumulate, pairwise
from math import log
from typing import Literal

from translit.lookup import compounds, lexicon
from translit.memory import remembered
from translit.nouns import Reading, Row, Step
from translit.person.evidence import Word, gathered, word
from translit.person.further import further
from translit.person.inflection import is_oblique, uprights
from translit.person.natives import PRESS, with_letters, writers, wrote
from translit.person.order import Assignment, arranged, shares, surest
from translit.person.parts import (
    given_part,
    initial_part,
    is_marked,
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
_LONGEST_TITLE = 3  # words
_LISTED = 2000
_CAMEL = 8  # letters of the shortest two words that may be written together
_CLIP = 4.0
_ALONE = 0.4  # how often Иванова alone is of Ivanov
_ROLES = {"G": "given", "P": "patronymic", "S": "surname"}
_OTHER_LETTERS = frozenset("ўЎ")
_NUMBER = re.compile(r"\b[IVX]{2,}\b")  # of a king; one letter is an initial
_GENITIVE = ("ова", "ева", "ёва", "ина", "ына")
_reading = maker(Reading)
_RIVAL, _UPRIGHT_RIVAL = 0.04, 0.2  # from these shares on another nominative stands beside the likeliest


@quick
@dataclass(frozen=True, slots=True)
class _Name:
    """A text cut into the words of a name: its titles, its words, the words before a comma.

    `inflected` is what the words were before they were put into the nominative, `share` how sure that
    nominative is, `rivals` are the names of the other nominatives that it may be.
    """

    titles: tuple[Reading, ...]
    words: tuple[Word, ...]
    comma: int
    inflected: str = ""
    share: float = 1.0
    rivals: tuple[_Name, ...] = ()


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
    chosen, sure = surest(name.words, tables, name.comma, order)
    rival = None
    if len(chosen) > 1 and sure < _DOUBT:
        chosen, sure, rival = _decided(shares(name.words, tables, name.comma, order))
    others = [partial(_rival, text, one, order, tables) for one in name.rivals]
    sure *= name.share
    if rival:
        others.insert(0, partial(_assembled, text, name, rival, name.share - sure, tables))
    elif chosen == "S" and text.lower().endswith(_GENITIVE) and not name.inflected:
        man = replace(name, words=(word(family(name.words[0].text), tables),), inflected=text)
        others = [partial(_assembled, text, man, "S", _ALONE, tables)]
        sure = min(sure, 1 - _ALONE)
    return _assembled(text, name, chosen, sure, tables, tuple(others))


def _rival(text: str, name: _Name, order: str, tables: Tables) -> Reading:
    """The reading of a name that stands in another case than the likeliest."""
    chosen, sure = surest(name.words, tables, name.comma, order)
    return _assembled(text, name, chosen, sure * name.share, tables)


def _cut(text: str, tables: Tables) -> _Name:
    """Cut a text into titles and words; oglu and kyzy join the father's name before them."""
    whole = words(text)
    if len(whole) > 1 and _NUMBER.search(text):
        whole = _unnumbered(whole, tables)
    if not text.isascii() and script_of(text) == "Arab":
        whole = compounds(whole, tables)
    plain = [_plain(piece, tables) for piece in whole]
    if None not in plain:
        return _Name((), tuple(plain), -1)  # type: ignore[arg-type]
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
    known, found = lexicon(tables), list(whole[:1])
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
    return _Name(tuple(titles), found, comma - len(titles), inflected, share)


@remembered(32768)
def _plain(piece: str, tables: Tables) -> Word | None:
    """A word that asks for no cutting, None for what does: commas, titles, glued words, oblique cases."""
    if piece in ",;" or fold(piece) in _openers(tables) or _joins(piece, tables) or _title(piece, tables):
        return None
    if len(piece) >= _CAMEL and _uncamelled(piece) != [piece]:
        return None
    if _may_be_inflected(piece) and is_oblique(piece.lower(), tables):
        return None
    return gathered(piece, tables)


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
    hits = lexicon(tables).written(piece)
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
    by = _writers(name.words, tables)
    language = tongue(name.words, assignment, by, tables)
    russian = is_russian(name.words, assignment, tables)
    foreign = not russian and any(item.givens and item.givens[0].tier == "foreign" for item in name.words)
    if foreign or (not russian and not text.isascii() and any(is_marked(item) for item in name.words)):
        russian = _is_written_russian(name.words, assignment, tables)
        foreign = foreign and not russian
    parts = [
        _made(name.words[at], assignment[at], language, russian, foreign, by, tables)
        for at in arranged(assignment)
    ]
    written = [part.canonical for part in parts]
    natives = [part.native for part in parts if part.native]
    canonical = " ".join(written)
    known = others or True in [part.status == "ok" or part.row is not None for part in parts]
    joined = _joined(written, assignment)
    cyrillic = not text.isascii() and script_of(text) == "Cyrl"
    how = foreign, language, by
    return _reading(
        text=text,
        canonical=canonical,
        native=" ".join(natives) if len(natives) == len(parts) else None,
        kind="person",
        origin=language,
        key=" ".join(sorted([part.key for part in parts])),
        confidence=round(sure if cyrillic or len(parts) > 1 else sure * parts[0].confidence, 4),
        status="ambiguous" if others else "ok" if known else "unknown",
        parts=(*name.titles, *parts) if name.titles else tuple(parts),
        row=parts[0].row if len(parts) == 1 else None,
        others=told_by(partial(_others, others, sure, how, tables))
        if not cyrillic
        else later(lambda: tuple([other() for other in others]))
        if others
        else (),
        steps=later(partial(_steps, text, name, assignment, parts, canonical))
        if name.titles or name.inflected
        else _plain_steps(assignment),
        given=joined[0],
        patronymic=joined[1],
        surname=joined[2],
        gender=_gender(name.words, assignment, parts),
    )


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
    return (*[other() for other in others], *found)


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


def _joined(written: list[str], assignment: Assignment) -> list[str | None]:
    """The words of each role in one: given names, patronymics, surnames, as the parts have them in turn."""
    return [None if span is None else " ".join(written[span]) for span in _spans(assignment)]


@lru_cache(maxsize=64)
def _spans(assignment: Assignment) -> tuple[slice | None, ...]:
    """Where the parts of each role stand among all, None for a role that none has."""
    ends = list(accumulate(map(assignment.count, _ROLES), initial=0))
    return tuple([slice(start, end) if end > start else None for start, end in pairwise(ends)])


def _made(
    found: Word,
    role: str,
    language: str,
    russian: bool,
    foreign: bool,
    by: tuple[str, ...],
    tables: Tables,
) -> Reading:
    """One word as the part it was read to be."""
    if found.initial:
        return initial_part(found.text, _ROLES[role], tables)
    if role == "G":
        return given_part(found.text, language, russian, tables)
    if role == "P":
        return patronymic_part(found.text, language, tables)
    return surname_part(found.text, foreign, language, by, tables)


def _gender(
    found: Sequence[Word], assignment: Assignment, parts: Sequence[Reading]
) -> Literal["m", "f"] | None:
    """The bearer's gender: the patronymic knows best, then a given name's row, the surname, the shape."""
    if "P" in assignment:
        for item, role in zip(found, assignment, strict=True):
            if role == "P" and item.patronym is not None:
                return item.patronym.gender
    given = None
    for part in parts:
        if part.role == "given" and part.text[-1:] != ".":
            given = part
            break
    if given is not None and given.gender and given.status == "ok":
        return given.gender
    for item, role in zip(found, assignment, strict=True):
        if role == "S" and item.genders[2]:
            return "f" if item.genders[2] == "f" else "m"
    return given.gender if given is not None else None


@lru_cache(maxsize=64)
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
