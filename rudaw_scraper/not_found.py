"""Soft 404: pages that say, with status 200, that there is no such page; addresses that lead to the front page."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice
from urllib.parse import urlsplit

from parsel import Selector

from rudaw_scraper.page import Draft, Page

REASON = "SoftNotFound"
_LONGEST_TEXT = 2_000  # characters of visible text; a page with more holds something
_LONGEST_BODY = 600  # characters below a headline that says so
_LONGEST_LINE = 200
_MOST_LINES = 100
_THING = r"(?:the |this |that |requested )*(?:page|article|story|content|news|item|post|url|address)"
_YOU_WANTED = r"(?: (?:that )?you(?:'re| are| were|'ve| have)? (?:looking for|requested|tried to \w+|trying to \w+))?"
_MISSING = (
    r"(?:was |is |were |has |have |can |could |does |do )?(?:not |no longer |cannot |can't |couldn't |doesn't )*"
    r"(?:been |be )?(?:found|exists?|available|removed|moved|deleted)"
)
# Whole lines or parts of a title, in the five languages; the words alone may stand in any headline.
_LINES = (
    r"(?:error |http )?404(?: error|[ ,:!-].*)?",
    r"not found|nothing (?:was )?found",
    rf"(?:(?:we(?:'re| are) )?(?:sorry|oops|whoops)[,!.]? ?(?:but )?)?{_THING}{_YOU_WANTED} {_MISSING}.*",
    rf"(?:sorry, ?)?(?:we )?(?:cannot|can't|couldn't|could not|did not|didn't) find {_THING}.*",
    (
        r"(?:ببوورە،? ?|داوای لێبوردن دەکەین،? ?)?(?:ئەم |ئەو )?(?:پەڕە|پەڕ|لاپەڕە|لاپه‌ڕه‌|بابەت|هەواڵ).{0,20}"
        r"(?:نەدۆزرایەوە|نه‌دۆزرایه‌وه‌|بوونی نییە|بەردەست نییە)"
    ),
    r"(?:Bibore,? )?(?:ev |ew )?(?:rûpel|gotar|nûçe|babet).{0,20}(?:nehate? dîtin|peyda nebû|tune ?ye|nîne)",
    r"(?:عذرا،? ?|عذراً،? ?)?(?:الصفحة|المقال|الخبر|المحتوى).{0,20}(?:غير موجود|غير متوفر|غير متاح)ة?",
    r"(?:عذرا،? ?|عذراً،? ?)?لم (?:يتم العثور|نعثر) على (?:الصفحة|المقال|الخبر|المحتوى).{0,20}",
    (
        r"(?:Üzgünüz,? )?(?:aradığınız |istediğiniz |bu )?(?:sayfa|haber|içerik|makale).{0,20}"
        r"(?:bulunamadı|mevcut değil|bulunmamaktadır)"
    ),
)
_SAYS = re.compile("|".join(_LINES), re.IGNORECASE)
_PARTS = re.compile(r"\s*[|–—»:]\s*|\s+-\s+")
_FRONT_PAGES = frozenset({"home", "index", "index.html", "default.aspx", "main"})
_ERROR_PAGES = re.compile(r"(?:404|error|errorpage|not-?found|page-?not-?found)(?:\.\w{3,4})?", re.IGNORECASE)


def says_not_found(source: str) -> str | None:
    """Return the words of a page's source with which it says that it does not exist; ``None`` if it does not."""
    if not source.strip():
        return None
    page = Selector(source, type="html")
    heads = page.xpath("//title | //h1 | //h2").xpath("string()").getall()
    texts = page.xpath("//body//text()[not(parent::script or parent::style or parent::noscript)]").getall()
    lines = [" ".join(text.split()) for text in texts]
    if sum(map(len, lines)) > _LONGEST_TEXT:
        return None
    short = (line for line in lines if 0 < len(line) <= _LONGEST_LINE)
    parts = (part for head in heads for part in _PARTS.split(" ".join(head.split())))
    return next(
        (words for words in [*parts, *islice(short, _MOST_LINES)] if _SAYS.fullmatch(words.rstrip(" .!"))), None
    )


def page_says_not_found(page: Page) -> str | None:
    """Return the words with which a page says that it does not exist; ``None`` if it does not."""
    content = page.content
    return says_not_found(content if isinstance(content, str) else content.decode("utf-8", "replace"))


def draft_says_not_found(draft: Draft) -> str | None:
    """Return the headline of what was read as an article, and says that it does not exist.

    Such a page has little text and no date of its own: a report of what was not found has.
    """
    headline = draft.article.headline or ""
    dated = any(evidence.source != "url" for evidence in draft.published)
    if dated or len(headline) > _LONGEST_LINE or sum(map(len, draft.paragraphs)) > _LONGEST_BODY:
        return None
    return _first_that_says(_PARTS.split(headline))


def leads_away(listed: str, fetched: str) -> str | None:
    """Return the path that an article's address was redirected to, if that is a page above it or one for errors."""
    path = urlsplit(fetched).path
    above = [segment.lower() for segment in urlsplit(listed).path.split("/") if segment]
    there = [segment.lower() for segment in path.split("/") if segment]
    if there and _ERROR_PAGES.fullmatch(there[-1]):
        return path
    if there and there[-1] in _FRONT_PAGES:
        there.pop()
    return (path or "/") if len(there) < len(above) and there == above[: len(there)] else None


def _first_that_says(texts: Iterable[str]) -> str | None:
    return next((text for text in texts if _SAYS.fullmatch(text.rstrip(" .!؟?").replace("’", "'"))), None)
