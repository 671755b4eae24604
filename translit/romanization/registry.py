"""The schemes of a set of tables: each is read and compiled when it is first asked for."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property, partial
from unicodedata import normalize
from weakref import WeakKeyDictionary

from translit.errors import TableError, UnknownScheme, nearest
from translit.memory import once
from translit.nouns import Rule, Scheme
from translit.patterns import pattern
from translit.romanization.scribe import Nouns, Scribe
from translit.romanization.usual import Usual
from translit.rules import Rewriter
from translit.spelling import spelt
from translit.tables import Tables, built_in
from translit.text.clean import fold
from translit.text.harakat import bare

__all__ = ["Registry", "Speller", "built_in_registry", "registry"]

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


class Registry:
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


_REGISTRIES: WeakKeyDictionary[Tables, Registry] = WeakKeyDictionary()


@once
def built_in_registry() -> Registry:
    """The schemes of the built-in tables."""
    return Registry(built_in())


def registry(tables: Tables | None) -> Registry:
    """The schemes of these tables."""
    if tables is None or tables is built_in():
        return built_in_registry()
    found = _REGISTRIES.get(tables)
    return _REGISTRIES.setdefault(tables, Registry(tables)) if found is None else found


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
