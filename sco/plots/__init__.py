"""Pictures of the data: needs ``sco[plots]``, which brings matplotlib along.

Each function draws on the Axes that it is given and returns it. It never shows, saves or
closes anything, and leaves matplotlib's settings as they are. Without an Axes it makes a
figure by pyplot, and only then imports it: a figure that pyplot does not know of would
not appear in a notebook, and ``plt.show()`` and ``plt.savefig()`` would not find it.

No picture needs colour to be read: hatches, markers and line styles tell things apart.
Each says of which edition of the data it is.

>>> from matplotlib.figure import Figure
>>> from sco import plots
>>> ax = Figure().subplots()
>>> plots.tallies(ax=ax) is ax
True
"""

from __future__ import annotations

from sco._errors import MissingExtraError

try:
    import matplotlib as _  # noqa: F401
except ImportError as error:
    raise MissingExtraError(
        "sco.plots needs matplotlib: install it with pip install 'sco-reference[plots]'",
        name="matplotlib",
    ) from error

from sco.plots._meetings import meetings
from sco.plots._membership import membership
from sco.plots._summits import summits
from sco.plots._tallies import tallies
from sco.plots._visits import visit_matrix

__all__ = ["meetings", "membership", "summits", "tallies", "visit_matrix"]
