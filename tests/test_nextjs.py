"""The Next.js layout: shown text and the page's data, together and each alone."""

import dataclasses
import json
from typing import Any

import pytest

from rudaw_scraper import extract_article
from rudaw_scraper.layouts.nextjs import real_image
from rudaw_scraper.next_data import element_html, find_article
from rudaw_scraper.record import Article
from tests.later_pages import ARABIC, ENGLISH, KURMANJI, NEXT_STYLES, SKWID, Later, next_page

FETCHED = "2026-06-02T09:00:00Z"
IMAGE = "https://images.rudaw.net/s3/88123Image1.jpg"


def moved(page: Later) -> Later:
    """The page at its address in this layout."""
    return dataclasses.replace(page, url=f"https://www.rudaw.net/{page.url.split('/')[3]}/categories/kurdistan/958450")


def data_of(page: Later) -> dict[str, Any]:
    body = "".join(f"<h3>{t}</h3>" if kind == "h" else f"<p>{t}</p>" for kind, t in page.body)
    return {
        "ID": 958450,
        "Title": page.headline,
        "Summary": "Nine hives in ten lived &mdash; that is more than last year&rsquo;s.",
        "Body": body,
        "PublishedAt": "2026-05-26T07:30:00Z",
        "imgPath": "/s3/88123Image1.jpg",
        "imageCaption": page.caption,
        "Author": {"name": page.authors[0]} if page.authors else None,
        "Tags": [{"name": "hives"}, {"name": "weather"}],
    }


def read(page: Later, style: str, data: dict[str, Any], shown_date: str | None = None) -> Article:
    return extract_article(next_page(page, style, data, shown_date=shown_date), url=page.url, fetched_at=FETCHED)


@pytest.mark.parametrize("style", NEXT_STYLES)
@pytest.mark.parametrize("edition", SKWID)
def test_a_page_in_every_edition_and_markup(edition: str, style: str) -> None:
    page = moved(SKWID[edition])
    article = read(page, style, data_of(page), "26/5/2026" if style == "linked" else None)
    assert article.layout == "nextjs"
    assert article.id == f"{edition}/958450"
    assert article.headline == page.headline
    assert article.authors == page.authors
    assert article.body is not None
    assert article.body.split("\n\n") == page.paragraphs
    assert article.subheadings == page.subheadings
    assert article.dateline == page.dateline
    expected = [(page.caption_text, page.credit, IMAGE)] if page.caption_text else []
    assert [(caption.text, caption.credit, caption.image_url) for caption in article.captions] == expected
    assert article.date_published == "2026-05-26"
    assert article.comments == []
    if style != "streamed":
        assert article.byline == page.byline
        assert article.section == page.section
    if style != "linked":
        assert article.summary == "Nine hives in ten lived — that is more than last year’s."
        assert article.tags == ["hives", "weather"]
        assert article.datetime_published == "2026-05-26T10:30:00+03:00"
        assert article.date_published_source == "metadata"


def test_the_data_of_another_article_are_not_taken() -> None:
    page = moved(ENGLISH)
    other = data_of(page) | {"ID": 958451, "Title": "Snow closes a pass", "Body": "<p>Other words stand here.</p>"}
    article = read(page, "article", other)
    assert article.body is not None
    assert article.body.split("\n\n") == page.paragraphs
    assert (article.tags, article.summary) == ([], None)
    assert article.date_published is None


def test_data_whose_text_the_page_does_not_show_give_way() -> None:
    page = moved(ENGLISH)
    article = read(page, "article", data_of(page) | {"Body": "<p>An older text stood here for a while.</p>"})
    assert article.body is not None
    assert article.body.split("\n\n") == page.paragraphs
    assert "flight_body_conflict" in article.warnings


def test_no_date_is_made_of_the_id() -> None:
    page = dataclasses.replace(ENGLISH, url="https://www.rudaw.net/english/categories/world/14032021")
    article = read(page, "linked", {})
    assert article.date_published is None


def test_a_stream_that_breaks_off_leaves_the_page_as_shown() -> None:
    page = moved(ARABIC)
    content = next_page(page, "article", data_of(page))
    cut = content[: content.rindex(b"<script>") + 60]
    article = extract_article(cut, url=page.url, fetched_at=FETCHED)
    assert article.body is not None
    assert article.body.split("\n\n") == page.paragraphs


def test_a_relative_date_shown_with_the_author() -> None:
    page = moved(KURMANJI)
    article = read(page, "article", {"ID": 958450, "Title": page.headline}, "3 demjimêr berê")
    assert article.date_published == "2026-06-02"
    assert article.date_published_raw == "3 demjimêr berê"


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (
            "/_next/image?url=https%3A%2F%2Fimages.rudaw.net%2Fa.jpg&amp;w=640&amp;q=75",
            "https://images.rudaw.net/a.jpg",
        ),
        ("https://www.rudaw.net/_next/image?url=%2Fs3%2Fa.jpg&w=640", "/s3/a.jpg"),
        ("https://images.rudaw.net/a.jpg", "https://images.rudaw.net/a.jpg"),
        ("/_next/image?w=640", None),
        (None, None),
        ("", None),
    ],
)
def test_the_picture_behind_the_proxy(given: str | None, expected: str | None) -> None:
    assert real_image(given) == expected


def test_elements_become_markup() -> None:
    tree = [
        "$",
        "div",
        None,
        {"children": [["$", "p", "1", {"children": ["A ", ["$", "b", None, {"children": "b"}]]}]]},
    ]
    assert element_html(tree) == "<div><p>A <b>b</b></p></div>"
    assert element_html(["$", "script", None, {"children": "1 < 2"}]) == "1 &lt; 2"
    assert element_html(["$", "p", None, {"dangerouslySetInnerHTML": {"__html": "<i>x</i>"}}]) == "<p><i>x</i></p>"


@pytest.mark.parametrize(
    "body",
    [
        "<p>One two three four.</p><p>Five six.</p>",
        ["One two three four.", "Five six."],
        [{"type": "paragraph", "text": "One two three four."}, {"type": "paragraph", "content": "Five six."}],
        [["$", "p", None, {"children": "One two three four."}], ["$", "p", None, {"children": "Five six."}]],
    ],
)
def test_bodies_of_several_kinds(body: object) -> None:
    found = find_article([{"item": {"id": "7", "title": "T", "content": body}}], "7", [])
    assert found is not None
    assert found.body == "<p>One two three four.</p><p>Five six.</p>"


def test_several_objects_of_one_article_fill_each_other() -> None:
    card = {"ID": 7, "Title": "T", "Summary": "Short"}
    full = {"ID": 7, "Title": "T", "Body": "<p>One two three four.</p>"}
    found = find_article([[card], full], "7", [])
    assert found is not None
    assert (found.summary, found.body) == ("Short", "<p>One two three four.</p>")
    assert find_article([[card], full], "8", []) is None


def test_a_text_that_only_an_element_of_the_stream_holds() -> None:
    page = moved(ENGLISH)
    html = "".join(f"<p>{text}</p>" for text in page.paragraphs)
    stream = f'0:["$","div",null,{{"dangerouslySetInnerHTML":{{"__html":{json.dumps(html)}}}}}]\n'
    script = f"<script>self.__next_f.push({json.dumps([1, stream]).replace('<', chr(92) + 'u003c')})</script>"
    content = f"<html><body><h1>{page.headline}</h1>{script}</body></html>"
    article = extract_article(content, url=page.url, fetched_at=FETCHED)
    assert article.layout == "nextjs"
    assert article.body is not None
    assert article.body.split("\n\n") == page.paragraphs


DECKS = {
    "english": "A short deck about the hives stands here below the headline, and ends.",
    "sorani": "پوختەیەکی کورت لێرەدا لە ژێر ناونیشانەکەدا هاتووە و لێرەدا کۆتایی دێت.",
}


@pytest.mark.parametrize("style", ["article", "divs", "linked"])
@pytest.mark.parametrize("edition", DECKS)
def test_a_deck_dates_and_a_reading_time_in_the_head(edition: str, style: str) -> None:
    page = moved(SKWID[edition])
    head = (
        f"</h1><p>{DECKS[edition]}</p><div>3 min read</div><div><b>Published</b><i>26/05/2026, 10:30</i></div>"
        "<div><b>Updated</b><i>27/05/2026</i></div><div><button>Share</button><a href='#'>Facebook</a></div>"
    )
    content = next_page(page, style, {}).decode().replace("</h1>", head, 1)
    article = extract_article(content, url=page.url, fetched_at=FETCHED)
    assert article.summary == DECKS[edition]
    assert article.byline == page.byline
    assert (article.datetime_published, article.date_modified) == ("2026-05-26T10:30:00+03:00", "2026-05-27")
    assert [caption.text for caption in article.captions] == [page.caption_text]
    assert article.body is not None
    assert article.body.split("\n\n") == page.paragraphs


def test_related_articles_are_cards_without_their_dates() -> None:
    page = moved(ENGLISH)
    content = next_page(page, "article", {}).decode().replace("<section>", "<section><h2>Related News</h2>", 1)
    article = extract_article(content, url=page.url, fetched_at=FETCHED)
    assert [(related.headline, related.url) for related in article.related] == [
        ("Snow closes a pass", "https://www.rudaw.net/english/categories/world/958451"),
        ("A bridge is painted", "https://www.rudaw.net/english/categories/world/958452"),
    ]


def test_the_card_of_an_article_with_nearly_the_same_headline_is_not_the_headline() -> None:
    page = dataclasses.replace(moved(ENGLISH), headline="Valley opens 50 schools")
    start = next_page(page, "article", data_of(page)).decode().index("<script>(self")
    data = next_page(page, "article", data_of(page)).decode()[start:]
    card = "<a href='/english/categories/kurdistan/958477'><h3>Valley opens 60 schools</h3></a>"
    content = f"<html><head><title>{page.headline}</title></head><body><main>{card}</main>{data}"
    article = extract_article(content, url=page.url, fetched_at=FETCHED)
    assert article.headline == "Valley opens 50 schools"
    assert article.body is not None
    assert article.body.split("\n\n") == page.paragraphs


@pytest.mark.parametrize("author", ["", "<a href='/english/authors/Dilan_Sherwan'>Dilan Sherwan</a>"])
def test_author_date_and_section_in_one_line(author: str) -> None:
    page = moved(ENGLISH)
    meta = f"{author}<time>26-05-2026</time><a href='/english/categories/kurdistan'>Kurdistan</a>"
    body = "".join(f"<p>{text}</p>" for text in page.paragraphs)
    content = f"<body><h1>Bees</h1><article>{meta}<div>{body}</div></article><script>self.__next_f.push([0])</script>"
    article = extract_article(content, url=page.url, fetched_at=FETCHED)
    assert article.authors == (["Dilan Sherwan"] if author else [])
    assert (article.section, article.date_published) == ("Kurdistan", "2026-05-26")
