"""Names in Latin letters that more than one family may read: which reads them, what stands behind it."""

from __future__ import annotations

from collections.abc import Sequence
from math import log

from translit.canon.readers import reader
from translit.lookup import lexicon, lexicon_of
from translit.memory import once, remembered
from translit.nouns import Reading
from translit.origin import shares
from translit.quick import changed
from translit.tables import Tables, built_in

__all__ = ["doubtful", "is_abroad", "is_but_heard", "is_slavs", "is_sooner_arabic", "rivals", "transcribed"]

_RESPELT = 1.5  # nats from which a surname that looks like none may be respelt
_TURNED = 1.0  # nats by which a name may rather be foreign and still be turned round
_LONE_FOREIGN = 8.0  # nats beyond which a lone word has no form in another script
_SURELY_ONE = 2.0  # nats by which a lone word must speak for Russian or Arabic to be read as that alone
_JUST_SO = 0.82  # the confidence of a word that sounds just as a row …
_HARDLY = 1.0  # … and the nats by which it must then be sooner Arabic than anything else
_LITTLE_AHEAD = 1.5  # nats by which a name may sound an Arab's beside a given name of Slavs alone
_MOST = 8  # other natives
_UNLIKELY = 0.001  # the confidence below which no other reading is told


def doubtful(text: str, ahead: float, order: str, tables: Tables | None) -> Reading:
    """Read a Latin name that may be Russian or foreign, by so many nats sooner Russian.

    It is read the way that leaves its spelling alone.
    """
    russian = reader("ru")(text, tables=tables, order=order)
    if _fits(russian, text, ahead, tables):
        return russian
    return reader("other")(text, tables=tables, order=order)


def _fits(reading: Reading, text: str, ahead: float, tables: Tables | None) -> bool:
    """May a name that may as well be foreign be read as a Russian one?

    A usual given name that no other people has says so. Where no word is known, and where the spelling of
    a surname that looks like none would change, it may not.
    """
    if any(part.role == "given" and _is_russian_only(part, tables) for part in reading.parts):
        return True
    known = reading.status != "unknown"
    if known and (reading.canonical == text or _words(reading.canonical) == _words(text)):
        return ahead > -_TURNED
    shaped = any(part.role == "surname" and part.status == "ok" for part in reading.parts)
    return ahead > (0 if known and shaped else _RESPELT)


def _words(text: str) -> list[str]:
    return sorted(text.replace(",", " ").replace(".", ". ").split())


def _is_russian_only(part: Reading, tables: Tables | None) -> bool:
    """True for a usual given name that only rows of Russia and its neighbours write."""
    from translit.person.names import commonness

    if part.row is None or not commonness(tables or built_in())(part.row):
        return False
    return all(hit.family == "ru" for hit in lexicon(tables).written(part.text))


def is_sooner_arabic(word: str, sums: Sequence[float], tables: Tables | None) -> bool:
    """Is a lone Latin word sooner an Arabic name than a Russian one, by how surely it reads as either?"""
    ahead = sums[1] - sums[0]
    if abs(ahead) > _SURELY_ONE:
        return ahead > 0
    from translit.sounds import read

    arabic, russian = (read(word, family, 1, tables=tables) for family in ("ar", "ru"))
    if not (arabic and russian):
        return bool(arabic)
    return ahead + log(arabic[0].share / russian[0].share) > 0


def is_abroad(pieces: Sequence[str], tables: Tables | None) -> bool:
    """Has a name that speaks for an Arab a surname at either end that only another people bears?

    >>> is_abroad(("Amadou", "Toumani", "Touré"), None), is_abroad(("Ali", "Hassan", "Harbi"), None)
    (True, False)
    """
    tables = tables or built_in()
    return len(pieces) > 1 and (_is_others(pieces[-1], tables) or _is_others(pieces[0], tables))


@remembered(16384)
def _is_others(word: str, tables: Tables) -> bool:
    """Is a word by all rows a surname of another people that has forms of Arabic given names?"""
    hits = lexicon_of(tables).written(word)
    return bool(hits) and all(
        hit.family == "other" and hit.role == "surname" and hit.row["language"] in _borrowers(tables)
        for hit in hits
    )


def is_slavs(pieces: Sequence[str], ahead: float, tables: Tables | None) -> bool:
    """Has a name that speaks a little more for an Arab, so many nats, a given name that Slavs alone bear?

    The other word must sound like an Arab's only, and be in no row.

    >>> [is_slavs(name.split(), 0.9, None) for name in ("Mykola Sadowy", "Mykola Saadawi", "Salem Sadowy")]
    [True, False, False]
    """
    if ahead > _LITTLE_AHEAD or len(pieces) < 2:
        return False
    written = lexicon_of(tables or built_in()).written
    rows = [written(word) for word in pieces]
    if any(hit.family == "ar" for hits in rows for hit in hits):
        return False
    return any(hits and all(hit.family == "ru" and hit.role == "given" for hit in hits) for hits in rows)


@once
def _borrowers(tables: Tables) -> frozenset[str]:
    """The languages that have forms of Arabic given names of their own."""
    return frozenset([row["language"] for row in tables.rows("person/ar/equivalent")])


def is_but_heard(reading: Reading, ahead: float, tables: Tables | None) -> bool:
    """Is a lone Latin word an Arab's by its sound alone, and not surely: Hallin, which is not Helen?

    Neither a row nor a scheme writes it so, and it sounds not just as a row, or is hardly sooner an Arab's.
    """
    part = reading.parts[0]
    if reading.status != "ok" or part.row is None or (part.confidence > _JUST_SO and ahead > _HARDLY):
        return False
    from translit.person.arabic.words import vocabulary

    return not vocabulary(tables).made_by(reading.text)


def transcribed(reading: Reading, sums: Sequence[float], tables: Tables | None) -> Reading:
    """A lone word of no known origin with the native form that it had if it were Russian, or Arabic.

    As it is where it is surely foreign, or a table knows it as such.
    """
    if reading.status == "ok" or sums[2] - max(sums[0], sums[1]) > _LONE_FOREIGN:
        return reading
    from translit.person.latin.natives import heard
    from translit.sounds import best

    if is_sooner_arabic(reading.text, sums, tables):
        native = best(reading.text, "ar", tables=tables)
    else:
        form = heard(reading.text)
        native = form and form.native
    return changed(reading, native=native) if native else reading


def rivals(reading: Reading, sums: Sequence[float], order: str, tables: Tables | None) -> tuple[Reading, ...]:
    """The other readings of a Latin name, as one of its family or another's; those of a new native first."""
    found = list(reading.others)
    likely = shares(sums)
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
