"""Which layout a page is read in: the page decides, not its address or its day."""

import dataclasses

import pytest

from rudaw_scraper import extract_article
from rudaw_scraper.errors import BlockPage, ListingPage, UnknownLayout
from rudaw_scraper.record import Article
from tests.later_pages import ENGLISH, SKWID, next_page, skwid_page

OLD = "https://www.rudaw.net/english/kurdistan/09122015"
NEW = "https://www.rudaw.net/english/categories/kurdistan/958450"
H = ENGLISH.headline
FETCHED = "2026-06-02T09:00:00Z"
CLASSIC = (
    f"<html><head><title>{H}</title></head><body><div>Kurdistan</div><h1>{H}</h1><div>By Rudaw 9/12/2015</div>"
    "<p>ERBIL, Kurdistan Region – The keepers of the valley counted their hives on Wednesday and were content.</p>"
    "<p>“We fed them early,” said one of them, who keeps sixty hives beside the old mill.</p></body></html>"
)
UNKNOWN = (
    f"<html><head><title>{H}</title><meta property='article:published_time' content='2027-02-03T08:00:00+03:00'></head>"
    f"<body><main><h2>{H}</h2>"
    "<p>The keepers of the valley counted their hives on Wednesday, and all of them were content with it.</p>"
    "<p>One of them, who keeps sixty hives beside the old mill on the river, had fed the bees early in the year.</p>"
    "<p>The weather office counted eleven days of frost, the fewest since it began to write them down years ago.</p>"
    "</main></body></html>"
)


TALK = [("Azad", 4, "Good for the bees."), ("Nergiz H.", 5, "And for us?"), ("بەهار", 6, "زۆر باشە.")]


def read(content: bytes | str, url: str) -> Article:
    return extract_article(content, url=url, fetched_at="2027-06-02T09:00:00Z")


@pytest.mark.parametrize("url", [OLD, NEW, ENGLISH.url])
def test_neither_address_nor_day_decides(url: str) -> None:
    assert read(skwid_page(ENGLISH, "meaningless")[0], url).layout == "skwid"
    assert read(CLASSIC, url).layout == "classic"
    assert read(UNKNOWN, url).layout == "generic"
    page = dataclasses.replace(ENGLISH, url=url)
    assert read(next_page(page, "article", {"ID": 1, "Title": "x"}), url).layout == "nextjs"


def test_an_unknown_layout_is_read_and_told() -> None:
    article = read(UNKNOWN, NEW)
    assert article.headline == ENGLISH.headline
    assert article.body is not None
    assert article.body.count("\n\n") == 2
    assert article.date_published == "2027-02-03"
    assert "unknown_layout" in article.warnings


@pytest.mark.parametrize("edition", SKWID)
def test_an_unknown_layout_of_the_site_is_read_as_the_site_writes(edition: str) -> None:
    page = SKWID[edition]
    body = "".join(f"<h3>{text}</h3>" if kind == "h" else f"<p>{text}</p>" for kind, text in page.body)
    caption = f"<figcaption>{page.caption}</figcaption>" if page.caption else ""
    author = f"<div>{' '.join(page.author)}</div>"
    talk = "".join(f"<div class='c'><b>{n}</b><i>{d}/2/2027</i><p>{t}</p></div>" for n, d, t in TALK)
    content = (
        f"<html><head><title>{page.headline}</title></head><body><section><h1>{page.headline}</h1>{author}<figure>"
        f"<img src='/a.jpg'>{caption}</figure><div>{body}</div></section>"
        f"<div class='comments'>{talk}</div></body></html>"
    )
    article = read(content, f"https://www.rudaw.net/{edition}/categories/world/12345")
    assert article.layout == "generic"
    assert (article.headline, article.byline, article.dateline) == (page.headline, page.byline, page.dateline)
    assert article.body is not None
    assert article.body.split("\n\n") == page.paragraphs
    expected = [(page.caption_text, page.credit)] if page.caption_text else []
    assert [(caption.text, caption.credit) for caption in article.captions] == expected
    assert [(c.author, c.date, c.text) for c in article.comments] == [(n, f"2027-02-0{d}", t) for n, d, t in TALK]


def test_links_of_the_new_form_are_a_sign() -> None:
    cards = "".join(f"<a href='/english/categories/world/{n}'>Card {n}</a>" for n in range(2))
    assert read(UNKNOWN.replace("</main>", f"</main>{cards}"), OLD).layout == "nextjs"


def test_a_page_of_another_site_is_in_no_layout_of_this_one() -> None:
    foreign = CLASSIC.replace("</title>", "</title><link rel='canonical' href='https://town.example/hives'>")
    foreign = foreign.replace(
        "</body>", "<p>They hope for a good summer, as every one of them said to the reporter.</p></body>"
    )
    assert read(foreign, OLD).layout == "generic"
    own = CLASSIC.replace("</title>", f"</title><link rel='canonical' href='{OLD}'>")
    assert read(own, OLD).layout == "classic"


def test_a_page_that_never_names_the_house_and_leads_elsewhere_is_another_site_s() -> None:
    links = "".join(f"<a href='https://town.example/{n}'>Story {n}</a>" for n in range(5))
    more = "<p>They hope for a good summer, as every one of them said to the reporter.</p>"
    nameless = CLASSIC.replace("By Rudaw", "By Ann Wright").replace("</body>", f"{more}</body>")
    assert read(nameless, OLD).layout == "classic"
    assert read(nameless.replace("</body>", f"<div>{links}</div></body>"), OLD).layout == "generic"
    assert read(CLASSIC.replace("</body>", f"<div>{links}</div></body>"), OLD).layout == "classic"


def test_a_listing_is_refused() -> None:
    cards = "".join(
        f"<div><h3><a href='/english/world/0{n}032019'>A headline about a village number {n}</a></h3>"
        "<p>A sentence about the village that stands below its headline on the page.</p></div>"
        for n in range(1, 7)
    )
    with pytest.raises(ListingPage):
        read(f"<html><body><h1>World</h1><div>{cards}</div></body></html>", OLD)


def test_a_page_without_article() -> None:
    with pytest.raises(UnknownLayout):
        read("<html><body><h1>Contact</h1><p>Write to us.</p></body></html>", OLD)
    with pytest.raises(BlockPage):
        read("<html><body><h1>Attention required</h1><p>Checking your browser. Ray ID 1</p></body></html>", OLD)


@pytest.mark.parametrize("edition", SKWID)
def test_a_page_of_this_layout_in_plain_text(edition: str) -> None:
    content, content_type = skwid_page(SKWID[edition], "text")
    article = extract_article(content, url=SKWID[edition].url, fetched_at=FETCHED, content_type=content_type)
    assert article.layout == "skwid"
