"""How many attested spellings are among the variants: ``python bench/variants.py GROUPS.tsv``.

GROUPS has the columns group_id, name, rel_to_primary and variant_lang: every spelling of a person, one
called the anchor. The variants of the anchor, and of a native spelling where the group has one, are asked
for; the figure is the share of the other attested Latin spellings of the same words among the first 20,
ignoring case and apostrophes. ``--fifth`` measures on a fifth of the groups by hash.
"""

from __future__ import annotations

import csv
import sys
import time
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterator

from translit.respelling import variants
from translit.text.script import script_of

Spelling = dict[str, str]  # a row of the list


def flat(text: str) -> str:
    """A spelling without case and apostrophes."""
    return " ".join("".join(sign for sign in text.lower() if sign not in "'’‘`ʼ´–-").split())


def groups_of(path: str, fifth: bool) -> Iterator[list[Spelling]]:
    """The spellings of each person of a list, or of one person in five."""
    groups: dict[str, list[Spelling]] = defaultdict(list)
    with open(path, encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            groups[row["group_id"]].append(row)
    for group, rows in groups.items():
        if not (fifth and zlib.crc32(group.encode()) % 5):
            yield rows


def asked_of(rows: list[Spelling]) -> Iterator[tuple[str, str, dict[str, Spelling]]]:
    """The spellings that a person's others are asked of, each with its door and those that are wanted."""
    latin = [row for row in rows if script_of(row["name"]) == "Latn"]
    wanted = [row for row in latin if row["rel_to_primary"] in ("same", "anchor")]
    anchor = next((row for row in rows if row["rel_to_primary"] == "anchor"), rows[0])
    native = next((row for row in rows if script_of(row["name"]) in ("Cyrl", "Arab")), None)
    for door, source in (("anchor", anchor), ("native", native)):
        if source is not None:
            targets = {flat(row["name"]): row for row in wanted if flat(row["name"]) != flat(source["name"])}
            if targets:
                yield door, source["name"], targets


def main(arguments: list[str]) -> None:
    """Print the figures."""
    hits: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    missed: list[str] = []
    calls, start = 0, time.perf_counter()
    for rows in groups_of(arguments[0], "--fifth" in arguments):
        for door, source, targets in asked_of(rows):
            found = {flat(text) for text in variants(source, "person")}
            calls += 1
            for text, row in targets.items():
                other = f", {row['variant_lang']} equivalent" if row["variant_lang"] in ("uk", "be") else ""
                name = f"{row['lang_origin']} from {door}{other}"
                asked[name] += 1
                hits[name] += text in found
                if text not in found:
                    missed.append(f"{source} → {row['name']}")
    for name in sorted(asked):
        print(f"{name}: {hits[name]} of {asked[name]} ({hits[name] / asked[name]:.1%})")
    total = sum(asked.values())
    print(f"all: {sum(hits.values())} of {total} ({sum(hits.values()) / total:.1%})")
    print(f"{calls / (time.perf_counter() - start):,.0f} names a second")
    if "--missed" in arguments:
        print("\n".join(missed[:: max(1, len(missed) // 60)]))


if __name__ == "__main__":
    main(sys.argv[1:])
