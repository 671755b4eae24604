"""compare(): are two texts one name?

Two Readings are laid beside each other part by part; each pair of parts is near or far by the
learned letter correspondences, linked or kept apart by rows, and weighs what its rarity is worth.
Few features of that picture, weighed by `tables/weights/*.tsv` (learned by
`python -m translit.weighing`), give the calibrated score.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter
from weakref import WeakKeyDictionary

from translit.canon import explain
from translit.nouns import Comparison, Kind, PartRelation, Reading, Relation, Row, Step, Verdict
from translit.origin import family
from translit.own import apart, pairs_apart
from translit.person.surname import family as family_of
from translit.sounds import key, laid, measured
from translit.tables import Tables, built_in
from translit.text.clean import fold
from translit.text.script import script_of
from translit.text.words import is_initial

__all__ = ["Prepared", "compare", "compared", "features", "prepare", "same", "scored"]

_SAME = 0.9
_PROBABLE = 0.5
_NEAR = 0.45  # nats per letter within which two words may be spellings of one
_FAR = 1.2
_CROSSED = 0.15  # what it costs to pair a given name with a surname
_SURE = 0.99
_APART = 0.02
_CONTRADICTED = 0.89  # the most that two names score of which a part contradicts: never the same
_TRUSTED = 0.8
_CERTAIN = 6.0  # log-odds beyond which letters say nothing more
_KNOWN = 4.0  # log-odds that a row gives which both words stand for
_NATIVE = 2.5  # log-odds that one reading in the original script gives
_SOUND = 1.0  # log-odds that one phonetic key gives
_LIKELY = 0.0  # log-odds from which two words may be spellings of one
_COMMON = 9.0  # the rarity of a word that no table counts, in nats
_SILENT = frozenset(("title",))
_FAMILY = {"uk": "ru", "be": "ru"}


@dataclass(frozen=True, slots=True, eq=False)
class _Word:
    """The letters of a part made ready: bare, with their key, rarity and the rows they may be."""

    core: str
    key: str
    rarity: float
    names: frozenset[str]
    forms: tuple[str, ...]
    never: frozenset[str]
    symbols: list[int]
    canonical: str
    native: str
    row: Row | None
    initial: bool


@dataclass(frozen=True, slots=True, eq=False)
class _Token:
    """One part of a name and its word."""

    part: Reading
    word: _Word


@dataclass(frozen=True, slots=True, eq=False)
class _Verdict:
    """How two words relate: how far apart, how like, and why."""

    far: float
    like: float
    relation: Relation
    why: str


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two tokens laid beside each other."""

    left: _Token
    right: _Token
    said: _Verdict


_Alone = tuple[list[_Token], list[_Token]]


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
        self._tokens: list[_Token] = []

    def tokens(self, language: str) -> list[_Token]:
        """The telling parts of the name for the weights of a language."""
        if language != self._language:
            self._tokens, self._language = _tokens(self.reading, language, self.tables), language
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


def _laid(left: Prepared, right: Prepared) -> tuple[float, list[_Pair], _Alone]:
    """Two names' score, the pairs of their parts and the parts left alone."""
    a, b, tables = left.reading, right.reading, left.tables
    group = _group(a, b)
    pairs, alone = _paired(left, right, group, tables)
    if not alone[0] and not alone[1] and all(pair.said.relation == "equal" for pair in pairs):
        return _SURE, pairs, alone  # the same letters throughout are one name
    score = _score(_weights(tables, group), _features(pairs, alone, a, b, group))
    one_row = a.row is not None and b.row is not None and a.row.id == b.row.id
    if not one_row and any(pair.said.relation == "contradicts" for pair in pairs):
        score = min(score, _CONTRADICTED)  # rather two of one person than two persons in one
    return score, pairs, alone


def features(left: Reading, right: Reading, tables: Tables | None = None) -> tuple[str, dict[str, float]]:
    """What the score is made of: the weight table's name and each feature's value (for the learner)."""
    tables = tables or built_in()
    group = _group(left, right)
    pairs, alone = _paired(prepare(left, tables), prepare(right, tables), group, tables)
    return group, _features(pairs, alone, left, right, group)


def _group(a: Reading, b: Reading) -> str:
    """Which weights judge this pair: of places, or of a person's family, single words apart."""
    if a.kind == "place" or b.kind == "place":
        return f"place-{_tongue(a, b)}"
    families = {_FAMILY.get(reading.origin or "", reading.origin) for reading in (a, b)}
    if families == {None}:
        return "other"
    family = "ar" if "ar" in families else "ru"
    return f"{family}-word" if max(len(a.parts), len(b.parts)) <= 1 else family


def _tongue(a: Reading, b: Reading) -> str:
    """The language two places are named in, told by rows, by script, else by letters."""
    for reading in (a, b):
        if reading.origin == "ar" or script_of(reading.text) == "Arab":
            return "ar"
    if "Cyrl" in (script_of(a.text), script_of(b.text)) or a.row or b.row:
        return "ru"
    shares = family((*a.text.split(), *b.text.split()))
    return "ar" if shares["ar"] > shares["ru"] else "ru"


@lru_cache(maxsize=8)
def _weights(tables: Tables, group: str) -> Mapping[str, float]:
    """The learned weight of each feature."""
    return {row.id: float(row["weight"]) for row in tables.rows(f"weights/{group}")}


@lru_cache(maxsize=4)
def _rarities(tables: Tables, language: str) -> Mapping[str, float]:
    """How rare a name is, in nats, by its key; names not listed are rarer than all these."""
    return {row.id: float(row["nats"]) for row in tables.rows(f"weights/rarity-{language}")}


_NEVER: WeakKeyDictionary[Tables, Mapping[str, frozenset[str]]] = WeakKeyDictionary()


def _never(tables: Tables) -> Mapping[str, frozenset[str]]:
    """A folded name → the folded names that are never one with it."""
    if tables not in _NEVER:
        found: dict[str, set[str]] = {}
        pairs = set(pairs_apart(tables))
        for row in tables.rows("person/never"):
            for a, b in (("left", "right"), ("native_left", "native_right")):
                one, two = fold(row[a]), fold(row[b])
                if one and two:
                    pairs |= {(one, two), (two, one)}
        for one, two in pairs:
            found.setdefault(one, set()).add(two)
        _NEVER[tables] = {one: frozenset(others) for one, others in found.items()}
    return _NEVER[tables]


@lru_cache(maxsize=16384)
def _names(table: str, row: Row) -> frozenset[str]:
    """The ids under which a row counts as one name with others: its own, and those it is equivalent to."""
    own = {f"{table.split('/')[1] if '/' in table else table}:{row.id}"}
    for column in ("equivalent", "of"):
        for target in row.many(column):
            own |= {f"ru:{target}", f"ar:{target}"}
    return frozenset(own)


def _core(part: Reading) -> str:
    """The letters of a part that tell: as it was written, Cyrillic in the nominative where that is sure."""
    sure = (
        part.native
        and script_of(part.text) == "Cyrl"
        and (part.kind != "place" or part.confidence >= _TRUSTED)
    )
    return fold(part.native if part.native and sure else part.text)


def _tokens(reading: Reading, language: str, tables: Tables) -> list[_Token]:
    """The telling parts of a name, titles and particles left out."""
    found = []
    for part in reading.parts or (reading,):
        if part.role not in _SILENT:
            core = _bare(_core(part), part.role or "", tables)
            if core:
                sound = part.key if language == "other" else ""
                initial = is_initial(part.text)
                native = _bare(fold(part.native), part.role or "", tables) if part.native else ""
                word = _word(core, sound, initial, part.canonical, native, part.row, language, tables)
                found.append(_Token(part, word))
    return found


@lru_cache(maxsize=1 << 17)
def _word(
    core: str,
    sound: str,
    initial: bool,
    canonical: str,
    native: str,
    row: Row | None,
    language: str,
    tables: Tables,
) -> _Word:
    """The word of a part, one for all parts that are written and read alike."""
    sound = sound if language == "other" else _key(core, language)
    rarity = _rarities(tables, language).get(sound, _COMMON)
    names = _names(row.table, row) if row else frozenset()
    forms = (core,) if row is None else (core, fold(row.canonical), fold(row.native))
    partners = _never(tables)
    never = frozenset(other for form in forms for other in partners.get(form, ()))
    symbols = [] if language == "other" else measured(core, language)
    return _Word(core, sound, rarity, names, forms, never, symbols, canonical, native, row, initial)


@lru_cache(maxsize=65536)
def _bare(core: str, role: str, tables: Tables) -> str:
    """A folded part without its article and its bin or ibn, words joined."""
    particles = _particles(tables)
    words = core.replace("-", " ").split()
    while len(words) > 1 and words[0] in particles:
        words = words[1:]
    return "".join(words)


@lru_cache(maxsize=4)
def _particles(tables: Tables) -> frozenset[str]:
    """The folded spellings of articles and of the words for son and daughter."""
    return frozenset(
        fold(spelling)
        for row in tables.rows("person/ar/particle")
        if row["role"] in ("article", "nasab")
        for spelling in (row.native, row.canonical, *row.many("also"))
    )


_key = lru_cache(maxsize=65536)(key)


def _measured(a: _Word, b: _Word, language: str) -> tuple[float, float]:
    """The distance of two words, and the log-odds that they are one name, whichever is named first."""
    one, two = (a, b) if a.core < b.core else (b, a)
    if language == "other":
        far = _generic(one.core, two.core)
        return far, _CERTAIN * (1 - far / _NEAR)
    far, like = laid(one.symbols, two.symbols, one.key == two.key, language)
    return min(far, _FAR), max(-_CERTAIN, min(_CERTAIN, like))


@lru_cache(maxsize=65536)
def _generic(one: str, two: str) -> float:
    """The distance of two words of other origins: generic phonetics and edit distance."""
    from jellyfish import jaro_winkler_similarity, metaphone
    from unidecode import unidecode

    a, b = unidecode(one), unidecode(two)
    alike = jaro_winkler_similarity(a, b)
    return (1 - alike) * (1.5 if metaphone(a) == metaphone(b) else 3.0)


@lru_cache(maxsize=1 << 16)
def _said(a: _Word, b: _Word, language: str, tables: Tables) -> _Verdict:
    """How two words relate: by their rows where rows tell, else by their letters."""
    if a.core == b.core:
        return _Verdict(0.0, _CERTAIN, "equal", "the same letters")
    if a.initial or b.initial:
        fits = a.core[:1] == b.core[:1] or a.key[:1] == b.key[:1]
        relation: Relation = "initial" if fits else "contradicts"
        return _Verdict(0.2 if fits else _FAR, 0.0, relation, "an initial")
    if a.never and not a.never.isdisjoint(b.forms):
        return _Verdict(_FAR, -_CERTAIN, "contradicts", "rows keep them apart")
    far, like = _measured(a, b, language)
    if not a.names.isdisjoint(b.names):
        if a.row == b.row:
            return _Verdict(min(far, 0.05), max(like, _KNOWN), "variant", f"both are {a.canonical}")
        return _Verdict(min(far, 0.15), max(like, _KNOWN), "equivalent", f"{a.canonical} is {b.canonical}")
    if a.native and a.native == b.native:
        return _Verdict(min(far, _NEAR), max(like, _NATIVE), "variant", f"both read {a.native}")
    if a.key == b.key and a.key:
        return _Verdict(far, max(like, _SOUND), "variant", f"one sound, letters {far:.2f} apart")
    relation = "variant" if like >= _LIKELY or far <= _NEAR else "contradicts"
    return _Verdict(far, like, relation, f"letters {far:.2f} apart")


@lru_cache(maxsize=1 << 16)
def _man_and_woman(a: _Word, b: _Word) -> bool:
    """True for the two forms of one family's surname: Ivanov and Ivanova."""
    men = family_of(a.core), family_of(b.core)
    return (men[0] == a.core) != (men[1] == b.core) and _key(men[0], "ru") == _key(men[1], "ru")


_TWO_GENDERS = _Verdict(_FAR, -_CERTAIN, "contradicts", "one family, a man and a woman of it")


def _paired(a: Prepared, b: Prepared, group: str, tables: Tables) -> tuple[list[_Pair], _Alone]:
    """The best one-to-one pairing of two names' tokens, and those left alone on either side.

    Words of one role and one sound are laid beside each other first; the others are measured only
    against what these leave.
    """
    language = group.removeprefix("place-").removesuffix("-word")
    left, right = dict(enumerate(a.tokens(language))), dict(enumerate(b.tokens(language)))
    pairs: list[_Pair] = []
    kin = [(i, j) for i, one in left.items() for j, two in right.items() if _kin(one, two)]
    _take(_offers(kin, left, right, language, tables), left, right, pairs)
    if left and right:
        offers = _offers([(i, j) for i in left for j in right], left, right, language, tables)
        _take(offers, left, right, pairs)
        for _, i, j, said in offers:  # what is left over on both sides contradicts
            if i in left and j in right:
                pairs.append(_Pair(left.pop(i), right.pop(j), said))
    return pairs, (list(left.values()), list(right.values()))


def _kin(one: _Token, two: _Token) -> bool:
    """True for two words of one sound that play one part."""
    if one.word.core != two.word.core and (
        one.word.key != two.word.key or one.word.initial or two.word.initial
    ):
        return False
    return one.part.role == two.part.role or not one.part.role or not two.part.role


_Offer = tuple[tuple[float, str, str, int], int, int, _Verdict]


def _offers(
    cells: list[tuple[int, int]],
    left: Mapping[int, _Token],
    right: Mapping[int, _Token],
    language: str,
    tables: Tables,
) -> list[_Offer]:
    """How the tokens of each cell relate, the nearest first."""
    found = []
    for i, j in cells:
        one, two = left[i], right[j]
        said = _said(one.word, two.word, language, tables)
        roles = one.part.role, two.part.role
        if roles == ("surname", "surname") and language == "ru" and _man_and_woman(one.word, two.word):
            said = _TWO_GENDERS
        crossed = _CROSSED if roles[0] != roles[1] and roles[0] and roles[1] else 0.0
        first, second = one.word.core, two.word.core
        if second < first:
            first, second = second, first
        found.append(((said.far + crossed + 0.01 * abs(i - j), first, second, i + j), i, j, said))
    if len(found) > 1:
        found.sort(key=_by_cost)
    return found


def _take(
    offers: list[_Offer], left: dict[int, _Token], right: dict[int, _Token], pairs: list[_Pair]
) -> None:
    """Pair what does not contradict, the nearest first."""
    for _, i, j, said in offers:
        if said.relation != "contradicts" and i in left and j in right:
            pairs.append(_Pair(left.pop(i), right.pop(j), said))


_by_cost = itemgetter(0)


def _features(
    pairs: list[_Pair],
    alone: tuple[list[_Token], list[_Token]],
    a: Reading,
    b: Reading,
    group: str,
) -> dict[str, float]:
    """The picture in numbers; absent features are 0."""
    found: dict[str, float] = {"bias": 1.0}

    def add(name: str, value: float) -> None:
        found[name] = found.get(name, 0.0) + value

    for pair in pairs:
        rarity = min(pair.left.word.rarity, pair.right.word.rarity) / _COMMON
        roles = {pair.left.part.role or "part", pair.right.part.role or "part"}
        role = roles.pop() if len(roles) == 1 else "crossed"
        if pair.said.relation == "contradicts":
            add("contradicts", rarity)
            add(f"contradicts {role}", 1.0)
            add("unlike", -pair.said.like)
            found["least like"] = min(found.get("least like", _CERTAIN), pair.said.like)
        else:
            add("agrees", rarity)
            add("far", pair.said.far)
            add("like", pair.said.like)
            add(f"like {role}", pair.said.like)
            found["least like"] = min(found.get("least like", _CERTAIN), pair.said.like)
            if pair.said.relation in ("initial", "equivalent"):
                add(pair.said.relation, 1.0)
    for token in (*alone[0], *alone[1]):
        add("omitted", token.word.rarity / _COMMON)
        add(f"omitted {token.part.role or 'part'}", 1.0)
    if a.gender and b.gender and a.gender != b.gender:
        found["gender"] = 1.0
    if group.startswith("place"):
        _add_place(found, a, b)
    agrees, against = found.get("agrees", 0.0), found.get("contradicts", 0.0)
    found["share"] = agrees / (agrees + against + found.get("omitted", 0.0) / 3 + 1e-9)
    return found


def _add_place(found: dict[str, float], a: Reading, b: Reading) -> None:
    """What two places say beside their words: one row or two, as far as both are sure, and their keys."""
    if a.row and b.row:
        sure = (a.confidence * b.confidence) ** 2
        found["same row" if a.row.id == b.row.id else "other row"] = sure
    if a.key == b.key:
        found["same key"] = 1.0


def _score(weights: Mapping[str, float], found: Mapping[str, float]) -> float:
    """The logistic of the weighed features."""
    total = sum(weights.get(name, 0.0) * value for name, value in found.items())
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total))))


def _comparison(
    score: float, a: Reading, b: Reading, pairs: list[_Pair], alone: tuple[list[_Token], list[_Token]]
) -> Comparison:
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
