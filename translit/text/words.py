"""Cutting a text into words, initials and commas."""

from __future__ import annotations

from collections.abc import Callable

from translit import compiled
from translit.patterns import pattern

__all__ = ["LONG_WORD", "OF", "is_initial", "is_too_long", "owner", "parted", "words"]

LONG_WORD = 200  # letters beyond which a word is no name's
_LONG_TEXT = 1000  # letters beyond which a text is none

OF = "of"  # which leads to what somebody or something belongs to
_OWNERS = ("'s", "’s", "'S", "’S")  # as in Lavrov's
_BY_SCHOLARS = 4  # letters of a word that Arabists may end so: Ra's, Ka's

_INITIALS = pattern(r"(?<=[^\W\d_]\.)(?:-(?=[^\W\d_]{1,3}\.)|(?=[^\W\d_]))")  # a double name's too: К.-Ж.
_LETTERS = r"(?:[YJ]|I\u0361?)[uUaAeE]|[ZKCS][hH]|T\u0361?[sS]|Dz|D[zZ][hH]|S[hH][cC][hH]|Sch|Tsch|Tch"
_INITIAL = pattern(rf"[^\W\d_]\.?|(?:{_LETTERS})\.")  # Ju. of the Germans, Iu. of passports
_CUT = frozenset(".,;،")
_DOTTED = pattern(r"(?<=[а-яёіїєґўa-z]{2})(?=(?:[А-ЯЁІЇЄҐ]|[A-Z])\.)")  # ИвановА.А.
_GLUED = pattern(r"(?<=[а-яёa-z]{2})(?=(?:[А-ЯЁ]{1,2}|[A-Z]{1,2})$)")


def is_too_long(text: str) -> bool:
    """Is a text longer than any name, or one of its words? The time to read it would grow with its square.

    >>> is_too_long("Roman Zabolotny"), is_too_long("a" * 300), is_too_long("a " * 600)
    (False, True, True)
    """
    return len(text) > _LONG_TEXT or (
        len(text) > LONG_WORD and max(map(len, text.split()), default=0) > LONG_WORD
    )


def owner(text: str) -> str:
    """Whose something is by an English 's, which hardly ends a name; "" where it tells nobody.

    >>> owner("Lavrov’s"), owner("Lavrov 's"), owner("Ra's"), owner("Lavrov")
    ('Lavrov', 'Lavrov', '', '')
    """
    return text[:-2].rstrip() if text.endswith(_OWNERS) and len(text) > _BY_SCHOLARS else ""


def is_initial(word: str) -> bool:
    """True for a letter standing for a name: "Р.", "V", "Yu."."""
    if len(word) > 1 and word[-1] != ".":
        return False
    return _INITIAL.fullmatch(word) is not None


def words(text: str) -> tuple[str, ...]:
    """The words of a cleaned text; a comma stays as a word, joined initials come apart.

    >>> words("Путин, В.В.")
    ('Путин', ',', 'В.', 'В.')
    >>> words("ПутинВВ"), words("ПутинВ.В.")
    (('Путин', 'В.', 'В.'), ('Путин', 'В.', 'В.'))
    """
    plain = parted(text)
    return _cut(text) if plain is None else plain


def _parted(text: str) -> tuple[str, ...] | None:
    """The words of a text that only blanks part; None where more may be to cut.

    >>> parted("Roman Zabolotny"), parted("Zabolotny, R.")
    (('Roman', 'Zabolotny'), None)
    """
    if _CUT.isdisjoint(text):
        pieces = text.split()
        if not any(map(_may_be_glued, pieces)):
            return tuple(pieces)
    return None


parted: Callable[[str], tuple[str, ...] | None] = compiled.word.parted if compiled.word else _parted


def _cut(text: str) -> tuple[str, ...]:
    """The words of any text."""
    found: list[str] = []
    for piece in text.replace("،", ",").replace(",", " , ").replace(";", " ; ").split():
        glued = _GLUED.split(piece)
        if len(glued) == 2:
            found.append(glued[0])
            found.extend(letter + "." for letter in glued[1])
        elif "." in piece:
            parts = (part for whole in _DOTTED.split(piece) for part in _INITIALS.split(whole))
            found.extend(part for part in parts if part)
        else:
            found.append(piece)
    return tuple(found)


def _may_be_glued(piece: str) -> bool:
    """False where a word ends in a small letter, or is in capitals: no initials are glued to it."""
    return piece[-1].isupper() and len(piece) > 2 and not piece.isupper()
