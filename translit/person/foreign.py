"""Names of another origin come back unharmed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from translit.lookup import Hit, lexicon
from translit.memory import once, remembered
from translit.nouns import Reading, Row, Step
from translit.person.arabic.words import vocabulary
from translit.person.borrowers import are_of_borrowers
from translit.person.parts import title_part
from translit.person.slavic.nobiliary import particles
from translit.person.slavic.south import alphabet_of, southern, written
from translit.quick import maker
from translit.romanization import PRESSES, romanize
from translit.tables import Tables, built_in
from translit.text.case import capitalise, is_shouted
from translit.text.clean import in_ascii, joined
from translit.text.script import script_of
from translit.text.words import words

__all__ = ["halved", "read"]

_reading = maker(Reading)

_UNMARKED = str.maketrans("čšžČŠŽ", "cszCSZ")
_LONGEST = 4  # words of a title
_EQUIVALENT, _ISM = "person/ar/equivalent", "person/ar/ism"


@once
def _halves(tables: Tables) -> frozenset[str]:
    """The last words of surnames that Arabs write in two: أوغلو."""
    cells = [text for row in tables.rows("person/foreign/surname") for text in row.many("arabic")]
    return frozenset([text.split()[-1] for text in cells if " " in text])


def halved(pieces: tuple[str, ...], tables: Tables) -> tuple[str, ...]:
    """The words of a name, a surname of another people that Arabs write in two words as one.

    >>> from translit.tables import built_in
    >>> halved(("أكرم", "إمام", "أوغلو"), built_in()), halved(("علي", "أحمد"), built_in())
    (('أكرم', 'إمام أوغلو'), ('علي', 'أحمد'))
    """
    if not pieces or pieces[-1] not in _halves(tables):
        return pieces
    *before, first, last = ("", *pieces)
    whole = f"{first} {last}"
    return (*before[1:], whole) if lexicon(tables).written(whole) else pieces


def _untitled(pieces: tuple[str, ...], tables: Tables) -> tuple[tuple[Reading, ...], tuple[str, ...]]:
    """The title before a Latin name of a people that bears Arabic names, and the words behind it.

    President Erdogan, Başbakan Ahmet Davutoğlu; any other keeps what stands before it.
    """
    if script_of(pieces[-1]) != "Latn" or any(
        hit.role != "title" for hit in lexicon(tables).written(pieces[0])
    ):
        return (), pieces
    known = vocabulary(tables).particles
    for size in range(min(_LONGEST, len(pieces) - 1), 0, -1):
        row, name = known.title(joined("".join(pieces[:size]))), pieces[size:]
        hits = [_hit(word, tables) for word in name] if row else []
        if row and are_of_borrowers([hit.row if hit else None for hit in hits], tables):
            return (title_part(" ".join(pieces[:size]), row),), name
    return (), pieces


@remembered(16384)
def _sound(word: str) -> str:
    """The generic phonetic key of a word, whatever its script."""
    from jellyfish import metaphone

    plain = in_ascii(word)
    return metaphone(plain) or plain.lower()


def _hit(word: str, tables: Tables) -> Hit | None:
    """The row of another origin that writes this word out, else an Arabic name's in another language."""
    hits = lexicon(tables).written(word)
    other = next((hit for hit in hits if hit.family == "other"), None)
    return other or next((hit for hit in hits if hit.row.table == _EQUIVALENT), None)


def _of_its_people(pieces: Sequence[str], hits: Sequence[Hit | None], tables: Tables) -> list[Hit | None]:
    """The rows, of Arabic given names those in the language of the surname: رجب أردوغان is Recep."""
    spoken = {hit.row["language"] for hit in hits if hit and hit.role == "surname"}
    if len(spoken) != 1:
        return list(hits)
    language, forms = spoken.pop(), _forms(tables)
    found: list[Hit | None] = []
    for word, hit in zip(pieces, hits, strict=True):
        own = None
        if hit is None or hit.row["language"] != language:
            arabic = (one for one in lexicon(tables).written(word) if one.row.table == _ISM)
            own = next((one for one in arabic if (one.row.id, language) in forms), None)
        found.append(replace(own, row=forms[own.row.id, language]) if own else hit)
    return found


@once
def _forms(tables: Tables) -> dict[tuple[str, str], Row]:
    """The forms of Arabic given names, by the name and the language."""
    found: dict[tuple[str, str], Row] = {}
    for row in tables.rows(_EQUIVALENT):
        found.setdefault((row["of"], row["language"]), row)
    return found


def _southern(text: str, hits: Sequence[Hit | None], tables: Tables) -> tuple[str, bool]:
    """The language of South Slavs a Cyrillic name is in, and whether its own letters show it: Ђоковић.

    Else a name in it does, and the marks of the others are not known: Иво Андрич.
    """
    shown = alphabet_of(text, tables)
    if shown:
        return shown, True
    return next((told for hit in hits if hit and (told := southern(hit.row, tables))), ""), False


def _southern_hit(word: str, language: str, tables: Tables) -> Hit | None:
    """The row of a South Slav's name by its own letters, in Cyrillic or in Latin: Ђоковић is Đoković."""
    for text in (word, written(word, language, tables)):
        for hit in lexicon(tables).written(text):
            if southern(hit.row, tables) and (hit.family == "other" or hit.row.table == _EQUIVALENT):
                return hit
    return None


def _latin(word: str, hit: Hit | None, tables: Tables, south: tuple[str, bool] = ("", False)) -> str:
    """A word of another script in Latin: as its row has it, else by the press scheme of the script.

    By the letters of South Slavs where the name is theirs.
    """
    script = script_of(word)
    if script not in PRESSES:
        return word
    if hit is not None:
        return hit.row.canonical
    if script == "Cyrl" and word in particles(tables):
        return particles(tables)[word].canonical
    language, marked = south
    if language:
        latin = written(word, language, tables)
        return latin if marked else latin.translate(_UNMARKED)
    latin = romanize(word, PRESSES[script])
    return capitalise(latin) if script == "Arab" else latin


def read(text: str, *, tables: Tables | None = None, order: str = "auto") -> Reading:
    """Read a name that is neither Russian nor Arabic: order and spelling stay, only the script may change.

    >>> read("José García López").canonical
    'José García López'
    """
    tables = tables or built_in()
    pieces = halved(words(text), tables)
    titles: tuple[Reading, ...] = ()
    whole = text
    if len(pieces) > 1 and vocabulary(tables).particles.begins_title(joined(pieces[0])):
        titles, pieces = _untitled(pieces, tables)
        text = " ".join(pieces) if titles else text
    hits = [_hit(word, tables) for word in pieces]
    script = script_of(text)
    south = _southern(text, hits, tables) if script == "Cyrl" else ("", False)
    if south[0]:
        theirs = [_southern_hit(word, south[0], tables) for word in pieces]
        hits = theirs if south[1] else [one or hit for one, hit in zip(theirs, hits, strict=True)]
    if script in PRESSES:
        hits = _of_its_people(pieces, hits, tables)
        canonical = " ".join(_latin(word, hit, tables, south) for word, hit in zip(pieces, hits, strict=True))
        canonical = canonical.replace(" ,", ",").replace(" ;", ";")
    else:
        canonical = text
    why = f"a name of another origin, from {script}" if canonical != text else "without what stands before it"
    steps = (Step(whole, canonical, why),) if canonical != whole else ()
    known = sum(hit is not None for hit in hits)
    return _reading(
        text=whole,
        canonical=canonical,
        kind="person",
        key=" ".join(sorted(_sound(word) for word in canonical.replace(",", " ").split())),
        confidence=0.6 + 0.35 * known / len(pieces) if script != "Zzzz" else 0.5,
        status="ok" if known else "unknown",
        parts=(
            *titles,
            *[
                _part(word, hit, tables, south)
                for word, hit in zip(pieces, hits, strict=True)
                if word not in ",;"
            ],
        ),
        steps=steps,
    )


def _part(word: str, hit: Hit | None, tables: Tables, south: tuple[str, bool]) -> Reading:
    """One word of the name; a given name where a row says so."""
    latin = _latin(word, hit, tables, south)
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
