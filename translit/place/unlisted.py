"""The Reading of a place that no table has: its name by rule."""

from __future__ import annotations

from translit.languages import tongues_that
from translit.nouns import Place, Reading, Row, Step
from translit.place import arabic, slavic
from translit.place.atlas import Atlas
from translit.place.clues import sounds_arabic
from translit.place.generic import Generics, Parsed
from translit.place.kinds import lands
from translit.place.listed import key_of, parts_of, plain
from translit.place.sentence import Cut
from translit.place.shared import is_ukrainian
from translit.tables import Tables
from translit.text.script import script_of

__all__ = ["by_rule"]

_READ = {"Arab", "Cyrl"}
_NEIGHBOURS, _BELARUSIAN = frozenset("іїєґў"), frozenset("ўыэ")  # beside the former


def _family(text: str, book: Atlas) -> str:
    """The family whose correspondences read a name no table has."""
    script = script_of(text)
    if script == "Arab":
        return "ar"
    if script == "Cyrl":
        return "ar" if arabic.looks_arabic(text) or book.generics.leads_arabic(text) else "ru"
    if slavic.is_adjective(text) or not (arabic.looks_arabic(text) or book.generics.has_arabic(text)):
        return "ru" if not sounds_arabic(text, book.tables) else "ar"
    return "ar"


def by_rule(cut: Cut, share: float, others: tuple[Reading, ...], book: Atlas) -> Reading:
    """The Reading of a place that no table has."""
    parsed = book.generics.parse(cut.head)
    if parsed.rows and all(_is_kept(row, book.tables) for row in parsed.rows):
        parsed = Parsed("", cut.head, ())
    family = _family(parsed.specific, book)
    specific = _specific(parsed, cut.moved, book.generics)
    written = _written(specific, family, book.tables)
    row = _row_of(parsed, specific)
    kept = row is not None and row["feature"] not in book.generics.settlements  # English leaves out "village"
    canonical = book.generics.compose(row, written) if row is not None and kept else written
    native = specific if script_of(specific) == ("Arab" if family == "ar" else "Cyrl") else None
    if native and row is not None and parsed.generic and script_of(row.native) == script_of(native):
        native = f"{plain(row.native)} {native}" if parsed.leads else f"{native} {plain(row.native)}"
    return Reading(
        text=cut.text,
        canonical=canonical,
        native=native,
        kind="place",
        origin=family if native or script_of(specific) == "Cyrl" else None,
        key=key_of(canonical, family, book),
        confidence=round(0.6 * share, 4) if row is not None else round(0.35 * share, 4),
        status="unknown",
        parts=parts_of(canonical, parsed, family, book) if row is not None else (),
        others=others,
        steps=(*cut.steps, Step(cut.head, canonical, "by rule: no table has it")),
        place=Place(feature=row["feature"] if row is not None else None),
    )


def _is_kept(row: Row, tables: Tables) -> bool:
    """Is a generic word of a land or water left as it stands where no table has that: Río Verde?"""
    return row["language"] in tongues_that("keep", tables) and row["feature"] in lands(tables)


def _specific(parsed: Parsed, moved: str, generics: Generics) -> str:
    """The specific in the nominative; after a preposition the dictionary knows it."""
    if moved and script_of(parsed.specific) == "Cyrl" and not parsed.features & generics.areas:
        return slavic.nominative(parsed.specific)
    if parsed.rows and parsed.features & generics.areas:
        gender = parsed.rows[0]["gender"] or slavic.gender(parsed.specific) or "m"  # English ones have none
        return slavic.adjective(parsed.specific, gender)
    return parsed.specific


def _row_of(parsed: Parsed, specific: str) -> Row | None:
    """The row of the generic; of those abridged alike (х.) that of the language that the letters tell."""
    low = specific.lower()
    neighbour = "be" if not _BELARUSIAN.isdisjoint(low) else "uk"
    language = "ru" if _NEIGHBOURS.isdisjoint(low) else neighbour
    return next((row for row in parsed.rows if row["language"] == language), next(iter(parsed.rows), None))


def _written(specific: str, family: str, tables: Tables) -> str:
    """The English form of a specific; of words in two scripts each by itself."""
    script = script_of(specific)
    words = specific.split()
    if {script_of(word) for word in words} >= _READ:
        return " ".join(
            [_written(word, "ar" if script_of(word) == "Arab" else "ru", tables) for word in words]
        )
    if family == "ar":
        return arabic.written(specific)
    if script != "Cyrl":
        return specific
    return slavic.written(specific, len(words) > 1 and any(is_ukrainian(word, tables) for word in words))
