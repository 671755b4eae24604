"""How well translit does: labelled pairs made of lists of spellings, and what is measured on them.

`sets` makes the pairs of a table of spellings, positives and hard negatives half and half; `measure`
says how well scores part them. `translit evaluate` and the measurements in `bench` share both.
"""

from __future__ import annotations

from translit.evaluation.measures import Measured, measure
from translit.evaluation.negatives import Pair, hard_pairs, skeleton
from translit.evaluation.sets import Sets, lacking, people, places, singles

__all__ = [
    "Measured",
    "Pair",
    "Sets",
    "hard_pairs",
    "lacking",
    "measure",
    "people",
    "places",
    "singles",
    "skeleton",
]
