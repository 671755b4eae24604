"""A lone word in Latin letters that no row tells of: is its own form in Arabic letters or in Cyrillic ones?

What tells is how dear its best reading in either is, how its letters follow one another, whether it is shaped
as a Slavic surname; `tables/weights/lone.tsv` holds what each is worth.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import exp

from translit.canon.readers import either, reader
from translit.memory import once
from translit.nouns import Reading
from translit.origin.marks import is_unarabic
from translit.person.arabic.words import vocabulary
from translit.person.latin.natives import heard
from translit.person.latin.writers import PRESS
from translit.person.shape import shape
from translit.person.slavic.gender import gender_of_surname
from translit.quick import changed
from translit.romanization import latin_schemes, romanize
from translit.sounds import best, cost
from translit.tables import Tables
from translit.text.clean import joined

__all__ = [
    "arabic_share",
    "evidence",
    "in_cyrillic",
    "in_row",
    "is_but_heard",
    "is_sooner_arabic",
    "transcribed",
]

_WEIGHTS = "weights/lone"
_MOST = 60.0  # nats that a reading costs at most, and where there is none
_CLIP = 8.0
_FOREIGN = 8.0  # nats beyond which a lone word has no form in another script
_JUST_SO = 0.82  # the confidence of a word that sounds just as a row …
_HARDLY = 1.0  # … and the nats by which it must then be sooner Arabic than anything else
_HARDLY_HEARD = 0.01  # how likely a word must be an Arab's at least in which one is heard
_SHAPED = 2.0  # nats from which a Cyrillic word looks like a Slavic surname
_SURNAMES = "person/ru/surname"
_CARONS = str.maketrans("čšž", "csz")  # which Slovenes, Croats and Czechs have as well
_EITHER = 1.2  # nats by which a Cyrillic word may be sooner a Russian's and still be an Arab's


@once
def _weights(tables: Tables) -> dict[str, float]:
    """What each feature is worth for Arabic, in nats."""
    return {row.id: float(row["weight"]) for row in tables.rows(_WEIGHTS)}


def evidence(word: str, letters: float, tables: Tables) -> dict[str, float]:
    """What a word says for being an Arab's rather than a Russian's: named features, as they are weighed.

    `letters` is what they say for Russian rather than Arabic, in nats.
    """
    russian, arabic = (cost(word, family, tables=tables) for family in ("ru", "ar"))
    form = heard(word, PRESS, tables)
    shaped = shape(form.native, tables)[0] if form else 0.0
    return {
        "bias": 1.0,
        "cost-arabic": min(_MOST, _MOST if arabic is None else arabic),
        "cost-russian": min(_MOST, _MOST if russian is None else russian),
        "length": float(len(word)),
        "letters": min(max(letters, -_CLIP), _CLIP),
        "shape": min(max(shaped, 0.0), _CLIP),
    }


def arabic_share(word: str, sums: Sequence[float], tables: Tables) -> float:
    """How likely a lone Latin word is an Arab's, if it is an Arab's or a Russian's; `sums` as of its letters.

    >>> from translit.tables import built_in
    >>> [arabic_share(word, (0.0, 0.0, 0.0), built_in()) > 0.5 for word in ("Mouffok", "Naoumoff")]
    [True, False]
    """
    if is_unarabic(word, tables):
        return 0.0
    weights = _weights(tables)
    found = evidence(word, sums[0] - sums[1], tables)
    return 1 / (1 + exp(-sum([weights.get(name, 0.0) * value for name, value in found.items()])))


def is_sooner_arabic(word: str, sums: Sequence[float], tables: Tables, *, heard: bool = False) -> bool:
    """Is a lone Latin word that no row writes sooner an Arabic name than a Russian one?

    One in which a row is `heard` is, unless it is surely a Russian's: Ibrahimov, but not Houcine.
    """
    return arabic_share(word, sums, tables) > (_HARDLY_HEARD if heard else 0.5)


def is_but_heard(reading: Reading, ahead: float, tables: Tables) -> bool:
    """Is a lone Latin word an Arab's by its sound alone, and not surely: Hallin, which is not Helen?

    Neither a row nor a scheme writes it so, and it sounds not just as a row, or is hardly sooner an Arab's.
    """
    part = reading.parts[0] if reading.parts else reading  # an article alone has no part
    if reading.status != "ok" or part.row is None or (part.confidence > _JUST_SO and ahead > _HARDLY):
        return False
    known = vocabulary(tables)
    written = known.rows.written(joined(reading.text), "")  # but for its article: Sisi
    return part.row not in [entry.row for _, entry in written] and not known.made_by(reading.text)


def in_row(text: str, order: str, tables: Tables) -> Reading | None:
    """A lone Latin word that a scheme writes for a Russian's surname which a row has; None of any other.

    Bujarin, Nawalnaja, Šostakovič; not Harms or Kovač, which may be anybody's.
    """
    found = reader("ru")(text, tables=tables, order=order)
    if found.row is None or found.row.table != _SURNAMES or not found.native:
        return None
    native, word = found.native, text.lower()
    shaped = gender_of_surname(native.lower(), tables) or shape(native, tables)[0] > _SHAPED
    if not shaped and word.translate(_CARONS).isascii():
        return None
    written = (romanize(native, one, tables=tables).lower() == word for one in latin_schemes("ru", tables))
    return found if any(written) else None


def transcribed(reading: Reading, sums: Sequence[float], tables: Tables) -> Reading:
    """A lone word of no known origin with the native form that it had if it were Russian, or Arabic.

    As it is where it is surely foreign, or a table knows it as such.
    """
    if reading.status == "ok" or sums[2] - max(sums[0], sums[1]) > _FOREIGN:
        return reading
    if is_sooner_arabic(reading.text, sums, tables):
        native = best(reading.text, "ar", tables=tables)
    else:
        form = heard(reading.text, PRESS, tables)
        native = form and form.native
    return changed(reading, native=native) if native else reading


def in_cyrillic(text: str, sums: Sequence[float], order: str, tables: Tables) -> Reading | None:
    """A lone Cyrillic word that speaks for a Russian and is an Arab's name (Арафат); None of any other.

    A given name of Muslims (Аббас) stays a Russian's, where it is no Arab family's (Асад).
    """
    if not 0 <= sums[0] - sums[1] <= _EITHER or sums[2] > sums[0]:
        return None
    arabic = reader("ar")(text, tables=tables, order=order)
    part, russian = arabic.parts[0], reader("ru")(text, tables=tables, order=order)
    if part.row is None or (russian.status != "unknown" and part.role != "family"):
        return None
    return either(arabic, lambda: russian)
