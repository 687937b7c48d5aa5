"""Libraries that only an extra of the package brings along."""

from __future__ import annotations

import importlib
from typing import Any

from sco._errors import MissingExtraError


def extra(module: str) -> Any:
    """A module of the extra ``exports``.

    Raises:
        MissingExtraError: If it is not installed; it says how to install it.
    """
    try:
        return importlib.import_module(module)
    except ImportError as error:
        raise MissingExtraError(
            f"this format needs {module}: install it with pip install 'sco-reference[exports]'",
            name=module,
        ) from error
