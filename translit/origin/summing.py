"""What words say together, and more beside others than each by itself: a particle, a scholar's marks."""

from __future__ import annotations

from collections.abc import Iterable
from unicodedata import normalize

from translit.lookup import lexicon_of
from translit.origin.word import NOWHERE, by_parts, particles, plain_evidence
from translit.patterns import holding
from translit.person.arabic.words import vocabulary
from translit.person.slavic.evidence import compiled
from translit.sounds.families import Nats
from translit.tables import Tables
from translit.text.clean import joined

__all__ = ["beside", "plain", "wholes"]

# How strongly a script speaks for each family, in nats.
_AT_HOME = {"Cyrl": (1.5, 0.5, 0.0), "Arab": (0.0, 1.0, 0.0), "Latn": (0.0, 0.0, 0.7)}
_JOINED = 2.5  # what "son of" between two words says more than a word by itself
_MACRON, _ACUTE, _DOT, _CEDILLA, _LINE, _CARON = "\u0304", "\u0301", "\u0323", "\u0327", "\u0331", "\u030c"


def _with(letters: str, marks: str) -> list[str]:
    """Each of some letters with each of some marks behind it."""
    return [letter + mark for letter in letters for mark in marks]


_is_dotted = holding(["ʿ", "ʻ", *_with("dhstz", _DOT + _LINE), *_with("dhz", _CEDILLA)])
_SCHOLARLY = 3.0  # what emphatics and ayn say: Naṣrānī
_is_long, _LENGTHS = holding(_with("aiu", _MACRON)), 1.5  # … and long vowels
# Marks beside which these say nothing: Indian.
_is_others = holding([*_with("eo", _MACRON), *_with("lmnr", _DOT), *_with("cs", _ACUTE)])
_is_letts = holding(_CARON + _CEDILLA)  # and those beside which long vowels do not


def plain(words: tuple[str, ...], script: str, tables: Tables) -> Nats | None:
    """What a script and words say; None where a word may say more beside others."""
    return _together(words, _AT_HOME.get(script, NOWHERE), tables)


def together(words: tuple[str, ...], start: Nats, tables: Tables) -> Nats | None:
    """What words say beside a start; None where one may say more beside others. Compiled, the same."""
    russian, arabic, other = start
    for word in words:
        told = plain_evidence(word, tables)
        if told is None:
            return None
        russian += told[0]
        arabic += told[1]
        other += told[2]
    return russian, arabic, other


_together = compiled.Evidence(plain_evidence) if compiled else together


def added(words: tuple[str, ...], start: Nats, tables: Tables) -> Nats:
    """What words say together, the parts of hyphened ones each, beside a start. Compiled, the same."""
    russian, arabic, other = start
    for word in words:
        whole = plain_evidence(word, tables)
        for told in by_parts(word, tables) if whole is None else (whole,):
            russian += told[0]
            arabic += told[1]
            other += told[2]
    return russian, arabic, other


_added = compiled.Evidence(plain_evidence, by_parts) if compiled else added


def beside(words: tuple[str, ...], script: str, tables: Tables) -> Nats:
    """What a script and words say, some of which say more beside others."""
    apart, between = particles(tables)
    named = words if apart.isdisjoint(words) else _families(words, tables)
    russian, arabic, other = _summed(named, script, tables)
    if not between.isdisjoint(words) and not between.isdisjoint(words[1:-1]):
        arabic += _JOINED
    if script == "Latn":
        marks = _of_scholars(" ".join(words))
        arabic += marks
        russian -= marks  # no scheme for Russian has them
    return russian, arabic, other


def _summed(words: Iterable[str], script: str, tables: Tables) -> Nats:
    """What a script and words say, the parts of hyphened ones each."""
    return _added(tuple(words), _AT_HOME.get(script, NOWHERE), tables)


def wholes(words: Iterable[str], tables: Tables) -> Nats:
    """What words in Arabic script say, the two of a compound as one: عبد النور is no Elnur."""
    known, found = vocabulary(tables), list[str]()
    for word in words:
        if found and known.particles.element(joined(found[-1])) and known.made_by(found[-1] + word):
            found[-1] += word
        else:
            found.append(word)
    return _summed(found, "Arab", tables)


def _families(words: Iterable[str], tables: Tables) -> list[str]:
    """Words in Latin letters, "son of" and a name that a row of families writes as one: Ben Bella."""
    known, sons, found = lexicon_of(tables), particles(tables).apart, list[str]()
    for word in words:
        both = found[-1] + word if found and found[-1] in sons else ""
        if both and any(hit.role == "family" for hit in known.written(both)):
            found[-1] = both
        else:
            found.append(word)
    return found


def _of_scholars(text: str) -> float:
    """What the marks of a Latin name say for Arabic: nobody else writes ṣ and ʿ, few others ā, ī and ū."""
    if text.isascii():
        return 0.0
    low = normalize("NFD", text.lower())
    if _is_others(low):
        return 0.0
    if _is_dotted(low):
        return _SCHOLARLY
    return _LENGTHS if _is_long(low) and not _is_letts(low) else 0.0
