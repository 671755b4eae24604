"""The native form of a town: of its alternate names the one that fits its main name best."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any

from translit.gazetteer.backwards import arabic, ascii_form
from translit.gazetteer.scripts import ARAB, FOREIGN_LETTERS, LETTERS, OWN_LETTERS, SCRIPTS, family, in_script
from translit.languages import language_of
from translit.memory import once
from translit.place.kinds import areas, settlements
from translit.place.skeleton import letters, skeleton
from translit.romanization import romanize
from translit.tables import built_in
from translit.text.clean import fold, strip_harakat
from translit.text.cyrillic import TO_RUSSIAN

__all__ = ["UNSEEN", "likeness", "native_of", "plain"]

_FAR = 0.45  # letters in one that differ from the main name beyond which a native is another name's
_FAR_BONES = 0.5  # the same of consonants
_ARABIC = frozenset("ابتثجحخدذرزسشصضطظعغفقكلمنهويىةءئؤآأإ -")
_TO_ARABIC = str.maketrans("کیۀ", "كية")
_ENGLISH = re.compile(r"\b(?:City|Town|Village|village)\b")
_PERSIAN = str.maketrans("يكىة", "یکیه")
UNSEEN = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u200e\u200f\u061c\u00ad\ufeff\u0640"))
_WASLA = "\N{ARABIC LETTER ALEF WASLA}"
_EMPHATIC = {"ط": "ţṭ", "ص": "şṣ", "ض": "ḑḍ", "ح": "ḩḥ", "ق": "q", "خ": "ẖ"}
_STRAY = re.compile("тс(?!ь?к)|[бвгжкмпфхчш]ь(?=[бвгджзклмнпрстфхцчшщ])")
_SOFT = re.compile("([сцСЦ])ьк(?=$|[- ]|ий|е$)")
_HARD = re.compile("ъ(?![еёюя])")
_ADJECTIVE = re.compile("(?<=[бвгджзйклмнпрстфхцчшщь][кн])(?:ы|ай|ий|ый)$")


def native_of(city: Mapping[str, Any], known: Mapping[str, str]) -> str:
    """The native form of a town: as people wrote it, or the alternate name that best fits the main name.

    Empty where none does and the main name does not tell its letters.
    """
    country, name = city["countrycode"], city["name"]
    script = SCRIPTS.get(country, "LATIN")
    number = f"geonames:{city['geonameid']}"
    if number in known:
        return known[number]
    if script == "LATIN":
        return str(name)
    fitting = [plain(form, country) for form in city["alternatenames"] if in_script(form, script)]
    if country in ARAB:
        fitting = [_arab(form, name) for form in fitting]
        fitting = [form for form in fitting if set(form) <= _ARABIC] or fitting
    fitting = _of_language(fitting, country)
    ranked = sorted(
        fitting,
        key=lambda form: (
            likeness(form, name, country),
            _stray(form),
            -form.count("ё"),
            -len(form),
            form,
        ),
    )
    told = arabic(name) if country in ARAB else ""
    if not ranked or _is_far(ranked[0], name, country):
        return told
    if told and fold(told) == fold(ranked[0]):
        return told
    return unicodedata.normalize("NFC", _own(ranked[0], fitting, country))


def likeness(native: str, name: str, country: str) -> float:
    """How far a native form is from the romanised main name, in letters."""
    from rapidfuzz.distance import Levenshtein

    language = language_of(country)
    if language:
        latin = romanize(native, language.abroad[0])
        return Levenshtein.distance(fold(latin), fold(name))
    if country in LETTERS:
        return Levenshtein.distance(
            LETTERS[country](native), _ENGLISH.sub("", ascii_form(name)).lower().strip()
        )
    told = arabic(name) if country in ARAB else ""
    if told:
        return Levenshtein.distance(fold(native), fold(told)) + 0.1 * Levenshtein.distance(native, told)
    own = family(country)
    bones = 3 * Levenshtein.distance(skeleton(native, own), skeleton(name, own))
    marks = 0
    if own == "ar":
        low = name.lower()
        marks = sum(
            abs(native.count(sign) - sum(map(low.count, set(put)))) for sign, put in _EMPHATIC.items()
        )
    return float(bones + marks + Levenshtein.distance(letters(native, own), letters(name, own)))


def _stray(name: str) -> int:
    """How many signs of a Cyrillic name are another spelling's: тс for ц, a soft sign before a consonant.

    >>> _stray("Коломьна"), _stray("Тсюрупинск"), _stray("Иркутск")
    (1, 1, 0)
    """
    return len(_STRAY.findall(name.lower()))


def _is_far(native: str, name: str, country: str) -> bool:
    """Is a native form that of another name of the town, of an older one say?"""
    from rapidfuzz.distance import Levenshtein

    if country in ARAB and not arabic(name):  # an English name: Hebron, Port Said
        return False
    told = language_of(country) is not None or country in LETTERS
    if told and likeness(native, name, country) <= _FAR * len(name):
        return False
    if country in LETTERS:
        return True
    ours, theirs = (skeleton(form, family(country)).replace("h", "") for form in (native, name))
    return Levenshtein.distance(ours, theirs) > _FAR_BONES * max(len(ours), len(theirs))


def _own(native: str, names: Sequence[str], country: str) -> str:
    """Of the spellings of one name the one in its country's language: Kazakh, not Russian.

    >>> _own("Жезказган", ["Жезқазған"], "KZ"), _own("Светлогорск", ["Светлагорск"], "BY")
    ('Жезқазған', 'Светлагорск')
    """
    same = [name for name in names if skeleton(name, "ru") == skeleton(native, "ru")]
    if country in OWN_LETTERS:
        letters_of_its_own = OWN_LETTERS[country]
        return max(
            (native, *same), key=lambda name: sum(name.lower().count(sign) for sign in letters_of_its_own)
        )
    if country == "BY":
        return min((native, *same), key=lambda name: name.lower().count("о"))
    return native


def _arab(native: str, name: str) -> str:
    """An Arabic name in Arabic letters, without a generic that its main name has not.

    >>> _arab("قلعة سکر", "Qal‘at Sukkar"), _arab("قضاء الحمدانية", "Al Ḩamdānīyah")
    ('قلعة سكر', 'الحمدانية')
    """
    plain = native.translate(_TO_ARABIC)
    first, _, rest = plain.partition(" ")
    if (
        first in _generic()
        and rest
        and not _ENGLISH.search(name)
        and len(skeleton(plain, "ar")) > len(skeleton(name, "ar"))
    ):
        plain = rest
    if plain.endswith("ى") and fold(name).endswith("i"):
        plain = plain[:-1] + "ي"
    return plain


@once
def _generic() -> frozenset[str]:
    """What Arabic maps write before the name of a place where people live, of an area or of its seat."""
    inhabited = {*areas(built_in()), *settlements(built_in())}
    rows = [row for row in built_in().rows("place/generic") if row["feature"] in inhabited]
    rows = [row for row in rows if row["language"] == "ar" and row["position"] == "before"]
    return frozenset([strip_harakat(row.native) for row in rows])


def plain(name: str, country: str) -> str:
    """A native name without vowel marks and invisible signs; Persian in Persian letters.

    >>> plain("كرمان", "IR"), plain("حَلَب", "SY")
    ('کرمان', 'حلب')
    """
    plain = strip_harakat(unicodedata.normalize("NFC", name)).translate(UNSEEN).replace(_WASLA, "ا").strip()
    return plain.translate(_PERSIAN) if country == "IR" else plain


def _of_language(names: list[str], country: str) -> list[str]:
    """The names in the letters of a country's language; a Russian one out of Ukrainian letters, if need be.

    >>> _of_language(["Челябінськ"], "RU"), _of_language(["Житомиръ", "Житомир"], "UA")
    (['Челябинск'], ['Житомир'])
    """
    foreign = FOREIGN_LETTERS.get(country, frozenset())
    if country in LETTERS or country in ARAB:
        return names
    own = [
        name for name in names if not foreign & set(name.lower()) and not _is_next_door(name, names, country)
    ]
    if own or country != "RU":
        return own or names
    small = [_SOFT.sub(r"\1к", name.translate(TO_RUSSIAN)) for name in names]
    return [name for name in small if not foreign & set(name.lower())] or names


def _is_next_door(name: str, names: Sequence[str], country: str) -> bool:
    """Is this a neighbour's spelling, in letters that the country's language has as well?

    Of Russia: Ukrainian or old endings, an adjective without its end; of Ukraine: the Russian -овка.

    >>> _is_next_door("Хабаровськ", [], "RU"), _is_next_door("Саратовъ", [], "RU")
    (True, True)
    >>> _is_next_door("Грозны", ["Грозный"], "RU"), _is_next_door("Чаны", [], "RU")
    (True, False)
    """
    if country == "UA":
        return re.sub("[ое]вка$", "івка", name) in set(names) - {name}
    if country == "BY":
        return _SOFT.search(name) is not None
    if country != "RU":
        return False
    full = {_ADJECTIVE.sub(end, name) for end in ("ый", "ий")} - {name}
    cut = _ADJECTIVE.search(name) is not None and not full.isdisjoint(names) and not name.endswith("ый")
    return cut or _SOFT.search(name) is not None or _HARD.search(name) is not None
