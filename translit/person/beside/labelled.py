"""A name each of whose parts has a label (Surname: Kovalchuk; Given name: Yuri), of `person/apposition`."""

from __future__ import annotations

import re

from translit.lookup import is_placeholder
from translit.memory import once
from translit.patterns import pattern
from translit.person.beside.leads import LABEL, PART, TABLE, any_of
from translit.tables import Tables

__all__ = ["labelled"]

_SURNAME, _GIVEN, _PATRONYMIC, _TITLE, _WHOLE = "surname", "given", "patronymic", "title", "whole"
_AROUND = " ,،;؛.|/–—-"


class _Labels(dict[str, str]):
    """Which part of a name each label in small letters stands before, and the pattern of all."""

    pattern: re.Pattern[str]


@once
def _labels(tables: Tables) -> _Labels:
    """The labels of the tables."""
    rows = [row for row in tables.rows(TABLE) if row["takes"] in (PART, LABEL)]
    labels = _Labels(
        {
            text.lower(): row["tells"] if row["takes"] == PART else _WHOLE
            for row in rows
            for text in (row.native, *row.many("also"))
        }
    )
    labels.pattern = pattern(rf"(?:^|(?<=[\s,،;؛.|/(]))({any_of(labels)})\s*[:=]\s*", re.IGNORECASE)
    return labels


def labelled(text: str, tables: Tables) -> str | None:
    """A name as people write it of which each part has a label; None of any other.

    >>> from translit.tables import built_in
    >>> labelled("Surname: KOVALCHUK; Given name: Yuri; Patronymic: Valentinovich", built_in())
    'KOVALCHUK, Yuri Valentinovich'
    >>> labelled("Title: Maulavi Name: ABDUL HAI", built_in()), labelled("Name: Yuri", built_in())
    ('Maulavi ABDUL HAI', None)
    """
    if ":" not in text and "=" not in text:
        return None
    labels = _labels(tables)
    before, *found = labels.pattern.split(text)
    if before.strip() or len(found) < 4:  # two labels, each with what it stands before
        return None
    told: dict[str, list[str]] = {}
    for label, value in zip(found[::2], found[1::2], strict=True):
        part = value.strip(_AROUND)
        stands = labels[label.lower()]
        if part and not is_placeholder(part, tables) and not (stands == _TITLE and ":" in part):
            told.setdefault(stands, []).append(part)
    surname, given, patronymic, title, whole = (
        " ".join(told.get(part, ())) for part in (_SURNAME, _GIVEN, _PATRONYMIC, _TITLE, _WHOLE)
    )
    if whole and not given and (surname or patronymic) and surname not in whole:
        given = whole  # Name: Ivan; Surname: Petrov
    first = f"{given} {patronymic}".strip()
    name = ", ".join(filter(None, (surname, first))) if given or not whole else whole
    return f"{title} {name}".strip() if name else None
