"""The titles of an Arabic name, before it or behind, told from the names that they are as well."""

from __future__ import annotations

from translit.nouns import Row
from translit.person.arabic.nouns import Item, is_comma
from translit.person.arabic.words import Vocabulary
from translit.person.beside.letters import is_spelt
from translit.text.clean import joined

__all__ = ["Title", "Titles"]

_LONGEST = 4  # words
_SOFT_TITLES = 2  # units that must follow a title which may be an ism: Sayyid, Sharif, Sultan
_SURELY_ISM = 0.25  # the cost below which a title's word is an ism as well
_GOD = ("الله", "الدين")  # second halves, with which what stands before makes one name: نقيب الله

Title = tuple[Row, int, int]  # a title's row and where it stands in the text


class Titles:
    """Takes the titles off the words of a name, by the words of one set of tables."""

    def __init__(self, words: Vocabulary) -> None:
        self._words = words
        self._particles = words.particles

    def __call__(self, text: str, items: list[Item]) -> tuple[tuple[Title, ...], list[Item]]:
        """Titles before a name and after it (Bey, Pasha)."""
        found: list[Title] = []
        while len(items) > 1 and items[0][0].titled:
            for size in range(min(_LONGEST, len(items) - 1), 0, -1):
                start, end = items[0][1], items[size - 1][2]
                row = self._particles.title(joined(text[start:end]))
                if row and not self._is_name(row, text, items, size):
                    found.append((row, start, end))
                    items = items[size:]
                    break
            else:
                break
        if len(items) > 2 and items[-1][0].titled:
            _, start, end = items[-1]
            row = self._particles.title(joined(text[start:end]))
            article = joined(text[items[-2][1] : items[-2][2]]) in self._particles.articles  # al-Basha
            if row and row["behind"] and not article:
                found.append((row, start, end))
                items = items[:-1]
        return tuple(found), items

    def _is_name(self, row: Row, text: str, items: list[Item], size: int) -> bool:
        """A title that is also an ism is one only before an ism and one word more.

        In Arabic letters it is none without its article: رائد صلاح, الرائد صلاح.
        """
        if is_comma(items[size][0]):
            return True
        said = text[items[0][1] : items[size - 1][2]]
        if not is_spelt(said, row):
            return True
        if size > 1 or (said[0].islower() and text[items[size][1]].isupper()):  # emir Abu Omar
            return False
        rest = [text[start:end] for _, start, end in items[size:]]
        word = self._words.word(said, "")
        ism = word.meant.ism
        soft, article = row["given"] != "", row["article"]
        unsure = ism is None or ism[0] >= _SURELY_ISM or article == "needed"
        if rest[0] in _GOD:
            return True
        if word.article:
            return False
        if word.script == "Arab" and (article == "needed" or not (unsure or soft or article == "free")):
            return True
        if unsure:
            return soft and not said.islower()
        following = self._words.word(rest[0], "")
        names = sum([self._is_whole(joined(other)) for other in rest])
        element = self._particles.element(joined(rest[0]))
        nasab_later = any(self._is_nasab(other) for other in rest[1:-1])
        if names < _SOFT_TITLES or (element and element.role == "nasab") or following.article:
            return True
        rows = following.meant
        named = rows.ism or rows.compound or (element and element.role == "compound")
        return not named or (soft and not nasab_later)

    def _is_whole(self, folded: str) -> bool:
        """Is a word one of a name by itself, neither an article nor the head of a compound?"""
        if folded in self._particles.articles:
            return False
        element = self._particles.element(folded)
        return element is None or element.role != "compound"

    def _is_nasab(self, text: str) -> bool:
        element = self._particles.element(joined(text))
        return element is not None and element.role == "nasab"
