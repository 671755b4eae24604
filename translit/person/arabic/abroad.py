"""An Arab's name in the letters of papers to which they mean others: Bassár el-Aszad, Baszar al-Asad.

The letters are rows of `tables/spelling/ar/foreign.tsv`. Those of a whole text are one paper's. Where each of
them is other papers' too, as a Dutch oe or a Spanish j, a row must have the word only as they mean it.
"""

from __future__ import annotations

from collections.abc import Callable

from translit import sounds
from translit.lookup import lexicon_of
from translit.memory import once
from translit.patterns import holding
from translit.person.arabic.nearest import FAR, cost, nearest
from translit.person.arabic.rows import JUST_HEARD
from translit.person.arabic.words import are_spelt, vocabulary_of
from translit.person.latin.respelt import betrays, respelling
from translit.tables import Tables
from translit.text.clean import joined

__all__ = ["is_arabs", "may_be_respelt", "respelt"]

Search = Callable[[str], object]
_BARE = "before a consonant"  # a j, where no other letter tells of a paper
_TURKS = "of Turks"
_TRADITIONS = (
    "Polish",
    "Hungarian",
    "Slavic",
    _TURKS,
    "beside a v",
    "beside dsch",
    "Hungarian length",
    _BARE,
)
_BY_A_J = ("Spanish", "Spanish y", "j as y")  # what a j alone may betray
_BY_A_Y = "y as j"
# Traditions of letters that other papers have as well; beside an Arab's name a word need but sound as a row.
_PLAIN = ("Dutch", "Italian", "Portuguese", *_BY_A_J, _BY_A_Y)
_SIGNS = ("j", "oe", "sc", "gi", "x", *[f"y{vowel}" for vowel in "aeiou"])
_MAY_MEAN = holding(("z", *[case for one in _SIGNS for case in (one, one.capitalize(), one.upper())]))
_WHOLLY = _TRADITIONS[:2]  # whose letters mean nothing else
_ACUTE, _MACRON = frozenset("áéíóúý"), frozenset("āēīū")
_LETTERS = _ACUTE | _MACRON | frozenset("čšžőűöüżģķļņ")  # with marks, of papers whose letters are known here
_WRITTEN = 0.03  # what a word costs that a row writes
_SPELT = 0.06  # … a scheme for one
_WELL = 0.7  # the share of a reading from which a word is well read as it stands
_MORE = -0.01  # what one may cost more in letters that nobody else writes
_HEARD = 0.2  # … one that sounds so, at most
_AUDIBLE = 5  # letters below which one may sound so by chance: Hoes
_LESS = 0.14  # what any other spelling must cost less: as a row that writes it less than one it sounds as
_RATHER = 0.16  # … and one of a further paper, so that more tells than how a row sounds


def may_be_respelt(text: str) -> bool:
    """May a Latin text have letters that mean others: with a mark, a z, a j, an oe, a y before a vowel?"""
    return not text.isascii() or bool(_MAY_MEAN(text))


@once
def _papers(tables: Tables) -> list[tuple[str, Search, Search]]:
    """The traditions, each with what finds a sign of it in small letters, and one that nobody else writes."""
    return [
        (one, betrays("ar", tables, one), betrays("ar", tables, one, column="sure")) for one in _TRADITIONS
    ]


@once
def _plain_papers(tables: Tables) -> tuple[Search, list[tuple[str, Search]]]:
    """What finds a sign of any tradition of plain letters; the traditions, each with what finds its own."""
    return betrays("ar", tables, *_PLAIN), [(one, betrays("ar", tables, one)) for one in _PLAIN]


@once
def _signed(tables: Tables) -> Search:
    """What finds a sign of any tradition."""
    return betrays("ar", tables, *_TRADITIONS)


def respelt(
    text: str, pieces: tuple[str, ...], tables: Tables, *, arabs: bool = False
) -> tuple[str, ...] | None:
    """The words of an Arab's name in letters that are understood, None where they are in such.

    Some letter must show whose paper it is, and the words be nearer to the rows by it. `arabs`: the words
    speak for an Arab as they stand.

    >>> from translit.tables import built_in
    >>> respelt("Bassár el-Aszad", ("Bassár", "el-Aszad"), built_in())
    ('Bašár', 'el-Asad')
    >>> respelt("Ajman Najm", ("Ajman", "Najm"), built_in())
    ('Ayman', 'Najm')
    >>> respelt("Moestafa Jalil", ("Moestafa", "Jalil"), built_in())
    ('Mustafa', 'Jalil')
    >>> respelt("Nasser Najm", ("Nasser", "Najm"), built_in())
    """
    small = text.lower()
    signed = _signed(tables)(small) and _is_papers(small)
    found = _as_signed(small, pieces, tables) if signed else None
    return found or _as_written(small, pieces, arabs, tables)


def _as_written(small: str, pieces: tuple[str, ...], arabs: bool, tables: Tables) -> tuple[str, ...] | None:
    """The words of a name, some of them as plain letters mean them, where a row has these only so.

    Beside an Arab's name, or in one, it is enough that one sounds as a row, where nothing does as it stands.
    """
    any_signs, papers = _plain_papers(tables)
    if not any_signs(small) or all(_is_name(piece, tables) for piece in pieces if _MAY_MEAN(piece)):
        return None
    best, most = None, 0
    for paper, signs in papers:
        if signs(small):
            spelt = _as_rows(pieces, paper, arabs, tables)
            changed = sum(map(str.__ne__, spelt, pieces))
            if changed > most:
                best, most = spelt, changed
    return best


def _as_rows(pieces: tuple[str, ...], paper: str, arabs: bool, tables: Tables) -> tuple[str, ...]:
    """The words of a name as a paper's plain letters mean them, where only so they are names."""
    last = len(pieces) - 1
    spelt = [_as_row(piece, paper, False, at == last, tables) for at, piece in enumerate(pieces)]
    if arabs or any(is_arabs(piece, tables) for piece in spelt):
        spelt = [_as_row(piece, paper, True, at == last, tables) for at, piece in enumerate(spelt)]
    return tuple(spelt)


def _as_row(piece: str, paper: str, heard: bool, last: bool, tables: Tables) -> str:
    """A word as a paper's plain letters mean it, where only so it is a name; a well read one stays.

    The last one of a name is none that joins others; where it may be but `heard`, it need not be written so.
    """
    spelt = respelling("ar", tables, paper)(piece)
    if spelt == piece or _is_name(piece, tables):
        return piece
    stands = nearest(piece, tables).cost
    if stands <= JUST_HEARD or _is_others(piece, tables):
        return piece
    if paper == _BY_A_Y and (len(piece) < _AUDIBLE or lexicon_of(tables).written(piece)):
        return piece  # Yuma, Yelena, Toyota
    if last and vocabulary_of(tables).particles.element(joined(spelt)):
        return piece
    heard = heard and stands >= FAR and len(piece) >= _AUDIBLE + (paper == _BY_A_Y)  # Yumblat, no Yamak
    if not _is_name(spelt, tables) and nearest(spelt, tables).cost > (_HEARD if heard else _WRITTEN):
        return piece
    return piece if paper in _BY_A_J and _is_well_read(piece, tables) else spelt


def is_arabs(piece: str, tables: Tables) -> bool:
    """Does a row of Arabs, or a scheme for one, write a word, and none of another people?"""
    hits = lexicon_of(tables).written(piece)
    return nearest(piece, tables).cost <= _SPELT and all(hit.family != "other" for hit in hits)


def _is_name(word: str, tables: Tables) -> bool:
    """Does a row, or a scheme for one, write a word so, or is it a particle or a title: Abu, Sheikh?"""
    particles = vocabulary_of(tables).particles
    folded = joined(word)
    known = particles.element(folded) or particles.title(folded)
    return known is not None or are_spelt((word,), tables)


def _is_well_read(piece: str, tables: Tables) -> bool:
    """Is a word that no row has read well as it stands: Jalili, of no Khalil?"""
    found = sounds.read(piece, "ar", 2, tables=tables)
    return bool(found) and found[0].share >= _WELL


def _as_signed(small: str, pieces: tuple[str, ...], tables: Tables) -> tuple[str, ...] | None:
    """The words of a name with some papers' sign, as those mean them by whom they are nearest to the rows."""
    if any(_is_others(piece, tables) for piece in pieces):
        return None
    best, dearest = None, cost(pieces, tables)
    for paper, signs, surely in _papers(tables):
        if not signs(small):
            continue
        spelt = tuple([_plainer(piece, paper, tables) for piece in pieces])
        found = cost(spelt, tables)
        sure = best is None and surely(small)
        if found < dearest - (_MORE if sure else _RATHER if best else _LESS):
            best, dearest = spelt, found
    return best if best != tuple(pieces) else None


def _is_papers(small: str) -> bool:
    """May a paper of the east write a name in small letters so? No scholar does, no Frenchman: Yaḥyá, Mūsá.

    Nor have Croats' ć and their like a part in an Arab's name.
    """
    marked = {letter for letter in small if letter > "\x7f"}
    return marked <= _LETTERS and (marked.isdisjoint(_ACUTE) or marked.isdisjoint(_MACRON))


def _plainer(piece: str, paper: str, tables: Tables) -> str:
    """A word as a paper's letters mean it.

    Where some may mean their own as well, a known one stays, but for one that a row then writes; so does one
    that is not known then, where nothing but a j shows the paper.
    """
    spelt = respelling("ar", tables, paper)(piece)
    if spelt == piece or vocabulary_of(tables).particles.title(joined(piece)):  # Šejch
        return piece
    if paper in _WHOLLY:
        return spelt
    known = nearest(piece, tables)
    if known.known and paper == _TURKS:
        return piece
    most = _WRITTEN if known.cost <= JUST_HEARD else _SPELT if paper == _BARE else FAR
    return spelt if nearest(spelt, tables).cost <= most else piece


def _is_others(piece: str, tables: Tables) -> bool:
    """Is a word a name of another people as it stands, marks and all: Szymon, Dariusz?"""
    hits = lexicon_of(tables).written(piece)
    return any(hit.family == "other" and piece in (hit.row.native, hit.row.canonical) for hit in hits)
