"""The words of a person's name read by the family of languages that they speak for.

A lone word may be doubtful, a Cyrillic name may stand in a case, a Latin one may have the endings of another
tongue.
"""

from __future__ import annotations

from functools import partial
from operator import eq

from translit.canon.cases import has_no_given, stands_upright, uprights
from translit.canon.doubt import (
    are_abroad,
    are_others,
    are_turks,
    doubtful,
    has_others_given,
    is_abroad,
    is_slavs,
    rivals,
)
from translit.canon.lone import in_cyrillic, in_row, is_but_heard, is_sooner_arabic, transcribed
from translit.canon.readers import NOMINATIVE, as_of, either, reader
from translit.canon.surface import put_back
from translit.languages import slavic
from translit.lookup import lexicon_of
from translit.nouns import Reading, Step
from translit.origin import COMMON, Nats, foremost, likeliest, weighed
from translit.person.arabic.abroad import may_be_respelt, respelt
from translit.person.arabic.baltic import unended as arabs_unended
from translit.person.arabic.nearest import are_known
from translit.person.arabic.oblique import are_arabs
from translit.person.arabic.oblique import upright as unturned
from translit.person.arabic.womans import as_mans
from translit.person.arabic.words import are_spelt, vocabulary
from translit.person.names import givens
from translit.person.slavic.foreign_endings import last_letters, unended, unended_alone
from translit.person.slavic.worth import is_listed
from translit.quick import changed, later
from translit.sounds.families import FAMILIES
from translit.tables import Tables
from translit.text.cyrillic import VOWELS

__all__ = ["of_words"]

_RUSSIAN_FOR_SURE, _FOREIGN_FOR_SURE = 4.0, 2.0  # nats from which a Latin name is surely one or the other
_ARABIC_FOR_SURE, _NISBA = 1.5, "и"  # … from which a Cyrillic one is an Arab's, whose words end so in no case
_RUSSIAN_IN_A_CASE, _RUSSIAN_IN_ANY = 3.5, 8.0  # … and a Russian's who is hardly an Arab in a case, and none
_NO_DOUBT = 4.0  # nats by which the words of a name must speak for one family, so that no other is told
_SURELY_INFLECTED = 0.95
_SYLLABLES = 3  # words of a Korean
_ENDED = "without the endings that were put on it"
_RESPELT = "in letters as other papers mean them"


def of_words(
    text: str, script: str, pieces: tuple[str, ...], sums: Nats, order: str, tables: Tables
) -> Reading:
    """Read a name whose words speak so for each family."""
    if script == "Cyrl":
        return _upright(text, pieces, sums, order, tables)
    if script == "Latn" and (found := _plainer(text, pieces, sums, order, tables)):
        return found
    return _by_family(text, script, pieces, sums, order, tables)


def _by_family(
    text: str, script: str, pieces: tuple[str, ...], sums: Nats, order: str, tables: Tables
) -> Reading:
    """Read a name in Latin or Arabic letters by the family that its words speak for."""
    family, best, second = foremost(sums)
    if script != "Latn":
        family = "other" if family == "ar" and are_abroad(pieces, tables) else family
        return reader(family)(text, tables=tables, order=order)
    lone = len(pieces) == 1
    if family == "ar" and is_slavs(pieces, best - sums[0], tables):
        family, second = FAMILIES[0], sums[0]
    if family == "ar" and (is_abroad(pieces, tables) or are_turks(pieces, tables)):
        reading = reader("other")(text, tables=tables, order=order)
    elif family == "ar":
        reading = reader("ar")(text, tables=tables, order=order)
        if reading.status == "unknown" and has_others_given(pieces, tables):  # Alexander Nawalny
            reading = _of_no_arab(text, FAMILIES[0 if sums[0] >= sums[2] else 2], sums, order, tables)
    else:
        reading = _of_no_arab(text, family, sums, order, tables)
    if lone:
        reading = _of_word(reading, sums, best - second, order, tables)
    if second < best - _NO_DOUBT and (reading.origin or (not lone and family != "ar")):
        return reading
    return changed(reading, others=later(partial(rivals, reading, sums, lone, order, tables)))


def _of_no_arab(text: str, family: str, sums: Nats, order: str, tables: Tables) -> Reading:
    """Read a Latin name that is no Arab's by its family, with care where it may be another's."""
    ahead = sums[0] - sums[2]
    if ahead > _RUSSIAN_FOR_SURE or ahead < -_FOREIGN_FOR_SURE:
        return reader(family)(text, tables=tables, order=order)
    return doubtful(text, ahead, order, tables)


def _of_word(reading: Reading, sums: Nats, ahead: float, order: str, tables: Tables) -> Reading:
    """The reading of a lone Latin word; one that no row writes is an Arab's or a Russian's, as it reads best.

    `ahead` is by how many nats it speaks for its family.
    """
    text, arabic = reading.text, reading.origin == "ar"
    if reading.status == "unknown" and reading.origin != "ru" and (found := in_row(text, order, tables)):
        return found
    if reading.origin is None:
        return transcribed(reading, sums, tables)
    heard = arabic and is_but_heard(reading, ahead, tables)
    unknown = reading.status == "unknown" and not lexicon_of(tables).written(text)
    if (heard or unknown) and is_sooner_arabic(text, sums, tables, heard=heard) != arabic:
        if arabic:
            other = _of_no_arab(text, FAMILIES[0 if sums[0] >= sums[2] else 2], sums, order, tables)
            return other if other.origin else transcribed(other, sums, tables)
        reading = reader("ar")(text, tables=tables, order=order)
        heard = is_but_heard(reading, ahead, tables)
    if not heard:
        return reading
    sure = round(reading.confidence * reading.parts[0].confidence, 3)
    return changed(reading, status="ambiguous", confidence=sure)


def _upright(text: str, pieces: tuple[str, ...], sums: Nats, order: str, tables: Tables) -> Reading:
    """Read a Cyrillic name by its family; one that stands in a case by that of its nominative."""
    arab = _of_arabs(text, pieces, sums, order, tables)
    if arab:
        return arab
    found = () if are_spelt(pieces, tables) or are_others(pieces, sums, tables) else uprights(pieces, tables)
    if found and found[0][0] != pieces:
        upright, share = found[0]
        whose = likeliest(upright, "Cyrl", tables)
        if _are_nisbas(pieces, upright, sums, tables):
            return reader("ar")(text, tables=tables, order=order)
        if whose == "ru" or (whose == "ar" and are_arabs(_changed(pieces, upright), tables)):
            return reader(whose)(text, tables=tables, order=order)
        if share >= _SURELY_INFLECTED and not stands_upright(pieces, upright):
            name = " ".join(upright)
            reading = reader(whose)(name, tables=tables, order=order)
            return as_of(text, reading, Step(text, name, NOMINATIVE))
    arab = in_cyrillic(text, sums, order, tables) if len(pieces) == 1 else None
    if arab:
        return arab
    family, *_ = foremost(sums)
    if (family == "ar" and are_abroad(pieces, tables)) or (family == "ru" and _are_syllables(pieces)):
        family = "other"
    return reader(family)(text, tables=tables, order=order)


def _are_syllables(pieces: tuple[str, ...]) -> bool:
    """Are three words of one syllable each a Korean's or a Chinese's: Ким Чен Ир?"""
    if len(pieces) != _SYLLABLES:
        return False
    return all(len(word) > 1 and sum(letter in VOWELS for letter in word.lower()) == 1 for word in pieces)


def _of_arabs(text: str, pieces: tuple[str, ...], sums: Nats, order: str, tables: Tables) -> Reading | None:
    """Read an Arab's name that stands in a case; None of any other.

    One whose words are names as they stand may as well be a woman's: Самира Джааджаа, of Самир or Самира.
    """
    ahead = sums[0] - sums[1]
    if ahead > _RUSSIAN_IN_ANY:
        return None
    upright = unturned(pieces, tables, ahead > _RUSSIAN_IN_A_CASE)
    if not upright or likeliest(upright, "Cyrl", tables) != "ar" or _has_slavs_given(pieces, tables):
        return None
    name = " ".join(upright)
    told = reader("ar")(name, tables=tables, order=order)
    told = as_of(text, told, Step(text, name, NOMINATIVE))
    if not are_arabs(_changed(pieces, upright), tables):
        return told
    if likeliest(pieces, "Cyrl", tables) != "ar":
        return None
    reading = reader("ar")(text, tables=tables, order=order)
    if reading.canonical == told.canonical or has_no_given(reading):
        return told
    return either(reading, lambda: told)


def _has_slavs_given(pieces: tuple[str, ...], tables: Tables) -> bool:
    """Has a Cyrillic name in a case, put into the nominative, a given name of Slavs: Марию Захарову?

    That is a common one, or one that no scheme writes for an Arabic name.
    """
    for word in next((upright for upright, _ in uprights(pieces, tables)), ()):
        found = givens(word, tables)
        if found and found[0].tier in slavic(tables):
            return found[0].common >= COMMON or not vocabulary(tables).made_by(word)
    return False


def _changed(pieces: tuple[str, ...], upright: tuple[str, ...]) -> list[str]:
    """The words of a name that are others in the nominative."""
    return [word for word, form in zip(pieces, upright, strict=True) if word != form]


def _are_nisbas(pieces: tuple[str, ...], upright: tuple[str, ...], sums: Nats, tables: Tables) -> bool:
    """Are the words of an Arab's name that might stand in a case rather nisbas: Радхи Джаиди?"""
    if sums[1] - max(sums[0], sums[2]) < _ARABIC_FOR_SURE:
        return False
    if any(is_listed(form.lower(), gender, tables) for form in upright for gender in "mf"):  # Берии
        return False
    return all(word.endswith(_NISBA) for word in _changed(pieces, upright))


def _plainer(text: str, pieces: tuple[str, ...], sums: Nats, order: str, tables: Tables) -> Reading | None:
    """Read a name without the endings that other tongues' papers put on it, and in letters that we know."""
    if len(pieces) < 2:
        left = unended_alone(text, tables)
        if left is None:
            return None
        reading = as_of(text, reader("ru")(left, tables=tables, order=order), Step(text, left, _ENDED))
        return put_back(reading, {left: text}, _ENDED)
    ends = last_letters(tables)
    slavic_end = text[-1] in ends or pieces[0][-1] in ends
    odd = sums[0] - sums[1] < _RUSSIAN_IN_ANY and may_be_respelt(text)
    may_end = slavic_end or "s " in text or "S " in text
    if not (may_end or odd):
        return None
    plain = unended(pieces, tables) if slavic_end else None
    if plain is not None and likeliest(plain, "Latn", tables) == "ru":
        name = " ".join(plain)
        reading = as_of(text, reader("ru")(name, tables=tables, order=order), Step(text, name, _ENDED))
        return put_back(reading, dict(zip(plain, pieces, strict=True)), _ENDED)
    return _as_arabs(text, pieces, sums, may_end, odd, order, tables)


def _as_arabs(
    text: str, pieces: tuple[str, ...], sums: Nats, ended: bool, odd: bool, order: str, tables: Tables
) -> Reading | None:
    """The same of an Arab's name; None of one that is written as it is. A letter of it may be `odd`."""
    steps: list[Step] = []
    stood = pieces
    name, plain = text, arabs_unended(pieces, tables) if ended else None
    womans = as_mans(pieces, tables) if ended and not plain else None
    if plain := plain or womans:
        name, pieces = _joined(plain), plain
        steps.append(Step(text, name, _ENDED))
    arabs = foremost(sums)[0] == "ar"
    plain = respelt(name, pieces, tables, arabs=arabs) if odd or (steps and may_be_respelt(name)) else None
    if plain and (likeliest(plain, "Latn", tables) == "ar" or are_known(plain, tables)):
        steps.append(Step(name, _joined(plain), _RESPELT))
        name, pieces = _joined(plain), plain
    if not steps:
        return None
    found = _by_family(name, "Latn", pieces, weighed(pieces, "Latn", tables), order, tables)
    if womans and found.origin != "ar":
        return None
    bare = steps[0].why == _RESPELT or any(map(eq, pieces, stood))  # a word has no ending of Balts
    if bare and found.origin not in ("ar", None):  # Ilja Jaszyn is no Yasin, Taimuras Mamsurow no Taymour
        return None
    return put_back(as_of(text, found, *steps), dict(zip(pieces, stood, strict=True)), steps[-1].why)


def _joined(pieces: tuple[str, ...]) -> str:
    """The words of a name as a text."""
    return " ".join(pieces).replace(" ,", ",")
