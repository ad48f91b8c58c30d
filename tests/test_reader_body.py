"""The body of a classic article: where it ends, what in it is a caption or a sub-heading, and what is furniture."""

from __future__ import annotations

import pytest

from tests.reader_pages import BODY, TEXT, read_html, read_lines

PLAIN = "\n\n".join(TEXT)
THIRD = "A second vote on the new bridge over the river is planned for next month."


@pytest.mark.parametrize(
    "furniture",
    [
        "<div>Zorvan blik</div>",
        "<div>Zorvan <a href='https://facebook.com/s'>Facebook</a> <a href='https://twitter.com/s'>Twitter</a></div>",
        "<form><label>Zorvan blik pemsel grost</label><input name=n></form>",
        "<ul><li><a href='#a'>Zorvan</a></li><li><a href='#b'>Blik</a></li></ul>",
        "<div class=r><p>Zorvan blik.</p><p>Pemsel grost tolvi, quenst vori zorvan, blik pemsel.</p></div>",
    ],
)
def test_furniture_with_unknown_words_is_no_body(furniture: str) -> None:
    assert read_html(furniture).body == PLAIN


def test_a_heading_of_unknown_words_above_the_comments_is_no_body() -> None:
    article = read_html("<div><h3>Zorvan blik</h3><div>Nana | 23/7/2017</div><div>Good.</div></div>")
    assert article.body == PLAIN
    assert [comment.text for comment in article.comments] == ["Good."]


def test_the_body_goes_on_below_an_advertisement() -> None:
    article = read_html(body=f"{BODY}<div>Advertisement</div><p>{THIRD}</p>")
    assert article.body == f"{PLAIN}\n\n{THIRD}"


def test_a_list_in_the_body_is_body_and_no_sub_heading() -> None:
    items = "<ul><li>two bridges over the river</li><li>a hospital in the upper town</li></ul>"
    article = read_html(body=f"{BODY}<p>The council wants:</p>{items}<p>{THIRD}</p>")
    assert article.body is not None
    assert article.body.split("\n\n")[2:] == [
        "The council wants:", "two bridges over the river", "a hospital in the upper town", THIRD,
    ]  # fmt: skip
    assert article.subheadings == []


def test_a_list_may_end_the_body() -> None:
    article = read_html(body=f"{BODY}<ul><li>two bridges over the river</li><li>a hospital</li></ul>")
    assert article.body == f"{PLAIN}\n\ntwo bridges over the river\n\na hospital"


def test_where_markup_sets_sub_headings_apart_short_paragraphs_are_none() -> None:
    article = read_html(body=f"<p>{TEXT[0]}</p><h3>Who will pay?</h3><p>{TEXT[1]}</p><p>But why now?</p><p>{THIRD}</p>")
    assert article.subheadings == ["Who will pay?"]


def test_a_short_line_between_paragraphs_of_a_text_is_a_sub_heading() -> None:
    lines = ("World", "", "Ferry stops", "", "By Rudaw 22/7/2017", "", TEXT[0], "", "Who will pay", "", TEXT[1])
    article = read_lines(*lines)
    assert article.subheadings == ["Who will pay"]
    assert article.body == f"{TEXT[0]}\n\nWho will pay\n\n{TEXT[1]}"


def test_what_stands_between_byline_and_picture_is_no_caption() -> None:
    picture = '<div><img src="/a.jpg"></div><div>The ferry in March</div>'
    article = read_html(
        body=f"<div>Zorvan blik</div>{picture}<p>ERBIL, Kurdistan Region – {TEXT[0]}</p><p>{TEXT[1]}</p>"
    )
    assert [(caption.text, caption.position) for caption in article.captions] == [("The ferry in March", "lead")]
    assert article.dateline == "ERBIL, Kurdistan Region"


def test_a_dateline_further_down_makes_no_caption_of_the_first_paragraph() -> None:
    first = (
        "The ministers of both countries met on the island for the first time in many years, and they spoke of nothing "
        "but the river, the bridge and the price of bread, as everybody who was there told us on the way back to town."
    )
    article = read_html(body=f"<p>{first}</p><p>NATO – its generals, that is – had no comment on the meeting.</p>")
    assert article.captions == []
    assert article.body is not None
    assert article.body.startswith(first)
