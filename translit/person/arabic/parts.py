"""The grammar of Arabic names: from a text to its titles and units, each with its place in the text."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple
from weakref import WeakKeyDictionary

from translit.compiled import module
from translit.memory import once
from translit.patterns import pattern
from translit.person.arabic.atoms import Atoms
from translit.person.arabic.letters import AL
from translit.person.arabic.nouns import Atom, Item, Placed, Unit, is_comma
from translit.person.arabic.peoples import Peoples
from translit.person.arabic.titles import Title, Titles
from translit.person.arabic.units import Units
from translit.tables import Tables, built_in
from translit.text.clean import fold, joined

__all__ = ["Grammar", "Name", "compiled", "grammar"]

compiled = module("translit.person.arabic._units", 5)  # FORMAT in _units.c

_ATOM = pattern(r"[^\s,،;:()\[\]\"«»“”\-‐‑–—]+|[,،;:]")
_LONGEST = 4


class Name(NamedTuple):
    """A name in its units: titles before, titles after, and after which unit a comma stood."""

    text: str
    titles: tuple[Title, ...]
    units: list[Placed]
    comma: int | None


class Grammar:
    """Cuts names into units by the rows of one set of tables."""

    def __init__(self, tables: Tables) -> None:
        self._units = Units(tables)
        self._words = self._units.words
        self._composed = self._units.composed
        self._particles = self._words.particles
        self._atoms = Atoms(self._units)
        self._titles = Titles(self._words)
        self._abroad = Peoples(self._units, tables)
        self.weights = self._units.weights
        atoms = self._atoms
        filled = atoms.met, atoms.fill, atoms.definite, self._titles
        asked = (*filled, self._half, self._is_article, _which_article, self._unit, self._abroad)
        cutter = compiled and compiled.Cutter(Atom, Unit, Name, self._particles.endings, asked)
        self.parse: Callable[[str], Name] = cutter.parse if cutter else self._parsed
        """The units of a cleaned text."""

    def _parsed(self, text: str) -> Name:
        """The units of a cleaned text, where nothing is compiled."""
        met = self._atoms.met
        items: list[Item] = []
        odd = False
        for match in _ATOM.finditer(text):
            atom = met(match[0])
            if atom.odd:
                odd = True
            items.append((atom, match.start(), match.end()))
        titles: tuple[Title, ...] = ()
        if len(items) > 1 and (items[0][0].titled or items[-1][0].titled):
            titles, items = self._titles(text, items)
        if odd:
            items = self._joined(text, items)
        single = True
        for atom, _, _ in items:
            if not (atom.elements or is_comma(atom)):
                self._atoms.fill(atom)
            single = single and atom.single
        if single:
            return Name(text, titles, [(atom.unit, start, end) for atom, start, end in items], None)
        placed, comma = self._placed(items, text)
        return Name(text, titles, placed, comma)

    def _placed(self, items: list[Item], text: str) -> tuple[list[Placed], int | None]:
        """The units of the words, and after which of them a comma stood."""
        placed: list[Placed] = []
        comma = None
        abroad = False
        at, last = 0, len(items) - 1
        while at <= last:
            atom, start, end = items[at]
            if atom.odd and atom.odd.comma:
                if placed and comma is None:
                    comma = len(placed)
                at += 1
                continue
            if at < last and (atom.seconds is not None or atom.element or items[at + 1][0].ending):
                unit, at = self._unit(items, at)
                end = items[at - 1][2]
            else:
                unit = atom.unit
                at += 1
            abroad = abroad or unit.language != ""
            placed.append((unit, start, end))
        return self._abroad(placed, text) if abroad else placed, comma if comma != len(placed) else None

    def _joined(self, text: str, items: list[Item]) -> list[Item]:
        """The words, each with the article before it or in one with it."""
        found: list[Item] = []
        began: int | None = None
        article = ""
        for at, item in enumerate(items):
            atom, start, end = item
            odd = atom.odd
            if odd:
                if odd.comma:
                    found.append(item)
                    continue
                following = items[at + 1] if at + 1 < len(items) else None
                if (
                    not article
                    and following
                    and odd.article
                    and self._is_article(text, item, following, at + 2 == len(items))
                ):
                    began, article = start, _which_article(text, start, end) if odd.house else "al"
                    continue
                if at and odd.number:
                    continue
                if following and odd.half:
                    half = self._half(text, item, following, article)
                    if half:
                        found.append((half, start if began is None else began, end))
                        began, article = None, "al"
                        continue
            word = self._atoms.definite(text[start:end], article) if article else atom
            found.append((word, start if began is None else began, end))
            began, article = None, "al" if odd and odd.kunya and not article else ""
        return found

    def _half(self, text: str, item: Item, following: Item, article: str) -> Atom | None:
        """The first half of a compound whose link is written with it: Ziaur Rahman."""
        _, start, end = item
        folded = joined(text[start:end])
        half = self._words.compounds.half(folded, joined(text[following[1] : following[2]]))
        if not half:
            return None
        return self._atoms.half(text[start:end], text[start : start + len(half)], article)

    def _is_article(self, text: str, item: Item, following: Item, last: bool) -> bool:
        """Is a word the article of the next? Without l only before the sun letter it became.

        The last word of a name is no article, though it look like one: al-As.
        """
        after = fold(text[following[1] : following[2]])
        if not after or not after[0].isalpha():
            return False
        if len(after) < 4 and after in self._particles.articles and not last:
            return False
        letter = item[0].odd.article if item[0].odd else ""
        if letter in "lльل":
            return True
        return after.startswith(letter) or (
            letter == "h" and after.startswith(joined(text[item[1] : item[2]])[-2:])
        )

    def _unit(self, items: list[Item], at: int) -> tuple[Unit, int]:
        """The longest unit that begins at an item, and the item after it."""
        atom = items[at][0]
        if atom.initial or at + 1 == len(items) or is_comma(items[at + 1][0]):
            return atom.unit, at + 1
        after = items[at + 1][0]
        if atom.seconds is not None and after.may_follow(atom.seconds):
            chained = self._chained(items, at)
            if chained:
                return chained
        if atom.element is not None:
            inner, beyond = self._unit(items, at + 1)
            joined = self._composed.governed(atom.element, atom.text, atom.folded, inner, after.article)
            if joined:
                return joined, beyond
        if atom.is_half:
            return self._composed.linked(atom.unit.given, after), at + 2
        if after.ending:
            ending = self._composed.ending(after.folded)
            first = self._units.single(atom.text, "") if atom.article else atom.unit
            if ending:
                return self._composed.named_with(first.given, ending), at + 2
        return atom.unit, at + 1

    def _chained(self, items: list[Item], at: int) -> tuple[Unit, int] | None:
        """The longest run of items that a compound's row has as its elements."""
        run = []
        for atom, _, _ in items[at : at + _LONGEST]:
            if is_comma(atom):
                break
            run.append(atom)
        for size in range(len(run), 1, -1):
            unit = self._units.chained(tuple(run[:size]))
            if unit:
                return unit, at + size
        return None


def _which_article(text: str, start: int, end: int) -> str:
    """The article as "al", or "house" for a word that may be a ruling house and stands apart: Al Saud."""
    apart = text[end : end + 1] == " "
    if apart and text[start:end] == AL:
        apart = text[end + 1 :].startswith(AL)  # ال الشيخ, without its madda
    return "house" if apart else "al"


_GRAMMARS: WeakKeyDictionary[Tables, Grammar] = WeakKeyDictionary()


@once
def _own_grammar() -> Grammar:
    return Grammar(built_in())


def grammar(tables: Tables | None = None) -> Grammar:
    """The grammar over a set of tables (the built-in ones by default), made once."""
    tables = tables or built_in()
    if tables is built_in():
        return _own_grammar()
    found = _GRAMMARS.get(tables)
    if found is None:
        found = _GRAMMARS.setdefault(tables, Grammar(tables))
    return found
