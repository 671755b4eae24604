"""The words of Arabic names as the grammar meets them: each looked up once, whatever stands beside it."""

from __future__ import annotations

from functools import lru_cache

from translit.person.arabic_letters import joined
from translit.person.arabic_particles import Element
from translit.person.arabic_units import Link, Unit, Units, initial
from translit.person.arabic_words import Word
from translit.text.script import script_of
from translit.text.words import is_initial

__all__ = ["COMMAS", "Atom", "Atoms"]

COMMAS = ",،;"
_CACHED = 32768
_NUMERAL = frozenset("IVX")
_LONGEST_ARTICLE = 4
_SHORTEST_HALF = 4
_Seconds = frozenset[str] | set[str]


class Atom:
    """One word of a text, and all that the grammar asks of it.

    `odd` is true where more must be asked before it counts as a word of the name: a comma, an article
    (`opens` is its last letter), a Roman number, one half of a compound or a kunya that holds the article.
    What follows is filled in where it counts as one. `text` and `folded` are without the article that is
    written in one with it, `article` is that or the one before it ("al", or "house" for Al Saud).
    `seconds` are what may follow it in a compound that rows have; `element` is the particle it may be,
    `ending` tells a second half, al-Din. `unit` is what it is alone.
    """

    __slots__ = (
        *("text", "folded", "article", "link", "unit", "seconds", "element", "initial", "ending"),
        *("comma", "odd", "opens", "numeral", "halved", "holds", "titled"),
    )

    def __init__(self, text: str, folded: str, article: str = "") -> None:
        self.text = text
        self.folded = folded
        self.article = article
        self.link: Link | None = None
        self.odd = self.comma = self.numeral = self.halved = self.holds = self.titled = False
        self.opens = ""
        self.unit: Unit
        self.seconds: _Seconds | None
        self.element: Element | None
        self.initial: bool
        self.ending: bool

    def may_follow(self, seconds: _Seconds) -> bool:
        """Is this word one of what may follow another in a compound?"""
        if self.element is not None and self.element.name in seconds:
            return True
        return self.link is not None and self.link.elements[0] in seconds


class Atoms:
    """Makes the words of names, each once."""

    def __init__(self, units: Units) -> None:
        self._units = units
        self._particles = units.words.particles
        self._seconds = units.words.rows.seconds
        self._met: dict[str, Atom] = {}
        self._definite: dict[str, Atom] = {}
        self.made = lru_cache(_CACHED // 16)(self._made)

    def met(self, text: str) -> Atom:
        """A word as it stands in a text, not yet filled."""
        return self._met.get(text) or self._meet(text)

    def definite(self, text: str, article: str) -> Atom:
        """A word with an article before it."""
        if article != "al":
            return self.made(text, joined(text), article)
        atom = self._definite.get(text)
        if atom is None:
            if len(self._definite) >= _CACHED:
                self._definite.clear()
            atom = self._definite[text] = self._made(text, joined(text), article)
        return atom

    def _meet(self, text: str) -> Atom:
        """A word that is met for the first time, in bounded room."""
        if len(self._met) >= _CACHED:
            self._met.clear()
        folded = joined(text)
        atom = self._met[text] = Atom(text, folded)
        if text in COMMAS:
            atom.comma = atom.odd = True
            return atom
        particles = self._particles
        last = particles.articles.get(folded)
        if last is not None and len(folded) <= _LONGEST_ARTICLE:
            atom.opens = last
        atom.numeral = text.isascii() and text.isupper() and _NUMERAL.issuperset(text)
        atom.halved = len(folded) > _SHORTEST_HALF and folded[-2:] in particles.articles
        element = particles.element(folded)
        atom.holds = element is not None and element.role == "kunya" and element.article
        atom.odd = last is not None or atom.numeral or atom.halved or atom.holds
        atom.titled = particles.begins_title(folded)
        return atom

    def fill(self, atom: Atom) -> None:
        """Look up a word that stands without an article, or has it written in one with it."""
        linked = self._particles.linked.get(atom.folded)
        if linked is not None:
            atom.text, atom.article = linked.canonical.removeprefix("al-"), "al"
            word = self._units.words.word(atom.text, "al")
        else:
            word = self._units.words.word(atom.text, "")
            if word.article and word.compound is None:
                atom.text, atom.article = word.core, "al"
                word = self._units.words.word(word.core, "al")
        if atom.article:
            atom.folded = joined(atom.text)
        self._fill(atom, word)

    def _made(self, text: str, folded: str, article: str) -> Atom:
        """A word with its article."""
        atom = Atom(text, folded, article)
        self._fill(atom, self._units.words.word(text, article))
        return atom

    def _fill(self, atom: Atom, word: Word) -> None:
        """What a word is by itself, and what it may be beside others."""
        text, folded, article, elements = atom.text, atom.folded, atom.article, word.elements
        element = atom.element = None if article else self._particles.element(folded)
        atom.link = Link(text, folded, article, elements, element)
        atom.initial = is_initial(text) and text.upper() == text and script_of(text) != "Arab"
        atom.unit = initial(text) if atom.initial else self._units.of_word(word)
        atom.ending = bool(article) and self._units.ending(folded) is not None
        seconds: _Seconds | None = self._seconds.get(element.name if element else elements[0])
        if seconds is not None and not element and len(elements) > 1:
            seconds = _ANY if elements[1] in seconds else None
        atom.seconds = seconds


class _Any(frozenset[str]):
    """What has every word in it."""

    def __contains__(self, word: object) -> bool:
        return True


_ANY = _Any()
