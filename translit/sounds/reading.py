"""Reading a spelling back: the likeliest words of the original script, with their shares."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from operator import itemgetter
from typing import Any, NamedTuple

from translit.memory import remembered
from translit.quick import maker, quick, untracked
from translit.sounds import hot, letters, packed
from translit.sounds.letters import article_parted, ascii_letters, native_letters, singled, spelling_letters
from translit.sounds.whole import Whole
from translit.tables import Tables, built_in
from translit.text.clean import fold, strip_harakat
from translit.text.script import script_of

__all__ = ["Heard", "articleless", "best", "every", "forms", "names", "plain_shares", "read", "reader"]


@quick
@dataclass(frozen=True, slots=True)
class Heard:
    """One original-script form a spelling can stand for: `share` is its posterior probability."""

    native: str
    share: float


_heard = maker(Heard)


class _Setting(NamedTuple):
    """What weighs how much in a language, found on pairs the models had not seen."""

    reach: int  # letters before a letter that foretell it
    weight: float  # of the letter model beside the chunk model
    beam: int
    within: float  # nats a partial reading may lie behind the best
    first: tuple[int, float]  # the same for a first look, which mostly does
    full: tuple[int, float]  # the same for a full one, where all readings are asked for
    lead: float  # nats by which a known name must lead for the first look to do
    listed: float  # nats a word of the lexicon gains
    met: float  # nats instead for a word met in print or as a name
    named: float  # nats more for one met as a name
    known: float  # nats more for a row of the tables
    vowels: float  # nats for each vowel that contradicts the row's own
    ending: float  # nats for a reading that drops the i its spelling ends with
    warmth: float  # how far the costs tell the shares


_SETTINGS = {
    "ru": _Setting(4, 0.4, 12, 8.0, (4, 4.0), (24, 12.0), 2.0, 3.0, 4.3, 1.0, 1.0, 0.0, 0.0, 0.6),
    "ar": _Setting(4, 0.5, 16, 10.0, (6, 6.0), (16, 10.0), 3.0, 1.0, 1.5, 0.5, 4.3, 2.0, 2.0, 0.5),
}
_SCRIPT = {"ru": "Cyrl", "ar": "Arab"}
_KINDS = {"ru": ("given", "diminutive", "surname"), "ar": ("ism", "family", "nisba", "laqab")}
_ARTICLE = "\N{ARABIC LETTER ALEF}\N{ARABIC LETTER LAM}"
_TA_MARBUTA, _HA = "\N{ARABIC LETTER TEH MARBUTA}", "\N{ARABIC LETTER HEH}"
_ALIFS = frozenset("\u0621\u0622\u0623\u0625\u0627\u0671")
_GOD = "\N{ARABIC LETTER LAM}" * 2 + _HA
_YA, _MAQSURA = "\N{ARABIC LETTER YEH}", "\N{ARABIC LETTER ALEF MAKSURA}"
_NEVER = (12.0, 6.0)  # nats of a chunk and of a letter that its model has never seen
_DOUBLED = "iyy"
_BEFORE_I = _YA + _MAQSURA + "\N{ARABIC LETTER HAMZA}\N{ARABIC LETTER AIN}"
_NISBA = _HA + "\N{ARABIC LETTER ALEF}"  # what a name loses before the ending of a nisba
_LONG = re.compile("(?:(?<=[аеиоуюя][бвджзлмнпрстф])|(?<=нт))и(?=ев(?:ич|на)$)")
_LEAST = 0.001
_UNSEEN = 0.035  # of the shares, what a first look leaves to words it did not come to
_TRIED = (3.5, 8)  # nats behind the best within which readings are weighed as wholes, and how many
_ALL_TRIED = (20.0, 12)  # the same in a full look
_WITH_ARTICLE = 0.3  # of a family that writes the article, where the spelling has none

_Share = tuple[str, float]
Lines = dict[str, str]
Known = dict[str, tuple[list[str], list[str]]]  # plain letters: full spellings, vowel patterns
Kept = dict[str, tuple[tuple[str, ...], tuple[str, ...]]]


def _lines(tables: Tables, name: str) -> Lines:
    """A back-off table as it is kept: history, then back-off cost and what follows."""
    rows = tables.cells(name)
    next(rows)
    return {after: f"{back} {then}" for after, back, then in rows}


def _sources(language: str, tables: Tables) -> list[str]:
    """The tables of a family's names; those of languages with a scheme of their own come first."""
    folders = [row for row in tables.rows("languages") if row["family"] == language]
    folders.sort(key=lambda row: (not row["scheme"], int(row["rank"])))
    listed = set(tables.names("person"))
    found = (f"person/{row.id}/{kind}" for row in folders for kind in _KINDS[language])
    return [name for name in found if name in listed]


@lru_cache(maxsize=8)
def names(language: str, tables: Tables) -> tuple[Kept, frozenset[str]]:
    """The names of the tables by their plain letters, and the words of the lexicon."""
    sources = ["languages", *_sources(language, tables)]
    sources += ["person/ru/lexicon"] if language == "ru" else []
    code = [__file__, letters.__file__]
    known, listed = tables.kept(f"names-{language}", sources, code, lambda: _named(language, tables))
    own = _own_names(language, tables)
    return (known | own if own else known), untracked(frozenset(listed))


@lru_cache(maxsize=8)
def _gains(language: str, tables: Tables) -> Any:
    """The nats that a reading gains for being a word of the tables, one met in print or as a name.

    A dictionary; where there is compiled code, it finds them in the table as it stands.
    """
    setting = _SETTINGS[language]
    known, listed = names(language, tables)
    as_name = setting.met + setting.named
    met = f"sounds/{language}/attested"
    if met not in tables.names(f"sounds/{language}"):
        met = ""
    if hot.compiled:
        table = tables.encoded(met) if met else b"native\tmet\n"
        table += ("\n" + "\tl\n".join([*listed, ""])).encode()
        return hot.compiled.Gains(table, known, setting.listed, setting.met, as_name, setting.known)
    gains = dict.fromkeys(listed, setting.listed)
    if met:
        rows = tables.cells(met)
        next(rows)
        gains.update((word, as_name if "n" in how else setting.met) for word, how in rows)
    gains.update((word, gains.get(word, 0.0) + setting.known) for word in known)
    return gains


def _own_names(language: str, tables: Tables) -> Kept:
    """The names of a user's own rows, for persons or of no told kind."""
    own: Known = {}
    for row in tables.own_rows() if tables.own else ():
        if row["kind"] in ("", "person") and script_of(row.native) == _SCRIPT[language]:
            for native in row.native.split():
                _know(own, native, row.canonical if native == row.native else "", language)
    return {plain: (tuple(forms), tuple(filter(None, vowels))) for plain, (forms, vowels) in own.items()}


def _named(language: str, tables: Tables) -> tuple[Kept, list[str]]:
    """The names of a language, from its tables."""
    known: Known = {}
    for name in _sources(language, tables):
        for row in tables.rows(name):
            _know(known, row.native, row.canonical, language)
    listed: list[str] = []
    if language == "ru":
        rows = tables.cells("person/ru/lexicon")
        next(rows)
        for native, _ in rows:
            plain = native_letters(native, language)
            listed.append(plain)
            if plain != native:
                known.setdefault(plain, ([native], []))
        for native in sorted({_shortened(native) for native in listed}.intersection(listed)):
            known.setdefault(native, ([native], []))
    else:
        bare = (name[:-1] if name[-1] in _NISBA else name for name in known)
        listed = sorted({name + _YA for name in bare if len(name) > 1}.difference(known))
    return {plain: (tuple(forms), tuple(vowels)) for plain, (forms, vowels) in known.items()}, listed


def _shortened(word: str) -> str:
    """A patronymic as it is spoken, which is its usual form: Григориевич → Григорьевич."""
    shorter = _LONG.sub("ь", word).replace("аилов", "айлов")
    return shorter if shorter != word else ""


def _know(known: Known, native: str, canonical: str, language: str) -> None:
    """Add a row's native form, and the vowels of its usual English form; a compound counts as one word."""
    if language == "ar":
        full = strip_harakat(native)
        bare, english = article_parted(full, canonical.lower())
    else:
        full = native.replace("\N{COMBINING ACUTE ACCENT}", "").lower()
        bare, english = full, canonical
    plain = native_letters(bare, language)
    if not plain or (language == "ru" and (" " in full or "-" in full)):
        return
    forms, patterns = known.setdefault(plain, ([], []))
    if full not in forms:
        forms.append(full)
    forms.sort(key=lambda form: form.startswith(_ARTICLE))
    if language == "ar":
        pattern = hot.vowels(ascii_letters(spelling_letters(english)))
        if pattern not in patterns:
            patterns.append(pattern)


def _beam(language: str, setting: _Setting, tables: Tables) -> tuple[Any, set[str]]:
    """The beam search of a language, compiled where it can be, and the letters of its spellings."""
    sources = [f"sounds/{language}/chunks", f"sounds/{language}/letters"]

    def models() -> tuple[Lines, Lines]:
        return _lines(tables, sources[0]), _lines(tables, sources[1])

    def arrays() -> packed.Packed | None:
        return packed.packed(*models(), setting.reach)

    if hot.compiled:
        code = [__file__, packed.__file__]
        fitting = tables.kept(f"packed-{language}", sources, code, arrays)
        if fitting is not None:
            search = hot.compiled.Reader(*fitting, setting.reach, setting.weight, *_NEVER)
            return search, set(fitting[2])
    chunks, spelt = tables.kept(f"read-{language}", sources, [__file__], models)
    backoffs = hot.Backoff(chunks, " ", _NEVER[0]), hot.Backoff(spelt, "", _NEVER[1])
    reader = hot.Reader(*backoffs, setting.reach, setting.weight)
    return reader, {letter for spelling in reader.natives for letter in spelling}


@lru_cache(maxsize=8)
def _searcher(language: str, tables: Tables) -> tuple[Any, set[str]]:
    """The beam search of a language; a user's own rows change nothing in it."""
    return _beam(language, _SETTINGS[language], tables)


class _Room:
    """A language's reader with what is known of its names."""

    def __init__(self, language: str, tables: Tables) -> None:
        self.language = language
        self.setting = _SETTINGS[language]
        self.known, self.listed = names(language, tables)
        shared = tables.own and tables.home == built_in().home
        reader, self._letters = _searcher(language, built_in() if shared else tables)
        weights = self.setting.vowels, self.setting.ending
        self.listener = hot.listener(reader, _gains(language, tables), self.known, _BEFORE_I, *weights)
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
        pattern = hot.vowels(ascii_letters(word)) if how.vowels and word[0] < "\u0250" else ""
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
    yield ascii_letters(word)


def _whole(language: str, tables: Tables) -> Whole | None:
    """What whole spellings say, where a table tells it."""
    name = f"sounds/{language}/whole"
    if name not in tables.names(f"sounds/{language}"):
        return None
    rows = tables.cells(name)
    next(rows)
    return Whole(language, {sign: float(weight) for sign, weight in rows})


@lru_cache(maxsize=8)
def reader(language: str, tables: Tables | None = None) -> _Room:
    """The reader of a language, made when first asked for."""
    return _Room(language, tables or built_in())


@remembered(1 << 15)
def _all(word: str, language: str, tables: Tables | None) -> tuple[_Share, ...]:
    """Every form of a word that a full look finds, with its share, best first."""
    room = reader(language, tables)
    if script_of(word) == _SCRIPT[language]:
        return _own(word, room)
    return _told_forms(_listened(word.lower(), language, room, full=True), language, room)


@remembered(1 << 15)
def _read(word: str, language: str, tables: Tables | None) -> tuple[_Share, ...]:
    """Every form of a word with its share, best first; plain pairs, since there are many."""
    room = reader(language, tables)
    if script_of(word) == _SCRIPT[language]:
        return _own(word, room)
    return _told_forms(_told(word.lower(), language, tables), language, room)


def _told_forms(told: _Told, language: str, room: _Room) -> tuple[_Share, ...]:
    """The plain readings in full spellings, best first."""
    if language == "ru" and room.known.keys().isdisjoint([native for native, _ in told.plain]):
        return told.plain  # each stands as it is spelt
    found = _spread(told.plain, told.spelling, told.article, room)
    found.sort(key=_share, reverse=True)
    return tuple(found)


_share = itemgetter(1)


@remembered(1 << 15)
def _first(word: str, language: str, tables: Tables | None) -> tuple[Heard, ...]:
    """The first of all forms of a word, the others not spelt out; nothing where there is none."""
    if script_of(word) == _SCRIPT[language]:
        return tuple([_heard(*one) for one in _read(word, language, tables)[:1]])
    told = _told(word.lower(), language, tables)
    first: _Share | None = None
    for plain in told.plain:
        if first is not None and first[1] >= plain[1]:
            break
        for one in _spread((plain,), told.spelling, told.article, reader(language, tables)):
            if first is None or one[1] > first[1]:
                first = one
    return (_heard(*first),) if first else ()


class _Told(NamedTuple):
    """The plain readings of a spelling with their shares, and whether the word had an article before it."""

    plain: tuple[_Share, ...]
    spelling: str
    article: bool


def _told(word: str, language: str, tables: Tables | None) -> _Told:
    """The plain readings of a word of another script in small letters that mostly do, best first."""
    return _listened(word, language, reader(language, tables))


def _listened(word: str, language: str, room: _Room, full: bool = False) -> _Told:
    """The plain readings of a word of another script in small letters, best first."""
    bare = article_parted("", word)[1] if language == "ar" and not word.isalpha() else word
    spelling = spelling_letters(bare)
    if language == "ar" and _DOUBLED in spelling:
        spelling = spelling.replace(_DOUBLED, _DOUBLED[:-1])  # Hamidiyya: the y of a nisba is one letter
    if language == "ar" and not spelling.isascii():
        spelling = singled(spelling)
    costs, quick = (room.costs(spelling), False) if full else room.looked(spelling)
    if not costs:
        return _Told((), spelling, bare != word)
    plain = hot.shares(costs, room.setting.warmth, _LEAST, 1 + _UNSEEN * quick)
    return _Told(plain, spelling, bare != word)


def plain_shares(word: str, language: str, *, tables: Tables | None = None) -> dict[str, float]:
    """The plain letters of what `read` gives, an article left out, with the shares of all that has them.

    >>> max(plain_shares("al-Fatima", "ar").items(), key=lambda item: item[1])[0]
    'فاطمه'
    """
    tables = tables or built_in()
    room = reader(language, tables)
    found: dict[str, float] = {}
    if script_of(word) == _SCRIPT[language]:
        for one in _read(word, language, tables):
            plain = articleless(native_letters(one[0], language), language)
            found[plain] = found.get(plain, 0.0) + one[1]
        return found
    told = _told(word.lower(), language, tables)
    if not told.article:
        found = dict(told.plain)
        definite = language == "ar" and _ARTICLE[0] in {
            form[:1] for form in found
        }  # one may have the article
        if room.manifold.isdisjoint(found) and not definite:
            return found
        found = {}
    known = room.known
    for plain, share in told.plain:
        if plain in known:  # its full spellings may have an article of their own
            for one in _spread([(plain, share)], told.spelling, told.article, room):
                full = articleless(native_letters(one[0], language), language)
                found[full] = found.get(full, 0.0) + one[1]
            continue
        whole = _ARTICLE + plain.removeprefix(_ARTICLE) if told.article else plain
        bare = articleless(whole, language)
        found[bare] = found.get(bare, 0.0) + share
    return found


def articleless(plain: str, language: str) -> str:
    """Plain letters without the article of Arabic.

    >>> articleless("الحميد", "ar"), articleless("الي", "ar")
    ('حميد', 'الي')
    """
    return plain[2:] if language == "ar" and plain.startswith(_ARTICLE) and len(plain) > 4 else plain


def _spread(plain: Iterable[_Share], spelling: str, article: bool, room: _Room) -> list[_Share]:
    """Each plain reading in its full spellings, the article put back where the word had it."""
    found: list[_Share] = []
    for one in plain:
        forms = room.full(one[0], spelling)
        if len(forms) == 1 and not article and not forms[0].startswith(_ARTICLE):
            found.append(one if forms[0] is one[0] else (forms[0], one[1]))
            continue
        if article:
            forms = list(dict.fromkeys(_ARTICLE + form.removeprefix(_ARTICLE) for form in forms))
        parts = [_WITH_ARTICLE if form.startswith(_ARTICLE) else 1.0 for form in forms]
        whole = sum(parts)
        found += [(form, one[1] * part / whole) for form, part in zip(forms, parts, strict=True)]
    return found


def _own(word: str, room: _Room) -> tuple[_Share, ...]:
    """A word that is in its own script already: its full spelling, where the tables know it."""
    if room.language == "ar":
        word = strip_harakat(word)
        article = word.startswith(_ARTICLE) and len(word) > 4
        bare = word[2:] if article else word
        forms = [form for form in room.full(fold(bare), "") if fold(form) == fold(bare)] or [bare]
        return tuple((_ARTICLE * article + form, 1 / len(forms)) for form in forms)
    plain = native_letters(word, room.language)
    forms = list(room.full(plain, "")) if "ё" not in word.lower() else [word.lower()]
    return tuple((form, 1 / len(forms)) for form in forms)


def read(word: str, language: str, limit: int = 8, *, tables: Tables | None = None) -> tuple[Heard, ...]:
    """The likeliest Cyrillic ("ru") or Arabic ("ar") forms of one word in any script, best first.

    Small letters, without vowel marks; the shares are posterior probabilities. Hamza, ta marbuta
    and ё stand where a table knows them; `tables` may have a user's own rows, whose names are known then too.

    >>> read("Zabolotny", "ru", 1)[0].native, read("Muhammad", "ar", 1)[0].native
    ('заболотный', 'محمد')
    """
    tables = tables or built_in()
    if limit == 1:
        return _first(word, language, tables)
    return tuple([_heard(native, share) for native, share in _all(word, language, tables)[:limit]])


def every(word: str, language: str, limit: int = 8, *, tables: Tables | None = None) -> tuple[_Share, ...]:
    """What `read` gives, as plain pairs of a form and its share.

    >>> [native for native, _ in every("Peskow", "ru", 2)]
    ['песков', 'пешков']
    """
    return _all(word, language, tables or built_in())[:limit]


def forms(word: str, language: str, limit: int = 8, *, tables: Tables | None = None) -> tuple[_Share, ...]:
    """The likeliest forms of a word, as pairs of a form and its share; others where no name leads by far.

    >>> forms("Zabolotny", "ru", 1)[0][0]
    'заболотный'
    """
    return _read(word, language, tables or built_in())[:limit]


def best(word: str, language: str, *, tables: Tables | None = None) -> str | None:
    """The likeliest form of a word alone, the first of `read`; None where nothing can be heard.

    >>> best("Shcherbakov", "ru"), best("習", "ru")
    ('щербаков', None)
    """
    first = _first(word, language, tables or built_in())
    return first[0].native if first else None
