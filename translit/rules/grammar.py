"""What a scheme's rules put for one letter, or group of letters, between its neighbours.

The rules of one letter are tried in the order of the file and the first that fits its neighbours wins; so an
exception stands before the plain rule.
"""

from __future__ import annotations

import re
import string
from dataclasses import dataclass
from functools import cached_property
from unicodedata import category, combining

from translit.nouns import Rule, Scheme

__all__ = ["COMMON", "Grammar", "Piece"]

EDGE = "#"
AGAIN = "{again}"
NEXT = "{next}"
_APOSTROPHE = "'"
_TIE = "\N{COMBINING DOUBLE INVERTED BREVE}"
COMMON = " " + string.digits + string.punctuation + "«»“”„–—…№\N{NO-BREAK SPACE}\n\t"
_SCRIPTS = {"Cyrl": re.compile("[\u0400-\u052f]"), "Arab": re.compile("[\u0600-\u06ff]")}
_NEAR = {
    "h": ("kh", "h"), "j": ("i", "y"), "y": ("i", "y"), "w": ("v", "w"), "v": ("f", "v"), "q": ("k", "q"),
    "c": ("k",), "x": ("kh",), "g": ("gh", "g"), "p": ("b", "p"), "o": ("u", "w", "o"), "e": ("i", "y", "e"),
    "i": ("y", "i"), "u": ("w", "u"), "ng": ("n",), "ny": ("n",),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Piece:
    """What one symbol became, and the rule that said so (None: it passed, or no rule knows it)."""

    put: str
    rule: Rule | None = None
    unknown: bool = False


class Grammar:
    """The rules of one scheme, asked for one symbol after the other.

    >>> shcha = Rule("щ", "щ", "shch")
    >>> grammar = Grammar(Scheme("x", "", "", "", "", "ru", "Cyrl", "Latn", (shcha,)))
    >>> [piece.put for piece in grammar.pieces("", "Щ", "а")]
    ['Shch']
    """

    def __init__(self, scheme: Scheme) -> None:
        self._scheme = scheme
        self._sides: dict[str, str] = {}
        self._rules: dict[str, list[Rule]] = {}
        self._minds: dict[str, tuple[str, str]] = {}
        self._puts: dict[tuple[str, str, str, bool], str] = {}
        for rule in scheme.rules:
            self._rules.setdefault(rule.find, []).append(rule)
        self.marks = {mark for rule in scheme.rules for mark in rule.find + rule.after + rule.before} - {EDGE}
        """The signs that some rule knows."""
        self.groups = [find for find in self._rules if len(find) > 1]
        """The groups of letters that one rule finds."""

    def put(self, left: str, here: str, right: str) -> str:
        """What a symbol becomes between two others; neighbours that no rule of it names are all alike."""
        sides, (after, before) = self._sides, self._minds.get(here) or self._minded(here)
        first, last = left[-1:], right[:1]
        first, last = sides.get(first) or self._beside(first), sides.get(last) or self._beside(last)
        loud = not here.islower() and self._loud(left, here, right)
        key = here, first if first in after else "", last if last in before else "", loud
        put = self._puts.get(key)
        if put is not None:
            return put
        rule = self._fitting(left, here, right)
        if rule is None:
            return "".join([piece.put for piece in self.pieces(left, here, right)])
        put = self._written(rule, left, here, right)
        if "{" not in rule.put:
            self._puts[key] = put
        return put

    def _minded(self, here: str) -> tuple[str, str]:
        """The neighbours that rules of a symbol name, before it and behind it."""
        rules = [rule for find in {here, here.lower()} for rule in self._rules.get(find, ())]
        found = "".join([rule.after for rule in rules]), "".join([rule.before for rule in rules])
        self._minds[here] = found
        return found

    def constant(self, symbol: str) -> str | None:
        """What a symbol becomes wherever it stands, None where its neighbours have a say.

        A capital that one letter is put for becomes that letter's capital, whatever stands beside it.
        """
        small = symbol.lower()
        rules = self._rules.get(symbol) or self._rules.get(small)
        if not rules:
            return symbol if symbol in COMMON and len(symbol) == 1 else None
        rule = rules[0]
        if rule.after or rule.before or "{" in rule.put:
            return None
        if symbol == small:
            return rule.put
        lone = len(symbol) == len(rule.put) == 1 and rule.put.isalpha()
        return rule.put.upper() if lone and rule.find == small and symbol.isupper() else None

    def pieces(self, left: str, here: str, right: str) -> list[Piece]:
        """What a symbol becomes between two others: itself by one rule, or letter by letter."""
        rule = self._fitting(left, here, right)
        if rule:
            return [Piece(self._written(rule, left, here, right), rule)]
        if len(here) == 1:
            return [self._unruled(left, here, right)]
        marks = [left, *here, right]
        return [
            piece
            for at in range(1, len(marks) - 1)
            for piece in self.pieces(marks[at - 1], marks[at], marks[at + 1])
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
            return mark in self.marks
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
        return "".join(piece.put for piece in self.pieces("x", mark, "x")) if mark else ""

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
        return left[-1:].isupper() or left[-1:] == _APOSTROPHE  # ТУР'Я

    def _unruled(self, left: str, here: str, right: str) -> Piece:
        """A sign that no rule knows: Latin letters and signs pass, other letters are unidecoded."""
        if not (here.isalpha() or combining(here)):
            return Piece(here)
        if self._at_home(here):
            return Piece(here)
        from unidecode import unidecode

        put = "".join(filter(str.isalnum, unidecode(here.lower()).lower().replace("@", "a")))
        if self._scheme.target != "Latn":
            put = self._voiced(put)
        elif self._loud_scheme:
            return Piece(put.upper(), unknown=True)
        return Piece(self._in_case(put, left, here, right), unknown=True)

    def _at_home(self, mark: str) -> bool:
        """True for a letter of the scheme's own script."""
        if self._scheme.target == "Latn":
            return mark.isascii() or _latin(mark)
        return bool(_SCRIPTS[self._scheme.target].match(mark))

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
        return all("{" in rule.put or rule.put == rule.put.upper() for rule in self._scheme.rules)


def _latin(mark: str) -> bool:
    """A letter of the Latin script, or a mark that may stand on one."""
    return bool(combining(mark)) or mark < "\u0250" or "\u1e00" <= mark < "\u1f00"


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
