"""Double names beside simple ones: Анна-Мария, Анна Мария; Иванова-Сидорова, Сидорова; Alireza, Ali Reza.

And "son of" in one word with a name, and apart: Bensaid, Ben Said; any two words so: Hamoulhadj, Hamou Lhadj.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from operator import attrgetter

from translit.canon import explain
from translit.comparison.aliases import given_apart, halves, is_unhyphened
from translit.comparison.prepared import Prepared, prepare
from translit.comparison.restated import probably, restated
from translit.comparison.sons import in_one
from translit.memory import remembered
from translit.nouns import Comparison, Reading
from translit.patterns import pattern
from translit.tables import Tables
from translit.text.clean import fold

__all__ = [
    "anew",
    "are_spaced",
    "by_given_names",
    "by_halves",
    "by_hyphens",
    "by_sons",
    "by_spaces",
    "by_turned",
]

_HYPHEN = "-"
_TURNED = "the halves of a double surname in another order"
_DOUBLE = "a double name, and half of it or both halves apart"
_IN_ONE = "two given names, in one and apart"
_SON = '"son of" in one word with a name, and apart'
_SPACED = "the same letters, in one word and in two"
_LONG = 6  # letters of two words in one
_WORD = pattern(r"[^\W\d_]+")
_READ = 1 << 12  # texts
_score = attrgetter("score")


def by_halves(
    found: Comparison, left: Prepared, right: Prepared, compared: Callable[[Prepared, Prepared], Comparison]
) -> Comparison | None:
    """Two names of which one has a hyphen, and a double part beside a simple one; None of others.

    Nothing tells surely that half a double name is the whole.
    """
    doubled = _HYPHEN in left.reading.text
    double, simple = (left, right) if doubled else (right, left)
    best, whole = found, False
    for text, entire in _undoubled(double.reading, simple.reading):
        one_read = anew(text, double.tables)
        one = compared(one_read, right) if doubled else compared(left, one_read)
        if one.score > best.score and one.verdict != "different":
            best, whole = one, entire and all(part.relation != "omitted" for part in one.parts)
    if best is found:
        return None
    return (restated if whole else probably)(found, best, _DOUBLE)


def by_hyphens(
    found: Comparison, left: Prepared, right: Prepared, compared: Callable[[Prepared, Prepared], Comparison]
) -> Comparison | None:
    """Two names of which one has a double part without its hyphen, as Arabs write it; None of others."""
    one, two = (is_unhyphened(side.reading) for side in (left, right))
    if one == two:
        return None
    a = anew(left.reading.native or "", left.tables) if one else left
    b = anew(right.reading.native or "", left.tables) if two else right
    return by_halves(found, a, b, compared)


def by_given_names(
    found: Comparison, left: Prepared, right: Prepared, compared: Callable[[Prepared, Prepared], Comparison]
) -> Comparison | None:
    """Two Arabs' names of which one writes two given names in one and the other apart; None of others.

    Each of the two must be in both: Mohammadreza is not Mohammad.
    """
    one, two = (given_apart(side.reading, side.tables) for side in (left, right))
    if bool(one) == bool(two):
        return None
    put = anew(one or two, left.tables)
    best = compared(put, right) if one else compared(left, put)
    if best.verdict == "different" or any(part.relation == "omitted" for part in best.parts):
        return None
    return restated(found, best, _IN_ONE)


def by_sons(
    found: Comparison, left: Prepared, right: Prepared, compared: Callable[[Prepared, Prepared], Comparison]
) -> Comparison | None:
    """Two Arabs' names of which one has in one word what stands apart in the other; None of others."""
    one, two = left.reading, right.reading
    if put := in_one(one, two, left.tables):
        best = compared(prepare(put, left.tables), right)
    elif put := in_one(two, one, left.tables):
        best = compared(left, prepare(put, left.tables))
    else:
        return None
    return None if best.score <= found.score else restated(found, best, _SON)


def are_spaced(one: Reading, two: Reading) -> bool:
    """Has one of two persons' names in one word the letters of two of the other's?

    >>> from translit.canon import explain
    >>> texts = "Fouad Hamoulhadj", "Hamou Lhadj, Fouad", "Fouad Hamou"
    >>> names = [explain(text, "person") for text in texts]
    >>> are_spaced(names[0], names[1]), are_spaced(names[0], names[2])
    (True, False)
    """
    if one.text.count(" ") == two.text.count(" ") and _HYPHEN not in one.text + two.text:
        return False
    if one.kind != "person" or two.kind != "person":
        return False
    return bool(_in_one_word(one, two) or _in_one_word(two, one))


def _in_one_word(apart: Reading, whole: Reading) -> str:
    """The text of a name with two words in one, as the other has them; "" where none are."""
    words = [fold(part.text) for part in whole.parts if len(part.text) >= _LONG]
    for first, second in pairwise(_WORD.findall(apart.text)) if words else ():
        if fold(first + second) in words:
            return re.sub(rf"{first}[\W_]+{second}", first + second.lower(), apart.text, count=1)
    return ""


def by_spaces(
    found: Comparison, left: Prepared, right: Prepared, compared: Callable[[Prepared, Prepared], Comparison]
) -> Comparison | None:
    """Two names of which one has in one word the letters of two of the other's; None of others."""
    if put := _in_one_word(left.reading, right.reading):
        best = compared(anew(put, left.tables), right)
    elif put := _in_one_word(right.reading, left.reading):
        best = compared(left, anew(put, right.tables))
    else:
        return None
    return None if best.score <= found.score else restated(found, best, _SPACED)


def by_turned(
    found: Comparison, left: Prepared, right: Prepared, compared: Callable[[Prepared, Prepared], Comparison]
) -> Comparison | None:
    """Two double surnames of which one has the halves in another order; None of others.

    They may as well be two people's, though they seldom are.
    """
    if found.verdict != "different":
        return None
    one, two = _turned(left), _turned(right)
    ways = [compared(one, right)] if one else []
    ways += [compared(left, two)] if two else []
    best = max(ways, key=_score, default=None)  # either may be the one whose halves a register put so
    return probably(found, best, _TURNED) if best else None


def _turned(name: Prepared) -> Prepared | None:
    """A name with the halves of its double surname in another order; None of one that has none."""
    text = name.reading.text
    double = next((part for part in name.reading.parts if part.role == "surname" and halves(part)), None)
    if double is None:
        return None
    return anew(text.replace(double.text, _HYPHEN.join(reversed(halves(double))), 1), name.tables)


@remembered(_READ)
def anew(text: str, tables: Tables) -> Prepared:
    """A name without its hyphen read; many are laid beside one that has it."""
    return prepare(explain(text, "person", tables=tables), tables)


def _undoubled(double: Reading, simple: Reading) -> Iterator[tuple[str, bool]]:
    """A name's text without the hyphen of a part that the other has none in: apart, or each half alone.

    With each, whether it is the whole of the name.

    >>> from translit.canon import explain
    >>> one, two = explain("Анна-Мария Иванова", "person"), explain("Анна Иванова", "person")
    >>> list(_undoubled(one, two)), list(_undoubled(two, one))
    ([('Анна Мария Иванова', True)], [])
    """
    for part in double.parts:
        both = halves(part)
        if not both or any(_HYPHEN in other.text for other in simple.parts if other.role == part.role):
            continue
        apart = part.role == "given"
        for put in (" ".join(both),) if apart else both:
            yield double.text.replace(part.text, put, 1), apart
