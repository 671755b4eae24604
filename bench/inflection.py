"""Inflected Russian full names back to the nominative: ``python -m bench.inflection [EVAL]``.

Every name is put into the five oblique cases by pymorphy3's paradigms (not by our endings), and read
back both ways round. Without EVAL a given name of the tables meets a surname of pymorphy3's
dictionary by lot; with EVAL, a folder with people/order.tsv, the names are those of its people who
write themselves in Cyrillic. A name counts as right when its canonical form is the nominative's, as
ambiguous when that is among `others`. ``--show`` prints what was missed.
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from bench.order import labelled
from translit.canon import explain
from translit.nouns import Reading
from translit.tables import built_in

_CASES = ("gent", "datv", "accs", "ablt", "loct")
_GENDERS = {"m": "masc", "f": "femn"}
_EACH = 250  # names of each gender
_LEAST_COMMON = 0.5
_RUSSIAN = frozenset("абвгдеёжзийклмнопрстуфхцчшщъыьэюя- ")
_KINDS = {"g": "Name", "p": "Patr", "s": "Surn"}

Named = tuple[str, str, str, str]  # given name, patronymic, surname, gender


@cache
def _morphology() -> Any:
    from pymorphy3 import MorphAnalyzer

    return MorphAnalyzer()


@cache
def inflected(word: str, kind: str, gender: str, case: str) -> str | None:
    """A given name, patronymic or surname in a case, None where pymorphy3 cannot tell."""
    for parse in _morphology().parse(word):
        tag = parse.tag
        if _KINDS[kind] in tag and {"nomn", "sing", _GENDERS[gender]} <= tag.grammemes:
            found = parse.inflect({case, "sing", _GENDERS[gender]})
            if found and "ё" not in word:
                return str(found.word).replace("ё", "е").title()
            return str(found.word).title() if found else None
    return None


def by_lot(seed: int = 1) -> Iterator[Named]:
    """Given names of the tables that are not rare, each with a patronymic and a surname drawn by lot."""
    tables, dice = built_in(), random.Random(seed)
    common = {row.id: float(row["weight"]) for row in tables.rows("weights/common-ru")}
    lines = list(tables.cells("person/ru/lexicon"))[1:]
    for gender in _GENDERS:
        given = [
            row.native.replace("\N{COMBINING ACUTE ACCENT}", "")
            for row in tables.rows("person/ru/given")
            if row["gender"] == gender and common.get(f"{row.table}:{row.id}", 0.0) >= _LEAST_COMMON
        ]
        surnames = [word for word, kinds in lines if {f"s{gender}", "sx"} & set(kinds.split())]
        patronymics = [word for word, kinds in lines if f"p{gender}" in kinds.split()]
        for _ in range(_EACH):
            words = (dice.choice(given), dice.choice(patronymics), dice.choice(surnames))
            yield (words[0], words[1].title(), words[2].title(), gender)


def people(folder: Path) -> Iterator[Named]:
    """The people of a list who have a patronymic and are written in Cyrillic."""
    found = [
        (named.given, named.patronymic, named.surname, "f" if named.patronymic.endswith("на") else "m")
        for named in labelled(folder)
        if named.origin == "ru"
        and named.script == "Cyrillic"
        and named.patronymic
        and not set(named.text.lower()) - _RUSSIAN
    ]
    random.Random(1).shuffle(found)
    for gender in _GENDERS:
        yield from [named for named in found if named[3] == gender][:_EACH]


def verdict(reading: Reading, canonical: str) -> str:
    """The verdict: "right", "ambiguous" where the right one is among others, else "wrong"."""
    if reading.canonical == canonical and reading.status != "ambiguous":
        return "right"
    return (
        "ambiguous" if canonical in (reading.canonical, *(o.canonical for o in reading.others)) else "wrong"
    )


def measured(names: Iterator[Named], show: bool) -> Counter[tuple[str, str, str, str]]:
    """How often each gender, case and number of words comes to each verdict."""
    tally: Counter[tuple[str, str, str, str]] = Counter()
    for given, patronymic, surname, gender in names:
        for case in _CASES:
            cased = [
                inflected(word.lower(), kind, gender, case)
                for word, kind in ((given, "g"), (patronymic, "p"), (surname, "s"))
            ]
            one, father, last = cased
            for count, before, after in (
                ("two words", [one, last], [given, surname]),
                ("with patronymic", [one, father, last], [given, patronymic, surname]),
            ):
                if not all(before):
                    tally[count, gender, case, "unknown to pymorphy3"] += 1
                    continue
                upright = explain(" ".join(after), "person", order="given-first").canonical
                for words in (before, [before[-1], *before[:-1]]):
                    text = " ".join(filter(None, words))
                    reading = explain(text, "person")
                    found = verdict(reading, upright)
                    tally[count, gender, case, found] += 1
                    if show and found != "right":
                        print(f"{found}: {case} {gender} {text}: {reading.canonical}; is {upright}")
    return tally


def main(arguments: list[str]) -> None:
    folders = [argument for argument in arguments if not argument.startswith("--")]
    names = people(Path(folders[0])) if folders else by_lot()
    tally = measured(names, "--show" in arguments)
    print("| inflected names | gender | case | names | right | ambiguous, the right one named | wrong |")
    print("|---|---|---|---|---|---|---|")
    for count in ("two words", "with patronymic"):
        for gender in (*_GENDERS, ""):
            for case in (*_CASES, "all") if gender else ("all",):
                told = {
                    verdict: sum(
                        number
                        for (c, g, k, v), number in tally.items()
                        if c == count and g in (gender or "mf") and case in (k, "all") and v == verdict
                    )
                    for verdict in ("right", "ambiguous", "wrong")
                }
                total = max(1, sum(told.values()))
                cells = " | ".join(f"{100 * number / total:.1f} %" for number in told.values())
                print(f"| {count} | {gender or 'both'} | {case} | {sum(told.values())} | {cells} |")


if __name__ == "__main__":
    main(sys.argv[1:])
