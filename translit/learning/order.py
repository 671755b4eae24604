"""Learning what shapes and evidence are worth: ``python -m translit.learning.order people/order.tsv``.

From the tables, the lexicon and a list of labelled names (surname, given, patronymic) come
`tables/weights/shape-ru.tsv` (do a word's edges speak for a surname, for a woman?) and
`tables/weights/order-ru.tsv` (what is each piece of evidence worth?). The second is learned on
shapes that have not seen the names they judge. Half a minute, in plain Python.
"""

from __future__ import annotations

import csv
import math
import random
import sys
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from translit.languages import languages
from translit.person import shape
from translit.person.skeleton import skeleton
from translit.person.slavic import evidence
from translit.person.slavic.order import Assignment, assignments, features
from translit.tables import Tables, built_in
from translit.text.clean import clean

__all__ = ["main"]

_FOLDS = 5
_SEEN = 3  # an edge seen less often gets no weight
_LEAST = 0.15
_LEXICON = "person/ru/lexicon"
_TRUST = {"given": 1.0, "surname": 1.0, "diminutive": 0.25}

# Weights that labelled names cannot teach: how lists are printed, and what must not be learned by heart.
_AUTHORED = {
    "capitals": 2.5,
    "comma": 4.0,
    "known-foreign": 2.5,
    "shape-known-given": 0.12,
    "surname-row-known": 0.3,
}
_MIRRORED = (("GS", "SG"), ("GPS", "SGP"), ("GGS", "SGG"), ("GSS", "SSG"))
_RARE = 40  # given name and patronymic without a surname: one in so many

Weights = dict[str, float]
Example = tuple[list[str], int, float]


@dataclass(frozen=True)
class Labelled:
    """A name whose parts are known."""

    given: str
    patronymic: str
    surname: str

    @property
    def gender(self) -> str:
        return "f" if self.patronymic.lower().endswith(("na", "на")) else "m"

    @property
    def fold(self) -> int:
        """The part of the data it falls in; spellings of one surname fall together."""
        return zlib.crc32(skeleton(self.surname)[:4].encode()) % _FOLDS


def labelled(path: Path) -> list[Labelled]:
    """The Russian and Ukrainian names of a file with the columns given, patronymic, surname, lang_origin."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        found = [
            Labelled(*(clean(row[column])[0] for column in ("given", "patronymic", "surname")))
            for row in rows
            if row["lang_origin"] in ("ru", "uk")
        ]
    return [name for name in found if name.given and name.surname]


def _tabled(tables: Tables) -> Iterator[tuple[str, str, str, float]]:
    """Every word of the tables: its text, role, gender and how far it is trusted."""
    if _LEXICON in tables.names("person/ru"):
        for native, kinds in list(tables.cells(_LEXICON))[1:]:
            for kind in kinds.split():
                if kind[0] in "gs":
                    yield (
                        native,
                        "given" if kind[0] == "g" else "surname",
                        kind[1:],
                        0.5 if kind[0] == "g" else 1.0,
                    )
    for folder in (one.id for one in languages(tables).values() if one.family == "ru"):
        for kind, trust in _TRUST.items():
            for row in tables.rows(f"person/{folder}/{kind}"):
                for text in (row.native, row.canonical):
                    role = "surname" if kind == "surname" else "given"
                    yield text, role, "" if kind == "surname" else row["gender"], trust


def _fit_shapes(names: Iterable[Labelled], tables: Tables) -> dict[str, tuple[float, float]]:
    """The weights of every edge: for a surname against a given name, for a woman against a man."""
    roles: dict[tuple[str, str], float] = {}
    genders: dict[tuple[str, str], float] = {}
    told = [
        word
        for name in names
        if name.patronymic
        for word in (
            (name.surname, "surname", name.gender, 1.0),
            *((given, "given", name.gender, 1.0) for given in name.given.split()),
        )
    ]
    for text, role, gender, trust in (*_tabled(tables), *told):
        bones = skeleton(text)
        roles[bones, role] = max(trust, roles.get((bones, role), 0.0))
        if gender in ("m", "f"):
            worth = trust / 2 if role == "surname" else trust
            genders[bones, gender] = max(worth, genders.get((bones, gender), 0.0))
    surname = _logistic(_balanced(roles, "surname"))
    female = _logistic(_balanced(genders, "f"))
    kept = (
        edge
        for edge in surname.keys() | female.keys()
        if not edge or abs(surname.get(edge, 0)) >= _LEAST or abs(female.get(edge, 0)) >= _LEAST
    )
    return {edge: (surname.get(edge, 0.0), female.get(edge, 0.0)) for edge in sorted(kept)}


def _balanced(words: dict[tuple[str, str], float], positive: str) -> list[Example]:
    """Words as examples of their edges, both labels of the same weight in sum; rare edges left out."""
    sums = Counter[bool]()
    counts = Counter[str]()
    for (bones, label), trust in words.items():
        sums[label == positive] += trust  # type: ignore[assignment]
        counts.update(shape.edges(bones))
    least = min(sums.values())
    return [
        (
            ["", *(edge for edge in shape.edges(bones) if counts[edge] >= _SEEN)],
            int(label == positive),
            trust * least / sums[label == positive],
        )
        for (bones, label), trust in words.items()
    ]


def _logistic(examples: list[Example], rounds: int = 12, rate: float = 0.25, ridge: float = 3e-3) -> Weights:
    """A sparse logistic regression by AdaGrad."""
    weights: Weights = {}
    steps: Weights = {}
    shuffler = random.Random(1)
    for _ in range(rounds):
        shuffler.shuffle(examples)
        for edges, label, trust in examples:
            total = sum(weights.get(edge, 0.0) for edge in edges)
            error = trust * (1 / (1 + math.exp(-max(-30.0, min(30.0, total)))) - label)
            for edge in edges:
                slope = error + ridge * weights.get(edge, 0.0)
                steps[edge] = steps.get(edge, 1e-3) + slope * slope
                weights[edge] = weights.get(edge, 0.0) - rate * slope / math.sqrt(steps[edge] + 0.5)
    return weights


def _ways(name: Labelled) -> Iterator[tuple[list[str], Assignment]]:
    """Every order and length a name is met in, with the roles of its words."""
    given, patronymic, surname = name.given, name.patronymic, name.surname.split()
    last = "S" * len(surname)
    yield [given, *surname], "G" + last
    yield [*surname, given], last + "G"
    yield [given], "G"
    if len(surname) == 1:
        yield surname, "S"
    if patronymic and len(patronymic.split()) == 1:
        yield [patronymic], "P"
        yield [given, patronymic, *surname], "GP" + last
        yield [*surname, given, patronymic], last + "GP"
        if zlib.crc32((given + patronymic).encode()) % _RARE == 0:
            yield [given, patronymic], "GP"
        if len(surname) == 1:
            first, second = given[0] + ".", patronymic[0] + "."
            yield [first, second, *surname], "GPS"
            yield [*surname, first, second], "SGP"
            yield [first, *surname], "GS"
            yield [*surname, first], "SG"


Judged = tuple[list[list[tuple[str, float]]], int]


def _judged(names: Iterable[Labelled], tables: Tables) -> Iterator[Judged]:
    """The features of every way to read each name, and which way is right."""
    for name in names:
        if " " in name.given:
            continue
        for texts, right in _ways(name):
            ways = assignments(len(texts))
            if right in ways:
                words = [evidence.word(text, tables) for text in texts]
                yield [list(features(words, way)) for way in ways], ways.index(right)


def _fit_order(examples: list[Judged], rounds: int = 8, rate: float = 0.3, ridge: float = 1e-4) -> Weights:
    """The weight of each feature that best tells the right way to read a name from the others."""
    weights: Weights = dict(_AUTHORED)
    steps: Weights = {}
    shuffler = random.Random(1)
    for _ in range(rounds):
        shuffler.shuffle(examples)
        for ways, right in examples:
            totals = [sum(weights.get(name, 0.0) * value for name, value in way) for way in ways]
            slopes: Weights = {}
            for at, (way, share) in enumerate(zip(ways, _shares(totals), strict=True)):
                for name, value in way:
                    slopes[name] = slopes.get(name, 0.0) + (share - (at == right)) * value
            for name, slope in slopes.items():
                if name not in _AUTHORED:
                    slope += ridge * weights.get(name, 0.0)
                    steps[name] = steps.get(name, 1.0) + slope * slope
                    weights[name] = weights.get(name, 0.0) - rate * slope / math.sqrt(steps[name])
    for left, right_ in _MIRRORED:
        names = (f"pattern-{left}", f"pattern-{right_}")
        weights.update(dict.fromkeys(names, sum(weights.get(name, 0.0) for name in names) / 2))
    return weights


def _shares(totals: Sequence[float]) -> list[float]:
    odds = [math.exp(total - max(totals)) for total in totals]
    return [odd / sum(odds) for odd in odds]


def main(path: Path, tables: Tables | None = None) -> None:
    """Learn both tables from a file of labelled names, and write them."""
    tables = tables or built_in()
    names = labelled(path)
    examples: list[Judged] = []
    for fold in range(_FOLDS):
        shape.use(_fit_shapes((name for name in names if name.fold != fold), tables), tables)
        examples += _judged((name for name in names if name.fold == fold), tables)
    weights = _fit_order(examples)
    lines = ["id\tweight\tsource\tnote"]
    lines += [
        f"{name}\t{weights[name]:.3f}\t{'known' if name in _AUTHORED else 'learned'}\t"
        for name in sorted(weights)
    ]
    folder = tables.home / "weights"
    (folder / "order-ru.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    shapes = _fit_shapes(names, tables)
    lines = ["id\tsurname\tfemale"]
    lines += [f"{edge}\t{surname:.2f}\t{female:.2f}" for edge, (surname, female) in shapes.items()]
    (folder / "shape-ru.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
