"""Compiles the TOML files under ``data/`` into an edition: ``python -m sco.compiler``.

Three steps, each in a module: read (``_read``), check (``_check``), write (``_write``).
All faults of a run are reported at once, and an edition with a fault is not written.
"""
