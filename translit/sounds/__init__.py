"""What a spelling can mean: learned letter correspondences between Latin, Cyrillic and Arabic.

`key` gives what all spellings of one name share, `read` the original-script words a spelling can
stand for, `best` the first of them, `cost` what that costs, `distance` how far two words are apart,
`likeness` how likely they are one name.
"""

from __future__ import annotations

from translit.sounds.keys import key
from translit.sounds.near import distance, laid, likeness, measured, ruler
from translit.sounds.reading import Heard, best, cost, read

__all__ = ["Heard", "best", "cost", "distance", "key", "laid", "likeness", "measured", "read", "ruler"]
