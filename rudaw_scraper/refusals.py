"""Pages that were served in place of an article: bot protection, captchas, error pages."""

from __future__ import annotations

import re

from rudaw_scraper.document import Document
from rudaw_scraper.errors import BlockPage

_LONGEST_BLOCK_PAGE = 3_000  # characters of visible text
_SIGNS = re.compile(
    r"incapsula|imperva|_cf_chl|cf-browser-verification|cloudflare|captcha|request unsuccessful|incident id|"
    r"access denied|attention required|checking your browser|just a moment|are you (?:a )?human|ddos protection|"
    r"unusual traffic|enable javascript and cookies|too many requests|ray id",
    re.IGNORECASE,
)


def refuse_if_blocked(document: Document) -> None:
    """Raise :class:`BlockPage` if a page that gave no article has the signs of a bot protection."""
    text = "\n".join(line.text for line in document.lines)
    if len(text) > _LONGEST_BLOCK_PAGE:
        return
    content = document.page.content
    source = content if isinstance(content, str) else content.decode("utf-8", "replace")
    match = _SIGNS.search(text) or _SIGNS.search(source)
    if match is not None:
        raise BlockPage(f"a bot protection or error page was served ({match[0]!r}); wait, slow down, or ask the site")
