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
from translit.text.lookalikes import in_one_script
from translit.text.mojibake import before_misreading
from translit.text.script import script_of
from translit.text.web import SIGNS, unwebbed

__all__ = ["clean", "fold", "in_ascii", "joined", "strip_harakat", "strip_stress"]

_INVISIBLE = pattern(  # and the tatweel, which but makes a line longer; what tells a terminal its colours
    "[\u00ad\u061c\u0640\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff\u0000-\u0008\u000e-\u001f\u007f]"
    "(?:(?<=\x1b)\\[[0-9;]*[A-Za-z])?"
)
_BLANKS = pattern(r"[\s\u2600-\u27bf\U0001f000-\U0001faff]+")  # and what is drawn: emoji
# Hyphens of printers, and the dashes that stand for one between letters.
_HYPHENS = pattern("[\u2010\u2011\u2043\ufe63\uff0d]|(?<=[^\\W\\d_])[\u2012\u2013\u2212](?=[^\\W\\d_])")
# Arabic letters in the forms they have in a word, Latin ones as wide as Chinese ones or as in mathematics.
_PRESENTATION = pattern("[\ufb50-\ufdff\ufe70-\ufefc\uff01-\uff5e\U0001d400-\U0001d7ff]+")
# A hyphen at the end of a line within a word, and none of Ростов-на-Дону.
_BROKEN = pattern(r"(?<=[^\W\d_]{3})-[ \t]*\r?\n\s*(?=[a-zа-яёіїєґў]{2}(?![^\W\d_]?-))")
_FORMS = pattern("[\ufb50-\ufdf9\ufe70-\ufefc]{2,}")  # two letters or more in the forms they have in a word
_LINE = "\N{COMBINING LOW LINE}"  # under both of two letters that are one: D̲j̲
_UNDERLINED = pattern(f"([ḎḏḴḵṮṯ])([HhJj]{_LINE})")
_HARAKAT = pattern("[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640]")

_STRESS = pattern("[\u0300\u0301]")
_CYRILLIC = pattern("[\u0400-\u052f\u1c80-\u1c8f\u1d2b\u1d78\u2de0-\u2dff\ua640-\ua69f\ufe2e\ufe2f]")
# What stands around a name in a list: bullets, numbers, ages, dangling commas, dashes and other lone signs.
_SIGNS = r"(?:[^\w\s()\[\]{}\"«»“”„]|_)+"
_BEFORE = pattern(rf"^(?:{_SIGNS}\s+|[•▪‣]\s*|\d{{1,4}}[.)]\s+(?=\D))+")
# Read from the end of a text; marks of a sentence and of a letter lost, empty brackets, the number of a note.
_ENDING = "[!?؟…\ufffd\ud800-\udfff]\\s*|\\.(?=\\.)|[)\\]]\\s*[(\\[]\\s*|\\]\\d{1,3}\\[\\s*"
_AFTER = pattern(rf"(?:{_SIGNS}\s+|\.?[,;:،؛]\s*|\d+\s*,\s*|{_ENDING})+")
_EACH = pattern(r'["«“„]([^"«»“”„]+ [^"«»“”„]+)["»”“]')  # one of several names, in quotes of its own
_QUOTE_MARKS = '"«»“”„'
_QUOTES = frozenset(_QUOTE_MARKS)
_OPENING, _CLOSING = "([{", ")]}"
_BRACKETS = frozenset(_OPENING + _CLOSING)
# What says in other letters which language a name is in (Russian: Андрей), or says it once more.
_LABEL = pattern(r"^[A-Za-z]+:\s*(?=[^\W\d_])")
# A name by which it is found, written in one, and where its words begin: #AlexeiNavalny, @navalny.
_TAG, _BEGUN = pattern(r"[#@][^\W\d_][^\s#@.,]*"), pattern(r"_+|(?<=[^\WA-ZА-ЯЁ])(?=[A-ZА-ЯЁ])")
_NOTE = pattern(r"\s*[(\[]([^()\[\]]*)[)\]]")

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


# Letters that clean() has nothing to do with.
_PLAIN_CYRILLIC = frozenset(map(chr, range(0x410, 0x450))) | frozenset("ЁёІіЇїЄєҐґЎў -.,")
_PLAIN_LATIN = frozenset(map(chr, (*range(0x20, 0x7F), *range(0xC0, 0x180), *range(0x1E00, 0x1F00))))
_PLAIN_LATIN |= frozenset("ʻʼʾʿ’‘")
_PLAIN_ARABIC = frozenset(map(chr, range(0x621, 0x63B))) | frozenset(map(chr, range(0x641, 0x64B))) | {" "}
_ALPHABETS = _PLAIN_LATIN - frozenset(":#@&%+<\\_="), _PLAIN_CYRILLIC, _PLAIN_ARABIC
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
    if "\u00c0" <= text < "\u0100" and (found := before_misreading(text)) != text:
        return _reread(text, found)
    if _is_clean and _is_clean(text):
        return text, ()
    if not _WEB.isdisjoint(text) and (found := unwebbed(text)) != text:
        read, others = clean(found)
        return read, (Step(text, found, "the web's own signs"), *others)
    if text.isascii() and text.isprintable():
        return _unframed(" ".join(text.split()), ())
    if _PLAIN_LATIN.issuperset(text) or _PLAIN_CYRILLIC.issuperset(text) or _PLAIN_ARABIC.issuperset(text):
        return _unframed(" ".join(text.split()), ())
    if (found := before_misreading(text)) != text:
        return _reread(text, found)
    plain = _BROKEN.sub("", unicodedata.normalize("NFC", text))
    if _is_drawn(plain):
        plain = plain[::-1]
    plain = _PRESENTATION.sub(lambda part: unicodedata.normalize("NFKC", part.group()), plain)
    plain = _HYPHENS.sub("-", _BLANKS.sub(" ", _INVISIBLE.sub("", plain)).strip())
    plain = unicodedata.normalize("NFC", plain)
    if _LINE in plain:
        plain = _UNDERLINED.sub(_both_underlined, plain)
    steps: tuple[Step, ...] = ()
    script = script_of(plain)
    if script == "Cyrl" or (script == "Latn" and _CYRILLIC.search(plain)):
        repaired = unicodedata.normalize("NFC", in_one_script(plain, script))
        if repaired != plain:
            steps = (Step(plain, repaired, "look-alike letters of another script"),)
            plain = repaired
        unmarked = _STRESS.sub("", plain)
        if unmarked != plain:
            steps = (*steps, Step(plain, unmarked, "marks of stress"))
            plain = unmarked
    return _unframed(plain, steps)


def _both_underlined(found: re.Match[str]) -> str:
    """A letter whose line was composed with it as its neighbour has one: Ḏj̲ is D̲j̲."""
    return unicodedata.normalize("NFD", found[1])[0] + _LINE + found[2]


def _is_drawn(text: str) -> bool:
    """Do Arabic letters stand from left to right, as some pages are drawn: each word's last one first?"""
    words = _FORMS.findall(text)
    if not words or any("\u0041" <= letter < "\u0590" for letter in text):
        return False
    ends = [
        (unicodedata.decomposition(word[0])[:3], unicodedata.decomposition(word[-1])[:3]) for word in words
    ]
    drawn = sum(first == "<fi" or last == "<in" for first, last in ends)
    return drawn > sum(first == "<in" or last == "<fi" for first, last in ends)


def _reread(text: str, found: str) -> tuple[str, tuple[Step, ...]]:
    """A text that was once read in a wrong encoding, cleaned as what it was before."""
    read, others = clean(found)
    return read, (Step(text, found, "read in a wrong encoding"), *others)


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
        found = found.strip(_QUOTE_MARKS).strip()
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
