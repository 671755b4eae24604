"""What was done to a Russian name, step by step."""

from __future__ import annotations

from collections.abc import Sequence

from translit.nouns import Reading, Step
from translit.person.slavic.cutting import Name
from translit.person.slavic.order import Assignment
from translit.quick import told_by

__all__ = ["plain_steps", "steps_of"]


def plain_steps(assignment: Assignment) -> tuple[Step, ...]:
    """The steps of a name without titles that stands in the nominative, worked out from its Reading."""
    return told_by(lambda reading: _written(reading.text, assignment, reading.parts, reading.canonical))


def steps_of(
    text: str, name: Name, assignment: Assignment, parts: Sequence[Reading], canonical: str
) -> tuple[Step, ...]:
    """What was done: the case and the order found, then every word written."""
    steps: list[Step] = []
    if name.inflected:
        upright = " ".join([item.text for item in name.words])
        if name.inflected != text:
            steps.append(Step(text, name.inflected, "words of the name"))
        steps.append(Step(name.inflected, upright, "put into the nominative"))
        text = upright
    return (*steps, *_written(text, assignment, parts, canonical))


def _written(text: str, assignment: Assignment, parts: Sequence[Reading], canonical: str) -> tuple[Step, ...]:
    """The words of a text in the order found, then written."""
    steps: list[Step] = []
    ordered = " ".join([part.text for part in parts])
    if ordered != text:
        turned = assignment[0] == "S" and len(parts) > 1
        steps.append(Step(text, ordered, "surname after the given name" if turned else "words of the name"))
    if canonical != ordered:
        why = "; ".join([_why(part) for part in parts if part.text != part.canonical])
        steps.append(Step(ordered, canonical, why))
    return tuple(steps)


def _why(part: Reading) -> str:
    """The row or the scheme that wrote a part."""
    return f"{part.text}: {part.row.table}:{part.row.id}" if part.row else f"{part.text}: press-en-ru"
