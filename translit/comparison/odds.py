"""How far the letters of two words are apart, and the log-odds that they are one name.

The odds weigh how far the letters are apart, whether the words have one key, and how much of what each can be
in the original script they share (`tables/weights/alike-{ru,ar}.tsv`, learned by `python -m bench.single`).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache
from itertools import groupby
from unicodedata import normalize

from translit.comparison.conflation import conflated
from translit.comparison.words import Meant, Word, meant
from translit.person.arabic.letters import consonants, vowel_letters
from translit.sounds import laid
from translit.sounds.loops import vowels_apart
from translit.tables import Tables, built_in
from translit.text.clean import in_ascii
from translit.text.cyrillic import NEIGHBOURS
from translit.text.script import script_of

__all__ = [
    "ARAB_SLIP",
    "CERTAIN",
    "EVIDENCE",
    "FAR",
    "HOPELESS",
    "LEAST",
    "NEAR",
    "SLIPPED",
    "alike_weights",
    "eased",
    "evidence",
    "generic",
    "lengths_apart",
    "measured",
    "penned",
    "shared_of",
    "slips",
    "unlike",
]

CERTAIN = 6.0  # log-odds beyond which letters say nothing more
FAR = 1.2
NEAR = 0.45  # nats per letter within which two words may be spellings of one
LEAST = 0.01  # of what both words can be, the least that counts
_CLEAR, HOPELESS = 0.1, 2.2  # nats per letter, nearer and farther than which reading tells no more
_VOWELS = 4.0  # the most that vowels contradict
SLIPPED = 0.1  # log-odds against two Russian words a letter apart being one: never sure that they are
_SLIPS, _SLIPPED_OF = 2, 3  # so many letters, one of so many, are another name
ARAB_SLIP = 2.0  # the same of two words in Arabic script a consonant apart
_ARAB_VOWEL = 0.3  # … that write one long vowel more or less
_IMALA = ("ةي", "ية")  # حرشة, حرشي
_MAQSURA, _AS_MAQSURA = "ى", "ةي"  # and what is written for it
_NEIGHBOURS = frozenset(NEIGHBOURS + "ʼ'")
_UKRAINIAN = str.maketrans("єэёіїыґ", "еееиииг")  # letters, and those that Russian may have there
_BELARUSIAN = str.maketrans("оеёэяєіїыўцґ", "ааааааииивтг")
_BELARUSIAN_SIGNS = frozenset("ўыэ")
_NISBA = frozenset("iyийі\N{ARABIC LETTER YEH}")  # how a name ends that is made of another: Azizi of Aziz
_LONG = frozenset("āīūâîû")
_CIRCUMFLEXED = frozenset("âîû")
EVIDENCE = (
    "bias",
    "distance",
    "equal keys",
    "length",
    "heard",
    "doubt",
    "known",
    "two names",
    "own",
    "own known",
    "other known",
    "ending",
    "vowels",
)


def measured(a: Word, b: Word, language: str, tables: Tables) -> tuple[float, float]:
    """The distance of two words, and the log-odds that they are one name."""
    one, two = (a, b) if a.core < b.core else (b, a)
    if language == "other":
        far = generic(one.core, two.core)
        return far, CERTAIN * (1 - far / NEAR)
    alike = one.key == two.key
    if not alike and unlike(one, two):
        return FAR, -CERTAIN
    far, like = laid(one.symbols, two.symbols, alike, language)
    weights = alike_weights(tables, language)
    clear = far < _CLEAR and alike and language == "ru"
    if weights and not clear and not (one.own and two.own):  # two native words: reading tells no more
        if far > HOPELESS and not alike:
            return FAR, -CERTAIN
        like = 0.0
        for weight, value in zip(weights, evidence(one, two, far, language), strict=True):
            like += weight * value
    if one.own and two.own:
        like = min(like, -penned(one.spelt, two.spelt))
    return min(far, FAR), max(-CERTAIN, min(CERTAIN, like))


def evidence(a: Word, b: Word, far: float, language: str) -> Sequence[float]:
    """What speaks for and against two words being one name, in the order of `EVIDENCE`."""
    one, two = meant(a.spelt, language), meant(b.spelt, language)
    if b.own:
        a, b, one, two = b, a, two, one
    shared = shared_of(one, two)
    alone = one.best != two.best
    other = two.known if a.own else one.known != two.known
    vowels = min((vowels_apart(x, y) for x in one.patterns for y in two.patterns), default=0.0)
    return (
        1.0,
        max(0.0, far - NEAR),
        float(a.key == b.key),
        math.log(len(a.symbols) + len(b.symbols) + 1),
        shared,
        math.log(shared + LEAST),
        float(one.known and not alone),
        float(one.known and two.known and alone),
        float(a.own),
        float(a.own and one.known),
        float(alone and other),
        float((a.core[-1] in _NISBA) != (b.core[-1] in _NISBA)),
        min(_VOWELS, vowels),
    )


def shared_of(one: Meant, two: Meant) -> float:
    """How much of what two words can be in the original script is the same."""
    forms, total = two.forms, 0.0
    for form, share in one.forms.items():
        if form in forms:
            total += math.sqrt(share * forms[form])
    return total


@lru_cache(maxsize=8)
def alike_weights(tables: Tables, language: str) -> tuple[float, ...]:
    """The learned weight of each piece of evidence."""
    found = {row.id: float(row["weight"]) for row in tables.rows(f"weights/alike-{language}")}
    return tuple(found.get(name, 0.0) for name in EVIDENCE) if found else ()


def unlike(a: Word, b: Word) -> bool:
    """True where the keys of two words share so little that their letters need not be measured."""
    least = min(a.sounds.bit_count(), b.sounds.bit_count())
    return least > 1 and 3 * (a.sounds & b.sounds).bit_count() <= least


@lru_cache(maxsize=1 << 16)
def slips(one: str, two: str) -> float:
    """The log-odds against two spellings of one script that differ beyond what its spelling leaves open.

    Nobody romanised them: what differs is a slip of the pen, or another name if it is a third of the letters.
    Ukrainian and Belarusian write a name by other letters, which count as those that Russian has for them:
    Сорокін is no Сорока, Петрів no Петрик.
    """
    scripts = {script_of(one), script_of(two)}
    if scripts == {"Arab"}:
        left, right, cost = consonants(one), consonants(two), ARAB_SLIP
    elif scripts == {"Cyrl"}:
        left, right, cost = *_evened(one, two), SLIPPED
    else:
        return 0.0
    from rapidfuzz.distance import OSA

    found, least = OSA.distance(left, right), min(len(left), len(right))
    return CERTAIN if found >= _SLIPS and found * _SLIPPED_OF >= least else cost * found


@lru_cache(maxsize=1 << 16)
def penned(one: str, two: str) -> float:
    """The log-odds against two words that stand in their own script: those of `slips`, or of vowels written.

    Arabs write long vowels: عكوش is no عكاش. One too many or too few is rather a slip: العمود, العامود.
    """
    found = slips(one, two)
    if found or not script_of(one) == script_of(two) == "Arab":
        return found
    left, right = vowel_letters(one), vowel_letters(two)
    return min(CERTAIN, sum(_vowels_written(*pair) for pair in zip(left, right, strict=True)))


def _vowels_written(one: str, two: str) -> float:
    """The same of what stands between two consonants."""
    if any(one.replace(_MAQSURA, said) == two.replace(_MAQSURA, said) for said in _AS_MAQSURA):
        return 0.0
    less, more = sorted((one, two), key=len)
    if less in more:
        return _ARAB_VOWEL * (len(more) - len(less))
    return _ARAB_VOWEL if one + two in _IMALA else ARAB_SLIP


def _evened(one: str, two: str) -> tuple[str, str]:
    """Two Cyrillic words without what their spelling leaves open, nor what neighbours write otherwise."""
    both = one + two
    if _NEIGHBOURS.isdisjoint(both):
        return eased(one), eased(two)
    letters = _UKRAINIAN if _BELARUSIAN_SIGNS.isdisjoint(both) else _BELARUSIAN
    left, right = (eased(conflated(word, "neighbour", built_in())).translate(letters) for word in (one, two))
    return left, right


def eased(word: str) -> str:
    """A Russian word without what its spelling leaves open: soft signs, double letters, ё, -ия for -ья."""
    return "".join(letter for letter, _ in groupby(conflated(word, "open", built_in())))


def lengths_apart(one: str, two: str) -> bool:
    """True for two spellings of the same letters that mark other vowels as long: Samīr and Sāmir.

    A long a at the end says nothing: scholars write ʿĪsā, libraries ʻĪsá. French maps mark some long vowels
    and leave others: Zahrâni is Zahrānī.
    """
    marked = [
        {at for at, letter in enumerate(normalize("NFC", word).rstrip("ā")) if letter in _LONG}
        for word in (one, two)
    ]
    if not all(marked) or marked[0] == marked[1] or len(one) != len(two):
        return False
    within = marked[0] <= marked[1] or marked[1] <= marked[0]
    return not (within and not _CIRCUMFLEXED.isdisjoint(normalize("NFC", one + two)))


@lru_cache(maxsize=65536)
def generic(one: str, two: str) -> float:
    """The distance of two words of other origins: generic phonetics and edit distance."""
    from jellyfish import jaro_winkler_similarity, metaphone

    a, b = in_ascii(one), in_ascii(two)
    alike = jaro_winkler_similarity(a, b)
    return (1 - alike) * (1.5 if metaphone(a) == metaphone(b) else 3.0)
