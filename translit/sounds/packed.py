"""The two models of the reader as arrays, for the compiled loops of `_loops.c`.

A letter has a number of one byte ("^" 1, "$" 2, then the others in the order of their code
points); a history of letters is these bytes in one number, the latest the lowest. Chunks are
numbered in the order of spelling and original letters, after "^", which is 0; a history of up to
three of them is one number, too, each one more than its number and 21 bits wide. Costs are hundredths of
nats, as the tables have them.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, pairwise

__all__ = ["FORMAT", "as_numbers", "in_planes", "packed"]

FORMAT = 13  # as in _loops.c
_NATIVE, _PIECE, _REACH, _NUMBERS, _MOST = 4, 8, 7, 61, 250
_BEFORE, _WIDTH = 3, 21
_DEAREST = 327.0  # nats

# Arrays whose numbers grow, or go up and down by little.
_GROWING = frozenset(("letters.firsts", "letters.lesses", "chunks.firsts"))

Lines = Mapping[str, str]
Cells = list[tuple[str, float]]
Arrays = dict[str, bytes]
Packed = tuple[Arrays, str, str]
# The bytes of a number of each array.
_WIDE = {
    "histories": 8, "keys": 8,
    "lesses": 4, "firsts": 4, "then": 4, "spellings": 4, "natives": 4, "numbers": 4,
    "backs": 2, "costs": 2, "ends": 2,
    "letters.then": 1,
}  # fmt: skip


def packed(chunks: Lines, letters: Lines, reach: int) -> Packed | None:
    """The arrays of both models, and the letters of the two sides; None where they do not fit.

    >>> arrays, alphabet, written = packed({"": "0 a=b:1.5 $:2"}, {"": "0 a:1"}, 4)
    >>> alphabet[1:], written, arrays["natives"][4:]
    ('^$a', 'b', b'\\x03\\x00\\x00\\x00')
    """
    pairs = sorted(
        (spelling, native)
        for native, equals, spelling in (cell.partition("=") for cell, _ in _cells(chunks[""]))
        if equals
    )
    alphabet = sorted(set("".join(_texts(letters, pairs))) - {"^", "$"})
    written = sorted({letter for spelling, _ in pairs for letter in spelling})
    if (
        max(len(native) for _, native in pairs) > _NATIVE
        or max(len(spelling) for spelling, _ in pairs) > _PIECE
        or max(len(history.split(" ")) for history in chunks) > _BEFORE
        or max(reach, *map(len, letters)) > _REACH
        or len(alphabet) > _NUMBERS
        or len(written) > _MOST
        or max(*alphabet, *written) > "\uffff"
        or not (_orderly(chunks, " ") and _orderly(letters, ""))
    ):
        return None
    numbers = {letter: number for number, letter in enumerate(("^", "$", *alphabet), 1)}
    arrays = _letters(letters, numbers) | _chunks(chunks, pairs, numbers) | _pieces(pairs, written)
    return arrays, "".join(("\0", *numbers)), "".join(written)


def in_planes(found: Packed | None) -> Packed | None:
    """The arrays as they are kept: the first bytes of all numbers, then the second; so they press smaller.

    Numbers that grow are kept as the steps between them.

    >>> kept = in_planes(({"backs": b"\\x01\\x00\\x02\\x00"}, "", ""))
    >>> kept[0]["backs"], as_numbers(kept)[0]["backs"]
    (b'\\x01\\x02\\x00\\x00', b'\\x01\\x00\\x02\\x00')
    """
    if found is None:
        return None
    arrays = {}
    for name, data, wide in _wide(found[0]):
        told = _steps(data) if name in _GROWING else data
        arrays[name] = b"".join([told[at::wide] for at in range(wide)])
    return arrays, *found[1:]


def as_numbers(kept: Packed) -> Packed:
    """The arrays again, of what `in_planes` made of them."""
    arrays = {}
    for name, data, wide in _wide(kept[0]):
        whole, size = bytearray(len(data)), len(data) // wide
        for at in range(wide):
            whole[at::wide] = data[at * size : (at + 1) * size]
        told = array("i", bytes(whole)) if name in _GROWING else None
        arrays[name] = bytes(whole) if told is None else array("i", accumulate(told)).tobytes()
    return arrays, *kept[1:]


def _steps(data: bytes) -> bytes:
    """Numbers of four bytes, each as what it is more than the one before it."""
    numbers = array("i", data)
    return array("i", [*numbers[:1], *(after - before for before, after in pairwise(numbers))]).tobytes()


def _wide(arrays: Arrays) -> Iterator[tuple[str, bytes, int]]:
    """Each array with the bytes of one of its numbers."""
    for name, data in arrays.items():
        yield name, data, _WIDE.get(name) or _WIDE[name.rpartition(".")[2]]


def _orderly(lines: Lines, blank: str) -> bool:
    """True where costs are hundredths that fit, and each history is known without its last member too."""
    whole = (history.rpartition(blank)[0] if blank else history[:-1] for history in lines)
    costs = [float(line.partition(" ")[0]) for line in lines.values()]
    costs += [cost for line in lines.values() for _, cost in _cells(line)]
    fit = all(0 <= cost < _DEAREST and round(cost, 2) == cost for cost in costs)
    return fit and lines.keys() >= set(whole)


def _cells(line: str) -> Cells:
    """What may follow a history, with its cost."""
    cells = (cell.rpartition(":") for cell in line.split(" ")[1:] if cell)
    return [(member, float(cost)) for member, _, cost in cells]


def _hundredths(costs: Iterable[float]) -> bytes:
    """Costs as the compiled reader has them."""
    return array("h", [round(100 * cost) for cost in costs]).tobytes()


def _texts(letters: Lines, pairs: Iterable[tuple[str, str]]) -> Iterator[str]:
    """All that has original letters."""
    yield from letters
    yield from (letter for line in letters.values() for letter, _ in _cells(line))
    yield from (native for _, native in pairs)


def _model(name: str, nodes: Sequence[tuple[int, str, int, Cells]]) -> Arrays:
    """A model's nodes: the number of each history, its line, the node of the shorter one, what follows."""
    firsts = [0]
    for *_, cells in nodes:
        firsts.append(firsts[-1] + len(cells))
    return {
        f"{name}.histories": array("Q", [history for history, *_ in nodes]).tobytes(),
        f"{name}.backs": _hundredths(float(line.partition(" ")[0]) for _, line, *_ in nodes),
        f"{name}.lesses": array("i", [less for _, _, less, _ in nodes]).tobytes(),
        f"{name}.firsts": array("i", firsts).tobytes(),
        f"{name}.costs": _hundredths(cost for *_, cells in nodes for _, cost in cells),
    }


def _letters(lines: Lines, numbers: Mapping[str, int]) -> Arrays:
    """The letter model, the root first."""
    places = {history: place for place, history in enumerate(sorted(lines))}
    nodes = []
    for history in places:
        number = 0
        for letter in history:
            number = number << 8 | numbers[letter]
        shorter = history[1:]
        while shorter not in places:
            shorter = shorter[1:]
        less = places[shorter] if history else -1
        nodes.append((number, lines[history], less, _cells(lines[history])))
    followers = bytes(numbers[letter] for *_, cells in nodes for letter, _ in cells)
    return _model("letters", nodes) | {"letters.then": followers}


def _chunks(lines: Lines, pairs: Sequence[tuple[str, str]], numbers: Mapping[str, int]) -> Arrays:
    """The chunk model, the root first, and what its chunks are."""
    ids = {f"{native}={spelling}": number for number, (spelling, native) in enumerate(pairs, 1)} | {"^": 0}
    places: dict[tuple[str, ...], int] = {}
    for history in sorted(lines):
        members = tuple(history.split())
        if len(members) <= _BEFORE and all(member in ids for member in members):
            places[members] = len(places)
    nodes, then, ends = [], array("i"), list[float]()
    for members in places:
        number = 0
        for member in members:
            number = number << _WIDTH | ids[member] + 1
        shorter = members[1:]
        while shorter not in places:
            shorter = shorter[1:]
        less = places[shorter] if members else -1
        cells = _cells(lines[" ".join(members)])
        ends.append(dict(cells).get("$", -1.0))
        known = [(chunk, cost) for chunk, cost in cells if chunk in ids]
        then.extend(ids[chunk] for chunk, _ in known)
        nodes.append((number, lines[" ".join(members)], less, known))
    natives = [bytes(numbers[letter] for letter in native) for _, native in pairs]
    spellings = _numbered(pairs)
    return _model("chunks", nodes) | {
        "chunks.then": then.tobytes(),
        "chunks.ends": _hundredths(ends),
        "natives": b"".join(native.ljust(_NATIVE, b"\0") for native in (b"", *natives)),
        "spellings": array("i", [0, *(spellings[spelling] for spelling, _ in pairs)]).tobytes(),
    }


def _numbered(pairs: Iterable[tuple[str, str]]) -> dict[str, int]:
    """The numbers of the pieces of spelling, from 1."""
    return {spelling: number for number, spelling in enumerate(sorted({one for one, _ in pairs}), 1)}


def _pieces(pairs: Iterable[tuple[str, str]], written: Sequence[str]) -> Arrays:
    """The pieces of spelling by their letters' numbers; 0 where a longer piece only begins so."""
    numbers = {letter: number for number, letter in enumerate(written, 1)}
    keys: dict[int, int] = {}
    for spelling, number in _numbered(pairs).items():
        key = 0
        for letter in spelling:
            key = key << 8 | numbers[letter]
            keys.setdefault(key, 0)
        keys[key] = number
    return {
        "pieces.keys": array("Q", keys).tobytes(),
        "pieces.numbers": array("i", keys.values()).tobytes(),
    }
