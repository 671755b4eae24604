"""A crowd with known truth: Russian and Arab people named from the tables, each spelled several ways.

No two people share given name and surname, which both are always kept; given names are as common as
the tables know them to be; a third of the surnames are withheld from the tables (made by rule in
`russians.py` and `arabs.py`). A spelling is written by a random scheme or in the script of its
language, in some order, with a typing error in one of twelve (a letter left out, doubled, swapped with
its neighbour or replaced by one beside it on the keyboard), the father's name sometimes omitted.

    python bench/crowd.py 20        # the first twenty names, each with the number of its person
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator

from arabs import Arabs
from russians import Russians

__all__ = ["LANGUAGES", "crowd", "typed"]

LANGUAGES = ("ru", "ar")
_MAKERS = {"ru": Russians, "ar": Arabs}
_TYPO = 0.08
_KEYBOARDS = ("qwertyuiop", "asdfghjkl", "zxcvbnm", "йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю",
              "ضصثقفغعهخحجد", "شسيبلاتنمكط", "ئءؤرىةوزظ")  # fmt: skip


def crowd(
    size: int, seed: int = 7, spellings: int = 3, languages: tuple[str, ...] = LANGUAGES
) -> Iterator[tuple[int, str]]:
    """`size` names, each with the number of its person, who has `spellings` of them on average.

    A person's language is ``languages[number % len(languages)]``.
    """
    dice = random.Random(seed)
    makers = [_MAKERS[language]() for language in languages]
    taken: set[tuple[str, str]] = set()
    made = number = 0
    while made < size:
        person = makers[number % len(makers)].person(dice)
        if person is None or person.mark in taken:
            continue
        taken.add(person.mark)
        for _ in range(min(dice.randint(1, 2 * spellings - 1), size - made)):
            yield number, typed(person.spelled(dice), dice)
            made += 1
        number += 1


def typed(words: list[str], dice: random.Random) -> str:
    """The words as somebody types them, now and then with an error."""
    if dice.random() < _TYPO:
        at = dice.randrange(len(words))
        words[at] = _typo(words[at], dice)
    return " ".join(words)


def _typo(text: str, dice: random.Random) -> str:
    at = min(dice.randrange(1, max(2, len(text) - 1)), len(text) - 1)  # a word may be one letter
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


if __name__ == "__main__":
    for number, name in crowd(int(sys.argv[1]) if len(sys.argv) > 1 else 20):
        print(number, name, sep="\t")
