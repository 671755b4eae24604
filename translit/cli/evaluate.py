"""``translit evaluate``: how well translit does on pairs that the user has labelled."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import click

from translit.cli.columns import position
from translit.cli.desk import How, reading_of, tables_of
from translit.cli.intake import Source
from translit.cli.options import input_options, reading_options
from translit.cli.rows import Tally, judged, opened, rejects, say
from translit.errors import InputError

__all__ = ["Measured", "evaluate", "measure"]

_SAME = frozenset(["1", "1.0", "same", "true", "yes", "y", "t", "match", "+"])
_DIFFERENT = frozenset(["0", "0.0", "different", "false", "no", "n", "f", "nomatch", "no-match", "-", "-1"])
_BINS = 10


@dataclass(frozen=True, slots=True)
class Measured:
    """How well scores part the pairs of one name from the pairs of two.

    `f1` is the best harmonic mean of precision and recall over all thresholds, reached at
    `threshold`; `recall_99` the highest recall with a precision of 0.99; `auc` the area under the
    ROC curve; `reliability` the mean gap between a score and the share of pairs it should mean.
    """

    pairs: int
    positive: int
    f1: float
    threshold: float
    recall_99: float
    recall_95: float
    auc: float
    reliability: float


def measure(scores: Sequence[float], labels: Sequence[bool]) -> Measured:
    """Measure scores against labels.

    >>> found = measure([0.9, 0.8, 0.3, 0.1], [True, True, False, False])
    >>> found.f1, found.threshold, found.recall_99, found.auc
    (1.0, 0.8, 1.0, 1.0)
    """
    ranked = sorted(zip(scores, labels, strict=True), key=lambda pair: -pair[0])
    positive = sum(labels)
    f1 = threshold = recall_99 = recall_95 = 0.0
    hits = 0
    for number, (score, label) in enumerate(ranked, 1):
        hits += label
        if number < len(ranked) and ranked[number][0] == score:
            continue
        precision, recall = hits / number, hits / positive if positive else 0.0
        best = 2 * hits / (number + positive)
        if best > f1:
            f1, threshold = best, score
        recall_99 = max(recall_99, recall) if precision >= 0.99 else recall_99
        recall_95 = max(recall_95, recall) if precision >= 0.95 else recall_95
    area, gap = _area(ranked), _reliability(scores, labels)
    return Measured(len(ranked), positive, f1, threshold, recall_99, recall_95, area, gap)


def _area(ranked: Sequence[tuple[float, bool]]) -> float:
    """The area under the ROC curve; ties count half."""
    positive = sum(label for _, label in ranked)
    negative = len(ranked) - positive
    if not positive or not negative:
        return 0.0
    won, below, at = 0.0, 0, len(ranked)
    while at:
        score, same, other = ranked[at - 1][0], 0, 0
        while at and ranked[at - 1][0] == score:
            same, other, at = same + ranked[at - 1][1], other + (not ranked[at - 1][1]), at - 1
        won += same * (below + other / 2)
        below += other
    return won / (positive * negative)


def _reliability(scores: Sequence[float], labels: Sequence[bool]) -> float:
    """The mean distance of what the scores claim from what is true, in ten steps of score."""
    bins: dict[int, list[tuple[float, bool]]] = {}
    for score, label in zip(scores, labels, strict=True):
        bins.setdefault(min(int(score * _BINS), _BINS - 1), []).append((score, label))
    gaps = (
        abs(sum(score for score, _ in found) - sum(label for _, label in found)) for found in bins.values()
    )
    return sum(gaps) / len(scores) if scores else 0.0


@click.command(epilog="Example: translit evaluate pairs.tsv --kind person --worst 20")
@click.argument("pairs", required=False)
@click.option("--kind", type=click.Choice(["auto", "person", "place"]), default="auto", show_default=True,
              help="What the names name.")  # fmt: skip
@click.option("--columns", default="a,b,label", show_default=True, help="The columns: left, right, label.")
@click.option(
    "--worst", type=click.IntRange(0), default=10, show_default=True, help="How many errors to show."
)
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON.")
@reading_options
@input_options
def evaluate(pairs: str | None, kind: str, columns: str, worst: int, as_json: bool, **options: Any) -> int:
    """Compare the labelled PAIRS of a table (columns a, b, label) and say how often translit is right.

    A label is 1, same, yes or true for one name; 0, different, no or false for two.
    """
    source = opened(pairs, options)
    tally = Tally()
    how = How(None if kind == "auto" else kind, options["order"], options["scheme"], options["style"],
              options["within"], options["own"])  # fmt: skip
    read = _pairs(source, columns, tally)
    if not read:
        raise InputError(f"{source.name}: no labelled pair in it; the columns are left, right, label")
    scores = _scores(read, how)
    found = measure(scores, [label for _, _, label in read])
    if as_json:
        names = Measured.__slots__
        click.echo(json.dumps({name: round(getattr(found, name), 4) for name in names}))
    else:
        click.echo(_told(found))
        click.echo("".join(_worst(read, scores, found.threshold, worst)), nl=False)
    if tally.code:
        say(tally.summary(()))
        for reason in tally.reasons:
            say(f"  {reason}")
    return tally.code


def _pairs(source: Source, columns: str, tally: Tally) -> list[tuple[str, str, bool]]:
    """The labelled pairs of a table."""
    names = [name.strip() for name in columns.split(",")]
    if len(names) != 3:
        raise InputError(f"--columns {columns!r}: name three, parted by commas: left,right,label")
    places = [position(name, source) for name in names] if source.header else []
    read = []
    with rejects(None) as reject:
        for record, _, readable in judged(source, "keep", tally, reject):
            if not readable or len(record.cells) <= max(places):
                continue
            left, right, label = (record.cells[at] for at in places)
            word = label.strip().casefold()
            if word not in _SAME | _DIFFERENT:
                tally.reject(record, f"label {label!r}; write 1 for one name, 0 for two")
                continue
            read.append((left, right, word in _SAME))
    return read


def _scores(pairs: list[tuple[str, str, bool]], how: How) -> list[float]:
    """The score of every pair; each name is read once."""
    from translit.comparison import compare

    tables = tables_of(how.tables)
    readings = {
        text: reading_of(text, how) for text in {text for left, right, _ in pairs for text in (left, right)}
    }
    return [compare(readings[left], readings[right], tables=tables).score for left, right, _ in pairs]


def _told(found: Measured) -> str:
    """The figures for people."""
    lines = (
        ("pairs", f"{found.pairs:,}, of them {found.positive:,} of one name"),
        ("best F1", f"{found.f1:.4f} at a score of {found.threshold:.2f}"),
        ("recall at 99 % precision", f"{found.recall_99:.4f}"),
        ("recall at 95 % precision", f"{found.recall_95:.4f}"),
        ("area under the curve", f"{found.auc:.4f}"),
        ("reliability error", f"{found.reliability:.4f}"),
    )
    return "\n".join(f"{name:<26}{value}" for name, value in lines)


def _worst(
    pairs: list[tuple[str, str, bool]], scores: list[float], threshold: float, limit: int
) -> list[str]:
    """The errors farthest from the threshold."""
    wrong = [
        (abs(score - threshold), score, left, right, label)
        for (left, right, label), score in zip(pairs, scores, strict=True)
        if (score >= threshold) != label
    ]
    wrong.sort(key=lambda found: (-found[0], found[2], found[3]))
    lines = (
        [f"\n{len(wrong):,} on the wrong side of {threshold:.2f}, the worst:\n"] if wrong and limit else []
    )
    for _, score, left, right, label in wrong[:limit]:
        lines.append(f"  {score:.2f}  {'one name ' if label else 'two names'}  {left} | {right}\n")
    return lines
