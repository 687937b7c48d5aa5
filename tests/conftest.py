"""How hypothesis tries examples: without a clock, whatever else the machine does."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, Phase, settings

settings.register_profile("sco", deadline=None, suppress_health_check=[HealthCheck.too_slow])
# For whoever asks only whether a test fails (tests/mutants.py): the same examples every time, and
# no search for the smallest.
settings.register_profile(
    "failing",
    settings.get_profile("sco"),
    database=None,
    derandomize=True,
    phases=[Phase.explicit, Phase.generate],
)
settings.load_profile(os.environ.get("SCO_HYPOTHESIS_PROFILE", "sco"))
