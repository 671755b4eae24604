"""Is a word of an Arabic name the given name? The log-odds, by `tables/weights/order-ar.tsv`."""

from __future__ import annotations

from translit.memory import met
from translit.person.arabic.forms import DIPHTHONGS, SURNAME_ENDINGS, WRITTEN
from translit.person.arabic.meaning import Meant, Word
from translit.person.arabic.nouns import Form
from translit.person.arabic.words import vocabulary
from translit.tables import Tables
from translit.text.clean import fold

__all__ = ["MUCH", "Leaning", "shape_of"]

_CACHED = 16384
MUCH = 9.0  # more than any reading costs
_NOTHING = Meant(None, (), None, None)


class Leaning:
    """How far words lean to being the given name: above 0 they do, below it they are sooner surnames."""

    def __init__(self, tables: Tables) -> None:
        self.weights = {row.id: float(row["weight"]) for row in tables.rows("weights/order-ar")}
        self._rows = vocabulary(tables).rows
        self.unlisted = met(self._unlisted, _CACHED)

    def of(self, rows: Meant, article: str, shape: tuple[bool, bool]) -> float:
        """The log-odds that a word is a given name, from the tables and its shape."""
        weight = self.weights
        lean = weight["article"] if article else 0.0
        family = rows.families[0][0] if rows.families else MUCH
        nisba = rows.nisba[0] if rows.nisba else MUCH
        if rows.ism:
            cost, entry = rows.ism
            usual = self._rows.usual(entry.row.id) ** 0.5
            lean += weight["ism"] + weight["ism-cost"] * cost + weight["usual"] * min(usual, 4.0)
        if rows.families or rows.nisba:
            lean += weight["surname"] + weight["surname-cost"] * min(family, nisba)
            lean += weight["both"] if rows.ism else 0.0
            lean += weight["family"] if family < WRITTEN else 0.0
            lean += weight["nisba"] if nisba < WRITTEN else 0.0
        elif not rows.ism:
            lean += weight["unknown"]
        opens, ends = shape
        found = weight["prefix"] if opens and not rows.ism else 0.0
        if ends:
            found += weight["ending"] + (0.0 if rows.ism else weight["ending-only"])
        return lean + found

    def _unlisted(self, article: str, opens: bool, ends: bool) -> float:
        """What a word that no row has leans to, by its shape."""
        return self.of(_NOTHING, article, (opens, ends))

    def of_compound(self, form: Form) -> float:
        """A compound's lean: of those in Abd, more are a father's or the family's name."""
        return self.weights["abd" if form.canonical.startswith("Abd") else "compound"]


def shape_of(word: Word, openers: tuple[str, ...]) -> tuple[bool, bool]:
    """Does a word begin as surnames do, and does it end so?"""
    folded = word.folded if word.core.isalpha() else fold(word.core)
    size = len(folded)
    ends = size > 4 and folded[-1] in SURNAME_ENDINGS and not folded.endswith(DIPHTHONGS)
    return size > 5 and folded.startswith(openers), ends
