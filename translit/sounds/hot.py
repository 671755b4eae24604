"""The one hot loop of the reader: beam search through chunks of letters.

Written so that mypyc can compile it (see `hatch_build.py`); the same source runs as plain Python.

A *chunk* pairs one to three letters of the original script with what stands for them in the
other ("ш=sch"). Chunks follow one another by a back-off model, their original letters by another.
"""

from __future__ import annotations

__all__ = ["Backoff", "Reader", "path_cost", "vowels", "vowels_apart"]

_FAR = 1e9


class Backoff:
    """A back-off model of sequences: the cost (in nats) of what comes next.

    `lines` maps a history to its back-off cost and the costs of what may follow it, in the form
    of the table's cells ("0.41", "а:0.52 б:1.30"); a line is taken apart when first needed.
    """

    def __init__(self, lines: dict[str, tuple[str, str]], blank: str, unseen: float) -> None:
        self.lines = lines
        self.blank = blank
        self.unseen = unseen
        self.known: dict[str, dict[str, float]] = {}
        self.back: dict[str, float] = {}

    def followers(self, history: str) -> dict[str, float]:
        """What was seen after a history, with its cost; empty where the history is unknown."""
        found = self.known.get(history)
        if found is None:
            found = {}
            self.back[history] = 0.0
            line = self.lines.get(history)
            if line is not None:
                self.back[history] = float(line[0])
                for cell in line[1].split(" "):
                    at = cell.rfind(":")
                    found[cell[:at]] = float(cell[at + 1 :])
            self.known[history] = found
        return found

    def shorter(self, history: str) -> str:
        """The history without its oldest member."""
        if not self.blank:
            return history[1:]
        at = history.find(self.blank)
        return "" if at < 0 else history[at + 1 :]

    def chain(self, history: str) -> list[tuple[dict[str, float], float]]:
        """What is known after a history and after each shorter one, with what backing off to there costs."""
        found: list[tuple[dict[str, float], float]] = []
        paid = 0.0
        while True:
            found.append((self.followers(history), paid))
            paid += self.back[history]
            if not history:
                break
            history = self.shorter(history)
        found.append(({}, paid + self.unseen))
        return found

    def cost(self, history: str, following: str) -> float:
        """The cost of what follows a history."""
        return along(self.chain(history), following)

    def seen(self, history: str) -> str:
        """The longest end of a history that the model knows."""
        while history and history not in self.lines:
            history = self.shorter(history)
        return history


def along(chain: list[tuple[dict[str, float], float]], following: str) -> float:
    """The cost of what follows, by the longest history that knows it."""
    paid = 0.0
    for followers, paid in chain:
        found = followers.get(following)
        if found is not None:
            return paid + found
    return paid


class Spot:
    """A state of the letter model, with the states its next letters lead to."""

    def __init__(self, history: str) -> None:
        self.history = history
        self.steps: dict[str, tuple[float, Spot]] = {}
        self.chain: list[tuple[dict[str, float], float]] = []
        self.end = -1.0


class Link:
    """A chunk that may come next: its original letters, its cost and the state it leads to."""

    def __init__(self, native: str, cost: float, state: State) -> None:
        self.native = native
        self.cost = cost
        self.state = state


class State:
    """A state of the chunk model, with the links each piece of spelling opens."""

    def __init__(self, history: str) -> None:
        self.history = history
        self.links: dict[str, list[Link]] = {}
        self.end = -1.0


class Path:
    """A partial reading: where it stands in both models, what it read, and at what cost."""

    def __init__(self, state: State, spot: Spot, native: str, cost: float) -> None:
        self.state = state
        self.spot = spot
        self.native = native
        self.cost = cost


def _cost(path: Path) -> float:
    return path.cost


class Reader:
    """Reads a spelling: the likeliest original forms with their costs.

    `weight` is how much the letter model counts beside the chunk model, `beam` how many partial
    readings are kept at each letter, `within` how far (in nats) behind the best they may lie.
    """

    def __init__(
        self,
        chunks: Backoff,
        letters: Backoff,
        order: tuple[int, int],
        weight: float,
        beam: int,
        within: float,
    ) -> None:
        self.chunks = chunks
        self.letters = letters
        self.chunk_order = order[0]
        self.letter_order = order[1]
        self.weight = weight
        self.beam = beam
        self.within = within
        self.states: dict[str, State] = {}
        self.spots: dict[str, Spot] = {}
        self.natives: dict[str, list[str]] = {}
        self.longest = 1
        for chunk in chunks.followers(""):
            at = chunk.find("=")
            if at > 0:
                spelling = chunk[at + 1 :]
                self.natives.setdefault(spelling, []).append(chunk[:at])
                self.longest = max(self.longest, len(spelling))

    def state(self, history: str) -> State:
        """The chunk model's state for a history."""
        history = self.chunks.seen(history)
        found = self.states.get(history)
        if found is None:
            found = State(history)
            self.states[history] = found
        return found

    def spot(self, history: str) -> Spot:
        """The letter model's state for a history."""
        history = self.letters.seen(history)
        found = self.spots.get(history)
        if found is None:
            found = Spot(history)
            self.spots[history] = found
        return found

    def link(self, state: State, spelling: str) -> list[Link]:
        """The chunks that may read a piece of spelling in a state, the cheapest first."""
        chain = self.chunks.chain(state.history)
        costs: list[tuple[float, str]] = []
        limit = _FAR
        for native in self.natives.get(spelling, []):
            cost = along(chain, native + "=" + spelling)
            costs.append((cost, native))
            limit = min(limit, cost + self.within)
        links: list[Link] = []
        for cost, native in costs:
            if cost < limit:
                chunk = native + "=" + spelling
                history = state.history + " " + chunk if state.history else chunk
                while history.count(" ") >= self.chunk_order - 1:
                    history = self.chunks.shorter(history)
                links.append(Link(native, cost, self.state(history)))
        state.links[spelling] = links
        return links

    def step(self, spot: Spot, native: str) -> tuple[float, Spot]:
        """The cost of some letters after a state of the letter model, and the state they lead to."""
        if len(native) > 1:
            cost = 0.0
            there = spot
            for letter in native:
                stepped = there.steps.get(letter)
                if stepped is None:
                    stepped = self.step(there, letter)
                cost += stepped[0]
                there = stepped[1]
            found = (cost, there)
        else:
            if not spot.chain:
                spot.chain = self.letters.chain(spot.history)
            history = (spot.history + native)[-(self.letter_order - 1) :]
            found = (along(spot.chain, native) * self.weight, self.spot(history))
        spot.steps[native] = found
        return found

    def prune(self, paths: dict[str, Path]) -> list[Path]:
        """The best partial readings."""
        kept = list(paths.values())
        best = _FAR
        for path in kept:
            if path.cost < best:
                best = path.cost
        best += self.within
        kept = [path for path in kept if path.cost <= best]
        if len(kept) > self.beam:
            kept.sort(key=_cost)
            kept = kept[: self.beam]
        return kept

    def read(self, word: str) -> list[tuple[float, str]]:
        """Every reading the beam ends with: its cost and its letters; unsorted."""
        size = len(word)
        beams: list[dict[str, Path]] = [{} for _ in range(size + 1)]
        beams[0][""] = Path(self.state("^"), self.spot("^"), "", 0.0)
        for at in range(size):
            if not beams[at]:
                continue
            kept = self.prune(beams[at])
            for end in range(at + 1, min(size, at + self.longest) + 1):
                spelling = word[at:end]
                if spelling not in self.natives:
                    continue
                there = beams[end]
                for path in kept:
                    links = path.state.links.get(spelling)
                    if links is None:
                        links = self.link(path.state, spelling)
                    steps = path.spot.steps
                    for link in links:
                        native = link.native
                        stepped = steps.get(native)
                        if stepped is None:
                            stepped = self.step(path.spot, native)
                        cost = path.cost + link.cost + stepped[0]
                        whole = path.native + native
                        known = there.get(whole)
                        if known is None:
                            there[whole] = Path(link.state, stepped[1], whole, cost)
                        elif cost < known.cost:
                            known.state = link.state
                            known.spot = stepped[1]
                            known.cost = cost
        found: list[tuple[float, str]] = []
        for path in self.prune(beams[size]):
            state, spot = path.state, path.spot
            if state.end < 0:
                state.end = self.chunks.cost(state.history, "$")
            if spot.end < 0:
                spot.end = self.letters.cost(spot.history, "$") * self.weight
            found.append((path.cost + state.end + spot.end, path.native))
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


def vowels(word: str) -> str:
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


def vowels_apart(left: str, right: str) -> float:
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


def path_cost(left: list[int], right: list[int], costs: list[list[float]], gaps: list[float]) -> float:
    """The cost of the cheapest path from one row of symbols to another, one for one or left out."""
    row: list[float] = [0.0]
    total = 0.0
    for symbol in right:
        total += gaps[symbol]
        row.append(total)
    for one in left:
        skip = gaps[one]
        known = costs[one]
        diagonal = row[0]
        before = diagonal + skip
        row[0] = before
        for at, other in enumerate(right, 1):
            cost = diagonal + known[other]
            diagonal = row[at]
            if diagonal + skip < cost:
                cost = diagonal + skip
            before += gaps[other]
            if before < cost:
                cost = before
            row[at] = cost
            before = cost
    return row[-1]
