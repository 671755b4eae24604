"""Making a text fit to read: Unicode form, invisible marks, look-alikes; and folding it for look-ups."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from translit.nouns import Step
from translit.text.script import script_of

__all__ = ["clean", "fold", "strip_harakat"]

_INVISIBLE = re.compile(
    "[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff\u0000-\u0008\u000e-\u001f\u007f]"
)
_BLANKS = re.compile(r"\s+")
_PRESENTATION = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]+")
_HARAKAT = re.compile("[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640]")

# A Latin letter and the Cyrillic one that looks the same.
_LOOK_ALIKE = dict(zip("AaBEeKMHOoPpCcTyXxIiJjSsYhÏï", "АаВЕеКМНОоРрСсТуХхІіЈјЅѕУһЇї", strict=True))
_TO_LATIN = str.maketrans({cyrillic: latin for latin, cyrillic in _LOOK_ALIKE.items()})
# A Latin vowel with an acute, typed into a Cyrillic word for a stressed one.
_LOOK_ALIKE |= dict(zip("ÁáÉéÓóÝýÍí", ["А́", "а́", "Е́", "е́", "О́", "о́", "У́", "у́", "І́", "і́"], strict=True))
_TO_CYRILLIC = str.maketrans(_LOOK_ALIKE)
_CYRILLIC = re.compile("[\u0400-\u052f\u1c80-\u1c8f\u1d2b\u1d78\u2de0-\u2dff\ua640-\ua69f\ufe2e\ufe2f]")
_MIXED = re.compile(r"[^\W\d_][\w'’ʼ]*")

# Scripts in which a text is folded letter by letter: no letter composes with the next.
_LETTERWISE = re.compile("[\0-\u08ff\u1e00-\u1fff\u2010-\u203f]*")
_APOSTROPHES = dict.fromkeys(map(ord, "'’ʼ‘`´ʻʾʿ′ʹʺ″\"“”«»„ˈ˹"), None)
_SPECIAL = str.maketrans(
    {
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ł": "l",
        "ı": "i",
        "ə": "a",
        "ħ": "h",
    }
)
_ARABIC = str.maketrans(
    {
        "\N{ARABIC LETTER ALEF WITH HAMZA ABOVE}": "ا",
        "\N{ARABIC LETTER ALEF WITH HAMZA BELOW}": "ا",
        "\N{ARABIC LETTER ALEF WITH MADDA ABOVE}": "ا",
        "\N{ARABIC LETTER ALEF WASLA}": "ا",
        "\N{ARABIC LETTER ALEF MAKSURA}": "ي",
        "\N{ARABIC LETTER FARSI YEH}": "ي",
        "\N{ARABIC LETTER YEH BARREE}": "ي",
        "\N{ARABIC LETTER KEHEH}": "ك",
        "\N{ARABIC LETTER TEH MARBUTA}": "ه",
        "\N{ARABIC LETTER HEH GOAL}": "ه",
        "\N{ARABIC LETTER AE}": "ه",
    }
)


def strip_harakat(text: str) -> str:
    """Arabic as newspapers print it: without vowel marks, shadda and tatweel.

    >>> strip_harakat("مُحَمَّد")
    'محمد'
    """
    return _HARAKAT.sub("", text)


def fold(text: str) -> str:
    """The look-up form of a text: lower case, no marks, no apostrophes; Arabic letters unified.

    Two spellings with one folding differ in nothing a reader would call a letter.

    >>> fold("Dayr az̧-Z̧awr"), fold("Йо́сиф Ё"), fold("القَذَّافِيّ"), fold("Sa'id")
    ('dayr az-zawr', 'йосиф е', 'القذافي', 'said')
    """
    if text.isascii():
        return text.lower() if text.isalpha() else text.lower().translate(_APOSTROPHES)
    return _folded_of(text)


@lru_cache(maxsize=16384)
def _folded_of(text: str) -> str:
    """The look-up form of a text that is not ASCII."""
    if _PLAIN_FOLDED.issuperset(text):
        return text.lower()
    return text.translate(_FOLDED) if _LETTERWISE.fullmatch(text) else _folded(text)


def _folded(text: str) -> str:
    """The look-up form of a text of any script."""
    text = text.casefold().translate(_APOSTROPHES).translate(_SPECIAL).replace("й", "\0").replace("ї", "\1")
    bare = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    bare = bare.replace("\0", "й").replace("\1", "ї")
    return strip_harakat(unicodedata.normalize("NFC", bare)).translate(_ARABIC)


class _Folded(dict[int, str]):
    """The folding of each letter, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        put = self[code] = _folded(chr(code))
        return put


_FOLDED = _Folded()
_PLAIN_FOLDED = frozenset(map(chr, range(0x410, 0x450)))  # letters that are folded by being made small


def _repair(match: re.Match[str]) -> str:
    """One word whose letters look alike but come from two scripts, put into the script that is sure."""
    word = match.group()
    if word.isascii():
        return word
    latin = [letter for letter in word if "LATIN" in unicodedata.name(letter, "")]
    cyrillic = [letter for letter in word if "CYRILLIC" in unicodedata.name(letter, "")]
    if not latin or not cyrillic:
        return word
    sure_latin = sum(letter not in _LOOK_ALIKE for letter in latin)
    sure_cyrillic = sum(ord(letter) not in _TO_LATIN for letter in cyrillic)
    if sure_latin == 0 and (sure_cyrillic or len(cyrillic) >= len(latin)):
        return word.translate(_TO_CYRILLIC)
    if sure_cyrillic == 0:
        return word.translate(_TO_LATIN)
    return word


# Letters that clean() has nothing to do with.
_PLAIN_CYRILLIC = frozenset(map(chr, range(0x410, 0x450))) | frozenset("ЁёІіЇїЄєҐґЎў -.,")
_PLAIN_ARABIC = frozenset(map(chr, range(0x621, 0x63B))) | frozenset(map(chr, range(0x641, 0x64B))) | {" "}


def clean(text: str) -> tuple[str, tuple[Step, ...]]:
    """The text in Unicode's composed form, without invisible marks, stray blanks and look-alike letters.

    Idempotent. Steps tell each change a reader could see.

    >>> text, steps = clean("  Юpий \\u200fПетров")
    >>> text, steps[0].why
    ('Юрий Петров', 'look-alike letters of another script')
    """
    if text.isascii() and text.isprintable():
        return " ".join(text.split()), ()
    if _PLAIN_CYRILLIC.issuperset(text) or _PLAIN_ARABIC.issuperset(text):
        return " ".join(text.split()), ()
    plain = unicodedata.normalize("NFC", text)
    plain = _PRESENTATION.sub(lambda part: unicodedata.normalize("NFKC", part.group()), plain)
    plain = _BLANKS.sub(" ", _INVISIBLE.sub("", plain)).strip()
    plain = unicodedata.normalize("NFC", plain)
    script = script_of(plain)
    if script == "Cyrl" or (script == "Latn" and _CYRILLIC.search(plain)):
        repaired = unicodedata.normalize("NFC", _MIXED.sub(_repair, plain))
        if repaired != plain:
            return repaired, (Step(plain, repaired, "look-alike letters of another script"),)
    return plain, ()
