"""A part of a Russian name as a Reading: its native form, its Latin one, its key; by rule without a row."""

from __future__ import annotations

from translit.languages import languages, nations
from translit.memory import lasting, remembered
from translit.nouns import Reading, Row
from translit.person.latin.natives import Form, cased
from translit.person.shape import shape
from translit.quick import maker, rounded
from translit.romanization import RUSSIAN_PRESS, latin_schemes, romanize
from translit.sounds.keys import keyer
from translit.tables import Tables
from translit.text.clean import strip_stress
from translit.text.script import script_of

__all__ = [
    "by_row",
    "by_sound",
    "gender_by_shape",
    "key_of",
    "latin_of",
    "part_of",
    "scheme_of",
    "title_part",
    "usual_scheme",
]

_reading = maker(Reading)
_TABLE, _START = "spelling/ru/printed", "^"
_Put = tuple[tuple[str, str], ...]
_KNOWN, _UNKNOWN = 0.95, 0.6


@remembered(32768)
def key_of(word: str) -> str:
    """The key of a Russian word."""
    return keyer("ru")(word)


@remembered(8192)
def latin_of(native: str, scheme: str, tables: Tables) -> str:
    """A word as a scheme writes it."""
    return romanize(native, scheme, tables=tables)


@lasting(256)
def _hand(language: str, role: str, tables: Tables) -> tuple[str, bool, _Put, dict[str, str]]:
    """How papers write a language's names where no row does.

    The scheme, whether the language is a neighbour's, the ends that papers print otherwise than the scheme
    writes them, and the first letters of the native form that they do.
    """
    own = language in nations(tables)
    whose = ("neighbour", language) if own else ("",)
    rows = [row for row in tables.rows(_TABLE) if row["whose"] in whose and row["role"] in ("", role)]
    ends = [(row["end"], row["put"]) for row in rows if not row["end"].startswith(_START)]
    starts = {row["end"].removeprefix(_START): row["put"] for row in rows if row["end"].startswith(_START)}
    return (usual_scheme if own else scheme_of)(language, tables), own, tuple(ends), starts


@lasting(64)
def scheme_of(language: str, tables: Tables) -> str:
    """The scheme that writes a language's names where no row does."""
    known = languages(tables).get(language)
    return known.scheme if known and known.scheme else RUSSIAN_PRESS


def part_of(
    text: str,
    role: str,
    native: str | None,
    canonical: str,
    row: Row | None = None,
    known: bool = True,
    gender: str = "",
    sure: float | None = None,
) -> Reading:
    """A part in its role; `known` says whether its form is sure, `sure` how sure where that is told apart."""
    return _reading(
        text,
        canonical,
        native,
        "person",
        "ru",
        key_of(native or canonical),
        (_KNOWN if known else _UNKNOWN) if sure is None else sure,
        "ok" if known else "unknown",
        (),
        row,
        (),
        (),
        role,
        gender="m" if gender == "m" else "f" if gender == "f" else None,
    )


def by_row(text: str, role: str, row: Row, gender: str = "") -> Reading:
    """A part as its row has it."""
    return part_of(text, role, strip_stress(row.native), row.canonical, row, True, gender)


def by_sound(
    text: str,
    role: str,
    form: Form | None,
    tables: Tables,
    known: bool,
    gender: str = "",
    language: str = "ru",
) -> Reading:
    """A part no row has: as it is in Cyrillic, written by the scheme of its language."""
    if form is None or script_of(text) == "Cyrl":
        native, sure = (form.native if form else None), None
    else:
        native, sure = form.native, rounded(form.share)
    latin = _by_rule(native, role, language, tables) if native else cased(text)
    return part_of(text, role, native, latin, None, known, gender, sure)


def _by_rule(native: str, role: str, language: str, tables: Tables) -> str:
    """A part in Latin letters: by the scheme of its language, or as papers write a neighbour's names."""
    scheme, own, ends, starts = _hand(language, role, tables)
    latin = latin_of(native, scheme, tables)
    if own:
        latin = latin.replace("’", "")
        printed = starts.get(native[:1])
        if printed:
            latin = printed + latin[len(latin_of(native[0], scheme, tables)) :]
    for end, printed in ends:
        if latin.endswith(end):
            return latin[: -len(end)] + printed
    return latin


def title_part(text: str, row: Row) -> Reading:
    """A title before a name."""
    return part_of(text, "title", None, row.canonical, row)


def gender_by_shape(text: str, tables: Tables) -> str:
    """The gender that the shape of a given name tells."""
    female = shape(text, tables)[1]
    return "f" if female > 0 else "m"


@lasting(8)
def usual_scheme(language: str, tables: Tables) -> str:
    """The scheme that writes most of a nation's given names as papers do: fathers' names match them."""
    if language not in nations(tables):
        return RUSSIAN_PRESS
    names = [f"schemes/{language}/{one}" for one in latin_schemes(language, tables)]
    found: str = tables.kept(
        f"usual-{language}",
        [f"person/{language}/given", *names],
        (__file__,),
        lambda: _made_usual(language, tables),
    )
    return found


def _made_usual(language: str, tables: Tables) -> str:
    rows = [(strip_stress(row.native), row.canonical) for row in tables.rows(f"person/{language}/given")]
    found: dict[str, int] = {}
    for writer in latin_schemes(language, tables):
        latin = [romanize(native, writer, tables=tables).replace("’", "") for native, _ in rows]
        if all(map(str.isascii, latin)):  # papers print no marks
            found[writer] = sum(form == row[1] for form, row in zip(latin, rows, strict=True))
    return max(found, key=found.__getitem__, default=RUSSIAN_PRESS)
