"""The other names of a town that a reader needs: those that its native and English forms do not explain."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from translit.gazetteer.backwards import ascii_form
from translit.gazetteer.natives import UNSEEN, plain
from translit.gazetteer.scripts import SCRIPTS, family
from translit.place import read
from translit.place.nearness import articles, sounded, written_alike
from translit.place.skeleton import skeleton
from translit.tables import Tables
from translit.text.clean import clean, fold
from translit.text.script import script_of

__all__ = ["also_of", "is_machine_made", "unreached"]

_LARGE = 15_000  # people above which a town's alternates are tried


def also_of(city: Mapping[str, Any], native: str, canonical: str) -> list[str]:
    """The alternates that neither the native nor the canonical form explains, the main name first."""
    own = family(city["countrycode"])
    known = [form for form in (native, canonical) if form]
    if native and script_of(native) == "Arab" and script_of(canonical) == "Latn":
        known = [canonical, native]
    found = []
    main = unicodedata.normalize("NFC", city["name"])
    for name in (main, *sorted({unicodedata.normalize("NFC", name) for name in city["alternatenames"]})):
        script = script_of(name)
        if script not in ("Latn", "Cyrl", "Arab") or _is_address(name):
            continue
        name = plain(name, city["countrycode"]) if script != "Latn" else name.translate(UNSEEN)
        if script == "Latn" and is_machine_made(name):
            continue
        if script == "Latn" and (name != main or city["countrycode"] in SCRIPTS):
            name = ascii_form(name)
            if is_machine_made(name):  # a letter that is no plain one was left out: Ҡazan
                continue
        if len(name) > 1 and skeleton(name, own) and not any(_explains(form, name, own) for form in known):
            known.append(name)
            found.append(name)
    return found


def is_machine_made(name: str) -> bool:
    """True for the letter maps among GeoNames's alternates ("alkramt", "ftst althyb", "zu bu la").

    They, and airport codes, alone among its Latin names do not begin with a capital letter and go on small.

    >>> is_machine_made("alkramt"), is_machine_made("DAM"), is_machine_made("‘Ayn Ḩalāqīm")
    (True, True, False)
    """
    word = name.lstrip("'’‘ʿʾ`")
    return not word[:1].isupper() or (len(word) <= 4 and word.isupper())


def _is_address(name: str) -> bool:
    """Is this a name with the larger place after it ("Town, Province"), or one no cell can hold?

    >>> _is_address("فيدي، أرارات"), _is_address("Deir ez-Zor")
    (True, False)
    """
    return any(sign in name for sign in ",،;|\t/()")


def _is_word(name: str) -> bool:
    """Can a name stand in a cell of several?"""
    return not _is_address(name) and bool(ascii_form(name))


def _explains(form: str, name: str, own: str) -> bool:
    """Does one form bring a reader to another name: the same sounds in a script that shows them?"""
    if (script_of(form) == "Arab") != (script_of(name) == "Arab"):
        return False
    if written_alike(name, form, own) is not None:
        return True
    return (
        sounded(name, own) == sounded(form, own)
        and skeleton(name, own) == skeleton(form, own)
        and articles(name) <= articles(form)
    )


def unreached(
    cities: Sequence[Mapping[str, Any]], towns: Mapping[str, Sequence[str]], home: Path
) -> dict[str, list[str]]:
    """The Latin alternates of cities over 15,000 that do not surely lead to them by the tables in a folder.

    Left out where the place they lead to bears the same name in the source: two places of one name.
    """
    bearers: dict[str, set[str]] = defaultdict(set)
    for city in cities:
        for name in (city["name"], *city["alternatenames"]):
            bearers[fold(name)].add(f"geonames:{city['geonameid']}")
    tables = Tables(home)
    found: dict[str, list[str]] = defaultdict(list)
    for city in cities:
        number = f"geonames:{city['geonameid']}"
        if city["population"] <= _LARGE or number not in towns:
            continue
        for name in sorted(set(city["alternatenames"])):
            if script_of(name) != "Latn" or is_machine_made(name) or not _is_word(name):
                continue
            answer = read(clean(name)[0], tables=tables)
            reached, borne = answer.row.id if answer.row else "", bearers[fold(name)]
            doubted = reached == number and answer.status != "ok" and len(borne) == 1
            if doubted or (reached != number and reached not in borne):
                plain_name = ascii_form(name)
                if not is_machine_made(plain_name):
                    found[number].append(plain_name)
    return found
