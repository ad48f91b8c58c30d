"""Pages that were served in place of an article: bot protection, captchas, error pages."""

from __future__ import annotations

import re

from rudaw_scraper.errors import BlockPage
from rudaw_scraper.page import Page

_LONGEST_BLOCK_PAGE = 3_000  # characters of visible text
_SIGNS = re.compile(
    r"incapsula|imperva|_cf_chl|cf-browser-verification|cloudflare|captcha|request unsuccessful|incident id|"
    r"access denied|attention required|checking your browser|just a moment|are you (?:a )?human|ddos protection|"
    r"unusual traffic|enable javascript and cookies|too many requests|ray id",
    re.IGNORECASE,
)


def refuse_if_blocked(page: Page, visible: str) -> None:
    """Raise :class:`BlockPage` if a page that gave no article has the signs of a bot protection.

    ``visible`` is the page's visible text; the signs may also stand where no reader sees them.
    """
    if len(visible) > _LONGEST_BLOCK_PAGE:
        return
    source = page.content if isinstance(page.content, str) else page.content.decode("utf-8", "replace")
    match = _SIGNS.search(visible) or _SIGNS.search(source)
    if match is not None:
        raise BlockPage(f"a bot protection or error page was served ({match[0]!r}); wait, slow down, or ask the site")
