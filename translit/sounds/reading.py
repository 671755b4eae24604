"""Reading a spelling back: the likeliest words of the original script, with their shares."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import NamedTuple

from translit.memory import remembered
from translit.quick import maker, quick
from translit.sounds import loops
from translit.sounds.known import SCRIPT
from translit.sounds.letters import (
    article_parted,
    ends_in_ayn,
    native_letters,
    said_once,
    singled,
    spelling_letters,
    unparted,
)
from translit.sounds.searching import Room, reader
from translit.tables import Tables, built_in
from translit.text.article import AL
from translit.text.clean import fold, strip_harakat
from translit.text.script import script_of

__all__ = ["Heard", "articleless", "best", "cost", "every", "forms", "plain_shares", "read"]


@quick
@dataclass(frozen=True, slots=True)
class Heard:
    """One original-script form a spelling can stand for: `share` is its posterior probability."""

    native: str
    share: float


_heard = maker(Heard)

_DOUBLED = "iyy"
_WITHIN = str.maketrans("éá", "ea")  # what acutes within a word of Arabs are
_LEAST = 0.001
_UNSEEN = 0.035  # of the shares, what a first look leaves to words it did not come to
_WITH_ARTICLE = 0.3  # of a family that writes the article, where the spelling has none

_Share = tuple[str, float]


@remembered(1 << 15)
def _all(word: str, language: str, tables: Tables | None) -> tuple[_Share, ...]:
    """Every form of a word that a full look finds, with its share, best first."""
    room = reader(language, tables)
    if script_of(word) == SCRIPT[language]:
        return _own(word, room)
    return _told_forms(_listened(word.lower(), language, True, tables), language, room)


@remembered(1 << 15)
def _read(word: str, language: str, tables: Tables | None) -> tuple[_Share, ...]:
    """Every form of a word with its share, best first; plain pairs, since there are many."""
    room = reader(language, tables)
    if script_of(word) == SCRIPT[language]:
        return _own(word, room)
    return _told_forms(_listened(word.lower(), language, False, tables), language, room)


def _told_forms(told: _Told, language: str, room: Room) -> tuple[_Share, ...]:
    """The plain readings in full spellings, best first."""
    if language == "ru" and room.known.keys().isdisjoint(map(_native, told.plain)):
        return told.plain  # each stands as it is spelt
    found = _spread(told.plain, told.spelling, told.article, room)
    found.sort(key=_share, reverse=True)
    return tuple(found)


_native, _share = itemgetter(0), itemgetter(1)


@remembered(1 << 15)
def _first(word: str, language: str, tables: Tables | None) -> tuple[Heard, ...]:
    """The first of all forms of a word, the others not spelt out; nothing where there is none."""
    if script_of(word) == SCRIPT[language]:
        return tuple([_heard(*one) for one in _read(word, language, tables)[:1]])
    room = reader(language, tables)
    told = _listened(word.lower(), language, False, tables)
    first: _Share | None = None
    for plain in told.plain:
        if first is not None and first[1] >= plain[1]:
            break
        for one in _spread((plain,), told.spelling, told.article, room):
            if first is None or one[1] > first[1]:
                first = one
    return (_heard(*first),) if first else ()


class _Told(NamedTuple):
    """The plain readings of a spelling with their shares, and whether the word had an article before it."""

    plain: tuple[_Share, ...]
    spelling: str
    article: bool


@remembered(1 << 12)
def _listened(word: str, language: str, full: bool, tables: Tables | None) -> _Told:
    """The plain readings of a word of another script in small letters, best first.

    Remembered a while, since a word that was read is soon laid beside another name's.
    """
    room = reader(language, tables)
    spelling, article = _spelling(word, language)
    if language == "ru" and script_of(word) == "Arab":  # which tells few vowels: search widely
        costs, quick = room.looked(spelling, full=True)
    else:
        costs, quick = (room.costs(spelling), False) if full else room.looked(spelling)
    if not costs:
        return _Told((), spelling, article)
    plain = loops.shares(costs, room.setting.warmth, _LEAST, 1 + _UNSEEN * quick)
    return _Told(plain, spelling, article)


def _spelling(word: str, language: str) -> tuple[str, bool]:
    """A word in small letters as it is read back, and whether it had an article before it."""
    bare = article_parted("", word)[1] if language == "ar" and not word.isalpha() else word
    article = bare != word
    if language == "ar":
        bare = unparted(bare)
    spelling = spelling_letters(bare)
    if language == "ar" and ends_in_ayn(bare):
        spelling += "'"
    if language == "ar" and _DOUBLED in spelling:
        spelling = spelling.replace(_DOUBLED, _DOUBLED[:-1])  # Hamidiyya: the y of a nisba is one letter
    if language == "ar" and not spelling.isascii():
        within = spelling[:-1].translate(_WITHIN)  # Zéroual, Benkirán; at the end they are a ة and a ى
        spelling = singled(within + spelling[-1])
    if language == "ar" and (spelling.count("h") > 1 or "'" in spelling):
        spelling = said_once(spelling)
    return spelling, article


def cost(word: str, language: str, *, tables: Tables | None = None) -> float | None:
    """What the best reading of a word of another script costs, in nats; None where there is none.

    That is how unlikely its letters are in a name of the language, and their spelling; known names cost less.

    >>> (cost("Naoumoff", "ru") or 0) < (cost("Naoumoff", "ar") or 0)
    True
    """
    found, _ = reader(language, tables or built_in()).looked(_spelling(word.lower(), language)[0])
    return found[0][0] if found else None


def plain_shares(word: str, language: str, *, tables: Tables | None = None) -> dict[str, float]:
    """The plain letters of what `read` gives, an article left out, with the shares of all that has them.

    >>> max(plain_shares("al-Fatima", "ar").items(), key=lambda item: item[1])[0]
    'فاطمه'
    """
    tables = tables or built_in()
    room = reader(language, tables)
    found: dict[str, float] = {}
    if script_of(word) == SCRIPT[language]:
        for one in _read(word, language, tables):
            plain = articleless(native_letters(one[0], language), language)
            found[plain] = found.get(plain, 0.0) + one[1]
        return found
    told = _listened(word.lower(), language, False, tables)
    if not told.article:
        found = dict(told.plain)
        definite = language == "ar" and AL[0] in {form[:1] for form in found}  # one may have the article
        if room.manifold.isdisjoint(found) and not definite:
            return found
        found = {}
    known = room.known
    for plain, share in told.plain:
        if plain in known:  # its full spellings may have an article of their own
            for one in _spread([(plain, share)], told.spelling, told.article, room):
                full = articleless(native_letters(one[0], language), language)
                found[full] = found.get(full, 0.0) + one[1]
            continue
        whole = AL + plain.removeprefix(AL) if told.article else plain
        bare = articleless(whole, language)
        found[bare] = found.get(bare, 0.0) + share
    return found


def articleless(plain: str, language: str) -> str:
    """Plain letters without the article of Arabic.

    >>> articleless("الحميد", "ar"), articleless("الي", "ar")
    ('حميد', 'الي')
    """
    return plain[2:] if language == "ar" and plain.startswith(AL) and len(plain) > 4 else plain


def _spread(plain: Iterable[_Share], spelling: str, article: bool, room: Room) -> list[_Share]:
    """Each plain reading in its full spellings, the article put back where the word had it."""
    found: list[_Share] = []
    for one in plain:
        forms = room.full(one[0], spelling)
        if len(forms) == 1 and not article and not forms[0].startswith(AL):
            found.append(one if forms[0] is one[0] else (forms[0], one[1]))
        else:
            found += _parted(one[1], forms, article)
    return found


def _parted(share: float, forms: Sequence[str], article: bool) -> list[_Share]:
    """The share of a reading parted among its full spellings, the article put back where the word had it."""
    if article:
        forms = list(dict.fromkeys(AL + form.removeprefix(AL) for form in forms))
    parts = [_WITH_ARTICLE if form.startswith(AL) else 1.0 for form in forms]
    whole = sum(parts)
    return [(form, share * part / whole) for form, part in zip(forms, parts, strict=True)]


def _own(word: str, room: Room) -> tuple[_Share, ...]:
    """A word that is in its own script already: its full spelling, where the tables know it."""
    if room.language == "ar":
        word = strip_harakat(word)
        article = word.startswith(AL) and len(word) > 4
        bare = word[2:] if article else word
        forms = [form for form in room.full(fold(bare), "") if fold(form) == fold(bare)] or [bare]
        return tuple((AL * article + form, 1 / len(forms)) for form in forms)
    plain = native_letters(word, room.language)
    forms = list(room.full(plain, "")) if "ё" not in word.lower() else [word.lower()]
    return tuple((form, 1 / len(forms)) for form in forms)


def read(word: str, language: str, limit: int = 8, *, tables: Tables | None = None) -> tuple[Heard, ...]:
    """The likeliest Cyrillic ("ru") or Arabic ("ar") forms of one word in any script, best first.

    Small letters, without vowel marks; the shares are posterior probabilities. Hamza, ta marbuta
    and ё stand where a table knows them; `tables` may have a user's own rows, whose names are known then too.

    >>> read("Zabolotny", "ru", 1)[0].native, read("Muhammad", "ar", 1)[0].native
    ('заболотный', 'محمد')
    """
    tables = tables or built_in()
    if limit == 1:
        return _first(word, language, tables)
    return tuple([_heard(native, share) for native, share in _all(word, language, tables)[:limit]])


def every(word: str, language: str, limit: int = 8, *, tables: Tables | None = None) -> tuple[_Share, ...]:
    """What `read` gives, as plain pairs of a form and its share.

    >>> [native for native, _ in every("Peskow", "ru", 2)]
    ['песков', 'пешков']
    """
    return _all(word, language, tables or built_in())[:limit]


def forms(word: str, language: str, limit: int = 8, *, tables: Tables | None = None) -> tuple[_Share, ...]:
    """The likeliest forms of a word, as pairs of a form and its share; others where no name leads by far.

    >>> forms("Zabolotny", "ru", 1)[0][0]
    'заболотный'
    """
    return _read(word, language, tables or built_in())[:limit]


def best(word: str, language: str, *, tables: Tables | None = None) -> str | None:
    """The likeliest form of a word alone, the first of `read`; None where nothing can be heard.

    >>> best("Shcherbakov", "ru"), best("習", "ru")
    ('щербаков', None)
    """
    first = _first(word, language, tables or built_in())
    return first[0].native if first else None
