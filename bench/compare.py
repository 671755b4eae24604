"""Are two texts one name? translit beside its peers: ``python -m bench.compare EVAL``.

One run, one table: best F1, recall at 99 and at 95 % precision, area under the ROC curve, pairs a
second from text to score, and two ratios to translit: how many times its errors (1 - F1), and how
many times its time. EVAL is a folder of development data; `bench/evaldata.py` makes the sets.

The second row of each set is translit with weights that have not seen the pair: learned on the half
of the pairs that it does not belong to (`bench/halves.py`). ``--held-out`` learns on the even half
and measures everybody on the odd one only; ``--worst N`` lists the worst errors there.
"""

from __future__ import annotations

import argparse
import json
import tempfile
import time
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from bench.evaldata import Pair, sets
from bench.halves import Read, crossed, read, relearned, sampled
from bench.peers import PEERS, Peer, Scorer
from translit.canon import explain
from translit.comparison import compare
from translit.evaluation import Measured, measure
from translit.tables import Tables

_HEADER = (
    "| set | matcher | F1 | recall at 99 % | at 95 % | AUC | pairs/s | errors × ours | time × ours |\n"
    "|---|---|---|---|---|---|---|---|---|"
)
_WARM = 5
_UNSEEN = "translit, weights held out"


@cache
def loaded(peer: Peer, kind: str) -> Scorer:
    """A peer's scorer, its model loaded once."""
    return peer.load(kind)


def timed(scorer: Scorer, pairs: Sequence[Pair]) -> tuple[list[float], float]:
    """The score of every pair, and pairs a second."""
    start = time.perf_counter()
    scores = [float(scorer(a, b)) for a, b, _ in pairs]
    return scores, len(pairs) / (time.perf_counter() - start)


def row(title: str, name: str, found: Measured, pace: float, ours: tuple[Measured, float] | None) -> str:
    best, quick = ours or (found, pace)
    errors = f"{(1 - found.f1) / (1 - best.f1):.1f}" if best.f1 < 1 else "–"
    return (
        f"| {title} | {name} | {found.f1:.3f} | {found.recall_99:.3f} | {found.recall_95:.3f} "
        f"| {found.auc:.3f} | {pace:,.0f} | {errors} | {quick / pace:.3g} |"
    )


def run(peer: Peer, title: str, kind: str, pairs: Sequence[Pair], ours: Sequence[float], pace: float) -> str:
    """A peer's row of the table, or why there is none; `ours` are translit's scores of the same pairs."""
    some = pairs[: peer.most]
    best = measured(ours[: peer.most], some), pace
    name = peer.title if len(some) == len(pairs) else f"{peer.title} (first {len(some)})"
    try:
        scorer = loaded(peer, kind)
        for a, b, _ in pairs[-_WARM:]:
            scorer(a, b)
    except Exception as error:  # whatever ails a peer, the others are run
        return f"| {title} | {name} | not run: {type(error).__name__}: {error} | | | | | | |"
    scores, their_pace = timed(scorer, some)
    return row(title, name, measured(scores, some), their_pace, best)


def measured(scores: Sequence[float], pairs: Sequence[Pair]) -> Measured:
    return measure(scores, [bool(label) for *_, label in pairs])


def ours(kind: str, pairs: Sequence[Pair]) -> tuple[list[Read], list[float], float]:
    """translit's readings and scores, and pairs a second from text to score."""
    for a, b, _ in pairs[-_WARM:]:
        compare(a, b, kind)
    found: list[Read] = []

    def scorer(a: str, b: str) -> float:
        found.append(Read(explain(a, kind), explain(b, kind), 0))
        return found[-1].score()

    scores, pace = timed(scorer, pairs)
    labels = [label for *_, label in pairs]
    return [replace(pair, label=label) for pair, label in zip(found, labels, strict=True)], scores, pace


def table(chosen: dict[str, tuple[str, list[Pair]]], held_out: bool, claims: Path | None) -> None:
    """Print the rows of every set; `claims` is a file for what the weights held out say of each pair."""
    read = {title: ours(kind, pairs) for title, (kind, pairs) in chosen.items()}
    unseen = crossed({title: found for title, (found, _, _) in read.items()})
    if claims:
        told = {title: [[score, pair.label] for score, pair in zip(unseen[title], found, strict=True)]
                for title, (found, _, _) in read.items()}  # fmt: skip
        claims.write_text(json.dumps(told), encoding="utf-8")
    print(_HEADER)
    for title, (kind, pairs) in chosen.items():
        found, scores, pace = read[title]
        kept = [at for at, pair in enumerate(found) if pair.half == 1 or not held_out]
        pairs = [pairs[at] for at in kept]
        where = f"{title} ({len(pairs)})"
        mine = [(unseen[title] if held_out else scores)[at] for at in kept]
        best = measured(mine, pairs), pace
        if not held_out:
            print(row(where, "**translit**", *best, None))
        print(
            row(where, _UNSEEN, measured([unseen[title][at] for at in kept], pairs), pace, best), flush=True
        )
        for peer in PEERS:
            if all(word in f"{kind}: {title}" for word in peer.wants):
                print(run(peer, where, kind, pairs, mine, pace), flush=True)


def worst(found: dict[str, list[Read]], tables: Tables, most: int) -> None:
    """Print the pairs whose held-out score is farthest from their label."""
    for title, pairs in found.items():
        judged = [(abs(pair.score(tables) - pair.label), pair) for pair in pairs if pair.half == 1]
        judged.sort(key=lambda one: (-one[0], one[1].left.text, one[1].right.text))
        print(f"\n{title}")
        for off, pair in judged[:most]:
            if off > 0.5:
                sign = "=" if pair.label else "≠"
                print(f"  {abs(pair.label - off):.2f}  {sign}  {pair.left.text} | {pair.right.text}")


def main() -> None:
    options = argparse.ArgumentParser(description="translit beside its peers on labelled pairs")
    options.add_argument("eval", type=Path, nargs="?", help="the folder of development data")
    options.add_argument("--held-out", action="store_true")
    options.add_argument("--worst", type=int, default=0, metavar="N")
    options.add_argument("--most", type=int, default=1000, help="pairs of a set, at most")
    options.add_argument("--claims", type=Path, help="write the scores held out, for bench.reliability")
    options.add_argument("--only", default="", help="sets whose title holds this")
    chosen = options.parse_args()
    if chosen.eval is None:
        print("EVAL=… not given: not run")
        return
    made = {
        title: (kind, sampled([pair for pair in pairs if pair[0].split()], chosen.most))
        for title, (kind, pairs) in sets(chosen.eval).items()
        if chosen.only in title
    }
    if not chosen.worst:
        table(made, chosen.held_out, chosen.claims)
        return
    found = {title: read(pairs, kind) for title, (kind, pairs) in made.items()}
    with tempfile.TemporaryDirectory() as folder:
        worst(found, relearned(Path(folder), found), chosen.worst)


if __name__ == "__main__":
    main()
