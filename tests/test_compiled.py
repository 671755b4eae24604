"""Each C source is built and asked for under one name and with one FORMAT.

Where they differ the module is passed over, and nothing but the speed tells.
"""

import ast
import os
import re
from importlib import import_module
from pathlib import Path

import pytest

from translit import compiled

PACKAGE = Path(compiled.__file__).parent
# A source has parts that are named after it: _word.c has _word_text.c.
ALL = sorted(PACKAGE.rglob("*.c"))
SOURCES = [path for path in ALL if not any(path.stem.startswith(f"{other.stem}_") for other in ALL)]


def name_of(path: Path) -> str:
    """The module of a file: translit.sounds._loops."""
    return ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts)


def asked() -> dict[str, int]:
    """The compiled modules that the Python asks for, each with the FORMAT that it expects."""
    found = {}
    for path in PACKAGE.rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        for node in ast.walk(ast.parse(text)) if "import module" in text or path.stem == "compiled" else ():
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "module":
                name, source = node.args
                home = import_module(name_of(path))
                found[name.value] = (
                    source.value if isinstance(source, ast.Constant) else vars(home)[source.id]
                )
    return found


def test_the_python_expects_the_format_that_the_source_has():
    formats = {}
    for path in SOURCES:
        text = path.read_text(encoding="utf-8")
        (number,) = re.findall(r"^#define FORMAT (\d+)", text, re.MULTILINE)
        assert f"PyInit_{path.stem}(" in text, f"{path.name} is not built under its own name"
        formats[name_of(path)] = int(number)
    assert asked() == formats


def test_a_source_tells_where_its_format_is_expected():
    for path in SOURCES:
        (there,) = re.findall(r"#define FORMAT \d+ /\* as in (\w+\.py):", path.read_text(encoding="utf-8"))
        assert "FORMAT" in path.with_name(there).read_text(encoding="utf-8"), f"{path.name}: not in {there}"


def test_the_build_compiles_every_source():
    build = (PACKAGE.parent / "hatch_build.py").read_text(encoding="utf-8")
    assert (
        sorted(PACKAGE / name for name in re.findall(r'^ +"([\w/]+\.c)",$', build, re.MULTILINE)) == SOURCES
    )


def test_what_is_installed_is_of_these_sources():
    made = [path for path in SOURCES if any(path.parent.glob(f"{path.stem}.*.so"))]
    if not made or os.environ.get("TRANSLIT_PURE"):
        pytest.skip("the loops are not compiled here")
    stale = [path.name for path in SOURCES if not compiled.module(name_of(path), asked()[name_of(path)])]
    assert not stale, f"compile them anew, pip install -e . --no-deps: {stale}"
