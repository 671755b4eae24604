"""The reader's beam search: through chunks of letters, foreseen by two back-off models.

A *chunk* pairs one to three letters of the original script with what stands for them in the
other ("ш=sch"). Chunks follow one another by a back-off model, their original letters by another. Where
`_loops.c` has been compiled, its reader runs in place of this one (see `loops`).
"""

from __future__ import annotations

__all__ = ["Backoff", "Reader"]

_FAR = 1e9
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
Partial = tuple[float, str, Node, Node]  # cost, original letters so far, the nodes of both models


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
        for at in range(size):
            if not beams[at]:
                continue
            kept = self.nodes(beams[at], limits[at], beam)
            for end in range(at + 1, min(size, at + self.longest) + 1):
                spelling = word[at:end]
                if spelling in self.natives:
                    limits[end] = self.extend(kept, spelling, beams[end], limits[end], within)
                elif spelling not in self.starts:
                    break
        return [
            (cost + (self.chunks.cost(state, "$") + self.letters.cost(spot, "$") * self.weight), native)
            for cost, native, state, spot in self.nodes(beams[size], limits[size], beam)
        ]

    def extend(
        self, kept: list[Partial], spelling: str, there: dict[str, Path], limit: float, within: float
    ) -> float:
        """Let a piece of spelling follow partial readings; what comes out is put `there`, up to a limit.

        The limit is told anew: no more than `within` behind the best.
        """
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
        return limit

    def nodes(self, paths: dict[str, Path], limit: float, beam: int) -> list[Partial]:
        """The best partial readings, the cheapest first, with the nodes of both models where they stand."""
        found: list[Partial] = []
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
