"""Which scheme wrote this? Latin text weighed by what each scheme can write, and how often it does.

Every scheme romanises the names of the tables; what its letters became (щ → shch, ий → y) are its
*chunks*. A scheme's model is how often one chunk follows another, so it knows both what the scheme
can write at all and where: ye after a vowel is likelier in one, e in another. A text is cut into
chunks in the best way each model finds, and the models are compared by Bayes' rule.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from unicodedata import normalize
from weakref import WeakKeyDictionary

from translit.errors import need_text
from translit.languages import languages
from translit.nouns import Scheme
from translit.romanization import puts, schemes
from translit.tables import Tables, built_in

__all__ = ["detect"]

_LEXICON = {
    "ru": (("person/ru/given", "native"), ("person/ru/surname", "native"), ("place/unit", "russian")),
    "ar": (("person/ar/ism", "native"), ("person/ar/family", "native"), ("person/ar/nisba", "native")),
}
_SAMPLE = 200
_EDGE = "#"
_UNSEEN = math.log(1e-4)
_IMPOSSIBLE = math.log(1e-6)
_CERTAINTY = 0.6
_ODD = -12.0  # nats that one text says against a scheme at most: it may be of another hand, or foreign
_LETTERS = re.compile(r"[^\W_]|[\u0300-\u036f]")


def detect(
    text_or_texts: str | Iterable[str], *, tables: Tables | None = None
) -> tuple[tuple[str, float], ...]:
    """The schemes that may have written a text, or a list of texts, with their probabilities, best first.

    One short word fits a dozen schemes, and the probabilities say so; a list narrows it down. Schemes
    that would have written the same share the probability between them, and all of them make 1. Text in
    no Latin letters has no scheme. Raises InputError for what is neither a text nor texts.

    >>> detect(["Iuliia Tsvetkova", "Sergei Tsoi", "Dmitrii Ilin"])[0][0]
    'icao-9303-ru'
    >>> detect("Москва")
    ()
    """
    many = isinstance(text_or_texts, Iterable) and not isinstance(text_or_texts, str)
    texts: list[str] = list(text_or_texts) if many else [text_or_texts]  # type: ignore[list-item]
    for text in texts:
        need_text(text)
    texts = [text for text in texts if re.search("[A-Za-z]", normalize("NFD", text))]
    if not texts:
        return ()
    models = _models(tables or built_in())
    scores = dict.fromkeys(models, 0.0)
    for text in texts:
        told = {name: model.weigh(text) for name, model in models.items()}
        most = max(told.values())
        for name, score in told.items():
            scores[name] += _CERTAINTY * max(score - most, _ODD)
    best = max(scores.values())
    weights = {name: math.exp(score - best) for name, score in scores.items()}
    total = sum(weights.values())
    ranked = sorted(weights, key=lambda name: (-weights[name], not name.startswith("press"), name))
    return tuple((name, weights[name] / total) for name in ranked)


class _Model:
    """How likely each chunk of a scheme is after another."""

    def __init__(self, words: Iterable[list[str]], cased: bool) -> None:
        self._cased = cased
        follow: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for word in words:
            chunks = [_EDGE, *(chunk for chunk in map(self._plain, word) if chunk), _EDGE]
            for before, chunk in pairwise(chunks):
                follow[before][chunk] += 1
        alone = Counter(chunk for counts in follow.values() for chunk in counts.elements())
        every = sum(alone.values()) + len(alone)
        self._alone = {chunk: math.log((count + 1) / every) for chunk, count in alone.items()}
        self._after = {before: self._logs(counts) for before, counts in follow.items()}
        self._starts: defaultdict[str, list[str]] = defaultdict(list)
        for chunk in self._alone:
            self._starts[chunk[0]].append(chunk)

    def _logs(self, counts: Counter[str]) -> dict[str, float]:
        """Witten-Bell smoothing: the more kinds follow a chunk, the more room for others."""
        room = sum(counts.values()) + len(counts)
        return {
            chunk: math.log((count + len(counts) * math.exp(self._alone[chunk])) / room)
            for chunk, count in counts.items()
        } | {"": math.log(len(counts) / room)}

    def _plain(self, text: str) -> str:
        """Decomposed; small where the scheme's capitals mean nothing; signs that part words made one."""
        text = normalize("NFD", text)
        text = text if self._cased else text.lower().replace("i\u0307", "i")
        return re.sub(r"[\s\-.,;()]+", _EDGE, text)

    def weigh(self, text: str) -> float:
        """The log-likelihood of a text under the best way to cut it into chunks."""
        text = self._plain(text).strip(_EDGE) + _EDGE
        reached: list[dict[str, float]] = [{} for _ in range(len(text) + 1)]
        reached[0][_EDGE] = 0.0
        for at in range(len(text)):
            for before, score in reached[at].items():
                for chunk, cost in self._next(text, at, before):
                    here = reached[at + len(chunk)]
                    if score + cost > here.get(chunk, -math.inf):
                        here[chunk] = score + cost
        return max(reached[-1].values())

    def _next(self, text: str, at: int, before: str) -> Iterator[tuple[str, float]]:
        """The chunks that the text may go on with, each with its log-probability."""
        after = self._after.get(before, {})
        for chunk in self._starts.get(text[at], ()):
            if text.startswith(chunk, at):
                cost = after.get(chunk)
                yield chunk, cost if cost is not None else after.get("", _UNSEEN) + self._alone[chunk]
        yield text[at], _IMPOSSIBLE * (2.0 if _LETTERS.match(text[at]) else 1.0)


_MODELS: WeakKeyDictionary[Tables, dict[str, _Model]] = WeakKeyDictionary()


def _models(tables: Tables) -> dict[str, _Model]:
    """A model for every scheme that writes in Latin letters, made once for a set of tables."""
    if tables not in _MODELS:
        latin = [one for one in schemes(tables=tables) if one.target == "Latn"]
        lexicon = {language: _words(language, tables) for language in {one.language for one in latin}}
        _MODELS[tables] = {one.id: _model(one, lexicon[one.language], tables) for one in latin}
    return _MODELS[tables]


def _model(one: Scheme, words: list[str], tables: Tables) -> _Model:
    """The model of one scheme, learned from names and from the words of its own rules."""
    shown = [rule.as_in[0] for rule in one.rules]
    cased = any(rule.put.isupper() and not rule.find.isupper() for rule in one.rules)
    return _Model((puts(word, one.id, tables=tables) for word in (*words, *shown)), cased)


def _words(language: str, tables: Tables) -> list[str]:
    """Names of a language: a sample of its tables, and surnames and patronymics made of them."""
    found: list[str] = []
    listed = tuple((table, "native") for table in tables.names(f"person/{language}"))
    for table, column in _LEXICON.get(language, listed):
        names = [row.native if column == "native" else row[column] for row in tables.rows(table)]
        found += [name for name in names[:: len(names) // _SAMPLE + 1] if name]
    told = languages(tables).get(language)
    if told is None or not told.endings:
        return found
    endings = told.endings
    return found + [name.rstrip("аяйоь") + endings[at % len(endings)] for at, name in enumerate(found)]
