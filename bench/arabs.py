"""Arab people for `bench/crowd.py`: ism, sometimes the father's, and a family name or nisba.

Names are of the tables, vowelled, so that every scheme can write them; a third of the families are
made here, from random roots in the patterns of Arabic nouns, and stand in no table. A spelling is
written by a random scheme, as newspapers print it, by an attested spelling of the table's `also`, or
in Arabic letters with or without their hamzas; the article of the family is written in many ways
and now and then left out.
"""

from __future__ import annotations

import random
from collections import Counter
from functools import lru_cache
from itertools import accumulate
from math import exp
from typing import NamedTuple

from unidecode import unidecode

from translit.nouns import Row
from translit.romanization import romanize
from translit.sounds import key
from translit.tables import built_in
from translit.text.clean import fold
from translit.text.script import script_of

__all__ = ["Arab", "Arabs"]

_SCHEMES = (
    ("usual", 6),
    ("press-en-ar", 4),
    ("ics-630-01-ar", 2),
    ("ijmes-ar", 2),
    ("ala-lc-1997-ar", 2),
    ("bgn-pcgn-1956-ar", 2),
    ("un-2017-ar", 1),
    ("press-fr-ar", 2),
    ("practical-ru-ar", 2),
    ("", 4),  # in Arabic letters
)
_WEIGHED = ([name for name, _ in _SCHEMES], [weight for _, weight in _SCHEMES])
_ARTICLE = "ال"
_HOUSE = "آل "
_ARTICLES = (("al-", 5), ("Al-", 3), ("Al ", 3), ("El ", 2), ("el-", 2), ("Al", 1), ("", 1))
_FATHERLESS = 0.5
_SON_OF = 0.15
_SURNAME_FIRST = 0.1
_ALSO = 0.25
_HAMZALESS = 0.4
_GIVEN = ("person/ar/ism", "person/ar/laqab")
_ROOTS = "بتثجحخدذرزسشصضطعغفقكلمنه"
_A, _I, _U, _TWICE = "\N{ARABIC FATHA}", "\N{ARABIC KASRA}", "\N{ARABIC DAMMA}", "\N{ARABIC SHADDA}"
_PATTERNS = (  # 1, 2, 3 are the letters of the root
    f"1{_A}2{_A}{_TWICE}ا3",
    f"1{_A}ا2{_I}3",
    f"1{_A}2{_I}ي3",
    f"1{_U}2{_A}ي3",
    f"م{_A}1ْ2{_U}و3".replace("ْ", ""),
    f"1{_A}2{_A}{_TWICE}و3",
    f"1{_A}2{_A}3",
    f"1{_A}2{_I}ي3{_I}ي",
    f"1{_A}ا2{_I}3{_I}ي",
    f"1{_U}2{_A}ي3{_I}ي",
    f"1{_A}23{_A}ان{_I}ي",
)


class _Name(NamedTuple):
    """One name: vowelled Arabic, as newspapers print it, and its attested spellings in Latin."""

    native: str
    usual: str
    also: tuple[str, ...] = ()


class Arab(NamedTuple):
    """A person's name; `mark`, the sounds of given name and family, is what no two people share."""

    ism: _Name
    father: _Name
    family: _Name
    woman: bool

    @property
    def mark(self) -> tuple[str, str]:
        return _sound(self.ism.native), _sound(self.family.native)

    def spelled(self, dice: random.Random) -> list[str]:
        """The words of one spelling."""
        scheme = dice.choices(*_WEIGHED)[0]
        names = [_written(self.ism, scheme, dice)]
        if dice.random() >= _FATHERLESS:
            son = [_CHILDREN.get(scheme, ("bin", "bint"))[self.woman]] if dice.random() < _SON_OF else []
            names += [*son, _written(self.father, scheme, dice)]
        family = _articled(_written(self.family, scheme, dice), dice)
        names = [family, *names] if dice.random() < _SURNAME_FIRST else [*names, family]
        return " ".join(names).split()


_CHILDREN = {
    "": ("بن", "بنت"),
    "practical-ru-ar": ("бин", "бинт"),
    "press-fr-ar": ("ben", "bint"),
    "ijmes-ar": ("ibn", "bint"),
    "ala-lc-1997-ar": ("ibn", "bint"),
}


class Arabs:
    """Makes people, each by one throw of the dice; None where the throw gives no name."""

    def __init__(self) -> None:
        self._givens = {gender: _givens(gender) for gender in "mf"}
        self._families = _families()
        self._known = {_sound(name.native) for name in self._families}

    def person(self, dice: random.Random) -> Arab | None:
        gender = "f" if dice.random() < 0.3 else "m"
        family = _made_family(dice) if dice.random() < 1 / 3 else None
        if family and _sound(family.native) in self._known:
            return None
        ism, father = (
            dice.choices(names, cum_weights=sums)[0]
            for names, sums in (self._givens[gender], self._givens["m"])
        )
        return Arab(ism, father, family or dice.choice(self._families), gender == "f")


def _givens(gender: str) -> tuple[list[_Name], list[float]]:
    """The given names of a gender, each with how often it is met, summed up."""
    rows = [row for table in _GIVEN for row in built_in().rows(table)]
    sums = accumulate(
        weight for row, weight in zip(rows, _common(rows), strict=True) if row["gender"] == gender
    )
    return [_name(row) for row in rows if row["gender"] == gender], list(sums)


def _common(rows: list[Row]) -> list[float]:
    """How often each given name is met: the share of its sounds, parted among the names that have them
    by how many languages took each over; sounds of particles (abd, ibn) say nothing of names."""
    tables = built_in()
    nats = {row.id: float(row["nats"]) for row in tables.rows("weights/rarity-ar")}
    particles = {key(row.canonical, "ar") for row in tables.rows("person/ar/particle")}
    taken = Counter(target for row in tables.rows("person/ar/equivalent") for target in row.many("of"))
    sounds = [key(row.canonical, "ar") for row in rows]
    known = [(1 + taken[row.id]) ** 2 for row in rows]
    shares: Counter[str] = Counter()
    for sound, count in zip(sounds, known, strict=True):
        shares[sound] += count
    return [
        exp(-(9.0 if sound in particles or len(sound) < 2 else nats.get(sound, 9.0))) * count / shares[sound]
        for sound, count in zip(sounds, known, strict=True)
    ]


def _families() -> list[_Name]:
    """Family names, and nisbas with their article."""
    tables = built_in()
    found = {name.native: name for name in map(_name, tables.rows("person/ar/family"))}
    for row in tables.rows("person/ar/nisba"):
        nisba = _name(row)
        found.setdefault(
            _ARTICLE + nisba.native, nisba._replace(native=_ARTICLE + nisba.native, usual=f"al-{nisba.usual}")
        )
    return list(found.values())


def _name(row: Row) -> _Name:
    return _Name(
        row.native, row.canonical, tuple(also for also in row.many("also") if script_of(also) == "Latn")
    )


def _made_family(dice: random.Random) -> _Name:
    """A family that no table has, from a root of three letters."""
    native = dice.choice(_PATTERNS)
    for number, letter in zip("123", dice.sample(_ROOTS, 3), strict=True):
        native = native.replace(number, letter)
    native = (_ARTICLE if dice.random() < 0.5 else "") + native
    return _Name(native, _by_scheme(native, "press-en-ar"))


_by_scheme = lru_cache(maxsize=1 << 16)(romanize)


@lru_cache(maxsize=1 << 16)
def _sound(native: str) -> str:
    """A name in plain Latin letters, without its article: names that differ in nothing else are one."""
    return fold(unidecode(_by_scheme(native, "press-en-ar"))).removeprefix("al-")


def _written(name: _Name, scheme: str, dice: random.Random) -> str:
    """A name in the spelling of a scheme, or as it is usually or sometimes printed."""
    if scheme == "usual":
        return dice.choice(name.also) if name.also and dice.random() < _ALSO else name.usual
    if scheme:
        return " ".join(
            word[:1].upper() + word[1:] if word[:3] != "al-" else word
            for word in _by_scheme(name.native, scheme).split()
        )
    bare = "".join(
        letter for letter in name.native if not "\u064b" <= letter <= "\u0652" and letter != "\u0670"
    )
    return bare.translate(_PLAIN) if dice.random() < _HAMZALESS else bare


_PLAIN = str.maketrans("أإآة", "اااه")


def _articled(family: str, dice: random.Random) -> str:
    """A family's article in one of its spellings, now and then left out."""
    if family[:3] not in ("al-", "el-") or dice.random() < 0.5:
        return family
    return dice.choices([form for form, _ in _ARTICLES], [weight for _, weight in _ARTICLES])[0] + family[3:]
