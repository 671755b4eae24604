"""compare(): are two texts one name?

Two Readings are laid beside each other part by part (`pairing`); each pair of words is near or far by
what it is written and read as, linked or kept apart by rows (`alike`), and weighs what its rarity is
worth. Few `features` of that picture, weighed by `tables/weights/*.tsv` (learned by
`python -m translit.weighing`), give the calibrated score.
"""

from __future__ import annotations

from functools import partial

from translit.canon import explain
from translit.comparison import incomplete, places
from translit.comparison.alternatives import surest
from translit.comparison.apart import kept_apart, kind_of, told_apart
from translit.comparison.bounds import LEAST_BOUND, have_unread
from translit.comparison.briefing import Given, briefed, features, lessons
from translit.comparison.diminutives import are_seldom_one
from translit.comparison.doubles import are_spaced
from translit.comparison.explanation import STEPS, steps
from translit.comparison.features import HALF, half_of, shared_halves
from translit.comparison.judge import APART, STRANGERS, Judge
from translit.comparison.lineage import TOLD_NOTHING, Lineage, compounds, lineage
from translit.comparison.places import OTHER_WORD
from translit.comparison.prepared import Prepared, made_ready, prepare
from translit.comparison.several import together
from translit.comparison.strangers import may_be_strangers, strangers
from translit.comparison.translated import are_translated
from translit.errors import need_text
from translit.memory import remembered
from translit.nouns import Comparison, Kind, PartRelation, Reading, Step, Verdict
from translit.person.beside.byname import TABLE as BYNAME
from translit.quick import changed, later, maker, told_by
from translit.tables import Tables, built_in

__all__ = ["Prepared", "compare", "compared", "features", "lessons", "prepare", "same", "scored"]

_SAME = 0.9
_PROBABLE = 0.5
_HALF = "a half of the other's compound"
_ARABS, _SLAVS = "ar", "ru"  # the weights of their names of several words
_READ = 1 << 12  # texts
_INCOMPLETE, _OTHERS = Lineage(incomplete.MOST, incomplete.WHY), Lineage(LEAST_BOUND, incomplete.ANOTHER)
_comparison = maker(Comparison)


def same(
    left: str | Reading,
    right: str | Reading,
    kind: Kind | None = None,
    *,
    scheme: str | None = None,
    style: str = "exonym",
    within: str | None = None,
    order: str = "auto",
    tables: Tables | None = None,
) -> bool:
    """True where two texts are surely one name: ``compare(left, right, kind, …).same``.

    Not where they are but probably one: ask `compare` for these. The arguments, and what is raised, are
    those of `compare`.

    >>> same("Zabolotny Roman", "Роман Заболотный", "person"), same("Hassan", "Hussein", "person")
    (True, False)
    """
    return compare(
        left, right, kind, scheme=scheme, style=style, within=within, order=order, tables=tables
    ).same


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

    `left` and `right` are texts, or Readings prepared before; Readings are taken as they were read. The
    score, 0 to 1, is the probability that they are one name, and does not depend on which is which; the
    verdict is "same" from 0.9 and "probable" from 0.5. It comes of the weights in `tables/weights`, learned
    from labelled pairs, within bounds that the tables set. The other arguments, and what is raised, are
    those of `explain`.

    >>> result = compare("Dmitry Peskov", "Peskov Dmitriy Sergeyevich", "person")
    >>> result.verdict, [part.relation for part in result.parts]
    ('same', ['equal', 'variant', 'omitted'])
    >>> compare("Dmitry Peskov", "Dmitry Medvedev", "person").verdict
    'different'
    """
    tables = tables or built_in()
    if isinstance(left, Reading) and isinstance(right, Reading):
        return compared(made_ready(left, tables), made_ready(right, tables))

    def ready(side: str | Reading, kind: Kind | None) -> Prepared:
        if isinstance(side, Reading):
            return made_ready(side, tables)
        need_text(side)
        return _read(side, kind, scheme, style, within, order, tables)

    def laid(kind: Kind | None) -> Comparison:
        return compared(ready(left, kind), ready(right, kind))

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


def _may_be_one_kind(found: Comparison, left: str | Reading, right: str | Reading) -> bool:
    """True for two texts of as many words of which one was read as a person, one as a place: Ivan, Иван."""
    kinds = {found.left.kind, found.right.kind}
    if kinds != {"person", "place"} or isinstance(left, Reading) or isinstance(right, Reading):
        return False
    return len(left.split()) == len(right.split())


def compared(left: Prepared, right: Prepared) -> Comparison:
    """`compare` for Readings made ready."""
    found = _as_they_stand(left, right)
    if found.score < _SAME and _may_be_otherwise(left, right):
        found = surest(found, left, right, _as_they_stand)
    if left.given is left.reading and right.given is right.reading:
        return found
    return changed(found, left=left.given, right=right.given)


def _may_be_otherwise(left: Prepared, right: Prepared) -> bool:
    """May two names be laid beside each other in another way than as they stand?"""
    return left.is_more() or right.is_more() or are_spaced(left.reading, right.reading)


def _as_they_stand(left: Prepared, right: Prepared) -> Comparison:
    """Two names laid beside each other word by word."""
    a, b = left.reading, right.reading
    why = kept_apart(left, right)
    if why:
        return Comparison(APART, "different", a, b, (), (Step(a.text, b.text, why),))
    if left.each or right.each:
        return together(left, right, compared)
    judge, given = briefed(left, right)
    score = _bounded(judge.score(*given), left, right, judge, given)
    if score >= _PROBABLE and (why := told_apart(left, right)):
        step = Step(a.text, b.text, why)
        return Comparison(STRANGERS, "different", a, b, _parts(judge, given), (step,))
    told = _lineage(score, judge, given, left, right)
    if told.most < score:
        score = told.most
    verdict: Verdict = "same" if score >= _SAME else "probable" if score >= _PROBABLE else "different"
    read_aloud = told_by(partial(steps, told.why)) if told.why else STEPS
    return _comparison(score, verdict, a, b, later(partial(_parts, judge, given)), read_aloud)


def scored(left: Prepared, right: Prepared) -> float:
    """The score alone of two Readings made ready: ``compared(left, right).score``."""
    score = _score_of(left, right)
    if score < _SAME and _may_be_otherwise(left, right):
        return compared(left, right).score
    return score


def _score_of(left: Prepared, right: Prepared) -> float:
    """How surely two names are one as they stand."""
    if kept_apart(left, right):
        return APART
    if left.each or right.each:
        return together(left, right, compared).score
    judge, given = briefed(left, right)
    score = _bounded(judge.score(*given), left, right, judge, given)
    if score >= _PROBABLE and told_apart(left, right):
        return STRANGERS
    return min(score, _lineage(score, judge, given, left, right).most)


def _lineage(score: float, judge: Judge, given: Given, left: Prepared, right: Prepared) -> Lineage:
    """Why two names that are likely one may be two: one tells too little, or Arabs' words stand otherwise."""
    if score < _PROBABLE:
        return TOLD_NOTHING
    a, b = left.reading, right.reading
    if judge.language == "ru" and not judge.of_places and may_be_strangers(a, b, left.tables):
        told = strangers(judge.laid(*given), given[4] or a.origin == b.origin, left.tables)
        if told.why:
            return told
    if a.key == b.key:
        differ = judge.language == _ARABS and not judge.of_places and a.canonical != b.canonical
        return lineage(judge.laid(*given), a, b, left.tables) if differ else TOLD_NOTHING
    if (
        len(given[0]) != len(given[1])
        and judge.language == judge.group
        and (found := _short(score, judge, given, left.tables))
    ):
        return found
    if judge.language != _ARABS or judge.of_places:
        return TOLD_NOTHING
    laid = judge.laid(*given)
    if judge.group != _ARABS:
        return compounds(laid, left.tables)
    return lineage(laid, a, b, left.tables)


def _short(score: float, judge: Judge, given: Given, tables: Tables) -> Lineage | None:
    """What two persons' names say of which one has more words than the other."""
    if score > incomplete.MOST and incomplete.tells_little(*given[:2], tables):
        return _INCOMPLETE
    if judge.group == _SLAVS and incomplete.leaves_out_given(*given[:2], lambda: judge.laid(*given)):
        return _OTHERS
    return None


def _bounded(score: float, left: Prepared, right: Prepared, judge: Judge, given: Given) -> float:
    """A score by what no weight of the words can tell: half a name is never surely the whole.

    A half that very many names have, as Abd, is not even probably one of them. Nor is John surely Ivan, Юра
    Георгий, a man the body that bears his name, a ruler with a row one of that number without, Kafr Laha
    Kafr Lata.
    """
    if score > LEAST_BOUND and left.number and right.number and _is_known(left) != _is_known(right):
        score = LEAST_BOUND
    if score > _PROBABLE and kind_of(left, right) == "person":
        if score > LEAST_BOUND and (left.is_other() or right.is_other()) and _are_others(left, right):
            score = LEAST_BOUND
        if left.is_body() != right.is_body():
            score = _PROBABLE
    if score > LEAST_BOUND and _are_but_alike(left, right, judge, given):
        score = LEAST_BOUND
    if HALF not in given[2]:
        return places.bounded(score, left, right, *given[:2])
    shared = half_of(left.reading, right.reading) in shared_halves(left.tables)
    return min(score, OTHER_WORD if shared else LEAST_BOUND)


def _are_but_alike(left: Prepared, right: Prepared, judge: Judge, given: Given) -> bool:
    """Have two places of several words, of no one row, a word but alike in letters beside what they share?"""
    if len(given[0]) < 2 or len(given[1]) < 2 or given[3] or kind_of(left, right) != "place":
        return False
    return judge.language != "other" and have_unread(judge.laid(*given).pairs, judge.language)


def _are_others(left: Prepared, right: Prepared) -> bool:
    """Is a given name of one that of the other by translation only, or its short form but seldom?"""
    a, b, tables = left.reading, right.reading, left.tables
    return are_translated(a, b, tables) or are_seldom_one(a, b, tables)


def _is_known(name: Prepared) -> bool:
    """Is a name that of somebody who is known by a whole name?"""
    return name.reading.row is not None and name.reading.row.table == BYNAME


def _parts(judge: Judge, given: Given) -> tuple[PartRelation, ...]:
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
