"""Every code block of the docs that claims an output gives it; every link and option is there."""

from __future__ import annotations

import doctest
import importlib.util
import re
import shlex
import shutil
from fnmatch import fnmatch
from pathlib import Path
from types import ModuleType

import click
import pytest
from click.testing import CliRunner

import translit
from translit.cli.app import COMMANDS
from translit.cli.app import translit as commands
from translit.tables import Tables, built_in

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "tables" / "README.md"]
PAGES += sorted(path for path in (ROOT / "docs").rglob("*.md") if "examples" not in path.parts)
NAMES = [str(path.relative_to(ROOT)) for path in PAGES]
FENCE = re.compile(r"^ *```(\w+)\n(.*?)^ *```$", re.M | re.S)
ANY = "…"


def blocks(path: Path, language: str) -> list[str]:
    return [body for name, body in FENCE.findall(path.read_text(encoding="utf-8")) if name == language]


def consoles() -> list[tuple[str, str, str]]:
    found = []
    for path, name in zip(PAGES, NAMES, strict=True):
        for body in blocks(path, "console"):
            for piece in re.split(r"^\$ ", body, flags=re.M)[1:]:
                command, _, output = piece.partition("\n")
                found.append((name, command, output))
    return found


def test_there_are_pages_and_blocks() -> None:
    assert len(PAGES) > 6
    assert len(consoles()) > 3


@pytest.mark.parametrize("path", PAGES, ids=NAMES)
def test_python_blocks_give_what_they_claim(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    if path.name == "api.md":
        return  # made of docstrings, which are run where they stand
    found = doctest.testfile(str(path), module_relative=False, encoding="utf-8")
    assert found.failed == 0


@pytest.mark.parametrize(("page", "command", "output"), consoles(), ids=lambda text: text[:40])
def test_a_console_gives_what_it_claims(
    page: str, command: str, output: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(ROOT / "docs" / "examples", tmp_path / "docs" / "examples")
    monkeypatch.chdir(tmp_path)
    program, *words = shlex.split(command)
    assert program == "translit", page
    done = CliRunner().invoke(commands, words, standalone_mode=False)
    assert done.exception is None, (page, done.output)
    wanted = ".*".join(map(re.escape, output.split(ANY)))
    assert re.fullmatch(wanted, done.output, re.S), f"{page}: {command}\n{done.output}"


def _command(words: list[str]) -> click.Command:
    """The command that some words call, through its groups."""
    context = click.Context(commands)
    found: click.Command = commands
    while isinstance(found, click.Group) and words:
        inner = found.get_command(context, words.pop(0))
        assert inner is not None
        found = inner
    return found


@pytest.mark.parametrize("path", PAGES, ids=NAMES)
def test_every_command_shown_is_one(path: Path) -> None:
    for body in blocks(path, "sh"):
        for line in body.replace("\\\n", " ").splitlines():
            for piece in re.split(r"\||&&|;", line.partition(" #")[0]):
                words = shlex.split(piece) if piece.count('"') % 2 == 0 and piece.count("'") % 2 == 0 else []
                if words[:1] != ["translit"] or len(words) < 2:
                    continue
                assert words[1] in (*COMMANDS, "--help", "--version", "normalise"), line
                if words[1] not in COMMANDS:
                    continue
                rest = words[1:]
                known = {option for param in _command(rest).params for option in param.opts} | {
                    "--help",
                    "-h",
                }
                asked = {word.partition("=")[0] for word in rest if re.match(r"--?[a-z]", word)}
                assert asked <= known, (line, asked - known)


@pytest.mark.parametrize("path", PAGES, ids=NAMES)
def test_links_lead_somewhere(path: Path) -> None:
    for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", path.read_text(encoding="utf-8")):
        if "://" not in target:
            assert (path.parent / target).exists(), target


def spelt_out(name: str) -> list[str]:
    """A name with each of the words in its braces: order-{ru,ar}."""
    found = re.search(r"\{([^}]*)\}", name)
    if found is None:
        return [name]
    return [
        more
        for one in found[1].split(",")
        for more in spelt_out(name[: found.start()] + one + name[found.end() :])
    ]


def test_every_table_is_told() -> None:
    page = (ROOT / "tables" / "README.md").read_text(encoding="utf-8")
    told = {name for span in re.findall(r"`([^`\s]+\.tsv)`", page) for name in spelt_out(span)}
    named = {f"{name}.tsv" for name in built_in().names() if not name.startswith(("place/at/", "schemes/"))}
    assert named - told == set()


@pytest.fixture(scope="module")
def make() -> ModuleType:
    """The maker of the reference pages."""
    spec = importlib.util.spec_from_file_location("make", ROOT / "docs" / "reference" / "make.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("page", ["api.md", "tables.md", "modules.md"])
def test_the_reference_pages_are_current(make: ModuleType, page: str) -> None:
    written = (ROOT / "docs" / "reference" / page).read_text(encoding="utf-8")
    assert written == make.PAGES[page](), "run: make docs"


def test_every_command_and_option_is_in_the_reference(make: ModuleType) -> None:
    written = (ROOT / "docs" / "reference" / "cli.md").read_text(encoding="utf-8")
    wanted = set(re.findall(r"^## .*|`-[^`]*`", make.cli_page(), re.M))
    assert len(wanted) > 30
    assert {found for found in wanted if found not in written} == set(), "run: make docs"


@pytest.fixture(scope="module")
def contributed(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    """A copy of the tables with the row that CONTRIBUTING.md adds."""
    home = tmp_path_factory.mktemp("contributed") / "tables"
    shutil.copytree(built_in().home, home, ignore=shutil.ignore_patterns(".kept"))
    page = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    line = re.search(r"^ *(avxivy\t.*)$", page, re.M)
    assert line is not None
    table = home / "person" / "ru" / "given.tsv"
    with table.open("a", encoding="utf-8") as file:
        file.write(line[1] + "\n")
    return Tables(home)


def test_one_new_name(contributed: Tables) -> None:
    reading = translit.explain("Иванов Авксивий", "person", tables=contributed)
    assert reading.canonical == "Avxivy Ivanov"
    assert reading.parts[0].row is not None
    assert translit.explain("Авксивий Иванов", "person").canonical != "Avxivy Ivanov"
    assert translit.same("Avksiviy Ivanov", "Авксивий Иванов", "person", tables=contributed)


def test_the_page_of_tables_tells_every_table_and_column() -> None:
    shared = {"id", "native", "canonical", "also", "source", "note", "weight"}  # told before the lists
    page = (ROOT / "tables" / "README.md").read_text(encoding="utf-8")
    told: list[tuple[str, str]] = []
    for line in page.splitlines():
        if line.startswith("| `"):
            for name in re.findall(r"`([^`]+)\.tsv`", line.split(" | ")[0]):
                head, _, rest = name.partition("{")
                inner, _, tail = rest.partition("}")
                told += [(f"{head}{one}{tail}", line) for one in inner.split(",")]
    for table in built_in().names():
        lines = [line for name, line in told if fnmatch(table, name)]
        told_by = re.search(rf"`{table}\.tsv` \((.*)", page)  # in the list of how they are learned
        lines += [told_by[1]] if told_by else []
        if table.startswith("schemes/"):
            continue  # all told at once
        assert lines, table
        for column in set(next(built_in().cells(table))) - shared:
            assert any(f"`{column}`" in line for line in lines), f"{table}: {column}"
