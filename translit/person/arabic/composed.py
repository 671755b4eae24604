"""Compounds, kunyas and nasabs that no row has: made by rule of a particle and the words it stands beside."""

from __future__ import annotations

from translit.memory import met
from translit.nouns import Row
from translit.person.arabic.letters import sound
from translit.person.arabic.nouns import Atom, Form, Gender, Unit, new_form, new_unit
from translit.person.arabic.particles import Element
from translit.person.arabic.words import Vocabulary
from translit.quick import changed
from translit.text.article import ABD, AL
from translit.text.clean import strip_harakat

__all__ = ["Composed", "gender_of"]

_CACHED = 16384
# "Son of" as the Maghreb calls families by it: in small Cyrillic letters бен is anybody's.
_MAGHREB, _MAGHREB_CAPITAL = frozenset(("ben", "bel", "бель")), frozenset(("Бен", "БЕН"))
_BEL = "bel"  # the one with the article


class Composed:
    """Makes the units of several words by rule, from the particles of one set of tables."""

    def __init__(self, words: Vocabulary, weights: dict[str, float]) -> None:
        self._words = words
        self._weights = weights
        self.governed = met(self._governed, _CACHED)

    def ending(self, folded: str) -> Row | None:
        """The second half of a compound that any word may take: al-Din."""
        row = self._words.particles.endings.get(folded)
        return row if row is not None and row["free"] else None

    def named_with(self, first: Form, ending: Row) -> Unit:
        """A compound in al-Din that no row has."""
        native = strip_harakat(ending.native)
        form = new_form(
            f"{first.canonical} {ending.canonical}",
            f"{first.native} {native}" if first.native else None,
            first.key + sound(native[2:]),
            "ism", None, first.cost + 0.1,
        )  # fmt: skip
        return new_unit("compound", form, form.as_role("family"), self._weights["compound"])

    def linked(self, first: Form, second: Atom) -> Unit:
        """A compound of South Asians, whatever its second half is: Rezaul Karim."""
        ending = self._words.particles.endings.get(second.folded)
        if ending is not None:
            return self.named_with(first, ending)
        last = second.unit.given
        canonical, native = f"{first.canonical} {last.canonical}", f"{first.native} {last.native}"
        native_or_none = native if first.native and last.native else None
        form = new_form(canonical, native_or_none, first.key + last.key, "ism", None, first.cost + 0.1)
        return new_unit("compound", form, form.as_role("family"), self._weights["compound"])

    def _governed(self, element: Element, text: str, folded: str, inner: Unit, article: str) -> Unit | None:
        """A particle and the unit it governs: a kunya, a nasab, a compound in Abd.

        `text` and `folded` are the particle's spelling, `article` is that of the word after it.
        """
        if element.role in ("kunya", "nasab"):
            return self.with_head(element, text, folded, inner)
        if element.name != "abd" or not (element.article or article or inner.kind == "compound"):
            return None
        tail = inner.surname if inner.surname.row and inner.surname.role != "family" else inner.given
        if tail.row is None and self._words.rows.is_written(folded):
            return None  # Abdou is a name of its own before a word that is none
        return self.servant(tail, tail.native and f"{AL}{tail.native.removeprefix(AL)}")

    def servant(self, tail: Form, native: str | None) -> Unit:
        """A compound in Abd that no row has."""
        canonical = f"Abd al-{tail.canonical.removeprefix('al-')}"
        form = new_form(
            canonical, f"{ABD} {native}" if native else None, sound(ABD) + tail.key, "ism", None, 0.3
        )
        return new_unit("compound", form, form.as_role("family"), self._weights["abd"], gender="m")

    def with_head(self, element: Element, text: str, folded: str, inner: Unit) -> Unit:
        """A kunya (Abu X) or a nasab (bin X) of the particle's row."""
        tail = inner.given if inner.given.row or not inner.surname.row else inner.surname
        native_head = strip_harakat(element.row.native).replace("اِ", "ا")
        native = f"{native_head} {tail.native}" if tail.native else None
        canonical = f"{element.row.canonical} {tail.canonical}"
        gender = gender_of(element.row)
        if element.role == "kunya":
            key = sound("أبو" if element.name == "abu" else native_head) + tail.key
            form = new_form(canonical, native, key, "kunya", None, tail.cost)
            return new_unit("kunya", form, form.as_role("family"), self._weights["kunya"], gender=gender)
        form = new_form(canonical, native, tail.key, "nasab", None, tail.cost)
        maghreb = folded in _MAGHREB or text in _MAGHREB_CAPITAL
        as_family = form.as_role("family")
        if maghreb:
            printed = "Bel" if element.name == _BEL else "Ben"
            as_family = changed(as_family, canonical=f"{printed} {tail.canonical}")
        settled = maghreb or element.row["settled"] == "yes"
        lean = -4.0 if settled else self._weights["nasab"]
        return new_unit("nasab", form, as_family, lean, settled=settled, gender=gender)


def gender_of(row: Row) -> Gender:
    """The gender that a row tells."""
    cell = row["gender"]
    return "m" if cell == "m" else "f" if cell == "f" else None
