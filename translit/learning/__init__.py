"""Learning what spellings can mean, from pairs: ``python -m translit.learning ru PAIRS.tsv …``."""

from __future__ import annotations

from translit.learning.alignment import Costs, Pair, align
from translit.learning.chunks import learn
from translit.learning.commands import lexicon, main
from translit.learning.pairing import pairs

__all__ = ["Costs", "Pair", "align", "learn", "lexicon", "main", "pairs"]
