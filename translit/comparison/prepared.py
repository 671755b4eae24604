"""A Reading made ready to be laid beside many others."""

from __future__ import annotations

from translit.canon.several import names_of
from translit.canon.surface import read_in
from translit.comparison.aliases import given_apart, halves, is_unhyphened, told_aside
from translit.comparison.diminutives import SHORT
from translit.comparison.districts import is_of_town
from translit.comparison.founders import has_founder
from translit.comparison.placewords import parted, words_of
from translit.comparison.sons import has_son
from translit.comparison.spelt import is_honoured, is_spelt_alike
from translit.comparison.translated import FOREIGN
from translit.comparison.words import Tokens, tokens
from translit.languages import nations
from translit.memory import once, remembered
from translit.nouns import Reading
from translit.person.beside.bodies import may_be_body, words_of_bodies
from translit.person.beside.kinship import relative
from translit.person.beside.regnal import regnal
from translit.person.beside.vitals import UNTOLD, Vitals, vitals
from translit.person.borrowers import MUSLIMS
from translit.person.patronymic import in_russian, recognise
from translit.person.surname import feminine
from translit.place import sides
from translit.quick import changed
from translit.tables import Tables, built_in
from translit.text.clean import clean, fold
from translit.text.script import script_of
from translit.text.words import LONG_WORD, is_too_long, owner

__all__ = [
    *("CZECH", "Prepared", "is_czech", "is_in_arabic", "is_lettered", "made_ready", "mans_surname"),
    *("may_stand_in_case", "prepare"),
]

CZECH = "ová"  # which Czechs put on any woman's surname
_OTHERS = frozenset((SHORT, FOREIGN))
_ARABIC = "ar"
_FEW = 2  # parts of a name without a patronymic
_READY = 1 << 15  # Readings made ready
_MET = 1 << 12  # patronymics
_of_bodies = once(words_of_bodies)  # without one of them a text names no body


class Prepared:
    """A Reading made ready to be laid beside many others: its words are weighed once.

    `given` is the Reading as it was given, `reading` that of its cleaned text, since two blanks or a mark
    apart from its letter tell nothing. `each` holds the names of a text that tells several, none where it
    tells one; `is_anothers` where a text tells whose somebody or something is, and no name: Ivan Petrov's
    wife.

    >>> from translit.canon import explain
    >>> from translit.comparison import compared, scored
    >>> one, two = prepare(explain("Roman Zabolotny", "person")), prepare(explain("Zabolotny R.", "person"))
    >>> scored(one, two) == compared(one, two).score
    True
    """

    __slots__ = (
        "_aside",
        "_body",
        "_made",
        "_more",
        "_other",
        "_sides",
        "_vitals",
        "each",
        "given",
        "is_anothers",
        "is_initials",
        "is_led",
        "is_long",
        "number",
        "reading",
        "tables",
    )

    def __init__(self, reading: Reading, tables: Tables) -> None:
        plain = clean(reading.text)[0]
        self.given = reading
        reading = self.reading = reading if plain == reading.text else changed(reading, text=plain)
        self.is_long = len(reading.text) > LONG_WORD and is_too_long(reading.text)
        self.is_anothers = reading.origin is None and _is_anothers(reading.text, tables)
        self.number = regnal(reading.text, tables) if reading.kind == "person" else ""
        self.tables = tables
        self.each: tuple[Prepared, ...] = tuple([Prepared(one, tables) for one in names_of(reading)])
        self._made: dict[object, Tokens] = {}
        self._sides: frozenset[str] | None = None
        self._vitals: Vitals | None = None
        self._body: bool | None = None
        self._more: bool | None = None
        self._other: bool | None = None
        self._aside: Prepared | None = None
        self.is_led = True

    def tokens(self, language: str) -> Tokens:
        """The telling parts of the name for the weights of a language."""
        found = self._made.get(language)
        if found is None:
            found = self._made[language] = tokens(self.reading, language, self.tables)
        return found

    def words(self, language: str) -> Tokens:
        """The words of a place's name, each a token."""
        found = self._made.get((words_of, language))
        if found is None:
            found = self._made[words_of, language] = words_of(self.reading, language, self.tables)
        return found

    def compounds(self, language: str) -> Tokens:
        """The words of a place's name, a compound with a word that many names share as two."""
        found = self._made.get((parted, language))
        if found is None:
            found = self._made[parted, language] = parted(self.words(language), language, self.tables)
        return found

    def sides(self) -> frozenset[str]:
        """The sides of a place of the tables that its text tells beside its name: the north of Aleppo."""
        if self._sides is None:
            row, text = self.reading.row, self.reading.text
            self._sides = sides(text, self.tables) if row else frozenset()
            if row and self._sides:
                self._sides -= sides(f"{row.canonical} {row.native}", self.tables)
        return self._sides

    def is_more(self) -> bool:
        """May a name be laid otherwise than it stands (`translit.comparison.alternatives`)?"""
        if self._more is None:
            kind = self.reading.kind
            self._more = is_of_town(self.reading) if kind == "place" else kind == "person" and self._is_more()
        return self._more

    def _is_more(self) -> bool:
        """May a person's name be laid otherwise: a neighbour's, a double one, a woman's?"""
        reading, tables = self.reading, self.tables
        other = told_aside(reading, tables)
        if other:
            self._aside, self.is_led = Prepared(other.reading, tables), other.is_led
        if other is not None or reading.origin in nations(tables) or mans_surname(reading):
            return True
        if is_unhyphened(reading) or ("-" in reading.text and any(map(halves, reading.parts))):
            return True
        if reading.origin == _ARABIC and (
            may_stand_in_case(reading)
            or is_spelt_alike(reading, tables)
            or is_honoured(reading, tables)
            or has_son(reading, tables)
            or given_apart(reading, tables)
        ):
            return True
        if has_founder(reading, tables):
            return True
        return (
            is_in_arabic(reading) or is_czech(reading) or (len(reading.parts) > _FEW and self._has_others())
        )

    def _has_others(self) -> bool:
        """Has a name a patronymic that may be made otherwise?"""
        for part in self.reading.parts:
            if part.role == "patronymic" and part.native and _is_made_otherwise(part.native, self.tables):
                return True
        return False

    def is_other(self) -> bool:
        """Has a name a given name that is a short form, or foreign, and so may be one with another's?"""
        if self._other is None:
            given = [part.row for part in self.reading.parts if part.role == "given" and part.row]
            self._other = not _OTHERS.isdisjoint([row.table for row in given])
        return self._other

    def is_body(self) -> bool:
        """May a text be the name of a body, by its first word or its last: Wagner Group?"""
        if self._body is None:
            text, told = self.reading.text, _of_bodies(self.tables)
            self._body = not told.isdisjoint(fold(text).split()) and may_be_body(text, self.tables)
        return self._body

    def aside(self) -> Prepared | None:
        """The other name that a person's text tells beside theirs; `is_led` where a word says that it is."""
        return self._aside if self.is_more() else None

    def vitals(self) -> Vitals:
        """What the text of a person tells beside the name."""
        if self._vitals is None:
            text = self.reading.text
            read = sum([len(part.text) + 1 for part in self.reading.parts])
            self._vitals = UNTOLD if read > len(text) else vitals(text, self.tables)
        return self._vitals


def mans_surname(reading: Reading) -> str:
    """The Latin surname of a woman where it is as the men of the family bear it; "" of others.

    >>> from translit.canon import explain
    >>> [mans_surname(explain(text, "person")) for text in ("Anna Petrov", "Anna Petrova", "Ivan Petrov")]
    ['Petrov', '', '']
    """
    if reading.gender != "f" or script_of(reading.text) != "Latn":
        return ""
    found = [read_in(part) for part in reading.parts if part.role == "surname"]
    return found[0] if len(found) == 1 and feminine(found[0]) != found[0] else ""


@remembered(_MET)
def _is_made_otherwise(patronymic: str, tables: Tables) -> bool:
    """May a patronymic be made otherwise: as Turks do, or of a Muslim's name that has several forms?"""
    if in_russian(patronymic, tables):
        return True
    found = recognise(patronymic, tables)
    return found is not None and found.father is not None and found.father.table in MUSLIMS


def is_czech(reading: Reading) -> bool:
    """Has a woman's surname the ending of Czechs: Rodninová?"""
    return not reading.text.isascii() and CZECH in reading.text.lower()


def is_in_arabic(reading: Reading) -> bool:
    """Is a name in Arabic letters a Russian's?"""
    return reading.origin == "ru" and script_of(reading.text) == "Arab"


def may_stand_in_case(reading: Reading) -> bool:
    """Is an Arab's Cyrillic name in doubt, since it may stand in a case?"""
    return reading.origin == _ARABIC and reading.status == "ambiguous" and script_of(reading.text) == "Cyrl"


def is_lettered(reading: Reading) -> bool:
    """Is a name in Arabic letters one of Russia's Muslims, with a surname that no row has?"""
    if not is_in_arabic(reading):
        return False
    muslim = any(part.row is not None and part.row.table in MUSLIMS for part in reading.parts)
    return muslim and any(part.role == "surname" and part.row is None for part in reading.parts)


def _is_anothers(text: str, tables: Tables) -> bool:
    """Is whose somebody is told by kin before a name, or what follows an owner one word, or in small letters?

    >>> texts = "Putin's Russia", "Germany's Angela Merkel", "Wagner's", "wife of Bashar al-Assad"
    >>> [_is_anothers(text, built_in()) for text in texts]
    [True, False, False, True]
    """
    if relative(text, tables):
        return True
    words = text.split()
    last = max((at for at, word in enumerate(words[:-1]) if owner(word)), default=None)
    return last is not None and (last + 2 == len(words) or words[last + 1][0].islower())


def prepare(reading: Reading, tables: Tables | None = None) -> Prepared:
    """Make a Reading ready for `compared` and `scored`, which take only such."""
    return Prepared(reading, tables or built_in())


def made_ready(reading: Reading, tables: Tables) -> Prepared:
    """A Reading made ready; one that comes again beside another is not made ready again."""
    met = _ready(tables)
    found = met.get(id(reading))
    if found is None:
        if len(met) >= _READY:
            met.clear()
        found = met[id(reading)] = prepare(reading, tables)
    return found


@once
def _ready(tables: Tables) -> dict[int, Prepared]:
    """The Readings that were met, by the Reading itself, which what is made of it keeps."""
    return {}
