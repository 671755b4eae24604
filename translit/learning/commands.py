"""What ``python -m translit.learning`` can be told to learn.

``ru PAIRS.tsv …`` learns a language's sounds (see `chunks`), ``ar Cyrl`` what Arabic is in Cyrillic letters,
``ru Arab`` what Russian is in Arabic ones, ``lexicon`` writes
`tables/person/ru/lexicon.tsv` from pymorphy3's dictionary, ``pairs VARIANTS.tsv`` takes pairs from a list of
people (see `people`); for ``attested``, ``kind`` and ``land`` (`kinds`), ``origin`` (`origins`),
``peoples``, ``bearers`` and ``surnames`` (`players`) and ``cognates`` see these modules.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from translit.errors import InputError
from translit.learning.alignment import LANGUAGES
from translit.learning.attested import attested_lines
from translit.learning.chunks import learn, learn_afar, write
from translit.learning.cognates import write_cognates
from translit.learning.kinds import write_kinds, write_lands
from translit.learning.origins import write_origin
from translit.learning.pairing import pairs
from translit.learning.people import write_people
from translit.learning.peoples import write_peoples
from translit.learning.players import write_bearers, write_surnames
from translit.sounds.attested import begun
from translit.tables import built_in

__all__ = ["lexicon", "main"]


def lexicon() -> Iterator[tuple[str, str]]:
    """Every surname, given name and patronymic of pymorphy3's dictionary with its kinds.

    A kind is a letter (s surname, g given name, p patronymic) with a gender (m, f, or x for either).
    """
    import pymorphy3

    letters = {"Surn": "s", "Name": "g", "Patr": "p"}
    genders = {"masc": "m", "femn": "f"}
    kinds: dict[str, set[str]] = defaultdict(set)
    for word, tag, *_ in pymorphy3.MorphAnalyzer().dictionary.iter_known_words():
        if "nomn" not in tag or "sing" not in tag:
            continue
        for name, letter in letters.items():
            if name in tag:
                kinds[word].add(letter + genders.get(str(tag.gender), "x"))
    for word in sorted(kinds):
        yield word, " ".join(sorted(kinds[word]))


def main(arguments: Sequence[str]) -> None:
    """Do what the arguments name: learn a language from files of pairs, make the lexicon or pairs."""
    tables = built_in()
    match list(arguments):
        case ["lexicon"]:
            write(tables.home / "person/ru/lexicon.tsv", ("native", "kinds"), lexicon())
        case ["attested", persons]:
            for language in LANGUAGES:
                met = begun(attested_lines(Path(persons), language, tables))
                write(tables.home / f"sounds/{language}/attested.tsv", ("begins", "print", "names"), met)
        case ["cognates"]:
            write_cognates(tables)
        case ["kind", *lists]:
            write_kinds(tables, lists)
        case ["land"]:
            write_lands(tables)
        case ["ar", "Cyrl"] | ["ru", "Arab"]:
            learn_afar(arguments[0], tables, tables.home / "sounds" / arguments[0])
        case ["origin", *lists]:
            write_origin(tables, lists)
        case ["peoples", path]:
            write_peoples(Path(path), tables)
        case ["bearers", path]:
            write_bearers(Path(path), tables)
        case ["surnames", path, target]:
            write_surnames(Path(path), Path(target))
        case ["pairs", variants]:
            write_people(Path(variants), Path())
        case ["pairs", variants, folder]:
            write_people(Path(variants), Path(folder))
        case [language, *paths] if language in LANGUAGES and paths:
            found = [pair for path in paths for pair in pairs(Path(path), language)]
            learn(language, found, tables, tables.home / "sounds" / language)
        case _:
            raise InputError(
                f"say a language ({', '.join(LANGUAGES)}) and files of pairs, or: lexicon, or: ar Cyrl, "
                "or: ru Arab, or: attested PERSONS.txt, or: pairs VARIANTS.tsv, or: origin LISTS.tsv, "
                "or: peoples LIST.tsv, or: bearers PLAYERS.ssp, or: surnames PLAYERS.ssp LIST.tsv, "
                "or: cognates, or: kind LISTS.tsv, or: land"
            )
