"""What a word in the nominative is worth as a Slav's given name or surname: by the tables, by its shape."""

from __future__ import annotations

from translit.compiled import letterwise
from translit.memory import once, remembered
from translit.person.names import Given, by_bones, natives
from translit.person.shape import shape
from translit.person.skeleton import skeleton
from translit.person.slavic.declined import ADJECTIVE, HIS, LADY, MAN, STILL, WOMAN, ends_of
from translit.person.slavic.gender import gender_of_surname
from translit.person.surname import ends, family
from translit.sounds.loops import Lines, lines
from translit.tables import Tables
from translit.text.clean import fold
from translit.text.cyrillic import CONSONANTS, TO_PLAIN_RUSSIAN

__all__ = [
    "UNKNOWN",
    "given_worth",
    "is_anyones",
    "is_listed",
    "is_of",
    "is_surname",
    "is_unchanged",
    "may_be_given",
    "surname_worth",
]

_LEXICON = "person/ru/lexicon"
_in_russian = letterwise(lambda text: text.translate(TO_PLAIN_RUSSIAN))  # a neighbour's Рінат
_CLIP = 6.0
_LISTED = 2.5  # of a surname in the lexicon
_OF_WIFE = 2.0  # what such a form of a listed surname loses as one of its own
_AGREES, _CLASHES = 1.0, -6.0  # a surname's ending and the bearer's gender
_ROW, _SHORT, _RARE = 2.0, 1.0, 1.2  # a usual given name, a short or foreign one, one hardly ever borne
_LISTED_ONLY, UNKNOWN = -2.0, -99.0  # a given name of the lexicon only, and none at all
_HARDLY = -4.0  # a surname that seems to stand in another case
_OF_GEORGIANS = "ава"  # though Belarusian women's end so
_OF_KA = "нкі", "шкі", "чкі", "жкі"  # no adjectives, but cases: Касцюшкі


@once
def _kinds(tables: Tables) -> Lines:
    """The words of the lexicon, with what each may be."""
    return lines(tables.encoded(_LEXICON) if _LEXICON in tables.names("person") else b"")


def may_be_given(word: str, tables: Tables) -> bool:
    """May a small word be a given name: do rows write it, or has the lexicon it?"""
    if fold(word) in natives(tables) or word in _kinds(tables) or bool(tables.own):
        return True
    plain = _in_russian(word)
    return plain != word and fold(plain) in natives(tables)


@remembered(16384)
def _known(word: str, tables: Tables) -> tuple[Given, ...]:
    """The rows of the given name spelt so."""
    wanted = fold(word)
    if wanted not in natives(tables):
        plain = _in_russian(wanted)
        wanted, word = (plain, plain) if plain in natives(tables) else (wanted, word)
    if wanted not in natives(tables) and not tables.own:
        return ()
    hits = by_bones(skeleton(word), tables)
    return tuple(
        hit for hit in hits if wanted in {fold(text) for text in (hit.row.native, *hit.row.many("cyrillic"))}
    )


@remembered(16384)
def given_worth(word: str, gender: str, tables: Tables) -> float:
    """How well a nominative is known as the given name of a man or a woman, UNKNOWN where it is not."""
    kinds = _kinds(tables).get(word)
    listed = kinds is not None and not {f"g{gender}", "gx"}.isdisjoint(kinds.split())
    best = _LISTED_ONLY if listed else UNKNOWN
    for hit in _known(word, tables):
        if gender in hit.row["gender"]:
            base = _SHORT if hit.tier in ("short", "foreign") else _ROW if hit.common else _RARE
            best = max(best, base + hit.common)
    return best


@once
def _rows(tables: Tables) -> dict[str, str]:
    """The surnames that rows write, with the genders of those who bear them: Рахмон, Кара-Мурза."""
    return {fold(row.native): row["gender"] for row in tables.rows("person/ru/surname")}


def is_surname(word: str, gender: str, tables: Tables) -> bool:
    """True for the surname of a man or a woman that a row or the lexicon has."""
    kinds = (_kinds(tables).get(word) or "").split()
    return is_listed(word, gender, tables) or f"s{gender}" in kinds or "sx" in kinds


def is_anyones(word: str, tables: Tables) -> bool:
    """True for such a surname of a man, or of the woman beside him: Навальная."""
    return any(is_surname(one, gender, tables) for one in (word, family(word)) for gender in "mf")


def is_listed(word: str, gender: str, tables: Tables) -> bool:
    """True for the surname of a man or a woman that a row writes."""
    return gender in _rows(tables).get(word, "")


@remembered(16384)
def is_of(word: str, tongue: str, tables: Tables) -> bool:
    """True for the given name of a language's own table."""
    return any(hit.tier == tongue for hit in _known(word, tables))


@remembered(16384)
def surname_worth(word: str, gender: str, tables: Tables) -> float:
    """How well a nominative looks as the surname of a man or a woman."""
    surname = max(-_CLIP, min(_CLIP, shape(word, tables)[0])) / 2
    if word.endswith(ends_of(tables, ADJECTIVE, MAN)):
        surname += _HARDLY
    elif word.endswith(_in_either(tables)) and not is_surname(word, "m", tables):  # Крупской is no Трубецкой
        surname += _HARDLY / 2
    told = _told_gender(word, gender, tables)
    genders = "mf" if word.endswith(ends_of(tables, STILL)) else gender
    listed = any(is_surname(word, one, tables) for one in genders)
    if not listed and told == gender == "f":  # Рахмонова, of Рахмонов
        listed = is_surname(family(word), "m", tables)
    if not listed and word.endswith(ends_of(tables, WOMAN)) and is_surname(word[:-2], "m", tables):
        surname -= _OF_WIFE
    return surname + (_LISTED if listed else 0.0) + (_AGREES if told == gender else _CLASHES if told else 0.0)


@once
def _in_either(tables: Tables) -> tuple[str, ...]:
    """The ends of a lady's surname in a case that men's have in the nominative: Крупской, Трубецкой."""
    mens = ends("Cyrl", "end", tables)
    return tuple([end for end in ends_of(tables, LADY) if end in mens])


def _told_gender(word: str, gender: str, tables: Tables) -> str:
    """The gender that a Cyrillic surname tells, "" of a man's where it may be a Georgian's: Окуджава.

    Nor does one tell it of whom a row knows so: Коллонтай.
    """
    either = word.endswith(_OF_GEORGIANS if gender == "m" else "ій")  # Палій
    told = "" if either else gender_of_surname(word, tables)
    return "" if told != gender and is_listed(word, gender, tables) else told


def is_unchanged(word: str, gender: str, tables: Tables) -> bool:
    """True for a surname that no case changes: Шевченко, Черных, a woman's that ends in a consonant."""
    if word.endswith(ends_of(tables, STILL)):
        return not word.endswith((*ends_of(tables, ADJECTIVE), *_OF_KA))
    if gender != "f" or word[-1] not in CONSONANTS + "ьй":
        return False
    return is_listed(word, gender, tables) or not word.endswith(ends_of(tables, HIS))
