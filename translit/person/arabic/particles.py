"""What stands between and in Arabic names without being one: articles, particles, second halves, titles."""

from __future__ import annotations

from dataclasses import dataclass

from translit.memory import lasting
from translit.nouns import Row
from translit.person.arabic.letters import AL, bare, sound, unarticled
from translit.tables import Tables
from translit.text.clean import fold, joined
from translit.text.script import ARABIC, script_of

__all__ = ["OPENS", "Element", "Particles", "ending_plain", "heads", "tails"]

_TABLE = "person/ar/particle"
OPENS = 3  # letters of a word by which the particles that may open it are found


@dataclass(frozen=True, slots=True, eq=False)
class Element:
    """A particle that a word may be: its row, its role, whether its spelling holds the article."""

    row: Row
    role: str
    name: str
    article: bool

    def spelt(self, folded: str) -> str:
        """The particle in its usual form, in the script of a word."""
        return fold(self.row.native if folded[-1:] > ARABIC else self.row.canonical)


class Particles:
    """The particles and titles of one set of tables, by their joined spellings.

    `elements` are particles by themselves, `openers` those that may open a word, by its first letters, the
    longest first; `articles` are the article's spellings with the last letter of each; `endings` are second
    halves of compounds (al-Din), `closers` the same by the last two letters of a word, `linked` those written
    in one with an article (ud-Din as "uddin"); `begun` is whatever a title begins with.
    """

    def __init__(self, tables: Tables) -> None:
        self.elements: dict[str, list[Element]] = {}
        self.articles: dict[str, str] = {}
        closing: list[tuple[str, Row]] = []
        for row in tables.rows(_TABLE):
            for spelling in {row.native, row.canonical, *row.many("also")}:
                self._learn(row, joined(spelling), closing)
        self.endings = {bare(ending): row for ending, row in reversed(closing)}
        self.linked = {
            article + ending: row
            for ending, row in closing
            for article, last in self.articles.items()
            if last in "lль" or (last == ending[0] and len(article) == 2)
        }
        self.closers: dict[str, list[tuple[str, Row]]] = {}
        for ending, row in sorted(closing, key=lambda one: -len(one[0])):
            self.closers.setdefault(ending[-2:], []).append((ending, row))
        self.openers: dict[str, list[tuple[str, Element]]] = {}
        opening = [(folded, one) for folded, found in self.elements.items() for one in found]
        for folded, one in sorted(opening, key=lambda opener: -len(opener[0])):
            if (one.role == "compound" or one.name == "abu") and len(folded) > 2:
                self.openers.setdefault(folded[:OPENS], []).append((folded, one))
        self.titles: dict[str, Row] = {}
        for row in tables.rows("person/title"):
            cells = (row.many(column) for column in ("also", "cyrillic", "arabic"))
            for spelling in (row.native, row.canonical, *(one for cell in cells for one in cell)):
                self.titles.setdefault(joined(spelling), row)
        self.begun = {title[:size] for title in self.titles for size in range(len(title) + 1)}

    def _learn(self, row: Row, folded: str, closing: list[tuple[str, Row]]) -> None:
        """One spelling of a row."""
        role = row["role"]
        if role == "article":
            self.articles[folded] = folded[-1:]
        elif role == "ending":
            closing.append((folded, row))
        elif row.id != "al-house":
            holds = (role == "compound" and not _same_bare(folded, row)) or (
                role == "kunya" and folded.endswith(("l", "л", "ль")) and len(folded) > 2
            )
            element = Element(row, role, row["of"] or row.id, holds)
            self.elements.setdefault(folded, []).append(element)

    def element(self, folded: str) -> Element | None:
        """The particle that a folded word may be."""
        found = self.elements.get(folded)
        return found[0] if found else None

    def begins_title(self, folded: str) -> bool:
        """May a title begin with this word?"""
        return folded in self.begun or (folded.startswith(AL) and folded[2:] in self.begun)

    def title(self, folded: str) -> Row | None:
        """The title that these words are."""
        row = self.titles.get(folded)
        return self.titles.get(folded[2:]) if row is None and folded.startswith(AL) else row

    def plain(self, word: str) -> str:
        """A word folded, without article; a known ending in its usual form."""
        folded = bare(joined(word))
        ending = self.endings.get(folded)
        return folded if ending is None else ending_plain(ending, folded)

    def part(self, word: str) -> str:
        """A word as an element of a compound: the name of a known ending, else its sound."""
        folded = joined(word)
        plain = bare(folded)
        ending = self.endings.get(folded) or self.endings.get(plain)
        return ending.id if ending else sound(plain if word == folded else bare(word))


@lasting(32)
def heads(column: str, tables: Tables) -> tuple[str, ...]:
    """The spellings of particles that stand in a column of their table, but for those of second halves.

    >>> from translit.tables import built_in
    >>> "ben" in heads("opens", built_in()), "ben" in heads("between", built_in())
    (True, False)
    """
    rows = [row for row in tables.rows(_TABLE) if row["role"] != "ending"]
    return tuple([spelling for row in rows for spelling in row.many(column)])


@lasting(8)
def tails(column: str, tables: Tables) -> tuple[str, ...]:
    """The same of second halves alone.

    >>> from translit.tables import built_in
    >>> "еддин" in tails("joined", built_in())
    True
    """
    rows = [row for row in tables.rows(_TABLE) if row["role"] == "ending"]
    return tuple([spelling for row in rows for spelling in row.many(column)])


def _same_bare(folded: str, row: Row) -> bool:
    """Is a compound's head spelt without the article?"""
    return folded[-1:] not in "lrsntdzhльрснтдзш" or folded in ("abd", "ebd", "абд", joined(row.native))


def ending_plain(row: Row, folded: str) -> str:
    """The second half of a compound as its row has it, in the script of the word."""
    return bare(joined(row.native if script_of(folded) == "Arab" else unarticled(row.canonical)))
