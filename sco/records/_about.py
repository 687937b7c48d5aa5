"""What the field of a record means: said once, in the record class, for code and tables alike.

The annotation gives a field's type, ``about`` its meaning. The compiler makes the tables' columns
of them, an edition's rows are turned into records by them, and ``help`` shows them.
"""

from __future__ import annotations

from typing import Any, TypeVar, cast

import attrs

C = TypeVar("C", bound=type)


def about(meaning: str, *, refers: str | None = None, absent: object = None) -> dict[str, Any]:
    """The metadata of a field.

    Args:
        meaning: What the field means.
        refers: The table whose key it holds, where the annotation does not say so.
        absent: What a TOML record that leaves it out means.
    """
    return {"about": meaning, "refers": refers, "absent": absent}


def documented(cls: C) -> C:
    """Add the fields of a record class to its docstring."""
    if cls.__doc__:  # none under -OO
        fields: tuple[Any, ...] = attrs.fields(cast("Any", cls))
        lines = (f"    {field.name}: {field.metadata['about']}" for field in fields)
        cls.__doc__ = f"{cls.__doc__.rstrip()}\n\nAttributes:\n" + "\n".join(lines) + "\n"
    return cls
