"""A person's name read by the family of languages that its words speak for.

What is said aside of it is set apart first; a Cyrillic name may stand in a case, a Latin one may have the
endings of another tongue.
"""

from __future__ import annotations

from functools import partial

from translit.canon.cases import behind_title, stands_upright, uprights
from translit.canon.chat import read_chat
from translit.canon.doubt import doubtful, is_abroad, is_but_heard, is_sooner_arabic, rivals, transcribed
from translit.canon.home import is_home, is_land
from translit.canon.led import led, unjoined
from translit.canon.readers import as_of, of_longer, reader
from translit.canon.ruled import ruled
from translit.canon.several import people
from translit.lookup import is_untold, joiners, lexicon_of
from translit.nouns import Reading, Step
from translit.origin import COMMON, Nats, likeliest, plainly, weighed
from translit.patterns import pattern
from translit.person.arabic.oblique import are_arabs
from translit.person.arabic.oblique import upright as unturned
from translit.person.arabic.words import are_spelt, vocabulary
from translit.person.beside.aside import SET_APART, Aside, aside, is_more
from translit.person.beside.byname import TABLE as BYNAME
from translit.person.beside.calling import is_body, is_named_body
from translit.person.beside.regnal import regnal
from translit.person.latin.ended import last_letters, unended
from translit.person.names import givens
from translit.person.parts import title_part
from translit.person.slavic.otherwise import WHY, otherwise, plainer
from translit.person.slavic.south import is_south
from translit.quick import changed, later
from translit.sounds.families import FAMILIES
from translit.tables import Tables, built_in
from translit.text.script import script_of
from translit.text.words import is_initial, parted, words

__all__ = ["read_person"]

_PLAIN = ("Latn", "Cyrl")  # scripts in which the words of a name by themselves tell whose it mostly is
_RUSSIAN_FOR_SURE, _FOREIGN_FOR_SURE = 4.0, 2.0  # nats from which a Latin name is surely one or the other
_ARABIC_FOR_SURE, _NISBA = 1.5, "и"  # … from which a Cyrillic one is an Arab's, whose words end so in no case
_RUSSIAN_IN_A_CASE, _RUSSIAN_IN_ANY = 3.5, 8.0  # … and a Russian's who is hardly an Arab in a case, and none
_NO_DOUBT = 4.0  # nats by which the words of a name must speak for one family, so that no other is told
_SURELY_INFLECTED = 0.95
_SHORT = 5  # letters and dots of initials that are all of a text
_LETTERS = 4  # of a word in capitals that is no name unless a row writes it
_CODE = pattern(r"[^\W\d_]{1,4}-?\d+[^\W\d_]?|[^\W\d_AEIOUYАЕЁИОУЫЭЮЯІЇЄ]{2,4}")
_HOME = pattern(r"(.+?)(?:[,،;]\s+|\s(of)\s+)([^\d,،;]+)")
_WHOLE = 2  # words of a whole name


def read_person(text: str, script: str, order: str, tables: Tables | None) -> Reading:
    """Read a person's name; another name that is told aside of it is among the others."""
    pieces = parted(text) if script in _PLAIN and "-" not in text else None
    sums = plainly(pieces, script, tables) if pieces else None
    short = len(text) <= _SHORT and is_untold(text, tables)  # N.N. is nobody
    if pieces and sums and not short:
        return _of_words(text, script, pieces, sums, order, tables)
    known = tables or built_in()
    told = ruled(text, lambda name: _named(name, script_of(name), order, tables), known)
    if told:
        return told
    if text.isupper() and _is_code(text, tables) and not is_untold(text, tables):
        return reader("other")(text, tables=tables, order=order)
    if script in _PLAIN and (table := otherwise(text, known)):
        return _plainer(text, table, order, tables)
    name = unjoined(text, known)
    if name:
        reading = read_person(name, script, order, tables)
        return of_longer(text, name, reading, "a preposition or and, joined to the name")
    if not short and not is_more(text, known):
        return _named(text, script, order, tables)
    if short or is_untold(text, tables) or is_body(text, known):
        return Reading(text=text, canonical=text, kind="person")
    said = read_chat(text, lambda spelt: read_person(spelt, script, order, tables), tables)
    said = (
        said or led(text, lambda one: _read_inside(one, order, tables), known) or _headed(text, order, tables)
    )
    if said:
        return said
    found = aside(text, tables)
    if found:
        return _set_apart(text, found, order, tables)
    said = _at_home(text, order, tables) or people(text, lambda one: _read_inside(one, order, tables), known)
    if said is None and is_named_body(text, known):
        return Reading(text=text, canonical=text, kind="person")
    if said is None and script in _PLAIN and _are_joined(text, tables):
        return reader("other")(text, tables=tables, order=order)
    return said or _named(text, script, order, tables)


def _plainer(text: str, table: str, order: str, tables: Tables | None) -> Reading:
    """Read a name in rarer letters as it is written in plainer ones.

    What Cyrillic letters mean is in the parts' native forms, and these keep the text's words.
    """
    known, pieces = tables or built_in(), text.split()
    name = " ".join([plainer(word, table, known) for word in pieces])
    reading = _read_inside(name, order, tables)
    if script_of(text) != "Cyrl":
        return of_longer(text, name, reading, WHY[table])
    if reading.origin in (None, "ar"):  # whose letters say that they are none
        reading = reader("ru")(name, tables=tables, order=order)
    stood = dict(zip(name.split(), pieces, strict=False))
    told = [" ".join([stood.get(word, word) for word in part.text.split()]) for part in reading.parts]
    parts = tuple([changed(part, text=said) for part, said in zip(reading.parts, told, strict=True)])
    return of_longer(text, name, changed(reading, parts=parts), WHY[table])


def _is_code(text: str, tables: Tables | None) -> bool:
    """Are capitals no name, but a flight's or letters that stand for words: MH17, JFK, TASS?"""
    short = len(text) <= _LETTERS and text.isalpha() and not lexicon_of(tables or built_in()).written(text)
    return short or _CODE.fullmatch(text) is not None


def _read_inside(text: str, order: str, tables: Tables | None) -> Reading:
    """Read a name that stands in a longer text; a user's own rows have the first word there too."""
    if tables is None or not tables.own:
        return read_person(text, script_of(text), order, tables)
    from translit.own import answer

    return answer(
        text, "person", order, None, tables, lambda one, _, by: read_person(one, script_of(one), by, tables)
    )


def _are_joined(text: str, tables: Tables | None) -> bool:
    """Does a word that is no article join what is no two known people: Simon and Garfunkel?

    Beside small letters it may be a Cyrillic initial: иванов и с.
    """
    tables = tables or built_in()
    if text.islower() and script_of(text) == "Cyrl":
        return False
    found = joiners(tables).intersection(text.split()[1:-1])
    return bool(found) and not any(lexicon_of(tables).written(word) for word in found)


def _headed(text: str, order: str, tables: Tables | None) -> Reading | None:
    """Read a name without what stands before it, which a foreign one keeps; None where nothing does."""
    from translit.canon.heading import heading

    found = heading(text, tables or built_in())
    if found is None:
        return None
    if not found.name:
        return changed(reader("other")(text, tables=tables, order=order), status="unknown")
    name = behind_title(found.name, found.bent, tables or built_in()) if found.bent else found.name
    reading = _read_inside(name, order, tables)
    if found.alone and not (reading.surname and reading.given):
        return None
    if reading.origin is None and script_of(text) == "Latn":
        return reader("other")(text, tables=tables, order=order)
    titles = tuple([title_part(said, row) for said, row in found.titles])
    step = Step(text, name, f"stands before the name: {found.said}")
    parts = (*titles, *reading.parts)
    told = changed(reading, text=text, parts=parts, steps=later(lambda: (step, *reading.steps)))
    if not found.doubtful:
        return told
    others = later(
        lambda: (changed(_named(text, script_of(text), order, tables), others=()), *reading.others)
    )
    return changed(told, status="ambiguous", others=others)


def _at_home(text: str, order: str, tables: Tables | None) -> Reading | None:
    """Read a known given name and surname behind which a comma sets a country or a large town apart.

    Of a title or a number and a given name "of" may tell the country: King Hussein of Jordan, Hassan II.
    """
    found = _HOME.fullmatch(text)
    if not found or len(found[1].split()) < _WHOLE:
        return None
    name, of, place = found.groups()
    if not (is_land if of else is_home)(place, tables or built_in()):
        return None
    reading = _read_inside(name, order, tables)
    given = [part for part in reading.parts if part.role in ("given", "ism")]
    known = any(part.row or is_initial(part.text) for part in given)
    ruler = of and (regnal(name, tables) or any(part.role == "title" for part in reading.parts))
    if reading.origin is None or not known or not (ruler if of else reading.surname):
        return None
    if (
        reading.row is not None and reading.row.table == BYNAME
    ):  # who is so called is of another land: Peter I of Serbia
        return None
    return of_longer(text, name, reading, f"a place: {place}")


def _set_apart(text: str, found: Aside, order: str, tables: Tables | None) -> Reading:
    """Read a name in a text that says something aside of it; a foreign one keeps what is no other name."""
    reading = _read_inside(found.name, order, tables)
    if reading.origin is None and not found.is_name and found.why != SET_APART:
        return _named(text, script_of(text), order, tables)

    def others() -> tuple[Reading, ...]:
        if not found.is_name:
            return reading.others
        other = _read_inside(found.other, order, tables)
        return (*reading.others, changed(other, others=()))

    step = Step(text, found.name, f"{found.why}: {found.other}" if found.other else found.why)
    return changed(reading, text=text, others=later(others), steps=later(lambda: (step, *reading.steps)))


def _named(text: str, script: str, order: str, tables: Tables | None) -> Reading:
    """Read a person's name by the family its words speak for."""
    if script == "Zzzz" or (script == "Cyrl" and is_south(text, tables or built_in())):
        return reader("other")(text, tables=tables, order=order)
    pieces = words(text)
    return _of_words(text, script, pieces, weighed(pieces, script, tables), order, tables)


def _of_words(
    text: str, script: str, pieces: tuple[str, ...], sums: Nats, order: str, tables: Tables | None
) -> Reading:
    """Read a name whose words speak so for each family."""
    if script == "Cyrl":
        return _upright(text, pieces, sums, order, tables)
    if script == "Latn" and (found := _unended(text, pieces, order, tables)):
        return found
    _, second, best = sorted(sums)
    family = FAMILIES[sums.index(best)]
    if script != "Latn":
        return reader(family)(text, tables=tables, order=order)
    reading = None
    if family == "ar" and is_abroad(pieces, tables):
        reading = reader("other")(text, tables=tables, order=order)
    elif family == "ar":
        reading = reader("ar")(text, tables=tables, order=order)
        if len(pieces) == 1 and reading.status == "unknown" and not is_sooner_arabic(text, sums, tables):
            family, reading = FAMILIES[0 if sums[0] >= sums[2] else 2], None
        elif len(pieces) == 1 and is_but_heard(reading, best - second, tables):
            sure = round(reading.confidence * reading.parts[0].confidence, 3)
            reading = changed(reading, status="ambiguous", confidence=sure)
    if reading is None:
        ahead = sums[0] - sums[2]
        if ahead > _RUSSIAN_FOR_SURE or ahead < -_FOREIGN_FOR_SURE:
            reading = reader(family)(text, tables=tables, order=order)
        else:
            reading = doubtful(text, ahead, order, tables)
    if second < best - _NO_DOUBT and (reading.origin or (len(pieces) > 1 and family != "ar")):
        return reading
    if len(pieces) == 1 and reading.origin is None:
        reading = transcribed(reading, sums, tables)
    return changed(reading, others=later(partial(rivals, reading, sums, order, tables)))


def _upright(text: str, pieces: tuple[str, ...], sums: Nats, order: str, tables: Tables | None) -> Reading:
    """Read a Cyrillic name by its family; one that stands in a case by that of its nominative."""
    arab = _of_arabs(text, pieces, sums, order, tables)
    if arab:
        return arab
    known = tables or built_in()
    found = () if are_spelt(pieces, tables) or _are_others(pieces, sums, known) else uprights(pieces, known)
    if found and found[0][0] != pieces:
        upright, share = found[0]
        whose = likeliest(upright, "Cyrl", tables)
        if _are_nisbas(pieces, upright, sums):
            return reader("ar")(text, tables=tables, order=order)
        if whose == "ru" or (whose == "ar" and are_arabs(_changed(pieces, upright), tables)):
            return reader(whose)(text, tables=tables, order=order)
        if share >= _SURELY_INFLECTED and not stands_upright(pieces, upright):
            name = " ".join(upright)
            reading = reader(whose)(name, tables=tables, order=order)
            return as_of(text, reading, Step(text, name, "put into the nominative"))
    return reader(FAMILIES[sums.index(max(sums))])(text, tables=tables, order=order)


def _are_others(pieces: tuple[str, ...], sums: Nats, tables: Tables) -> bool:
    """Do rows write all words as they stand, the last a surname of another people: Николае Тимофти?"""
    if len(pieces) < _WHOLE or sums[2] <= max(sums[0], sums[1]):
        return False
    rows = [lexicon_of(tables).written(word) for word in pieces]
    return all(rows) and any(hit.role == "surname" and hit.family == "other" for hit in rows[-1])


def _of_arabs(
    text: str, pieces: tuple[str, ...], sums: Nats, order: str, tables: Tables | None
) -> Reading | None:
    """Read an Arab's name that stands in a case; None of any other.

    One whose words are names as they stand may as well be a woman's: Самира Джааджаа, of Самир or Самира.
    """
    ahead, known = sums[0] - sums[1], tables or built_in()
    if ahead > _RUSSIAN_IN_ANY:
        return None
    upright = unturned(pieces, tables, ahead > _RUSSIAN_IN_A_CASE)
    if not upright or likeliest(upright, "Cyrl", tables) != "ar" or _has_slavs_given(pieces, known):
        return None
    name = " ".join(upright)
    told = reader("ar")(name, tables=tables, order=order)
    told = as_of(text, told, Step(text, name, "put into the nominative"))
    if not are_arabs(_changed(pieces, upright), tables):
        return told
    if likeliest(pieces, "Cyrl", tables) != "ar":
        return None
    reading = reader("ar")(text, tables=tables, order=order)
    if reading.canonical == told.canonical:
        return told
    others = later(lambda: (changed(told, others=()), *reading.others))
    return changed(reading, status="ambiguous", others=others)


def _has_slavs_given(pieces: tuple[str, ...], tables: Tables) -> bool:
    """Has a Cyrillic name in a case, put into the nominative, a given name of Slavs: Марию Захарову?

    That is a common one, or one that no scheme writes for an Arabic name.
    """
    for word in next((upright for upright, _ in uprights(pieces, tables)), ()):
        found = givens(word, tables)
        if found and found[0].tier == "ru":
            return found[0].common >= COMMON or not vocabulary(tables).made_by(word)
    return False


def _changed(pieces: tuple[str, ...], upright: tuple[str, ...]) -> list[str]:
    """The words of a name that are others in the nominative."""
    return [word for word, form in zip(pieces, upright, strict=True) if word != form]


def _are_nisbas(pieces: tuple[str, ...], upright: tuple[str, ...], sums: Nats) -> bool:
    """Are the words of an Arab's name that might stand in a case rather nisbas: Радхи Джаиди?"""
    if sums[1] - max(sums[0], sums[2]) < _ARABIC_FOR_SURE:
        return False
    return all(word.endswith(_NISBA) for word in _changed(pieces, upright))


def _unended(text: str, pieces: tuple[str, ...], order: str, tables: Tables | None) -> Reading | None:
    """Read a Russian's name without the endings that papers of other countries put on it."""
    if len(pieces) < 2:
        return None
    ends = last_letters(tables or built_in())
    if text[-1] not in ends and pieces[0][-1] not in ends:
        return None
    plain = unended(pieces, tables or built_in())
    if plain is None or likeliest(plain, "Latn", tables) != "ru":
        return None
    name = " ".join(plain)
    reading = reader("ru")(name, tables=tables, order=order)
    return as_of(text, reading, Step(text, name, "without the endings that were put on it"))
