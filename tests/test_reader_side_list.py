"""The list of latest comments: other articles' comments, which never mix with the article's own."""

from __future__ import annotations

import pytest

from tests.reader_pages import HEAD, TEXT, read_html

OWN = "<div>Nana | 23/7/2017</div><div>Good.</div>"
CLOSING = "<div><a href='/english/world/02032019'>Town mourns as ferry sinks</a></div><div>| 13 hours ago | (2)</div>"
ENTRIES = {
    "on one line": "<div>w | 3/21/2019 7:50:37 PM</div><div>May they rest in peace, and may they...</div>",
    "in elements": "<div>w</div><div>3/21/2019 7:50:37 PM</div><div>May they rest in peace, and may they...</div>",
    "text first": "<div><p>May they rest in peace, and may they...</p><b>w</b> <i>3/21/2019 7:50:37 PM</i></div>",
    "in a table": "<table><tr><td>w<td>3/21/2019 7:50:37 PM<tr><td>May they rest in peace, and may they...</table>",
}


@pytest.mark.parametrize("entry", ENTRIES.values(), ids=ENTRIES)
@pytest.mark.parametrize("heading", ["What You Say", "Zorvan blik"], ids=["known heading", "unknown heading"])
def test_entries_are_read_and_kept_apart(entry: str, heading: str) -> None:
    article = read_html(f"<div>{OWN}</div><div><h3>{heading}</h3><div>{entry}{CLOSING}</div></div>")
    assert [(comment.author, comment.text) for comment in article.comments] == [("Nana", "Good.")]
    (latest,) = article.latest_comments
    assert (latest.author, latest.date_raw) == ("w", "3/21/2019 7:50:37 PM")
    assert (latest.text, latest.truncated) == ("May they rest in peace, and may they...", True)
    assert latest.article_headline == "Town mourns as ferry sinks"
    assert latest.article_url == "https://www.rudaw.net/english/world/02032019"


def test_the_articles_own_comments_may_have_clock_times_too() -> None:
    own = "<div>Nana | 23/7/2017 10:15</div><div>Good.</div><div>K. | 24/7/2017 11:20</div><div>No.</div>"
    article = read_html(f"<div>{own}</div><div><h3>Zorvan</h3>{ENTRIES['on one line']}{CLOSING}</div>")
    assert [comment.author for comment in article.comments] == ["Nana", "K."]
    assert [comment.author for comment in article.latest_comments] == ["w"]


def test_the_list_may_stand_above_the_article() -> None:
    side = f"<div><h3>Zorvan blik</h3>{ENTRIES['on one line']}{CLOSING}</div>"
    article = read_html(f"<div>{OWN}</div>", head=side + HEAD)
    assert (article.section, article.headline, article.byline) == ("World", "Ferry stops", "By Rudaw")
    assert article.body == "\n\n".join(TEXT)
    assert [comment.text for comment in article.comments] == ["Good."]
    assert [comment.author for comment in article.latest_comments] == ["w"]


@pytest.mark.parametrize("own", [OWN, f"{OWN}<div>K. | 24/7/2017</div><div>No.</div>"], ids=["one", "two"])
def test_the_last_comment_ends_above_the_list_where_nothing_but_its_form_tells_it(own: str) -> None:
    flat = f"{own}<div>Zorvan blik</div>{ENTRIES['on one line']}{CLOSING}"
    article = read_html(flat)
    assert [comment.author for comment in article.latest_comments] == ["w"]
    assert all("May they rest" not in (comment.text or "") for comment in article.comments)
    assert article.comments[-1].text in ("Good.\nZorvan blik", "No.\nZorvan blik", "Good.", "No.")


def test_a_comment_that_begins_with_a_date_in_a_sentence_is_one() -> None:
    text = "22/7/2017'de oradaydım."
    entry = f"<div>Dilan | 3/21/2019 7:50:37 PM</div><div>{text}</div>"
    article = read_html(f"<div><h3>Zorvan blik</h3>{entry}{CLOSING}</div>", path="turkish/world/22072017")
    assert [(comment.author, comment.text) for comment in article.latest_comments] == [("Dilan", text)]


def test_a_section_below_the_list_is_no_headline_printed_again() -> None:
    closing = CLOSING.replace("Town mourns as ferry sinks", "World: ferry sinks")
    article = read_html(head=f"<div><h3>What You Say</h3>{ENTRIES['on one line']}{closing}</div>{HEAD}")
    assert (article.section, article.headline) == ("World", "Ferry stops")


def test_a_text_that_begins_with_a_date_belongs_to_the_name_above_it() -> None:
    text = "16.10.2017 günü oradaydım."
    entry = f"<div>Dilan | 3/21/2019 7:50:37 PM</div><div>{text}</div>"
    article = read_html(f"<div><h3>Zorvan blik</h3>{entry}{CLOSING}</div>", path="turkish/world/22072017")
    assert [(comment.author, comment.text) for comment in article.latest_comments] == [("Dilan", text)]
