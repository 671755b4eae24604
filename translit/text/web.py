"""What pages, addresses and programs write for letters and blanks: &eacute;, %20, a plus; and tags."""

from __future__ import annotations

from translit.patterns import pattern

__all__ = ["SIGNS", "unwebbed"]

SIGNS = "&%+<\\_="  # without one of which a text has none of that
_ENTITY = pattern(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,8}\d{0,2});")
_CODED = pattern("(?:%[0-9A-Fa-f]{2})+")
_ESCAPED = pattern(r"(?:\\u[0-9A-Fa-f]{4})+")  # as JSON and programs write letters
_PLUS = pattern(r"(?<=[^\W\d_])\+(?=[^\W\d_])")
_TAG = pattern(r"</?[a-z][a-z0-9]{0,9}(?:\s[^<>]*)?/?>|<[^<>\s]+@[^<>\s]+>")
_CARRIED = pattern(r"_x[0-9A-Fa-f]{4}_")  # as spreadsheets write what ends a line
_FORMULA = pattern(r'="([^"]+)"')  # as they keep a text from being a number
_DEPTH = 3  # times that a text may have been put into such signs


def unwebbed(text: str) -> str:
    r"""A text in the letters that the web's signs stand for, without tags and addresses of mail.

    >>> unwebbed(r"\u0418\u0432\u0430\u043d")
    'Иван'
    >>> unwebbed("Ivan_x000D_"), unwebbed('="Ivan"')
    ('Ivan ', 'Ivan')
    >>> unwebbed("S&eacute;rgue&iuml; Lavrov"), unwebbed("Ivan%20Petrov"), unwebbed("<b>Ivan</b> <i@x.ru>")
    ('Sérgueï Lavrov', 'Ivan Petrov', ' Ivan   ')
    """
    for _ in range(_DEPTH):
        found = _once(text)
        if found == text:
            break
        text = found
    return text


def _once(text: str) -> str:
    """The same of what has been put into signs once."""
    found = text
    if "&" in found and _ENTITY.search(found):
        from html import unescape

        found = _ENTITY.sub(lambda entity: unescape(entity[0]), found)
    if "%" in found and _CODED.search(found):
        from urllib.parse import unquote

        found = _CODED.sub(lambda coded: _decoded(coded[0], unquote(coded[0], errors="replace")), found)
    if "\\u" in found:
        found = _ESCAPED.sub(
            lambda coded: _decoded(coded[0], coded[0].encode().decode("unicode-escape")), found
        )
    if "+" in found and " " not in found.strip():
        found = _PLUS.sub(" ", found)
    if "_x" in found:
        found = _CARRIED.sub(lambda coded: _decoded(coded[0], chr(int(coded[0][2:6], 16)), " "), found)
    if found[:1] == "=" and (formula := _FORMULA.fullmatch(found.strip())):
        found = formula[1]
    if "<" in found:
        bare = _TAG.sub(" ", found)
        found = bare if any(map(str.isalpha, bare)) else found
    return found


def _decoded(coded: str, found: str, blank: str = "") -> str:
    """What percents stand for; themselves, or a blank where one is given, where that is no text."""
    return found if found.isprintable() and "\N{REPLACEMENT CHARACTER}" not in found else blank or coded
