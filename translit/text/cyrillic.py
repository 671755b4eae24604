"""The letters of Russian, Ukrainian and Belarusian by their sounds, in small letters."""

from __future__ import annotations

__all__ = ["CONSONANTS", "HUSHES", "NEIGHBOURS", "TO_PLAIN_RUSSIAN", "TO_RUSSIAN", "VELARS", "VOWELS"]

VOWELS = "аеёиоуыэюяіїє"
CONSONANTS = "бвгґджзклмнпрстфхцчшщ"  # but й and ў, which are half vowels
VELARS = "гкх"
HUSHES = "жшчщ"
NEIGHBOURS = "іїєґў"  # what Ukrainian and Belarusian have and Russian has not …
TO_RUSSIAN = str.maketrans(NEIGHBOURS + NEIGHBOURS.upper(), "ииегвИИЕГВ")  # … and Russian letters for them
TO_PLAIN_RUSSIAN = TO_RUSSIAN | {ord("э"): "е"}  # … of a name that Russian may have with an е: Рустэм
