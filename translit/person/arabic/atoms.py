"""The words of Arabic names as the grammar meets them: each looked up once, whatever stands beside it."""

from __future__ import annotations

from collections.abc import Callable

from translit.memory import met
from translit.person.arabic.letters import AL
from translit.person.arabic.meaning import Word
from translit.person.arabic.nouns import Atom, Odd, Seconds, Unit, new_atom, new_form, new_unit
from translit.person.arabic.units import Units
from translit.person.beside.regnal import ordinals
from translit.quick import untracked
from translit.romanization import PRESSES, romanize
from translit.text.clean import fold, joined
from translit.text.script import script_of
from translit.text.words import is_initial

__all__ = ["Atoms", "initial"]

_AYN = "A"  # its letter, which has no sound in Latin: ʿAli, ʿAbbas
_COMMAS = frozenset(",،;:")
_HOUSES = frozenset(("Al", "AL", "Āl", "ĀL", "Аль", "آل", AL))
_CACHED = 32768
_NUMERAL = frozenset("IVX")
_LONGEST_ARTICLE = 4
_SHORTEST_HALF = 4
_SERVANT = "abd"
_PLAIN, _HALF = Odd(), Odd(half=True)


class Atoms:
    """Makes the words of names, each once."""

    def __init__(self, units: Units) -> None:
        self._units = units
        self._particles = units.words.particles
        self._ordinals = ordinals(units.words.tables)
        signs = _COMMAS.union(self._ordinals)
        self._seconds = units.words.rows.seconds
        self._articles = self._particles.articles
        # What a new word is looked up in, together: what remembers comes to it through a proxy each time.
        self._asked = self._articles, self._letters(), signs, self._particles.begun
        self.met: Callable[[str], Atom] = met(self._meet, _CACHED)
        """A word as it stands in a text, not yet filled."""
        self.made = met(self._made, _CACHED // 16)
        self.half = met(self._first, _CACHED // 16)
        """The first half of a compound with its link, as it stands in a text and without the link."""

    def definite(self, text: str, article: str) -> Atom:
        """A word with an article before it."""
        if article != "al":
            return self.made(text, joined(text), article)
        atom = self.met(text)
        if atom.definite is None:
            atom.definite = self._made(text, joined(text), article)
        return atom.definite

    def _meet(self, text: str) -> Atom:
        """A word that is met for the first time."""
        folded = joined(text)
        articles, strange, signs, titles = self._asked
        atom = new_atom(text, folded)
        odd = _HALF if folded[-2:] in articles and len(folded) > _SHORTEST_HALF else None
        if "." not in text or not text[0].isupper():  # L. is an initial, no article, and A.R. are two
            odd = strange.get(folded, odd)
        if text[0] in _NUMERAL or text in signs or (odd and odd is not _HALF):
            odd = untracked(self._odd(text, odd or _PLAIN))
        atom.odd = odd
        if folded in titles or folded[:2] == AL:
            atom.titled = self._particles.begins_title(folded)
        return atom

    def _odd(self, text: str, known: Odd) -> Odd | None:
        """What a word may be beside a word of the name; `known` as its letters tell it."""
        number = _NUMERAL.issuperset(text) or text in self._ordinals
        odd = known._replace(comma=text in _COMMAS, number=number, house=text in _HOUSES)
        return odd if any(odd) else None

    def _letters(self) -> dict[str, Odd]:
        """What is odd of articles and kunyas, by their letters."""
        articles, elements = self._articles, self._particles.elements
        kunyas = {folded for folded, (one, *_) in elements.items() if one.role == "kunya" and one.article}
        found = {}
        for folded in kunyas.union(articles):
            article = articles.get(folded, "") if len(folded) <= _LONGEST_ARTICLE else ""
            half = len(folded) > _SHORTEST_HALF and folded[-2:] in articles
            if article or half or folded in kunyas:
                found[folded] = Odd(article=article, half=half, kunya=folded in kunyas)
        return found

    def fill(self, atom: Atom) -> None:
        """Look up a word that stands without an article, or has it written in one with it."""
        linked = self._particles.linked.get(atom.joined)
        if linked is not None and not self._units.words.rows.is_written(atom.joined):  # Lalla is a name
            self._fill_definite(atom, linked.canonical.removeprefix("al-"))
            return
        word = self._units.words.word(atom.spelling, "", atom.joined)
        if word.article and word.compound is None and word.meant.compound is None:
            self._fill_definite(atom, word.core)
        else:
            self._fill(atom, atom.spelling, atom.joined, "", word)

    def _fill_definite(self, atom: Atom, text: str) -> None:
        """Look up what is left of a word without the article."""
        self._fill(atom, text, joined(text), "al", self._units.words.word(text, "al"))

    def _made(self, text: str, folded: str, article: str) -> Atom:
        """A word with its article."""
        atom = new_atom(text, folded)
        self._fill(atom, text, folded, article, self._units.words.word(text, article))
        return atom

    def _first(self, spelling: str, text: str, article: str) -> Atom:
        """The first half of a compound that the link before the second is written with: Ziaur."""
        folded = joined(text)
        atom = new_atom(spelling, folded)
        self._fill(atom, text, folded, article, self._units.words.word(text, article))
        atom.seconds = _ANY
        return atom

    def _fill(self, atom: Atom, text: str, folded: str, article: str, word: Word) -> None:
        """What a word is by itself, and what it may be beside others."""
        elements = word.elements
        named = self._particles.elements.get(folded)
        element = named[0] if named else None
        if article:
            atom.article = article
            atom.ending = self._units.composed.ending(folded) is not None
            if element and element.name != _SERVANT:
                element = None  # al-Abd al-Rahman alone has an article of its own
        if (len(text) == 1 or text[-1] == ".") and _is_initial(text):
            atom.initial = True
            unit = initial(text)
        else:
            unit = self._units.of_word(word)
        seconds: Seconds | None = self._seconds.get(element.name if element else elements[0])
        if seconds is not None and not element and len(elements) > 1:
            seconds = _ANY if elements[1] in seconds else None
        atom.text, atom.folded = text, folded
        atom.element, atom.seconds, atom.unit = element, seconds, unit
        atom.single = not (atom.ending or element or seconds is not None or unit.language)
        atom.elements = elements


def _is_initial(text: str) -> bool:
    """Is a word a letter that stands for a name?"""
    return is_initial(text) and text.upper() == text


class _Any(frozenset[str]):
    """What has every word in it."""

    def __contains__(self, word: object) -> bool:
        return True


_ANY = _Any()


def initial(text: str) -> Unit:
    """A letter that stands for a name, in Latin; an Arabic one in its own letters too.

    >>> [initial(letter).given.canonical for letter in ("А.", "Ю", "ح", "ع.")]
    ['A.', 'Yu.', 'H.', 'A.']
    """
    letter = text.rstrip(".")
    script = script_of(letter)
    writer = PRESSES.get(script)
    latin = romanize(letter, writer).capitalize() if writer else letter
    latin = latin or (_AYN if script == "Arab" else letter)
    form = new_form(f"{latin}.", f"{letter}." if script == "Arab" else None, fold(latin), "ism", None, 0.5)
    return new_unit("initial", form, form.as_role("family"), 2.0)
