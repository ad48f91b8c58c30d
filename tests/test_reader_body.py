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


LINK = "<a href='/english/world/02032017'>Town mourns as ferry sinks</a>"
BOXES = {
    "newsletter": "<div class='newsletter'><p>Nûçe bi e-mailê</p><form><button>OK</button></form></div>",
    "labelled newsletter": "<div class='newsletter'><p>Tevlî lîsta e-mailên me bibe</p></div>",
    "read more": f"<p>Zêdetir bixwîne: {LINK}</p>",
    "linked": f"<p>{LINK}</p>",
}


@pytest.mark.parametrize("box", BOXES.values(), ids=BOXES)
def test_a_box_between_paragraphs_is_no_text_and_ends_none(box: str) -> None:
    article = read_html(
        body=f"<p>{TEXT[0]}</p>{box}<h3>Who will pay?</h3><p>{TEXT[1]}</p>", path="kurmanci/world/22072017"
    )
    assert article.body == f"{TEXT[0]}\n\nWho will pay?\n\n{TEXT[1]}"
    assert article.subheadings == ["Who will pay?"]


def test_a_text_goes_on_below_a_picture_and_an_advertisement() -> None:
    figure = "<figure><img src='/a.jpg'><figcaption>The ferry in March</figcaption></figure>"
    article = read_html(body=f"<p>{TEXT[0]}</p>{figure}<div class=x>Advertisement</div><p>{TEXT[1]}</p>")
    assert article.body == "\n\n".join(TEXT)


@pytest.mark.parametrize("table", [False, True], ids=["blocks", "table"])
def test_the_list_of_latest_comments_between_byline_and_text_ends_nothing(table: bool) -> None:
    said = (
        "<div>w | 3/21/2019 7:50:37 PM</div><div>Peace to all...</div><div>Ferry sinks</div><div>| 2/3/2019 | (2)</div>"
    )
    side = f"<div class=s><h4>What You Say</h4>{said}</div>"
    side = f"<table><tr><td>{side}</table>" if table else side
    caption = "<div><img src='/a.jpg'><div>The ferry in March</div></div>"
    article = read_html(head=f"<div>World</div><div>Ferry stops</div><div>By Rudaw 22/7/2017</div>{caption}{side}")
    assert article.body == "\n\n".join(TEXT)
    assert [caption.text for caption in article.captions] == ["The ferry in March"]
    assert [comment.author for comment in article.latest_comments] == ["w"]
    assert article.comments == []


def test_the_first_paragraph_below_a_picture_without_a_caption_is_text() -> None:
    first = "The ferry was taken out of service on Sunday."
    head = "<div>World</div><h1>Ferry stops</h1><div>By Rudaw 22/7/2017</div><img src='/a.jpg'>"
    article = read_html(head=head, body=f"<p>{first}</p><p>{TEXT[1]}</p>")
    assert (article.captions, article.body) == ([], f"{first}\n\n{TEXT[1]}")


@pytest.mark.parametrize(
    "body",
    [
        "<div>{0}<br><br>{1}</div>",
        "<div class=t><div class=o><div>{0}</div></div><div class=o><div>{1}</div></div></div>",
        "<table><tr><td>{0}</td></tr><tr><td><img src=s.gif width=1></td></tr><tr><td>{1}</td></tr></table>",
    ],
    ids=["line breaks", "a box for each", "rows with spacers"],
)
def test_the_first_paragraph_below_a_picture_is_text_in_any_setting(body: str) -> None:
    first = "The ferry was taken out of service on Sunday."
    head = "<div>World</div><h1>Ferry stops</h1><div>By Rudaw 22/7/2017</div><div><img src='/a.jpg'></div>"
    article = read_html(head=head, body=body.format(first, TEXT[1]))
    assert (article.captions, article.body) == ([], f"{first}\n\n{TEXT[1]}")


def test_a_long_sentence_below_a_picture_and_set_as_the_text_is_text() -> None:
    first = "The ferry, which is older than the bridge, was taken out of service on Sunday. No date is set for it."
    page = f"<h1>Ferry stops</h1><p>By Rudaw 22/7/2017</p><img src='/a.jpg'><p>{first}</p><p>{TEXT[1]}</p>"
    article = read_html(head="", body=page)
    assert (article.captions, article.body) == ([], f"{first}\n\n{TEXT[1]}")


def test_a_spacer_is_no_picture() -> None:
    spacer = "<tr><td><img src='/i/1.gif' width='1' height='8'></td></tr>"
    rows = (TEXT[0], "<b>Who will pay</b>", TEXT[1])
    article = read_html(body="<table>" + spacer.join(f"<tr><td>{row}</td></tr>" for row in rows) + "</table>")
    assert article.captions == []
    assert article.subheadings == ["Who will pay"]
    assert article.body == f"{TEXT[0]}\n\nWho will pay\n\n{TEXT[1]}"


def test_a_caption_above_its_picture_leaves_the_paragraph_below_to_the_text() -> None:
    first = "The ferry was taken out of service on Sunday."
    caption = "The ferry in March"
    head = f"<div>World</div><h1>Ferry stops</h1><div>By Rudaw 22/7/2017</div><div>{caption}</div>"
    article = read_html(head=f"{head}<img src='/a.jpg' alt='{caption}'>", body=f"{first}<br><br>{TEXT[1]}")
    assert [each.text for each in article.captions] == [caption]
    assert article.body == f"{first}\n\n{TEXT[1]}"


def test_a_caption_printed_once_below_the_byline_of_a_plain_text() -> None:
    lines = ("World", "Ferry stops", "By Rudaw 22/7/2017", "The ferry in March", TEXT[0], TEXT[1])
    article = read_lines(*lines)
    assert [(caption.text, caption.position) for caption in article.captions] == [("The ferry in March", "lead")]
    assert article.body == "\n\n".join(TEXT)


def test_neighbours_that_differ_in_a_number_are_no_caption_printed_twice() -> None:
    said = [f"The price of bread rose by {share} percent." for share in (83, 86)]
    article = read_html(body="".join(f"<p>{each}</p>" for each in (TEXT[0], *said, TEXT[1])))
    assert (article.captions, article.body) == ([], "\n\n".join((TEXT[0], *said, TEXT[1])))


def test_a_short_paragraph_or_sub_heading_below_an_advertisement_is_text() -> None:
    box = "<div class=x>Advertisement</div>"
    article = read_html(body=f"<p>{TEXT[0]}</p>{box}<h3>Who pays</h3><p>Nobody knows.</p><p>{TEXT[1]}</p>")
    assert article.body == f"{TEXT[0]}\n\nWho pays\n\nNobody knows.\n\n{TEXT[1]}"
    cell = "<table><tr><td>{}</td></tr></table>"
    parts = [*(cell.format(each) for each in TEXT), box, cell.format("It is the second time this year that it stops.")]
    cells = read_html(body="".join(parts))
    assert cells.body == "\n\n".join((*TEXT, "It is the second time this year that it stops."))


def test_a_credit_on_a_line_of_its_own_is_the_captions_above_it() -> None:
    picture = "<div><img src='/a.jpg'><p class=c>The ferry in March</p><p class=r>Photo: AP</p></div>"
    article = read_html(body=f"{picture}<p>{TEXT[0]}</p><p>{TEXT[1]}</p>")
    assert [(each.text, each.credit) for each in article.captions] == [("The ferry in March", "AP")]
    assert article.body == "\n\n".join(TEXT)


@pytest.mark.parametrize(("item", "box"), [("li", "ul"), ("dd", "dl")])
def test_a_question_in_bold_between_paragraphs_set_as_a_list_is_a_sub_heading(item: str, box: str) -> None:
    items = "".join(f"<{item}>{text}</{item}>" for text in (TEXT[0], "<b>Who will pay?</b>", TEXT[1]))
    article = read_html(body=f"<{box}>{items}</{box}>")
    assert article.subheadings == ["Who will pay?"]


@pytest.mark.parametrize(
    ("words", "caption"),
    [
        ("alt='The ferry in March 2017' title='The ferry in March 2017'", ("The ferry in March 2017", None)),
        ("alt='The ferry in March 2017. Photo: AP'", ("The ferry in March 2017.", "AP")),
        ("alt='The ferry in March 2017'", None),
        ("alt='Ferry stops for ever' title='Ferry stops for ever'", None),
        ("alt='Rudaw' title='Rudaw'", None),
    ],
)
def test_a_caption_that_only_the_picture_itself_has(words: str, caption: tuple[str, str | None] | None) -> None:
    head = "<div>World</div><h1>Ferry stops for ever</h1><div>By Rudaw 22/7/2017</div>"
    article = read_html(head=f"{head}<div><img src='/a.jpg' {words}></div>")
    assert [(each.text, each.credit) for each in article.captions] == ([caption] if caption else [])
    assert article.body == PLAIN


def test_a_few_words_above_the_text_and_outside_its_element_are_no_text() -> None:
    head = "<div>World</div><h1>Ferry stops</h1><div>By Rudaw 22/7/2017</div>"
    for words in ("3 min read", "Zorvan blik"):
        assert read_html(head=f"{head}<div class=r>{words}</div>").body == PLAIN


@pytest.mark.parametrize("box", BOXES.values(), ids=BOXES)
def test_a_box_between_place_line_and_text_is_no_text(box: str) -> None:
    text = (
        "ئەنجوومەنی شارەوانی بڕیاری لەسەر پردێکی نوێ دا و داوای پارەی لە وەزارەت کرد.",
        "بەلەمەکە دوو ساڵە ناگەڕێت و بازاڕەکە داخراوە.",
    )
    head = "<div>جیهان</div><h1>بەلەمەکە وەستا</h1><div>لەلایەن رووداو 22/7/2017</div>"
    body = f"<p>رووداو - هەولێر</p>{box}<p>{text[0]}</p><p>{text[1]}</p>"
    article = read_html(head=head, body=body, path="sorani/world/22072017")
    assert (article.dateline, article.body) == ("رووداو - هەولێر", "\n\n".join(text))


def test_boxes_amid_a_text_below_a_caption_without_markup() -> None:
    caption = "The ferry that has not run since the flood took the bridge away."
    body = f"<div><img src=a.jpg><div>{caption}</div><div>{caption}</div></div><p>{TEXT[0]}</p>"
    article = read_html(body=f"{body}{BOXES['newsletter']}<p>{TEXT[1]}</p>")
    assert [each.text for each in article.captions] == [caption]
    assert article.body == PLAIN


def test_an_advertisement_below_a_side_list_at_the_texts_head_ends_nothing() -> None:
    side = (
        "<div>w | 3/21/2019 7:50:37 PM</div><div>Peace to all...</div><div>Ferry sinks</div><div>| 2/3/2019 | (2)</div>"
    )
    head = "<div>World</div><h1>Ferry stops</h1><div>By Rudaw 22/7/2017</div>"
    article = read_html(head=f"{head}<div><h4>What You Say</h4>{side}</div><div>Advertisement</div>")
    assert article.body == PLAIN


def test_a_text_of_two_short_paragraphs_in_rows_below_a_picture() -> None:
    two = ("The old ferry was taken out of service on Sunday.", "It was sixty years old.")
    head = "<div>World</div><h1>Ferry stops</h1><div>By Rudaw 22/7/2017</div><div><img src='/a.jpg'></div>"
    article = read_html(head=head, body="<table>" + "".join(f"<tr><td>{each}</td></tr>" for each in two) + "</table>")
    assert (article.captions, article.body) == ([], "\n\n".join(two))


def test_a_caption_printed_twice_above_a_side_list_leaves_the_text_below_it() -> None:
    caption = "The ferry that has not run since the flood took the bridge away."
    side = "<div>w | 3/21/2019 7:50:37 PM</div><div>Peace...</div><div>Ferry sinks</div><div>| 2/3/2019 | (2)</div>"
    head = "<div>World</div><h1>Ferry stops</h1><div>By Rudaw 22/7/2017</div>"
    picture = f"<div><img src=a.jpg><div>{caption}</div><div>{caption}</div></div>"
    article = read_html(head=f"{head}{picture}<div><h4>What You Say</h4>{side}</div>")
    assert ([each.text for each in article.captions], article.body) == ([caption], PLAIN)


def test_a_short_paragraph_below_an_advertisement_in_plain_text_is_text() -> None:
    short, heading = "The treaty ends on 27 July 2026.", "Who will pay"
    lines = ("World", "Ferry stops", "By Rudaw 22/7/2017", TEXT[0], "Advertisement", short, heading, TEXT[1])
    article = read_lines(*lines)
    assert article.body == "\n\n".join((TEXT[0], short, heading, TEXT[1]))
    assert article.subheadings == [heading]


def test_a_caption_printed_once_below_the_reading_time_of_a_plain_text() -> None:
    article = read_lines("World", "Ferry stops", "By Rudaw 22/7/2017", "3 min read", "The ferry in March", *TEXT)
    assert [caption.text for caption in article.captions] == ["The ferry in March"]
    assert article.body == PLAIN


def test_a_short_last_paragraph_in_a_box_of_its_own_is_text() -> None:
    box = "<div class=o><div>{}</div></div>"
    article = read_html(body="".join(map(box.format, (TEXT[0], "He is sixty-one."))))
    assert article.body == f"{TEXT[0]}\n\nHe is sixty-one."


def test_a_box_above_a_short_last_paragraph_is_no_text() -> None:
    article = read_html(body=f"<p>{TEXT[0]}</p>{BOXES['newsletter']}<p>He is sixty-one.</p>")
    assert article.body == f"{TEXT[0]}\n\nHe is sixty-one."


def test_the_words_of_a_picture_that_a_script_loads_are_its_caption() -> None:
    picture = "<img class=lazy data-src='/a1.jpg' src='/i/spacer.gif' alt='Boats at dawn.'>"
    lead = (
        f"<div>{picture}<noscript><img src='/a1.jpg' alt='Boats at dawn.'></noscript><span>Boats at dawn.</span></div>"
    )
    article = read_html(body=lead + BODY)
    assert [(caption.text, caption.position) for caption in article.captions] == [("Boats at dawn.", "lead")]
    assert article.body == "\n\n".join(TEXT)


def test_a_short_line_alone_with_a_picture_in_a_table_is_its_caption() -> None:
    first, second = (f"<tr><td>{text}</td></tr>" for text in TEXT)
    picture = "<table><tr><td><img src='/a1.jpg'></td></tr><tr><td>Boats at dawn.</td></tr></table>"
    article = read_html(body=f"<table>{first}<tr><td>{picture}</td></tr>{second}</table>")
    assert [(caption.text, caption.position) for caption in article.captions] == [("Boats at dawn.", "inline")]
    assert article.body == "\n\n".join(TEXT)


AD = "<div class=x><div>Advertisement</div><div>Buy a boat</div></div>"


def test_a_subheading_of_a_class_of_its_own_below_a_box_is_kept() -> None:
    article = read_html(body=f"<p>{TEXT[0]}</p>{AD}<p class=sub>On the bank</p><p>{TEXT[1]}</p>")
    assert article.body == "\n\n".join((TEXT[0], "On the bank", TEXT[1]))
    assert article.subheadings == ["On the bank"]


def test_a_picture_with_its_caption_below_a_box_is_kept() -> None:
    figure = "<figure><img src='/a1.jpg'><figcaption>Boats at dawn. Photo: AP</figcaption></figure>"
    article = read_html(body=f"<p>{TEXT[0]}</p>{AD}{figure}<p>{TEXT[1]}</p>")
    assert [(caption.text, caption.credit) for caption in article.captions] == [("Boats at dawn.", "AP")]
    assert article.body == "\n\n".join(TEXT)


def test_a_short_sentence_below_a_figure_without_a_caption_opens_the_text() -> None:
    short = "The ferry of the lower valley has stopped for good."
    figure = "<figure><img src='/a1.jpg'></figure>"
    article = read_html(body=f"{figure}<p>{short}</p>{BODY}")
    assert article.captions == []
    assert article.body == "\n\n".join((short, *TEXT))
    bare = read_html(body=f"<img src='/a1.jpg'><p>{short}</p>{BODY}")
    assert [caption.text for caption in bare.captions] == [short]


def test_a_bold_line_and_a_credited_one_below_a_box_are_kept() -> None:
    credited = "<div><img src='/a1.jpg'><div>Boats at dawn Photo: AP</div></div>"
    article = read_html(body=f"<p>{TEXT[0]}</p>{AD}{credited}<div><b>On the bank</b></div><p>{TEXT[1]}</p>")
    assert [(caption.text, caption.credit) for caption in article.captions] == [("Boats at dawn", "AP")]
    assert article.subheadings == ["On the bank"]
    assert article.body == "\n\n".join((TEXT[0], "On the bank", TEXT[1]))


def test_a_single_question_in_bold_is_a_subheading_where_others_are_in_bold() -> None:
    parts = (
        TEXT[0],
        "<b>On the bank</b>",
        TEXT[1],
        "<b>Oil: a blessing or a curse?</b>",
        "Nobody asked the farmers yet.",
    )
    body = "".join(f"<p>{part}</p>" for part in parts)
    assert read_html(body=body).subheadings == ["On the bank", "Oil: a blessing or a curse?"]
