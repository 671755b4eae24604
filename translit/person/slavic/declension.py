"""What one word of a Russian, Ukrainian or Belarusian name may be in a case: the endings taken off again.

The endings are rows of `person/*/ending`; the words they leave are checked against the tables, the
lexicon of pymorphy3's names, and what nominatives may look like.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from translit.languages import slavic
from translit.memory import lasting, once, remembered
from translit.patterns import ending as ends_in
from translit.person.slavic.declined import ADJECTIVE, LADY, MAN, ends_of, possessives
from translit.person.slavic.worth import UNKNOWN, given_worth, is_surname, may_be_given
from translit.quick import untracked
from translit.tables import Tables
from translit.text.cyrillic import CONSONANTS, HUSHES, VELARS, VOWELS

__all__ = [
    "CASES",
    "IN_INA",
    "Analysis",
    "analyses",
    "every_end",
    "fathered",
    "is_of_given",
    "no_surnames",
    "tongues",
]

CASES = ("gent", "datv", "ablt", "accs", "loct")
_POSSESSIVE_CASES = ("ой", "ою", "у", "ої", "ій", "ай", "аю")
_NOMINATIVES = CONSONANTS + "аяоўіы"  # о is Ukrainian: Петро, Шевченко; the last three are Belarusian
_NAMED = ("given", "patronymic")
_LONGEST = 6  # letters of a case ending
_LEAST = 2
_IN_O = ("ко", "ило", "йло")  # … of men: Решетило
_OF_NOUNS, _OF_FATHERS = ("ові", "еві", "єві"), ("ов", "ев", "єв", "овь", "евь")  # a dative, and no locative
_OF_MEN_IN_A = ("энк", "чанк", "шанк", "жанк", "янк")  # Лукашэнка


IN_INA = ("ини", "ины", "ыны", "іни", "іны")  # a genitive of nouns: Тичини, Скарыны


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


@lasting(16)
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


@lasting(8)
def _ends(tables: Tables, tongue: str) -> Callable[[str], bool]:
    """What finds a case ending of given names and patronymics."""
    return ends_in(_endings(tables, tongue, False))


class _Never(NamedTuple):
    """What no word of a language has: letters, and ends."""

    letters: frozenset[str]
    ends: tuple[str, ...]


_NOTHING = _Never(frozenset(), ())


@once
def _never(tables: Tables) -> dict[str, _Never]:
    """What no word of each language has, as rows say."""
    found: dict[str, list[str]] = {}
    for row in tables.rows("spelling/ru/never"):
        found.setdefault(row["language"], []).append(row["never"])
    return {
        tongue: _Never(
            frozenset([one for one in never if one[-1] != "$"]),
            tuple([one.removesuffix("$") for one in never if one[-1] == "$"]),
        )
        for tongue, never in found.items()
    }


def _is_anothers(word: str, tongue: str, tables: Tables) -> bool:
    """Has a word a letter that a language has not?"""
    never = _never(tables).get(tongue)
    return never is not None and not never.letters.isdisjoint(word)


@once
def every_end(tables: Tables) -> Callable[[str], bool]:
    """The same of all languages of the family."""
    return ends_in([end for tongue in tongues(tables) for end in _endings(tables, tongue, False)])


def _restored(
    word: str, endings: Mapping[str, Iterable[_Ending]], tables: Tables
) -> Iterator[tuple[_Ending, str]]:
    """Every way to take a case ending off a word, with the nominative it leaves: a known given name."""
    for size in range(1, min(_LONGEST, len(word)) + 1):
        for ending in endings.get(word[-size:], ()):
            restored, least = word[:-size] + ending.pair, _LEAST
            if ending.role == "given":
                if not may_be_given(restored, tables):
                    continue
                least -= 1
            fits = not ending.of_adjectives or _is_adjective(ending, restored)
            if fits and len(restored) > least and _is_word(restored):
                yield ending, restored


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
    return () if _is_anothers(word, tongue, tables) else _analysed(word, tongue, True, tables)


@remembered(16384)
def no_surnames(word: str, tongue: str, tables: Tables) -> tuple[Analysis, ...]:
    """The same without the surnames, which point to no case by themselves: most words end like one."""
    if not _ends(tables, tongue)(word) or _is_anothers(word, tongue, tables):
        return ()
    return _analysed(word, tongue, False, tables)


def _analysed(word: str, tongue: str, surnames: bool, tables: Tables) -> tuple[Analysis, ...]:
    """What a word may be by the case endings of a language, those of surnames among them or not."""
    found: list[Analysis] = []
    never = _never(tables).get(tongue, _NOTHING).ends
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
