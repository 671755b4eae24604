"""The forms that other peoples have of Arabic names, where a name is one of theirs: Mehmet Emin."""

from __future__ import annotations

from translit.languages import tongues_that
from translit.person.arabic.nouns import Placed, Unit
from translit.person.arabic.units import Units
from translit.quick import changed
from translit.sounds.letters import ascii_letters
from translit.tables import Tables
from translit.text.case import is_shouted
from translit.text.script import script_of

__all__ = ["Peoples"]

_FAINTLY = 0.3  # the cost from which a word hardly sounds as a row, beside a form of another people


class Peoples:
    """Puts the units of a name into the forms of the people whose name it is, by one set of tables."""

    def __init__(self, units: Units, tables: Tables) -> None:
        self._units = units
        self._bare = tongues_that("bare", tables)

    def __call__(self, placed: list[Placed], text: str) -> list[Placed]:
        """Beside Mehmet, Emin is Turkish too; beside an article, which Turks do not bear, each is Arabic.

        What no row writes keeps its spelling beside a form of those who write in Latin: Cevdet Sunay.
        """
        languages = {one[0].language for one in placed if one[0].language}
        if any(one[0].article for one in placed):
            languages -= self._bare
        found = []
        for one in placed:
            unit = one[0]
            if unit.language in self._bare and unit.language not in languages:
                form = self._units.at_home(unit)
            else:
                kin = (form for form in unit.abroad if form.row and form.row["language"] in languages)
                form = next(kin, None)
            if form is not None and unit.given.row is not form.row:
                surname = form.as_role("family") if unit.surname.row is unit.given.row else unit.surname
                one = (changed(unit, given=form, surname=surname), one[1], one[2])
            found.append(one)
        if script_of(text) == "Latn" and any(_is_in_latin(unit, languages) for unit, _, _ in found):
            return [self._as_spelt(one, text) for one in found]
        return found

    def _as_spelt(self, one: Placed, text: str) -> Placed:
        """A word that is a row's by its sound at most, as it is spelt."""
        unit, start, end = one
        if unit.kind != "name" or unit.article or unit.language or unit.surname.cost < _FAINTLY:
            return one
        spelt = text[start:end]
        if is_shouted(spelt) or spelt.islower():
            return one
        latin = spelt if spelt.isascii() else ascii_letters(spelt)
        form = changed(self._units.unlisted(spelt), canonical=latin)
        return changed(unit, given=form.as_role("ism"), surname=form), start, end


def _is_in_latin(unit: Unit, languages: set[str]) -> bool:
    """Is a unit another language's form, of those that Latin letters are the script of?"""
    row = unit.given.row
    return unit.language in languages and row is not None and script_of(row.native) == "Latn"
