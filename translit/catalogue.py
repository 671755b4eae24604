"""The reference page of the schemes, made from the scheme files.

python -m translit.catalogue        writes docs/reference/schemes.md
"""

from __future__ import annotations

from pathlib import Path

from translit.languages import languages
from translit.nouns import Rule, Scheme
from translit.romanization import romanize, schemes
from translit.tables import Tables

__all__ = ["page"]

_TOP = """# Schemes

This page is made from the files in `tables/schemes/` by `python -m translit.catalogue`.
`translit.romanize(text, scheme)` takes the ids below. In a rule, `#` is the edge of a word,
`{again}` what the letter before became, `{next}` what the letter after becomes. The rules of Arabic
schemes are applied to words spelt out by `translit.spelling`, except in the schemes that write the
letters as they stand.
"""


def page(tables: Tables | None = None) -> str:
    """The page: one name in every scheme, then every scheme with its source and its rules.

    >>> page().splitlines()[0]
    '# Schemes'
    """
    every = schemes(tables=tables)
    parts = [_TOP]
    for language in languages(tables).values():
        group = [one for one in every if one.language == language.id]
        if group:
            parts.append(_overview(language.title, language.sample, group, tables))
    parts += [_details(one) for one in every]
    return "\n".join(parts)


def _overview(language: str, sample: str, group: list[Scheme], tables: Tables | None) -> str:
    """One name in every scheme of a language."""
    lines = [f"## {language}: {sample}", "", "| scheme | written |", "|---|---|"]
    lines += [f"| `{one.id}` | {_cell(romanize(sample, one.id, tables=tables))} |" for one in group]
    return "\n".join([*lines, ""])


def _details(one: Scheme) -> str:
    """Where a scheme comes from, and its rules."""
    lines = [f"## {one.id}", "", f"{one.title}. {one.authority}, {one.year}. <{one.url}>", ""]
    lines += ["| rule | letters | become | after | before | as in |", "|---|---|---|---|---|---|"]
    return "\n".join([*lines, *map(_line, one.rules), ""])


def _line(rule: Rule) -> str:
    """A rule as a line of a table."""
    shown = f"{rule.as_in[0]} → {rule.as_in[1]}"
    cells = (rule.name, rule.find, rule.put, rule.after, rule.before, shown)
    return "| " + " | ".join(map(_cell, cells)) + " |"


def _cell(text: str) -> str:
    """A text that Markdown leaves alone."""
    return "".join("\\" + sign if sign in "|`*_<>~\\#" else sign for sign in text)


if __name__ == "__main__":
    target = Path(__file__).resolve().parent.parent / "docs" / "reference" / "schemes.md"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(page(), encoding="utf-8")
