"""Labelled pairs of a folder of development data (EVAL), made as `translit evaluate` makes them."""

from __future__ import annotations

import csv
from pathlib import Path

from translit.evaluation import Pair, Sets, people, places, singles, skeleton

__all__ = ["Pair", "read", "sets", "skeleton"]

_COUNTRIES = {
    "Lebanon": "LB", "Palestine": "PS", "Yemen": "YE", "Libya": "LY", "Ukraine": "UA", "Belarus": "BY",
    "Syria": "SY",
}  # fmt: skip


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def sets(folder: Path) -> Sets:
    """Every labelled set the data allow: name → (kind, pairs)."""
    found = people(read(folder / "people" / "variants.tsv"))
    found |= singles(read(folder / "tokens" / "names_ar.tsv"))
    met = (row for row in read(folder / "tokens" / "names_ru.tsv") if int(row["count"]) > 1)
    found |= singles(met)  # met once, a quarter of them are misaligned or foreign
    for title, language in (("Russian", "ru"), ("Arabic", "ar")):
        found[f"labelled pairs, {title}"] = "person", _labelled(folder, language)
    towns = [
        row
        for row in read(folder / "places" / "variants.tsv")
        if row["feature"] in ("village", "city") and row["country"] in _COUNTRIES.values()
    ]
    return found | places(towns)


def _labelled(folder: Path, language: str) -> list[Pair]:
    return [
        (row["a"], row["b"], int(row["label"]))
        for row in read(folder / "people" / "pairs.tsv")
        if row["lang_origin"] == language
    ]
