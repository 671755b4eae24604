"""What the readings of a word of a Russian name are worth, by how it is spelt and who may have written it."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import islice, product
from typing import NamedTuple
from unicodedata import normalize

from translit import compiled
from translit.memory import lasting, once
from translit.patterns import pattern
from translit.person.latin.literal import is_listed
from translit.person.latin.writers import ENGLISH, PRESS, with_letters
from translit.romanization import RUSSIAN_PRESS, Speller, romanize, spellers, spells
from translit.tables import Tables
from translit.text.clean import fold
from translit.text.cyrillic import CONSONANTS, NEIGHBOURS, TO_RUSSIAN, VOWELS
from translit.text.script import begins_cyrillic

__all__ = [
    "Heard",
    "Weighed",
    "bare",
    "first",
    "hands",
    "likeliest",
    "literally",
    "readings",
    "weighed",
]

_YO = pattern("[^aeiou]yo")
_SPELT = 2.5  # how much likelier the form is that the letters lead to one by one
_UNHEARD = 0.02  # its share where no reading has it
_MOST = 8.0  # … at most, and a known word of a German spelling
# … that the given name's writer writes so, marks kept or lost, or any, or one of many or English in all else.
_OWN, _ANY, _MIXED = (20.0, 4.0, _SPELT, 22.0), (3.2, 1.5, _SPELT, _MOST), (7.0, 2.0, _SPELT, _MOST)
_FEW = 8  # schemes, of which a given name tells one
_FROM_ABROAD = pattern("ss|[ts]ch|ou|ff")  # what English papers write as French and German ones do
_OPENING = pattern("[b-df-hj-np-tv-xz]+(?=[aeiouy])")
_STEMS = frozenset(CONSONANTS + "ь")
_CLUSTER = pattern(f"[{CONSONANTS}]{{2,}}")
_SOUNDS, _OF_TWO = pattern("s?ch|[stckz]h|t[sz]|[cs]z|."), pattern("[xj]")  # кс, дж
_CROWDED = 0.1
_ENDS, _HARDLY = "iyj", frozenset("кгхжшчщц")  # of an adjective spelt short; letters behind which и stands
_NOMINATIVE = "й"  # which ends an adjective, or a given name in -ий
_WAYS = 256  # in which the letters of a German spelling are tried: eight that may be two each
_PASSPORTS = ENGLISH[1]
_Hands = tuple[tuple[str, Speller], ...]  # schemes, with what tells whether each writes a word so
_Gains = tuple[float, float, float, float]
Heard = tuple[tuple[str, float], ...]
Weighed = list[tuple[float, str]]


def first(found: Weighed, warmth: float, ever: float) -> tuple[str, float]:
    """The likeliest word and its share, the worths as far as warmth lets them tell; that of one is its own.

    `ever` is how often the best can be right. Compiled, the same.

    >>> first([(0.25, "пешков"), (0.75, "песков")], 1.0, 1.0)
    ('песков', 0.75)
    """
    worth, word = max(found)
    if len(found) == 1:
        return word, ever * worth
    return word, ever * worth**warmth / sum([other**warmth for other, _ in found])


likeliest = compiled.word.first if compiled.word else first


def weighed(text: str, writers: tuple[str, ...], spelt: str | None, heard: Heard, tables: Tables) -> Weighed:
    """The readings of a word as it is heard, and what its letters lead to, with what each is worth.

    One too unlikely to come first whoever wrote it stands with its share alone.
    """
    found = _weighed(text, writers, spelt, heard, tables)
    return _adjectival(text, found, tables) if found and text[-1] in _ENDS else found


def _weighed(text: str, writers: tuple[str, ...], spelt: str | None, heard: Heard, tables: Tables) -> Weighed:
    """The same of a word that has the whole end of its form."""
    plain = fold(text)
    found = _russian(heard)
    if ("j" in plain or "w" in plain) and _german(tables).spelling.search(plain):
        found = _in_german(found, tables)
    just = bare(spelt) if spelt else ""
    if "yo" in plain and _YO.search(plain):
        found = [(worth, _dotted(word, plain)) for worth, word in found]
    if spelt and just not in [bare(word) for _, word in found]:
        found.append((_UNHEARD, spelt))
    for _, word in found:
        if word[1:2] not in VOWELS:
            found = _crowded(found, plain, tables)
            break
    own = writers != PRESS
    gains = _ANY if not own else _OWN if len(writers) <= _FEW else _MIXED
    if own and _PASSPORTS in writers and _FROM_ABROAD.search(plain):
        gains = _MIXED
    if len(found) < 2 or found[0][0] > gains[-1] * found[1][0]:
        return found
    asked = writers if own else with_letters(text)
    press = asked == PRESS
    _gain(found, plain, just, "ь" if press else "", hands(ENGLISH if press else asked), gains, _keeps)
    return found


def _russian(heard: Heard) -> Weighed:
    """The readings of a word in Russian letters, those of its neighbours put into them."""
    found = _readings(heard, len(heard), NEIGHBOURS)
    if found is not None:
        return found
    shares: dict[str, float] = {}
    for word, share in heard:
        if not begins_cyrillic(word):
            continue
        word = word.translate(TO_RUSSIAN)
        shares[word] = shares.get(word, 0.0) + share
    return sorted(((share, word) for word, share in shares.items()), key=lambda one: -one[0])


def readings(forms: tuple[tuple[str, float], ...], most: int, national: str) -> Weighed | None:
    """Forms in Cyrillic, as many as asked for; None where one has a national letter. Compiled, the same.

    >>> readings((("иванов", 0.5), ("ivanov", 0.5)), 2, "і"), readings((("івановъ", 0.5),), 2, "і")
    ([(0.5, 'иванов')], None)
    """
    found = [(share, word) for word, share in forms[:most] if begins_cyrillic(word)]
    return found if all(set(national).isdisjoint(word) for _, word in found) else None


_readings = compiled.word.readings if compiled.word else readings


class _German(NamedTuple):
    """What a German spelling has beside j or w, and what letters are meant where one is heard."""

    spelling: re.Pattern[str]
    meant: dict[str, str]


@once
def _german(tables: Tables) -> _German:
    """The letters of German papers, of their table."""
    rows = tables.rows("spelling/ru/german")
    spelt = "|".join(row["spelling"] + (f"[{row['before']}]" if row["before"] else "") for row in rows)
    return _German(re.compile(spelt or "(?!)"), {row["heard"]: row["meant"].replace("|", "") for row in rows})


def _in_german(found: Weighed, tables: Tables) -> Weighed:
    """The readings of a German spelling, before them a known word where the first is none.

    Saluschny is Залужный: German s is с and з, sch ш and ж, and z is ц.
    """
    if not found or is_listed(found[0][1], tables):
        return found
    meant = _german(tables).meant
    for worth, word in found[:2]:
        for way in islice(product(*[meant.get(letter, letter) for letter in word]), _WAYS):
            other = "".join(way)
            if is_listed(other, tables):
                return [(_MOST * worth, other), *found]
    return found


def _adjectival(text: str, found: Weighed, tables: Tables) -> Weighed:
    """The readings of a surname, the end of an adjective that is spelt short whole: Zaluzhni is Залужный."""
    ends = [row for row in _short(tables) if text.endswith(row[0])]
    shares: dict[str, float] = {}
    for worth, word in found:
        whole = _whole(word, ends, tables)
        shares[whole] = shares.get(whole, 0.0) + worth
    return [(worth, word) for word, worth in shares.items()]


def _whole(word: str, ends: list[tuple[str, ...]], tables: Tables) -> str:
    """An adjective as it is for how it is heard; a word that tables know stays, unless its spelling tells.

    `ends` are those with which the spelling may end.
    """
    for spelling, end, meant, unlisted in ends:
        stem = word.removesuffix(end)
        if stem == word or stem[-1:] in _HARDLY:
            continue
        if (not spelling or end[-1] == _NOMINATIVE) and is_listed(word, tables):
            return word
        whole = stem + meant
        if is_listed(whole, tables) or (unlisted and stem[-1:] in _STEMS):
            return whole
    return word


@once
def _short(tables: Tables) -> tuple[tuple[str, ...], ...]:
    """The ends of adjectives as they are spelt, heard and meant, and whether no table need know the word."""
    columns = ("spelling", "heard", "meant", "unlisted")
    return tuple([tuple([row[name] for name in columns]) for row in tables.rows("spelling/ru/adjective")])


def _crowded(found: Weighed, plain: str, tables: Tables) -> Weighed:
    """Forms that open with more consonants than their spelling are much less likely: Мкалаев for Mikalaev.

    A form that the tables know stays: Мкртчян.
    """
    opening = _OPENING.match(plain)
    if not opening:
        return found
    sounds = len(_SOUNDS.findall(opening[0])) + len(_OF_TWO.findall(opening[0]))
    told = []
    for worth, word in found:
        cluster = _CLUSTER.match(word) if word[1:2] not in VOWELS else None
        crowded = cluster is not None and len(cluster[0]) > sounds and not is_listed(word, tables)
        told.append((worth * _CROWDED if crowded else worth, word))
    return told


def _dotted(word: str, plain: str) -> str:
    """A form with ё where papers write it so: Seryozhenko."""
    for at, letter in enumerate(word):
        form = f"{word[:at]}ё{word[at + 1 :]}"
        if letter == "е" and spells(form, plain, RUSSIAN_PRESS):
            return form
    return word


def bare(word: str) -> str:
    """A word in Cyrillic with е for ё."""
    return word.replace("ё", "е")


def literally(
    found: Weighed,
    plain: str,
    just: str,
    soft: str,
    hands: _Hands,
    gains: _Gains,
    keeps: Callable[[str, str], bool],
) -> None:
    """Forms gain that a scheme writes as the text has it, marks lost or not, and the one its letters lead to.

    A form with a `soft` letter gains nothing by a scheme; one too unlikely to come first gains nothing.
    Compiled, the same.
    """
    marked, unmarked, spelt, most = gains
    best = 0.0
    for at, (worth, word) in enumerate(found):
        if worth * most <= best:
            continue
        gain = 1.0
        if not soft or soft not in word:
            written = [keeps(word, writer) for writer, writes in hands if writes(word, plain)]
            gain = marked if any(written) else unmarked if written else 1.0
        worth *= gain * (spelt if just and bare(word) == just else 1.0)
        found[at] = worth, word
        best = max(best, worth)


def _keeps(word: str, writer: str) -> bool:
    """Does a scheme write a word without marks on its letters?"""
    written = romanize(word, writer)
    return written.isascii() or normalize("NFD", written) == written


_gain = compiled.word.literally if compiled.word else literally


@lasting(256)
def hands(writers: tuple[str, ...]) -> _Hands:
    """Some schemes, with what tells whether each writes a word so."""
    return tuple(zip(writers, spellers(writers), strict=True))
