"""The first call in a new process: ``python bench/cold.py``.

Prints the time of ``import translit``, and of import and first answer together, with the peak of
memory, each the median of several fresh processes. The modules are compiled before, as an installed
package's are, whatever the environment says of that (PYTHONDONTWRITEBYTECODE compiles them in every
process: some 1.7 times as long).
"""

import os
import statistics
import subprocess
import sys
import tempfile

RUNS = 7
PROGRAM = """
import resource, time
start = time.perf_counter()
import translit
loaded = time.perf_counter()
{call}
done = time.perf_counter()
print((loaded - start) * 1e3, (done - start) * 1e3, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""
CALLS = {
    "import translit": "",
    "first person": "translit.canonical('Tsurkanov Gregory', kind='person')",
    "first Arabic person": "translit.canonical('Khalid Meshaal', kind='person')",
    "first place": "translit.canonical('Dayr az-Zawr', kind='place')",
    "first of unknown kind": "translit.canonical('Zabolotny Roman')",
}


def measure(call: str, compiled: str) -> tuple[float, float, float]:
    """The medians of a call; the first process, which compiles into a folder, is not counted."""
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": compiled}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    command = [sys.executable, "-c", PROGRAM.format(call=call)]
    told = [subprocess.check_output(command, env=environment).split() for _ in range(RUNS + 1)]
    runs = [[float(cell) for cell in cells] for cells in told[1:]]
    return tuple(statistics.median(column) for column in zip(*runs, strict=True))


if __name__ == "__main__":
    print(f"{'call':24}{'import ms':>12}{'with call ms':>14}{'peak MB':>10}")
    with tempfile.TemporaryDirectory() as compiled:
        for name, call in CALLS.items():
            imported, done, peak = measure(call, compiled)
            print(f"{name:24}{imported:12.0f}{done:14.0f}{peak:10.0f}")
