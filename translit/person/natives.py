"""What a word of a Russian name is in Cyrillic: as it sounds, as its letters stand, as its writer spells.

Who wrote the given name (`writers`) tells how the surname beside it is to be read.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple
from unicodedata import normalize

from translit.memory import remembered
from translit.person.literal import is_listed, literal
from translit.person.names import givens
from translit.romanization import latin_schemes, romanize, scheme, spells
from translit.sounds import reading as sounds
from translit.sounds.letters import native_letters
from translit.tables import Tables, built_in
from translit.text.case import capitalise
from translit.text.clean import fold
from translit.text.script import script_of

__all__ = [
    "PRESS",
    "Form",
    "bare",
    "cased",
    "dotted",
    "every",
    "forms",
    "heard",
    "surname",
    "unbent",
    "writers",
    "wrote",
]

_ACUTE = "\N{COMBINING ACUTE ACCENT}"
_PRESS = "press-en-ru"
PRESS = (_PRESS,)
_YO = re.compile("[^aeiou]yo")
_USUAL = (_PRESS, "icao-9303-ru")  # papers, passports
_HEARD = 4  # readings that are weighed for the first
_MORE = 8  # … for all
_SPELT = 2.5  # how much likelier the form is that the letters lead to one by one
_UNHEARD = 0.02  # its share where no reading has it
_OWN, _ANY = (7.0, 2.0), (3.2, 1.5)  # … that the given name's writer writes so, or any: marks kept, lost
_MOST = 8.0  # … at most
_RUSSIAN = str.maketrans("іїєўґ", "ииевг")
_OPENING = re.compile("[b-df-hj-np-tv-xz]+(?=[aeiouy])")
_CLUSTER = re.compile("[бвгджзклмнпрстфхцчшщ]{2,}")
_SOUNDS, _OF_TWO = re.compile("s?ch|[stckz]h|t[sz]|[cs]z|."), re.compile("[xj]")  # кс, дж
_CROWDED = 0.1
_VOWELS = frozenset("аеёиоуыэюя")
_CARONLESS, _SIGNLESS = str.maketrans("шщжч", "ссзц"), str.maketrans("", "", "ьъ")
_NATIONAL = frozenset("іїєўґ")
_LATIN_ENDS = ("us", "os")
_HISSED = frozenset("сзшжщц")
_WARMTH, _EVER = 0.6, 0.97  # how far the shares tell how often a form is right
_LISTED = 0.97  # how often a word is right that its letters lead to and the tables know


class Form(NamedTuple):
    """A form in Cyrillic, and how likely it is the word's own."""

    native: str
    share: float


def cased(text: str) -> str:
    """A word as names are written: its own capitals stay unless it has none or only such.

    >>> cased("ivanov"), cased("McIvanov")
    ('Ivanov', 'McIvanov')
    """
    return capitalise(text) if text.isupper() or text.islower() else text


def heard(text: str, writers: tuple[str, ...] = PRESS) -> Form | None:
    """The Cyrillic form of a word of any script, None where none can be heard.

    `writers` are the schemes that the rest of the name is written by.

    >>> heard("Zabolotny").native, heard("Щука")
    ('Заболотный', Form(native='Щука', share=1.0))
    """
    script = script_of(text)
    if script == "Cyrl":
        return Form(cased(text), 1.0)
    spelt = literal(text, built_in()) if writers == PRESS and script == "Latn" else None
    if spelt is not None and is_listed(spelt, built_in()):
        return Form(capitalise(spelt), _LISTED)
    found = _weighed(text, writers, spelt, sounds.forms(text, "ru", _HEARD))
    return _form(*max(found), found) if found else None


@lru_cache(maxsize=1024)
def forms(text: str, writers: tuple[str, ...] = PRESS) -> tuple[Form, ...]:
    """What a word is likely to be in Cyrillic, likeliest first.

    >>> [form.native for form in forms("Peskow")][:1]
    ['Песков']
    """
    return _ranked(text, writers, sounds.forms(text, "ru", _MORE))


def every(text: str, writers: tuple[str, ...] = PRESS) -> tuple[Form, ...]:
    """All that a word may be in Cyrillic, likeliest first, those too that a known name leads by far.

    >>> [form.native for form in every("Peskow")][:2]
    ['Песков', 'Пешков']
    """
    return _ranked(text, writers, sounds.every(text, "ru", _MORE))


def _ranked(text: str, writers: tuple[str, ...], heard: Heard) -> tuple[Form, ...]:
    """The readings of a word as forms, likeliest first."""
    spelt = literal(text, built_in()) if writers == PRESS and script_of(text) == "Latn" else None
    found = sorted(_weighed(text, writers, spelt, heard), reverse=True)
    return tuple(_form(worth, word, found) for worth, word in found)


Heard = tuple[tuple[str, float], ...]
Weighed = list[tuple[float, str]]


def _form(worth: float, word: str, found: Weighed) -> Form:
    """A form with its share as often as it is right."""
    if len(found) == 1:
        return Form(capitalise(word), _EVER * worth)
    total = sum([other**_WARMTH for other, _ in found])
    return Form(capitalise(word), _EVER * worth**_WARMTH / total)


def _weighed(text: str, writers: tuple[str, ...], spelt: str | None, heard: Heard) -> Weighed:
    """The readings of a word as it is heard, and what its letters lead to, with what each is worth.

    One too unlikely to come first whoever wrote it stands with its share alone.
    """
    plain = fold(text)
    found = _russian(heard)
    just = bare(spelt) if spelt else ""
    if _YO.search(plain):
        found = [(worth, _dotted(word, plain)) for worth, word in found]
    if spelt and just not in [bare(word) for _, word in found]:
        found.append((_UNHEARD, spelt))
    if not _VOWELS.issuperset([word[1:2] for _, word in found]):
        found = [(worth * _crowded(word, plain), word) for worth, word in found]
    if len(found) < 2 or found[0][0] > _MOST * found[1][0]:
        return found
    own = writers != PRESS
    asked = writers if own else with_letters(text)
    best = 0.0
    for at, (worth, word) in enumerate(found):
        if worth * _MOST > best:
            worth *= _literal(word, plain, asked, own) * (_SPELT if just and bare(word) == just else 1.0)
            found[at] = worth, word
            best = max(best, worth)
    return found


def _russian(heard: Heard) -> Weighed:
    """The readings of a word in Russian letters, those of its neighbours put into them."""
    found = [(share, word) for word, share in heard if "\u0400" <= word[:1] < "\u0530"]
    if all(_NATIONAL.isdisjoint(word) for _, word in found):
        return found
    shares: dict[str, float] = {}
    for share, word in found:
        word = word.translate(_RUSSIAN)
        shares[word] = shares.get(word, 0.0) + share
    return sorted(((share, word) for word, share in shares.items()), key=lambda one: -one[0])


def _crowded(word: str, plain: str) -> float:
    """How much less likely a form is that opens with more consonants than its spelling: Мкалаев for Mikalaev.

    A form that the tables know stays: Мкртчян.
    """
    cluster, opening = _CLUSTER.match(word), _OPENING.match(plain)
    if not cluster or not opening or is_listed(word, built_in()):
        return 1.0
    sounds = len(_SOUNDS.findall(opening[0])) + len(_OF_TWO.findall(opening[0]))
    return 1.0 if len(cluster[0]) <= sounds else _CROWDED


def surname(text: str, writers: tuple[str, ...] = PRESS) -> Form | None:
    """What a surname is in Cyrillic: as `heard`, but that Latin endings are those of given names.

    Julius is Юлий, and Levus no Левий.

    >>> surname("Levus").native, heard("Julius").native
    ('Левус', 'Юлий')
    """
    form = heard(text, writers)
    if form is None or form.native[-1] in _HISSED or not text.lower().endswith(_LATIN_ENDS):
        return form
    return next((one for one in forms(text, writers) if one.native[-1] in _HISSED), form)


def unbent(text: str, native: str) -> str:
    """A form in which s, z and c stand for what they do without their carons, where a word is spelt so.

    A known form goes before only where a scheme writes it so with its marks.

    >>> unbent("Basirovna", "Башировна"), unbent("Bashirovna", "Башировна"), unbent("Baširovna", "Башировна")
    ('Басировна', 'Башировна', 'Башировна')
    """
    if not text.isascii():
        return native
    small, plain = text.lower(), fold(text)
    known = bare(native.lower()).translate(_SIGNLESS)
    for form in forms(text):
        word = form.native.lower()
        letters = bare(word).translate(_SIGNLESS)
        if letters == known or letters.translate(_CARONLESS) != known.translate(_CARONLESS):
            continue
        if any(spells(word, plain, one) for one in _USUAL) and not any(
            romanize(native.lower(), one).lower() == small for one in latin_schemes("ru")
        ):
            return form.native
    return native


def dotted(word: str) -> str:
    """A Cyrillic word with the ё that the tables know it by.

    >>> dotted("Нефедов"), dotted("Петров")
    ('Нефёдов', 'Петров')
    """
    forms = sounds.names("ru", built_in())[0].get(native_letters(word, "ru"))
    return _cased_as(forms[0][0], word) if forms and forms[0] and "ё" in forms[0][0] else word


def _cased_as(word: str, text: str) -> str:
    """A word with the capitals of another of as many letters."""
    return "".join(
        letter.upper() if model.isupper() else letter for letter, model in zip(word, text, strict=False)
    )


def _dotted(word: str, plain: str) -> str:
    """A form with ё where papers write it so: Seryozhenko."""
    for at, letter in enumerate(word):
        form = f"{word[:at]}ё{word[at + 1 :]}"
        if letter == "е" and spells(form, plain, _PRESS):
            return form
    return word


def bare(word: str) -> str:
    """A word in Cyrillic with е for ё."""
    return word.replace("ё", "е")


def _literal(word: str, plain: str, writers: tuple[str, ...], own: bool) -> float:
    """How much likelier a form is that a scheme writes as the text has it, marks lost or not.

    `own` says that they are the given name's.
    """
    if writers == PRESS and "ь" in word:
        return 1.0
    marked, unmarked = _OWN if own else _ANY
    worth = 1.0
    for writer in _USUAL if writers == PRESS else writers:
        if spells(word, plain, writer):
            written = romanize(word, writer)
            if normalize("NFD", written) == written:
                return marked
            worth = unmarked
    return worth


@remembered(16384)
def writers(text: str, tables: Tables) -> tuple[str, ...]:
    """The schemes that write a given name as it stands; the press's alone where it does, or none does.

    >>> from translit.tables import built_in
    >>> writers("Wladimir", built_in()), writers("Vladimir", built_in())
    (('press-de-ru', 'press-pl-ru'), ('press-en-ru',))
    """
    hits = givens(text, tables)
    if not hits or script_of(text) != "Latn" or hits[0].tier not in ("ru", "short"):
        return PRESS
    if fold(text) == fold(hits[0].row.canonical):
        return PRESS
    return wrote(hits[0].row.native.replace(_ACUTE, ""), text, tables)


def wrote(native: str, text: str, tables: Tables) -> tuple[str, ...]:
    """The schemes of Russian that write a word so; the press's alone where it does, or none does.

    >>> wrote("Иванович", "Iwanowitsch", built_in())
    ('press-de-ru',)
    """
    if script_of(text) != "Latn":
        return PRESS
    plain = fold(text)
    found = tuple([name for name in _alphabets(tables) if spells(native, plain, name, tables=tables)])
    return found if found and _PRESS not in found else PRESS


@lru_cache(maxsize=4)
def _alphabets(tables: Tables) -> dict[str, frozenset[str]]:
    """The letters that each scheme of Russian in Latin letters writes with."""
    return {
        one: frozenset("".join(rule.put for rule in scheme(one, tables=tables).rules).lower())
        for one in latin_schemes("ru", tables)
    }


def with_letters(word: str) -> tuple[str, ...]:
    """The press's scheme where it has the letters of a word, else those that have (w is German or Polish)."""
    alphabets = _alphabets(built_in())
    letters = set(word.lower()) - set("’'ʹ")
    if letters <= alphabets[_PRESS]:
        return PRESS
    return tuple(name for name, known in alphabets.items() if letters <= known) or PRESS
