"""Comments of the classic layout, in markup of many kinds and with words that look like the page's own."""

from __future__ import annotations

import pytest

from rudaw_scraper.record import Article
from tests.reader_pages import TEXT, read_html, read_lines


def said(article: Article) -> list[tuple[str | None, str | None, str]]:
    """Author, date as printed and text of each comment."""
    return [(comment.author, comment.date_raw, comment.text) for comment in article.comments]


TWO = [("a | b", "3/8/2017", "Good."), ("Azad77", "4/8/2017", "Who pays?")]
ONE_OF_MANY_KINDS = {
    "one line": "<div>{name} | {date}</div><div>{text}</div>",
    "list item": "<li><b>{name}</b> <i>{date}</i><p>{text}</p></li>",
    "definition": "<dt>{name}</dt><dd>{date}</dd><dd>{text}</dd>",
    "rows": "<tr><td>{name}</td><td>{date}</td><td>{text}</td></tr>",
    "date first": "<div><div>{date}</div><div>{name}</div><p>{text}</p></div>",
    "brackets": "<li>{name} ({date})<br>{text}</li>",
    "text first": "<blockquote><p>{text}</p><footer><cite>{name}</cite>, {date}</footer></blockquote>",
    "bar in between": "<r-comment><r-who>{name}</r-who> | <r-when>{date}</r-when><r-what>{text}</r-what></r-comment>",
    "numbered": "<div><div>#1</div><div>{name}</div><div>{date}</div><p>{text}</p></div>",
}
LISTS = {"list item": "ul", "brackets": "ul", "definition": "dl", "rows": "table"}


@pytest.mark.parametrize("kind", ONE_OF_MANY_KINDS)
def test_author_date_and_text_whatever_the_markup(kind: str) -> None:
    comments = [ONE_OF_MANY_KINDS[kind].format(name=name, date=date, text=text) for name, date, text in TWO]
    box = LISTS.get(kind, "div")
    assert said(read_html(f"<{box}>{''.join(comments)}</{box}>")) == TWO


@pytest.mark.parametrize("word", ["Share", "Comments", "Related", "Top", "© me 2019", "Facebook Twitter"])
def test_a_word_of_the_pages_furniture_can_be_all_that_a_reader_says(word: str) -> None:
    page = (
        f"<ul><li><b>Nana</b> <i>23/7/2017</i><p>Good.</p></li><li><b>w</b> <i>23/7/2017</i><p>{word}</p></li>"
        "<li><b>K.</b> <i>24/7/2017</i><p>Thanks to all.</p></li></ul><div>Tags: ferry, river</div>"
    )
    article = read_html(page)
    assert [comment.text for comment in article.comments] == ["Good.", word, "Thanks to all."]
    assert article.tags == ["ferry", "river"]


def test_a_text_that_ends_in_a_date_heads_no_comment() -> None:
    page = (
        "<ul><li>Nana - 23/7/2017<br>I was born on 3/4/1985</li><li>K. - 24/7/2017<br>By Azad 22/7/2017</li>"
        "<li>Seven - 25/7/2017<br>Good.</li></ul>"
    )
    assert said(read_html(page)) == [
        ("Nana", "23/7/2017", "I was born on 3/4/1985"),
        ("K.", "24/7/2017", "By Azad 22/7/2017"),
        ("Seven", "25/7/2017", "Good."),
    ]


def test_a_date_below_a_name_and_date_is_what_that_reader_says() -> None:
    lines = ("Nana | 23/7/2017", "Good.", "K. | 24/7/2017", "22/7/2017", "Seven | 25/7/2017", "Yes.")
    article = read_lines("World", "", "Ferry stops", "", "By Rudaw 22/7/2017", "", TEXT[0], "", TEXT[1], "", *lines)
    assert [comment.text for comment in article.comments] == ["Good.", "22/7/2017", "Yes."]


def test_what_stands_under_every_comment_is_a_button_though_no_table_knows_it() -> None:
    one = "<div><div>{}</div><div>{}</div><p>{}</p><div>Zorvan blik</div></div>"
    page = (
        one.format("Nana", "23/7/2017", "Good.")
        + one.format("K.", "24/7/2017", "No.")
        + one.format("w", "25/7/2017", "Why?")
    )
    assert [comment.text for comment in read_html(page).comments] == ["Good.", "No.", "Why?"]


def test_one_who_wrote_nothing_left_no_comment() -> None:
    one = "<div><div>{}</div><div>{}</div>{}</div>"
    comments = (
        ("3/8/2017", "Nana", "<div>Good.</div>"),
        ("4/8/2017", "Empty Hand", ""),
        ("5/8/2017", "K.", "<div>No.</div>"),
    )
    page = "".join(one.format(*comment) for comment in comments)
    assert [comment.author for comment in read_html(page).comments] == ["Nana", "K."]


def test_replies_know_whom_they_answer() -> None:
    one = "<li><b>{}</b> <i>3/8/2017</i><div>Good.</div>{}</li>"
    replies = f"<ul>{one.format('K.', '')}{one.format('w', '')}</ul>"
    page = f"<ul>{one.format('Nana', replies)}{one.format('Seven', '')}</ul>"
    answers = [(comment.author, comment.reply_to) for comment in read_html(page).comments]
    assert answers == [("Nana", None), ("K.", 1), ("w", 1), ("Seven", None)]


LINK = "<a href='/english/world/04032015'>{}</a>"


@pytest.mark.parametrize(
    "below",
    [
        "<div>About us | Contact</div><div>© Rudaw 2019. All rights reserved.</div><div>22/3/2019 10:20</div>",
        f"<h4>Related</h4><ul><li>{LINK.format('Three hurt in landslide on 4/3/2015')}</li></ul>",
        f"<h3>Zorvan blik</h3><div>{LINK.format('Soap makers return')} 3 hours ago |</div>",
    ],
)
def test_a_date_elsewhere_on_the_page_is_no_comment(below: str) -> None:
    article = read_html(f"<div>{below}</div>")
    assert article.comments == []
    assert article.body == "\n\n".join(TEXT)


@pytest.mark.parametrize(
    "button", ["<a href='#'>Report</a>", "<a href='/report/7'>Reply</a> | <a href='/r'>Report</a>"]
)
def test_buttons_that_no_space_sets_apart_are_no_words_of_a_reader(button: str) -> None:
    rows = "".join(f"<li><b>{name}</b> | {date}<br>{text}{button}</li>" for name, date, text in TWO)
    assert said(read_html(f"<ul>{rows}</ul>")) == TWO


def test_a_reader_may_end_with_a_buttons_word() -> None:
    text = "See page 12 of their report"
    rows = f"<li><b>w</b> | 3/8/2017<br>{text}</li><li><b>K.</b> | 4/8/2017<br>No <a href='/english/x'>report</a>.</li>"
    assert [each for _, _, each in said(read_html(f"<ul>{rows}</ul>"))] == [text, "No report."]


@pytest.mark.parametrize(
    "row",
    [
        "<div class=c><b>{}</b> <i>{}</i><p>{}</p><div><a href='#'>Reply</a> | <a href='#'>Report</a></div></div>",
        "<div class=c><b>{}</b> <i>{}</i><p>{}</p><a href='javascript:void(0)'>Report</a></div>",
        "<div class=c><div><i>{1}</i> <b>{0}</b></div><div>{2}</div></div>",
    ],
)
def test_who_wrote_nothing_is_left_out(row: str) -> None:
    rows = [row.format(*TWO[0]), row.format("w", "3/8/2017", ""), row.format(*TWO[1])]
    assert said(read_html(f"<div>{''.join(rows)}</div><div><a href='#'>1</a> <a href='#'>2</a></div>")) == TWO


@pytest.mark.parametrize("below", ["Post a comment", "Related Articles", "SHARE ON\nFacebook"])
def test_in_plain_text_what_stands_below_the_list_is_not_said_by_who_wrote_nothing(below: str) -> None:
    head = ("World", "", "Ferry stops", "", "By Rudaw 22/7/2017", "", *TEXT, "")
    article = read_lines(*head, "Azad | 3/8/2017", "Good.", "w | 4/8/2017", *below.split("\n"), "Town mourns")
    assert said(article) == [("Azad", "3/8/2017", "Good.")]


def test_a_sentence_that_ends_in_a_date_is_no_comment() -> None:
    last = "The parliament will vote on the new bill on July 3, 2018."
    body = f"<p>{TEXT[0]}</p><p>{last}</p>"
    alone = read_html(body=body)
    assert (alone.comments, alone.body) == ([], f"{TEXT[0]}\n\n{last}")
    followed = read_html("<h3>Comments</h3><ul><li><b>w</b> | 3/8/2017<br>Good.</li></ul>", body=body)
    assert (said(followed), followed.body) == ([("w", "3/8/2017", "Good.")], alone.body)


def test_marks_of_direction_are_nobodys_name() -> None:
    comments = "".join(f"<div>{name} | \u200f{date}</div><div>{text}</div>" for name, date, text in TWO[1:])
    article = read_html(comments, head="<div>World</div><div>Ferry stops</div><div>By Rudaw | \u200f22/7/2017</div>")
    assert (article.byline, said(article)) == ("By Rudaw", TWO[1:])


def test_cards_of_other_articles_with_their_dates_are_no_comments() -> None:
    link = "<a href='/english/world/0{0}032017'><h3>Ferry number {0} sinks</h3></a>"
    card = f"<div class=k>{link}<p>{{1}}</p><i>{{0}}/3/2017</i></div>"
    cards = "".join(card.format(day, TEXT[0]) for day in (2, 3, 4))
    assert read_html(f"<div>{cards}</div>").comments == []


def test_below_the_heading_of_comments_a_date_is_more_a_comments_than_one_in_the_text() -> None:
    post = "<blockquote class=twitter-tweet><p>We follow it.</p>— Some Body (@some) July 3, 2017</blockquote>"
    rows = "<h3>Comments (1)</h3><table><tr><td><b>w</b><br>3/8/2017</td><td>Good.</td></tr></table>"
    article = read_html(rows, body=f"<p>{TEXT[0]}</p>{post}<p>{TEXT[1]}</p>")
    assert said(article) == [("w", "3/8/2017", "Good.")]
    assert article.body == "\n\n".join(TEXT)


def test_a_date_in_an_element_of_its_own_amid_a_sentence_makes_no_comment() -> None:
    said_last = "The parliament voted on <span>3/8/2017</span> for the new bridge, the minister said."
    article = read_html(body=f"<p>{TEXT[0]}</p><p>{said_last}</p>")
    assert article.comments == []
    assert article.body == f"{TEXT[0]}\n\n{said_last.replace('<span>', '').replace('</span>', '')}"


@pytest.mark.parametrize(
    "kind",
    [
        "<div><span>{number}.</span> <span>{name}</span> | <span>{date}</span><p>{text}</p></div>",
        "<div><div>{number}.</div><div>{name}</div><div>{date}</div><p>{text}</p></div>",
        "<div><div>#{number} {name} - {date}</div><p>{text}</p></div>",
    ],
)
@pytest.mark.parametrize("first", [1, 11])
def test_running_numbers_are_no_part_of_names(kind: str, first: int) -> None:
    three = [("Nana", "3/8/2017", "Good."), ("Azad77", "4/8/2017", "Who pays?"), ("w", "5/8/2017", "I do.")]
    comments = [
        kind.format(number=first + place, name=name, date=date, text=text)
        for place, (name, date, text) in enumerate(three)
    ]
    assert said(read_html(f"<div>{''.join(comments)}</div>")) == three


def test_numbers_that_do_not_run_are_part_of_names() -> None:
    comments = "<div><b>7. Azad</b> | 3/8/2017<p>Good.</p></div><div><b>12. Nana</b> | 4/8/2017<p>Who pays?</p></div>"
    assert [comment.author for comment in read_html(f"<div>{comments}</div>").comments] == ["7. Azad", "12. Nana"]


def test_a_name_that_is_a_number_keeps_its_digits() -> None:
    comment = "<div><b>#12</b> | 3/8/2017<p>Good.</p></div>"
    assert said(read_html(f"<h3>Comments</h3><div>{comment}</div>")) == [("#12", "3/8/2017", "Good.")]


@pytest.mark.parametrize("sentence", ["The treaty ends on <b>27 July 2026</b>.", "On <b>27 July 2026</b> it all ends."])
@pytest.mark.parametrize("below", ["", "<h3>Comments (2)</h3>"])
def test_a_short_sentence_of_the_text_with_a_date_in_bold_is_no_comment(sentence: str, below: str) -> None:
    body = f"<p>{TEXT[0]}</p><p>{sentence}</p><p>{TEXT[1]}</p>"
    people = "<li><b>Nana</b><b>23/7/2017</b><p>Good.</p></li><li><b>w</b><b>24/7/2017</b><p>Who pays?</p></li>"
    article = read_html(below and f"{below}<ul>{people}</ul>", body=body)
    plain = sentence.replace("<b>", "").replace("</b>", "")
    assert article.body == f"{TEXT[0]}\n\n{plain}\n\n{TEXT[1]}"
    assert [comment.author for comment in article.comments] == (["Nana", "w"] if below else [])


def test_the_invitation_to_write_ends_the_comments_whatever_its_heading() -> None:
    invitation = "Hikâyelerini, fotoğraflarını ve videolarını Rûdaw ile paylaş."
    for heading in ("Rûdaw'a sen de katıl!", "Rûdaw'ının Parçası Ol"):
        lines = ("Dünya", "Feribot durdu", "Rûdaw tarafından 22/7/2017", *TEXT, "Nana | 23/7/2017", "Güzel.")
        article = read_lines(*lines, heading, invitation, path="turkish/world/22072017")
        assert said(article) == [("Nana", "23/7/2017", "Güzel.")]


@pytest.mark.parametrize(("path", "like"), [("kurmanci", "Ecibandin (2)"), ("sorani", "پەسەندە (2)")])
def test_a_count_of_likes_is_nobodys_words(path: str, like: str) -> None:
    comment = f"<div><div><b>Nana</b> | 23/7/2017</div><div>Good.</div><span>{like}</span></div>"
    article = read_html(f"<div>{comment}</div>", path=f"{path}/world/22072017")
    assert said(article) == [("Nana", "23/7/2017", "Good.")]


def test_sentences_with_dates_above_the_heading_of_comments_are_text() -> None:
    dated = (
        "The council votes on <b>17/11/2019</b> for a bridge over the river.",
        "It was refused on <b>3/4/2018</b> by most of its members.",
    )
    body = "".join(f"<p>{each}</p>" for each in (TEXT[0], *dated, TEXT[1]))
    article = read_html("<h3>Comments</h3><div>Post a comment</div>", body=body)
    assert article.comments == []
    assert article.body is not None
    assert len(article.body.split("\n\n")) == 4


def test_a_single_comment_above_its_name_and_date_and_the_lists_pages() -> None:
    comment = "<div><blockquote>Good. Who pays?</blockquote><div>Nana | 23/7/2017</div></div>"
    page = f"<h3>Comments</h3><div>Sort by</div><div>{comment}</div><div><a href='?1'>1</a> <a href='?2'>More</a></div>"
    assert said(read_html(page)) == [("Nana", "23/7/2017", "Good. Who pays?")]


def test_a_date_with_the_full_stop_in_bold_is_no_comment() -> None:
    body = f"<p>{TEXT[0]}</p><p>The treaty ends on <span>27 July 2026.</span></p><p>{TEXT[1]}</p>"
    related = "<h3>Related</h3><ul><li><a href='/english/world/03022012'>Dam opens</a></li></ul><h3>Comments</h3>"
    entry = "<div><span>{}</span> <span>{}</span><div>{}</div></div>"
    people = entry.format("23/7/2017", "Nana", "Good.") + entry.format("24/7/2017", "w", "Who pays?")
    article = read_html(related + people, body=body)
    assert said(article) == [("Nana", "23/7/2017", "Good."), ("w", "24/7/2017", "Who pays?")]
    assert article.body == f"{TEXT[0]}\n\nThe treaty ends on 27 July 2026.\n\n{TEXT[1]}"


@pytest.mark.parametrize("names", [("1", "2"), ("2", "1")])
def test_running_numbers_without_a_full_stop_are_no_part_of_the_names(names: tuple[str, str]) -> None:
    comments = [
        f"<div><span>{number}</span> <b>{name}</b> <em>{date}</em><div>{text}</div></div>"
        for number, (name, date, text) in zip(names, [("Nana", "3/8/2017", "Good."), TWO[1]], strict=True)
    ]
    assert said(read_html(f"<div>{''.join(comments)}</div>")) == [("Nana", "3/8/2017", "Good."), TWO[1]]


def test_the_number_of_a_single_comment_is_known_by_its_element() -> None:
    page = "<h4>Comments</h4><div><div><span>1</span> <b>Nana</b> <em>3/8/2017</em><div>Good.</div></div></div>"
    assert said(read_html(page)) == [("Nana", "3/8/2017", "Good.")]
    assert said(read_html(page.replace("<span>1</span> <b>", "<b>1 "))) == [("1 Nana", "3/8/2017", "Good.")]


FIELDS = {
    "lines": "<div><div>Name: {name}</div><div>Country: Peru</div><div>Date: {date}</div><div>{text}</div></div>",
    "bold": "<div>Name: <b>{name}</b> &nbsp; Date: {date}<p>{text}</p></div>",
    "one line": "<div><div>Name: {name} Country: Peru Date: {date}</div><div>{text}</div></div>",
}


@pytest.mark.parametrize("kind", FIELDS)
def test_fields_before_a_name_a_country_and_a_date_are_no_part_of_them(kind: str) -> None:
    expected = [("Azad K.", "3/8/2017", "Good."), ("Azad77", "4/8/2017", "Who pays?")]
    comments = [FIELDS[kind].format(name=name, date=date, text=text) for name, date, text in expected]
    assert said(read_html(f"<h4>Comments</h4><div>{''.join(comments)}</div>")) == expected


SET_IN = {
    "class": ("<div class=comment>{}</div>", "<div class='comment reply'>{}</div>"),
    "margin": ("<div style='margin-left:0'>{}</div>", "<div style='margin-left: 40px'>{}</div>"),
    "padding of a cell": ("<table><tr><td>{}</table>", "<table><tr><td style='padding-right:2em'>{}</table>"),
    "level": ("<div class='c depth-1'>{}</div>", "<div class='c depth-2'>{}</div>"),
}


@pytest.mark.parametrize("kind", SET_IN)
def test_a_flat_list_tells_replies_by_margin_or_class(kind: str) -> None:
    alone, answer = SET_IN[kind]
    rows = [(alone, "Nana"), (answer, "Azad"), (answer, "Sam"), (alone, "Rojin"), (answer, "Ari")]
    page = "".join(row.format(f"<p><b>{name}</b> | 3/8/2017</p><p>I am {name}.</p>") for row, name in rows)
    article = read_html(f"<div>{page}</div>")
    assert [(each.author, each.reply_to) for each in article.comments] == [
        *(("Nana", None), ("Azad", 1), ("Sam", 1)),
        *(("Rojin", None), ("Ari", 4)),
    ]


def test_replies_to_replies_are_set_in_further() -> None:
    rows = [(0, "Nana"), (30, "Azad"), (60, "Sam"), (30, "Rojin")]
    page = "".join(
        f"<div style='margin-left:{margin}px'><p><b>{name}</b> | 3/8/2017</p><p>I am {name}.</p></div>"
        for margin, name in rows
    )
    assert [each.reply_to for each in read_html(f"<div>{page}</div>").comments] == [None, 1, 2, 1]


def test_what_the_first_comment_has_too_makes_no_reply() -> None:
    row = "<div class=reply-box style='padding-left:9px'><p><b>{}</b> | 3/8/2017</p><p>So it is.</p></div>"
    article = read_html(f"<div>{row.format('Nana')}{row.format('Azad')}</div>")
    assert [each.reply_to for each in article.comments] == [None, None]


@pytest.mark.parametrize("name", ["has-replies", "comment-with-replies", "can-reply", "user-level-3"])
def test_what_a_comment_has_or_who_wrote_it_makes_no_reply(name: str) -> None:
    rows = [("comment", "Nana"), (f"comment {name}", "Azad"), ("comment reply", "Sam"), ("comment", "Rojin")]
    page = "".join(f"<div class='{c}'><p><b>{who}</b> | 3/8/2017</p><p>I am {who}.</p></div>" for c, who in rows)
    assert [each.reply_to for each in read_html(f"<div>{page}</div>").comments] == [None, None, 2, None]


def test_yesterday_at_a_time_and_hours_ago_are_dates_of_one_list() -> None:
    rows = [
        ("Nana", "Yesterday at 12:10", "Good."),
        ("Azad", "Yesterday at 12:28", "Bad."),
        ("Sam", "3 hours ago", "Oh."),
    ]
    page = "".join(f"<tr><td><b>{name}</b><br>{date}</td><td>{text}</td></tr>" for name, date, text in rows)
    assert said(read_html(f"<table>{page}</table>")) == rows


@pytest.mark.parametrize("pages", ["1 2 Next »", "1 | 2 | 3 ›", "1 2 3 … 14 Next page →"])
def test_in_plain_text_the_pages_of_the_list_are_nobodys_words(pages: str) -> None:
    head = ("World", "Ferry stops", "By Rudaw 22/7/2017", *TEXT)
    article = read_lines(*head, "Nana | 23/7/2017", "1 2 3 go", "Azad | 23/7/2017", "Bad.", pages)
    assert [each.text for each in article.comments] == ["1 2 3 go", "Bad."]


def test_a_word_of_the_pages_furniture_above_a_button_is_what_a_reader_says_in_plain_text_too() -> None:
    entries = [("Nana", "23/7/2017", "Good."), ("Azad", "23/7/2017", "Share!"), ("Sam", "24/7/2017", "Share!")]
    rows = [line for name, date, text in entries for line in (f"{name} | {date}", text, "Reply")]
    head = ("World", "Ferry stops", "By Rudaw 22/7/2017", *TEXT)
    assert said(read_lines(*head, *rows)) == entries
    assert said(read_lines(*head, *rows, "Be Part of Your Rudaw!")) == entries


@pytest.mark.parametrize("name", ["Muhammad Abdulrahman Karim K.", "Muhammad Abdulrahman Karim A.K."])
def test_a_long_name_may_end_in_an_initial(name: str) -> None:
    entries = [("Nana", "3/8/2017", "Good."), (name, "4/8/2017", "Who pays?"), ("Sam", "4/8/2017", "We do.")]
    rows = [f"<li><b>{who}</b> <i>{date}</i><p>{text}</p></li>" for who, date, text in entries]
    assert said(read_html(f"<ul>{''.join(rows)}</ul>")) == entries
