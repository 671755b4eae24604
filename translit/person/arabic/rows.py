"""Where the names stand in the tables of Arabic names: by joined spelling, by sound, by their elements.

What is found is a row and what it costs to read a word as it: a `Known`. A place in the tables is kept
as one number: the line, the table, and whether a scheme writes the spelling where papers write otherwise.
"""

from __future__ import annotations

from operator import itemgetter

from translit.nouns import Row
from translit.patterns import pattern
from translit.person.arabic.indexes import FOLDER, TABLES, WIDTH, index_of
from translit.person.arabic.letters import AL, HOUSE, has_article
from translit.person.arabic.near import near, within
from translit.person.arabic.nouns import Form
from translit.person.arabic.particles import Particles
from translit.person.arabic.vowels import are_others
from translit.person.latin.respelt import of_tradition
from translit.quick import untracked
from translit.tables import Tables
from translit.text.clean import joined, strip_harakat
from translit.text.script import script_of

__all__ = [
    "ARTICLE_MISSED",
    "HEARD_FLOOR",
    "JUST_HEARD",
    "MINOR",
    "Entry",
    "Known",
    "Rows",
    "ends_as_womans",
    "is_womans",
    "settled",
]

_DERIVED_COST = 0.06  # what it costs to be written by a scheme where papers write otherwise
ARTICLE_MISSED = 0.3  # what it costs where a row has the article and the text has none
_NO_HOUSE = 0.05  # … where the row has the house (Al Saud) and the text has the article
_LOOSE = 0.025  # … where papers print none, or the text may have the house and the row the article: Al Haddad
MINOR = 0.02  # a row whose id ends in -2 is the less usual of two homographs
_LATE = 0.01  # an equivalent stands after the Arabic name it equals
_HEARD = 0.075  # distance per sound beyond which two words are two names
_HEARD_CHAIN = 0.074
HEARD_FLOOR = 0.15  # what it costs not to be written as a row has it
JUST_HEARD = HEARD_FLOOR + 0.01  # … and up to which a word sounds just as a row
_SHORT, _OF_ALLAH = 2, "له"
_HEH = "\N{ARABIC LETTER HEH}"  # what a folded ta marbuta is
_THEH, _ZAIS = "\N{ARABIC LETTER THEH}", frozenset("زذظض")  # nobody spells the first with a z, as the others
_AW, _WAWS = ("aou", "au", "aw"), frozenset("وؤ")  # spellings, and the letters for them: Kaoutari is no قطري
_MUTE = 0.2  # what it costs a man's row that a word ends in an e which a woman's row would tell of: Kerime
_WOMANS_E = pattern(
    r"(?!.*(?:ou|ch|dj)).*[bcdfghjklmpqrstvxzy]e"
)  # Amine is a man's, as French spellings are
_CONSONANTS = frozenset("bcdfghjklmnpqrstvwxz")
_TA = "\N{ARABIC LETTER TEH MARBUTA}"
_cost = itemgetter(0)


class Entry:
    """A row, with what the reader asks of it again and again; `cost` is that of the row as it is written.

    `arabic` is its form in Arabic script: that of the name it is of, where its own is in another; None
    where it is of none. `late` is what it stands back in a choice, `definite` tells that its usual form has
    the article, `linked` that its second half has it, `house` that it is a ruling house (Al Saud, with a
    word that looks like the article and is none). `vowelled` is its name with the vowels that are known of
    it, `forms` are the forms it has come out in.
    """

    __slots__ = (
        "arabic",
        "cost",
        "definite",
        "forms",
        "house",
        "late",
        "linked",
        "native",
        "role",
        "row",
        "vowelled",
    )

    def __init__(self, row: Row, role: str) -> None:
        self.row = row
        self.role = role
        self.cost = MINOR if row.id[-1:].isdigit() else 0.0
        self.late = _LATE if role == "equivalent" else 0.0
        self.native = strip_harakat(row.native)
        self.arabic: str | None = self.native
        self.definite = has_article(row.canonical)
        self.house = row.native.startswith(HOUSE)
        self.linked = f" {AL}" in self.native
        self.vowelled = row.native
        self.forms: dict[tuple[float, bool, str], Form] = {}


Known = tuple[float, Entry]  # what it costs to read a word as a row (0: as the row writes it), and the row


class Rows:
    """The rows of one set of tables, by all that a spelling tells of them."""

    def __init__(self, tables: Tables, particles: Particles) -> None:
        self._tables = tables
        self._index = index_of(tables, particles)
        self.spelt, self._definite = self._index.spelt, self._index.definite
        self._known: dict[int, Known] = {}
        self._found: dict[tuple[int, ...], tuple[Known, ...]] = {}
        self._definitely: dict[tuple[tuple[int, ...] | None, tuple[int, ...], str], tuple[Known, ...]] = {}
        self._entries: dict[int, Entry] = {}
        self._german = [(row["find"], row["put"]) for row in of_tradition("ar", "German", tables)]
        self.seconds: dict[str, set[str]] = {}
        for first, second, *_ in self._index.chains:
            self.seconds.setdefault(first, set()).add(second)

    def at(self, place: int) -> Known:
        """The row at a place of the index."""
        known = self._known.get(place)
        if known is None:
            line, table = place >> WIDTH, place >> 1 & 7
            row_place = line << WIDTH | table << 1
            entry = self._entries.get(row_place)
            if entry is None:
                row = self._tables.row(FOLDER + TABLES[table], line)
                entry = self._entries[row_place] = untracked(Entry(row, TABLES[table]))
                if entry.late:
                    self._as_arabs(entry)
            known = self._known[place] = untracked((entry.cost + _DERIVED_COST * (place & 1), entry))
            untracked(self._known)
            untracked(self._entries)
        return known

    def _as_arabs(self, entry: Entry) -> None:
        """What another language's form has of the Arabic name that it is of: its vowels, if spelt so."""
        of = self.arabic(entry.row)
        if script_of(entry.row.native) != "Arab":
            entry.arabic = of[1].native if of else None
        elif of and joined(of[1].native) == joined(entry.native):
            entry.vowelled = of[1].row.native

    def written(self, folded: str, article: str) -> tuple[Known, ...]:
        """The rows that write a word out, with its article, without, or with one it has not got."""
        places = self.spelt.get(folded)
        definite = self._definite.get(folded)
        if definite is None:
            if places is None:
                return ()
            found = self._found.get(places)
            if found is None:
                found = self._found[places] = untracked(settled([self.at(place) for place in places]))
                untracked(self._found)
            return found
        asked = places, definite, article
        found = self._definitely.get(asked)
        if found is None:
            found = self._definitely[untracked(asked)] = untracked(self._with_article(*asked))
            untracked(self._definitely)
        return found

    def _with_article(
        self, places: tuple[int, ...] | None, definite: tuple[int, ...], article: str
    ) -> tuple[Known, ...]:
        """The rows at some places, and families that are written with the article at others."""
        whole = []
        for place in definite:
            cost, entry = self.at(place)
            if not article:
                cost += ARTICLE_MISSED if entry.definite else _LOOSE
            elif entry.house != (article == "house"):
                cost += _NO_HOUSE if entry.house else _LOOSE
            whole.append((cost, entry))
        plain = [self.at(place) for place in places or ()]
        if article:
            seen = {entry.row.id for _, entry in whole}
            plain = [known for known in plain if known[1].row.id not in seen or known[1].role != "family"]
        return settled(whole + plain)

    def is_written(self, folded: str) -> bool:
        """Does any row write a word out as papers do?"""
        places = self.spelt.get(folded)
        return places is not None and not places[0] & 1

    def is_spelt(self, folded: str) -> bool:
        """Does any row write a word out, or a scheme that writes Arabic names?"""
        return folded in self.spelt

    def plainer(self, folded: str) -> str:
        """A folded spelling with two letters for the four by which Germans write a j: djaber for dschaber."""
        for find, put in self._german:
            folded = folded.replace(find, put)
        return folded

    def heard(self, folded: str, sounds: str, script: str, article: str) -> tuple[Known, ...]:
        """The rows that sound like a word, nearest first."""
        arabic = script == "Arab"
        folded = self.plainer(folded)
        waw = script == "Latn" and "a" in folded and any(map(folded.__contains__, _AW))
        found = []
        for spelling, place in (self._index.heard_arabic if arabic else self._index.heard).get(sounds, ()):
            apart = within(folded, spelling)
            if apart > _HEARD or (arabic and _is_feminine(folded) != _is_feminine(spelling)):
                continue
            cost, entry = self.at(place)
            if _THEH in entry.native and _is_no_theh(folded, entry.native):
                continue
            if waw and entry.arabic and _WAWS.isdisjoint(entry.arabic):
                continue
            if not arabic and are_others(folded, entry.vowelled):
                continue
            if spelling[-1] == "e" and folded[-1] in _CONSONANTS and is_womans(entry):  # Halid is no Halide
                continue
            missed = entry.role == "family" and not article and entry.definite
            found.append((cost + HEARD_FLOOR + 2 * apart + (ARTICLE_MISSED if missed else 0.0), entry))
        if len(found) > 1 and script == "Latn" and ends_as_womans(folded):
            found = _with_womans_e(found)
        return settled(found)

    def is_chain(self, elements: tuple[str, ...]) -> bool:
        """Has any row of a compound these elements?"""
        return elements in self._index.chains

    def chain(self, elements: tuple[str, ...], spelt: str) -> list[Known]:
        """The rows of a compound with these elements: the nearest of each role, nearest first.

        Of kunyas the nearest with the article and that without: Abu al-Walid, Abu Walid.
        """
        best: dict[tuple[str, bool], Known] = {}
        spelt = self.plainer(spelt).replace("dj", "j")  # whose d is no double of that of Abd
        for written, place in self._index.chains.get(elements, ()):
            apart = near(spelt, written)
            if apart > _HEARD_CHAIN or _is_of_woman(spelt, written):
                continue
            cost, entry = self.at(place)
            kind = entry.role, entry.role == "kunya" and entry.linked
            if kind not in best or cost + apart < best[kind][0]:
                best[kind] = cost + apart, entry
        return sorted(best.values(), key=_cost)

    def short_halves(self) -> frozenset[str]:
        """The second halves of compounds that have two letters beside the article: حق, در."""
        laqabs = self._tables.rows(f"{FOLDER}laqab")
        halves = {
            strip_harakat(row.native).rpartition(f" {AL}")[2] for row in laqabs if f" {AL}" in row.native
        }
        return frozenset(half for half in halves if len(half) == _SHORT and half != _OF_ALLAH)

    def usual(self, ism: str) -> int:
        """How many names of other languages an ism is equal to."""
        return self._index.equivalents.get(ism, 0)

    def arabic(self, row: Row) -> Known | None:
        """The Arabic name that an equivalent is of, None for a row that is no equivalent."""
        place = self._index.isms.get(row["of"]) if row["of"] else None
        return self.at(place) if place else None


def _with_womans_e(found: list[Known]) -> list[Known]:
    """The rows that a word in -e may be; a woman's first, where there is one: Feride is no Farid."""
    if not any(is_womans(entry) for _, entry in found):
        return found
    return [(cost + (0.0 if is_womans(entry) else _MUTE), entry) for cost, entry in found]


def is_womans(entry: Entry) -> bool:
    """Has a row a woman's ending in Arabic?"""
    return (entry.arabic or entry.native).endswith(_TA)


def ends_as_womans(folded: str) -> bool:
    """May a Latin word end in an e that is a woman's, and no mute one of the French?"""
    return folded[-1:] == "e" and _WOMANS_E.fullmatch(folded) is not None


def settled(found: list[Known]) -> tuple[Known, ...]:
    """Each row once, at its best, cheapest first; an equivalent after the Arabic name it equals."""
    if len(found) < 2:
        return tuple(found)
    best: dict[Entry, Known] = {}
    for known in found:
        before = best.get(known[1])
        if before is None or known[0] < before[0]:
            best[known[1]] = known
    return tuple(sorted(best.values(), key=lambda known: known[0] + known[1].late))


def _is_feminine(folded: str) -> bool:
    """True for a word in Arabic script with the ending of a woman: no man's name has it."""
    return folded.endswith(_HEH)


def _is_no_theh(folded: str, native: str) -> bool:
    """Has a spelling a z where an Arabic name has a ث and no letter that is spelt so: Zammar, ثامر?"""
    return ("z" in folded or "з" in folded) and _ZAIS.isdisjoint(native)


def _is_of_woman(spelt: str, written: str) -> bool:
    """True where, of two words in Arabic script, one alone ends as a woman's name: Abu Amra, Abu Omar."""
    if _is_feminine(spelt) == _is_feminine(written):
        return False
    return script_of(spelt) == script_of(written) == "Arab"
