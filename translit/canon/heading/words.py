"""The words of a text, and what the tables tell of them: a calling in any case, a given name, a family's."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from translit.lookup import Hit, lexicon_of
from translit.memory import once
from translit.nouns import Row
from translit.patterns import pattern
from translit.person.beside.bodies import may_be_body
from translit.person.beside.calling import callings, links, tail, uprights
from translit.person.names import is_given
from translit.person.patronymic import recognise
from translit.person.slavic.declension import fathered, is_of_given
from translit.person.slavic.worth import UNKNOWN, given_worth
from translit.person.surname import ends
from translit.tables import Tables
from translit.text.article import AL
from translit.text.clean import fold
from translit.text.cyrillic import CONSONANTS
from translit.text.script import script_of
from translit.text.words import is_initial

__all__ = ["NAME", "Called", "Words"]

NAME = 2  # words of a whole name
_ELIDED = ("l'", "l’", "d'", "d’")
_INITIALS = pattern(r"[^\W\d_]|(?:[^\W\d_]\.){1,3}")  # of a person: С, В.С.
_FAMILIES = frozenset(("family", "nisba"))
_NAMES = _FAMILIES | {"given"}
_PARTICLES = frozenset(("particle", "kunya"))
_SHORT = 3  # letters at the start of a word in which a hyphen joins an article or a particle
_LEAST = 4  # letters of a word in small letters that no row has


class Called(NamedTuple):
    """What a row calls somebody: where that `stands`, whether in a case, `bent`; is it a title and a name?"""

    row: Row
    stands: str
    bent: str
    is_name: bool


class Words:
    """The words of a text in their order, and the tables they are looked up in.

    `links` are the words between a calling and what it is of, `longest` is how many words one has at most.
    """

    def __init__(self, words: Sequence[str], tables: Tables) -> None:
        self._words = words
        self.tables = tables
        self.script = script_of("".join(words))
        self.links = links(tables)
        self._known = callings(tables)
        self._lexicon = lexicon_of(tables)
        self.longest = self._known.longest

    def __len__(self) -> int:
        return len(self._words)

    def __getitem__(self, at: int) -> str:
        return self._words[at]

    def said(self, start: int, end: int) -> str:
        """The text from one word to before another."""
        return " ".join(self._words[start:end])

    def called(self, start: int, end: int) -> Called | None:
        """What a row says of some words, in whatever case a Cyrillic calling stands."""
        words = self._words[start:end]
        folded = fold(" ".join(words))
        bare = fold(" ".join(words)[2:]) if words[0][:2] in _ELIDED else folded.removeprefix(AL)
        for spelling in (folded, bare or folded, *self._uprights(start, end), *tail(folded)):
            found = self._known.rows.get(spelling)
            if found:
                bent = spelling if self.script == "Cyrl" and spelling != folded else ""
                is_name = spelling in self._known.names and not bent
                return Called(*found, bent, is_name)
        return None

    def _uprights(self, start: int, end: int) -> list[str]:
        """What a calling in small Cyrillic letters may be in the nominative, or a title that opens a text."""
        first, *rest = self._words[start:end]
        if self.script != "Cyrl" or not (first[0].islower() or (start == 0 and self.is_bent())):
            return []
        more = [fold(word) for word in rest]
        return [" ".join((one, *more)) for one in uprights(fold(first), self.tables)]

    def is_bent(self) -> bool:
        """Do Cyrillic words open with a title in a case, and does a surname follow: Графа Л. Н. Толстого?"""
        title, *name = self._words
        if fold(title) not in self._known.bent or given_worth(title.lower(), "m", self.tables) > UNKNOWN:
            return False
        whole = [word for word in name if not is_initial(word)]
        if len(whole) < NAME and any(hit.role == "surname" for hit in self._titled(title)):
            return False
        if not whole or fathered(whole[-1].lower(), self.tables):
            return False
        if len(whole) >= NAME:
            return True
        return not self.is_given(whole[0]) and not is_of_given(whole[0].lower(), self.tables)

    def _titled(self, title: str) -> list[Hit]:
        """The rows of what a word in a case may be in the nominative."""
        return [hit for one in uprights(fold(title), self.tables) for hit in self._lexicon.written(one)]

    def is_given(self, word: str) -> bool:
        """Is a word a given name that a row writes out?"""
        return self._lexicon.is_given(word)

    def is_known(self, word: str) -> bool:
        """Is a word a name that a row writes out?"""
        return any(hit.role != "title" for hit in self._lexicon.written(word))

    def is_family(self, word: str) -> bool:
        """Is a word a name that a row writes out, with an article or without: Assad?"""
        return self.is_known(word) or self.is_known(f"al-{word}")

    def is_arabs_name(self, word: str) -> bool:
        """Is a word in Arabic letters a name that a row writes out, with its article or not, and no title?"""
        if self.script != "Arab":
            return False
        whole = {hit.role for hit in self._lexicon.written(word)}
        bare = {hit.role for hit in self._lexicon.written(word.removeprefix(AL))}
        if "title" in bare and "given" not in whole:  # الملك
            return False
        return bool(whole - {"title"}) or not _NAMES.isdisjoint(bare)

    def title_of(self, at: int) -> Row | None:
        """The title that an Arabic word with the article is, though a calling as well: الملك, الدكتور."""
        word = self._words[at]
        if self.script != "Arab" or not word.startswith(AL):
            return None
        hits = [hit for form in (word, word.removeprefix(AL)) for hit in self._lexicon.written(form)]
        return next((hit.row for hit in hits if hit.role == "title"), None)

    def ends_in_family(self) -> bool:
        """Is the last of Arabic words one with the article, or a family's name and no given one?"""
        last = self._words[-1]
        roles = {hit.role for hit in self._lexicon.written(last)}
        return last.startswith(AL) or (bool(roles) and roles <= _FAMILIES)

    def lacks_surname(self, start: int) -> bool:
        """Is what is left a given name, alone or with a patronymic? The surname may stand before it."""
        first, *more = self._words[start:]
        if not self.is_given(first):
            return False
        return not more or (len(more) == 1 and recognise(more[0], self.tables) is not None)

    def is_whole(self, start: int) -> bool:
        """Is what is left a given name and a surname, so that the word before is neither?"""
        first, last = self._words[start], self._words[-1]
        return (self.is_given(first) or is_initial(first)) and recognise(last, self.tables) is None

    def are_given(self, start: int) -> bool:
        """Are two words or more left, a given name, as it is heard too, and a surname?"""
        if len(self) - start < NAME or recognise(self._words[-1], self.tables) is not None:
            return False
        first = self._words[start]
        return is_initial(first) or is_given(first, self.tables)

    def are_entered(self, start: int) -> bool:
        """Is a Cyrillic surname left, alone or as registers enter it, before a given name or initials?

        Behind a word that opens the name of a street or a case it is nobody; alone it is a man's.
        """
        if self.script != "Cyrl" or start >= len(self) or may_be_body(" ".join(self._words), self.tables):
            return False
        first, *rest = self._words[start : start + NAME]
        if not first[0].isupper() or not first.lower().endswith(ends("Cyrl", "sure", self.tables)):
            return False
        if not rest:
            return first[-1] in CONSONANTS
        return is_initial(rest[0]) or is_given(rest[0], self.tables)

    def is_genitive(self, at: int) -> bool:
        """Has a word with a capital an ending of the genitive?"""
        word = self._words[at]
        return word[0].isupper() and word.endswith(_genitives(self.tables))

    def are_initials(self, start: int, end: int) -> bool:
        """Are words the initials of a person?"""
        return _INITIALS.fullmatch("".join(self._words[start:end])) is not None

    def may_be_said(self, at: int) -> bool:
        """Is a word in small letters and no particle of a name's, or does it lead to what a calling is of?"""
        word = self._words[at]
        if word in self.links:
            return True
        if not word[0].islower() or "-" in word[:_SHORT] or (word[-1] == "." and is_initial(word)):
            return False
        return all(hit.role not in _PARTICLES for hit in self._lexicon.written(word))

    def is_common(self, word: str) -> bool:
        """Is a word of no table in small letters sooner a noun, having no end of surnames?"""
        if len(word) < _LEAST or not word.islower():
            return False
        if self.script == "Cyrl" and word.endswith(ends("Cyrl", "sure", self.tables)):
            return False
        return not is_given(word, self.tables)


@once
def _genitives(tables: Tables) -> tuple[str, ...]:
    """How a Russian or Ukrainian name may end in the genitive."""
    return tuple([row["end"] for row in tables.rows("spelling/ru/genitive")])
