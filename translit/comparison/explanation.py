"""A comparison as lines that a reviewer reads aloud."""

from __future__ import annotations

from translit.nouns import Comparison, Step
from translit.quick import told_by

__all__ = ["STEPS", "steps"]


def steps(why: str, found: Comparison) -> tuple[Step, ...]:
    """How each part of two names relates, and why they are kept apart beside that, if anything does."""
    lines = [
        Step(
            part.left.text if part.left else "–",
            part.right.text if part.right else "–",
            f"{part.relation}: {part.why}",
        )
        for part in found.parts
    ]
    return (*lines, Step(found.left.text, found.right.text, why)) if why else tuple(lines)


STEPS = told_by(lambda found: steps("", found))
"""The steps of a comparison, worked out when read."""
