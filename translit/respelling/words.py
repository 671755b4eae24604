"""The words of a name, each with its native form, and the Latin spellings that each is met in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from translit.nouns import Reading, Row
from translit.patterns import pattern
from translit.person.surname import feminine
from translit.respelling.joints import Joints, Put, joints_of
from translit.respelling.kin import Lane, counterpart, equivalent
from translit.respelling.letters import Spelling, spellings
from translit.romanization import RUSSIAN_PRESS, romanize
from translit.sounds import read
from translit.tables import Tables
from translit.text.article import AL, ALLAH
from translit.text.clean import strip_stress
from translit.text.script import script_of
from translit.text.words import is_initial

__all__ = ["Word", "choices", "words_of"]

_EACH = 12
_KEPT = 0.7
_ROW = 0.8
_ALSO = 2.5
_FIRST = 1.0
_BARE = 1.8
_SUN = {"ر": "r", "د": "d", "س": "s", "ش": "s", "ن": "n", "ز": "z", "ص": "s", "ط": "t", "ظ": "z"}
_MARKS = pattern("[,;:،؛]")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the text: its native form where one is known, and its table row."""

    text: str
    native: str | None = None
    row: Row | None = None
    role: str | None = None

    @property
    def latin(self) -> str:
        """The word in small letters where it is a Latin one."""
        return self.text.lower() if script_of(self.text) == "Latn" else ""


def words_of(text: str, reading: Reading, language: str | None, tables: Tables) -> list[Word]:
    """The words of a text in their order, each with the native form that the reading found."""
    known: dict[str, Word] = {}
    for part in (*reading.parts, *(() if reading.parts else (reading,))):
        mine, native = _joined(part.text.split(), tables), (part.native or "").split()
        alone = len(mine) == 1
        for at, word in enumerate(mine):
            found = " ".join(native) if alone else native[at] if len(native) == len(mine) else ""
            known.setdefault(word.lower(), Word(word, found or None, part.row if alone else None, part.role))
    said = _MARKS.sub(" ", text).split()
    return [_native(known.get(word.lower(), Word(word)), word, language) for word in _joined(said, tables)]


def _joined(words: list[str], tables: Tables) -> list[str]:
    """Words with a loose article, or Abd, bound to the next: "El Motassadeq" is one."""
    bound: list[str] = []
    loose = joints_of(tables).loose
    for word in words:
        if bound and bound[-1].lower() in loose:
            bound[-1] += f" {word}"
        else:
            bound.append(word)
    return bound


def _native(word: Word, text: str, language: str | None) -> Word:
    """A word with its native form: its own, the reading's, or the one it is heard as."""
    wanted = "Arab" if language == "ar" else "Cyrl"
    native = word.native
    if script_of(text) == wanted:
        native = text
    elif native is None and language and word.role not in (None, "title"):
        heard = read(text, "ar" if language == "ar" else "ru", 1)
        native = heard[0].native if heard and script_of(heard[0].native) == wanted else None
    return replace(word, text=text, native=native)


def choices(word: Word, lane: Lane, own: bool, tables: Tables) -> list[Spelling]:
    """The spellings of one word in a language, cheapest first."""
    if is_initial(word.text):
        letter = word.latin or romanize(word.text, RUSSIAN_PRESS, tables=tables).lower()
        return [Spelling(letter.rstrip(".") + ".", 0.0)]
    if word.native is None:
        return [Spelling(word.text, 0.0)] if word.latin else _plain(word.text, lane)
    if not own:
        native = equivalent(word.native, word.row, word.role, lane, tables)
        return _foreign(native, counterpart(word.row, lane, tables), lane, tables)
    pair = word.native.split()
    if len(pair) == 2 and lane.language == "ar":
        return _cheapest(_kept(_compound(joints_of(tables), *pair, joined=word.role is not None), word.latin))
    if len(pair) > 1:
        return [Spelling(word.text, 0.0)] if word.latin else _plain(word.native, lane)
    if word.native == ALLAH:
        return [Spelling(put, cost) for put, cost in joints_of(tables).god_alone]
    article = lane.language == "ar" and word.native.startswith(AL) and len(word.native) > 4
    articles = joints_of(tables).articles if article else ()
    head, rest = _parted(word.latin, articles)
    like = "".join(filter(str.isalpha, rest))
    found = _known(_found(spellings(word.native, lane.language, _EACH, like)), word.row, word.native, article)
    found = _kept(found, rest)
    return _with_articles(found, head, articles, bool(word.latin)) if article else _cheapest(found)


def _found(made: Iterable[Spelling]) -> dict[str, Spelling]:
    """Spellings by their text, each by its cheapest way."""
    found: dict[str, Spelling] = {}
    for spelling in made:
        if spelling.text not in found or spelling.cost < found[spelling.text].cost:
            found[spelling.text] = spelling
    return found


def _cheapest(found: dict[str, Spelling]) -> list[Spelling]:
    return sorted(found.values(), key=lambda spelling: spelling.cost)[:_EACH]


def _least(found: dict[str, Spelling]) -> float:
    return min((spelling.cost for spelling in found.values()), default=0.0)


def _put(found: dict[str, Spelling], text: str, cost: float) -> None:
    """A spelling at no more than a cost."""
    old = found.get(text, Spelling(text, cost))
    found[text] = replace(old, cost=min(old.cost, cost))


def _kept(found: dict[str, Spelling], latin: str) -> dict[str, Spelling]:
    """The spelling that the text has comes first."""
    if latin:
        _put(found, latin, _least(found) - _KEPT)
    return found


def _usual(row: Row, native: str) -> str:
    """The usual form of a row; of a woman's surname where the row is her husband's."""
    plain = strip_stress(row.native)
    return (
        feminine(row.canonical)
        if plain.lower() != native.lower() == feminine(plain).lower()
        else row.canonical
    )


def _known(
    found: dict[str, Spelling], row: Row | None, native: str = "", article: bool = False
) -> dict[str, Spelling]:
    """The spellings that a row itself has."""
    least = _least(found)
    usual = _usual(row, native) if row else ""
    for text, extra in ((usual, _ROW), *((also, _ALSO) for also in row.many("also"))) if row else ():
        text = text.lower().removeprefix("al-") if article else text.lower()
        if script_of(text) == "Latn" and " " not in text:
            _put(found, text, least + extra)
    return found


def _foreign(native: str, row: Row | None, lane: Lane, tables: Tables) -> list[Spelling]:
    """The spellings of a neighbour's form, that of its passports before all others."""
    if " " in native.strip():
        return _plain(native, lane)
    found = _known(_found(spellings(native, lane.language, _EACH)), row, native)
    official = romanize(native, lane.scheme, tables=tables).lower()
    if official.isascii():
        _put(found, official, _least(found) - _FIRST)
    return _cheapest(found)


def _compound(joints: Joints, head: str, rest: str, *, joined: bool) -> dict[str, Spelling]:
    """Spellings of a name of two words, joined and parted: Abdulrahman, Abd al-Rahman, Noureddine.

    A place's are not joined.
    """
    if rest == ALLAH:
        ends = [Spelling(put, cost) for put, cost in joints.god]
    elif rest.startswith(AL):
        between = joints.before(_SUN.get(rest[2:3], ""))
        between = tuple([put for put in between if joined or put[0].startswith(" ")])
        tails = spellings(rest, "ar", 6)
        ends = [Spelling(put + t.text, cost + t.cost, t.habits) for put, cost in between for t in tails]
    else:
        ends = [Spelling(f" {t.text}", t.cost, t.habits) for t in spellings(rest, "ar", 6)]
    heads = spellings(head, "ar", 4)
    return _found(
        Spelling(first.text + last.text, first.cost + last.cost, (*first.habits, *last.habits))
        for first in heads
        for last in ends
    )


def _parted(latin: str, articles: tuple[Put, ...]) -> tuple[str, str]:
    """The article that a Latin word opens with, and the rest."""
    head = next((put for put, _ in articles if latin.startswith(put)), "")
    return head, latin.removeprefix(head)


def _with_articles(
    found: dict[str, Spelling], head: str, articles: tuple[Put, ...], latin: bool
) -> list[Spelling]:
    """Spellings with their article; the one that a Latin text has, or has not, comes first."""
    costs = [(put, 0.0 if latin and put == head else cost) for put, cost in (*articles, ("", _BARE))]
    ways = [(put, cost + _KEPT if cost else cost) for put, cost in costs]
    made = (
        Spelling(put + stem.text, stem.cost + cost, (*stem.habits, (AL, put)))
        for stem in found.values()
        for put, cost in ways
    )
    return sorted(made, key=lambda spelling: spelling.cost)[:_EACH]


def _plain(native: str, lane: Lane) -> list[Spelling]:
    """The best spelling of several native words as one."""
    parts = [(*spellings(part, lane.language, 1), Spelling(part, 0.0))[0] for part in native.split()]
    return [Spelling(" ".join(part.text for part in parts), sum(part.cost for part in parts))]
