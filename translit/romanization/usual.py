"""Names that a press writes otherwise than its rules: Djamel, Мухаммед, خروتشوف.

A scheme may have a table beside it, of the same name: `native`, which may be of several words, and
what is `written` for it. The longest entry that fits stands; what is between is left to the rules.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from unicodedata import normalize

from translit.nouns import Rule, Scheme, Step
from translit.patterns import pattern
from translit.romanization.scribe import Scribe
from translit.rules import Rewriter
from translit.spelling import plain
from translit.text.article import AL
from translit.text.harakat import bare

__all__ = ["Usual"]

_WORDS = pattern(r"((?:[^\W\d_]|[\u0300-\u036f\u064b-\u0652\u0670])+)")
_LONGEST = 4


def _key(word: str) -> str:
    """A word as it is looked up: small letters, without harakat and stress."""
    return bare(plain(word)).replace("\N{COMBINING ACUTE ACCENT}", "").lower()


class Usual:
    """A writer that knows the usual forms of some names, before the rules of its scheme."""

    def __init__(self, writer: Rewriter | Scribe, forms: Iterable[tuple[str, str]]) -> None:
        self._writer = writer
        self._forms = {tuple(map(_key, _WORDS.findall(native))): written for native, written in forms}

    @property
    def scheme(self) -> Scheme:
        """The scheme whose rules write what is in no table."""
        return self._writer.scheme

    def __call__(self, text: str) -> str:
        """Write a text."""
        return "".join(written or self._writer(part) for part, written in self._parts(text))

    def trace(self, text: str) -> tuple[str, tuple[Step, ...]]:
        """Write a text and name the rule or the entry for every part."""
        written: list[str] = []
        steps: list[Step] = []
        for part, form in self._parts(text):
            put, why = (form, ()) if form else self._writer.trace(part)
            written.append(put)
            steps += [Step(part, form, f"{self.scheme.id}: usual form")] if form else why
        return "".join(written), tuple(steps)

    def puts(self, text: str) -> list[str]:
        """What each letter becomes by the rules."""
        return self._writer.puts(text)

    def fired(self, text: str) -> frozenset[Rule]:
        """The rules that have a say in a text."""
        return self._writer.fired(text)

    def _parts(self, text: str) -> Iterator[tuple[str, str]]:
        """The parts of a text in their order, each with its usual form where it has one."""
        pieces = _WORDS.split(normalize("NFC", text))
        start, at = 0, 1
        while at < len(pieces):
            size, form = self._longest(pieces, at)
            if form:
                before = "".join(pieces[start:at])
                yield from [(before, "")] if before else []
                start = at + 2 * size - 1
                yield "".join(pieces[at:start]), form
            at += 2 * size if form else 2
        rest = "".join(pieces[start:])
        if rest:
            yield rest, ""

    def _longest(self, pieces: list[str], at: int) -> tuple[int, str]:
        """The longest entry that begins with one word: how many words it has, and its form."""
        for size in range(_LONGEST, 0, -1):
            words = pieces[at : at + 2 * size : 2]
            if len(words) == size and all(gap in " -" for gap in pieces[at + 1 : at + 2 * size - 2 : 2]):
                form = self._forms.get(tuple(map(_key, words)))
                if form:
                    return size, form
        return 1, self._definite(pieces[at])

    def _definite(self, word: str) -> str:
        """The form of a word that has the article, which the rules write."""
        key = _key(word)
        form = self._forms.get((key.removeprefix(AL),)) if key.startswith(AL) else None
        article, hyphen, _ = self._writer(word).partition("-") if form else ("", "", "")
        return article + hyphen + form if form and hyphen else ""
