"""Head and text of an article as a page of a later or unknown layout shows them, below a known headline."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from rudaw_scraper.article_body import Body, read_body
from rudaw_scraper.article_head import Head, ends_head, read_head
from rudaw_scraper.labels import Label
from rudaw_scraper.main_text import main_lines, text_start
from rudaw_scraper.outline import Outline

_ENDS: Final = (
    Label.COMMENTS, Label.COMMENT_FORM, Label.YOUR_RUDAW, Label.LATEST_COMMENTS, Label.FOOTER, Label.MORE_BY_AUTHOR,
)  # fmt: skip
_MOST_DECK_LINES: Final = 2


@dataclass(slots=True)
class Shown:
    """The lines of the text (``begin``, and ``stop``, after which it can't go on), its head, the text read."""

    begin: int
    stop: int
    head: Head
    body: Body


def read_shown(outline: Outline, start: int) -> Shown:
    """Read head and text below line ``start``, the one after the headline."""
    begin, stop = _text_lines(outline, start)
    return Shown(begin, stop, read_head(outline, start, begin), read_body(outline, begin, stop))


def _text_lines(outline: Outline, start: int) -> tuple[int, int]:
    total = len(outline.lines)
    first = text_start(outline, start, total)
    stop = outline.next_label(min(first, total), _ENDS)
    span = main_lines(outline, start, stop)
    if span is None:
        return first, stop
    begin = text_start(outline, max(start, span.start), span.stop)
    for _ in range(_MOST_DECK_LINES):  # what the author or the date stands below is the deck
        following = text_start(outline, begin + 1, span.stop)
        if following == span.stop or not any(ends_head(outline, at) for at in range(begin + 1, following)):
            break
        begin = following
    return begin, min(stop, span.stop)
