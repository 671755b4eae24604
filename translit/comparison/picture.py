"""What two names laid beside each other show: few numbers, and the score that they give."""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import lru_cache

from translit.comparison.alike import CERTAIN
from translit.comparison.pairing import Alone, Pair
from translit.comparison.words import COMMON
from translit.nouns import Reading
from translit.origin import family
from translit.tables import Tables
from translit.text.script import script_of

__all__ = ["group_of", "language_of", "picture", "weighed"]

_HONOURED = 3.0  # nats; a name less rare is put before a man's own
_FAMILY = {"uk": "ru", "be": "ru"}


def group_of(a: Reading, b: Reading) -> str:
    """Which weights judge this pair: of places, or of a person's family, single words apart."""
    if a.kind == "place" or b.kind == "place":
        return f"place-{_tongue(a, b)}"
    families = {_FAMILY.get(reading.origin or "", reading.origin) for reading in (a, b)}
    if families == {None}:
        scripts = {script_of(reading.text) for reading in (a, b)}
        if not scripts & {"Cyrl", "Arab"}:
            return "other"
        families = {"ar"} if "Cyrl" not in scripts else families
    family = "ar" if "ar" in families else "ru"
    return f"{family}-word" if max(len(a.parts), len(b.parts)) <= 1 else family


def language_of(group: str) -> str:
    """The language whose sounds a group goes by."""
    return group.removeprefix("place-").removesuffix("-word")


def _tongue(a: Reading, b: Reading) -> str:
    """The language two places are named in, told by rows, by script, else by letters."""
    for reading in (a, b):
        if reading.origin == "ar" or script_of(reading.text) == "Arab":
            return "ar"
    if "Cyrl" in (script_of(a.text), script_of(b.text)) or a.row or b.row:
        return "ru"
    shares = family((*a.text.split(), *b.text.split()))
    return "ar" if shares["ar"] > shares["ru"] else "ru"


def picture(pairs: list[Pair], alone: Alone, a: Reading, b: Reading, group: str) -> dict[str, float]:
    """The picture in numbers; absent features are 0."""
    found: dict[str, float] = {"bias": 1.0}

    def add(name: str, value: float) -> None:
        found[name] = found.get(name, 0.0) + value

    for pair in pairs:
        like = pair.said.like
        rarity = min(pair.left.word.rarity, pair.right.word.rarity) / COMMON
        one, two = pair.left.part.role or "part", pair.right.part.role or "part"
        role = one if one == two else "crossed"
        found["least like"] = min(found.get("least like", CERTAIN), like)
        if pair.said.relation == "contradicts":
            add("contradicts", rarity)
            add(f"contradicts {role}", 1.0)
            add("unlike", -like)
        else:
            add("agrees", rarity)
            add("far", pair.said.far)
            add("like", like)
            add(f"like {role}", like)
            if pair.said.relation in ("initial", "equivalent"):
                add(pair.said.relation, 1.0)
    for token in (*alone[0], *alone[1]):
        add("omitted", token.word.rarity / COMMON)
        add(f"omitted {token.part.role or 'part'}", 1.0)
    if _father_and_son(pairs, alone):
        found["contradicts father"] = 1.0
    if a.gender and b.gender and a.gender != b.gender:
        found["gender"] = 1.0
    if group.startswith("place"):
        _add_place(found, a, b)
    agrees, against = found.get("agrees", 0.0), found.get("contradicts", 0.0)
    found["share"] = agrees / (agrees + against + found.get("omitted", 0.0) / 3 + 1e-9)
    return found


def _father_and_son(pairs: list[Pair], alone: Alone) -> bool:
    """True where one name's ism is the other's nasab, whose own ism stands alone: Hafez, Bashar son of Hafez.

    A first name that many put before their own (Muhammad) is left out without becoming a son.
    """
    for pair in pairs:
        roles = pair.left.part.role, pair.right.part.role
        if roles in (("ism", "nasab"), ("nasab", "ism")) and pair.said.relation != "contradicts":
            for token in alone[roles.index("nasab")]:
                if token.part.role == "ism" and token.word.rarity > _HONOURED:
                    return True
    return False


def _add_place(found: dict[str, float], a: Reading, b: Reading) -> None:
    """What two places say beside their words: one row or two, as far as both are sure, and their keys."""
    if a.row and b.row:
        sure = (a.confidence * b.confidence) ** 2
        found["same row" if a.row.id == b.row.id else "other row"] = sure
    if a.key == b.key:
        found["same key"] = 1.0


@lru_cache(maxsize=8)
def _weights(tables: Tables, group: str) -> Mapping[str, float]:
    """The learned weight of each feature."""
    return {row.id: float(row["weight"]) for row in tables.rows(f"weights/{group}")}


def weighed(tables: Tables, group: str, found: Mapping[str, float]) -> float:
    """The logistic of the weighed features."""
    weights = _weights(tables, group)
    total = sum(weights.get(name, 0.0) * value for name, value in found.items())
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total))))
