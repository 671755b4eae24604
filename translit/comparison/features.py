"""What two names laid beside each other show: few numbers, and the score that they give."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping
from functools import lru_cache

from translit.comparison.heard import COMMON
from translit.comparison.odds import CERTAIN
from translit.comparison.pairing import Alone, Pair
from translit.languages import slavic
from translit.memory import once
from translit.nouns import Reading
from translit.place.arabic import looks_arabic
from translit.place.atlas import atlas
from translit.place.shared import shared
from translit.romanization import RUSSIAN_PRESS, romanize
from translit.sounds.lands import slavlike
from translit.sounds.reading import articleless
from translit.tables import Tables
from translit.text.clean import fold
from translit.text.script import script_of

__all__ = [
    "CROSSED",
    "HALF",
    "PLACES",
    "UNCROSSED",
    "further",
    "group_of",
    "half_of",
    "language_of",
    "picture",
    "shared_halves",
    "weighed",
    "weights",
]

_ARABIC = ("ar",)
UNCROSSED = "ar-word"  # the weights of single Arabic words
CROSSED = "ar-crossed"  # the weights of single Arabic words, one of them in Arabic letters
PLACES = "place-ar"  # the weights of Arabic places
HALF = "half"  # what tells that one name is but a half of the other's compound
_OF_NO_ARABS = re.compile("[ыщЫЩЀ-ЏѐҐ-ӿі-џ]")  # Cyrillic letters that nobody writes an Arabic name with
_SURELY, _LIKELY = 8.0, 3.0  # nats by which a place of the tables tells the language, one that is guessed
_LOOKS, _OPENS = 8.0, 4.0  # the same for an Arabic article or mark, and for a word as Kafr
_COMPOUNDS = ("person/ar/laqab", "person/ar/kunya")
_OF_ANOTHER = ("أبو ", "أبي ", "أم ")  # who is called by a child's name
_MANY = 30  # compounds with a half that tells nobody from others
_FATHERS = (("ism", "nasab"), ("nasab", "ism"), ("ism", "laqab"), ("laqab", "ism"))
_HONOURED = 2.5  # nats; a name less rare is put before a man's own


def group_of(a: Reading, b: Reading, tables: Tables) -> str:
    """Which weights judge this pair: of places, or of a person's family, single words apart.

    Of Arabic ones those with one in Arabic letters again: what the other is read as tells there as well.
    """
    if a.kind == "place" or b.kind == "place":
        return f"place-{_tongue(a, b, tables)}"
    one, two = _people(a), _people(b)
    arab = one == "ar" or two == "ar"
    if one is None and two is None and "Cyrl" not in (script_of(a.text), script_of(b.text)):
        return "other"
    words = len(a.parts) <= 1 and len(b.parts) <= 1
    if arab and words:
        return CROSSED if (script_of(a.text) == "Arab") != (script_of(b.text) == "Arab") else UNCROSSED
    return "ar" if arab else "ru-word" if words else "ru"


def _people(a: Reading) -> str | None:
    """Whose name one is; what no row has is in Arabic letters an Arab's."""
    return a.origin or ("ar" if script_of(a.text) == "Arab" else None)


def language_of(group: str) -> str:
    """The language whose sounds a group goes by."""
    return group.removeprefix("place-").removesuffix("-crossed").removesuffix("-word")


def _tongue(a: Reading, b: Reading, tables: Tables) -> str:
    """The language two places are named in, told by script, by what they surely are, else by their letters.

    A place that is but guessed tells less than letters do: Hdzyen is no Hajin.
    """
    scripts = {script_of(a.text), script_of(b.text)}
    if "Arab" in scripts:
        return "ar"
    cyrillic = "Cyrl" in scripts
    if cyrillic and _OF_NO_ARABS.search(a.text + b.text):
        return "ru"
    arab, slav = _weight_of(a, b, _ARABIC), _weight_of(a, b, slavic(tables))
    if looks_arabic(a.text) or looks_arabic(b.text):
        arab += _LOOKS
    opens = atlas(tables).generics.leads_arabic
    arab += _OPENS * (opens(a.text) or opens(b.text))
    slav += _OPENS * (_opens_slavic(a.text, tables) or _opens_slavic(b.text, tables))
    letters = sum(slavlike(_in_latin(one.text), tables) for one in (a, b))
    return "ru" if letters + slav >= arab else "ar"


def _in_latin(text: str) -> str:
    """A text in Latin letters."""
    return romanize(text, RUSSIAN_PRESS) if script_of(text) == "Cyrl" else text


def _opens_slavic(text: str, tables: Tables) -> bool:
    """Do several words begin with one that many Slavic places share: Stara Basan?"""
    first, blank, _ = text.partition(" ")
    row = shared(first, tables) if blank else None
    return row is not None and row["language"] == "ru"


def _weight_of(a: Reading, b: Reading, origins: tuple[str, ...]) -> float:
    """How the places that two texts were read as speak for those of some languages, in nats."""
    return sum(
        _SURELY if one.status == "ok" else _LIKELY * one.confidence
        for one in (a, b)
        if one.row is not None and one.origin in origins
    )


def picture(pairs: list[Pair], alone: Alone, further: Mapping[str, float]) -> dict[str, float]:
    """The picture in numbers, with what the Readings tell further; absent features are 0."""
    found: dict[str, float] = {"bias": 1.0}

    def add(name: str, value: float) -> None:
        found[name] = found.get(name, 0.0) + value

    for pair in pairs:
        like = pair.said.like
        rarity = min(pair.left.word.rarity, pair.right.word.rarity) / COMMON
        one, two = pair.left.part.role or "part", pair.right.part.role or "part"
        role = one if one == two else "crossed"
        found["least like"] = min(found.get("least like", CERTAIN), like)
        if pair.said.relation == "contradicts":
            add("contradicts", rarity)
            add(f"contradicts {role}", 1.0)
            add("unlike", -like)
        else:
            add("agrees", rarity)
            add("far", pair.said.far)
            add("like", like)
            add(f"like {role}", like)
            if pair.said.relation in ("initial", "equivalent"):
                add(pair.said.relation, 1.0)
    for token in (*alone[0], *alone[1]):
        add("omitted", token.word.rarity / COMMON)
        add(f"omitted {token.part.role or 'part'}", 1.0)
    if _father_and_son(pairs, alone):
        found["contradicts father"] = 1.0
    found |= further
    agrees, against = found.get("agrees", 0.0), found.get("contradicts", 0.0)
    found["share"] = agrees / (agrees + against + found.get("omitted", 0.0) / 3 + 1e-9)
    return found


def further(a: Reading, b: Reading, group: str) -> dict[str, float]:
    """What two Readings say beside their words: of persons the gender; of places their rows and keys.

    One row or two tell as far as both places are sure; of Arabic places two rows of one name, or one that is
    not Arabic, tell less.
    """
    found: dict[str, float] = {}
    if a.gender != b.gender and a.gender and b.gender:
        found["gender"] = 1.0
    if a.kind == "place" or b.kind == "place":
        one_row = a.row is not None and b.row is not None and a.row.id == b.row.id
        if a.row and b.row:
            sure = (a.confidence * b.confidence) ** 2
            found["same row" if one_row else _apart(a, b, group)] = sure
        if not one_row and a.key != b.key and (either := _either(a, b)):
            found["row of either"] = either
        if a.key and a.key == b.key:  # letters that nothing reads have none
            found["same key"] = 1.0
    elif len(a.parts) == len(b.parts) == 1 and half_of(a, b):
        found[HALF] = 1.0
    return found


def _apart(a: Reading, b: Reading, group: str) -> str:
    """What two rows of places are called: any may be meant of one name, as al-Rumaylah and Rumaila.

    A row that is not Arabic beside one that is was rather misread: Берзе, which is Barzeh and not Alborz.
    """
    if group != PLACES:
        return "other row"
    if (a.origin == "ar") != (b.origin == "ar"):
        return "foreign row"
    one, two = a.native or "", b.native or ""
    if script_of(one) != "Arab" or articleless(fold(one), "ar") != articleless(fold(two), "ar"):
        return "other row"
    return "namesake row" if _either(a, b) else "other row"  # not where a larger place is named


@once
def shared_halves(tables: Tables) -> frozenset[str]:
    """The halves that very many compounds have, without an article: of Abd and Abu, of Allah and al-Din.

    >>> from translit.tables import built_in
    >>> "عبد" in shared_halves(built_in()), "نور" in shared_halves(built_in())
    (True, False)
    """
    compounds = [fold(row.native).split() for table in _COMPOUNDS for row in tables.rows(table)]
    found = Counter(
        half for words in compounds if len(words) > 1 for half in {articleless(word, "ar") for word in words}
    )
    return frozenset(half for half, count in found.items() if count >= _MANY)


def half_of(a: Reading, b: Reading) -> str:
    """The half of one name's compound that the other name is: Nour of Nour al-Din; empty where it is none.

    Without an article, as it is looked up. Whom somebody is called father of is somebody else.
    """
    for less, more in ((a, b), (b, a)):
        if more.native and more.native.startswith(_OF_ANOTHER):
            continue
        if more.native and " " in more.native and less.native and " " not in less.native:
            halves = {articleless(fold(half), "ar") for half in more.native.split()}
            for form in (less.native, less.text):
                if (bare := articleless(fold(form), "ar")) in halves:
                    return bare
    return ""


def _either(a: Reading, b: Reading) -> float:
    """How likely two texts name one of the places that each may be: Kotovsk, which is Podilsk or another."""
    one, two = _rows_of(a), _rows_of(b)
    return math.sqrt(max([one[row] * two[row] for row in one.keys() & two.keys()], default=0.0))


def _rows_of(reading: Reading) -> dict[str, float]:
    """The rows of the places that a text may be, each with how likely it is at most that."""
    found: dict[str, float] = {}
    for one in (reading, *reading.others):
        if one.row:
            found[one.row.id] = max(one.confidence, found.get(one.row.id, 0.0))
    return found


def _father_and_son(pairs: list[Pair], alone: Alone) -> bool:
    """True where one name's ism is the other's nasab, whose own ism stands alone: Hafez, Bashar son of Hafez.

    The father's may be a compound that honours: Badreddin, Hussein son of Badreddin. A first name that many
    put before their own (Muhammad) is left out without becoming a son.
    """
    for pair in pairs:
        roles = pair.left.part.role, pair.right.part.role
        if roles in _FATHERS and pair.said.relation != "contradicts":
            for token in alone[1 - roles.index("ism")]:
                if token.part.role == "ism" and token.word.rarity > _HONOURED:
                    return True
    return False


@lru_cache(maxsize=16)
def weights(tables: Tables, group: str) -> dict[str, float]:
    """The learned weight of each feature."""
    return {row.id: float(row["weight"]) for row in tables.rows(f"weights/{group}")}


def weighed(weights: Mapping[str, float], found: Mapping[str, float]) -> float:
    """The logistic of the weighed features."""
    total = 0.0
    for name, value in found.items():
        total += weights.get(name, 0.0) * value
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total))))
