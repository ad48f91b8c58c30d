"""Run the program on a content in a style and judge what it gives."""

from __future__ import annotations

from typing import Any

from rudaw_scraper import extract_article
from tests.pages.capture import Capture, capture_content
from tests.pages.compare import Difference, differences
from tests.pages.content import Content
from tests.pages.expected import expected_record
from tests.pages.plaintext import to_text
from tests.pages.render import render
from tests.pages.style import DomStyle, fair

QUOTES = frozenset({"quotes"})
"""Quotations depend on the body alone; they are judged once per content, not once per style."""
CAPTURE_SKIP = frozenset({"comment_count", "captions.image_url", "related.url", "latest_comments.article_url"})
"""What the captures' README leaves open."""


def read(content: Content, style: DomStyle) -> dict[str, Any]:
    """The record of the content written in a style."""
    page = render(content, fair(style))
    article = extract_article(
        page.content, url=content.url, fetched_at=content.fetched_at, content_type=page.content_type
    )
    return article.to_dict()


def read_text(text: str, url: str, fetched_at: str) -> dict[str, Any]:
    """The record of a page saved as plain text."""
    return extract_article(text.encode(), url=url, fetched_at=fetched_at, content_type="text/plain").to_dict()


def judge(content: Content, style: DomStyle | None, skip: frozenset[str] = QUOTES) -> list[Difference]:
    """What is wrong in the record of a content in a style; as plain text where no style is given."""
    if style is not None:
        return differences(expected_record(content), read(content, style), skip)
    expected = expected_record(content, links=False, images=False, nesting=False)
    return differences(expected, read_text(to_text(content), content.url, content.fetched_at), skip)


def judge_capture(capture: Capture, style: DomStyle | None, skip: frozenset[str] = QUOTES) -> list[Difference]:
    """What is wrong in the record of a real page's words in a style, or as they were saved."""
    if style is None:
        got = read_text(capture.text, capture.url, capture.fetched_at)
    else:
        got = read(capture_content(capture), style)
    return differences(capture.record, got, CAPTURE_SKIP | skip)
