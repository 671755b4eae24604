"""Arabic by the rules of a scheme: the letters as they stand, or the words spelt out with their vowels."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from translit.memory import remembered
from translit.nouns import Rule, Scheme, Step
from translit.patterns import pattern
from translit.rules import Rewriter
from translit.spelling import ARTICLE, ELIDED, FILED, JOINED, compiled, plain, spelt
from translit.text.article import AL
from translit.text.harakat import LONG_A, LONG_I, LONG_U, bare, in_order

__all__ = ["Nouns", "Scribe"]

_ALIF = "\N{ARABIC LETTER ALEF}"
_ARABIC = pattern("[\u0600-\u06ff\u0750-\u077f]")
_BETWEEN = pattern("([^\u0610-\u06ff\u0750-\u077f]+)")
_WORD = pattern("[\u0610-\u06ff\u0750-\u077f]+")
_PARTS = pattern("(?<=[- \N{HYPHEN}])")
_LONG = (LONG_A, LONG_U, LONG_I, "ى")


class Nouns(NamedTuple):
    """What the tables know of Arabic words: `names`, `generics`, and `particles` between names, spelt out."""

    names: frozenset[str] = frozenset()
    generics: frozenset[str] = frozenset()
    particles: frozenset[str] = frozenset()


class Scribe:
    """Writes Arabic by the rules of a scheme, from the letters as written or from the words spelt out.

    A scheme with a rule for the bare alif (Buckwalter, ISO 233:1984) takes the letters as they stand;
    any other is given the words with their vowels, spelt out by `translit.spelling`.
    """

    def __init__(self, scheme: Scheme, nouns: Nouns) -> None:
        self.scheme = scheme
        self._rewriter = Rewriter(scheme)
        self._nouns = nouns
        self._literal = any(rule.find == _ALIF for rule in scheme.rules)
        self._files = any(rule.find == FILED for rule in scheme.rules)
        self._elides = any(rule.find == ELIDED for rule in scheme.rules)
        puts = "".join(rule.put for rule in scheme.rules if rule.find != ARTICLE)
        self._capitals = puts == puts.lower()

    def __call__(self, text: str) -> str:
        """Write an Arabic text."""
        said = "" if self._literal else _one_said(text)
        if said:
            return self._capital(said, self._rewriter(said), True)
        text = plain(text)
        return "".join(
            self._capital(said, self._rewriter(said), first) if _ARABIC.search(said) else self._foreign(said)
            for said, first in self._said(text)
        )

    def vowelled(self, word: str) -> str:
        """Write one Arabic word that has all its vowels."""
        said = spelt(word)
        return self._capital(said, self._rewriter(said), True)

    def _foreign(self, said: str) -> str:
        """What stands between Arabic words: Latin letters stay, but not in a target of another script."""
        return said if self.scheme.target == "Latn" else self._rewriter(said)

    def trace(self, text: str) -> tuple[str, tuple[Step, ...]]:
        """Write a text and name the rule of every letter."""
        said = "".join(word for word, _ in self._said(plain(text)))
        spelling = () if said == text else (Step(text, said, "Arabic spelt out"),)
        written = self(text)
        ruled, steps = self._rewriter.trace(said)
        capitals = () if ruled == written else (Step(ruled, written, "capitals of a name"),)
        return written, (*spelling, *steps, *capitals)

    def puts(self, text: str) -> list[str]:
        """What each letter became."""
        return self._rewriter.puts("".join(word for word, _ in self._said(plain(text))))

    def fired(self, text: str) -> frozenset[Rule]:
        """The rules that had a say in a text."""
        return self._rewriter.fired("".join(word for word, _ in self._said(plain(text))))

    def _said(self, text: str) -> Iterator[tuple[str, bool]]:
        """The words of a text as the rules want them, with what stands between; is it the first?"""
        from translit.vocalise import parted, vocalise

        parts = _BETWEEN.split(in_order(text) if self._literal else parted(in_order(text)))
        heading = self._files and "," in text
        long = False
        for at, part in enumerate(parts):
            if not _ARABIC.search(part) or self._literal:
                yield part, at < 2
                continue
            following = parts[at + 2] if at + 2 < len(parts) and parts[at + 1].isspace() else ""
            said = spelt(vocalise(part), self._construct(part, following))
            if heading and at < 2 and said.startswith(ARTICLE):
                said = FILED + said.removeprefix(ARTICLE)
            if long and self._elides and said.startswith(ARTICLE):
                said = ELIDED + said.removeprefix(ARTICLE)
            long = bool(following) and said.endswith(_LONG)
            yield said, at < 2

    def _construct(self, word: str, following: str) -> bool:
        """Is a ta marbuta read t? Before a definite noun, or after a generic (isle); not in a name."""
        word, following = bare(word), bare(following)
        if not word.endswith("ة") or word.startswith(AL) or not following or word in self._nouns.names:
            return False
        if following.startswith((AL, "ابن", "إبن")):
            return True
        return (word in self._nouns.generics or word.endswith("ية")) and not following.endswith("ة")

    def _capital(self, said: str, written: str, first: bool) -> str:
        """A name's capitals: none on an article or particle, but as the scheme has it at the start."""
        if not self._capitals:
            return written
        if first and compiled:
            name = compiled.capital(said, written)
            if name is not NotImplemented:
                return str(name)
        said = said.removeprefix(FILED).replace(ELIDED, ARTICLE)
        small = said.count("-") + said.count(JOINED)
        parts = _PARTS.split(written)
        if not first and said in self._nouns.particles:
            return written
        head = "".join(parts[:small])
        return (head if first else head.lower()) + "".join(map(_capitalised, parts[small:]))


@remembered(16384)
def _one_said(text: str) -> str:
    """A text of one word spelt out, as most schemes want it; empty for another."""
    from translit.vocalise import parted, vocalise

    text = plain(text)
    word = parted(in_order(text)) if _WORD.fullmatch(text) else " "
    return "" if " " in word else spelt(vocalise(word))


def _capitalised(word: str) -> str:
    """A word with its first letter capital, whatever sign stands before that; a digit may be a letter.

    >>> _capitalised("‘ayn"), _capitalised("7osni")
    ('‘Ayn', '7osni')
    """
    for at, letter in enumerate(word):
        if letter.isdigit():
            return word
        if letter.isalpha() and letter.upper() != letter:
            return word[:at] + letter.upper() + word[at + 1 :]
    return word
