"""One canonical form for the many spellings of Russian- and Arabic-origin names."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from translit.canon import canonical, explain
    from translit.comparison import compare, same
    from translit.detection import detect
    from translit.errors import InputError, TableError, TranslitError, UnknownKind, UnknownScheme
    from translit.index import Index
    from translit.index.matching import match
    from translit.nouns import Comparison, Match, Reading, Row, Rule, Scheme, Step
    from translit.respelling import variants
    from translit.romanization import romanize, schemes
    from translit.tables import Tables

_ROOMS = {
    "canon": ("canonical", "explain"),
    "errors": ("InputError", "TableError", "TranslitError", "UnknownKind", "UnknownScheme"),
    "index": ("Index",),
    "index.matching": ("match",),
    "comparison": ("compare", "same"),
    "nouns": ("Comparison", "Match", "Reading", "Row", "Rule", "Scheme", "Step"),
    "detection": ("detect",),
    "romanization": ("romanize", "schemes"),
    "tables": ("Tables",),
    "respelling": ("variants",),
}
_HOMES = {name: room for room, names in _ROOMS.items() for name in names}

__all__ = [
    "Comparison",
    "Index",
    "InputError",
    "Match",
    "Reading",
    "Row",
    "Rule",
    "Scheme",
    "Step",
    "TableError",
    "Tables",
    "TranslitError",
    "UnknownKind",
    "UnknownScheme",
    "canonical",
    "compare",
    "detect",
    "explain",
    "match",
    "romanize",
    "same",
    "schemes",
    "variants",
]


def __getattr__(name: str) -> Any:
    """Open the room of a name at its first use, so that ``import translit`` costs next to nothing."""
    if name not in _HOMES:
        raise AttributeError(f"module 'translit' has no attribute {name!r}")
    value = getattr(import_module(f"translit.{_HOMES[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
