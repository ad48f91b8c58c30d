"""What holds for all tests."""

from __future__ import annotations

import os

from hypothesis import settings

# The modules are tested as they are written, so that coverage sees them and tests can put stand-ins into them;
# RUDAW_PLAIN= (empty) tests those that were compiled.
os.environ.setdefault("RUDAW_PLAIN", "py")

# Continuous integration draws the same examples every time: what passed once passes again. Elsewhere they are new.
settings.register_profile("ci", derandomize=True)
if os.environ.get("CI"):
    settings.load_profile("ci")
