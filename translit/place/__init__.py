"""Places: from a text to the place it names."""

from translit.place.reading import read

__all__ = ["read"]
