"""A date on the line of a byline that its lead-in hides: "Haber: Ann Wright | 18/3/2019"."""

from __future__ import annotations

from typing import Final

from rudaw_scraper.article_head import Head
from rudaw_scraper.bylines import split_authors
from rudaw_scraper.dates import find_date
from rudaw_scraper.outline import Outline
from rudaw_scraper.page import DateEvidence

_EDGES: Final = " |•·–—,،-"


def take_date_off_byline(outline: Outline, head: Head) -> None:
    """Move a date at the end of the byline to the dates of publication, and read the names again."""
    span = find_date(head.byline, outline.language) if head.byline else None
    if head.byline is None or span is None or head.byline[span[1] :].strip(_EDGES):
        return
    evidence = DateEvidence("byline", head.byline[span[0] : span[1]].strip(_EDGES))
    head.byline = head.byline[: span[0]].rstrip(_EDGES) or None
    head.authors = split_authors(head.byline, outline.document.address.edition)
    if evidence not in head.published:
        head.published.insert(0, evidence)
