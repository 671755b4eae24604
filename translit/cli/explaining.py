"""Why: a Reading laid out for people, or as JSON."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from typing import Any

from translit.cli.answering import How, reading_of
from translit.cli.columns import Column, position
from translit.cli.intake import Source
from translit.cli.outfile import text_out
from translit.cli.rows import Tally, judged, rejects, say
from translit.nouns import Reading, Row

__all__ = ["as_json", "explain_rows", "told"]


def as_json(value: Any) -> Any:
    """A noun as plain JSON values; a row as its table, line and id; what is empty left out."""
    if isinstance(value, Row):
        return {"id": value.id, "table": value.table, "line": value.line}
    if is_dataclass(value):
        pairs = ((one.name, as_json(getattr(value, one.name))) for one in fields(value))
        return {name: found for name, found in pairs if found not in (None, (), [], "")}
    if isinstance(value, (tuple, list)):
        return [as_json(one) for one in value]
    return round(value, 4) if isinstance(value, float) else value


def told(reading: Reading) -> str:
    """A Reading for people: what it is, its parts, the steps, and what else it could be."""
    facts = [fact for fact in (reading.kind, reading.origin, reading.status) if fact]
    lines = [f"{reading.text} → {reading.canonical}   ({', '.join(facts)}, {reading.confidence:.2f})"]
    if reading.native and reading.native != reading.text:
        lines.append(f"  native      {reading.native}")
    for part in reading.parts:
        native = f" = {part.native}" if part.native else ""
        lines.append(f"  {part.role or 'part':<11} {part.text} → {part.canonical}{native}{_source(part.row)}")
    if reading.row:
        lines.append(f"  row        {_source(reading.row)}")
    if reading.place and reading.place.countries:
        where = [*reading.place.countries, reading.place.unit, reading.place.feature]
        lies = " ".join(filter(None, where))
        lines.append(f"  place       {lies}")
    lines += [f"  step        {step}" for step in reading.steps]
    for one in reading.others:
        native = f" = {one.native}" if one.native and one.native != one.text else ""
        lines.append(f"  or          {one.canonical}{native} ({one.kind}, {one.confidence:.2f})")
    return "\n".join(lines)


def _source(row: Row | None) -> str:
    """Where a row stands."""
    return f"  [{row.table}:{row.line} {row.id}]" if row else ""


def explain_rows(source: Source, columns: list[Column], hows: list[How], options: dict[str, Any]) -> int:
    """Print why, for each row: for people, or one JSON object a row."""
    tally = Tally()
    asked = options["explain"]
    lies = position(options["within_column"], source) if options["within_column"] else None
    whole = options["errors"] == "fail"
    with rejects(options["reject"]) as reject, text_out(options["output"], whole) as out:
        for record, fault, readable in judged(source, options["errors"], tally, reject):
            found = {}
            within = record.cells[lies].strip() if lies is not None and lies < len(record.cells) else ""
            for column, how in zip(columns, hows, strict=True):
                if readable and column.at < len(record.cells):
                    found[column.name] = reading_of(column.text(record.cells), how, within)
            if asked == "json":
                cells = dict(zip(source.header, record.cells, strict=False))
                readings = {name: as_json(reading) for name, reading in found.items()}
                line = {
                    "line": record.line,
                    **({"fault": fault} if fault else {}),
                    "cells": cells,
                    "readings": readings,
                }
                out.write(json.dumps(line, ensure_ascii=False) + "\n")
            else:
                out.write("".join(told(reading) + "\n\n" for reading in found.values()))
            for reading in found.values():
                tally.count(reading.status, reading.text)
    if not options["quiet"]:
        say(tally.summary())
    return tally.code
