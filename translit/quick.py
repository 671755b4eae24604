"""Frozen values that are quick to make, and fields of them that are worked out when first asked for.

A frozen dataclass sets each of its fields through `object.__setattr__`: ten microseconds for a
Reading, and every new word of a list makes two. `quick` gives such a class a constructor that fills its
slots in C; where nothing is compiled, those of a twin that is not frozen and then becomes the frozen class.

Python's search for garbage visits whatever a list of names has left behind each time that it has
grown by a quarter. What was made here is never garbage before its last owner lets it go, so the compiled
constructor and `untracked` take it out of that search.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, Field, dataclass, fields
from functools import partial
from typing import Any, TypeVar, cast

from translit.compiled import module

__all__ = [
    "asked",
    "changed",
    "compiled",
    "later",
    "maker",
    "quick",
    "rounded",
    "told_by",
    "untracked",
    "untracked_whole",
]

compiled = module("translit._quick", 7)  # FORMAT in _quick.c

T = TypeVar("T")


class _Factory:
    """Stands for a default that is made anew for each value."""

    def __repr__(self) -> str:
        return "<factory>"


_FACTORY = _Factory()


def later(work: Callable[[], T]) -> T:
    """A value for a field that is `asked`: the work is done when somebody reads the field."""
    return _later(_passed_over(work))  # type: ignore[return-value]  # a cast is a call


def told_by(work: Callable[..., T], *known: Any) -> T:
    """The same, where the work is given the value itself, after what is known: one work serves many values.

    >>> from dataclasses import dataclass
    >>> @asked("size")
    ... @quick
    ... @dataclass(frozen=True, slots=True)
    ... class Word:
    ...     text: str
    ...     size: int
    >>> counted = told_by(lambda word: len(word.text))
    >>> Word("Roman", counted).size, Word("Ivan", counted).size
    (5, 4)
    """
    return _told(work if known else _passed_over(work), untracked(known))  # type: ignore[return-value]


def _passed_over(work: Callable[..., T]) -> Callable[..., T]:
    """Work that the search for garbage passes over: a partial can be told so, a function cannot."""
    if type(work) is not partial:
        return work
    untracked(work.args)
    return untracked(work)


class _Asked:
    """A slot whose value may still be work to do; who reads it gets the value, now and ever after."""

    __slots__ = ("_slot",)

    def __init__(self, slot: Any) -> None:
        self._slot = slot

    def __get__(self, owner: object, kind: type | None = None) -> Any:
        if owner is None:
            return self
        value = self._slot.__get__(owner, kind)
        kind_of = type(value)
        if kind_of is _Told or kind_of is _Later:
            value = value.work(*value.known, owner) if kind_of is _Told else value.work()
            self._slot.__set__(owner, value)
        return value

    def __set__(self, owner: object, value: object) -> None:
        self._slot.__set__(owner, value)


def asked(*names: str) -> Callable[[type[T]], type[T]]:
    """Fields of a frozen class with slots that may be given as `later` work."""

    def made(cls: type[T]) -> type[T]:
        for name in names:
            setattr(cls, name, _Asked(getattr(cls, name)))
        return cls

    return made


def quick(cls: type[T]) -> type[T]:
    """The same frozen dataclass with slots, made several times as fast.

    >>> from dataclasses import dataclass, replace
    >>> @quick
    ... @dataclass(frozen=True, slots=True)
    ... class Word:
    ...     text: str
    ...     known: bool = False
    >>> replace(Word("Roman"), known=True)
    Word(text='Roman', known=True)
    """
    make, change = _made_of(cls) if compiled else _turned_into(cls)
    names = [field.name for field in fields(cls)]  # type: ignore[arg-type]
    known: dict[str, Any] = {"make": make, "factory": _FACTORY}
    heads = [_head(field, known) for field in fields(cls)]  # type: ignore[arg-type]
    exec(f"def __new__({', '.join(['cls', *heads])}):\n return make({', '.join(names)})", known)
    constructor: Any = known["__new__"]
    constructor.__qualname__ = f"{cls.__qualname__}.__new__"
    constructor.__annotations__ = {field.name: field.type for field in fields(cls)}  # type: ignore[arg-type]
    _MAKERS[cls] = make
    _CHANGERS[cls] = change
    opened: Any = cls
    opened.__new__ = constructor
    opened.__init__ = object.__init__
    opened.__reduce__ = lambda self: (cls, tuple([getattr(self, name) for name in names]))
    return cls


def _made_of(cls: type[T]) -> tuple[Any, Any]:
    """What makes the values of a class, and what makes them of another value and some fields: compiled."""
    told = []
    for field in fields(cls):  # type: ignore[arg-type]
        fallback: tuple[Any, ...] = () if field.default is MISSING else (field.default,)
        if field.default_factory is not MISSING:
            fallback = None, field.default_factory
        told.append((field.name, cls.__dict__[field.name], fallback))
    return compiled.Maker(cls, tuple(told), _FACTORY), compiled.changed


def _turned_into(cls: type[T]) -> tuple[Any, Any]:
    """The same in Python: a twin with the same slots is filled and becomes the frozen class."""
    names = [field.name for field in fields(cls)]  # type: ignore[arg-type]
    known: dict[str, Any] = {"new": object.__new__, "factory": _FACTORY, "cls": cls}
    known["twin"] = type(f"{cls.__name__}Open", (), {"__slots__": names})
    heads = [_head(field, known) for field in fields(cls)]  # type: ignore[arg-type]
    lines = [
        "self = new(twin)",
        *(_line(name, known) for name in names),
        "self.__class__ = cls",
        "return self",
    ]
    known |= {f"{name}_slot": cls.__dict__[name].__get__ for name in names}
    copied = "".join(f"\n self.{name} = {name}_slot(old)" for name in names)
    exec(
        f"def made({', '.join(heads)}):\n " + "\n ".join(lines) + "\n"
        f"def changed(old, fields):\n self = new(twin){copied}\n for name in fields:\n"
        "  setattr(self, name, fields[name])\n self.__class__ = cls\n return self",
        known,
    )
    return known["made"], known["changed"]


def untracked(value: T) -> T:
    """The value, which Python's search for garbage passes over from now on, where it can be told so.

    For what is kept for good and is part of no ring.
    """
    return value


def untracked_whole(value: T) -> T:
    """The same for a value that dictionaries, lists and tuples alone make up, with all that it holds."""
    return value


def rounded(share: float) -> float:
    """A share, or how sure something is, to four digits; compiled, the same.

    >>> rounded(2 / 3)
    0.6667
    """
    return round(share, 4)


if compiled:
    rounded = compiled.rounded
    untracked = compiled.untracked
    untracked_whole = compiled.untracked_whole


_MAKERS: dict[type, Any] = {}
_CHANGERS: dict[type, Any] = {}


def changed(value: T, **fields: Any) -> T:
    """The same value of a `quick` class with some fields changed; what waits to be worked out waits on.

    `dataclasses.replace` would ask for every field first.

    >>> from dataclasses import dataclass
    >>> @asked("size")
    ... @quick
    ... @dataclass(frozen=True, slots=True)
    ... class Word:
    ...     text: str
    ...     size: int
    >>> changed(Word("Roman", later(lambda: 5)), text="Ivan")
    Word(text='Ivan', size=5)
    """
    return _CHANGERS[type(value)](value, fields)  # type: ignore[no-any-return]


def maker(cls: type[T]) -> type[T]:
    """What makes values of a `quick` class, a plain function: half the time of calling the class.

    >>> from dataclasses import dataclass
    >>> @quick
    ... @dataclass(frozen=True, slots=True)
    ... class Word:
    ...     text: str
    >>> maker(Word)("Roman")
    Word(text='Roman')
    """
    return cast(type[T], _MAKERS[cls])


def _head(field: Field[Any], known: dict[str, Any]) -> str:
    """A field among the constructor's arguments, with its default."""
    if field.default_factory is not MISSING:
        known[f"{field.name}_made"] = field.default_factory
        return f"{field.name}=factory"
    if field.default is not MISSING:
        known[f"{field.name}_default"] = field.default
        return f"{field.name}={field.name}_default"
    return field.name


def _line(name: str, known: dict[str, Any]) -> str:
    """The line that sets a field."""
    if f"{name}_made" in known:
        return f"self.{name} = {name}_made() if {name} is factory else {name}"
    return f"self.{name} = {name}"


@quick
@dataclass(frozen=True, slots=True)
class _Later:
    """The work that a field still waits for."""

    work: Callable[..., Any]


@quick
@dataclass(frozen=True, slots=True)
class _Told:
    """Work that wants the value whose field it is for, after what is known already."""

    work: Callable[..., Any]
    known: tuple[Any, ...]


_later, _told = maker(_Later), maker(_Told)
