"""Other libraries that compare names, each as one call: two texts in, a number out, higher is nearer.

A peer that only encodes, parses or transliterates is given the usual fuzzy comparison on top of
what it makes, and its title says so. Whoever is not installed says why it was not run.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from itertools import product

from unidecode import unidecode

Scorer = Callable[[str, str], float]


@dataclass(frozen=True)
class Peer:
    """A peer: what it is called, how to get its scorer, which sets it is for, and its share of pairs.

    `wants` are words that a set's kind and title must hold (none: every set); `most` bounds the pairs
    of peers that are too slow for all.
    """

    title: str
    load: Callable[[str], Scorer]
    wants: tuple[str, ...] = ()
    most: int | None = None


def plain(text: str) -> str:
    """Bare lower-case Latin letters, hyphens as blanks: what a caller would do before comparing."""
    return unidecode(text).lower().replace("-", " ").replace("'", "").replace("`", "")


def by_rapidfuzz(kind: str) -> Scorer:
    from rapidfuzz.fuzz import token_sort_ratio

    return lambda a, b: token_sort_ratio(plain(a), plain(b))


def by_sets(kind: str) -> Scorer:
    from rapidfuzz.fuzz import token_set_ratio

    return lambda a, b: token_set_ratio(plain(a), plain(b))


def by_metaphone(kind: str) -> Scorer:
    from metaphone import doublemetaphone

    return _by_codes(lambda word: frozenset(doublemetaphone(word)) - {""})


def by_arcoder(kind: str) -> Scorer:
    from arcoder import ARCoder

    coder = ARCoder()
    return _by_codes(lambda word: frozenset(coder.encode(word)) - {""})


def _by_codes(coded: Callable[[str], frozenset[str]]) -> Scorer:
    """The share of words that have a fellow with a common code (Dice)."""
    kept = cache(coded)

    def scorer(a: str, b: str) -> float:
        left, right = ([kept(word) for word in plain(text).split()] for text in (a, b))
        free = list(right)
        common = 0
        for code in left:
            fellow = next((other for other in free if code & other), None)
            if fellow is not None:
                free.remove(fellow)
                common += 1
        return 2 * common / max(1, len(left) + len(right))

    return scorer


def by_nameparser(kind: str) -> Scorer:
    from nameparser import locales, parser_for
    from rapidfuzz.fuzz import ratio

    parser = parser_for(locales.RU)

    def scorer(a: str, b: str) -> float:
        left, right = parser.parse(a), parser.parse(b)
        pairs = ((left.given, right.given), (left.family, right.family))
        return sum(ratio(plain(str(one)), plain(str(two))) for one, two in pairs)

    return scorer


def by_rigour(kind: str) -> Scorer:
    from rigour.names import NameTypeTag, align_person_name_order, analyze_names, compare_parts

    tag = NameTypeTag.PER if kind == "person" else NameTypeTag.OBJ

    def scorer(a: str, b: str) -> float:
        best = 0.0
        for left, right in product(analyze_names(tag, [a]), analyze_names(tag, [b])):
            ones, twos = align_person_name_order(list(left.parts), list(right.parts))
            found = compare_parts(ones, twos)
            best = max(best, sum(x.score for x in found) / max(1, len(found)))
        return best

    return scorer


def by_logic(kind: str) -> Scorer:
    from followthemoney import model
    from nomenklatura.matching.logic_v2.model import LogicV2
    from nomenklatura.matching.logic_v2.names.match import name_match

    config = LogicV2.default_config()
    schema = "Person" if kind == "person" else "Vessel"  # it has no places; a vessel is a plain name

    def entity(text: str) -> object:  # it keeps what it made of an entity by its id
        return model.get_proxy({"id": text, "schema": schema, "properties": {"name": [text]}})

    return lambda a, b: name_match(entity(a), entity(b), config).score


def by_iuliia(kind: str) -> Scorer:
    import iuliia
    from rapidfuzz.fuzz import token_sort_ratio

    put = iuliia.WIKIPEDIA.translate
    return lambda a, b: token_sort_ratio(plain(put(a)), plain(put(b)))


def by_arabnamer(kind: str) -> Scorer:
    from arabnamer import similarity, translit

    word = cache(lambda text: translit(text).arabic)

    def arabic(text: str) -> str:
        if any("\u0600" <= sign <= "\u06ff" for sign in text):
            return text
        return " ".join(word(part) for part in text.split())

    return lambda a, b: similarity(arabic(a), arabic(b))[1]


PEERS = (
    Peer("nomenklatura logic-v2", by_logic),
    Peer("rigour compare_parts", by_rigour),
    Peer("nameparser, Russian pack + rapidfuzz", by_nameparser, wants=("person",)),
    Peer("Double Metaphone, shared words", by_metaphone),
    Peer("arcoder, shared words", by_arcoder, wants=("Arabic",)),
    Peer("arabnamer + its similarity", by_arabnamer, wants=("person", "Arabic"), most=60),
    Peer("iuliia + rapidfuzz", by_iuliia, wants=("Cyrillic",)),
    Peer("rapidfuzz token_sort_ratio", by_rapidfuzz),
    Peer("rapidfuzz token_set_ratio", by_sets),
)
