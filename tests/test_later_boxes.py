"""Boxes around the text in the later layouts: cards below the form, lists under unknown headings, rules, bylines."""

from typing import Any

import pytest

from rudaw_scraper import extract_article

TEXT = [
    "The council of the upper valley decided on Monday to plant two hundred lime trees along the river before winter.",
    "Residents had asked for shade for years, because the path lies open to the sun from morning until the afternoon.",
    "The trees come from a nursery in the hills and were grown from seed; each of them costs as much as a bicycle.",
]
CARDS = "".join(
    f"<div><a href='/{{edition}}/world/1{n}032019'><img src='/{n}.jpg'><h3>A story about a long bridge {n}</h3></a>"
    f"<span>{n} hours ago</span><p>A summary of the story, which is long enough to be a sentence of its own.</p></div>"
    for n in range(1, 5)
)
RULES = {
    "english": "Rudaw reads every comment that is sent to this site, and then decides.",
    "kurmanci": "Rûdaw hemû şîroveyên ku ji malpera me re tên şandin dixwîne û paşê biryarê dide ku belav bike yan na.",
    "turkish": "Rûdaw sitemize gönderilen tüm yorumları yayımlanmadan önce inceler ve sonra karar verir.",
}


def read(edition: str, *, above: str = "", below: str = "", byline: str = "") -> dict[str, Any]:
    body = "".join(f"<p>{text}</p>" for text in TEXT)
    html = (
        f"<html><head><title>Lime trees for the path</title></head><body><h1>Lime trees for the path</h1>{byline}"
        f"<div><span>SHARE ON</span> <span>Facebook</span></div>{above}<div>A+ A-</div><div>{body}</div>"
        f"{below.replace('{edition}', edition)}<div>Copyright © Rudaw 2021</div></body></html>"
    )
    url = f"https://www.rudaw.net/{edition}/world/14032021"
    return extract_article(html, url=url, fetched_at="2021-03-20T09:00:00Z").to_dict()


@pytest.mark.parametrize("edition", ["english", "sorani", "kurmanci", "arabic", "turkish"])
def test_cards_below_a_form_are_no_comments(edition: str) -> None:
    record = read(edition, below=f"<div><h4>Post a comment</h4><form><input></form></div><div>{CARDS}</div>")
    assert (record["layout"], record["body"].split("\n\n"), record["comments"]) == ("skwid", TEXT, [])


@pytest.mark.parametrize("edition", RULES)
def test_rules_with_cards_below_end_the_text(edition: str) -> None:
    record = read(edition, below=f"<p>{RULES[edition]}</p><div>{CARDS}</div>")
    assert record["body"].split("\n\n") == TEXT
    assert record["comments"] == []


@pytest.mark.parametrize("heading", ["Daha fazla Dünya", "المزيد في العالم", "Words nobody has noted"])
def test_a_list_of_articles_under_any_heading_is_no_caption(heading: str) -> None:
    links = "".join(f"<li><a href='/arabic/world/0{n}032021'>A headline on a harvest {n}</a></li>" for n in range(1, 4))
    record = read("arabic", above=f"<div><h4>{heading}</h4><ul>{links}</ul></div>")
    assert (record["captions"], record["body"].split("\n\n")) == ([], TEXT)


def test_a_date_behind_a_byline_with_a_colon() -> None:
    record = read("turkish", byline="<p>Haber: Dilan Ağaoğlu | 14/3/2021</p>")
    assert (record["byline"], record["authors"]) == ("Haber: Dilan Ağaoğlu", ["Dilan Ağaoğlu"])
    assert record["date_published"] == "2021-03-14"


def test_an_empty_comment_is_not_made_of_its_buttons() -> None:
    rows = "".join(
        f"<div class='row'><div><b>{name}</b> <span>{day}/3/2021</span></div><p>{text}</p><div><button>+ {day}</button>"
        f"<button>Answer</button></div></div>"
        for day, name, text in ((14, "Ada", "Good."), (15, "Ben", ""), (16, "Cem", "Very good."))
    )
    record = read("english", below=f"<section><h2>Comments</h2>{rows}</section>")
    assert [(c["position"], c["author"], c["text"]) for c in record["comments"]] == [
        (1, "Ada", "Good."),
        (2, "Cem", "Very good."),
    ]


BOXES = {
    "a newsletter": "<div class='newsletter'><h3>Newsletter</h3><p>The best stories, every morning.</p></div>",
    "an embedded post": "<blockquote class='twitter-tweet'><p>The path is closed again today, dear walkers.</p>&mdash; "
    "Path Office (@path) <a href='https://net.example/1'>May 1, 2018</a></blockquote>",
    "a pull quote": "<aside class='pullquote'><p>A path is a path, and a tree is a tree.</p></aside>",
    "a link to another article": "<p><a href='/english/world/01032019'>Read more: a story on a bridge</a></p>",
    "an advertisement": "<div class='ad'><span>Advertisement</span></div>",
    "a list": "<div class='related-in'><h4>Related</h4><ul><li><a href='/english/world/01032019'>A story</a>"
    "</li></ul></div>",
}


@pytest.mark.parametrize("layout", ["skwid", "nextjs", "generic"])
@pytest.mark.parametrize("box", BOXES)
def test_a_subheading_right_below_a_box_is_kept_and_the_box_is_not(box: str, layout: str) -> None:
    parts = [f"<p>{TEXT[0]}</p>", f"<p>{TEXT[1]}</p>", BOXES[box], "<h3>From the hills</h3>", f"<p>{TEXT[2]}</p>"]
    above = {"skwid": "<div>A+ A-</div>", "nextjs": "<script>self.__next_f.push([0])</script>", "generic": ""}[layout]
    html = (
        f"<html><head><title>Lime trees for the path</title></head><body><h1>Lime trees for the path</h1>{above}"
        f"<div>{'<span>SHARE ON</span> <span>Facebook</span>' if layout == 'skwid' else ''}</div>"
        f"<div class='text'>{''.join(parts)}</div><div>Copyright © Rudaw 2021</div></body></html>"
    )
    if layout == "skwid":
        html = html.replace(f"{above}<div>", "<div>", 1).replace("<div class='text'>", f"{above}<div class='text'>")
    url = "https://www.rudaw.net/english/world/14032021"
    article = extract_article(html, url=url, fetched_at="2021-03-20T09:00:00Z")
    assert article.layout == layout
    assert (article.body or "").split("\n\n") == [*TEXT[:2], "From the hills", TEXT[2]]
    assert article.subheadings == ["From the hills"]


def test_an_embedded_post_is_none_of_a_short_text() -> None:
    post = BOXES["an embedded post"]
    html = (
        "<html><body><h1 class='article-main__title'>Lime trees</h1><div>SHARE ON Facebook</div><div>A+ A-</div>"
        f"<div><p>Some forty trees were planted along the path last week.</p>{post}<p>More will follow soon.</p></div>"
        "</body></html>"
    )
    url = "https://www.rudaw.net/english/world/14032021"
    article = extract_article(html, url=url, fetched_at="2021-03-20T09:00:00Z")
    assert article.body == "Some forty trees were planted along the path last week.\n\nMore will follow soon."
