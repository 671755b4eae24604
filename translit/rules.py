"""The one rewriting engine: a scheme's rules, compiled into a rewriter of texts.

A rule is A → B / C _ D (see `translit.nouns.Rule`). The rules of one letter are tried in the
order of the file and the first that fits its neighbours wins; so an exception stands before the
plain rule. What a rule may say beyond plain letters:

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
import string
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any
from unicodedata import category, combining
from weakref import proxy

from translit import compiled
from translit.nouns import Rule, Scheme, Step
from translit.text.clean import fold

__all__ = ["Rewriter"]

EDGE = "#"
AGAIN = "{again}"
NEXT = "{next}"
_APOSTROPHE = "'"
_TIE = "\N{COMBINING DOUBLE INVERTED BREVE}"
_COMMON = " " + string.digits + string.punctuation + "«»“”„–—…№\N{NO-BREAK SPACE}\n\t"
_BYTES = 256
_REMEMBERED = 20_000
_NOTHING = "\ufffe"
_encode = codecs.charmap_encode
_SCRIPTS = {"Cyrl": re.compile("[\u0400-\u052f]"), "Arab": re.compile("[\u0600-\u06ff]")}
_NEAR = {
    "h": ("kh", "h"), "j": ("i", "y"), "y": ("i", "y"), "w": ("v", "w"), "v": ("f", "v"), "q": ("k", "q"),
    "c": ("k",), "x": ("kh",), "g": ("gh", "g"), "p": ("b", "p"), "o": ("u", "w", "o"), "e": ("i", "y", "e"),
    "i": ("y", "i"), "u": ("w", "u"), "ng": ("n",), "ny": ("n",),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Piece:
    """What one symbol became, and the rule that said so (None: it passed, or no rule knows it)."""

    put: str
    rule: Rule | None = None
    unknown: bool = False


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
        self._seen: dict[tuple[str, str, str], list[_Piece]] = {}
        self._sides: dict[str, str] = {}
        self._rules: dict[str, list[Rule]] = {}
        for rule in scheme.rules:
            self._rules.setdefault(rule.find, []).append(rule)
        self._word_marks = {mark for rule in scheme.rules for mark in rule.find + rule.after + rule.before}
        self._word_marks.discard(EDGE)
        finds = sorted(_cased([find for find in self._rules if len(find) > 1]), key=lambda f: (-len(f), f))
        self._cut = re.compile("|".join([*map(re.escape, finds), "."]), re.DOTALL).findall
        self._code(finds)

    def _code(self, finds: list[str]) -> None:
        """Give every symbol a byte; symbols beyond what a byte holds take the slower road."""
        single = sorted(_cased(self._word_marks))
        singles = list(dict.fromkeys([*single, *_COMMON]))
        self._decode = ["", *singles, *finds]
        small = len(self._decode) <= _BYTES
        table = "".join(["\0", *(singles if small else "")]).ljust(_BYTES, _NOTHING)
        self._charmap = codecs.charmap_build(table)
        code = {mark: number for number, mark in enumerate(self._decode)}
        self._joins = [
            (bytes(code[mark] for mark in find), bytes((code[find],))) for find in (finds if small else ())
        ]
        self._anywhere = [self._constant(mark) for mark in self._decode]
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

    def _constant(self, symbol: str) -> str | None:
        """What a symbol becomes wherever it stands, None where its neighbours have a say.

        A capital that one letter is put for becomes that letter's capital, whatever stands beside it.
        """
        small = symbol.lower()
        rules = self._rules.get(symbol) or self._rules.get(small)
        if not rules:
            return symbol if symbol in _COMMON and len(symbol) == 1 else None
        rule = rules[0]
        if rule.after or rule.before or "{" in rule.put:
            return None
        if symbol == small:
            return rule.put
        lone = len(symbol) == len(rule.put) == 1 and rule.put.isalpha()
        return rule.put.upper() if lone and rule.find == small and symbol.isupper() else None

    def _ask(self, left: int, here: int, right: int) -> str:
        """The answer for one coded triple."""
        known = self._anywhere[here]
        if known is not None:
            return known
        beside = self._decode[left], self._decode[here], self._decode[right]
        rule = self._fitting(*beside)
        if rule is not None:
            return self._written(rule, *beside)
        return "".join([piece.put for piece in self._pieces(*beside)])

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

    def _walk(self, text: str) -> Iterable[tuple[str, _Piece]]:
        """Every letter or rule's find in a text, with what became of it."""
        symbols = self._cut(text)
        for at, symbol in enumerate(symbols):
            left = symbols[at - 1] if at else ""
            right = symbols[at + 1] if at + 1 < len(symbols) else ""
            triple = (left, symbol, right)
            pieces = self._seen.get(triple) or self._remembered(triple)
            marks = [symbol] if len(pieces) == 1 else list(symbol)
            yield from zip(marks, pieces, strict=True)

    def _remembered(self, triple: tuple[str, str, str]) -> list[_Piece]:
        """The pieces of a triple of symbols, kept for the next time it is met."""
        if len(self._seen) > _REMEMBERED:
            self._seen.clear()
        pieces = self._seen[triple] = self._pieces(*triple)
        return pieces

    def _pieces(self, left: str, here: str, right: str) -> list[_Piece]:
        """What a symbol becomes between two others: itself by one rule, or letter by letter."""
        rule = self._fitting(left, here, right)
        if rule:
            return [_Piece(self._written(rule, left, here, right), rule)]
        if len(here) == 1:
            return [self._unruled(left, here, right)]
        marks = [left, *here, right]
        return [
            piece
            for at in range(1, len(marks) - 1)
            for piece in self._pieces(marks[at - 1], marks[at], marks[at + 1])
        ]

    def _fitting(self, left: str, here: str, right: str) -> Rule | None:
        """The first rule for these letters that fits between those neighbours."""
        sides, left, right = self._sides, left[-1:], right[:1]
        before, after = sides.get(left) or self._beside(left), sides.get(right) or self._beside(right)
        small = here.lower()
        for find in (here,) if small == here else (here, small):
            for rule in self._rules.get(find, ()):
                if (not rule.after or before in rule.after) and (not rule.before or after in rule.before):
                    return rule
        return None

    def _beside(self, mark: str) -> str:
        """A neighbour as a rule names it: a small letter, or the edge of the word."""
        known = self._sides.get(mark)
        if known is None:
            small = mark.lower()[:1]  # İ has two small letters
            known = self._sides[mark] = small if small and self._inside(small) else EDGE
        return known

    def _inside(self, mark: str) -> bool:
        """True for what belongs to a word: letters, marks on letters, an apostrophe that rules know."""
        if mark == _APOSTROPHE:
            return mark in self._word_marks
        return mark.isalpha() or category(mark)[0] == "M"

    def _written(self, rule: Rule, left: str, here: str, right: str) -> str:
        """A rule's put, in the case that the letters around ask for."""
        put = rule.put
        if "{" in put:
            put = put.replace(AGAIN, self._alone(left[-1:])).replace(NEXT, self._alone(right[:1]))
        if here.islower():
            return put
        if rule.find != rule.find.lower():
            return put.upper() if len(put) > 1 and self._loud(left, here, right) else put
        return self._in_case(put, left, here, right)

    def _alone(self, mark: str) -> str:
        """What a letter becomes without regard to its neighbours."""
        return "".join(piece.put for piece in self._pieces("x", mark, "x")) if mark else ""

    def _in_case(self, put: str, left: str, here: str, right: str) -> str:
        if not here[:1].isupper():
            return put
        return put.upper() if self._loud(left, here, right) else _capital(put)

    def _loud(self, left: str, here: str, right: str) -> bool:
        """Is a capital part of a word in capitals (ЩУКА), or the first of a word (Щука, Ю.)?"""
        if len(here) > 1:
            return here[1:].isupper()
        if right[:1].isalpha():
            return right[:1].isupper()
        return left[-1:].isupper() or (left[-1:] == _APOSTROPHE and _APOSTROPHE in self._word_marks)

    def _unruled(self, left: str, here: str, right: str) -> _Piece:
        """A sign that no rule knows: Latin letters and signs pass, other letters are unidecoded."""
        if not (here.isalpha() or combining(here)):
            return _Piece(here)
        if self._at_home(here):
            return _Piece(here)
        from unidecode import unidecode

        put = "".join(filter(str.isalnum, unidecode(here.lower()).lower().replace("@", "a")))
        if self.scheme.target != "Latn":
            put = self._voiced(put)
        elif self._loud_scheme:
            return _Piece(put.upper(), unknown=True)
        return _Piece(self._in_case(put, left, here, right), unknown=True)

    def _at_home(self, mark: str) -> bool:
        """True for a letter of the scheme's own script."""
        if self.scheme.target == "Latn":
            return mark.isascii() or _latin(mark)
        return bool(_SCRIPTS[self.scheme.target].match(mark))

    def _voiced(self, latin: str) -> str:
        """Latin letters as the scheme writes those of its own that sound so: Қ as К, ڭ as ن and گ."""
        spelt, at = "", 0
        while at < len(latin):
            size = next((size for size in (3, 2) if latin[at : at + size] in self._voices), 1)
            spelt += self._voices.get(latin[at : at + size], "")
            at += size
        return spelt

    @cached_property
    def _voices(self) -> dict[str, str]:
        """What the scheme writes for a sound of Latin letters, by its letters that are unidecoded so."""
        from unidecode import unidecode

        last = {find: rules[-1].put for find, rules in reversed(self._rules.items()) if len(find) == 1}
        known = {unidecode(find).lower(): put for find, put in last.items() if "{" not in put}
        found = {sound: put for sound, put in known.items() if put and sound.isalpha()}
        near = {sound: found[other] for sound, others in _NEAR.items() for other in others if other in found}
        return near | found

    @cached_property
    def _loud_scheme(self) -> bool:
        """True for a scheme that writes capitals alone (passports)."""
        return all("{" in rule.put or rule.put == rule.put.upper() for rule in self.scheme.rules)


def _latin(mark: str) -> bool:
    """A letter of the Latin script, or a mark that may stand on one."""
    return bool(combining(mark)) or mark < "\u0250" or "\u1e00" <= mark < "\u1f00"


def _cased(finds: Collection[str]) -> set[str]:
    """Letters or groups of letters as they stand in a text: small, capital, with a capital first."""
    forms = {form for find in finds for form in (find, find.upper(), find[:1].upper() + find[1:])}
    lengths = {len(find) for find in finds}
    return {form for form in forms if len(form) in lengths}


def _capital(put: str) -> str:
    """A put with its first letter capital; letters under one tie (i͡u) are one letter.

    >>> _capital("shch"), _capital("\N{MIDDLE DOT}ch"), _capital("t͡s")
    ('Shch', '·Ch', 'T͡S')
    """
    if put.isascii() and put.isalpha():
        return put[0].upper() + put[1:]
    for at, letter in enumerate(put):
        if letter.isalpha() and letter.upper() != letter:
            end = at + 3 if put[at + 1 : at + 2] == _TIE else at + 1
            return put[:at] + put[at:end].upper() + put[end:]
    return put
