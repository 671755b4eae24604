"""The beam search of a language with what is known of its names: what `reading` asks for a word's forms."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from typing import Any, NamedTuple

from translit.memory import lasting
from translit.quick import untracked
from translit.sounds import composed as composing
from translit.sounds import loops, packed
from translit.sounds.attested import lines
from translit.sounds.composed import composed
from translit.sounds.known import names
from translit.sounds.letters import ascii_letters
from translit.sounds.whole import Whole
from translit.tables import Tables, built_in

__all__ = ["Room", "Setting", "reader"]

_TA_MARBUTA, _HA = "\N{ARABIC LETTER TEH MARBUTA}", "\N{ARABIC LETTER HEH}"
_ALIFS = frozenset("\u0621\u0622\u0623\u0625\u0627\u0671")
_GOD = "\N{ARABIC LETTER LAM}" * 2 + _HA
_YA, _MAQSURA = "\N{ARABIC LETTER YEH}", "\N{ARABIC LETTER ALEF MAKSURA}"
_BEFORE_I = _YA + _MAQSURA + "\N{ARABIC LETTER HAMZA}\N{ARABIC LETTER AIN}"
_NEVER = (12.0, 6.0)  # nats of a chunk and of a letter that its model has never seen
_TRIED = (3.5, 8)  # nats behind the best within which readings are weighed as wholes, and how many
_ALL_TRIED = (20.0, 12)  # the same in a full look
Lines = dict[str, str]


class Setting(NamedTuple):
    """What weighs how much in a language, found on pairs the models had not seen."""

    reach: int  # letters before a letter that foretell it
    weight: float  # of the letter model beside the chunk model
    beam: int
    within: float  # nats a partial reading may lie behind the best
    first: tuple[int, float]  # the same for a first look, which mostly does
    full: tuple[int, float]  # the same for a full one, where all readings are asked for
    lead: float  # nats by which a known name must lead for the first look to do
    listed: float  # nats a word of the lexicon gains
    met: tuple[float, ...]  # nats instead for one met, in print or as a name, by its letters: 1 to 8, more
    named: float  # nats more for one met as a name
    known: float  # nats more for a row of the tables
    beside: float  # nats at most that such a one gains for being met, of whatever length
    vowels: float  # nats for each vowel that contradicts the row's own
    ending: float  # nats for a reading that drops the i its spelling ends with
    warmth: float  # how far the costs tell the shares


_MET = (0.0, 0.5, 1.5, 2.0, 3.5, 5.0, 5.0, 5.0)  # a short word is soon met by chance
_SETTINGS = {
    "ru": Setting(4, 0.4, 12, 8.0, (4, 4.0), (24, 12.0), 2.0, 3.0, (4.3,) * 8, 1.0, 1.0, 9.0, 0.0, 0.0, 0.6),
    "ar": Setting(4, 0.5, 20, 12.0, (6, 6.0), (20, 12.0), 3.0, 2.0, _MET, 0.5, 6.0, 2.0, 2.0, 2.0, 0.46),
}


@lasting(8)
def reader(language: str, tables: Tables | None = None) -> Room:
    """The reader of a language, made when first asked for."""
    return Room(language, tables or built_in())


class Room:
    """A language's reader with what is known of its names."""

    def __init__(self, language: str, tables: Tables) -> None:
        self.language = language
        self.setting = _SETTINGS[language]
        self.known, self.listed = names(language, tables)
        shared = tables.own and tables.home == built_in().home
        reader, self._letters = _searcher(language, built_in() if shared else tables)
        weights = self.setting.vowels, self.setting.ending
        self.listener = loops.listener(reader, _gains(language, tables), self.known, _BEFORE_I, *weights)
        self.whole = _whole(language, tables)

    @cached_property
    def manifold(self) -> frozenset[str]:
        """The plain words that have several full spellings, or one that begins with other plain letters."""
        return untracked(
            frozenset(
                plain for plain, (forms, _) in self.known.items() if len(forms) != 1 or forms[0][0] in _ALIFS
            )
        )

    def costs(self, word: str) -> list[tuple[float, str]]:
        """The readings of a prepared spelling that a full look finds; the first is that of `looked`."""
        found, first = self.looked(word, full=True)[0], self.looked(word)[0][:1]
        if found and found[0][1] != first[0][1]:
            found = [(found[0][0], first[0][1]), *(one for one in found if one[1] != first[0][1])]
        return found

    def looked(self, word: str, full: bool = False) -> tuple[list[tuple[float, str]], bool]:
        """The readings of a prepared spelling, the cheapest first, and whether a first look sufficed."""
        if not self._letters.issuperset(word):
            word = "".join(letter if letter in self._letters else ascii_letters(letter) for letter in word)
            word = "".join(letter for letter in word if letter in self._letters)
        if not word:
            return [], True
        found, first = self._sought(word, full)
        for plainer in _plainer(word) if not found and not word.isascii() else ():
            word = plainer
            found, first = self._sought(word, full)
            if found:
                break
        tried = _ALL_TRIED if full else _TRIED
        return (found, True) if first else (self._weighed(found, word, *tried), False)

    def _sought(self, word: str, full: bool) -> tuple[list[tuple[float, str]], bool]:
        """What the beam finds, and whether a first look sufficed."""
        how = self.setting
        pattern = loops.vowels(ascii_letters(word)) if how.vowels and word[0] < "\u0250" else ""
        if full:
            return self.listener.costs(word, pattern, *how.full), False
        found: tuple[list[tuple[float, str]], bool] = self.listener.sought(
            word, pattern, self.listed, how.first, how.lead, how.beam, how.within
        )
        return found

    def _is_listed(self, native: str) -> bool:
        """True for a name that the tables or the lexicon have."""
        return native in self.listed or native in self.known

    def _weighed(
        self, found: list[tuple[float, str]], word: str, within: float, most: int
    ) -> list[tuple[float, str]]:
        """The readings of a Latin spelling whose best no table has, those near it weighed as whole words."""
        if self.whole is None or len(found) < 2 or word[0] >= "\u0250" or self._is_listed(found[0][1]):
            return found
        limit = found[0][0] + within
        near = [native for cost, native in found[:most] if cost < limit]
        if len(near) < 2:
            return found
        gains = self.whole.gains(near, word)
        tried = [(cost - gain, native) for (cost, native), gain in zip(found, gains, strict=False)]
        return sorted(tried + found[len(tried) :])

    def full(self, plain: str, word: str) -> Sequence[str]:
        """A plain reading in the spelling of its script: hamza, ta marbuta, ё as the tables have them."""
        known = self.known.get(plain)
        if known is not None and known[0]:
            return known[0]
        if self.language == "ar" and word[-1:] in ("a", "h", "e", "а", "я"):
            if plain.endswith(_HA) and not plain.endswith(_GOD):
                return [plain[:-1] + _TA_MARBUTA]
            if plain.endswith(_YA) and word[-1] in "aа":
                return [plain[:-1] + _MAQSURA]
        return [plain]


def _plainer(word: str) -> Iterator[str]:
    """A spelling without one of its marks, then without any, where no chunk reads it: Rəşid, Kristīna.

    >>> list(_plainer("rəşid"))
    ['raşid', 'rəsid', 'rasid']
    """
    marked = [letter for letter in dict.fromkeys(word) if not letter.isascii()]
    for letter in marked if len(marked) > 1 else ():
        yield word.replace(letter, ascii_letters(letter))
    plain = ascii_letters(word)
    if plain:  # a lone mark has no letter
        yield plain


@lru_cache(maxsize=8)
def _gains(language: str, tables: Tables) -> Any:
    """The nats that a reading gains for being a word of the tables, one met in print or as a name.

    A dictionary; where there is compiled code, it finds them in the lines of a table.
    """
    setting = _SETTINGS[language]
    known, listed = names(language, tables)
    met = lines(language, tables)
    if loops.compiled:
        table = "".join(("native\tmet\n", met, "\tl\n".join([*listed, ""]))).encode()
        weights = setting.met, setting.named, setting.known, setting.beside
        return loops.compiled.Gains(table, known, setting.listed, *weights)
    gains = dict.fromkeys(listed, setting.listed)
    for line in met.splitlines():
        word, _, how = line.partition("\t")
        gains[word] = setting.met[min(len(word), 8) - 1] + setting.named * (how == "n")
    for word in known:
        gains[word] = min(gains.get(word, 0.0), setting.beside) + setting.known
    return gains


def _whole(language: str, tables: Tables) -> Whole | None:
    """What whole spellings say, where a table tells it."""
    name = f"sounds/{language}/whole"
    if name not in tables.names(f"sounds/{language}"):
        return None
    rows = tables.cells(name)
    next(rows)
    return Whole(language, {sign: float(weight) for sign, weight in rows})


@lru_cache(maxsize=8)
def _searcher(language: str, tables: Tables) -> tuple[Any, set[str]]:
    """The beam search of a language; a user's own rows change nothing in it."""
    return _beam(language, _SETTINGS[language], tables)


def _beam(language: str, setting: Setting, tables: Tables) -> tuple[Any, set[str]]:
    """The beam search of a language, compiled where it can be, and the letters of its spellings."""
    sources = [f"sounds/{language}/chunks", f"sounds/{language}/letters"]
    told = [name for name in tables.names(f"spelling/{language}") if name == f"spelling/{language}/letters"]

    def models() -> tuple[Lines, Lines]:
        chunks, letters = (_lines(tables, name) for name in sources)
        for name in told:
            chunks[""] = composed(chunks[""], tables.rows(name))
        return chunks, letters

    def arrays() -> packed.Packed | None:
        return packed.in_planes(packed.packed(*models(), setting.reach))

    if loops.compiled:
        code = [__file__, composing.__file__, packed.__file__]
        fitting = tables.kept(f"packed-{language}", [*sources, *told], code, arrays)
        if fitting is not None:
            fitting = packed.as_numbers(fitting)
            search = loops.compiled.Reader(*fitting, setting.reach, setting.weight, *_NEVER)
            return search, set(fitting[2])
    chunks, spelt = models()  # as soon made as read, were they kept
    backoffs = loops.Backoff(chunks, " ", _NEVER[0]), loops.Backoff(spelt, "", _NEVER[1])
    reader = loops.Reader(*backoffs, setting.reach, setting.weight)
    return reader, {letter for spelling in reader.natives for letter in spelling}


def _lines(tables: Tables, name: str) -> Lines:
    """A back-off table as it is kept: history, then back-off cost and what follows."""
    rows = tables.cells(name)
    next(rows)
    return {after: f"{back} {then}" for after, back, then in rows}
