"""What cells may hold that choose among a few words: what a row says of its name, and whether it does."""

from __future__ import annotations

from collections.abc import Iterator

from translit.audit.finding import Finding
from translit.audit.lines import File, Line

__all__ = ["chosen"]

_GENDERS = ("m", "f", "mf", "")
_SEVERAL = ("stands",)  # columns that may say several things at once
# An empty one among them: the cell may be empty.
_CHOICES: dict[str, dict[str, tuple[str, ...]]] = {
    "person/apposition": {
        "takes": ("name", "joined", "itself", "rest", "label", "part", "blank"),
        "tells": ("birth", "generation", "title", "surname", "given", "patronymic", ""),
    },
    "person/calling": {
        "stands": (
            *("calling", "construct", "before", "nation", "after", "link", "preposition", "kin"),
            *("body", "opens-body", "ends-body"),
        ),
    },
    "person/title": {"article": ("needed", "free", "")},
    "person/ar/half": {"stands": ("before", "behind", "either")},
    "person/ar/particle": {"role": ("article", "kunya", "nasab", "compound", "ending")},
    "place/around": {"says": ("nation", "people", "side", "state", "capital", "kind", "article")},
    "place/clue": {
        "clue": (
            "slavic-ending",
            "slavic-letter",
            "map-letter",
            "foreign-letters",
            "next-door",
            "arabic-letters",
            "arabic-mark",
            "unarabic-letter",
        ),
        "language": ("ru", "ar"),
    },
    "place/ending": {
        "role": ("case", "led", "west", "adjective", "root", "land", "of"),
        "gender": ("m", "f", "n", ""),
    },
    "place/generic": {
        "position": ("before", "after", "either", "joined", "part"),
        "gender": ("m", "f", "n", ""),
    },
    "place/kind": {"class": ("area", "settlement", "")},
    "place/naming": {"family": ("ru", "ar")},
    "place/preposition": {"between": ("yes", "after", ""), "case": ("west", "")},
    "place/tradition": {"language": ("ru", "ar")},
    "spelling/ar/joints": {"stands": ("article", "joint", "god", "god-alone", "loose")},
    "spelling/other/slavs": {"says": ("abroad", "shared", "bare", "south", "czech")},
    "spelling/ru/alike": {"where": ("open", "neighbour", "ending")},
    "spelling/ru/declined": {"says": ("still", "kept", "half", "his", "adjective", "man", "woman", "lady")},
    "spelling/ru/either": {"like": ("m", "f")},
    "spelling/ru/genders": {"way": ("man", "woman", "")},
    "spelling/ru/literal": {"after": ("consonant", "vowel", "start", ""), "sure": ("no", "")},
    "spelling/ru/whose": {"says": ("sure", "beside", "perhaps", "surname")},
}
# A table of one's own.
_OWN = {
    "kind": ("person", "place", "never", ""),
    "role": (
        *("given", "patronymic", "surname", "title", "kunya", "laqab", "ism", "nasab", "family", "nisba"),
        *("diminutive", "equivalent", ""),
    ),
    "gender": _GENDERS,
}
_YES = {
    "person/ar/equivalent": ("own",),
    "person/ar/particle": ("settled", "free"),
    "person/never": ("alike",),
    "person/ru/nobiliary": ("free",),
    "person/title": ("behind", "given"),
    "place/kind": ("quality", "alone"),
    "place/link": ("elided",),
    "place/naming": ("article", "slavs"),
    "place/tradition": ("both",),
    "spelling/ar/foreign": ("sign",),
    "spelling/ar/joints": ("sun",),
    "spelling/ar/kurdish": ("sign",),
    "spelling/ar/neighbours": ("sign",),
    "spelling/other/latin": ("sign",),
    "spelling/other/marks": ("other", "unarabic"),
    "spelling/ru/adjective": ("unlisted",),
    "spelling/ru/born": ("kh",),
    "spelling/ru/ends": ("sure", "ukrainian", "unarabic"),
    "spelling/ru/foreign": ("sign",),
    "spelling/ru/old": ("sign",),
    "spelling/trk/azerbaijani": ("sign",),
    "spelling/trk/russian": ("sign",),
    "tongues": ("rename", "bare", "join", "keep", "bend"),
}


def chosen(file: File, line: Line) -> Iterator[Finding]:
    """Cells with another word than their column knows."""
    own = "kind" in file.header
    for column, choices in (_OWN if own else _choices(file.table)).items():
        cell = line.cells.get(column)
        if cell is None:
            continue
        said = line.many(column) if column in _SEVERAL else [cell]
        if not set(choices).issuperset(said or ("",)):
            what = f"{cell!r} is nothing that {column!r} may say"
            yield file.finding(line.number, column, what, f"write {_any_of(choices)}")


def _choices(table: str) -> dict[str, tuple[str, ...]]:
    """The columns of a table that choose among a few words, with these."""
    found = {"gender": _GENDERS} if table.startswith("person/") else {}
    return found | _CHOICES.get(table, {}) | dict.fromkeys(_YES.get(table, ()), ("yes", ""))


def _any_of(choices: tuple[str, ...]) -> str:
    """The words of a choice as one reads them out."""
    *others, last = [choice or "leave it empty" for choice in choices]
    return f"{', '.join(others)} or {last}" if others else last
