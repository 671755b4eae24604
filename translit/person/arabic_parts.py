"""The grammar of Arabic names: from a text to its titles and units, each with its place in the text."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from weakref import WeakKeyDictionary

from translit.nouns import Row
from translit.person.arabic_units import Item, Unit, Units, initial
from translit.person.arabic_words import Element
from translit.quick import quick
from translit.tables import Tables, built_in
from translit.text.case import is_shouted
from translit.text.clean import fold
from translit.text.script import script_of
from translit.text.words import is_initial

__all__ = ["Grammar", "Name", "Placed", "grammar"]

_ATOM = re.compile(r"[^\s,،;()\[\]\"«»“”\-‐‑–—]+|[,،;]")
_DROPPED = str.maketrans("", "", " -–.'’")
_AL = "ال"
_LONGEST = 4
_CACHED = 32768
_SOFT_TITLES = 2  # units that must follow a title which may be an ism: Sayyid, Sharif, Sultan


@quick
@dataclass(frozen=True, slots=True)
class Placed:
    """A unit and where it stands in the text."""

    unit: Unit
    start: int
    end: int
    shouted: bool


@quick
@dataclass(frozen=True, slots=True)
class Name:
    """A name in its units: titles before, titles after, and after which unit a comma stood."""

    text: str
    titles: tuple[tuple[Row, int, int], ...]
    units: tuple[Placed, ...]
    comma: int | None


class Grammar:
    """Cuts names into units by the rows of one set of tables."""

    def __init__(self, tables: Tables) -> None:
        self._units = Units(tables)
        self._words = self._units.words
        self.weights = self._units.weights
        self._item = lru_cache(_CACHED)(self._one_item)
        self._opens_title = lru_cache(_CACHED // 4)(self._title_begins)

    def parse(self, text: str) -> Name:
        """The units of a cleaned text."""
        atoms = [(match.start(), match.end()) for match in _ATOM.finditer(text)]
        titles, atoms = self._titles(text, atoms)
        items = self._items(text, atoms)
        placed: list[Placed] = []
        comma = None
        at = 0
        while at < len(items):
            if items[at].comma:
                if placed and comma is None:
                    comma = len(placed)
                at += 1
                continue
            unit, after = self._unit(text, items, at)
            start, end = items[at].start, items[after - 1].end
            placed.append(Placed(unit, start, end, is_shouted(text[start:end])))
            at = after
        if comma == len(placed):
            comma = None
        return Name(text, titles, _abroad(placed), comma)

    def _titles(
        self, text: str, atoms: list[tuple[int, int]]
    ) -> tuple[tuple[tuple[Row, int, int], ...], list[tuple[int, int]]]:
        """Titles before a name and after it (Bey, Pasha)."""
        found: list[tuple[Row, int, int]] = []
        while len(atoms) > 1 and self._opens_title(text[atoms[0][0] : atoms[0][1]]):
            for size in range(min(_LONGEST, len(atoms) - 1), 0, -1):
                start, end = atoms[0][0], atoms[size - 1][1]
                row = self._title(text[start:end])
                if row and not self._is_name(row, text, atoms, size):
                    found.append((row, start, end))
                    atoms = atoms[size:]
                    break
            else:
                break
        if len(atoms) > 2 and self._opens_title(text[atoms[-1][0] : atoms[-1][1]]):
            start, end = atoms[-1]
            row = self._title(text[start:end])
            if row and row["note"].startswith("follows"):
                found.append((row, start, end))
                atoms = atoms[:-1]
        return tuple(found), atoms

    def _title_begins(self, word: str) -> bool:
        """May a title begin with this word?"""
        folded = _joined(word)
        begun = self._words.titles_begun
        return folded in begun or (folded.startswith(_AL) and folded[2:] in begun)

    def _title(self, text: str) -> Row | None:
        """The title that these words are."""
        folded = _joined(text)
        row = self._words.titles.get(folded)
        if row is None and folded.startswith(_AL):
            row = self._words.titles.get(folded[2:])
        return row

    def _is_name(self, row: Row, text: str, atoms: list[tuple[int, int]], size: int) -> bool:
        """A title that is also an ism is one only before an ism and one word more."""
        rest = [text[start:end] for start, end in atoms[size:]]
        if rest[0] in ",،;":
            return True
        start, end = atoms[0]
        word = self._words.word(text[start:end], "")
        if size > 1 or not any(known.cost < 0.4 for known in word.ism) or word.article:
            return False
        following = self._words.word(rest[0], "")
        names = sum(_joined(other) not in self._words.articles for other in rest)
        element = self._words.element(_joined(rest[0]))
        nasab_later = any(self._is_nasab(other) for other in rest[1:-1])
        if names < _SOFT_TITLES or (element and element.role == "nasab") or following.article:
            return True
        sure = "only as a title" not in row["note"] or row.id in ("sayyid",)
        named = following.ism or following.compound or (element and element.role == "compound")
        return not named or not (sure or nasab_later)

    def _is_nasab(self, text: str) -> bool:
        element = self._words.element(_joined(text))
        return element is not None and element.role == "nasab"

    def _items(self, text: str, atoms: list[tuple[int, int]]) -> list[Item]:
        """The words, each with the article before it or in one with it."""
        items: list[Item] = []
        began: int | None = None
        article = ""
        for at, (start, end) in enumerate(atoms):
            word = text[start:end]
            if word in ",،;":
                items.append(Item(start, end, word, word, "", True))
                continue
            folded = _joined(word)
            if not article and at + 1 < len(atoms) and self._is_article(text, folded, atoms[at + 1], start):
                began, article = start, _which_article(text, start, end)
                continue
            if at and word.isascii() and word.isupper() and set(word) <= set("IVX"):
                continue
            item = self._item(word, folded, article)
            if at + 1 < len(atoms) and len(folded) > 4:
                half = self._words.half(folded, _joined(text[atoms[at + 1][0] : atoms[at + 1][1]]))
                if half:
                    items.append(
                        Item(start if began is None else began, end, word[: len(half)], half, article)
                    )
                    began, article = None, "al"
                    continue
            items.append(Item(start if began is None else began, end, item[0], item[1], item[2]))
            element = self._words.element(folded) if not article else None
            began, article = None, "al" if element and element.role == "kunya" and element.article else ""
        return items

    def _one_item(self, word: str, folded: str, article: str) -> tuple[str, str, str]:
        """A word, folded, and its article, also where it is written in one with it."""
        if article:
            return word, folded, article
        linked = self._words.linked.get(folded)
        if linked is not None:
            bare = linked.canonical.removeprefix("al-")
            return bare, _joined(bare), "al"
        known = self._words.word(word, "")
        if known.article and known.compound is None:
            return known.core, _joined(known.core), "al"
        return word, folded, ""

    def _is_article(self, text: str, folded: str, following: tuple[int, int], start: int) -> bool:
        """Is a word the article of the next? Without l only before the sun letter it became."""
        last = self._words.articles.get(folded)
        if last is None or len(folded) > 4:
            return False
        after = fold(text[following[0] : following[1]])
        if not after or not after[0].isalpha() or (len(after) < 3 and after in self._words.articles):
            return False
        if last in "lльل":
            return True
        return after.startswith(last) or (last == "h" and after.startswith(folded[-2:]))

    def _unit(self, text: str, items: list[Item], at: int) -> tuple[Unit, int]:
        """The longest unit that begins at an item, and the item after it."""
        item = items[at]
        end = at + 1
        while end < len(items) and not items[end].comma:
            end += 1
        following = end > at + 1
        element = self._words.element(item.folded) if following and not item.article else None
        if is_initial(item.text) and item.text.upper() == item.text and script_of(item.text) != "Arab":
            return initial(item.text), at + 1
        if following:
            chained = self._chained(text, items, at, end, element)
            if chained:
                return chained
        if element is not None:
            inner, after = self._unit(text, items, at + 1)
            joined = self._units.governed(element, item, inner, items[at + 1])
            if joined:
                return joined, after
        if following and items[at + 1].article:
            ending = self._units.ending(items[at + 1].folded)
            if ending:
                return self._units.named_with(item, ending), at + 2
        return self._units.single(item.text, item.article), at + 1

    def _chained(
        self, text: str, items: list[Item], at: int, end: int, element: Element | None
    ) -> tuple[Unit, int] | None:
        """The longest run of items that a compound's row has as its elements."""
        first = element.name if element else self._words.word(items[at].text, items[at].article).elements[0]
        if not self._words.opens(first):
            return None
        for size in range(min(_LONGEST, end - at), 1, -1):
            run = items[at : at + size]
            span = text[run[0].start : run[-1].end]
            unit = self._units.chained(span, tuple((item.text, item.folded, item.article) for item in run))
            if unit:
                return unit, at + size
        return None


def _abroad(placed: list[Placed]) -> tuple[Placed, ...]:
    """Beside Mehmet, Emin is Turkish too: a form of another language where a sure one stands by it."""
    languages = {
        row["language"] for one in placed if (row := one.unit.given.row) and row.table.endswith("equivalent")
    }
    if not languages:
        return tuple(placed)
    found = []
    for one in placed:
        unit = one.unit
        form = next((form for form in unit.abroad if form.row and form.row["language"] in languages), None)
        if form is not None and unit.given.row is not form.row:
            surname = form.as_role("family") if unit.surname.row is unit.given.row else unit.surname
            unit = replace(unit, given=form, surname=surname)
            one = replace(one, unit=unit)
        found.append(one)
    return tuple(found)


def _which_article(text: str, start: int, end: int) -> str:
    """The article as "al", or "house" for a word that stands apart and is Al: Al Saud."""
    apart = text[start:end] in ("Al", "AL", "Аль", "آل") and text[end : end + 1] == " "
    return "house" if apart else "al"


def _joined(text: str) -> str:
    """A folded text without blanks, hyphens and dots."""
    return fold(text).translate(_DROPPED)


_GRAMMARS: WeakKeyDictionary[Tables, Grammar] = WeakKeyDictionary()


def grammar(tables: Tables | None = None) -> Grammar:
    """The grammar over a set of tables (the built-in ones by default), made once."""
    tables = tables or built_in()
    if tables not in _GRAMMARS:
        _GRAMMARS[tables] = Grammar(tables)
    return _GRAMMARS[tables]
