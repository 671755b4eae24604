"""Given names as the Arabic press prints them: by their consonants, whichever vowel letters are written."""

from __future__ import annotations

from translit.memory import once
from translit.person.names import printed
from translit.person.names import rows as tiered
from translit.person.names.printed import consonants, vowels_apart
from translit.person.names.rows import COMMON, Given, commonness, ranks, tiers
from translit.romanization import romanize
from translit.tables import Tables
from translit.text.clean import fold
from translit.text.script import script_of

__all__ = ["as_printed", "vowels_agree"]

_PRESS = "press-ar-ru"
_VARIED = 0.2  # vowel letters a consonant by which spellings of the press differ
_SHORTEST = 2  # consonants up to which they may not differ at all
_Printed = tuple[str, int, float, str, bool]  # table, line, commonness, spelling, whether the row tells it


@once
def _printed(tables: Tables) -> dict[str, list[_Printed]]:
    """Every spelling of a given name in Arabic script, by its consonants."""
    code = (__file__, tiered.__file__, printed.__file__)
    found: dict[str, list[_Printed]] = tables.kept(
        "printed", (*tiers(tables), COMMON), code, lambda: _made_printed(tables)
    )
    return found


def _made_printed(tables: Tables) -> dict[str, list[_Printed]]:
    found: dict[str, list[_Printed]] = {}
    common = commonness(tables)
    for table in tiers(tables):
        for row in tables.rows(table):
            spelt = dict.fromkeys(row.many("arabic"), True)
            if script_of(row.native) == "Cyrl":
                spelt.setdefault(romanize(row.native, _PRESS, tables=tables), False)
            for text, told in spelt.items():
                found.setdefault(consonants(text), []).append((table, row.line, common(row), text, told))
    return found


def vowels_agree(one: str, other: str) -> bool:
    """True for two spellings of the Arabic press, of the same consonants, that may be of one name."""
    size = len(consonants(one))
    return vowels_apart(one, other) <= (_VARIED * size if size > _SHORTEST else 0.0)


def as_printed(word: str, tables: Tables) -> tuple[Given, ...]:
    """The given names that the Arabic press may write so: those whose rows say so first."""
    tier_of, places = tiers(tables), ranks(tables)
    found: dict[tuple[str, int], tuple[tuple[float, ...], Given]] = {}
    for table, line, common, text, told in _printed(tables).get(consonants(word), ()):
        if not vowels_agree(text, word):
            continue
        tier, other = tier_of[table], fold(text) != fold(word)
        rank = (other, vowels_apart(text, word), not told, text != word, -common, places[tier])
        hit = found.get((table, line))
        if hit is None or rank < hit[0]:
            found[table, line] = rank, Given(tables.row(table, line), tier, common)
    return tuple(hit for _, hit in sorted(found.values(), key=lambda one: (one[0], one[1].row.id)))
