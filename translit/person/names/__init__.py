"""Given names of Russia and its neighbours by their skeletons: however spelt, one look-up.

Which `rows` a word may be is asked of `indexes`, in Arabic script of `press`; here they are put in order, the
likeliest first. `equals` finds the same name in another language.
"""

from __future__ import annotations

from translit.languages import nations, slavic
from translit.lookup import lexicon_of
from translit.memory import remembered
from translit.person.hushing import is_so
from translit.person.names.equals import is_form_of, russians, same_name
from translit.person.names.indexes import are_common, as_schemes_write, by_bones, by_schemes, natives
from translit.person.names.press import as_printed, vowels_agree
from translit.person.names.rows import (
    FOREIGN,
    SHORT,
    Given,
    commonness,
    fathers,
    is_cut_short,
    is_written,
    pet_commonness,
    ranks,
    spellings,
    spelt_as,
)
from translit.person.skeleton import skeleton
from translit.sounds import read
from translit.tables import Tables, built_in
from translit.text.clean import fold
from translit.text.cyrillic import VOWELS
from translit.text.script import script_of

__all__ = [
    "FOREIGN",
    "SHORT",
    "Given",
    "born_abroad",
    "by_bones",
    "commonness",
    "fathers",
    "givens",
    "is_common",
    "is_cut_short",
    "is_form_of",
    "is_given",
    "is_written",
    "natives",
    "pet_commonness",
    "russians",
    "same_name",
    "spellings",
    "spelt_as",
    "vowels_agree",
]

_INEXACT = 10  # places by which a row comes later that does not write the word out; in Latin no Russian one
_OTHERS = ("cau", "trk")  # tiers of peoples among whom Russians live
# Letters in which a rare name may be misspelt, one of so many in a long one, but one in a word of so many.
_SLIPS, _SLIPPED_OF, _SHORTEST = 2, 3, 4
_WELL_KNOWN = 2.0  # how common a name must be to be meant however it is spelt
Spelt = tuple[Given, bool]  # a name, and whether its row spells a word so
_SURE = 0.95  # the share from which a reading tells which name is meant


@remembered(16384)
def givens(word: str, tables: Tables | None = None) -> tuple[Given, ...]:
    """The given names a word may be, likeliest first.

    >>> [hit.row.id for hit in givens("Dmitrij")][:1]
    ['dmitry']
    """
    tables = tables or built_in()
    script = script_of(word)
    if script == "Arab":
        hits = as_printed(word, tables) or by_bones(skeleton(word), tables)
        return () if hits and _is_surname(word, hits, tables) else hits
    hits = by_bones(skeleton(word), tables)
    cyrillic = script == "Cyrl"
    if not cyrillic and fold(word) in by_schemes(tables):
        schemed = as_schemes_write(word, hits, tables)
        hits = (*hits, *[hit for hit in schemed if is_so(word, hit.row.native, tables)])  # Bašar is no Базар
    if not hits:
        return hits
    hits = _ranked(word, hits, cyrillic, tables) if len(hits) > 1 else hits
    if spelt_as(hits[0].row, word, tables):
        return hits
    if _is_surname(word, hits, tables):
        return ()
    if cyrillic and not hits[0].common:
        return tuple(
            [hit for hit in hits if hit.common or spelt_as(hit.row, word, tables) or _is_slip(word, hit)]
        )
    return hits if cyrillic or hits[0].common >= _WELL_KNOWN else _as_heard(word, hits, tables)


def _is_slip(word: str, hit: Given) -> bool:
    """Is a word but a slip away from a rare name of its consonants: Ясен is no Ашхен, nor a foreign Асен?"""
    if hit.tier == FOREIGN and len(word) <= _SHORTEST:
        return False
    from rapidfuzz.distance import Levenshtein

    heard, most = fold(word), max(_SLIPS, len(word) // _SLIPPED_OF) if len(word) > _SHORTEST else 1
    return any(Levenshtein.distance(heard, fold(spelt)) <= most for spelt in spellings(hit.row))


def _is_surname(word: str, hits: tuple[Given, ...], tables: Tables) -> bool:
    """Does the row of a surname write out a word that the rows of given names write otherwise?

    Yeltsin has the skeleton of Elchin, Лещ that of Лесь, and neither is anybody's given name.
    """
    written = lexicon_of(tables).written(word)
    if not written or not any(hit.role == "surname" for hit in written):
        return False
    return not any(spelt_as(hit.row, word, tables) for hit in hits)


def _ranked(word: str, hits: tuple[Given, ...], cyrillic: bool, tables: Tables) -> tuple[Given, ...]:
    """The names of a skeleton, likeliest first.

    A usual Russian name stands first however it is spelt, but for what a neighbour writes so: an old one
    that is usual there (Михайло), one that nobody who writes Russian spells so (Iryna). A rare one stands
    behind a usual one of another people of Russia's that is spelt so: Ulan is no Ulyan.
    """
    places, own = ranks(tables), nations(tables)
    written = [(hit, spelt_as(hit.row, word, tables)) for hit in hits]
    abroad = [places[hit.tier] for hit, exact in written if exact and hit.common and hit.tier in own]
    if abroad and not cyrillic:
        plain = fold(word)
        written = [
            (hit, exact or (places[hit.tier] == 0 and is_written(hit.row, "ru", plain, tables)))
            for hit, exact in written
        ]

    lent = any(exact and hit.common and hit.tier in _OTHERS for hit, exact in written)

    def rank(one: tuple[Given, bool]) -> tuple[int, float, bool, str]:
        hit, exact = one
        place = places[hit.tier]
        if abroad and place == 0 and not (hit.common if cyrillic else exact):
            place = min(abroad)
        after = _INEXACT * (not exact and (cyrillic or place > 0 or (lent and not hit.common)))
        return place + after, -hit.common - exact, not exact, hit.row.id

    found = sorted(written, key=rank)
    if not cyrillic and rank(found[0])[:3] == rank(found[1])[:3]:  # Yevheniia is Євгенія, no Євгена
        plain = fold(word)
        found.sort(key=lambda one: (*rank(one)[:3], *_unwritten(one[0], plain, tables)))
    if not cyrillic:
        found = _as_spelt(found, fold(word), tables)
    return tuple([hit for hit, _ in found])


def _unwritten(hit: Given, plain: str, tables: Tables) -> tuple[bool, bool]:
    """Does a name begin otherwise than a plain word (Ana is no Âna: Яна), or does nobody write it so?"""
    begins = fold(hit.row.canonical)[:1] == plain[:1]
    return not begins, not is_written(hit.row, hit.tier, plain, tables)


def _as_spelt(found: list[Spelt], plain: str, tables: Tables) -> list[Spelt]:
    """Ranked names, before a likeliest that no scheme of its language writes so one that is spelt so.

    That is one of more syllables (Aliya is no Алла), a usual one of a people among whom Russians live (Jivan
    is no Иван), a short form (Valera is no Валерия, Tanja no German's)
    or another usual Russian one (Sof'ja is no София).
    """
    top, exact = found[0]
    foreign, own = top.tier == FOREIGN, slavic(tables)
    if foreign and top.row["equivalent"]:  # Teresa is Тереза
        return found
    if any(sure and hit.tier == FOREIGN and hit.row["equivalent"] == top.row.id for hit, sure in found):
        return found  # Ana is Анна abroad, and Аня nowhere
    if not foreign and (exact or top.tier not in own or is_written(top.row, top.tier, plain, tables)):
        return found
    for one in found[1:]:
        if _is_sooner(one, top, plain, tables):
            return [one, *[other for other in found if other is not one]]
    return found


def _is_sooner(one: Spelt, top: Given, plain: str, tables: Tables) -> bool:
    """Is a name meant sooner than a likeliest that is not spelt so, or is a foreigner's?"""
    hit, exact = one
    syllables, most = _syllables(hit.row.native), _syllables(top.row.native)
    if hit.tier == SHORT:
        return exact or (syllables >= most and is_written(hit.row, "ru", plain, tables))
    if FOREIGN in (hit.tier, top.tier):
        return False
    if exact:
        return syllables > most > 0 or (bool(hit.common) and hit.tier in _OTHERS)
    return hit.tier == top.tier and bool(hit.common) and is_written(hit.row, hit.tier, plain, tables)


def _as_heard(word: str, hits: tuple[Given, ...], tables: Tables) -> tuple[Given, ...]:
    """Of names whose rows write a word otherwise, those it surely reads as: kostia is Костя, not Коста.

    None where it surely has more vowels or fewer than they: vella is no Виола.
    """
    found = read(word, "ru", 1)
    if not found or found[0].share < _SURE:
        return tuple([hit for hit in hits if _is_likely(word, hit)])
    heard = fold(found[0].native)
    own, plain = slavic(tables), fold(word)
    same = tuple(
        [
            hit
            for hit in hits
            if fold(hit.row.native) == heard
            or spelt_as(hit.row, word, tables)
            or (hit.tier in own and is_written(hit.row, hit.tier, plain, tables))
        ]
    )
    alike = (0, _syllables(heard))
    return same or tuple(
        [hit for hit in hits if _syllables(hit.row.native) in alike and _is_likely(word, hit)]
    )


def _is_likely(word: str, hit: Given) -> bool:
    """Is a name that a Latin word does not spell a usual or foreign one, a short form or but a slip away?"""
    return bool(hit.common) or hit.tier in (SHORT, FOREIGN) or _is_slip(word, hit)


def _syllables(native: str) -> int:
    """How many vowels a word in Cyrillic has; none in other letters."""
    return sum(map(VOWELS.__contains__, fold(native)))


def is_common(word: str, least: float, tables: Tables) -> bool:
    """Is a Latin word a Russian given name that is at least so common, however it is spelt?

    Most words have another skeleton than any such name, and no scheme writes one so.

    >>> [is_common(word, 2.0, built_in()) for word in ("Youri", "Zabolotny")]
    [True, False]
    """
    if script_of(word) != "Latn":
        return False
    known = tables.own or are_common(skeleton(word), least, tables) or fold(word) in by_schemes(tables)
    hits = givens(word, tables) if known else ()
    return bool(hits) and hits[0].tier == "ru" and hits[0].common >= least


def born_abroad(text: str, hits: tuple[Given, ...]) -> Given | None:
    """The foreign name that is written so with its marks, of one that Russians bear: Léon is Лев."""
    if text.isascii():
        return None
    found = (hit for hit in hits if hit.tier == FOREIGN and hit.row.native == text)
    return next((hit for hit in found if hit.row["equivalent"]), None)


def is_given(word: str, tables: Tables) -> bool:
    """Is a word a given name that a row writes out, or a usual one as it is heard?

    >>> is_given("Bashar", built_in()), is_given("Sergej", built_in()), is_given("Zabolotny", built_in())
    (True, True, False)
    """
    if lexicon_of(tables).is_given(word):
        return True
    return any(hit.common > 0 for hit in givens(word, tables)[:1])
