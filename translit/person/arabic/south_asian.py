"""Compounds as South Asians write them, with their own link: Ziaur Rahman, Inzamam-ul-Haq.

They mean what Arabs write with the article (ضياء الرحمن), and have its native form and key; in Latin
letters they stay as they are written, as Mehmet does.
"""

from __future__ import annotations

from itertools import product

from translit.nouns import Reading
from translit.patterns import holding, pattern
from translit.quick import changed
from translit.text.article import AL
from translit.text.case import capitalise

__all__ = ["as_linked", "may_be_linked"]

_SIGN = pattern("[uU](?<=[a-zA-Z -].)[lrstzLRSTZ][ -][a-zA-Z]{3}")  # a search is for its first letter
_has_link = holding(map("".join, product("uU", "lrstzLRSTZ", " -")))
_APART = pattern(r"(?i)([a-z]{3,})[ -](u[lrstz])[ -]([a-z]{3,})")
_JOINED = pattern(r"(?i)([a-z]{2,}u[lrstz])[ -]([a-z]{3,})")
_ARTICLE, _SERVANT, _FAITH = " al-", "Abd ", "al-Din"
_ROLES = ("ism", "nasab", "family", "nisba")


def may_be_linked(text: str) -> bool:
    """May a text have a compound with such a link, by its letters alone?

    >>> may_be_linked("Ziaur Rahman"), may_be_linked("Diya al-Rahman")
    (True, False)
    """
    return text.isascii() and _has_link(text) and _SIGN.search(text) is not None


def as_linked(reading: Reading) -> Reading:
    """The Reading of a name with its compounds as South Asians write them, where no part is an Arab's.

    That is one with the article: Saif ul-Islam Gaddafi is of القذافي.
    """
    written = [_written(part) for part in reading.parts]
    if not any(written):
        return reading
    if any(_is_arabs(part) for part, own in zip(reading.parts, written, strict=True) if not own):
        return reading
    parts = tuple(
        [
            changed(part, canonical=own) if own else part
            for part, own in zip(reading.parts, written, strict=True)
        ]
    )
    forms = {old.canonical: new.canonical for old, new in zip(reading.parts, parts, strict=True)}
    return changed(
        reading,
        canonical=" ".join([part.canonical for part in parts if part.role != "title"]),
        parts=parts,
        given=forms.get(reading.given or "", reading.given),
        surname=forms.get(reading.surname or "", reading.surname),
    )


def _written(part: Reading) -> str:
    """A compound as it is written with its link; "" for any other part of a name."""
    form = part.canonical
    if part.role not in _ROLES or _ARTICLE not in form or form.startswith(_SERVANT) or form.endswith(_FAITH):
        return ""
    apart = _APART.fullmatch(part.text)
    if apart:
        first, link, last = apart.groups()
        return f"{capitalise(first.lower())}-{link.lower()}-{capitalise(last.lower())}"
    joined = _JOINED.fullmatch(part.text)
    return " ".join(map(capitalise, joined.groups())) if joined else ""


def _is_arabs(part: Reading) -> bool:
    """Has a part the article, in either script?"""
    return part.canonical.startswith("al-") or (part.native or "").startswith(AL)
