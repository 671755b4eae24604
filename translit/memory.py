"""What was worked out for a word, remembered in bounded room.

`functools.lru_cache` keeps a tuple of its arguments beside every answer; where a set of tables is
among them, Python's search for garbage visits each of these tuples again and again. Here the answers of
one set of tables are a dictionary by the word, or by the tuple of plain values that was asked; where there is
a compiler it is a table of its own (`_quick_memory.c`). What is made of the tables alone, `once` keeps.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache, partial, update_wrapper
from inspect import unwrap
from types import MethodType
from typing import Any, ParamSpec, TypeVar, cast
from weakref import proxy, ref

from translit.quick import compiled, untracked

__all__ = ["forget", "lasting", "met", "once", "remembered"]

F = TypeVar("F", bound=Callable[..., Any])
P = ParamSpec("P")
V = TypeVar("V")
_TABLES = 8  # sets of tables whose answers are remembered at once
_UNKNOWN = object()
_ROOMS: list[dict[Any, dict[Any, Any]]] = []


def remembered(size: int) -> Callable[[F], F]:
    """Remember what a function of a word, or of some plain values, and (last) a set of tables has answered.

    When `size` answers are there, all of one set are forgotten; a function without `tables` has one set.

    >>> @remembered(100)
    ... def length(word, tables):
    ...     print("asked", word)
    ...     return len(word)
    >>> length("Roman", None), length("Roman", None)
    asked Roman
    (5, 5)
    """

    def made(work: F) -> F:
        rooms: dict[Any, dict[Any, Any]] = {}
        _ROOMS.append(rooms)
        return _remembering(work, rooms, size)

    return made


def lasting(size: int) -> Callable[[F], F]:
    """The same for what is made of a few names, and a set of tables: `forget` leaves it.

    >>> @lasting(4)
    ... def squared(number):
    ...     print("asked", number)
    ...     return number**2
    >>> squared(2), squared(2)
    asked 2
    (4, 4)
    """
    return lambda work: _remembering(work, {}, size)


def _remembering(work: F, rooms: dict[Any, dict[Any, Any]], size: int) -> F:
    """A function that puts its answers into rooms, one for each set of tables."""
    asked = _arguments(work)
    way = 2 if asked[-1] != "tables" else 0 if len(asked) == 2 else 1
    told = (_compiled if compiled else _plain)(work, rooms, size, way)
    return cast(F, update_wrapper(told, work))


def _room(rooms: dict[Any, Any], tables: Any, new: Callable[[], Any] = dict) -> Any:
    """The answers for a set of tables that has none yet."""
    if len(rooms) >= _TABLES:
        rooms.clear()
    return rooms.setdefault(tables, new())


def _compiled(
    find: Callable[..., Any], rooms: dict[Any, Any], size: int, way: int, *owner: Any
) -> Callable[..., Any]:
    """What remembers answers, compiled: `way` is a place in `_WAYS`, `owner` tells the object of a method."""
    new = partial(_room, new=compiled.Answers)
    told: Callable[..., Any] = compiled.Remembered(find, rooms, new, size, way, *owner)
    return told


def _by_word(work: Callable[..., Any], rooms: dict[Any, dict[Any, Any]], size: int) -> Callable[..., Any]:
    """A function of a word and tables."""

    def told(word: Any, tables: Any = None) -> Any:
        room = rooms.get(tables)
        if room is None:
            room = _room(rooms, tables)
        found = room.get(word, _UNKNOWN)
        return _kept(room, word, work(word, tables), size) if found is _UNKNOWN else found

    return told


def _by_values(work: Callable[..., Any], rooms: dict[Any, dict[Any, Any]], size: int) -> Callable[..., Any]:
    """A function of several values and tables."""

    def told(*asked: Any) -> Any:
        room = rooms.get(asked[-1])
        if room is None:
            room = _room(rooms, asked[-1])
        values = asked[:-1]
        found = room.get(values, _UNKNOWN)
        return _kept(room, untracked(values), work(*asked), size) if found is _UNKNOWN else found

    return told


def _by_all_values(
    work: Callable[..., Any], rooms: dict[Any, dict[Any, Any]], size: int
) -> Callable[..., Any]:
    """A function of several values that wants no tables."""
    room = _room(rooms, None)

    def told(*asked: Any) -> Any:
        found = room.get(asked, _UNKNOWN)
        return _kept(room, untracked(asked), work(*asked), size) if found is _UNKNOWN else found

    return told


def _plain(find: Callable[..., Any], rooms: dict[Any, Any], size: int, way: int) -> Callable[..., Any]:
    """The same in Python."""
    return _WAYS[way](find, rooms, size)


def _kept(room: dict[Any, Any], asked: Any, found: Any, size: int) -> Any:
    """A new answer, put into a room that is emptied when it is full."""
    if len(room) >= size:
        room.clear()
    room[asked] = untracked(found)
    return found


_WAYS = (_by_word, _by_values, _by_all_values)


def _arguments(work: Callable[..., Any]) -> Sequence[str]:
    """The names of a function's arguments, or of those of what makes a thing."""
    made = isinstance(work, type)
    code = unwrap(work.__init__ if made else work).__code__
    names: tuple[str, ...] = code.co_varnames[made : code.co_argcount + code.co_kwonlyargcount]
    return names


def _shelf(tables: Any) -> dict[str, Any]:
    """Where what is made of a set of tables will lie."""
    return {}


def once(work: F) -> F:
    """Remember what a function of a set of tables alone, or of nothing, has made: an index, a pattern.

    Nearly always the tables are those of the call before, which is all that the compiled look-up compares.
    Where several threads ask at once each may make it, but all are given what was ready first: nobody goes on
    with a value that is not kept.

    >>> @once
    ... def size(tables):
    ...     print("asked")
    ...     return len(tables)
    >>> size("built-in"), size("built-in")
    asked
    (8, 8)
    """
    shelf = lru_cache(maxsize=_TABLES)(_shelf)
    of_tables = bool(_arguments(work))

    def made(tables: Any = None) -> Any:
        shelf(tables)
        kept = shelf(tables)  # asked again: that of another thread may be the one that stays
        if not kept:
            kept.setdefault("made", work(tables) if of_tables else work())
        return kept["made"]

    told = compiled.Remembered(work, {}, lambda _, tables: made(tables), _TABLES, 3) if compiled else made
    return cast(F, update_wrapper(told, work))


def met(find: Callable[P, V], size: int) -> Callable[P, V]:
    """The same for what one object finds for a word, or for some values, where it keeps the answers itself.

    They do not keep the object, whose method `find` is.

    >>> length = met(len, 100)
    >>> length("Roman"), length("Roman")
    (5, 5)
    """
    rooms: dict[Any, dict[Any, Any]] = {}
    way = len(_WAYS) - 1
    if not isinstance(find, MethodType):
        return (_compiled if compiled else _plain)(find, rooms, size, way)
    if compiled:
        return _compiled(find.__func__, rooms, size, way, ref(find.__self__))
    return _plain(partial(find.__func__, proxy(find.__self__)), rooms, size, way)


def forget() -> None:
    """Forget every word that was met."""
    for rooms in _ROOMS:
        for room in rooms.values():
            room.clear()
