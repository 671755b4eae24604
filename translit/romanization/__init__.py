"""Romanisation: text in Cyrillic or Arabic, written by a published scheme."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from translit import compiled
from translit.errors import need_text
from translit.memory import lasting
from translit.nouns import Rule, Scheme, Step
from translit.romanization.registry import Speller, built_in_registry, registry
from translit.romanization.scribe import Scribe
from translit.rules import Rewriter
from translit.tables import Tables, built_in
from translit.text.script import script_of

__all__ = [
    "ARABIC_PRESS",
    "PRESSES",
    "RUSSIAN_PRESS",
    "Speller",
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


def scheme(scheme_id: str, *, tables: Tables | None = None) -> Scheme:
    """The scheme of this id; UnknownScheme, naming its neighbours, where there is none.

    >>> scheme("bgn-pcgn-1947-ru").year
    '1947'
    """
    return registry(tables).scheme(scheme_id)


def schemes(*, tables: Tables | None = None) -> tuple[Scheme, ...]:
    """Every scheme of the tables, sorted by id; of the built-in ones if none are given.

    >>> [one.id for one in schemes() if one.language == "be"][:3]
    ['ala-lc-be', 'bgn-pcgn-1979-be', 'icao-9303-be']
    """
    known = registry(tables)
    return tuple(map(known.scheme, known.ids()))


@lru_cache(maxsize=32)
def latin_schemes(language: str, tables: Tables | None = None) -> tuple[str, ...]:
    """The ids of the schemes that write a language in Latin letters.

    >>> latin_schemes("be")[0]
    'ala-lc-be'
    """
    return registry(tables).latin(language)


def romanize(text: str, scheme: str | None = None, *, tables: Tables | None = None) -> str:
    """Write a text by a scheme; what is already in the scheme's script stays as it is.

    `scheme` is the id of one of `schemes`; None writes as English newspapers do: Arabic by press-en-ar,
    all else by press-en-ru. Raises UnknownScheme where there is none of that id, InputError for what is
    no text.

    >>> romanize("Григорий Заболотный", "icao-9303-ru"), romanize("سمير")
    ('Grigorii Zabolotnyi', 'Samir')
    """
    if type(text) is not str:
        need_text(text)
    if scheme is None:
        scheme = PRESSES.get(script_of(text), RUSSIAN_PRESS)
    if tables is None or tables is built_in():
        return _own_writer(scheme)(text)
    return registry(tables).writer(scheme)(text)


@lasting(256)
def _own_writer(scheme: str) -> Callable[[str], str]:
    """What writes by a scheme of the built-in tables."""
    writer = built_in_registry().writer(scheme)
    return writer.write if type(writer) is Rewriter else writer


def romanize_vowelled(word: str, scheme: str, *, tables: Tables | None = None) -> str:
    """Write one Arabic word that has all its vowels, as `romanize` does, which would look for more.

    >>> romanize_vowelled("حُبَيش", "press-en-ar") == romanize("حُبَيش", "press-en-ar") == "Hubaysh"
    True
    """
    writer = registry(tables).writer(scheme)
    return writer.vowelled(word) if type(writer) is Scribe else writer(word)


def spells(text: str, plain: str, scheme: str, *, tables: Tables | None = None) -> bool:
    """Does a scheme write a text so, case, marks and apostrophes aside? `plain` is folded.

    >>> spells("Юрий", "iurii", "ala-lc-2012-ru"), spells("Юрий", "iurij", "ala-lc-2012-ru")
    (True, False)
    """
    if tables is None or tables is built_in():
        return _own_speller(scheme)(text, plain)
    return registry(tables).speller(scheme)(text, plain)


@lasting(256)
def _own_speller(scheme: str) -> Speller:
    """What tells whether a scheme of the built-in tables writes a text so."""
    return built_in_registry().speller(scheme)


def spellers(names: tuple[str, ...], tables: Tables | None = None) -> tuple[Speller, ...]:
    """What tells of each of some schemes whether it writes a text so, as `spells` does."""
    return tuple(map(registry(tables).speller, names))


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


@lasting(32)
def _signed(language: str, tables: Tables | None) -> tuple[_Signed, ...]:
    """What tells whether each scheme that writes a language in Latin letters writes a text so, and its id.

    Those of one sign stand together; those without are first, English papers before standards.
    """
    known = registry(tables)
    found: dict[str, list[str]] = {"": []}
    for name in latin_schemes(language, tables):
        found.setdefault(known.scheme(name).sign, []).append(name)
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
    return registry(tables).writer(scheme).trace(text)


def fired(text: str, scheme: str, *, tables: Tables | None = None) -> frozenset[Rule]:
    """The rules of a scheme that had a say in a text.

    >>> [rule.put for rule in fired("Щ", "press-en-ru")]
    ['shch']
    """
    return registry(tables).writer(scheme).fired(text)


def puts(text: str, scheme: str, *, tables: Tables | None = None) -> list[str]:
    """What each letter of a text became, before a name is given its capitals.

    >>> puts("щука", "press-en-ru")
    ['shch', 'u', 'k', 'a']
    """
    return registry(tables).writer(scheme).puts(text)
