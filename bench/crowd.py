"""A crowd with known truth: people named from the tables, each spelled several ways, fixed seed.

A person has a given name and a surname that no other person shares together; a third of the
surnames are withheld from the tables (made here, by rule, from stems). A spelling is written by a
random scheme, in a random order, with a typing error now and then, its patronymic sometimes
omitted; given name and surname are always kept.
"""

from __future__ import annotations

import random
import string
from collections.abc import Iterator

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
_ONSETS = ("б", "в", "г", "д", "ж", "з", "к", "л", "м", "н", "п", "р", "с", "т", "ф", "х", "ч", "ш", "бр", "гл", "кр", "пл", "ст", "тр")
_VOWELS = "аеиоуыюя"
_CODAS = ("", "", "", "л", "н", "р", "т", "к", "м", "с")
_TYPO = 0.08
_OMITTED = 0.4
_SURNAME_FIRST = 0.4


def _known_surnames() -> list[str]:
    rows = built_in().cells("person/ru/lexicon")
    header = next(rows)
    kinds = header.index("kinds")
    found = sorted({cells[0] for cells in rows if "s" in cells[kinds].lower()})
    return [name for name in found if len(name) > 3 and not name.endswith(("а", "я"))]


def _made_surname(dice: random.Random) -> str:
    stem = "".join(
        dice.choice(_ONSETS) + dice.choice(_VOWELS) + dice.choice(_CODAS) for _ in range(dice.choice((2, 2, 3)))
    )
    return stem.rstrip(_VOWELS) + dice.choice(_ENDINGS) if stem[-1] in _VOWELS else stem + dice.choice(_ENDINGS)


def _patronymic(given: str, dice: random.Random) -> str:
    stem = fold(given)
    if stem.endswith("й"):
        return stem[:-1] + "евич" if stem[-2] != "и" else stem[:-2] + "ьевич"
    if stem.endswith(("а", "я")):
        return stem[:-1] + "ич"
    return stem.rstrip("ь") + ("евич" if stem.endswith("ь") else "ович")


def _typo(text: str, dice: random.Random) -> str:
    at = dice.randrange(1, max(2, len(text) - 1))
    kind = dice.randrange(3)
    if kind == 0:
        return text[:at] + text[at + 1 :]
    if kind == 1 and at + 1 < len(text):
        return text[:at] + text[at + 1] + text[at] + text[at + 2 :]
    return text[:at] + text[at] + text[at:]


def _spelled(native: tuple[str, str, str], dice: random.Random) -> str:
    given, patronymic, surname = native
    scheme = dice.choices([name for name, _ in _SCHEMES], [weight for _, weight in _SCHEMES])[0]
    words = [given, surname] if dice.random() < _OMITTED else [given, patronymic, surname]
    if dice.random() < _SURNAME_FIRST:
        words = [words[-1], *words[:-1]]
    if scheme:
        words = [romanize(word, scheme) for word in words]
    if dice.random() < _TYPO:
        at = dice.randrange(len(words))
        words[at] = _typo(words[at], dice)
    return " ".join(words)


def crowd(size: int, seed: int = 7, spellings: int = 3) -> Iterator[tuple[int, str]]:
    """`size` names with the number of the person each belongs to."""
    dice = random.Random(seed)
    tables = built_in()
    men = [row.native for row in tables.rows("person/ru/given") if row["gender"] == "m"]
    men = [string.capwords(fold(name)) for name in men]
    known = _known_surnames()
    taken: set[tuple[str, str]] = set()
    made = person = 0
    while made < size:
        surname = _made_surname(dice) if dice.random() < 1 / 3 else dice.choice(known)
        given = dice.choice(men)
        if (given, surname) in taken:
            continue
        taken.add((given, surname))
        native = (given, _patronymic(dice.choice(men), dice).capitalize(), surname.capitalize())
        for _ in range(min(dice.randint(1, 2 * spellings - 1), size - made)):
            yield person, _spelled(native, dice)
            made += 1
        person += 1
