"""The words of Arabic names: which rows a word may stand for, in any script and spelling.

Everything is looked up without the article and by sound; compounds (Abd al-Rahman, Nur al-Din,
Ben Ali) are looked up as the sequence of their elements, so that it does not matter whether they
are split, joined, hyphenated or assimilated.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple
from weakref import WeakKeyDictionary

from translit.nouns import Row
from translit.person.arabic_marks import unmarked
from translit.person.arabic_near import near
from translit.quick import quick
from translit.romanization import romanize
from translit.sounds import key, keys, read
from translit.tables import Tables, built_in
from translit.text import clean
from translit.text.clean import fold, strip_harakat
from translit.text.script import script_of

__all__ = ["Element", "Known", "Vocabulary", "Word", "vocabulary"]

_FOLDER = "person/ar/"
_PRESS = "press-en-ar"
_SCHEMES = (_PRESS, "press-fr-ar", "ala-lc-1997-ar", "practical-ru-ar")
_DERIVED = ("ism", "family", "nisba")
_DERIVED_COST = 0.06  # what it costs to be written by a scheme where papers write otherwise
_NAMES = ("ism", "equivalent", "family", "nisba")
_CHAINS = ("laqab", "kunya", "family")
_SOURCES = (
    *(_FOLDER + name for name in (*_NAMES, *_CHAINS, "particle")),
    *(f"schemes/ar/{scheme}" for scheme in _SCHEMES[:3]),
    "keys/ar",
)
_CODE = (__file__, clean.__file__, keys.__file__)
_DROPPED = str.maketrans("", "", " -–.'’")
_HEARD = 0.075  # distance per sound beyond which two words are two names
_HEARD_CHAIN = 0.074
_HEARD_FLOOR = 0.15  # what it costs not to be written as a row has it
_SURE_SHARE = 0.8  # the share from which a reading into Arabic counts as sure
_READ_COST = 0.35
_READ_NEAR = 0.12
_READABLE = 4  # letters below which a word can be read in too many ways
_ARTICLE_MISSED = 0.3  # what it costs where a row has the article and the text has none
_SECONDARY = 0.02  # a row whose id ends in -2 is the less usual of two homographs
_CACHED = 32768
_AL = "ال"
_HEH = "\N{ARABIC LETTER HEH}"  # what a folded ta marbuta is
_VOWELLED_ARTICLE = re.compile("^ال(\\w)\N{ARABIC SHADDA}?([\u064b-\u0650]?)\N{ARABIC SHADDA}?(?=.)")
_HOUSE = "آل "
_SAME_PARTICLE = {"ibn": "bin", "aba": "abu", "abi": "abu", "dhi": "dhu", "banu": "bani"}
_VOWELS = "aeiouyаеиоуыэюя"


_Spot = tuple[str, int]  # the name of a table and a line


@quick
@dataclass(frozen=True, slots=True)
class Known:
    """A row that a word may stand for, and what that reading costs (0: as the row writes it)."""

    row: Row
    role: str
    cost: float


@dataclass(frozen=True, slots=True)
class Element:
    """A particle that a word may be: its row, its role, whether its spelling holds the article."""

    row: Row
    role: str
    name: str
    article: bool

    def spelt(self, folded: str) -> str:
        """The particle in its usual form, in the script of a word."""
        return fold(self.row.native if folded[-1:] > "\u0600" else self.row.canonical)


@quick
@dataclass(frozen=True, slots=True)
class Word:
    """One word without its article.

    `elements` are what it is made of for the look-up of compounds: keys and names of particles.
    """

    text: str
    core: str
    article: str
    script: str
    key: str
    elements: tuple[str, ...]
    ism: tuple[Known, ...] = ()
    family: tuple[Known, ...] = ()
    nisba: tuple[Known, ...] = ()
    compound: Known | None = None
    broken: tuple[str, str] | None = None
    abroad: tuple[Known, ...] = ()


class _Index(NamedTuple):
    """Where the names stand in the tables, by joined spelling, by sound, by elements and by id."""

    written: dict[str, tuple[_Spot, ...]]
    derived: dict[str, tuple[_Spot, ...]]
    heard: dict[str, tuple[tuple[str, _Spot], ...]]
    chains: dict[tuple[str, ...], tuple[tuple[str, _Spot], ...]]
    isms: dict[str, _Spot]
    equivalents: dict[str, int]


def _bare(native: str) -> str:
    """Arabic as it is printed, without the article."""
    plain = strip_harakat(native).removeprefix(_HOUSE)
    return plain[2:] if plain.startswith(_AL) and len(plain) > 3 and plain != "الله" else plain


def _unarticled_native(native: str) -> str:
    """A row's vowelled form without the article, and without the shadda it gives a sun letter.

    >>> _unarticled_native("الشَّمْس") == "شَمْس"
    True
    """
    return _VOWELLED_ARTICLE.sub(r"\1\2", native)


def _is_house(row: Row) -> bool:
    """A ruling house: Al Saud, with a word that looks like the article and is none."""
    return row.native.startswith(_HOUSE)


def _has_article(row: Row) -> bool:
    return row.canonical[:3].lower() in ("al-", "al ", "el ")


def _unarticled(canonical: str) -> str:
    """A canonical form without its article."""
    return (
        canonical[3:] if canonical[:3].lower() in ("al-", "al ", "el ") and len(canonical) > 4 else canonical
    )


def _soundings(row: Row) -> set[str]:
    """The spellings of a row of one word, without article."""
    return {_bare(row.native), _unarticled(row.canonical), *map(_unarticled, row.many("also"))}


def _joined(text: str) -> str:
    """A folded text without blanks and hyphens."""
    return fold(text).translate(_DROPPED)


def _slug(row: Row) -> float:
    """What a row costs for being the second of its kind."""
    return _SECONDARY if row.id[-1:].isdigit() else 0.0


def _is_feminine(folded: str) -> bool:
    """True for a word in Arabic script with the ending of a woman: a man's name is not meant by it."""
    return folded.endswith(_HEH)


class Vocabulary:
    """The Arabic tables of one set, indexed by spelling, by sound and by elements."""

    def __init__(self, tables: Tables) -> None:
        self.tables = tables
        self.particles: dict[str, list[Element]] = {}
        self.articles: dict[str, str] = {}
        self._endings: list[tuple[str, Row]] = []
        self.endings: dict[str, Row] = {}
        self.linked: dict[str, Row] = {}
        self.titles: dict[str, Row] = {}
        self.titles_begun: set[str] = set()
        self._index_particles()
        self._index_titles()
        self._index: _Index = _Index(*tables.kept("arabic", _SOURCES, _CODE, self._made))
        self._at = lru_cache(_CACHED)(self._row_at)
        self._starts = {elements[0] for elements in self._index.chains}
        self.word = lru_cache(_CACHED)(self._word)
        self.chain = lru_cache(_CACHED // 8)(self._chain)
        self.sound = lru_cache(_CACHED // 4)(_sound)

    def _index_particles(self) -> None:
        for row in self.tables.rows(_FOLDER + "particle"):
            role = row["role"]
            for spelling in {row.native, row.canonical, *row.many("also")}:
                folded = _joined(spelling)
                if role == "article":
                    self.articles[folded] = folded[-1:]
                elif role == "ending":
                    self._endings.append((folded, row))
                elif row.id != "al-house":
                    name = _SAME_PARTICLE.get(row.id, row.id)
                    holds = (role == "compound" and not _same_bare(folded, row)) or (
                        role == "kunya" and folded.endswith(("l", "л", "ль")) and len(folded) > 2
                    )
                    self.particles.setdefault(folded, []).append(Element(row, role, name, holds))
        self.endings = {_bare(ending): row for ending, row in reversed(self._endings)}
        self.linked = {
            article + ending: row
            for ending, row in self._endings
            for article, last in self.articles.items()
            if last in "lль" or (last == ending[0] and len(article) == 2)
        }
        self._endings.sort(key=lambda ending: -len(ending[0]))
        openers = sorted(
            (
                (folded, element)
                for folded, found in self.particles.items()
                for element in found
                if (element.role == "compound" and len(folded) > 2)
                or (element.name == "abu" and len(folded) > 2)
            ),
            key=lambda opener: -len(opener[0]),
        )
        self._openers: dict[str, list[tuple[str, Element]]] = {}
        for opener, element in openers:
            self._openers.setdefault(opener[:3], []).append((opener, element))
        self._closers: dict[str, list[tuple[str, Row]]] = {}
        for ending, row in self._endings:
            self._closers.setdefault(ending[-2:], []).append((ending, row))

    def _made(self) -> tuple[dict[Any, Any], ...]:
        """The index of every name: what `Tables.kept` keeps."""
        index: Any = _Index({}, {}, {}, {}, {}, {})
        for name in dict.fromkeys((*_NAMES, *_CHAINS)):
            for row in self.tables.rows(_FOLDER + name):
                place = (name, row.line)
                many = " " in row.native
                for spelling in {row.native, row.canonical, *row.many("also")}:
                    if not many or name != "family" or " " not in spelling or _is_house(row):
                        index.written.setdefault(_joined(spelling), []).append(place)
                if name in _DERIVED and not many:
                    for spelling in self._by_scheme(row):
                        if place not in index.written.get(spelling, ()):
                            index.derived.setdefault(spelling, []).append(place)
                if name in _CHAINS and many and not _is_house(row):
                    for elements, spelt in self._chained(row):
                        index.chains.setdefault(elements, []).append((spelt, place))
                if name in _NAMES and (not many or _is_house(row)):
                    for spelling in _soundings(row):
                        index.heard.setdefault(_sound(spelling), []).append((_joined(spelling), place))
                if name in ("ism", "laqab"):
                    index.isms.setdefault(row.id, place)
                if name == "equivalent":
                    index.equivalents[row["of"]] = index.equivalents.get(row["of"], 0) + 1
        return tuple(
            {key: tuple(value) if isinstance(value, list) else value for key, value in found.items()}
            for found in index
        )

    def _by_scheme(self, row: Row) -> set[str]:
        """A row whose usual form is not what the schemes make of its vowels, as they write it."""
        native = _unarticled_native(row.native)
        forms = {_joined(romanize(native, scheme, tables=self.tables)) for scheme in _SCHEMES}
        return {("al" if form.isascii() else "аль") + form for form in forms} if _has_article(row) else forms

    def _row_at(self, place: _Spot) -> Known:
        """The row at a place of the index."""
        name, line = place
        row = self.tables.row(_FOLDER + name, line)
        return Known(row, name, _slug(row))

    def _rows_of(self, folded: str) -> list[Known]:
        """The rows that write a folded word out."""
        written, derived = self._index.written.get(folded, ()), self._index.derived.get(folded, ())
        if not written and not derived:
            return []
        found = [self._at(place) for place in written]
        for place in derived:
            known = self._at(place)
            found.append(Known(known.row, known.role, known.cost + _DERIVED_COST))
        return found

    def usual(self, ism: str) -> int:
        """How many names of other languages an ism is equal to."""
        return self._index.equivalents.get(ism, 0)

    def _chained(self, row: Row) -> Iterator[tuple[tuple[str, ...], str]]:
        """The elements of a row of several words in its native and Latin forms, each with its spelling."""
        forms = {self._spelt(strip_harakat(row.native).split())}
        forms |= {
            self._spelt(spelling.replace("-", " ").split())
            for spelling in (row.canonical, *row.many("also"))
            if " " in spelling or "-" in spelling
        }
        if " " not in row.canonical:
            forms |= {(elements, _joined(row.canonical)) for elements, _ in forms}
        yield from (form for form in forms if len(form[0]) > 1)

    def _spelt(self, words: list[str]) -> tuple[tuple[str, ...], str]:
        """The elements of a row's words, and how they are spelt without articles."""
        elements, spelt = [], []
        for at, word in enumerate(words):
            folded = _joined(word)
            if at < len(words) - 1 and folded in self.particles:
                elements.append(self.particles[folded][0].name)
                spelt.append(self.particles[folded][0].spelt(folded))
            elif folded not in self.articles or at == len(words) - 1:
                elements.append(self.part(word))
                spelt.append(self.plain(word))
        return tuple(elements), "".join(spelt)

    def plain(self, word: str) -> str:
        """A word folded, without article; a known ending in its usual form."""
        folded = _bare(_joined(word))
        ending = self.endings.get(folded)
        return folded if ending is None else _ending_plain(ending, folded)

    def part(self, word: str) -> str:
        """A word as an element of a compound: the name of a known ending, else its sound."""
        folded = _joined(word)
        ending = self.endings.get(folded) or self.endings.get(_bare(folded))
        return ending.id if ending else _sound(_bare(word))

    def _index_titles(self) -> None:
        for row in self.tables.rows("person/title"):
            for column in (
                row.native,
                row.canonical,
                *row.many("also"),
                *row.many("cyrillic"),
                *row.many("arabic"),
            ):
                self.titles.setdefault(_joined(column), row)
        self.titles_begun = {title[:size] for title in self.titles for size in range(len(title) + 1)}

    def _word(self, text: str, article: str) -> Word:
        """Everything known of one word; `article` as it stood before it: "al", "house" (Al Saud) or ""."""
        script = script_of(text)
        core = unmarked(text, self.tables) if script == "Latn" else text
        folded = _joined(core)
        found = self._rows(folded, article)
        if not article:
            stripped = self._stripped(core, folded, script, found)
            if stripped:
                core, article = stripped, "al"
                folded = _joined(core)
                found = self._rows(folded, article)
        compound, broken, elements = self._taken_apart(folded, found)
        sound = _sound(core)
        abroad: tuple[Known, ...] = ()
        if compound is None:
            if not found:
                found = self._by_sound(folded, sound, article)
            elif not any(known.role in ("ism", "equivalent") for known in found) and not article:
                heard = self._by_sound(folded, sound, article)
                found = found + [known for known in heard if known.role in ("ism", "equivalent")]
            if not found and broken is None:
                found = self._by_reading(core, script, article)
            abroad = tuple(
                known for known in found if known.role == "equivalent" and known.cost < _ARTICLE_MISSED
            )
            if abroad:
                found = self._own_forms(text, found)
        by_role: dict[str, list[Known]] = {"ism": [], "family": [], "nisba": []}
        for known in sorted(found, key=lambda known: known.cost):
            role = "ism" if known.role == "equivalent" else known.role
            if role in by_role:
                by_role[role].append(known)
            elif compound is None:
                compound = known
        ism, family, nisba = (tuple(by_role[role]) for role in ("ism", "family", "nisba"))
        elements = elements or (self.part(core),)
        return Word(
            text, core, article, script, sound, elements, ism, family, nisba, compound, broken, abroad
        )

    def _rows(self, folded: str, article: str) -> list[Known]:
        """The rows that write a word out, with its article, without, or with one it has not got."""
        whole = []
        articles = ("al", "el") if folded.isascii() else (_AL, "аль")
        for known in self._rows_of(articles[0] + folded) + self._rows_of(articles[1] + folded):
            if known.role == "family":
                other = 0.05 if article and _is_house(known.row) != (article == "house") else 0.0
                whole.append(
                    Known(known.row, known.role, known.cost + (other if article else _ARTICLE_MISSED))
                )
        plain = self._rows_of(folded)
        if article and whole:
            seen = {known.row.id for known in whole}
            plain = [known for known in plain if known.row.id not in seen or known.role != "family"]
        return _settled(whole + plain) if whole or plain else []

    def _stripped(self, text: str, folded: str, script: str, found: list[Known]) -> str:
        """A word without the article written in one with it; empty where there is none."""
        if script == "Arab" and any(known.role in ("ism", "equivalent", "laqab") for known in found):
            return ""
        if script != "Arab" and found:
            return ""
        if script == "Arab":
            plain = strip_harakat(text)
            return plain[2:] if plain.startswith(_AL) and len(plain) > 4 else ""
        if len(text) > 4 and text[:2] in ("Al", "El", "al", "el") and text[2].isupper() and text[3].islower():
            return text[2:]
        for opener in ("al", "el", "аль", "эль"):
            rest = folded[len(opener) :]
            if folded.startswith(opener) and len(rest) > 3 and rest in self._index.written:
                return text[-len(rest) :] if len(text) == len(folded) else rest
        return ""

    def _by_sound(self, folded: str, sound: str, article: str) -> list[Known]:
        """The rows that sound like a word, nearest first."""
        found = []
        for spelling, place in self._index.heard.get(sound, ()):
            cost = near(folded, spelling)
            if cost > _HEARD or _is_feminine(folded) > _is_feminine(spelling):
                continue
            known = self._at(place)
            missed = known.role == "family" and not article and _has_article(known.row)
            total = known.cost + _HEARD_FLOOR + 2 * cost + (_ARTICLE_MISSED if missed else 0.0)
            found.append(Known(known.row, known.role, total))
        return _settled(found)

    def _by_reading(self, core: str, script: str, article: str) -> list[Known]:
        """The rows whose Arabic form a word of another script surely stands for."""
        if script == "Arab" or len(core) < _READABLE:
            return []
        heard = read(core, "ar", 1)
        if not heard or heard[0].share < _SURE_SHARE:
            return []
        rows = self._rows(_joined(_bare(heard[0].native)), article)
        folded = _joined(core)
        return [
            Known(known.row, known.role, known.cost + _READ_COST)
            for known in rows
            if near(folded, _joined(_unarticled(known.row.canonical))) < _READ_NEAR
        ]

    def _own_forms(self, text: str, found: list[Known]) -> list[Known]:
        """An equivalent that differs from its Arabic name by no more than spelling gives way to it.

        One that its language alone writes so stays what it is.
        """
        settled = []
        for known in found:
            if known.role == "equivalent" and not _is_own(text, known.row):
                own = self.arabic(known.row)
                if own and self._one_spelling(own.row, known.row.canonical):
                    known = Known(own.row, own.role, known.cost + own.cost)
            settled.append(known)
        return _settled(settled)

    def arabic(self, row: Row) -> Known | None:
        """The Arabic name that an equivalent is of, None for a row that is no equivalent."""
        place = self._index.isms.get(row["of"]) if row["of"] else None
        return self._at(place) if place else None

    def _one_spelling(self, row: Row, form: str) -> bool:
        """Does a Latin form differ from an Arabic name's own by no more than romanisation does?"""
        usual, spelt = row.canonical, _joined(form)
        if _sound(usual) == _sound(form) or near(_joined(usual), spelt) < _HEARD:
            return True
        return _joined(romanize(row.native, _PRESS, tables=self.tables)) == spelt

    def _taken_apart(
        self, folded: str, found: list[Known]
    ) -> tuple[Known | None, tuple[str, str] | None, tuple[str, ...]]:
        """A compound written as one word: its row, else its halves; and its elements."""
        roles = ("ism", "family", "nisba") if folded[-1:] > "\u0600" else _NAMES
        if any(known.cost < _ARTICLE_MISSED and known.role in roles for known in found):
            return None, None, ()
        for opener, element in self._openers.get(folded[:3], ()):
            if not folded.startswith(opener) or len(folded) - len(opener) < 3:
                continue
            rest = folded[len(opener) :]
            elements = (element.name, self.part(rest))
            chained = self.chain(elements, element.spelt(folded) + self.plain(rest))
            if chained:
                return _honoured(chained), None, elements
        for ending, row in self._closers.get(folded[-2:], ()):
            if folded.endswith(ending) and len(folded) - len(ending) > 1:
                half = self._half(folded[: -len(ending)], ending, row, folded)
                if half:
                    return half
        return self._broken(folded) if not found else (None, None, ())

    def _half(
        self, rest: str, ending: str, row: Row, folded: str
    ) -> tuple[Known | None, tuple[str, str] | None, tuple[str, ...]] | None:
        """The first half of a compound in a known ending, its link (the article, a vowel) cut off."""
        for link in self._links(rest, ending):
            head = rest[: len(rest) - len(link)]
            if len(head) < 2 or len(_sound(head)) < 1 or (len(head) < 3 and head.isascii()):
                continue
            elements = (_sound(head), row.id)
            chained = self.chain(elements, head + _ending_plain(row, folded))
            if chained:
                return _honoured(chained), None, elements
        return None

    def _links(self, rest: str, ending: str) -> Iterable[str]:
        """What may stand between the halves of a compound, longest first."""
        yield from (
            form for form in (rest[-3:], rest[-2:]) if self.articles.get(form) in ("l", "л", "ь", ending[0])
        )
        if rest[-1:] == ending[0] and rest[-2:-1] in _VOWELS:
            yield rest[-2:]
        if rest[-1:] in _VOWELS:
            yield rest[-1:]
        yield ""

    def _broken(self, folded: str) -> tuple[Known | None, tuple[str, str] | None, tuple[str, ...]]:
        """Abd- and a word no row has: Abdelmoula is Abd al-Moula all the same."""
        for opener, element in self._openers.get(folded[:3], ()):
            rest = folded[len(opener) :]
            if not folded.startswith(opener) or len(rest) < 3:
                continue
            if opener == "ابو":
                return None, (element.name, rest), (element.name, self.part(rest))
            if element.name != "abd":
                continue
            if opener[-1] in "lль" or (len(opener) > 3 and opener[-1] == rest[0]):
                return None, (element.name, rest), (element.name, self.part(rest))
        return None, None, ()

    def _chain(self, elements: tuple[str, ...], spelt: str) -> tuple[Known, ...]:
        """The rows of a compound with these elements: the nearest of each role, nearest first."""
        best: dict[str, Known] = {}
        for written, place in self._index.chains.get(elements, ()):
            apart = near(spelt, written)
            if apart > _HEARD_CHAIN:
                continue
            known = self._at(place)
            cost = known.cost + apart
            if known.role not in best or cost < best[known.role].cost:
                best[known.role] = Known(known.row, known.role, cost)
        return tuple(sorted(best.values(), key=lambda known: known.cost))

    def half(self, folded: str, ending: str) -> str:
        """What stands before a link in "Ziaur Rahman": zia; empty where no compound is made so."""
        row = self.endings.get(ending)
        if row is None or self.articles.get(folded[-2:]) not in ("l", "л", ending[0]):
            return ""
        head = folded[:-2]
        return head if self.chain((_sound(head), row.id), head + _ending_plain(row, ending)) else ""

    def element(self, folded: str) -> Element | None:
        """The particle that a folded word may be."""
        found = self.particles.get(folded)
        return found[0] if found else None

    def opens(self, element: str) -> bool:
        """Does any compound begin with this element?"""
        return element in self._starts


def _same_bare(folded: str, row: Row) -> bool:
    """Is a compound's head spelt without the article?"""
    return folded[-1:] not in "lrsntdzhльрснтдзш" or folded in ("abd", "ebd", "абд", _joined(row.native))


def _ending_plain(row: Row, folded: str) -> str:
    """The second half of a compound as its row has it, in the script of the word."""
    return _bare(_joined(row.native if script_of(folded) == "Arab" else _unarticled(row.canonical)))


def _honoured(chained: tuple[Known, ...]) -> Known:
    """The laqab among the rows of a compound, else the nearest."""
    return next((known for known in chained if known.role == "laqab"), chained[0])


def _is_own(text: str, row: Row) -> bool:
    """True for a form written just as its language alone writes it: Hossein, Mehmet, Kasım."""
    return (
        text == row.native and not text.isascii()
        if not row["own"]
        else _joined(text) == _joined(row.canonical)
    )


def _settled(found: list[Known]) -> list[Known]:
    """Each row once, at its best, cheapest first; an equivalent after the Arabic name it equals."""
    if len(found) < 2:
        return found
    best: dict[tuple[str, str], Known] = {}
    for known in found:
        place = (known.role, known.row.id)
        if place not in best or known.cost < best[place].cost:
            best[place] = known
    return sorted(best.values(), key=lambda known: known.cost + 0.01 * (known.role == "equivalent"))


def _sound(word: str) -> str:
    """The key of a word; a c before e or i is French: Hocine, Yacine."""
    if "c" in word or "C" in word:
        word = word.lower().replace("ce", "se").replace("ci", "si").replace("cy", "sy")
    return key(word, "ar")


_VOCABULARIES: WeakKeyDictionary[Tables, Vocabulary] = WeakKeyDictionary()


def vocabulary(tables: Tables | None = None) -> Vocabulary:
    """The Arabic vocabulary of a set of tables (the built-in ones by default), made once."""
    tables = tables or built_in()
    if tables not in _VOCABULARIES:
        _VOCABULARIES[tables] = Vocabulary(tables)
    return _VOCABULARIES[tables]
