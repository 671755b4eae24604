"""What one word says of whose name it is: by the rows that write it out, else by how it is spelt, in nats."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from translit.lookup import Hit, lexicon_of
from translit.memory import once, remembered
from translit.nouns import Row
from translit.origin.bearers import borne
from translit.origin.marks import is_unarabic, marked
from translit.origin.rows import LENT, told_by, written
from translit.origin.schemes import GIVEN, SURNAME, spelt
from translit.patterns import ending, holding, pattern
from translit.person.arabic.letters import AL
from translit.person.arabic.particles import heads
from translit.person.arabic.words import vocabulary_of
from translit.person.beside.signs import may_lead
from translit.person.borrowers import MUSLIMS
from translit.person.latin.abroad import betrayed, is_surely, known
from translit.person.names import is_common
from translit.person.slavic.foreign_letters import is_half, is_plain, spelling_of
from translit.person.slavic.south import is_south
from translit.person.slavic.tongue import sign
from translit.person.surname import ends
from translit.romanization import RUSSIAN_PRESS, romanize
from translit.sounds.families import Nats, spoken
from translit.tables import Tables
from translit.text.article import is_article
from translit.text.clean import fold, strip_stress
from translit.text.cyrillic import TO_PLAIN_RUSSIAN
from translit.text.script import script_of
from translit.text.words import is_initial

__all__ = [
    "COMMON",
    "NOWHERE",
    "SCHEMED",
    "are_given",
    "by_parts",
    "by_spelling",
    "evidence",
    "of_rows",
    "particles",
    "plain_evidence",
]

NOWHERE = (0.0, 0.0, 0.0)
_ROW_EVIDENCE = 3.0  # what a word says that a row writes out
_SURNAMED = 4.0  # … of a surname of Russians alone, whatever given name papers have: Leo Tolstoy
SCHEMED = 2.0  # … that no Arabic row writes, but a scheme for one
COMMON = 2.0  # the commonness of a given name that speaks for Russian however it is spelt
_NOBLE = 3.0  # what a particle of nobles says in Latin letters: Maxim van den Brand, but Pyotr von Wrangel
_LISTED = 3.5  # what a surname of the lexicon says
_OF_ONE_LETTER = ("Ya", "Yu", "Ye", "Zh", "Shch")  # initials that are one letter in Cyrillic
_NO_ARABIC = -1.0  # what a name says that is known, and not as an Arabic one
_NO_OTHER = -1.0  # what a compound of Arabic names says for people of other origins
_SURNAMES, _SONS_OF = "person/ru/surname", ("ов", "ев")
_SHORT = 5  # letters of a word in Arabic script that may begin with an article's by chance
_GLUED = 2.0  # what the article says that begins a longer one, which no row writes
_EMIGRANTS, _SURNAME = "spelling/ru/emigrants", 6  # letters of a surname that may be an emigrant's
_EMIGRATED = 3.5  # … for other families that a surname is an emigrant's: Steven Berkoff
_LONE_H = pattern("(?<![ckstzpgh])h")
_SONS = 1.5  # … what "son of" says that begins a word, as in the Maghreb, or the article: Benzerga, Errachidi
_SUNNY = pattern("[ae](?:rr|ss|dd|zz|tt|nn|chch|shsh)")  # the article in a sun letter
_REGNAL = pattern("[IVX]{2,}")  # the number of a king of any tongue
# Letters among which those of scholars are.
_is_marked = holding(map(chr, (*range(0x100, 0x370), *range(0x1E00, 0x1F00))))
_OPENING = "aeаэ"  # of the article; one in il- or ul- may as well be another's (Il-Sung)
_ARTICLE = 3.0  # what the article joined to a word says more than a word by itself


class _Particles(NamedTuple):
    """The particles of Arabic names that say more beside other words, as they are spelt in a name.

    `apart` may stand before a family that is written in one word as well, `between` say of two words that
    they are an Arab's.
    """

    apart: frozenset[str]
    between: frozenset[str]


@once
def particles(tables: Tables) -> _Particles:
    """The particles of the table, in small letters, with a capital, in capitals."""
    apart, between = (
        frozenset(form for one in heads(column, tables) for form in (one, one.title(), one.upper()))
        for column in _Particles._fields
    )
    return _Particles(apart, between)


@remembered(65536)
def plain_evidence(word: str, tables: Tables) -> Nats | None:
    """The evidence of a word that says nothing more beside others; None of one that may.

    That are hyphened words, those before a father's name, scholars' marks, what leads to more than a name,
    letters that Russian has not and those of South Slavs.
    """
    apart, between = particles(tables)
    if word in apart or word in between:
        return None
    plain = word.isascii() and word.isalpha()  # as most are
    if not plain and ("-" in word or (not is_plain(word) and _is_rarer(word, tables))):
        return None
    return None if may_lead(word, tables) else _evidence(word, tables)


def _is_rarer(word: str, tables: Tables) -> bool:
    """Has a word marks, letters that few languages have, or Arabic ones, beside which a name stands twice?"""
    if script_of(word) == "Arab":
        return True
    if _is_marked(word) or is_half(word, tables):
        return True
    return bool(spelling_of(word, tables)) or is_south(word, tables)


def evidence(word: str, tables: Tables) -> Nats:
    """How a word, or the part of one, speaks for each family, in nats; one that is plain was asked before."""
    return plain_evidence(word, tables) or _evidence(word, tables)


def _evidence(word: str, tables: Tables) -> Nats:
    """How a word speaks for each family, in nats: by its rows and who bears it, else by its letters."""
    if word[-1] == "." and word[0].isupper() and is_initial(word):  # L. is no article
        return (_ROW_EVIDENCE, _NO_ARABIC, 0.0) if word.startswith(_OF_ONE_LETTER) else NOWHERE
    if word in _nobles(tables):
        return (0.0, -_ROW_EVIDENCE, _NOBLE if word.isascii() else 0.0)
    hits = written(word, tables)
    told = told_by(word, hits, tables) if hits else {}
    if told is None or (word.isupper() and _REGNAL.fullmatch(word)):
        return NOWHERE
    bearers = _of_bearers(word, hits, tables)
    if bearers:
        return bearers
    return of_rows(word, hits, told, tables) if told else by_spelling(word, tables)


def _of_bearers(word: str, hits: Sequence[Hit], tables: Tables) -> Nats | None:
    """What the bearers of a given name say; nothing of a surname, nor of a Russian's with marks: Aleś."""
    if not hits:
        return borne(word, tables) if SURNAME not in spelt(fold(word), tables) else None
    if not are_given(hits) or (not word.isascii() and any(hit.family == "ru" for hit in hits)):
        return None
    return borne(word, tables)


def are_given(hits: Sequence[Hit]) -> bool:
    """Is one of the rows that write a word a given name's?"""
    return any(hit.role == "given" for hit in hits)


def of_rows(word: str, hits: Sequence[Hit], told: dict[str, float], tables: Tables) -> Nats:
    """How a word speaks by the rows that write it, and the families they tell."""
    if told.keys() == {"ru"} and any(hit.role == "surname" for hit in hits):
        return (_SURNAMED, _NO_ARABIC, _founded(hits, tables))
    share = _ROW_EVIDENCE / sum(told.values())
    arabic = share * told["ar"] if "ar" in told and not is_unarabic(word, tables) else _NO_ARABIC
    other = share * told["other"] if "other" in told else _founded(hits, tables)
    return (share * told.get("ru", 0.0), arabic, other)


def by_spelling(word: str, tables: Tables) -> Nats:
    """How a word speaks that no row tells the family of: as schemes spell names, or by its letters."""
    folded, emigrated = _as_now(fold(word), tables)
    if folded in _title_words(tables):
        return NOWHERE
    names = spelt(folded, tables)
    plain = word if word.isascii() else word.translate(TO_PLAIN_RUSSIAN)  # Ясір, Халіфа
    if plain != word and not names and any(hit.family == "ar" for hit in lexicon_of(tables).written(plain)):
        return (0.0, _ROW_EVIDENCE, 0.0)
    is_given = GIVEN in names or is_common(word, COMMON, tables)
    how = vocabulary_of(tables).made_by(word if is_given or names else plain)
    if how == "halves" and folded.startswith(heads("arabs", tables)):
        return (0.0, _ROW_EVIDENCE, _NO_OTHER)
    if how == "halves":  # of the Caucasus as well, and of nobody else
        return (SCHEMED * LENT, SCHEMED, _NO_OTHER)
    if is_given and not how:
        return _ROW_EVIDENCE, _NO_ARABIC, 0.0
    if is_given:  # Michail is hardly an Arab's, Iljas may be
        sooner = GIVEN in names and is_common(word, COMMON, tables)
        return (SCHEMED, SCHEMED * LENT, 0.0) if sooner else (SCHEMED * LENT, SCHEMED, 0.0)
    english = "" if SURNAME in names else _from_abroad(word, tables)
    russian = _LISTED if SURNAME in names or english else 0.0
    if how:
        return (russian, SCHEMED, 0.0)
    if english and is_surely(word, ()):
        folded = english
    return _by_letters(word, folded, russian, emigrated, tables)


def _by_letters(word: str, folded: str, russian: float, emigrated: float, tables: Tables) -> Nats:
    """How the letters of a word speak, `folded` as they are written now, beside what is known of it."""
    if word.isascii():
        opened = len(folded) > _SHORT + 1 and (folded.startswith(_sons(tables)) or _SUNNY.match(folded))
        return spoken(folded, (russian, _SONS if opened else 0.0, emigrated), tables)
    if sign(word, tables):  # Українка
        return (_ROW_EVIDENCE, _NO_ARABIC, 0.0)
    arabic, other = marked(word, tables)
    if len(folded) > _SHORT and folded.startswith(AL):
        arabic += _GLUED
    return spoken(folded, (russian, arabic, other), tables)


def _founded(hits: Sequence[Hit], tables: Tables) -> float:
    """What rows of a surname say for other families: below nothing where Muslims' sons have it, Karimov."""
    surnames = (strip_stress(hit.row.native).lower() for hit in hits if hit.row.table == _SURNAMES)
    sons = (native[:-2] for native in surnames if native.endswith(_SONS_OF))
    return _NO_OTHER if not _founders(tables).isdisjoint(sons) else 0.0


@once
def _founders(tables: Tables) -> frozenset[str]:
    """The given names of Muslims of Russia and its neighbours, small."""
    return frozenset([strip_stress(row.native).lower() for table in MUSLIMS for row in tables.rows(table)])


def _as_now(folded: str, tables: Tables) -> tuple[str, float]:
    """A surname that emigrants end in -off or -eff as it is written now, sobolev; a German's as it stands.

    Beside it what such a spelling says for other families.
    """
    ends_so, rows = _emigrants(tables)
    if len(folded) < _SURNAME or not ends_so(folded):
        return folded, 0.0
    row = next(row for row in rows if folded.endswith(row["end"]))
    if any(german in folded for german in row.many("unless")):
        return folded, _EMIGRATED
    return folded.removesuffix(row["end"]) + row["now"], _EMIGRATED


@once
def _emigrants(tables: Tables) -> tuple[Callable[[str], bool], tuple[Row, ...]]:
    """What tells whether a surname ends as emigrants write it, and the rows that say how it does now."""
    rows = tuple(tables.rows(_EMIGRANTS))
    return ending([row["end"] for row in rows]), rows


@once
def _sons(tables: Tables) -> tuple[str, ...]:
    """What begins families of the Maghreb, and stands before others in a word of its own: ben, bou."""
    return tuple(set(heads("opens", tables)).intersection(heads("arabs", tables), heads("apart", tables)))


@once
def _nobles(tables: Tables) -> frozenset[str]:
    """The particles of nobles, in small letters: van; in Cyrillic those that may stand by themselves: фон."""
    rows = tables.rows("person/ru/nobiliary")
    return frozenset([row.native for row in rows if row["free"]] + [row.canonical for row in rows])


@once
def _title_words(tables: Tables) -> frozenset[str]:
    """The words of titles of several: Rear Admiral, General of the Army."""
    titles = [text for row in tables.rows("person/title") for text in (row.canonical, *row.many("also"))]
    return frozenset([fold(word) for text in titles if " " in text for word in text.split()])


def _from_abroad(word: str, tables: Tables) -> str:
    """A known Russian surname that only papers of another country write so, as the English do: luzhkov."""
    papers = betrayed(word)
    found = known(word, papers, tables) if papers else frozenset()
    if found:
        return fold(romanize(min(found), RUSSIAN_PRESS, tables=tables))
    english = _LONE_H.sub("kh", fold(word)) if "h" in word else ""  # as Finns and Romanians write х
    return (
        english
        if english.endswith(ends("Latn", "sure", tables)) and SURNAME in spelt(english, tables)
        else ""
    )


@remembered(16384)
def by_parts(word: str, tables: Tables) -> tuple[Nats, ...]:
    """How a word speaks for each family, or the parts of a hyphened one, an article before them first.

    A surname that a row writes out whole (Kara-Murza) is no sum of its parts.
    """
    if "-" not in word or "surname" in [hit.role for hit in lexicon_of(tables).written(word)]:
        return (evidence(word, tables),)
    first, second, *_ = parts = word.split("-")
    told = [(0.0, _ARTICLE, 0.0)] if is_article(first, second, _OPENING) else []
    return (*told, *[evidence(part, tables) for part in parts if part])
