"""Two kunyas that sound alike, and whose children are two: Abu Ammar and Abu Amir."""

from __future__ import annotations

from translit.comparison.alike import said
from translit.comparison.bounds import STRANGERS, most
from translit.comparison.judge import Laid
from translit.comparison.pairing import Pair
from translit.comparison.words import Word, token
from translit.lookup import lexicon_of
from translit.nouns import Reading
from translit.quick import changed
from translit.tables import Tables
from translit.text.article import AL

__all__ = ["of_two_children"]

_ISM = "person/ar/ism"


def of_two_children(laid: Laid, tables: Tables) -> float:
    """The most that two names score by the children whom their kunyas name, where rows know both."""
    return min([_most(pair, tables) for pair in laid.pairs], default=1.0)


def _most(pair: Pair, tables: Tables) -> float:
    left, right = pair.left.part, pair.right.part
    if not left.role == right.role == "kunya" or left.native == right.native:
        return 1.0
    one, two = _child(left, tables), _child(right, tables)
    if one is None or two is None or one.row == two.row:
        return 1.0
    found = said(one, two, "ar", tables)
    return STRANGERS if found.relation == "contradicts" else most(one, two, found, "ar")


def _child(kunya: Reading, tables: Tables) -> Word | None:
    """The word of the child whom a kunya of several words names, None where no row has it."""
    text, native, canonical = (form.partition(" ")[2] for form in _forms(kunya))
    hits = lexicon_of(tables).written(native.removeprefix(AL)) if native and text else ()
    row = next((hit.row for hit in hits if hit.row.table == _ISM), None)
    if row is None:
        return None
    found = token(changed(kunya, text=text, native=native, canonical=canonical, row=row), "ar", tables)
    return None if found is None else found.word


def _forms(kunya: Reading) -> tuple[str, str, str]:
    return kunya.text, kunya.native or "", kunya.canonical
