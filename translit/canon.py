"""explain(): from a text to its Reading, the one path that every verb walks.

clean → words → kind and family → the reader of that family → canonical form, key, and the steps.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache, partial
from math import log

from translit.errors import InputError, UnknownKind, nearest, need_text
from translit.lookup import lexicon
from translit.nouns import Kind, Reading, Row, Step
from translit.origin import Nats, likeliest, plainly, shares, weighed
from translit.person.aside import Aside, aside
from translit.quick import changed, later
from translit.sounds.families import FAMILIES
from translit.tables import Tables, built_in
from translit.text.clean import clean, fold
from translit.text.script import script_of
from translit.text.words import LONG_WORD, is_initial, is_too_long, parted, words

__all__ = ["canonical", "explain"]

_Uprights = tuple[tuple[tuple[str, ...], float], ...]
_KINDS = ("person", "place")
_USUAL = "person", "auto", "exonym", None  # how most names are asked for
_PLAIN = ("Latn", "Cyrl")  # scripts in which the words of a name by themselves tell whose it mostly is
_ORDERS = ("auto", "given-first", "surname-first")
_STYLES = ("exonym", "endonym")
_RUSSIAN_FOR_SURE, _FOREIGN_FOR_SURE = 4.0, 2.0  # nats from which a Latin name is surely one or the other
_ARABIC_FOR_SURE, _NISBA = 1.5, "и"  # … from which a Cyrillic one is an Arab's, whose words end so in no case
_RESPELT = 1.5  # nats from which a surname that looks like none may be respelt
_TURNED = 1.0  # nats by which a name may rather be foreign and still be turned round
_NO_DOUBT = 4.0  # nats by which the words of a name must speak for one family, so that no other is told
_LONE_FOREIGN = 8.0  # nats beyond which a lone word has no form in another script
_SURELY_ONE = 2.0  # nats by which a lone word must speak for Russian or Arabic to be read as that alone
_MOST = 8  # other natives
_UNLIKELY = 0.001  # the confidence below which no other reading is told
_SURELY_INFLECTED = 0.95
_DOUBTED = 0.85  # what an ambiguous reading is worth beside a sure one of the other kind
_SHAPE = 0.4  # what a reading is worth that no row supports
_SHAPELY = 0.78  # what a person is worth whose surname's shape is sure
_SURELY = 0.6  # what a person is worth beside whom only a place's own name is looked for
_ALONE = 0.75  # what a person known by one word is worth
_GIVEN = ("given", "ism")
_OWN = (*_GIVEN, "patronymic", "kunya", "nasab", "laqab", "title")  # what a person alone has
_PREPOSITION = re.compile("в [А-ЯЁ]")
_PUT_ON = ("s", "S", "á", "Á")  # how a name ends on which another tongue put its endings
_LEAST_OPENING, _IN_ARABIC = 4, 3  # letters of a word that opens places' names and no person's by chance
_TOWN = 1e4  # people of a town
_ISM = "person/ar/ism"
_LARGE = 2.5e5  # people of a town that is meant by a word which is a person's name too


@lru_cache(maxsize=4)
def _reader(family: str) -> Callable[..., Reading]:
    """The reader of a family of languages; its room opens at the first name of the family."""
    if family == "ru":
        from translit.person import slavic

        return slavic.read
    if family == "ar":
        from translit.person import arabic

        return arabic.read
    from translit.person import foreign

    return foreign.read


def canonical(
    text: str,
    kind: Kind | None = None,
    *,
    scheme: str | None = None,
    style: str = "exonym",
    within: str | None = None,
    order: str = "auto",
    tables: Tables | None = None,
) -> str:
    """The one form that all spellings of a name come to.

    The same as ``explain(text, kind, …).canonical``; text in gives text out, known or not.

    >>> canonical("Zabolotny Roman"), canonical("Дейр-эз-Зор", "place")
    ('Roman Zabolotny', 'Deir ez-Zor')
    """
    return explain(
        text, kind, scheme=scheme, style=style, within=within, order=order, tables=tables
    ).canonical


def explain(
    text: str,
    kind: Kind | None = None,
    *,
    scheme: str | None = None,
    style: str = "exonym",
    within: str | None = None,
    order: str = "auto",
    tables: Tables | None = None,
) -> Reading:
    """What a text is: its canonical form, native form, parts, key, confidence, and why.

    `kind` is "person", "place" or None (decided from the tables and the shape of the text).
    `scheme` writes the canonical form by a romanisation scheme instead of the usual English;
    `style` is "exonym" or "endonym" and `within` a country or first-level unit ("SY", "RU-ROS"),
    both for places (`within` alone says that the text is one); `order` is "auto", "given-first" or
    "surname-first", for persons.

    Raises UnknownKind, UnknownScheme or InputError for an argument that is none of these.

    >>> reading = explain("Peskov Dmitriy Sergeyevich", "person")
    >>> reading.canonical, reading.surname, reading.patronymic, reading.gender
    ('Dmitry Sergeyevich Peskov', 'Peskov', 'Sergeyevich', 'm')
    """
    if (kind, order, style, tables) != _USUAL or type(text) is not str:
        _check(text, kind, style, order, tables)
    cleaned, steps = clean(text)
    script = script_of(cleaned)
    if not script or (len(cleaned) > LONG_WORD and is_too_long(cleaned)):
        reading = Reading(text=text, canonical=cleaned, kind=kind, steps=steps)
    elif tables is not None and tables.own:
        reading = _by_own(cleaned, kind, order, within, style, tables)
    elif kind == "person":
        reading = _person(cleaned, script, order, tables)
    else:
        reading = _read(cleaned, kind, order, within, style, tables)
    if scheme is not None:
        reading = _rewritten(reading, scheme, tables)
    if steps or reading.text != text:
        reading = replace(reading, text=text, steps=steps + reading.steps)
    return reading if reading.canonical.strip(". ") else replace(reading, canonical=cleaned)  # Ъ is no sound


def _check(text: object, kind: object, style: str, order: str, tables: object) -> None:
    """Refuse arguments that mean nothing, naming the remedy."""
    need_text(text)
    if kind is not None and kind not in _KINDS:
        raise UnknownKind(f"no kind {kind!r}; {nearest(str(kind), _KINDS)}, or None to decide")
    if order not in _ORDERS:
        raise InputError(f"order: no {order!r}; {nearest(order, _ORDERS)}")
    if style not in _STYLES:
        raise InputError(f"style: no {style!r}; {nearest(style, _STYLES)}")
    if tables is not None and not isinstance(tables, Tables):
        raise InputError(
            f"tables: {tables!r} is no Tables; translit.tables.built_in().extended(FILE) makes one"
        )


def _by_own(
    text: str, kind: Kind | None, order: str, within: str | None, style: str, tables: Tables
) -> Reading:
    """Read a text with a user's own rows."""
    from translit.own import answer

    return answer(text, kind, order, within, tables, lambda name, kind, order: _read(
        name, kind, order, within, style, tables
    ))  # fmt: skip


def _read(
    text: str, kind: Kind | None, order: str, within: str | None, style: str, tables: Tables | None
) -> Reading:
    """Read a text as the kind asked for, or as the likelier one."""
    if kind == "person":
        return _person(text, script_of(text), order, tables)
    if kind == "place" or (kind is None and within):  # only a place lies within another
        from translit.place import read as read_place

        return read_place(text, tables=tables, within=within, style=style)
    return _either(text, order, style, tables)


def _person(text: str, script: str, order: str, tables: Tables | None) -> Reading:
    """Read a person's name; another name that is told aside of it is among the others."""
    pieces = parted(text) if script in _PLAIN and "-" not in text else None
    sums = plainly(pieces, script, tables) if pieces else None
    if pieces and sums:
        return _of_words(text, script, pieces, sums, order, tables)
    found = aside(text, tables)
    return _named(text, script, order, tables) if found is None else _set_apart(text, found, order, tables)


def _set_apart(text: str, found: Aside, order: str, tables: Tables | None) -> Reading:
    """Read a name in a text that says something aside of it; a foreign one keeps what is no other name."""
    reading = _person(found.name, script_of(found.name), order, tables)
    if reading.origin is None and not found.is_name and found.why != "set apart":
        return _named(text, script_of(text), order, tables)

    def others() -> tuple[Reading, ...]:
        if not found.is_name:
            return reading.others
        other = _person(found.other, script_of(found.other), order, tables)
        return (*reading.others, changed(other, others=()))

    step = Step(text, found.name, f"{found.why}: {found.other}" if found.other else found.why)
    return changed(reading, text=text, others=later(others), steps=later(lambda: (step, *reading.steps)))


def _named(text: str, script: str, order: str, tables: Tables | None) -> Reading:
    """Read a person's name by the family its words speak for."""
    if script == "Zzzz":
        return _reader("other")(text, tables=tables, order=order)
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
        return _reader(family)(text, tables=tables, order=order)
    reading = None
    if family == "ar":
        reading = _reader("ar")(text, tables=tables, order=order)
        if len(pieces) == 1 and reading.status == "unknown" and not _is_sooner_arabic(text, sums, tables):
            family, reading = FAMILIES[0 if sums[0] >= sums[2] else 2], None
    if reading is None:
        ahead = sums[0] - sums[2]
        if ahead > _RUSSIAN_FOR_SURE or ahead < -_FOREIGN_FOR_SURE:
            reading = _reader(family)(text, tables=tables, order=order)
        else:
            reading = _doubtful(text, ahead, order, tables)
    if second < best - _NO_DOUBT and (reading.origin or len(pieces) > 1):
        return reading
    if len(pieces) == 1 and reading.origin is None:
        reading = _transcribed(reading, sums, tables)
    return changed(reading, others=later(partial(_rivals, reading, sums, order, tables)))


def _unended(text: str, pieces: tuple[str, ...], order: str, tables: Tables | None) -> Reading | None:
    """Read a Russian's name without the endings that papers of other countries put on it."""
    if len(pieces) < 2 or (not text.endswith(_PUT_ON) and not pieces[0].endswith(_PUT_ON)):
        return None
    from translit.person.ended import unended

    plain = unended(pieces, tables or built_in())
    if plain is None or likeliest(plain, "Latn", tables) != "ru":
        return None
    name = " ".join(plain)
    reading = _reader("ru")(name, tables=tables, order=order)
    steps = (Step(text, name, "without the endings that were put on it"), *reading.steps)
    return replace(reading, text=text, steps=steps)


def _doubtful(text: str, ahead: float, order: str, tables: Tables | None) -> Reading:
    """Read a Latin name that may be Russian or foreign, by so many nats sooner Russian.

    It is read the way that leaves its spelling alone.
    """
    russian = _reader("ru")(text, tables=tables, order=order)
    if _fits(russian, text, ahead, tables):
        return russian
    return _reader("other")(text, tables=tables, order=order)


def _is_sooner_arabic(word: str, sums: Sequence[float], tables: Tables | None) -> bool:
    """Is a lone Latin word sooner an Arabic name than a Russian one, by how surely it reads as either?"""
    ahead = sums[1] - sums[0]
    if abs(ahead) > _SURELY_ONE:
        return ahead > 0
    from translit.sounds import read

    arabic, russian = (read(word, family, 1, tables=tables) for family in ("ar", "ru"))
    if not (arabic and russian):
        return bool(arabic)
    return ahead + log(arabic[0].share / russian[0].share) > 0


def _transcribed(reading: Reading, sums: Sequence[float], tables: Tables | None) -> Reading:
    """A lone word of no known origin with the native form that it had if it were Russian, or Arabic.

    As it is where it is surely foreign, or a table knows it as such.
    """
    if reading.status == "ok" or sums[2] - max(sums[0], sums[1]) > _LONE_FOREIGN:
        return reading
    from translit.person.natives import heard
    from translit.sounds import best

    if _is_sooner_arabic(reading.text, sums, tables):
        native = best(reading.text, "ar", tables=tables)
    else:
        form = heard(reading.text)
        native = form and form.native
    return changed(reading, native=native) if native else reading


def _rivals(
    reading: Reading, sums: Sequence[float], order: str, tables: Tables | None
) -> tuple[Reading, ...]:
    """The other readings of a Latin name, as one of its family or another's; those of a new native first."""
    found = list(reading.others)
    likely = shares(sums)
    own = reading.origin and ("ar" if reading.origin == "ar" else "ru")
    for family in ("ru", "ar"):
        share = likely[family]
        if share < _UNLIKELY or family == own:
            continue
        other = _reader(family)(reading.text, tables=tables, order=order)
        for one in (other, *other.others):
            confidence = round(one.confidence * share, 4)
            if one.native and confidence >= _UNLIKELY:
                found.append(changed(one, confidence=confidence, others=()))
    found.sort(key=lambda one: -one.confidence)
    seen = {reading.native}
    fresh: list[Reading] = []
    again: list[Reading] = []
    for one in found:
        (again if one.native in seen else fresh).append(one)
        seen.add(one.native)
    return (*fresh[:_MOST], *again)


def _fits(reading: Reading, text: str, ahead: float, tables: Tables | None) -> bool:
    """May a name that may as well be foreign be read as a Russian one?

    A usual given name that no other people has says so. Where no word is known, and where the spelling of
    a surname that looks like none would change, it may not.
    """
    if any(part.role == "given" and _is_russian_only(part, tables) for part in reading.parts):
        return True
    known = reading.status != "unknown"
    if known and (reading.canonical == text or _words(reading.canonical) == _words(text)):
        return ahead > -_TURNED
    shaped = any(part.role == "surname" and part.status == "ok" for part in reading.parts)
    return ahead > (0 if known and shaped else _RESPELT)


def _words(text: str) -> list[str]:
    return sorted(text.replace(",", " ").split())


def _is_russian_only(part: Reading, tables: Tables | None) -> bool:
    """True for a usual given name that only rows of Russia and its neighbours write."""
    from translit.person.names import commonness

    if part.row is None or not commonness(tables or built_in())(part.row):
        return False
    return all(hit.family == "ru" for hit in lexicon(tables).written(part.text))


@lru_cache(maxsize=1)
def _inflecting() -> tuple[Callable[..., bool], Callable[..., _Uprights]]:
    """What tells Arabic words from those that stand in a case, and the nominatives that these may have."""
    from translit.person.arabic.words import are_spelt
    from translit.person.inflection import uprights

    return are_spelt, uprights


def _upright(text: str, pieces: tuple[str, ...], sums: Nats, order: str, tables: Tables | None) -> Reading:
    """Read a Cyrillic name by its family; one that stands in a case by that of its nominative."""
    are_spelt, uprights = _inflecting()
    found = () if are_spelt(pieces, tables) else uprights(pieces, tables or built_in())
    if found and found[0][0] != pieces:
        upright, share = found[0]
        family = likeliest(upright, "Cyrl", tables)
        if _are_nisbas(pieces, upright, sums):
            return _reader("ar")(text, tables=tables, order=order)
        if family == "ru":
            return _reader(family)(text, tables=tables, order=order)
        if share >= _SURELY_INFLECTED:
            name = " ".join(upright)
            reading = _reader(family)(name, tables=tables, order=order)
            steps = (Step(text, name, "put into the nominative"), *reading.steps)
            return replace(reading, text=text, steps=steps)
    return _reader(FAMILIES[sums.index(max(sums))])(text, tables=tables, order=order)


def _are_nisbas(pieces: tuple[str, ...], upright: tuple[str, ...], sums: Nats) -> bool:
    """Are the words of an Arab's name that might stand in a case rather nisbas: Радхи Джаиди?"""
    if sums[1] - max(sums[0], sums[2]) < _ARABIC_FOR_SURE:
        return False
    return all(word.endswith(_NISBA) for word, other in zip(pieces, upright, strict=True) if word != other)


def _either(text: str, order: str, style: str, tables: Tables | None) -> Reading:
    """Read a text of unknown kind both ways and keep the surer, the other among `others`.

    A text that is surely a person's name is no bent or misspelt place.
    """
    from translit.place import is_listed, names_country
    from translit.place import read as read_place

    person = _person(text, script_of(text), order, tables)
    surely = _weight(person) >= _SURELY and not _is_no_name(_opening(person, tables), person, tables)
    # The place by rule is made when somebody asks for it.
    if surely and (_ends_with_initial(text) or not is_listed(text, tables)):

        def others() -> tuple[Reading, ...]:
            return (
                *person.others,
                changed(read_place(text, tables=tables, style=style, bent=False), others=()),
            )

        return changed(person, others=later(others))
    place = read_place(text, tables=tables, style=style, bent=not surely or text[:1].islower())
    placed = (
        _speaks_for(place, person, tables)
        or (names_country(text, tables) and not _has_usual_given(person))
        or (_weight(place) > _weight(person) and not _gives_way(place, person))
    )
    first, second = (place, person) if placed else (person, place)
    return changed(first, others=(*first.others, changed(second, others=())))


def _ends_with_initial(text: str) -> bool:
    """Is the last word of a text an initial, Иванов С., and no place's generic: МОСКВА Г.?"""
    last = text.rsplit(" ", 1)[-1]
    return last[-1] == "." and last[0].isupper() and is_initial(last) and not text.isupper()


def _speaks_for(place: Reading, person: Reading, tables: Tables | None) -> bool:
    """Is a text surely a place's: a generic word (village, district) beside no known given name, or what
    a row of places writes and nobody is known to be called? A lone word that has the article is sooner a
    village than a family, unless it is a nisba. A small letter without its stop is a preposition: в Крыму.
    """
    if place.row is not None and _PREPOSITION.match(person.text):
        return True
    generic = next((part.text for part in place.parts if part.role == "generic"), None)
    if generic is not None:
        return not _is_known(person) and not any(
            part.row or part.role == "patronymic"
            for part in person.parts
            if part.role in _OWN and part.text != generic and not is_initial(part.text)
        )
    opening = _opening(person, tables)
    if opening and (_is_no_name(opening, person, tables) or (place.row and _is_town(place.row, person))):
        return True
    if place.row is not None and (person.status == "unknown" or _is_half_known(person)):
        return _writes(place.row, person.text, "also")
    if person.status != "unknown":
        return False
    (part, *more) = person.parts or (person,)
    return not more and part.role == "family" and part.canonical.startswith("al-")


def _opening(person: Reading, tables: Tables | None) -> str:
    """The word with which a name of several opens as those of many places do: Deir, Sidi; else empty."""
    from translit.place.atlas import atlas

    text = person.text.replace("-", " ")
    if " " not in text or any(part.role in ("title", "kunya") for part in person.parts):
        return ""
    return text.removesuffix(atlas(tables).generics.without_part(text)).strip()


def _is_no_name(opening: str, person: Reading, tables: Tables | None) -> bool:
    """Is such a word no name of a person, as others of an Arab's name are: Deir Hassan, Kafr Ahmad?"""
    if person.origin != "ar" or len(opening) < (_LEAST_OPENING if opening.isascii() else _IN_ARABIC):
        return False
    unknown = any(part.text == opening and part.row is None for part in person.parts)
    return unknown and not lexicon(tables).written(opening)


def _is_town(row: Row, person: Reading) -> bool:
    """Is a name that opens so a town's just so, and not of two given names: Sidi Bouzid? No village's."""
    given = any(part.row and part.row.table == _ISM for part in person.parts[1:])
    size = float(row["population"] or _TOWN)
    return not given and size >= _TOWN and _writes(row, person.text, "also")


def _is_half_known(person: Reading) -> bool:
    """Has a name of several words one that no table has: Tel Aviv, of the given name Aviv?"""
    return len(person.parts) > 1 and not all(part.row for part in person.parts)


def _has_usual_given(person: Reading) -> bool:
    """Has a name a given name that a row has, and no word that none has: Ivanov, Jordan?"""
    return any(part.role in _GIVEN and part.row for part in person.parts) and not _is_half_known(person)


def _writes(row: Row, text: str, *more: str) -> bool:
    """Is a text the name of a place, as its row has it in some language?"""
    columns = ("native", "canonical", "endonym", "russian", "arabic", *more)
    return fold(text) in {fold(name) for column in columns for name in row.many(column)}


def _gives_way(place: Reading, person: Reading) -> bool:
    """Is a word that is a person's name just so no place that is but misheard?

    Maliki is no al-Malikiyah; nor is a given name a small town's other name: Ivan is no Eyvan. Anna is a
    town's own name, and Chernigov what Chernihiv is called.
    """
    from translit.place.nearness import sounded
    from translit.place.skeleton import FAMILIES as READ_IN

    parts, row = person.parts, place.row
    if row is not None and _has_father(person):  # Mohammed bin Zayed, no town of his
        return not _writes(row, person.text)
    if row is not None and _is_known(person) and script_of(person.text) == "Arab":
        return not _writes(row, person.text, "also")  # عقيلة صالح is no قلعة صالح
    if len(parts) != 1 or parts[0].status != "ok" or row is None:
        return False
    word = fold(person.text)
    if word not in (fold(person.canonical), fold(person.native or "")):
        return False
    if _writes(row, word):
        return False
    called = word in map(fold, row.many("also")) or any(
        sounded(word, family) == sounded(row.canonical, family) for family in READ_IN
    )
    small = float(row["population"] or 0) < _LARGE
    return not called or small if parts[0].role in _GIVEN else not called and small


def _has_father(person: Reading) -> bool:
    """Is a person called by a given name and whose son he is?"""
    roles = [part.role for part in person.parts if part.row]
    return roles[:1] == ["ism"] and any(_is_son(part) for part in person.parts[1:])


def _is_son(part: Reading) -> bool:
    """Does a part of a name say whose son he is, or whose sons the family: bin Zayed, Ben Ali?"""
    from translit.person.arabic.letters import SONS

    head, _, father = (part.native or "").partition(" ")
    return bool(father) and head in SONS


def _is_known(person: Reading) -> bool:
    """Has a name a given name and a surname, and a row for each of its words?"""
    parts = person.parts
    return len(parts) > 1 and parts[0].role == "ism" and all(part.row is not None for part in parts)


def _weight(reading: Reading) -> float:
    """How strongly a text speaks for the kind it was read as.

    A place is known by its row, a person by a given name or a patronymic beside another word; a
    shape alone says little.
    """
    sure = reading.confidence * (1.0 if reading.status == "ok" else _DOUBTED)
    if reading.kind == "place":
        return sure if reading.row else _SHAPE / 2
    if not any(part.row or part.role == "patronymic" for part in reading.parts):
        return sure * _SHAPELY if reading.status == "ok" else _SHAPE
    return sure if len(reading.parts) > 1 else sure * _ALONE


def _rewritten(reading: Reading, scheme: str, tables: Tables | None) -> Reading:
    """The same reading, its canonical forms written by a scheme from the native ones."""
    from translit.romanization import romanize
    from translit.romanization import scheme as find_scheme

    if reading.native is None or (reading.kind == "person" and reading.origin is None):
        find_scheme(scheme, tables=tables)
        return reading
    latin = romanize(reading.native, scheme, tables=tables)
    parts = tuple(_rewritten(part, scheme, tables) for part in reading.parts)
    step = Step(reading.canonical, latin, f"scheme {scheme}")
    return replace(reading, canonical=latin, parts=parts, steps=(*reading.steps, step))
