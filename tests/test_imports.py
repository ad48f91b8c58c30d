"""What takes long to load is loaded by those alone who need it: workers of archives start often."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = {"scrapy", "twisted", "trafilatura", "htmldate", "dateparser", "pyarrow", "pandas", "numpy", "duckdb"}


@pytest.mark.parametrize("module", ["rudaw_scraper", "rudaw_scraper.archives.work", "rudaw_scraper.cli"])
def test_reading_pages_loads_nothing_heavy(module: str) -> None:
    program = f"import sys, {module}; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60)
    assert "rudaw_scraper.extract" in loaded.stdout.split()
    assert HEAVY.intersection(loaded.stdout.split()) == set()
