"""The names of first-level units in the table held against those of CLDR.

Debian's package unicode-cldr-core has them, one XML file for each language.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from xml.etree import ElementTree

from translit.nouns import Row
from translit.place.generic import Generics, generics_of
from translit.place.nearness import compact, sounded
from translit.place.site import family_of
from translit.place.slavic import stem
from translit.tables import Tables
from translit.text.article import AL
from translit.text.clean import strip_harakat, strip_stress
from translit.text.script import script_of

__all__ = ["CLDR", "differences"]

CLDR = Path("/usr/share/unicode/cldr/common/subdivisions")
_NATIVE = {
    **{"BY": "be", "KZ": "kk", "MD": "ro", "GE": "ka", "AM": "hy", "AZ": "az", "KG": "ky", "TJ": "tg"},
    **{"RU": "ru", "UA": "uk", "TM": "tk", "UZ": "uz", "EE": "et", "LV": "lv", "LT": "lt"},
    **{"IR": "fa", "TR": "tr"},
}
_REVISED = frozenset(("IR", "MA"))  # whose codes are ISO 3166-2's of 2020 and 2015; CLDR has older ones
_ROOT = 3  # letters before the endings of Armenian and Georgian cases


def differences(tables: Tables, folder: Path) -> Iterator[tuple[Row, str, str, tuple[str, ...]]]:
    """Each row and column whose name is none of CLDR's for that ISO code: row, column, name, CLDR's names.

    Iran and Morocco are passed over: CLDR has their codes of before 2020 and 2015. What is compared is
    folded, without generics, articles and adjectival endings; what CLDR does not name in a language is
    passed over, as is a name that holds the other ("raionul Cahul" and Cahul).
    """
    generics = generics_of(tables)
    for row in tables.rows("place/unit"):
        if row["country"] in _REVISED:
            continue
        for column, language in (("native", _NATIVE.get(row["country"], "ar")), ("russian", "ru")):
            name = strip_harakat(row[column])
            told = _names(folder, language).get(row.id.replace("-", "").lower(), ())
            if not name or not told:
                continue
            family = family_of(row["country"]) if column == "native" else "ru"
            own = [_bare(form, family, generics) for form in (name, *row.many("also"))]
            theirs = [_bare(form, family, generics) for form in told]
            if not any(one in other or other in one for one in own for other in theirs if one and other):
                yield row, column, name, told


def _bare(name: str, family: str, generics: Generics) -> str:
    """A unit's name as it is compared."""
    plain = strip_stress(strip_harakat(name))
    parsed = generics.parse(plain)
    while parsed.rows and parsed.specific:
        plain = parsed.specific
        parsed = generics.parse(plain)
    plain = stem(plain)
    if script_of(plain) not in ("Arab", "Latn", "Cyrl"):
        return compact(plain)[:_ROOT]
    if script_of(plain) == "Arab":
        return compact(" ".join(word.removeprefix(AL) for word in plain.split()))
    return sounded(plain, family).removesuffix("sk").removesuffix("a")


@lru_cache(maxsize=32)
def _names(folder: Path, language: str) -> dict[str, tuple[str, ...]]:
    """CLDR's code → its names in a language; none where CLDR has no such file."""
    path = folder / f"{language}.xml"
    if not path.exists():
        return {}
    found: dict[str, tuple[str, ...]] = {}
    for entry in ElementTree.parse(path).iter("subdivision"):
        code = entry.get("type", "")
        found[code] = (*found.get(code, ()), entry.text or "")
    return found
