"""The pairs that chunks are learned from: files of them, and the tables' names as they are written."""

from __future__ import annotations

import csv
import math
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from translit.errors import InputError
from translit.learning.alignment import Pair, is_latin
from translit.learning.variation import ARABIC_GAZETTEERS, press_names, printed_names
from translit.person.arabic.letters import unarticled, unarticled_native
from translit.romanization import romanize
from translit.sounds.attested import lines
from translit.sounds.letters import (
    PERSIAN,
    article_parted,
    ascii_letters,
    native_letters,
    singled,
    spelling_letters,
)
from translit.tables import Tables

__all__ = ["met", "pairs", "printed", "some", "written"]

_MARKED = 0.6  # of a spelling with marks, as it is; the rest counts for it without them
_SCHEMES = {
    "ru": (
        "bgn-pcgn-1947-ru", "press-en-ru", "press-en-ru", "press-en-ru", "icao-9303-ru",
        "gost-r-52535-2006-ru", "mvd-310-1997-fr-ru", "press-fr-ru", "press-de-ru", "press-de-ru",
        "press-pl-ru", "iso-9-1995-ru", "scholarly-ru", "ala-lc-2012-ru", "gost-7.79-b-ru",
        "press-it-ru", "press-es-ru", "press-tr-ru",
    ),
    "ar": (
        "bgn-pcgn-1956-ar", "ala-lc-1997-ar", "press-en-ar", "press-fr-ar", "din-31635-ar", "un-2017-ar",
        "icao-9303-ar", "practical-ru-ar",
    ),
}  # fmt: skip
_OTHER_SCRIPT = "practical-ru-ar"
_PRESS_SHARE = 0.5  # what a spelling of the press weighs that varies the scheme's
_PERSIAN_SHARE, _UNTOLD_SHARE = 0.2, 0.01  # … of the Persian press, with a letter of its own and without
_TAKEN_SHARE = 0.3  # what one weighs that may be taken from the press of another country
_PRINTED = 3.0  # what a spelling weighs that a row says newspapers print
_PRINTED_IN = ("ru/given", "ru/diminutive", "ru/surname", "cau/given", "trk/given")


def pairs(path: Path, language: str) -> Iterator[Pair]:
    """The pairs of a TSV file with the columns native, latin and, where it has one, count."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        for column in ("native", "latin"):
            if column not in (rows.fieldnames or ()):
                raise InputError(f"{path}: no column {column!r}; a file of pairs has native, latin, count")
        for row in rows:
            yield from _paired(
                row["native"], row["latin"], 1 + math.log(float(row.get("count") or 1)), language
            )


def _paired(native: str, spelling: str, weight: float, language: str) -> Iterator[Pair]:
    """One pair made ready: single words in small letters, without the article; with and without marks."""
    if language == "ar":
        native, spelling = article_parted(native.strip(), spelling.strip().lower())
    native, spelling = native_letters(native, language), spelling_letters(spelling)
    if language == "ar":
        spelling = singled(spelling)
    if not native or not spelling or " " in native or " " in spelling:
        return
    if len(native) < 2 or not 1 < len(spelling) <= 3 * len(native) + 2:
        return
    bare = ascii_letters(spelling)
    if bare == spelling:
        yield Pair(native, spelling, weight)
    else:
        yield Pair(native, spelling, _MARKED * weight)
        yield Pair(native, bare, (1 - _MARKED) * weight)


def written(language: str, tables: Tables) -> Iterator[Pair]:
    """The tables' own names as schemes write them: pairs that need no looking for.

    A Russian name is written by two schemes, every third one in Arabic script too, as newspapers vary it,
    and every third one as Persian ones do.
    """
    schemes = _SCHEMES[language]
    for native in sorted(_natives(language, tables)):
        number = zlib.crc32(native.encode())
        two = [schemes[number % len(schemes)], schemes[number // 97 % len(schemes)]]
        for scheme in two if language == "ru" else schemes:
            text = romanize(native, scheme, tables=tables)
            weight = 1.0 if scheme == _OTHER_SCRIPT else 0.2 if language == "ru" else 0.1
            yield from _paired(native, text, weight, language)
        for text in (
            press_names(native, "press-ar-ru", tables) if language == "ru" and number % 3 == 0 else ()
        ):
            yield from _paired(native, text, _PRESS_SHARE, language)
        for text in (
            press_names(native, "press-fa-ru", tables) if language == "ru" and number % 3 == 1 else ()
        ):
            told = not PERSIAN.isdisjoint(text)  # else it may as well be an Arab's spelling
            yield from _paired(native, text, _PERSIAN_SHARE if told else _UNTOLD_SHARE, language)
        for text in press_names(native, _OTHER_SCRIPT, tables) if language == "ar" else ():
            yield from _paired(native, text, _PRESS_SHARE, language)
    if language == "ar":
        yield from _transcribed(tables)


def _transcribed(tables: Tables) -> Iterator[Pair]:
    """Arabic names as Russian papers take them from French and English ones: Бумедьен of Boumediene."""
    for name in ("ism", "family", "nisba"):
        for row in tables.rows(f"person/ar/{name}"):
            for latin in (row.canonical, *row.many("also")):
                for text in printed_names(unarticled(latin)) if latin.isascii() else ():
                    yield from _paired(unarticled_native(row.native), text, _TAKEN_SHARE, "ar")


def _natives(language: str, tables: Tables) -> set[str]:
    """Every single native word of the person tables (vowelled, where it is Arabic)."""
    skipped = ("particle", "equivalent", "title")
    found = set()
    for name in tables.names(f"person/{language}"):
        if name.rpartition("/")[2] in skipped:
            continue
        if name.endswith("/lexicon"):
            found |= {cells[0] for cells in tables.cells(name)}
        else:
            found |= {row.native for row in tables.rows(name)}
    return {word for word in found if word and " " not in word and "-" not in word and not word.isascii()}


def printed(language: str, tables: Tables) -> Iterator[Pair]:
    """The rows of the tables with their usual English form, and as the Arabic press prints them."""
    names = [f"person/{language}/{name}" for name in ("ism", "family", "nisba", "laqab", "given", "surname")]
    for name in names:
        for row in tables.rows(name):
            yield from _paired(row.native, row.canonical, 1.0, language)
    for name in _PRINTED_IN if language == "ru" else ():
        for row in tables.rows(f"person/{name}"):
            for text in row.many("arabic"):
                yield from _paired(row.native, text, _PRINTED, language)
    for country in ARABIC_GAZETTEERS if language == "ar" else ():
        for row in tables.rows(f"place/at/{country}"):
            yield from _paired(row.native, row.canonical, 0.5, language)


def some(made: Sequence[Pair]) -> Iterator[Pair]:
    """A few thousand of the pairs that schemes made: all that is needed to learn their chunks."""
    latin = [pair for pair in made if is_latin(pair.spelling)]
    other = [pair for pair in made if not is_latin(pair.spelling)]
    for pair in latin[:: max(1, len(latin) // 6000)]:
        yield Pair(pair.native, pair.spelling, 0.1)
    for pair in other[:: max(1, len(other) // 5000)]:
        yield Pair(pair.native, pair.spelling, 1.0)


def met(language: str, tables: Tables) -> Iterator[Pair]:
    """Russian words met in print or as names: they tell how names are made, though not how spelt."""
    if language == "ru":
        for native in sorted({line.partition("\t")[0] for line in lines(language, tables).splitlines()}):
            yield Pair(native, "", 1.0)
