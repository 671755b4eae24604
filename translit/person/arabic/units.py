"""The units of Arabic names: what a word, or a run of words that a row has, comes out as.

A unit does not yet know its place in the name. It carries two forms, how it comes out as a given
name and how as a surname, and `lean`: the log-odds that it is the former (`leaning`).
"""

from __future__ import annotations

from translit.memory import met
from translit.person.arabic.composed import Composed, gender_of
from translit.person.arabic.forms import (
    TWIN_LETTERS,
    WRITTEN,
    as_governed,
    by_rule,
    definite_form,
    in_arab_letters,
    indefinite_form,
    row_form,
    undefined_form,
)
from translit.person.arabic.leaning import MUCH, Leaning, shape_of
from translit.person.arabic.meaning import Meant, Word, meant
from translit.person.arabic.nouns import Atom, Form, Unit, new_form, new_unit
from translit.person.arabic.particles import heads
from translit.person.arabic.rows import ARTICLE_MISSED, Known
from translit.person.arabic.runs import is_anothers, is_as_printed, is_linked, is_named, is_overlinked
from translit.person.arabic.words import Vocabulary, vocabulary
from translit.quick import changed
from translit.tables import Tables
from translit.text.article import AL
from translit.text.clean import strip_harakat

__all__ = ["Units"]

_CACHED = 16384
_BIN = "بن"
_WRITTEN_OUT = 0.055  # a little less than what it costs a family to be written by a scheme
_SURELY = 0.1  # the cost below which a word is a family name sooner than a compound
_COMMON = 4  # languages in which a common given name has forms of its own
_HARDLY_FAMILY = -0.05  # nats of a word that is a family's with an article it has not got


class Units:
    """Makes the units of names from the rows of one set of tables."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        self.words: Vocabulary = vocabulary(tables)
        self.leaning = Leaning(tables)
        self.weights = self.leaning.weights
        self._openers = heads("opens", tables)
        self._of_rows = met(self._told, _CACHED)
        self.single = met(self._single, _CACHED)
        self.chained = met(self._chained, _CACHED)
        self.composed = Composed(self.words, self.weights)

    def _single(self, text: str, article: str) -> Unit:
        """The unit of one word."""
        return self.of_word(self.words.word(text, article))

    def _chained(self, run: tuple[Atom, ...]) -> Unit | None:
        """The unit of a run of words that some row has as a compound."""
        rows, head = self._rows_of(run), run[0].element
        family, laqab, kunya = rows.get("family"), rows.get("laqab"), rows.get("kunya")
        if family and head and head.name == "bin" and not is_as_printed(run[0].folded, family):
            family = None
        if head and head.role == "kunya" and len(run) == 2:
            child = self.words.word(run[1].text, run[1].article).found
            family, kunya = (None if one and is_anothers(one, child) else one for one in (family, kunya))
        if laqab and family and laqab[0] < family[0] and not is_named(family[1], laqab[1]):
            family = None  # Ubaidullah and al-Abdullah sound alike
        if laqab and (head is not None or is_linked(laqab[1].row, run)):
            return self._compound(laqab, row_form(family, False) if family else None, run[0].article)
        if kunya and family and family[1].native != kunya[1].native:  # Abu Seif and Abu Sayyaf sound alike
            kunya, family = (None, family) if family[0] < kunya[0] else (kunya, None)
        if kunya and head and head.role == "kunya" and not is_overlinked(kunya[1].row, run):
            form = as_governed(row_form(kunya, False), head.row).as_role("kunya")
            surname = row_form(family, False) if family else form.as_role("family")
            return new_unit("kunya", form, surname, self.weights["kunya"], gender=gender_of(kunya[1].row))
        return self._of_family(family, run) if family else None

    def _rows_of(self, run: tuple[Atom, ...]) -> dict[str, Known]:
        """The best row of each role that a run of words may be, one with an article where the run has one."""
        heads = [*[atom.element for atom in run[:-1]], None]
        made_of = [(one.name,) if one else atom.elements for one, atom in zip(heads, run, strict=True)]
        elements = tuple([element for some in made_of for element in some])
        rows: dict[str, Known] = {}
        if not self.words.rows.is_chain(elements):
            return rows
        plain = self.words.particles.plain
        spelt = [
            one.spelt(atom.folded) if one else plain(atom.folded)
            for one, atom in zip(heads, run, strict=True)
        ]
        linked = any(atom.article or atom.folded.startswith(AL) for atom in run[1:])  # أبو الوليد
        for known in self.words.compounds.chain(elements, "".join(spelt)):
            other = rows.get(known[1].role)
            if other is None or known[1].linked == linked != other[1].linked:
                rows[known[1].role] = known
        return rows

    def _of_family(self, family: Known, run: tuple[Atom, ...]) -> Unit:
        """The unit of a family's name of several words; behind "bin" the father's name as well."""
        form, head = row_form(family, False), run[0].element
        if run[0].article == "al":
            form = definite_form(form)
        if head is None or head.role != "nasab":
            return new_unit("name", form.as_role("ism"), form, -4.0, settled=True)
        nasab = form.as_role("nasab")
        inner = self.single(run[1].text, run[1].article) if len(run) == 2 else self.chained(run[1:])
        if inner is not None:
            nasab = self.composed.with_head(head, run[0].text, run[0].folded, inner).given
        return new_unit("nasab", nasab, form, -4.0, settled=True)

    def _compound(self, known: Known, surname: Form | None, article: str) -> Unit:
        """A compound of a row; as a family's name it keeps the article of the text: al-Abdullah."""
        form = row_form(known, False)
        lean = self.leaning.of_compound(form)
        surname = surname or form.as_role("family")
        if article == "al":
            surname = definite_form(surname)
        return new_unit("compound", form, surname, lean, gender=gender_of(known[1].row))

    def of_word(self, word: Word) -> Unit:
        """The unit of one word."""
        shape = shape_of(word, self._openers)
        if word.halves is not None:
            rows = word.meant
            return self._of_compound(rows, word.article) or self._broken(word, word.halves)
        if word.found or word.compound:
            unit = self._of_rows(word.found, word.compound, word.abroad, word.article, shape)
            return self._as_written(unit, word) if word.script == "Arab" else unit
        opens = word.script != "Cyrl" and not word.article and self.words.doubles.opens(word.folded)
        if opens and (doubled := self._doubled(word)):
            return doubled
        surname = by_rule(word, self._tables)
        if word.folded.startswith("ben") and not word.article:
            surname = self._son(word, surname)
        head = self.words.particles.element(word.folded)
        if head and head.article and head.role == "kunya":  # Abul, of whose kunya the rest is left out
            surname = changed(surname, native=strip_harakat(head.row.native))
        lean = self.leaning.unlisted(word.article, *shape)
        return new_unit("name", surname.as_role("ism"), surname, lean, bool(word.article))

    def _as_written(self, unit: Unit, word: Word) -> Unit:
        """A word in Arabic script as it is written: without the article it has not got, in Arab letters.

        A surname that is a common given name is that, not the form in which some papers print it (Slim). One
        that Arabs write with the article is not surely a family's without it: قاضي محمد.
        """
        surname, given, lean = unit.surname, unit.given, unit.lean
        if not word.article and surname.cost >= ARTICLE_MISSED and surname.row is not None and lean < 0:
            lean, given = _HARDLY_FAMILY, undefined_form(given)
        if not word.article and not word.folded.startswith(AL):
            surname = indefinite_form(surname)
            if (
                given.row
                and given.native == surname.native
                and self.words.rows.usual(given.row.id) >= _COMMON
            ):
                surname = given.as_role("family")
        if TWIN_LETTERS.isdisjoint(word.text):
            surname, given = in_arab_letters(surname), in_arab_letters(given)
        if surname is unit.surname and given is unit.given and lean is unit.lean:
            return unit
        return changed(unit, surname=surname, given=given, lean=lean)

    def _doubled(self, word: Word) -> Unit | None:
        """Two given names that Iranians write in one: غلامحسین; None of any other word."""
        doubles = self.words.doubles
        first, _, last = doubles.apart(word.text).partition(" ")
        if not last:
            return None
        one, two = self.single(first, "").given, self.single(last, "").given
        canonical, native = one.canonical + two.canonical.lower(), f"{one.native}{two.native}"
        form = new_form(canonical, native, one.key + two.key, "ism", None, one.cost + 0.1)
        return new_unit("name", form, form.as_role("family"), self.weights["compound"], gender="m")

    def _son(self, word: Word, form: Form) -> Form:
        """A family name in "Ben" that no row has: Benrahma is بن رحمة."""
        father = self.words.father(word.folded)
        native = self.single(father, "").given.native if father else None
        return changed(form, native=f"{_BIN} {native}") if native else form

    def _told(
        self,
        found: tuple[Known, ...],
        compound: Known | None,
        abroad: tuple[Known, ...],
        article: str,
        shape: tuple[bool, bool],
    ) -> Unit:
        """The unit of a word that rows have; `shape` as its letters tell it."""
        rows = meant(found, compound, abroad)
        unit = self._of_compound(rows, article)
        if unit:
            return unit
        surname = self._surname(rows, article)
        lean = self.leaning.of(rows, article, shape)
        if rows.ism is None:
            given = surname if article else indefinite_form(surname)
            return new_unit("name", given.as_role("ism"), surname, lean, bool(article))
        cost, entry = rows.ism
        own = cost < WRITTEN or surname.cost >= WRITTEN or surname.native == entry.arabic
        given = row_form(rows.ism, article) if own else surname.as_role("ism")
        of = self.words.rows.arabic(entry.row)
        gender = gender_of(of[1].row if of else entry.row)
        forms = tuple([row_form(known, article) for known in abroad])
        language = entry.row["language"] if own and entry.late else ""
        return new_unit("name", given, surname, lean, bool(article), False, forms, gender, language)

    def unlisted(self, text: str) -> Form:
        """A word as it comes out by its letters alone, whatever row it sounds as."""
        return by_rule(self.words.word(text, ""), self._tables)

    def at_home(self, unit: Unit) -> Form | None:
        """The Arabic name that a unit is another language's form of."""
        known = unit.given.row and self.words.rows.arabic(unit.given.row)
        return row_form(known, "al" if unit.article else "") if known else None

    def _of_compound(self, rows: Meant, article: str) -> Unit | None:
        """The unit of a compound written as one word, None where it is none."""
        known, family = rows.compound, rows.families[0] if rows.families else None
        if known is None or (family and family[0] < _SURELY and known[0] > 0):
            return None
        role = known[1].role
        if role == "kunya":
            form = row_form(known, False)
            form = definite_form(form) if article else form
            return new_unit("name", form, form.as_role("family"), -0.8)
        if role == "family":
            form = row_form(known, False)
            return new_unit("name", form.as_role("ism"), form, -2.0)
        printed = row_form(family, article) if family and family[0] <= known[0] else None
        return self._compound(known, printed, article)

    def _surname(self, rows: Meant, article: str) -> Form:
        """How a word comes out as a surname.

        With the article a nisba is one, unless papers print the family name without (Gaddafi);
        without article a family name goes before a nisba, and an ism comes last; a nisba that is written out
        goes before a family that but a scheme writes so: Sharqawi is no Cherkaoui.
        """
        least, best = MUCH, None
        for known in rows.families[:4]:
            cost = known[0] + (0.03 if article and not known[1].definite else 0.0)
            if cost < least:
                least, best = cost, known
        if rows.nisba and (cost := _behind(rows.nisba, 0.05 if article else 0.2)) < least:
            least, best = cost, rows.nisba
        if rows.ism and rows.ism[0] + 0.25 < least:
            best = rows.ism
        assert best is not None
        if rows.nisba and article and best[1].role == "family" and best[1].definite:
            best = rows.nisba if rows.nisba[0] < best[0] + 0.1 else best
        return row_form(best, article, "nisba" if article and best[1].role == "nisba" else "family")

    def _broken(self, word: Word, halves: tuple[str, str]) -> Unit:
        """Abdelmoula: Abd al- and a word that no row has; Azharuddin."""
        if halves[0] not in ("abd", "abu"):
            first, ending = self.single(halves[0], ""), self.words.particles.endings[halves[1]]
            return self.composed.named_with(self.at_home(first) or first.given, ending)
        if halves[0] == "abu":
            head = self.words.particles.elements["ابو"][0]
            unit = self.composed.with_head(head, word.text, "ابو", self.single(halves[1], ""))
            return changed(unit, kind="name")
        tail = self.single(halves[1], "al").given
        return self.composed.servant(tail, tail.native)


def _behind(known: Known, cost: float) -> float:
    """How far a nisba stands behind a family, one that is written out by little."""
    return min(cost, _WRITTEN_OUT) if known[0] == 0 else known[0] + cost
