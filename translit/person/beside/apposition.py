"""What is said aside of a person's name: another name, the one at birth, a nickname, a date, an office.

Whether anything may be is told by `signs`, what words lead to it by `leads`. A nickname stands
in quotation marks or brackets, an office is a title after a comma or a dash.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from translit.lookup import lexicon_of
from translit.patterns import pattern
from translit.person.beside.calling import callings, particles
from translit.person.beside.entry import UNDOTTED, entered, undotted
from translit.person.beside.kinship import kinds_of_kin, relative
from translit.person.beside.labelled import labelled
from translit.person.beside.leads import ITSELF, JOINED, NAMES, leads, openers
from translit.person.beside.letters import INITIALS, are_initials, is_cut_short
from translit.person.beside.nouns import Apposition
from translit.person.beside.offices import is_called, office, titles
from translit.person.beside.signs import LEAST, SHORTEST, TWICE, is_led, is_signed, is_twice
from translit.person.names import is_given
from translit.person.patronymic import filiations, recognise
from translit.person.surname import ends
from translit.tables import Tables, built_in
from translit.text.clean import fold
from translit.text.script import script_of
from translit.text.words import OF, is_initial, is_too_long

__all__ = ["LABELLED", "LETTERS", "NUMBER", "SET_APART", "UNLED", "Apposition", "apposition", "appositions"]

# What is said where no row leads to it.
NUMBER, SET_APART, BORN, LETTERS = "a number", "set apart", "date of birth", "letters"
LABELLED = "what stands around a name"
_ALSO_WRITTEN = "also written"
UNLED = (SET_APART, _ALSO_WRITTEN)  # without a word that says so

# Single quotation marks set nothing apart: in Arabic names they are letters.
_SET_APART = pattern(r"""\s*(?:\(([^()]*)\)|\[([^][]*)\]|«([^«»]*)»|[“„"]([^“”„"]*)[”“"])\s*""")
_SURNAME = pattern(r"([A-ZА-ЯЁІЇЄҐ]\w{2,}) \(([A-ZА-ЯЁІЇЄҐ][^\W\d_]{3,})\)")
_THE = "the "
_BLANKS = " –—-"
_AROUND = ' ,،;؛:()[]«»“”„"–—-/'
_BY = "\N{ARABIC LETTER BEH}"  # which Arabic words that lead to another name join to it
_ARABIC = "Arab"
_SHORT = 6  # letters of a word that is a name where it has a capital: Max Born
_CLOSED = ("", *",،;؛)]")
# Blanks, or another script.
_ALSO = pattern(r"\s[/|]\s|(?<=[а-яё])/(?=[A-Z])|(?<=[a-z])/(?=[А-ЯЁء-ي])|(?<=[ء-ي])/(?=[A-Z])")
_PARTED = pattern("[,،;]")
_NUMBER = pattern(r"[\s,،;؛(]+(?:(?<=[,،] )[–-])?\d[\d./?–-]*(?=[\s,،;؛)]|$)")
_BORN = pattern(r"[\s,;(]+(b\.?\s\d.*|b\.\sin\s.*)")  # and no son of
# What no surname is: letters after a comma, or consonants alone.
_LETTERS = pattern(r"(?:,\s*(?=[A-ZА-ЯЁ]{2,4}$)|\s(?=[^\WAEIOUYАЕЁИОУЫЭЮЯ]+$))([A-ZА-ЯЁ]{2,4})$")
_INVERTED = pattern(r"([^,،;]+)[,،]\s*([^,،;]*[^\W\d_][^,،;]*)\s([^\W\d_]{2,})(-?)")
# A name as catalogues enter it, and the title of a work: Pushkin, Aleksandr Sergeevich. Evgeniĭ Onegin.
_HEADING = pattern(r"([^,،.;:]+[,،] [^,،.;:]*?([^\W\d_]{4,}))\. (?=[^\W\d_])")
_PARTICLE, _STANDING = "person/ar/particle", ("article", "nasab", "kunya", "compound")
_VOWEL = pattern("[AEIOUYАЕЁИОУЫЭЮЯ]")


def apposition(text: str, tables: Tables | None = None) -> Apposition | None:
    """The name in a cleaned text and the first that is said aside of it; None where nothing is.

    >>> apposition("Abu Bakr al-Baghdadi (aka Abu Dua)")
    Apposition(name='Abu Bakr al-Baghdadi', other='Abu Dua', why='also known as', is_name=True)
    >>> apposition("Арсен «Моторола» Павлов")
    Apposition(name='Арсен Павлов', other='Моторола', why='set apart', is_name=True)
    >>> apposition("Сергей Иванов, министр обороны")
    Apposition(name='Сергей Иванов', other='министр обороны', why='office', is_name=False)
    """
    tables = tables or built_in()
    signed = is_signed(text) or is_twice(text)
    led = is_led(text, tables)
    related = not kinds_of_kin(tables).isdisjoint(text.split())
    if not signed and not led and not related:
        return None
    found = _entered(text, tables) if signed else None
    if found is None and related:
        found = _related(text, tables)
    if found is None and led:
        found = _led(text, tables)
    if found is None and signed:
        found = (
            _born(text)
            or office(text, tables)
            or _of_the_world(text, tables)
            or _set_apart(text, tables)
            or _counted(text, tables)
            or _lettered(text, tables)
        )
    return found if found and script_of(found.name) else None


def appositions(text: str, tables: Tables | None = None) -> Iterator[Apposition]:
    """Everything that is said aside of a name in a cleaned text, one after the other.

    >>> [(said.why, said.other) for said in appositions("HASSAN, Ahmad; DOB 1975; a.k.a. Abu Omar")]
    [('also known as', 'Abu Omar'), ('date of birth', 'DOB 1975')]
    """
    while not is_too_long(text) and (said := apposition(text, tables)):
        yield said
        text = said.name


def _entered(text: str, tables: Tables) -> Apposition | None:
    """What a register has entered in its own way, or has written before a name; or a name written twice."""
    parts = labelled(text, tables)
    if parts:
        return Apposition(parts, "", LABELLED, False)
    label = leads(tables).labels.match(text)
    if label:
        return Apposition(text[label.end() :], label[1], LABELLED, False)
    entry = entered(text)
    if entry:
        return Apposition(entry.name, "", entry.why, False)
    inverted = _inverted(text, tables)
    if inverted:
        return Apposition(inverted, "", "the particle of a family behind the given names", False)
    first = undotted(text)
    if first and not _is_word(first[0], tables):
        return Apposition(first[1], "", UNDOTTED, False)
    work = _HEADING.match(text)
    if work and _is_of_a_work(work[2], text[work.end() :], tables):
        return Apposition(work[1], text[work.end() :], "the title of a work", False)
    also = _ALSO.search(text) or TWICE.search(text)
    if not also or (not also[0].strip(_BLANKS + ".,") and not is_twice(text)):
        return None
    return Apposition(text[: also.start()].strip(), text[also.end() :].strip(), _ALSO_WRITTEN, True)


def _inverted(text: str, tables: Tables) -> str | None:
    """A name as an index enters it with the particle of its family put before that; None of others.

    With a capital that is the house, or another particle as it is printed: Ed is a name too.

    >>> [_inverted(text, built_in()) for text in ("Assad, Bashar al-", "Laden, Osama Bin", "Doe, Ann Ed")]
    ['al-Assad, Bashar', 'Bin Laden, Osama', None]
    """
    found = _INVERTED.fullmatch(text)
    if found is None:
        return None
    family, given, particle, joint = found.groups()
    hits = lexicon_of(tables).written(particle)
    rows = [hit.row for hit in hits if hit.row.table == _PARTICLE and hit.row["role"] in _STANDING]
    if not (particle.islower() or text.isupper() or joint):
        rows = [row for row in rows if row["role"] != "article"] if len(rows) == len(hits) else []
    return f"{particle}{joint or ' '}{family}, {given}" if rows else None


def _is_of_a_work(last: str, rest: str, tables: Tables) -> bool:
    """Is what follows the last word of an entered name the title of a work, that word not being cut short?"""
    following = rest.split()[0]
    if last[0].islower() or last.lower() in openers(tables):
        return False
    return not is_initial(following) and recognise(following, tables) is None


def _is_word(letters: str, tables: Tables) -> bool:
    """Are two capitals a word that stands before names, and no initials: DR, MP, EL?"""
    low = letters.lower()
    if are_initials(letters, tables):
        return False
    if low in openers(tables) or low in callings(tables).openers or low in particles(tables):
        return True
    return bool(lexicon_of(tables).written(letters))


def _led(text: str, tables: Tables) -> Apposition | None:
    """What a row leads to: another name, else what is none."""
    leading = leads(tables)
    blank = leading.blanks.search(text)
    if blank:
        name = " ".join(
            f"{text[: blank.start()].strip(_AROUND)} {text[blank.end() :].strip(_AROUND)}".split()
        )
        return Apposition(name, blank[0], leading.says[blank[0].lower()][0], False)
    every = [(*leading.says[found[1].lower()], found) for found in leading.pattern.finditer(text)]
    for says, takes, found in sorted(every, key=lambda one: one[1] not in NAMES):
        name, other = text[: found.start()].strip(_AROUND), text[found.end() :].strip(_AROUND)
        if "(" in name and name.count("(") > name.count(")"):  # Zakharova (spokeswoman for Lavrov)
            name = name[: name.rindex("(")].strip(_AROUND)
        if takes not in NAMES and not _is_told_apart(text, found, takes, tables):
            continue
        if takes == ITSELF:
            if text[found.end(1) :].strip(_BLANKS)[:1] in _CLOSED:
                rest = text[found.end(1) :].strip("()[] ")
                return Apposition(f"{name}{rest and ' '}{rest}".strip(_AROUND), found[1], says, False)
        elif takes not in NAMES or other[:1].isdigit():
            return Apposition(name, text[found.start(1) :].strip(_AROUND), says, False)
        else:
            if "(" in found[0] and ")" in text[found.end() : -1]:  # Петрова (урожд. Иванова) Анна
                inside, _, behind = text[found.end() :].partition(")")
                whole = _PARTED.search(name) and _PARTED.match(behind.lstrip())  # an address follows
                name = name if whole else f"{name} {behind.strip(_AROUND)}".strip()
                other = inside.strip(_AROUND)
            if takes == JOINED:
                other = other.removeprefix(_BY).strip(_AROUND)
            named = len(found[1]) <= _SHORT and found[1].istitle()
            if script_of(name) and script_of(other) and not named:
                return Apposition(name, other, says, not any(map(str.isdigit, other)))
    return None


def _is_told_apart(text: str, found: re.Match[str], takes: str, tables: Tables) -> bool:
    """Does a mark, a number or its small letters part a word from the name, which in Arabic might be one?"""
    word, after = found[1], text[found.end(1) :].lstrip()
    if takes == ITSELF and is_cut_short(word, text[: found.start()], tables):
        return False
    if takes != ITSELF and _is_of_the_name(text[: found.start()], word, found[0], tables):
        return after[:1].isdigit()
    if found[0][: found.start(1) - found.start()].strip() or after[:1] == ":" or after[:1].isdigit():
        return True
    plain = takes == ITSELF or not word.istitle() or "/" in word  # W/O
    return " " in word or (script_of(word) != _ARABIC and plain)


def _is_of_the_name(before: str, word: str, found: str, tables: Tables) -> bool:
    """Is a word the initials of a name, or a given name beside a surname that has none: Ильясов, Умер?"""
    if word.isupper() and INITIALS.fullmatch(word):
        return True
    alone = found[0] in " ,،" and len(before.split()) < LEAST
    return alone and word[0].isupper() and is_given(word, tables)


def _of_the_world(text: str, tables: Tables) -> Apposition | None:
    """A monk's surname, which stands in brackets behind his given name: Иларион (Алфеев)."""
    found = _SURNAME.fullmatch(text)
    if not found or not is_given(found[1], tables) or is_given(found[2], tables):
        return None
    if not found[2].endswith(ends("Cyrl" if script_of(text) == "Cyrl" else "Latn", "sure", tables)):
        return None  # which may be a place
    return Apposition(f"{found[1]} {found[2]}", "", "a surname in brackets", False)


def _set_apart(text: str, tables: Tables) -> Apposition | None:
    """A nickname, a year or whatever stands in brackets or quotation marks."""
    for found in _SET_APART.finditer(text):
        name = f"{text[: found.start()]} {text[found.end() :]}".strip()
        other = "".join(filter(None, found.groups())).strip()
        number = any(map(str.isdigit, other))
        whole = len(name.split()) >= LEAST or (found[1] and is_called(name, other, tables))
        if whole and script_of(name) and (number or script_of(other)):
            return Apposition(name, other, SET_APART, not number and _is_of_the_same(name, other, tables))
    return None


def _is_of_the_same(name: str, other: str, tables: Tables) -> bool:
    """May what stands in brackets be another name of the same person: no kin of theirs, nobody labelled?

    A word in small letters that no name has says who somebody else is: associate of Viktor Ivanov.
    """
    words, small_ones = other.split(), particles(tables)
    first = fold(words[0].strip(_AROUND))
    if ":" in other or "/" in words[0] or relative(other, tables):
        return False
    if script_of(other) == _ARABIC:
        return True
    if first in kinds_of_kin(tables) and first not in small_ones:
        return False
    if len(words) < LEAST or name.islower() or other.islower():
        return True
    known = small_ones.union(filiations(tables))
    small = [word for word in words if word.islower()]
    return all(
        word != OF and (len(word) < SHORTEST or fold(word.partition("-")[0]) in known) for word in small
    )


def _related(text: str, tables: Tables) -> Apposition | None:
    """What somebody of two names or more is to another, whose name follows: أسماء الأسد زوجة بشار."""
    words = text.split()
    for at in range(LEAST, len(words) - 1):
        said = " ".join(words[at:])
        if relative(said.removeprefix(_THE), tables):
            return Apposition(" ".join(words[:at]).strip(_AROUND), said, "kin", False)
    return None


def _born(text: str) -> Apposition | None:
    """A date or place of birth behind b. and all after it: b. 1965, b. in Moscow."""
    found = _BORN.search(text)
    return Apposition(text[: found.start()], found[1].strip(_AROUND), BORN, False) if found else None


def _counted(text: str, tables: Tables) -> Apposition | None:
    """A number and all after it, but one in a title: капитан 1 ранга Иванов."""
    found = _NUMBER.search(text)
    title = found and titles(tables).match(text)
    if not found or (title and title.end() > found.start()):
        return None
    return Apposition(
        text[: found.start()].strip(_AROUND), text[found.start() :].strip(_AROUND), NUMBER, False
    )


def _lettered(text: str, tables: Tables) -> Apposition | None:
    """Capitals after a name, of a degree, an order or a country: Sergei Ivanov, RUS."""
    found = _LETTERS.search(text)
    if not found or (_VOWEL.search(found[1]) and lexicon_of(tables).written(found[1])):
        return None
    name = text[: found.start()]
    return None if len(name.split()) < LEAST or name.isupper() else Apposition(name, found[1], LETTERS, False)
