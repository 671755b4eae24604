"""An initial as a part: the letter that stands for a name, in its own script too where that is sure."""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import lru_cache
from itertools import product

from translit.nouns import Reading
from translit.person.names import commonness
from translit.person.parts.making import key_of, part_of
from translit.quick import changed
from translit.romanization import PRESSES, RUSSIAN_PRESS, latin_schemes, romanize
from translit.tables import Tables
from translit.text.clean import strip_stress
from translit.text.script import script_of
from translit.text.words import is_initial

__all__ = ["initial_part"]

_SURE = 0.9  # of the people whose given names begin so in Latin, how many must share the first letter
_LEAST = 0.001  # and of all people
_TIE = "\N{COMBINING DOUBLE INVERTED BREVE}"  # with which libraries tie the letters of one sound
_TELLING = 2  # letters of a name by which schemes tell how to write the first


def initial_part(text: str, role: str, language: str, tables: Tables) -> Reading:
    """A letter standing for a name: "Р." is "R."; a Latin one may stand for several letters of a language.

    Several Latin letters that surely stand for one are written as English papers write it: "Ju." is "Yu.".

    >>> from translit.tables import built_in
    >>> parts = [initial_part(one, "given", "ru", built_in()) for one in ("Ж.", "V.", "Sh.", "Ju.", "Y.")]
    >>> [(part.canonical, part.native) for part in parts]
    [('Zh.', 'Ж.'), ('V.', 'В.'), ('Sh.', 'Ш.'), ('Yu.', 'Ю.'), ('Y.', None)]
    """
    letter = text.rstrip(".").replace(_TIE, "")
    latin = letter[:1].upper() + letter[1:].lower()
    script = script_of(letter)
    writer = PRESSES.get(script or "")
    if writer:
        native = letter.capitalize() + "." if writer == RUSSIAN_PRESS else None
        latin = romanize(letter.upper(), writer, tables=tables).capitalize() or latin
    else:
        native = _natives(language, tables).get(latin) if is_initial(text) else None  # Dm. is cut short
        if native and len(latin) > 1:
            latin = romanize(native.rstrip("."), RUSSIAN_PRESS, tables=tables).capitalize()
    return changed(part_of(text, role, native, latin + "."), key=key_of(native or latin)[:1])


@lru_cache(maxsize=8)
def _natives(language: str, tables: Tables) -> dict[str, str]:
    """The initial in a language's letters that a Latin one surely is, by English papers or a standard."""
    schemes = [
        one for one in latin_schemes(language, tables) if one == RUSSIAN_PRESS or not one.startswith("press-")
    ]
    common = commonness(tables)
    people: Counter[str] = Counter()
    for row in tables.rows(f"person/{language}/given"):
        people[strip_stress(row.native)[:_TELLING]] += 10 ** common(row)  # type: ignore[assignment]
    letters: dict[str, Counter[str]] = defaultdict(Counter)
    for scheme, (head, many) in product(schemes, people.items()):
        latin = romanize(head, scheme, tables=tables)
        for size in range(1, len(latin) + 1):
            letters[latin[:size]][head[0]] += many
    found = {latin: (*counted.most_common(1)[0], counted.total()) for latin, counted in letters.items()}
    least = _LEAST * people.total()
    return {
        latin: f"{letter}."
        for latin, (letter, sure, many) in found.items()
        if sure >= max(_SURE * many, least)
    }
