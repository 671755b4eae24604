"""Words that are somewhere met: ``python -m translit.learning attested PERSONS.txt``.

Writes `tables/sounds/{ru,ar}/attested.tsv`, plain words by how they were met: p in print, by the larger
lists of wordfreq (the extra `words`; its words are of Wikipedia, news, books, subtitles); n as a name, by
PERSONS.txt: lines of spellings of one name with commas between, then "=>" and its number in Wikidata, as
rigour 1.3 has them in `data/names/persons.txt`. Of the Russian words those that end as surnames do
(`spelling/ru/ends`), or that the lexicon has; of the Arabic ones names, and what is printed, is in no
table of names and is no other word with its conjunction, preposition or pronoun.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from translit.patterns import pattern
from translit.person.surname import ends
from translit.sounds.known import SCRIPT, names
from translit.sounds.letters import article_parted, native_letters
from translit.tables import Tables, built_in
from translit.text.script import script_of

__all__ = ["attested_lines"]

_LEAST = {"ru": 4, "ar": 2}  # letters
_MOST = 9  # letters of an Arabic word
# What is written together with a word: and, with, so, like, to before its article; the same without one; what
# makes a verb's future; pronouns, and the plurals of verbs, behind it.
_LED = ("وال", "بال", "فال", "كال", "لل", "وبال", "ولل")
_LEADS, _FUTURE = "وفبكل", "س"
_FOLLOWS = ["هما", "كما", "ها", "هم", "هن", "نا", "كم", "ني", "ك", "وا", "ته", "تها", "تهم"]
_TA, _HA = "\N{ARABIC LETTER TEH}", "\N{ARABIC LETTER HEH}"
_SOONER, _MUCH_SOONER = 3, 20  # times as often as a word the word within it is met
_THRICE = pattern(r"(.)\1\1")


def _named(lines: Iterable[str]) -> Iterator[str]:
    """The words of lists of one name's spellings.

    >>> list(_named(["apalikov, апаликов => Q10000023"]))
    ['apalikov', 'апаликов']
    """
    for line in lines:
        spellings, arrow, _ = line.rpartition("=>")
        if arrow:
            yield from (spelling.strip() for spelling in spellings.split(","))


def _plain(words: Mapping[str, float], language: str) -> dict[str, float]:
    """Single words of the language's script in plain letters without the article, with their shares."""
    found: dict[str, float] = defaultdict(float)
    for word, share in words.items():
        if script_of(word) != SCRIPT[language] or not word.isalpha():
            continue
        bare = article_parted(word, "")[0] if language == "ar" else word
        plain = native_letters(bare, language)
        if len(plain) >= _LEAST[language]:
            found[plain] += share
    return found


def _bound(word: str, met: Mapping[str, float]) -> bool:
    """Is a printed Arabic word another with what is written together with it, or none that names are made of?

    >>> met = {"كتاب": 9.0, "كتابها": 2.0, "وكتاب": 1.0, "بدوي": 1.0, "دوي": 0.5}
    >>> [word for word in met if not _bound(word, met)]
    ['كتاب', 'بدوي', 'دوي']
    """
    share = met[word]

    def within(inner: str, times: float = 1) -> bool:
        return met.get(inner, 0.0) > times * share

    if len(word) > _MOST or _THRICE.search(word) or (len(word) > 5 and word.startswith(_LED)):
        return True
    if len(word) > 3 and word[0] in _LEADS and within(word[1:], _SOONER):
        return True
    if len(word) > 4 and word[0] == _FUTURE and word[1] in "يتنا" and within(word[1:]):
        return True
    if len(word) > 3 and word[-1] == _HA and within(word[:-1], _MUCH_SOONER):
        return True
    for follows in _FOLLOWS:
        inner = word.removesuffix(follows)
        if inner != word and len(inner) > 1:
            feminine = inner[:-1] + _HA if inner[-1] == _TA else inner + _HA
            if within(inner) or within(inner + _HA) or within(feminine):
                return True
    return False


def _attested(
    printed: Mapping[str, float], persons: Iterable[str], known: frozenset[str], language: str
) -> Iterator[tuple[str, str]]:
    """The rows of a language: `known` are the lexicon's words for Russian, the tables' names for Arabic.

    >>> list(_attested({"анна": 0.1, "стоит": 0.1}, ["Апаликов", "Клён"], frozenset({"анна"}), "ru"))
    [('анна', 'p'), ('апаликов', 'n')]
    """
    met = _plain(printed, language)
    people = _plain(dict.fromkeys(persons, 0.0), language)
    if language == "ru":
        surnamed = ends("Cyrl", "end", built_in())
        met, people = (
            {word: share for word, share in found.items() if word in known or word.endswith(surnamed)}
            for found in (met, people)
        )
    else:
        met = {word: share for word, share in met.items() if word not in known and not _bound(word, met)}
    for word in sorted({*met, *people}):
        yield word, "p" * (word in met) + "n" * (word in people)


def attested_lines(persons: Path, language: str, tables: Tables) -> Iterator[tuple[str, str]]:
    """The rows of a language's `attested.tsv`, from wordfreq and a file of persons' names."""
    from wordfreq import get_frequency_dict

    tabled, listed = names(language, tables)
    known = listed if language == "ru" else frozenset(tabled)
    people = _named(persons.read_text(encoding="utf-8").splitlines())
    yield from _attested(get_frequency_dict(language, wordlist="large"), people, known, language)
