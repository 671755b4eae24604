"""What rows say of whose name a word is that they write out: how much it counts for each family."""

from __future__ import annotations

from collections.abc import Iterable

from translit.languages import languages
from translit.lookup import Hit, lexicon_of
from translit.memory import once
from translit.nouns import Row
from translit.person.arabic.letters import AL
from translit.person.arabic.words import vocabulary
from translit.person.borrowers import MUSLIMS
from translit.person.hushing import is_so
from translit.person.latin.literal import is_listed
from translit.person.names import commonness
from translit.tables import Tables
from translit.text.clean import joined
from translit.text.script import script_of

__all__ = ["LENT", "isms", "told", "told_by", "written"]

_RUSSIAN = "person/ru/given"
LENT = 0.6  # what a name counts for in a family that has it from another
_UNMARKED = 0.3  # what a foreign name counts for that is written without its accents (Vladimír, Román)
_AMONG_RUSSIANS = 0.4  # what a foreign name counts for in Cyrillic
_COMPOUND = 0.8  # what a compound of Arabic names counts for that Turks have as well
_USUAL = 3.0  # the commonness of a given name that most Russians have
_CYRILLIC = ("ов", "ев", "ова", "ева")  # surnames of Russians and of South Slavs
_CHRISTIAN = 0.3  # what a name of another people counts for that Arabs bear as well


def told(word: str, tables: Tables) -> dict[str, float] | None:
    """The families whose rows write a word out, None for a title.

    A foreign name lends to the Russian one it is equivalent to; a name of the Caucasus or of
    Central Asia that is an Arabic one speaks for both.

    >>> from translit.tables import built_in
    >>> [told(word, built_in()) for word in ("Zabolotny", "Dmitry", "Magomed", "Colonel")]
    [{}, {'ru': 1.0}, {'ru': 0.6, 'ar': 1.0}, None]
    """
    hits = written(word, tables)
    return told_by(word, hits, tables) if hits else {}


def written(word: str, tables: Tables) -> tuple[Hit, ...]:
    """The rows that write a word out, with the marks on its consonants where they are Arabs'.

    >>> from translit.tables import built_in
    >>> [len(written(word, built_in())) > 0 for word in ("Jasin", "Jašin")]
    [True, False]
    """
    hits = lexicon_of(tables).written(word)
    if word.isascii() or not hits:
        return hits
    return tuple([hit for hit in hits if hit.family != "ar" or is_so(word, hit.row.native, tables)])


def told_by(word: str, hits: Iterable[Hit], tables: Tables) -> dict[str, float] | None:
    """What the rows say that write a word out; a title that is an Arab's name as well (Sharif) is that."""
    told: dict[str, float] = {}
    known = languages(tables)
    if "title" in [hit.role for hit in hits]:
        hits = [hit for hit in hits if hit.role != "title"]
        if not any(hit.family == "ar" for hit in hits):
            return None
    for hit in hits:
        group = hit.family
        if group == "other" and (own := known.get(hit.row["language"])):
            group = own.family  # a language once foreign that has a folder by now
        shared = hit.row.table in MUSLIMS and not isms(tables).isdisjoint(hit.row.many("equivalent"))
        worth = LENT if shared else _worth(word, hit.row, hits) if group == "other" else 1.0
        if worth > told.get(group, 0.0):
            told[group] = worth
        if shared:
            told["ar"] = 1.0
        elif group == "other" and hit.row["equivalent"]:
            told.setdefault("ar" if hit.row["equivalent"] in isms(tables) else "ru", LENT)
    if "ru" in told and len(told) == 1 and (share := _as_arabic(word, hits, tables)):
        told["ar"] = share
    if " " in word and told:
        told["ar"] = 1.0  # its words by themselves are Arabic: a light of a sultan
    if told.keys() == {"other"} and word.endswith(_CYRILLIC) and is_listed(word.lower(), tables):
        told["ru"] = LENT  # a surname that Russians bear too: Тодоров
    if "ar" in told and "ru" in told:
        if "other" not in told and _is_russians(word, hits, tables):
            told["ar"] = _CHRISTIAN  # Mikhail
        else:
            told["ru"] = LENT  # a name that both have is Arabic by birth
    if "other" in told and "ar" not in told and _is_christian(word, hits, tables):
        told["ar"] = _CHRISTIAN
    return told


def _is_russians(word: str, hits: Iterable[Hit], tables: Tables) -> bool:
    """Is a Latin word one of the given names that most Russians have?"""
    common = commonness(tables)
    return (
        word.isascii()
        and word.isalpha()
        and any(hit.family == "ru" and common(hit.row) >= _USUAL for hit in hits)
    )


def _is_christian(word: str, hits: Iterable[Hit], tables: Tables) -> bool:
    """Is a Cyrillic name of another people, and no usual Russian one, also Arabs' in Latin: Жорж, Эмиль?"""
    if script_of(word) != "Cyrl" or any(commonness(tables)(hit.row) for hit in hits):
        return False
    rows = vocabulary(tables).rows
    return any(hit.family == "other" and rows.is_written(joined(hit.row.native)) for hit in hits)


def _as_arabic(word: str, hits: Iterable[Hit], tables: Tables) -> float:
    """What a Russian name counts for as an Arabic one: in Arabic script, one with the article (Elnur).

    In Latin letters a compound (Abdulaziz) is both; so is a rare name that a scheme makes of an Arabic one
    (Rida, Safa), in Cyrillic a full one (Рашида).
    """
    script = script_of(word)
    if script == "Arab":
        rest = joined(word).removeprefix(AL)
        return 1.0 if rest != joined(word) and vocabulary(tables).rows.is_written(rest) else 0.0
    how = vocabulary(tables).made_by(word)
    if script == "Cyrl":
        own = how == "scheme" and all(hit.row.table.endswith("/given") for hit in hits)
    elif how == "halves":
        return _COMPOUND
    else:
        own = how == "scheme"
    common = commonness(tables)
    return 1.0 if own and not any(common(hit.row) for hit in hits) else 0.0


def _worth(word: str, row: Row, hits: Iterable[Hit]) -> float:
    """What a row of a foreign name counts for; less in Cyrillic, where Russians bear such names as well.

    A name that its people writes in other letters (Георги) counts where neither Russians nor their neighbours
    bear one that is written so.
    """
    script = script_of(word)
    if script == "Latn":
        small = word.lower()
        if row.native.lower() == small:
            return 1.0
        if row.canonical.lower() != small or script_of(row.native) == "Latn":
            return _UNMARKED
        others = {hit.row.table for hit in hits if hit.family == "ru" and hit.role == "given"}
        return 1.0 if not others else _UNMARKED if _RUSSIAN in others else 0.0
    return _AMONG_RUSSIANS if script == "Cyrl" else 1.0


@once
def isms(tables: Tables) -> frozenset[str]:
    """The ids of the Arabic given names."""
    found: list[str] = tables.kept(
        "isms", ["person/ar/ism"], (__file__,), lambda: [row.id for row in tables.rows("person/ar/ism")]
    )
    return frozenset(found)
