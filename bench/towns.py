"""Towns of the gazetteer, each spelled as somebody may: in its own script, in English, or by a random scheme.

The schemes are those by which maps and papers write the language of the town's country; one spelling in
twelve has a typing error (`crowd.py`). No spelling stands twice.

    python bench/towns.py 20        # the first twenty spellings, each with the row of its town
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator

from crowd import typed

from translit import romanize
from translit.languages import language_of
from translit.tables import built_in

__all__ = ["towns"]

_OWN, _ENGLISH = 0.2, 0.2  # the rest by a scheme


def towns(size: int, seed: int = 13) -> Iterator[tuple[str, str]]:
    """`size` spellings of towns, each with the id of its row, fixed seed."""
    dice = random.Random(seed)
    tables = built_in()
    rows = []
    for table in tables.names("place/at"):
        language = language_of(table[-2:].upper(), tables)
        schemes = (language.scheme, *language.abroad) if language else ()
        rows += [(row, tuple(filter(None, schemes))) for row in tables.rows(table) if row.native]
    met: set[str] = set()
    while len(met) < size:
        row, schemes = dice.choice(rows)
        way = dice.random()
        spelt = row.native if way < _OWN else row.canonical
        if schemes and way >= _OWN + _ENGLISH:
            spelt = romanize(row.native, dice.choice(schemes))
        spelt = typed(spelt.split(), dice)
        if spelt not in met:
            met.add(spelt)
            yield row.id, spelt


if __name__ == "__main__":
    for name, spelt in towns(int(sys.argv[1]) if len(sys.argv) > 1 else 20):
        print(name, spelt, sep="\t")
