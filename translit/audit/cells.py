"""What every cell must satisfy by itself: one script a word, sound harakat, stress on a vowel."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from translit.audit.choices import chosen
from translit.audit.finding import Finding
from translit.audit.lines import File, Line
from translit.text.clean import clean, strip_stress
from translit.text.cyrillic import VOWELS
from translit.text.script import script_of

__all__ = ["in_cell"]

_WORD = re.compile(r"[^\W\d_]+")
_SCRIPTS = frozenset(["LATIN", "CYRILLIC", "ARABIC", "GREEK", "HEBREW", "ARMENIAN", "GEORGIAN"])
_SLUG = re.compile(r"[A-Za-z0-9]+(?:[-:.][A-Za-z0-9]+)*(?:--[a-z0-9-]+)?")
_SHORT_VOWELS = "\N{ARABIC FATHA}\N{ARABIC DAMMA}\N{ARABIC KASRA}"
_MARKS = re.compile("[\u064b-\u0652\u0670]")
_LETTER = re.compile("[\u0621-\u063a\u0641-\u064a]")
_ARTICLE_SUKUN = "ال\N{ARABIC SUKUN}"
_STRESS = "\N{COMBINING ACUTE ACCENT}"
_STRESSED = VOWELS + "ўъ"  # ъ is a vowel in Bulgarian
_VOWELLED = frozenset(
    f"person/ar/{name}" for name in ("ism", "laqab", "kunya", "nisba", "family", "particle", "ordinal")
)
_DEGREES = {"latitude": 90.0, "longitude": 180.0}
_OF_SCRIPT = {"cyrillic": "Cyrl", "arabic": "Arab"}


def in_cell(file: File, line: Line) -> Iterator[Finding]:
    """The findings in the cells of one line."""
    cells = line.cells
    if file.derived:
        return
    if "id" in cells and file.table != "place/generic" and not _SLUG.fullmatch(cells["id"]):
        what = f"{cells['id']!r} is no ASCII slug"
        yield file.finding(line.number, "id", what, "write letters and digits joined by '-'")
    elif file.table.startswith("person/") and cells.get("id", "") != cells.get("id", "").lower():
        what = f"{cells['id']!r} has a capital"
        yield file.finding(line.number, "id", what, f"write {cells['id'].lower()!r}")
    for column, cell in cells.items():
        for what, mend in _mixed_scripts(cell) if not cell.isascii() else ():
            yield file.finding(line.number, column, what, mend)
    native = cells.get("native", "")
    faults = (*_harakat_faults(native, file.table in _VOWELLED), *_stress_faults(native))
    for what, mend in faults:
        yield file.finding(line.number, "native", what, mend)
    yield from _of_columns(file, line)
    yield from chosen(file, line)


def _of_columns(file: File, line: Line) -> Iterator[Finding]:
    """Cells with what their column may not hold."""
    cells = line.cells
    for column, script in _OF_SCRIPT.items():
        for value in line.many(column):
            if script_of(value) != script:
                what = f"{value!r} is no {column.capitalize()}"
                yield file.finding(line.number, column, what, "write the name in that script")
    for column, limit in _DEGREES.items():
        if cells.get(column) and not _within(cells[column], limit):
            yield file.finding(
                line.number, column, f"{cells[column]!r} is no {column}", "write WGS 84 degrees"
            )


def _within(cell: str, limit: float) -> bool:
    try:
        return abs(float(cell)) <= limit
    except ValueError:
        return False


@lru_cache(maxsize=4096)
def _script(letter: str) -> str:
    return unicodedata.name(letter, "?").split()[0]


def _mixed_scripts(text: str) -> Iterator[tuple[str, str]]:
    """Words whose letters come from two scripts, and how to write them.

    >>> list(_mixed_scripts("Юpий"))
    [("'Юpий' mixes scripts", "U+0070 'p' should be U+0440 'р'")]
    """
    for found in _WORD.finditer(strip_stress(text)):
        word = found.group()
        if word.isascii() or len({_script(letter) for letter in word} & _SCRIPTS) < 2:
            continue
        right = clean(word)[0]
        wrong = [pair for pair in zip(word, right, strict=False) if pair[0] != pair[1]]
        swaps = (f"U+{ord(a):04X} {a!r} should be U+{ord(b):04X} {b!r}" for a, b in wrong)
        yield f"{word!r} mixes scripts", ", ".join(swaps) or "write it in one script"


def _harakat_faults(native: str, vowelled: bool = False) -> Iterator[tuple[str, str]]:
    """What is wrong with the vowel marks of an Arabic name; `vowelled` says that it must have them.

    >>> list(_harakat_faults("مُحَمَّدُ"))
    [("'مُحَمَّدُ' has a vowel on its last letter", 'take it off')]
    >>> list(_harakat_faults("القَذَّافِيّ")), [what for what, _ in _harakat_faults("محمد", True)]
    ([], ["'محمد' has no harakat"])
    """
    if native.isascii() or not _LETTER.search(native):
        return
    for word in native.split():
        if not word[0].isalpha() and _MARKS.match(word):
            yield f"{word!r} begins with a vowel mark", "set the mark behind its letter"
        if word.startswith(_ARTICLE_SUKUN):
            yield f"{word!r} has a sukun on the article's lam", "take it off"
        if word[-1] in _SHORT_VOWELS:
            yield f"{word!r} has a vowel on its last letter", "take it off"
        if re.search(f"[{_SHORT_VOWELS}]{{2}}", word):
            yield f"{word!r} has two vowels on one letter", "leave the right one"
        if vowelled and len(_LETTER.findall(word)) > 3 and not _MARKS.search(word):
            yield f"{word!r} has no harakat", "write its vowels in full"


def _stress_faults(native: str) -> Iterator[tuple[str, str]]:
    """What is wrong with the stress marks of a Cyrillic name.

    >>> list(_stress_faults("Пётр")), list(_stress_faults("Ива́н"))
    ([], [])
    >>> [what for what, _ in _stress_faults("Па́ве́л")]
    ["'Па́ве́л' has two stresses"]
    """
    if _STRESS not in native:
        return
    for word in re.split(r"[\s\-]", native):
        at, low = word.find(_STRESS), word.lower()
        if at < 0:
            continue
        if word.count(_STRESS) > 1:
            yield f"{word!r} has two stresses", "leave the main one"
        elif low[at - 1 : at] not in _STRESSED or at == 0:
            yield f"{word!r} has its stress on a consonant", "set it behind the stressed vowel"
        elif sum(letter in _STRESSED for letter in low) == 1:
            yield f"{word!r} has one syllable and a stress", "`make fix` takes it off"
        elif low[at - 1] != "ё" and "ё" in low:
            yield f"{word!r} has a stress beside its ё", "take one of them off"
