"""Two Arabs' words of other consonants: two names, whatever else each may be read as."""

from __future__ import annotations

from functools import lru_cache

from translit.comparison.odds import ARAB_SLIP, penned, slips
from translit.comparison.words import Meant, Word, meant
from translit.patterns import pattern
from translit.person.arabic.vowels import are_apart, are_others
from translit.text.script import ARABIC, begins_arabic

__all__ = ["are_other_rows", "are_otherwise_vowelled", "are_two_rows", "are_unread", "end_otherwise"]

# The vowel before the last consonant: an a, an i or a u; what a w, a glide or an ayn stands beside is none.
_LATIN = pattern(
    "(?:^|[^aeiouywv])(?:(aa?)|(ee|ii?)|(oo|ou|uu?))(?:[b-df-gj-np-tv-xz]h?|hh|h(?!$)|dj)(?:[aeiouy]+h?)?$"
)
_CYRILLIC = pattern("(?:^|[^аеёиоуыэюяйв])(?:(а)|(и)|(у))(?:[бвгзклмнпрстфхцчшщ]|дж?)[аеёиоуыэюяй]*$")
_ARABIC = pattern("[^اويىءأؤئآ](?:(ا)|(ي)|(و))[^اويىةهءأؤئآعح](?:[ىةها]|ي[ةه]?)?$")
_OTHER_SCRIPTS = "\u0370"  # the first letter behind the Latin ones
_IN_A, _IN_I = ("a", "ah"), ("i", "y", "ee")
_A_AND_U = {"\N{ARABIC FATHA}", "\N{ARABIC DAMMA}"}


def are_two_rows(a: Word, b: Word) -> bool:
    """True for two words that rows know as two Arabic names."""
    if a.row is None or b.row is None or a.native == b.native:
        return False
    return begins_arabic(a.native) and begins_arabic(b.native)


def are_otherwise_vowelled(a: Word, b: Word) -> bool:
    """True for two words whose rows begin with an a and with a u: نَعِيم, نُعَيْم."""
    if a.row is None or b.row is None or a.row is b.row:
        return False
    return {a.row.native[1:2], b.row.native[1:2]} == _A_AND_U


def end_otherwise(a: Word, b: Word) -> bool:
    """Does one of two words in Latin letters end in an a and the other in an i: Halaba, Halabi?

    Or has it, in any letters, another vowel before its last consonant, of no one row: Murad, Mourid? Or
    others among its consonants: Kindi, Kanadi?
    """
    if a.row is None or a.row is not b.row:
        one, two = _last_vowel(a.core), _last_vowel(b.core)
        if (one != two and one and two) or are_apart(a.core, b.core):
            return True
        if _is_no_row(a, b) or _is_no_row(b, a):
            return True
    return (a.core.endswith(_IN_A) and b.core.endswith(_IN_I)) or (
        b.core.endswith(_IN_A) and a.core.endswith(_IN_I)
    )


def _is_no_row(a: Word, b: Word) -> bool:
    """Has a word of no row other vowels than the row of one that stands in no Arabic letters?"""
    return a.row is not None and b.row is None and not a.own and are_others(b.core, a.row.native)


@lru_cache(maxsize=1 << 14)
def _last_vowel(core: str) -> str:
    """The vowel before the last consonant of a word, where it is surely an a, i or u; else empty.

    >>> [_last_vowel(word) for word in ("murad", "mourid", "мурид", "مراد", "chaddadi", "hatem", "harb")]
    ['a', 'i', 'i', 'a', 'a', '', '']
    """
    first = core[:1]
    form = _LATIN if first < _OTHER_SCRIPTS else _CYRILLIC if first < ARABIC else _ARABIC
    found = form.search(core)
    return "aiu"[found.lastindex - 1] if found and found.lastindex else ""


def are_other_rows(a: Word, b: Word, one: Meant, two: Meant) -> bool:
    """Do rows know two Arabic words as names of other consonants, neither read as the other?"""
    if not are_two_rows(a, b):
        return False
    if not (one.forms.keys().isdisjoint(b.forms) and two.forms.keys().isdisjoint(a.forms)):
        return False
    return slips(a.native, b.native) > 0.0


def are_unread(a: Word, b: Word) -> bool:
    """Is neither of two Arabic words read as the other, nor of the same consonants: Rouhani, Rabbani?

    Nor, where both stand in Arabic letters, of the same long vowels: عكاش, عكوش.
    """
    if not meant(a.spelt, "ar").forms.keys().isdisjoint(meant(b.spelt, "ar").forms):
        return False
    if a.own and b.own:
        return penned(a.native, b.native) >= ARAB_SLIP
    return slips(a.native, b.native) > 0.0
