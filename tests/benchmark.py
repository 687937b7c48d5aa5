"""Speed and weight beside what a user would use instead: ``python tests/benchmark.py``.

Builds the wheel, installs it in a new environment, and measures there. Every figure is a
ratio within one run, or a size; nothing here is a test.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).parent.parent
RUNS = 31
COLD = {
    "attrs alone": "import attrs",
    "sco, members_as_of": "import sco; sco.members_as_of('2024-07-04')",
    "pycountry, one lookup": "import pycountry; pycountry.countries.get(alpha_2='RU')",
}
WARM = """
import datetime, timeit, pycountry, sco
day = datetime.date(2024, 7, 4)
sco.members_as_of(day); pycountry.countries.get(alpha_2="RU")
def best(call):
    timer = timeit.Timer(call)
    number, _ = timer.autorange()
    return min(timer.repeat(7, number)) / number
ours = best(lambda: sco.members_as_of(day))
text = best(lambda: sco.members_as_of("2024-07-04"))
theirs = best(lambda: pycountry.countries.get(alpha_2="RU"))
print(f"warm members_as_of(date) / pycountry.get: {ours / theirs:.2f} ({ours * 1e9:.0f} ns)")
print(f"warm members_as_of('2024-07-04') / pycountry.get: {text / theirs:.2f}")
from sco.records.meetings import Meeting
args = dict(since="2024", until="2024")
found = len(sco.meetings_between("RU", "CN", **args))
few = best(lambda: sco.meetings_between("RU", "CN", **args))
data = sco.edition(sco.DATA_VERSION)
data.meetings_between("RU", "CN", **args)
pairs = data._meetings_by_pair
extra = pairs[("CN", "RU")]
for n in range(1000):
    pairs[("X%03d" % n, "Y")] = extra
many = best(lambda: data.meetings_between("RU", "CN", **args))
print(f"warm meetings_between, table 1000 times as large: {many / few:.2f} ({found} meetings)")
"""
LOADED = """
import resource, sco, warnings
warnings.simplefilter("ignore")
sco.steps(), sco.changes("1996", "2026"), sco.visits(), sco.announcements(), sco.officers()
sco.reconcile("RU", "CN"), sco.leaders("RU", "2020-02-01"), sco.coverage(), sco.country("Россия")
sco.meetings_between("RU", "CN", formal=None)
with open("/proc/self/status") as file:
    line = next(line for line in file if line.startswith("VmRSS"))
print(f"all tables loaded, resident: {int(line.split()[1]) / 1024:.1f} MiB (limit 40)")
"""


def main() -> None:
    """Build, install, measure, print."""
    with tempfile.TemporaryDirectory() as folder:
        run(sys.executable, "-m", "build", "--wheel", "--outdir", folder, str(ROOT), cwd=folder)
        venv.create(Path(folder) / "venv", with_pip=True)
        python = str(Path(folder) / "venv" / "bin" / "python")
        (wheel,) = Path(folder).glob("*.whl")
        run(python, "-m", "pip", "install", "--quiet", "--compile", str(wheel), cwd=folder)
        cold(python, folder)
        print(run(python, "-c", WARM, cwd=folder), end="")
        print(run(python, "-c", LOADED, cwd=folder), end="")
        where = run(python, "-c", "import sco; print(sco.__path__[0])", cwd=folder).strip()
        size = sum(p.stat().st_size for p in Path(where).rglob("*") if p.is_file())
        print(f"installed package: {size / 2**20:.2f} MiB (limit 5)")
    # Joins of ten million rows, with the engines of the environment that this runs in.
    print(run(sys.executable, str(ROOT / "tests" / "benchmark_frames.py"), cwd=str(ROOT)), end="")


def cold(python: str, folder: str) -> None:
    """Processor time of whole processes, in turns, as ratios of medians."""
    times: dict[str, list[float]] = {name: [] for name in COLD}
    for _ in range(RUNS + 1):
        for name, code in COLD.items():
            times[name].append(processor_time(python, code, folder))
    median = {name: statistics.median(values[1:]) for name, values in times.items()}
    ours = median["sco, members_as_of"]
    print(f"cold members_as_of / attrs alone: {ours / median['attrs alone']:.2f} (limit 1.4)")
    print(f"cold members_as_of / pycountry: {ours / median['pycountry, one lookup']:.2f} (below 1)")


def processor_time(python: str, code: str, folder: str) -> float:
    """User and system seconds of one fresh process."""
    process = subprocess.Popen([python, "-c", code], cwd=folder)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"failed: {code}")
    return usage.ru_utime + usage.ru_stime


def run(*command: str, cwd: str) -> str:
    """Run a command; what it prints."""
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(done.stdout + done.stderr)
    return done.stdout


if __name__ == "__main__":
    main()
