"""What else two people's names may be laid beside each other as, where as they stand they are not surely one.

A surname as a neighbour's tongue writes it, a patronymic as Turks make it, a double name apart, by its halves
or these turned, a woman's surname as men bear it, a family called otherwise by its founder, a name that other
letters spell as another, the other name that a text tells aside: aka Abu Dua, née Petrova.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from operator import attrgetter

from translit.comparison.apart import kept_apart
from translit.comparison.cases import by_cases
from translit.comparison.districts import by_adjectives
from translit.comparison.doubles import (
    by_given_names,
    by_halves,
    by_hyphens,
    by_sons,
    by_spaces,
    by_turned,
)
from translit.comparison.fathers import by_fathers
from translit.comparison.founders import as_founded
from translit.comparison.letters import by_letters, by_press
from translit.comparison.married import by_czechs, by_husbands
from translit.comparison.neighbours import by_neighbours
from translit.comparison.places import told_apart
from translit.comparison.prepared import Prepared, prepare
from translit.comparison.restated import bounded, probably
from translit.comparison.spelt import as_shortened, as_spelt, is_spelt_alike
from translit.comparison.turkic import as_states_write
from translit.nouns import Comparison, Step

__all__ = ["surest"]

_ARABS = "ar"
_FEW = 2  # parts of a name without a patronymic
_ASIDE = "the other name that the text tells"
_SHORTENED = "a compound that honours, and its first half"
_ALIKE = "two names that other letters spell alike"
_STATES = "one name as a state writes it now and as Russians have"
_FOUNDED = "a family by its founder, with another ending or with none"
_score = attrgetter("score")


def surest(
    found: Comparison, left: Prepared, right: Prepared, lay: Callable[[Prepared, Prepared], Comparison]
) -> Comparison:
    """The surest way to lay two names beside each other, by `lay`; `found` is as they stand."""
    a, b = found.left, found.right
    if a.kind == b.kind == "place":
        apart = found.verdict != "different" or kept_apart(left, right) or told_apart(left, right)
        return (None if apart else by_adjectives(found)) or found
    other = by_neighbours(found, left, right, lay) if a.origin != b.origin else None
    if other is None and len(a.parts) > _FEW and len(b.parts) > _FEW:
        other = by_fathers(found, left, right, lay)
    if other is None and ("-" in a.text or "-" in b.text):
        other = (by_turned if "-" in a.text and "-" in b.text else by_halves)(found, left, right, lay)
    if other is None and found.verdict == "different":
        other = by_hyphens(found, left, right, lay) or by_husbands(found, left, right, lay)
        other = other or by_czechs(found, left, right, lay)
    if other is None and found.verdict != "same" and a.origin == b.origin == _ARABS:
        other = by_sons(found, left, right, lay)
    if other is None and found.verdict != "same":
        other = by_given_names(found, left, right, lay) or by_spaces(found, left, right, lay)
    if other is None and found.verdict == "different":
        other = _by_spelling(found, left, right, lay) or _by_half(found, left, right, lay)
        other = other or by_letters(found, left, right, lay) or _by_founders(found, left, right, lay)
        other = other or _by_states(found, left, right, lay)
    if (other or found).verdict == "different":
        other = by_press(found, left, right, lay) or by_cases(found, left, right, lay) or other
    return other or _by_asides(found, left, right, lay)


def _by_asides(
    found: Comparison, left: Prepared, right: Prepared, lay: Callable[[Prepared, Prepared], Comparison]
) -> Comparison:
    """Two names, or the other names that their texts tell; without a word that says so, probably at most."""
    one, two = left.aside(), right.aside()
    pairs = (
        (left, two, right.is_led),
        (one, right, left.is_led),
        (one, two, left.is_led and right.is_led),
    )
    others = [
        laid if led else bounded(laid)
        for a, b, led in pairs
        if a is not None and b is not None and (laid := lay(a, b))
    ]
    best = max(others, key=_score, default=found)
    if best.score <= found.score:
        return found
    steps = [
        Step(whole.text, part.text, _ASIDE)
        for whole, part in ((found.left, best.left), (found.right, best.right))
        if whole is not part
    ]
    return replace(best, left=found.left, right=found.right, steps=(*steps, *best.steps))


def _by_spelling(
    found: Comparison, left: Prepared, right: Prepared, lay: Callable[[Prepared, Prepared], Comparison]
) -> Comparison | None:
    """Two kept apart by names that other letters spell alike, probably one for that; None of others."""
    if not (is_spelt_alike(found.left, left.tables) and is_spelt_alike(found.right, left.tables)):
        return None
    first = found.left.text <= found.right.text  # whichever is named first
    one, two = (left, right) if first else (right, left)
    put = as_spelt(one.reading, two.reading, left.tables)
    if put is None:
        return None
    anew = prepare(put, left.tables)
    return probably(found, lay(anew, right) if first else lay(left, anew), _ALIKE)


def _by_half(
    found: Comparison, left: Prepared, right: Prepared, lay: Callable[[Prepared, Prepared], Comparison]
) -> Comparison | None:
    """Two of which one has but the first half of the other's compound that honours: Salah, Salah al-Din."""
    short = as_shortened(left.reading, right.reading, left.tables)
    if short:
        return probably(found, lay(prepare(short, left.tables), right), _SHORTENED)
    short = as_shortened(right.reading, left.reading, left.tables)
    return probably(found, lay(left, prepare(short, left.tables)), _SHORTENED) if short else None


def _by_founders(
    found: Comparison, left: Prepared, right: Prepared, lay: Callable[[Prepared, Prepared], Comparison]
) -> Comparison | None:
    """Two whose families are called otherwise by one founder, probably one for that; None of others.

    Tajiks and Azerbaijanis gave the Russian ending up: Rahmonov, Rahmon.
    """
    put = as_founded(left.reading, right.reading, left.tables)
    return None if put is None else probably(found, lay(prepare(put, left.tables), right), _FOUNDED)


def _by_states(
    found: Comparison, left: Prepared, right: Prepared, lay: Callable[[Prepared, Prepared], Comparison]
) -> Comparison | None:
    """Two of which one has a name as a state writes it now, the other as Russians have; None of others."""
    first = left.reading.text <= right.reading.text  # whichever is named first
    one, other = (left, right) if first else (right, left)
    put = as_states_write(one.reading, other.reading, left.tables)
    if put is None:
        return None
    anew = prepare(put, left.tables)
    return probably(found, lay(anew, right) if first else lay(left, anew), _STATES)
