"""How far a walk through the words before a name has come: marks on the words it has passed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from translit.canon.heading.words import Words
from translit.nouns import Row
from translit.person.beside.calling import AFTER, BEFORE, CALLING, CONSTRUCT, TITLE
from translit.text.article import AL

__all__ = ["COMPLETED", "HEADS", "NOUN", "OWNER", "SMALL", "Mark", "Walk", "is_definite"]

COMPLETED = "completed"  # a place or an abbreviation, of which a calling is
NOUN = "noun"  # the same of Arabic words in the construct state
OWNER = "owner"  # whose somebody is, or of which nation
SMALL = "small"  # all up to the last word in small letters
HEADS = frozenset((CALLING, CONSTRUCT, TITLE))
_NEEDING = frozenset((CONSTRUCT, AFTER, COMPLETED, NOUN, SMALL))  # what needs to be completed, or completes
_LI = "\N{ARABIC LETTER LAM}" * 2
_DEFINITE = (AL, _LI, "\N{ARABIC LETTER BEH}" + AL, "\N{ARABIC LETTER WAW}" + AL)


def is_definite(word: str) -> bool:
    """Has an Arabic word the article, or a letter for with, for or and before it?

    >>> is_definite("الصحة"), is_definite("والعدل"), is_definite("صحة")
    (True, True, False)
    """
    return word.startswith(_DEFINITE)


class Mark(NamedTuple):
    """What the words from `start` to before `end` are: where their row stands, or what grammar says."""

    start: int
    end: int
    stands: str
    row: Row | None = None
    bent: str = ""  # what stands in a case there, in the nominative


@dataclass(frozen=True, slots=True)
class Walk:
    """A walk through words and the marks it has made; `at` is where the name begins, as far as it knows."""

    words: Words
    marks: tuple[Mark, ...] = ()

    def on(self, *marks: Mark) -> Walk:
        """The walk, some marks further."""
        return Walk(self.words, (*self.marks, *marks))

    @property
    def at(self) -> int:
        """The first word that has no mark."""
        return self.marks[-1].end if self.marks else 0

    @property
    def left(self) -> int:
        """How many words have none."""
        return len(self.words) - self.at

    @property
    def is_headed(self) -> bool:
        """Has a title or a calling been passed?"""
        return any(mark.stands in HEADS for mark in self.marks)

    @property
    def is_opened(self) -> bool:
        """Has a word been passed that counts before a title only?"""
        return any(mark.stands == BEFORE for mark in self.marks)

    @property
    def needs_more(self) -> bool:
        """Has a title been passed that may be a name but for what completes it, and not that?"""
        telling = (mark.stands for mark in reversed(self.marks) if mark.stands in _NEEDING)
        return next(telling, "") == CONSTRUCT

    @property
    def is_definite(self) -> bool:
        """Is the last Arabic title complete with a definite word?"""
        for mark in reversed(self.marks):
            if mark.stands in (AFTER, NOUN):
                return True
            if mark.stands in HEADS:
                return mark.end > mark.start + 1 and is_definite(self.words[mark.end - 1])
        return False

    @property
    def is_heading(self) -> bool:
        """Is what has been passed complete, and more than titles as their rows have them?"""
        more = any(mark.stands != TITLE or mark.bent or self._is_small(mark) for mark in self.marks)
        headed = any(mark.stands in HEADS or mark.stands in (OWNER, SMALL) for mark in self.marks)
        return more and headed and not self.needs_more

    def _is_small(self, mark: Mark) -> bool:
        """Is a Cyrillic row in small letters, as no name is?"""
        return self.words.script == "Cyrl" and self.words[mark.start][0].islower()

    @property
    def bent(self) -> str:
        """The first title in the nominative where it stands in another case, which the name shares."""
        return next((mark.bent for mark in self.marks if mark.stands in HEADS), "")

    def titles(self) -> Iterator[tuple[str, Row]]:
        """The titles that were passed, each with what grammar completes it by."""
        for number, mark in enumerate(self.marks):
            row = mark.row if mark.stands == TITLE else None
            if mark.stands == CALLING and mark.end == mark.start + 1:
                row = self.words.title_of(mark.start)
            if row:
                yield self.words.said(mark.start, self._end(number)), row

    def _end(self, number: int) -> int:
        """Where the title of a mark ends, with what completes it."""
        end = self.marks[number].end
        for mark in self.marks[number + 1 :]:
            if mark.stands in HEADS:
                break
            if mark.stands in (COMPLETED, NOUN):
                end = mark.end
        return end
