"""The grammar of Arabic names: from a text to its units, each a word, a compound, a kunya or a nasab.

A unit does not yet know its place in the name. It carries two forms, how it comes out as a given
name and how as a surname, and `lean`: the log-odds that it is the former.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal
from weakref import WeakKeyDictionary

from translit import sounds
from translit.nouns import Row
from translit.person.arabic_words import Element, Known, Vocabulary, Word, vocabulary
from translit.romanization import romanize
from translit.tables import Tables, built_in
from translit.text.case import capitalise, is_shouted
from translit.text.clean import fold, strip_harakat
from translit.text.script import script_of
from translit.text.words import is_initial

__all__ = ["Form", "Grammar", "Name", "Unit", "grammar"]

_ATOM = re.compile(r"[^\s,،;()\[\]\"«»“”\-‐‑–—]+|[,،;]")
_QUOTES = "'’‘`´ʻʼʿʾ′."
_DROPPED = str.maketrans("", "", " -–.'’")
_AL = "ال"
_LONGEST = 4
_CACHED = 65536
_SOFT_TITLES = 2  # units that must follow a title which may be an ism: Sayyid, Sharif, Sultan
_SURNAME_PREFIXES = ("ben", "bel", "bou", "ait", "бен", "бель", "бу", "аит")
_SURNAME_ENDINGS = ("i", "y", "и", "ي", "ch", "ech")

Kind = Literal["name", "compound", "kunya", "nasab", "initial"]


@dataclass(frozen=True, slots=True)
class Form:
    """How a unit comes out in one place of a name."""

    canonical: str
    native: str | None
    key: str
    role: str
    row: Row | None
    cost: float
    others: tuple[Row, ...] = ()


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit of a name. `settled` where its place as a family name is sure (Ben Bella)."""

    kind: Kind
    given: Form
    surname: Form
    lean: float
    article: bool = False
    settled: bool = False
    gender: Literal["m", "f"] | None = None


@dataclass(frozen=True, slots=True)
class Placed:
    """A unit and where it stands in the text."""

    unit: Unit
    start: int
    end: int
    shouted: bool


@dataclass(frozen=True, slots=True)
class Name:
    """A name in its units: titles before, titles after, and after which unit a comma stood."""

    text: str
    titles: tuple[tuple[Row, int, int], ...]
    units: tuple[Placed, ...]
    comma: int | None


@dataclass(frozen=True, slots=True)
class _Item:
    """A word of the text with the article that belongs to it."""

    start: int
    end: int
    text: str
    folded: str
    article: str
    comma: bool = False


class Grammar:
    """Cuts names into units by the rows of one set of tables."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        self._words: Vocabulary = vocabulary(tables)
        self.sound = self._words.sound
        self._single = lru_cache(_CACHED)(self._one_word)
        self._item = lru_cache(_CACHED)(self._one_item)
        self._matched = lru_cache(_CACHED)(self._chain_unit)
        self._unknown = lru_cache(_CACHED)(self._by_rule)

    def parse(self, text: str) -> Name:
        """The units of a cleaned text."""
        atoms = [(match.start(), match.end()) for match in _ATOM.finditer(text)]
        titles, atoms = self._titles(text, atoms)
        items = self._items(text, atoms)
        placed: list[Placed] = []
        comma = None
        at = 0
        while at < len(items):
            if items[at].comma:
                if placed and comma is None:
                    comma = len(placed)
                at += 1
                continue
            unit, after = self._unit(text, items, at)
            start, end = items[at].start, items[after - 1].end
            placed.append(Placed(unit, start, end, is_shouted(text[start:end])))
            at = after
        if comma == len(placed):
            comma = None
        return Name(text, titles, tuple(placed), comma)

    # ------------------------------------------------------------------ titles and articles

    def _titles(
        self, text: str, atoms: list[tuple[int, int]]
    ) -> tuple[tuple[tuple[Row, int, int], ...], list[tuple[int, int]]]:
        """Titles before a name and after it (Bey, Pasha)."""
        found: list[tuple[Row, int, int]] = []
        while len(atoms) > 1:
            for size in range(min(_LONGEST, len(atoms) - 1), 0, -1):
                start, end = atoms[0][0], atoms[size - 1][1]
                row = self._title(text[start:end])
                if row and not self._is_name(row, text, atoms, size):
                    found.append((row, start, end))
                    atoms = atoms[size:]
                    break
            else:
                break
        if len(atoms) > 2:
            start, end = atoms[-1]
            row = self._title(text[start:end])
            if row and row["note"].startswith("follows"):
                found.append((row, start, end))
                atoms = atoms[:-1]
        return tuple(found), atoms

    def _title(self, text: str) -> Row | None:
        """The title that these words are."""
        folded = _joined(text)
        row = self._words.titles.get(folded)
        if row is None and folded.startswith(_AL):
            row = self._words.titles.get(folded[2:])
        return row

    def _is_name(self, row: Row, text: str, atoms: list[tuple[int, int]], size: int) -> bool:
        """A title that is also an ism is one only before an ism and one word more."""
        rest = [text[start:end] for start, end in atoms[size:]]
        if rest[0] in ",،;":
            return True
        start, end = atoms[0]
        word = self._words.word(text[start:end], "")
        if size > 1 or not any(known.cost < 0.4 for known in word.ism) or word.article:
            return False
        following = self._words.word(rest[0], "")
        names = sum(_joined(other) not in self._words.articles for other in rest)
        element = self._words.element(_joined(rest[0]))
        nasab_later = any(self._is_nasab(other) for other in rest[1:-1])
        if names < _SOFT_TITLES or (element and element.role == "nasab") or following.article:
            return True
        sure = "only as a title" not in row["note"] or row.id in ("sayyid",)
        return not (following.ism or following.compound) or not (sure or nasab_later)

    def _is_nasab(self, text: str) -> bool:
        element = self._words.element(_joined(text))
        return element is not None and element.role == "nasab"

    def _items(self, text: str, atoms: list[tuple[int, int]]) -> list[_Item]:
        """The words, each with the article before it or in one with it."""
        items: list[_Item] = []
        began: int | None = None
        article = ""
        for at, (start, end) in enumerate(atoms):
            word = text[start:end]
            if word in ",،;":
                items.append(_Item(start, end, word, word, "", True))
                continue
            folded = _joined(word)
            if not article and at + 1 < len(atoms) and self._is_article(text, folded, atoms[at + 1], start):
                began, article = start, _which_article(text, start, end)
                continue
            if at and word.isascii() and word.isupper() and set(word) <= set("IVX"):
                continue
            item = self._item(word, folded, article)
            if at + 1 < len(atoms) and len(folded) > 4:
                half = self._words.half(folded, _joined(text[atoms[at + 1][0] : atoms[at + 1][1]]))
                if half:
                    items.append(_Item(start if began is None else began, end, word[: len(half)], half, article))
                    began, article = None, "al"
                    continue
            items.append(_Item(start if began is None else began, end, item[0], item[1], item[2]))
            element = self._words.element(folded) if not article else None
            began, article = None, "al" if element and element.role == "kunya" and element.article else ""
        return items

    def _one_item(self, word: str, folded: str, article: str) -> tuple[str, str, str]:
        """A word, folded, and its article, also where it is written in one with it."""
        if article:
            return word, folded, article
        linked = self._words.linked.get(folded)
        if linked is not None:
            bare = linked.canonical.removeprefix("al-")
            return bare, _joined(bare), "al"
        known = self._words.word(word, "")
        if known.article and known.compound is None:
            return known.core, _joined(known.core), "al"
        return word, folded, ""

    def _is_article(self, text: str, folded: str, following: tuple[int, int], start: int) -> bool:
        """Is a word the article of the next? Without l only before the sun letter it became."""
        last = self._words.articles.get(folded)
        if last is None or len(folded) > 4:
            return False
        after = fold(text[following[0] : following[1]])
        if not after or not after[0].isalpha() or (len(after) < 3 and after in self._words.articles):
            return False
        if last in "lльل":
            return True
        return after.startswith(last) or (last == "h" and after.startswith(folded[-2:]))

    # ------------------------------------------------------------------ units

    def _unit(self, text: str, items: list[_Item], at: int) -> tuple[Unit, int]:
        """The longest unit that begins at an item, and the item after it."""
        item = items[at]
        end = at + 1
        while end < len(items) and not items[end].comma:
            end += 1
        following = end > at + 1
        element = self._words.element(item.folded) if following and not item.article else None
        if is_initial(item.text) and item.text.upper() == item.text and script_of(item.text) != "Arab":
            return _initial(item.text), at + 1
        if following:
            chained = self._chained(text, items, at, end, element)
            if chained:
                return chained
        if element is not None:
            inner, after = self._unit(text, items, at + 1)
            joined = self._joined_unit(element, item, inner, items[at + 1])
            if joined:
                return joined, after
        if following and items[at + 1].article:
            ending = self._ending(items[at + 1].folded)
            if ending:
                return self._named_with(item, ending), at + 2
        return self._single(item.text, item.article), at + 1

    def _chained(
        self, text: str, items: list[_Item], at: int, end: int, element: Element | None
    ) -> tuple[Unit, int] | None:
        """The longest run of items that a compound's row has as its elements."""
        first = element.name if element else self._words.word(items[at].text, items[at].article).elements[0]
        if not self._words.opens(first):
            return None
        for size in range(min(_LONGEST, end - at), 1, -1):
            run = items[at : at + size]
            span = text[run[0].start : run[-1].end]
            unit = self._matched(span, tuple((item.text, item.folded, item.article) for item in run))
            if unit:
                return unit, at + size
        return None

    def _chain_unit(self, span: str, run: tuple[tuple[str, str, str], ...]) -> Unit | None:
        """The unit of a run of words that some row has as a compound."""
        elements: list[str] = []
        spelt = ""
        head = None
        for at, (text, folded, article) in enumerate(run):
            element = self._words.element(folded) if at < len(run) - 1 and not article else None
            head = element if at == 0 else head
            elements.extend((element.name,) if element else self._words.word(text, article).elements)
            spelt += element.name if element else self._words.plain(folded)
        rows = {known.role: known for known in self._words.chain(tuple(elements), spelt)}
        family = rows.get("family")
        if family and head and head.name == "bin" and not _as_printed(run[0][1], family):
            family = None
        laqab = rows.get("laqab")
        if laqab and (head is not None or self._linked(laqab.row, run)):
            form = _row_form(self, laqab, False)
            surname = _row_form(self, family, False) if family else replace(form, role="family")
            return Unit("compound", form, surname, 0.6 if head else 0.4, gender=_gender(laqab.row))
        if "kunya" in rows and head and head.role == "kunya":
            form = replace(_row_form(self, rows["kunya"], False), role="kunya")
            return Unit("kunya", form, replace(form, role="family"), -1.0, gender=_gender(rows["kunya"].row))
        if family is None:
            return None
        form = _row_form(self, family, False)
        if head is None or head.role != "nasab":
            return Unit("name", replace(form, role="ism"), form, -4.0, settled=True)
        inner = self._single(run[-1][0], run[-1][2])
        nasab = self._with_head(head, run[0], inner, "nasab").given if len(run) == 2 else replace(form, role="nasab")
        return Unit("nasab", nasab, form, -4.0, settled=True)

    def _linked(self, row: Row, run: tuple[tuple[str, str, str], ...]) -> bool:
        """Does the second half carry what its row has before it: the article, or nothing?"""
        has = any(article for _, _, article in run[1:])
        wants = " ال" in strip_harakat(row.native) and "الله" not in strip_harakat(row.native)
        spelt = "".join(folded for _, folded, _ in run)
        return has or not wants or any(_joined(spelling) == spelt for spelling in (row.canonical, *row.many("also")))

    def _ending(self, folded: str) -> Row | None:
        """The second half of a compound that any word may take: al-Din."""
        rows = self._words.endings.get(folded)
        return rows if rows is not None and rows.id in ("ending-din",) else None

    def _named_with(self, item: _Item, ending: Row) -> Unit:
        """A compound in al-Din that no row has."""
        first = self._single(item.text, "").given
        form = Form(
            f"{first.canonical} {ending.canonical}",
            f"{first.native} {strip_harakat(ending.native)}" if first.native else None,
            first.key + self._words.sound(strip_harakat(ending.native)[2:]),
            "ism", None, first.cost + 0.1,
        )  # fmt: skip
        return Unit("compound", form, replace(form, role="family"), 0.6)

    def _joined_unit(self, element: Element, item: _Item, inner: Unit, following: _Item) -> Unit | None:
        """A particle and the unit it governs: a kunya, a nasab, a compound in Abd."""
        run = (item.text, item.folded, item.article)
        if element.role in ("kunya", "nasab"):
            return self._with_head(element, run, inner, element.role)
        if element.name != "abd" or not (element.article or following.article or inner.kind == "compound"):
            return None
        tail = inner.surname if inner.surname.row and inner.surname.role != "family" else inner.given
        canonical, native = tail.canonical.removeprefix("al-"), tail.native
        form = Form(
            f"Abd al-{canonical}",
            f"عبد {_AL}{native.removeprefix(_AL)}" if native else None,
            self._words.sound("عبد") + tail.key,
            "ism", None, 0.3,
        )  # fmt: skip
        return Unit("compound", form, replace(form, role="family"), 0.6, gender="m")

    def _with_head(self, element: Element, run: tuple[str, str, str], inner: Unit, role: str) -> Unit:
        """A kunya (Abu X) or a nasab (bin X) of the particle's row."""
        tail = inner.given if inner.given.row or not inner.surname.row else inner.surname
        native_head = strip_harakat(element.row.native).replace("اِ", "ا")
        native = f"{native_head} {tail.native}" if tail.native else None
        canonical = f"{element.row.canonical} {tail.canonical}"
        if role == "kunya":
            form = Form(canonical, native, self._words.sound("أبو" if element.name == "abu" else native_head) + tail.key,
                        "kunya", None, tail.cost)  # fmt: skip
            female = element.row.id == "umm"
            return Unit("kunya", form, replace(form, role="family"), -1.0, gender="f" if female else None)
        form = Form(canonical, native, tail.key, "nasab", None, tail.cost)
        maghreb = run[1] == "ben" or run[0] in ("Бен", "БЕН") or run[1] in ("bel", "бель")
        as_family = replace(form, role="family")
        if maghreb:
            printed = "Bel" if element.name == "bel" else "Ben"
            as_family = replace(as_family, canonical=f"{printed} {tail.canonical}")
        settled = maghreb or element.row.id in ("ould", "mint", "ait", "bani", "ahl", "awlad", "bel", "walad")
        gender: Literal["m", "f"] | None = None
        if element.row.id in ("bint", "ibnat", "mint"):
            gender = "f"
        elif element.name == "bin":
            gender = "m"
        return Unit("nasab", form, as_family, -4.0 if settled else -2.5, settled=settled, gender=gender)

    # ------------------------------------------------------------------ single words

    def _one_word(self, text: str, article: str) -> Unit:
        """The unit of one word."""
        word = self._words.word(text, article)
        if word.compound is not None and not (word.family and word.family[0].cost < 0.1 and word.compound.cost > 0):
            known = word.compound
            form = _row_form(self, known, False)
            if known.role == "kunya":
                return Unit("name", form, replace(form, role="family"), -0.8)
            if known.role == "family":
                return Unit("name", replace(form, role="ism"), form, -2.0)
            surname = replace(form, role="family")
            if word.family and word.family[0].cost <= known.cost:
                surname = _row_form(self, word.family[0], word.article)
            lean = 0.6 if word.elements[0] == "abd" else 0.4
            return Unit("compound", replace(form, role="ism"), surname, lean, gender=_gender(known.row))
        if word.broken is not None:
            return self._broken(word)
        unknown = self._unknown(text, article)
        given = _row_form(self, word.ism[0], word.article) if word.ism else unknown
        if word.ism:
            given = replace(given, others=tuple(known.row for known in word.ism[1:3]))
        surname = self._surname(word, unknown)
        gender = _gender(word.ism[0].row) if word.ism else None
        return Unit("name", given, surname, self._lean(word), word.article, gender=gender)

    def _surname(self, word: Word, unknown: Form) -> Form:
        """How a word comes out as a surname.

        With the article a nisba is one, unless papers print the family name without (Gaddafi);
        without article a family name goes before a nisba, and an ism comes last.
        """
        options = []
        for known in word.family[:4]:
            dropped = 0.02 if word.article and not _has_article(known.row) else 0.0
            options.append((known.cost + dropped, known))
        for known in word.nisba[:1]:
            options.append((known.cost + (0.05 if word.article else 0.2), known))
        for known in word.ism[:1]:
            options.append((known.cost + 0.25, known))
        if not options:
            nisba = word.article and fold(word.core).endswith(("i", "y", "ي", "и", "ий"))
            return replace(unknown, role="nisba" if nisba else "family")
        known = min(options, key=lambda option: option[0])[1]
        if known.role == "family" and word.article and _has_article(known.row) and word.nisba:
            known = word.nisba[0] if word.nisba[0].cost < known.cost + 0.1 else known
        form = _row_form(self, known, word.article)
        return replace(form, role="nisba" if known.role == "nisba" and word.article else "family")

    def _lean(self, word: Word) -> float:
        """The log-odds that a word is a given name, from the tables and its shape."""
        ism = word.ism[0].cost if word.ism else None
        surname = min((known.cost for known in (*word.family[:1], *word.nisba[:1])), default=None)
        shape = _shape(word)
        if ism is None and surname is None:
            return -0.8 + shape + (-2.0 if word.article else 0.0)
        if surname is None and ism is not None:
            return (2.4 - 2.0 * ism if not word.article else 0.2) + 0.3 * shape
        if ism is None and surname is not None:
            return -2.6 + 1.5 * surname + 0.5 * shape - (0.8 if word.article else 0.0)
        assert ism is not None
        assert surname is not None
        return 0.6 + 1.5 * max(-1.0, min(1.0, surname - ism)) + 0.5 * shape - (1.5 if word.article else 0.0)

    def _broken(self, word: Word) -> Unit:
        """Abdelmoula: Abd al- and a word that no row has."""
        assert word.broken is not None
        if word.broken[0] == "abu":
            head = self._words.particles["ابو"][0]
            joined = self._with_head(head, (word.text, "ابو", ""), self._single(word.broken[1], ""), "kunya")
            return replace(joined, kind="name", given=joined.given, lean=-1.0)
        tail = self._single(word.broken[1], "al").given
        canonical = tail.canonical.removeprefix("al-")
        native = f"عبد {tail.native}" if tail.native else None
        form = Form(f"Abd al-{canonical}", native, self._words.sound("عبد") + tail.key, "ism", None, 0.3)
        return Unit("compound", form, replace(form, role="family"), 0.6, gender="m")

    def _by_rule(self, text: str, article: str) -> Form:
        """A word that no table has, by the letters alone."""
        word = self._words.word(text, article)
        core = word.core.strip(_QUOTES) or word.core
        native = _native(core, word.script)
        if word.script == "Arab":
            latin = capitalise(romanize(core, "press-en-ar", tables=self._tables))
        elif word.script == "Cyrl":
            latin = capitalise(romanize(core, "press-en-ru", tables=self._tables))
        else:
            latin = capitalise(core) if is_shouted(core) or core.islower() else core
        if word.article:
            latin, native = f"al-{latin}", f"{_AL}{native}" if native else None
        return Form(latin, native, word.key, "ism", None, 1.0)


def _native(core: str, script: str) -> str | None:
    """A word in Arabic script, as it is written or as it sounds."""
    if script == "Arab":
        return strip_harakat(core)
    heard = sounds.read(core, "ar", 1)
    return heard[0].native if heard and script_of(heard[0].native) == "Arab" else None


def _shape(word: Word) -> float:
    """What the shape of a word says of its being a given name."""
    folded = fold(word.core)
    found = 0.0
    if folded.startswith(_SURNAME_PREFIXES) and len(folded) > 5:
        found -= 1.5
    if folded.endswith(_SURNAME_ENDINGS) and len(folded) > 4:
        found -= 1.0
    return found


def _gender(row: Row) -> Literal["m", "f"] | None:
    """The gender that a row tells."""
    cell = row["gender"]
    return "m" if cell == "m" else "f" if cell == "f" else None


def _row_form(grammar: Grammar, known: Known, article: str | bool) -> Form:
    """How a row comes out; an article of the text stays where the row has none of its own."""
    row = known.row
    native: str | None = strip_harakat(row.native)
    canonical = row.canonical
    role = {"equivalent": "ism", "laqab": "ism"}.get(known.role, known.role)
    key = _row_key(grammar, row)
    if known.role == "equivalent" and script_of(row.native) != "Arab":
        native = None
    if article and known.role in ("ism", "equivalent", "nisba"):
        canonical, native = f"al-{canonical}", f"{_AL}{native}" if native else None
    return Form(canonical, native, key, role, row, known.cost)


def _row_key(grammar: Grammar, row: Row) -> str:
    """The sound of a row, without articles and the words for son."""
    parts = []
    for word in strip_harakat(row.native).split():
        if word in ("بن", "ابن", "آل"):
            continue
        parts.append(grammar.sound(word[2:] if word.startswith(_AL) and len(word) > 3 and word != "الله" else word))
    return "".join(parts)


def _as_printed(folded: str, known: Known) -> bool:
    """May "bin X" be the family name that papers print "Ben X" or "bin X"?"""
    head = fold(known.row.canonical)[:3]
    if script_of(folded) == "Arab":
        return known.cost < 0.05
    return folded in (head, "бен") or (head == "bin" and folded == "ben")


def _which_article(text: str, start: int, end: int) -> str:
    """The article as "al", or "house" for a word that stands apart and is Al: Al Saud."""
    apart = text[start:end] in ("Al", "AL", "Аль", "آل") and text[end : end + 1] == " "
    return "house" if apart else "al"


def _has_article(row: Row) -> bool:
    """Does a row's usual English form carry the article?"""
    return row.canonical[:3].lower() in ("al-", "al ", "el ")


def _initial(text: str) -> Unit:
    """A letter that stands for a name."""
    form = Form(text if text.endswith(".") else text + ".", None, fold(text).strip("."), "ism", None, 0.5)
    return Unit("initial", form, replace(form, role="family"), 2.0)


def _joined(text: str) -> str:
    """A folded text without blanks, hyphens and dots."""
    return fold(text).translate(_DROPPED)


_GRAMMARS: WeakKeyDictionary[Tables, Grammar] = WeakKeyDictionary()


def grammar(tables: Tables | None = None) -> Grammar:
    """The grammar over a set of tables (the built-in ones by default), made once."""
    tables = tables or built_in()
    if tables not in _GRAMMARS:
        _GRAMMARS[tables] = Grammar(tables)
    return _GRAMMARS[tables]
