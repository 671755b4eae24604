"""Making a text fit to read: Unicode form, invisible marks, look-alikes; and folding it for look-ups."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from translit import compiled
from translit.compiled import letterwise
from translit.memory import remembered
from translit.nouns import Step
from translit.patterns import pattern
from translit.text.script import script_of
from translit.text.web import SIGNS, unwebbed

__all__ = ["clean", "fold", "in_ascii", "joined", "strip_harakat", "strip_stress"]

_INVISIBLE = pattern(  # and the tatweel, which but makes a line longer
    "[\u00ad\u061c\u0640\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff\u0000-\u0008\u000e-\u001f\u007f]"
)
_BLANKS = pattern(r"[\s\u2600-\u27bf\U0001f000-\U0001faff]+")  # and what is drawn: emoji
# Hyphens of printers, and the dashes that stand for one between letters.
_HYPHENS = pattern("[\u2010\u2011\u2043\ufe63\uff0d]|(?<=[^\\W\\d_])[\u2012\u2013\u2212](?=[^\\W\\d_])")
_PRESENTATION = pattern("[\ufb50-\ufdff\ufe70-\ufefc]+")
_HARAKAT = pattern("[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640]")

# A Latin letter and the Cyrillic one that looks the same.
_LOOK_ALIKE = dict(zip("AaBEeKkMmHOoPpCcTtyXxIiJjSsYhÏï", "АаВЕеКкМмНОоРрСсТтуХхІіЈјЅѕУһЇї", strict=True))
_TO_LATIN = str.maketrans({cyrillic: latin for latin, cyrillic in _LOOK_ALIKE.items()})
# A Latin vowel with an acute, typed into a Cyrillic word for a stressed one.
_LOOK_ALIKE |= dict(zip("ÁáÉéÓóÝýÍí", ["А́", "а́", "Е́", "е́", "О́", "о́", "У́", "у́", "І́", "і́"], strict=True))
_LOOK_ALIKE["ĸ"] = "к"
_TO_CYRILLIC = str.maketrans(_LOOK_ALIKE)
_DIGITS = {"3": "з", "0": "о"}
_STRESS = pattern("[\u0300\u0301]")
_CYRILLIC = pattern("[\u0400-\u052f\u1c80-\u1c8f\u1d2b\u1d78\u2de0-\u2dff\ua640-\ua69f\ufe2e\ufe2f]")
# What stands around a name in a list: bullets, numbers, ages, dangling commas, dashes and other lone signs.
_SIGNS = r"(?:[^\w\s()\[\]{}\"«»“”„]|_)+"
_BEFORE = pattern(rf"^(?:{_SIGNS}\s+|[•▪‣]\s*|\d{{1,4}}[.)]\s+(?=\D))+")
_AFTER = pattern(rf"(?:{_SIGNS}\s+|\.?[,;:،؛]\s*|\d+\s*,\s*)+")  # read from the end of a text
_EACH = pattern(r'["«“„]([^"«»“”„]+ [^"«»“”„]+)["»”“]')  # one of several names, in quotes of its own
_QUOTES, _QUOTED = frozenset('"«»“”„'), pattern(r'^["«»“”„]\s+|\s+["«»“”„]$')  # with a blank within
_OPENING, _CLOSING = "([{", ")]}"
_BRACKETS = frozenset(_OPENING + _CLOSING)
# What says in other letters which language a name is in (Russian: Андрей), or says it once more.
_LABEL = pattern(r"^[A-Za-z]+:\s*(?=[^\W\d_])")
# A name by which it is found, written in one, and where its words begin: #AlexeiNavalny, @navalny.
_TAG, _BEGUN = pattern(r"[#@][^\W\d_][^\s#@.,]*"), pattern(r"_+|(?<=[^\WA-ZА-ЯЁ])(?=[A-ZА-ЯЁ])")
_NOTE = pattern(r"\s*[(\[]([^()\[\]]*)[)\]]")
# A Latin initial that looks like a Cyrillic one, a digit that looks like a letter of a Cyrillic word.
_INITIAL = pattern(r"(?<!\w)[ABCEHKMOPTX](?=\.)")
_DIGIT = pattern(r"(?<!\w)3(?=[а-яё]{3})|(?<=[А-ЯЁ])3(?=[А-ЯЁ]{2})|(?<=[а-яёА-ЯЁ])0(?=[а-яёА-ЯЁ])")
_LATIN_WORD = pattern("[A-Za-z]{2}")
_MIXED = pattern(r"[^\W\d_][\w'’ʼ]*")

# Scripts in which a text is folded letter by letter: no letter composes with the next.
_LETTERWISE = pattern("[\0-\u08ff\u1e00-\u1fff\u2010-\u203f]*")
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


_PARTING = str.maketrans("", "", " -–.'’")
_WEB = frozenset(SIGNS)


def _without_harakat(text: str) -> str:
    """Arabic as newspapers print it: without vowel marks, shadda and tatweel.

    >>> strip_harakat("مُحَمَّد")
    'محمد'
    """
    return _HARAKAT.sub("", text)


strip_harakat = letterwise(_without_harakat)
"""Arabic as newspapers print it: without vowel marks, shadda and tatweel."""


def in_ascii(text: str) -> str:
    """A text in plain Latin letters, whatever its script; half a letter of UTF-16 is left out.

    >>> in_ascii("José"), in_ascii("Šimić" + chr(0xDCE9))
    ('Jose', 'Simic')
    """
    from unidecode import unidecode

    return unidecode(text if text.isascii() else text.encode("utf-8", "ignore").decode("utf-8"))


def strip_stress(text: str) -> str:
    """A Cyrillic word without the accent that marks its stress.

    >>> strip_stress("Ива\N{COMBINING ACUTE ACCENT}н")
    'Иван'
    """
    return text.replace("\N{COMBINING ACUTE ACCENT}", "")


@remembered(16384)
def _fold(text: str) -> str:
    """The look-up form of a text: lower case, no marks, no apostrophes; Arabic letters unified.

    Two spellings with one folding differ in nothing a reader would call a letter.

    >>> fold("Dayr az̧-Z̧awr"), fold("Йо́сиф Ё"), fold("القَذَّافِيّ"), fold("Sa'id")
    ('dayr az-zawr', 'йосиф е', 'القذافي', 'said')
    """
    if text.isascii():
        return _plainly(text)
    if _PLAIN_FOLDED.issuperset(text):
        return text.lower()
    return text.translate(_FOLDED) if _LETTERWISE.fullmatch(text) else _folded(text)


def _plainly(text: str) -> str:
    """The look-up form of a text in ASCII."""
    return text.lower() if text.isalpha() else text.lower().translate(_APOSTROPHES)


def _letter(letter: str) -> str:
    """The look-up form of a letter by itself."""
    return _plainly(letter) if letter.isascii() else _folded(letter)


def _folded(text: str) -> str:
    """The look-up form of a text of any script."""
    text = text.casefold().translate(_APOSTROPHES).translate(_SPECIAL).replace("й", "\0").replace("ї", "\1")
    bare = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    bare = bare.replace("\0", "й").replace("\1", "ї")
    return strip_harakat(unicodedata.normalize("NFC", bare)).translate(_ARABIC)


fold: Callable[[str], str] = compiled.word.Letterwise(_letter, _fold) if compiled.word else _fold


def _join(text: str) -> str:
    """A folded text without blanks, hyphens and dots.

    >>> joined("Abu 'l-Faraj")
    'abulfaraj'
    """
    folded = fold(text)
    return folded if folded.isalpha() else folded.translate(_PARTING)


joined = letterwise(_join)


class _Folded(dict[int, str]):
    """The folding of each letter, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        put = self[code] = _letter(chr(code))
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
        found = word.translate(_TO_CYRILLIC)
        return found.upper() if word.upper() == word else found  # ĸ has no capital
    if sure_cyrillic == 0:
        return word.translate(_TO_LATIN)
    return word


def _as_cyrillic(text: str, script: str) -> str:
    """A Cyrillic text with its own letters for Latin initials and digits like them: C. Есенин, 3ахар."""
    if script != "Cyrl" or _LATIN_WORD.search(text):
        return text
    text = _INITIAL.sub(lambda found: _LOOK_ALIKE[found[0]], text)
    return _DIGIT.sub(_letter_of, text)


def _letter_of(digit: re.Match[str]) -> str:
    """The letter that a digit looks like, as large as the one before it."""
    large = digit[0] == "3" or digit.string[digit.start() - 1].isupper()
    return _DIGITS[digit[0]].upper() if large else _DIGITS[digit[0]]


# Letters that clean() has nothing to do with.
_PLAIN_CYRILLIC = frozenset(map(chr, range(0x410, 0x450))) | frozenset("ЁёІіЇїЄєҐґЎў -.,")
_PLAIN_LATIN = frozenset(map(chr, (*range(0x20, 0x7F), *range(0xC0, 0x180), *range(0x1E00, 0x1F00))))
_PLAIN_LATIN |= frozenset("ʻʼʾʿ’‘")
_PLAIN_ARABIC = frozenset(map(chr, range(0x621, 0x63B))) | frozenset(map(chr, range(0x641, 0x64B))) | {" "}
_ALPHABETS = _PLAIN_LATIN - frozenset(":#@&%+<"), _PLAIN_CYRILLIC, _PLAIN_ARABIC
_is_clean = compiled.word.Plain(tuple(map("".join, _ALPHABETS))) if compiled.word else None


def clean(text: str) -> tuple[str, tuple[Step, ...]]:
    """The text in Unicode's composed form, without invisible marks, stray blanks and look-alike letters.

    A printer's hyphen, and a dash between letters, is a plain one. What stands around a name in a list goes
    too: bullets and numbers, dangling commas, brackets, quotes, lone signs, the sign before a tag, and what
    says in other letters which language it is in, or says it once more.
    Idempotent. Steps tell each change a reader could see.

    >>> text, steps = clean("  Юpий \\u200fПетров")
    >>> text, steps[0].why
    ('Юрий Петров', 'look-alike letters of another script')
    >>> clean("Deir&nbsp;ez&#8209;Zor")[0]
    'Deir ez-Zor'
    >>> clean("Russian: Юрий Петров (Yuri)")[0], clean("2. Yuri Petrov,")[0], clean("#YuriPetrov")[0]
    ('Юрий Петров', 'Yuri Petrov', 'Yuri Petrov')
    """
    if _is_clean and _is_clean(text):
        return text, ()
    if not _WEB.isdisjoint(text) and (found := unwebbed(text)) != text:
        read, others = clean(found)
        return read, (Step(text, found, "the web's own signs"), *others)
    if text.isascii() and text.isprintable():
        return _unframed(" ".join(text.split()), ())
    if _PLAIN_LATIN.issuperset(text) or _PLAIN_CYRILLIC.issuperset(text) or _PLAIN_ARABIC.issuperset(text):
        return _unframed(" ".join(text.split()), ())
    plain = unicodedata.normalize("NFC", text)
    plain = _PRESENTATION.sub(lambda part: unicodedata.normalize("NFKC", part.group()), plain)
    plain = _HYPHENS.sub("-", _BLANKS.sub(" ", _INVISIBLE.sub("", plain)).strip())
    plain = unicodedata.normalize("NFC", plain)
    steps: tuple[Step, ...] = ()
    script = script_of(plain)
    if script == "Cyrl" or (script == "Latn" and _CYRILLIC.search(plain)):
        repaired = unicodedata.normalize("NFC", _MIXED.sub(_repair, _as_cyrillic(plain, script)))
        if repaired != plain:
            steps = (Step(plain, repaired, "look-alike letters of another script"),)
            plain = repaired
        unmarked = _STRESS.sub("", plain)
        if unmarked != plain:
            steps = (*steps, Step(plain, unmarked, "marks of stress"))
            plain = unmarked
    return _unframed(plain, steps)


def _unframed(text: str, steps: tuple[Step, ...]) -> tuple[str, tuple[Step, ...]]:
    """The name in a text, without what stands around it."""
    if text[:1].isalpha() and text[-1:].isalpha() and ":" not in text:
        return text, steps
    found = text
    while (shorter := _shorter(found)) != found:
        found = shorter
    if found == text or not script_of(found):
        return text, steps
    return found, (*steps, Step(text, found, "what stands around a name"))


def _shorter(text: str) -> str:
    """A text without the outermost of what is none of its name."""
    if _TAG.fullmatch(text):
        return " ".join(_BEGUN.sub(" ", text[1:]).split())
    found = _BEFORE.sub("", text)
    if dangling := _AFTER.match(found[::-1]):
        found = found[: -dangling.end()]
    if _QUOTES.isdisjoint(found[1:-1]):
        quoted = len(found) > 1 and _QUOTES.issuperset((found[0], found[-1]))
        found = found[1:-1].strip() if quoted else _QUOTED.sub("", found)
    elif found[0] in _QUOTES and found[-1] in _QUOTES and _QUOTES.isdisjoint(each := _EACH.sub(r"\1", found)):
        found = each
    label = _LABEL.match(found)
    if label and script_of(found[label.end() :]) != "Latn":
        found = found[label.end() :]
    for note in _NOTE.finditer(found):
        rest = found[: note.start()] + found[note.end() :]
        if script_of(note[1]) and script_of(rest) and script_of(note[1]) != script_of(rest):
            return rest.strip()
    if found and found[0] in _OPENING and found[-1] in _CLOSING and _BRACKETS.isdisjoint(found[1:-1]):
        return found[1:-1].strip()
    if sum(map(found.count, _OPENING)) != sum(map(found.count, _CLOSING)):
        found = found.lstrip(_OPENING + " ") if found[:1] in _OPENING else found
        found = found.rstrip(_CLOSING + _OPENING + " ") if found[-1:] in _OPENING + _CLOSING else found
    return found.strip()
