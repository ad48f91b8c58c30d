"""Lists around the text of a classic page: tags, related articles, and more by the author."""

from __future__ import annotations

import pytest

from rudaw_scraper.comment_spots import find_spots
from rudaw_scraper.comment_texts import find_any_comments
from rudaw_scraper.document import open_document
from rudaw_scraper.extract import parse_time
from rudaw_scraper.later_lists import side_comments
from rudaw_scraper.outline import Outline
from rudaw_scraper.page import Page
from tests.reader_pages import BODY, TEXT, read_lines


@pytest.mark.parametrize("heading", ["Rûdaw diğer haberleri", "Rûdaw'ın diğer haberleri", "Daha fazla haber: Rûdaw"])
def test_more_by_the_author_in_words_no_table_knows_ends_the_related_articles(heading: str) -> None:
    head = ("Dünya", "Feribot durdu", "Haber: Rûdaw 22/7/2017", *TEXT)
    below = ("İlgili Haberler", "Köprü açıldı", "Rûdaw TV yeni binada", heading, "Van yolu açıldı")
    article = read_lines(*head, *below, path="turkish/world/22072017")
    assert [each.headline for each in article.related] == ["Köprü açıldı", "Rûdaw TV yeni binada"]


def test_more_by_the_author_is_nobodys_words() -> None:
    head = ("Dünya", "Feribot durdu", "Haber: AFP 22/7/2017", *TEXT)
    below = ("Nana | 23/7/2017", "Kim ödeyecek?", "AFP diğer haberleri", "Köprü açıldı", "Van yolu açıldı")
    article = read_lines(*head, *below, path="turkish/world/22072017")
    assert [(each.author, each.text) for each in article.comments] == [("Nana", "Kim ödeyecek?")]


def test_a_reader_may_name_the_author_and_say_more() -> None:
    head = ("World", "Ferry stops", "By Rudaw 22/7/2017", *TEXT)
    said = (
        "Nana | 23/7/2017",
        "No more Rudaw",
        "Azad | 23/7/2017",
        "Rudaw wants more money",
        "Sam | 24/7/2017",
        "Yes.",
    )
    article = read_lines(*head, *said)
    assert [each.text for each in article.comments] == ["No more Rudaw", "Rudaw wants more money", "Yes."]


def test_no_tags_behind_their_label_in_plain_text() -> None:
    head = ("العالم", "توقف العبارة", "بقلم رووداو 22/7/2017", *TEXT, "مشاركة")
    buttons = ("اطبع هذاأرسله إلى صديق", "احتفظ بهذا")
    assert read_lines(*head, "الوسوم :", *buttons, path="arabic/world/22072017").tags == []
    assert read_lines(*head, "الوسوم : نهر، قمح", *buttons, path="arabic/world/22072017").tags == ["نهر", "قمح"]
    assert read_lines(*head, "الوسوم :", "نهر، قمح", path="arabic/world/22072017").tags == ["نهر", "قمح"]


def test_what_is_most_read_ends_the_related_articles() -> None:
    head = ("Cîhan", "Keştî rawestiya", "Ji aliyê RÛDAW 22-7-2017", *TEXT)
    below = ("Babetên pêwendîdar", "Pir vebû", "Yên herî zêde hatine xwendin", "Rêya Wanê vebû")
    assert [each.headline for each in read_lines(*head, *below, path="kurmanci/world/22072017").related] == ["Pir vebû"]


def test_entries_of_the_side_list_are_no_comments_of_a_page_that_is_read_by_structure() -> None:
    row = "<div>{} | {}</div><div>{}</div>"
    own = [("Nana", "25/7/2017", "Good."), ("Azad77", "26/7/2017", "Who pays?"), ("Sara", "27/7/2017", "They do.")]
    others = [("Zed", "7/28/2017 9:01:22 PM", "Of other things..."), ("Zed", "7/28/2017 9:46:07 AM", "And others...")]
    comments = "".join(f"<div class=c>{row.format(*entry)}</div>" for entry in own)
    side = "".join(row.format(*entry) for entry in others) + "<div><a href='/english/world/01012016'>Roads</a></div>"
    content = (
        f"<html><body><h1>Ferry stops</h1><div>{BODY}</div>"
        f"<div class=comments>{comments}</div><div><p>Comments</p><p>Comment as a guest</p></div>"
        f"<div class=s><h3>What You Say</h3>{side}<div>| 14 hours ago | (4)</div></div></body></html>"
    )
    moment = parse_time("2017-07-29T00:00:00Z")
    outline = Outline(open_document(Page(content, "https://www.rudaw.net/english/world/22072017", moment)))
    assert [(each.author, each.date_raw) for each in side_comments(outline)] == [entry[:2] for entry in others]
    assert [spot.printed for spot in find_spots(outline, 1)] == [date for _, date, _ in own]
    assert [(each.author, each.date_raw, each.text) for each in find_any_comments(outline, 1)] == own
