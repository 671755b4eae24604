"""The parts of a name that tell, and the numbers of each: its faces.

Every telling part has faces (its key; the rows it may be, for Sasha and Alexander; the halves of a double
name) and near faces (its key, or its letters where the key is short, with one symbol left out, for typing
errors). Places tell by each of their words; who is told by two names by the parts of both.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from zlib import crc32

from translit.canon import explain
from translit.canon.several import names_of
from translit.comparison.aliases import halves, told_aside
from translit.comparison.cases import upright
from translit.comparison.married import without_czech
from translit.comparison.placerows import shared_names
from translit.comparison.placewords import parted, words_of
from translit.memory import remembered
from translit.nouns import Reading, Row
from translit.person.names import is_cut_short
from translit.place.kinds import qualities
from translit.quick import changed
from translit.sounds import key
from translit.tables import Tables, built_in
from translit.text.clean import fold
from translit.text.words import is_initial, is_too_long

__all__ = ["Faces", "number", "rough", "telling"]

_ROUGH = str.maketrans("sd", "zz")  # Jasimi, Djathimi; Radjid, Rajidh
_SHORT = 5  # keys with fewer symbols are too common with one left out: the letters serve instead
_SILENT = frozenset(("title", "generic"))
_GENERIC = "generic"
_MOST = (
    12  # words of a place, or of a text that is nobody's name, that tell: pairs of them grow as their square
)
_RUSSIAN = "ru"
_SOUNDS = "ar"  # the language whose sounds are the roughest


@dataclass(frozen=True, slots=True, eq=False)
class Faces:
    """The numbers of one part: of its faces (the key first), its near faces, and its first letter.

    Parts of one key and spelling have one value.
    """

    own: tuple[int, ...]
    near: tuple[int, ...]
    letter: int
    initial: bool


def number(text: str) -> int:
    """The number of a text."""
    return crc32(text.encode("utf-8", "surrogatepass"))


@lru_cache(maxsize=1 << 16)
def rough(text: str) -> int:
    """The number of how a word of any language sounds to who hears no s from z or d.

    >>> rough("Djathimi") == rough("Jasimi")
    True
    """
    return number("~" + _rough(text))


def _rough(text: str) -> str:
    return key(text, _SOUNDS).translate(_ROUGH).rstrip("Y")


@lru_cache(maxsize=1 << 16)
def _faces(sound: str, letters: str, initial: bool, rows: tuple[str, ...]) -> Faces:
    base = sound if len(sound) >= _SHORT else letters
    near = {base[:at] + base[at + 1 :] for at in range(len(base))} if len(base) > 1 and not initial else ()
    return Faces(
        (number(sound), *(number(row) for row in rows)),
        tuple(sorted({number(text) for text in near})),
        number("." + sound[:1].lower()),
        initial,
    )


def _rows(row: Row | None) -> tuple[str, ...]:
    """The rows a part may be: its own, and those it is equivalent to."""
    if row is None:
        return ()
    targets = (*row.many("of"), *row.many("equivalent"))
    return (f"={row.id}", *(f"={target}" for target in targets))


def telling(reading: Reading, tables: Tables | None = None) -> list[tuple[Reading, Faces]]:
    """The parts that tell, each with its faces; of a place each word, one of a single word is one itself.

    Those of a text of several names are the parts of each, those of who is told by two the parts of both.

    >>> from translit.canon import explain
    >>> [part.text for part, _ in telling(explain("Maria Ivanova (née Petrova)", "person"))]
    ['Petrova', 'Maria', 'Ivanova']
    >>> [part.text for part, _ in telling(explain("Kafr Nabl", "place"))]
    ['Kafr', 'Nabl']
    """
    tables = tables or built_in()
    names = () if reading.parts else names_of(reading)
    if names:
        return [told for one in names for told in telling(one, tables)]
    if reading.kind == "place":
        return _places(reading, tables)
    found = _parts(reading, tables)
    if not found:
        return _unread(reading)
    beside, bent = told_aside(reading, tables), upright(reading, tables)
    if beside is None and bent is None:
        return found
    more = telling(beside.reading, tables) if beside else []
    more += _parts(bent, tables) if bent else []  # whose text is the same
    keys = {part.key for part, _ in found}
    return [told for told in more if told[0].key not in keys] + found


def _parts(reading: Reading, tables: Tables) -> list[tuple[Reading, Faces]]:
    """The parts of a person's name that tell, each with its faces."""
    return [
        (
            part,
            _faces(
                part.key,
                fold(part.native or part.canonical),
                is_initial(part.text) or is_cut_short(part.text, tables),
                _may_be(part, tables),
            ),
        )
        for part in reading.parts or (reading,)
        if part.role not in _SILENT and part.key
    ]


def _unread(reading: Reading) -> list[tuple[Reading, Faces]]:
    """The words of a text that is read as nobody's name, each with its rough sound as key."""
    found = []
    for word in [] if is_too_long(reading.text) else fold(reading.canonical).split()[:_MOST]:
        if sound := _rough(word):
            found.append((changed(reading, text=word, key=sound), _faces(sound, word, False, ())))
    return found


def _may_be(part: Reading, tables: Tables) -> tuple[str, ...]:
    """What else a part of a person's name may be: its rows, halves of a double name, no Czech ending."""
    others = halves(part) or _unjoined(part) or without_czech(part.text)
    return (*_rows(part.row), *(_key_of(one, tables) for one in others)) if others else _rows(part.row)


def _unjoined(part: Reading) -> tuple[str, ...]:
    """The halves of a double name that stands without its hyphen: كارا مورزا."""
    native = part.native or ""
    return tuple(native.split("-")) if "-" in native and "-" not in part.text else ()


@remembered(1 << 12)
def _key_of(text: str, tables: Tables) -> str:
    """The key of half a double name as that of a whole one."""
    return explain(text, "person", tables=tables).key


def _places(reading: Reading, tables: Tables) -> list[tuple[Reading, Faces]]:
    """The words of a place's name, each with its rough sound as key; its generic only where it has no other.

    Each has what the whole is besides: its key, its row, the names of that land (Crimea), its words in one.
    """
    if is_too_long(reading.text):
        return []
    every = parted(words_of(reading, _SOUNDS, tables), _SOUNDS, tables)
    words = ([one for one in every if one.part.role != _GENERIC] or [*every])[:_MOST]
    if not words:
        return []
    row = reading.row
    told = ("#", reading.key), ("+", _rough("".join([one.part.text for one in words])))
    whole = tuple([f"{mark}{sound}" for mark, sound in told if sound])
    if row is not None:
        whole = (*whole, f"@{row.table}:{row.id}", *(f"&{name}" for name in shared_names(row, tables)))
    found = []
    for one in words:
        letters = fold(one.part.text)
        sound = _rough(letters) or letters
        if sound:
            marks = (f"^{key(letters, _RUSSIAN) or letters}", *_quality(one.part.row, tables), *whole)
            found.append((changed(one.part, key=sound), _faces(sound, letters, False, marks)))
    return found


def _quality(row: Row | None, tables: Tables) -> tuple[str, ...]:
    """What a word that many names share says in any language: Velyka is Bolshaya, Eastern is Sharqiya."""
    if row is None:
        return ()
    return (f"={row['feature'] if row['feature'] in qualities(tables) else row.id}",)
