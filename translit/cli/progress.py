"""A bar for work in stages: reading the names, comparing them."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from types import TracebackType
from typing import Any

__all__ = ["Progress"]

_PATIENCE = 1.0  # seconds of silence
_PAUSE = 0.1  # seconds between two drawings


class Progress:
    """A bar on standard error, where that is a terminal and the work takes more than a second.

    It is drawn by the caller's own steps, not by a thread, so that processes can be forked beside it.
    """

    def __init__(self, quiet: bool) -> None:
        self._shown = not quiet and sys.stderr.isatty()
        self._next = time.monotonic() + _PATIENCE
        self._bar: Any = None
        self._tasks: dict[str, Any] = {}

    def __enter__(self) -> Progress:
        return self

    def told(self, stage: str) -> Callable[[int, int], None]:
        """What a stage calls with how much is done, and of how much."""

        def tell(done: int, total: int) -> None:
            if self._shown and (time.monotonic() >= self._next or (done >= total and stage in self._tasks)):
                self._draw(stage, done, total)

        return tell

    def _draw(self, stage: str, done: int, total: int) -> None:
        if self._bar is None:
            from rich.console import Console
            from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

            columns = (
                TextColumn("{task.description}"),
                BarColumn(),
                MofNCompleteColumn(),
                TimeRemainingColumn(),
            )
            self._bar = Progress(*columns, console=Console(stderr=True), transient=True, auto_refresh=False)
            self._bar.start()
        if stage not in self._tasks:
            self._tasks[stage] = self._bar.add_task(stage, total=total)
        self._bar.update(self._tasks[stage], completed=done, total=total)
        self._bar.refresh()
        self._next = time.monotonic() + _PAUSE

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.stop()
