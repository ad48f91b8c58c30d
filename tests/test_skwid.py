"""The Skwid layout: five editions in several kinds of markup, and its single habits."""

import pytest

from rudaw_scraper import extract_article
from rudaw_scraper.record import Article
from tests.later_markup import skwid_document
from tests.later_pages import SKWID, SKWID_STYLES, Later, skwid_page

FETCHED = "2026-05-20T09:00:00Z"


def read(page: Later, style: str) -> Article:
    content, content_type = skwid_page(page, style)
    return extract_article(content, url=page.url, fetched_at=FETCHED, content_type=content_type)


@pytest.mark.parametrize("style", SKWID_STYLES)
@pytest.mark.parametrize("edition", SKWID)
def test_a_page_in_every_edition_and_markup(edition: str, style: str) -> None:
    page = SKWID[edition]
    article = read(page, style)
    assert article.layout == "skwid"
    assert article.headline == page.headline
    assert article.byline == page.byline
    assert article.authors == page.authors
    assert article.section == page.section
    assert article.body is not None
    assert article.body.split("\n\n") == page.paragraphs
    assert article.subheadings == page.subheadings
    assert article.dateline == page.dateline
    expected = [(page.caption_text, page.credit)] if page.caption_text else []
    assert [(caption.text, caption.credit) for caption in article.captions] == expected
    assert article.comments == []
    assert article.related == []
    assert (article.date_published, article.date_published_source) == (_slug_day(page.url), "url")


def _slug_day(url: str) -> str:
    slug = url.rsplit("/", 1)[-1]
    return f"{slug[4:8]}-{slug[2:4]}-{slug[:2]}"


@pytest.mark.parametrize("edition", SKWID)
def test_a_page_in_markup_drawn_at_random(edition: str) -> None:
    page = SKWID[edition]
    for seed in range(60):
        article = extract_article(skwid_document(page, seed), url=page.url, fetched_at=FETCHED)
        assert article.body is not None, seed
        got = (
            article.layout,
            article.headline,
            article.byline,
            article.section,
            article.body.split("\n\n"),
            article.subheadings,
            article.dateline,
            [(caption.text, caption.credit) for caption in article.captions],
            article.comments,
        )
        captions = [(page.caption_text, page.credit)] if page.caption_text else []
        text = (page.paragraphs, page.subheadings, page.dateline)
        assert got == ("skwid", page.headline, page.byline, page.section, *text, captions, []), seed
