"""The build: the tables go into the wheel with what is derived from them; the hot loop is compiled.

The indexes that `Tables.kept` would make at the first call are made here, for the Python that builds,
so that an installed package starts fast though its folder cannot be written; another Python makes
its own. The reader's hot loop is compiled where mypy and a C compiler are at hand; where they are
not, or the compiler fails, the wheel is pure Python and gives the same answers, some times slower.
To compile: ``pip install mypy setuptools && pip install --no-build-isolation .``; TRANSLIT_PURE=1
asks for the pure wheel.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

HOT = Path("translit/sounds/hot.py")
TABLES = Path("translit/_tables")
# Names that between them ask for every index, and for no other package.
WARM = """
from translit.canon import explain
for text, kind in (("Wjatscheslawowitsch Zhyrmbov", "person"), ("Khalid Mshaal", "person"),
                   ("Deir ez-Zor", "place")):
    explain(text, kind)
"""
PROGRAM = """
from setuptools import setup
from mypyc.build import mypycify
modules = mypycify([{path!r}], opt_level="3")
setup(name="hot", packages=[], ext_modules=modules, script_args=["build_ext", "--inplace"])
"""


class CompileHook(BuildHookInterface):  # type: ignore[type-arg]
    """Adds the compiled module to a wheel."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Derive and compile in a folder of its own, so that a checkout stays as it is."""
        if self.target_name != "wheel" or version == "editable":
            return
        self._folder = tempfile.mkdtemp()
        tables = self._derived(Path(self._folder) / "derived")
        build_data["force_include"][str(tables)] = TABLES.as_posix()
        if os.environ.get("TRANSLIT_PURE"):
            return
        built = self._compiled(Path(self._folder))
        if not built:
            self.app.display_info("translit: no mypy or C compiler here; a pure Python wheel is made")
            return
        for path in built:
            build_data["force_include"][str(path)] = f"{HOT.parent.as_posix()}/{path.name}"
        build_data["infer_tag"] = True
        build_data["pure_python"] = False

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Clear the folder away."""
        shutil.rmtree(getattr(self, "_folder", ""), ignore_errors=True)

    def _derived(self, folder: Path) -> Path:
        """The tables, with the indexes made of them beside them in `.kept`."""
        skipped = shutil.ignore_patterns(".kept", "__pycache__")
        for name in ("translit", "tables"):
            shutil.copytree(Path(self.root) / name, folder / name, ignore=skipped)
        try:
            subprocess.run(
                [sys.executable, "-c", WARM], cwd=folder, check=True, capture_output=True, timeout=600
            )
        except (OSError, subprocess.SubprocessError) as error:
            self.app.display_warning(f"translit: some indexes are not in this wheel: {error}")
        return folder / "tables"

    def _compiled(self, folder: Path) -> list[Path]:
        """The files of the compiled module; none where it cannot be made."""
        source = Path(self.root) / HOT
        place = folder / "compiled" / HOT
        place.parent.mkdir(parents=True)
        for package in (place.parent, place.parent.parent):
            (package / "__init__.py").touch()
        shutil.copy(source, place)
        try:
            program = PROGRAM.format(path=HOT.as_posix())
            subprocess.run(
                [sys.executable, "-c", program],
                cwd=folder / "compiled",
                check=True,
                capture_output=True,
                timeout=600,
            )
        except (OSError, subprocess.SubprocessError):
            return []
        return sorted(path for path in place.parent.glob("hot*") if path.suffix in (".so", ".pyd"))
