"""What holds for all tests."""

from __future__ import annotations

import os

from hypothesis import settings

# Continuous integration draws the same examples every time: what passed once passes again. Elsewhere they are new.
settings.register_profile("ci", derandomize=True)
if os.environ.get("CI"):
    settings.load_profile("ci")
