"""Romanisation: text in Cyrillic or Arabic, written by a published scheme."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property, lru_cache, partial
from unicodedata import normalize
from weakref import WeakKeyDictionary

from translit import compiled
from translit.errors import TableError, UnknownScheme, nearest, need_text
from translit.memory import once
from translit.nouns import Rule, Scheme, Step
from translit.patterns import pattern
from translit.romanization.scribe import Nouns, Scribe
from translit.romanization.usual import Usual
from translit.rules import Rewriter
from translit.spelling import bare, spelt
from translit.tables import Tables, built_in
from translit.text.clean import fold

__all__ = [
    "ARABIC_PRESS",
    "PRESSES",
    "RUSSIAN_PRESS",
    "any_spells",
    "fired",
    "is_spelt",
    "latin_schemes",
    "puts",
    "romanize",
    "romanize_vowelled",
    "scheme",
    "schemes",
    "spellers",
    "spells",
    "spelt_by",
    "trace",
]

RUSSIAN_PRESS, ARABIC_PRESS = "press-en-ru", "press-en-ar"
PRESSES = {"Cyrl": RUSSIAN_PRESS, "Arab": ARABIC_PRESS}
"""The schemes by which English papers write names of other scripts."""

_Writer = Rewriter | Scribe | Usual
Speller = Callable[[str, str], bool]  # a text, and a folded one
_HEAD = ("id", "title", "authority", "year", "url", "language", "source", "target")
_STRESS = pattern(
    "(?<=[\u0400-\u052f])[\N{COMBINING ACUTE ACCENT}\N{COMBINING GRAVE ACCENT}]|\N{SOFT HYPHEN}"
)
_APOSTROPHES = pattern(r"(?<=\w)[’ʼ`´ʹ′＇](?=\w)")
_WORD = pattern(r"[^\W\d_]+")
_CYRILLIC = pattern("[\u0400-\u052f]")
_LATIN = pattern("[A-Za-zÀ-ɏ]")
_LOOKS = str.maketrans("acekmoptxyijsëïABCEHIJKMOPSTXYËÏ", "асекмортхуіјѕёїАВСЕНІЈКМОРЅТХУЁЇ")


def _scheme(name: str, tables: Tables) -> Scheme:
    """Read one scheme file."""
    page = tables.toml(name)
    try:
        head = {key: str(page[key]) for key in _HEAD}
        rules = tuple(_rule(entry) for entry in page["rules"])  # type: ignore[attr-defined]
    except KeyError as error:
        raise TableError(f"{name}.toml: no {error}; every scheme and every rule must have it") from error
    return Scheme(**head, rules=rules, sign=str(page.get("sign", "")))


def _rule(entry: dict[str, str | list[str]]) -> Rule:
    """Read one rule of a scheme file."""
    word, written = list(entry["as_in"])
    beside = {key: str(entry.get(key, "")) for key in ("after", "before")}
    return Rule(str(entry["name"]), str(entry["find"]), str(entry["put"]), **beside, as_in=(word, written))


def _is_written(writer: _Writer, text: str, plain: str) -> bool:
    """Does a writer write a text so, case, marks and apostrophes aside?"""
    return fold(writer(text)) == plain


class _Desk:
    """The schemes of one set of tables, each read and compiled when first asked for."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        self._names = {name.rpartition("/")[2]: name for name in tables.tomls("schemes")}
        self._writers: dict[str, _Writer] = {}
        self._spellers: dict[str, Speller] = {}
        self._read: dict[str, Scheme] = {}

    def scheme(self, scheme_id: str) -> Scheme:
        """A scheme as its file has it."""
        found = self._read.get(scheme_id)
        if found is None:
            name = self._names.get(scheme_id)
            if name is None:
                raise UnknownScheme(f"no scheme {scheme_id!r}; {nearest(scheme_id, self._names)}")
            found = self._read[scheme_id] = _scheme(name, self._tables)
        return found

    def writer(self, scheme_id: str) -> _Writer:
        """The rewriter of a scheme."""
        found = self._writers.get(scheme_id)
        return found or self._compiled(scheme_id)

    def speller(self, scheme_id: str) -> Speller:
        """What tells whether a scheme writes a text so."""
        found = self._spellers.get(scheme_id)
        if found is None:
            writer = self.writer(scheme_id)
            told = writer.spells if type(writer) is Rewriter else partial(_is_written, writer)
            found = self._spellers.setdefault(scheme_id, told)
        return found

    def _compiled(self, scheme_id: str) -> _Writer:
        found = self.scheme(scheme_id)
        rules = Rewriter(found, _mended) if found.source == "Cyrl" else Scribe(found, self._nouns)
        forms = self._forms(self._names[scheme_id])
        return self._writers.setdefault(scheme_id, Usual(rules, forms) if forms else rules)

    def _forms(self, name: str) -> list[tuple[str, str]]:
        """The usual forms of a scheme that has a table of them beside it."""
        if name not in self._tabled:
            return []
        return [(native, written) for native, written, *_ in self._tables.cells(name) if native != "native"]

    @cached_property
    def _tabled(self) -> frozenset[str]:
        """The tables of usual forms."""
        return frozenset(self._tables.names("schemes"))

    @cached_property
    def _nouns(self) -> Nouns:
        """Arabic names and generic words, which take part in constructs, and the particles written small."""
        names = (row.native for row in self._tables.rows("person/ar/ism"))
        generics = (row.native for row in self._tables.rows("place/generic"))
        between = [row for row in self._tables.rows("person/ar/particle") if row["between"]]
        small = (spelt(row.native) for row in between if row.canonical.islower())
        return Nouns(frozenset(map(bare, names)), frozenset(map(bare, generics)), frozenset(small))

    def ids(self) -> list[str]:
        """Every scheme id, sorted."""
        return sorted(self._names)

    def of(self, language: str) -> list[Scheme]:
        """The schemes of a language, whose folder has its name."""
        return [self.scheme(one) for one in self.ids() if self._names[one].split("/")[-2] == language]

    def latin(self, language: str) -> tuple[str, ...]:
        """The ids of those that write it in Latin letters, told without their rules."""
        return tuple([one for one in self.ids() if self._latin.get(one) == language])

    @cached_property
    def _latin(self) -> dict[str, str]:
        """The schemes that write Latin letters, each with its language."""

        def found() -> dict[str, str]:
            pages = {one: self._tables.parsed(name) for one, name in self._names.items()}
            return {
                one: self._names[one].split("/")[-2]
                for one, page in pages.items()
                if page.get("target") == "Latn"
            }

        kept: dict[str, str] = self._tables.kept("schemes-latin", self._names.values(), [__file__], found)
        return kept


_DESKS: WeakKeyDictionary[Tables, _Desk] = WeakKeyDictionary()


@once
def _own_desk() -> _Desk:
    return _Desk(built_in())


def _desk(tables: Tables | None) -> _Desk:
    """The schemes of these tables."""
    if tables is None or tables is built_in():
        return _own_desk()
    found = _DESKS.get(tables)
    return _DESKS.setdefault(tables, _Desk(tables)) if found is None else found


def scheme(scheme_id: str, *, tables: Tables | None = None) -> Scheme:
    """The scheme of this id; UnknownScheme, naming its neighbours, where there is none.

    >>> scheme("bgn-pcgn-1947-ru").year
    '1947'
    """
    return _desk(tables).scheme(scheme_id)


def schemes(*, tables: Tables | None = None) -> tuple[Scheme, ...]:
    """Every scheme of the tables, sorted by id.

    >>> [one.id for one in schemes() if one.language == "be"][:3]
    ['ala-lc-be', 'bgn-pcgn-1979-be', 'icao-9303-be']
    """
    desk = _desk(tables)
    return tuple(map(desk.scheme, desk.ids()))


@lru_cache(maxsize=32)
def latin_schemes(language: str, tables: Tables | None = None) -> tuple[str, ...]:
    """The ids of the schemes that write a language in Latin letters.

    >>> latin_schemes("be")[0]
    'ala-lc-be'
    """
    return _desk(tables).latin(language)


def romanize(text: str, scheme: str = RUSSIAN_PRESS, *, tables: Tables | None = None) -> str:
    """Write a text by a scheme; what is already in the scheme's script stays as it is.

    >>> romanize("Григорий Заболотный", "press-en-ru")
    'Grigory Zabolotny'
    """
    if type(text) is not str:
        need_text(text)
    if tables is None or tables is built_in():
        return _own_writer(scheme)(text)
    return _desk(tables).writer(scheme)(text)


@lru_cache(maxsize=256)
def _own_writer(scheme: str) -> Callable[[str], str]:
    """What writes by a scheme of the built-in tables."""
    writer = _own_desk().writer(scheme)
    return writer.write if type(writer) is Rewriter else writer


def romanize_vowelled(word: str, scheme: str, *, tables: Tables | None = None) -> str:
    """Write one Arabic word that has all its vowels, as `romanize` does, which would look for more.

    >>> romanize_vowelled("حُبَيش", "press-en-ar") == romanize("حُبَيش", "press-en-ar") == "Hubaysh"
    True
    """
    writer = _desk(tables).writer(scheme)
    return writer.vowelled(word) if type(writer) is Scribe else writer(word)


def spells(text: str, plain: str, scheme: str, *, tables: Tables | None = None) -> bool:
    """Does a scheme write a text so, case, marks and apostrophes aside? `plain` is folded.

    >>> spells("Юрий", "iurii", "ala-lc-2012-ru"), spells("Юрий", "iurij", "ala-lc-2012-ru")
    (True, False)
    """
    if tables is None or tables is built_in():
        return _own_speller(scheme)(text, plain)
    return _desk(tables).speller(scheme)(text, plain)


@lru_cache(maxsize=256)
def _own_speller(scheme: str) -> Speller:
    """What tells whether a scheme of the built-in tables writes a text so."""
    return _own_desk().speller(scheme)


def spellers(names: tuple[str, ...], tables: Tables | None = None) -> tuple[Speller, ...]:
    """What tells of each of some schemes whether it writes a text so, as `spells` does."""
    return tuple(map(_desk(tables).speller, names))


def _any_spells(asked: tuple[Speller, ...], text: str, plain: str) -> bool:
    """Does one of some schemes, told by what `spellers` gives, write a text so?"""
    return any(spelt(text, plain) for spelt in asked)


any_spells: Callable[[tuple[Speller, ...], str, str], bool] = (
    compiled.word.any_spells if compiled.word else _any_spells
)


def is_spelt(text: str, plain: str, language: str, *, tables: Tables | None = None) -> bool:
    """Does some scheme that writes a language in Latin letters write a text so? `plain` is folded.

    >>> is_spelt("Юрій", "yurii", "uk"), is_spelt("Юрій", "george", "uk")
    (True, False)
    """
    for signs, asked, _ in _signed(language, tables):
        if (not signs or _stands(signs, plain)) and any_spells(asked, text, plain):
            return True
    return False


def spelt_by(text: str, plain: str, language: str, *, tables: Tables | None = None) -> tuple[str, ...]:
    """The ids of the schemes that write a language in Latin letters and a text so. `plain` is folded.

    >>> spelt_by("Иванович", "iwanowitsch", "ru")
    ('press-de-ru',)
    """
    found: list[str] = []
    for signs, asked, names in _signed(language, tables):
        if not signs or _stands(signs, plain):
            found += [name for name, spelt in zip(names, asked, strict=True) if spelt(text, plain)]
    return tuple(sorted(found))


def _stands(signs: tuple[str, ...], plain: str) -> bool:
    """Does one of some signs stand in a text?"""
    for sign in signs:  # noqa: SIM110 (a generator would take as long again)
        if sign in plain:
            return True
    return False


_Signed = tuple[tuple[str, ...], tuple[Speller, ...], tuple[str, ...]]


@lru_cache(maxsize=32)
def _signed(language: str, tables: Tables | None) -> tuple[_Signed, ...]:
    """What tells whether each scheme that writes a language in Latin letters writes a text so, and its id.

    Those of one sign stand together; those without are first, English papers before standards.
    """
    desk = _desk(tables)
    found: dict[str, list[str]] = {"": []}
    for name in latin_schemes(language, tables):
        found.setdefault(desk.scheme(name).sign, []).append(name)
    found[""].sort(key=lambda one: (not one.startswith("press-en"), one.startswith("press-")))
    return tuple(
        [
            (tuple(filter(None, sign.split("|"))), spellers(tuple(names), tables), tuple(names))
            for sign, names in found.items()
        ]
    )


def trace(
    text: str, scheme: str = RUSSIAN_PRESS, *, tables: Tables | None = None
) -> tuple[str, tuple[Step, ...]]:
    """Write a text by a scheme, with the rule that wrote each letter.

    >>> [str(step) for step in trace("Ельцин")[1]][0]
    'Е → Ye (press-en-ru: е opens a syllable)'
    """
    return _desk(tables).writer(scheme).trace(text)


def fired(text: str, scheme: str, *, tables: Tables | None = None) -> frozenset[Rule]:
    """The rules of a scheme that had a say in a text.

    >>> [rule.put for rule in fired("Щ", "press-en-ru")]
    ['shch']
    """
    return _desk(tables).writer(scheme).fired(text)


def puts(text: str, scheme: str, *, tables: Tables | None = None) -> list[str]:
    """What each letter of a text became, before a name is given its capitals.

    >>> puts("щука", "press-en-ru")
    ['shch', 'u', 'k', 'a']
    """
    return _desk(tables).writer(scheme).puts(text)


def _mended(text: str) -> str:
    """Composed letters, no stress marks, one apostrophe, no Latin look-alikes inside Cyrillic words.

    >>> _mended("Пу\N{COMBINING ACUTE ACCENT}тин, Ивaнoв")
    'Путин, Иванов'
    """
    text = normalize("NFC", _STRESS.sub("", normalize("NFD", text)))
    return _WORD.sub(_own_script, _APOSTROPHES.sub("'", text))


def _own_script(word: re.Match[str]) -> str:
    """A word wholly in Cyrillic where look-alikes are all that keeps it from being so."""
    text = word[0]
    if not (_CYRILLIC.search(text) and _LATIN.search(text)):
        return text
    mended = text.translate(_LOOKS)
    return text if _LATIN.search(mended) else mended
