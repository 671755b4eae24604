"""The parts of a Russian name, each made into a Reading: its row, native form, canonical form and key."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from translit.languages import languages, nations
from translit.lookup import lexicon_of
from translit.memory import remembered
from translit.nouns import Reading, Row
from translit.person.evidence import Word
from translit.person.literal import is_listed
from translit.person.names import Given, born_abroad, givens, same_name, spelt_as
from translit.person.national import national
from translit.person.natives import Form, bare, cased, dotted, every, forms, heard, unbent
from translit.person.natives import surname as heard_surname
from translit.person.patronymic import (
    Patronymic,
    filiation,
    in_tongue,
    is_of,
    made_in,
    recognise,
    sounds_russian,
    tongues_of,
)
from translit.person.shape import shape
from translit.person.surname import family, feminine
from translit.quick import changed, maker
from translit.romanization import PRESSES, is_spelt, latin_schemes, romanize, spells
from translit.sounds.keys import keyer
from translit.tables import Tables
from translit.text.clean import fold
from translit.text.script import script_of

__all__ = [
    "given_part",
    "initial_part",
    "is_russian",
    "is_written_russian",
    "patronymic_part",
    "surname_part",
    "title_part",
    "ways",
]

_reading = maker(Reading)
_ACUTE = "\N{COMBINING ACUTE ACCENT}"
_PRESS = "press-en-ru"
_PAPERS = (_PRESS, "icao-9303-ru")
_MARKED = frozenset("šžčŝśźć")
_SOFT = re.compile("[иь](?=ев(?:ич|на)$)")
# How a scheme ends a surname, and papers do: Zaluzhny, Tsikhanouskaya.
_PRINTED = (("yi", "y"), ("aia", "aya"))
_NO_HARD = "g"
_GEORGIAN = "iya"  # papers print -ia: Zhvania
_KNOWN, _UNKNOWN = 0.95, 0.6
_RUSSIAN_SHAPE = 1.5
_LIKELY = 0.05  # … for a neighbour's surname to be spelt nearest to it
_HEARD = 0.6  # how likely a form must be for a given name to be heard in it


def _plain(native: str) -> str:
    return native.replace(_ACUTE, "")


@remembered(32768)
def _key(word: str) -> str:
    return keyer("ru")(word)


@remembered(8192)
def _latin(native: str, scheme: str, tables: Tables) -> str:
    return romanize(native, scheme, tables=tables)


@lru_cache(maxsize=64)
def _hand(language: str, tables: Tables) -> tuple[str, bool]:
    """The scheme that writes a language's names where no row does, and whether it is a neighbour's."""
    own = language in nations(tables)
    return (_usual if own else _scheme)(language, tables), own


@lru_cache(maxsize=64)
def _scheme(language: str, tables: Tables) -> str:
    """The scheme that writes a language's names where no row does."""
    known = languages(tables).get(language)
    return known.scheme if known and known.scheme else _PRESS


def _part(
    text: str,
    role: str,
    native: str | None,
    canonical: str,
    row: Row | None = None,
    known: bool = True,
    gender: str = "",
    sure: float | None = None,
) -> Reading:
    return _reading(
        text,
        canonical,
        native,
        "person",
        "ru",
        _key(native or canonical),
        (_KNOWN if known else _UNKNOWN) if sure is None else sure,
        "ok" if known else "unknown",
        (),
        row,
        (),
        (),
        role,
        gender="m" if gender == "m" else "f" if gender == "f" else None,
    )


def _by_sound(
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
        native, sure = form.native, round(form.share, 4)
    latin = _by_rule(native, role, language, tables) if native else cased(text)
    return _part(text, role, native, latin, None, known, gender, sure)


def _by_rule(native: str, role: str, language: str, tables: Tables) -> str:
    """A part in Latin letters: by the scheme of its language, or as papers write a neighbour's names."""
    scheme, own = _hand(language, tables)
    latin = _latin(native, scheme, tables)
    if not own:
        return latin[: -len(_GEORGIAN)] + "ia" if latin.endswith(_GEORGIAN) and role == "surname" else latin
    latin = latin.replace("’", "")
    for end, printed in _PRINTED:
        if latin.endswith(end):
            return latin[: -len(end)] + printed
    return latin


def initial_part(text: str, role: str, tables: Tables) -> Reading:
    """A letter standing for a name: "Р." is "R."."""
    letter = text.rstrip(".")
    writer = PRESSES.get(script_of(letter) or "")
    native = letter.upper() + "." if writer == _PRESS else None
    latin = letter[:1].upper() + letter[1:]
    if writer:
        latin = romanize(letter.upper(), writer, tables=tables).capitalize() or latin
    return replace(_part(text, role, native, latin + "."), key=_key(native or latin)[:1])


def title_part(text: str, row: Row) -> Reading:
    """A title before a name."""
    return _part(text, "title", None, row.canonical, row)


@lru_cache(maxsize=4)
def _by_id(table: str, tables: Tables) -> dict[str, Row]:
    return {row.id: row for row in tables.rows(table)}


def _chosen(hits: tuple[Given, ...], language: str) -> Given:
    """The row meant: one of the name's own language, else the likeliest."""
    return next((hit for hit in hits if hit.tier == language), hits[0]) if language != "ru" else hits[0]


@remembered(16384)
def given_part(text: str, language: str, russian: bool, tables: Tables) -> Reading:
    """The given name: as its row has it, in the name's language where that has one.

    An English equivalent (Gregory) becomes the Russian name it stands for where the rest of
    the name is Russian.
    """
    hits = givens(text, tables) or _heard_givens(text, tables)
    if not hits:
        return _compound(text, language, russian, tables) or _by_sound(
            text, "given", heard(text), tables, False, _gender_by_shape(text, tables), language
        )
    hit = _chosen(hits, language)
    if russian and not text.isascii() and script_of(text) == "Latn":
        hit = born_abroad(text, hits) or hit
    row = hit.row
    if hit.tier == "foreign":
        equivalent = _by_id("person/ru/given", tables).get(row["equivalent"])
        if russian and equivalent is not None:
            row = equivalent
        else:
            form = heard(text)
            native = row["cyrillic"] or (form and form.native)
            latin = cased(text) if script_of(text) == "Latn" else row.canonical
            return _part(text, "given", native, latin, row, True, row["gender"])
    if script_of(text) != "Cyrl":
        row = same_name(row, language, text, tables) or row
    return _part(text, "given", _plain(row.native), row.canonical, row, True, row["gender"])


def _heard_givens(text: str, tables: Tables) -> tuple[Given, ...]:
    """The given names that a Latin spelling is heard as (Michail), where its letters show none."""
    form = heard(text) if script_of(text) == "Latn" and "-" not in text else None
    if form is None or form.share < _HEARD:
        return ()
    return tuple(hit for hit in givens(form.native, tables) if hit.tier != "foreign")


def _gender_by_shape(text: str, tables: Tables) -> str:
    female = shape(text, tables)[1]
    return "f" if female > 0 else "m"


def _compound(text: str, language: str, russian: bool, tables: Tables) -> Reading | None:
    """Two given names joined by a hyphen (Юрій-Богдан), each read by itself."""
    if "-" not in text.strip("-"):
        return None
    pieces = [given_part(piece, language, russian, tables) for piece in text.split("-") if piece]
    natives = [piece.native for piece in pieces]
    native = "-".join(piece for piece in natives if piece) if all(natives) else None
    known = any(piece.row for piece in pieces)
    return _part(
        text,
        "given",
        native,
        "-".join(piece.canonical for piece in pieces),
        None,
        known,
        pieces[0].gender or "",
    )


@remembered(16384)
def patronymic_part(text: str, language: str, tables: Tables) -> Reading:
    """The patronymic: as its father's row makes it in the name's language, else as heard."""
    father = filiation(text, tables)
    if father is not None:
        return _filiation(text, father, language, tables)
    found = recognise(text, tables)
    native = cased(text) if script_of(text) == "Cyrl" else None
    if native is None and found is not None:
        native = _fathered(text, found, language, tables)
    if found is None or native is None:
        form = _homely(text, heard(text), language, tables)
        gender = found.gender if found else ""
        return _by_sound(text, "patronymic", form, tables, found is not None, gender, language)
    if script_of(text) == "Cyrl":
        language = _home(text, found, language, tables)
    usual = native
    home = found.father.table.split("/")[1] if found.father else ""
    loosely = language == "ru" or home == language
    if loosely and found.native and _loosely(found.native) == _loosely(native):  # Валериевич, Федорович
        usual = found.native
        native = usual if fold(usual) == fold(native) else native
    latin = _latin(usual, _usual(language, tables), tables).replace("’", "")
    return _part(text, "patronymic", native, latin, None, True, found.gender)


def _home(text: str, found: Patronymic, language: str, tables: Tables) -> str:
    """The language by whose scheme a Cyrillic patronymic is written: the name's where it may be of that."""
    russian = "ru" in tongues_of(text, found, tables)
    if language in nations(tables):
        return "ru" if russian and not is_of(text, found.gender, language, tables) else language
    return "ru" if russian or found.father is None else found.father.table.split("/")[1]


def _fathered(text: str, found: Patronymic, language: str, tables: Tables) -> str | None:
    """A patronymic in Latin or Arabic letters as that of its father, in the name's language."""
    if script_of(text) == "Latn":
        form = (
            heard(text) if language not in nations(tables) and sounds_russian(text, found, tables) else None
        )
        if form and any(spells(form.native, fold(text), one, tables=tables) for one in _PAPERS):
            return form.native
        native = in_tongue(text, found, language, tables)
        if native is not None:
            return native if language in nations(tables) else unbent(text, native)
    if found.father is None:
        return None
    home = found.father.table.split("/")[1]
    if language in nations(tables) and home not in ("ru", *nations(tables)):
        return national("", found.native or text, language, tables)
    if language in nations(tables) and home not in nations(tables):
        return made_in(national("", _plain(found.father.native), language, tables), found.gender, language)
    if language not in nations(tables) and home in nations(tables):
        return None
    return found.native


def _homely(text: str, form: Form | None, language: str, tables: Tables) -> Form | None:
    """A form in the letters of the name's language."""
    if form is None or language not in nations(tables) or script_of(text) == "Cyrl":
        return form
    return Form(national(text, form.native, language, tables), form.share)


def _loosely(patronymic: str) -> str:
    """A patronymic without what its bearers spell now so, now so: ё, a soft sign before the ending."""
    return _SOFT.sub("ь", fold(patronymic))


@lru_cache(maxsize=8)
def _usual(language: str, tables: Tables) -> str:
    """The scheme that writes most of a nation's given names as papers do: fathers' names match them."""
    if language not in nations(tables):
        return _PRESS
    names = [f"schemes/{language}/{one}" for one in latin_schemes(language, tables)]
    found: str = tables.kept(
        f"usual-{language}",
        [f"person/{language}/given", *names],
        (__file__,),
        lambda: _made_usual(language, tables),
    )
    return found


def _made_usual(language: str, tables: Tables) -> str:
    rows = [(_plain(row.native), row.canonical) for row in tables.rows(f"person/{language}/given")]
    found: dict[str, int] = {}
    for writer in latin_schemes(language, tables):
        latin = [romanize(native, writer, tables=tables).replace("’", "") for native, _ in rows]
        if all(map(str.isascii, latin)):  # papers print no marks
            found[writer] = sum(form == row[1] for form, row in zip(latin, rows, strict=True))
    return max(found, key=found.__getitem__, default=_PRESS)


def _filiation(text: str, row: Row, language: str, tables: Tables) -> Reading:
    """A father's name with oglu or kyzy after it."""
    pieces = text.replace("-", " ").split()
    fathers = [given_part(piece, language, True, tables) for piece in pieces[:-1]]
    joiner = "-" if "-" in text else " "
    natives = [part.native or part.text for part in fathers]
    return _part(
        text,
        "patronymic",
        joiner.join([*natives, row.native]),
        joiner.join([*(part.canonical for part in fathers), row.canonical]),
        None,
        True,
        row["gender"],
    )


def _surname_row(text: str, tables: Tables, language: str = "ru") -> Row | None:
    """The row of a surname; a language with a scheme of its own has rows of its own.

    Of Russian ones those count for it that tell more than the press's scheme of Russian does.
    """
    hits = lexicon_of(tables).written(text)
    rows = [hit.row for hit in hits if hit.role == "surname" and hit.family == "ru"] if hits else None
    if not rows:
        return None
    if not _MARKED.isdisjoint(text.lower()):
        rows = [row for row in rows if _is_marked(_plain(row.native), text.lower(), tables)]
    if language != "ru":
        own = [row for row in rows if row.table in (f"person/{language}/surname", *map(str, tables.own))]
        rows = own or (rows if _scheme(language, tables) == _PRESS else [])
        rows = [row for row in rows if row in own or _is_told(row, text, tables)]
    return rows[0] if rows else None


def _is_told(row: Row, text: str, tables: Tables) -> bool:
    """Does a Russian row tell more than the press's scheme: another English form, or this spelling?"""
    return row.canonical != _latin(_plain(row.native), _PRESS, tables) or _prints(row, text)


def _prints(row: Row, text: str) -> bool:
    """Does a row write a word out that a neighbour spells otherwise: Jelcyn, or Gref with its g?"""
    plain = fold(text)
    return plain in map(fold, row.many("also")) or (_NO_HARD in plain and plain == fold(row.canonical))


def _is_marked(native: str, text: str, tables: Tables) -> bool:
    """Does a scheme write a word so, its marks too? Peškov is no Песков."""
    return any(_latin(native, one, tables).lower() == text for one in latin_schemes("ru", tables))


@remembered(16384)
def surname_part(
    text: str, foreign: bool, language: str, writers: tuple[str, ...], tables: Tables
) -> Reading:
    """The surname: by its row or its husband's, written or heard, else by the scheme of its language.

    Beside a foreign given name, in a name that nothing makes Russian, its Latin spelling stays.
    """
    listed = _listed(text, text, tables, language)
    if listed is None and "-" in text.strip("-"):
        return _double(text, tables, language, writers)
    found = listed or _unlisted(text, foreign, language, writers, tables)
    if foreign or not found.native:
        return found
    if script_of(text) == "Cyrl":  # Ukrainian has no ё, and other languages leave its dots out as they will
        native = found.native if language == "ru" else _as_dotted(found.native, text)
        return found if native == found.native else changed(found, native=native)
    return _at_home(text, found, language, writers, tables) if language in nations(tables) else found


def _at_home(text: str, found: Reading, language: str, writers: tuple[str, ...], tables: Tables) -> Reading:
    """A neighbour's surname in its own letters, and as they are written, from its reading as a Russian one.

    The form is the first that a scheme of the language writes just so, else the likeliest's.
    """
    likely = [form.native for form in forms(text, writers) if form.share > _LIKELY]
    own = national(text, found.native or text, language, tables, likely)
    there = surname_part(own, False, language, writers, tables)
    latin = found.canonical if found.row and _prints(found.row, text) else there.canonical
    return changed(there, text=text, canonical=latin, confidence=found.confidence, status=found.status)


def _unlisted(text: str, foreign: bool, language: str, writers: tuple[str, ...], tables: Tables) -> Reading:
    """A surname that no row writes as the text does: as it is heard, or as it stands in Cyrillic."""
    form = heard_surname(text, writers)
    if form and script_of(text) == "Cyrl":
        if language == "ru":
            form = Form(dotted(form.native), form.share)
        elif abroad := _listed_abroad(text, form.native, language, tables):
            return abroad
    return _surname_as(text, form, foreign, language, tables)


def _as_dotted(native: str, text: str) -> str:
    """A native form with ё only where the text may have it."""
    return native if "ё" in text.lower() else native.replace("ё", "е").replace("Ё", "Е")


def _listed_abroad(text: str, native: str, language: str, tables: Tables) -> Reading | None:
    """A neighbour's surname by the row that writes it as papers do: Сирський is Syrskyi."""
    if language not in nations(tables):
        return None
    row = _surname_row(_latin(native, _usual(language, tables), tables), tables, language)
    return _part(text, "surname", native, row.canonical, row) if row is not None else None


def _surname_as(text: str, form: Form | None, foreign: bool, language: str, tables: Tables) -> Reading:
    """The surname that a word is in a Cyrillic form: by its row, else by the scheme of its language."""
    if foreign and script_of(text) == "Latn":
        native, sure = (form.native, round(form.share, 4)) if form else (None, None)
        return _part(text, "surname", native, cased(text), None, False, sure=sure)
    if form is not None and form.native != text:
        listed = _listed(text, form.native, tables, language)
        if listed is not None:
            return changed(listed, confidence=round(form.share, 4))
    return _by_sound(text, "surname", form, tables, shape(text, tables)[0] > 1, "", language)


def ways(
    part: Reading, foreign: bool, language: str, writers: tuple[str, ...], tables: Tables
) -> tuple[Reading, ...]:
    """What a part of another script may be: the part itself, then as its other forms in Cyrillic make it."""
    text = part.text
    if part.role not in ("given", "surname") or part.native is None or not part.native.isalpha():
        return (part,)
    own, rest = bare(part.native).lower(), 1.0 - part.confidence
    told = [(form, _spelt(text, form.native, part.role, language, tables)) for form in every(text, writers)]
    others = [(form, native) for form, native in told if bare(native).lower() != own]
    total = sum([form.share for form, _ in others])
    found = [part]
    for form, native in others:
        form = Form(form.native, form.share * min(1.0, rest / total))
        if part.role == "surname":
            if native == form.native:
                found.append(_surname_as(text, form, foreign, language, tables))
            else:
                there = surname_part(native, False, language, writers, tables)
                found.append(changed(there, text=text, confidence=round(form.share, 4)))
            continue
        hits = [hit for hit in givens(form.native, tables) if hit.tier != "foreign"]
        if hits and spelt_as(hits[0].row, form.native, tables):
            row = hits[0].row
            found.append(_part(text, "given", _plain(row.native), row.canonical, row, True, row["gender"]))
        else:
            gender = _gender_by_shape(form.native, tables)
            found.append(_by_sound(text, "given", form, tables, False, gender, language))
        found[-1] = changed(found[-1], confidence=round(form.share, 4))
    return tuple(found)


def _spelt(text: str, native: str, role: str, language: str, tables: Tables) -> str:
    """A surname's form in the letters of its language, any other part's as it is."""
    return (
        national(text, native, language, tables)
        if role == "surname" and language in nations(tables)
        else native
    )


def _listed(text: str, word: str, tables: Tables, language: str) -> Reading | None:
    """A surname by the row that writes a word out, or writes out its masculine form."""
    row = _surname_row(word, tables, language)
    if row is not None:
        return _part(text, "surname", _plain(row.native), row.canonical, row)
    man = family(word)
    row = _surname_row(man, tables, language) if man != word else None
    if row is None or row["gender"] != "m":
        return None
    native, latin = feminine(_plain(row.native)), feminine(row.canonical)
    if latin == row.canonical:  # Alekhine has no woman's form
        latin = _latin(native, _PRESS, tables)
    return _part(text, "surname", native, latin, row)


def _double(text: str, tables: Tables, language: str, writers: tuple[str, ...]) -> Reading:
    """A double surname (Мамин-Сибиряк): each half by itself."""
    pieces = [piece for piece in text.split("-") if piece]
    halves = [surname_part(piece, False, language, writers, tables) for piece in pieces]
    small = [piece.islower() and not text.islower() for piece in pieces]
    natives = [
        half.native.lower() if low and half.native else half.native
        for half, low in zip(halves, small, strict=True)
    ]
    latin = [
        half.canonical.lower() if low else half.canonical for half, low in zip(halves, small, strict=True)
    ]
    native = "-".join(half for half in natives if half) if all(natives) else None
    known = any(half.status == "ok" for half in halves)
    return _part(text, "surname", native, "-".join(latin), None, known)


def is_russian(words: tuple[Word, ...], roles: str, tables: Tables) -> bool:
    """True where the surname or the patronymic is Russian, so that Gregory beside it is Grigory."""
    for found, role in zip(words, roles, strict=True):
        if role == "P" and found.patronym is not None:
            return True
        if role == "S" and not found.initial and _is_russian_surname(found, tables):
            return True
    return False


@remembered(8192)
def _is_russian_surname(found: Word, tables: Tables) -> bool:
    """True for a word that can hardly be another nation's surname."""
    surname = shape(found.text, tables)[0]
    if surname > 2 * _RUSSIAN_SHAPE or (found.surname_gender and surname > _RUSSIAN_SHAPE):
        return True
    return _surname_row(found.text, tables) is not None


@remembered(4096)
def is_written_russian(text: str, tables: Tables) -> bool:
    """Is a word a Russian surname that the tables know, as a scheme writes it: Soljenitsyne?"""
    form = heard_surname(text) if script_of(text) == "Latn" and text.isalpha() else None
    if form is None:
        return False
    native = form.native.lower()
    known = _surname_row(native, tables) or (
        is_listed(native, tables) and shape(native, tables)[0] > _RUSSIAN_SHAPE
    )
    return bool(known) and is_spelt(native, fold(text), "ru", tables=tables)
