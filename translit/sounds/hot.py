"""The hot loops: the reader's beam search through chunks of letters, and the path from word to word.

Where `_hot.c` has been compiled (see `hatch_build.py`), `compiled` is that module, and its loops run
in place of these; they give the same answers.

A *chunk* pairs one to three letters of the original script with what stands for them in the
other ("ш=sch"). Chunks follow one another by a back-off model, their original letters by another.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Set
from itertools import accumulate
from typing import Any, Protocol

from translit.compiled import module
from translit.sounds.packed import FORMAT

__all__ = [
    "Backoff",
    "Lines",
    "Listener",
    "Reader",
    "Ruler",
    "compiled",
    "cutter",
    "lines",
    "listener",
    "made",
    "ruler",
    "shares",
    "vowels",
    "vowels_apart",
]

_FAR = 1e9

compiled = module("translit.sounds._hot", FORMAT)

Link = tuple[float, str, str]  # what a chunk costs where it comes next, its original letters, the chunk
Links = tuple[float, list[Link]]  # links, the cheapest first, and what all of them cost besides


class Node:
    """What a model knows after one history: what may follow, and what backing off costs."""

    __slots__ = ("back", "history", "less", "line", "links", "steps", "tail")

    def __init__(self, history: str, tail: str, line: str, back: float, less: Node | None) -> None:
        self.history = history
        self.tail = tail  # what of it counts when one more has come
        self.line = line
        self.back = back
        self.less = less  # the node of the longest shorter history
        self.steps: dict[str, float] = {}
        self.links: dict[str, Links] = {}


def own_cost(line: str, following: str) -> float:
    """What the line of a history gives for what follows; below 0 where it does not have it."""
    at = line.find(" " + following + ":")
    if at < 0:
        return -1.0
    at += len(following) + 2
    end = line.find(" ", at)
    return float(line[at:] if end < 0 else line[at:end])


class Backoff:
    """A back-off model of sequences: the cost (in nats) of what comes next.

    `lines` maps a history to its back-off cost and the costs of what may follow it, as the table's
    cells have them ("0.41 а:0.52 б:1.30"); in a line, the few that are asked for are looked up as text.
    """

    def __init__(self, lines: dict[str, str], blank: str, unseen: float) -> None:
        self.lines = lines
        self.blank = blank
        self.unseen = unseen
        self.nodes: dict[str, Node] = {}
        self.longest = max([history.count(blank) for history in lines]) if blank else 0
        self.root = self.node("")

    def node(self, history: str) -> Node:
        """The node of the longest end of a history that the model knows."""
        found = self.nodes.get(history)
        while found is None:
            if history in self.lines or not history:
                return self.made(history)
            history = self.shorter(history)
            found = self.nodes.get(history)
        return found

    def made(self, history: str) -> Node:
        """The node of a history that the model knows, from its line."""
        line = self.lines.get(history, "0 ")
        back = float(line[: line.find(" ")])
        tail = history
        if self.blank and history.count(self.blank) == self.longest:
            tail = self.shorter(history)
        found = Node(history, tail, line, back, self.node(self.shorter(history)) if history else None)
        self.nodes[history] = found
        return found

    def shorter(self, history: str) -> str:
        """The history without its oldest member."""
        if not self.blank:
            return history[1:]
        at = history.find(self.blank)
        return "" if at < 0 else history[at + 1 :]

    def cost(self, node: Node, following: str) -> float:
        """The cost of what follows a history, by the longest end of it that knows."""
        paid = 0.0
        here: Node | None = node
        while here is not None:
            found = own_cost(here.line, following)
            if found >= 0:
                return paid + found
            paid += here.back
            here = here.less
        return paid + self.unseen


Path = tuple[float, str, str, str]  # cost, original letters so far, the chunks before the last, the last


class Reader:
    """Reads a spelling: the likeliest original forms with their costs.

    `weight` is how much the letter model counts beside the chunk model. A chunk is foreseen from
    two or three chunks before it, a letter from `reach` letters.
    """

    def __init__(self, chunks: Backoff, letters: Backoff, reach: int, weight: float) -> None:
        self.chunks = chunks
        self.letters = letters
        self.reach = reach
        self.weight = weight
        self.longest = 1
        natives: dict[str, list[Link]] = {}
        for cell in chunks.root.line.split(" ")[1:]:
            chunk = cell[: cell.rfind(":")]
            at = chunk.find("=")
            if at > 0:
                link = (float(cell[len(chunk) + 1 :]), chunk[:at], chunk)
                natives.setdefault(chunk[at + 1 :], []).append(link)
        self.natives: dict[str, Links] = chunks.root.links
        self.starts: set[str] = set()  # what a longer piece of spelling begins with
        for spelling, links in natives.items():
            links.sort()
            self.natives[spelling] = (0.0, links)
            self.longest = max(self.longest, len(spelling))
            for at in range(1, len(spelling)):
                self.starts.add(spelling[:at])

    def link(self, node: Node, spelling: str) -> Links:
        """The chunks that may read a piece of spelling after a history."""
        less = node.less
        if less is None:
            return self.natives[spelling]
        lower = less.links.get(spelling)
        if lower is None:
            lower = self.link(less, spelling)
        line = node.line
        links = lower[1]
        back = node.back + lower[0]
        if line.find("=" + spelling + ":") < 0:
            found = (back, links)
            node.links[spelling] = found
            return found
        own: list[Link] = []
        for cost, native, chunk in links:
            mine = own_cost(line, chunk)
            own.append((cost + back if mine < 0 else mine, native, chunk))
        own.sort()
        found = (0.0, own)
        node.links[spelling] = found
        return found

    def step(self, node: Node, native: str) -> float:
        """The cost of some letters after a node of the letter model."""
        first = native[0]
        if len(native) > 1:
            known = node.steps.get(first)
            cost = self.step(node, first) if known is None else known
            there = self.letters.node((node.history + first)[-self.reach :])
            known = there.steps.get(native[1:])
            cost += self.step(there, native[1:]) if known is None else known
        else:
            own = own_cost(node.line, native)
            less = node.less
            if own >= 0:
                cost = own * self.weight
            elif less is None:
                cost = (node.back + self.letters.unseen) * self.weight
            else:
                known = less.steps.get(native)
                cost = node.back * self.weight + (self.step(less, native) if known is None else known)
        node.steps[native] = cost
        return cost

    def read(self, word: str, beam: int, within: float) -> list[tuple[float, str]]:
        """Every reading the beam ends with: its cost and its letters; unsorted.

        `beam` is how many partial readings are kept at each letter, `within` how far (in nats)
        behind the best they may lie.
        """
        size = len(word)
        beams: list[dict[str, Path]] = [{} for _ in range(size + 1)]
        limits: list[float] = [_FAR] * (size + 1)  # at each letter, the best cost and what may lie behind
        beams[0][""] = (0.0, "", "", "^")
        natives = self.natives
        starts = self.starts
        for at in range(size):
            if not beams[at]:
                continue
            kept = self.nodes(beams[at], limits[at], beam)
            for end in range(at + 1, min(size, at + self.longest) + 1):
                spelling = word[at:end]
                if spelling not in natives:
                    if spelling in starts:
                        continue
                    break
                there = beams[end]
                limit = limits[end]
                for base, before, state, spot in kept:
                    links = state.links.get(spelling)
                    if links is None:
                        links = self.link(state, spelling)
                    steps = spot.steps
                    tail = state.tail
                    base += links[0]
                    for cost, native, chunk in links[1]:
                        cost += base
                        if cost > limit:
                            break
                        step = steps.get(native)
                        cost += self.step(spot, native) if step is None else step
                        if cost > limit:
                            continue
                        if cost + within < limit:
                            limit = cost + within
                        whole = before + native
                        known = there.get(whole)
                        if known is None or cost < known[0]:
                            there[whole] = (cost, whole, tail, chunk)
                limits[end] = limit
        found: list[tuple[float, str]] = []
        for cost, native, state, spot in self.nodes(beams[size], limits[size], beam):
            end_cost = self.chunks.cost(state, "$") + self.letters.cost(spot, "$") * self.weight
            found.append((cost + end_cost, native))
        return found

    def nodes(self, paths: dict[str, Path], limit: float, beam: int) -> list[tuple[float, str, Node, Node]]:
        """The best partial readings, the cheapest first, with the nodes of both models where they stand."""
        found: list[tuple[float, str, Node, Node]] = []
        chunks = self.chunks
        letters = self.letters
        for cost, native, tail, chunk in sorted(paths.values())[:beam]:
            if cost > limit:
                break
            history = tail + " " + chunk if tail else chunk
            state = chunks.nodes.get(history)
            if state is None:
                state = chunks.node(history)
            history = native[-self.reach :]
            if len(native) < self.reach:
                history = "^" + native
            spot = letters.nodes.get(history)
            if spot is None:
                spot = letters.node(history)
            found.append((cost, native, state, spot))
        return found


_VOWELS = "aeiouy"
_PLAIN = {
    "ou": "u",
    "oo": "u",
    "o": "u",
    "ee": "i",
    "y": "i",
    "ay": "y",
    "ai": "y",
    "ei": "y",
    "ey": "y",
    "eu": "u",
}
_NEAR = {"ae": 0.2, "ei": 0.2, "eu": 0.7, "iy": 0.5, "ey": 0.3, "ay": 0.4, "ai": 0.8, "au": 1.0, "iu": 1.2}
_SKIP = {"a": 0.7, "e": 0.4, "i": 0.7, "u": 0.8, "y": 0.9, "C": 1.0}


def _pattern(word: str) -> str:
    """The pattern of an Arabic name's vowels in Latin letters: each consonant a C, each vowel plain.

    >>> vowels("mahmoud"), vowels("muhammad"), vowels("khaled")
    ('CaCCuC', 'CuCaCaC', 'CaCeC')
    """
    pattern = ""
    at = 0
    size = len(word)
    last = ""
    while at < size:
        letter = word[at]
        if letter in _VOWELS and not (letter == "y" and at + 1 < size and word[at + 1] in _VOWELS):
            end = at + 1
            while (
                end < size
                and word[end] in _VOWELS
                and not (word[end] == "y" and end + 1 < size and word[end + 1] in _VOWELS)
            ):
                end += 1
            group = word[at:end]
            plain = _PLAIN.get(group, group[0])
            pattern += "u" if plain == "o" else plain
            at = end
            last = ""
            continue
        if not (letter == last or (letter == "h" and last in ("s", "k", "g", "d", "t", "c") and last)):
            pattern += "C"
        last = letter
        at += 1
    return pattern


def _patterns_apart(left: str, right: str) -> float:
    """How far two patterns of vowels contradict each other.

    >>> vowels_apart("CaCeC", "CaCiC") < vowels_apart("CaCCuC", "CuCaCaC")
    True
    """
    if left == right:
        return 0.0
    row: list[float] = [0.0]
    for letter in right:
        row.append(row[-1] + _SKIP[letter])
    for one in left:
        skip = _SKIP[one]
        diagonal = row[0]
        row[0] += skip
        for at, other in enumerate(right, 1):
            if one == other:
                cost = diagonal
            elif one == "C" or other == "C":
                cost = diagonal + 2.0
            else:
                cost = diagonal + _NEAR.get(one + other if one < other else other + one, 1.0)
            diagonal = row[at]
            if cost > diagonal + skip:
                cost = diagonal + skip
            if cost > row[at - 1] + _SKIP[other]:
                cost = row[at - 1] + _SKIP[other]
            row[at] = cost
    return row[-1]


Known = Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]  # full spellings, patterns of vowels


class Listener:
    """Reads a spelling and weighs what is known of its readings.

    `gains` are nats that a reading gains, `known` has the patterns of its vowels in Latin letters; it loses
    `vowels` for each vowel that contradicts all of them, and `ending` where it drops the i that its
    spelling ends with, none of `before_i` being its last letter.
    """

    def __init__(
        self,
        reader: Reader,
        gains: Mapping[str, float],
        known: Known,
        before_i: str,
        vowels: float,
        ending: float,
    ) -> None:
        self.reader = reader
        self.gains = gains
        self.known = known
        self.before_i = before_i
        self.vowels = vowels
        self.ending = ending

    def costs(self, word: str, pattern: str, beam: int, within: float) -> list[tuple[float, str]]:
        """The readings of a spelling, the cheapest first; `pattern` is that of its vowels, or none."""
        read, gains = self.reader.read(word, beam, within), self.gains
        found = [(cost - gains.get(native, 0.0), native) for cost, native in read]
        if pattern:
            found = [(cost + self._loss(native, pattern), native) for cost, native in found]
        found.sort()
        return found

    def sought(
        self,
        word: str,
        pattern: str,
        listed: Set[str],
        first: tuple[int, float],
        lead: float,
        beam: int,
        within: float,
    ) -> tuple[list[tuple[float, str]], bool]:
        """The costs of a first look where the best of them leads and is listed or known, or else of a second.

        The other value tells whether the first look did.
        """
        found = self.costs(word, pattern, *first)
        leads = len(found) == 1 or (found and found[1][0] - found[0][0] > lead)
        if leads and (found[0][1] in self.known or found[0][1] in listed):
            return found, True
        return self.costs(word, pattern, beam, within), False

    def _loss(self, native: str, pattern: str) -> float:
        """The nats a reading loses for other vowels than its row has, or where the i at the end is lost."""
        loss = self.ending if pattern[-1] == "i" and native[-1] not in self.before_i else 0.0
        known = self.known.get(native)
        if known is not None and known[1]:
            loss += self.vowels * min([_patterns_apart(pattern, other) for other in known[1]])
        return loss


def _shares(
    costs: list[tuple[float, str]], warmth: float, least: float, more: float
) -> tuple[tuple[str, float], ...]:
    """What each reading is likely to be, the cheapest first; those with too little a share are dropped.

    `warmth` says how far the costs tell, `more` what all that was not read adds to the whole.

    >>> found = shares([(1.0, "песков"), (3.0, "пешков"), (19.0, "писков")], 0.6, 0.001, 1.0)
    >>> [(native, round(share, 2)) for native, share in found]
    [('песков', 0.77), ('пешков', 0.23)]
    """
    odds = [(native, math.exp(warmth * (costs[0][0] - cost))) for cost, native in costs]
    total = 0.0
    for _, share in odds:
        total += share
    total *= more
    return tuple([(native, share / total) for native, share in odds if share > least * total])


class Ruler:
    """The costs of symbols: of each beside each, and of leaving each out.

    A row of symbols is a text: the letter `chr(number)` stands for the symbol of that number. Symbols
    beyond the numbers known cost what is `strange` beside others and `unknown` by themselves; rows of
    which one is far longer are `hopeless`.
    """

    def __init__(
        self, costs: list[list[float]], gaps: list[float], strange: float, unknown: float, hopeless: float
    ) -> None:
        self.costs = [dict(enumerate(row)) for row in costs]
        self.gaps = dict(enumerate(gaps))
        self.strange = strange
        self.unknown = unknown
        self.hopeless = hopeless

    def apart(self, left: str, right: str) -> float:
        """How far two rows of symbols are apart, in nats per symbol."""
        if left == right:
            return 0.0
        one, other = len(left), len(right)
        if one > 2 * other + 2 or other > 2 * one + 2:
            return self.hopeless
        return 2 * self._cost(list(map(ord, left)), list(map(ord, right))) / (one + other)

    def _cost(self, left: list[int], right: list[int]) -> float:
        """The cost of the cheapest path, one for one or left out."""
        skips = [self.gaps.get(symbol, self.unknown) for symbol in right]
        row = list(accumulate(skips, initial=0.0))
        for one in left:
            skip = self.gaps.get(one, self.unknown)
            known = self.costs[one] if one < len(self.costs) else {}
            diagonal = row[0]
            before = diagonal + skip
            row[0] = before
            for at, other in enumerate(right, 1):
                cost = diagonal + known.get(other, 0.0 if one == other else self.strange)
                diagonal = row[at]
                if diagonal + skip < cost:
                    cost = diagonal + skip
                before += skips[at - 1]
                if before < cost:
                    cost = before
                row[at] = before = cost
        return row[-1]


def made(name: str, pure: Any) -> Any:
    """The compiled twin of a loop, or the loop itself."""
    return getattr(compiled, name, pure)


ruler: type[Ruler] = made("Ruler", Ruler)
cutter: Any = made("Cutter", None)  # near.py has its twin
vowels: Callable[[str], str] = made("vowels", _pattern)
vowels_apart: Callable[[str, str], float] = made("vowels_apart", _patterns_apart)
shares: Callable[[list[tuple[float, str]], float, float, float], tuple[tuple[str, float], ...]] = made(
    "shares", _shares
)


class Lines(Protocol):
    """What a large table of two columns tells of a word."""

    def get(self, word: str, /) -> str | None:
        """What the line of a word tells, None where there is none."""
        ...

    def __contains__(self, word: object, /) -> bool:
        """Has the table a line of this word?"""
        ...


def lines(table: bytes) -> Lines:
    """The lines of a table of two columns by their words, without its header.

    Compiled, they are found where they stand.

    >>> known = lines("native\\tkinds\\nанна\\tgf\\n".encode())
    >>> known.get("анна"), known.get("яна"), "native" in known
    ('gf', None, False)
    """
    if compiled:
        made: Lines = compiled.Lines(table)
        return made
    cells = (line.rstrip("\r").partition("\t") for line in table.decode().split("\n")[1:])
    return {word: told for word, tab, told in cells if tab}


def listener(reader: Any, *known: Any) -> Any:
    """A Listener with a reader of either kind, compiled where that is."""
    return Listener(reader, *known) if isinstance(reader, Reader) else compiled.Listener(reader, *known)
