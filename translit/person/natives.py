"""What a word of a Russian name is in Cyrillic: as it sounds, as its letters stand, as its writer spells.

Who wrote the given name (`writers`) tells how the surname beside it is to be read.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from itertools import product
from typing import NamedTuple
from unicodedata import normalize

from translit import compiled
from translit.memory import remembered
from translit.person.abroad import betrayed, is_surely, known, telling, written
from translit.person.literal import is_listed, literal
from translit.person.respelt import respelling
from translit.person.writers import PRESS, STRESSING, with_letters
from translit.romanization import Speller, latin_schemes, romanize, spellers, spells
from translit.sounds import reading as sounds
from translit.sounds.known import names
from translit.sounds.letters import native_letters
from translit.tables import Tables, built_in
from translit.text.case import capitalise, is_uneven
from translit.text.clean import fold
from translit.text.script import script_of

__all__ = ["Form", "bare", "cased", "dotted", "every", "forms", "heard", "surname", "unbent"]

_PRESS = "press-en-ru"
_YO = re.compile("[^aeiou]yo")
_USUAL = (_PRESS, "icao-9303-ru")  # papers, passports
_HEARD = 4  # readings that are weighed for the first
_MORE = 8  # … for all
_SPELT = 2.5  # how much likelier the form is that the letters lead to one by one
_UNHEARD = 0.02  # its share where no reading has it
_OWN, _ANY = (7.0, 2.0), (3.2, 1.5)  # … that the given name's writer writes so, or any: marks kept, lost
_MOST = 8.0  # … at most
_GAINS = (*_ANY, _SPELT, _MOST), (*_OWN, _SPELT, _MOST)  # of any writer, of the given name's
_RUSSIAN = str.maketrans("іїєўґ", "ииевг")
_OPENING = re.compile("[b-df-hj-np-tv-xz]+(?=[aeiouy])")
_CLUSTER = re.compile("[бвгджзклмнпрстфхцчшщ]{2,}")
_SOUNDS, _OF_TWO = re.compile("s?ch|[stckz]h|t[sz]|[cs]z|."), re.compile("[xj]")  # кс, дж
_CROWDED = 0.1
_VOWELS = frozenset("аеёиоуыэюя")
_CARONLESS, _SIGNLESS = str.maketrans("шщжч", "ссзц"), str.maketrans("", "", "ьъ")
_NATIONAL = "іїєўґ"
_YE = frozenset("еёЕЁ")
_LATIN_ENDS = ("us", "os")
_HISSED = frozenset("сзшжщц")
_WARMTH, _EVER = 0.6, 0.97  # how far the shares tell how often a form is right
_UNSPELT = None, 0.0
_READ = 0.9  # … how often what a paper's scheme is read as backwards
_LISTED = 0.97  # how often a word is right that its letters lead to and the tables know
_Hands = tuple[tuple[str, Speller], ...]  # schemes, with what tells whether each writes a word so
_Gains = tuple[float, float, float, float]


class Form(NamedTuple):
    """A form in Cyrillic, and how likely it is the word's own."""

    native: str
    share: float


def cased(text: str) -> str:
    """A word as names are written: its own capitals stay unless it has none, only such, or two to begin with.

    >>> cased("ivanov"), cased("McIvanov"), cased("ШИбАКОВ")
    ('Ivanov', 'McIvanov', 'Шибаков')
    """
    return capitalise(text) if text.isupper() or text.islower() or is_uneven(text) else text


def heard(text: str, writers: tuple[str, ...] = PRESS) -> Form | None:
    """The Cyrillic form of a word of any script, None where none can be heard.

    `writers` are the schemes that the rest of the name is written by.

    >>> heard("Zabolotny").native, heard("Щука")
    ('Заболотный', Form(native='Щука', share=1.0))
    """
    script = script_of(text)
    if script == "Cyrl":
        return Form(cased(text), 1.0)
    spelt = None
    if script == "Latn":
        spelt, share = _spelt(text, writers)
        if share and spelt:
            return Form(capitalise(spelt), share)
    found = _weighed(text, writers, spelt, sounds.forms(_respelt(text), "ru", _HEARD))
    if not found:
        return None
    word, share = _first(found, _WARMTH, _EVER)
    return Form(capitalise(word), share)


@lru_cache(maxsize=1024)
def forms(text: str, writers: tuple[str, ...] = PRESS) -> tuple[Form, ...]:
    """What a word is likely to be in Cyrillic, likeliest first.

    >>> [form.native for form in forms("Peskow")][:1]
    ['Песков']
    """
    return _ranked(text, writers, sounds.forms(_respelt(text), "ru", _MORE))


def every(text: str, writers: tuple[str, ...] = PRESS) -> tuple[Form, ...]:
    """All that a word may be in Cyrillic, likeliest first, those too that a known name leads by far.

    >>> [form.native for form in every("Peskow")][:2]
    ['Песков', 'Пешков']
    """
    return _ranked(text, writers, sounds.every(_respelt(text), "ru", _MORE))


def _ranked(text: str, writers: tuple[str, ...], heard: Heard) -> tuple[Form, ...]:
    """The readings of a word as forms, likeliest first."""
    spelt = _spelt(text, writers)[0] if script_of(text) == "Latn" else None
    found = sorted(_weighed(text, writers, spelt, heard), reverse=True)
    return tuple(_form(worth, word, found) for worth, word in found)


def _respelt(text: str) -> str:
    """A word in letters that the costs of sounds know: French ïe, Romanian ș."""
    return text if text.isascii() else respelling("ru", built_in())(text)


def _spelt(text: str, writers: tuple[str, ...]) -> tuple[str | None, float]:
    """What the letters of a word lead to, for an English paper or for who wrote the rest of the name.

    Beside it, how often that is right, 0 where it is but a likelier one among what the word sounds as.
    """
    tables = built_in()
    if writers == PRESS:
        spelt = literal(text, tables)
        if spelt is not None and is_listed(spelt, tables):
            return spelt, _LISTED
        papers = betrayed(text)
        return _read(text, papers, (), spelt) if papers else (spelt, 0.0)
    papers = telling(text, writers) or (() if STRESSING.issuperset(writers) else betrayed(text))
    if not papers:  # Masjádov beside Aslán is no Swede's
        return _UNSPELT
    spelt = literal(text, tables)
    if spelt and is_listed(spelt, tables) and any(spells(spelt, fold(text), one) for one in papers):
        return spelt, _LISTED
    return _read(text, papers, writers, None)


def _read(
    text: str, papers: tuple[str, ...], writers: tuple[str, ...], spelt: str | None
) -> tuple[str | None, float]:
    """The same of a word that some schemes may have written: read backwards, else what its letters lead to.

    `writers` wrote the given name, where they are known.
    """
    tables = built_in()
    found = known(text, papers, tables)
    if found:
        return found, _LISTED
    surely = is_surely(text, writers)
    english = written(text, papers, tables) if writers or surely else None
    if english and surely and (form := _in_english(english)):
        return form.native.lower(), _READ * form.share
    return (literal(english, tables) if writers and english else spelt), 0.0


def _in_english(text: str) -> Form | None:
    """The Cyrillic form of a word as an English paper prints it, whatever other papers would mean by it."""
    spelt = literal(text, built_in())
    if spelt is not None and is_listed(spelt, built_in()):
        return Form(capitalise(spelt), _LISTED)
    found = _weighed(text, PRESS, spelt, sounds.forms(text, "ru", _HEARD))
    return _form(*max(found), found) if found else None


Heard = tuple[tuple[str, float], ...]
Weighed = list[tuple[float, str]]


def _form(worth: float, word: str, found: Weighed) -> Form:
    """A form with its share as often as it is right."""
    if len(found) == 1:
        return Form(capitalise(word), _EVER * worth)
    total = sum([other**_WARMTH for other, _ in found])
    return Form(capitalise(word), _EVER * worth**_WARMTH / total)


def first(found: Weighed, warmth: float, ever: float) -> tuple[str, float]:
    """The likeliest word and its share, the worths as far as warmth lets them tell; that of one is its own.

    `ever` is how often the best can be right. Compiled, the same.

    >>> first([(0.25, "пешков"), (0.75, "песков")], 1.0, 1.0)
    ('песков', 0.75)
    """
    worth, word = max(found)
    if len(found) == 1:
        return word, ever * worth
    return word, ever * worth**warmth / sum([other**warmth for other, _ in found])


_first = compiled.word.first if compiled.word else first


def _weighed(text: str, writers: tuple[str, ...], spelt: str | None, heard: Heard) -> Weighed:
    """The readings of a word as it is heard, and what its letters lead to, with what each is worth.

    One too unlikely to come first whoever wrote it stands with its share alone.
    """
    plain = fold(text)
    found = _russian(heard)
    if ("j" in plain or "w" in plain) and _german(built_in()).spelling.search(plain):
        found = _in_german(found)
    just = bare(spelt) if spelt else ""
    if "yo" in plain and _YO.search(plain):
        found = [(worth, _dotted(word, plain)) for worth, word in found]
    if spelt and just not in [bare(word) for _, word in found]:
        found.append((_UNHEARD, spelt))
    for _, word in found:
        if word[1:2] not in _VOWELS:
            found = [(worth * _crowded(word, plain), word) for worth, word in found]
            break
    if len(found) < 2 or found[0][0] > _MOST * found[1][0]:
        return found
    own = writers != PRESS
    asked = writers if own else with_letters(text)
    press = asked == PRESS
    _gain(found, plain, just, "ь" if press else "", _hands(_USUAL if press else asked), _GAINS[own], _keeps)
    return found


def _russian(heard: Heard) -> Weighed:
    """The readings of a word in Russian letters, those of its neighbours put into them."""
    found = _readings(heard, len(heard), _NATIONAL)
    if found is not None:
        return found
    shares: dict[str, float] = {}
    for word, share in heard:
        if not "\u0400" <= word[:1] < "\u0530":
            continue
        word = word.translate(_RUSSIAN)
        shares[word] = shares.get(word, 0.0) + share
    return sorted(((share, word) for word, share in shares.items()), key=lambda one: -one[0])


def readings(forms: tuple[tuple[str, float], ...], most: int, national: str) -> Weighed | None:
    """Forms in Cyrillic, as many as asked for; None where one has a national letter. Compiled, the same.

    >>> readings((("иванов", 0.5), ("ivanov", 0.5)), 2, "і"), readings((("івановъ", 0.5),), 2, "і")
    ([(0.5, 'иванов')], None)
    """
    found = [(share, word) for word, share in forms[:most] if "\u0400" <= word[:1] < "\u0530"]
    return found if all(set(national).isdisjoint(word) for _, word in found) else None


_readings = compiled.word.readings if compiled.word else readings


class _German(NamedTuple):
    """What a German spelling has beside j or w, and what letters are meant where one is heard."""

    spelling: re.Pattern[str]
    meant: dict[str, str]


@lru_cache(maxsize=4)
def _german(tables: Tables) -> _German:
    """The letters of German papers, of their table."""
    rows = tables.rows("spelling/ru/german")
    spelt = "|".join(row["spelling"] + (f"[{row['before']}]" if row["before"] else "") for row in rows)
    return _German(re.compile(spelt or "(?!)"), {row["heard"]: row["meant"].replace("|", "") for row in rows})


def _in_german(found: Weighed) -> Weighed:
    """The readings of a German spelling, before them a known word where the first is none.

    Saluschny is Залужный: German s is с and з, sch ш and ж, and z is ц.
    """
    if not found or is_listed(found[0][1], built_in()):
        return found
    meant = _german(built_in()).meant
    for worth, word in found[:2]:
        for way in product(*[meant.get(letter, letter) for letter in word]):
            other = "".join(way)
            if is_listed(other, built_in()):
                return [(_MOST * worth, other), *found]
    return found


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
    return Form(cased(text), 1.0) if script_of(text) == "Cyrl" else _surname(text, writers)


@remembered(4096)
def _surname(text: str, writers: tuple[str, ...]) -> Form | None:
    """The same of a surname in another script."""
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
    usual, plain = native.lower(), fold(text)
    if _is_written(usual, text.lower(), plain):
        return native
    known = bare(usual).translate(_SIGNLESS)
    for form in forms(text):
        word = form.native.lower()
        letters = bare(word).translate(_SIGNLESS)
        if letters == known or letters.translate(_CARONLESS) != known.translate(_CARONLESS):
            continue
        if any(spells(word, plain, one) for one in _USUAL):
            return form.native
    return native


def _is_written(native: str, small: str, plain: str) -> bool:
    """Does a scheme that tells ш from с write a form so, marks and all? The usual are asked first."""
    return any(
        spelt(native, plain) and romanize(native, one).lower() == small
        for one, spelt in _hands((*_USUAL, *_distinct(built_in())))
    )


@lru_cache(maxsize=4)
def _distinct(tables: Tables) -> tuple[str, ...]:
    """The schemes of Russian that do not write ш as others write с: Hungarian does."""
    return tuple([one for one in latin_schemes("ru", tables) if romanize("ш", one, tables=tables) != "s"])


def dotted(word: str) -> str:
    """A Cyrillic word with the ё that the tables know it by.

    >>> dotted("Нефедов"), dotted("Петров")
    ('Нефёдов', 'Петров')
    """
    if _YE.isdisjoint(word):
        return word
    forms = names("ru", built_in())[0].get(native_letters(word, "ru"))
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


def literally(
    found: Weighed,
    plain: str,
    just: str,
    soft: str,
    hands: _Hands,
    gains: _Gains,
    keeps: Callable[[str, str], bool],
) -> None:
    """Forms gain that a scheme writes as the text has it, marks lost or not, and the one its letters lead to.

    A form with a `soft` letter gains nothing by a scheme; one too unlikely to come first gains nothing.
    Compiled, the same.
    """
    marked, unmarked, spelt, most = gains
    best = 0.0
    for at, (worth, word) in enumerate(found):
        if worth * most <= best:
            continue
        gain = 1.0
        if not soft or soft not in word:
            written = [keeps(word, writer) for writer, writes in hands if writes(word, plain)]
            gain = marked if any(written) else unmarked if written else 1.0
        worth *= gain * (spelt if just and bare(word) == just else 1.0)
        found[at] = worth, word
        best = max(best, worth)


def _keeps(word: str, writer: str) -> bool:
    """Does a scheme write a word without marks on its letters?"""
    written = romanize(word, writer)
    return written.isascii() or normalize("NFD", written) == written


_gain = compiled.word.literally if compiled.word else literally


@lru_cache(maxsize=256)
def _hands(writers: tuple[str, ...]) -> _Hands:
    """Some schemes, with what tells whether each writes a word so."""
    return tuple(zip(writers, spellers(writers), strict=True))
