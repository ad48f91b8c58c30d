"""What pages say to machines: JSON-LD with its usual faults, microdata, RDFa, metadata."""

import json
from typing import Any

import pytest

from rudaw_scraper.jsonld import Graph, clean, clean_lines
from rudaw_scraper.markup import parse_markup
from rudaw_scraper.structured import Told, own_summary, read_structured


def told(html: str) -> Told:
    return read_structured(parse_markup(html.encode()))


def ld(value: Any) -> str:
    script = value if isinstance(value, str) else json.dumps(value)
    return f"<html><head><script type='application/ld+json'>{script}</script></head><body><p>x</p></body></html>"


ARTICLE = {"@type": "NewsArticle", "headline": "Snow", "datePublished": "2019-03-01T08:00:00+03:00"}


@pytest.mark.parametrize(
    "value",
    [
        ARTICLE,
        [ARTICLE],
        {"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": "Site"}, ARTICLE]},
        {"@type": "WebPage", "mainEntity": ARTICLE},
        {**ARTICLE, "@type": ["Thing", "ReportageNewsArticle"]},
        {**ARTICLE, "@type": "http://schema.org/BlogPosting"},
        "<!-- " + json.dumps(ARTICLE) + " -->",
        "//<![CDATA[\n" + json.dumps(ARTICLE) + "\n//]]>",
        json.dumps(ARTICLE)[:-1] + ",}",
        json.dumps(ARTICLE) + ";",
        json.dumps(ARTICLE).replace("Snow", "Snow\n"),
        json.dumps(ARTICLE).replace('"', "&quot;"),
    ],
)
def test_the_article_is_found_in_every_shape(value: Any) -> None:
    found = told(ld(value))
    assert found.headline == "Snow"
    assert [(date.source, date.raw) for date in found.published] == [("metadata", "2019-03-01T08:00:00+03:00")]


def test_broken_and_deep_scripts_give_nothing() -> None:
    for script in ("{", "", "[" * 100_000, "null", '"x"', '{"@type": 5, "headline": []}'):
        assert told(ld(script)).headline is None


@pytest.mark.parametrize(
    ("author", "expected"),
    [
        ("Ann", ["Ann"]),
        (["Ann", "Ben"], ["Ann", "Ben"]),
        ({"@type": "Person", "name": "Ann &amp; Ben"}, ["Ann & Ben"]),
        ([{"@type": "Person", "name": "Ann"}, {"@type": "Organization", "name": "Town Post"}], ["Ann"]),
        ({"@type": "NewsMediaOrganization", "name": "Town Post"}, []),
        ({"@id": "#ann"}, ["Ann Wright"]),
        ("https://www.facebook.com/ann", []),
        ({"name": ["Ann", "Ben"]}, ["Ann", "Ben"]),
        (None, []),
    ],
)
def test_authors_of_several_shapes(author: Any, expected: list[str]) -> None:
    graph = {"@graph": [{**ARTICLE, "author": author}, {"@type": "Person", "@id": "#ann", "name": "Ann Wright"}]}
    assert told(ld(graph)).authors == expected


def test_a_house_as_the_author() -> None:
    house = {"@type": "NewsMediaOrganization", "name": "Town Post"}
    found = told(ld({**ARTICLE, "author": house}))
    assert (found.authors, found.houses) == ([], ["Town Post"])
    found = told("<meta property='og:site_name' content='Town Post'><meta name='author' content='Town Post'><p>x</p>")
    assert (found.authors, found.houses) == ([], ["Town Post"])


def test_the_article_of_the_page_s_address_is_chosen() -> None:
    other = {**ARTICLE, "headline": "Rain", "url": "https://www.example.org/rain"}
    own = {**ARTICLE, "mainEntityOfPage": {"@id": "http://example.org/snow/"}}
    graph = Graph([json.dumps([other, own])])
    assert graph.article("https://www.example.org/snow") == own
    assert graph.article(None) == other


def test_all_fields_of_an_article() -> None:
    found = told(
        ld(
            {
                **ARTICLE,
                "description": "Cold &lt;b&gt;nights&lt;/b&gt;",
                "dateModified": "2019-03-02",
                "articleSection": ["News", "Weather"],
                "keywords": "snow, frost",
                "articleBody": "One.\n\nTwo.",
                "image": [{"@type": "ImageObject", "url": "https://example.org/a.jpg"}],
                "commentCount": "2",
            }
        )
    )
    assert found.summary == "Cold nights"
    assert [date.raw for date in found.modified] == ["2019-03-02"]
    assert (found.section, found.tags, found.body) == ("Weather", ["snow", "frost"], "One.\nTwo.")
    assert (found.image, found.comment_count) == ("https://example.org/a.jpg", 2)


def test_nested_comments() -> None:
    reply = {"@type": "Comment", "author": {"name": "Bea"}, "dateCreated": "2019-03-02", "text": "Yes<br>and no"}
    first = {"@type": "Comment", "author": {"name": "Ali"}, "text": "Is it?", "comment": [reply]}
    comments = told(ld({**ARTICLE, "comment": [first, {"@type": "Comment", "text": " "}]})).comments
    assert [(c.position, c.author, c.date_raw, c.text, c.reply_to) for c in comments] == [
        (1, "Ali", None, "Is it?", None),
        (2, "Bea", "2019-03-02", "Yes\nand no", 1),
    ]


def test_comments_that_hold_themselves_end() -> None:
    loop = {"@id": "#c", "@type": "Comment", "name": "c", "text": "Again", "comment": {"@id": "#c"}}
    comments = told(ld({"@graph": [{**ARTICLE, "comment": {"@id": "#c"}}, loop]})).comments
    assert [c.text for c in comments] == ["Again"]


def test_microdata_and_rdfa_in_the_text() -> None:
    found = told(
        "<body><article itemscope itemtype='http://schema.org/Article'><h1 itemprop='headline'>Snow</h1>"
        "<span itemprop='author' itemscope><b itemprop='name'>Ann Wright</b></span>"
        "<meta itemprop='datePublished' content='2019-03-01'>"
        "<time property='schema:dateModified' datetime='2019-03-02'>x</time>"
        "<div itemprop='comment' itemscope><i itemprop='author'>Zed</i><b itemprop='datePublished'>2019-04-01</b></div>"
        "</article></body>"
    )
    assert (found.headline, found.authors) == ("Snow", ["Ann Wright"])
    assert [date.raw for date in found.published] == ["2019-03-01"]
    assert [date.raw for date in found.modified] == ["2019-03-02"]


def test_metadata_of_the_head() -> None:
    found = told(
        "<head><meta property='og:title' content='Snow &amp;amp; ice'><meta name='author' content='Ann Wright'>"
        "<meta property='article:published_time' content='2019-03-01'><meta name='news_keywords' content='snow,ice'>"
        "<meta property='og:description' content='Cold'><meta property='article:section' content='Weather'>"
        "<meta property='og:image' content='https://example.org/a.jpg'>"
        "<meta property='og:updated_time' content='never'></head><body>x</body>"
    )
    assert (found.headline, found.authors, found.summary) == ("Snow & ice", ["Ann Wright"], "Cold")
    assert (found.section, found.tags, found.image) == ("Weather", ["snow", "ice"], "https://example.org/a.jpg")
    assert [date.raw for date in found.published] == ["2019-03-01"]
    assert found.modified == []


def test_a_page_that_says_nothing() -> None:
    assert read_structured(None) == Told()
    assert told("<body>x</body>") == Told()


def test_a_summary_that_repeats_the_text_is_none() -> None:
    text = ["It snowed all night in the valley.", "Then it stopped."]
    assert own_summary("It snowed all night…", text) is None
    assert own_summary("Cold nights", text) == "Cold nights"
    assert own_summary(None, text) is None


def test_cleaning_of_values() -> None:
    assert clean(" a&amp;rsquo;b <i>c</i>\n d ") == "a’b c d"
    assert clean("1 < 2") == "1 < 2"
    assert clean_lines("<p>One</p><p>Two &amp; three</p>") == "One\nTwo & three"
    assert clean(" <br> ") is None


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ('{"@type":["Person"],"givenName":"Ann","familyName":"Wright"}', ["Ann Wright"]),
        ('{"@list":[{"name":"Ann Wright"},{"name":"Ben Keller"}]}', ["Ann Wright", "Ben Keller"]),
        ('{"@type":"Person","name":["Ann Wright"]}', ["Ann Wright"]),
    ],
)
def test_authors_of_json_ld_in_rarer_forms(author: str, names: list[str]) -> None:
    script = f'{{"@type":"DiscussionForumPosting","headline":"Lime trees","author":{author}}}'
    assert told(f"<html><head><script type='application/ld+json'>{script}</script></head></html>").authors == names


@pytest.mark.parametrize(
    ("given", "raw"), [("1556841600000", "2019-05-03T00:00:00+00:00"), ('"20190503"', "2019-05-03"), ('"2019"', "2019")]
)
def test_dates_that_only_machines_write(given: str, raw: str) -> None:
    script = f'{{"@type":"Article","headline":"Lime trees","datePublished":{given}}}'
    found = told(f"<html><head><script type='application/ld+json'>{script}</script></head></html>")
    assert [evidence.raw for evidence in found.published] == [raw]


def test_an_empty_property_is_none() -> None:
    assert told("<html><body><p itemprop=''>x</p><p property>y</p></body></html>") == Told()
