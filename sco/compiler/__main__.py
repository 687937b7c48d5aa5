"""The compiler's command line: ``python -m sco.compiler check|compile|format|pages|publish``."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path
from typing import Any

from sco._edition.index import Entry
from sco.compiler._canonical import canonical
from sco.compiler._check import check
from sco.compiler._edition import Index, read_index, read_meta
from sco.compiler._faults import Faults
from sco.compiler._read import Reading, documents, read
from sco.compiler._save import save_edition, save_text
from sco.compiler._write import contents, digest


def main(arguments: list[str] | None = None) -> int:
    """Run one command.

    Returns:
        0 if all is well, 1 if the data has faults (all of them are printed).
    """
    parser = argparse.ArgumentParser(prog="python -m sco.compiler", description=__doc__)
    parser.add_argument(
        "command",
        choices=["check", "compile", "format", "pages", "publish"],
        help="check: report all faults; compile: check, then write the edition; format: put the "
        "TOML files into canonical form; pages: write the documentation pages that show the "
        "newest edition; publish: compile, and never let the edition change again",
    )
    parser.add_argument("--data", type=Path, default=Path("data"), help="the folder of TOML files")
    parser.add_argument("--docs", type=Path, default=Path("docs"), help="the folder of pages")
    options = parser.parse_args(arguments)
    if options.command == "pages":
        if not options.docs.is_dir():
            parser.error(f"{options.docs} is no folder: run this in the checkout, or give --docs")
        return _pages(options.docs)
    data: Path = options.data
    if not (data / "edition.toml").is_file():
        parser.error(f"{data} has no edition.toml: run this in the checkout, or give --data")
    if options.command == "format":
        return _format(data)
    reading = Reading()
    meta = read_meta(data, reading.faults)
    index = read_index(data, reading.faults)
    if not reading.faults:
        reading = checked(data, meta["released"])
    _print_faults(reading.faults)
    if reading.faults:
        print(f"{len(set(reading.faults))} faults; nothing was written", file=sys.stderr)
        return 1
    if options.command == "check":
        print(f"{len(reading.records)} records, no faults")
        return 0
    return _write_edition(data, meta, reading, index, publish=options.command == "publish")


def checked(data: Path, today: date) -> Reading:
    """Read and check every file; the faults are in what is returned."""
    reading = read(data)
    if not reading.faults:
        check(reading, today)
    return reading


def _write_edition(
    data: Path, meta: dict[str, Any], reading: Reading, index: Index, *, publish: bool
) -> int:
    version = meta["version"]
    files = contents(reading, meta)
    fresh = digest(files)
    known = index.get(version)
    if known and known.published and known.sha256 != fresh:
        print(
            f"edition {version} is published and never changes: give the new one another "
            f"version in {data / 'edition.toml'}",
            file=sys.stderr,
        )
        return 1
    entry = Entry(version, publish or bool(known and known.published), fresh)
    try:
        save_edition(data / "editions", files, entry)
    except OSError as error:
        print(f"edition {version} is as it was: {error}", file=sys.stderr)
        return 1
    print(f"edition {version}: {len(reading.records)} records, sha256 {fresh}")
    return 0


def _format(data: Path) -> int:
    faults = Faults()
    for path, _ in documents(data, faults):
        text = path.read_text(encoding="utf-8")
        wanted = canonical(text)
        if wanted == text:
            continue
        try:
            save_text(path, wanted)
        except OSError as error:
            print(f"{path} is as it was: {error}", file=sys.stderr)
            return 1
        print(f"formatted {path}")
    _print_faults(faults)
    return 1 if faults else 0


def _print_faults(faults: Faults) -> None:
    for fault in sorted(set(faults)):
        print(fault, file=sys.stderr)


def _pages(docs: Path) -> int:
    # Pages ask queries, which the other commands do without.
    from sco._dataset import edition, editions
    from sco.compiler._pages import write_pages

    for path in write_pages(docs, edition(editions()[-1])):
        print(f"wrote {path}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
