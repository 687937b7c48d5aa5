"""Draw the pictures of the documentation: ``python -m sco.plots docs/images``."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from functools import partial
from io import BytesIO
from pathlib import Path

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from PIL import Image

from sco import plots
from sco.plots._canvas import SIZES

PICTURES: dict[str, Callable[[Axes], Axes]] = {
    "membership": plots.membership,
    "summits": plots.summits,
    "meetings": partial(plots.meetings, "RU", "CN", level="head_of_state"),
    "visit_matrix": plots.visit_matrix,
    "tallies": partial(plots.tallies, "RU", "CN"),
}


def main(arguments: list[str] | None = None) -> None:
    """Write one PNG for each function into a folder."""
    parser = argparse.ArgumentParser(prog="python -m sco.plots", description=__doc__)
    parser.add_argument("folder", type=Path, help="where to write; made if it is not there")
    folder = parser.parse_args(arguments).folder
    folder.mkdir(parents=True, exist_ok=True)
    for name, draw in PICTURES.items():
        figure = Figure(figsize=SIZES[name], layout="constrained")
        draw(figure.add_subplot())
        drawn, small = BytesIO(), BytesIO()
        figure.savefig(drawn, format="png", dpi=80)
        # A palette halves the file, and drops the version of matplotlib noted in it.
        Image.open(drawn).convert("RGB").quantize(64).save(small, "png", optimize=True)
        (folder / f"{name}.png").write_bytes(small.getvalue())


if __name__ == "__main__":
    main()
