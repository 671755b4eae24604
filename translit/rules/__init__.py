"""The one rewriting engine: a scheme's rules, compiled into a rewriter of texts.

A rule is A → B / C _ D (see `translit.nouns.Rule`); `grammar` asks them for one letter between its
neighbours. What a rule may say beyond plain letters:

* ``{again}`` is what the letter before became (an Arabic shadda doubles its consonant), ``{next}``
  what the letter after becomes (the article before a sun letter);
* a `find` in capitals holds for the capital alone (Turkish И → İ); other rules know no case.

Why it is fast: a text whose letters are all known is coded as bytes, one byte a symbol, and each
symbol with its two neighbours is looked up in a memo, which asks the rules once for each triple (in
compiled loops, where there are any).
No cache of words is needed, so a million different names run as fast as one name a million times.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Collection, Iterable
from functools import partial
from typing import Any
from weakref import proxy

from translit import compiled
from translit.nouns import Rule, Scheme, Step
from translit.rules.grammar import COMMON, Grammar, Piece
from translit.text.clean import fold

__all__ = ["Rewriter"]

_BYTES = 256
_REMEMBERED = 20_000
_NOTHING = "\ufffe"
_encode = codecs.charmap_encode


class _Memo(dict[tuple[int, ...], str]):
    """Triples of coded symbols and what the middle one becomes; asks the rules on the first meeting."""

    def __init__(self, ask: Callable[[int, int, int], str]) -> None:
        self._ask = ask

    def __missing__(self, triple: tuple[int, ...]) -> str:
        put = self[triple] = self._ask(*triple)
        return put


class Rewriter:
    """Writes texts by the rules of one scheme.

    >>> shcha = Rule("щ", "щ", "shch"); yu = Rule("ю", "ю", "yu"); ka = Rule("к", "к", "k")
    >>> a = Rule("а", "а", "a"); u = Rule("у", "у", "u")
    >>> write = Rewriter(Scheme("x", "", "", "", "", "ru", "Cyrl", "Latn", (shcha, yu, ka, a, u)))
    >>> write("щука Щука ЩУКА Ю.")
    'shchuka Shchuka SHCHUKA Yu.'
    """

    def __init__(self, scheme: Scheme, mend: Callable[[str], str] = str) -> None:
        self.scheme = scheme
        self._mend = mend
        self._seen: dict[tuple[str, str, str], list[Piece]] = {}
        self._grammar = Grammar(scheme)
        finds = sorted(_cased(self._grammar.groups), key=lambda find: (-len(find), find))
        self._cut = re.compile("|".join([*map(re.escape, finds), "."]), re.DOTALL).findall
        self._code(finds)

    def _code(self, finds: list[str]) -> None:
        """Give every symbol a byte; symbols beyond what a byte holds take the slower road."""
        single = sorted(_cased(self._grammar.marks))
        singles = list(dict.fromkeys([*single, *COMMON]))
        self._decode = ["", *singles, *finds]
        small = len(self._decode) <= _BYTES
        table = "".join(["\0", *(singles if small else "")]).ljust(_BYTES, _NOTHING)
        self._charmap = codecs.charmap_build(table)
        code = {mark: number for number, mark in enumerate(self._decode)}
        self._joins = [
            (bytes(code[mark] for mark in find), bytes((code[find],))) for find in (finds if small else ())
        ]
        self._anywhere = [self._grammar.constant(mark) for mark in self._decode]
        self._put = _Memo(self._ask).__getitem__
        how = "".join(singles if small else ()), self._joins
        own: Any = proxy(self)  # what is compiled does not keep this rewriter
        asked = partial(Rewriter._ask, own), partial(Rewriter._mended, own)
        self._writer = compiled.word.Writer(self._anywhere, *how, *asked) if compiled.word else None
        self.write: Callable[[str], str] = self._writer or partial(Rewriter.__call__, own)
        """Writes a text, as calling this does."""
        latin = compiled.word is not None and self.scheme.target == "Latn"
        self.spells: Callable[[str, str], bool] = self._speller(how) if latin else self._spells
        """Tells whether a text is written so, its case, marks and apostrophes aside."""

    def _speller(self, how: tuple[str, list[tuple[bytes, bytes]]]) -> Callable[[str, str], bool]:
        """What tells that, compiled."""
        plain = [put and fold(put) for put in self._anywhere]
        own: Any = proxy(self)
        asked = [partial(ask, own) for ask in (Rewriter._ask_plain, Rewriter._spells)]
        made: Callable[[str, str], bool] = compiled.word.Speller(compiled.word.Writer(plain, *how), *asked)
        return made

    def _ask(self, left: int, here: int, right: int) -> str:
        """The answer for one coded triple."""
        known = self._anywhere[here]
        if known is not None:
            return known
        return self._grammar.put(self._decode[left], self._decode[here], self._decode[right])

    def __call__(self, text: str) -> str:
        """Write a text by the rules; `mend` sees it first if it holds a letter the rules do not know."""
        if self._writer is not None:
            return self._writer(text)  # type: ignore[no-any-return]
        written = self._quick(text)
        return self._mended(text) if written is None else written

    def _mended(self, text: str) -> str:
        """Write a text that holds a letter the rules do not know."""
        text = self._mend(text)
        written = self._quick(text)
        return "".join(piece.put for _, piece in self._walk(text)) if written is None else written

    def _quick(self, text: str) -> str | None:
        """Write a text whose every letter has a code; None where one has none."""
        if self._writer is not None:
            return self._writer(text, self._ask)  # type: ignore[no-any-return]
        try:
            coded = _encode(text, "strict", self._charmap)[0]
        except UnicodeEncodeError:
            return None
        for find, symbol in self._joins:
            coded = coded.replace(find, symbol)
        return "".join(map(self._put, zip(b"\0" + coded, coded, coded[1:] + b"\0")))  # noqa: B905

    def _spells(self, text: str, plain: str) -> bool:
        """Is a text written so? By writing it."""
        return fold(self(text)) == plain

    def _ask_plain(self, left: int, here: int, right: int) -> str:
        """The answer for one coded triple, folded; Latin is folded letter by letter."""
        return fold(self._ask(left, here, right))

    def trace(self, text: str) -> tuple[str, tuple[Step, ...]]:
        """Write a text and name the rule of every letter that changed."""
        parts: list[str] = []
        steps: list[Step] = []
        mended = text if self._coded(text) else self._mend(text)
        if mended != text:
            steps.append(Step(text, mended, "look-alike letters and marks mended"))
        for before, piece in self._walk(mended):
            parts.append(piece.put)
            if piece.rule:
                steps.append(Step(before, piece.put, f"{self.scheme.id}: {piece.rule.name}"))
            elif piece.unknown:
                steps.append(Step(before, piece.put, f"{self.scheme.id} has no rule for it; unidecode"))
        return "".join(parts), tuple(steps)

    def puts(self, text: str) -> list[str]:
        """What each letter, or group of letters that one rule finds, became: their sum is the output."""
        return [piece.put for _, piece in self._walk(text if self._coded(text) else self._mend(text))]

    def fired(self, text: str) -> frozenset[Rule]:
        """The rules that had a say in a text."""
        return frozenset(piece.rule for _, piece in self._walk(self._mend(text)) if piece.rule)

    def _coded(self, text: str) -> bool:
        """True where every letter of a text has a code."""
        try:
            _encode(text, "strict", self._charmap)
        except UnicodeEncodeError:
            return False
        return True

    def _walk(self, text: str) -> Iterable[tuple[str, Piece]]:
        """Every letter or rule's find in a text, with what became of it."""
        symbols = self._cut(text)
        for at, symbol in enumerate(symbols):
            left = symbols[at - 1] if at else ""
            right = symbols[at + 1] if at + 1 < len(symbols) else ""
            triple = (left, symbol, right)
            pieces = self._seen.get(triple) or self._remembered(triple)
            marks = [symbol] if len(pieces) == 1 else list(symbol)
            yield from zip(marks, pieces, strict=True)

    def _remembered(self, triple: tuple[str, str, str]) -> list[Piece]:
        """The pieces of a triple of symbols, kept for the next time it is met."""
        if len(self._seen) > _REMEMBERED:
            self._seen.clear()
        pieces = self._seen[triple] = self._grammar.pieces(*triple)
        return pieces


def _cased(finds: Collection[str]) -> set[str]:
    """Letters or groups of letters as they stand in a text: small, capital, with a capital first."""
    forms = {form for find in finds for form in (find, find.upper(), find[:1].upper() + find[1:])}
    lengths = {len(find) for find in finds}
    return {form for form in forms if len(form) in lengths}
