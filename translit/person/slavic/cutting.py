"""A text cut into the words of a Russian name: its titles, its words in the nominative, its comma.

Most words ask for no cutting (`recorded`); a comma, a title, a number or a case makes the longer way.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import pairwise
from operator import or_

from translit.lookup import compounds, lexicon_of
from translit.memory import once, remembered
from translit.nouns import Reading, Row
from translit.patterns import pattern
from translit.person.beside.letters import is_given_cut_short, is_spelt
from translit.person.parts import title_part
from translit.person.patronymic import filiations
from translit.person.slavic.evidence import Word, compiled, gathered, word
from translit.person.slavic.inflection import uprights
from translit.person.slavic.nobiliary import Particles, particles, unled
from translit.person.slavic.oblique import is_case_alone, is_oblique
from translit.person.surname import ends
from translit.quick import changed, maker, quick
from translit.tables import Tables
from translit.text.article import ABD, AL, ALLAH
from translit.text.clean import fold
from translit.text.script import script_of
from translit.text.words import is_initial, parted, words

__all__ = ["Name", "cut", "recorded"]

_NAMED, _SURNAMED = frozenset(("title",)), frozenset(("title", "surname"))  # what a title may be beside one
_LONGEST_TITLE = 4  # words: General of the Army
_WHOLE = 2  # words of a whole name
_FEW = 3  # letters with which a word is more than an initial
_CAMEL = 8  # letters of the shortest two words that may be written together
_NUMBER = re.compile(r"\b[IVX]{2,}\b")  # of a king; one letter is an initial
_CYRILLIC, _FARTHER = pattern("[Ѐ-ґ]"), pattern("[\u0492-\u2018\u201a-\U0010ffff]")  # ’ is an apostrophe
_RIVAL, _UPRIGHT_RIVAL = 0.04, 0.2  # from these shares on another nominative stands beside the likeliest


@quick
@dataclass(frozen=True, slots=True)
class Name:
    """A text cut into the words of a name: its titles, its words, the words before a comma.

    `inflected` is what the words were before they were put into the nominative, `share` how sure that
    nominative is, `rivals` are the names of the other nominatives that it may be. `asks` are the questions
    that its words are asked. `particles` stand in small letters before the words of some numbers: фон.
    """

    titles: tuple[Reading, ...]
    words: tuple[Word, ...]
    comma: int
    inflected: str = ""
    share: float = 1.0
    rivals: tuple[Name, ...] = ()
    asks: int = 0
    particles: Particles = ()


_name = maker(Name)


def cut(text: str, tables: Tables) -> Name:
    """Cut a text into titles and words; oglu and kyzy join the father's name before them."""
    whole, foreign = parted(text) or words(text), not text.isascii()
    if foreign and script_of(text) == "Arab":
        whole = _served(compounds(whole, tables), tables)
    found = _recorded(whole, tables)
    if found is None or (foreign and _is_alone(whole) and is_case_alone(whole, tables)):
        return _cut_further(text, whole, tables)
    return _name((), found[0], -1, "", 1.0, (), found[1])


@once
def _halves(tables: Tables) -> frozenset[str]:
    """The second halves of Turkic given names that Arabs write in a word of their own: بك."""
    return frozenset([text for row in tables.rows("person/trk/half") for text in row.many("spelling")])


def _served(words: tuple[str, ...], tables: Tables) -> tuple[str, ...]:
    """The words of a name in Arabic script, those of God's and a bek's as one: عبد الحكيم is Абдулхаким.

    >>> from translit.tables import built_in
    >>> _served(("عبد", "الحكيم", "إسماعيلوف"), built_in()), _served(("كرمان", "بك", "باكييف"), built_in())
    (('عبد الحكيم', 'إسماعيلوف'), ('كرمان بك', 'باكييف'))
    """
    halves = _halves(tables)
    if {ABD, ALLAH, *halves}.isdisjoint(words[:-1]):
        return words
    found: list[str] = []
    last = len(words) - 1
    for at, piece in enumerate(words):
        served = found and (piece == ALLAH or (found[-1] == ABD and piece.startswith(AL)))
        if served or (len(found) == 1 and piece in halves and at < last):
            found[-1] += " " + piece
        else:
            found.append(piece)
    return tuple(found)


def _is_alone(whole: tuple[str, ...]) -> bool:
    """May a text be one word, or one beside initials, in Cyrillic?"""
    if not whole or whole[0].isascii():
        return False
    return len(whole) == 1 or len(whole[0]) < _FEW or len(whole[-1]) < _FEW


def _cut_further(text: str, whole: tuple[str, ...], tables: Tables) -> Name:
    """A name with a word that asks for cutting."""
    pieces: list[str] = []
    comma = -1
    for piece in whole:
        if piece in ",;":
            comma = len(pieces) if pieces and comma < 0 else comma
        elif pieces and _joins(piece, tables) and len(pieces) > (comma if comma > 0 else 0):
            pieces[-1] += " " + piece
        else:
            pieces.extend(_uncamelled(piece))
    pieces, led = unled(pieces, tables)
    titles = _titles(pieces, tables)
    if led and titles:
        led = tuple([(at - len(titles), native, latin) for at, native, latin in led])
    upright = uprights(tuple(pieces), tables) if _may_be_inflected(text) else ()
    if not upright:
        return _named(pieces, pieces, 1.0, titles, comma, led, tables)
    first, *others = [
        _named(list(found), pieces, share, titles, comma, led, tables)
        for found, share in upright
        if share > (_UPRIGHT_RIVAL if list(found) == pieces else _RIVAL)
    ]
    return changed(first, rivals=tuple(others))


def _named(
    upright: list[str],
    pieces: list[str],
    share: float,
    titles: list[Reading],
    comma: int,
    led: Particles,
    tables: Tables,
) -> Name:
    """The words of a name in the nominative, with what they were before."""
    inflected = " ".join(pieces) if upright != pieces else ""
    if inflected:
        titles = titles + _titles(upright, tables)
    found = tuple([word(piece, tables) for piece in upright])
    return _name(tuple(titles), found, comma - len(titles), inflected, share, (), _asks(found), led)


def _asks(found: Sequence[Word]) -> int:
    """The questions that some words are asked."""
    return reduce(or_, [item.asks for item in found], 0)


@remembered(32768)
def _plain(piece: str, tables: Tables) -> Word | None:
    """A word that asks for no cutting, None for what does: commas, titles, numbers, glued words, cases."""
    folded = fold(piece)
    if folded in _cutters(tables) and (folded in _openers(tables) or piece in ",;" or not is_initial(piece)):
        return None
    if lexicon_of(tables).written(piece) and _title(piece, tables, _SURNAMED):
        return None
    if (piece.isupper() or not piece.isalpha()) and _NUMBER.search(piece):
        return None
    if len(piece) >= _CAMEL and not piece[1:].islower() and _uncamelled(piece) != [piece]:
        return None
    if not piece.isascii() and _may_be_inflected(piece) and is_oblique(piece.lower(), tables):
        return None
    return gathered(piece, tables)


def recorded(pieces: tuple[str, ...], tables: Tables) -> tuple[tuple[Word, ...], int] | None:
    """The words that ask for no cutting, and what they ask; None where one does. Compiled, the same."""
    found = []
    for piece in pieces:
        plain = _plain(piece, tables)
        if plain is None:
            return None
        found.append(plain)
    return tuple(found), _asks(found)


_recorded = compiled.Gathered(_plain, Word) if compiled else recorded


def _joins(piece: str, tables: Tables) -> bool:
    """True for a word that makes a patronymic of the name before it."""
    return fold(piece) in filiations(tables) and not is_initial(piece)


def _titles(pieces: list[str], tables: Tables) -> list[Reading]:
    """Take the titles off the front of a name's words."""
    titles: list[Reading] = []
    found = True
    while found:
        found = False
        for size in range(min(_LONGEST_TITLE, len(pieces) - 1), 0, -1):
            title = " ".join(pieces[:size])
            if size == 1 and title.isupper() and is_initial(title):
                continue  # "Д. Медведев" is no doctor
            kinds = _SURNAMED if size == 1 and _is_whole(pieces[1:], tables) else _NAMED
            row = _title(title, tables, kinds) if size == 1 or fold(pieces[0]) in _openers(tables) else None
            if row is not None and len(pieces) == _WHOLE and _is_called_so(row, pieces, tables):
                break
            if row is not None and not is_given_cut_short(title, " ".join(pieces[size:]), tables):
                titles.append(title_part(title, row))
                del pieces[:size]
                found = True
                break
    return titles


@once
def _cutters(tables: Tables) -> frozenset[str]:
    """The words, folded, that by themselves ask for cutting, with commas."""
    return frozenset((*_openers(tables), *filiations(tables), *particles(tables), *",;"))


@once
def _openers(tables: Tables) -> frozenset[str]:
    """The first words, folded, of titles of several words (Prime Minister, Maj. Gen.)."""
    written = (
        text
        for row in tables.rows("person/title")
        for text in (row.native, row.canonical, *row.many("cyrillic"), *row.many("also"))
    )
    return frozenset(fold(text.split()[0]) for text in written if " " in text)


def _may_be_inflected(text: str) -> bool:
    """True for Cyrillic without the letters of the Caucasus and of Turkic languages."""
    return not text.isascii() and _CYRILLIC.search(text) is not None and not _FARTHER.search(text)


def _uncamelled(piece: str) -> list[str]:
    """Words written together with their capitals (ИвановИван) come apart."""
    if len(piece) < _CAMEL or piece[1:].islower() or piece.isupper() or "-" in piece or not piece.isalpha():
        return [piece]
    cuts = [at for at in range(1, len(piece)) if piece[at].isupper() and piece[at - 1].islower()]
    bounds = [0, *cuts, len(piece)]
    found = [piece[start:end] for start, end in pairwise(bounds)]
    return found if all(len(part) > 3 for part in found) else [piece]


def _title(piece: str, tables: Tables, kinds: frozenset[str]) -> Row | None:
    """The row of a title, where a word is a title and nothing but of these kinds."""
    hits = [hit for hit in lexicon_of(tables).written(piece) if hit.role in kinds]
    if len(hits) < len(lexicon_of(tables).written(piece)):
        return None
    rows = [hit.row for hit in hits if hit.role == "title" and is_spelt(piece, hit.row)]
    return rows[0] if rows else None


def _is_called_so(row: Row, pieces: Sequence[str], tables: Tables) -> bool:
    """Is a title that Arabs are called as well a given name beside a lone surname: Эмир Османов?"""
    if pieces[0].islower() or not pieces[1].lower().endswith(ends("Cyrl", "unarabic", tables)):
        return False
    return lexicon_of(tables).is_given(row.native)


def _is_whole(pieces: Sequence[str], tables: Tables) -> bool:
    """Is what stands behind a title that is a surname too a whole name: Graf Lev Tolstoy?"""
    if len(pieces) < _WHOLE:
        return False
    first, last = word(pieces[0], tables), word(pieces[-1], tables)
    return bool(first.givens) and not last.givens and not last.patronym
