"""Compounds written as one word: Abdulrahman, Noureddine, Abdelmoula.

They are looked up as the sequence of their elements, so that it does not matter whether they are
split, joined, hyphenated or assimilated.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from translit.memory import met
from translit.nouns import Row
from translit.person.arabic.letters import sound
from translit.person.arabic.meaning import ISMS
from translit.person.arabic.particles import OPENS, Element, Particles, ending_plain
from translit.person.arabic.rows import ARTICLE_MISSED, Known, Rows
from translit.text.script import ARABIC

__all__ = ["WHOLE", "Apart", "Compounds"]

_CACHED = 4096
_VOWELS = "aeiouyаеиоуыэюя"
_LINKING = "uу"  # the vowel of an article that is written with what stands before it
_LEAST = 3  # letters of what stands there
_GODS = ("ullah", "ollah", "ullahi")  # "of God" behind any name
_JUST_SO = 0.25  # what a given name costs at most that a word sounds as
_DIN, _ALLAH = "ending-din", "ending-allah"  # with which any given name makes one more
_Openers = Sequence[tuple[str, Element]]
_Closers = Sequence[tuple[str, Row]]


class Apart(NamedTuple):
    """A word taken apart: the row of the compound, else its halves; and its elements."""

    row: Known | None = None
    halves: tuple[str, str] | None = None
    elements: tuple[str, ...] = ()


WHOLE = Apart()
"""A word that is no compound."""


class Compounds:
    """Takes words apart by the particles and the rows of one set of tables."""

    def __init__(self, particles: Particles, rows: Rows) -> None:
        self._particles = particles
        self._openers, self._closers = particles.openers, particles.closers
        self.chain = met(rows.chain, _CACHED)
        self._rows, self._is_chain = rows, rows.is_chain

    def apart(self, folded: str, found: tuple[Known, ...]) -> Apart:
        """A compound written as one word; `found` are the rows that write it out.

        One that a row writes just so is that, whatever else sounds so: Faizullah is no Fathallah.
        """
        openers = self._openers.get(folded[:OPENS], ())
        closers = self._closers.get(folded[-2:], ())
        if not openers and not closers:
            return WHOLE
        apart = self._apart(folded, found, openers, closers)
        if not found or apart.row is None:
            return apart
        own = next((one for one in found if one[0] == 0 and one[1].role == "laqab"), None)
        return apart._replace(row=own) if own else apart

    def _apart(self, folded: str, found: tuple[Known, ...], openers: _Openers, closers: _Closers) -> Apart:
        """The same of a word that begins or ends as a compound may."""
        particles = self._particles
        arabic = folded[-1:] > ARABIC
        for cost, entry in found:
            role = entry.role
            if cost < ARTICLE_MISSED and (
                role in ("ism", "family", "nisba") or (role == "equivalent" and not arabic)
            ):
                return WHOLE
        nearest: Apart | None = None  # Abulaila is Abu Layla, not Abu al-Ala
        for opener, element in openers:
            if not folded.startswith(opener) or len(folded) - len(opener) < 3:
                continue
            rest = folded[len(opener) :]
            elements = (element.name, particles.part(rest))
            if not self._is_chain(elements):
                continue
            chained = self.chain(elements, element.spelt(folded) + particles.plain(rest))
            row = _honoured(chained, linked=element.article) if chained else None
            if row and (nearest is None or nearest.row is None or row[0] < nearest.row[0]):
                nearest = Apart(row, None, elements)
        if nearest is not None:
            return nearest
        for ending, last in closers:
            if folded.endswith(ending) and len(folded) - len(ending) > 1:
                half = self._ended(folded[: -len(ending)], ending, last, folded)
                if half:
                    return half
        broken = self._broken(folded) if openers and not found else WHOLE
        return self._made(folded, closers) if broken is WHOLE and not found and folded.isascii() else broken

    def _ended(self, rest: str, ending: str, row: Row, folded: str) -> Apart | None:
        """A compound in a known ending, its link (the article, a vowel) cut off."""
        for link in self._links(rest, ending):
            head = rest[: len(rest) - len(link)]
            if len(head) < 2 or len(sound(head)) < 1 or (len(head) < 3 and head.isascii()):
                continue
            elements = (sound(head), row.id)
            if not self._is_chain(elements):
                continue
            chained = self.chain(elements, head + ending_plain(row, folded))
            if chained:
                return Apart(_honoured(chained), None, elements)
        return None

    def _made(self, folded: str, closers: _Closers) -> Apart:
        """A given name and "of the faith" or "of God" in one, of which no row is: Azharuddin, Rafiqullah."""
        for ending, row in closers:
            if row.id not in (_DIN, _ALLAH) or not folded.endswith(ending):
                continue
            head = folded[: -len(ending)]
            if row.id == _DIN:
                link = head[-2:]
                if len(link) < 2 or link[0] not in _VOWELS or link[1] != ending[0]:
                    continue
                head = head[:-2]
            elif ending not in _GODS or head.endswith("at"):  # al-Dawlah, Moratalla; عناية الله
                continue
            if len(head) >= _LEAST and (self._is_given(head) or self._is_heard(head)):
                return Apart(None, (head, ending_plain(row, folded)), (sound(head), row.id))
        return WHOLE

    def _links(self, rest: str, ending: str) -> Iterator[str]:
        """What may stand between the halves of a compound, longest first."""
        for form in (rest[-3:], rest[-2:]):
            if self._particles.articles.get(form) in ("l", "л", "ь", ending[0]):
                yield form
        if rest[-1:] == ending[0] and rest[-2:-1] in _VOWELS:
            yield rest[-2:]
        if rest[-1:] in _VOWELS:
            yield rest[-1:]
        yield ""

    def _broken(self, folded: str) -> Apart:
        """Abd- and a word no row has: Abdelmoula is Abd al-Moula all the same."""
        for opener, element in self._particles.openers.get(folded[:OPENS], ()):
            rest = folded[len(opener) :]
            if not folded.startswith(opener) or len(rest) < 3:
                continue
            linked = opener[-1] in "lль" or (len(opener) > 3 and opener[-1] == rest[0])
            if opener == "ابو" or (element.name == "abd" and linked):
                return Apart(None, (element.name, rest), (element.name, self._particles.part(rest)))
        return WHOLE

    def half(self, folded: str, second: str) -> str:
        """What stands before a link in "Ziaur Rahman": zia; empty where no compound is made so.

        South Asians link so whatever they like, where a given name is left (Rezaul Karim), and any word with
        what ends compounds (Mustafizur Rahman).
        """
        if not second or self._particles.articles.get(folded[-2:]) not in ("l", "л", second[0]):
            return ""
        head, row = folded[:-2], self._particles.endings.get(second)
        if row is not None and self.chain((sound(head), row.id), head + ending_plain(row, second)):
            return head
        if folded[-2] not in _LINKING or len(head) < _LEAST or self._rows.is_spelt(folded):
            return ""
        return head if self._is_given(head) or (row is not None and len(head) > _LEAST) else ""

    def _is_heard(self, folded: str) -> bool:
        """Does a row of given names sound just as a word that is not too short?"""
        heard = self._rows.heard(folded, sound(folded), "Latn", "") if len(folded) > _LEAST else ()
        return any(entry.role in ISMS for cost, entry in heard if cost < _JUST_SO)

    def _is_given(self, folded: str) -> bool:
        """Does a row of given names write a word out?"""
        return any(
            entry.role in ISMS for cost, entry in self._rows.written(folded, "") if cost < ARTICLE_MISSED
        )


def _honoured(chained: list[Known], *, linked: bool = False) -> Known:
    """The laqab among the rows of a compound, else the nearest, `linked` with the article where any is."""
    if linked:  # Abolhassan is Abu al-Hassan, not Abu Hassan
        chained = sorted(chained, key=lambda known: not known[1].linked)
    return next((known for known in chained if known[1].role == "laqab"), chained[0])
