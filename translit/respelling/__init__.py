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
from functools import lru_cache

from translit.canon import explain
from translit.nouns import Kind, Reading, Row
from translit.person.patronymic import patronymic, recognise
from translit.respelling.letters import Spelling, spellings
from translit.sounds import read
from translit.tables import Tables, built_in
from translit.text.case import capitalise
from translit.text.clean import clean
from translit.text.script import script_of

__all__ = ["Variant", "variant_rows", "variants"]

_WORDS_EACH = 12
_NAMES_EACH = 100
_KEPT = 0.7
_ROW = 0.8
_ALSO = 2.5
_TWO_WAYS = 0.8
_LANES = {
    "ru": (("ru", 0.0, ""), ("uk", 1.6, "equivalent: Ukrainian"), ("be", 2.6, "equivalent: Belarusian")),
    "uk": (("uk", 0.0, ""), ("ru", 0.8, "equivalent: Russian")),
    "be": (("be", 0.0, ""), ("ru", 0.8, "equivalent: Russian")),
    "ar": (("ar", 0.0, ""),),
}
_GIVEN = {"ru": "person/ru/given", "uk": "person/uk/given", "be": "person/be/given"}
_RUSSIAN = str.maketrans({"і": "и", "ї": "и", "є": "е", "ґ": "г", "ў": "в", "'": "ъ"})
_ARTICLES = (("al-", 0.6), ("al ", 1.2), ("el ", 1.8), ("el-", 2.2))
_JOINTS = (("ul", 0.3), ("el", 0.7), ("al", 1.2), (" al-", 0.8), ("ul ", 1.6), (" el ", 2.0), ("ol", 2.4))
_SUN = {"ر": "r", "د": "d", "س": "s", "ش": "s", "ن": "n", "ز": "z", "ص": "s", "ط": "t", "ظ": "z"}
_COMPOUND_HEADS = frozenset(("عبد",))
_ALLAH = (("ullah", 0.2), ("allah", 0.6), ("ulla", 1.5), ("alla", 1.8), ("ellah", 2.2), (" allah", 2.5))
_ARTICLE_WORDS = frozenset(("al", "el", "ul", "as", "ash", "ad", "ar", "az", "an", "at"))


@dataclass(frozen=True, slots=True)
class Variant:
    """One spelling of a name: `cost` in nats (0 is the likeliest), `why` it is one."""

    text: str
    cost: float
    why: str


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of the text: its native form where one is known, and its table row."""

    text: str
    native: str | None = None
    row: Row | None = None
    role: str | None = None


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

    Words stay in the order of the text; the text itself is not among them.

    >>> "Mohammed" in variants("محمد", "person")
    True
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
    reading = explain(text, kind, within=within, order=order, tables=tables)
    cleaned, _ = clean(text)
    language = _language(reading, cleaned)
    words = _words(cleaned, reading, language)
    found: dict[str, Variant] = {}
    for lane, toll, why in _LANES.get(language or "", ()):
        heads = [_choices(word, lane, language == lane, tables or built_in()) for word in words]
        for name, cost in _names(heads, 2 * limit):
            known = found.get(name.lower())
            if known is None or cost + toll < known.cost:
                found[name.lower()] = Variant(name, cost + toll, why or "spelling")
    _add(found, reading.canonical, 0.0, "usual English form")
    found.pop(cleaned.lower(), None)
    least = min((variant.cost for variant in found.values()), default=0.0)
    ranked = sorted(found.values(), key=lambda variant: (variant.cost, variant.text))
    return tuple(Variant(v.text, round(v.cost - least, 3), v.why) for v in ranked[:limit])


def _add(found: dict[str, Variant], text: str, cost: float, why: str) -> None:
    """The canonical form, unless it is there already under another name."""
    if text and script_of(text) == "Latn":
        least = min((variant.cost for variant in found.values()), default=cost)
        found[text.lower()] = Variant(text, min(cost, least), why)


def _language(reading: Reading, text: str) -> str | None:
    """Whose spellings to look for: the origin of the name, else what its script says."""
    if reading.origin in _LANES:
        return reading.origin
    return {"Cyrl": "ru", "Arab": "ar"}.get(script_of(reading.native or text))


def _words(text: str, reading: Reading, language: str | None) -> list[_Word]:
    """The words of a text in their order, each with the native form that the reading found."""
    known: dict[str, _Word] = {}
    for part in (*reading.parts, *(() if reading.parts else (reading,))):
        mine, native = _joined(part.text.split()), (part.native or "").split()
        alone = len(mine) == 1
        for at, word in enumerate(mine):
            found = " ".join(native) if alone else native[at] if len(native) == len(mine) else ""
            known.setdefault(word.lower(), _Word(word, found or None, part.row if alone else None, part.role))
    return [_native(known.get(word.lower(), _Word(word)), word, language) for word in _joined(text.split())]


def _joined(words: list[str]) -> list[str]:
    """Words with a loose article bound to the next: "El Motassadeq" is one."""
    bound: list[str] = []
    for word in words:
        if bound and (bound[-1].lower() in _ARTICLE_WORDS or bound[-1] in _COMPOUND_HEADS):
            bound[-1] += f" {word}"
        else:
            bound.append(word)
    return bound


def _native(word: _Word, text: str, language: str | None) -> _Word:
    """A word with its native form: its own, the reading's, or the one it is heard as."""
    wanted = "Arab" if language == "ar" else "Cyrl"
    if script_of(text) == wanted:
        return _Word(text, text, word.row, word.role)
    if word.native is None and language and word.role not in (None, "title"):
        heard = read(text, "ar" if language == "ar" else "ru", 1)
        if heard and script_of(heard[0].native) == wanted:
            return _Word(text, heard[0].native, word.row, word.role)
    return _Word(text, word.native, word.row, word.role)


def _choices(word: _Word, lane: str, own: bool, tables: Tables) -> list[Spelling]:
    """The spellings of one word, cheapest first."""
    native = word.native if own else _equivalent(word, lane, tables)
    latin = script_of(word.text) == "Latn"
    pair = native.split() if native is not None and lane == "ar" else []
    if len(pair) == 2:
        return _compound(word, pair[0], pair[1])
    if native is None or " " in native.strip():
        return [Spelling(word.text, 0.0)] if latin else _plain(native or word.text, lane)
    article = lane == "ar" and native.startswith("ال") and len(native) > 4
    found = {spelling.text: spelling for spelling in spellings(native, lane, _WORDS_EACH)}
    row = word.row if own else _counterpart(word.row, lane, tables)
    if row is not None:
        _known(found, row, article)
    least = min((spelling.cost for spelling in found.values()), default=0.0)
    if article:
        return _with_articles(word.text if latin else "", found, least)
    if latin and own:
        mine = word.text.lower()
        habits = found[mine].habits if mine in found else ()
        found[mine] = Spelling(mine, least - _KEPT, habits)
    return sorted(found.values(), key=lambda spelling: spelling.cost)[:_WORDS_EACH]


def _compound(word: _Word, head: str, rest: str) -> list[Spelling]:
    """Spellings of a name of two words, joined and parted: Abdulrahman, Abd al-Rahman, Noureddine."""
    heads = spellings(head, "ar", 4)
    found: dict[str, Spelling] = {}
    article = rest.startswith("ال")
    if rest == "الله":
        ends = [Spelling(put, cost) for put, cost in _ALLAH]
    elif article:
        sun = _SUN.get(rest[2:3], "")
        joints = _JOINTS + tuple((put[:-1] + sun, cost + 0.3) for put, cost in _JOINTS[:3] if sun)
        tails = spellings(rest, "ar", 6)
        ends = [Spelling(put + t.text, cost + t.cost, t.habits) for put, cost in joints for t in tails]
    else:
        ends = [Spelling(f" {t.text}", t.cost, t.habits) for t in spellings(rest, "ar", 6)]
    for first in heads:
        for last in ends:
            text = first.text + last.text
            made = Spelling(text, first.cost + last.cost, (*first.habits, *last.habits))
            if text not in found or made.cost < found[text].cost:
                found[text] = made
    least = min(spelling.cost for spelling in found.values())
    if script_of(word.text) == "Latn":
        found[word.text.lower()] = Spelling(word.text.lower(), least - _KEPT)
    return sorted(found.values(), key=lambda spelling: spelling.cost)[:_WORDS_EACH]


def _known(found: dict[str, Spelling], row: Row, article: bool) -> None:
    """The spellings that a row itself has."""
    least = min((spelling.cost for spelling in found.values()), default=0.0)
    for text, extra in ((row.canonical, _ROW), *((also, _ALSO) for also in row.many("also"))):
        text = text.lower().removeprefix("al-") if article else text.lower()
        if script_of(text) == "Latn" and " " not in text:
            cost = min(least + extra, found[text].cost if text in found else least + extra)
            found[text] = Spelling(text, cost, found[text].habits if text in found else ())


def _with_articles(text: str, found: dict[str, Spelling], least: float) -> list[Spelling]:
    """Spellings with their article; the one that the text has comes first."""
    head = next((put for put, _ in _ARTICLES if text.lower().startswith(put)), "")
    rest = text.lower().removeprefix(head) if head else ""
    if rest:
        found[rest] = Spelling(rest, least - _KEPT, found[rest].habits if rest in found else ())
    return sorted(
        (
            Spelling(put + stem.text, stem.cost + (cost if put != head else 0.0), (*stem.habits, ("ال", put)))
            for stem in found.values()
            for put, cost in _ARTICLES
        ),
        key=lambda spelling: spelling.cost,
    )[:_WORDS_EACH]


def _plain(native: str, lane: str) -> list[Spelling]:
    """The best spelling of several native words as one."""
    parts = [spellings(part, lane, 1)[0] for part in native.split() if part]
    return [Spelling(" ".join(part.text for part in parts), sum(part.cost for part in parts))]


def _equivalent(word: _Word, lane: str, tables: Tables) -> str | None:
    """The form of a word in a neighbouring language."""
    if word.native is None:
        return None
    if word.row is not None and word.row.table in _GIVEN.values():
        return _given(word.row, lane, tables) or word.native
    if word.role == "patronymic":
        known = recognise(word.native, tables)
        father = known.father if known else None
        native = _given(father, lane, tables) if father else None
        if native and known:
            return patronymic(native, known.gender, tables=tables)
    return word.native.lower().translate(_RUSSIAN) if lane == "ru" else word.native


def _given(row: Row, lane: str, tables: Tables) -> str | None:
    """The native form of a given name's equivalent in another language."""
    found = _counterpart(row, lane, tables)
    return found.native if found else None


def _counterpart(row: Row | None, lane: str, tables: Tables) -> Row | None:
    """The row of a given name's equivalent in another language."""
    if row is None or row.table not in _GIVEN.values():
        return None
    russian = row.id if row.table == _GIVEN["ru"] else row["equivalent"]
    return _equivalents(lane, tables).get(russian) if russian else None


@lru_cache(maxsize=16)
def _equivalents(lane: str, tables: Tables) -> dict[str, Row]:
    """Given names of one language by the id of their Russian equivalent."""
    rows = tables.rows(_GIVEN[lane])
    found: dict[str, Row] = {}
    for row in rows:
        found.setdefault(row.id if lane == "ru" else row["equivalent"], row)
    return found


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
