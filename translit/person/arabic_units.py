"""The units of Arabic names: what a word, a compound, a kunya or a nasab comes out as.

A unit does not yet know its place in the name. It carries two forms, how it comes out as a given
name and how as a surname, and `lean`: the log-odds that it is the former (learned weights of
`tables/weights/order-ar.tsv`).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from translit import sounds
from translit.nouns import Row
from translit.person.arabic_words import Element, Known, Vocabulary, Word, vocabulary
from translit.quick import quick
from translit.romanization import romanize
from translit.tables import Tables
from translit.text.case import capitalise, is_shouted
from translit.text.clean import fold, strip_harakat
from translit.text.script import script_of

__all__ = ["Form", "Item", "Unit", "Units", "initial"]

_QUOTES = "'’‘`´ʻʼʿʾ′."
_AL = "ال"
_RUSSIAN = "press-en-ru"
_DROPPED = str.maketrans("", "", " -–.'’")
_WRITTEN = 0.12  # a cost below which a row writes a word out
_CACHED = 32768
_SURNAME_PREFIXES = ("ben", "bel", "bou", "ait", "бен", "бель", "бу", "аит")
_SURNAME_ENDINGS = ("i", "y", "и", "ي")

Kind = Literal["name", "compound", "kunya", "nasab", "initial"]
Run = tuple[str, str, str]  # a word, folded, and the article before it


@quick
@dataclass(frozen=True, slots=True, eq=False)
class Form:
    """How a unit comes out in one place of a name."""

    canonical: str
    native: str | None
    key: str
    role: str
    row: Row | None
    cost: float
    others: tuple[Row, ...] = ()

    def as_role(self, role: str) -> Form:
        """The same form in another role."""
        return Form(self.canonical, self.native, self.key, role, self.row, self.cost, self.others)


@quick
@dataclass(frozen=True, slots=True, eq=False)
class Unit:
    """One unit of a name. `settled` where its place as a family name is sure (Ben Bella)."""

    kind: Kind
    given: Form
    surname: Form
    lean: float
    article: bool = False
    settled: bool = False
    abroad: tuple[Form, ...] = ()
    gender: Literal["m", "f"] | None = None


@quick
@dataclass(frozen=True, slots=True)
class Item:
    """A word of the text with the article that belongs to it."""

    start: int
    end: int
    text: str
    folded: str
    article: str
    comma: bool = False


class Units:
    """Makes the units of names from the rows of one set of tables."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        self.words: Vocabulary = vocabulary(tables)
        self.sound = self.words.sound
        self.weights = {row.id: float(row["weight"]) for row in tables.rows("weights/order-ar")}
        self.single = lru_cache(_CACHED)(self._one_word)
        self.chained = lru_cache(_CACHED // 8)(self._chain_unit)
        self._keys: dict[str, str] = {}

    def _chain_unit(self, span: str, run: tuple[tuple[str, str, str], ...]) -> Unit | None:
        """The unit of a run of words that some row has as a compound."""
        elements: list[str] = []
        spelt = ""
        head = None
        for at, (text, folded, article) in enumerate(run):
            element = self.words.element(folded) if at < len(run) - 1 and not article else None
            head = element if at == 0 else head
            elements.extend((element.name,) if element else self.words.word(text, article).elements)
            spelt += element.spelt(folded) if element else self.words.plain(folded)
        rows = {known.role: known for known in self.words.chain(tuple(elements), spelt)}
        family = rows.get("family")
        if family and head and head.name == "bin" and not _as_printed(run[0][1], family):
            family = None
        laqab = rows.get("laqab")
        if laqab and (head is not None or self._linked(laqab.row, run)):
            form = _row_form(self, laqab, False)
            surname = _row_form(self, family, False) if family else form.as_role("family")
            return Unit("compound", form, surname, self._compound_lean(form), gender=_gender(laqab.row))
        if "kunya" in rows and head and head.role == "kunya":
            form = _row_form(self, rows["kunya"], False).as_role("kunya")
            return Unit(
                "kunya",
                form,
                form.as_role("family"),
                self.weights["kunya"],
                gender=_gender(rows["kunya"].row),
            )
        if family is None:
            return None
        form = _row_form(self, family, False)
        if head is None or head.role != "nasab":
            return Unit("name", form.as_role("ism"), form, -4.0, settled=True)
        inner = self.single(run[-1][0], run[-1][2])
        nasab = (
            self._with_head(head, run[0], inner, "nasab").given if len(run) == 2 else form.as_role("nasab")
        )
        return Unit("nasab", nasab, form, -4.0, settled=True)

    def row_key(self, row: Row) -> str:
        """The sound of a row, without articles and the words for son."""
        found = self._keys.get(row.native)
        if found is None:
            found = self._keys[row.native] = _row_key(self, row)
        return found

    def _linked(self, row: Row, run: tuple[tuple[str, str, str], ...]) -> bool:
        """Does the second half carry what its row has before it: the article, or nothing?"""
        has = any(article for _, _, article in run[1:])
        wants = " ال" in strip_harakat(row.native) and "الله" not in strip_harakat(row.native)
        spelt = "".join(folded for _, folded, _ in run)
        return (
            has
            or not wants
            or any(
                fold(spelling).translate(_DROPPED) == spelt for spelling in (row.canonical, *row.many("also"))
            )
        )

    def ending(self, folded: str) -> Row | None:
        """The second half of a compound that any word may take: al-Din."""
        rows = self.words.endings.get(folded)
        return rows if rows is not None and rows.id in ("ending-din",) else None

    def named_with(self, item: Item, ending: Row) -> Unit:
        """A compound in al-Din that no row has."""
        first = self.single(item.text, "").given
        form = Form(
            f"{first.canonical} {ending.canonical}",
            f"{first.native} {strip_harakat(ending.native)}" if first.native else None,
            first.key + self.words.sound(strip_harakat(ending.native)[2:]),
            "ism", None, first.cost + 0.1,
        )  # fmt: skip
        return Unit("compound", form, form.as_role("family"), self.weights["compound"])

    def _compound_lean(self, form: Form) -> float:
        """A compound's lean: of those in Abd, more are a father's or the family's name."""
        return self.weights["abd" if form.canonical.startswith("Abd") else "compound"]

    def governed(self, element: Element, item: Item, inner: Unit, following: Item) -> Unit | None:
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
            self.words.sound("عبد") + tail.key,
            "ism", None, 0.3,
        )  # fmt: skip
        return Unit("compound", form, form.as_role("family"), self.weights["abd"], gender="m")

    def _with_head(self, element: Element, run: tuple[str, str, str], inner: Unit, role: str) -> Unit:
        """A kunya (Abu X) or a nasab (bin X) of the particle's row."""
        tail = inner.given if inner.given.row or not inner.surname.row else inner.surname
        native_head = strip_harakat(element.row.native).replace("اِ", "ا")
        native = f"{native_head} {tail.native}" if tail.native else None
        canonical = f"{element.row.canonical} {tail.canonical}"
        if role == "kunya":
            sound = self.words.sound("أبو" if element.name == "abu" else native_head)
            form = Form(canonical, native, sound + tail.key, "kunya", None, tail.cost)
            female = element.row.id == "umm"
            return Unit(
                "kunya",
                form,
                form.as_role("family"),
                self.weights["kunya"],
                gender="f" if female else None,
            )
        form = Form(canonical, native, tail.key, "nasab", None, tail.cost)
        maghreb = run[1] == "ben" or run[0] in ("Бен", "БЕН") or run[1] in ("bel", "бель")
        as_family = form.as_role("family")
        if maghreb:
            printed = "Bel" if element.name == "bel" else "Ben"
            as_family = replace(as_family, canonical=f"{printed} {tail.canonical}")
        settled = maghreb or element.row.id in ("ould", "mint", "ait", "bani", "ahl", "awlad", "bel", "walad")
        gender: Literal["m", "f"] | None = None
        if element.row.id in ("bint", "ibnat", "mint"):
            gender = "f"
        elif element.name == "bin":
            gender = "m"
        return Unit(
            "nasab",
            form,
            as_family,
            -4.0 if settled else self.weights["nasab"],
            settled=settled,
            gender=gender,
        )

    def _one_word(self, text: str, article: str) -> Unit:
        """The unit of one word."""
        word = self.words.word(text, article)
        if word.compound is not None and not (
            word.family and word.family[0].cost < 0.1 and word.compound.cost > 0
        ):
            known = word.compound
            form = _row_form(self, known, False)
            if known.role == "kunya":
                return Unit("name", form, form.as_role("family"), -0.8)
            if known.role == "family":
                return Unit("name", form.as_role("ism"), form, -2.0)
            surname = form.as_role("family")
            if word.family and word.family[0].cost <= known.cost:
                surname = _row_form(self, word.family[0], word.article)
            return Unit("compound", form, surname, self._compound_lean(form), gender=_gender(known.row))
        if word.broken is not None:
            return self._broken(word)
        if not (word.ism or word.family or word.nisba):
            surname = self._by_rule(word)
            given = surname.as_role("ism")
        else:
            surname = self._surname(word)
            own = word.ism and (word.ism[0].cost < _WRITTEN or surname.cost >= _WRITTEN)
            given = _row_form(self, word.ism[0], word.article) if own else surname.as_role("ism")
        row = word.ism[0].row if word.ism else None
        of = self.words.arabic(row) if row else None
        gender = _gender(of.row if of else row) if row else None
        abroad = tuple(_row_form(self, known, word.article) for known in word.abroad)
        return Unit(
            "name", given, surname, self._lean(word), bool(word.article), abroad=abroad, gender=gender
        )

    def _surname(self, word: Word) -> Form:
        """How a word comes out as a surname.

        With the article a nisba is one, unless papers print the family name without (Gaddafi);
        without article a family name goes before a nisba, and an ism comes last.
        """
        options = []
        for known in word.family[:4]:
            dropped = 0.03 if word.article and not _has_article(known.row) else 0.0
            options.append((known.cost + dropped, known))
        for known in word.nisba[:1]:
            options.append((known.cost + (0.05 if word.article else 0.2), known))
        for known in word.ism[:1]:
            options.append((known.cost + 0.25, known))
        known = min(options, key=lambda option: option[0])[1]
        if known.role == "family" and word.article and _has_article(known.row) and word.nisba:
            known = word.nisba[0] if word.nisba[0].cost < known.cost + 0.1 else known
        form = _row_form(self, known, word.article)
        return form.as_role("nisba" if known.role == "nisba" and word.article else "family")

    def _lean(self, word: Word) -> float:
        """The log-odds that a word is a given name, from the tables and its shape."""
        weight = self.weights
        lean = weight["article"] if word.article else 0.0
        surnames = (*word.family[:1], *word.nisba[:1])
        if word.ism:
            ism = word.ism[0]
            usual = self.words.usual(ism.row.id) ** 0.5
            lean += weight["ism"] + weight["ism-cost"] * ism.cost + weight["usual"] * min(usual, 4.0)
        if surnames:
            lean += weight["surname"] + weight["surname-cost"] * min(known.cost for known in surnames)
            lean += weight["both"] if word.ism else 0.0
            lean += weight["family"] if word.family and word.family[0].cost < _WRITTEN else 0.0
            lean += weight["nisba"] if word.nisba and word.nisba[0].cost < _WRITTEN else 0.0
        elif not word.ism:
            lean += weight["unknown"]
        return lean + self._shape(word)

    def _shape(self, word: Word) -> float:
        """What the shape of a word says of its being a given name."""
        folded = fold(word.core)
        found = 0.0
        if not word.ism and folded.startswith(_SURNAME_PREFIXES) and len(folded) > 5:
            found += self.weights["prefix"]
        if folded.endswith(_SURNAME_ENDINGS) and len(folded) > 4:
            found += self.weights["ending"] + (0.0 if word.ism else self.weights["ending-only"])
        return found

    def _broken(self, word: Word) -> Unit:
        """Abdelmoula: Abd al- and a word that no row has."""
        assert word.broken is not None
        if word.broken[0] == "abu":
            head = self.words.particles["ابو"][0]
            joined = self._with_head(head, (word.text, "ابو", ""), self.single(word.broken[1], ""), "kunya")
            return replace(joined, kind="name")
        tail = self.single(word.broken[1], "al").given
        canonical = tail.canonical.removeprefix("al-")
        native = f"عبد {tail.native}" if tail.native else None
        form = Form(f"Abd al-{canonical}", native, self.words.sound("عبد") + tail.key, "ism", None, 0.3)
        return Unit("compound", form, form.as_role("family"), self.weights["abd"], gender="m")

    def _by_rule(self, word: Word) -> Form:
        """A word that no table has, by the letters alone; one in -i with the article is a nisba."""
        core = word.core.strip(_QUOTES) or word.core
        native = _native(core, word.script)
        if word.script == "Arab":
            latin = capitalise(romanize(core, "press-en-ar", tables=self._tables))
        elif word.script == "Cyrl":
            source, scheme = (native, "press-en-ar") if native else (core, "press-en-ru")
            latin = capitalise(romanize(source, scheme, tables=self._tables))
        else:
            latin = capitalise(core) if is_shouted(core) or core.islower() else core
        if word.article:
            latin, native = f"al-{latin}", f"{_AL}{native}" if native else None
        nisba = word.article and fold(core).endswith(_SURNAME_ENDINGS)
        return Form(latin, native, word.key, "nisba" if nisba else "family", None, 1.0)


def _native(core: str, script: str) -> str | None:
    """A word in Arabic script, as it is written or as it sounds."""
    if script == "Arab":
        return strip_harakat(core)
    heard = sounds.read(core, "ar", 1)
    return heard[0].native if heard and script_of(heard[0].native) == "Arab" else None


def _gender(row: Row) -> Literal["m", "f"] | None:
    """The gender that a row tells."""
    cell = row["gender"]
    return "m" if cell == "m" else "f" if cell == "f" else None


def _row_form(units: Units, known: Known, article: str | bool) -> Form:
    """How a row comes out; an article of the text stays where the row has none of its own."""
    row = known.row
    native: str | None = strip_harakat(row.native)
    canonical = row.canonical
    role = {"equivalent": "ism", "laqab": "ism"}.get(known.role, known.role)
    key = units.row_key(row)
    if known.role == "equivalent" and script_of(row.native) != "Arab":
        native = None
    if article and known.role in ("ism", "equivalent", "nisba"):
        canonical, native = f"al-{canonical}", f"{_AL}{native}" if native else None
    return Form(canonical, native, key, role, row, known.cost)


def _row_key(units: Units, row: Row) -> str:
    """The sounds of a row's words together."""
    parts = []
    for word in strip_harakat(row.native).split():
        if word in ("بن", "ابن", "آل"):
            continue
        parts.append(
            units.sound(word[2:] if word.startswith(_AL) and len(word) > 3 and word != "الله" else word)
        )
    return "".join(parts)


def _as_printed(folded: str, known: Known) -> bool:
    """May "bin X" be the family name that papers print "Ben X" or "bin X"?"""
    head = fold(known.row.canonical)[:3]
    if script_of(folded) == "Arab":
        return known.cost < 0.05
    return folded in (head, "бен") or (head == "bin" and folded == "ben")


def _has_article(row: Row) -> bool:
    """Does a row's usual English form carry the article?"""
    return row.canonical[:3].lower() in ("al-", "al ", "el ")


def initial(text: str) -> Unit:
    """A letter that stands for a name, in Latin.

    >>> initial("А.").given.canonical, initial("Ю").given.canonical
    ('A.', 'Yu.')
    """
    letter = text.rstrip(".")
    latin = (romanize(letter, _RUSSIAN).capitalize() if script_of(letter) == "Cyrl" else letter) or letter
    form = Form(f"{latin}.", None, fold(latin), "ism", None, 0.5)
    return Unit("initial", form, form.as_role("family"), 2.0)
