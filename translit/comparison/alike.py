"""How two words relate: by their rows where rows tell, else by how they are written and read (`odds`)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from translit.comparison.initials import fits
from translit.comparison.odds import (
    CERTAIN,
    EVIDENCE,
    FAR,
    HOPELESS,
    NEAR,
    SLIPPED,
    evidence,
    lengths_apart,
    measured,
    shared_of,
    slips,
    unlike,
)
from translit.comparison.words import Word, meant
from translit.nouns import Relation, Row
from translit.place import kinds
from translit.quick import quick
from translit.sounds import laid
from translit.sounds.cognates import likeness
from translit.tables import Tables

__all__ = [
    "NATIVE",
    "READ_AS",
    "REASONS",
    "RELATIONS",
    "SURE",
    "TWO_GENDERS",
    "TWO_INITIALS",
    "Said",
    "cognate",
    "is_in_english",
    "one_generic",
    "read_as",
    "said",
    "two_called",
]

_KNOWN = 4.0  # log-odds that a row gives which both words stand for
NATIVE = 2.5  # log-odds that one reading in the original script gives
_SOUND = 0.3  # log-odds that one phonetic key gives
_CLEARED = 1.0  # log-odds against two words of Arabic places from which one key tells no more
_LIKELY = 0.0  # log-odds from which two words may be spellings of one
_EITHER = 0.53  # of what both words can be, more than which two known names that rows keep apart may be one
SURE = 0.6  # of the shares, what makes a reading sure
_TOLD = 3  # letters of a word of a place that its neighbours may write otherwise, at least
_EXPLAINED = -0.7  # log-odds of two neighbouring tongues from which these explain how letters differ
_ENDED = 2  # letters of an ending, at least
_STEM, _LONGEST = 3, 5  # letters of the stem of two words, at least, and of either's end, at most
_OF_SINGLES = [(name, EVIDENCE.index(name)) for name in ("heard", "other known", "ending", "vowels")]
READ_AS = ("same row", "same form", *(name for name, _ in _OF_SINGLES))  # what `read_as` may tell

RELATIONS: tuple[Relation, ...] = (
    "equal",
    "variant",
    "initial",
    "equivalent",
    "contradicts",
)  # as in _pair.c
REASONS = {  # in the order of _pair.c
    "letters": "the same letters",
    "lengths": "their long vowels differ",
    "initial": "an initial",
    "generics": "generics of one kind",
    "rows": "rows keep them apart",
    "one row": "both are {a.canonical}",
    "kin": "{a.canonical} is {b.canonical}",
    "native": "both read {a.native}",
    "form": "both are {a.canonical}",
    "endings": "surnames of two endings",
    "sound": "one sound, letters {far:.2f} apart",
    "apart": "letters {far:.2f} apart",
    "genders": "one family, a man and a woman of it",
    "families": "two families, both known",
    "cognates": "as two neighbouring tongues write one name",
}


@quick
@dataclass(frozen=True, slots=True, eq=False)
class Said:
    """How two words relate: how far apart, how like, and for which of the `REASONS`."""

    far: float
    like: float
    relation: Relation
    reason: str

    def why(self, a: Word, b: Word) -> str:
        """The reason in words; of two words of one stem that contradict, the two ends as well."""
        told = REASONS[self.reason].format(a=a, b=b, far=self.far)
        parted = self.relation == "contradicts" and self.reason in ("endings", "apart")
        ends = _ends(a.canonical, b.canonical) if parted else ""
        return f"{told}: {ends}" if ends else told


def _ends(one: str, other: str) -> str:
    """The ends of two words that begin alike, "" where they do not.

    >>> _ends("Tsurkanov", "Tsurkanu"), _ends("Bondar", "Bondarev"), _ends("Ivanov", "Petrov")
    ('-ov, -u', 'none, -ev', '')
    """
    stem = 0
    while one[stem : stem + 1] == other[stem : stem + 1] != "":
        stem += 1
    ends = one[stem:], other[stem:]
    if stem < _STEM or max(map(len, ends)) > _LONGEST or not any(ends):
        return ""
    return ", ".join(f"-{end}" if end else "none" for end in ends)


TWO_GENDERS = Said(FAR, -CERTAIN, "contradicts", "genders")
TWO_INITIALS = Said(FAR, -CERTAIN / 2, "contradicts", "initial")  # of a given name and of a patronymic
_ROWS_APART = Said(FAR, -CERTAIN, "contradicts", "rows")


@lru_cache(maxsize=1 << 16)
def said(a: Word, b: Word, language: str, tables: Tables) -> Said:
    """How two words relate, whichever is named first."""
    if a.core == b.core:
        if a.spelt != b.spelt and lengths_apart(a.spelt, b.spelt):
            return Said(FAR, -CERTAIN, "contradicts", "lengths")
        return Said(0.0, CERTAIN, "equal", "letters")
    if a.initial or b.initial:
        fit = fits(a, b, tables)
        relation: Relation = "initial" if fit else "contradicts"
        return Said(0.2 if fit else FAR, 0.0, relation, "initial")
    if one_generic(a, b, tables):
        return Said(0.05, _KNOWN, "equivalent", "generics")
    kin = not a.names.isdisjoint(b.names)
    if not kin and _rows_apart(a, b) and not a.never.isdisjoint(b.forms) and not _is_either(a, b, language):
        return _ROWS_APART
    if not kin and a.usual and b.usual and two_called(a, b):
        return _ROWS_APART
    far, like = measured(a, b, language, tables)
    kindred = a.local and b.local and language == "ru" and (a.key == b.key or not unlike(a, b))
    if kindred := kindred and like < (found := cognate(a.core, b.core, tables)):
        like = found
    one = _one_form(a, b, language)
    hopeless = not one and a.key != b.key and far >= FAR and like <= -CERTAIN
    if not kin and not hopeless and _rows_apart(a, b) and _heard_apart(a, b, language):
        return _ROWS_APART
    if kin:
        if a.row == b.row:
            return Said(min(far, 0.05), max(like, _KNOWN), "variant", "one row")
        return Said(min(far, 0.15), max(like, _KNOWN), "equivalent", "kin")
    if one:
        return Said(min(far, NEAR), max(like, NATIVE), "variant", one)
    if a.ending != b.ending and ((a.ending and b.ending) or _is_stem(a, b) or _is_stem(b, a)):
        return Said(max(far, NEAR), min(like, -_KNOWN), "contradicts", "endings")
    slipped = like <= -SLIPPED and a.own and b.own
    slipped = slipped or (like <= -_CLEARED and language == "ar" and a.local and b.local)
    if a.key == b.key and a.key and not slipped and not (a.row and b.row):
        return Said(far, max(like, _SOUND), "variant", "sound")
    if like < _LIKELY:
        return Said(far, like, "contradicts", "apart")
    return Said(far, like, "variant", "cognates" if kindred else "apart")


def _is_stem(one: Word, two: Word) -> bool:
    """True where the second of two surnames sounds as the first with an ending: Бондар and Бондараў."""
    longer = len(two.native) - len(one.native) >= _ENDED  # Цуркану is no stem of Цурканов
    return longer and bool(one.key and two.ending) and two.key == one.key + two.ending


def one_generic(a: Word, b: Word, tables: Tables) -> bool:
    """True for two generics of one usual form, one rank of the state, one kind of thing or one quality.

    Oblast is governorate, Jabal Mount, Sharqi East and Восточная.
    """
    if a.row is None or b.row is None or not a.row.table == b.row.table == "place/generic":
        return False
    return a.canonical == b.canonical or _kind(a.row, tables) == _kind(b.row, tables) != ""


def _kind(row: Row, tables: Tables) -> str:
    """What a generic says, whatever its language; "" where others of its kind may say more."""
    said = row["feature"]
    if row["position"] == "part" and said not in kinds.qualities(tables):
        return ""
    return kinds.alike(tables).get(said, "")


def _one_form(a: Word, b: Word, language: str) -> str:
    """The reason for which two words are read as one, "" where they are not."""
    if a.native and a.native == b.native:
        return "native"
    told = not (a.own and b.own) or not (a.native or b.native)  # two in their own script are as they stand
    if told and is_in_english(a, b) and language != "other":
        return "form"
    return ""


def is_in_english(a: Word, b: Word) -> bool:
    """Have two words one English form, or is one spelt as the other's is?"""
    spelt = (not a.own and a.core in b.forms) or (not b.own and b.core in a.forms)
    return a.canonical == b.canonical or spelt


def _rows_apart(a: Word, b: Word) -> bool:
    """True where rows may say that two names are two, however either is spelt.

    Unvowelled Arabic is not kept apart from a name that is written with the same letters.
    """
    return bool(a.never or b.never) and not ((a.own or b.own) and a.native == b.native)


def _is_either(a: Word, b: Word, language: str) -> bool:
    """May a spelling of an Arabic name be read as the other of two that rows keep apart: Salim, سالم?"""
    if language != "ar" or a.own == b.own or a.native == b.native:
        return False
    return shared_of(meant(a.spelt, "ar"), meant(b.spelt, "ar")) > _EITHER


def two_called(a: Word, b: Word) -> bool:
    """True for two given names that one table has just so, more than a spelling apart: Марина, Карина.

    A short form may be a name of its own: Лина is Галина's and Лина's.
    """
    if not a.called or a.called != b.called or a.native == b.native:
        return False
    return slips(a.native, b.native) > 0.0


def _heard_apart(a: Word, b: Word, language: str) -> bool:
    """True where a word that no row knows is surely heard as one that rows keep apart from the other."""
    if language == "other":
        return False
    for known, unknown in ((a, b), (b, a)):
        if known.never and not unknown.row:
            found = meant(unknown.spelt, language)
            if found.best in known.never and found.forms[found.best] > SURE:
                return True
    return False


@lru_cache(maxsize=1 << 16)
def read_as(a: Word, b: Word, language: str) -> Mapping[str, float]:
    """What two single words are read as, for the weights of such: the evidence that tells there, by its name.

    In `said` a row, one native form or one sound makes two words alike whatever speaks against it; where no
    other word of a name speaks, both sides must be heard. Nothing of letters that leave no hope, or of two
    names that rows keep apart.
    """
    one, two = (a, b) if a.core < b.core else (b, a)
    if one.core == two.core or one.initial or two.initial or (one.own and two.own):
        return {}
    kin = not one.names.isdisjoint(two.names)
    told = not kin and _rows_apart(one, two)
    if told and (not one.never.isdisjoint(two.forms) or _heard_apart(one, two, language)):
        return {}
    found: dict[str, float] = {"same row": 1.0} if kin else {}
    if one.native and one.native == two.native:
        found["same form"] = 1.0
    alike = one.key == two.key
    if alike or not (unlike(one, two) or laid(one.symbols, two.symbols, alike, language)[0] > HOPELESS):
        heard = evidence(one, two, 0.0, language)
        found |= {name: heard[at] for name, at in _OF_SINGLES}
    if kin:
        found.pop("vowels", None)  # a row has its spellings, whatever their vowels
    return found


def cognate(one: str, two: str, tables: Tables) -> float:
    """The log-odds that two words of places are one name in two tongues: Hlyboke, Глубокое.

    A word of few letters tells nothing, nor do letters that no rule explains: a place may have two names.
    """
    if min(len(one), len(two)) < _TOLD:
        return -CERTAIN
    found = likeness(one, two, tables)
    return min(CERTAIN, found) if found >= _EXPLAINED else -CERTAIN
