"""The vowels of an Arabic word written without them: the seam for name tables and a learned vocaliser."""

from __future__ import annotations

__all__ = ["vocalise"]


def vocalise(word: str) -> str:
    """A word with its harakat; the word as it stands where nothing is known of it.

    >>> vocalise("محمد")
    'محمد'
    """
    return word
