"""The letters of Russian, Ukrainian and Belarusian by their sounds, in small letters."""

from __future__ import annotations

__all__ = ["CONSONANTS", "HUSHES", "VELARS", "VOWELS"]

VOWELS = "аеёиоуыэюяіїє"
CONSONANTS = "бвгґджзклмнпрстфхцчшщ"  # but й and ў, which are half vowels
VELARS = "гкх"
HUSHES = "жшчщ"
