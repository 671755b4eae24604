"""The sets of labelled pairs that a table of spellings allows, and the rows of the accuracy page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from unidecode import unidecode

from translit.evaluation.negatives import Fits, Named, Pair, hard_pairs
from translit.languages import Language, languages
from translit.tables import built_in
from translit.text.article import AL
from translit.text.clean import fold
from translit.text.script import script_of

__all__ = ["ROWS", "Sets", "lacking", "people", "places", "script", "singles"]

Sets = dict[str, tuple[str, list[Pair]]]  # title → kind, pairs
Row = Mapping[str, str]

_MOST = 3000
_SCRIPTS = {"Cyrl": "Cyrillic", "Arab": "Arabic"}

# What docs/explanation/accuracy.md has rows for, and what data each of them wants.
ROWS = {
    "Russian persons, Latin–Latin": "group_id, name and lang_origin = ru",
    "Russian persons, Cyrillic–Latin": "group_id, name in both scripts and lang_origin = ru",
    "Arabic persons, full names, Latin–Latin": "group_id, name and lang_origin = ar",
    "Arabic persons, with shortened names": "the same, with rel_to_primary = subset",
    "Arabic persons, half Arabic script": "group_id, name in both scripts and lang_origin = ar",
    "Arabic single names, Arabic–Latin": "native (Arabic) and latin",
    "places: Syria": "group_id, name and country = SY",
    "Latin → Cyrillic, Russian surnames": "names whose spellings taught nothing: python -m bench.sounds EVAL",
    "Latin → Arabic": "the same",
    "catalogue names in plain ASCII → Arabic": "the same, with library headings",
}


def lacking(found: Iterable[str]) -> dict[str, str]:
    """The rows of the accuracy page that these sets do not fill, with what each of them wants.

    >>> "places: Syria" in lacking(["Russian persons, Latin–Latin"])
    True
    """
    titles = set(found)
    return {title: wants for title, wants in ROWS.items() if title not in titles}


def script(text: str) -> str:
    """Cyrl, Arab, or Latn for every other script.

    >>> script("Иван"), script("Ivan"), script("إيفان")
    ('Cyrl', 'Latn', 'Arab')
    """
    found = script_of(text)
    return found if found in _SCRIPTS else "Latn"


def _in_scripts(left: str, right: str) -> Fits:
    return lambda a, b: script(a) == left and script(b) == right and a.lower() != b.lower()


def people(rows: Iterable[Row], most: int = _MOST) -> Sets:
    """The sets of a table of people: group_id, name, and lang_origin and rel_to_primary if there are any.

    >>> rows = [{"group_id": g, "lang_origin": "ru", "name": n} for g, n in
    ...         (("1", "Ivan Petrov"), ("1", "Iwan Petrow"), ("2", "Ivan Pavlov"))]
    >>> {title: len(pairs) for title, (_, pairs) in people(rows).items()}
    {'Russian persons, Latin–Latin': 2}
    """
    by_language: dict[str, list[Row]] = {}
    for row in rows:
        by_language.setdefault(row.get("lang_origin", ""), []).append(row)
    found: Sets = {}
    for name, group in sorted(by_language.items()):
        found |= _of_language(languages().get(name), name, group, most)
    return {title: (kind, pairs) for title, (kind, pairs) in found.items() if pairs}


def _of_language(language: Language | None, name: str, rows: list[Row], most: int) -> Sets:
    """The sets of the people of one language."""
    title = f"{language.title if language else name} persons".strip()
    arabic = language is not None and language.family == "ar"
    full = [_named(row) for row in rows if row.get("rel_to_primary", "") in ("", "anchor", "same")]
    latin = hard_pairs(full, _in_scripts("Latn", "Latn"), most)
    found: Sets = {f"{title}, {'full names, ' if arabic else ''}Latin–Latin": ("person", latin)}
    shorter = [
        _named(row) for row in rows if row.get("rel_to_primary", "") in ("", "anchor", "same", "subset")
    ]
    if len(shorter) > len(full):
        found[f"{title}, with shortened names"] = (
            "person",
            hard_pairs(shorter, _in_scripts("Latn", "Latn"), most),
        )
    for code, called in _SCRIPTS.items():
        native = hard_pairs(full, _in_scripts(code, "Latn"), most)
        if arabic and code == "Arab":
            found[f"{title}, half Arabic script"] = "person", native + latin[: len(native)]
        else:
            found[f"{title}, {called}–Latin"] = "person", native
    return found


def _named(row: Row) -> Named:
    return row["group_id"], row["name"]


def places(rows: Iterable[Row], most: int = _MOST) -> Sets:
    """The sets of a table of places, one for each country: group_id, name, country."""
    by_country: dict[str, list[Named]] = {}
    for row in rows:
        by_country.setdefault(row.get("country", ""), []).append(_named(row))
    called = {row.id: row.canonical for row in built_in().rows("place/country")}
    found: Sets = {}
    for country, names in sorted(by_country.items()):
        pairs = hard_pairs(names, _otherwise, most)
        if pairs:
            found[f"places: {called.get(country, country)}".removesuffix(": ")] = "place", pairs
    return found


def _otherwise(left: str, right: str) -> bool:
    return unidecode(left).lower() != unidecode(right).lower()


def singles(rows: Iterable[Row], most: int = _MOST) -> Sets:
    """The sets of a table of single names: native and latin."""
    by_script: dict[str, list[Named]] = {}
    for row in rows:
        group = fold(row["native"]).removeprefix(AL)
        pair = (group, row["native"]), (group, row["latin"])
        by_script.setdefault(script(row["native"]), []).extend(pair)
    found: Sets = {}
    for code, title in (("Arab", "Arabic"), ("Cyrl", "Russian")):
        pairs = hard_pairs(by_script.get(code, ()), _in_scripts(code, "Latn"), most)
        if pairs:
            found[f"{title} single names, {_SCRIPTS[code]}–Latin"] = "person", pairs
    return found
