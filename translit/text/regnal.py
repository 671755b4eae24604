"""The numbers of kings and popes: Mohammed VI, Николай II, محمد السادس."""

from __future__ import annotations

import re

__all__ = ["ORDINALS", "regnal"]

ORDINALS = {
    "الأول": "I", "الاول": "I", "الثاني": "II", "الثالث": "III", "الرابع": "IV", "الخامس": "V",
    "السادس": "VI", "السابع": "VII", "الثامن": "VIII", "التاسع": "IX", "العاشر": "X",
}  # fmt: skip
"""The ordinals that Arabs put after the name of a ruler, and their Roman numbers."""

_LETTERS = frozenset("IVX")
_ROMAN = re.compile("(?<!\\S)[IVX]{2,}(?!\\w)")
_LONE = re.compile("(?<=[^\\s.]{2} )[IVX](?=\\.?$)")  # elsewhere a letter alone is an initial
_ORDINAL = re.compile(f"(?<= )(?:{'|'.join(ORDINALS)})(?!\\S)")


def regnal(text: str) -> str:
    """The Roman number of a ruler that a name has, empty for a name without.

    >>> regnal("Mohammed VI"), regnal("Николай I"), regnal("محمد السادس"), regnal("Ivan I. Petrov")
    ('VI', 'I', 'VI', '')
    """
    if not _LETTERS.isdisjoint(text):
        found = _ROMAN.search(text) or _LONE.search(text)
        if found:
            return found[0]
    ordinal = _ORDINAL.search(text) if text[-1:] > "\u0600" else None
    return ORDINALS[ordinal[0]] if ordinal else ""
