"""The order of names, each read both ways round so that no guess can win: ``python bench/order.py EVAL``.

EVAL is a folder with people/order.tsv (text, surname, given, patronymic, script, order, lang_origin).
Beside translit stands nameparser, with its Russian pack of patronymic endings, where it is installed.
"""

from __future__ import annotations

import csv
import importlib.util
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from translit.canon import explain
from translit.nouns import Reading
from translit.text.clean import clean

Parts = tuple[str, str]  # given (with patronymic), surname
Reader = Callable[[str], Parts]

_WOMEN = ("na", "на")
_BELARUSIAN = ("avich", "auna", "авіч", "аўна", "еўна")


@dataclass(frozen=True)
class Named:
    """One labelled name."""

    given: str
    patronymic: str
    surname: str
    script: str
    origin: str
    text: str


def labelled(folder: Path) -> list[Named]:
    """Each person once: one given name, and a surname that is no patronymic left over."""
    with (folder / "people" / "order.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    seen, found = set(), []
    for row in rows:
        columns = ("given", "patronymic", "surname", "script", "lang_origin", "text")
        named = Named(*(clean(row[column])[0] for column in columns))
        if named.given and named.surname and (named.given, named.surname) not in seen:
            seen.add((named.given, named.surname))
            found.append(named)
    return found


def two(named: Named) -> Iterator[str]:
    yield f"{named.given} {named.surname}"
    yield f"{named.surname} {named.given}"


def three(named: Named) -> Iterator[str]:
    yield f"{named.given} {named.patronymic} {named.surname}"
    yield f"{named.surname} {named.given} {named.patronymic}"


def as_written(reading: Reading) -> Parts:
    """The source words that translit took for the given name and for the surname."""

    def words(role: str) -> str:
        return " ".join(part.text for part in reading.parts if part.role == role)

    return words("given"), words("surname") or words("family") or words("nisba")


def by_translit(text: str) -> Parts:
    return as_written(explain(text, "person"))


def by_nameparser() -> Reader | None:
    """nameparser with its Russian pack, None where it is not installed."""
    if importlib.util.find_spec("nameparser") is None:
        return None
    from nameparser import locales, parser_for

    parser = parser_for(locales.RU)

    def reader(text: str) -> Parts:
        name = parser.parse(text)
        return str(name.given), str(name.family)

    return reader


def right(reader: Reader, named: Named, texts: Iterator[str]) -> bool:
    """True where every way round is read right."""
    return all(reader(text) == (named.given, named.surname) for text in texts)


def share(reader: Reader | None, names: list[Named], ways: Callable[[Named], Iterator[str]]) -> str:
    if reader is None or not names:
        return "–"
    return f"{100 * sum(right(reader, named, ways(named)) for named in names) / len(names):.1f} %"


def belarusian(named: Named) -> bool:
    """True for a patronymic in a Belarusian form."""
    return named.patronymic.lower().endswith(_BELARUSIAN)


def calibration(names: list[Named]) -> float:
    """The mean gap between claimed confidence and share right, over ten bins of confidence."""
    bins: dict[int, list[tuple[float, bool]]] = {}
    for named in names:
        for text in two(named):
            reading = explain(text, "person")
            hit = as_written(reading) == (named.given, named.surname)
            bins.setdefault(min(9, int(reading.confidence * 10)), []).append((reading.confidence, hit))
    total = sum(map(len, bins.values()))
    return sum(abs(sum(claim - hit for claim, hit in found)) for found in bins.values()) / total


def gender(names: list[Named]) -> str:
    ok = [
        explain(text, "person").gender == ("f" if named.patronymic.lower().endswith(_WOMEN) else "m")
        for named in names
        for text in (*two(named), *three(named))
    ]
    return f"{100 * sum(ok) / len(ok):.1f} %"


def main(folder: Path) -> None:
    names = labelled(folder)
    single = [named for named in names if " " not in named.given and " " not in named.surname]
    russian = [named for named in single if named.origin == "ru" and named.patronymic]
    ukrainian = [named for named in single if named.origin == "uk" and named.patronymic]
    others = [named for named in names if named.origin == "other"]
    peer = by_nameparser()
    print("| | names | translit | nameparser |\n|---|---|---|---|")
    for title, chosen, ways in (
        ("Russian, two words, both orders right", russian, two),
        ("Russian with patronymic, both orders right", russian, three),
        ("Belarus, two words, both orders right", [named for named in russian if belarusian(named)], two),
        ("Ukrainian in Cyrillic, two words, both orders right", ukrainian, two),
        ("Ukrainian in Cyrillic with patronymic, both orders right", ukrainian, three),
    ):
        print(
            f"| {title} | {len(chosen)} | {share(by_translit, chosen, ways)} | {share(peer, chosen, ways)} |"
        )
    unharmed = sum(explain(named.text, "person").canonical == named.text for named in others)
    print(f"| foreign names unharmed | {len(others)} | {100 * unharmed / max(1, len(others)):.1f} % | – |")
    print(f"| gender of a full name | {len(russian)} | {gender(russian)} | – |")
    print(f"| confidence: the reliability curve's error | {len(russian)} | {calibration(russian):.3f} | – |")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
