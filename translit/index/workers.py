"""Work parted among processes that share what this one has in memory.

The processes are forks: they see names and tables without a copy. Where the system cannot fork the
work is done here, with the same answer.
"""

from __future__ import annotations

import gc
import multiprocessing
import signal
from collections.abc import Callable, Iterator, Sequence
from typing import Any

__all__ = ["in_parts"]

_SELDOM = 50_000  # objects made before garbage is looked for: readings hold no circles
_WORK: list[Callable[[Any], Any]] = []


def _do(part: Any) -> Any:
    return _WORK[-1](part)


def _deaf() -> None:
    """Leave Ctrl-C to the process that asked for the work, which then ends this one; seek garbage seldom."""
    gc.set_threshold(_SELDOM, 20, 100)
    signal.signal(signal.SIGINT, signal.SIG_IGN)


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
