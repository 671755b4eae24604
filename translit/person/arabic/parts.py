"""The grammar of Arabic names: from a text to its titles and units, each with its place in the text."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple
from weakref import WeakKeyDictionary

from translit.compiled import module
from translit.memory import once
from translit.nouns import Row
from translit.patterns import pattern
from translit.person.arabic.atoms import Atoms
from translit.person.arabic.letters import AL
from translit.person.arabic.nouns import Atom, Unit
from translit.person.arabic.units import Units
from translit.person.beside.letters import is_spelt
from translit.quick import changed
from translit.sounds.letters import ascii_letters
from translit.tables import Tables, built_in
from translit.text.case import is_shouted
from translit.text.clean import fold, joined
from translit.text.script import script_of

__all__ = ["Grammar", "Name", "Placed", "compiled", "grammar"]

compiled = module("translit.person.arabic._units", 5)  # FORMAT in _units.c

_ATOM = pattern(r"[^\s,،;:()\[\]\"«»“”\-‐‑–—]+|[,،;:]")
_LONGEST = 4
_WITHOUT_ARTICLE = frozenset(("az", "bs", "fa", "ku", "tk", "tr", "ug", "uz"))  # their names have none
_FAINTLY = 0.3  # the cost from which a word hardly sounds as a row, beside a form of another people
_SOFT_TITLES = 2  # units that must follow a title which may be an ism: Sayyid, Sharif, Sultan
_SURELY_ISM = 0.25  # the cost below which a title's word is an ism as well
_GOD = ("الله", "الدين")  # second halves, with which what stands before makes one name: نقيب الله

Item = tuple[Atom, int, int]  # a word and where it stands in the text, with the article before it
Placed = tuple[Unit, int, int]  # a unit and where it stands in the text


class Name(NamedTuple):
    """A name in its units: titles before, titles after, and after which unit a comma stood."""

    text: str
    titles: tuple[tuple[Row, int, int], ...]
    units: list[Placed]
    comma: int | None


class Grammar:
    """Cuts names into units by the rows of one set of tables."""

    def __init__(self, tables: Tables) -> None:
        self._units = Units(tables)
        self._words = self._units.words
        self._particles = self._words.particles
        self._atoms = Atoms(self._units)
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
        titles: tuple[tuple[Row, int, int], ...] = ()
        if len(items) > 1 and (items[0][0].titled or items[-1][0].titled):
            titles, items = self._titles(text, items)
        if odd:
            items = self._joined(text, items)
        single = True
        for atom, _, _ in items:
            if not (atom.elements or _is_comma(atom)):
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

    def _titles(self, text: str, items: list[Item]) -> tuple[tuple[tuple[Row, int, int], ...], list[Item]]:
        """Titles before a name and after it (Bey, Pasha)."""
        found: list[tuple[Row, int, int]] = []
        while len(items) > 1 and items[0][0].titled:
            for size in range(min(_LONGEST, len(items) - 1), 0, -1):
                start, end = items[0][1], items[size - 1][2]
                row = self._particles.title(joined(text[start:end]))
                if row and not self._is_name(row, text, items, size):
                    found.append((row, start, end))
                    items = items[size:]
                    break
            else:
                break
        if len(items) > 2 and items[-1][0].titled:
            _, start, end = items[-1]
            row = self._particles.title(joined(text[start:end]))
            if row and row["behind"]:
                found.append((row, start, end))
                items = items[:-1]
        return tuple(found), items

    def _is_name(self, row: Row, text: str, items: list[Item], size: int) -> bool:
        """A title that is also an ism is one only before an ism and one word more.

        In Arabic letters it is none without its article: رائد صلاح, الرائد صلاح.
        """
        if _is_comma(items[size][0]):
            return True
        said = text[items[0][1] : items[size - 1][2]]
        if not is_spelt(said, row):
            return True
        if size > 1 or (said[0].islower() and text[items[size][1]].isupper()):  # emir Abu Omar
            return False
        rest = [text[start:end] for _, start, end in items[size:]]
        word = self._words.word(said, "")
        ism = word.meant.ism
        soft, article = row["given"] != "", row["article"]
        unsure = ism is None or ism[0] >= _SURELY_ISM or article == "needed"
        if rest[0] in _GOD:
            return True
        if word.article:
            return False
        if word.script == "Arab" and (article == "needed" or not (unsure or soft or article == "free")):
            return True
        if unsure:
            return soft and not said.islower()
        following = self._words.word(rest[0], "")
        names = sum([self._is_whole(joined(other)) for other in rest])
        element = self._particles.element(joined(rest[0]))
        nasab_later = any(self._is_nasab(other) for other in rest[1:-1])
        if names < _SOFT_TITLES or (element and element.role == "nasab") or following.article:
            return True
        rows = following.meant
        named = rows.ism or rows.compound or (element and element.role == "compound")
        return not named or (soft and not nasab_later)

    def _is_whole(self, folded: str) -> bool:
        """Is a word one of a name by itself, neither an article nor the head of a compound?"""
        if folded in self._particles.articles:
            return False
        element = self._particles.element(folded)
        return element is None or element.role != "compound"

    def _is_nasab(self, text: str) -> bool:
        element = self._particles.element(joined(text))
        return element is not None and element.role == "nasab"

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
        if atom.initial or at + 1 == len(items) or _is_comma(items[at + 1][0]):
            return atom.unit, at + 1
        after = items[at + 1][0]
        if atom.seconds is not None and after.may_follow(atom.seconds):
            chained = self._chained(items, at)
            if chained:
                return chained
        if atom.element is not None:
            inner, beyond = self._unit(items, at + 1)
            joined = self._units.governed(atom.element, atom.text, atom.folded, inner, after.article)
            if joined:
                return joined, beyond
        if atom.is_half:
            return self._units.linked(atom.unit.given, after), at + 2
        if after.ending:
            ending = self._units.ending(after.folded)
            first = self._units.single(atom.text, "") if atom.article else atom.unit
            if ending:
                return self._units.named_with(first.given, ending), at + 2
        return atom.unit, at + 1

    def _chained(self, items: list[Item], at: int) -> tuple[Unit, int] | None:
        """The longest run of items that a compound's row has as its elements."""
        run = []
        for atom, _, _ in items[at : at + _LONGEST]:
            if _is_comma(atom):
                break
            run.append(atom)
        for size in range(len(run), 1, -1):
            unit = self._units.chained(tuple(run[:size]))
            if unit:
                return unit, at + size
        return None

    def _abroad(self, placed: list[Placed], text: str) -> list[Placed]:
        """Beside Mehmet, Emin is Turkish too; beside an article, which Turks do not bear, each is Arabic.

        What no row writes keeps its spelling beside a form of those who write in Latin: Cevdet Sunay.
        """
        languages = {one[0].language for one in placed if one[0].language}
        if any(one[0].article for one in placed):
            languages -= _WITHOUT_ARTICLE
        found = []
        for one in placed:
            unit = one[0]
            if unit.language in _WITHOUT_ARTICLE and unit.language not in languages:
                form = self._units.at_home(unit)
            else:
                kin = (form for form in unit.abroad if form.row and form.row["language"] in languages)
                form = next(kin, None)
            if form is not None and unit.given.row is not form.row:
                surname = form.as_role("family") if unit.surname.row is unit.given.row else unit.surname
                one = (changed(unit, given=form, surname=surname), one[1], one[2])
            found.append(one)
        if script_of(text) == "Latn" and any(_is_in_latin(unit, languages) for unit, _, _ in found):
            return [self._as_spelt(one, text) for one in found]
        return found

    def _as_spelt(self, one: Placed, text: str) -> Placed:
        """A word that is a row's by its sound at most, as it is spelt."""
        unit, start, end = one
        if unit.kind != "name" or unit.article or unit.language or unit.surname.cost < _FAINTLY:
            return one
        spelt = text[start:end]
        if is_shouted(spelt) or spelt.islower():
            return one
        latin = spelt if spelt.isascii() else ascii_letters(spelt)
        form = changed(self._units.unlisted(spelt), canonical=latin)
        return changed(unit, given=form.as_role("ism"), surname=form), start, end


def _is_in_latin(unit: Unit, languages: set[str]) -> bool:
    """Is a unit another language's form, of those that Latin letters are the script of?"""
    row = unit.given.row
    return unit.language in languages and row is not None and script_of(row.native) == "Latn"


def _is_comma(atom: Atom) -> bool:
    return atom.odd is not None and atom.odd.comma


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
