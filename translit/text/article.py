"""The Arabic article: as Arabs write it, and apart from its word in Latin or Cyrillic letters.

Beside it the words that are told by it: God's name, and the servant of God that a name is composed with.
"""

from __future__ import annotations

__all__ = ["ABD", "AL", "ALLAH", "SUN", "SUN_LETTERS", "is_article"]

AL = "ال"
ALLAH = "الله"  # which begins with it, and has none
ABD = "عبد"  # servant of, which opens compounds with either
SUN = frozenset("تثدذرزسشصضطظلن")  # the consonants that its l becomes

SUN_LETTERS = frozenset(  # the same as they are romanised
    (
        *("t", "th", "d", "dh", "r", "z", "s", "sh", "n", "l", "ch", "j", "g"),
        *("ţ", "ṭ", "ḑ", "ḍ", "z̧", "ẓ", "ş", "ṣ"),
        *("т", "д", "р", "з", "с", "ш", "н", "л", "ж", "дж"),
    )
)
_LAM = ("l", "ль", "л")  # the last in Bulgarian and Serbian: Ал Каим, Ел Хасака


def is_article(
    word: str, following: str, opening: str = "aeiuаэе", sun: frozenset[str] = SUN_LETTERS
) -> bool:
    """Is this word the Arabic article of the next one?

    It is a vowel, one of those that may be its `opening`, and l, or in place of the l the *sun letter*
    that the next word begins with. `sun` are these letters where a spelling has others.

    >>> is_article("Ash", "Shaddadi"), is_article("al", "Dhahab"), is_article("Umm", "Qasr")
    (True, True, False)
    >>> is_article("аль", "фаси"), is_article("ат", "тум"), is_article("анна", "мария")
    (True, True, False)
    """
    low, after = word.lower(), following.lower()
    if not after or not 1 < len(low) < 4 or low[0] not in opening:
        return False
    return low[1:] in _LAM or (low[1:] in sun and after.startswith(low[1:]))
