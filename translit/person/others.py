"""The readings of a name behind the best: the same words, in other forms of their own script."""

from __future__ import annotations

from collections.abc import Sequence

from translit.nouns import Reading, Step
from translit.quick import changed, later

__all__ = ["further"]

_EACH = 4  # ways of one part
_LEAST = 0.01  # the confidence of a reading that is worth telling
_MOST = 8
_NAMES = ("given", "patronymic", "surname")


def further(reading: Reading, ways: Sequence[Sequence[Reading]], sure: float) -> list[Reading]:
    """The readings that other ways of their parts make of a name, likeliest first.

    `ways` has for each part that is no title the part itself and what else it may be, `sure` is how sure
    the order of the parts is.
    """
    told = {_whole([options[0] for options in ways])}
    titles = reading.parts[: len(reading.parts) - len(ways)]
    found: list[Reading] = []
    for likely, places in _likeliest([options[:_EACH] for options in ways]):
        confidence = round(sure * likely, 4)
        if confidence < _LEAST or len(found) == _MOST:
            break
        parts = tuple([options[place] for options, place in zip(ways, places, strict=True)])
        whole = _whole(parts)
        if whole not in told:
            told.add(whole)
            found.append(_made(reading, titles, parts, whole, confidence))
    return found


def _whole(parts: Sequence[Reading]) -> tuple[str, str | None]:
    """The canonical and the native form of a name, None for the latter where a part has none."""
    natives = [part.native for part in parts if part.native]
    native = " ".join(natives) if len(natives) == len(parts) else None
    return " ".join([part.canonical for part in parts]), native


def _likeliest(ways: Sequence[Sequence[Reading]]) -> list[tuple[float, tuple[int, ...]]]:
    """The likeliest choices of a way for each part, as the numbers of the ways: as many as may be told.

    Part by part, since what is not among the likeliest beginnings can be none of the likeliest wholes:
    all the choices of a name of fourteen words would not fit into memory.
    """
    chosen: list[tuple[float, tuple[int, ...]]] = [(1.0, ())]
    for options in ways:
        longer = [
            (likely * option.confidence, (*places, place))
            for likely, places in chosen
            for place, option in enumerate(options)
        ]
        chosen = sorted(longer, key=lambda one: (-one[0], one[1]))[: _MOST + 1]
    return chosen


def _made(
    reading: Reading,
    titles: tuple[Reading, ...],
    parts: tuple[Reading, ...],
    whole: tuple[str, str | None],
    confidence: float,
) -> Reading:
    """A reading with other parts, of the forms of the whole."""
    canonical, native = whole
    why = f"or {native or canonical}"
    arabic = reading.origin == "ar"
    keys = [part.key for part in parts]
    return changed(
        reading,
        canonical=canonical,
        native=native,
        key=" ".join(keys if arabic else sorted(keys)),
        confidence=confidence,
        parts=(*titles, *parts),
        row=parts[0].row if len(parts) == 1 else None,
        others=(),
        steps=later(lambda: (*reading.steps, Step(reading.canonical, canonical, why))),
        **(_arabic(parts) if arabic else _slavic(parts)),
    )


def _slavic(parts: tuple[Reading, ...]) -> dict[str, str | None]:
    """Given names, patronymics and surnames, each in one."""
    return {
        role: " ".join([part.canonical for part in parts if part.role == role]) or None for role in _NAMES
    }


def _arabic(parts: tuple[Reading, ...]) -> dict[str, str | None]:
    """The first ism and the last family name or nisba."""
    isms = [part.canonical for part in parts if part.role == "ism"]
    last = [part.canonical for part in parts if part.role in ("family", "nisba")]
    return {"given": isms[0] if isms else None, "surname": last[-1] if last else None}
