"""The text of a page whose layout is not known: by trafilatura, which is loaded for such pages only."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from rudaw_scraper.letters import fold, letters_key

_ROW = re.compile(r"\|(?:-+\|)*")
_BULLETS = "-•*· "


@dataclass(slots=True)
class Text:
    """Paragraphs in reading order, and those of them that are headings."""

    paragraphs: list[str] = field(default_factory=list)
    headings: list[str] = field(default_factory=list)


def dense_text(html: str) -> Text:
    """Return the main text of a page, comments left out; empty if there is none."""
    from trafilatura.core import bare_extraction  # a third of a second, for pages of unknown layout only

    try:
        found: Any = bare_extraction(html, include_comments=False, with_metadata=False)
    except Exception:  # whatever a library makes of odd markup: no text was found
        return Text()
    if found is None or not found.text:
        return Text()
    headings = set()
    if found.body is not None:
        headings = {letters_key(fold("".join(map(str, head.itertext())))) for head in found.body.iter("head")}
    text = Text()
    for line in found.text.splitlines():
        paragraph = fold(line)
        if paragraph.startswith(("- ", "• ", "* ")):
            paragraph = paragraph.lstrip(_BULLETS)
        if paragraph.startswith("|"):  # a row of a table
            paragraph = fold(_ROW.sub(" ", paragraph))
        if paragraph:
            text.paragraphs.append(paragraph)
            if letters_key(paragraph) in headings:
                text.headings.append(paragraph)
    return text


def guessed_day(html: str, url: str, latest: str) -> str | None:
    """Return the day a page was published (``YYYY-MM-DD``), by htmldate; none later than ``latest``."""
    from htmldate import find_date

    try:
        return find_date(html, original_date=True, url=url, max_date=latest)
    except Exception:  # as above
        return None
