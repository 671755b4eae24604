"""What one word of a Russian, Ukrainian or Belarusian name may be in a case: the endings taken off again.

The endings are rows of `person/*/ending`; the words they leave are checked against the tables, the
lexicon of pymorphy3's names, and what nominatives may look like.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from translit.compiled import letterwise
from translit.languages import slavic
from translit.memory import once, remembered
from translit.person.names import Given, by_bones, natives
from translit.person.skeleton import skeleton
from translit.person.slavic.evidence import gender_of_surname
from translit.person.slavic.shape import shape
from translit.quick import untracked
from translit.sounds.hot import Lines, lines
from translit.tables import Tables
from translit.text.clean import fold
from translit.text.cyrillic import CONSONANTS, HUSHES, TO_PLAIN_RUSSIAN, VELARS, VOWELS

__all__ = [
    "ADJECTIVE",
    "CASES",
    "IN_INA",
    "LADY",
    "MAN",
    "UNKNOWN",
    "WOMAN",
    "Analysis",
    "analyses",
    "ends_of",
    "every_end",
    "fathered",
    "given_worth",
    "is_listed",
    "is_of",
    "is_of_given",
    "is_surname",
    "is_unchanged",
    "no_surnames",
    "possessives",
    "surname_worth",
    "tongues",
]

_LEXICON = "person/ru/lexicon"
CASES = ("gent", "datv", "ablt", "accs", "loct")
_DECLINED, _GENDERS = "spelling/ru/declined", "spelling/ru/genders"
_POSSESSIVE_CASES = ("ой", "ою", "у", "ої", "ій", "ай", "аю")
_NOMINATIVES = CONSONANTS + "аяоўіы"  # о is Ukrainian: Петро, Шевченко; the last three are Belarusian
_NEVER = {"be": frozenset("ищъ")}  # letters that a language has not
_NEVER_LAST = {
    "be": ("в",),
    "uk": tuple(f"{one}ь" for one in "рбпвмфжчшщкгх"),
}  # and ends of none of its words
_NAMED = ("given", "patronymic")
_LONGEST = 6  # letters of a case ending
_in_russian = letterwise(lambda text: text.translate(TO_PLAIN_RUSSIAN))  # a neighbour's Рінат
_LEAST = 2
_CLIP = 6.0
_LISTED = 2.5  # of a surname in the lexicon
_OF_WIFE = 2.0  # what such a form of a listed surname loses as one of its own
_AGREES, _CLASHES = 1.0, -6.0  # a surname's ending and the bearer's gender
_ROW, _SHORT, _RARE = 2.0, 1.0, 1.2  # a usual given name, a short or foreign one, one hardly ever borne
_LISTED_ONLY, UNKNOWN = -2.0, -99.0  # a given name of the lexicon only, and none at all
_LADYS = ("ской", "цкой")
_HARDLY = -4.0  # a surname that seems to stand in another case
_OF_GEORGIANS = "ава"  # though Belarusian women's end so
_OF_MEN = ("ов", "ев", "ёв", "ий", "ый", "ой", "ай", "ей")  # surnames of no woman
_IN_O = ("ко", "ило", "йло")  # … of men: Решетило
_OF_KA = "нкі", "шкі", "чкі", "жкі"  # no adjectives, but cases: Касцюшкі
_OF_NOUNS, _OF_FATHERS = ("ові", "еві", "єві"), ("ов", "ев", "єв", "овь", "евь")  # a dative, and no locative
_OF_MEN_IN_A = ("энк", "чанк", "шанк", "жанк", "янк")  # Лукашэнка


IN_INA = ("ини", "ины", "ыны", "іни", "іны")  # a genitive of nouns: Тичини, Скарыны
STILL, ADJECTIVE, MAN, WOMAN, LADY = "still", "adjective", "man", "woman", "lady"


class Analysis(NamedTuple):
    """What one word may be: a role, a gender, a case, and its nominative."""

    role: str
    gender: str
    case: str
    nominative: str


@once
def tongues(tables: Tables) -> tuple[str, ...]:
    """The languages of the family whose case endings the tables know, Russian first."""
    known = tables.names("person")
    return tuple(one for one in slavic(tables) if f"person/{one}/ending" in known)


class _Ending(NamedTuple):
    """A case ending: what it leaves when it is taken off, of which genders and cases."""

    native: str
    pair: str
    role: str
    genders: tuple[str, ...]
    cases: tuple[str, ...]
    of_adjectives: bool  # -ый or -ий of a Russian surname


@lru_cache(maxsize=16)
def _endings(tables: Tables, tongue: str, surnames: bool) -> dict[str, tuple[_Ending, ...]]:
    """The case endings of a language by their letters, those of surnames among them or not."""
    found: dict[str, tuple[_Ending, ...]] = {}
    for row in tables.rows(f"person/{tongue}/ending"):
        if row["case"] and (surnames or row["role"] in _NAMED):
            genders = ("m", "f") if row["gender"] == "mf" else (row["gender"],)
            adjective = row["role"] == "surname" and tongue == "ru" and row["pair"] in ("ый", "ий")
            made = _Ending(row.native, row["pair"], row["role"], genders, row.many("case"), adjective)
            found[row.native] = (*found.get(row.native, ()), made)
    return found


@lru_cache(maxsize=16)
def ends_of(tables: Tables, *says: str) -> tuple[str, ...]:
    """The ends of surnames by which they stand in a case, or in none, as rows say.

    >>> from translit.tables import built_in
    >>> "ову" in ends_of(built_in(), MAN), "их" in ends_of(built_in(), STILL)
    (True, True)
    """
    return tuple([row["end"] for row in tables.rows(_DECLINED) if row["says"] in says])


@once
def possessives(tables: Tables) -> tuple[str, ...]:
    """How women's surnames end that are their husbands' and an а, as are his in the genitive: Петрова."""
    return tuple([row["woman"] for row in tables.rows(_GENDERS) if row["woman"] == row["man"] + "а"])


@lru_cache(maxsize=8)
def _ends(tables: Tables, tongue: str) -> tuple[str, ...]:
    """The letters of the case endings of given names and patronymics."""
    return tuple(_endings(tables, tongue, False))


@once
def every_end(tables: Tables) -> tuple[str, ...]:
    """The same of all languages of the family."""
    return tuple(dict.fromkeys([end for tongue in tongues(tables) for end in _ends(tables, tongue)]))


@once
def _kinds(tables: Tables) -> Lines:
    """The words of the lexicon, with what each may be."""
    return lines(tables.encoded(_LEXICON) if _LEXICON in tables.names("person") else b"")


def _restored(
    word: str, endings: Mapping[str, Iterable[_Ending]], tables: Tables
) -> Iterator[tuple[_Ending, str]]:
    """Every way to take a case ending off a word, with the nominative it leaves: a known given name."""
    for size in range(1, min(_LONGEST, len(word)) + 1):
        for ending in endings.get(word[-size:], ()):
            restored, least = word[:-size] + ending.pair, _LEAST
            if ending.role == "given":
                if not _may_be_given(restored, tables):
                    continue
                least -= 1
            fits = not ending.of_adjectives or _is_adjective(ending, restored)
            if fits and len(restored) > least and _is_word(restored):
                yield ending, restored


def _may_be_given(word: str, tables: Tables) -> bool:
    """May a small word be a given name: do rows write it, or has the lexicon it?"""
    if fold(word) in natives(tables) or word in _kinds(tables) or bool(tables.own):
        return True
    plain = _in_russian(word)
    return plain != word and fold(plain) in natives(tables)


def _is_word(text: str) -> bool:
    """True for a word that ends as nominatives do: й after a vowel, ь or a fleeting vowel after none."""
    if text.endswith(("ок", "ец", "ець")):
        at = text.rindex("ц") - 1 if "ц" in text[-2:] else -2
        return text[:at].endswith(tuple(CONSONANTS)) or text.endswith(("аец", "єць"))
    last, before = text[-1], text[-2:-1]
    if last in "йь":
        return before != "" and before in (CONSONANTS if last == "ь" else VOWELS)
    if last == "я" and before and before in VELARS:
        return False
    return last in _NOMINATIVES


def _is_neighbours(ending: _Ending, text: str) -> bool:
    """Is -и of -а after a hard consonant, as Russian has it after velars and hushes alone: Нани?"""
    return ending.native == "и" and ending.pair == "а" and text[-2:-1] not in VELARS + HUSHES


def _is_adjective(ending: _Ending, text: str) -> bool:
    """False for a Russian adjective in -ый after к or in -ий after т: Белый, but Дикий and Горячий."""
    before = text[-3:-2]
    if ending.pair == "ый":
        return not before or before not in VELARS + HUSHES
    return before != "" and (before in VELARS or (before in HUSHES + "н" and ending.native[0] in "еи"))


@remembered(16384)
def analyses(word: str, tongue: str, tables: Tables) -> tuple[Analysis, ...]:
    """Everything a lower-case Cyrillic word may be in a case other than the nominative."""
    if tongue in _NEVER and not _NEVER[tongue].isdisjoint(word):
        return ()
    return _analysed(word, tongue, True, tables)


@remembered(16384)
def no_surnames(word: str, tongue: str, tables: Tables) -> tuple[Analysis, ...]:
    """The same without the surnames, which point to no case by themselves: most words end like one."""
    if not word.endswith(_ends(tables, tongue)) or (tongue in _NEVER and not _NEVER[tongue].isdisjoint(word)):
        return ()
    return _analysed(word, tongue, False, tables)


def _analysed(word: str, tongue: str, surnames: bool, tables: Tables) -> tuple[Analysis, ...]:
    """What a word may be by the case endings of a language, those of surnames among them or not."""
    found: list[Analysis] = []
    never = _NEVER_LAST.get(tongue, ())
    for ending, restored in _restored(word, _endings(tables, tongue, surnames), tables):
        if restored.endswith(never) or (tongue == "ru" and _is_neighbours(ending, restored)):
            continue
        role, genders = ending.role, ending.genders
        if role == "given":
            genders = tuple([gender for gender in genders if given_worth(restored, gender, tables) > UNKNOWN])
        elif role == "patronymic":
            genders = genders if len(word) > _LONGEST + 1 else ()
        else:
            genders = tuple([one for one in genders if not _is_misdeclined(word, restored, one, tables)])
        for gender in genders:
            for case in ending.cases:
                found.append(untracked(Analysis(role, gender, case, restored)))
    return tuple(dict.fromkeys(found))


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
    elif word.endswith(_LADYS) and not is_surname(word, "m", tables):  # Крупской is no Трубецкой
        surname += _HARDLY / 2
    told = _told_gender(word, gender, tables)
    genders = "mf" if word.endswith(ends_of(tables, STILL)) else gender
    listed = any(is_surname(word, one, tables) for one in genders)
    if not listed and word.endswith(ends_of(tables, WOMAN)) and is_surname(word[:-2], "m", tables):
        surname -= _OF_WIFE
    return surname + (_LISTED if listed else 0.0) + (_AGREES if told == gender else _CLASHES if told else 0.0)


def _told_gender(word: str, gender: str, tables: Tables) -> str:
    """The gender that a Cyrillic surname tells, "" of a man's where it may be a Georgian's: Окуджава.

    Nor does one tell it of whom a row knows so: Коллонтай.
    """
    either = word.endswith(_OF_GEORGIANS if gender == "m" else "ій")  # Палій
    told = "" if either else gender_of_surname(word, tables)
    return "" if told != gender and is_listed(word, gender, tables) else told


def fathered(word: str, tables: Tables) -> bool:
    """True for a patronymic in an oblique case."""
    return any(
        found.role == "patronymic"
        for tongue in tongues(tables)
        for found in no_surnames(word, tongue, tables)
    )


def is_of_given(word: str, tables: Tables) -> bool:
    """True for a given name in an oblique case."""
    return any(
        found.role == "given" for tongue in tongues(tables) for found in no_surnames(word, tongue, tables)
    )


def is_unchanged(word: str, gender: str, tables: Tables) -> bool:
    """True for a surname that no case changes: Шевченко, Черных, a woman's that ends in a consonant."""
    if word.endswith(ends_of(tables, STILL)):
        return not word.endswith((*ends_of(tables, ADJECTIVE), *_OF_KA))
    if gender != "f" or word[-1] not in CONSONANTS + "ьй":
        return False
    return is_listed(word, gender, tables) or not word.endswith(_OF_MEN)


def _is_misdeclined(word: str, text: str, gender: str, tables: Tables) -> bool:
    """True where a surname in -ов or -ин would have been declined as a noun or an adjective."""
    own, never, soft = _misdeclined(tables)
    if word.startswith(text) and word.endswith(_whole_ends(tables)):  # Бяляцкаму is of no Бяляцкам
        return True
    in_o = text[-1] == "о" and word[-1] != "о" and not text.endswith(_IN_O)
    in_o = in_o or (text.endswith("ко") and text[-3:-2] in VOWELS)
    if in_o and not is_surname(text, "m", tables):  # few end so: Махно, Кличко
        return True
    if word.endswith(_OF_NOUNS) and text.endswith(_OF_FATHERS):  # Жаданові is of Жадан
        return True
    if word == f"{text}ем" and text[-1] not in HUSHES + "цр":  # Довганем is of Довгань
        return True
    if word.endswith("ої") and text.endswith("оя"):  # Безуглої is of Безугла
        return True
    if text.endswith(own):  # but Тичини is of Тичина
        if word.endswith(IN_INA):
            return False
        return gender == "m" or not word.endswith(_POSSESSIVE_CASES)
    if word.endswith("еня") and text.endswith("ень"):  # as of few: Оленя
        return not is_surname(text, "m", tables)
    if text.endswith(never):
        return not word.endswith(ends_of(tables, ADJECTIVE))
    return text.endswith(soft)


@once
def _whole_ends(tables: Tables) -> tuple[str, ...]:
    """The ends of adjectives in a case that are one ending, of whatever letters: скаму."""
    return tuple([end for end in ends_of(tables, MAN, LADY) if end.startswith(("ск", "цк", "сь", "ць"))])


@once
def _misdeclined(tables: Tables) -> tuple[tuple[str, ...], ...]:
    """The ends of women's surnames in -ова and -ина; those that no adjective has, and no noun."""
    own = possessives(tables)
    stems = [end[:-1] for end in own]
    never = tuple([stem + more for stem in stems for more in ("ая", "ой", "ый")])
    return (
        own,
        never,
        (*(stem + "я" for stem in stems), "енок", "энок", "чанок", "шанок", "енк", *_OF_MEN_IN_A),
    )
