"""The Reading of a place that a row of the tables gives."""

from __future__ import annotations

import math

from translit.languages import language_of
from translit.nouns import Reading, Step
from translit.place.atlas import Atlas, Site
from translit.place.candidate import Candidate
from translit.place.generic import Parsed
from translit.place.nearness import without_article
from translit.place.sentence import Cut
from translit.sounds import key
from translit.tables import Tables
from translit.text.clean import fold, strip_harakat, strip_stress
from translit.text.script import script_of

__all__ = ["key_of", "listed", "parts_of", "plain"]


def listed(cut: Cut, found: Candidate, share: float, book: Atlas, style: str) -> Reading:
    """The Reading that a row gives."""
    site = found.site
    canonical = site["canonical"]
    if style == "endonym":
        canonical = book.endonym(site) or canonical
    parsed = book.generics.parse(cut.head)
    why = f"{site.row.table}:{site.row.line}" + (f", {found.cost:.1f} nats away" if found.cost else "")
    if found.odds is not None:
        why += f", misspelt: odds {math.exp(min(found.odds, 9.9)):.1f} to 1"
    if found.why != "as written":
        why = f"{found.why}; {why}"
    return Reading(
        text=cut.text,
        canonical=canonical,
        native=plain(site["native"]) or None,
        kind="place",
        origin=_origin(site, book.tables),
        key=key_of(canonical, site.family, book),
        confidence=round(min(share, 0.99), 4),
        status="ok",
        parts=parts_of(canonical, parsed, site.family, book),
        row=site.row,
        steps=(*cut.steps, Step(cut.head, canonical, why)),
        place=site.place,
    )


def _origin(site: Site, tables: Tables) -> str | None:
    """The language of a site's name, of those translit knows."""
    country = site.countries[0]
    if script_of(site["native"]) == "Arab":
        return "ar" if country != "IR" else None
    language = language_of(country, tables)
    return language.id if language else None


def plain(native: str) -> str:
    """A native form as newspapers print it, without vowel marks and stress.

    >>> plain("о́бласть"), plain("حَلَب")
    ('область', 'حلب')
    """
    return strip_stress(strip_harakat(native))


def key_of(canonical: str, family: str, book: Atlas) -> str:
    """The key of a composed name: its specific as it sounds, its generic as it is.

    >>> from translit.place.atlas import atlas
    >>> key_of("Rostov Oblast", "ru", atlas())
    'rstv oblast'
    """
    parsed = book.generics.parse(canonical)
    sound = " ".join(key(word, family) for word in _words(parsed.specific))
    return f"{sound} {fold(parsed.generic)}".strip()


def _words(specific: str) -> list[str]:
    """The words of a specific without the article."""
    return without_article(specific.replace("-", " ")).split()


def parts_of(canonical: str, parsed: Parsed, family: str, book: Atlas) -> tuple[Reading, ...]:
    """Generic and specific of a composed name; none for a bare one.

    >>> from translit.place.atlas import atlas
    >>> book = atlas()
    >>> name = "Rostov Oblast"
    >>> [(part.role, part.canonical) for part in parts_of(name, book.generics.parse(name), "ru", book)]
    [('specific', 'Rostov'), ('generic', 'Oblast')]
    """
    composed = book.generics.parse(canonical)
    if not composed.rows and not parsed.rows:
        return ()
    generic = Reading(
        text=parsed.generic,
        canonical=composed.generic or (parsed.rows[0].canonical if parsed.rows else ""),
        kind="place",
        key=fold(composed.generic),
        role="generic",
        row=parsed.rows[0] if parsed.rows else None,
    )
    specific = Reading(
        text=parsed.specific,
        canonical=composed.specific,
        kind="place",
        key=" ".join(key(word, family) for word in _words(composed.specific)),
        role="specific",
    )
    return (generic, specific) if parsed.leads else (specific, generic)
