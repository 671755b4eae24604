"""How far apart two words are, whatever their scripts: the cheapest path from one to the other."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from functools import cached_property, lru_cache
from itertools import groupby

from translit.memory import remembered
from translit.patterns import holding
from translit.sounds import loops
from translit.sounds.keys import key, keyer
from translit.sounds.letters import article_parted
from translit.tables import Tables, built_in
from translit.text.script import begins_arabic

__all__ = [
    "Ruler",
    "distance",
    "features",
    "laid",
    "likeness",
    "measured",
    "odds",
    "ruler",
    "symbol_class",
    "symbols",
]

_EDGES = "aeiouy"
_GRAPHS = {
    "ru": (
        "schtsch szcz shch chtch stch shtch tsch tch sch dzh dsch "
        "sh zh kh ch ts tz cz sz rz dj dz gh ph th ck qu iou you ou oo ya yu yo ye ia iu io ie ja ju jo "
        "je yi iy ii ij yj ji ei ey ej ai ay aj oi oy oj ui uy uj ks au eu"
    ),
    "ar": (
        "sch tch dsch sh kh gh th dh ch dj dz ph ck qu iou ou oo ee aa ii uu ya yu yo ye ia iu io ie "
        "ai ay ei ey au aw ao ea ae oi oy uw iy wa we wi wo ua ue"
    ),
}
_STRANGE = 4.0  # nats for two symbols never seen as one
_JOINED = re.compile("[ae]l(?=[^aeiouylhw])")  # an article that is one word with its name
_ARTICLE = "^al"
_OTHERWISE = (  # letters of Arabic names, and what they are cut as
    (re.compile("sci(?=[aou])|sc(?=[ei])"), "sh"),  # Italian maps: Sciara
    (re.compile("(?:^|(?<=[aei]))u(?=[ae])|(?<=[aei])u(?=i)"), "w"),  # Uaddan, Zauia
    (re.compile("^rh"), "gh"),  # French maps: Rhab
    (re.compile("ou(?=[ae])"), "w"),  # French: Merouane
    (re.compile("(?<!^)mb"), "nb"),  # an n as it sounds: Hambali
)
_may_be_others = holding(("sc", "ua", "ue", "ui", "rh", "mb"))
_TA_MARBUTA, _FINAL, _TA = frozenset("هة"), "C", "T"  # which closes a word as a vowel and as an h: روضة
_SHORT = 4  # letters; a shorter word has no joined article
_UNKNOWN = 2.5  # nats for a symbol left out that the table does not know
_VOWEL = 1.2
_KIN = 0.9  # nats for two symbols of one class
_HOPELESS = 3.0  # nats a letter: further apart is no use to measure

Symbols = tuple[str, ...]


@lru_cache(maxsize=4)
def _graphs(language: str) -> re.Pattern[str]:
    """Cuts a word into symbols: the longest group of letters that is one, else a letter."""
    return re.compile("|".join([*sorted(_GRAPHS[language].split(), key=len, reverse=True), "."]), re.DOTALL)


@lru_cache(maxsize=1 << 15)
def symbols(word: str, language: str, tables: Tables | None = None) -> Symbols:
    """A word as the symbols whose distances the table knows; a vowel at an edge is another symbol.

    So is an Arabic article that is one word with its name.

    >>> symbols("Shishkin", "ru"), symbols("Анна", "ru"), symbols("Elnagar", "ar")[:3]
    (('sh', 'i', 'sh', 'k', 'i', 'n'), ('^a', 'n', 'a$'), ('^al', 'n', 'a'))
    >>> symbols("Ḏākir", "ar")  # as a scholar writes it
    ('D', 'a', 'k', 'i', 'r')
    """
    found: list[str] = []
    for graph in _cut(word, language, tables):
        if (not found or found[-1] != graph) and _told(graph):
            found.append(graph)
    return tuple(found)


def _cut(word: str, language: str, tables: Tables | None) -> list[str]:
    """A word cut into symbols and what is none, neighbours that are equal not yet told once."""
    return _graphs_of(*_plain(word, language, tables), language)


def _plain(word: str, language: str, tables: Tables | None, plain: str | None = None) -> tuple[str, int]:
    """The letters of a word to cut, and how many of them are an article that is one word with its name.

    `plain` is the word in the plain letters of its key, where these are known.
    """
    bare = _articleless(word) if language == "ar" else word
    if plain is None or bare is not word:
        plain = keyer(language, tables).plain(bare)
    text = plain.replace("gue", "ge").replace("gui", "gi") if "gu" in plain else plain
    if language != "ar":
        return text, 0
    if text[-1:] == _FINAL and bare[-1] in _TA_MARBUTA:
        text = text[:-1] + _TA
    if _may_be_others(text):
        for find, put in _OTHERWISE:
            text = find.sub(put, text)
    joined = _JOINED.match(text) if len(text) > _SHORT and text[1] == "l" else None
    return text, joined.end() if joined else 0


def _graphs_of(text: str, start: int, language: str) -> list[str]:
    """Plain letters cut into symbols, the article before `start` one of them."""
    graphs = _graphs(language).findall(text, start)
    if len(graphs) > (not start) and graphs[-1][0] in _EDGES:
        graphs[-1] += "$"
    if start:
        graphs.insert(0, _ARTICLE)
    elif graphs and graphs[0][0] in _EDGES:
        graphs[0] = "^" + graphs[0]
    return graphs


def _told(graph: str) -> bool:
    """True for a group that has a letter."""
    return graph[0].isalpha() or graph[1:2].isalpha()


def _articleless(word: str) -> str:
    """An Arabic word without the article in its own or another script."""
    if word.isascii() and word.isalpha():
        return word  # an article is parted from its name
    if begins_arabic(word):
        bare, _ = article_parted(word, "")
        return bare
    return article_parted("", word)[1]


class Ruler:
    """The costs of a language's symbols; `apart` tells how far two rows are apart, in nats per symbol."""

    def __init__(self, language: str, tables: Tables) -> None:
        self.language = language
        names, gaps, rows = _costs(tables, f"sounds/{language}/near")
        self.apart = loops.ruler(rows, gaps, _STRANGE, _UNKNOWN, _HOPELESS).apart
        self._tables = tables
        self.ids: dict[str, int] = {name: number for number, name in enumerate(names)}

    @cached_property
    def odds(self) -> list[float]:
        """The weights of the features that tell one name from two."""
        rows = list(self._tables.cells(f"sounds/{self.language}/odds"))[1:]
        return [float(weight) for _, weight in rows]

    @cached_property
    def letters(self) -> dict[str, str]:
        """Each group of letters as the number of its symbol in a text, "" for one that is none."""
        return _Letters(self)

    @cached_property
    def quick(self) -> Callable[[str, int], str | None]:
        """The numbers of a plain word's symbols, by compiled loops; None where Python must do it."""
        made = loops.cutter
        return made(tuple(_GRAPHS[self.language].split()), self.letters) if made else lambda text, start: None

    def numbers(self, found: Symbols) -> str:
        """The numbers of symbols as a text; a symbol the table does not know is numbered as a stranger."""
        ids = self.ids
        return "".join([chr(ids.setdefault(name, len(ids))) for name in found])


class _Letters(dict[str, str]):
    """The numbers of a ruler's symbols as letters, worked out when they are first met."""

    def __init__(self, ruler: Ruler) -> None:
        self._ruler = ruler

    def __missing__(self, graph: str) -> str:
        found = self[graph] = self._ruler.numbers((graph,)) if _told(graph) else ""
        return found


def _costs(tables: Tables, source: str) -> tuple[list[str], list[float], list[list[float]]]:
    """The table of distances as numbers: symbols, cost of leaving one out, cost of one for another."""
    lines = [(left, right, cost) for left, right, cost, *_ in tables.cells(source)][1:]
    names = sorted({name for left, right, _ in lines for name in (left, right) if name})
    ids = {name: number for number, name in enumerate(names)}
    kinds = [_kind(name, source.split("/")[1], tables) for name in names]
    rows = [[_unlisted(one, other) for other in kinds] for one in kinds]
    gaps = [_VOWEL if vocal else _UNKNOWN for *_, vocal in kinds]
    for left, right, cost in lines:
        if right:
            rows[ids[left]][ids[right]] = rows[ids[right]][ids[left]] = float(cost)
        else:
            gaps[ids[left]] = float(cost)
    return names, gaps, rows


def symbol_class(name: str, language: str, tables: Tables | None = None) -> str:
    """The key of a symbol by itself: symbols of one class are never far apart."""
    return keyer(language, tables)("b" + name.strip("^$") + "b")


def _kind(name: str, language: str, tables: Tables) -> tuple[str, str, bool]:
    """A symbol by itself: bare, its class, and whether it is a vowel."""
    bare = name.strip("^$")
    return bare, symbol_class(name, language, tables), all(letter in "aeiouyj" for letter in bare)


def _unlisted(one: tuple[str, str, bool], other: tuple[str, str, bool]) -> float:
    """What two symbols cost that the table does not lay beside each other."""
    bare, sound, vocal = one
    if one is other:
        return 0.0
    if bare == other[0]:
        return 0.3
    if vocal or other[2]:
        return _VOWEL if vocal and other[2] else _STRANGE
    return _KIN if sound == other[1] else _STRANGE


@lru_cache(maxsize=8)
def _ruler(language: str, tables: Tables | None = None) -> Ruler:
    return Ruler(language, tables or built_in())


@remembered(1 << 15)
def _numbers(word: str, language: str, tables: Tables | None = None) -> str:
    if tables is None:
        return measured(word, language)
    return _ruler(language, tables).numbers(symbols(word, language, tables))


def distance(left: str, right: str, language: str, *, tables: Tables | None = None) -> float:
    """How far two words of any scripts are apart, in nats per letter: 0 equal, above 1 hardly one name.

    Symmetric. What each letter costs beside another is learned (`tables/sounds/ru/near.tsv`).

    >>> distance("Shcherbakov", "Щербаков", "ru") < 0.2 < 1 < distance("Ivanov", "Petrov", "ru")
    True
    """
    one, other = _numbers(left, language, tables), _numbers(right, language, tables)
    return _ruler(language, tables).apart(one, other)


@lru_cache(maxsize=1 << 15)
def likeness(left: str, right: str, language: str, *, tables: Tables | None = None) -> float:
    """The log-odds, in nats, that two single words are the same name; 0 is even, 4.6 a hundred to one.

    Learned from pairs of one name against the nearest others, as many of these as of those.

    >>> likeness("Shcherbakov", "Щербаков", "ru") > 2 > 0 > likeness("Ivanov", "Petrov", "ru")
    True
    """
    return odds(
        _ruler(language, tables).odds,
        distance(left, right, language, tables=tables),
        key(left, language, tables=tables) == key(right, language, tables=tables),
        len(_numbers(left, language, tables)) + len(_numbers(right, language, tables)),
    )


def ruler(language: str) -> Ruler:
    """The costs of a language's symbols, for words made ready.

    >>> ruler("ru").apart(measured("Анна", "ru"), measured("Anna", "ru"))
    0.0
    """
    return _ruler(language)


def measured(word: str, language: str, plain: str | None = None) -> str:
    """A word made ready for `laid`: the numbers of its symbols; `plain` as its key has it."""
    ruler = _ruler(language)
    text, start = _plain(word, language, None, plain)
    found = ruler.quick(text, start)
    if found is None:
        letters = ruler.letters
        found = "".join([letters[graph] for graph in _graphs_of(text, start, language)])
        found = "".join([number for number, _ in groupby(found)])
    return found


def laid(left: str, right: str, keyed: bool, language: str) -> tuple[float, float]:
    """`distance` and `likeness` of two words made ready, with or without one key, in one measurement.

    >>> one, two = measured("Shcherbakov", "ru"), measured("Щербаков", "ru")
    >>> laid(one, two, True, "ru") == (
    ...     distance("Shcherbakov", "Щербаков", "ru"), likeness("Shcherbakov", "Щербаков", "ru"))
    True
    """
    ruler = _ruler(language)
    far = ruler.apart(left, right)
    return far, odds(ruler.odds, far, keyed, len(left) + len(right))


def odds(weights: Sequence[float], apart: float, keyed: bool, size: int) -> float:
    """The log-odds of two words at a distance, with or without one key, of so many symbols together."""
    total = 0.0
    for weight, value in zip(weights, features(apart, keyed, size), strict=True):
        total += weight * value
    return total


def features(apart: float, keyed: bool, size: int) -> tuple[float, ...]:
    """What the odds of two words weigh: 1, the distance, its root, equal keys, length."""
    apart = min(apart, _HOPELESS)
    return 1.0, apart, math.sqrt(apart), float(keyed), math.log(size + 1)
