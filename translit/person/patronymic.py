"""Patronymics: made from a father's name, reduced to it, and known by their endings.

A patronymic tells whose son or daughter a person is: Сергей → Сергеевич, Сергеевна.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from translit.languages import nations
from translit.memory import remembered
from translit.nouns import Row
from translit.person import printed
from translit.person import skeleton as skeletons
from translit.person.names import commonness, fathers, givens, same_name, spellings, vowels_agree
from translit.person.printed import consonants, vowels_apart
from translit.person.skeleton import skeleton
from translit.quick import quick
from translit.romanization import Speller, any_spells, is_spelt, latin_schemes, romanize, spellers
from translit.tables import Tables, built_in
from translit.text.case import capitalise
from translit.text.clean import fold
from translit.text.script import script_of

__all__ = [
    "Ending",
    "Patronymic",
    "father",
    "filiation",
    "filiations",
    "in_tongue",
    "is_ending_of",
    "is_of",
    "made_in",
    "patronymic",
    "recognise",
    "sounds_russian",
    "tongues_of",
]

Gender = Literal["m", "f"]

_GENDERS: tuple[Gender, Gender] = ("m", "f")
_RUSSIAN = ("press-en-ru", "icao-9303-ru", "press-de-ru", "press-fr-ru")
_ACUTE = "\N{COMBINING ACUTE ACCENT}"
_SOFTENED = ("нт",)  # two consonants that still take the soft sign: Терентий, Терентьевич
_SOFTLY = re.compile("ь(?=ев(?:ич|на)$)")
_MISSPELT = re.compile("еевич$")  # Сергейвич
_DROPPED = "аяо"  # the end of a father's name that languages drop in different ways
_VOWELS = re.compile("[aeiouy]")
_VELARS = "гкх"
_HUSHES = "жшчщц"
_CONSONANTS = "бвгджзклмнпрстфхцчшщ"
_LEAST_STEM = 2
_LEAST_ENDING = 4  # a shorter ending makes a patronymic only of a known father


@dataclass(frozen=True, slots=True)
class Ending:
    """An ending of patronymics as a skeleton, with the gender it tells."""

    bones: str
    gender: Gender
    row: Row


@quick
@dataclass(frozen=True, slots=True)
class Patronymic:
    """What a word is as a patronymic: its gender, the father's row if known, the native form."""

    gender: Gender
    ending: Row
    father: Row | None
    native: str | None


@lru_cache(maxsize=4)
def _endings(tables: Tables) -> tuple[tuple[Ending, ...], tuple[str, ...]]:
    """The patronymic endings of the tables, the longest first, and all their skeletons."""
    found: dict[tuple[str, str], Ending] = {}
    for row in tables.rows("person/ru/ending"):
        if row["role"] == "patronymic" and not row["case"]:
            gender: Gender = "f" if row["gender"] == "f" else "m"
            for bones in {skeleton(text) for text in (row.native, row.canonical, *row.many("also"))}:
                found.setdefault((bones, gender), Ending(bones, gender, row))
    longest = sorted(found.values(), key=lambda ending: -len(ending.bones))
    return tuple(longest), tuple({ending.bones for ending in longest})


@lru_cache(maxsize=4)
def filiations(tables: Tables) -> dict[str, Row]:
    """The words that make a patronymic of the name before them (oglu, kyzy), folded."""
    rows = (row for row in tables.rows("person/ru/ending") if row["role"] == "filiation")
    return {fold(text): row for row in rows for text in (row.native, row.canonical, *row.many("also"))}


def _language(row: Row) -> str:
    return row.table.split("/")[1] if "/" in row.table else "ru"


def _made(father: str, gender: Gender, language: str) -> str:
    """A patronymic by the rules of a language, from a name in lower-case Cyrillic without stress."""
    man = gender == "m"
    last, stem = father[-1], father[:-1]
    if language == "uk":
        if last == "й":
            return stem + ("йович" if man else "ївна")
        if last == "ь":
            return stem + ("ьович" if man else "івна")
        return (stem if last in "оа" else father) + ("ович" if man else "івна")
    if language == "be":
        if last == "й":
            return stem + ("евіч" if man else "еўна")
        if last == "ь":
            return stem + ("евіч" if man else "еўна")
        return (stem if last in "оа" else father) + ("авіч" if man else "аўна")
    if father.endswith("ий"):
        stem = father[:-2]
        firm = stem[-1:] in _VELARS or (
            len(stem) > 1
            and stem[-1] in _CONSONANTS
            and stem[-2] in _CONSONANTS
            and stem[-2:] not in _SOFTENED
        )
        return stem + ("и" if firm else "ь") + ("евич" if man else "евна")
    if last in "йь":
        return stem + ("евич" if man else "евна")
    if last == "о":
        return stem + ("ович" if man else "овна")
    if last in "ая" and language == "ru":
        return stem + ("ич" if man else "ична")
    if last in _HUSHES or last not in _CONSONANTS:
        return father + ("евич" if man else "евна")
    return father + ("ович" if man else "овна")


@remembered(16384)
def _of_row(row: Row, gender: Gender) -> str:
    written = row.many("patronymic")
    if len(written) == 2:
        return written[gender == "f"].replace(_ACUTE, "")
    return capitalise(_made(row.native.replace(_ACUTE, "").lower(), gender, _language(row)))


def patronymic(father: str, gender: Gender = "m", *, tables: Tables | None = None) -> str:
    """The patronymic of a father's name, in the script the name is written in.

    >>> patronymic("Сергей"), patronymic("Илья", "f"), patronymic("Yuri")
    ('Сергеевич', 'Ильинична', 'Yuryevich')
    """
    tables = tables or built_in()
    cyrillic = script_of(father) == "Cyrl"
    row = next((hit.row for hit in givens(father, tables) if hit.row["gender"] != "f"), None)
    if row is not None:
        native = _of_row(row, gender)
        return native if cyrillic else romanize(native, "press-en-ru", tables=tables)
    if cyrillic:
        return capitalise(_made(father.replace(_ACUTE, "").lower(), gender, "ru"))
    vowel = father[-1:].lower() in "aeiouy"
    return father + (("y" if vowel else "o") + "vich" if gender == "m" else ("ye" if vowel else "o") + "vna")


def father(text: str, *, tables: Tables | None = None) -> str | None:
    """The father's name a patronymic was made from, None where the word is no patronymic.

    >>> father("Юрьевич"), father("Ильинична"), father("Sergeevna"), father("Иванов")
    ('Юрий', 'Илья', 'Sergey', None)
    """
    tables = tables or built_in()
    found = recognise(text, tables)
    if found is None:
        return None
    cyrillic = script_of(text) == "Cyrl"
    if found.father is not None:
        return found.father.native.replace(_ACUTE, "") if cyrillic else found.father.canonical
    return _guessed(text)


def _guessed(text: str) -> str | None:
    """A father's name no table has, by the rule read backwards."""
    for end, put in (
        ("ьевич", "ий"),
        ("ьевна", "ий"),
        ("овна", ""),
        ("ович", ""),
        ("евич", "й"),
        ("евна", "й"),
        ("івна", ""),
        ("yevich", "y"),
        ("yevna", "y"),
        ("evich", "y"),
        ("evna", "y"),
        ("ovich", ""),
        ("ovna", ""),
    ):
        if text.lower().endswith(end):
            return text[: -len(end)] + put
    return None


def recognise(word: str, tables: Tables) -> Patronymic | None:
    """What a word is as a patronymic, in any script and convention; None where it is none.

    A form whose father is known is sure; an ending alone may be a surname's (Рабинович).

    >>> recognise("Sergejewitsch", built_in()).native
    'Сергеевич'
    """
    if not skeleton(word).endswith(_endings(tables)[1]) and " " not in word and "-" not in word:
        return None  # as most words are
    return _recognised(word, tables)


@remembered(8192)
def _recognised(word: str, tables: Tables) -> Patronymic | None:
    """What a word is as a patronymic that ends as one, or is of several words."""
    bones = skeleton(word)
    joined = filiation(word, tables)
    if joined is not None:
        return Patronymic("f" if joined["gender"] == "f" else "m", joined, None, None)
    endings, every = _endings(tables)
    loose: Ending | None = None
    for ending in endings if bones.endswith(every) else ():
        if not bones.endswith(ending.bones) or len(bones) < len(ending.bones) + _LEAST_STEM:
            continue
        row = _father(word, ending.gender, bones, tables)
        if row is not None:
            return Patronymic(ending.gender, ending.row, row, _of_row(row, ending.gender))
        if len(ending.bones) >= _LEAST_ENDING:
            loose = loose or ending
    return Patronymic(loose.gender, loose.row, None, None) if loose else None


@lru_cache(maxsize=4)
def _fathers(tables: Tables) -> dict[str, tuple[tuple[str, int], ...]]:
    """The table and line of every father by gender and skeleton of his children's patronymic.

    A father who is spelt with an h for his г, as in Ukrainian and Belarusian, stands under both.
    """
    found: dict[str, tuple[tuple[str, int], ...]] = tables.kept(
        "patronymic", fathers(tables), (__file__, skeletons.__file__), lambda: _made_fathers(tables)
    )
    return found


def _made_fathers(tables: Tables) -> dict[str, tuple[tuple[str, int], ...]]:
    found: dict[str, list[tuple[str, int]]] = {}
    common = commonness(tables)
    for table in fathers(tables):
        for row in tables.rows(table):
            if row["gender"] != "f":
                genders: tuple[Gender, ...] = ("m", "f")
                breathed = any("h" in skeleton(text) for text in spellings(row))
                for gender in genders:
                    bones = {skeleton(form) for form in _forms(row, gender, tables)}
                    for spelt in bones | ({one.replace("g", "h") for one in bones} if breathed else set()):
                        found.setdefault(gender + spelt, []).append((table, row.line))
    for hits in found.values():
        hits.sort(key=lambda hit: -common(tables.row(*hit)))
    return {bones: tuple(hits) for bones, hits in found.items()}


@lru_cache(maxsize=4)
def _by_schemes(tables: Tables) -> dict[str, tuple[tuple[str, int], ...]]:
    """The same of those that a scheme of their language writes with another skeleton, by what it writes."""
    own = [f"schemes/{one}/{name}" for one in _written(tables) for name in latin_schemes(one, tables)]
    sources, code = [*fathers(tables), *own], (__file__, skeletons.__file__)
    found: dict[str, tuple[tuple[str, int], ...]] = tables.kept(
        "patronymic-schemes", sources, code, lambda: _made_by_schemes(tables)
    )
    return found


def _written(tables: Tables) -> tuple[str, ...]:
    """The languages whose schemes are asked."""
    return ("ru", *nations(tables))


def _made_by_schemes(tables: Tables) -> dict[str, tuple[tuple[str, int], ...]]:
    found: dict[str, list[tuple[str, int]]] = {}
    for language in _written(tables):
        table = f"person/{language}/given"
        for row in tables.rows(table) if table in fathers(tables) else ():
            for gender in _GENDERS if row["gender"] != "f" else ():
                form = _of_row(row, gender)
                texts = {fold(romanize(form, one, tables=tables)) for one in latin_schemes(language, tables)}
                for text in sorted(texts):
                    if skeleton(text) != skeleton(form):
                        found.setdefault(gender + text, []).append((table, row.line))
    return {text: tuple(hits) for text, hits in found.items()}


def _forms(row: Row, gender: Gender, tables: Tables) -> Iterator[str]:
    """The patronymic of a father, and as others spell it: misspelt, with another's ending, a в for ў."""
    form = _of_row(row, gender)
    yield form
    yield _MISSPELT.sub("ейвич", form)
    father, own = row.native.replace(_ACUTE, "").lower(), ("ru", *nations(tables))
    if _language(row) in own and father[-1] not in _DROPPED:
        for language in own:
            yield _made(father, gender, language)
    if _language(row) in nations(tables):
        yield form.replace("ўна", "вна")


def filiation(text: str, tables: Tables) -> Row | None:
    """The row of the oglu or kyzy that ends a patronymic of two words, None where none does."""
    if " " not in text and "-" not in text:
        return None
    pieces = text.replace("-", " ").split()
    return filiations(tables).get(fold(pieces[-1])) if len(pieces) > 1 else None


def _father(word: str, gender: Gender, bones: str, tables: Tables) -> Row | None:
    """The row of the father whose patronymic has this skeleton, the exact spelling first."""
    if script_of(word) == "Arab":
        return _father_printed(word, gender, tables)
    fitting = [tables.row(table, line) for table, line in _hits(word, gender, bones, tables)]
    if len(fitting) > 1:
        written = _written_so(fitting, gender, word, tables) or fitting
        return min(written, key=lambda row: _language(row) != "ru")
    return fitting[0] if fitting else None


def _written_so(rows: list[Row], gender: Gender, word: str, tables: Tables) -> list[Row]:
    """The rows of fathers whose patronymic is this word, or is written so by a usual scheme, or by any."""
    text = fold(word)
    forms = [(row, _of_row(row, gender)) for row in rows]
    if script_of(word) == "Cyrl":
        return [row for row, native in forms if fold(native) == text]
    for usual in (True, False):
        found = [row for row, native in forms if _is_written(native, text, _language(row), usual, tables)]
        if found:
            return found
    return []


@lru_cache(maxsize=4)
def _fathers_printed(tables: Tables) -> dict[str, list[tuple[str, int, str]]]:
    """The table, line and spelling in Arabic script of every patronymic, by gender and consonants."""
    code = (__file__, printed.__file__)
    found: dict[str, list[tuple[str, int, str]]] = tables.kept(
        "patronymic-printed", fathers(tables), code, lambda: _made_printed(tables)
    )
    return found


def _made_printed(tables: Tables) -> dict[str, list[tuple[str, int, str]]]:
    found: dict[str, list[tuple[str, int, str]]] = {}
    for gender, hits in _made_fathers(tables).items():
        for table, line in hits:
            of: Gender = "m" if gender[0] == "m" else "f"
            text = romanize(_of_row(tables.row(table, line), of), "press-ar-ru", tables=tables)
            hit = (table, line, text)
            known = found.setdefault(gender[0] + consonants(text), [])
            if hit not in known:
                known.append(hit)
    return found


def _father_printed(word: str, gender: Gender, tables: Tables) -> Row | None:
    """The row of the father whose patronymic the Arabic press may write so, the nearest spelling first."""
    hits = [
        (vowels_apart(text, word), _language(row) != "ru", at, row)
        for at, (table, line, text) in enumerate(_fathers_printed(tables).get(gender + consonants(word), ()))
        if vowels_agree(text, word)
        for row in (tables.row(table, line),)
    ]
    return min(hits)[-1] if hits else None


def is_of(native: str, gender: Gender, language: str, tables: Tables) -> bool:
    """Is a Cyrillic patronymic that of a father whom a language's own table has?

    >>> [is_of(name, "m", "uk", built_in()) for name in ("Петрович", "Сергійович", "Сергеевич")]
    [True, True, False]
    """
    rows = _rows_of(native, gender, tables)
    return any(fold(_of_row(row, gender)) == fold(native) for row in rows if _language(row) == language)


def _rows_of(word: str, gender: Gender, tables: Tables) -> list[Row]:
    """The rows of the fathers whose patronymic has a word's skeleton."""
    return [tables.row(table, line) for table, line in _hits(word, gender, skeleton(word), tables)]


def _hits(word: str, gender: Gender, bones: str, tables: Tables) -> tuple[tuple[str, int], ...]:
    """The table and line of the fathers whose patronymic has a word's skeleton."""
    known = _fathers(tables)
    hits = known.get(gender + bones, ())
    if "dj" in word.lower():  # дж as in Madjidovich, дь as in Gennadjewitsch
        hits = (*hits, *known.get(gender + skeleton(word.lower().replace("dj", "dy")), ()))
    return hits or _by_schemes(tables).get(gender + fold(word), ())


@lru_cache(maxsize=8)
def _own_endings(language: str) -> frozenset[str]:
    """The endings of patronymics that a language makes, and Russian does not."""
    made, russian = (
        {_made("н" + last, gender, one).removeprefix("н") for last in ("", "й", "ь") for gender in _GENDERS}
        for one in (language, "ru")
    )
    return frozenset(made - russian)


def is_ending_of(ending: Row, language: str) -> bool:
    """Is an ending of patronymics a language's own?

    >>> rows = {row.native: row for row in built_in().rows("person/ru/ending")}
    >>> [is_ending_of(rows[one], "be") for one in ("аўна", "івна", "ович")]
    [True, False, False]
    """
    return ending.native in _own_endings(language)


def tongues_of(word: str, found: Patronymic, tables: Tables, *, loosely: bool = False) -> tuple[str, ...]:
    """The languages that spell a patronymic so; loosely: those that alone have its father.

    >>> [tongues_of(name, recognise(name, built_in()), built_in()) for name in ("Petrovych", "Siarheevich")]
    [('uk',), ('be',)]
    """
    rows = _rows_of(word, found.gender, tables) or ([found.father] if found.father else [])
    homes = {_language(row) for row in rows}
    if "ru" in homes and homes.isdisjoint(nations(tables)):
        return ("ru",)
    if loosely:
        alone = homes.issubset(nations(tables)) and all(row["equivalent"] for row in rows)
        return tuple([one for one in nations(tables) if one in homes]) if alone else ()
    told = {
        language
        for row in rows
        for language, form in _in_tongues(row, found.gender, tables)
        if _is_spelt(word, form, language, tables)
    }
    return tuple([one for one in ("ru", *nations(tables)) if one in told])


def sounds_russian(word: str, found: Patronymic, tables: Tables) -> bool:
    """Has a patronymic the consonants of the Russian one that it is equivalent to: Barisovich, Борисович?

    >>> names = "Barisovich", "Uladzimiravna"
    >>> [sounds_russian(name, recognise(name, built_in()), built_in()) for name in names]
    [True, False]
    """
    father = same_name(found.father, "ru", "", tables) if found.father else None
    if father is None or father is found.father:
        return False
    bones, russian = (_VOWELS.sub("", skeleton(text)) for text in (word, _of_row(father, found.gender)))
    return bones == russian


def _in_tongues(row: Row, gender: Gender, tables: Tables) -> Iterator[tuple[str, str]]:
    """The patronymic of a father in his language; in Russian too where his name is but a neighbour's."""
    language = _language(row)
    yield language, _of_row(row, gender)
    if language in nations(tables) and not row["equivalent"]:
        yield "ru", capitalise(_made(row.native.replace(_ACUTE, "").lower(), gender, "ru"))


def _is_spelt(word: str, form: str, language: str, tables: Tables) -> bool:
    """Is a patronymic spelt so by a language in the script of the word?"""
    if script_of(word) == "Cyrl":
        return fold(word) == fold(form)
    return _is_written(form, fold(word), language, False, tables)


def in_tongue(word: str, found: Patronymic, language: str, tables: Tables) -> str | None:
    """A patronymic in Latin letters in the form of a language, None where its father is not known there.

    >>> def own(word, language):
    ...     return in_tongue(word, recognise(word, built_in()), language, built_in())
    >>> own("Vladimirovich", "be"), own("Siarheevich", "ru"), own("Viktorovich", "uk")
    ('Уладзіміравіч', 'Сергеевич', 'Вікторович')
    """
    if found.father is None:
        return None
    own = nations(tables)
    if language not in own and _language(found.father) not in own:
        return _of_row(found.father, found.gender)
    rows = [row for row in _rows_of(word, found.gender, tables) if _language(row) == language]
    forms = [_of_row(row, found.gender) for row in rows]
    written = (form for form in forms if _is_written(form, fold(word), language, True, tables))
    father = same_name(found.father, language, found.father.canonical, tables) if not rows else None
    return next(written, forms[0] if forms else _of_row(father, found.gender) if father else None)


def made_in(father: str, gender: Gender, language: str) -> str:
    """The patronymic of a father's name in Cyrillic by the rules of a language.

    >>> made_in("Вацлаў", "f", "be")
    'Вацлаўаўна'
    """
    return capitalise(_made(father.replace(_ACUTE, "").lower(), gender, language))


def _is_written(native: str, plain: str, language: str, usual: bool, tables: Tables) -> bool:
    """Does a scheme of its language write a patronymic so, its soft sign perhaps as и: Antonievich?

    Of Russian ones a few usual ones are asked, or all.
    """
    if language in nations(tables):
        return is_spelt(native, plain, language, tables=tables)
    asked = _asked(usual, tables)
    if any_spells(asked, native, plain):
        return True
    softly = _SOFTLY.sub("и", native) if "ь" in native else native
    return softly != native and any_spells(asked, softly, plain)


@lru_cache(maxsize=8)
def _asked(usual: bool, tables: Tables) -> tuple[Speller, ...]:
    """What tells of a few usual schemes of Russian, or of all, whether they write a text so."""
    return spellers(_RUSSIAN if usual else latin_schemes("ru", tables), tables)
