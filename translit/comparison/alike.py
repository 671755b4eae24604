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
    LEAST,
    NEAR,
    SLIPPED,
    evidence,
    lengths_apart,
    measured,
    shared_of,
    slips,
    unlike,
)
from translit.comparison.words import Meant, Word, keyed, meant
from translit.nouns import Relation, Row
from translit.person.surname import family as family_of
from translit.place import kinds
from translit.quick import quick
from translit.sounds import laid
from translit.sounds.cognates import likeness
from translit.tables import Tables

__all__ = [
    "LEAST_BOUND",
    "READ_AS",
    "REASONS",
    "RELATIONS",
    "STRANGERS",
    "TWO_FAMILIES",
    "TWO_GENDERS",
    "TWO_INITIALS",
    "Said",
    "are_unread",
    "cognate",
    "man_and_woman",
    "men",
    "most",
    "one_generic",
    "read_as",
    "said",
    "two_called",
    "two_families",
    "two_known",
]

_KNOWN = 4.0  # log-odds that a row gives which both words stand for
_NATIVE = 2.5  # log-odds that one reading in the original script gives
_SOUND = 0.3  # log-odds that one phonetic key gives
_CLEARED = 1.0  # log-odds against two words of Arabic places from which one key tells no more
_LIKELY = 0.0  # log-odds from which two words may be spellings of one
_DOUBTFUL = 0.5  # log-odds below which letters alone never make two names surely one
_TELLING = {"ru": 0.0, "ar": 1.3}  # log-odds from which letters alone are right nine times in ten
LEAST_BOUND = 0.85  # the most that two names score of which letters are right less often
STRANGERS = 0.49  # and those of which one word is clearly another's
_BY_LETTERS = 0.89  # and those of which they are
_EITHER = 0.53  # … more than which two known names that rows keep apart may be one
_HALF = 0.5  # of what both words can be, less than which two known names are surely not one
_LITTLE = 0.2  # and less than which two rows of Arabs are not even probably one: Jaber, Jabbar
_SURE = 0.6  # of the shares, what makes a reading sure
_TOLD = 3  # letters of a word of a place that its neighbours may write otherwise, at least
_EXPLAINED = -0.7  # log-odds of two neighbouring tongues from which these explain how letters differ
_ENDED = 2  # letters of an ending, at least
_ARABIC = "\u0600"  # before which no Arabic letter stands
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
        """The reason in words."""
        return REASONS[self.reason].format(a=a, b=b, far=self.far)


TWO_GENDERS = Said(FAR, -CERTAIN, "contradicts", "genders")
TWO_INITIALS = Said(FAR, -CERTAIN / 2, "contradicts", "initial")  # of a given name and of a patronymic
_ROWS_APART = Said(FAR, -CERTAIN, "contradicts", "rows")
TWO_FAMILIES = Said(FAR, -CERTAIN / 2, "contradicts", "families")


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
        return Said(min(far, NEAR), max(like, _NATIVE), "variant", one)
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
    if a.canonical == b.canonical and not a.native and not b.native and language != "other":
        return "form"
    return ""


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
            if found.best in known.never and found.forms[found.best] > _SURE:
                return True
    return False


def most(a: Word, b: Word, found: Said, language: str) -> float:
    """The most that two names score by these two of their spellings: less than one where letters alone speak.

    Then none is read as the other, or each is a known name: Kournikova and Kurnakova, Salem and Salemi
    sound alike, and yet nobody writes one for the other. Among Arabs more often than among Russians a
    name of about the same letters is another, and two names that both have rows are never surely one, nor
    even probably where their consonants are others. Beside a Russian word in its own script one that is
    hardly read as that is not surely it: Паркин, Garkin; nor is beside a known Arabic one another that is
    less than half read as that: جابر, Jabr.
    """
    if found.relation != "variant" or language == "other":
        return 1.0
    if a.own or b.own:
        return LEAST_BOUND if _is_unread(a, b, found, language) else 1.0
    rows = language == "ar" and _two_rows(a, b)
    if found.like >= _NATIVE:
        return LEAST_BOUND if rows else 1.0
    one, two = meant(a.spelt, language), meant(b.spelt, language)
    shared = shared_of(one, two)
    if one.known and two.known and one.best != two.best and shared < _HALF:
        return STRANGERS if rows and (shared < _LITTLE or are_other_rows(a, b, one, two)) else LEAST_BOUND
    if rows:
        return STRANGERS if are_other_rows(a, b, one, two) else LEAST_BOUND
    if found.like < _DOUBTFUL or shared < LEAST:
        return _BY_LETTERS if found.like >= _TELLING[language] else LEAST_BOUND
    return 1.0


def _is_unread(a: Word, b: Word, found: Said, language: str) -> bool:
    """Is one of two words hardly read as the other, in its own script, or two Arabic rows half as much?

    Two that rows keep apart are never surely one, though either may be read so.
    """
    if language == "ar" and _two_rows(a, b):
        unread = shared_of(meant(a.spelt, "ar"), meant(b.spelt, "ar")) < _HALF
        return unread or not a.never.isdisjoint(b.forms)
    if language == "ar":
        return False
    if (a.own and b.own) or found.like >= _DOUBTFUL:
        return False
    return shared_of(meant(a.spelt, "ru"), meant(b.spelt, "ru")) < LEAST


def _two_rows(a: Word, b: Word) -> bool:
    """True for two words that rows know as two Arabic names."""
    if a.row is None or b.row is None or a.native == b.native:
        return False
    return a.native[:1] > _ARABIC and b.native[:1] > _ARABIC


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


@lru_cache(maxsize=1 << 16)
def man_and_woman(a: Word, b: Word) -> bool:
    """True for the two forms of one family's surname: Ivanov and Ivanova."""
    one, two = men(a.core), men(b.core)
    return one[0] != two[0] and one[1] == two[1]


def men(core: str) -> tuple[bool, str]:
    """Whether a surname is as the men of its family bear it, and the key of that form."""
    form = family_of(core)
    return form == core, keyed(form, "ru")


def two_families(a: Word, b: Word, found: Said, language: str) -> bool:
    """True for two known names, none of which can be read as the other: Basayev and Basov, Majali and Bajili.

    Two words as their own script writes them are read as nothing else, however near: Курникова and Курнакова.
    """
    doubtful = found.relation == "variant" or (found.reason == "apart" and found.like > TWO_FAMILIES.like)
    if not doubtful or not two_known(a, b, language):
        return False
    if a.own and b.own:
        return True
    sure = found.far >= NEAR or (_surely(meant(a.spelt, language)) and _surely(meant(b.spelt, language)))
    return language == "ru" and sure


def two_known(a: Word, b: Word, language: str) -> bool:
    """True for two known names of which neither can be read as the other.

    Of Arabic ones also for two rows of other consonants, neither of which the other word can be read as,
    whatever else both may be: Hafid (حفيظ), Hamid (حميد).
    """
    if a.native == b.native:
        return False
    one, two = meant(a.spelt, language), meant(b.spelt, language)
    if one.known and two.known and one.forms.keys().isdisjoint(two.forms):
        return True
    return language == "ar" and are_other_rows(a, b, one, two)


def are_other_rows(a: Word, b: Word, one: Meant, two: Meant) -> bool:
    """Do rows know two Arabic words as names of other consonants, neither read as the other?"""
    if not _two_rows(a, b):
        return False
    if not (one.forms.keys().isdisjoint(b.forms) and two.forms.keys().isdisjoint(a.forms)):
        return False
    return slips(a.native, b.native) > 0.0


def are_unread(a: Word, b: Word) -> bool:
    """Is neither of two Arabic words read as the other, nor of the same consonants: Rouhani, Rabbani?"""
    if not meant(a.spelt, "ar").forms.keys().isdisjoint(meant(b.spelt, "ar").forms):
        return False
    return slips(a.native, b.native) > 0.0


def _surely(one: Meant) -> bool:
    """True for a word with one reading that leaves the others far behind."""
    return one.forms[one.best] > _SURE
