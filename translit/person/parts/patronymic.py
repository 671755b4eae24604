"""The patronymic of a Russian name: as its father's row makes it, in the language of the name."""

from __future__ import annotations

from translit.languages import nations, slavic
from translit.memory import remembered
from translit.nouns import Reading, Row
from translit.person.latin.natives import Form, cased, heard, unbent
from translit.person.latin.writers import ENGLISH, PRESS
from translit.person.national import national
from translit.person.parts.given import given_part
from translit.person.parts.making import by_sound, latin_of, part_of, usual_scheme
from translit.person.patronymic import (
    Patronymic,
    filiation,
    in_tongue,
    is_of,
    loosened,
    made_in,
    recognise,
    sounds_russian,
    spoken,
    tongues_of,
)
from translit.romanization import spells
from translit.tables import Tables
from translit.text.clean import fold, strip_stress
from translit.text.script import script_of

__all__ = ["patronymic_part"]


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
        form = _homely(text, heard(text, PRESS, tables), language, tables)
        gender = found.gender if found else ""
        return by_sound(text, "patronymic", form, tables, found is not None, gender, language)
    if script_of(text) == "Cyrl":
        language = _home(text, found, language, tables)
    usual = native
    home = found.father.table.split("/")[1] if found.father else ""
    loosely = language == "ru" or home == language
    fathers = found.native if found.native != native else None  # as most are
    if language == "ru" and fathers and fold(native) in spoken(fold(fathers), tables):
        native = usual = fathers  # Иваныч is Иванович
    elif loosely and fathers and loosened(fathers) == loosened(native):  # Валериевич, Федорович
        usual = fathers
        native = usual if fold(usual) == fold(native) else native
    latin = latin_of(usual, usual_scheme(language, tables), tables).replace("’", "")
    return part_of(text, "patronymic", native, latin, None, True, found.gender)


def _home(text: str, found: Patronymic, language: str, tables: Tables) -> str:
    """The language by whose scheme a Cyrillic patronymic is written: the name's where it may be of that."""
    russian = "ru" in tongues_of(text, found, tables)
    if language in nations(tables):
        return "ru" if russian and not is_of(text, found.gender, language, tables) else language
    return "ru" if russian or found.father is None else found.father.table.split("/")[1]


def _fathered(text: str, found: Patronymic, language: str, tables: Tables) -> str | None:
    """A patronymic in Latin or Arabic letters as that of its father, in the name's language."""
    if script_of(text) == "Latn":
        russian = language not in nations(tables) and sounds_russian(text, found, tables)
        form = heard(text, PRESS, tables) if russian else None
        if form and any(spells(form.native, fold(text), one, tables=tables) for one in ENGLISH):
            return form.native
        native = in_tongue(text, found, language, tables)
        if native is not None:
            return native if language in nations(tables) else unbent(text, native, tables)
    if found.father is None:
        return None
    home = found.father.table.split("/")[1]
    if language in nations(tables) and home not in slavic(tables):
        return national("", found.native or text, language, tables)
    if language in nations(tables) and home not in nations(tables):
        return made_in(
            national("", strip_stress(found.father.native), language, tables), found.gender, language
        )
    if language not in nations(tables) and home in nations(tables):
        return None
    return found.native


def _homely(text: str, form: Form | None, language: str, tables: Tables) -> Form | None:
    """A form in the letters of the name's language."""
    if form is None or language not in nations(tables) or script_of(text) == "Cyrl":
        return form
    return Form(national(text, form.native, language, tables), form.share)


def _filiation(text: str, row: Row, language: str, tables: Tables) -> Reading:
    """A father's name with oglu or kyzy after it."""
    pieces = text.replace("-", " ").split()
    fathers = [given_part(piece, language, True, tables) for piece in pieces[:-1]]
    joiner = "-" if "-" in text else " "
    natives = [part.native or part.text for part in fathers]
    return part_of(
        text,
        "patronymic",
        joiner.join([*natives, row.native]),
        joiner.join([*(part.canonical for part in fathers), row.canonical]),
        None,
        True,
        row["gender"],
    )
