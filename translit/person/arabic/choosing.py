"""Which of the rows that a word of an Arabic name may be it means: by its marks, letters, how it reads."""

from __future__ import annotations

from functools import lru_cache

from translit.nouns import Row
from translit.patterns import pattern
from translit.person.arabic.diacritics import is_marked, marked
from translit.person.arabic.letters import (
    AYN,
    bare,
    consonants,
    has_ayn,
    sound,
    unarticled,
    unarticled_native,
)
from translit.person.arabic.meaning import Word
from translit.person.arabic.near import near
from translit.person.arabic.rows import (
    ARTICLE_MISSED,
    HEARD_FLOOR,
    Entry,
    Known,
    Rows,
    ends_as_womans,
    is_womans,
    settled,
)
from translit.person.arabic.vowels import are_others
from translit.person.arabic.writers import agrees, is_written
from translit.romanization import ARABIC_PRESS, romanize
from translit.sounds import read
from translit.tables import Tables
from translit.text.clean import joined

__all__ = ["READABLE", "SURE", "Choice"]

_HEARD = 0.075  # distance per sound beyond which two spellings are two
SURE = 0.8  # the share from which a reading into Arabic counts as sure
_LIKELY = 0.6  # and from which one goes before a row that sounds but alike
_ALIKE = HEARD_FLOOR + 0.05  # what it costs a row to sound no more than alike
_ALEF = "\N{ARABIC LETTER ALEF MAKSURA}"
_OTHER_END = 0.15  # what it costs a row to end in -ي where the word ends in -ى, which Egyptians write for it
_READ_COST = 0.35
_OTHER_VOWELS = 0.1  # of how far a row's usual form is apart
_READ_NEAR = 0.25
_APART = 0.4  # of how far apart the two are written
_NEARLY_SO = 0.03  # what a row may be further from a Cyrillic word than one that it is letter for letter
_SIGNS = frozenset("عءأؤئآ")  # what an apostrophe within a word stands for
_APOSTROPHES = frozenset("'’‘`ʿʾ")
_DOUBLED = pattern("(.)\\1")
READABLE = 4  # letters below which a word can be read in too many ways
_EQUIVALENTS = 4096  # rows whose Arabic names are remembered


class Choice:
    """The choice among rows of one set of tables."""

    def __init__(self, rows: Rows, tables: Tables) -> None:
        self._rows = rows
        self._tables = tables
        self._own = lru_cache(_EQUIVALENTS)(self._own_form)

    def meant_so(self, word: Word, found: tuple[Known, ...], marks: bool) -> tuple[Known, ...]:
        """Of the rows of a word those that its spelling means, by its marks, its last letter, its script."""
        if marks and found and is_marked(word.text):
            return self._as_marked(word, found)
        if len(found) > 1 and word.script == "Latn" and not _APOSTROPHES.isdisjoint(word.text):
            found = _with_sign(word.text, found)
        if word.script == "Arab" and word.text.endswith(_ALEF):
            return _with_alef(found)
        if len(found) > 1 and word.script == "Cyrl":
            return _as_usual(word.folded, found)
        if len(found) > 1 and word.script == "Latn" and found[0][0] > 0:
            return _as_usual_of_each(word.folded, found)
        return found

    def _as_marked(self, word: Word, found: tuple[Known, ...]) -> tuple[Known, ...]:
        """Of the rows of a scholar's spelling, those that a scheme writes just so, where there are any.

        Where it surely reads as what none of them is, none is meant: Ṣaffār is not Safar.
        """
        natives = {bare(entry.native) for _, entry in found}
        if len(natives) == 1:
            if agrees(word.text, found[0][1].native, self._tables):
                return found
            native = _surely_read(word)
            if not native or native in natives:
                return found
        spelt = marked(word.text)
        just = [
            known
            for known in found
            if is_written(unarticled_native(known[1].row.native), spelt, self._tables)
        ]
        if just:
            return tuple(just)
        native = _surely_read(word)
        if native and native not in natives:
            return self._as_read(native, word.folded, word.article)
        return self._as_long(word, spelt, found) or found

    def _as_long(self, word: Word, spelt: str, found: tuple[Known, ...]) -> tuple[Known, ...]:
        """Of the rows of a scholar's spelling that has lost its dots and ayns those with its long vowels."""
        heard = self._rows.heard(word.folded, word.key, word.script, word.article)
        return settled(
            [
                known
                for known in (*found, *heard)
                if is_written(unarticled_native(known[1].row.native), spelt, self._tables, dotless=True)
            ]
        )

    def rather(self, word: Word, heard: tuple[Known, ...]) -> tuple[Known, ...]:
        """The rows a word sounds like, after those it surely reads as: Seddik is Siddiq, not Sadiq.

        A Cyrillic one that is a usual form letter for letter is that: Джабер is Jaber.

        One whose consonants are others than those it surely reads as is not meant: Nakhleh is not Nahla.
        """
        if word.script == "Cyrl" and heard[0][0] <= HEARD_FLOOR:
            return tuple([one for one in heard if one[0] <= HEARD_FLOOR + _NEARLY_SO])
        if has_ayn(word.spelt):
            heard = tuple([one for one in heard if bare(one[1].native).startswith(AYN)])
        if word.script == "Latn" and ends_as_womans(word.folded) and heard and is_womans(heard[0][1]):
            return heard
        if word.script == "Latn" and heard and heard[0][0] >= _ALIKE:
            heard = _unless_read(word, heard)
        native = _surely_read(word)
        if not native:
            return heard
        if is_marked(word.text):  # whose vowels tell as well: Fayḍī is no Fadi
            heard = tuple([one for one in heard if bare(one[1].native) == native])
        same = consonants(native)
        heard = tuple(
            [one for one in heard if consonants(one[1].native) == same or _is_but_doubled(word, one[1])]
        )
        sure = self._as_read(native, word.folded, word.article)
        if not sure or not heard:
            return heard or sure
        told, least = {entry.native for _, entry in sure}, heard[0][0]
        others = [(cost + _READ_COST, entry) for cost, entry in heard if entry.native not in told]
        return settled([*((cost - _READ_COST + least, entry) for cost, entry in sure), *others])

    def by_reading(self, word: Word) -> tuple[Known, ...]:
        """The rows whose Arabic form a word of another script surely stands for."""
        native = _surely_read(word)
        return self._as_read(native, word.folded, word.article) if native else ()

    def _as_read(self, native: str, folded: str, article: str) -> tuple[Known, ...]:
        """The rows of an Arabic form that are spelt about as a word is: of Hosny Hosni before Hassani."""
        folded = self._rows.plainer(folded)
        found = [
            (cost, entry, near(folded, joined(unarticled(entry.row.canonical))))
            for cost, entry in self._rows.written(joined(native), article)
        ]
        return tuple(
            [
                (cost + _READ_COST + _APART * (_READ_NEAR if entry.late else apart), entry)
                for cost, entry, apart in found
                if apart < _READ_NEAR and not are_others(folded, entry.row.native)
            ]
        )

    def own_forms(self, text: str, found: tuple[Known, ...]) -> tuple[Known, ...]:
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
        own = self._rows.arabic(equivalent.row)
        return own if own and self._one_spelling(own[1].row, equivalent.row.canonical) else None

    def _one_spelling(self, row: Row, form: str) -> bool:
        """Does a Latin form differ from an Arabic name's own by no more than romanisation does?"""
        usual, spelt = row.canonical, joined(form)
        if sound(usual) == sound(form) or near(joined(usual), spelt) < _HEARD:
            return True
        return joined(romanize(row.native, ARABIC_PRESS, tables=self._tables)) == spelt


def _surely_read(word: Word) -> str:
    """The Arabic form, without its article, that a word of another script surely stands for; else empty."""
    if word.script == "Arab" or len(word.core) < READABLE:
        return ""
    heard = read(word.spelt, "ar", 1)
    found = bare(heard[0].native) if heard and heard[0].share >= SURE else ""
    return "" if has_ayn(word.spelt) and not found.startswith(AYN) else found


def _unless_read(word: Word, heard: tuple[Known, ...]) -> tuple[Known, ...]:
    """Of rows that a Latin word sounds but alike, those it is likelier read as: Shafei is no Shafi.

    One that has the article besides, and the word none, is not meant where the word reads best as another:
    Messahel is no al-Misehal. As many letters are but other consonants: Mukhamed, Mihemed.
    """
    best = read(word.spelt, "ar", 1)
    if not best:
        return heard
    native = bare(best[0].native)
    least = _ALIKE if best[0].share >= _LIKELY else _ALIKE + ARTICLE_MISSED
    return tuple([one for one in heard if one[0] < least or len(bare(one[1].arabic or "")) == len(native)])


def _is_but_doubled(word: Word, entry: Entry) -> bool:
    """Is a word spelt as an Arab's row but for doubled letters: Khashogi, though it reads otherwise?"""
    if entry.late:  # Mohammedi is no Swahili Mohamedi
        return False
    usual = joined(unarticled(entry.row.canonical))
    return _DOUBLED.sub(r"\1", word.folded) == _DOUBLED.sub(r"\1", usual)


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


def _with_sign(text: str, found: tuple[Known, ...]) -> tuple[Known, ...]:
    """Of the rows of a word with an apostrophe those with an ayn or hamza, if any: As'ad is no Asad."""
    if _APOSTROPHES.isdisjoint(text[1:-1]):
        return found
    return tuple([one for one in found if not _SIGNS.isdisjoint(bare(one[1].native)[1:])]) or found


def _is_own(text: str, row: Row) -> bool:
    """True for a form written just as its language alone writes it: Hossein, Mehmet, Kasım."""
    return (
        text == row.native and not text.isascii()
        if not row["own"]
        else joined(text) in map(joined, (row.canonical, *row.many("also")))
    )
