"""The consonant skeleton of a place name: what all its spellings share.

Vowels, marks, doubled letters and the Arabic article change from spelling to spelling; the
consonants hardly do. Everything here works on one name or on thousands parted by line breaks at
once: each step is one pass over the whole text, so that all names of the gazetteer are ready in a
tenth of a second.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from typing import Any

from translit import compiled
from translit.compiled import letterwise
from translit.memory import remembered
from translit.text.script import ARABIC

__all__ = ["FAMILIES", "VOWELS_ONLY", "letters", "rules_of", "skeleton", "skeleton_of_letters", "steps"]

FAMILIES = ("ru", "ar")
VOWELS_ONLY = "="  # stands before the letters of a name that has no consonant

# Cyrillic and Arabic letters in broad Latin; a capital is one sound that Latin writes with several letters.
_CYRILLIC = dict(
    zip(
        "абвгґғдђеєѐжзѕиіїйјкќқлљмнњңоөпрстћуўүұфхһҳцчҷџшщъыьэюяәӘҡҙҫ"
        "җҭҕӷӻҥӈҧԥҟӄӡҵҽҿҩӕӽѣѡѥѵ",  # Tatar, Abkhaz, Yakut, Ossetian, Khanty; old ones
        (
            *("a", "b", "v", "g", "g", "g", "d", "d", "e", "e", "e"),
            *("Z", "z", "z", "i", "i", "i", "y", "y"),
            *("k", "k", "k", "l", "l", "m", "n", "n", "n", "o", "o", "p", "r", "s", "t", "C", "u", "w", "u"),
            *("u", "f", "X", "h", "h", "c", "C", "J", "J", "S", "W", ".", "i", ".", "e"),
            *("yu", "ya", "a", "a", "k", "z", "s"),
            *("J", "t", "g", "g", "g", "n", "n", "p", "p", "k", "k", "z", "c", "C", "C", "u", "a", "X"),
            *("e", "o", "e", "i"),
        ),
        strict=True,
    )
)  # fmt: skip
_ARABIC = dict(
    zip(
        "ابتثجحخدذرزسشصضطظعغفقكلمنهويىءئؤآأإٱةگپچژڤکیھہەۀےێۆڕڵڭێ",
        (
            *("a", "b", "t", "T", "J", "H", "X", "d", "D", "r", "z", "s", "S", "s", "d", "t", "z", ".", "G"),
            *("f", "q", "k", "l", "m", "n", "h", "w", "y", "a", ".", ".", ".", "a", "a", "a", "a", "E", "g"),
            *("p", "C", "Z", "v", "k", "y", "h", "h", "a", "a", "y", "e", "o", "r", "l", "n", "e"),
        ),
        strict=True,
    )
)  # fmt: skip
_LATIN = dict(
    zip("ǰĥĉŝĵßæœøđðþłıəħčćšśşșžźżçţțğġǧñŋẖḫḥḩẓẕṣşḍḑṭţʿʾ",
        (
            *("J", "X", "C", "S", "Z", "s", "e", "e", "o", "d", "D", "T", "l", "i", "a", "h", "C", "C", "S"),
            *("S", "S", "S", "Z", "Z", "Z", "C", "t", "t", "G", "G", "J", "n", "n", "X", "X", "H", "H", "z"),
            *("z", "s", "S", "d", "d", "t", "t", ".", "."),
        ),
        strict=True)
)  # fmt: skip
_TURKISH = frozenset("êîûçığöüÊÎÛÇİĞÖÜ")
_PARTS = {",", ";", "-", "–", "—", "/", "(", ")", "_", "·", "\t", "،", "|", "\N{NO-BREAK SPACE}"}


class _Broad(dict[int, str]):
    """Every character in broad Latin letters, worked out when first met."""

    def __missing__(self, code: int) -> str:
        self[code] = found = _broad(chr(code))
        return found


def _broad(sign: str) -> str:
    """One character in broad Latin."""
    if sign in "\n ":
        return sign
    if sign in _PARTS or sign.isspace():
        return " "
    low = sign.lower()
    for alphabet in (_LATIN, _CYRILLIC, _ARABIC):
        if low in alphabet:
            return alphabet[low].replace(".", "")
    if low.isascii() and (low.isalnum()):
        return low
    bare = unicodedata.normalize("NFD", low)[0]
    if bare != low:
        return _broad(bare)
    return ""


_BROAD = _Broad()

# Latin letter groups that write one sound, longest first; on text already in broad Latin.
_SHARED = (
    ("schtsch", "W"), ("shtsh", "W"), ("chtch", "W"), ("shch", "W"), ("stch", "W"), ("Sc", "W"), ("SC", "W"),
    ("tsch", "C"), ("tch", "C"), ("tsh", "C"), ("dsch", "J"), ("dzh", "J"), ("dj", "J"), ("dZ", "J"),
    ("sch", "S"), ("sh", "S"), ("sz", "S"), ("kh", "X"), ("zh", "Z"), ("gh", "G"), ("ph", "f"),
)  # fmt: skip
_SLAVIC = (
    ("rh", "r"),
    ("ch", "C"),
    ("cz", "C"),
    ("ts", "c"),
    ("tz", "c"),
    ("th", "t"),
    ("dh", "d"),
    ("ck", "k"),
)
_ARABIC_LATIN = (
    ("rh", "G"),
    ("ch", "S"),
    ("th", "T"),
    ("dh", "D"),
    ("dz", "J"),
    ("dd", "d"),
    ("ts", "s"),
    ("sS", "S"),
)

_SLAVIC_CLASSES = str.maketrans(
    {
        **dict.fromkeys("aeiouyj.' ", ""),
        **{
            "w": "f",
            "v": "f",
            "q": "k",
            "h": "g",
            "X": "g",
            "H": "g",
            "G": "g",
            "T": "t",
            "D": "d",
        },
        **{"W": "S", "E": ""},
    }
)
_ARABIC_CLASSES = str.maketrans(
    {
        **dict.fromkeys("aeiouywv.' ", ""),
        **{
            "p": "b",
            "q": "k",
            "g": "k",
            "c": "k",
            "G": "k",
            "X": "h",
            "H": "h",
            "x": "h",
            "T": "t",
            "D": "d",
        },
        **{"j": "J", "Z": "J", "W": "S", "E": "", "C": "S"},
    }
)
_CONSONANTS = "bcdfghklmnpqrstvzSZCJTDXHGW"  # those that are written once where they are doubled
_UNDOUBLED = re.compile(f"([{_CONSONANTS}])\\1+").sub
_ARABIC_TWICE = re.compile("([ب-ه])\\1")
_BARED = {
    "ru": ((" ", ""), ("x", "ks")),
    "ar": (
        *((f" {article} ", " ") for article in ("al", "el", "ul", "il", "l")),
        *((f"{vowel}h ", f"{vowel} ") for vowel in "aei"),
        (" ", ""),
    ),
}
_FAMILY_RULES = {"ru": (_SLAVIC, _SLAVIC_CLASSES), "ar": (_ARABIC_LATIN, _ARABIC_CLASSES)}
_GROUPS = {family: _SHARED + rules for family, (rules, _) in _FAMILY_RULES.items()}
_WITHOUT_H = {
    family: tuple([pair for pair in groups if "h" not in pair[0]]) for family, groups in _GROUPS.items()
}
_LETTERS = "".join(map(chr, range(128)))


def rules_of(
    pairs: Iterable[tuple[str, str]], classes: dict[int, str], twice: str, loops: Any = compiled.word
) -> Callable[[str], str | None]:
    """Replacements, then letters as classes, as the compiled module does both; None for what it leaves."""
    if loops is None:
        return lambda text: None
    put = "".join([classes.get(code, letter) or "\0" for code, letter in enumerate(_LETTERS)])
    found: Callable[[str], str | None] = loops.Rules(tuple(pairs), put, "", twice)
    return found


_quick_letters = {family: rules_of(groups, {}, "") for family, groups in _GROUPS.items()}
_quick_bones = {
    family: rules_of(_BARED[family], classes, _CONSONANTS) for family, (_, classes) in _FAMILY_RULES.items()
}


def letters(text: str, family: str) -> str:
    """A name in broad Latin, or thousands parted by line breaks, one letter for each sound.

    >>> letters("Дейр-эз-Зор", "ar"), letters("Khmeimim", "ar"), letters("Щёлково", "ru")
    ('deyr ez zor', 'Xmeimim', 'Welkovo')
    """
    return _letters(text, family) if "\n" in text else _remembered(text, family)


def _letters(text: str, family: str) -> str:
    """A name in broad Latin, words parted by single blanks."""
    if text.isascii() or (max(text) < ARABIC and not ("ş" in text or "Ş" in text)):
        pass  # no Arabic letters
    elif family == "ar":
        if "ş" in text or "Ş" in text:
            text = "\n".join(map(_emphatic, text.split("\n")))
        text = f" {text}".replace(" أل", " ال").replace("\nأل", "\nال")  # ألقوش is القوش as well
        text = text.replace(" ال", " ").replace("\nال", "\n").replace("-ال", " ")
        text = _ARABIC_TWICE.sub(r"\1ا\1", text)
        text = text.replace("ه\n", "ة\n").replace("ة ", "ت ").replace("تش", "چ").lstrip(" ")
        text = text[:-1] + "ة" if text.endswith("ه") else text
    else:
        text = text.replace("تش", "چ").replace("شتش", "щ").replace("تس", "ц")
    broad = _broadly(text)
    quick = _quick_letters[family](broad)
    if quick is not None:
        broad = quick
    else:
        for group, sound in (_GROUPS if "h" in broad else _WITHOUT_H)[family]:
            broad = broad.replace(group, sound)
    while "  " in broad:
        broad = broad.replace("  ", " ")
    return broad.strip(" ")


def _plainly(text: str) -> str:
    """Every letter of a text, or of thousands, in broad Latin."""
    return text.lower().translate(_BROAD)


_broadly = letterwise(_plainly)
_remembered = remembered(65536)(_letters)


def _emphatic(name: str) -> str:
    """A name whose ş is the Arabic ṣ of maps (Maşyāf), unless other letters make it Turkish or Kurdish."""
    if _TURKISH.isdisjoint(name):
        return name.replace("ş", "ṣ").replace("Ş", "Ṣ")
    return name


def skeleton_of_letters(broad: str, family: str) -> str:
    """The consonants of a name already in broad Latin."""
    bare = f" {broad} "
    quick = None if "\n" in broad else _quick_bones[family](bare)
    if quick is not None:
        return quick
    bare = bare.replace("\n", " \n ")
    for find, put in _BARED[family]:
        bare = bare.replace(find, put)
    return _UNDOUBLED(r"\1", bare).translate(_FAMILY_RULES[family][1])


def steps(
    family: str,
) -> tuple[Callable[[str], str], Callable[[str], str | None], Callable[[str], str | None]]:
    """What makes the consonants of a name that has no Arabic letters, and no ş, step by step.

    Broad letters; groups of them as one sound, whose words are then parted by single blanks; with a blank at
    both ends the consonants. The last two may leave a name, and say None.
    """
    return _broadly, _quick_letters[family], _quick_bones[family]


@remembered(16384)
def skeleton(text: str, family: str) -> str:
    """The consonants that all spellings of a name share.

    >>> {skeleton(text, "ar") for text in ("Deir Ezzor", "Dayr az-Zawr", "Дейр-эз-Зор", "دير الزور")}
    {'drzr'}
    >>> skeleton("Ростов", "ru"), skeleton("Rustav", "ru"), skeleton("Rostow", "ru")
    ('rstf', 'rstf', 'rstf')
    """
    broad = letters(text, family)
    return skeleton_of_letters(broad, family) or VOWELS_ONLY + broad
