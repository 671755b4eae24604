"""Schemes and keys: is the file sound, and does every rule do in its word what it says?"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from translit.audit.finding import Finding
from translit.errors import TableError, TranslitError
from translit.romanization import fired, romanize, scheme
from translit.sounds.keys import Keyer
from translit.tables import Tables

__all__ = ["in_schemes"]


def in_schemes(tables: Tables) -> Iterator[Finding]:
    """The findings in every TOML file of a set of tables."""
    for name in tables.tomls(""):
        file = str(tables.home / f"{name}.toml")
        try:
            page = tables.toml(name)
            if name.startswith("schemes/"):
                yield from _in_scheme(file, name.rpartition("/")[2], tables)
            elif name.startswith("keys/"):
                yield from _in_keys(file, page)
        except (TableError, KeyError, ValueError) as error:
            yield Finding(file, 1, "", str(error), "mend the TOML there")


def _in_scheme(file: str, name: str, tables: Tables) -> Iterator[Finding]:
    """Rules of a scheme that are not in their word what they say."""
    for rule in scheme(name, tables=tables).rules:
        word, wanted = rule.as_in
        written = _written(word, name, tables)
        if written != wanted:
            what = f"{rule.name!r}: {word!r} becomes {written!r}, not {wanted!r}"
            yield Finding(file, _line(file, word, wanted), "as_in", what, "mend the rule or its word")
        elif rule not in fired(word, name, tables=tables):
            what = f"{rule.name!r} has no say in {word!r}"
            mend = "take a word that shows it, or set it before the rule that wins"
            yield Finding(file, _line(file, word, wanted), "as_in", what, mend)


def _written(word: str, name: str, tables: Tables) -> str:
    try:
        return romanize(word, name, tables=tables)
    except TranslitError as error:
        return str(error)


def _in_keys(file: str, page: dict[str, object]) -> Iterator[Finding]:
    """Rules of a phonetic key that give another key to their word, or have no say in it."""
    keyer = Keyer(page)
    for at, rule in enumerate(page["rules"]):  # type: ignore[arg-type, var-annotated]
        word, wanted = rule["as_in"]
        made = keyer(word)
        if made != wanted:
            what = f"{rule['name']!r}: the key of {word!r} is {made!r}, not {wanted!r}"
            yield Finding(file, _line(file, word, wanted), "as_in", what, "mend the rule or its word")
        elif Keyer(page, without=at)(word) == made:
            what = f"{rule['name']!r} changes nothing in {word!r}"
            yield Finding(
                file,
                _line(file, word, wanted),
                "as_in",
                what,
                "take a word that shows it, or take the rule out",
            )


def _line(file: str, word: str, wanted: str) -> int:
    """Where a rule's word stands in its file; 1 where it cannot be found."""
    lines = Path(file).read_text(encoding="utf-8").splitlines()
    numbers = (
        at for at, line in enumerate(lines, 1) if line.startswith("as_in") and word in line and wanted in line
    )
    return next(numbers, 1)
