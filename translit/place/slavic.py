"""Russian place names in a sentence: cases, adjectives, and the nominative they come from."""

from __future__ import annotations

import re
from itertools import islice, product
from typing import Any, NamedTuple

from translit.memory import once, remembered
from translit.romanization import RUSSIAN_PRESS, romanize
from translit.tables import built_in
from translit.text.case import capitalise
from translit.text.script import script_of

__all__ = [
    *("adjective", "gender", "is_adjective", "is_adjective_stem", "is_of"),
    *("names_land", "nominative", "nominatives", "owners", "stem", "western", "written"),
]

_SHORT = ("yi", "a", "e")  # Ukrainian endings
_LATIN_NOMINATIVE = {"m": "y", "f": "aya", "n": "oye"}
_UKRAINE = "kmu-2010-uk"
_SOFT_ADJECTIVE = re.compile(r"[сц]ьк(?:ий|а|е|і)\b")
_UKRAINIAN, _NO_UKRAINIAN = frozenset("іїєґ"), frozenset("ыэёўъ")
_NOMINATIVE = {"m": "ий", "f": "ая", "n": "ое"}
_SOFT, _SOFT_NOMINATIVE = "ьк", {"m": "ий", "f": "а", "n": "е"}  # Ukrainian
_COMBINATIONS = 24
_LEAST_ROOT = 3  # letters of a place's name before the ending of an adjective
_LONG_ENDED = frozenset(("RU", "BY"))  # whose adjectives do not end in one letter, but for a y


class _Endings(NamedTuple):
    """The rows of `tables/place/ending.tsv`.

    `cases` are oblique endings with the nominatives they may stand for, likeliest first, the longest first,
    `led` all that stand behind a preposition, those of Ukrainian too, `west` those of Poles and Czechs;
    `roots` what adjectives have before their `adjectives`, the endings; `genders` of those of nominatives;
    `lands` of other names of areas that leave no generic out: Смоленщина, Оренбуржье, Khmelnytska; `of` what
    any language puts to a place's name before a generic, with what stood there, the longest first.
    """

    cases: tuple[tuple[str, tuple[str, ...]], ...]
    led: tuple[tuple[str, tuple[str, ...]], ...]
    west: tuple[tuple[str, tuple[str, ...]], ...]
    adjectives: frozenset[str]
    roots: tuple[str, ...]
    genders: dict[str, str]
    lands: tuple[str, ...]
    of: tuple[tuple[str, tuple[str, ...]], ...]


@once
def _endings() -> _Endings:
    """The endings of Russian places and of the adjectives of their units."""
    rows = built_in().rows("place/ending")
    cases, led, west, of = (
        tuple(
            (row["ending"], tuple([one.strip("-") for one in row.many("nominative")]))
            for row in sorted(rows, key=lambda row: -len(row["ending"]))
            if row["role"] == role
        )
        for role in ("case", "led", "west", "of")
    )
    return _Endings(
        cases,
        tuple(sorted(cases + led, key=lambda one: -len(one[0]))),
        west,
        frozenset(row["ending"] for row in rows if row["role"] == "adjective"),
        tuple(row["ending"] for row in rows if row["role"] == "root"),
        {row["ending"]: row["gender"] for row in rows if row["gender"]},
        tuple(row["ending"] for row in rows if row["role"] == "land"),
        of,
    )


def names_land(name: str) -> bool:
    """Does another name of an area say by its ending that it is of one: Смоленщина, Оренбуржье?

    >>> names_land("Донетчина"), names_land("Ровно")
    (True, False)
    """
    return name.endswith(_endings().lands)


def _cut(word: str) -> tuple[str, str]:
    """An adjective in -sk- cut into stem and ending; two empty texts for any other word."""
    low, known = word.lower().replace("’", "'"), _endings()
    for root in known.roots:
        at = low.rfind(root)
        if at > 1:
            ending = low[at + len(root) :].strip("'’")
            if ending == "" or ending in known.adjectives:
                return word[: at + len(root)], ending
    return "", ""


def is_adjective(word: str) -> bool:
    """True for a word with an adjective's ending, in any case: "Ростовской", "Aksaysky".

    >>> is_adjective("Ростовской"), is_adjective("Domodedovski"), is_adjective("Рассвет")
    (True, True, False)
    """
    root, ending = _cut(word)
    if root:
        return bool(ending)
    return script_of(word) == "Cyrl" and word.endswith(
        ("ого", "его", "ному", "ной", "ном", "ный", "ная", "ное")
    )


def gender(text: str) -> str:
    """The gender of a name that is an adjective in -sk- in the nominative: m, f, n; else empty.

    >>> gender("Kharkivska"), gender("Бахмутский"), gender("Донецкое"), gender("Donetsk")
    ('f', 'm', 'n', '')
    """
    return _endings().genders.get(_cut(text.rpartition(" ")[2])[1], "")


def is_of(text: str, country: str) -> bool:
    """May an adjective be one of a country's language? Murmanska is no Russian for Murmanskaya.

    >>> is_of("Kharkivska", "UA"), is_of("Murmanska", "RU"), is_of("Murmanskaya", "RU")
    (True, False, True)
    """
    return (
        country not in _LONG_ENDED or script_of(text) != "Latn" or text[-1:] == "y" or len(_cut(text)[1]) > 1
    )


def is_adjective_stem(word: str) -> bool:
    """True for a name with the root of an adjective in -sk-, whatever its ending: Aksaysk, Domodedovski."""
    return bool(_cut(word)[0])


def stem(specific: str) -> str:
    """A unit's specific with the ending of its adjective taken off, in Latin or Cyrillic.

    >>> stem("Ростовской"), stem("Domodedovski"), stem("Nizhny Novgorod")
    ('Ростовск', 'Domodedovsk', 'Nizhny Novgorod')
    """
    head, _, last = specific.rpartition(" ")
    root, _ = _cut(last)
    return f"{head} {root}".strip() if root else specific


def adjective(specific: str, gender: str) -> str:
    """An adjective in the nominative of the generic's gender, a Latin one of its own; else as it stands.

    >>> adjective("Аксайском", "m"), adjective("Ростовской", "f"), adjective("Domodedovski", "m")
    ('Аксайский', 'Ростовская', 'Domodedovsky')
    >>> adjective("Харківської", "f"), adjective("Chornukhynskyi", "m"), adjective("Rostovskaia", "")
    ('Харківська', 'Chornukhynskyi', 'Rostovskaya')
    """
    head, _, last = specific.rpartition(" ")
    root, ending = _cut(last)
    if not root:
        return specific
    if script_of(root) == "Cyrl":
        endings = _SOFT_NOMINATIVE if root.endswith(_SOFT) else _NOMINATIVE
        return f"{head} {root}{endings.get(gender, 'ий')}".strip()
    usual = ending if ending in _SHORT else _LATIN_NOMINATIVE[_endings().genders.get(ending, "m") or "m"]
    return f"{head} {root.replace(chr(39), '')}{usual}".strip()


def owners(specific: str) -> tuple[str, ...]:
    """What a place may be called of which a sea or land is told to be, by an adjective or in the genitive.

    >>> owners("Крымский"), owners("Suezi"), owners("Kauno"), owners("Homs")
    (('Крым', 'Крыма'), ('Suez',), ('Kaun', 'Kaunas'), ())
    """
    low, found = specific.lower(), dict[str, None]()
    for ending, others in _endings().of:
        if low.endswith(ending) and len(low) - len(ending) >= _LEAST_ROOT:
            found |= dict.fromkeys(specific[: -len(ending)] + other for other in others)
    return tuple(found)


@remembered(4096)
def nominatives(text: str, led: bool = False) -> tuple[str, ...]:
    """What a Cyrillic name in an oblique case may be in the nominative, the text itself first.

    `led`: behind a preposition; by themselves Кузнеці and Солонці are many, as they stand.

    >>> nominatives("Москве")[:3], "Нижний Новгород" in nominatives("Нижнем Новгороде")
    (('Москве', 'Москв', 'Москва'), True)
    """
    cells, endings = [], _endings().led if led else _endings().cases
    for at, part in enumerate(text.split(" ")):
        word, joint, rest = part.partition("-") if at == 0 and "-на-" in part.lower() else (part, "", "")
        cells.append([form + joint + rest for form in _word_nominatives(word, endings)])
    return tuple(dict.fromkeys(islice((" ".join(words) for words in product(*cells)), _COMBINATIONS * 4)))


@remembered(4096)
def western(text: str) -> tuple[str, ...]:
    """What a Latin name in a case of Poles or Czechs may be in the nominative, the text itself first.

    >>> western("Bachmutem"), western("Charkově")
    (('Bachmutem', 'Bachmut', 'Bachmuto'), ('Charkově', 'Charkov', 'Charkova', 'Charkovo'))
    """
    cells = [_word_nominatives(word, _endings().west) for word in text.split(" ")]
    return tuple(dict.fromkeys(islice((" ".join(words) for words in product(*cells)), _COMBINATIONS * 4)))


def _word_nominatives(word: str, endings: tuple[tuple[str, tuple[str, ...]], ...]) -> list[str]:
    """The nominatives of one word, itself first."""
    forms = [word]
    for ending, nominative in endings:
        if word.endswith(ending) and len(word) > len(ending) + 2:
            forms += [word[: -len(ending)] + other for other in nominative]
    return list(dict.fromkeys(forms))


def written(native: str, ukrainian: bool = False) -> str:
    """A Cyrillic name no table has, as newspapers write it in English; a Ukrainian one as Ukraine does.

    `ukrainian`: a word of it is told to be so, beside its letters.

    >>> written("Красный Рассвет"), written("Верхній Вербіж")
    ('Krasny Rassvet', 'Verkhnii Verbizh')
    """
    latin = romanize(native, _UKRAINE if _is_ukrainian(native.lower(), ukrainian) else RUSSIAN_PRESS)
    return " ".join(latin.split())  # a sign that has no sound leaves no blanks


def _is_ukrainian(low: str, told: bool) -> bool:
    """True for a Cyrillic name with letters or an ending of Ukrainian, and no letter that it lacks."""
    told = told or not _UKRAINIAN.isdisjoint(low) or _SOFT_ADJECTIVE.search(low) is not None
    return told and _NO_UKRAINIAN.isdisjoint(low)


def nominative(text: str) -> str:
    """The nominative of a Cyrillic name that no table has, by the dictionary of Russian.

    Loads pymorphy3; for a name after a preposition only.

    >>> nominative("Красном Рассвете"), nominative("Зареченске")
    ('Красный Рассвет', 'Зареченск')
    """
    return " ".join(_dictionary_nominative(word) for word in text.split())


def _dictionary_nominative(word: str) -> str:
    """The nominative of one word, in the number and gender it has."""
    readings = [
        reading
        for reading in _morphology().parse(word)
        if reading.tag.POS in ("NOUN", "ADJF") and reading.tag.case not in (None, "nomn", "voct")
    ]
    if not readings:
        return word
    inflected = readings[0].inflect({"nomn"})
    return capitalise(inflected.word) if inflected and word[:1].isupper() else word


@once
def _morphology() -> Any:
    """The analyser of Russian, loaded when first needed."""
    from pymorphy3 import MorphAnalyzer

    return MorphAnalyzer()
