"""Names of another origin come back unharmed."""

from __future__ import annotations

from translit.lookup import Hit, lexicon
from translit.memory import remembered
from translit.nouns import Reading, Step
from translit.person.slavic.nobiliary import particles
from translit.quick import maker
from translit.romanization import PRESSES, romanize
from translit.tables import Tables, built_in
from translit.text.case import capitalise, is_shouted
from translit.text.script import script_of
from translit.text.words import words

__all__ = ["read"]

_reading = maker(Reading)

_EQUIVALENT = "person/ar/equivalent"


@remembered(16384)
def _sound(word: str) -> str:
    """The generic phonetic key of a word, whatever its script."""
    from jellyfish import metaphone
    from unidecode import unidecode

    plain = unidecode(word)
    return metaphone(plain) or plain.lower()


def _hit(word: str, tables: Tables) -> Hit | None:
    """The row of another origin that writes this word out, else an Arabic name's in another language."""
    hits = lexicon(tables).written(word)
    other = next((hit for hit in hits if hit.family == "other"), None)
    return other or next((hit for hit in hits if hit.row.table == _EQUIVALENT), None)


def _latin(word: str, hit: Hit | None, tables: Tables) -> str:
    """A word of another script in Latin: as its row has it, else by the press scheme of the script."""
    script = script_of(word)
    if script not in PRESSES:
        return word
    if hit is not None:
        return hit.row.canonical
    if script == "Cyrl" and word in particles(tables):
        return particles(tables)[word].canonical
    written = romanize(word, PRESSES[script])
    return capitalise(written) if script == "Arab" else written


def read(text: str, *, tables: Tables | None = None, order: str = "auto") -> Reading:
    """Read a name that is neither Russian nor Arabic: order and spelling stay, only the script may change.

    >>> read("José García López").canonical
    'José García López'
    """
    tables = tables or built_in()
    pieces = words(text)
    hits = [_hit(word, tables) for word in pieces]
    script = script_of(text)
    if script in PRESSES:
        canonical = " ".join(_latin(word, hit, tables) for word, hit in zip(pieces, hits, strict=True))
        canonical = canonical.replace(" ,", ",").replace(" ;", ";")
    else:
        canonical = text
    steps = (Step(text, canonical, f"a name of another origin, from {script}"),) if canonical != text else ()
    known = sum(hit is not None for hit in hits)
    return _reading(
        text=text,
        canonical=canonical,
        kind="person",
        key=" ".join(sorted(_sound(word) for word in canonical.replace(",", " ").split())),
        confidence=0.6 + 0.35 * known / len(pieces) if script != "Zzzz" else 0.5,
        status="ok" if known else "unknown",
        parts=tuple(
            _part(word, hit, tables) for word, hit in zip(pieces, hits, strict=True) if word not in ",;"
        ),
        steps=steps,
    )


def _part(word: str, hit: Hit | None, tables: Tables) -> Reading:
    """One word of the name; a given name where a row says so."""
    latin = _latin(word, hit, tables)
    return _reading(
        text=word,
        canonical=capitalise(latin) if is_shouted(latin) else latin,
        kind="person",
        key=_sound(latin),
        confidence=0.9 if hit else 0.5,
        status="ok" if hit else "unknown",
        row=hit.row if hit else None,
        role="given" if hit and hit.role == "given" else None,
    )
