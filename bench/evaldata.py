"""Labelled pairs made from a folder of development data (EVAL): positives and hard negatives half and half.

A positive is two spellings of one group; its negative pairs the first spelling with the nearest
other consonant skeleton of another group (of the same country for places): an equal skeleton, or
one inside the other, is too often one person or place under two ids. Deterministic.
"""

from __future__ import annotations

import csv
import random
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein
from unidecode import unidecode

from translit.tables import built_in
from translit.text.clean import fold

Pair = tuple[str, str, int]
Named = tuple[str, str]  # group, name

_MOST = 3000
_ARABIC = re.compile("[\u0600-\u06ff]")
_CYRILLIC = re.compile("[\u0400-\u04ff]")


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def script(text: str) -> str:
    return "Arab" if _ARABIC.search(text) else "Cyrl" if _CYRILLIC.search(text) else "Latn"


def skeleton(text: str) -> str:
    words = re.sub("[^a-z ]", "", unidecode(text).lower().replace("-", " ")).split()
    return " ".join(sorted(word[:1] + re.sub("[aeiouy]", "", word[1:]) for word in words))


def hard_pairs(names: Iterable[Named], fits: Callable[[str, str], bool], seed: int = 1) -> list[Pair]:
    """Positives within groups for which `fits` holds, each with a hard negative of the same make."""
    groups = _merged(names)
    positives = [
        (group, a, b)
        for group, members in groups.items()
        for at, a in enumerate(members)
        for b in members[at + 1 :]
        if fits(a, b) or fits(b, a)
    ]
    random.Random(seed).shuffle(positives)
    positives = [(group, a, b) if fits(a, b) else (group, b, a) for group, a, b in positives[:_MOST]]
    pool = [(group, name, skeleton(name)) for group, members in groups.items() for name in members]
    skeletons = [bones for _, _, bones in pool]
    pairs: list[Pair] = []
    for group, a, b in positives:
        pairs.append((a, b, 1))
        pairs.extend(_negative(group, a, pool, skeletons, fits))
    return pairs


def _merged(names: Iterable[Named]) -> dict[str, list[str]]:
    """The names of each group; groups that write one name alike are one (a person listed twice)."""
    home: dict[str, str] = {}

    def root(group: str) -> str:
        while home.get(group, group) != group:
            group = home[group]
        return group

    titles = {
        word
        for row in built_in().rows("person/title")
        for text in (row.canonical, *row.many("also"))
        for word in _plain(text)
    }
    owner: dict[tuple[str, ...], str] = {}
    listed = list(names)
    for group, name in listed:
        letters = tuple(sorted(set(_plain(name)) - titles))
        first = owner.setdefault(letters, group)
        if len(letters) > 1 and root(first) != root(group):
            home[root(group)] = root(first)
    groups: dict[str, list[str]] = defaultdict(list)
    for group, name in listed:
        if name not in groups[root(group)]:
            groups[root(group)].append(name)
    return groups


def _plain(text: str) -> list[str]:
    return re.sub("[^a-z ]", "", unidecode(text).lower().replace("-", " ")).split()


def _negative(
    group: str,
    name: str,
    pool: list[tuple[str, str, str]],
    skeletons: list[str],
    fits: Callable[[str, str], bool],
) -> Iterator[Pair]:
    bones = skeleton(name)
    here = set(bones.split())
    near = process.extract(bones, skeletons, scorer=Levenshtein.normalized_similarity, limit=60)
    for found, _, at in near:
        other, candidate, _ = pool[at]
        there = set(found.split())
        if other != group and not (here <= there or there <= here) and fits(name, candidate):
            yield name, candidate, 0
            return


def people(folder: Path, language: str, shortened: bool = False) -> list[Named]:
    kept = ("anchor", "same", "subset") if shortened else ("anchor", "same")
    return [
        (row["group_id"], row["name"])
        for row in read(folder / "people" / "variants.tsv")
        if row["lang_origin"] == language and row["rel_to_primary"] in kept
    ]


def in_scripts(a: str, b: str) -> Callable[[str, str], bool]:
    return lambda left, right: script(left) == a and script(right) == b and left.lower() != right.lower()


def sets(folder: Path) -> dict[str, tuple[str, list[Pair]]]:
    """Every labelled set the data allow: name → (kind, pairs)."""
    latin, cyrillic, arabic = (
        in_scripts("Latn", "Latn"),
        in_scripts("Cyrl", "Latn"),
        in_scripts("Arab", "Latn"),
    )
    half = [*hard_pairs(people(folder, "ar"), arabic), *hard_pairs(people(folder, "ar"), latin)]
    arabic_part = [pair for pair in half if script(pair[0]) == "Arab"]
    latin_part = [pair for pair in half if script(pair[0]) == "Latn"][: len(arabic_part)]
    found: dict[str, tuple[str, list[Pair]]] = {
        "Russian persons, Latin–Latin": ("person", hard_pairs(people(folder, "ru"), latin)),
        "Russian persons, Cyrillic–Latin": ("person", hard_pairs(people(folder, "ru"), cyrillic)),
        "Arabic persons, full names, Latin–Latin": ("person", hard_pairs(people(folder, "ar"), latin)),
        "Arabic persons, with shortened names": ("person", hard_pairs(people(folder, "ar", True), latin)),
        "Arabic persons, half Arabic script": ("person", arabic_part + latin_part),
        "Arabic single names, Arabic–Latin": ("person", hard_pairs(_tokens(folder), arabic)),
        "labelled pairs, Russian": ("person", _labelled(folder, "ru")),
        "labelled pairs, Arabic": ("person", _labelled(folder, "ar")),
    }
    for country, title in (
        ("LB", "Lebanon, Arabic and Latin"),
        ("PS", "Palestine, Arabic and Latin"),
        ("YE", "Yemen, Arabic and Latin"),
        ("LY", "Libya, Arabic and Latin"),
        ("UA", "Ukraine, Latin and Cyrillic"),
        ("BY", "Belarus, Latin and Cyrillic"),
    ):
        found[f"places: {title}"] = ("place", hard_pairs(_places(folder, country), _any))
    return found


def _any(left: str, right: str) -> bool:
    return unidecode(left).lower() != unidecode(right).lower()


def _tokens(folder: Path) -> list[Named]:
    names = []
    for row in read(folder / "tokens" / "names_ar.tsv"):
        group = fold(row["native"]).removeprefix("ال")
        names += [(group, row["native"]), (group, row["latin"])]
    return names


def _places(folder: Path, country: str) -> list[Named]:
    return [
        (row["group_id"], row["name"])
        for row in read(folder / "places" / "variants.tsv")
        if row["country"] == country and row["feature"] in ("village", "city")
    ]


def _labelled(folder: Path, language: str) -> list[Pair]:
    return [
        (row["a"], row["b"], int(row["label"]))
        for row in read(folder / "people" / "pairs.tsv")
        if row["lang_origin"] == language
    ]
