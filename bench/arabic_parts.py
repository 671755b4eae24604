"""The parts of Arabic names in their roles, on names labelled by hand: `python -m bench.arabic_parts`.

`tests/cases/arabic-parts.tsv` holds the labels. A part counts as found when its role and its words
are those of the label; a name counts when all its parts are, and its canonical form when it is the
label's letter by letter. `--show` prints what was missed, `--orders` reads every name of two parts
(given name and surname) in both orders.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from pathlib import Path

from translit.person.arabic import read
from translit.text.clean import clean

_LABELS = Path(__file__).resolve().parent.parent / "tests" / "cases" / "arabic-parts.tsv"


def labels() -> list[tuple[str, Counter[str], str]]:
    """Text, labelled parts ("role:words", counted) and canonical form of every line."""
    lines = _LABELS.read_text(encoding="utf-8").splitlines()[1:]
    found = []
    for line in lines:
        text, parts, canonical, _ = line.split("\t")
        found.append((text, Counter(parts.split("|")), canonical))
    assert found, f"{_LABELS} has no lines"
    return found


def parts_of(text: str) -> tuple[Counter[str], str]:
    """The parts read from a text as the labels write them, and its canonical form."""
    reading = read(clean(text)[0])
    return Counter(f"{part.role}:{part.text}" for part in reading.parts), reading.canonical


def roles(show: bool) -> None:
    """Print the shares of parts, whole names and canonical forms that are right."""
    right = total = names = canonicals = 0
    started = time.perf_counter()
    lines = labels()
    for text, expected, canonical in lines:
        found, written = parts_of(text)
        hits = sum((found & expected).values())
        right += hits
        total += sum(expected.values())
        names += found == expected
        canonicals += written == canonical
        if show and found != expected:
            print(f"parts  {text}: {'|'.join(found)}; labelled {'|'.join(expected)}")
        if show and written != canonical:
            print(f"form   {text}: {written}; labelled {canonical}")
    took = time.perf_counter() - started
    print(f"parts in their roles   {right / total:.1%} of {total}")
    print(f"whole names            {names / len(lines):.1%} of {len(lines)}")
    print(f"canonical forms        {canonicals / len(lines):.1%} of {len(lines)} ({took:.2f} s, cold)")


def orders() -> None:
    """Print how often a name of two parts is read right, in both of its orders."""
    tally: Counter[str] = Counter()
    for _, expected, _ in labels():
        role = dict(part.split(":", 1) for part in expected)
        if len(expected) != 2 or "ism" not in role or not (role.keys() & {"family", "nisba"}):
            continue
        given, surname = role["ism"], role.get("family") or role["nisba"]
        verdicts = []
        for text in (f"{given} {surname}", f"{surname} {given}"):
            reading = read(clean(text)[0])
            ism = next((part.text for part in reading.parts if part.role == "ism"), None)
            sure = reading.status != "ambiguous"
            verdicts.append("right" if ism == given else "ambiguous" if not sure else "wrong")
            tally["sure and wrong"] += ism != given and sure and reading.confidence >= 0.8
        tally["both right"] += verdicts == ["right", "right"]
        tally["right or ambiguous"] += "wrong" not in verdicts
        tally["names"] += 1
    for name in ("both right", "right or ambiguous"):
        print(f"{name:22s} {tally[name] / tally['names']:.1%} of {tally['names']}")
    print(f"sure and wrong         {tally['sure and wrong'] / (2 * tally['names']):.1%} of the readings")


if __name__ == "__main__":
    roles("--show" in sys.argv)
    orders()
