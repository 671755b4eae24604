"""A finding: where a table is wrong, what is wrong, and the mend."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Finding"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing wrong in a table: file, line, column ("" for the whole line), what, and the mend.

    >>> print(Finding("given.tsv", 41, "native", "'Юpий' mixes scripts", "write 'Юрий'"))
    given.tsv:41:native: 'Юpий' mixes scripts; write 'Юрий'
    """

    file: str
    line: int
    column: str
    what: str
    mend: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" + (f":{self.column}" if self.column else "")
        return f"{place}: {self.what}; {self.mend}"
