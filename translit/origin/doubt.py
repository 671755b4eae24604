"""What words say besides where their evidence leaves doubt: how they sound, a patronymic, their shape."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from translit.lookup import lexicon_of
from translit.memory import once, remembered
from translit.origin.rows import told, written
from translit.origin.schemes import GIVEN, spelt
from translit.origin.southern import beside_surname
from translit.origin.word import COMMON, SCHEMED, evidence
from translit.patterns import ending
from translit.person.arabic.letters import AL, sound
from translit.person.arabic.rows import ARTICLE_MISSED, JUST_HEARD, Known
from translit.person.arabic.words import vocabulary
from translit.person.borrowers import MUSLIMS
from translit.person.names import is_common
from translit.person.patronymic import recognise
from translit.person.shape import shape
from translit.person.surname import ends
from translit.sounds.families import Nats
from translit.tables import Tables
from translit.text.clean import fold, joined
from translit.text.script import script_of
from translit.text.words import is_initial

__all__ = ["further"]

_HEARD, _AUDIBLE = 1.5, 4  # what sounds as a row does, and has so many letters, says
_HEARD_SO, _ABROAD = 2.5, {"other"}  # what a Cyrillic one says that sounds just so; whose it may be besides
_DOUBTED = 4.0  # how far ahead of Arabic another family may be for a Cyrillic name to be listened to
_FULL, _FATHERED = 3, 3.0  # words of a name with a patronymic, and what that says
_UNDECIDED = 5.0  # how far apart Russian and Arabic may be for a word's shape to be looked at
_SAID, _SHAPED = 1.0, 0.5  # the most that a word's letters say there, and what its shape counts for
_LIKE_RUSSIAN = 1.4  # nats by which a Cyrillic word's letters are too Russian for its shape to tell otherwise
_OF_NEITHER = 2.5  # nats by which a Russian given name beside one of Arabs alone is of neither: Zara Mohammed
_BEHIND_ARABIC = 1.0  # … by which a Russian given name behind one of Arabs alone is an Arab's: Hasan Rady
_OF_WOMEN = ("ina", "INA")  # whose shape is a given name's: Aliya Mustafina
_SLAVIC, _SURNAMED = 1.5, 1.5  # what is surely a Slavic surname, and what it says besides
_SCRIPTS = ("Latn", "Cyrl", "Arab")
_FATHER = "بو"  # opens families of the Maghreb: بومخلوف
_LEAST, _LONGER = 5, 6  # letters of a word that ends so: Sova may by chance, in Arabic letters معروف
_OPENERS = ("al", "el", "abu", "abou", "bou", "ben", "bin")  # of Arabs' words that are written in one
_SEVERAL = 2  # words of a name whose surname may tell so
_ARMENIAN = 2.0  # what the end of a surname says that Armenians have
_MUSLIMS = 2.5  # nats by which a given name is sooner an Arab's or Iranian's than an Armenian's: Mohammad
_OVER_ARABIC = 1.5  # nats by which a name with such a surname is sooner Russian than Arabic


def further(words: tuple[str, ...], script: str, sums: Nats, tables: Tables) -> Nats:
    """What words say beside their evidence where that leaves doubt: sound, a patronymic, shape."""
    alone = sums[0]
    if script == "Latn":
        sums = _in_latin(words, sums, tables)
    elif script == "Cyrl":
        sums = _in_cyrillic(words, sums, tables)
    russian, arabic, other = sums
    if arabic > russian and len(words) >= _SEVERAL and _is_no_arabs(words, script, tables):
        ahead = arabic + _OVER_ARABIC
        sums = (russian, arabic, ahead) if other > max(russian, alone) else (ahead, arabic, other)
    elif len(words) == 1 and script == "Latn":  # Sanych
        sums = (sums[0] + _fathered(words, tables), *sums[1:])
    if len(words) == _SEVERAL and script != "Arab":
        sums = beside_surname(words, sums, tables)
    return sums


def _in_cyrillic(words: tuple[str, ...], sums: Nats, tables: Tables) -> Nats:
    """What Cyrillic words say besides."""
    russian, arabic, other = sums
    if 0 < (russian if russian > other else other) - arabic <= _DOUBTED:
        arabic += _sounds_of(_listened_to(words, tables), "Cyrl", tables)
        if len(words) > 1 and _is_called_so(words[-1], tables):
            arabic += SCHEMED
    if len(words) != 2 or not -_UNDECIDED < russian - arabic < _UNDECIDED:
        return russian, arabic, other
    more = _beside_arabic(words, "Cyrl", tables)
    if more > 0:  # Халаф Халафов
        return russian + more, arabic, other
    return (russian + more, arabic - more, other) if more > -_LIKE_RUSSIAN else (russian, arabic, other)


def _in_latin(words: tuple[str, ...], sums: Nats, tables: Tables) -> Nats:
    """What Latin words say besides."""
    russian, arabic, other = sums
    many = len(words)
    if 0 < (russian if russian > other else other) - arabic <= _HEARD and not _is_surnamed(words, tables):
        arabic += _sounds_of(words, "Latn", tables)
    if many >= _FULL:
        if -_FATHERED < russian - other < _FATHERED:
            russian += _fathered(words, tables)
        if many > _FULL and sum(map(is_initial, words)) >= _FULL:
            other += 2 * _FATHERED  # J. R. R. Tolkien: no Russian has three
    if many > 1 and _is_armenians(words, tables):
        russian += _ARMENIAN
    if many > 1 and -_UNDECIDED < russian - arabic < _UNDECIDED:
        more = _beside_arabic(words, "Latn", tables)
        russian += more
        arabic -= min(more, 0.0)
        if russian > arabic and many == 2:
            if _is_arabs_alone(words[1], tables):
                other = max(other, russian + _OF_NEITHER)
            elif _is_arabs_alone(words[0], tables) and _is_slavs_given(words[1], tables):
                arabic = russian + _BEHIND_ARABIC
    return russian, arabic, other


def _is_no_arabs(words: tuple[str, ...], script: str, tables: Tables) -> bool:
    """Has a name a word that ends as no Arab's does, and that no row has for one: Ahmat Kadirov, رجبوف?"""
    ends_so = _ends_unarabic(tables).get(script)
    if ends_so is None:
        return False
    for word in words:
        if not ends_so(word) or is_initial(word) or "ar" in (told(word, tables) or ()):
            continue
        if _is_long(word.lower(), tables) if script != "Arab" else _is_lettered(word, tables):
            return not _is_iranians(words, word, tables)
    return False


def _is_iranians(words: tuple[str, ...], surname: str, tables: Tables) -> bool:
    """Has a name an end that Iranians may have as well beside one of theirs alone: Hossein Ansaryan?"""
    shared = _ends_shared(tables)(surname.lower())
    return shared and any(_is_arabs_alone(word, tables) for word in words if word != surname)


def _is_armenians(words: tuple[str, ...], tables: Tables) -> bool:
    """Has a name a surname of no row that ends as Armenians' do, and none of Muslims: Ruben Hakobyan?"""
    ends_so = _ends_shared(tables)
    for word in words:
        if ends_so(word.lower()):
            others = [evidence(other, tables) for other in words if other != word]
            known = told(word, tables) or not _is_long(word.lower(), tables)
            return not known and all(arabic - russian < _MUSLIMS for russian, arabic, _ in others)
    return False


def _is_long(word: str, tables: Tables) -> bool:
    """Has a word in small letters as many as one of Arabs that ends so never has: Ghazaryan, no Alolayan?"""
    if len(word) < _LEAST:
        return False
    least = next((least for end, least in _longer(tables) if word.endswith(end)), 0)
    return not least or (len(word) >= least and not word.startswith(_OPENERS))


@once
def _longer(tables: Tables) -> tuple[tuple[str, int], ...]:
    """Those ends that shorter words of Arabs have as well, and how many letters tell that one is none."""
    return tuple(
        [(row["end"], int(row["letters"])) for row in tables.rows("spelling/ru/ends") if row["letters"]]
    )


@once
def _ends_shared(tables: Tables) -> Callable[[str], bool]:
    """What tells whether a word in small letters has one of these ends."""
    return ending([end for end, _ in _longer(tables)])


@once
def _unarabic(tables: Tables) -> dict[str, tuple[str, ...]]:
    """How no Arab's name ends, in each script, small and in capitals: Zeynal Naghdaliyev."""
    told = {script: ends(script, "unarabic", tables) for script in _SCRIPTS}
    return {script: (*small, *[end.upper() for end in small]) for script, small in told.items()}


@once
def _ends_unarabic(tables: Tables) -> dict[str, Callable[[str], bool]]:
    """What tells whether a word of each script ends so."""
    return {script: ending(ends) for script, ends in _unarabic(tables).items()}


def _is_lettered(word: str, tables: Tables) -> bool:
    """Is a word in Arabic letters that ends so long enough without what opens it, or else a given name?"""
    bare = word.removeprefix(AL).removeprefix(_FATHER)
    if len(bare) >= _LONGER:
        return True
    stem = next((bare.removesuffix(end) for end in _unarabic(tables)["Arab"] if bare.endswith(end)), "")
    return bool(stem) and lexicon_of(tables).is_given(stem)


def _is_surnamed(words: tuple[str, ...], tables: Tables) -> bool:
    """Has a name a word that is surely a Slavic surname by its shape: Qasym-Jomart Toqaev?"""
    return len(words) > 1 and any(_shaped(word, tables) >= _SURNAMED for word in words)


@remembered(16384)
def _is_arabs_alone(word: str, tables: Tables) -> bool:
    """Is a word a name of Arabs and of nobody else, and so no Russian's surname? B. is no ibn."""
    hits = () if is_initial(word) else written(word, tables)
    return {hit.family for hit in hits if hit.role != "title"} == {"ar"}


@remembered(16384)
def _is_slavs_given(word: str, tables: Tables) -> bool:
    """Is a word a given name of Slavs and their neighbours, and nobody's surname?"""
    hits = lexicon_of(tables).written(word)
    return {(hit.family, hit.role) for hit in hits} == {("ru", "given")}


def _sounds_of(words: tuple[str, ...], script: str, tables: Tables) -> float:
    """What words, the parts of hyphened ones each, say by sounding as Arabic names."""
    return sum([_sounding(part, script, tables) for word in words for part in word.split("-")])


@remembered(16384)
def _sounding(word: str, script: str, tables: Tables) -> float:
    """What a word that no row and no scheme writes says by sounding as an Arabic name: Toufic, Набих.

    A Cyrillic surname that Russians are known by says nothing, however it sounds; one that is another
    people's must sound just so: Набих Берри.
    """
    known, cyrillic, families = vocabulary(tables), script == "Cyrl", told(word, tables)
    if len(word) < _AUDIBLE or families is None:
        return 0.0
    if families and not (cyrillic and families.keys() == _ABROAD):
        return 0.0
    names = spelt(fold(word), tables)
    if known.made_by(word) or GIVEN in names or (cyrillic and names) or is_common(word, COMMON, tables):
        return 0.0
    heard = known.rows.heard(joined(word), sound(word), script, "")
    if cyrillic:  # a Turk's form of a name is none of an Arab's
        heard = tuple([one for one in heard if not one[1].late])
        if _said_so(heard):
            return _HEARD_SO
    return _HEARD if heard and not families else 0.0


def _listened_to(words: tuple[str, ...], tables: Tables) -> tuple[str, ...]:
    """The words of a Cyrillic name whose sound counts: none beside another people's (Реджеп Эрдоган)."""
    every = [(word, told(word, tables)) for word in words]
    others = tuple([word for word, families in every if families and "ar" not in families])
    return others[: len(others) == 1] if others else words


def _is_called_so(word: str, tables: Tables) -> bool:
    """Is a title, at the end of a name, none but an Arab's family: Омар Шариф, Адель Имам?"""
    return told(word, tables) is None and vocabulary(tables).made_by(word) == "scheme"


def _said_so(heard: Iterable[Known]) -> bool:
    """Does a word sound just as a row does, be it one with the article?"""
    missed = {True: ARTICLE_MISSED, False: 0.0}
    return any(cost - missed[entry.definite] - entry.cost <= JUST_HEARD for cost, entry in heard)


def _beside_arabic(words: tuple[str, ...], script: str, tables: Tables) -> float:
    """What words unknown to rows and schemes say for Russian (or against it) beside an Arab's given name.

    A word that ends as no Arab's does has a shape of its own (Hakobyan), but for an Iranian's.
    """
    ends_so = _ends_unarabic(tables)[script]
    shaped = [word for word in words if not ends_so(word) or _is_iranians(words, word, tables)]
    more = sum([_shaped(word, tables) for word in shaped])
    return more if more and any(_is_arabs(word, tables) for word in words) else 0.0


@remembered(16384)
def _shaped(word: str, tables: Tables) -> float:
    """What the shape of such a word says besides its letters, which alone say little.

    Not every way of spelling Arabic was learned from (Mohammed Dschaber), and a Slavic surname's shape tells
    (Ali Subbotin).
    """
    names = spelt(fold(word), tables)
    if told(word, tables) != {} or vocabulary(tables).made_by(word) or GIVEN in names:
        return 0.0
    russian, arabic, _ = evidence(word, tables)
    if names and russian > arabic and shape(word, tables)[0] <= 0:
        return 0.0  # a surname that looks like none: Bjania
    shaped = min(russian - arabic, _SAID) + _SHAPED * shape(word, tables)[0]
    if shaped > _SLAVIC:
        return max(arabic - russian, 0.0) + _SURNAMED
    return min(arabic - russian, 0.0) if shaped < _SAID and not word.endswith(_OF_WOMEN) else 0.0


@remembered(16384)
def _is_arabs(word: str, tables: Tables) -> bool:
    """Is a word the name of Arabs, and of Muslims elsewhere at most? Not so Maria and Adam.

    A Cyrillic one is where a scheme for Arabic writes it so: Мурад, not Мурат.
    """
    hits = [hit for hit in written(word, tables) if hit.role != "title"]
    if script_of(word) == "Cyrl":
        shared = all(hit.row.table in MUSLIMS or hit.family == "ar" for hit in hits)
        return shared and bool(vocabulary(tables).made_by(word))
    families = {hit.family for hit in hits}
    return families == {"ar"} or (families == {"ar", "ru"} and any(hit.row.table in MUSLIMS for hit in hits))


def _fathered(words: Iterable[str], tables: Tables) -> float:
    """What a patronymic among other words says for Russian: Ivan Adrianovič Petrov, but no -ović.

    It says nothing beside a name that another people alone bears.
    """
    found = 0
    for word in words:
        patronym = recognise(word, tables) if "ć" not in word else None
        if patronym is not None and patronym.father:
            found += 1
    if found != 1 or any(_is_abroad(word, tables) for word in words):  # Marek Janowicz Nowak
        return 0.0
    return _FATHERED


@remembered(4096)
def _is_abroad(word: str, tables: Tables) -> bool:
    """Is a word by its rows a name of another people alone?"""
    return (told(word, tables) or {}).keys() == _ABROAD
