"""The phonetic key of a word: what all spellings of one name have in common, whatever their script.

The rules are those of `tables/keys/*.toml`, compiled into plain replacements: a word of any script
is first put into small Latin letters, then rewritten rule by rule, then bared of its vowels.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache, partial
from typing import NamedTuple
from unicodedata import combining, normalize

from translit import compiled
from translit.compiled import letterwise
from translit.errors import TableError
from translit.memory import lasting
from translit.nouns import Rule
from translit.tables import Tables, built_in

__all__ = ["Keyer", "key", "keyer", "page", "rules"]

EDGE = "#"
_APOSTROPHES = dict.fromkeys(map(ord, "'’ʼ‘`´ʻʾʿ′ʹʺ″\"“”«»„ˈ˹.,()"), None)


class _Replacement(NamedTuple):
    """One rule as plain text replacement; `rule` is where it stands in its table."""

    find: str
    put: str
    rule: int


class Keyer:
    """The rules of one language, ready to make keys.

    >>> keyer("ru")("Tchaïkovski") == keyer("ru")("Чайковский")
    True
    """

    def __init__(self, page: Mapping[str, object], without: int | None = None) -> None:
        letters: Mapping[str, str] = page["letters"]  # type: ignore[assignment]
        plain = partial(_plain, _APOSTROPHES | {ord(letter): put for letter, put in letters.items()})
        self.plain = letterwise(plain)
        """A word of any script in the small Latin letters that the rules are about."""
        classes: Mapping[str, str] = page["classes"]  # type: ignore[assignment]
        entries: list[Mapping[str, str]] = page["rules"]  # type: ignore[assignment]
        self._rules = tuple(
            (found.find, found.put)
            for at, entry in enumerate(entries)
            if at != without
            for found in _replacements(entry, at)
        )
        self._likely: dict[str, tuple[tuple[str, str], ...]] = {}
        self._classes: dict[int, str | None] = {}
        for code in range(128):
            self._classes[code] = classes.get(chr(code), chr(code) if chr(code).isalpha() else "") or None
        self._quick = self._compiled()

    def _compiled(self) -> Callable[[str], str | None]:
        """The rules as compiled loops, for all words but a few; where there are none, for no word."""
        if compiled.word is None:
            return lambda word: None
        classes = "".join([self._classes[code] or "\0" for code in range(128)])
        rules: Callable[[str], str | None] = compiled.word.Rules(self._rules, classes, "_", None, EDGE)
        return rules

    def __call__(self, word: str) -> str:
        """The key of one word."""
        text = self.plain(word)
        quick = self._quick(text)
        return self.of_plain(text) if quick is None else quick

    def of_plain(self, text: str) -> str:
        """The key of a word in `plain` letters."""
        quick = self._quick(text)
        if quick is not None:
            return quick
        if not text:
            return ""
        text = f"{EDGE}{text}{EDGE}"
        for find, put in self._likely.get(text[1]) or self._chosen(text[1]):
            if find in text:
                text = text.replace(find, put)
        last = ""
        found = ""
        for letter in text.translate(self._classes):
            if letter != last:
                found += letter
                last = letter
        return found.translate(_VOWELS) if found else text.strip(EDGE)

    def _chosen(self, first: str) -> tuple[tuple[str, str], ...]:
        """The rules that can touch a word with this first letter: most rules of the first edge cannot."""
        firsts, bared = {first}, False
        likely = []
        for find, put in self._rules:
            begins = find.removeprefix(EDGE)[:1]
            if bared or begins in firsts:
                made = put.removeprefix(EDGE)[:1]
                firsts.add(made)
                bared = bared or not made
            elif find[0] == EDGE:
                continue
            likely.append((find, put))
        self._likely[first] = tuple(likely)
        return self._likely[first]


_VOWELS = {ord("_"): None}


def _plain(letters: Mapping[int, str | None], word: str) -> str:
    """A word of any script in the small Latin letters that the rules are about, by a table of letters."""
    text = word.casefold().translate(letters)
    return text if text.isascii() else _bare(letters, text)


def _bare(letters: Mapping[int, str | None], text: str) -> str:
    """Letters with marks the table does not know, without them."""
    parts = normalize("NFD", text)
    text = "".join(letter for letter in parts if not combining(letter)).translate(letters)
    return text if text.isascii() else "".join(filter(str.isascii, text))


def _replacements(entry: Mapping[str, str], at: int) -> Iterator[_Replacement]:
    """A rule written out for each neighbour it asks for."""
    for after in entry.get("after", "") or ("",):
        for before in entry.get("before", "") or ("",):
            yield _Replacement(after + entry["find"] + before, after + entry["put"] + before, at)


@lasting(8)
def keyer(language: str, tables: Tables | None = None) -> Keyer:
    """The key rules of a language, read when first asked for."""
    return Keyer(page(language, tables))


@lru_cache(maxsize=8)
def page(language: str, tables: Tables | None = None) -> Mapping[str, object]:
    """The key table of a language as it stands in its file."""
    found = (tables or built_in()).toml(f"keys/{language}")
    for part in ("letters", "classes", "rules"):
        if part not in found:
            raise TableError(f"keys/{language}.toml: no [{part}]; every key table must have it")
    return found


def rules(language: str) -> tuple[Rule, ...]:
    """The rules of a language's key, each with the word that shows it."""
    entries: list[Mapping[str, str]] = page(language)["rules"]  # type: ignore[assignment]
    return tuple(
        Rule(
            entry["name"],
            entry["find"],
            entry["put"],
            entry.get("after", ""),
            entry.get("before", ""),
            (entry["as_in"][0], entry["as_in"][1]),
        )
        for entry in entries
    )


@lru_cache(maxsize=1 << 15)
def key(word: str, language: str, *, tables: Tables | None = None) -> str:
    """The phonetic key of one word in any script: spellings of one name share it.

    >>> key("Shcherbakov", "ru") == key("Щербаков", "ru") == key("Schtscherbakow", "ru")
    True
    >>> key("Muhammad", "ar") == key("Mohamed", "ar") == key("محمد", "ar") == key("Мухаммед", "ar")
    True
    """
    return keyer(language, tables)(word)
