"""The Skwid layout: five editions in several kinds of markup, and its single habits."""

import pytest

from rudaw_scraper import extract_article
from rudaw_scraper.record import Article
from tests.later_markup import skwid_document
from tests.later_pages import ENGLISH, SKWID, SKWID_STYLES, Later, skwid_page

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


def _changed(style: str, *changes: tuple[str, str]) -> Article:
    """The English page with some of its source replaced."""
    source = skwid_page(ENGLISH, style)[0].decode()
    for old, new in changes:
        assert old in source
        source = source.replace(old, new, 1)
    return extract_article(source, url=ENGLISH.url, fetched_at="2021-03-20T09:00:00Z")


SHARE = "<div><span>SHARE ON"
RULES = "<p>Rudaw moderates"
TEXT_STYLES = ("bem", "meaningless", "flat")
CARDS = "".join(
    f"<li><a href='/english/world/1003202{n}'><h4>A headline about the harvest number {n}</h4></a>"
    f"<span>{n} hours ago</span></li>"
    for n in range(1, 6)
)


@pytest.mark.parametrize("style", TEXT_STYLES)
@pytest.mark.parametrize(
    ("old", "new", "raw"),
    [
        ("</h1>", "</h1><div>14/3/2021</div>", "14/3/2021"),
        ("</h1>", "</h1><div>Published: 14-03-2021 10:22</div>", "14-03-2021 10:22"),
        ("<h1", "<div>14 March 2021</div><h1", "14 March 2021"),
        (SHARE, f"<div>2021-03-14</div>{SHARE}", "2021-03-14"),
        ("<main>", f"<ul>{CARDS}</ul><main>", "2021-03-14"),
    ],
)
def test_a_date_wherever_it_stands(style: str, old: str, new: str, raw: str) -> None:
    article = _changed(style, (old, new))
    assert (article.date_published, article.date_published_raw) == ("2021-03-14", raw)
    assert article.authors == ENGLISH.authors
    assert article.warnings == []


@pytest.mark.parametrize("style", TEXT_STYLES)
def test_comments_below_their_heading_only(style: str) -> None:
    two = (
        "<div><h3>Comments (2)</h3><ul><li><b>Azad</b> <span>15/3/2021</span><p>Good for the bees.</p></li>"
        "<li><b>Nergiz H.</b> <span>16/3/2021</span><p>And for us?</p></li></ul></div>"
    )
    article = _changed(style, ("<footer>", f"{two}<div><h3>Most Read</h3><ul>{CARDS}</ul></div><footer>"))
    assert [(c.author, c.date, c.text) for c in article.comments] == [
        ("Azad", "2021-03-15", "Good for the bees."),
        ("Nergiz H.", "2021-03-16", "And for us?"),
    ]
    assert article.comment_count == 2
    assert _changed(style, ("<footer>", f"<div><h3>Most Read</h3><ul>{CARDS}</ul></div><footer>")).comments == []


@pytest.mark.parametrize("style", TEXT_STYLES)
def test_what_stands_around_the_text(style: str) -> None:
    deck = "The keepers of the upper valley had feared the winter, and were wrong."
    article = _changed(
        style,
        ("</h1>", f"</h1><h2>{deck}</h2>"),
        (SHARE, f"<div>1204 Views</div><div><a href='#c'>Comments (0)</a></div>{SHARE}"),
        (RULES, f"<div>Tags: <a href='/t/1'>bees</a>, <a href='/t/2'>valley</a></div>{SHARE}</span></div>{RULES}"),
        (" Photo: Rudaw", "</span><br><span>Photo: Rudaw"),
        ("<a href='/s'>Kurdistan</a>", "<a href='/english/life'>Mountain Life</a>"),
    )
    assert article.summary == deck
    assert article.byline == ENGLISH.byline
    assert article.section == "Mountain Life"
    assert article.tags == ["bees", "valley"]
    assert [(caption.text, caption.credit) for caption in article.captions] == [(ENGLISH.caption_text, "Rudaw")]
    assert article.body is not None
    assert article.body.split("\n\n") == ENGLISH.paragraphs


@pytest.mark.parametrize("style", TEXT_STYLES)
def test_without_the_buttons_above_the_text(style: str) -> None:
    article = _changed(style, ("<div><a href='#'>A+</a> <a href='#'>A-</a></div>", ""))
    assert article.layout == "skwid"
    assert article.body is not None
    assert article.body.split("\n\n") == ENGLISH.paragraphs
