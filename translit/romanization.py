"""Romanisation: text in Cyrillic or Arabic, written by a published scheme."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from unicodedata import normalize
from weakref import WeakKeyDictionary

from translit.errors import TableError, UnknownScheme, nearest
from translit.nouns import Rule, Scheme, Step
from translit.rules import Rewriter
from translit.spelling import ARTICLE, FILED, JOINED, bare, in_order, plain, spelt, vowelled
from translit.tables import Tables, built_in
from translit.vocalise import parted, vocalise

__all__ = ["fired", "puts", "romanize", "scheme", "schemes", "trace"]

_HEAD = ("id", "title", "authority", "year", "url", "language", "source", "target")
_STRESS = re.compile(
    "(?<=[\u0400-\u052f])[\N{COMBINING ACUTE ACCENT}\N{COMBINING GRAVE ACCENT}]|\N{SOFT HYPHEN}"
)
_APOSTROPHES = re.compile(r"(?<=\w)[’ʼ`´ʹ′＇](?=\w)")
_ALIF = "\N{ARABIC LETTER ALEF}"
_ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f]")
_BETWEEN = re.compile("([^\u0610-\u06ff\u0750-\u077f]+)")
_PARTS = re.compile("(?<=[- \N{HYPHEN}])")
_PARTICLES = frozenset(("بِن", "ءِبن", "بِنت"))
_WORD = re.compile(r"[^\W\d_]+")
_CYRILLIC = re.compile("[\u0400-\u052f]")
_LATIN = re.compile("[A-Za-zÀ-ɏ]")
_LOOKS = str.maketrans("aceopxyijsëïABCEHIJKMOPSTXYËÏ", "асеорхуіјѕёїАВСЕНІЈКМОРЅТХУЁЇ")


def _scheme(name: str, tables: Tables) -> Scheme:
    """Read one scheme file."""
    page = tables.toml(name)
    try:
        head = {key: str(page[key]) for key in _HEAD}
        rules = tuple(_rule(entry) for entry in page["rules"])  # type: ignore[attr-defined]
    except KeyError as error:
        raise TableError(f"{name}.toml: no {error}; every scheme and every rule must have it") from error
    return Scheme(**head, rules=rules)


def _rule(entry: dict[str, str | list[str]]) -> Rule:
    """Read one rule of a scheme file."""
    word, written = list(entry["as_in"])
    beside = {key: str(entry.get(key, "")) for key in ("after", "before")}
    return Rule(str(entry["name"]), str(entry["find"]), str(entry["put"]), **beside, as_in=(word, written))


class _Scribe:
    """Writes Arabic by the rules of a scheme, from the letters as written or from the words spelt out.

    A scheme with a rule for the bare alif (Buckwalter, ISO 233:1984) takes the letters as they stand;
    any other is given the words with their vowels, spelt out by `translit.spelling`.
    """

    def __init__(self, scheme: Scheme, names: frozenset[str], generics: frozenset[str]) -> None:
        self.scheme = scheme
        self._rewriter = Rewriter(scheme)
        self._names = names
        self._generics = generics
        self._literal = any(rule.find == _ALIF for rule in scheme.rules)
        self._files = any(rule.find == FILED for rule in scheme.rules)
        puts = "".join(rule.put for rule in scheme.rules if rule.find != ARTICLE)
        self._capitals = puts == puts.lower()

    def __call__(self, text: str) -> str:
        """Write an Arabic text."""
        text = plain(text)
        return "".join(
            self._capital(said, self._rewriter(said), first) if _ARABIC.search(said) else said
            for said, first in self._said(text)
        )

    def trace(self, text: str) -> tuple[str, tuple[Step, ...]]:
        """Write a text and name the rule of every letter."""
        said = "".join(word for word, _ in self._said(plain(text)))
        spelling = () if said == text else (Step(text, said, "Arabic spelt out"),)
        written = self(text)
        ruled, steps = self._rewriter.trace(said)
        capitals = () if ruled == written else (Step(ruled, written, "capitals of a name"),)
        return written, (*spelling, *steps, *capitals)

    def puts(self, text: str) -> list[str]:
        """What each letter became."""
        return self._rewriter.puts("".join(word for word, _ in self._said(plain(text))))

    def fired(self, text: str) -> frozenset[Rule]:
        """The rules that had a say in a text."""
        return self._rewriter.fired("".join(word for word, _ in self._said(plain(text))))

    def _said(self, text: str) -> Iterator[tuple[str, bool]]:
        """The words of a text as the rules want them, with what stands between; is it the first?"""
        parts = _BETWEEN.split(in_order(text) if self._literal else parted(in_order(text)))
        heading = self._files and "," in text
        for at, part in enumerate(parts):
            if not _ARABIC.search(part) or self._literal:
                yield part, at < 2
                continue
            following = parts[at + 2] if at + 2 < len(parts) and parts[at + 1].isspace() else ""
            said = spelt(part if vowelled(part) else vocalise(part), self._construct(part, following))
            if heading and at < 2 and said.startswith(ARTICLE):
                said = FILED + said.removeprefix(ARTICLE)
            yield said, at < 2

    def _construct(self, word: str, following: str) -> bool:
        """Is a ta marbuta read t? Before a definite noun, or after a generic (isle); not in a name."""
        word, following = bare(word), bare(following)
        if not word.endswith("ة") or word.startswith("ال") or not following or word in self._names:
            return False
        if following.startswith(("ال", "ابن", "إبن")):
            return True
        return (word in self._generics or word.endswith("ية")) and not following.endswith("ة")

    def _capital(self, said: str, written: str, first: bool) -> str:
        """A name's capitals: none on an article or particle, but as the scheme has it at the start."""
        if not self._capitals:
            return written
        said = said.removeprefix(FILED)
        small = said.count("-") + said.count(JOINED)
        parts = _PARTS.split(written)
        if not first and said in _PARTICLES:
            return written
        head = "".join(parts[:small])
        return (head if first else head.lower()) + "".join(map(_capitalised, parts[small:]))


def _capitalised(word: str) -> str:
    """A word with its first letter capital, whatever sign stands before that; a digit may be a letter.

    >>> _capitalised("‘ayn"), _capitalised("7osni")
    ('‘Ayn', '7osni')
    """
    for at, letter in enumerate(word):
        if letter.isdigit():
            return word
        if letter.isalpha() and letter.upper() != letter:
            return word[:at] + letter.upper() + word[at + 1 :]
    return word


class _Desk:
    """The schemes of one set of tables, each read and compiled when first asked for."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        self._names = {name.rpartition("/")[2]: name for name in tables.tomls("schemes")}
        self._writers: dict[str, Rewriter | _Scribe] = {}

    def writer(self, scheme_id: str) -> Rewriter | _Scribe:
        """The rewriter of a scheme."""
        found = self._writers.get(scheme_id)
        return found or self._compiled(scheme_id)

    def _compiled(self, scheme_id: str) -> Rewriter | _Scribe:
        name = self._names.get(scheme_id)
        if name is None:
            raise UnknownScheme(f"no scheme {scheme_id!r}; {nearest(scheme_id, self._names)}")
        found = _scheme(name, self._tables)
        writer = Rewriter(found, _mended) if found.source == "Cyrl" else _Scribe(found, *self._nouns())
        self._writers[scheme_id] = writer
        return writer

    def _nouns(self) -> tuple[frozenset[str], frozenset[str]]:
        """Arabic names in -ah, and generic words, which take part in constructs."""
        names = (row.native for row in self._tables.rows("person/ar/ism"))
        generics = (row.native for row in self._tables.rows("place/generic"))
        return frozenset(map(bare, names)), frozenset(map(bare, generics))

    def ids(self) -> list[str]:
        """Every scheme id, sorted."""
        return sorted(self._names)


_DESKS: WeakKeyDictionary[Tables, _Desk] = WeakKeyDictionary()


@lru_cache(maxsize=1)
def _own_desk() -> _Desk:
    return _Desk(built_in())


def _desk(tables: Tables | None) -> _Desk:
    """The schemes of these tables."""
    if tables is None or tables is built_in():
        return _own_desk()
    if tables not in _DESKS:
        _DESKS[tables] = _Desk(tables)
    return _DESKS[tables]


def scheme(scheme_id: str, *, tables: Tables | None = None) -> Scheme:
    """The scheme of this id; UnknownScheme, naming its neighbours, where there is none.

    >>> scheme("bgn-pcgn-1947-ru").year
    '1947'
    """
    return _desk(tables).writer(scheme_id).scheme


def schemes(*, tables: Tables | None = None) -> tuple[Scheme, ...]:
    """Every scheme of the tables, sorted by id."""
    desk = _desk(tables)
    return tuple(desk.writer(scheme_id).scheme for scheme_id in desk.ids())


def romanize(text: str, scheme: str = "press-en-ru", *, tables: Tables | None = None) -> str:
    """Write a text by a scheme; what is already in the scheme's script stays as it is.

    >>> romanize("Григорий Заболотный", "press-en-ru")
    'Grigory Zabolotny'
    """
    return _desk(tables).writer(scheme)(text)


def trace(
    text: str, scheme: str = "press-en-ru", *, tables: Tables | None = None
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
