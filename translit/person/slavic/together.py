"""The words of a Slavic name made into its parts, and these put together as its Reading."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from itertools import accumulate, pairwise
from typing import Literal

from translit.languages import nations
from translit.memory import lasting
from translit.nouns import Reading, Status, Step
from translit.person.latin.writers import ENGLISH, PRESS, with_letters, writers, wrote
from translit.person.names import born_abroad
from translit.person.others import further
from translit.person.parts import (
    given_part,
    initial_part,
    is_russian,
    is_written_russian,
    patronymic_part,
    surname_part,
    ways,
)
from translit.person.slavic.cutting import Name
from translit.person.slavic.evidence import FOREIGN, HAND, TONGUE, Word, compiled
from translit.person.slavic.nobiliary import Particles
from translit.person.slavic.order import Assignment, arranged
from translit.person.slavic.south import southern
from translit.person.slavic.telling import plain_steps, steps_of
from translit.person.slavic.tongue import EITHER, sign, tongue
from translit.person.slavic.whose import whose
from translit.quick import changed, later, maker, rounded, told_by
from translit.tables import Tables
from translit.text.script import script_of
from translit.text.words import is_initial

__all__ = ["assembled", "made", "together"]

_ROLES = {"G": "given", "P": "patronymic", "S": "surname"}
_reading = maker(Reading)
_RUSSIAN = "ru"
_INITIALS = 8  # letters, stops and blanks of a few initials


def assembled(
    text: str,
    name: Name,
    assignment: Assignment,
    sure: float,
    tables: Tables,
    others: tuple[Callable[[], Reading], ...] = (),
) -> Reading:
    """The Reading of a name whose words have their roles; `others` make more where there is doubt."""
    found, asks = name.words, name.asks
    by = _writers(found, tables) if asks & HAND else PRESS
    language = tongue(found, assignment, by, tables) if asks & TONGUE else _RUSSIAN
    if name.inflected and language == _RUSSIAN:
        language = _by_case(name.inflected, tables)
    russian, foreign = _at_home(found, assignment, tables) if asks & FOREIGN else (False, False)
    places, ends, steps = _plan(assignment)
    parts = _made(found, assignment, places, (language, russian, foreign, by), tables)
    if name.particles:
        parts = _led(parts, places, name.particles)
    canonical, native, key, known, given, father, surname = _together(parts, ends)
    status: Status = "ok" if known and not _are_initials(text, parts) else "unknown"
    if others:
        status = "ambiguous"
    is_cyrillic = not text.isascii() and script_of(text) == "Cyrl"
    if not is_cyrillic:
        behind = told_by(_others, others, sure, (foreign, language, by), tables)
    else:
        behind = later(partial(_each, others)) if others else ()
    if name.titles or name.inflected:
        steps = later(partial(steps_of, text, name, assignment, parts, canonical))
    alone = parts[0] if len(parts) == 1 else None
    return _reading(
        text,
        canonical,
        native,
        "person",
        language,
        key,
        rounded(sure if is_cyrillic or alone is None else sure * alone.confidence),
        status,
        (*name.titles, *parts) if name.titles else tuple(parts),
        None if alone is None else alone.row,
        behind,
        steps,
        None,
        given,
        father,
        surname,
        _gender(found, assignment, parts),
    )


def _by_case(inflected: str, tables: Tables) -> str:
    """The language of words that stand in a case, by their letters and endings: Паўла, of Павел; Ользі."""
    told = sign(inflected, tables)
    if told == EITHER:
        told = whose(inflected.lower().split(), tables)[0]
    return told if told in nations(tables) else _RUSSIAN


def _are_initials(text: str, parts: Sequence[Reading]) -> bool:
    """Are initials all that a text has of a name: Я, И. И.?"""
    return len(text) <= _INITIALS and all(is_initial(part.text) for part in parts)


def _led(parts: Sequence[Reading], places: Sequence[int], particles: Particles) -> list[Reading]:
    """Parts with what stands before them in small letters: фон Бенкендорф."""
    told = {at: words for at, *words in particles}
    return [
        changed(
            part,
            canonical=f"{told[at][1]} {part.canonical}",
            native=part.native and f"{told[at][0]} {part.native}",
        )
        if at in told
        else part
        for at, part in zip(places, parts, strict=True)
    ]


def _at_home(found: tuple[Word, ...], assignment: Assignment, tables: Tables) -> tuple[bool, bool]:
    """Is a name Russian, so that Gregory in it is Grigory; and is it foreign?"""
    if any(role == "G" and _is_southern(item, tables) for item, role in zip(found, assignment, strict=True)):
        return False, True  # Zoran Zaev
    russian = _is_russian(found, assignment, tables)
    foreign = not russian and any(map(_is_foreign, found))
    if foreign or not (russian or all(born_abroad(one.text, one.givens) is None for one in found)):
        russian = _is_written_russian(found, assignment, tables)
        foreign = foreign and not russian
    return russian, foreign


def _is_russian(found: tuple[Word, ...], assignment: Assignment, tables: Tables) -> bool:
    """Is the surname or the patronymic Russian, so that Gregory beside it is Grigory?"""
    for item, role in zip(found, assignment, strict=True):
        if role == "P" and item.patronym is not None:
            return True
        if role == "S" and not item.initial and is_russian(item.text, bool(item.surname_gender), tables):
            return True
    return False


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
            part = _initial(item.text, role, language, tables)
        elif role == "S":
            part = surname_part(item.text, foreign, language, by, tables)
        elif role == "G":
            part = given_part(item.text, language, russian, tables)
        else:
            part = patronymic_part(item.text, language, tables)
        parts.append(part)
    return parts


def _initial(text: str, role: str, language: str, tables: Tables) -> Reading:
    """An initial in its role."""
    return initial_part(text, _ROLES[role], language, tables)


_made = compiled.Parts(Word, _initial, given_part, patronymic_part, surname_part) if compiled else made


def _is_foreign(found: Word) -> bool:
    """Is a word a given name of other peoples?"""
    return bool(found.givens) and found.givens[0].tier == "foreign"


def _is_southern(found: Word, tables: Tables) -> bool:
    """Is a word a given name as South Slavs alone have it: Zoran, Aleksandar?"""
    return _is_foreign(found) and southern(found.givens[0].row, tables) != ""


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
    """The schemes that the first given name of some words tells, else an English or a German patronymic."""
    given = next((item.text for item in found if item.givens), None)
    told = writers(given, tables) if given else PRESS
    if told == PRESS:
        for item in found:
            patronym = item.patronym
            if patronym is not None and patronym.native:
                by = wrote(patronym.native, item.text, tables)
                return by if by == ENGLISH or with_letters(item.text) != PRESS else told
    return told


_Whole = tuple[str, str | None, str, bool, str | None, str | None, str | None]


def together(parts: list[Reading], ends: tuple[int, ...]) -> _Whole:
    """What the parts of a name make together: canonical and native form, key, whether a part is known.

    Then the words of each role in one, None for a role that none has: `ends` are the numbers of parts up to
    the last given name, the last patronymic, the last surname. Compiled, the same.

    >>> from translit.tables import built_in
    >>> parts = [initial_part(*one, "ru", built_in()) for one in (("R.", "given"), ("Z.", "surname"))]
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


@lasting(64)
def _plan(assignment: Assignment) -> tuple[tuple[int, ...], tuple[int, ...], tuple[Step, ...]]:
    """The places of the words in turn, the numbers of parts up to the last of each role, the plain steps."""
    return (
        arranged(assignment),
        tuple(accumulate(map(assignment.count, _ROLES))),
        plain_steps(assignment),
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
    for at, role in enumerate(assignment):
        if role == "S" and found[at].genders[2]:
            return "f" if found[at].genders[2] == "f" else "m"
    return given.gender if given is not None else None
