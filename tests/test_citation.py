"""CITATION.cff is what the Citation File Format asks for, and of this version."""

from __future__ import annotations

import yaml

from rudaw_scraper import __version__
from tests.small_site import ROOT


def test_the_citation_file() -> None:
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert {"cff-version", "message", "title", "authors"} <= set(citation)  # the keys that the format requires
    assert citation["cff-version"] == "1.2.0"
    assert citation["type"] == "software"
    assert all(author["name"] for author in citation["authors"])
    assert str(citation["version"]) == __version__
