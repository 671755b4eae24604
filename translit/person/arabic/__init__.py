"""Arabic names: kunya, ism, nasab, laqab, nisba.

A word is looked up once (`letters`, `particles`, `rows`, `compounds`, `words`), is one unit of a name
(`forms`, `units`, `atoms`; what they hand out are `nouns`), and the units are laid out as the parts of a
name (`parts`, `reading`).
"""

from translit.person.arabic.reading import read

__all__ = ["read"]
