"""Speed and weight beside what a user would use instead: ``python -m tests.benchmark``.

Builds the wheel twice, of today's data and of data grown to forty-five pairs (`tests.grown`),
installs each in a new environment, and measures there. Every figure is a ratio within one run, or
a size; nothing here is a test.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import venv
import zlib
from pathlib import Path

from sco._edition.files import SUMS
from sco._edition.index import INDEX, Entry, unparsed
from sco.compiler._canonical import canonical
from sco.compiler._faults import Faults
from sco.compiler._pack import pack
from sco.compiler._read import documents
from sco.compiler._write import digest, sums
from tests.grown import grown

ROOT = Path(__file__).parent.parent
RUNS = 31
MEMBERS = "import sco; sco.members_as_of('2024-07-04')"
PAIR = "import sco; sco.meetings_between('RU', 'CN', until='2024')"
COUNTS = "import sco; sco.reconcile('RU', 'CN')"
COLD = {"import attrs": "import attrs", "members": MEMBERS, "pair": PAIR, "counts": COUNTS}
LOOKUP = "import pycountry; pycountry.countries.get(alpha_2='RU')"
WARM = """
import datetime, time, timeit, pycountry, sco
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
first = time.perf_counter()
sco.reconcile("RU", "CN")
middle = time.perf_counter()
sco.reconcile("RU", "CN")
print(f"reconcile, first and again: {(middle - first) * 1e3:.0f} ms, "
      f"{(time.perf_counter() - middle) * 1e3:.1f} ms")
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
        top = Path(folder)
        compile_grown(top / "grown")
        pythons = {
            "today": installed(ROOT, top / "a"),
            "grown": installed(top / "grown", top / "b"),
        }
        cold(pythons, folder)
        python = pythons["today"]
        print(run(python, "-c", WARM, cwd=folder), end="")
        print(run(python, "-c", LOADED, cwd=folder), end="")
        (edition,) = (top / "grown" / "data" / "editions").glob("*.*/")
        print(f"24 editions of the grown size, packed: {aged(edition, top / 'aged'):.2f} MiB")
        for name, one in pythons.items():
            where = run(one, "-c", "import sco; print(sco.__path__[0])", cwd=folder).strip()
            print(f"installed package, {name}: {size(Path(where)):.2f} MiB")
    # Joins of ten million rows, with the engines of the environment that this runs in.
    print(run(sys.executable, str(ROOT / "tests" / "benchmark_frames.py"), cwd=str(ROOT)), end="")


def size(folder: Path) -> float:
    """What a folder weighs, in MiB, bytecode left out."""
    files = (p for p in folder.rglob("*") if p.is_file() and p.suffix != ".pyc")
    return sum(p.stat().st_size for p in files) / 2**20


def aged(grown_edition: Path, folder: Path) -> float:
    """What twenty-four editions weigh packed, each with a little more than the one before it."""
    entries: dict[str, Entry] = {}
    for month in range(24):
        version = f"{2027 + month // 12}.{month % 12 + 1:02}"
        files = {
            path.relative_to(grown_edition).as_posix(): _first_lines(path, 0.8 + month / 115)
            for path in grown_edition.rglob("*")
            if path.is_file() and path.name != SUMS
        }
        files[SUMS] = sums(version, files)
        for name, content in files.items():
            target = folder / "editions" / version / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
        entries[version] = Entry(version, True, digest(files))
    (folder / "editions" / INDEX).write_text(unparsed(entries), encoding="utf-8")
    (folder / "packed").mkdir()
    pack(folder / "editions", folder / "packed")
    return size(folder / "packed")


def _first_lines(path: Path, share: float) -> bytes:
    """A table as it was when it had only so much of its rows: those of a stable draw."""
    lines = path.read_bytes().splitlines(keepends=True)
    if path.suffix != ".csv":
        return b"".join(lines)
    kept = (line for line in lines[1:] if zlib.crc32(line) % 1000 < share * 1000)
    return lines[0] + b"".join(kept)


def compile_grown(target: Path) -> None:
    """Make a checkout with grown data; say how long it takes to compile and to check its form."""
    shutil.copytree(ROOT, target, ignore=shutil.ignore_patterns("data", ".*", "docs", "tests"))
    grown(ROOT / "data", target / "data")
    start = time.perf_counter()
    run(sys.executable, "-m", "sco.compiler", "compile", cwd=str(target))
    for path, _ in documents(target / "data", Faults()):
        text = path.read_text(encoding="utf-8")
        if canonical(text) != text:
            raise RuntimeError(f"{path} is not in canonical form")
    print(f"compiling the grown data, form checked: {time.perf_counter() - start:.0f} s (limit 60)")


def installed(checkout: Path, folder: Path) -> str:
    """Build a checkout's wheel and install it in a new environment; the Python of that."""
    run(sys.executable, "-m", "build", "--wheel", "--outdir", str(folder), str(checkout), cwd="/")
    venv.create(folder / "venv", with_pip=True)
    python = str(folder / "venv" / "bin" / "python")
    (wheel,) = folder.glob("*.whl")
    run(python, "-m", "pip", "install", "--quiet", "--compile", str(wheel), cwd=str(folder))
    return python


def cold(pythons: dict[str, str], folder: str) -> None:
    """Processor time of whole processes, in turns, as ratios of medians."""
    asked = {
        (name, what): (python, code)
        for name, python in pythons.items()
        for what, code in COLD.items()
    }
    asked["today", "lookup"] = pythons["today"], LOOKUP
    times: dict[tuple[str, str], list[float]] = {key: [] for key in asked}
    for _ in range(RUNS + 1):
        for key, (python, code) in asked.items():
            times[key].append(processor_time(python, code, folder))
    median = {key: statistics.median(values[1:]) for key, values in times.items()}
    attrs = median["today", "import attrs"]
    for what, limit in (("members", 1.3), ("pair", None), ("counts", 3.0)):
        ratio = median["today", what] / attrs
        print(f"cold {what} / import attrs: {ratio:.2f}" + (f" (limit {limit})" if limit else ""))
    for what in ("members", "pair"):
        ratio = median["grown", what] / median["today", what]
        print(f"cold {what}, grown / today: {ratio:.2f} (limit 1.15)")
    print(f"cold members / pycountry: {median['today', 'members'] / median['today', 'lookup']:.2f}")


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
