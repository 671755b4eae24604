"""Whose names are by the chess players who bear them: the list in Debian's scid-spell-data (FIDE's players).

``python -m translit.learning bearers spelling.ssp`` writes `tables/weights/bearers.tsv`: how much sooner a
given name is a Russian's or an Arab's than anybody else's, counted by federations. ``python -m
translit.learning surnames spelling.ssp LIST.tsv`` writes surnames and whose they are, a list that
``origin`` learns from. Of the players themselves nothing is kept.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from random import Random

from translit.errors import InputError
from translit.learning.chunks import write
from translit.lookup import lexicon_of
from translit.origin.bearers import TABLE, said
from translit.origin.rows import told_by, written
from translit.origin.schemes import SURNAME, spelt
from translit.origin.word import are_given, by_spelling, of_rows
from translit.patterns import pattern
from translit.person.arabic.words import vocabulary_of
from translit.person.borrowers import MUSLIMS
from translit.sounds.families import FAMILIES, Nats
from translit.tables import Tables

__all__ = ["write_bearers", "write_surnames"]

# The federations whose players are Russians, or of peoples whose names are read as theirs; Arabs; of many
# peoples; Slavs whose surnames are Russians' too, and bearers of Arabs' names; neighbours.
_RUSSIAN, _ARAB, _MIXED, _AKIN, _NEAR = (
    frozenset(codes.split())
    for codes in (
        "RUS URS UKR BLR KAZ KGZ UZB TKM TJK ARM GEO AZE",
        "EGY ALG IRQ LBA JOR TUN UAE MAR LBN SYR OMA QAT KUW BRN KSA YEM SUD PLE MTN",
        "MDA LAT EST ISR XXX FID MGL IRI BAN MAS INA PAK AFG SOM KEN NGR",
        "BUL MKD MNE LTU KOS IND SRI",
        "POL CZE SVK SRB CRO SLO BIH HUN ROU GRE ALB GER AUT TUR",
    )
)
_PLAYER = pattern(r"(?P<surname>[^#=%@,\s][^#,]*), (?P<given>[^#]+?)\s+#\S*\s+(?P<federation>[A-Z]{3})\b.*")
_GIVEN = pattern("[a-z]{3,}")
_SURNAME = pattern(r"[^\W\d_]{4,}")
_EQUIVALENT = "person/ar/equivalent"
_LEAST = 5  # bearers of a name that tell whose it is
_UNSEEN, _SEEN = 0.3, 100  # bearers that each people has besides, and players
_OTHERS = -2.2  # what a name may say against a Russian at most: Leo Tolstoy; …
_NO_ARABS, _RARE, _MADE = -4.0, -3.9, 1.0  # … against an Arab that none, some are called; made of an Arab's
_MOST, _MOST_ARAB = 5.0, 3.0  # … for a Russian, an Arab
_SHARED = 1.0  # … for a Russian beside an Arab, of a name that Muslims of both have
_PAIR = 2  # Arabs that bear a name of no row by more than chance
_MORE = 0.8  # nats by which bearers must say something else than rows
_WRONG = 1.5  # … than letters, in favour of another people
_ARABIC = 0.5  # what letters say for Arabs at least where they are right
_SOONER = 6  # how many times as often a people has a surname as any other
_ASKED = 40_000  # surnames of other peoples, two thirds of them of neighbours


def _players(path: Path) -> Iterator[tuple[str, str, str]]:
    """Surname, given names and federation of each player."""
    found = False
    with path.open(encoding="utf-8", errors="replace") as lines:
        for line in lines:
            if line[0] not in " \t\n#=%@" and (player := _PLAYER.fullmatch(line.rstrip())):
                found = True
                yield player["surname"], player["given"], player["federation"]
    if not found:
        raise InputError(f"{path}: no player; wanted is the list in Debian's scid-spell-data, spelling.ssp")


def _family(federation: str) -> str:
    """Whose the names of a federation mostly are; nobody's of one of many peoples."""
    if federation in _RUSSIAN:
        return "ru"
    if federation in _ARAB:
        return "ar"
    return "" if federation in _MIXED else "other"


def write_bearers(path: Path, tables: Tables) -> None:
    """Write the given names that say something else by their bearers than by their rows or letters."""
    write(tables.home / f"{TABLE}.tsv", ("id", "russian", "arabic"), _bearers(path, tables))


def _bearers(path: Path, tables: Tables) -> Iterator[tuple[str, str, str]]:
    """The lines of the table."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    players: Counter[str] = Counter()
    for _, given, federation in _players(path):
        if family := _family(federation):
            players[family] += 1
            for name in set(_GIVEN.findall(given.lower())):
                counts[name][family] += 1
    for name, bearers in sorted(counts.items()):
        if sum(bearers.values()) < _LEAST:
            continue
        rates = [(bearers[one] + _UNSEEN) / (players[one] + _SEEN) for one in FAMILIES]
        told = _leaning(rates, _floor(name, bearers["ar"], tables))
        if told[1] >= _SHARED and _is_shared(name, tables):
            told = (min(told[0], told[1] + _SHARED), told[1])
        if _is_news(name, said(*told), tables):
            yield name, f"{told[0]:g}", f"{told[1]:g}"


def _floor(name: str, arabs: int, tables: Tables) -> float:
    """What a name may say against an Arab: all where none bears it, nothing where it is made of theirs."""
    if any(hit.row.table == _EQUIVALENT for hit in lexicon_of(tables).written(name.title())):
        return _MADE
    return _RARE if arabs >= _PAIR or _is_arabs(name, tables) else _NO_ARABS


def _leaning(rates: list[float], floor: float) -> tuple[float, float]:
    """How much sooner a name is a Russian's, and an Arab's, than anybody else's, in nats and to a half."""
    russian, arabic, other = map(math.log, rates)
    told = (
        min(max(russian - other, _OTHERS), _MOST),
        max(min(arabic - other, _MOST_ARAB), floor) if floor > _NO_ARABS else _NO_ARABS,
    )
    return (round(2 * told[0]) / 2, round(2 * told[1]) / 2)


def _is_arabs(name: str, tables: Tables) -> bool:
    """Has an Arab's row a given name?"""
    return any(hit.family == "ar" for hit in lexicon_of(tables).written(name.title()) if hit.role == "given")


def _is_shared(name: str, tables: Tables) -> bool:
    """Is a given name an Arab's, and Muslims' of Russia's neighbours: Aslan?"""
    hits = lexicon_of(tables).written(name.title())
    return _is_arabs(name, tables) and any(hit.row.table in MUSLIMS for hit in hits)


def _is_news(name: str, told: Nats, tables: Tables) -> bool:
    """Do the bearers of a name say something else than its rows; that it is no Russian's, as letters say?"""
    word = name.title()
    particles = vocabulary_of(tables).particles
    hits = written(word, tables)
    if particles.element(name) or particles.title(name) or (hits and not are_given(hits)):
        return False
    if not hits:
        russian, arabic, other = by_spelling(word, tables)
        wrong = arabic <= _ARABIC and russian - other >= told[0] - told[2] + _WRONG
        return wrong and SURNAME not in spelt(name, tables)
    rows = told_by(word, hits, tables)
    return bool(rows) and _differ(of_rows(word, hits, rows or {}, tables), told, _is_arabs(name, tables))


def _differ(one: Nats, other: Nats, arabs: bool) -> bool:
    """Do two say something else of who bears a name sooner, a Russian, or an Arab, than anybody else?"""
    sooner = [[nats[at] - nats[2] for nats in (one, other)] for at in ((0, 1) if arabs else (0,))]
    return any(abs(first - second) >= _MORE for first, second in sooner)


def write_surnames(path: Path, target: Path) -> None:
    """Write the surnames that one people has far oftener than any other, with whose they are."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    homes: dict[str, Counter[str]] = defaultdict(Counter)
    players: Counter[str] = Counter()
    for surname, _, federation in _players(path):
        family = "" if federation in _AKIN else _family(federation)
        if family:
            players[family] += 1
            for word in _SURNAME.findall(surname):
                if word[0].isupper():
                    counts[word][family] += 1
                    homes[word][federation] += 1
    told: dict[str, list[str]] = defaultdict(list)
    for word, bearers in counts.items():
        rates = sorted((bearers[one] / players[one], one) for one in FAMILIES)
        if rates[-1][0] >= _SOONER * rates[-2][0]:
            told[rates[-1][1]].append(word)
    told["other"] = [*_drawn(told["other"], homes)]
    lines = [(word, family) for family, words in told.items() for word in words]
    write(target, ("text", "lang_origin"), sorted(lines))


def _drawn(words: Iterable[str], homes: dict[str, Counter[str]]) -> Iterator[str]:
    """Surnames of other peoples, drawn by lot: most of neighbours, whose are likest to a Russian's."""
    dice = Random(1)
    near, far = list[str](), list[str]()
    for word in sorted(words):
        (near if homes[word].most_common(1)[0][0] in _NEAR else far).append(word)
    for some, share in ((near, 2), (far, 1)):
        yield from dice.sample(some, min(len(some), _ASKED * share // 3))
