"""compare(): are two texts one name?

Two Readings are laid beside each other part by part (`pairing`); each pair of words is near or far by
what it is written and read as, linked or kept apart by rows (`alike`), and weighs what its rarity is
worth. Few features of that picture (`picture`), weighed by `tables/weights/*.tsv` (learned by
`python -m translit.weighing`), give the calibrated score.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from operator import attrgetter

from translit.canon import explain
from translit.comparison.alike import LEAST_BOUND, READ_AS, read_as
from translit.comparison.judge import APART, STRANGERS, Judge, judge_of
from translit.comparison.picture import (
    CROSSED,
    HALF,
    SHARED_HALVES,
    UNCROSSED,
    further,
    group_of,
    half_of,
    picture,
)
from translit.comparison.placewords import COMMON, WORDS, beside, parted, parts_differ, words_of
from translit.comparison.words import Tokens, tokens
from translit.errors import need_text
from translit.memory import remembered
from translit.nouns import Comparison, Kind, PartRelation, Reading, Step, Verdict
from translit.own import apart
from translit.person.aside import asides
from translit.person.regnal import regnal
from translit.person.vitals import UNTOLD, Vitals, vitals
from translit.quick import later, maker, told_by, untracked
from translit.tables import Tables, built_in
from translit.text.clean import clean
from translit.text.words import LONG_WORD, is_too_long

__all__ = ["Prepared", "compare", "compared", "features", "lessons", "prepare", "same", "scored"]

_SAME = 0.9
_PROBABLE = 0.5
_ONE_PLACE = 0.92  # the least that two texts score which surely name one place of the tables
_CERTAINLY = 0.8  # the confidence from which a text surely names its place
_SPOT = 0.1  # degrees
_UNITS = "place/unit"
_FEATURES = "place/feature"
_AREAS = (_UNITS, "place/district")
_OTHER_WORD = 0.49  # the most that two places score of which one has a word more, or Great for Small
_HALF = "a half of the other's compound"
_NEIGHBOURS = ("uk", "be")
_READ = 1 << 12  # texts
_TOLD = 1 << 16  # texts
_ASIDE = "the other name that the text tells"
_comparison = maker(Comparison)
_score = attrgetter("score")

_Given = tuple[Tokens, Tokens, dict[str, float], bool, bool]


class Prepared:
    """A Reading made ready to be laid beside many others: its words are weighed once.

    >>> one, two = prepare(explain("Roman Zabolotny", "person")), prepare(explain("Zabolotny R.", "person"))
    >>> scored(one, two) == compared(one, two).score
    True
    """

    __slots__ = ("_made", "_vitals", "is_long", "number", "reading", "tables")

    def __init__(self, reading: Reading, tables: Tables) -> None:
        self.reading = reading
        self.is_long = len(reading.text) > LONG_WORD and is_too_long(reading.text)
        self.number = regnal(reading.text, tables) if reading.kind == "person" else ""
        self.tables = tables
        self._made: dict[object, Tokens] = {}
        self._vitals: Vitals | None = None

    def tokens(self, language: str) -> Tokens:
        """The telling parts of the name for the weights of a language."""
        found = self._made.get(language)
        if found is None:
            found = self._made[language] = tokens(self.reading, language, self.tables)
        return found

    def words(self, language: str) -> Tokens:
        """The words of a place's name, each a token."""
        found = self._made.get((words_of, language))
        if found is None:
            found = self._made[words_of, language] = words_of(self.reading, language, self.tables)
        return found

    def compounds(self, language: str) -> Tokens:
        """The words of a place's name, a compound with a word that many names share as two."""
        found = self._made.get((parted, language))
        if found is None:
            found = self._made[parted, language] = parted(self.words(language), language, self.tables)
        return found

    def vitals(self) -> Vitals:
        """What the text of a person tells beside the name."""
        if self._vitals is None:
            text = self.reading.text
            read = sum([len(part.text) + 1 for part in self.reading.parts])
            self._vitals = UNTOLD if read > len(text) else vitals(text, self.tables)
        return self._vitals


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
    if isinstance(left, Reading) and isinstance(right, Reading):
        return _laid(prepare(left, tables), prepare(right, tables))

    def ready(side: str | Reading, kind: Kind | None) -> Prepared:
        if isinstance(side, Reading):
            return prepare(side, tables)
        need_text(side)
        return _read(side, kind, scheme, style, within, order, tables)

    def laid(kind: Kind | None) -> Comparison:
        return _laid(ready(left, kind), ready(right, kind))

    found = laid(kind)
    if kind is None and not within and _may_be_one_kind(found, left, right):
        return max((found, laid("person"), laid("place")), key=lambda one: one.score)
    return found


@remembered(_READ)
def _read(
    text: str,
    kind: Kind | None,
    scheme: str | None,
    style: str,
    within: str | None,
    order: str,
    tables: Tables,
) -> Prepared:
    """A text read and made ready; one that comes again beside another is not read again."""
    return prepare(
        explain(text, kind, scheme=scheme, style=style, within=within, order=order, tables=tables), tables
    )


def _laid(left: Prepared, right: Prepared) -> Comparison:
    """Two names beside each other, and where they are not one, what their texts tell aside (aka Abu Dua)."""
    found = compared(left, right)
    if found.verdict == "same" or found.left.kind != "person" or found.right.kind != "person":
        return found
    one, two = (_told_aside(side.reading.text, side.tables) for side in (left, right))
    pairs = ((left, two), (one, right), (one, two))
    others = [compared(a, b) for a, b in pairs if a is not None and b is not None]
    best = max(others, key=_score, default=found)
    if best.score <= found.score:
        return found
    steps = [
        Step(whole.text, part.text, _ASIDE)
        for whole, part in ((found.left, best.left), (found.right, best.right))
        if whole is not part
    ]
    return replace(best, left=found.left, right=found.right, steps=(*steps, *best.steps))


@remembered(_TOLD)
def _told_aside(text: str, tables: Tables) -> Prepared | None:
    """The name that a person's text tells beside theirs: a whole one, or another surname (née Petrova).

    A nickname is too many people's.
    """
    told = next((said for said in asides(clean(text)[0], tables) if said.is_name), None)
    if told is None:
        return None
    if " " in told.other:
        return prepare(explain(told.other, "person", tables=tables), tables)
    name = explain(told.name, "person", tables=tables)
    given = " ".join(part.text for part in name.parts if part.role in ("given", "patronymic"))
    if not given:
        return None
    other = explain(f"{given} {told.other}", "person", order="given-first", tables=tables)
    known = any(part.role == "surname" and part.status == "ok" for part in other.parts)
    return prepare(other, tables) if known else None


def _may_be_one_kind(found: Comparison, left: str | Reading, right: str | Reading) -> bool:
    """True for two texts of as many words of which one was read as a person, one as a place: Ivan, Иван."""
    kinds = {found.left.kind, found.right.kind}
    if kinds != {"person", "place"} or isinstance(left, Reading) or isinstance(right, Reading):
        return False
    return len(left.split()) == len(right.split())


def compared(left: Prepared, right: Prepared) -> Comparison:
    """`compare` for Readings made ready."""
    a, b = left.reading, right.reading
    why = _kept_apart(left, right)
    if why:
        return Comparison(APART, "different", a, b, (), (Step(a.text, b.text, why),))
    judge, given = _asked(left, right)
    score = _bounded(judge.score(*given), a, b, given)
    if score >= _PROBABLE and (why := _told_apart(left, right)):
        step = Step(a.text, b.text, why)
        return Comparison(STRANGERS, "different", a, b, _parts(judge, given), (step,))
    verdict: Verdict = "same" if score >= _SAME else "probable" if score >= _PROBABLE else "different"
    return _comparison(score, verdict, a, b, later(partial(_parts, judge, given)), _STEPS)


def scored(left: Prepared, right: Prepared) -> float:
    """The score alone of two Readings made ready: ``compared(left, right).score``."""
    a, b = left.reading, right.reading
    if _kept_apart(left, right):
        return APART
    judge, given = _asked(left, right)
    score = _bounded(judge.score(*given), a, b, given)
    return STRANGERS if score >= _PROBABLE and _told_apart(left, right) else score


def _told_apart(left: Prepared, right: Prepared) -> str:
    """Why two people of one name are two by what their texts tell beside it, "" where nothing says so."""
    if left.reading.kind != "person" or (told := left.vitals()) is UNTOLD:
        return ""
    return told.apart(right.vitals())


def _kept_apart(left: Prepared, right: Prepared) -> str:
    """Why two names are two before any letter is read, "" where nothing says so."""
    a, b, tables = left.reading, right.reading, left.tables
    if (left.is_long or right.is_long) and a.canonical != b.canonical:
        return "a text is longer than any name"
    if left.number and right.number and left.number != right.number:
        return f"number {left.number} and number {right.number} of a name"
    if a.kind is not None and b.kind is not None and a.kind != b.kind:
        return f"a {a.kind} and a {b.kind}"
    return "a row of your own keeps them apart" if tables.own and apart(a, b, tables) else ""


def _asked(left: Prepared, right: Prepared) -> tuple[Judge, _Given]:
    """Who judges two names, and what they are given."""
    a, b = left.reading, right.reading
    found = judge_of(left.tables, group_of(a, b))
    language = found.language
    one_row = a.row is not None and b.row is not None and a.row.id == b.row.id
    # Ukrainian and Belarusian write a Russian name by other letters: there those say less.
    bounded = not (
        a.kind == "place" or b.kind == "place" or a.origin in _NEIGHBOURS or b.origin in _NEIGHBOURS
    )
    if found.group.startswith("place") and not one_row:
        one, two = left.words(language), right.words(language)
        if language == "ru" and (len(one) != len(two) or len(one) == 1):
            one, two = _compounds(left, right, language) or (one, two)
        if beside(one, two):
            return found, (one, two, further(a, b), one_row, bounded)
    one, two, more = left.tokens(language), right.tokens(language), further(a, b)
    if found.group == CROSSED and len(one) == len(two) == 1 and HALF not in more:
        more |= read_as(one[0].word, two[0].word, language)
    return found, untracked((one, two, more, one_row, bounded))


def _bounded(score: float, a: Reading, b: Reading, given: _Given) -> float:
    """A score by what no weight of the words can tell: half a name is never surely the whole.

    A half that hundreds of names have, as Abd, is not even probably one of them.
    """
    if HALF not in given[2]:
        return _of_places(score, a, b, given)
    return min(score, _OTHER_WORD if half_of(a, b) in SHARED_HALVES else LEAST_BOUND)


def _compounds(left: Prepared, right: Prepared, language: str) -> tuple[Tokens, Tokens] | None:
    """The words of two names with compounds parted, where that makes them alike or tells them apart.

    So it does of Novaya Annovka and Novoannovka, of Chervonosilka, Krasnosyolka and Bilosilka.
    """
    one, two = (name.compounds(language) for name in (left, right))
    if len(one) != len(two) or len(one) == 1:
        return None
    known = len(left.words(language)) == len(right.words(language))
    return (one, two) if not known or parts_differ(one, two) else None


def _of_places(score: float, a: Reading, b: Reading, given: _Given) -> float:
    """The score of two texts, more where both surely name one place of the tables, as by two of its names.

    A word more makes another place, as a rule: Krupol beside Great Krupol; so does Small for Great.
    """
    if a.kind != "place":
        return score
    if a.row is not None and b.row is not None and (a.row.id == b.row.id or _one_spot(a, b)):
        return max(score, _ONE_PLACE) if min(a.confidence, b.confidence) >= _CERTAINLY else score
    if _two_areas(a, b):
        return min(score, _OTHER_WORD)
    if _area_and_seat(a, b):
        score = min(score, LEAST_BOUND)
    one, two = given[:2]
    more = len(one) != len(two) and len(_words(one)) != len(_words(two))
    return min(score, _OTHER_WORD) if more or _commons_apart(one, two) else score


def _two_areas(a: Reading, b: Reading) -> bool:
    """True for two units of one country, each surely read: Krasnodar Krai and Krasnoyarsk Krai."""
    if a.row is None or b.row is None or not a.row.table == b.row.table == _UNITS:
        return False
    return a.row["country"] == b.row["country"] and min(a.confidence, b.confidence) >= _CERTAINLY


def _area_and_seat(a: Reading, b: Reading) -> bool:
    """True for an area and a town, each surely read: Moscow and Moscow Oblast."""
    if a.row is None or b.row is None or min(a.confidence, b.confidence) < _CERTAINLY:
        return False
    areas = [row.table in _AREAS for row in (a.row, b.row)]
    return any(areas) and not all(areas) and all(row.table != _FEATURES for row in (a.row, b.row))


def _one_spot(a: Reading, b: Reading) -> bool:
    """True for two rows of one name on one spot: a town and the camp or the air base beside it."""
    here, there = a.place, b.place
    if a.canonical != b.canonical or here is None or there is None:
        return False
    if here.latitude is None or there.latitude is None or here.longitude is None or there.longitude is None:
        return False
    return abs(here.latitude - there.latitude) < _SPOT and abs(here.longitude - there.longitude) < _SPOT


def _words(found: Tokens) -> Tokens:
    """The words of a place's name that are laid beside the other's one by one."""
    return tuple(token for token in found if token.part.role in WORDS)


def _commons_apart(one: Tokens, two: Tokens) -> bool:
    """True where each name has a word that many share, and not the same: Great beside Small."""
    left, right = (
        {token.part.canonical for token in found if token.part.role == COMMON} for found in (one, two)
    )
    return bool(left and right) and left.isdisjoint(right)


def features(left: Reading, right: Reading, tables: Tables | None = None) -> tuple[str, dict[str, float]]:
    """What the score is made of: the weight table's name and each feature's value (for the learner)."""
    found, given = _asked(prepare(left, tables), prepare(right, tables))
    laid = found.laid(*given)
    return found.group, picture(laid.pairs, laid.alone, given[2])


def lessons(left: Reading, right: Reading) -> Iterator[tuple[str, dict[str, float]]]:
    """What a pair teaches: its group's features; single words in two scripts those of any two as well."""
    group, found = features(left, right)
    yield group, found
    if group == CROSSED:
        yield UNCROSSED, {name: value for name, value in found.items() if name not in READ_AS}


def _parts(judge: Judge, given: _Given) -> tuple[PartRelation, ...]:
    """How each part relates to its counterpart."""
    laid = judge.laid(*given)
    if HALF in given[2]:
        return tuple(
            PartRelation("omitted", pair.left.part, pair.right.part, 0.0, _HALF) for pair in laid.pairs
        )
    parts = [
        PartRelation(said.relation, one.part, two.part, -said.far, said.why(one.word, two.word))
        for one, two, said in ((pair.left, pair.right, pair.said) for pair in laid.pairs)
    ]
    parts += [PartRelation("omitted", token.part, None, 0.0, "only on the left") for token in laid.alone[0]]
    parts += [PartRelation("omitted", None, token.part, 0.0, "only on the right") for token in laid.alone[1]]
    return tuple(parts)


def _steps(found: Comparison) -> tuple[Step, ...]:
    """The same as lines that a reviewer reads."""
    return tuple(
        Step(
            part.left.text if part.left else "–",
            part.right.text if part.right else "–",
            f"{part.relation}: {part.why}",
        )
        for part in found.parts
    )


_STEPS = told_by(_steps)
