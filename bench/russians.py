"""Russian people for `bench/crowd.py`: named from the tables, a third of the surnames made by rule."""

from __future__ import annotations

import random
import string
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from translit.romanization import romanize
from translit.tables import built_in
from translit.text.clean import fold

__all__ = ["Russian", "Russians"]

_SCHEMES = (
    ("press-en-ru", 6),
    ("bgn-pcgn-1947-ru", 4),
    ("icao-9303-ru", 4),
    ("ala-lc-2012-ru", 2),
    ("mvd-310-1997-en-ru", 2),
    ("press-de-ru", 1),
    ("press-fr-ru", 1),
    ("", 3),  # in Cyrillic
)
_ENDINGS = ("ов", "ев", "ин", "ский", "енко", "ук", "ян", "швили", "ко", "ых")
_ONSETS = (*"бвгджзклмнпрстфхчш", "бр", "гл", "кр", "пл", "ст", "тр")
_VOWELS = "аеиоуыюя"
_CODAS = (*("",) * 3, *"лнрткмс")
_OMITTED = 0.4
_SURNAME_FIRST = 0.4
_WOMEN = (("ский", "ская"), ("цкий", "цкая"), ("ый", "ая"), ("ой", "ая"), ("ий", "ая"),
          ("ов", "ова"), ("ев", "ева"), ("ин", "ина"), ("ын", "ына"))  # fmt: skip
_WEIGHED = ([name for name, _ in _SCHEMES], [weight for _, weight in _SCHEMES])
_romanized = lru_cache(maxsize=1 << 16)(romanize)


class Russian(NamedTuple):
    """A person's name in Cyrillic; `mark` is what no two people share."""

    given: str
    patronymic: str
    surname: str

    @property
    def mark(self) -> tuple[str, str]:
        return self.given, self.surname

    def spelled(self, dice: random.Random) -> list[str]:
        """The words of one spelling: a random scheme, either order, the patronymic sometimes omitted."""
        scheme = dice.choices(*_WEIGHED)[0]
        words = [self.given, self.surname] if dice.random() < _OMITTED else list(self)
        if dice.random() < _SURNAME_FIRST:
            words = [words[-1], *words[:-1]]
        return [_romanized(word, scheme) for word in words] if scheme else words


class Russians:
    """Makes people, each by one throw of the dice; None where the throw gives no name."""

    def __init__(self) -> None:
        self._givens = {gender: _givens(gender) for gender in "mf"}
        self._known = _known_surnames()
        self._withheld = set(self._known)

    def person(self, dice: random.Random) -> Russian | None:
        gender = "f" if dice.random() < 0.5 else "m"
        surname = _made_surname(dice) if dice.random() < 1 / 3 else ""
        if surname in self._withheld:
            return None
        surname = (surname or dice.choice(self._known)).capitalize()
        given, father = (
            dice.choices(names, cum_weights=sums)[0]
            for names, sums in (self._givens[gender], self._givens["m"])
        )
        return Russian(
            given, _patronymic(father, gender).capitalize(), _womans(surname) if gender == "f" else surname
        )


def _givens(gender: str) -> tuple[list[str], list[float]]:
    """The given names of a gender, each with how often it is met, summed up."""
    tables = built_in()
    common = {row.id: float(row["weight"]) for row in tables.rows("weights/common-ru")}
    rows = [row for row in tables.rows("person/ru/given") if row["gender"] == gender]
    sums = accumulate(4 ** common.get(f"person/ru/given:{row.id}", 0.0) for row in rows)
    return [string.capwords(fold(row.native)) for row in rows], list(sums)


def _known_surnames() -> list[str]:
    rows = built_in().cells("person/ru/lexicon")
    header = next(rows)
    kinds = header.index("kinds")
    found = sorted({cells[0] for cells in rows if "s" in cells[kinds].lower()})
    return [name for name in found if len(name) > 3 and not name.endswith(("а", "я"))]


def _made_surname(dice: random.Random) -> str:
    stem = "".join(
        dice.choice(_ONSETS) + dice.choice(_VOWELS) + dice.choice(_CODAS)
        for _ in range(dice.choice((2, 2, 3)))
    )
    return (stem.rstrip(_VOWELS) if stem[-1] in _VOWELS else stem) + dice.choice(_ENDINGS)


def _womans(surname: str) -> str:
    for man, woman in _WOMEN:
        if surname.endswith(man):
            return surname.removesuffix(man) + woman
    return surname


def _patronymic(given: str, gender: str) -> str:
    stem = fold(given)
    son, daughter = ("ич", "ична")
    if stem.endswith(("ий", "ь")):
        stem, son, daughter = stem.removesuffix("ий").rstrip("ь") + "ь" * stem.endswith("ий"), "евич", "евна"
    elif stem.endswith("й"):
        stem, son, daughter = stem[:-1], "евич", "евна"
    elif stem.endswith(("а", "я")):
        stem = stem[:-1]
    elif not stem.endswith(("о", "и", "у", "е")):
        son, daughter = "ович", "овна"
    else:
        son, daughter = "евич", "евна"
    return stem + (son if gender == "m" else daughter)
