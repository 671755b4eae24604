"""How registers enter a person's name: passports, airlines' lists, numbered names, initials without dots."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from translit.patterns import pattern
from translit.person.beside.signs import is_stuck
from translit.text.article import AL
from translit.text.script import script_of

__all__ = ["UNDOTTED", "Entry", "entered", "undotted"]

UNDOTTED = "initials without dots"


class Entry(NamedTuple):
    """A name as it is written elsewhere, and who enters it as the text has it."""

    name: str
    why: str


_FILLED = pattern(r"[A-Z]<+[A-Z]|<<")
_DOCUMENT = pattern(r"^[PVIAC]<(?:[A-Z]{3}|D<<)(?=[A-Z])")
_AIRLINE = pattern(r"[A-Z][A-Z' -]*/[A-Z][A-Z /]*")
_SIXTH = pattern(r"(?:Name\s*)?\(?6\)?:\s*(?=.*\s1:)", re.IGNORECASE)
_NUMBERED = pattern(r"(?:^|(?<=\s))[1-6]:\s*")
_LABELLED = pattern(r"\s[^\W\d_][^\d:]*:.*$")  # what a register tells behind the numbered parts
_NOT_KNOWN = pattern(r"\b(?:na|n/a|nil)\b\.?", re.IGNORECASE)
_SUBFIELD = pattern(r"[$‡ǂ|]([a-z0-9])(?:\s+|(?=[^\sa-z]))")
_TAG = pattern(r"[\s\d_#\\]*")  # of the field, and its indicators
_OF_A_NAME = "abcq"  # the subfields that hold the name, its number, titles, what initials stand for
_FULLER = pattern(r"((?:[^\W\d_][^\s\d.()]{0,5}\.\s?)+)\(([^\W\d_][^()\d]*)\)")
_TWO = 2
_ITEM = pattern(r"\(?([1-9a-h])\)\s+")
_FIRST_ITEMS = (["1", "2"], ["a", "b"])
_AGE = r"\d+-[^\W\d_][^\W\d_-]*(?:-old)?"
_COUNTED = pattern(rf"(?:(?:#|№|[Nn]o\.?|[Nn]r\.?)\s*\d+[.):]*|\d+|{_AGE})\s+(?=[^\W\d_]{{2}})")
_ADDRESS = pattern(r"([\w.+-]*[^\W\d_][._-][^\W\d_][\w.+-]*)@[\w-]+(?:\.[\w-]+)+")
_NOTED = pattern(r"(?<=\w)[*†‡¹²³]+")
_TORN = pattern(r"((?:[^\W\d_]|-)+) [–—-] ([^\W\d_][\w-]+ [^\W\d_][\w-]+)")
_STROKE = pattern(r"(ال[^\W\d_]+|[^\W\d_]{1,2}|[^\W\d_]\.\s?[^\W\d_]?)(\.?)\s?/\s?(?=[^\W\d_]{2}[\w.]*\s)")
_SLASHED = pattern(r"([^\W\d_][\w-]{2,})\s?/\s?([^\W\d_][\w-]{2,})")
_BLANKS = pattern(r"[\W\d_]+")
# Letters that are no number of a ruler's: Ivanov SP, but Nicholas II.
_NAME = r"([^\W\d_]*[^\W\d_A-ZА-ЯЁ][^\W\d_]*)"
_UNDOTTED = pattern(rf"{_NAME},? ((?!II|IV|VI|IX|XI|ІІ)[A-ZА-ЯЁ]{{2}})")
_FIRST = pattern(rf"((?!II|IV|VI|IX|XI|ІІ)[A-ZА-ЯЁ]{{2}}) {_NAME}")


def _machine_readable(text: str) -> str | None:
    """IVANOV<<IVAN: the line that machines read in a passport; two signs part surname and given names."""
    if not _FILLED.search(text):
        return None
    surname, _, given = _DOCUMENT.sub("", text, count=1).rstrip("<").partition("<<")
    return ", ".join(" ".join(part.replace("<", " ").split()) for part in (surname, given) if part)


def _on_board(text: str) -> str | None:
    """IVANOV/IVAN MR: surname, given names and how one is addressed."""
    if not _AIRLINE.fullmatch(text):
        return None
    surname, *given = (part.strip() for part in text.split("/"))
    return f"{surname}, {' '.join(given)}"


def _numbered(text: str) -> str | None:
    """1: AHMAD 2: HASSAN 3: ALI 4: na, as the United Nations number a name's parts; Name 6: the surname."""
    sixth = _SIXTH.match(text)
    if not sixth and not (text.startswith("1:") and "2:" in text):
        return None
    surname, *parts = _NUMBERED.split(text[sixth.end() :] if sixth else text)
    *parts, last = parts
    given = " ".join(_NOT_KNOWN.sub("", " ".join((*parts, _LABELLED.sub("", last)))).split()).rstrip(".")
    return f"{surname.strip()}, {given}" if sixth and given else surname.strip() or given


def _subfielded(text: str) -> str | None:
    """$a Pushkin, A. S. $q (Aleksandr Sergeevich), $d 1799-1837: the subfields of a library's heading."""
    before, *found = _SUBFIELD.split(text)
    told = list(zip(found[::2], found[1::2], strict=True))
    if not _TAG.fullmatch(before) or not any(code == "a" for code, _ in told):
        return None
    return " ".join([value.strip() for code, value in told if code in _OF_A_NAME]).rstrip(" ,;:/")


def _fuller(text: str) -> str | None:
    """Толстой, Л. Н. (Лев Николаевич): what the initials before them stand for."""
    found = _FULLER.search(text)
    if not found:
        return None
    letters, names = found[1].replace(".", " ").lower().split(), found[2].lower().split()
    if len(names) < len(letters) or not all(map(str.startswith, names, letters)):
        return None
    return f"{text[: found.start()]}{found[2].strip()}{text[found.end() :]}"


def _listed(text: str) -> str | None:
    """(1) Abu Zarr (2) Mullah Nasir: several names, each with its number or letter."""
    found = _ITEM.findall(text)
    if len(found) < _TWO or found[:_TWO] not in _FIRST_ITEMS or not _ITEM.match(text):
        return None
    return "; ".join([name.strip(" ,;") for name in _ITEM.split(text)[2::2]])


def _counted(text: str) -> str | None:
    """#12 Ivan Ivanov, 45-летний Иван Иванов: a number in a list, an age."""
    found = _COUNTED.match(text)
    return text[found.end() :] if found else None


def _addressed(text: str) -> str | None:
    """ivan.ivanov@post.example, @ivan_ivanov, Ivan_Ivanov, Ivan/Ivanov: what stands for blanks."""
    found = _ADDRESS.fullmatch(text)
    if found:
        return _BLANKS.sub(" ", found[1]).strip()
    found = _SLASHED.fullmatch(text)
    if found and script_of(found[1]) == script_of(found[2]):  # not written twice: Assad/الأسد
        return f"{found[1]} {found[2]}"
    plain = text.removeprefix("@")
    if " " in plain or "_" not in plain.strip("_") or "@" in plain:
        return None
    return " ".join(plain.replace("_", " ").split())


def _stuck(text: str) -> str | None:
    """Dr.Mohammed Ahmed: no blank behind what is cut short."""
    return text.replace(".", ". ", 1) if is_stuck(text) else None


def _undotted(text: str) -> str | None:
    """Ivanov SP: initials as catalogues of articles write them."""
    found = _UNDOTTED.fullmatch(text)
    return f"{found[1]} {'. '.join(found[2])}." if found else None


def undotted(text: str) -> tuple[str, str] | None:
    """The letters before a name that may be initials without dots, and the name with dots behind them.

    >>> undotted("SP Ivanov"), undotted("IV Ivanov")
    (('SP', 'S. P. Ivanov'), None)
    """
    found = _FIRST.fullmatch(text)
    return (found[1], f"{'. '.join(found[1])}. {found[2]}") if found else None


def _stroked(text: str) -> str | None:
    """السيد/ خالد علي, د/ خالد علي: the stroke that Arabs put after how one is addressed."""
    found = _STROKE.match(text)
    if not found or script_of(text) != "Arab":
        return None
    return f"{found[1]}{found[2] or '.' * (not found[1].startswith(AL))} {text[found.end() :]}"


def _noted(text: str) -> str | None:
    """Ivanov Ivan*: marks of a note below the list."""
    return _NOTED.sub("", text)


def _torn(text: str) -> str | None:
    """Rimsky - Korsakov Nikolai: blanks around a hyphen."""
    found = _TORN.fullmatch(text)
    return f"{found[1]}-{found[2]}" if found and found[2][0].isupper() else None


_WAYS: tuple[tuple[Callable[[str], str | None], str], ...] = (
    (_machine_readable, "the line that machines read in a passport"),
    (_on_board, "as airlines enter a name"),
    (_numbered, "its parts numbered"),
    (_subfielded, "the subfields of a library's heading"),
    (_listed, "several names, numbered"),
    (_fuller, "what initials stand for, in brackets"),
    (_counted, "a number before the name"),
    (_addressed, "signs for blanks"),
    (_stroked, "a stroke after a title"),
    (_stuck, "no blank behind what is cut short"),
    (_noted, "the mark of a note"),
    (_torn, "blanks around a hyphen"),
    (_undotted, UNDOTTED),
)


def entered(text: str) -> Entry | None:
    """The name in a text that a register has entered in a way of its own; None where it is as people write.

    >>> entered("P<RUSIVANOV<<SERGEI<PETROVICH<<<<<").name, entered("IVANOV/IVAN MR").name
    ('IVANOV, SERGEI PETROVICH', 'IVANOV, IVAN MR')
    >>> entered("1: AHMAD 2: HASSAN 3: ALI 4: na").name, entered("Ivanov SP")
    ('AHMAD HASSAN ALI', Entry(name='Ivanov S. P.', why='initials without dots'))
    """
    for way, why in _WAYS:
        name = way(text)
        if name and name != text:
            return Entry(name, why)
    return None
