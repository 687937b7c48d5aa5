"""The command line: ``sco`` and ``python -m sco``."""

from sco._cli._main import main

__all__ = ["main"]
