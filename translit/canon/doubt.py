"""Names in Latin letters that more than one family may read: which reads them, what stands behind it."""

from __future__ import annotations

from collections.abc import Sequence

from translit.canon.lone import arabic_share
from translit.canon.readers import reader
from translit.languages import slavic
from translit.lookup import Hit, lexicon, lexicon_of
from translit.memory import remembered
from translit.nouns import Reading
from translit.origin import COMMON, Nats, shares
from translit.person.arabic.diacritics import turkish
from translit.person.arabic.nearest import nearest
from translit.person.arabic.words import vocabulary
from translit.person.borrowers import borrowers
from translit.person.names import commonness, givens
from translit.quick import changed
from translit.sounds import read
from translit.tables import Tables
from translit.text.case import capitalise, is_shouted
from translit.text.script import script_of

__all__ = [
    "are_abroad",
    "are_others",
    "are_turks",
    "doubtful",
    "has_others_given",
    "is_abroad",
    "is_slavs",
    "rivals",
]

_EQUIVALENT = "person/ar/equivalent"
_WHOLE = 2  # words of a whole name
_RESPELT = 1.5  # nats from which a surname that looks like none may be respelt
_TURNED = 1.0  # nats by which a name may rather be foreign and still be turned round
_LITTLE_AHEAD = 1.5  # nats by which a name may sound an Arab's beside a given name of Slavs alone
_MOST = 8  # other natives
_HEARD = 0.05  # how likely a lone word is one of the two that has a native form for its sound, at least
_TURKISH = frozenset("ıİşŞğĞçÇöÖüÜ")
_OF_TURKS = _TURKISH | frozenset("âÂîÎûÛ")  # all marks that a Turk's name may have
_BADLY = 0.35  # the share up to which the best reading of a word is a bad one
_UNLIKELY = 0.001  # the confidence below which no other reading is told


def doubtful(text: str, ahead: float, order: str, tables: Tables) -> Reading:
    """Read a Latin name that may be Russian or foreign, by so many nats sooner Russian.

    It is read the way that leaves its spelling alone.
    """
    russian = reader("ru")(text, tables=tables, order=order)
    if _fits(russian, text, ahead, tables):
        return russian
    return reader("other")(text, tables=tables, order=order)


def _fits(reading: Reading, text: str, ahead: float, tables: Tables) -> bool:
    """May a name that may as well be foreign be read as a Russian one?

    A usual given name that no other people has says so. Where no word is known, and where the spelling of
    a surname that looks like none would change, it may not.
    """
    if any(part.role == "given" and _is_russian_only(part, tables) for part in reading.parts):
        return True
    pieces = text.split()
    if is_abroad(pieces, tables) or (_is_turned(reading, text) and _is_given_abroad(pieces[0], tables)):
        return False
    known = reading.status != "unknown"
    if known and _words(reading.canonical) == _words(text, bare=text.islower()):
        return ahead > -_TURNED
    shaped = any(part.role == "surname" and part.status == "ok" for part in reading.parts)
    return ahead > (0 if known and shaped else _RESPELT)


def _is_turned(reading: Reading, text: str) -> bool:
    """Has a name come out with its first word last?"""
    return bool(reading.parts) and not text.startswith(reading.parts[0].text)


def _is_given_abroad(word: str, tables: Tables) -> bool:
    """Is a word by all its rows a given name of another people: Hakan, which is no surname of a Fidan?

    Or that people's form of an Arabic one: Galip, of an Erdem.
    """
    hits = lexicon(tables).written(word)
    return bool(hits) and all(_is_from_abroad(hit) for hit in hits)


def _is_from_abroad(hit: Hit) -> bool:
    return hit.role == "given" and (hit.family == "other" or hit.row.table == _EQUIVALENT)


def _words(text: str, bare: bool = False) -> list[str]:
    """The words of a name in any order, none in capitals; with a capital where the text is `bare` of any."""
    words = text.replace(",", " ").replace(".", ". ").split()
    return sorted([capitalise(word) if bare or is_shouted(word) else word for word in words])


def _is_russian_only(part: Reading, tables: Tables) -> bool:
    """True for a usual given name that only rows of Russia and its neighbours write."""
    if part.row is None or not commonness(tables)(part.row):
        return False
    return all(hit.family == "ru" for hit in lexicon(tables).written(part.text))


def is_abroad(pieces: Sequence[str], tables: Tables) -> bool:
    """Has a name that speaks for an Arab a surname at either end that only another people bears?

    >>> from translit.tables import built_in
    >>> [is_abroad(name.split(), built_in()) for name in ("Amadou Toumani Touré", "Ali Hassan Harbi")]
    [True, False]
    """
    if len(pieces) < 2:
        return False
    written = lexicon_of(tables).written
    return _are_others(written(pieces[-1]), tables) or _are_others(written(pieces[0]), tables)


def has_others_given(pieces: Sequence[str], tables: Tables) -> bool:
    """Has a name of several words a given name that rows write, and none of Arabs: Alexander?"""
    rows = [lexicon_of(tables).written(word) for word in pieces] if len(pieces) > 1 else []
    return any(
        "given" in [hit.role for hit in hits] and all(hit.family != "ar" for hit in hits) for hits in rows
    )


def are_turks(pieces: Sequence[str], tables: Tables) -> bool:
    """Has a name that speaks for an Arab a word with a letter of Turks that reads badly as any Arab's?

    None that is near a row, nor beside an article, which Turks have not.

    >>> from translit.tables import built_in
    >>> [are_turks(name.split(), built_in()) for name in ("Rauf Denktaş", "Hasan Maşnuk", "Ahmed Şarkavi")]
    [True, False, False]
    """
    text = " ".join(pieces)
    if text.isascii() or "-" in text or len(pieces) != _WHOLE:
        return False
    marks = {letter for letter in text if letter > "\x7f"}
    return marks <= _OF_TURKS and any(_is_no_arabs(word, tables) for word in pieces)


@remembered(4096)
def _is_no_arabs(word: str, tables: Tables) -> bool:
    """Is a word with a letter of Turks, as others write that, near no row of Arabs and badly read?"""
    if _TURKISH.isdisjoint(word):
        return False
    plain = turkish(word, tables) or word
    if nearest(word, tables).known or nearest(plain, tables).known:
        return False
    found = read(plain, "ar", 1, tables=tables)
    return not found or found[0].share < _BADLY


def are_abroad(pieces: Sequence[str], tables: Tables) -> bool:
    """The same of a name in another script; in Arabic letters its other words must be given names by rows.

    >>> from translit.tables import built_in
    >>> [are_abroad(name.split(), built_in()) for name in ("رجب طيب أردوغان", "عبد الله أوجلان")]
    [True, False]
    """
    known = lexicon_of(tables)
    return is_abroad(pieces, tables) and all(
        script_of(word) == "Cyrl" or known.is_given(word) or _are_others(known.written(word), tables)
        for word in pieces
    )


def are_others(pieces: tuple[str, ...], sums: Nats, tables: Tables) -> bool:
    """Do rows write all words as they stand, the last a surname of another people: Николае Тимофти?"""
    if len(pieces) < _WHOLE or sums[2] <= max(sums[0], sums[1]):
        return False
    rows = [lexicon_of(tables).written(word) for word in pieces]
    return all(rows) and any(hit.role == "surname" and hit.family == "other" for hit in rows[-1])


def _are_others(hits: tuple[Hit, ...], tables: Tables) -> bool:
    """Are all rows that write a word out of a people that has forms of Arabic given names, one a surname?"""
    for hit in hits:
        if hit.family != "other" or hit.row["language"] not in borrowers(tables):
            return False
    return "surname" in [hit.role for hit in hits] if hits else False


def is_slavs(pieces: Sequence[str], ahead: float, tables: Tables) -> bool:
    """Has a name that speaks a little more for an Arab, so many nats, a given name that Slavs alone bear?

    The other word must sound like an Arab's only, and be in no row.

    >>> from translit.tables import built_in
    >>> names = "Mykola Sadowy", "Andrij Sadowy", "Mykola Saadawi", "Salem Sadowy"
    >>> [is_slavs(name.split(), 0.9, built_in()) for name in names]
    [True, True, False, False]
    """
    return ahead <= _LITTLE_AHEAD and len(pieces) > 1 and _has_slavs_given(pieces, tables)


def _has_slavs_given(pieces: Sequence[str], tables: Tables) -> bool:
    """The same of a name that speaks so little for an Arab."""
    written = lexicon_of(tables).written
    rows = [written(word) for word in pieces]
    if any(hit.family == "ar" for hits in rows for hit in hits):
        return False
    return any(
        (
            all(hit.family == "ru" and hit.role == "given" for hit in hits)
            if hits
            else _is_common(word, tables)
        )
        and not vocabulary(tables).made_by(word)  # Abubakar is an Arab's name as well
        for word, hits in zip(pieces, rows, strict=True)
    )


def _is_common(word: str, tables: Tables) -> bool:
    """Is a word a common given name of Slavs, as no row but a scheme writes it: Andrij?"""
    found = givens(word, tables)
    return bool(found) and found[0].tier in slavic(tables) and found[0].common >= COMMON


def rivals(
    reading: Reading, sums: Sequence[float], lone: bool, order: str, tables: Tables
) -> tuple[Reading, ...]:
    """The other readings of a Latin name, as one of its family or another's; those of a new native first.

    `sums` is what speaks for each family; of a lone word its readings tell too whether it is an Arab's.
    """
    found = list(reading.others)
    likely = shares(sums)
    if lone:
        either, arabic = likely["ru"] + likely["ar"], arabic_share(reading.text, sums, tables)
        if reading.origin is None and reading.native:  # it has been heard as one of the two
            either = max(either, _HEARD)
        likely |= {"ru": either * (1 - arabic), "ar": either * arabic}
    own = reading.origin and ("ar" if reading.origin == "ar" else "ru")
    for family in ("ru", "ar"):
        share = likely[family]
        if share < _UNLIKELY or family == own:
            continue
        other = reader(family)(reading.text, tables=tables, order=order)
        for one in (other, *other.others):
            confidence = round(one.confidence * share, 4)
            if one.native and confidence >= _UNLIKELY:
                found.append(changed(one, confidence=confidence, others=()))
    found.sort(key=lambda one: -one.confidence)
    seen = {reading.native}
    fresh: list[Reading] = []
    again: list[Reading] = []
    for one in found:
        (again if one.native in seen else fresh).append(one)
        seen.add(one.native)
    return (*fresh[:_MOST], *again)
