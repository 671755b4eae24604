"""compare(): are two texts one name?

Two Readings are laid beside each other part by part (`pairing`); each pair of words is near or far by
what it is written and read as, linked or kept apart by rows (`alike`), and weighs what its rarity is
worth. Few features of that picture (`picture`), weighed by `tables/weights/*.tsv` (learned by
`python -m translit.weighing`), give the calibrated score.
"""

from __future__ import annotations

from translit.canon import explain
from translit.comparison.alike import LEAST_BOUND, most
from translit.comparison.pairing import Alone, Pair, paired
from translit.comparison.picture import group_of, language_of, picture, weighed
from translit.comparison.words import Token, tokens
from translit.nouns import Comparison, Kind, PartRelation, Reading, Step, Verdict
from translit.own import apart
from translit.tables import Tables, built_in

__all__ = ["Prepared", "compare", "compared", "features", "prepare", "same", "scored"]

_SAME = 0.9
_PROBABLE = 0.5
_SURE = 0.99
_APART = 0.02
_ONE_PLACE = 0.92  # the least that two texts score which surely name one place of the tables
_CERTAINLY = 0.8  # the confidence from which a text surely names its place
_FEW = 2  # parts: with more of them that agree, one may differ by its letters
_NEIGHBOURS = frozenset(("uk", "be"))
_CONTRADICTED = 0.87  # the most that two names score of which a part contradicts: never the same


class Prepared:
    """A Reading made ready to be laid beside many others: its words are weighed once.

    >>> one, two = prepare(explain("Roman Zabolotny", "person")), prepare(explain("Zabolotny R.", "person"))
    >>> scored(one, two) == compared(one, two).score
    True
    """

    __slots__ = ("_language", "_tokens", "reading", "tables")

    def __init__(self, reading: Reading, tables: Tables) -> None:
        self.reading = reading
        self.tables = tables
        self._language = ""
        self._tokens: list[Token] = []

    def tokens(self, language: str) -> list[Token]:
        """The telling parts of the name for the weights of a language."""
        if language != self._language:
            self._tokens, self._language = tokens(self.reading, language, self.tables), language
        return self._tokens


def prepare(reading: Reading, tables: Tables | None = None) -> Prepared:
    """Make a Reading ready for `compared` and `scored`, which take only such."""
    return Prepared(reading, tables or built_in())


def same(left: str | Reading, right: str | Reading, kind: Kind | None = None, **how: object) -> bool:
    """True where two texts are surely one name: ``compare(left, right, kind).same``.

    >>> same("Zabolotny Roman", "Роман Заболотный", "person")
    True
    """
    return compare(left, right, kind, **how).same  # type: ignore[arg-type]


def compare(
    left: str | Reading,
    right: str | Reading,
    kind: Kind | None = None,
    *,
    scheme: str | None = None,
    style: str = "exonym",
    within: str | None = None,
    order: str = "auto",
    tables: Tables | None = None,
) -> Comparison:
    """Lay two names beside each other: a calibrated score, a verdict, and how each part relates.

    `left` and `right` are texts, or Readings prepared before. The score does not depend on which
    is which. Raises what `explain` raises.

    >>> result = compare("Dmitry Peskov", "Peskov Dmitriy Sergeyevich", "person")
    >>> result.verdict, [part.relation for part in result.parts if part.relation == "omitted"]
    ('same', ['omitted'])
    """
    tables = tables or built_in()
    a, b = (
        text
        if isinstance(text, Reading)
        else explain(text, kind, scheme=scheme, style=style, within=within, order=order, tables=tables)
        for text in (left, right)
    )
    return compared(prepare(a, tables), prepare(b, tables))


def compared(left: Prepared, right: Prepared) -> Comparison:
    """`compare` for Readings made ready."""
    a, b, tables = left.reading, right.reading, left.tables
    why = _kept_apart(a, b, tables)
    if why:
        return Comparison(_APART, "different", a, b, (), (Step(a.text, b.text, why),))
    score, pairs, alone = _laid(left, right)
    return _comparison(score, a, b, pairs, alone)


def scored(left: Prepared, right: Prepared) -> float:
    """The score alone of two Readings made ready: ``compared(left, right).score``."""
    return _APART if _kept_apart(left.reading, right.reading, left.tables) else _laid(left, right)[0]


def _kept_apart(a: Reading, b: Reading, tables: Tables) -> str:
    """Why two names are two before any letter is read, "" where nothing says so."""
    if a.kind is not None and b.kind is not None and a.kind != b.kind:
        return f"a {a.kind} and a {b.kind}"
    return "a row of your own keeps them apart" if tables.own and apart(a, b, tables) else ""


def _laid(left: Prepared, right: Prepared) -> tuple[float, list[Pair], Alone]:
    """Two names' score, the pairs of their parts and the parts left alone."""
    a, b, tables = left.reading, right.reading, left.tables
    group, pairs, alone = _paired(left, right)
    if not pairs and not (left.tokens(language_of(group)) and right.tokens(language_of(group))):
        return _APART, pairs, alone  # a blank is nobody's name
    if not alone[0] and not alone[1] and all(pair.said.relation == "equal" for pair in pairs):
        return _SURE, pairs, alone  # the same letters throughout are one name
    found = picture(pairs, alone, a, b, group)
    score = weighed(tables, group, found)
    one_row = a.row is not None and b.row is not None and a.row.id == b.row.id
    if not one_row and ("contradicts father" in found or "contradicts" in found):
        score = min(score, _CONTRADICTED)  # rather two of one person than two persons in one
    if score > LEAST_BOUND and not one_row:
        score = min(score, _bound(pairs, a, b, language_of(group)))
    if one_row and a.kind == "place" and min(a.confidence, b.confidence) >= _CERTAINLY:
        score = max(score, _ONE_PLACE)  # a place has many names: Syria and the Arabic for it
    return score, pairs, alone


def _bound(pairs: list[Pair], a: Reading, b: Reading, language: str) -> float:
    """The most that two persons score of whom a name is alike by its letters only, and little else is told.

    Ukrainian and Belarusian write a Russian name by other letters: there those say less.
    """
    if len(pairs) > _FEW or "place" in (a.kind, b.kind) or not _NEIGHBOURS.isdisjoint((a.origin, b.origin)):
        return 1.0
    return min((most(pair.left.word, pair.right.word, pair.said, language) for pair in pairs), default=1.0)


def _paired(left: Prepared, right: Prepared) -> tuple[str, list[Pair], Alone]:
    """Which weights judge two names, the pairs of their parts and the parts left alone."""
    group = group_of(left.reading, right.reading)
    language = language_of(group)
    return group, *paired(left.tokens(language), right.tokens(language), language, left.tables)


def features(left: Reading, right: Reading, tables: Tables | None = None) -> tuple[str, dict[str, float]]:
    """What the score is made of: the weight table's name and each feature's value (for the learner)."""
    group, pairs, alone = _paired(prepare(left, tables), prepare(right, tables))
    return group, picture(pairs, alone, left, right, group)


def _comparison(score: float, a: Reading, b: Reading, pairs: list[Pair], alone: Alone) -> Comparison:
    """Put the evidence into the value callers see."""
    parts = [
        PartRelation(pair.said.relation, pair.left.part, pair.right.part, -pair.said.far, pair.said.why)
        for pair in pairs
    ]
    parts += [PartRelation("omitted", token.part, None, 0.0, "only on the left") for token in alone[0]]
    parts += [PartRelation("omitted", None, token.part, 0.0, "only on the right") for token in alone[1]]
    verdict: Verdict = "same" if score >= _SAME else "probable" if score >= _PROBABLE else "different"
    steps = tuple(
        Step(
            part.left.text if part.left else "–",
            part.right.text if part.right else "–",
            f"{part.relation}: {part.why}",
        )
        for part in parts
    )
    return Comparison(score, verdict, a, b, tuple(parts), steps)
