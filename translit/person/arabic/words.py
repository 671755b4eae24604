"""The words of Arabic names: which rows a word may stand for, in any script and spelling.

Everything is looked up without the article, by its letters, else by sound, else by how it reads in Arabic.
"""

from __future__ import annotations

from collections.abc import Iterable

from translit.memory import once
from translit.patterns import beginning
from translit.person.arabic.choosing import READABLE, SURE, Choice
from translit.person.arabic.compounds import WHOLE, Compounds
from translit.person.arabic.diacritics import bared, lettered
from translit.person.arabic.doubles import Doubles
from translit.person.arabic.letters import AL, sound
from translit.person.arabic.meaning import ISMS, Word, isms, made_word
from translit.person.arabic.particles import Particles, heads, tails
from translit.person.arabic.rows import ARTICLE_MISSED, Known, Rows
from translit.person.latin.respelt import respelling
from translit.sounds import read
from translit.tables import Tables, built_in
from translit.text.clean import joined, strip_harakat
from translit.text.script import script_of

__all__ = ["Vocabulary", "are_spelt", "vocabulary", "vocabulary_of"]

_SOUNDS_SO = 0.2  # the cost below which what follows an article sounds as a row
_GLUED = ("Al", "El", "al", "el")
_LATIN_ARTICLES = ("al", "el")
_opens_article = beginning(_LATIN_ARTICLES)
_ARTICLES = (*_LATIN_ARTICLES, "аль", "эль")
_SUNNY = tuple(f"e{letter * 2}" for letter in "dnrstz")  # the article as the Maghreb writes it in one: Ennaji
_NO_MALAY = ("sya", "syan")  # Russians and Armenians end so: Asya, Khasyan
_MALAY = 5  # letters below which a word is too short to be told as a Malay one
_OPENERS = (*_ARTICLES, *_SUNNY)
_OWN_NAMES = (*ISMS, "laqab")


class Vocabulary:
    """The Arabic tables of one set, asked about one word at a time."""

    def __init__(self, tables: Tables) -> None:
        self.tables = tables
        self.particles = Particles(tables)
        self.rows = Rows(tables, self.particles)
        self._spelt = self.rows.spelt
        self.compounds = Compounds(self.particles, self.rows)
        self.doubles = Doubles(tables, self.rows)
        self._endings = self.particles.endings
        arabs = heads("arabs", tables)
        self._fathers = tuple([head for head in heads("opens", tables) if head in arabs])
        self._opens_father = beginning(self._fathers)
        self._halves = heads("joined", tables), tails("joined", tables)
        self._malay = respelling("ar", tables, "Malay")
        self._short = self.rows.short_halves()
        self._choice = Choice(self.rows, tables)

    def word(self, text: str, article: str, folded: str = "") -> Word:
        """Everything known of one word; `article` as it stood before it: "al", "house" (Al Saud) or "".

        `folded` is the word joined, where that is known already.
        """
        rows = self.rows
        core = spelt = text
        marks = False
        if text.isascii():
            script = "Latn" if text.isalpha() else script_of(text)
        else:
            script = script_of(text)
            marks = script == "Latn"
        if marks:
            spelt = lettered(text, self.tables)
            core = bared(spelt)
        if marks or not folded:
            folded = joined(core)
        found = rows.written(folded, article)
        if not article and (script == "Arab" or (not found and folded.startswith(_OPENERS))):
            stripped = self._stripped(core, folded, script, found)
            if stripped:
                core, article, spelt = stripped, "al", spelt[2:]
                folded = joined(core)
                found = rows.written(folded, article)
        if marks and not found:
            found = self._as_marked(text, article)
        elif not found and ("sy" in folded or "dz" in folded) and (plain := self._plainer(folded)):
            core = folded = plain
            found = rows.written(folded, article)
        if not marks:
            spelt = core
        apart = self.compounds.apart(folded, found)
        key = sound(core)
        elements = apart.elements
        if not elements:
            elements = (key,) if core.isascii() and folded not in self._endings else self._alone(core, folded)
        word = made_word(
            text, core, folded, article, script, key, spelt, elements, found, apart.row, apart.halves
        )
        if apart.row is None:
            found = self._sought(word, found)
        word.found = self._choice.meant_so(word, found, marks)
        return word

    def made_by(self, text: str) -> str:
        """What makes a word that no row writes an Arabic name: a "scheme", the "halves" of a compound; or "".

        Or its "article", where that stands in one with what sounds as a name, or that it is a "double" one.

        >>> [vocabulary().made_by(word) for word in ("Rachid", "Abdulkhaliq", "Elsebai", "Abdullayev")]
        ['scheme', 'halves', 'article', '']
        """
        folded, script = joined(text), script_of(text) or ""
        if folded in self._spelt:
            return "scheme"
        if ("sy" in folded or "dz" in folded) and (plain := self._plainer(folded)):
            return "scheme" if plain in self._spelt else "halves"
        if script == "Latn" and _opens_article(folded) and self._sounds_so(folded[2:], script):
            return "article"
        if script == "Arab" and self.doubles.opens(folded) and self.doubles.apart(folded):
            return "double"
        first, second = self._halves
        whole = script == "Cyrl" and not folded.startswith(first) and not folded.endswith(second)
        apart = WHOLE if whole else self.compounds.apart(folded, ())
        if apart is WHOLE:  # as most words are
            return "halves" if self._opens_father(folded) and self.father(folded) else ""
        known = apart.row is not None or (apart.halves is not None and self._are_known(*apart.halves))
        return "halves" if known or self.father(folded) else ""

    def _as_marked(self, text: str, article: str) -> tuple[Known, ...]:
        """The rows of a word that one writes just so, in its language's marked letters: Hatidža."""
        own, small = self.rows.written(joined(text), article), text.lower()
        return own if any(entry.row.native.lower() == small for _, entry in own) else ()

    def _plainer(self, folded: str) -> str:
        """A word of Malays' letters that is known in those of others, in these; else empty: Syukri."""
        if len(folded) < _MALAY or folded.endswith(_NO_MALAY):
            return ""
        plain = self._malay(folded)
        if plain == folded:
            return ""
        if self.rows.is_spelt(plain):
            return plain
        row = self.compounds.apart(plain, ()).row
        return plain if row and row[1].role == "laqab" else ""

    def _are_known(self, first: str, second: str) -> bool:
        """Is the half that is a name known: what stands behind Abd, or before al-Din?"""
        return self._is_known(first if second in self._endings else second)

    def _is_known(self, folded: str) -> bool:
        """Does any row write a word, or sound as it does?"""
        return self.rows.is_written(folded) or bool(
            len(folded) >= READABLE and self.rows.heard(folded, sound(folded), script_of(folded) or "", "")
        )

    def father(self, folded: str) -> str:
        """The name in a Maghreb family name that is one word with "son of" or "father of"; else empty.

        >>> vocabulary().father("benrahma"), vocabulary().father("benson")
        ('rahma', '')
        """
        if not folded.startswith(self._fathers):
            return ""
        for head in self._fathers:
            if folded.startswith(head):
                rest = folded[len(head) :]
                return rest if len(rest) >= READABLE and self.rows.is_written(rest) else ""
        return ""

    def _alone(self, core: str, folded: str) -> tuple[str, ...]:
        """A word as the one element that it is: the name of a known ending, else its sound."""
        return (self._endings[folded].id if core.isascii() else self.particles.part(core),)

    def _sought(self, word: Word, found: tuple[Known, ...]) -> tuple[Known, ...]:
        """The rows of a word that is no compound: those that write it out, else those it sounds like."""
        folded, article = word.folded, word.article
        if not found and (folded not in self._endings or not folded.isascii()):
            heard = self.rows.heard(folded, word.key, word.script, article)
            found = self._choice.rather(word, heard) if heard else ()
        elif not article and not isms(found):
            found = found + isms(self.rows.heard(folded, word.key, word.script, article))
        if not found and word.halves is None:
            return self._choice.by_reading(word)
        for cost, entry in found:
            if entry.late and cost < ARTICLE_MISSED:
                word.abroad = tuple([one for one in found if one[1].late and one[0] < ARTICLE_MISSED])
                return self._choice.own_forms(word.text, found)
        return found

    def _stripped(self, text: str, folded: str, script: str, found: tuple[Known, ...]) -> str:
        """A word without the article written in one with it; empty where there is none."""
        if script == "Arab":
            if not folded.startswith(AL) or any(known[1].role in _OWN_NAMES for known in found):
                return ""
            plain = strip_harakat(text)
            least = 3 if plain[2:] in self._short else 4  # الحق, as in عبد الحق
            return plain[2:] if plain.startswith(AL) and len(plain) > least else ""
        if len(text) > 4 and text[:2] in _GLUED and text[2].isupper() and text[3].islower():
            return text[2:]
        if folded.startswith(_SUNNY):
            rest = folded[2:]
            return text[-len(rest) :] if len(rest) > 3 and self.rows.is_spelt(rest) else ""
        for opener in _ARTICLES:
            if folded.startswith(opener):
                rest = folded[len(opener) :]
                if len(rest) > 3 and (self.rows.is_written(rest) or self._is_definite(folded, rest, script)):
                    return text[-len(rest) :] if len(text) == len(folded) else rest
        return ""

    def _is_definite(self, folded: str, rest: str, script: str) -> bool:
        """Has a word that no row writes the article: does what follows sound as a row, or is it read so?"""
        if self._sounds_so(rest, script):
            return True
        surely = read(folded, "ar", 1)
        return bool(surely) and surely[0].share >= SURE and surely[0].native.startswith(AL)

    def _sounds_so(self, rest: str, script: str) -> bool:
        """Does what follows an article sound as a row?"""
        heard = self.rows.heard(rest, sound(rest), script, "al") if len(rest) >= READABLE else ()
        return bool(heard) and heard[0][0] < _SOUNDS_SO


def are_spelt(pieces: Iterable[str], tables: Tables | None = None) -> bool:
    """Is each of several words one that a row of Arabic names, or a scheme for it, writes just so?

    >>> are_spelt(("Хабиба", "аль-Кинди")), are_spelt(("Башара", "Асада"))
    (True, False)
    """
    rows = vocabulary(tables).rows
    return all(rows.is_spelt(joined(piece.rpartition("-")[2])) for piece in pieces)


vocabulary_of = once(Vocabulary)
"""The Arabic vocabulary of a set of tables that is there, made once."""


def vocabulary(tables: Tables | None = None) -> Vocabulary:
    """The Arabic vocabulary of a set of tables (the built-in ones by default), made once."""
    return vocabulary_of(tables or built_in())
