"""Does a score of 0.9 mean nine in ten? ``python -m bench.reliability EVAL [--draw FILE.svg]``.

Prints, for each set of `bench/evaldata.py` and for all of them together, how many pairs fall in
each tenth of the score, their mean score and the share that is the same name; and the expected
calibration error, the mean gap of the two. The scores are those of weights that have not seen the
pair (`bench/halves.py`). Then the same for the confidence with which a person's order is read, each
name both ways round, by weights that have not seen the name (`bench/unseen_order.py`). ``--draw``
writes the curves as an SVG.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.evaldata import sets
from bench.halves import crossed, read, sampled
from bench.unseen_order import Claim, relearned, russian
from bench.unseen_order import claims as order_claims

_BINS = 10
_SIDE = 360
_EDGE = 56
_COLOURS = ("#1b6ca8", "#c8553d", "#4b8f29")


def bins(claims: Sequence[Claim]) -> list[list[Claim]]:
    """The claims in ten bins of equal width."""
    found: list[list[Claim]] = [[] for _ in range(_BINS)]
    for claim in claims:
        found[min(_BINS - 1, int(claim[0] * _BINS))].append(claim)
    return found


def means(some: Sequence[Claim]) -> tuple[float, float]:
    """The mean claim of a bin and the share that was so."""
    return sum(claim for claim, _ in some) / len(some), sum(so for _, so in some) / len(some)


def error(claims: Sequence[Claim]) -> float:
    """The expected calibration error."""
    gaps = (abs(sum(claim - so for claim, so in some)) for some in bins(claims))
    return sum(gaps) / max(1, len(claims))


def told(title: str, claims: Sequence[Claim]) -> str:
    """One row of the table: each bin as mean claim → share (pairs)."""
    cells = []
    for some in bins(claims):
        claim, share = means(some) if some else (0.0, 0.0)
        cells.append(f"{claim:.2f} → {share:.2f} ({len(some)})" if some else "–")
    return f"| {title} | {len(claims)} | {error(claims):.3f} | {' | '.join(cells)} |"


def comparisons(folder: Path, most: int) -> dict[str, list[Claim]]:
    """Set → the held-out score of each pair and whether it is one name."""
    made = {title: read(sampled(pairs, most), kind) for title, (kind, pairs) in sets(folder).items()}
    scores = crossed(made)
    return {
        title: [(score, bool(pair.label)) for score, pair in zip(scores[title], pairs, strict=True)]
        for title, pairs in made.items()
    }


def _x(value: float) -> float:
    """Where a share stands across the drawing."""
    return _EDGE + value * _SIDE


def _y(value: float) -> float:
    """Where a share stands from the top of the drawing down."""
    return _EDGE / 2 + (1 - value) * _SIDE


def drawing(curves: dict[str, Sequence[Claim]]) -> str:
    """The curves as an SVG: the diagonal is a true claim, the area of a dot how many claims it stands for."""
    size = _SIDE + 2 * _EDGE
    height = size + 24 * len(curves)
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {height}" width="{size}"'
        f' height="{height}" font-family="sans-serif" font-size="12">',
        f'<rect width="{size}" height="{height}" fill="white"/>',
        *_grid(),
    ]
    for number, (title, claims) in enumerate(curves.items()):
        lines += _curve(title, claims, _COLOURS[number % len(_COLOURS)], size + 24 * number)
    return "\n".join([*lines, "</svg>", ""])


def _grid() -> Iterator[str]:
    """The tenths, the diagonal and the names of both sides."""
    for tenth in range(0, _BINS + 1, 2):
        at = tenth / _BINS
        x, y = _x(at), _y(at)
        yield f'<path d="M{x:.1f} {_y(0):.1f}V{_y(1):.1f}M{_x(0):.1f} {y:.1f}H{_x(1):.1f}" stroke="#ddd"/>'
        yield f'<text x="{x:.1f}" y="{_y(0) + 18:.1f}" text-anchor="middle">{at:.1f}</text>'
        yield f'<text x="{_x(0) - 8:.1f}" y="{y + 4:.1f}" text-anchor="end">{at:.1f}</text>'
    ends = f"M{_x(0):.1f} {_y(0):.1f}L{_x(1):.1f} {_y(1):.1f}"
    yield f'<path d="{ends}" stroke="#999" stroke-dasharray="4 4"/>'
    yield f'<text x="{_x(0.5):.1f}" y="{_y(0) + 38:.1f}" text-anchor="middle">claimed</text>'
    across, down = f"{_x(0) - 38:.1f}", f"{_y(0.5):.1f}"
    turned = f"rotate(-90 {across} {down})"
    yield f'<text x="{across}" y="{down}" text-anchor="middle" transform="{turned}">true</text>'


def _curve(title: str, claims: Sequence[Claim], colour: str, base: float) -> Iterator[str]:
    """One curve with its dots, and its line of the legend, which stands at `base`."""
    points = [(*means(some), len(some)) for some in bins(claims) if some]
    path = "L".join(f"{_x(claim):.1f} {_y(share):.1f}" for claim, share, _ in points)
    yield f'<path d="M{path}" fill="none" stroke="{colour}" stroke-width="1.5"/>'
    for claim, share, count in points:
        radius = 2 + 10 * (count / len(claims)) ** 0.5
        yield (
            f'<circle cx="{_x(claim):.1f}" cy="{_y(share):.1f}" r="{radius:.1f}" fill="{colour}"'
            f' fill-opacity="0.5"><title>{claim:.2f} claimed, {share:.2f} true, {count}</title></circle>'
        )
    yield f'<circle cx="{_EDGE + 6}" cy="{base}" r="6" fill="{colour}"/>'
    told = f"{title}: error {error(claims):.3f}, n = {len(claims):,}"
    yield f'<text x="{_EDGE + 20}" y="{base + 4}">{told}</text>'


def main() -> None:
    options = argparse.ArgumentParser(description="claimed against true, in ten bins")
    options.add_argument("eval", type=Path, nargs="?", help="the folder of development data")
    options.add_argument("--draw", type=Path, help="write the curves as an SVG")
    options.add_argument("--claims", type=Path, help="the scores that bench.compare --claims wrote")
    options.add_argument("--most", type=int, default=500, help="pairs of a set, at most")
    chosen = options.parse_args()
    if chosen.eval is None:
        print("EVAL=… not given: not run")
        return
    if chosen.claims and chosen.claims.is_file():
        found = {
            title: [(score, bool(label)) for score, label in claims]
            for title, claims in json.loads(chosen.claims.read_text(encoding="utf-8")).items()
        }
    else:
        found = comparisons(chosen.eval, chosen.most)
    with relearned(chosen.eval / "people" / "order.tsv") as tables:
        orders = order_claims(russian(chosen.eval), tables)
    pooled = {
        "compare, persons": [
            claim for title, some in found.items() if "places" not in title for claim in some
        ],
        "compare, places": [claim for title, some in found.items() if "places" in title for claim in some],
        "order of a person's name": orders,
    }
    tenths = " | ".join(f"{at / _BINS:.1f}–" for at in range(_BINS))
    print(f"| | claims | error | {tenths} |\n|{'---|' * (_BINS + 3)}")
    for title, claims in {**found, **pooled}.items():
        print(told(title, claims))
    everything = [claim for some in found.values() for claim in some]
    print(told("compare, all sets", everything))
    if chosen.draw:
        chosen.draw.write_text(drawing(pooled), encoding="utf-8")


if __name__ == "__main__":
    main()
