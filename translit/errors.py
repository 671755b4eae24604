"""What can go wrong, each error naming the thing, the place and the remedy."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from numbers import Real

__all__ = [
    "InputError",
    "TableError",
    "TranslitError",
    "UnknownKind",
    "UnknownScheme",
    "nearest",
    "need_jobs",
    "need_list",
    "need_score",
    "need_text",
]


class TranslitError(Exception):
    """Anything translit refuses; catch this one to catch them all.

    >>> issubclass(InputError, TranslitError), issubclass(InputError, ValueError)
    (True, True)
    """


class UnknownScheme(TranslitError, KeyError):
    """No romanisation scheme has this id; the message names those near it.

    >>> from translit import romanize
    >>> romanize("Юрий", "iso-9")
    Traceback (most recent call last):
    translit.errors.UnknownScheme: no scheme 'iso-9'; near it: 'iso-9-1995-ru'
    """

    def __str__(self) -> str:
        return Exception.__str__(self)


class UnknownKind(TranslitError, ValueError):
    """A kind other than "person", "place" or None.

    >>> from translit import explain
    >>> explain("Yuri", "people")
    Traceback (most recent call last):
    translit.errors.UnknownKind: no kind 'people'; near it: 'place', 'person', or None to decide
    """


class TableError(TranslitError, ValueError):
    """A table, or a line of one, that cannot be used: the message says which, what is wrong, and the mend.

    >>> from translit.tables import built_in
    >>> try:
    ...     built_in().toml("schemes/ru/no-such-scheme")
    ... except TableError as error:
    ...     print(str(error).partition("no-such-scheme")[2])
    .toml: no such file; `translit tables list` prints them all
    """


class InputError(TranslitError, ValueError):
    """A file, a column or an argument that cannot be used.

    >>> from translit import explain
    >>> explain("Homs", within="XX")
    Traceback (most recent call last):
    translit.errors.InputError: within: no place 'XX'; pass a code ('SY', 'RU-ROS') or a name ('Syria')
    """


def nearest(wanted: object, known: Iterable[str]) -> str:
    """Say which known words come near a wrong one, for the end of an error message.

    >>> nearest("bgn", ["bgn-pcgn-1947-ru", "iso-9-1995-ru"])
    "near it: 'bgn-pcgn-1947-ru'"
    >>> nearest("zzz", ["person", "place"])
    "known: 'person', 'place'"
    """
    names, word = sorted(known), wanted if isinstance(wanted, str) else ""
    close = [name for name in names if name.startswith(word)] if word else []
    close = close or difflib.get_close_matches(word, names, n=3, cutoff=0.4)
    if close:
        return "near it: " + ", ".join(repr(name) for name in close[:3])
    shown = ", ".join(repr(name) for name in names[:8])
    return "known: " + shown + (", …" if len(names) > 8 else "")


def need_text(text: object) -> None:
    """Refuse what is no text.

    >>> need_text(None)
    Traceback (most recent call last):
    translit.errors.InputError: text: None is no text but NoneType; pass a str
    """
    if not isinstance(text, str):
        raise InputError(f"text: {text!r} is no text but {type(text).__name__}; pass a str")


def need_list(names: object) -> None:
    """Refuse a single text where many are wanted: its letters would be taken for names."""
    if isinstance(names, str):
        raise InputError(f"names: {names!r} is one name; pass a list of names: [{names!r}]")


def need_jobs(value: object) -> None:
    """Refuse what is no number of processes.

    >>> need_jobs(0)
    Traceback (most recent call last):
    translit.errors.InputError: jobs: 0 is no number of processes; pass 1 or more
    """
    if not isinstance(value, int) or value < 1:
        raise InputError(f"jobs: {value!r} is no number of processes; pass 1 or more")


def need_score(name: str, value: object) -> None:
    """Refuse what is no score, as the hundredths that others count in.

    >>> need_score("threshold", 88)
    Traceback (most recent call last):
    translit.errors.InputError: threshold: 88 is no score; pass a number from 0 to 1
    """
    if not isinstance(value, Real) or not 0 <= float(value) <= 1:
        raise InputError(f"{name}: {value!r} is no score; pass a number from 0 to 1")
