"""Many names: speed, memory and quality at scale, each figure beside what it is to reach.

    python bench/scale.py                       # every measure, ten thousand names
    python bench/scale.py --million             # the whole: a million names or rows, two processes
    python bench/scale.py --names 100000 --jobs 2 cluster search

The names are the crowd of `bench/crowd.py`, the towns of `bench/towns.py` and the list of `bench/mix.py`.
Peers (nameparser, nomenklatura, rapidfuzz) are measured in the same run where they are installed and can do
the task.
Every measure runs in a process of its own, so that caches are cold and its peak of memory is its own
and its children's; seconds of the processor are told too, since a busy machine does not change them.
`cluster` is run on a tenth of the names as well, and says how the time grows.
"""

from __future__ import annotations

import argparse
import contextlib
import csv
import math
import os
import random
import resource
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import TypeVar

from crowd import LANGUAGES, crowd
from mix import mix
from peers import by_logic, by_nameparser
from towns import towns

QUERIES = 500
PEER_QUERIES = 300  # of a peer that compares with every name there is
T = TypeVar("T")
_LOOK = 1.0  # seconds between two looks at the memory of other processes


def peak() -> str:
    """The peak of memory: of this process, and of the largest among its children."""
    kinds = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return " + ".join(f"{resource.getrusage(kind).ru_maxrss / 1024:,.0f}" for kind in kinds) + " MB"


def weight(pid: int) -> int:
    """The memory in kB of a process and all its children, shared pages counted once (Linux; else 0)."""
    try:
        told = Path(f"/proc/{pid}/smaps_rollup").read_text()
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return 0
    own = next((int(line.split()[1]) for line in told.splitlines() if line.startswith("Pss:")), 0)
    return own + sum(weight(int(child)) for child in children)


def watched(call: list[str]) -> tuple[int, float]:
    """Run a command: its exit code, and the peak of memory in MB of all its processes together."""
    done = threading.Event()
    peaks = [0]
    with subprocess.Popen(call) as process:

        def watch() -> None:
            while not done.wait(_LOOK):
                peaks.append(weight(process.pid))

        watcher = threading.Thread(target=watch)
        watcher.start()
        code = process.wait()
        done.set()
        watcher.join()
    return code, max(peaks) / 1024


def cpu() -> float:
    """The processor's seconds, of this process and its children: what a busy machine does not change."""
    used = os.times()
    return used.user + used.system + used.children_user + used.children_system


def timed(work: Callable[[], T]) -> tuple[float, T]:
    start = time.perf_counter()
    found = work()
    return time.perf_counter() - start, found


def say(what: str, *told: str) -> None:
    print(f"  {what:<38}{'  '.join(told)}", flush=True)


def names_of(size: int) -> list[tuple[int, str]]:
    return list(crowd(size))


def explain(size: int, jobs: int) -> None:
    """explain(), distinct names, one process, cold caches (to reach: 12,000/s)."""
    from translit import explain as read

    size = min(size, 50_000)
    texts = list(dict.fromkeys(text for _, text in names_of(size)))
    read("Roman Zabolotny", "person"), read("Bashar al-Assad", "person")
    _rated("translit.explain", texts, lambda text: read(text, "person"))
    with contextlib.suppress(ImportError):
        from nameparser import HumanName

        _rated("nameparser.HumanName", texts, lambda text: HumanName(text).last)
    with contextlib.suppress(ImportError):
        from followthemoney import model
        from nomenklatura.matching.logic_v2.names.analysis import entity_names

        def analysed(text: str) -> object:
            return entity_names(
                model.get_proxy({"id": text, "schema": "Person", "properties": {"name": [text]}})
            )

        analysed("Roman Zabolotny")
        _rated("nomenklatura logic-v2's analysis", texts, analysed)


def _rated(name: str, things: Sequence[T], work: Callable[[T], object], what: str = "names") -> None:
    before = cpu()
    took, _ = timed(lambda: [work(thing) for thing in things] and None)
    used = cpu() - before
    say(
        name,
        f"{len(things) / took:,.0f} {what}/s",
        f"{len(things) / used:,.0f} per second of the processor",
        peak(),
    )


def pairs(size: int, jobs: int) -> None:
    """Distinct pairs of the crowd from text to score, one process, cold caches (to reach: 5,000/s)."""
    from translit import compare as laid

    texts = [text for _, text in names_of(min(size, 20_000))]
    found = list(dict.fromkeys(pairwise(texts)))
    laid("Roman Zabolotny", "Zabolotnyj R.", "person"), laid("Bashar al-Assad", "Bachar Assad", "person")
    _rated("translit.compare", found, lambda pair: laid(*pair, "person"), "pairs")
    for name, made in (("nomenklatura logic-v2", by_logic), ("nameparser + rapidfuzz", by_nameparser)):
        with contextlib.suppress(ImportError):
            score = made("person")
            score("Roman Zabolotny", "Zabolotnyj R.")
            _rated(name, found, lambda pair, score=score: score(*pair), "pairs")


def compare(size: int, jobs: int) -> None:
    """Pairs of neighbours in the crowd and of strangers, of Readings made ready; rapidfuzz on the texts."""
    from rapidfuzz.fuzz import token_sort_ratio

    from translit import compare as laid
    from translit import explain as read
    from translit.comparison import prepare, scored

    size = min(size, 20_000)
    dice = random.Random(1)
    texts = [text for _, text in names_of(size)]
    for one, two in (("Roman Zabolotny", "Zabolotnyj R."), ("Bashar al-Assad", "Bachar Assad")):  # the tables
        scored(prepare(read(one, "person")), prepare(read(two, "person")))
    found = [read(text, "person") for text in texts]
    ready = [prepare(reading) for reading in found]
    pairs = [(at, at + 1) for at in range(size - 1)] + [
        (dice.randrange(size), dice.randrange(size)) for _ in texts
    ]
    for name, work in (
        ("translit.compare, first time", lambda a, b: laid(found[a], found[b])),
        ("translit.compare, again", lambda a, b: laid(found[a], found[b])),
        ("with its evidence", lambda a, b: laid(found[a], found[b]).parts),
        ("prepared, the score alone", lambda a, b: scored(ready[a], ready[b])),
        ("rapidfuzz token_sort_ratio", lambda a, b: token_sort_ratio(texts[a], texts[b])),
    ):
        _rated(name, pairs, lambda pair, work=work: work(*pair), "pairs")


def places(size: int, jobs: int) -> None:
    """explain(), distinct spellings of towns, one process, cold caches (to reach: 2,100/s).

    The peer is told the names of the tables, and that each text is one of them.
    """
    from rapidfuzz.fuzz import ratio
    from rapidfuzz.process import extractOne

    from translit import explain as read
    from translit.tables import built_in

    asked = list(towns(min(size, 20_000)))
    read("Deir ez-Zor", "place"), read("Ростов", "place")
    _rated("translit.explain", [text for _, text in asked], lambda text: read(text, "place"), "places")
    tables = built_in()
    rows = [row for name in tables.names("place/at") for row in tables.rows(name)]
    names = {name: row for row in rows for name in (row.native, row.canonical, *row.many("also"))}
    canonical = {row.id: row.canonical for row in rows}
    few = asked[:PEER_QUERIES]

    def peer(text: str) -> str:
        return names[extractOne(text, names.keys(), scorer=ratio)[0]].canonical

    _rated(f"rapidfuzz extractOne of {len(names):,}", [text for _, text in few], peer, "places")
    for name, find in (
        ("translit", lambda text: read(text, "place").canonical),
        ("rapidfuzz", peer),
    ):
        right = sum(find(text) == canonical[number] for number, text in few)
        say(f"{name}: the town's name is told", f"{right / len(few):.3f} of {len(few)}")


def normalize(size: int, jobs: int) -> None:
    """The command line on `size` rows of a real-world mix (to reach for a million: 120 s, 1 GB in all).

    Exit code 1 says that some rows were rejected: a run all the same, where every row has come out.
    """
    with tempfile.TemporaryDirectory() as folder:
        source, out = Path(folder, "names.csv"), Path(folder, "out.csv")
        with source.open("w", encoding="utf-8", newline="") as file:
            table = csv.writer(file)
            table.writerows([["id", "name"], *enumerate(mix(size))])
        call = [sys.executable, "-m", "translit.cli", "normalize", str(source), "-c", "name", "-o", str(out)]
        before = cpu()
        took, (code, memory) = timed(lambda: watched([*call, "-j", str(jobs), "-q"]))
        used = cpu() - before
        assert code in (0, 1), code
        with out.open(encoding="utf-8", newline="") as file:
            statuses = Counter(row["status"] for row in csv.DictReader(file))
        assert statuses.total() == size, (statuses, size)
    say(
        f"translit normalize -j {jobs}",
        f"{took:.1f} s (cpu {used:.1f})",
        f"{size / took:,.0f} rows/s",
        f"{memory:,.0f} MB in all its processes" if memory else peak(),
        f"{statuses['rejected']:,} rows rejected",
    )


def clustered(size: int, jobs: int) -> float:
    """Cluster the crowd and tell its seconds and how much of the truth it found."""
    from translit import Index

    people = names_of(size)
    truth = [person for person, _ in people]
    made, index = timed(lambda: Index((text for _, text in people), "person", jobs=jobs))
    read = cpu()
    joined, groups = timed(lambda: index.clusters(jobs=jobs))
    grouped = cpu() - read
    of_one = sum(map(_pairs, Counter(truth).values()))
    of_group = sum(_pairs(len(group)) for group in groups)
    both = sum(_pairs(n) for group in groups for n in Counter(truth[at] for at in group).values())
    precision, recall = both / of_group, both / of_one
    print("   ", *_by_language(truth, groups))
    say(
        f"{size:,} names, {jobs} process(es)",
        f"{made + joined:.1f} s (read {made:.1f}, cluster {joined:.1f}; cpu {read:.1f} + {grouped:.1f})",
        f"F1 {2 * precision * recall / (precision + recall):.4f} (P {precision:.4f}, R {recall:.4f})",
        peak(),
    )
    return made + joined


def _by_language(truth: list[int], groups: list[list[int]]) -> Iterator[str]:
    """F1 of the people of each language, told by the number of the person."""
    for number, language in enumerate(LANGUAGES):
        ours = [[truth[at] for at in group if truth[at] % len(LANGUAGES) == number] for group in groups]
        of_one = sum(map(_pairs, Counter(person for group in ours for person in group).values()))
        both = sum(_pairs(n) for group in ours for n in Counter(group).values())
        of_group = sum(_pairs(len(group)) for group in ours)
        yield f"{language}: F1 {2 * both / (of_one + of_group):.4f}"


def _pairs(count: int) -> int:
    return count * (count - 1) // 2


def cluster(size: int, jobs: int) -> None:
    """Index(names).clusters() (to reach for a million: 600 s, 4 GB, F1 .95; tenfold in 12 times the time)."""
    seconds = []
    for part in (size // 10, size):
        done = subprocess.run(
            [sys.executable, __file__, "--names", str(part), "--jobs", str(jobs), "clustered"],
            check=True, capture_output=True, text=True,
        )  # fmt: skip
        *told, last = done.stdout.splitlines()
        print("\n".join(told), flush=True)
        seconds.append(float(last))
    ratio = seconds[1] / seconds[0]
    say("ten times the names", f"{ratio:.1f} times the time", f"exponent {math.log10(ratio):.2f}")


def search(size: int, jobs: int) -> None:
    """Search a loaded index for further spellings of its people (to reach: p95 25 ms, recall .97)."""
    from translit import Index

    people = names_of(size)
    last = people[-1][0]
    kept: dict[int, str] = {}
    rest = []
    dice = random.Random(5)
    for person, text in people:  # one spelling of some people is left out and asked for
        if person not in kept and person < last and dice.random() < 0.3:
            kept[person] = text
        else:
            rest.append((person, text))
    there = {person for person, _ in rest}
    asked = [(person, text) for person, text in kept.items() if person in there]
    asked = dice.sample(asked, min(QUERIES, len(asked)))
    texts = [text for _, text in rest]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "names.index")
        made, index = timed(lambda: Index(texts, "person", jobs=jobs))
        saved, _ = timed(lambda: index.save(path))
        size_of = path.stat().st_size / 1e6
        loaded, index = timed(lambda: Index.load(path))
        say(f"index of {len(texts):,} names", f"made {made:.1f} s, saved {saved:.1f} s ({size_of:,.0f} MB), "
            f"loaded {loaded * 1e3:.0f} ms", peak())  # fmt: skip
        index.search("Roman Zabolotny")
        _asked("translit search", asked, rest, lambda text: [at for at, _ in index.search(text, 10)])
    from rapidfuzz import fuzz, process

    def peer(text: str) -> list[int]:
        return [at for _, _, at in process.extract(text, texts, scorer=fuzz.token_sort_ratio, limit=10)]

    _asked("rapidfuzz process.extract", asked[: max(20, 2_000_000 // len(texts))], rest, peer)


def _asked(
    name: str, asked: list[tuple[int, str]], rest: list[tuple[int, str]], find: Callable[[str], list[int]]
) -> None:
    times, hits = [], 0
    for person, text in asked:
        took, places = timed(lambda text=text: find(text))
        times.append(took * 1e3)
        hits += any(rest[at][0] == person for at in places)
    times.sort()
    middle, late = times[len(times) // 2], times[int(len(times) * 0.95)]
    say(name, f"median {middle:.1f} ms, p95 {late:.1f} ms", f"recall {hits / len(asked):.3f} of {len(asked)}")


def spark(size: int, jobs: int) -> None:
    """The Spark door in local mode on two cores against the plain call (to reach: 1.3 times)."""
    try:
        import pyspark
    except ImportError:
        say("spark", "not installed: not run")
        return
    import pyarrow as pa

    from translit.frames import arrow
    from translit.frames.spark import explained

    os.environ["PYSPARK_PYTHON"] = sys.executable
    texts = [text for _, text in names_of(size)]
    arrow.explain(pa.array(texts[:10]), "person")
    plain, _ = timed(lambda: arrow.explain(pa.array(texts), "person"))
    session = (
        pyspark.sql.SparkSession.builder.master("local[2]")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.shuffle.partitions", "2")
        .getOrCreate()
    )
    frame = session.createDataFrame(list(enumerate(texts)), "id int, name string").repartition(2).cache()
    frame.count()
    explained(frame.limit(4), "name", "person").collect()
    took, _ = timed(lambda: explained(frame, "name", "person").agg({"key": "count"}).collect())
    session.stop()
    say("plain call, one process", f"{plain / size * 1e6:.0f} µs a row")
    say("Spark, local[2]", f"{took / size * 1e6:.0f} µs a row", f"{took / plain:.2f} times the plain call")


MEASURES = {
    work.__name__: work for work in (explain, pairs, compare, places, normalize, cluster, search, spark)
}

if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("measures", nargs="*", help=", ".join(MEASURES))
    parser.add_argument("--names", type=int, default=10_000)
    parser.add_argument("--million", action="store_true", help="a million names, two processes")
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.million:
        asked.names, asked.jobs = 1_000_000, 2
    if asked.measures == ["clustered"]:
        print(clustered(asked.names, asked.jobs))
    elif asked.here:
        MEASURES[asked.measures[0]](asked.names, asked.jobs)
    else:
        for name in asked.measures or MEASURES:
            print(f"{name}: {MEASURES[name].__doc__}", flush=True)
            arguments = ["--names", str(asked.names), "--jobs", str(asked.jobs), "--here", name]
            subprocess.run([sys.executable, __file__, *arguments], check=True)
