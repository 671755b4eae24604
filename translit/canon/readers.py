"""The reader of each family of languages, and a name's Reading as that of a longer text."""

from __future__ import annotations

from collections.abc import Callable

from translit.memory import lasting
from translit.nouns import Reading, Step
from translit.quick import changed, later

__all__ = ["NOMINATIVE", "Read", "as_of", "either", "of_longer", "reader"]

NOMINATIVE = "put into the nominative"
Read = Callable[[str], Reading]


def as_of(text: str, reading: Reading, *steps: Step) -> Reading:
    """The Reading of a name as that of the text that it came of by some steps; what waits waits on."""
    return changed(
        reading,
        text=text,
        others=later(lambda: reading.others),
        steps=later(lambda: (*steps, *reading.steps)),
    )


def of_longer(text: str, name: str, reading: Reading, why: str) -> Reading:
    """The Reading of a name as that of a text that says more, and the first step, why it is."""
    step = Step(text, name, why)
    return changed(reading, text=text, steps=later(lambda: (step, *reading.steps)))


def either(reading: Reading, other: Callable[[], Reading]) -> Reading:
    """A name that may as well be read otherwise; `other` reads it so when somebody asks."""
    others = later(lambda: (changed(other(), others=()), *reading.others))
    return changed(reading, status="ambiguous", others=others)


@lasting(4)
def reader(family: str) -> Callable[..., Reading]:
    """The reader of a family of languages; its room opens at the first name of the family."""
    if family == "ru":
        from translit.person.slavic import reading as slavic

        return slavic.read
    if family == "ar":
        from translit.person import arabic

        return arabic.read
    from translit.person import foreign

    return foreign.read
