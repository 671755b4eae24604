"""In which order an Arabic name stands: the given name first, or the surname."""

from __future__ import annotations

from translit.person.arabic.nouns import Placed, Unit
from translit.person.arabic.parts import Name
from translit.person.arabic.roles import middle
from translit.text.case import is_shouted

__all__ = ["EITHER", "GIVEN_SURE", "LEANINGS", "SURNAME_SURE", "leaning", "order_of"]

GIVEN_SURE = 0.8  # log-odds from which a name begins with the given name …
SURNAME_SURE = -1.2  # … or with the surname; between them both orders stand, that of the text first
LEANINGS, EITHER = "the words' own leanings", "either order is possible"
_ISM, _KUNYA = "person/ar/ism", "person/ar/kunya"
_SIGNED = -1.0  # the leaning from which an unknown word has a surname's sign: Itani, Benkhalfa
_LEANS = -0.1  # … and that of a word that is sooner a family's: what wants its article hardly is


def order_of(name: Name, order: str, prior: float) -> tuple[float, str]:
    """The log-odds that the given name comes first, and what they rest on."""
    units = name.units
    if order != "auto":
        return (9.0 if order == "given-first" else -9.0), f"order asked for: {order}"
    if len(units) < 2:
        return 9.0, "one name"
    if name.comma is not None:
        return -6.0, "the comma sets the surname apart"
    first, last = units[0], units[-1]
    shouted = is_shouted(name.text[first[1] : first[2]])
    if shouted != is_shouted(name.text[last[1] : last[2]]):
        return (-5.0 if shouted else 5.0), "the surname in capitals"
    odds = leaning(units, prior)
    return odds if odds > SURNAME_SURE or _is_family(first[0]) else 0.0, LEANINGS


def leaning(units: list[Placed], prior: float) -> float:
    """The log-odds that the given name comes first, by what the words are alone."""
    head = 1 if units[0][0].kind == "kunya" and len(units) > 2 else 0
    return prior + units[head][0].lean - units[-1][0].lean + middle(units)


def _is_family(unit: Unit) -> bool:
    """Is a word sooner a family's than a given name, so that a name may begin with it, and not just unknown?

    An unknown one before a given name is rather a given name itself, and the last the father's: Ilhan Omar.
    So is one that a row has as a given name, be it a family's as well: Fawzi Yousef; with the article
    Sudanese and Moroccans are called so (Elhassan Ibrahim), and by a kunya of one word: Boubakeur.
    """
    unknown = unit.surname.row is None and unit.kind == "name" and not unit.article
    row = unit.given.row
    given = row is not None and row.table == _ISM
    if (given and unit.article) or (row is not None and row.table == _KUNYA and " " not in row.native):
        return False
    return unit.lean < (_SIGNED if unknown or given else _LEANS)
