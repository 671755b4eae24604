"""The vowels of an Arabic word written without them: from the name tables, else from learned habits.

`vocalise` gives the likeliest reading, `vocalisations` the doubt: every reading with its share.
A word of the tables is read as they have it, with or without its article; where they have two
readings (Umar and Amr), and for words of no table, the weights of `translit.vocalise.vowels` decide.
"""

from __future__ import annotations

import re
from functools import lru_cache

from translit.spelling import FATHA, KASRA, SHADDA, SUKUN, bare, in_order, plain, vowelled
from translit.tables import Tables, built_in
from translit.vocalise.partial import Marks, agree, fixed, marks_of, sayable, wholly
from translit.vocalise.vowels import Field, field, signed

__all__ = ["parted", "vocalisations", "vocalise"]

_ARTICLE = "ال"
_ALLAH = "الله"
_SUN = frozenset("تثدذرزسشصضطظلن")
_FOLDED = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي", "ؤ": "و", "ئ": "ي", "ة": "ه"})
_LETTERS = re.compile("[\u0621-\u064a\u0671-\u06d3]+")
_TABLES = ("ism", "particle", "laqab", "kunya", "nisba", "family")
_WORDS = "sounds/words-ar"
_PLACES = ("unit", "exonym", "feature", "generic", "district", "country")
_NO_MARKS = dict.fromkeys([*range(0x64B, 0x653), 0x670])
_NONE: dict[str, int] = {}
_EXACT = 3
_DEFINITE = 8
_SHORT = 3
_ASKED = 12
_COMPOUND = re.compile(
    r"(?<!\w)(عبد|[اأ]بو|[اأ]بي)(?=ال\w\w)|(?<=\w\w)(?<!و)(?=الدين(?!\w))|(?<=\w\w)(?<![وبي])(?<!عبد)(?=الله(?!\w))"
)
_UNLIKELY = 1e-3
_NISBA, _FEMININE = KASRA + "ي", "ية"


class _Lexicon:
    """The vowelled words of the tables, by their letters as written and as carelessly written."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        self._exact: dict[str, dict[str, int]] = {}
        self._careless: dict[str, dict[str, int]] = {}
        self._definite: set[str] = set()
        names = [f"person/ar/{name}" for name in _TABLES] + [f"place/{name}" for name in _PLACES]
        for name in names:
            for row in tables.rows(name):
                self._learn(row.native)
        for native, *_ in tables.cells(_WORDS):
            if native not in ("native", ""):
                self._learn(native)

    def _learn(self, native: str) -> None:
        for word in native.replace("-", " ").split():
            letters = word.translate(_NO_MARKS)
            if not _LETTERS.fullmatch(letters) or len(letters) < 2 or letters == word:
                continue
            word = in_order(word).replace(SUKUN, "")
            if _has_article(letters):
                letters, word = letters[2:], _without_article(word)
                self._definite.add(word)
            for forms, key in ((self._exact, letters), (self._careless, letters.translate(_FOLDED))):
                counts = forms.setdefault(key, {})
                counts[word] = counts.get(word, 0) + 1

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
        careless = self._careless.get(letters.translate(_FOLDED), _NONE)
        if exact is None and len(letters) <= _SHORT and letters[0] in "أإآ":
            return _NONE
        if exact is None or len(exact) == len(careless):
            return careless
        return {word: rows * (_EXACT if word in exact else 1) for word, rows in careless.items()}


def _has_article(letters: str) -> bool:
    return letters.startswith(_ARTICLE) and len(letters) > 3 and letters != _ALLAH


def _without_article(word: str) -> str:
    """A vowelled word without its article and the shadda this gave to a sun letter."""
    rest = re.sub("^ا\\W*ل\\W*", "", word)
    if rest[:1] in _SUN:
        marks = re.match("\\W*", rest[1:])
        size = marks.end() if marks else 0
        rest = rest[0] + rest[1 : 1 + size].replace(SHADDA, "") + rest[1 + size :]
    return rest


def _with_article(word: str) -> str:
    """A vowelled word with the article, its sun letter doubled.

    >>> _with_article("شَمْس") == "ال" + "ش" + SHADDA + FATHA + "مْس"
    True
    """
    return _ARTICLE + word[0] + (SHADDA if word[0] in _SUN else "") + word[1:]


@lru_cache(maxsize=4)
def _lexicon(tables: Tables | None = None) -> _Lexicon:
    return _Lexicon(tables or built_in())


def parted(text: str) -> str:
    """A text with its compound names, which are often written in one, in two words.

    >>> parted("عبدالرحمن نورالدين") == "عبد الرحمن نور الدين"
    True
    """
    return _COMPOUND.sub(lambda found: f"{found[1] or ''} ", text) if _ARTICLE in text else text


def vocalise(word: str) -> str:
    """A word with its harakat, as it is most often read; a word that has them already, as it stands.

    >>> vocalise("حسن") == "حَسَن"
    True
    """
    return _vocalised(word, 1)[0][0]


def vocalisations(word: str, limit: int = 5) -> tuple[tuple[str, float], ...]:
    """The readings of an unvowelled word, likeliest first, each with its share of probability.

    >>> [share > 0.5 for _, share in vocalisations("محمد", 1)]
    [True]
    """
    return _vocalised(word, max(limit, 2))[:limit]


@lru_cache(maxsize=32768)
def _vocalised(word: str, limit: int) -> tuple[tuple[str, float], ...]:
    word = in_order(plain(word))
    letters = bare(word)
    marks = marks_of(word) if word != letters else ()
    if letters == _ALLAH or (marks and letters.endswith(_ALLAH)):
        return ((word, 1.0),)
    if len(letters) < 2 or not _LETTERS.fullmatch(letters) or (marks and wholly(word)):
        return ((word, 1.0),)
    lexicon = _lexicon()
    whole = _agreeing(lexicon.readings(letters), marks)
    if whole or not _has_article(letters):
        return _read(letters, whole, limit, marks, word)
    stem, said = letters[2:], _without_article(word)
    marks = marks_of(said) if marks else ()
    known = _agreeing(lexicon.definite(stem), marks)
    return tuple((_with_article(one), share) for one, share in _read(stem, known, limit, marks, said))


def _agreeing(known: dict[str, int], marks: Marks) -> dict[str, int]:
    """The readings that have what is written."""
    return {word: rows for word, rows in known.items() if agree(word, marks)} if marks else known


def _read(
    letters: str, known: dict[str, int], limit: int, marks: Marks, word: str
) -> tuple[tuple[str, float], ...]:
    """The readings of a word without article."""
    if len(known) == 1:
        return ((next(iter(known)), 1.0),)
    if not known and len(letters) <= _SHORT and vowelled(word) and sayable(word):
        return ((word, 1.0),)
    learned = _learned(letters, _ASKED if known else limit, marks)
    if not known:
        return tuple(learned.items())[:limit]
    shares: dict[str, float] = {}
    for said, share in learned.items():
        shares[_alike(said)] = shares.get(_alike(said), 0.0) + share
    weighed = {said: rows * max(shares.get(_alike(said), 0.0), _UNLIKELY) for said, rows in known.items()}
    total = sum(weighed.values())
    ranked = sorted(((said, weight / total) for said, weight in weighed.items()), key=lambda pair: -pair[1])
    return tuple(ranked[:limit])


def _alike(word: str) -> str:
    """A reading as it is compared with others: hamzas on one seat, the last yeh single."""
    return word.translate(_FOLDED).removesuffix(SHADDA)


def _learned(letters: str, limit: int, marks: Marks) -> dict[str, float]:
    """Readings by the learned weights; where there is no table of them, the word itself."""
    weights: Field = field()
    if not weights:
        return {letters: 1.0}
    asked = letters[:-1].replace("ى", "ي") + letters[-1:]
    written, tanwin = fixed(marks) if marks else (marks, "")
    if limit == 1:
        return {_ta_marbuta(signed(asked, weights.likeliest(asked, written))) + tanwin: 1.0}
    found: dict[str, float] = {}
    for signs, share in weights.best(asked, limit, written):
        said = _ta_marbuta(signed(asked, signs)) + tanwin
        found[said] = found.get(said, 0.0) + share
    return found


def _ta_marbuta(word: str) -> str:
    """A last heh after a short a is a ta marbuta that lost its dots: Hamzah, Fatimah."""
    return word[:-1] + "ة" if len(word) > 5 and word.endswith((FATHA + "ه",)) else word
