"""A crowd with known truth: people named from the tables, each spelled several ways, fixed seed.

Men and women have a given name and a surname that no other person shares together; given names are
as common as the tables know them to be, a third of the surnames are withheld from the tables (made
here, by rule, from syllables). A spelling is written by a random scheme or in Cyrillic, in either
order, with a typing error in one of twelve (a letter left out, doubled, swapped with its neighbour or
replaced by one beside it on the keyboard), its patronymic sometimes omitted; given name and surname
are always kept.

    python bench/crowd.py 20        # the first twenty names, each with the number of its person
"""

from __future__ import annotations

import random
import string
import sys
from collections.abc import Iterator
from functools import lru_cache

from translit.romanization import romanize
from translit.tables import built_in
from translit.text.clean import fold

_SCHEMES = (
    ("press-en-ru", 6),
    ("bgn-pcgn-1947-ru", 4),
    ("icao-9303-ru", 4),
    ("ala-lc-2012-ru", 2),
    ("mvd-310-1997-en-ru", 2),
    ("press-de-ru", 1),
    ("press-fr-ru", 1),
    (None, 3),
)
_ENDINGS = ("ов", "ев", "ин", "ский", "енко", "ук", "ян", "швили", "ко", "ых")
_ONSETS = (
    "б",
    "в",
    "г",
    "д",
    "ж",
    "з",
    "к",
    "л",
    "м",
    "н",
    "п",
    "р",
    "с",
    "т",
    "ф",
    "х",
    "ч",
    "ш",
    "бр",
    "гл",
    "кр",
    "пл",
    "ст",
    "тр",
)
_VOWELS = "аеиоуыюя"
_CODAS = ("", "", "", "л", "н", "р", "т", "к", "м", "с")
_TYPO = 0.08
_OMITTED = 0.4
_SURNAME_FIRST = 0.4


_KEYBOARDS = ("qwertyuiop", "asdfghjkl", "zxcvbnm", "йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю")
_WOMEN = (("ский", "ская"), ("цкий", "цкая"), ("ый", "ая"), ("ой", "ая"), ("ий", "ая"),
          ("ов", "ова"), ("ев", "ева"), ("ин", "ина"), ("ын", "ына"))  # fmt: skip


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


def _typo(text: str, dice: random.Random) -> str:
    at = dice.randrange(1, max(2, len(text) - 1))
    kind = dice.randrange(4)
    if kind == 0:
        return text[:at] + text[at + 1 :]
    if kind == 1 and at + 1 < len(text):
        return text[:at] + text[at + 1] + text[at] + text[at + 2 :]
    if kind == 2:
        row = next((row for row in _KEYBOARDS if text[at].lower() in row), "")
        if row:
            near = row.index(text[at].lower()) + dice.choice((-1, 1))
            return text[:at] + row[near % len(row)] + text[at + 1 :]
    return text[:at] + text[at] + text[at:]


def _spelled(native: tuple[str, str, str], dice: random.Random) -> str:
    given, patronymic, surname = native
    scheme = dice.choices(*_WEIGHED)[0]
    words = [given, surname] if dice.random() < _OMITTED else [given, patronymic, surname]
    if dice.random() < _SURNAME_FIRST:
        words = [words[-1], *words[:-1]]
    if scheme:
        words = [_romanized(word, scheme) for word in words]
    if dice.random() < _TYPO:
        at = dice.randrange(len(words))
        words[at] = _typo(words[at], dice)
    return " ".join(words)


_WEIGHED = ([name for name, _ in _SCHEMES], [weight for _, weight in _SCHEMES])
_romanized = lru_cache(maxsize=1 << 16)(romanize)


def _givens(gender: str) -> tuple[list[str], list[float]]:
    """The given names of a gender, each with how often it is met."""
    tables = built_in()
    common = {row.id: float(row["weight"]) for row in tables.rows("weights/common-ru")}
    rows = [row for row in tables.rows("person/ru/given") if row["gender"] == gender]
    sums, total = [], 0.0
    for row in rows:
        total += 4 ** common.get(f"person/ru/given:{row.id}", 0.0)
        sums.append(total)
    return [string.capwords(fold(row.native)) for row in rows], sums


def crowd(size: int, seed: int = 7, spellings: int = 3) -> Iterator[tuple[int, str]]:
    """`size` names, each with the number of its person, who has `spellings` of them on average."""
    dice = random.Random(seed)
    givens = {gender: _givens(gender) for gender in "mf"}
    known = _known_surnames()
    withheld = set(known)
    taken: set[tuple[str, str]] = set()
    made = person = 0
    while made < size:
        gender = "f" if dice.random() < 0.5 else "m"
        surname = _made_surname(dice) if dice.random() < 1 / 3 else ""
        if surname in withheld:
            continue
        surname = (surname or dice.choice(known)).capitalize()
        if gender == "f":
            surname = _womans(surname)
        given, father = (
            dice.choices(names, cum_weights=sums)[0] for names, sums in (givens[gender], givens["m"])
        )
        if (given, surname) in taken:
            continue
        taken.add((given, surname))
        native = (given, _patronymic(father, gender).capitalize(), surname)
        for _ in range(min(dice.randint(1, 2 * spellings - 1), size - made)):
            yield person, _spelled(native, dice)
            made += 1
        person += 1


if __name__ == "__main__":
    for number, name in crowd(int(sys.argv[1]) if len(sys.argv) > 1 else 20):
        print(number, name, sep="\t")
