"""Lists on pages of the later layouts and of unknown ones: comments, latest comments, related articles.

No real comment of the later layouts has been seen. One is believed only below a heading or form of comments and
outside lists of other articles: the cards of those lists carry dates too.
"""

from __future__ import annotations

from rudaw_scraper.addresses import is_article_url
from rudaw_scraper.article_lists import find_related
from rudaw_scraper.comments import find_comments
from rudaw_scraper.dates import is_date
from rudaw_scraper.labels import Label
from rudaw_scraper.outline import Outline
from rudaw_scraper.record import Comment, LatestComment, Related
from rudaw_scraper.side_list import find_side_list
from rudaw_scraper.walk_tables import Element

_OPEN = (Label.COMMENTS, Label.COMMENT_FORM)
_CLOSE = (
    Label.LATEST_COMMENTS, Label.RELATED, Label.ELSEWHERE, Label.MORE_BY_AUTHOR, Label.YOUR_RUDAW, Label.FOOTER,
)  # fmt: skip


def read_comments(outline: Outline, start: int) -> list[Comment]:
    """Return the readers' comments below line ``start``."""
    total = len(outline.lines)
    first = at = outline.next_label(start, _OPEN)
    if at == total:
        return []
    skipped: list[range] = []
    while at < total:
        stop = outline.next_label(at + 1, _CLOSE)
        skipped += _cards(outline, at + 1, stop)
        at = outline.next_label(stop, _OPEN)
        skipped.append(range(stop, at))
    return find_comments(outline, first, skipped)[0]


def side_comments(outline: Outline) -> list[LatestComment]:
    """Return the site-wide list of latest comments, if a heading announces one."""
    if outline.next_label(0, [Label.LATEST_COMMENTS]) == len(outline.lines):
        return []
    side = find_side_list(outline)
    return [] if side is None else side.comments


def related_articles(outline: Outline, start: int) -> list[Related]:
    """Return the related articles listed below line ``start``, each once, without the dates on their cards."""
    found: dict[str, Related] = {}
    for related in find_related(outline, start):
        if not is_date(related.headline, outline.language):
            found.setdefault(related.url or related.headline, related)
    return list(found.values())


def _cards(outline: Outline, start: int, stop: int) -> list[range]:
    """Return the lines that share a box with a link to another article."""
    linked: set[Element] = set()
    lines = outline.lines
    for index in range(start, stop):
        block = lines[index].block
        if block is None:
            continue
        urls = [outline.document.absolute(href) for _, href in lines[index].links()]
        if any(url is not None and is_article_url(url) for url in urls):
            linked.add(block)
            if (parent := block.getparent()) is not None:
                linked.add(parent)
    if not linked:
        return []
    blocks = [(index, lines[index].block) for index in range(start, stop)]
    return [range(i, i + 1) for i, block in blocks if block is not None and {block, block.getparent()} & linked]
