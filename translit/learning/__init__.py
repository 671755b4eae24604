"""Learning what spellings can mean, from pairs: ``python -m translit.learning ru PAIRS.tsv …``."""

from __future__ import annotations

from translit.learning.chunks import Costs, Pair, align, learn, lexicon, main, pairs

__all__ = ["Costs", "Pair", "align", "learn", "lexicon", "main", "pairs"]
