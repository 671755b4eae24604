"""Words that were somewhere met, in print or as names: `sounds/{ru,ar}/attested.tsv`.

A line has the first letters of words and what they go on with: ``кар  - а ева  ев`` is кар, кара and
карева in print and карев as a name. So a quarter of a million words take a third less of a wheel than one
by one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from translit.tables import Tables

__all__ = ["Met", "begun", "lines"]

_BEGUN = 3  # letters that the words of a line share
_NOTHING = "-"  # what follows where the word ends
Met = tuple[str, str]  # a word, and how it was met: p in print, n as a name


def begun(words: Iterable[Met]) -> Iterator[tuple[str, str, str]]:
    """The lines of a table: first letters, what follows in print, what follows in names.

    >>> list(begun([("кара", "p"), ("кар", "pn"), ("карев", "n"), ("яр", "n")]))
    [('кар', '- а', '- ев'), ('яр', '', '-')]
    """
    found: dict[str, dict[str, list[str]]] = {}
    for word, how in sorted(words):
        ends = found.setdefault(word[:_BEGUN], {"p": [], "n": []})
        for one in how:
            ends[one].append(word[_BEGUN:] or _NOTHING)
    for begins, ends in found.items():
        yield begins, " ".join(ends["p"]), " ".join(ends["n"])


def lines(language: str, tables: Tables) -> str:
    r"""A line for each word a language's names are met in: the word, a tab, p or n; n is told last.

    Empty where the language has no such table.

    >>> from translit.tables import built_in
    >>> "\nпутин\tp\n" in lines("ru", built_in()), lines("la", built_in())
    (True, '')
    """
    name = f"sounds/{language}/attested"
    if name not in tables.names(f"sounds/{language}"):
        return ""
    rows = tables.cells(name)
    next(rows)
    printed, named = [], []
    for begins, in_print, as_names in rows:
        if in_print:
            printed.append(_apart(begins, in_print, "\tp\n"))
        if as_names:
            named.append(_apart(begins, as_names, "\tn\n"))
    return "".join((*printed, *named))


def _apart(begins: str, ends: str, told: str) -> str:
    """The words of a line one by one, each with what is told of it."""
    return begins + ends.removeprefix(_NOTHING).replace(" ", told + begins) + told
