"""The build: the tables go into the wheel with what is derived from them; the hot loops are compiled.

The indexes that `Tables.kept` would make at the first call are made here, for the Python that builds,
so that an installed package starts fast though its folder cannot be written; another Python makes
its own. The hot loops (`SOURCES`) are compiled where a C compiler is at hand,
in an editable install beside their source; where none is, or it fails, the package is pure Python and
gives the same answers, some times slower. TRANSLIT_PURE=1 asks for the pure wheel, and when it is set
later, for the pure loops.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
import zlib
from functools import partial
from pathlib import Path
from typing import Any
from unittest.mock import patch
from zipfile import ZIP_DEFLATED, ZipFile

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

SOURCES = tuple(
    Path("translit") / name
    for name in (
        "_word.c",
        "_quick.c",
        "_spelling.c",
        "person/slavic/_name.c",
        "sounds/_loops.c",
        "vocalise/_vowels.c",
        "person/arabic/_units.c",
        "person/arabic/_roles.c",
        "comparison/_pair.c",
        "index/_pairs.c",
        "place/_atlas.c",
    )
)
MEMORY = (5, 6, 7, 8, 9)  # levels of it: with less, deflate makes shorter blocks, each with a code of its own
SHARED = Path(__file__).parent / "translit" / "_slots.h"
TABLES = Path("translit/_tables")
# Names that between them ask for every index, and for no other package.
WARM = """
from translit.canon import explain
from translit.comparison import compare
for text, kind in (("Wjatscheslawowitsch Zhyrmbov", "person"), ("Khalid Mshaal", "person"),
                   ("Романа Петровича", "person"), ("Петро Петрович", "person"), ("Пятро Пятровіч", "person"),
                   ("سيرغي ألكسندروفيتش", "person"), ("Deir ez-Zor", "place"), ("قلقشندي زمخشري", "person")):
    explain(text, kind)
    compare(text, "Zabolotny", kind)
"""
PROGRAM = """
from setuptools import Extension, setup
loops = Extension({name!r}, {sources!r}, **{options!r})
setup(name="loops", packages=[], py_modules=[], ext_modules=[loops],
      script_args=["build_ext", "--build-lib", "made", "--build-temp", "made"])
"""
# Sums as Python makes them; the parts of a module are known to each other alone; nothing for debuggers, nor
# the names of inner functions: most of a compiled file.
_ARGUMENTS = [] if os.name == "nt" else ["-ffp-contract=off", "-fvisibility=hidden", "-g0"]
_LINKED = ["-Wl,-s"] if sys.platform == "linux" else []
OPTIONS = {"extra_compile_args": _ARGUMENTS, "extra_link_args": _LINKED}


def _put(built: Path, folder: Path) -> None:
    """Put a compiled module in place at once: a process that runs keeps the one it has loaded."""
    draft = folder / f"{built.name}.{os.getpid()}"
    shutil.copy(built, draft)
    draft.replace(folder / built.name)


def compiling(source: Path, folder: Path) -> str:
    """The program that compiles a module in a folder, where its source is put with the parts named after it.

    The parts of `_word.c` are `_word_*.c`, and `_word.h` is what they share; `_slots.h` is shared by all.
    """
    sources = [source, *sorted(source.parent.glob(f"{source.stem}_*.c"))]
    for path in (*sources, *source.parent.glob(f"{source.stem}.h"), SHARED):
        shutil.copy(path, folder)
    return PROGRAM.format(name=source.stem, sources=[path.name for path in sources], options=OPTIONS)


def _press(wheel: Path) -> None:
    """Write a wheel anew, each file pressed harder than the builder does: by more than a hundredth.

    zipfile lets nobody choose how much memory its compressor has, so that its own is put aside meanwhile.
    """
    draft = wheel.with_suffix(".pressed")
    compressor = patch.object(zipfile, "_get_compressor", create=True)
    with ZipFile(wheel) as loose, ZipFile(draft, "w") as pressed, compressor as made:
        for entry in loose.infolist():
            data = loose.read(entry)
            made.return_value = _compressor(min(MEMORY, key=partial(_size, data)))
            pressed.writestr(entry, data, ZIP_DEFLATED, compresslevel=9)
    draft.replace(wheel)


def _compressor(memory: int) -> Any:
    """What presses one file of a wheel."""
    return zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS, memory)


def _size(data: bytes, memory: int) -> int:
    """How many bytes some data take when they are pressed."""
    press = _compressor(memory)
    return len(press.compress(data) + press.flush())


class CompileHook(BuildHookInterface):  # type: ignore[type-arg]
    """Adds the compiled modules to a wheel."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Derive and compile in a folder of its own; a checkout gets the compiled modules alone."""
        if self.target_name != "wheel":
            return
        self._folder = tempfile.mkdtemp()
        built = {} if os.environ.get("TRANSLIT_PURE") else self._compiled(Path(self._folder))
        if version == "editable":
            for path, home in built.items():
                _put(path, Path(self.root) / home)
            return
        tables = self._derived(Path(self._folder) / "derived", built)
        build_data["force_include"][str(tables)] = TABLES.as_posix()
        if not built:
            self.app.display_info("translit: no C compiler here; a pure Python wheel is made")
            return
        for path, home in built.items():
            build_data["force_include"][str(path)] = f"{home.as_posix()}/{path.name}"
        build_data["infer_tag"] = True
        build_data["pure_python"] = False

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Clear the folder away, and press a wheel as small as zip can."""
        shutil.rmtree(getattr(self, "_folder", ""), ignore_errors=True)
        if self.target_name == "wheel" and version != "editable":
            _press(Path(artifact_path))

    def _derived(self, folder: Path, built: dict[Path, Path]) -> Path:
        """The tables, with the indexes made of them in `.kept`, without how to edit them."""
        skipped = shutil.ignore_patterns(".kept", "__pycache__", "*.so", "*.pyd", "README.md")
        for name in ("translit", "tables"):
            shutil.copytree(Path(self.root) / name, folder / name, ignore=skipped)
        for path, home in built.items():
            shutil.copy(path, folder / home)
        try:
            self._run(WARM, folder)
        except (OSError, subprocess.SubprocessError) as error:
            self.app.display_warning(f"translit: some indexes are not in this wheel: {error}")
        return folder / "tables"

    def _compiled(self, folder: Path) -> dict[Path, Path]:
        """The compiled modules, each with the folder it belongs to; none where one cannot be made."""
        found: dict[Path, Path] = {}
        for source in SOURCES:
            try:
                self._run(compiling(Path(self.root) / source, folder), folder)
            except (OSError, subprocess.SubprocessError):
                return {}
            made = (folder / "made").glob(f"{source.stem}.*")
            found |= {path: source.parent for path in made if path.suffix in (".so", ".pyd")}
        return found

    def _run(self, program: str, folder: Path) -> None:
        """Run a program of the building Python in a folder."""
        subprocess.run(
            [sys.executable, "-c", program], cwd=folder, check=True, capture_output=True, timeout=600
        )
