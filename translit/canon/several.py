"""Several names in one text: Ivan Ivanov and Maria Petrova; Иванов И.И., Петров П.П.; حلب وإدلب.

Words that join two names are rows of `tables/joiner.tsv`, in small letters; semicolons part names as they do.
Commas part people only where what stands on both sides is a whole name, since registers part a surname from
a given name so too (Ivanov, Ivan; Petrov, Petr); they part places only where none lies in the next. All names
together are one Reading, ambiguous, its canonical form parted by semicolons, so that it is read so again.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from translit.canon.readers import Read, of_longer
from translit.lookup import joiners, lexicon_of
from translit.nouns import Kind, Reading, Step
from translit.patterns import pattern
from translit.person.names import is_given
from translit.person.patronymic import recognise
from translit.quick import changed
from translit.tables import Tables
from translit.text.words import is_initial, words

__all__ = ["are_several", "lists_places", "names_of", "people", "places", "rewritten"]

_AND = "\N{ARABIC LETTER WAW}"  # which Arabic joins to the next name
_SHORTEST = 4  # letters of a name with it
_MARKS = pattern("[,;،؛/]")
_STOPS = frozenset(";؛")
_BETWEEN = "; "
_ENTRY = 2  # parts of a name as registers enter it
_OF_SEVERAL = "spelling/ru/several"  # how surnames of several end
_SURE = 0.9  # how sure each of several places must be


class _Several(NamedTuple):
    """The texts of perhaps several names, and whether a word or a semicolon parts them, not commas alone."""

    texts: tuple[str, ...]
    joined: bool


def people(text: str, read: Read, tables: Tables) -> Reading | None:
    """The Reading of a cleaned text that tells of several people, each read by `read`; else None."""
    stopped = not _STOPS.isdisjoint(text)
    found = _parted(
        text,
        lambda word: _is_and_given(word, tables),
        lambda texts: _is_entry(texts, stopped, tables),
        tables,
    )
    if found is None or not (found.joined or all(" " in one for one in found.texts)):
        return None
    readings = [read(one) for one in _of_family(found.texts, read, tables)]
    return _together(text, readings, "person") if _are_people(readings, found.joined) else None


def _of_family(texts: tuple[str, ...], read: Read, tables: Tables) -> tuple[str, ...]:
    """The texts of given names and a surname of several, each with the surname of one: Борис Стругацкий."""
    *_, surname = texts[-1].split()
    row = next((row for row in tables.rows(_OF_SEVERAL) if surname.endswith(row["end"])), None)
    givens = (*texts[:-1], texts[-1].rpartition(" ")[0])
    if row is None or not all(is_given(one, tables) for one in givens):
        return texts
    stem = surname.removesuffix(row["end"])
    known = lexicon_of(tables).written
    mens = [stem + end for end in row.many("man")]
    man = next((one for one in mens if any(hit.role == "surname" for hit in known(one))), mens[0])
    return tuple([f"{one} {stem + row['woman'] if read(one).gender == 'f' else man}" for one in givens])


def places(text: str, read: Read, tables: Tables) -> Reading | None:
    """The same of several places, which must all be in the tables, surely, and not be one."""
    from translit.place import names_country

    stopped = not _STOPS.isdisjoint(text)

    def is_entry(texts: Sequence[str]) -> bool:
        entry = ", ".join(texts)
        return (stopped or names_country(entry, tables)) and read(entry).row is not None

    found = _parted(text, _is_and_word, is_entry, tables)
    if found is None or (not found.joined and any(_is_led(one, tables) for one in found.texts[1:])):
        return None
    readings = [read(one) for one in found.texts]
    rows = {one.row.id for one in readings if one.row is not None and one.confidence >= _SURE}
    if len(rows) < len(readings):  # Assad, Bashar; مية ومية
        return None
    return _together(text, readings, "place")


def _is_led(text: str, tables: Tables) -> bool:
    """Does a preposition in small letters tell where the place before is: Дума, к востоку от Дамаска?"""
    from translit.place.sentence import without_preposition

    return text[:1].islower() and bool(without_preposition(text, tables)[1])


def lists_places(text: str, read: Read, tables: Tables) -> bool:
    """May a text with a comma list places, with "and" before the last: Moscow, Kazan and Ufa?

    Where the word is of one place's name it may not: Sarajevo, Bosnia and Herzegovina.
    """
    between = joiners(tables)
    listed = False
    for chunk in _MARKS.split(text) if _MARKS.search(text) else ():
        if any(word in between or _is_and_word(word) for word in chunk.split()[1:]):
            if read(chunk.strip()).row is not None:
                return False
            listed = True
    return listed


def _parted(
    text: str, is_glued: Callable[[str], bool], is_entry: Callable[[Sequence[str]], bool], tables: Tables
) -> _Several | None:
    """The texts of names that words and marks part; None where nothing does.

    Where words or semicolons do, what commas part beside them may be an entry of one name. A word that is
    an article too (et) parts no more than a comma.
    """
    between, shouted = joiners(tables), text.isupper()
    written = lexicon_of(tables).written
    found: list[list[list[str]]] = [[[]]]  # words between commas, between semicolons or words
    for word in _MARKS.sub(r" \g<0> ", text).split():
        small = word.lower() if shouted and len(word) > 1 else word  # a capital И may be an initial
        if word in _STOPS or (small in between and not written(word)):
            found.append([[]])
        elif small in between or _MARKS.match(word):
            found[-1].append([])
        elif found[-1][-1] and is_glued(word):
            found.append([[word[1:]]])
        else:
            found[-1][-1].append(word)
    joined = len(found) > 1
    texts: list[str] = []
    for section in found:
        parts = [" ".join(part) for part in section if part]
        texts += [", ".join(parts)] if joined and len(parts) > 1 and is_entry(parts) else parts
    return _Several(tuple(texts), joined) if len(texts) > 1 else None


def _is_entry(texts: Sequence[str], stopped: bool, tables: Tables) -> bool:
    """Are texts that a comma parts a surname and what is given with it: Ivanov, I. I.?

    Unless semicolons part the entries of a text, the word before the comma may be no given name.
    """
    if len(texts) != _ENTRY or " " in texts[0] or (not stopped and is_given(texts[0], tables)):
        return False
    return all(
        is_initial(word) or is_given(word, tables) or recognise(word, tables) for word in words(texts[1])
    )


def _is_and_word(word: str) -> bool:
    """Is a word an Arabic one that may be "and" with another: وحماة?"""
    return word[0] == _AND and len(word) >= _SHORTEST


def _is_and_given(word: str, tables: Tables) -> bool:
    """Is an Arabic word "and" with a given name: ومحمد? The whole is none, as وليد is."""
    if not _is_and_word(word):
        return False
    lexicon = lexicon_of(tables)
    return not lexicon.written(word) and lexicon.is_given(word[1:])


def _are_people(readings: Sequence[Reading], joined: bool) -> bool:
    """Are the Readings of such texts those of people of their own?

    Where a word joins them, each must be known, and no initial; where commas alone do, each must be a known
    given name, or initials, with a surname, and no Arabic one, whose family may have two words.
    """
    is_one = _is_known if joined else _is_whole
    return all(is_one(one) for one in readings)


def _is_known(reading: Reading) -> bool:
    """Is a Reading that of a known name, and of no initial?"""
    return reading.origin is not None and reading.status != "unknown" and not is_initial(reading.text)


def _is_whole(reading: Reading) -> bool:
    """Is a Reading that of a Slav by given name and surname?"""
    if reading.origin in (None, "ar") or reading.status == "unknown" or not reading.surname:
        return False
    return any(part.role == "given" and (part.row or is_initial(part.text)) for part in reading.parts)


def _together(text: str, readings: Sequence[Reading], kind: Kind) -> Reading:
    """The Reading of a text of several names: all of them, each once, and each by itself among the others."""
    once: dict[str, Reading] = {}
    for one in readings:
        once.setdefault(one.canonical, one)
    readings = list(once.values())
    if len(readings) == 1:
        return of_longer(text, readings[0].text, readings[0], "one name, told twice")
    canonical = _BETWEEN.join([one.canonical for one in readings])
    natives = [one.native for one in readings if one.native]
    origins = {one.origin for one in readings}
    return Reading(
        text=text,
        canonical=canonical,
        native=_BETWEEN.join(natives) if len(natives) == len(readings) else None,
        kind=kind,
        origin=origins.pop() if len(origins) == 1 else None,
        key=_BETWEEN.join([one.key for one in readings]),
        confidence=min(one.confidence for one in readings),
        status="ambiguous",
        others=tuple([changed(one, others=()) for one in readings]),
        steps=(Step(text, canonical, f"several {'people' if kind == 'person' else 'places'}"),),
    )


def are_several(reading: Reading) -> bool:
    """Is a Reading that of several names?"""
    return not reading.parts and reading.row is None and reading.status == "ambiguous"


def names_of(reading: Reading) -> tuple[Reading, ...]:
    """The names of a Reading of several, each by itself; none where it is of one.

    >>> from translit.canon import explain
    >>> [one.canonical for one in names_of(explain("Алеппо и Идлиб", "place"))]
    ['Aleppo', 'Idlib']
    >>> names_of(explain("Алеппо", "place"))
    ()
    """
    if not are_several(reading) or _BETWEEN not in reading.canonical:
        return ()
    names = reading.others[: reading.canonical.count(_BETWEEN) + 1]
    return names if _BETWEEN.join([one.canonical for one in names]) == reading.canonical else ()


def rewritten(reading: Reading, write: Callable[[Reading], Reading]) -> Reading:
    """The Reading of several names, each of which `write` has written anew."""
    several = names_of(reading)
    each = tuple([write(one) for one in several])
    canonical = _BETWEEN.join([one.canonical for one in each])
    return changed(reading, canonical=canonical, others=(*each, *reading.others[len(several) :]))
