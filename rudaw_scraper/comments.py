"""Readers' comments, whatever their markup: an author, a date and a text that repeat.

The dates are the anchors. Each comment's lines are those of the largest box that holds its date and no other
comment's; where there are no boxes, or only flat ones, the order of name, date and text decides.
"""

from __future__ import annotations

from collections.abc import Iterable

from rudaw_scraper.comment_dates import comment_dates
from rudaw_scraper.entries import Entry, box_entries, is_single_comment
from rudaw_scraper.entry_words import fill_entries
from rudaw_scraper.outline import Outline, is_linked
from rudaw_scraper.record import Comment
from rudaw_scraper.reply_marks import Depth, depths


def find_comments(outline: Outline, start: int, skipped: Iterable[range]) -> tuple[list[Comment], int | None]:
    """Return the comments below line ``start`` and the first line they take (``None`` without comments).

    ``skipped`` are ranges of lines that are known to be something else (the list of latest comments).
    """
    spans = list(skipped)
    anchors = comment_dates(outline, start, spans)
    below = [span.start for span in spans if anchors and span.start > anchors[-1]]
    entries = box_entries(outline, anchors, start, stop=min(below, default=None))
    if len(entries) == 1 and not is_single_comment(outline, entries[0], start):
        return [], None
    fill_entries(outline, entries)
    entries = [entry for entry in entries if not _is_card(outline, entry)]
    comments: list[Comment] = []
    answerable: list[tuple[Depth, int]] = []  # (depth, position) of the comments that a reply can belong to
    for entry, depth in zip(entries, depths(outline, [entry.anchor for entry in entries]), strict=True):
        outline.take(range(entry.first, entry.last + 1), "comment")
        end = outline.next_label(entry.anchor + 1, stop=entry.last + 1)
        outline.free(index for index in range(entry.first, end) if outline.labels[index] is None)
        if entry.text is None:
            continue
        while answerable and answerable[-1][0] >= depth:
            answerable.pop()
        reply_to = answerable[-1][1] if answerable else None
        position = len(comments) + 1
        answerable.append((depth, position))
        comments.append(Comment(position, entry.author, None, None, entry.mark.raw, entry.text, reply_to))
    return comments, entries[0].first if entries else None


def _is_card(outline: Outline, entry: Entry) -> bool:
    """Tell whether an entry's name is the headline of another article, linked to it."""
    lines = outline.lines
    for index in range(entry.first, entry.anchor):
        if entry.author is not None and is_linked(lines[index]) and lines[index].text.startswith(entry.author):
            return all(outline.document.leads_to_another(href) for _, href in lines[index].links())
    return False
