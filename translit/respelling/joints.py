"""How the article and God are joined to an Arabic name in Latin letters (`tables/spelling/ar/joints.tsv`)."""

from __future__ import annotations

from typing import NamedTuple

from translit.memory import once
from translit.tables import Tables
from translit.text.article import ABD
from translit.text.harakat import bare

__all__ = ["Joints", "Put", "joints_of"]

_TABLE, _PARTICLES = "spelling/ar/joints", "person/ar/particle"
_VOWELS = ("u", "у")
_BLANK = "_"
_SUN = 0.3  # nats for an article's l that is written as the sun letter after it

Put = tuple[str, float]  # what is written, and what speaks against it, in nats


class Joints(NamedTuple):
    """What stands before a name, between the words of a compound, for God behind another word and alone.

    `assimilated` are joints whose l a sun letter replaces, `loose` what stands by itself and is bound to the
    next word: articles, and the particle Abd, but where it ends in a vowel (Abdou is a name).
    """

    articles: tuple[Put, ...]
    between: tuple[Put, ...]
    assimilated: tuple[Put, ...]
    god: tuple[Put, ...]
    god_alone: tuple[Put, ...]
    loose: frozenset[str]

    def before(self, sun: str) -> tuple[Put, ...]:
        """The joints of a compound before a word that begins with a sun letter, romanised; "" for none.

        >>> from translit.tables import built_in
        >>> joints = joints_of(built_in())
        >>> joints.before("r")[-3:], len(joints.before(""))
        ((('ur', 0.6), ('er', 1.0), ('ar', 1.5)), 7)
        """
        return self.between + tuple([(put[:-1] + sun, cost + _SUN) for put, cost in self.assimilated if sun])


@once
def joints_of(tables: Tables) -> Joints:
    """The joints of a set of tables."""
    rows = tables.rows(_TABLE)

    def put(stands: str, sun: bool = False) -> tuple[Put, ...]:
        found = [row for row in rows if row["stands"] == stands and (row["sun"] or not sun)]
        return tuple([(row["spelling"].replace(_BLANK, " "), float(row["cost"])) for row in found])

    servants = [row for row in tables.rows(_PARTICLES) if bare(row.native) == ABD]
    spelt = [one.lower() for row in servants for one in (ABD, row.canonical, *row.many("also"))]
    loose = frozenset(
        [row["spelling"] for row in rows if row["stands"] == "loose"]
        + [one for one in spelt if not one.endswith(_VOWELS)]
    )
    return Joints(put("article"), put("joint"), put("joint", sun=True), put("god"), put("god-alone"), loose)
