"""The dependency rule: a room imports only from lower floors."""

import ast
import re
from collections.abc import Iterator
from graphlib import TopologicalSorter
from importlib import import_module
from itertools import islice
from operator import attrgetter
from pathlib import Path

from translit.tables import built_in

PACKAGE = Path(__file__).parent.parent / "translit"

FLOORS = {
    "quick": -2,
    "_word": -4,
    "compiled": -3,
    "memory": -1,
    "patterns": -1,
    "pieces": 0,
    "nouns": 0,
    "errors": 0,
    "text": 1,
    "rules": 2,
    "tables": 2,
    "spelling": 2,
    "sounds": 3,
    "vocalise": 3,
    "romanization": 4,
    "detection": 5,
    "catalogue": 5,
    "languages": 3,
    "lookup": 5,
    "origin": 7,
    "own": 6,
    "audit": 6,
    "person": 6,
    "place": 6,
    "canon": 8,
    "comparison": 9,
    "respelling": 9,
    "index": 10,
    "evaluation": 11,
    "learning": 11,
    "weighing": 11,
    "gazetteer": 11,
    "frames": 11,
    "cli": 12,
    "__init__": 11,
    "__main__": 13,
}


# Rooms that read or write files of the user, or write the tables they learn.
FILE_ROOMS = ("tables", "learning", "weighing", "gazetteer", "cli", "audit", "index")


ALL = sorted(PACKAGE.rglob("*.py"))


def exported(path: Path) -> Iterator[str]:
    """The names in a module's `__all__`."""
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "__all__":
            yield from (part.value for part in ast.walk(node.value) if isinstance(part, ast.Constant))


def room(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("translit"):
            steps = node.module.split(".")
            found |= {steps[1]} if len(steps) > 1 else {alias.name for alias in node.names}
        elif isinstance(node, ast.Import):
            found |= {name.name.split(".")[1] for name in node.names if name.name.startswith("translit.")}
    return found


def test_every_arrow_points_down():
    files = sorted(PACKAGE.rglob("*.py"))
    assert len(files) > 10
    wrong = []
    for path in files:
        here = room(path)
        assert here in FLOORS, f"{path.name}: give the room {here!r} a floor in tests/test_floors.py"
        wrong += [
            f"{path.relative_to(PACKAGE)} (floor {FLOORS[here]}) imports {there} (floor {FLOORS.get(there)})"
            for there in imports(path)
            if there != here and FLOORS.get(there, 99) >= FLOORS[here]
        ]
    assert not wrong, "\n".join(wrong)


def arrows() -> set[tuple[tuple[str, ...], str, str]]:
    """Every arrow between two rooms of one folder, by whatever file within: the folder, from, to."""
    found = set()
    for path in PACKAGE.rglob("*.py"):
        here = path.relative_to(PACKAGE).with_suffix("").parts
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("translit."):
                for name in node.names:
                    there = (*node.module.split(".")[1:], name.name)
                    pairs = enumerate(zip(here, there, strict=False))
                    found |= set(islice(((here[:at], a, b) for at, (a, b) in pairs if a != b), 1))
    return {(folder, a, b) for folder, a, b in found if a != "__init__"}


def test_no_rooms_within_a_room_import_in_a_circle():
    graphs: dict[tuple[str, ...], dict[str, set[str]]] = {}
    for folder, one, other in arrows():
        graphs.setdefault(folder, {}).setdefault(one, set()).add(other)
    assert len(graphs) > 10
    for graph in graphs.values():
        TopologicalSorter(graph).prepare()  # raises CycleError, which names the circle


def test_a_module_offers_what_others_take_of_it():
    modules = {".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts): path for path in ALL}
    modules = {name.removesuffix(".__init__"): path for name, path in modules.items()}
    offered = {name: set(exported(path)) for name, path in modules.items()}
    wrong = [
        f"{path.relative_to(PACKAGE)} takes {alias.name} of {node.module}, which has it not in __all__"
        for path in ALL
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and node.module in modules
        for alias in node.names
        if alias.name not in offered[node.module] and f"{node.module}.{alias.name}" not in modules
    ]
    assert not wrong, "\n".join(wrong)


def test_only_the_table_reader_opens_tables():
    for path in PACKAGE.rglob("*.py"):
        if room(path) in FILE_ROOMS:
            continue
        source = path.read_text(encoding="utf-8")
        assert "read_text(" not in source, path
        assert "read_bytes(" not in source, path
        assert "open(" not in source, path


def test_only_the_command_line_prints():
    for path in PACKAGE.rglob("*.py"):
        if room(path) in ("cli", "learning", "weighing", "gazetteer"):
            continue
        calls = [
            node
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
        ]
        assert not calls, path


def test_the_design_tells_every_room_and_its_floor():
    page = (PACKAGE.parent / "docs" / "explanation" / "design.md").read_text(encoding="utf-8")
    told = {}
    for label, rooms in re.findall(r"^\| ([−\d … ]+) \| ([^|]+) \|", page, re.MULTILINE):
        floors = [int(floor) for floor in label.replace("−", "-").split(" … ")]
        told |= {name: range(floors[0], floors[-1] + 1) for name in re.findall(r"`(\w+)`", rooms)}
    assert told.keys() == {name for name in FLOORS if not name.startswith("__")}
    wrong = {name for name, floors in told.items() if FLOORS[name] not in floors}
    assert not wrong, wrong


def test_the_way_through_the_larger_rooms_names_modules_that_are_there():
    page = (PACKAGE.parent / "docs" / "explanation" / "design.md").read_text(encoding="utf-8")
    section = page.partition("## In the larger rooms")[2].partition("\n### ")[0]
    rows = re.findall(r"^\| `([\w/]+)` \| (.+) \|$", section, re.MULTILINE)
    assert len(rows) > 8
    for room, way in rows:
        for name in re.findall(r"`([^`]+)`", way):
            module = name.removesuffix(".explain")
            places = [PACKAGE / module, PACKAGE / room / module]
            assert any(place.is_dir() or place.with_suffix(".py").is_file() for place in places), name


def test_the_design_tells_where_things_are_decided():
    page = (PACKAGE.parent / "docs" / "explanation" / "design.md").read_text(encoding="utf-8")
    section = page.partition("## Where it is decided")[2].partition("\n## ")[0]
    rows = [line.split("|")[2:4] for line in section.splitlines() if line.startswith("| ")][1:]
    assert len(rows) > 10
    for code, tables in rows:
        for place in re.findall(r"`([^`]+)`", code):
            room, _, name = place.partition(".")
            found: object = import_module(f"translit.{room.replace('/', '.').removesuffix('.__init__')}")
            assert attrgetter(name)(found), place
        for table in re.findall(r"`([^`]+)`", tables):
            assert built_in().names(table) or table in built_in().names(), table
