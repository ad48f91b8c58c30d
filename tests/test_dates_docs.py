"""The document on dates says what the program does."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path

import pytest

from rudaw_scraper.dates import BAGHDAD, Order, parse_date
from rudaw_scraper.dates.moments import baghdad

ROOT = Path(__file__).resolve().parents[1]
DOCUMENT = (ROOT / "docs" / "dates.md").read_text("utf-8")
CAPTURED = datetime(2021, 6, 4, 12, tzinfo=BAGHDAD)
ORDERS: dict[str, Order | None] = {"D/M": "DMY", "M/D": "MDY", "": None}
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in DOCUMENT.partition("<!-- shapes -->\n")[2].partition("\n\n")[0].splitlines()[2:]
]


@pytest.mark.parametrize(("language", "printed", "order", "day", "clock"), ROWS)
def test_shapes(language: str, printed: str, order: str, day: str, clock: str) -> None:
    for page_language in ("en", "ckb", "kmr", "ar", "tr") if language == "any" else (language,):
        parsed = parse_date(printed.strip("`"), language=page_language, order=ORDERS[order], captured_at=CAPTURED)
        assert parsed is not None
        assert parsed.day.isoformat() == day
        assert (baghdad(parsed.time).time().isoformat() if parsed.time else "") == clock


MODULES = ("evidence", "fields", "normalise")


def test_the_document_and_the_module_list_every_warning() -> None:
    sources = [(ROOT / "rudaw_scraper" / "dates" / f"{name}.py").read_text("utf-8") for name in MODULES]
    used = {code for source in sources for code in re.findall(r'"((?:comment|date)_\w+)"', source)}
    used -= {"date_published", "date_published_raw", "date_published_source"}
    listed = set(re.findall(r"^\| `(\w+)` \|", DOCUMENT, re.MULTILINE))
    assert listed == used == set(re.findall(r"^``(\w+)``", sources[-1], re.MULTILINE))
