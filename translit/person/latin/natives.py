"""What a word of a Russian name is in Cyrillic: as it sounds, as its letters stand, as its writer spells.

Who wrote the given name (`writers`) tells how the surname beside it is to be read.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from translit.memory import once, remembered
from translit.patterns import ending, pattern
from translit.person.latin.abroad import betrayed, is_surely, known, telling, written
from translit.person.latin.hearing import Heard, Weighed, bare, hands, likeliest, weighed
from translit.person.latin.literal import is_listed, literal
from translit.person.latin.respelt import respelling
from translit.person.latin.writers import ENGLISH, PRESS, STRESSING, standard
from translit.romanization import latin_schemes, romanize, spells
from translit.sounds import reading as sounds
from translit.sounds.known import names
from translit.sounds.letters import native_letters
from translit.tables import Tables
from translit.text.case import capitalise, is_uneven
from translit.text.clean import fold
from translit.text.script import script_of

__all__ = ["Form", "cased", "dotted", "every", "forms", "heard", "surname", "unbent"]

_HEARD = 4  # readings that are weighed for the first
_MORE = 8  # … for all
_OF_STANDARD = "ŝ"  # щ of ISO 9, which nobody else writes
_CARONLESS, _SIGNLESS = str.maketrans("шщжч", "ссзц"), str.maketrans("", "", "ьъ")
_YE = frozenset("еёЕЁ")
_LATIN_END, _LATIN_ENDS = "sS", ("us", "os")
_HISSED = frozenset("сзшжщц")
_WARMTH, _EVER = 0.6, 0.97  # how far the shares tell how often a form is right
_UNSPELT = None, 0.0
_READ = 0.9  # … how often what a paper's scheme is read as backwards
_LISTED = 0.97  # how often a word is right that its letters lead to and the tables know
_BORN = "spelling/ru/born"
_GEORGIAN, _JOT = ("dze", "shvili", "DZE", "SHVILI"), pattern("(?<![cistz])d?j(?=[aeiou])")  # no sj, ij
_JON, _JONOV = ("jon", "JON"), pattern("[a-z]{4,}jonova?")  # Semjonov is none
_ENGLISH_JOT = pattern("(?<=[aeounr])d?j(?=[aeiou])"), pattern("kh|zh|y[aeou]")  # beside which j is no й
_G, _TO_KH = "g", str.maketrans("г", "х")


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


def heard(text: str, writers: tuple[str, ...], tables: Tables) -> Form | None:
    """The Cyrillic form of a word of any script, None where none can be heard.

    `writers` are the schemes that the rest of the name is written by.

    >>> from translit.tables import built_in
    >>> heard("Zabolotny", PRESS, built_in()).native, heard("Щука", PRESS, built_in())
    ('Заболотный', Form(native='Щука', share=1.0))
    """
    script = script_of(text)
    if script == "Cyrl":
        return Form(cased(text), 1.0)
    spelt = None
    if script == "Latn":
        text = _unjotted(text)
        spelt, share = _spelt(text, writers, tables)
        if share and spelt:
            return Form(capitalise(spelt), share)
    readings = sounds.forms(_respelt(text, tables), "ru", _HEARD, tables=tables)
    found = weighed(text, writers, spelt, readings, tables)
    if not found:
        return None
    word, share = likeliest(found, _WARMTH, _EVER)
    return Form(capitalise(word), share)


@remembered(1024)
def forms(text: str, writers: tuple[str, ...], tables: Tables) -> tuple[Form, ...]:
    """What a word is likely to be in Cyrillic, likeliest first.

    >>> from translit.tables import built_in
    >>> [form.native for form in forms("Peskow", PRESS, built_in())][:1]
    ['Песков']
    """
    text = _unjotted(text)
    return _ranked(text, writers, sounds.forms(_respelt(text, tables), "ru", _MORE, tables=tables), tables)


def every(text: str, writers: tuple[str, ...], tables: Tables) -> tuple[Form, ...]:
    """All that a word may be in Cyrillic, likeliest first, those too that a known name leads by far.

    >>> from translit.tables import built_in
    >>> [form.native for form in every("Peskow", PRESS, built_in())][:2]
    ['Песков', 'Пешков']
    """
    text = _unjotted(text)
    return _ranked(text, writers, sounds.every(_respelt(text, tables), "ru", _MORE, tables=tables), tables)


def _ranked(text: str, writers: tuple[str, ...], heard: Heard, tables: Tables) -> tuple[Form, ...]:
    """The readings of a word as forms, likeliest first."""
    spelt = _spelt(text, writers, tables)[0] if script_of(text) == "Latn" else None
    found = sorted(weighed(text, writers, spelt, heard, tables), reverse=True)
    total = _total(found)
    return tuple([_form(worth, word, total) for worth, word in found])


def _unjotted(text: str) -> str:
    """A Georgian's surname with dzh for the j of English papers, since his language has no й: Burjanadze.

    So any word with letters that no paper has for whom j is й; a Central Asian's name in -jon has a ж.

    >>> _unjotted("Burjanadze"), _unjotted("Djaparidze"), _unjotted("Ivanisjvili")
    ('burdzhanadze', 'dzhaparidze', 'Ivanisjvili')
    >>> _unjotted("Bobojon"), _unjotted("Mukhamejanov"), _unjotted("Semjonov")
    ('bobozhon', 'mukhamedzhanov', 'Semjonov')
    """
    if "j" not in text and "J" not in text:
        return text
    small = text.lower()
    if text.endswith(_GEORGIAN):
        return _JOT.sub("dzh", small)
    if text.endswith(_JON) or _JONOV.fullmatch(small):
        return _JOT.sub("zh", small)
    jot, english = _ENGLISH_JOT
    return jot.sub("dzh", small) if english.search(small) and jot.search(small) else text


def _respelt(text: str, tables: Tables) -> str:
    """A word in letters that the costs of sounds know: French ïe, Romanian ș."""
    return text if text.isascii() else respelling("ru", tables)(text)


def _spelt(text: str, writers: tuple[str, ...], tables: Tables) -> tuple[str | None, float]:
    """What the letters of a word lead to, for an English paper or for who wrote the rest of the name.

    Beside it, how often that is right, 0 where it is but a likelier one among what the word sounds as.
    """
    small = text.lower()
    if _is_born(tables)(small) and (born := _born(small, tables)):
        return born
    if not text.isascii() and _OF_STANDARD in small:
        spelt = standard(text, tables)
        if spelt:
            return spelt, _READ
    if writers in (PRESS, ENGLISH):
        spelt = literal(text, tables)
        if spelt is not None and is_listed(spelt, tables):
            return spelt, _LISTED
        papers = betrayed(text)
        return _read(text, papers, (), spelt, tables) if papers else (spelt, 0.0)
    papers = telling(text, writers) or (() if STRESSING.issuperset(writers) else betrayed(text))
    spelt = literal(text, tables)
    if (
        spelt
        and is_listed(spelt, tables)
        and any(spells(spelt, fold(text), one) for one in papers or writers)
    ):
        return spelt, _LISTED
    if not papers:  # Masjádov beside Aslán is no Swede's
        return _UNSPELT
    return _read(text, papers, writers, None, tables)


@once
def _is_born(tables: Tables) -> Callable[[str], bool]:
    """Whether a word ends in "born of"."""
    return ending([row["end"] for row in tables.rows(_BORN)])


def _born(small: str, tables: Tables) -> tuple[str, float] | None:
    """What the name of a family is that ends in "born of": Рахимзода, Ахмадзаде."""
    row = next(row for row in tables.rows(_BORN) if small.endswith(row["end"]))
    spelt = small.removesuffix(row["end"])
    founder = heard(spelt, PRESS, tables) if spelt else None
    if founder is None:
        return None
    name = founder.native.lower()
    whole = (name.translate(_TO_KH) if row["kh"] and _G not in spelt else name) + row["cyrillic"]
    return whole, _LISTED if is_listed(whole, tables) else founder.share


def _read(
    text: str, papers: tuple[str, ...], writers: tuple[str, ...], spelt: str | None, tables: Tables
) -> tuple[str | None, float]:
    """The same of a word that some schemes may have written: read backwards, else what its letters lead to.

    `writers` wrote the given name, where they are known. Which of several known words is meant (Leontjev) is
    told by what is heard.
    """
    found = known(text, papers, tables)
    if found:
        return (next(iter(found)), _LISTED) if len(found) == 1 else (spelt, 0.0)
    surely = is_surely(text, writers)
    english = written(text, papers, tables) if writers or surely else None
    if english and surely and (form := _in_english(english, tables)):
        return form.native.lower(), _READ * form.share
    return (literal(english, tables) if writers and english else spelt), 0.0


def _in_english(text: str, tables: Tables) -> Form | None:
    """The Cyrillic form of a word as an English paper prints it, whatever other papers would mean by it."""
    spelt = literal(text, tables)
    if spelt is not None and is_listed(spelt, tables):
        return Form(capitalise(spelt), _LISTED)
    found = weighed(text, PRESS, spelt, sounds.forms(text, "ru", _HEARD, tables=tables), tables)
    return _form(*max(found), _total(found)) if found else None


def _total(found: Weighed) -> float:
    """What the worths of several forms come to, none of one: it is worth its own."""
    return sum([worth**_WARMTH for worth, _ in found]) if len(found) > 1 else 0.0


def _form(worth: float, word: str, total: float) -> Form:
    """A form with its share as often as it is right."""
    return Form(capitalise(word), _EVER * worth**_WARMTH / total if total else _EVER * worth)


def surname(text: str, writers: tuple[str, ...], tables: Tables) -> Form | None:
    """What a surname is in Cyrillic: as `heard`, but that Latin endings are those of given names.

    Julius is Юлий, and Levus no Левий.

    >>> from translit.tables import built_in
    >>> surname("Levus", PRESS, built_in()).native, heard("Julius", PRESS, built_in()).native
    ('Левус', 'Юлий')
    """
    return Form(cased(text), 1.0) if script_of(text) == "Cyrl" else _surname(text, writers, tables)


@remembered(4096)
def _surname(text: str, writers: tuple[str, ...], tables: Tables) -> Form | None:
    """The same of a surname in another script."""
    form = heard(text, writers, tables)
    if form is None or text[-1] not in _LATIN_END or form.native[-1] in _HISSED:
        return form
    if not text.lower().endswith(_LATIN_ENDS):
        return form
    return next((one for one in forms(text, writers, tables) if one.native[-1] in _HISSED), form)


def unbent(text: str, native: str, tables: Tables) -> str:
    """A form in which s, z and c stand for what they do without their carons, where a word is spelt so.

    A known form goes before only where a scheme writes it so with its marks.

    >>> from translit.tables import built_in
    >>> [unbent(text, "Башировна", built_in()) for text in ("Basirovna", "Bashirovna", "Baširovna")]
    ['Басировна', 'Башировна', 'Башировна']
    """
    if not text.isascii():
        return native
    usual, plain = native.lower(), fold(text)
    if _is_written(usual, text.lower(), plain, tables):
        return native
    known = bare(usual).translate(_SIGNLESS)
    for form in forms(text, PRESS, tables):
        word = form.native.lower()
        letters = bare(word).translate(_SIGNLESS)
        if letters == known or letters.translate(_CARONLESS) != known.translate(_CARONLESS):
            continue
        if any(spells(word, plain, one) for one in ENGLISH):
            return form.native
    return native


def _is_written(native: str, small: str, plain: str, tables: Tables) -> bool:
    """Does a scheme that tells ш from с write a form so, marks and all? The usual are asked first."""
    return any(
        spelt(native, plain) and romanize(native, one).lower() == small
        for one, spelt in hands((*ENGLISH, *_distinct(tables)))
    )


@once
def _distinct(tables: Tables) -> tuple[str, ...]:
    """The schemes of Russian that do not write ш as others write с: Hungarian does."""
    return tuple([one for one in latin_schemes("ru", tables) if romanize("ш", one, tables=tables) != "s"])


def dotted(word: str, tables: Tables) -> str:
    """A Cyrillic word with the ё that the tables know it by.

    >>> from translit.tables import built_in
    >>> dotted("Нефедов", built_in()), dotted("Петров", built_in())
    ('Нефёдов', 'Петров')
    """
    if _YE.isdisjoint(word):
        return word
    forms = names("ru", tables)[0].get(native_letters(word, "ru"))
    return _cased_as(forms[0][0], word) if forms and forms[0] and "ё" in forms[0][0] else word


def _cased_as(word: str, text: str) -> str:
    """A word with the capitals of another of as many letters."""
    return "".join(
        letter.upper() if model.isupper() else letter for letter, model in zip(word, text, strict=False)
    )
