"""A name that was spelt letter for letter, read back without weighing: Zabolotny is Заболотный.

Most Latin spellings of Russian names follow the letters. Where they lead to one word that the
tables know, or leave no doubt at all, the costs of `translit.sounds` need not be asked.
"""

from __future__ import annotations

from translit.sounds.reading import names
from translit.tables import Tables

__all__ = ["literal"]

# What stands for a piece of a spelling, the usual first; "?" where a word no table knows is to be
# weighed by its sounds. "#" is the end of the word.
_ALWAYS = {
    "shch": "щ", "zh": "ж", "kh": "х", "sh": "ш", "ch": "?ч", "chk": "?чк", "ts": "ц тс", "tsk": "?цк тск",
    "chuk": "чук", "ovich#": "ович", "chenko": "ченко", "chik": "чик", "ich#": "ич", "x": "?кс х", "b": "б",
    "d": "д", "f": "ф",
    "g": "г", "k": "к", "l": "л", "m": "м", "n": "н", "p": "п", "r": "р", "s": "с", "t": "т", "v": "в",
    "z": "з", "a": "а", "o": "о", "u": "у", "dzh": "дж", "yy#": "ый", "iy#": "ий", "skii#": "ский",
    "sky#": "ский", "skiy#": "ский", "tskii#": "?цкий тский", "tsky#": "?цкий тский", "tskiy#": "?цкий тский",
    "skaya#": "ская", "skaia#": "ская", "tskaya#": "?цкая тская", "tskaia#": "?цкая тская", "'": "ь",
    "naya#": "ная", "naia#": "ная", "enko#": "енко", "aa": "?аа", "uu": "?уу", "oo": "?оо", "ou": "?оу",
    "au": "?ау", "oa": "?оа", "ao": "?ао", "ua": "?уа", "ph": "?пх", "th": "?тх", "ss": "?сс", "zz": "?зз",
    "kk": "?кк", "tz": "?тз", "sz": "?сз", "cz": "?чз", "gu": "?гу", "tch": "?тч", "sch": "?сч",
    "tsch": "?цч", "tsh": "?тш", "avich#": "?авич", "evich#": "?евич", "vich#": "?вич", "ine#": "?ине",
    "ff": "?фф", "pp": "?пп",
}  # fmt: skip
_AFTER_CONSONANT = _ALWAYS | {
    "e": "е", "i": "и", "y": "ы", "ya": "я ья ъя", "ye": "?ье ъе е", "yo": "?ё ьё", "yu": "ю ью ъю",
    "yi": "?ьи", "ia": "я ия иа ья", "ia#": "?ия я", "ie": "?ие ье е", "iu": "ю иу ью", "io": "?ио ё ьё",
    "y#": "?ый ий",
    "ny#": "ный", "i#": "?и ий", "ii#": "?ий", "ee": "?еэ", "ei": "?ей еи", "ea": "?еа", "eu": "?еу",
    "yev#": "ьев", "yeva#": "ьева", "iev#": "?иев ьев", "ieva#": "?иева ьева", "ev#": "ев ьев",
    "eev#": "еев", "eeva#": "еева",
    "eva#": "ева ьева", "yan#": "ян ьян", "ian#": "ян иан ьян",
}  # fmt: skip
_ELSEWHERE = _ALWAYS | {
    "e": "?е э", "i": "?и й", "y": "й", "ya": "я", "ye": "е", "yo": "ё", "yu": "ю", "yi": "?йи и",
    "ia": "?я иа", "ie": "?е ие", "iu": "?ю иу", "io": "?ё ио", "ev#": "ев эв", "eva#": "ева эва",
}  # fmt: skip
_AT_START = _ELSEWHERE | {"i": "и", "ev#": "?ев эв", "yo": "?ё йо"}
# The lengths of the pieces that begin with a letter, longest first.
_SIZES = {
    first: sorted(
        {len(piece) for piece in (*_AFTER_CONSONANT, *_AT_START) if piece[0] == first}, reverse=True
    )
    for first in {piece[0] for piece in (*_AFTER_CONSONANT, *_AT_START)}
}
# Library and ISO spellings mark what they mean; then a bare letter leaves no doubt either.
_MARKED = str.maketrans(
    {
        "č": "ч", "š": "ш", "ž": "ж", "ŝ": "щ", "â": "я", "û": "ю", "ĭ": "й", "ė": "э", "è": "э", "ʹ": "ь",
        "’": "ь", "ʺ": "ъ", "ë": "ё", "ё": "ё",
    }
)  # fmt: skip
_TIES = (("t\u0361s", "ц"), ("i\u0361a", "я"), ("i\u0361u", "ю"))
_SOFTENED = frozenset("ldntsrzbpvmf")
_SOFT_L = ("n", "s", "c", "ts")  # before these an l is soft in most surnames
_CONSONANTS = frozenset("bcdfghjklmnpqrstvwxz#")
_VOWELS = frozenset("aeiouyёяюэ")
_ENDS = (
    "ov", "ova", "ev", "eva", "in", "ina", "sky", "skiy", "skii", "skaya", "skaia", "enko", "chko", "nko",
    "uk", "ykh", "shvili", "dze", "ich", "ny", "naya", "oy", "ik", "ets", "yan", "ian", "яn", "skaя", "skiй",
)  # fmt: skip
_UKRAINIAN = ("sky", "ska", "enko", "uk", "ych", "ko")  # ends beside which a y may be Ukrainian и
_ENGLISH = ("zh", "kh", "ya", "yu")  # who writes so writes ч as ch
_MANY = 64


def _choices(word: str) -> tuple[list[str], bool] | None:
    """What a prepared spelling may stand for, the usual first, and whether that is beyond doubt.

    None where its letters are not those of a literal spelling, or there are too many ways.
    """
    found, sure, at = [""], True, 0
    english = any(sign in word for sign in _ENGLISH)
    table = _AT_START
    end = len(word)
    text = word + "#"
    while at < end:
        for size in _SIZES.get(text[at], ()):
            piece = text[at : at + size]
            put = table.get(piece)
            if put is not None:
                break
        else:
            if text[at] < "\u0400":
                return None
            put = piece = text[at]
        if put[0] == "?":
            sure = sure and english and put[1] == "ч"
            put = put[1:]
        at += len(piece)
        last, following = text[at - 1], text[at : at + 1]
        if " " in put:
            found = [start + way for start in found for way in put.split(" ")]
        elif last in _SOFTENED and following in _CONSONANTS and last != following:
            soft = last == "l" and text.startswith(_SOFT_L, at)
            both = (put + "ь", put) if soft else (put, put + "ь")
            found = [start + way for start in found for way in both]
        else:
            found = [start + put for start in found]
        if len(found) > _MANY:
            return None
        table = _ELSEWHERE if last in _VOWELS or found[0][-1] in "ьъ" else _AFTER_CONSONANT
    return found, sure


def literal(word: str, tables: Tables) -> str | None:
    """The Cyrillic word that a Latin spelling leads to letter by letter, None where there is doubt.

    >>> from translit.tables import built_in
    >>> literal("Zabolotny", built_in()), literal("Melnikov", built_in()), literal("Wetkin", built_in())
    ('заболотный', 'мельников', None)
    """
    text = word.lower()
    if not text.isascii():
        for tie, letter in _TIES:
            text = text.replace(tie, letter)
        text = text.translate(_MARKED)
    choices = _choices(text)
    if choices is None:
        return None
    ways, sure = choices
    known, listed = names("ru", tables)
    plain = [way.replace("ё", "е") for way in ways]
    hits = {way for way in plain if way in listed or way in known}
    if len(hits) == 1:
        hit = hits.pop()
        forms = known.get(hit)
        return forms[0][0] if forms and forms[0] else hit
    if hits or not sure or not text.endswith(_ENDS):
        return None
    if text.endswith(_UKRAINIAN) and "ы" in ways[0][:-2]:
        return None
    return ways[0]
