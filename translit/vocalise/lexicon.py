"""The vowelled words of the tables: how a word is read whose letters they have."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from translit import spelling
from translit.memory import once
from translit.patterns import pattern
from translit.tables import Tables, built_in
from translit.text.article import AL, ALLAH, SUN
from translit.text.harakat import FATHA, KASRA, SHADDA, SUKUN, in_order

__all__ = [
    *("FOLDED", "LETTERS", "SHORT"),
    *("Lexicon", "has_article", "lexicon", "with_article", "without_article"),
]

FOLDED = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي", "ؤ": "و", "ئ": "ي", "ة": "ه"})
LETTERS = pattern("[\u0621-\u064a\u0671-\u06d3]+")
SHORT = 3  # letters of a word that may be many words
_PERSONS = ("ism", "particle", "laqab", "kunya", "nisba", "family")
_PLACES = ("unit", "exonym", "feature", "generic", "district", "country")
_WORDS = "sounds/words-ar"
_TABLES = (*(f"person/ar/{name}" for name in _PERSONS), *(f"place/{name}" for name in _PLACES))
_NO_MARKS = dict.fromkeys([*range(0x64B, 0x653), 0x670])
_EXACT = 3
_DEFINITE = 8
_NISBA, _FEMININE = KASRA + "ي", "ية"

Told = tuple[tuple[str, int], ...]  # readings, each with how many rows have it
Kept = tuple[dict[str, Told], dict[str, Told], list[str]]
_NONE: dict[str, int] = {}


class Lexicon:
    """The vowelled words of the tables, by their letters as written and as carelessly written."""

    def __init__(self, exact: dict[str, Told], careless: dict[str, Told], definite: Iterable[str]) -> None:
        self._exact = exact
        self._careless = careless
        self._definite = frozenset(definite)

    def definite(self, letters: str) -> dict[str, int]:
        """The readings of a word that has the article; those that the tables have with it count more."""
        found = self.readings(letters)
        if len(found) < 2:
            return found
        return {word: rows * (_DEFINITE if word in self._definite else 1) for word, rows in found.items()}

    def readings(self, letters: str) -> dict[str, int]:
        """The table's readings of a word, with how many rows have each; none where no row has it.

        The feminine of a nisba is read as its masculine is.
        """
        found = self._listed(letters)
        return found or (self._feminine(letters) if letters.endswith(_FEMININE) else _NONE)

    def _feminine(self, letters: str) -> dict[str, int]:
        """A nisba with the ending of a woman: Islami, Islamiyya."""
        men = self._listed(letters[:-1])
        return {
            f"{word.removesuffix(SHADDA)}{SHADDA}{FATHA}ة": rows
            for word, rows in men.items()
            if word.removesuffix(SHADDA).endswith(_NISBA)
        }

    def _listed(self, letters: str) -> dict[str, int]:
        """The readings that rows have."""
        exact = self._exact.get(letters)
        careless = self._careless.get(letters.translate(FOLDED), ())
        if exact is None and len(letters) <= SHORT and letters[0] in "أإآ":
            return _NONE
        if exact is None or len(exact) == len(careless):
            return dict(careless)
        own = dict(exact)
        return {word: rows * (_EXACT if word in own else 1) for word, rows in careless}


def has_article(letters: str) -> bool:
    """Does a word begin with the article?

    >>> has_article("الشمس"), has_article("الله")
    (True, False)
    """
    return letters.startswith(AL) and len(letters) > 3 and letters != ALLAH


def without_article(word: str) -> str:
    """A vowelled word without its article and the shadda this gave to a sun letter."""
    rest = re.sub("^ا\\W*ل\\W*", "", word)
    if rest[:1] in SUN:
        marks = re.match("\\W*", rest[1:])
        size = marks.end() if marks else 0
        rest = rest[0] + rest[1 : 1 + size].replace(SHADDA, "") + rest[1 + size :]
    return rest


def with_article(word: str) -> str:
    """A vowelled word with the article, its sun letter doubled.

    >>> with_article("شَمْس") == "ال" + "ش" + SHADDA + FATHA + "مْس"
    True
    """
    return AL + word[0] + (SHADDA if word[0] in SUN else "") + word[1:]


def _words(tables: Tables) -> Iterator[str]:
    """The words of the tables, vowelled or not."""
    for name in _TABLES:
        for row in tables.rows(name):
            yield from row.native.replace("-", " ").split()
    for native, *_ in tables.cells(_WORDS):
        if native != "native":
            yield from native.replace("-", " ").split()


def _made(tables: Tables) -> Kept:
    """The words of the tables that have vowels."""
    exact: dict[str, dict[str, int]] = {}
    careless: dict[str, dict[str, int]] = {}
    definite: set[str] = set()
    for word in _words(tables):
        letters = word.translate(_NO_MARKS)
        if not LETTERS.fullmatch(letters) or len(letters) < 2 or letters == word:
            continue
        said = in_order(word).replace(SUKUN, "")
        if has_article(letters):
            letters, said = letters[2:], without_article(said)
            definite.add(said)
        for forms, key in ((exact, letters), (careless, letters.translate(FOLDED))):
            counts = forms.setdefault(key, {})
            counts[said] = counts.get(said, 0) + 1
    told = [
        {letters: tuple(counts.items()) for letters, counts in forms.items()} for forms in (exact, careless)
    ]
    return told[0], told[1], sorted(definite)


@once
def lexicon(tables: Tables | None = None) -> Lexicon:
    """The vowelled words of a set of tables, made once and kept."""
    tables = tables or built_in()
    code = (__file__, spelling.__file__)
    return Lexicon(*tables.kept("vowelled", (*_TABLES, _WORDS), code, lambda: _made(tables)))
