"""Arabic names: kunya, ism, nasab, laqab, nisba.

A word is looked up once (`letters`, `particles`, `rows`, `compounds`, `words`), is one unit of a name
(`forms`, `units`, `atoms`; what they hand out are `nouns`); a text is cut into such units (`parts`, `titles`,
`peoples`), and these are laid out as the parts of a name (`roles`, `order`, `together`, `reading`).
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from translit.person.arabic.reading import read

__all__ = ["read"]


def __getattr__(name: str) -> Any:
    """Open the reader at the first Arab: others ask for words and particles alone."""
    if name != "read":
        raise AttributeError(f"module 'translit.person.arabic' has no attribute {name!r}")
    from translit.person.arabic import reading

    globals()[name] = reading.read
    return reading.read
