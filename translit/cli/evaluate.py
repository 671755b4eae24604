"""``translit evaluate``: how well translit does on labelled pairs, or on spellings in groups."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import click

from translit.cli.answering import How, reading_of, tables_of
from translit.cli.columns import KINDS, position
from translit.cli.intake import Source
from translit.cli.options import input_options, reading_options
from translit.cli.rows import Tally, judged, opened, rejects, say
from translit.errors import InputError
from translit.evaluation import Measured, Pair, Sets, lacking, measure, people, places, singles

__all__ = ["evaluate"]

_SAME = frozenset(["1", "1.0", "same", "true", "yes", "y", "t", "match", "+"])
_DIFFERENT = frozenset(["0", "0.0", "different", "false", "no", "n", "f", "nomatch", "no-match", "-", "-1"])
_LABELLED = ("a", "b", "label")
_GROUPED = ("group_id", "name")
_NATIVE = ("native", "latin")
_TOLD = ("lang_origin", "country", "rel_to_primary")


@dataclass(frozen=True, slots=True)
class _Result:
    """What one set of pairs came to, and how fast: pairs a second from the texts and from their Readings."""

    title: str
    pairs: Sequence[Pair]
    scores: list[float]
    found: Measured
    text_to_text: float
    between_readings: float


@click.command(epilog="Example: translit evaluate pairs.tsv --kind person --worst 20")
@click.argument("pairs", required=False)
@click.option("--kind", type=click.Choice(list(KINDS)), default="auto", show_default=True,
              help="What the names name.")  # fmt: skip
@click.option(
    "--columns", default="", metavar="A,B,LABEL", help="The columns, where they are called otherwise."
)
@click.option("--most", type=click.IntRange(1), default=500, show_default=True,
              help="Of spellings in groups: pairs of one name in a set, at most.")  # fmt: skip
@click.option(
    "--worst", type=click.IntRange(0), default=10, show_default=True, help="How many errors of a set to show."
)
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON.")
@reading_options
@input_options
def evaluate(
    pairs: str | None, kind: str, columns: str, most: int, worst: int, as_json: bool, **options: Any
) -> int:
    """Compare the PAIRS of a table and say how often translit is right.

    A table with the columns a, b, label holds labelled pairs: a label is 1, same, yes or true for one name;
    0, different, no or false for two. One with the columns group_id, name (and lang_origin, rel_to_primary
    for people, country for places) holds spellings, those of one name in one group: the pairs are made of
    it, each pair of one name with the spelling of another group whose consonants are nearest (of the same
    country, for places). So they are of native, latin, a table of single names.
    """
    source = opened(pairs, options)
    tally = Tally()
    made, labelled = _sets(source, kind, columns, most, tally)
    results = []
    for title, (own, some) in made.items():
        chosen = KINDS[kind] if kind != "auto" or not own else own
        how = How(chosen, options["order"], options["scheme"], options["style"],
                  options["within"], options["own"])  # fmt: skip
        results.append(_result(title, some, how))
    missing = {} if labelled else lacking(made)
    if as_json:
        click.echo(_json(results, missing, labelled))
    else:
        click.echo(_single(results[0]) if labelled else _table(results, missing))
        for result in results:
            click.echo("".join(_worst(result, worst, labelled)), nl=False)
    if tally.code:
        say(tally.summary(()))
        for reason in tally.reasons:
            say(f"  {reason}")
    return tally.code


def _sets(source: Source, kind: str, columns: str, most: int, tally: Tally) -> tuple[Sets, bool]:
    """The sets of pairs that a table holds or allows, and whether it was labelled."""
    known = {name.casefold() for name in source.header}
    if columns or known.issuperset(_LABELLED):
        read = _pairs(source, columns or ",".join(_LABELLED), tally)
        if not read:
            raise InputError(f"{source.name}: no labelled pair in it; the columns are left, right, label")
        return {"": ("", read)}, True
    make: Callable[[Iterable[dict[str, str]], int], Sets]
    if known.issuperset(_GROUPED):
        wanted = (*_GROUPED, *(name for name in _TOLD if name in known))
        make = places if kind == "place" or (kind == "auto" and "country" in known) else people
    elif known.issuperset(_NATIVE):
        wanted, make = _NATIVE, singles
    else:
        has = ", ".join(map(repr, source.header)) or "none"
        raise InputError(
            f"{source.name}: its columns are {has}; name them a, b, label (labelled pairs), "
            "group_id, name (spellings in groups) or native, latin, or say --columns LEFT,RIGHT,LABEL"
        )
    made = make(_rows(source, wanted, tally), most)
    if not made:
        raise InputError(
            f"{source.name}: no pair can be made of it; it takes two groups, one of them with two spellings"
        )
    return made, False


def _rows(source: Source, wanted: Sequence[str], tally: Tally) -> list[dict[str, str]]:
    """The rows of a table of spellings, those without a group or a name put aside."""
    places = [position(name, source) for name in wanted]
    found = []
    with rejects(None) as reject:
        for record, _, readable in judged(source, "keep", tally, reject):
            if not readable or len(record.cells) <= max(places):
                continue
            cells = [record.cells[at].strip() for at in places]
            if not all(cells[:2]):
                tally.reject(record, f"an empty {wanted[cells.index('')]}; write it there")
                continue
            found.append(dict(zip(wanted, cells, strict=True)))
    return found


def _pairs(source: Source, columns: str, tally: Tally) -> list[Pair]:
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
            read.append((left, right, int(word in _SAME)))
    return read


def _result(title: str, pairs: Sequence[Pair], how: How) -> _Result:
    """The scores of a set; each name is read once."""
    from translit.comparison import compare

    tables = tables_of(how.tables)
    compare("Ivan", "Иван", "person", tables=tables)
    start = time.perf_counter()
    readings = {text: reading_of(text, how) for *both, _ in pairs for text in both}
    read = time.perf_counter()
    scores = [compare(readings[left], readings[right], tables=tables).score for left, right, _ in pairs]
    end = time.perf_counter()
    found = measure(scores, [bool(label) for *_, label in pairs])
    return _Result(title, pairs, scores, found, len(pairs) / (end - start), len(pairs) / (end - read))


def _single(result: _Result) -> str:
    """The figures of one set for people."""
    found = result.found
    lines = (
        ("pairs", f"{found.pairs:,}, of them {found.positive:,} of one name"),
        ("best F1", f"{found.f1:.4f} at a score of {found.threshold:.2f}"),
        ("recall at 99 % precision", f"{found.recall_99:.4f}"),
        ("recall at 95 % precision", f"{found.recall_95:.4f}"),
        ("area under the curve", f"{found.auc:.4f}" if 0 < found.positive < found.pairs else "– (one label)"),
        ("reliability error", f"{found.reliability:.4f}"),
    )
    return "\n".join(f"{name:<26}{value}" for name, value in lines)


def _table(results: Sequence[_Result], missing: dict[str, str]) -> str:
    """The figures of several sets, and the rows of the accuracy page that the data do not allow."""
    width = max(len(result.title) for result in results)
    heads = (
        f"{'set':<{width}}  pairs  best F1  at 99 %  at 95 %    AUC  calibration  pairs/s  between Readings"
    )
    lines = [heads]
    for result in results:
        found = result.found
        lines.append(
            f"{result.title:<{width}}  {found.pairs:>5}  {found.f1:>7.3f}  {found.recall_99:>7.3f}  "
            f"{found.recall_95:>7.3f}  {found.auc:>5.3f}  {found.reliability:>11.3f}  "
            f"{result.text_to_text:>7,.0f}  {result.between_readings:>16,.0f}"
        )
    lines += [
        "",
        "at 99 %, at 95 %: recall at that precision; calibration: how far scores are from the truth.",
    ]
    if missing:
        lines += ["", "Not in these data:"]
        lines += [f"  {title} (wants {wants})" for title, wants in missing.items()]
    return "\n".join(lines)


def _json(results: Sequence[_Result], missing: dict[str, str], labelled: bool) -> str:
    """The figures as JSON: of one labelled set, or of every set by its title."""
    names = Measured.__slots__
    figures = {
        result.title: {name: round(getattr(result.found, name), 4) for name in names} for result in results
    }
    shown = figures[""] if labelled else {"sets": figures, "missing": list(missing)}
    return json.dumps(shown, ensure_ascii=False)


def _worst(result: _Result, limit: int, labelled: bool) -> list[str]:
    """The errors farthest from the threshold."""
    threshold = result.found.threshold
    wrong = [
        (abs(score - threshold), score, left, right, label)
        for (left, right, label), score in zip(result.pairs, result.scores, strict=True)
        if (score >= threshold) != label
    ]
    wrong.sort(key=lambda found: (-found[0], found[2], found[3]))
    if not wrong or not limit:
        return []
    where = "" if labelled else f"{result.title}: "
    lines = [f"\n{where}{len(wrong):,} on the wrong side of {threshold:.2f}, the worst:\n"]
    for _, score, left, right, label in wrong[:limit]:
        lines.append(f"  {score:.2f}  {'one name ' if label else 'two names'}  {left} | {right}\n")
    return lines
