"""What a spelling can mean: learned letter correspondences between Latin, Cyrillic and Arabic.

STUB of the interface, to be replaced by the learned model.
"""

from __future__ import annotations

from dataclasses import dataclass

from translit.text.clean import fold

__all__ = ["Heard", "distance", "key", "read"]


@dataclass(frozen=True, slots=True)
class Heard:
    """One original-script form a spelling can stand for: `share` is its posterior probability."""

    native: str
    share: float


def read(word: str, language: str, limit: int = 8) -> tuple[Heard, ...]:
    """The likeliest Cyrillic ("ru") or Arabic ("ar") forms of one word in any script, best first."""
    return (Heard(fold(word), 0.5),)[:limit]


def key(word: str, language: str) -> str:
    """The phonetic key of one word in any script: spellings of one name share it."""
    bare = fold(word)
    return bare[:1] + "".join(c for c in bare[1:] if c not in "aeiouyаеиоуыэюяьъ-")


def distance(left: str, right: str, language: str) -> float:
    """How far two words of any scripts are apart, in nats per letter: 0 equal, above 1 hardly one name."""
    return 0.0 if fold(left) == fold(right) else 0.3 if key(left, language) == key(right, language) else 2.0
