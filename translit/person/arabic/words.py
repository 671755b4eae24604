"""The words of Arabic names: which rows a word may stand for, in any script and spelling.

Everything is looked up without the article, by its letters, else by sound, else by how it reads in Arabic.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple
from weakref import WeakKeyDictionary

from translit.memory import once
from translit.nouns import Row
from translit.person.arabic.compounds import WHOLE, Compounds
from translit.person.arabic.letters import AL, bare, consonants, sound, unarticled, unarticled_native
from translit.person.arabic.marks import agrees, bared, is_marked, is_written, lettered, marked
from translit.person.arabic.near import near
from translit.person.arabic.particles import Particles, heads
from translit.person.arabic.rows import ARTICLE_MISSED, HEARD_FLOOR, Entry, Known, Rows, settled
from translit.quick import maker, quick
from translit.romanization import romanize
from translit.sounds import read
from translit.tables import Tables, built_in
from translit.text.clean import joined, strip_harakat
from translit.text.script import script_of

__all__ = ["Meant", "Vocabulary", "Word", "are_spelt", "meant", "vocabulary"]

_PRESS = "press-en-ar"
_HEARD = 0.075  # distance per sound beyond which two spellings are two
_SURE_SHARE = 0.8  # the share from which a reading into Arabic counts as sure
_SOUNDS_SO = 0.2  # the cost below which what follows an article sounds as a row
_ALEF = "\N{ARABIC LETTER ALEF MAKSURA}"
_OTHER_END = 0.15  # what it costs a row to end in -ي where the word ends in -ى, which Egyptians write for it
_READ_COST = 0.35
_OTHER_VOWELS = 0.1  # of how far a row's usual form is apart
_READ_NEAR = 0.25
_APART = 0.4  # of how far apart the two are written
_NEARLY_SO = 0.03  # what a row may be further from a Cyrillic word than one that it is letter for letter
_READABLE = 4  # letters below which a word can be read in too many ways
_EQUIVALENTS = 4096  # rows whose Arabic names are remembered
_GLUED = ("Al", "El", "al", "el")
_LATIN_ARTICLES = ("al", "el")
_ARTICLES = (*_LATIN_ARTICLES, "аль", "эль")
_SERVANTS = "абд"  # how Russian papers write one of them, of whatever people
_FAITHS = ("еддин", "эддин", "аддин", "един", "эдин", "алла")  # and as they end compounds: Насралла
_ISMS = ("ism", "equivalent")
_OWN_NAMES = (*_ISMS, "laqab")
_cost = itemgetter(0)


class Meant(NamedTuple):
    """The nearest row of each kind that a word may be; of family names, all of them.

    `abroad` are the rows of names that other languages made of Arabic ones.
    """

    ism: Known | None
    families: tuple[Known, ...]
    nisba: Known | None
    compound: Known | None
    abroad: tuple[Known, ...] = ()


def meant(found: tuple[Known, ...], compound: Known | None, abroad: tuple[Known, ...] = ()) -> Meant:
    """The nearest row of each kind; a row of several words is a compound where there is none yet.

    Where an ism is written, a family called by it that papers print otherwise is not meant: Salim, Slim.
    """
    ism = nisba = None
    families = []
    for known in sorted(found, key=_cost) if len(found) > 1 else found:
        role = known[1].role
        if role in _ISMS:
            ism = ism or known
        elif role == "family":
            families.append(known)
        elif role == "nisba":
            nisba = nisba or known
        elif compound is None:
            compound = known
    if ism is not None and families:
        families = [known for known in families if known[0] <= ism[0] or not _is_called(known[1], ism[1])]
    return Meant(ism, tuple(families), nisba, compound, abroad)


def _is_called(family: Entry, ism: Entry) -> bool:
    """Is a family that papers print without the article called by an ism?"""
    native = family.native if family.definite else family.native.removeprefix(AL)
    return native == ism.native


@quick
@dataclass(slots=True, eq=False)
class Word:
    """One word without its article, and the rows that it may be.

    `elements` are what it is made of for the look-up of compounds: keys and names of particles;
    `compound` is the row of one that is written as one word, `halves` are those of one that no row has.
    `spelt` is the word with its marks, without the article.
    """

    text: str
    core: str
    folded: str
    article: str
    script: str
    key: str
    spelt: str
    elements: tuple[str, ...]
    found: tuple[Known, ...] = ()
    compound: Known | None = None
    halves: tuple[str, str] | None = None
    abroad: tuple[Known, ...] = ()

    @property
    def meant(self) -> Meant:
        """The nearest row of each kind."""
        return meant(self.found, self.compound, self.abroad)


_word = maker(Word)


class Vocabulary:
    """The Arabic tables of one set, asked about one word at a time."""

    def __init__(self, tables: Tables) -> None:
        self.tables = tables
        self.particles = Particles(tables)
        self.rows = Rows(tables, self.particles)
        self.compounds = Compounds(self.particles, self.rows)
        self._endings = self.particles.endings
        arabs = heads("arabs", tables)
        self._fathers = tuple([head for head in heads("opens", tables) if head in arabs])
        self._short = self.rows.short_halves()
        self._own = lru_cache(_EQUIVALENTS)(self._own_form)

    def word(self, text: str, article: str, folded: str = "") -> Word:
        """Everything known of one word; `article` as it stood before it: "al", "house" (Al Saud) or "".

        `folded` is the word joined, where that is known already.
        """
        rows = self.rows
        core = spelt = text
        marks = False
        if text.isascii():
            script = "Latn" if text.isalpha() else script_of(text)
        else:
            script = script_of(text)
            marks = script == "Latn"
        if marks:
            spelt = lettered(text, self.tables)
            core = bared(spelt)
        if marks or not folded:
            folded = joined(core)
        found = rows.written(folded, article)
        if not article and (script == "Arab" or (not found and folded.startswith(_ARTICLES))):
            stripped = self._stripped(core, folded, script, found)
            if stripped:
                core, article, spelt = stripped, "al", spelt[2:]
                folded = joined(core)
                found = rows.written(folded, article)
        if not marks:
            spelt = core
        apart = self.compounds.apart(folded, found)
        key = sound(core)
        elements = apart.elements
        if not elements:
            elements = (key,) if core.isascii() and folded not in self._endings else self._alone(core, folded)
        word = _word(
            text, core, folded, article, script, key, spelt, elements, found, apart.row, apart.halves
        )
        if apart.row is None:
            found = self._sought(word, found)
        word.found = self._meant_so(word, found, marks)
        return word

    def _meant_so(self, word: Word, found: tuple[Known, ...], marks: bool) -> tuple[Known, ...]:
        """Of the rows of a word those that its spelling means, by its marks, its last letter, its script."""
        if marks and found and is_marked(word.text):
            return self._as_marked(word, found)
        if word.script == "Arab" and word.text.endswith(_ALEF):
            return _with_alef(found)
        if len(found) > 1 and word.script == "Cyrl":
            return _as_usual(word.folded, found)
        if len(found) > 1 and word.script == "Latn" and found[0][0] > 0:
            return _as_usual_of_each(word.folded, found)
        return found

    def made_by(self, text: str) -> str:
        """What makes a word that no row writes an Arabic name: a "scheme", the "halves" of a compound; or "".

        Or its "article", where that stands in one with what sounds as a name.

        >>> [vocabulary().made_by(word) for word in ("Rachid", "Abdulkhaliq", "Elsebai", "Abdullayev")]
        ['scheme', 'halves', 'article', '']
        """
        folded, script = joined(text), script_of(text) or ""
        if self.rows.is_spelt(folded):
            return "scheme"
        if script == "Latn" and folded.startswith(_LATIN_ARTICLES) and self._sounds_so(folded[2:], script):
            return "article"
        whole = script == "Cyrl" and not folded.startswith(_SERVANTS) and not folded.endswith(_FAITHS)
        apart = WHOLE if whole else self.compounds.apart(folded, ())
        known = apart.row is not None or (apart.halves and self._is_known(apart.halves[1]))
        return "halves" if known or self.father(folded) else ""

    def _is_known(self, folded: str) -> bool:
        """Does any row write a word, or sound as it does?"""
        return self.rows.is_written(folded) or bool(
            len(folded) >= _READABLE and self.rows.heard(folded, sound(folded), script_of(folded) or "", "")
        )

    def father(self, folded: str) -> str:
        """The name in a Maghreb family name that is one word with "son of" or "father of"; else empty.

        >>> vocabulary().father("benrahma"), vocabulary().father("benson")
        ('rahma', '')
        """
        if not folded.startswith(self._fathers):
            return ""
        rest = next(folded[len(head) :] for head in self._fathers if folded.startswith(head))
        return rest if len(rest) >= _READABLE and self.rows.is_written(rest) else ""

    def _as_marked(self, word: Word, found: tuple[Known, ...]) -> tuple[Known, ...]:
        """Of the rows of a scholar's spelling, those that a scheme writes just so, where there are any.

        Where it surely reads as what none of them is, none is meant: Ṣaffār is not Safar.
        """
        natives = {bare(entry.native) for _, entry in found}
        if len(natives) == 1:
            if agrees(word.text, found[0][1].native, self.tables):
                return found
            native = _surely_read(word)
            if not native or native in natives:
                return found
        spelt = marked(word.text)
        just = [
            known for known in found if is_written(unarticled_native(known[1].row.native), spelt, self.tables)
        ]
        if just:
            return tuple(just)
        native = _surely_read(word)
        other = native and native not in natives
        return self._as_read(native, word.folded, word.article) if other else found

    def _alone(self, core: str, folded: str) -> tuple[str, ...]:
        """A word as the one element that it is: the name of a known ending, else its sound."""
        return (self._endings[folded].id if core.isascii() else self.particles.part(core),)

    def _sought(self, word: Word, found: tuple[Known, ...]) -> tuple[Known, ...]:
        """The rows of a word that is no compound: those that write it out, else those it sounds like."""
        folded, article = word.folded, word.article
        if not found:
            heard = self.rows.heard(folded, word.key, word.script, article)
            found = self._rather(word, heard) if heard else ()
        elif not article and not _isms(found):
            found = found + _isms(self.rows.heard(folded, word.key, word.script, article))
        if not found and word.halves is None:
            return self._by_reading(word)
        for cost, entry in found:
            if entry.late and cost < ARTICLE_MISSED:
                word.abroad = tuple([one for one in found if one[1].late and one[0] < ARTICLE_MISSED])
                return self._own_forms(word.text, found)
        return found

    def _stripped(self, text: str, folded: str, script: str, found: tuple[Known, ...]) -> str:
        """A word without the article written in one with it; empty where there is none."""
        if script == "Arab":
            if not folded.startswith(AL) or any(known[1].role in _OWN_NAMES for known in found):
                return ""
            plain = strip_harakat(text)
            least = 3 if plain[2:] in self._short else 4  # الحق, as in عبد الحق
            return plain[2:] if plain.startswith(AL) and len(plain) > least else ""
        if len(text) > 4 and text[:2] in _GLUED and text[2].isupper() and text[3].islower():
            return text[2:]
        for opener in _ARTICLES:
            if folded.startswith(opener):
                rest = folded[len(opener) :]
                if len(rest) > 3 and (self.rows.is_written(rest) or self._is_definite(folded, rest, script)):
                    return text[-len(rest) :] if len(text) == len(folded) else rest
        return ""

    def _is_definite(self, folded: str, rest: str, script: str) -> bool:
        """Has a word that no row writes the article: does what follows sound as a row, or is it read so?"""
        if self._sounds_so(rest, script):
            return True
        surely = read(folded, "ar", 1)
        return bool(surely) and surely[0].share >= _SURE_SHARE and surely[0].native.startswith(AL)

    def _sounds_so(self, rest: str, script: str) -> bool:
        """Does what follows an article sound as a row?"""
        heard = self.rows.heard(rest, sound(rest), script, "al") if len(rest) >= _READABLE else ()
        return bool(heard) and heard[0][0] < _SOUNDS_SO

    def _by_reading(self, word: Word) -> tuple[Known, ...]:
        """The rows whose Arabic form a word of another script surely stands for."""
        native = _surely_read(word)
        return self._as_read(native, word.folded, word.article) if native else ()

    def _as_read(self, native: str, folded: str, article: str) -> tuple[Known, ...]:
        """The rows of an Arabic form that are spelt about as a word is: of Hosny Hosni before Hassani."""
        folded = self.rows.plainer(folded)
        found = [
            (cost, entry, near(folded, joined(unarticled(entry.row.canonical))))
            for cost, entry in self.rows.written(joined(native), article)
        ]
        return tuple(
            [
                (cost + _READ_COST + _APART * (_READ_NEAR if entry.late else apart), entry)
                for cost, entry, apart in found
                if apart < _READ_NEAR
            ]
        )

    def _rather(self, word: Word, heard: tuple[Known, ...]) -> tuple[Known, ...]:
        """The rows a word sounds like, after those it surely reads as: Seddik is Siddiq, not Sadiq.

        A Cyrillic one that is a usual form letter for letter is that: Джабер is Jaber.

        One whose consonants are others than those it surely reads as is not meant: Nakhleh is not Nahla.
        """
        if word.script == "Cyrl" and heard[0][0] <= HEARD_FLOOR:
            return tuple([one for one in heard if one[0] <= HEARD_FLOOR + _NEARLY_SO])
        native = _surely_read(word)
        if not native:
            return heard
        heard = tuple([one for one in heard if consonants(one[1].native) == consonants(native)])
        sure = self._as_read(native, word.folded, word.article)
        if not sure or not heard:
            return heard or sure
        same, least = {entry.native for _, entry in sure}, heard[0][0]
        others = [(cost + _READ_COST, entry) for cost, entry in heard if entry.native not in same]
        return settled([*((cost - _READ_COST + least, entry) for cost, entry in sure), *others])

    def _own_forms(self, text: str, found: tuple[Known, ...]) -> tuple[Known, ...]:
        """An equivalent that differs from its Arabic name by no more than spelling gives way to it.

        One that its language alone writes so stays what it is.
        """
        ways = []
        for known in found:
            cost, entry = known
            if entry.late and not _is_own(text, entry.row):
                own = self._own(entry)
                known = (cost + own[0], own[1]) if own else known
            ways.append(known)
        return settled(ways)

    def _own_form(self, equivalent: Entry) -> Known | None:
        """The Arabic name that an equivalent is of, where no more than spelling parts them."""
        own = self.rows.arabic(equivalent.row)
        return own if own and self._one_spelling(own[1].row, equivalent.row.canonical) else None

    def _one_spelling(self, row: Row, form: str) -> bool:
        """Does a Latin form differ from an Arabic name's own by no more than romanisation does?"""
        usual, spelt = row.canonical, joined(form)
        if sound(usual) == sound(form) or near(joined(usual), spelt) < _HEARD:
            return True
        return joined(romanize(row.native, _PRESS, tables=self.tables)) == spelt


def _surely_read(word: Word) -> str:
    """The Arabic form, without its article, that a word of another script surely stands for; else empty."""
    if word.script == "Arab" or len(word.core) < _READABLE:
        return ""
    heard = read(word.spelt, "ar", 1)
    return bare(heard[0].native) if heard and heard[0].share >= _SURE_SHARE else ""


def _as_usual(folded: str, found: tuple[Known, ...]) -> tuple[Known, ...]:
    """Of the rows a Cyrillic word may be, the one of the same vowels first: Салим is Salim, not Salem."""
    return settled([(cost + _OTHER_VOWELS * _unusual(folded, entry), entry) for cost, entry in found])


def _as_usual_of_each(folded: str, found: tuple[Known, ...]) -> tuple[Known, ...]:
    """The same of the rows of one role and cost, for the nearest at no cost: Diyab is Diab, not Dhiab."""
    apart = [(entry.role, cost, _unusual(folded, entry)) for cost, entry in found]
    least: dict[tuple[str, float], float] = {}
    for role, cost, far in apart:
        least[role, cost] = min(far, least.get((role, cost), far))
    return settled(
        [
            (cost + _OTHER_VOWELS * (far - least[role, cost]), entry)
            for (_, entry), (role, cost, far) in zip(found, apart, strict=True)
        ]
    )


def _unusual(folded: str, entry: Entry) -> float:
    """How far a row's usual form is from a spelling."""
    return near(folded, joined(unarticled(entry.row.canonical)))


def _with_alef(found: tuple[Known, ...]) -> tuple[Known, ...]:
    """Of the rows that a word in -ى may be, those written so first: سلمى is Salma, not Sulami."""
    if len(found) < 2:
        return found
    return settled(
        [(cost + (0.0 if entry.native.endswith(_ALEF) else _OTHER_END), entry) for cost, entry in found]
    )


def _isms(found: tuple[Known, ...]) -> tuple[Known, ...]:
    """The given names among rows."""
    return tuple([known for known in found if known[1].role in _ISMS])


def _is_own(text: str, row: Row) -> bool:
    """True for a form written just as its language alone writes it: Hossein, Mehmet, Kasım."""
    return (
        text == row.native and not text.isascii() if not row["own"] else joined(text) == joined(row.canonical)
    )


def are_spelt(pieces: Iterable[str], tables: Tables | None = None) -> bool:
    """Is each of several words one that a row of Arabic names, or a scheme for it, writes just so?

    >>> are_spelt(("Хабиба", "аль-Кинди")), are_spelt(("Башара", "Асада"))
    (True, False)
    """
    rows = vocabulary(tables).rows
    return all(rows.is_spelt(joined(piece.rpartition("-")[2])) for piece in pieces)


_VOCABULARIES: WeakKeyDictionary[Tables, Vocabulary] = WeakKeyDictionary()


@once
def _own_vocabulary() -> Vocabulary:
    return Vocabulary(built_in())


def vocabulary(tables: Tables | None = None) -> Vocabulary:
    """The Arabic vocabulary of a set of tables (the built-in ones by default), made once."""
    if tables is None or tables is built_in():
        return _own_vocabulary()
    found = _VOCABULARIES.get(tables)
    if found is None:
        found = _VOCABULARIES[tables] = Vocabulary(tables)
    return found
