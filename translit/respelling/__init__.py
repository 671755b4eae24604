"""variants(): the spellings under which a name is met, likeliest first.

The path of `explain` walked backwards: every word goes back to its native form, and from there
into the Latin spellings that the learned costs give it; whole names are the cheapest choices of
words, dearer where one name would write one letter in two ways. A Russian name is also met in its
Ukrainian and Belarusian equivalents (Dmitry, Dmytro, Dzmitry); these are marked as such.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterator
from dataclasses import dataclass

from translit.canon import explain
from translit.errors import InputError, need_text
from translit.languages import languages
from translit.nouns import Kind, Reading
from translit.respelling.kin import lanes
from translit.respelling.letters import Spelling, has_spellings
from translit.respelling.words import choices, words_of
from translit.tables import Tables, built_in
from translit.text.case import capitalise
from translit.text.clean import clean
from translit.text.script import script_of
from translit.text.words import is_too_long

__all__ = ["Variant", "variant_rows", "variants"]

_NAMES_EACH = 100
_TWO_WAYS = 0.5
_USUAL = 0.1
_HARDLY = 5.0  # nats beyond the likeliest: a spelling met so seldom is no help


@dataclass(frozen=True, slots=True)
class Variant:
    """One spelling of a name: `cost` in nats (0 is the likeliest), `why` it is one."""

    text: str
    cost: float
    why: str


def variants(
    text: str,
    kind: Kind | None = None,
    *,
    limit: int = 20,
    within: str | None = None,
    order: str = "auto",
    tables: Tables | None = None,
) -> tuple[str, ...]:
    """The Latin spellings that a searcher should try for a name in any script, best first.

    Words stay in the order of the text; the text itself is not among them. There are `limit` of them at most,
    and none of a name of another origin. The other arguments, and what is raised, are those of `explain`.

    >>> variants("محمد", "person", limit=4)
    ('Muhammad', 'Mohammad', 'Mohammed', 'Mohamed')
    """
    rows = variant_rows(text, kind, limit=limit, within=within, order=order, tables=tables)
    return tuple(row.text for row in rows)


def variant_rows(
    text: str,
    kind: Kind | None = None,
    *,
    limit: int = 20,
    within: str | None = None,
    order: str = "auto",
    tables: Tables | None = None,
) -> tuple[Variant, ...]:
    """The same as `variants`, each with its cost and its reason.

    >>> rows = variant_rows("Дмитрий Фирташ", "person")
    >>> [row.why for row in rows if row.text == "Dmytro Firtash"]
    ['equivalent: Ukrainian']
    """
    if not isinstance(limit, int) or limit < 0:
        raise InputError(f"limit: {limit!r} is no whole number; pass an int of 0 or more")
    tables = tables or built_in()
    need_text(text)
    cleaned, _ = clean(text)
    reading = explain(cleaned, kind, within=within, order=order, tables=tables)
    found = {} if is_too_long(cleaned) else _spelt(cleaned, reading, limit, tables)
    if reading.canonical and script_of(reading.canonical) == "Latn":
        least = min((variant.cost for variant in found.values()), default=0.0)
        found[reading.canonical.lower()] = Variant(reading.canonical, least - _USUAL, "usual English form")
    found.pop(cleaned.lower(), None)
    ranked = sorted(found.values(), key=lambda variant: (variant.cost, variant.text))[:limit]
    costs = ((one, round(one.cost - ranked[0].cost, 3)) for one in ranked)
    return tuple(Variant(one.text, cost, one.why) for one, cost in costs if cost <= _HARDLY)


def _spelt(text: str, reading: Reading, limit: int, tables: Tables) -> dict[str, Variant]:
    """The spellings of a name in its own language and in those of its neighbours, by their small letters."""
    language = _language(reading, text, tables)
    words = words_of(text, reading, language, tables)
    latin = script_of(text) == "Latn"
    found: dict[str, Variant] = {}
    for lane in lanes(language, tables) if language else ():
        toll = lane.latin if latin else lane.toll
        heads = [choices(word, lane, language == lane.language, tables) for word in words]
        for name, cost in _names(heads, lane.most or 2 * limit):
            known = found.get(name.lower())
            if known is None or cost + toll < known.cost:
                found[name.lower()] = Variant(name, cost + toll, lane.why)
    return found


def _language(reading: Reading, text: str, tables: Tables) -> str | None:
    """Whose spellings to look for: the origin of the name, or its family, else what its script says."""
    known = languages(tables).get(reading.origin or "")
    for name in (known.id, known.family) if known else ():
        if has_spellings(name, tables):
            return name
    native = reading.native if reading.origin or reading.kind == "place" else None
    return {"Cyrl": "ru", "Arab": "ar"}.get(script_of(native or text))


def _names(heads: list[list[Spelling]], limit: int) -> Iterator[tuple[str, float]]:
    """Whole names, the cheapest first, dearer where one letter is written in two ways."""
    found = []
    for chosen in _cheapest(heads, max(_NAMES_EACH, 2 * limit)):
        habits: dict[str, set[str]] = {}
        for spelling in chosen:
            for unit, put in spelling.habits:
                habits.setdefault(unit, set()).add(put)
        torn = sum(map(len, habits.values())) - len(habits)
        cost = sum(spelling.cost for spelling in chosen) + _TWO_WAYS * torn
        found.append((cost, tuple(spelling.text for spelling in chosen)))
    found.sort()
    for cost, texts in found[:limit]:
        yield " ".join(map(capitalise, texts)), cost - found[0][0]


def _cheapest(heads: list[list[Spelling]], most: int) -> Iterator[list[Spelling]]:
    """Choices of one spelling a word, by the sum of their costs."""
    if not heads or not all(heads):
        return
    start = (0,) * len(heads)
    queue = [(sum(head[0].cost for head in heads), start)]
    seen = {start}
    for _ in range(most):
        if not queue:
            return
        cost, places = heapq.heappop(queue)
        yield [head[at] for head, at in zip(heads, places, strict=True)]
        for word, at in enumerate(places):
            step = (*places[:word], at + 1, *places[word + 1 :])
            if at + 1 < len(heads[word]) and step not in seen:
                seen.add(step)
                more = heads[word][at + 1].cost - heads[word][at].cost
                heapq.heappush(queue, (cost + more, step))
