"""What tests share: how hard the laws are tried (the same few examples, or by `make fuzz` many new ones), and
compiled modules where none is installed."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import HealthCheck, settings

slow = [HealthCheck.too_slow]
settings.register_profile(
    "laws", max_examples=60, deadline=None, derandomize=True, suppress_health_check=slow
)
settings.register_profile(
    "fuzz", max_examples=2000, deadline=None, suppress_health_check=slow, print_blob=True
)
settings.load_profile("laws")


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path], ModuleType]:
    """Compiles a C module as an install would; skips the tests where it cannot be."""

    def build(source: Path) -> ModuleType:
        pytest.importorskip("setuptools")
        if not shutil.which("cc"):
            pytest.skip("no C compiler")
        sys.path.insert(0, str(Path(__file__).parent.parent))
        hook = pytest.importorskip("hatch_build", reason="the build needs hatchling")
        folder = tmp_path_factory.mktemp(source.stem)
        program = hook.compiling(source, folder)
        subprocess.run([sys.executable, "-c", program], cwd=folder, check=True, capture_output=True)
        sys.path.insert(0, str(folder / "made"))
        return pytest.importorskip(source.stem)

    return build
