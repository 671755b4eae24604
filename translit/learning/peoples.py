"""Words of other peoples' names: ``python -m translit.learning peoples LIST.tsv`` takes them from Faker.

LIST.tsv has what ``origin`` reads: a word, whose it is (`other`), and the list that has it. What a
Russian or an Arab may be called as well is left out, and so is what ends as surnames of Russians do.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

from translit.errors import InputError
from translit.origin.rows import written
from translit.origin.schemes import spelt
from translit.patterns import ending
from translit.person.arabic.words import vocabulary
from translit.person.surname import ends
from translit.tables import Tables
from translit.text.clean import fold
from translit.text.script import script_of

__all__ = ["write_peoples"]

_LISTS = "faker.providers.person"
_ROLES = ("first_name", "last_name", "surname")
_SHARED = (
    "az_AZ",
    "en_PK",
    "fr_DZ",
    "ha_NG",
    "sw",
    "uz_UZ",
)  # whose names are mostly Arabs' or Russians' own
_AKIN = ("cs_CZ", "pl_PL", "sk_SK")  # whose surnames end as Russians' do, but for their marks: Novotný
_LEAST = 3  # letters of a word


def write_peoples(path: Path, tables: Tables) -> None:
    """Write the words of the lists that tell another people's name, each once."""
    words = sorted(_words(tables).items())
    with path.open("w", encoding="utf-8", newline="") as file:
        lines = csv.writer(file, delimiter="\t", quoting=csv.QUOTE_NONE, lineterminator="\n")
        lines.writerow(("text", "lang_origin", "list"))
        lines.writerows((word, "other", name) for word, name in words)


def _words(tables: Tables) -> dict[str, str]:
    """The words, each with the list that has it first."""
    found: dict[str, str] = {}
    for name, text in _listed():
        for word in text.replace("-", " ").replace("'", " ").split():
            if word not in found and _tells(word, tables):
                found[word] = name
    return found


def _listed() -> Iterator[tuple[str, str]]:
    """The names of the lists in Latin letters, each with its list."""
    try:
        lists = import_module(_LISTS)
    except ImportError as missing:
        raise InputError("the lists of names are Faker's; install it: pip install faker") from missing
    for module in iter_modules(lists.__path__):
        if module.name in _SHARED + _AKIN:
            continue
        provider = import_module(f"{_LISTS}.{module.name}").Provider
        for attribute in dir(provider):
            names = getattr(provider, attribute) if attribute.startswith(_ROLES) else ()
            if isinstance(names, (list, tuple, set, dict)):
                yield from [
                    (module.name, text)
                    for text in names
                    if isinstance(text, str) and script_of(text) == "Latn"
                ]


def _tells(word: str, tables: Tables) -> bool:
    """Is a word of a name neither a Russian's nor an Arab's, by any row, scheme or end?"""
    if (
        len(word) < _LEAST
        or not word[0].isupper()
        or any(hit.family != "other" for hit in written(word, tables))
    ):
        return False
    folded = fold(word)
    if ending(ends("Latn", "unarabic", tables))(folded):
        return False
    return not (spelt(folded, tables) or vocabulary(tables).made_by(word))
