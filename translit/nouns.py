"""The nouns: everything translit hands out is one of these frozen values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from translit.quick import asked, quick

__all__ = [
    "Comparison",
    "Kind",
    "Match",
    "PartRelation",
    "Place",
    "Reading",
    "Relation",
    "Row",
    "Rule",
    "Scheme",
    "Status",
    "Step",
    "Verdict",
]

Kind = Literal["person", "place"]
Status = Literal["ok", "ambiguous", "unknown"]
Verdict = Literal["same", "probable", "different"]
Relation = Literal["equal", "variant", "initial", "omitted", "equivalent", "contradicts"]


@quick
@dataclass(frozen=True, slots=True)
class Row:
    """What people know about one name: a line of a table.

    `table` is the file's path below `tables/` without its ending (``person/ru/given``),
    `line` the line it stands on (the header is line 1), `cells` every column by its name.

    >>> from translit import explain
    >>> row = explain("Roman", "person").row
    >>> row.id, row.native, row.table, row["gender"], row["no such column"]
    ('roman', 'Рома́н', 'person/ru/given', 'm', '')
    """

    id: str
    native: str
    canonical: str
    table: str
    line: int
    cells: Mapping[str, str] = field(default_factory=dict, repr=False, compare=False)

    def __hash__(self) -> int:
        return hash(self.id) ^ self.line  # what is remembered of rows asks for it often

    def __getitem__(self, column: str) -> str:
        """The text of a cell, empty where the table has no such column."""
        return self.cells.get(column, "")

    def many(self, column: str) -> tuple[str, ...]:
        """A cell's values, parted by vertical bars; none where it is empty or the table has no such column.

        >>> Row("yuri", "Юрий", "Yuri", "person/ru/given", 2, {"also": "Youri|Jurij"}).many("also")
        ('Youri', 'Jurij')
        """
        cell = self.cells.get(column, "")
        return tuple(value.strip() for value in cell.split("|")) if cell else ()


@quick
@dataclass(frozen=True, slots=True)
class Rule:
    """A → B / C _ D: `find` becomes `put` after one of `after` and before one of `before`.

    `after` and `before` list single letters; "#" among them is the edge of a word; empty means
    anywhere. `as_in` is the word that shows it and what the whole scheme makes of that word.

    >>> Rule("е opens a syllable", "е", "ye", after="#", as_in=("Ельцин", "Yel’tsin")).put
    'ye'
    """

    name: str
    find: str
    put: str
    after: str = ""
    before: str = ""
    as_in: tuple[str, str] = ("", "")


@quick
@dataclass(frozen=True, slots=True)
class Scheme:
    """A citable set of rules that writes one script in another.

    `id` is what callers pass (``bgn-pcgn-1947-ru``); `language` is ISO 639-1; `source` and
    `target` are scripts ("Cyrl", "Arab", "Latn"). A text without one of the letters of `sign`,
    parted by bars, is not taken to be written by it: others would have written the same.

    >>> from translit import schemes
    >>> scheme = next(one for one in schemes() if one.id == "bgn-pcgn-1947-ru")
    >>> scheme.language, scheme.source, scheme.target, scheme.rules[0].as_in
    ('ru', 'Cyrl', 'Latn', ('Елена', 'Yelena'))
    """

    id: str
    title: str
    authority: str
    year: str
    url: str
    language: str
    source: str
    target: str
    rules: tuple[Rule, ...] = field(default=(), repr=False)
    sign: str = ""


@quick
@dataclass(frozen=True, slots=True)
class Step:
    """Why: what stood before, what it became, and the rule, row or cost that did it.

    >>> print(Step("Песков", "Peskov", "press-en-ru"))
    Песков → Peskov (press-en-ru)
    """

    before: str
    after: str
    why: str

    def __str__(self) -> str:
        return f"{self.before} → {self.after} ({self.why})"


@quick
@dataclass(frozen=True, slots=True)
class Place:
    """Where a place is.

    `country` is ISO 3166-1 ("SY"), None where a place lies in several, which `countries` holds all of;
    `unit` is ISO 3166-2 ("SY-DY"), coordinates are WGS 84 degrees;
    `feature` is a word of the tables: town, unit, district, river, airbase …

    >>> from translit import explain
    >>> place = explain("Deir ez-Zor", "place").place
    >>> place.country, place.unit, place.feature, round(place.latitude), round(place.longitude)
    ('SY', 'SY-DY', 'town', 35, 40)
    """

    country: str | None = None
    unit: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    feature: str | None = None
    countries: tuple[str, ...] = ()


@asked("others", "steps")
@quick
@dataclass(frozen=True, slots=True)
class Reading:
    """What translit made of a text.

    `canonical` is the form that all spellings of the name come to, in Latin letters where anything reads
    the text. `native` is the name in its original script, None where the text has none to give; a lone
    Latin word of no known origin has the form that it would have if it were Russian or Arabic. `kind` is
    "person", "place" or None (neither), `origin` the language whose name it is ("ru", "uk", "ar": a folder
    of the tables), None of others. `key` is how its words sound: spellings of one name mostly share it, but
    other names that sound alike do too (Awad and Eid, Bardin and Bordin), so that it serves to find
    candidates (blocking); `compare` tells which of them are one.

    `status` is "ok", "ambiguous" (it may be read in more ways than one, or names several; see `others`) or
    "unknown" (no table knows it: it was read by rule). `confidence` (0 to 1) is calibrated: of readings
    that claim 0.9, nine in ten are right. That of a person's name of several words is of their order, that
    of its parts, and of a lone word, of their native form.

    `given`, `patronymic`, `surname` and `gender` tell of a person (of an Arab the ism, None, the family or
    nisba), `place` of a place: its country, unit (ISO 3166), coordinates (degrees) and feature. `parts` are
    Readings with a `role`: "given", "patronymic", "surname"; "kunya", "ism", "nasab", "laqab", "nisba",
    "family"; "title"; of a place "specific", "generic". `row` is the row of the tables that names it.
    `others` are the next best Readings of the same text: in another order, of another native form, of
    another origin. A text of several names is one Reading without parts,
    its canonical form parted by semicolons, and each name by itself is among its others. `steps` say what
    was done, and why. `others` and `steps` are worked out when read.

    >>> from translit import explain
    >>> found = explain("Peskov Dmitriy", "person")
    >>> found.canonical, found.native, found.status, [part.role for part in found.parts]
    ('Dmitry Peskov', 'Дмитрий Песков', 'ok', ['given', 'surname'])
    """

    text: str
    canonical: str
    native: str | None = None
    kind: Kind | None = None
    origin: str | None = None
    key: str = ""
    confidence: float = 0.0
    status: Status = "unknown"
    parts: tuple[Reading, ...] = ()
    row: Row | None = None
    others: tuple[Reading, ...] = ()
    steps: tuple[Step, ...] = ()
    role: str | None = None
    given: str | None = None
    patronymic: str | None = None
    surname: str | None = None
    gender: Literal["m", "f"] | None = None
    place: Place | None = None


@quick
@dataclass(frozen=True, slots=True)
class PartRelation:
    """How a part of one name relates to its counterpart in the other (None where it has none).

    `relation` is "equal", "variant" (a spelling of the same), "initial", "omitted" (one name has it not),
    "equivalent" (another language's form, a short one) or "contradicts"; `why` says it in words. `weight`,
    in nats a letter, is 0 where nothing speaks against one name, and less the farther the letters are apart.

    >>> from translit import compare
    >>> parts = compare("Sasha Ivanov", "Alexander Ivanov", "person").parts
    >>> [(part.relation, part.left.text, part.right.text) for part in parts]
    [('equal', 'Ivanov', 'Ivanov'), ('equivalent', 'Sasha', 'Alexander')]
    """

    relation: Relation
    left: Reading | None
    right: Reading | None
    weight: float
    why: str = ""


@asked("parts", "steps")
@quick
@dataclass(frozen=True, slots=True)
class Comparison:
    """Two Readings laid beside each other.

    `score` (0 to 1) is calibrated: of pairs scored 0.9, nine in ten are the same name. `verdict` is "same"
    (surely one name), "probable" (for a person to look at) or "different"; `same` is True only when it is
    "same". `parts` are PartRelations. `parts` and `steps` are worked out when read.
    Of texts of several names each name is a part, with its counterpart of the other text.

    >>> from translit import compare
    >>> found = compare("Dmitry Peskov", "D. Peskov", "person")
    >>> found.verdict, [part.relation for part in found.parts]
    ('same', ['equal', 'initial'])
    """

    score: float
    verdict: Verdict
    left: Reading
    right: Reading
    parts: tuple[PartRelation, ...] = ()
    steps: tuple[Step, ...] = ()

    @property
    def same(self) -> bool:
        """True when the verdict is "same"."""
        return self.verdict == "same"


@quick
@dataclass(frozen=True, slots=True)
class Match:
    """One row of a record linkage: `left` and `right` are positions in the two lists.

    `right` is None where nothing in the right list is near enough; `score` (0 to 1) is that of the best,
    `comparison` what it is made of.

    >>> from translit import match
    >>> match(["Roman Zabolotny"], ["Ralph Boulton"], "person")
    [Match(left=0, right=None, score=0.0)]
    """

    left: int
    right: int | None
    score: float
    comparison: Comparison | None = field(default=None, repr=False)
