"""The words of a name made ready to be laid beside others: bare, with key, rarity, rows and readings."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from translit.canon.surface import read_in
from translit.comparison.heard import bits, compiled, ending, rarity
from translit.comparison.rows import GIVEN, bonds
from translit.memory import once, remembered
from translit.nouns import Reading, Row
from translit.person.names import commonness, is_cut_short
from translit.quick import quick, untracked
from translit.sounds import measured
from translit.sounds.keys import keyer
from translit.sounds.known import SCRIPT
from translit.sounds.letters import ends_in_ayn
from translit.sounds.loops import vowels
from translit.sounds.reading import articleless, plain_shares
from translit.sounds.searching import reader
from translit.tables import Tables, built_in
from translit.text.article import AL, ALLAH
from translit.text.clean import fold
from translit.text.script import script_of
from translit.text.words import is_initial

__all__ = ["Meant", "Token", "Tokens", "Word", "compiled", "meant", "split", "token", "tokens"]

_TRUSTED = 0.8
_MET = 1 << 16  # parts
_SILENT = frozenset(("title",))
_ALEF, _A = "ى", "a"
_AYN = "E"  # as plain letters have it
_FRENCH_K = re.compile("qu(?=[^aeiouy])")  # is qu before a vowel alone: Quteifa has a u
_DEFINITE = "al-"  # how a name with an article begins in English
_SHORT = 4  # letters of a word with its article; of a longer one this is known to be that
_JOINED = 0.25  # of the shares, what a word read without an article written in one with it has
_ARTICLE = re.compile(r"(?:[aeu]l(?=\w{3})|l(?=[aeiou]\w{3})|[ae](?=(ss|dd|nn|rr|zz|tt|sh|ch)\w{2}))")


@quick
@dataclass(frozen=True, slots=True)
class Meant:
    """What a word can be in the original script: each plain form and its share; the vowels it may have."""

    forms: Mapping[str, float]
    best: str
    known: bool
    patterns: tuple[str, ...]


@quick
@dataclass(frozen=True, slots=True, eq=False)
class Word:
    """The letters of a part made ready: bare, with their key, rarity and the rows they may be."""

    core: str
    spelt: str
    key: str
    rarity: float
    names: frozenset[str]
    forms: tuple[str, ...]
    never: frozenset[str]
    symbols: str
    canonical: str
    native: str
    row: Row | None
    initial: bool
    own: bool  # in the original script of its language
    sounds: int  # the letters of its key, a bit for each
    ending: str  # the sound of a surname's ending: of -ов and -ев, of -енко
    local: bool  # a place's name, which two neighbouring tongues may write; of an Arab one the whole
    called: str  # the table of given names that has it just so
    usual: bool  # and it is a usual one


@quick
@dataclass(frozen=True, slots=True, eq=False)
class Token:
    """One part of a name and its word."""

    part: Reading
    word: Word


_SURNAME, _KUNYA = "surname", "kunya"
_new_word: type[Word] = getattr(compiled, "Word", Word)
_new_token: type[Token] = getattr(compiled, "Token", Token)
_new_meant: type[Meant] = getattr(compiled, "Meant", Meant)
Tokens = tuple[Token, ...]


def tokens(reading: Reading, language: str, tables: Tables) -> Tokens:
    """The telling parts of a name, titles and particles left out."""
    met = _met(language, tables)
    found = []
    for part in reading.parts or (reading,):
        one = met.get(id(part))
        if one is None and part.role not in _SILENT and (one := token(part, language, tables)) is not None:
            if len(met) >= _MET:
                met.clear()
            met[id(part)] = one
        if one is not None:
            found.append(one)
    return untracked(tuple(found))


@lru_cache(maxsize=16)
def _met(language: str, tables: Tables) -> dict[int, Token]:
    """The tokens of the parts that were met, by the part itself, which its token keeps."""
    return {}


def _unled(text: str) -> str:
    """A surname without the particles in small letters before it, which many leave out: фон Дервиз."""
    pieces = text.split()
    first = next((at for at, word in enumerate(pieces) if word[0].isupper()), 0)
    return " ".join(pieces[first:])


def token(part: Reading, language: str, tables: Tables) -> Token | None:
    """A part with its word; None where no letter of it tells."""
    sound = part.key if language == "other" else ""
    if part.kind == "place":
        sure = part.confidence >= _TRUSTED and part.status == "ok"
    else:  # what an Arab's Cyrillic word of no row is in Arabic letters was but guessed
        sure = language != "ar" or part.row is not None
    local = part.kind == "place" and (language == "ru" or not part.role)
    said, native, canonical = read_in(part), part.native, part.canonical
    if language == "ar" and part.kind == "place":
        said = _articleless(said)
    if part.role == _SURNAME and " " in canonical and language == "ru":
        said, native, canonical = _unled(said), _unled(native or "") or None, _unled(canonical)
    elif part.role == _KUNYA and native:
        native = native.replace(f" {AL}", " ", 1)  # Abu al-Walid is Abu Walid
    elif language == "ar" and canonical.startswith(_DEFINITE):
        said = _unglued(said, part.key)
    word = _word(said, native, canonical, part.row, sound, sure, local, language, tables)
    return None if word is None else _new_token(part, word)


def _articleless(text: str) -> str:
    """A place's short name in Arabic letters without its article, which a person's may not be: التل."""
    return text[2:] if len(text) == _SHORT and text.startswith(AL) and text != ALLAH else text


def _unglued(text: str, key: str) -> str:
    """A name of this key without the article written in one with it: Alsaleh, and not Alawi.

    >>> _unglued("Alsaleh", "sl"), _unglued("Alawi", "AlY"), _unglued("al-Saleh", "sl")
    ('saleh', 'Alawi', 'al-Saleh')
    """
    small = text.lower()
    found = _ARTICLE.match(small) if small.isalpha() and small.isascii() else None
    return small[found.end() :] if found and keyer("ar")(small[found.end() :]) == key else text


def split(whole: Token, language: str, tables: Tables) -> Tokens:
    """The words of a part that another name may have as parts of their own: Abdou al-Sikhni."""
    local = whole.word.local
    words = (
        _word(text, None, text, None, "", True, local, language, tables)
        for text in read_in(whole.part).split()
    )
    return tuple([_new_token(whole.part, word) for word in words if word is not None])


def _core(text: str, native: str | None, sure: bool) -> str:
    """The letters of a part that tell: as it was written, Cyrillic as its native form where that is sure."""
    if not native:
        return fold(text)
    script = script_of(text)
    crossed = script == "Arab" and script_of(native) == "Cyrl"
    return fold(native if crossed or (sure and script == "Cyrl") else text)


@remembered(1 << 17)
def _word(
    text: str,
    native: str | None,
    canonical: str,
    row: Row | None,
    sound: str,
    sure: bool,
    local: bool,
    language: str,
    tables: Tables,
) -> Word | None:
    """The word of a part, one for all parts that are written and read alike; None where nothing is left.

    `sound` is the key of a part of another language, `sure` says that its native form is its own, `local`
    that it is a place's, as in `Word`.
    """
    core = _core(text, native, sure)
    if not core.isalpha():
        core = _bare(core, tables)
    if not core:
        return None
    plain = _plain(native, language, tables) if native else ""
    is_native = plain == core and not text.isascii() and not (local and language == "ru")
    spelt = core if is_native else text.lower()
    if not spelt.isalpha():
        spelt = _bare(spelt, tables)
    sound, symbols = (sound, "") if language == "other" else _heard(core, text, local, language)
    names, forms, apart = bonds(core, text, canonical, row, language, tables)
    called = row.table if row is not None and language == "ru" and _is_just_so(core, row) else ""
    return _new_word(
        core,
        core if spelt == core else spelt,
        sound,
        rarity(sound, plain, row, language, tables),
        names,
        forms,
        apart,
        symbols,
        canonical,
        core if plain == core else plain,
        row,
        is_initial(text) or is_cut_short(text, tables),
        script_of(core) == SCRIPT.get(language),
        bits(sound),
        ending(plain, tables) if language == "ru" and plain else "",
        local,
        called,
        bool(called) and commonness(tables)(row) > 0,  # type: ignore[arg-type]
    )


def _plain(native: str, language: str, tables: Tables) -> str:
    """The native form of a word in plain letters, without its article."""
    plain = fold(native)
    return articleless(plain if plain.isalpha() else _bare(plain, tables), language)


def _heard(core: str, text: str, local: bool, language: str) -> tuple[str, str]:
    """The key of a word, and its letters as distances are measured between them."""
    rules = keyer(language)
    letters = rules.plain(core)
    if language == "ar":
        letters = _FRENCH_K.sub("q'u", letters) if "qu" in letters else letters
        if not (text.isascii() and text.isalpha()):
            letters += _AYN * ends_in_ayn(text)
            if local and text[-1] == _ALEF:
                letters = letters[:-1] + _A
    return rules.of_plain(letters), measured(core, language, letters)


def _is_just_so(core: str, row: Row) -> bool:
    """Is a word the given name of a row as that writes it: Нина, Nina?"""
    return row.table.endswith(GIVEN[0]) and core in (fold(row.native), fold(row.canonical))


@lru_cache(maxsize=1 << 16)
def meant(spelt: str, language: str) -> Meant:
    """What a word of any script is read as, the article left out.

    >>> meant("naceur", "ar").best == meant("ناصر", "ar").best
    True
    """
    forms = plain_shares(spelt, language)
    if language == "ar" and spelt.isascii() and (found := _ARTICLE.match(spelt)):
        forms = {form: share * (1 - _JOINED) for form, share in forms.items()}
        for form, share in plain_shares(spelt[found.end() :], language).items():
            forms[form] = forms.get(form, 0.0) + share * _JOINED
    best = max(forms, key=forms.__getitem__, default="")
    room = reader(language, built_in())
    known, listed = room.known, room.listed
    patterns: tuple[str, ...] = ()
    if language == "ar" and best:
        own = script_of(spelt) == "Arab"
        patterns = tuple(known.get(best, ((), ()))[1]) if own else (vowels(keyer("ar").plain(spelt)),)
    return _new_meant(forms, best, best in known or best in listed, patterns)


def _bare(core: str, tables: Tables) -> str:
    """A folded part of more than letters without its article and its bin or ibn, words joined."""
    words = core.replace("-", " ").split()
    if len(words) > 1:
        particles = _particles(tables)
        while len(words) > 1 and words[0] in particles:
            words = words[1:]
    return "".join(words)


@once
def _particles(tables: Tables) -> frozenset[str]:
    """The folded spellings of articles and of the words for son and daughter."""
    return frozenset(
        fold(spelling)
        for row in tables.rows("person/ar/particle")
        if row["role"] in ("article", "nasab")
        for spelling in (row.native, row.canonical, *row.many("also"))
    )
