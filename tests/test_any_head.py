"""Headline, authors and day of pages of other sites, in markup as publishing systems print it."""

import json
from typing import Any

import pytest

from rudaw_scraper.byline_names import names_in
from rudaw_scraper.layouts.generic import read_any_page
from rudaw_scraper.markup import parse_markup
from rudaw_scraper.structured import first_name_first

HEADLINE = "The ferry company sells its last wooden pier"
TEXT = "".join(
    f"<p>The pier was built in {year} by the men of the village, and in every spring since then a plank had to go.</p>"
    for year in range(1901, 1908)
)


def read(
    meta: str = "", head: str = "", *, heading: str = f"<h1>{HEADLINE}</h1>", title: str = "", below: str = ""
) -> dict[str, Any]:
    html = (
        f"<html><head><title>{title or HEADLINE + ' - Valley Post'}</title>{head}</head><body><header>"
        f"<h1 class='site-title'><a href='/'>Valley Post</a></h1></header><article>{heading}{meta}"
        f"<div class='text'>{TEXT}</div>{below}</article></body></html>"
    )
    return read_any_page(html, url="https://valley.example/news/pier-1", fetched_at="2019-06-01T00:00:00Z")


def json_ld(**changes: Any) -> str:
    node = {
        "@type": "NewsArticle",
        "headline": HEADLINE,
        "author": {"@type": "Person", "name": "Ann Wright"},
        **changes,
    }
    return f"<script type='application/ld+json'>{json.dumps(node)}</script>"


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        (f"<h2 class='post-title'>{HEADLINE}</h2>", ""),
        (f"<h2>{HEADLINE}</h2><h2 class='subtitle'>It stood for a hundred years.</h2>", f"Valley Post » {HEADLINE}"),
        (f"<h1><span itemprop='headline'>{HEADLINE}</span></h1>", f"{HEADLINE} | Local News | Valley Post"),
        (f"<div class='headline'>{HEADLINE}</div><h3>Related</h3>", HEADLINE),
    ],
)
def test_the_heading_that_the_title_means_is_the_headline(heading: str, title: str) -> None:
    assert read(heading=heading, title=title)["headline"] == HEADLINE


def test_json_ld_that_names_the_site_in_place_of_headline_and_author() -> None:
    head = json_ld(headline="Valley Post", author={"@type": "Person", "name": "admin"})
    record = read("<p class='byline'>By Ann Wright</p>", head + "<meta property='og:site_name' content='Valley Post'>")
    assert (record["headline"], record["authors"]) == (HEADLINE, ["Ann Wright"])


@pytest.mark.parametrize(
    ("meta", "authors"),
    [
        ("<p>Ann Wright | 3 May 2019</p>", ["Ann Wright"]),
        ("<p>3. Mai 2019 – Ann Wright und Ben Keller</p>", ["Ann Wright", "Ben Keller"]),
        ("<p>Plank by plank | 3 May 2019</p>", []),
        ("<p class='byline'>By Ann Wright <a href='mailto:a@b.example'>a@valley.example</a></p>", ["Ann Wright"]),
        ("<p>Text: Ann Wright | Photos: Quentin Snapper</p>", ["Ann Wright"]),
        ("<p>By Ann Wright; photographs by Quentin Snapper</p>", ["Ann Wright"]),
        ("<p class='author-line'>By Ann Wright, Valley Post</p>", ["Ann Wright"]),
        ("<p class='byline'>By Ann Wright in Springfield</p>", ["Ann Wright"]),
        (
            (
                "<div class='author'><span class='author-name'>Ann Wright</span><span class='role'>Staff</span></div>"
                "<div class='author'><span class='author-name'>Ben Keller</span><span class='role'>Staff</span></div>"
            ),
            ["Ann Wright", "Ben Keller"],
        ),
        (
            "<ul><li><a rel='author' href='/a'>Ann Wright</a></li><li><a rel='author' href='/b'>Ben Keller</a></ul>",
            ["Ann Wright", "Ben Keller"],
        ),
    ],
)
def test_authors_that_only_the_page_shows(meta: str, authors: list[str]) -> None:
    assert read(meta)["authors"] == authors


def test_an_author_below_the_text() -> None:
    assert read(below="<p class='author'>Ann Wright</p>")["authors"] == ["Ann Wright"]
    assert read(below="<div class='related'><p class='author'>Ann Wright</p></div>")["authors"] == []


@pytest.mark.parametrize(
    "head",
    [
        "<meta name='parsely-author' content='Ann Wright'><meta name='parsely-author' content='Ben Keller'>",
        "<meta name='DC.creator' content='Wright, Ann'><meta name='DC.creator' content='Keller, Ben'>",
        '<meta name="citation_author" content="Wright, Ann"/><meta name="citation_author" content="Keller, Ben"/>',
        (
            "<meta property='article:author' content='https://n.example/v'><meta name='author' content='Ann Wright and "
            "Ben Keller'>"
        ),
    ],
)
def test_one_tag_for_each_author(head: str) -> None:
    assert read("", head)["authors"] == ["Ann Wright", "Ben Keller"]


def test_a_family_name_first_is_known_by_all_of_them() -> None:
    assert first_name_first(["Wright, Ann"], reversed_names=False) == ["Wright, Ann"]
    assert first_name_first(["Wright, Ann"], reversed_names=True) == ["Ann Wright"]
    assert first_name_first(["Ann Wright, Springfield", "Ben Keller"], reversed_names=False) == [
        "Ann Wright, Springfield",
        "Ben Keller",
    ]


def test_meta_tags_as_they_are_written() -> None:
    html = (
        "<META NAME=Author CONTENT='O&#39;Neill'><meta content=\"B\" property=\"author\"><meta name='empty' content=''>"
    )
    assert parse_markup(html.encode()).metas == {"author": ["O'Neill", "B"]}


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("By ANN WRIGHT and BEN KELLER", ["ANN WRIGHT", "BEN KELLER"]),
        ("Von Ann Wright, Redakteurin", ["Ann Wright"]),
        ("By Ann Wright, Updated 3 May", ["Ann Wright"]),
        ("Ann Wright, Valley Gazette", ["Ann Wright"]),
    ],
)
def test_names_in_a_byline(byline: str, names: list[str]) -> None:
    assert names_in(byline) == names


@pytest.mark.parametrize(
    ("meta", "head"),
    [
        ("", "<meta name='sailthru.date' content='Fri, 03 May 2019 23:44:00 +0000'>"),
        ("<p class='datum'>3. Mai 2019 um 23:34 Uhr</p>", ""),
        ("<p>Publié le 3 mai 2019 à 23:34</p>", ""),
        ("<p><time class='updated' datetime='2019-05-09T08:00'>9 May</time></p><p>Published: May 3, 2019</p>", ""),
        ("<div><time datetime='2019-05-03T23:30:00-05:00'>Friday</time></div>", ""),
    ],
)
def test_the_day_as_the_page_has_it(meta: str, head: str) -> None:
    assert read(meta, head)["date_published"] == "2019-05-03"


def test_the_page_s_own_language_tells_how_its_dates_are_read() -> None:
    html = f"<html lang='ar' dir='rtl'><head><title>{HEADLINE}</title></head><body><h1>{HEADLINE}</h1>{TEXT}"
    html += "".join(
        f"<div class='comment'><b class='name'>{name}</b><p>{day} مايو 2019 - 10:00</p><p class='text'>Yes.</p></div>"
        for name, day in (("Ada", 4), ("Ben", 5), ("Cem", 6))
    )
    record = read_any_page(f"{html}</body></html>", url="https://valley.example/1", fetched_at="2019-06-01T00:00:00Z")
    assert [comment["date"] for comment in record["comments"]] == ["2019-05-04", "2019-05-05", "2019-05-06"]


def test_a_deck_above_the_date_is_not_the_text() -> None:
    meta = "<h2 class='subtitle'>The company has argued over the old pier while the road stayed closed.</h2>"
    comments = "".join(
        f"<li class='comment'><cite>{name}</cite> <span>May {day}, 2019 at 9:57 AM</span><p>{name} says no.</p></li>"
        for name, day in (("Ada", 4), ("Ben", 5))
    )
    record = read(f"{meta}<div><span>Ann Wright</span><span>May 3, 2019</span></div>", below=f"<ol>{comments}</ol>")
    assert record["body"].count("The pier was built") == 7
    assert [comment["author"] for comment in record["comments"]] == ["Ada", "Ben"]
