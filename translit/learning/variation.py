"""How newspapers vary what the press schemes write: the spellings that a learner must have met.

A Russian name in Arabic script has its vowel letters or lacks them, г is ج in Cairo and غ elsewhere;
an Arabic name in Cyrillic has аль- or эль-, х or nothing for ه. The rules say how often; the dice
are those of the word, so that every run makes the same spellings.
"""

from __future__ import annotations

import random
import re
import zlib
from collections.abc import Iterator

from translit.romanization import romanize
from translit.tables import Tables

__all__ = ["ARABIC_GAZETTEERS", "press_names", "printed_names"]

ARABIC_GAZETTEERS = (
    "ae",
    "bh",
    "dz",
    "eg",
    "iq",
    "jo",
    "kw",
    "lb",
    "ly",
    "ma",
    "mr",
    "om",
    "ps",
    "qa",
    "sa",
    "sd",
    "sy",
    "tn",
    "ye",
)
Rule = tuple[re.Pattern[str], str, float]

_C = "[بپتثجچحخدذرزژسشصضطظعغفڤقكکگلمنه]"  # Arabic consonants
_K = "[бвгджзйклмнпрстфхцчшщ]"


def _rules(text: str) -> tuple[Rule, ...]:
    """Lines of what is found, what is put ("-": nothing) and how often, made ready."""
    cells = (line.split() for line in text.strip().splitlines())
    return tuple(
        (re.compile(find.replace("C", _C).replace("K", _K)), put.replace("-", ""), float(share))
        for find, put, share in cells
    )


# What is decided for a whole word, then what is decided at each place.
_ARABIC_WHOLE = _rules("""
شتش ش 0.25
شتش تش 0.2
غ ج 0.35
غ ه 0.05
ت(?!ش|س) ط 0.07
ك ق 0.06
س ص 0.02
خ ح 0.04
خ ه 0.05
خ ك 0.02
تش ش 0.06
تش چ 0.02
ج ز 0.05
ف ڤ 0.04
ب پ 0.03
^أ(?!و) آ 0.12
[أإآ] ا 0.15
""")
_ARABIC_EACH = _rules("""
^ي إي 0.2
^ي(?!و|ا) إ 0.1
^إي إ 0.08
ايي ائي 0.06
يي ي 0.35
ئي يي 0.2
ئي ي 0.2
(?<=C)يو و 0.2
(?<=C)ي(?=C) - 0.15
(?<=C)ا(?=C) - 0.12
(?<=C)و(?=C) - 0.1
(?<=C)يا ا 0.05
(?<=C)ي$ يه 0.05
(?<=C)ا$ ة 0.02
""")
# How Persian papers vary what their scheme writes of a Russian name.
_PERSIAN_WHOLE = _rules("""
ک ق 0.05
ت(?!س) ط 0.05
س ص 0.02
گ ق 0.01
^آ ا 0.3
^س(?=C) اس 0.5
^ش(?=C) اش 0.3
ئی ی 0.3
چ تش 0.03
""")
_PERSIAN_EACH = _rules("""
(?<=C)ی(?=C) - 0.1
(?<=C)و(?=C) - 0.15
(?<=C)ا(?=C) - 0.08
(?<=C)و(?=C) ا 0.05
(?<=C)(?=[نلرمسزدتوبکگپ](?:C|$)) ی 0.05
ا$ ه 0.1
""")
_CYRILLIC_WHOLE = _rules("""
дж г 0.12
дж ж 0.1
х г 0.05
х - 0.06
у в 0.1
е э 0.06
й и 0.1
ей ай 0.2
мм м 0.3
сс с 0.4
лл л 0.3
дд д 0.3
""")
_CYRILLIC_EACH = _rules("""
^а э 0.05
^у о 0.15
(?<=K)у(?=K) о 0.2
(?<=K)а(?=K) е 0.15
(?<=K)и(?=K) е 0.15
ия$ ийя 0.1
(?<=т|з|с|д)и(?=K) ы 0.08
ь - 0.1
(?<=л)(?=K) ь 0.15
и$ ий 0.05
""")
_VARIATIONS = {
    "press-ar-ru": (_ARABIC_WHOLE, _ARABIC_EACH),
    "press-fa-ru": (_PERSIAN_WHOLE, _PERSIAN_EACH),  # Persians have letters for п, г, ж and ч
    "practical-ru-ar": (_CYRILLIC_WHOLE, _CYRILLIC_EACH),
}
# An Arab's name as Russian papers take it from a French or an English one, each in its order.
_LATIN_WHOLE = _rules("""
[’ʼ'‘`-] - 1
ï й 0.3
ï и 1
[éèêë] e 1
[âä] a 1
[ôö] o 1
[ûü] u 1
ç s 1
tch ч 1
dj дж 1
sch ш 1
sh ш 1
ch ш 1
kh х 1
gh г 1
dh д 0.5
dh з 1
th т 0.6
th с 1
ph ф 1
zh ж 1
^ya я 1
^ye е 1
^(you|yu) ю 1
^yo йо 1
eu е 0.7
(?<=n|d|s|m|r)e$ - 0.8
gu(?=[eiy]) г 1
qu(?=[eiy]) к 1
c(?=[eiy]) s 1
w у 0.4
w в 1
ou(?=[aeiy]) у 0.75
ou(?=[aeiy]) в 1
oo|ou|u у 1
ee и 1
aa а 0.6
aa аа 1
(?<=[^aeiouyа-я])h(?=[aeiouy]) х 0.5
(?<=[aeiouy])h$ х 0.35
(?<=[aeiouy])h$ - 0.7
h(?=[^aeiouy]) х 0.6
h(?=[^aeiouy]) - 1
^h х 0.75
^h - 0.3
h х 1
(?<=[аaou])[yi]e ье 0.2
(?<=[^aeouу])[yi]a(?=.) ья 0.4
(?<=[^aeouу])[yi]a ия 1
[yi]a я 1
[yi]у ью 0.5
[yi]у ю 1
[yi]e(?=.) ье 0.6
[yi]e е 1
[yi]o ьо 0.3
[yi]o йо 1
ii|yy и 1
(?<=[aeo])[iy] й 1
[iy] и 1
(?<=[^aeoуи])e$ - 0.55
(?<=[bcdfgjklmnpqrstvwzшжхкс])e$ е 1
^e э 0.7
(?<=[aoуи])e э 0.4
e е 1
j ж 0.3
j дж 1
x кс 1
a а 1
o о 1
b б 1
d д 1
f ф 1
g г 1
k|q|c к 1
l(?=[бвгджзкмнпрстфхшчbcdfgjkmnpqrstvwz]|$) ль 0.75
l л 1
m м 1
n н 1
p п 1
r р 1
s с 1
t т 1
v в 1
z з 1
ьь ь 1
йй й 1
(?<=[аеиоуэюя])ь(?=[еюя]) й 0.5
(?<=[аеиоуэюя])ь - 1
""")


def _varied(word: str, rules: tuple[tuple[Rule, ...], tuple[Rule, ...]], dice: random.Random) -> str:
    """One way that a spelling may vary."""
    whole, each = rules
    for find, put, share in whole:
        if dice.random() < share:
            word = find.sub(put, word)
    for find, put, share in each:
        pieces = find.split(word)
        kept = find.findall(word)
        for at, piece in enumerate(kept, 1):
            pieces[at] = (put if dice.random() < share else piece) + pieces[at]
        word = "".join(pieces)
    return word


def _spellings(written: str, rules: tuple[tuple[Rule, ...], tuple[Rule, ...]], count: int) -> Iterator[str]:
    """A spelling and up to so many that vary it, each once."""
    dice = random.Random(zlib.crc32(written.encode()))
    yield from dict.fromkeys([written, *(_varied(written, rules, dice) for _ in range(count))])


def press_names(native: str, press: str, tables: Tables, count: int = 2) -> Iterator[str]:
    """The spellings of a word by a scheme of the press in another script: its own, then some that vary it.

    An Arabic word is given with its vowels.

    >>> from translit.tables import built_in
    >>> next(press_names("Григорьев", "press-ar-ru", built_in()))
    'غريغورييف'
    >>> next(press_names("Медведев", "press-fa-ru", built_in()))
    'مدودف'
    """
    written = romanize(native, press, tables=tables).lower()
    yield from _spellings(written, _VARIATIONS[press], count)


def printed_names(latin: str, count: int = 5) -> Iterator[str]:
    """The spellings in Cyrillic of an Arab's name that is taken from a Latin one: Бумедьен of Boumediene."""
    dice = random.Random(zlib.crc32(latin.encode()))
    for _ in range(count):
        word = latin.lower()
        for find, put, share in _LATIN_WHOLE:
            if dice.random() < share:
                word = find.sub(put, word)
        yield word
