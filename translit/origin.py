"""Whose name is it: Russian (with its neighbours), Arabic, or of another origin?

Each word gives evidence twice: by the rows that write it out, and by how its letters follow one
another (`translit.sounds.families`).
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple
from unicodedata import normalize

from translit.languages import languages, nations
from translit.lookup import Hit, compounds, lexicon_of
from translit.memory import once, remembered
from translit.nouns import Row
from translit.person.abroad import betrayed, known
from translit.person.arabic.letters import AL, sound
from translit.person.arabic.particles import heads
from translit.person.arabic.rows import ARTICLE_MISSED, HEARD_FLOOR, Known
from translit.person.arabic.words import vocabulary
from translit.person.aside import may_lead
from translit.person.evidence import compiled
from translit.person.names import commonness, is_common
from translit.person.patronymic import recognise
from translit.person.shape import shape
from translit.person.tongue import sign
from translit.sounds.families import FAMILIES, Nats, spoken
from translit.sounds.hot import Lines, lines
from translit.tables import Tables, built_in
from translit.text.article import is_article
from translit.text.clean import fold, joined
from translit.text.script import script_of

__all__ = ["SHARED", "Nats", "family", "isms", "likeliest", "plainly", "shares", "weighed"]

_ROW_EVIDENCE = 3.0
_HEARD, _AUDIBLE = 1.5, 4  # what sounds as a row does, and has so many letters, says
_HEARD_SO, _ABROAD = 2.5, {"other"}  # what a Cyrillic one says that sounds just so; whose it may be besides
_DOUBTED = 4.0  # how far ahead of Arabic another family may be for a Cyrillic name to be listened to
_JUST = HEARD_FLOOR + 0.01  # the cost up to which a word sounds just as a row
_SCHEMED = 2.0  # the same of a spelling that no Arabic row writes, but a scheme for one
# How strongly a script speaks for each family, in nats.
_AT_HOME = {"Cyrl": (1.5, 0.5, 0.0), "Arab": (0.0, 1.0, 0.0), "Latn": (0.0, 0.0, 0.7)}
_NOWHERE = (0.0, 0.0, 0.0)
SHARED = ("person/cau/given", "person/trk/given")  # their Arabic names are Arabic ones too
# Those that the lexicon's surnames are looked up in.
_SCHEMES = (
    *("press-en-ru", "bgn-pcgn-1947-ru", "icao-9303-ru"),
    *("press-de-ru", "press-fr-ru", "press-pl-ru", "scholarly-ru"),
)
_COMMON = 2.0  # the commonness of a given name that speaks for Russian however it is spelt
_LISTED = 2.0  # what a surname of the lexicon says
_ACCENTS, _ACCENTED = frozenset("áíóúñãõâêôøåćđÁÍÓÚÑØÅĆĐ"), 1.5  # few need them for a Russian name
_UNMARKED = 0.3  # what a foreign name counts for that is written without its accents (Vladimír, Román)
_AMONG_RUSSIANS = 0.4  # what a foreign name counts for in Cyrillic
_NO_ARABIC = -1.0  # what a name says that is known, and not as an Arabic one
_SHORT = 5  # letters of a word in Arabic script that may begin with an article's by chance
_NO_OTHER = -1.0  # what a compound of Arabic names says for people of other origins
_OPENING = "aeаэ"  # of the article; one in il- or ul- may as well be another's (Il-Sung)
_ARTICLE = 3.0  # what the article joined to a word says more than a word by itself
_GLUED = 2.0  # the same in Arabic script, of a word that no row writes
_DOTTED, _SCHOLARLY = re.compile("[dhstz][\u0323\u0331]|[dhz]\u0327|ʿ"), 3.0  # emphatics, ayn: Naṣrānī
_LONG, _LENGTHS = re.compile("[aiu]\u0304"), 1.5  # long vowels
_MARKED = re.compile("[\u0100-\u036f\u1e00-\u1eff]")  # letters among which all these are
_OF_OTHERS = re.compile("[eo]\u0304|[lmnr]\u0323|[cs]\u0301")  # marks beside which these say nothing: Indian
_OF_LETTS = re.compile("[\u030c\u0327]")  # and those beside which long vowels do not
_FULL, _FATHERED = 3, 3.0  # words of a name with a patronymic, and what that says
_REGNAL = re.compile("[IVX]{2,}")  # the number of a king of any tongue
_JOINED = 2.5  # what "son of" between two words says more than a word by itself
_UNDECIDED = 5.0  # how far apart Russian and Arabic may be for a word's shape to be looked at
_SAID, _SHAPED = 1.0, 0.5  # the most that a word's letters say there, and what its shape counts for
_LIKE_RUSSIAN = 1.4  # nats by which a Cyrillic word's letters are too Russian for its shape to tell otherwise
_SLAVIC, _SURNAMED = 1.5, 1.5  # what is surely a Slavic surname, and what it says besides
_OF_NEITHER = (
    2.5  # nats by which a name Russians give is sooner of neither beside one of Arabs alone: Zara Mohammed
)
_CHRISTIAN = 0.3  # what such a name of another people counts for that Arabs bear as well
_LENT = 0.6  # what a name counts for in a family that has it from another


class _Particles(NamedTuple):
    """The particles of Arabic names that say more beside other words, as they are spelt in a name.

    `apart` may stand before a family that is written in one word as well, `between` say of two words that
    they are an Arab's.
    """

    apart: frozenset[str]
    between: frozenset[str]


@once
def _particles(tables: Tables) -> _Particles:
    """The particles of the table, in small letters, with a capital, in capitals."""
    apart, between = (
        frozenset(form for one in heads(column, tables) for form in (one, one.title(), one.upper()))
        for column in _Particles._fields
    )
    return _Particles(apart, between)


@remembered(65536)
def _plain_evidence(word: str, tables: Tables) -> Nats | None:
    """The evidence of a word that says nothing more beside others; None of one that may.

    That are hyphened words, those before a father's name, scholars' marks, what leads to more than a name.
    """
    particles = _particles(tables)
    if (
        "-" in word
        or word in particles.apart
        or word in particles.between
        or (not word.isascii() and _MARKED.search(word))
    ):
        return None
    return None if may_lead(word, tables) else _evidence(word, tables)


def _word_evidence(word: str, tables: Tables) -> Nats:
    """How a word, or the part of one, speaks for each family, in nats; one that is plain was asked before."""
    return _plain_evidence(word, tables) or _evidence(word, tables)


def _evidence(word: str, tables: Tables) -> Nats:
    """How a single word speaks for each family, in nats: by its rows, else by its letters."""
    hits = lexicon_of(tables).written(word)
    told = _told_by(word, hits, tables) if hits else {}
    if told is None or (word.isupper() and _REGNAL.fullmatch(word)):
        return _NOWHERE
    if told:
        share = _ROW_EVIDENCE / sum(told.values())
        arabic = share * told["ar"] if "ar" in told else _NO_ARABIC
        return (share * told.get("ru", 0.0), arabic, share * told.get("other", 0.0))
    folded = fold(word)
    if folded in _title_words(tables):
        return _NOWHERE
    spelt = _spelt(tables).get(folded) or ""
    russian_given = "g" in spelt or is_common(word, _COMMON, tables)
    russian = _LISTED if "s" in spelt or _is_from_abroad(word, tables) else 0.0
    how = vocabulary(tables).made_by(word)
    if how == "halves" and folded.startswith(heads("arabs", tables)):
        return (0.0, _ROW_EVIDENCE, _NO_OTHER)
    if how == "halves":  # of the Caucasus as well, and of nobody else
        return (_SCHEMED * _LENT, _SCHEMED, _NO_OTHER)
    if how:
        return (_SCHEMED * _LENT if russian_given else russian, _SCHEMED, 0.0)
    if russian_given or sign(word, tables):  # Українка
        return (_ROW_EVIDENCE, _NO_ARABIC, 0.0)
    other = 0.0 if word.isascii() or _ACCENTS.isdisjoint(word) else _ACCENTED
    arabic = _GLUED if len(folded) > _SHORT and folded.startswith(AL) else 0.0
    ahead = (russian, arabic, other)
    return spoken(folded, ahead, tables)


@once
def _title_words(tables: Tables) -> frozenset[str]:
    """The words of titles of several: Rear Admiral, General of the Army."""
    titles = [text for row in tables.rows("person/title") for text in (row.canonical, *row.many("also"))]
    return frozenset([fold(word) for text in titles if " " in text for word in text.split()])


def _is_from_abroad(word: str, tables: Tables) -> bool:
    """Is a word a known Russian surname as only papers of another country write it: Loezjkov?"""
    papers = betrayed(word)
    return bool(papers) and known(word, papers, tables) is not None


@remembered(16384)
def _sounding(word: str, script: str, tables: Tables) -> float:
    """What a word that no row and no scheme writes says by sounding as an Arabic name: Toufic, Набих.

    A Cyrillic surname that Russians are known by says nothing, however it sounds; one that is another
    people's must sound just so: Набих Берри.
    """
    known, cyrillic, told = vocabulary(tables), script == "Cyrl", _told(word, tables)
    if len(word) < _AUDIBLE or told is None or (told and not (cyrillic and told.keys() == _ABROAD)):
        return 0.0
    spelt = _spelt(tables).get(fold(word)) or ""
    if known.made_by(word) or "g" in spelt or (cyrillic and spelt) or is_common(word, _COMMON, tables):
        return 0.0
    heard = known.rows.heard(joined(word), sound(word), script, "")
    if cyrillic:  # a Turk's form of a name is none of an Arab's
        heard = tuple([one for one in heard if not one[1].late])
        if _said_so(heard):
            return _HEARD_SO
    return _HEARD if heard and not told else 0.0


def _listened_to(words: tuple[str, ...], tables: Tables) -> tuple[str, ...]:
    """The words of a Cyrillic name whose sound counts: none beside another people's (Реджеп Эрдоган)."""
    told = [(word, _told(word, tables)) for word in words]
    others = tuple([word for word, families in told if families and "ar" not in families])
    return others[: len(others) == 1] if others else words


def _is_called_so(word: str, tables: Tables) -> bool:
    """Is a title, at the end of a name, none but an Arab's family: Омар Шариф, Адель Имам?"""
    return _told(word, tables) is None and vocabulary(tables).made_by(word) == "scheme"


def _said_so(heard: Iterable[Known]) -> bool:
    """Does a word sound just as a row does, be it one with the article?"""
    missed = {True: ARTICLE_MISSED, False: 0.0}
    return any(cost - missed[entry.definite] - entry.cost <= _JUST for cost, entry in heard)


def _told(word: str, tables: Tables) -> dict[str, float] | None:
    """The families whose rows write a word out, None for a title.

    A foreign name lends to the Russian one it is equivalent to; a name of the Caucasus or of
    Central Asia that is an Arabic one speaks for both.
    """
    hits = lexicon_of(tables).written(word)
    return _told_by(word, hits, tables) if hits else {}


def _told_by(word: str, hits: Iterable[Hit], tables: Tables) -> dict[str, float] | None:
    """What the rows say that write a word out."""
    told: dict[str, float] = {}
    known = languages(tables)
    for hit in hits:
        if hit.role == "title":
            return None
        own = known.get(hit.row["language"])  # a language once foreign that has a folder by now
        group = own.family if own and hit.family == "other" else hit.family
        shared = hit.row.table in SHARED and not isms(tables).isdisjoint(hit.row.many("equivalent"))
        told[group] = max(
            told.get(group, 0.0), _LENT if shared else _worth(word, hit.row) if group == "other" else 1.0
        )
        if shared:
            told["ar"] = 1.0
        elif group == "other" and hit.row["equivalent"]:
            told.setdefault("ar" if hit.row["equivalent"] in isms(tables) else "ru", _LENT)
    if told.keys() == {"ru"} and (share := _as_arabic(word, hits, tables)):
        told["ar"] = share
    if " " in word and told:
        told["ar"] = 1.0  # its words by themselves are Arabic: a light of a sultan
    if "ar" in told and "ru" in told:
        told["ru"] = _LENT  # a name that both have is Arabic by birth
    if "other" in told and "ar" not in told and _is_christian(word, hits, tables):
        told["ar"] = _CHRISTIAN
    return told


def _is_christian(word: str, hits: Iterable[Hit], tables: Tables) -> bool:
    """Is a Cyrillic name of another people, and no usual Russian one, also Arabs' in Latin: Жорж, Эмиль?"""
    if script_of(word) != "Cyrl" or any(commonness(tables)(hit.row) for hit in hits):
        return False
    rows = vocabulary(tables).rows
    return any(hit.family == "other" and rows.is_written(joined(hit.row.native)) for hit in hits)


def _as_arabic(word: str, hits: Iterable[Hit], tables: Tables) -> float:
    """What a Russian name counts for as an Arabic one: in Arabic script, one with the article (Elnur).

    In Latin letters a compound (Abdulaziz) is both; so is a rare name that a scheme makes of an Arabic one
    (Rida, Safa), in Cyrillic a full one (Рашида).
    """
    script = script_of(word)
    if script == "Arab":
        rest = joined(word).removeprefix(AL)
        return 1.0 if rest != joined(word) and vocabulary(tables).rows.is_written(rest) else 0.0
    how = vocabulary(tables).made_by(word)
    if script == "Cyrl":
        own = how == "scheme" and all(hit.row.table.endswith("/given") for hit in hits)
    elif how == "halves":
        return _LENT
    else:
        own = how == "scheme"
    common = commonness(tables)
    return 1.0 if own and not any(common(hit.row) for hit in hits) else 0.0


def _worth(word: str, row: Row) -> float:
    """What a row of a foreign name counts for; less in Cyrillic, where Russians bear such names as well."""
    script = script_of(word)
    if script == "Latn":
        return 1.0 if row.native.lower() == word.lower() else _UNMARKED
    return _AMONG_RUSSIANS if script == "Cyrl" else 1.0


@once
def _spelt(tables: Tables) -> Lines:
    """The folded spellings that schemes make of Russian given names ("g") and of its surnames ("s")."""
    names = ("given", "surname", "lexicon")
    sources = [f"person/{folder}/{name}" for folder in ("ru", *nations(tables)) for name in names]
    found: bytes = tables.kept("spelt", sources, (__file__,), lambda: _made_spelt(tables))
    return lines(found)


def _made_spelt(tables: Tables) -> bytes:
    from translit.romanization import latin_schemes, romanize

    givens: set[str] = set()
    for language in ("ru", *nations(tables)):
        writers = latin_schemes(language)
        for row in tables.rows(f"person/{language}/given"):
            givens.update(fold(romanize(row.native, scheme)) for scheme in writers)
    surnames: set[str] = set()
    if "person/ru/lexicon" in tables.names("person/ru"):
        for cells in tables.cells("person/ru/lexicon"):
            if "s" in cells[1]:
                surnames.update([cells[0], *(fold(romanize(cells[0], scheme)) for scheme in _SCHEMES)])
    told = [f"{one}\t{'g' * (one in givens)}{'s' * (one in surnames)}" for one in sorted(givens | surnames)]
    return "\n".join(["spelt\tas", *told]).encode()


@once
def isms(tables: Tables) -> frozenset[str]:
    """The ids of the Arabic given names."""
    found: list[str] = tables.kept(
        "isms", ["person/ar/ism"], (__file__,), lambda: [row.id for row in tables.rows("person/ar/ism")]
    )
    return frozenset(found)


def family(words: Iterable[str], tables: Tables | None = None) -> dict[str, float]:
    """The probability of each family for the words of a person's name.

    >>> max(family(("Roman", "Zabolotny")).items(), key=lambda item: item[1])[0]
    'ru'
    >>> max(family(("Patrick", "Markey")).items(), key=lambda item: item[1])[0]
    'other'
    """
    words = tuple(words)
    return shares(weighed(words, script_of(" ".join(words)), tables))


def shares(sums: Sequence[float]) -> dict[str, float]:
    """The probability of each family by what speaks for it, in nats.

    >>> shares((1.0, 1.0, 1.0))["ru"] == 1 / 3
    True
    """
    top = max(sums)
    likely = [math.exp(value - top) for value in sums]
    return {name: share / sum(likely) for name, share in zip(FAMILIES, likely, strict=True)}


def likeliest(words: Iterable[str], script: str, tables: Tables | None = None) -> str:
    """The likeliest family for the words of a person's name in a script.

    >>> likeliest(("Roman", "Zabolotny"), "Latn")
    'ru'
    """
    sums = weighed(words, script, tables)
    return FAMILIES[sums.index(max(sums))]


def weighed(words: Iterable[str], script: str, tables: Tables | None = None) -> Nats:
    """How words of a script speak for each family together, in nats, the parts of hyphened ones each.

    >>> russian, arabic, other = weighed(("Roman", "Zabolotny"), "Latn")
    >>> russian > other
    True
    """
    words, tables = tuple(words), tables or built_in()
    if script == "Arab":
        return _summed(_wholes(compounds(words, tables), tables), script, tables)
    return _further(words, script, _beside(words, script, tables), tables)


def plainly(words: tuple[str, ...], script: str, tables: Tables | None) -> Nats | None:
    """The same of words none of which says more beside others; None where one may.

    >>> from translit.tables import built_in
    >>> plainly(("Roman", "Zabolotny"), "Latn", built_in()) == weighed(("Roman", "Zabolotny"), "Latn")
    True
    >>> plainly(("Roman", "aka", "Ivan"), "Latn", built_in())
    """
    tables = tables or built_in()
    sums = _together(words, _AT_HOME.get(script, _NOWHERE), tables)
    return sums and _further(words, script, sums, tables)


def together(words: tuple[str, ...], start: Nats, tables: Tables) -> Nats | None:
    """What words say beside a start; None where one may say more beside others. Compiled, the same."""
    russian, arabic, other = start
    for word in words:
        told = _plain_evidence(word, tables)
        if told is None:
            return None
        russian += told[0]
        arabic += told[1]
        other += told[2]
    return russian, arabic, other


_together = compiled.Evidence(_plain_evidence) if compiled else together


def _further(words: tuple[str, ...], script: str, sums: Nats, tables: Tables) -> Nats:
    """What words say beside their evidence where that leaves doubt: sound, a patronymic, shape."""
    russian, arabic, other = sums
    if script == "Cyrl" and 0 < (russian if russian > other else other) - arabic <= _DOUBTED:
        heard = _listened_to(words, tables)
        arabic += sum([_sounding(part, script, tables) for word in heard for part in word.split("-")])
        if len(words) > 1 and _is_called_so(words[-1], tables):
            arabic += _SCHEMED
        sums = russian, arabic, other
    if script == "Cyrl" and len(words) == 2 and -_UNDECIDED < russian - arabic < _UNDECIDED:
        more = _beside_arabic(words, tables)
        if more > 0:  # Халаф Халафов
            return russian + more, arabic, other
        return (russian + more, arabic - more, other) if more > -_LIKE_RUSSIAN else sums
    if script != "Latn":
        return sums
    if 0 < (russian if russian > other else other) - arabic <= _HEARD and not _is_surnamed(words, tables):
        arabic += sum([_sounding(part, script, tables) for word in words for part in word.split("-")])
    if len(words) >= _FULL and -_FATHERED < russian - other < _FATHERED:
        russian += _fathered(words, tables)
    if len(words) > 1 and -_UNDECIDED < russian - arabic < _UNDECIDED:
        more = _beside_arabic(words, tables)
        russian += more
        arabic -= min(more, 0.0)
        if russian > arabic and len(words) == 2 and _is_arabs_alone(words[1], tables):
            other = max(other, russian + _OF_NEITHER)
    return russian, arabic, other


def _beside(words: tuple[str, ...], script: str, tables: Tables) -> Nats:
    """The same of words some of which say more beside others."""
    apart, between = _particles(tables)
    named = words if apart.isdisjoint(words) else _families(words, tables)
    russian, arabic, other = _summed(named, script, tables)
    if not between.isdisjoint(words) and not between.isdisjoint(words[1:-1]):
        arabic += _JOINED
    if script == "Latn":
        marks = _of_scholars(" ".join(words))
        arabic += marks
        russian -= marks  # no scheme for Russian has them
    return russian, arabic, other


def _beside_arabic(words: tuple[str, ...], tables: Tables) -> float:
    """What words unknown to rows and schemes say for Russian (or against it) beside an Arab's given name."""
    more = sum([_shaped(word, tables) for word in words])
    return more if more and any(_is_arabs(word, tables) for word in words) else 0.0


def _is_surnamed(words: tuple[str, ...], tables: Tables) -> bool:
    """Has a name a word that is surely a Slavic surname by its shape: Qasym-Jomart Toqaev?"""
    return len(words) > 1 and any(_shaped(word, tables) >= _SURNAMED for word in words)


@remembered(16384)
def _is_arabs_alone(word: str, tables: Tables) -> bool:
    """Is a word a name of Arabs and of nobody else, and so no Russian's surname?"""
    return {hit.family for hit in lexicon_of(tables).written(word) if hit.role != "title"} == {"ar"}


@remembered(16384)
def _shaped(word: str, tables: Tables) -> float:
    """What the shape of such a word says besides its letters, which alone say little.

    Not every way of spelling Arabic was learned from (Mohammed Dschaber), and a Slavic surname's shape tells
    (Ali Subbotin).
    """
    if _told(word, tables) != {} or vocabulary(tables).made_by(word):
        return 0.0
    russian, arabic, _ = _word_evidence(word, tables)
    shaped = min(russian - arabic, _SAID) + _SHAPED * shape(word, tables)[0]
    if shaped > _SLAVIC:
        return max(arabic - russian, 0.0) + _SURNAMED
    return min(arabic - russian, 0.0) if shaped < _SAID else 0.0


@remembered(16384)
def _is_arabs(word: str, tables: Tables) -> bool:
    """Is a word the name of Arabs, and of Muslims elsewhere at most? Not so Maria and Adam.

    A Cyrillic one is where a scheme for Arabic writes it so: Мурад, not Мурат.
    """
    hits = [hit for hit in lexicon_of(tables).written(word) if hit.role != "title"]
    if script_of(word) == "Cyrl":
        shared = all(hit.row.table in SHARED or hit.family == "ar" for hit in hits)
        return shared and bool(vocabulary(tables).made_by(word))
    families = {hit.family for hit in hits}
    return families == {"ar"} or (families == {"ar", "ru"} and any(hit.row.table in SHARED for hit in hits))


def _summed(words: Iterable[str], script: str, tables: Tables) -> Nats:
    """What a script and words say, the parts of hyphened ones each."""
    return _added(tuple(words), _AT_HOME.get(script, _NOWHERE), tables)


@remembered(16384)
def _by_parts(word: str, tables: Tables) -> tuple[Nats, ...]:
    """How a word speaks for each family, or the parts of a hyphened one, an article before them first."""
    if "-" not in word:
        return (_word_evidence(word, tables),)
    first, second, *_ = parts = word.split("-")
    told = [(0.0, _ARTICLE, 0.0)] if is_article(first, second, _OPENING) else []
    return (*told, *[_word_evidence(part, tables) for part in parts if part])


def added(words: tuple[str, ...], start: Nats, tables: Tables) -> Nats:
    """What words say together, the parts of hyphened ones each, beside a start. Compiled, the same."""
    russian, arabic, other = start
    for word in words:
        for told in _by_parts(word, tables):
            russian += told[0]
            arabic += told[1]
            other += told[2]
    return russian, arabic, other


_added = compiled.Evidence(_by_parts) if compiled else added


def _fathered(words: Iterable[str], tables: Tables) -> float:
    """What a patronymic among other words says for Russian: Ivan Adrianovič Petrov, but no -ović."""
    found = [recognise(word, tables) for word in words if "ć" not in word]
    return _FATHERED if len([one for one in found if one is not None and one.father]) == 1 else 0.0


def _wholes(words: Iterable[str], tables: Tables) -> list[str]:
    """Words in Arabic script, the two of a compound as one: عبد النور is no Elnur."""
    known, found = vocabulary(tables), list[str]()
    for word in words:
        if found and known.particles.element(joined(found[-1])) and known.made_by(found[-1] + word):
            found[-1] += word
        else:
            found.append(word)
    return found


def _families(words: Iterable[str], tables: Tables) -> list[str]:
    """Words in Latin letters, "son of" and a name that a row of families writes as one: Ben Bella."""
    known, sons, found = lexicon_of(tables), _particles(tables).apart, list[str]()
    for word in words:
        both = found[-1] + word if found and found[-1] in sons else ""
        if both and any(hit.role == "family" for hit in known.written(both)):
            found[-1] = both
        else:
            found.append(word)
    return found


def _of_scholars(text: str) -> float:
    """What the marks of a Latin name say for Arabic: nobody else writes ṣ and ʿ, few others ā, ī and ū."""
    if text.isascii():
        return 0.0
    low = normalize("NFD", text.lower())
    if _OF_OTHERS.search(low):
        return 0.0
    if _DOTTED.search(low):
        return _SCHOLARLY
    return _LENGTHS if _LONG.search(low) and not _OF_LETTS.search(low) else 0.0
