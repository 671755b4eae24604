"""Two Slavs with most of their names in common who may yet be two: by a father, an own name, a family."""

from __future__ import annotations

import re

from translit.comparison.bounds import LEAST_BOUND, STRANGERS
from translit.comparison.families import two_known
from translit.comparison.judge import Laid
from translit.comparison.lineage import TOLD_NOTHING, Lineage
from translit.comparison.odds import CERTAIN, LEAST, eased, shared_of, slips
from translit.comparison.pairing import Pair
from translit.comparison.rows import known_as
from translit.comparison.words import Token, meant
from translit.languages import slavic
from translit.nouns import Reading, Row
from translit.person.patronymic import in_russian, recognise
from translit.tables import Tables
from translit.text.script import script_of

__all__ = ["may_be_strangers", "strangers"]

_OWN = {"patronymic": "children of two fathers", "given": "two own names"}
_FAMILY, _FATHERS = "surname", "patronymic"
_UNTOLD = {_FAMILY, None}  # another people's word beside a surname
_OTHER = "each is read as another family"
_KAZAKH = "q"
_HUSHED = re.compile("([жчшщ])о")  # Горбачов is Serbian for Горбачёв
_GLIDE = re.compile("(?<=[аеоуэюя])й(?=[бвгджзклмнпрстфхцчшщ])")  # which is heard: Гройсман, Гросман
_FEW = 2  # parts: with more of them that agree, one may differ by its letters
_FAR = 0.8  # nats per letter beyond which two surnames of one key are no misprint of each other
_SURE = 0.85  # of what a word can be, its best reading's share that leaves nothing to hear in it
_LIKELY = 0.7  # and that which is likely its writer's
_READ = 0.9  # how sure a reading is that leaves no other beside it
_HALF, _QUARTER = 0.5, 0.25  # of what both can be, less than which they are sooner two; where one is Cyrillic


def may_be_strangers(a: Reading, b: Reading, tables: Tables) -> bool:
    """Are two names others in Cyrillic, and of peoples whose surnames are read as Russian ones are?

    Arabic letters leave vowels out, and tell too little.
    """
    if a.native == b.native or not {a.origin, b.origin}.issubset((*slavic(tables), None)):
        return False
    return "Arab" not in (script_of(a.text), script_of(b.text))


def strangers(laid: Laid, one_tongue: bool, tables: Tables) -> Lineage:
    """The most that two Slavs' names score whose letters make them one, and why.

    A name in a neighbour's language has other letters: but for one tongue letters tell only where few agree.

    >>> from translit import compare
    >>> compare("Ivanov Sergey Petrovich", "Ivanov Sergey Pavlovich", "person").verdict
    'different'
    >>> compare("Anna Bardina", "Anna Bordina", "person").verdict
    'probable'
    """
    told = TOLD_NOTHING
    for pair in laid.pairs:
        role = pair.left.part.role
        if role != pair.right.part.role:
            native = pair.left.word.own or pair.right.word.own  # Быкаў is Bykov, Хольстеин Holstein
            if native or not one_tongue or {role, pair.right.part.role} != _UNTOLD:
                continue
            role = _FAMILY
        if pair.said.relation == "contradicts":
            if one_tongue and role in _OWN and _are_two(pair, tables):
                return Lineage(STRANGERS, _OWN[role])
        elif pair.said.relation == "variant" and role == _FATHERS and _are_kept_apart(pair, tables):
            return Lineage(STRANGERS, _OWN[role])
        elif pair.said.relation == "variant" and role == _FAMILY and len(laid.pairs) <= _FEW:
            told = min(told, _families(pair, one_tongue))
    return told


def _are_two(pair: Pair, tables: Tables) -> bool:
    """Are two given names, or two fathers, both of the tables? Вадимирович is a misprint of Владимирович."""
    a, b = pair.left.part, pair.right.part
    if not (_is_row(a, tables) and _is_row(b, tables)):
        return False
    if a.role == _FATHERS and in_russian(a.native or "", tables) and in_russian(b.native or "", tables):
        one, two = _father(a, tables), _father(b, tables)  # whose words no table knows with oglu
        return bool(one and two) and known_as(one, tables).names.isdisjoint(known_as(two, tables).names)
    return two_known(pair.left.word, pair.right.word, "ru")


def _is_row(part: Reading, tables: Tables) -> bool:
    """Has a row a given name, or the father of a patronymic?"""
    if part.role == "given":
        return part.row is not None
    return _father(part, tables) is not None


def _father(part: Reading, tables: Tables) -> Row | None:
    """The row of the father's name that a patronymic is of, in Turkic form as well: Рауф оглы."""
    native = part.native or part.text
    found = recognise(in_russian(native, tables) or native, tables)
    return found.father if found else None


def _are_kept_apart(pair: Pair, tables: Tables) -> bool:
    """Are two patronymics of one sound those of two names that are never one: Hasan oglu, Huseyn oglu?"""
    one, two = _father(pair.left.part, tables), _father(pair.right.part, tables)
    if one is None or two is None or one == two:
        return False
    return not known_as(one, tables).never.isdisjoint(known_as(two, tables).forms)


def _families(pair: Pair, one_tongue: bool) -> Lineage:
    """What two surnames say of about one sound, each of which is read as what the other hardly can be.

    Far apart in letters they are two (Abdullaev, Abdulov), else seldom one (Bardin, Bordin). A soft sign or a
    double letter more makes no other family, nor does what both are in English.
    """
    if pair.said.reason == "form" or _are_said_so(_native(pair.left), _native(pair.right)):
        return TOLD_NOTHING
    one, two = meant(pair.left.word.spelt, "ru"), meant(pair.right.word.spelt, "ru")
    if _KAZAKH in pair.left.word.core or _KAZAKH in pair.right.word.core:  # whose letters tell little
        return TOLD_NOTHING
    sure, shared = min(one.forms[one.best], two.forms[two.best]), shared_of(one, two)
    alike = _are_said_so(one.best, two.best)
    far = pair.said.far >= _FAR if one_tongue else slips(one.best, two.best) >= CERTAIN
    if far and not alike and shared < LEAST and sure > _SURE:
        return Lineage(STRANGERS, "two families")
    own = pair.left.word.own or pair.right.word.own
    read = not own and min(pair.left.part.confidence, pair.right.part.confidence) >= _READ
    heard = not alike and shared < (_QUARTER if own else _HALF) and sure > _LIKELY
    return Lineage(LEAST_BOUND, _OTHER) if one_tongue and (read or heard) else TOLD_NOTHING


def _are_said_so(one: str, two: str) -> bool:
    """Are two surnames one but for what their letters leave open?"""
    return one == two or _said(one) == _said(two)


def _said(word: str) -> str:
    """A surname without what its spelling leaves open, nor what neighbours have no letter for: Кадиров."""
    return _HUSHED.sub(r"\1е", _GLIDE.sub("и", eased(word).replace("ы", "и")).replace("й", ""))


def _native(token: Token) -> str:
    """What a word is in Cyrillic beside the others of its name."""
    native = token.part.native or meant(token.word.spelt, "ru").best
    return native.lower().rpartition(" ")[2]  # without a noble's фон
