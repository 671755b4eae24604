"""What pymorphy3's dictionary knows of a word in a case: Волка is of Волк."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from translit.memory import once

__all__ = ["nominatives"]


@once
def _morphology() -> Any:
    """pymorphy3's analyser, loaded at the first inflected surname that needs it.

    Told where its dictionary is, it looks through no other packages for one; it is not asked which parse
    is likelier.
    """
    from pymorphy3 import MorphAnalyzer
    from pymorphy3_dicts_ru import get_path

    return MorphAnalyzer(path=get_path(), probability_estimator_cls=None)


@lru_cache(maxsize=8192)
def nominatives(word: str, gender: str) -> frozenset[str]:
    """The nominatives pymorphy3 knows of a surname, a being or an adjective: Волка is of Волк.

    Inflected, not lemmatised: Юрьевича is of Юрьевич.
    """
    wanted = "masc" if gender == "m" else "femn"
    found = set()
    for parse in _morphology().parse(word):
        tag = parse.tag
        if ("anim" in tag or "ADJF" in tag) and tag.gender in (None, wanted) and "nomn" not in tag:
            upright = parse.inflect({"nomn", "sing", wanted}) or parse.inflect({"nomn", "sing"})
            if upright is not None:
                found.add(upright.word if "ё" in word else upright.word.replace("ё", "е"))
    return frozenset(found)
