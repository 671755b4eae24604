"""What stands beside a place's name in tables and feeds: a code, degrees, the sign of a hashtag."""

from __future__ import annotations

import re
from collections.abc import Collection

from translit.text.script import script_of

__all__ = ["unlabelled"]

_SIGNS = frozenset("#_0123456789")
_CODE = re.compile(r"(?<!\w)([A-Z]{2})[A-Z]?\d{2,}(?!\w)")  # SY02, IQG15, UA1400000000000
_SPHERE = r"(?:\s?[NSEWСЮВЗ](?!\w))?"  # the letter of a hemisphere
_DEGREES = re.compile(
    rf"(?<![\w.])[-+−]?\d{{1,3}}(?:\.\d+\s?°?|\s?°\s?(?:\d+\s?[′'’]\s?)?(?:[\d.]+\s?[″\"”]\s?)?){_SPHERE}"
)
_EDGES = " ,;:-–—/|"
_EMPTY = re.compile(r"[(\[]\s*(?:[\w.]+:)?[\s,;/|]*[)\]]")
_TIED = re.compile(r"^(\w{1,4}\.)(?=[^\W\d_]{2})")


def unlabelled(text: str, countries: Collection[str]) -> tuple[str, str]:
    """A place's name without its labels, and the country whose code stands beside it.

    >>> unlabelled("SY0200 - Jebel Saman", ("SY",)), unlabelled("36.2021, 37.1343 Aleppo", ())
    (('Jebel Saman', 'SY'), ('Aleppo', ''))
    >>> unlabelled("Bakhmut (48°35′41″N 37°59′59″E)", ()), unlabelled("#Deir_ez_Zor", ())
    (('Bakhmut', ''), ('Deir ez Zor', ''))
    >>> unlabelled("с.Роботине", ()), unlabelled("T4", ()), unlabelled("Kilometre 5", ())
    (('с. Роботине', ''), ('T4', ''), ('Kilometre 5', ''))
    """
    if "." in text:
        text = _TIED.sub(r"\1 ", text)
    if _SIGNS.isdisjoint(text):
        return text, ""
    bare, country = _DEGREES.sub(" ", text), ""
    for code in _CODE.finditer(bare):
        if code[1] in countries:
            bare, country = bare.replace(code[0], " "), code[1]
    bare = _EMPTY.sub(" ", bare.replace("_", " ").lstrip("#")).strip(_EDGES)
    return (" ".join(bare.split()), country) if script_of(bare) else (text, "")
