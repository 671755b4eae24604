"""Work parted among processes that share what this one has in memory.

The processes are forks: they see names and tables without a copy. Where the system cannot fork the
work is done here, with the same answer.
"""

from __future__ import annotations

import gc
import multiprocessing
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from typing import Any

__all__ = ["CHUNK", "in_parts", "seldom"]

CHUNK = 2000  # names that a process takes at a time
_SELDOM = (200_000, 50, 1000)  # objects made before garbage is looked for: readings hold no circles
_WORK: list[Callable[[Any], Any]] = []


def _do(part: Any) -> Any:
    return _WORK[-1](part)


def _deaf() -> None:
    """Leave Ctrl-C to the process that asked for the work, which then ends this one; seek garbage seldom."""
    gc.set_threshold(*_SELDOM)
    signal.signal(signal.SIGINT, signal.SIG_IGN)


class _Seldom:
    """How many are at work for whom garbage is sought seldom, and how often it was before."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._working = 0
        self._before = _SELDOM

    def __enter__(self) -> None:
        with self._lock:
            if not self._working:
                self._before = gc.get_threshold()
                gc.set_threshold(*_SELDOM)
            self._working += 1

    def __exit__(self, *_: object) -> None:
        with self._lock:
            self._working -= 1
            if not self._working:
                gc.set_threshold(*self._before)


seldom = _Seldom()


def in_parts(work: Callable[[Any], Any], parts: Sequence[Any], jobs: int) -> Iterator[Any]:
    """``map(work, parts)`` in so many processes, the answers in order.

    >>> list(in_parts(len, ["one", "three"], 2))
    [3, 5]
    """
    if jobs < 2 or len(parts) < 2 or "fork" not in multiprocessing.get_all_start_methods():
        yield from map(work, parts)
        return
    _WORK.append(work)
    pool = multiprocessing.get_context("fork").Pool(min(jobs, len(parts)), _deaf)
    try:
        yield from pool.imap(_do, parts)
    finally:
        pool.terminate()
        pool.join()
        _WORK.pop()
