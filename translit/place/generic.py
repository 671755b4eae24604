"""Generic terms: oblast, governorate, wadi, village; what they are and where they stand in a name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from translit.languages import tongues_that
from translit.memory import met, once, remembered
from translit.nouns import Row
from translit.place import kinds
from translit.tables import Tables
from translit.text.clean import fold

__all__ = ["Generics", "Parsed", "generics_of"]

_MOST_WORDS = 4
_LEAST_HYPHENED = 5  # letters of a generic after a hyphen, which no family's name is
_ENGLISH = "en"
_HUNGARIAN = "hu"  # which writes all of its own so: Bajkál-tó
_ARTICLES = ("l'", "l’")  # French and Italian, elided
_LEAST_JOINED = 3  # letters of a generic joined to a name, and of the name
_SHORT = 3  # letters of a generic that may be an abbreviation
_Found = dict[str, tuple[Row, ...]]
_PLAIN = "abcdefghijklmnopqrstuvwxyzабвгдежзийклмнопрстуфхцчшщъыьэюяё-."


@dataclass(frozen=True, slots=True)
class Parsed:
    """A name cut into its generic and its specific words; `rows` are the generics it may be.

    `linked`: a small word stands between them, as before a noun: Gouvernorat du Nord.
    """

    generic: str
    specific: str
    rows: tuple[Row, ...]
    leads: bool = False
    linked: bool = False

    @property
    def features(self) -> frozenset[str]:
        """What the generic may name."""
        return frozenset(row["feature"] for row in self.rows)


class Generics:
    """The table of generics, and of what links them to a name, ready to find them in one.

    `areas` and `settlements` are the features of such kinds; the third class are those of lands and waters.
    Languages that are `joining` write a generic together with a name, those of `small` in small letters
    behind it.
    """

    def __init__(
        self,
        rows: Iterable[Row],
        links: Iterable[Row],
        joining: frozenset[str],
        small: frozenset[str],
        *classes: frozenset[str],
    ) -> None:
        self.areas, self.settlements, lands = classes
        self._links = {row.id: row["after"] for row in links}
        elided = "|".join(row.id for row in links if row["elided"])
        self._elided = re.compile(rf"(?<![^\s'’])((?:{elided})['’])(?=\w)")  # gouvernorat d'Alep
        self._rows: dict[tuple[str, ...], list[Row]] = {}
        self._english: dict[str, Row] = {}
        self._canonical: dict[str, str] = {}
        self._features: dict[str, str] = {}
        self._genders: dict[str, str] = {}
        self._arabic: set[str] = set()
        self._capitals: set[str] = set()
        self._take(rows)
        self._hyphened, self._joined = self._of_joining(joining, lands)
        self._never_proper = (
            frozenset(  # English words for areas, which no town is called: Medina Governorate
                words[0]
                for words, own in self._rows.items()
                if any(row["language"] == _ENGLISH and row["feature"] in self.areas for row in own)
            )
        )
        self._small = frozenset(  # which a capital makes a surname behind a name: Tartu linn, Sarah Linn
            words[-1]
            for words, own in self._rows.items()
            if all(
                row["position"] == "after" and row["language"] in small and row["feature"] in self.settlements
                for row in own
            )
        )
        self._tails = tuple(self._joined)
        self._last = frozenset(tail[-2:] for tail in self._tails)
        self._starts = {words[0] for words in self._rows}
        self._ends = {words[-1] for words in self._rows}
        self.parse = met(self._parse, 8192)

    def _take(self, rows: Iterable[Row]) -> None:
        """Put the rows where their words and names are found."""
        for row in rows:
            self._capitals |= {_fold_word(form) for form in row.many("also") if form.isupper()}
            self._canonical[row.id] = row.canonical
            self._features[row.id] = row["feature"]
            self._genders[row.id] = row["gender"]
            if row["language"] == "ar":
                self._arabic |= {_fold_word(form) for form in (row.canonical, *row.many("also"))}
            if row["language"] == "en":
                self._english[row.canonical] = row
            if row["position"] == "part":
                continue
            forms = [row.native, *row.many("also")]
            if row["language"] in ("en", "de", "fr"):
                forms.append(row.canonical)
            for form in forms:
                words = _folded(form)
                if words and row not in self._rows.setdefault(words, []):
                    self._rows[words].append(row)

    def _of_joining(self, languages: frozenset[str], lands: frozenset[str]) -> tuple[_Found, _Found]:
        """The generics that stand after a hyphen, folded, and those of `lands` joined to a name, small."""
        joining = {
            words[0]: own
            for words, found in self._rows.items()
            if len(words) == 1
            if (own := tuple(row for row in found if row["language"] in languages))
        }
        hyphened = {
            word: own
            for word, own in joining.items()
            if len(word) >= _LEAST_HYPHENED or own[0]["language"] == _HUNGARIAN
        }
        joined = {
            form.lower(): own
            for word, own in joining.items()
            if own[0]["feature"] in lands
            for row in own
            for form in (row.native, *row.many("also"))
            if len(form) >= _LEAST_JOINED and _folded(form) == (word,)
        }
        return hyphened, joined

    def _parse(self, name: str) -> Parsed:
        """Cut a name into generic and specific; the whole is specific where no generic stands.

        A generic at the end wins over one at the start, the longer over the shorter; but one that is a proper
        name as well (Osh, the town of the Erzya) not over one that alone stands before it.
        """
        if "-" in name:
            head, _, tail = name.rpartition("-")
            if head and (own := self._hyphened.get(_fold_word(tail))):  # Bachmut-Rajon, Krim-félsziget
                return Parsed(tail, head, own)
        words = self._elided.sub(r"\1 ", name).split() if "'" in name or "’" in name else name.split()
        if len(words) > 1 and words[0].lower() in _ARTICLES:  # l'oblast de Kharkiv
            del words[0]
        first, stop, rest = words[0].partition(".") if "." in name else ("", "", "")
        if rest[:1].isupper() and "." not in rest and _fold_word(first) in self._starts:  # г.Москва
            words[:1] = [first + stop, rest]
        last = len(words) - 1
        if last < 1 or (_fold_word(words[0]) not in self._starts and _fold_word(words[-1]) not in self._ends):
            return Parsed("", name, ())
        folded = [_fold_word(word) for word in words]
        named = folded[last] in self._small and words[last].istitle()
        if folded[last] in self._ends and not named and not self._is_proper(words, folded):
            for size in range(min(_MOST_WORDS, last), 0, -1):
                rows = self._at(folded[-size:], ("after", "either"))
                if size == 1 and not rows and words[0][0].isupper() and _is_short(words[last]):
                    rows = self._at(folded[-1:], ("before",), words[last])  # Казань г, as registers have it
                if rows:
                    return Parsed(" ".join(words[-size:]), " ".join(words[:-size]), rows)
        if folded[0] in self._starts:
            for size in range(min(_MOST_WORDS, last), 0, -1):
                rows = self._at(folded[:size], ("before", "either"), words[0])
                if rows:
                    at = self._linked(words, folded, size)
                    return Parsed(" ".join(words[:size]), " ".join(words[at:]), rows, True, at > size)
        return Parsed("", name, ())

    def apart(self, name: str) -> Parsed:
        """The same of a lone word that a generic of a land or water is joined to; `parse` leaves it whole.

        >>> from translit.tables import built_in
        >>> [generics_of(built_in()).apart(name).specific for name in ("Krimhalvøya", "Ladogasee", "Moskva")]
        ['Krim', 'Ladoga', 'Moskva']
        """
        low = name.lower()
        if low[-2:] in self._last and " " not in low and low.endswith(self._tails):
            tail = max((tail for tail in self._tails if low.endswith(tail)), key=len)
            if len(low) - len(tail) >= _LEAST_JOINED:
                return Parsed(name[-len(tail) :], name[: -len(tail)], self._joined[tail])
        return Parsed("", name, ())

    def _is_proper(self, words: Sequence[str], folded: Sequence[str]) -> bool:
        """Is the last word, with a capital, all that a generic before it leaves of a name: city of Osh?"""
        last = len(words) - 1
        return (
            words[last][0].isupper()
            and folded[0] in self._starts
            and folded[last] not in self._never_proper
            and any(
                self._linked(words, folded, size) == last
                and self._at(folded[:size], ("before", "either"), words[0])
                for size in range(1, min(_MOST_WORDS, last) + 1)
            )
        )

    def _at(self, words: Sequence[str], positions: tuple[str, ...], written: str = "") -> tuple[Row, ...]:
        """The generics these words are, standing at such a place.

        An abbreviation of one letter counts only with its full stop, small ("г. Аксай"), one in capitals not
        with a capital alone (АР Крым, but Ар Рамади).
        """
        rows = self._rows.get(tuple(words), ())
        if rows and len(words) == 1 and written.istitle() and len(written) > 1 and words[0] in self._capitals:
            return ()
        if (
            rows
            and len(words) == 1
            and len(words[0]) == 1
            and not (written.endswith(".") or written.islower())
        ):
            return ()
        return tuple(row for row in rows if row["position"] in positions or row["position"] == "")

    def _linked(self, words: Sequence[str], folded: Sequence[str], size: int) -> int:
        """Where a name begins after a generic of so many words: Province of Homs, région de la Bekaa.

        An article with a capital is the name's own: gouvernorat de La Mecque.
        """
        last = len(words) - 1
        while size < last and (after := self._links.get(folded[size])) in ("", folded[size - 1]):
            if after and words[size].istitle():
                break
            size += 1
        return size

    def is_link(self, word: str) -> bool:
        """Is a small word one that links a generic or side to a name, or begun by one: de, von, d'Alep?"""
        return word in self._links or bool(self._elided.match(word))

    def unlinked(self, word: str) -> str:
        """A word without what it is linked by: Alep of d'Alep."""
        return self._elided.sub("", word, count=1)

    def without_article(self, name: str) -> str:
        """A name without the article with which it begins behind a generic, "" where there is none."""
        first, _, rest = name.partition(" ")
        return rest if rest and first.istitle() and self._links.get(first.lower()) else ""

    def is_small(self, name: str) -> bool:
        """Is the last word of a name a generic in small letters: Дальний х, Луговой район?"""
        last = name.rsplit(" ", 1)[-1]
        small = _is_short(last) or (last.islower() and name[:1].isupper())
        return small and bool(self.parse(name).rows)

    def canonical(self, generic: str) -> str:
        """The English of a generic by its id."""
        return self._canonical.get(generic, "")

    def feature(self, generic: str) -> str:
        """What a generic names, by its id: a unit, a district."""
        return self._features.get(generic, "")

    def gender(self, generic: str) -> str:
        """The gender of a generic by its id: oblasts are feminine, raions masculine."""
        return self._genders.get(generic, "")

    def has_arabic(self, name: str) -> bool:
        """Is a word of a name an Arabic generic: Kafr, Tell, Wadi?"""
        return any(_fold_word(word) in self._arabic for word in name.replace("-", " ").split())

    def leads_arabic(self, name: str) -> bool:
        """Do several words begin with an Arabic generic: Бейт-Джала?"""
        first, blank, _ = name.replace("-", " ").partition(" ")
        return bool(blank) and _fold_word(first) in self._arabic

    def without_part(self, name: str) -> str:
        """A name without the Arabic generic that opens it: Kafr, Tell; the name where none does."""
        first, blank, rest = name.partition(" ")
        return rest if blank and _fold_word(first) in self._arabic else name

    def stands_before(self, word: str, apart: bool = False) -> bool | None:
        """Does a generic stand before the name? None for a word that is none, or is abbreviated.

        `apart`: the text sets it off from the name, so that it may be abbreviated: Idlib (gov.).
        """
        rows = self._rows.get((_fold_word(word),), ())
        if not rows or (_is_short(word.lower()) and not (apart and word.islower())):
            return None
        return all(row["position"] == "before" for row in rows)

    def is_area(self, word: str) -> tuple[Row, ...]:
        """The generics of areas a single word may be ("области", "District")."""
        rows = self._rows.get((_fold_word(word),), ())
        return tuple(row for row in rows if row["feature"] in self.areas)

    def compose(self, row: Row, specific: str) -> str:
        """The English name of a thing: "Aksaysky" and раион → "Aksaysky District".

        The English row with the same canonical says where it stands, else the row itself.
        """
        teller = self._english.get(row.canonical, row)
        if teller["position"] == "before" or (teller is row and row["position"] == "before"):
            return f"{row.canonical} {specific}"
        return f"{specific} {row.canonical}"


@once
def generics_of(tables: Tables) -> Generics:
    """The generics that a set of tables has.

    >>> from translit.tables import built_in
    >>> names = "City of Homs", "gouvernorat de la Mer-Rouge", "Tell Refaat"
    >>> [generics_of(built_in()).parse(name).specific for name in names]
    ['Homs', 'Mer-Rouge', 'Tell Refaat']
    """
    of_kinds = kinds.areas(tables), kinds.settlements(tables), kinds.lands(tables)
    joining = tongues_that("join", tables)
    small = joining | tongues_that("bend", tables)
    return Generics(tables.rows("place/generic"), tables.rows("place/link"), joining, small, *of_kinds)


def _is_short(word: str) -> bool:
    """Is a word as it is written an abbreviation: г, пос., ст-ца?"""
    return word.islower() and (len(word) <= _SHORT or word.endswith(".") or "-" in word)


@remembered(8192)
def _fold_word(word: str) -> str:
    """A word as the table of generics is searched: folded, without full stops."""
    low = word.lower()
    if not low.strip(_PLAIN):  # what fold would make of it, quicker
        return low.replace("ё", "е").replace(".", "")
    return fold(low).replace(".", "")


def _folded(form: str) -> tuple[str, ...]:
    """The words of a generic's spelling, folded."""
    return tuple(word for word in map(_fold_word, form.split()) if word)
