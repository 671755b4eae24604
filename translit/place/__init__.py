"""Places: from a text to the place it names."""

from translit.place.reading import is_listed, names_country, names_in, read
from translit.place.said import sides

__all__ = ["is_listed", "names_country", "names_in", "read", "sides"]
