"""What hatchling runs when it builds: editions travel packed, not as folders."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class PackEditions(BuildHookInterface[Any]):
    """Adds the packed editions to a wheel or to a source archive."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Pack, or take what the source archive has.

        Args:
            version: ``standard`` or ``editable``.
            build_data: What hatchling is to include.
        """
        root = Path(self.root)
        if version == "editable":
            return  # it answers from the checkout
        ready = root / "data" / "packed"
        if not ready.is_dir():
            sys.path.insert(0, str(root))
            from sco.compiler._pack import pack

            ready = Path(self.directory) / "packed"
            ready.mkdir(parents=True, exist_ok=True)
            pack(root / "data" / "editions", ready)
        inside = "sco/editions" if self.target_name == "wheel" else "data/packed"
        build_data["force_include"][str(ready)] = inside
