"""Does everything come to one form: ``python -m bench.one_form [EVAL] [--worst N]``.

A canonical form is its own canonical form; a name of the tables comes to the same one in its own script and
in Latin, by each scheme of its language (surnames of Ukraine and Belarus are Russian ones in their letters).
With EVAL (people/variants.tsv, people/order.tsv) the first is asked of the names of real people too, and what
the spellings of one person come to. `--worst` lists the first N canonical forms that are not their own.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations
from pathlib import Path

from bench.evaldata import read
from translit import explain
from translit.languages import nations
from translit.person.national import national
from translit.romanization import latin_schemes, romanize
from translit.tables import built_in

ASKED = 300  # names for each scheme
ACUTE = "\N{COMBINING ACUTE ACCENT}"
TABLES = {"ru": ("given", "surname"), "ar": ("ism", "family")}


def share(part: int, whole: int) -> str:
    return f"{100 * part / max(1, whole):.1f} %"


def canonical(text: str) -> str:
    return explain(text, "person").canonical


def own(texts: Iterable[str], worst: int) -> None:
    """How many canonical forms of names are their own."""
    asked: Counter[str] = Counter()
    moved: Counter[str] = Counter()
    seen: set[str] = set()
    for text in texts:
        reading = explain(text, "person")
        form = reading.canonical
        if reading.origin is None or form in seen:
            continue
        seen.add(form)
        asked[reading.origin] += 1
        again = explain(form, "person")
        if (again.canonical, again.origin) != (form, reading.origin):
            moved[reading.origin] += 1
            if worst > 0:
                worst -= 1
                print(f"    {text}: {form}, then {again.canonical}")
    for language, count in asked.most_common():
        print(f"| forms that are their own, {language} | {count} | {share(count - moved[language], count)} |")


def drawn(language: str, dice: random.Random) -> Iterator[tuple[str, str]]:
    """A given name and a surname of the tables, drawn by lot: native and canonical."""
    first, second = (list(built_in().rows(f"person/{language}/{name}")) for name in TABLES[language])
    while True:
        one, two = dice.choice(first), dice.choice(second)
        yield f"{one.native} {two.native}".replace(ACUTE, ""), f"{one.canonical} {two.canonical}"


def abroad(language: str, dice: random.Random) -> Iterator[tuple[str, str]]:
    """The same in the letters of a neighbour, whose language they tell, and what the native form comes to."""
    tables = built_in()
    first, second = list(tables.rows(f"person/{language}/given")), list(tables.rows("person/ru/surname"))
    while True:
        surname = national("", dice.choice(second).native.replace(ACUTE, ""), language, tables)
        native = f"{dice.choice(first).native.replace(ACUTE, '')} {surname}"
        reading = explain(native, "person")
        if reading.origin == language:
            yield native, reading.canonical


def by_schemes(language: str) -> None:
    """How many names of the tables come to their canonical form from what each scheme writes of them."""
    for scheme in latin_schemes(language):
        draw = abroad if language in nations() else drawn
        names = draw(language, random.Random(scheme))
        met = 0
        for _ in range(ASKED):
            native, wanted = next(names)
            latin = " ".join(word[:1].upper() + word[1:] for word in romanize(native, scheme).split())
            met += canonical(latin) == wanted
        print(f"| {scheme} | {ASKED} | {share(met, ASKED)} |")


def spellings(rows: Iterable[dict[str, str]]) -> None:
    """How many pairs of spellings of one person, no part left out, come to one form."""
    groups: dict[tuple[str, str], list[str]] = defaultdict(list)
    for row in rows:
        if row["rel_to_primary"] != "subset":
            groups[row["lang_origin"], row["group_id"]].append(row["name"])
    pairs: Counter[str] = Counter()
    met: Counter[str] = Counter()
    for (language, _), names in groups.items():
        forms = [canonical(name) for name in dict.fromkeys(names)]
        for one, two in combinations(forms, 2):
            pairs[language] += 1
            met[language] += one == two
    for language, count in pairs.items():
        print(f"| spellings of one person, {language} | {count} | {share(met[language], count)} |")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("eval", nargs="?", type=Path)
    parser.add_argument("--worst", type=int, default=0)
    asked = parser.parse_args()
    print("| what | of | share |\n|---|---|---|")
    for language in ("ru", *nations(), "ar"):
        by_schemes(language)
    if asked.eval is None:
        print("EVAL not given: real people not asked")
        return
    people = read(asked.eval / "people" / "variants.tsv")
    spellings(people)
    own(
        [row["name"] for row in people] + [row["text"] for row in read(asked.eval / "people" / "order.tsv")],
        asked.worst,
    )


if __name__ == "__main__":
    main()
