"""Section, headline, deck and byline of a classic page, without any help of class names."""

from __future__ import annotations

import pytest

from rudaw_scraper import extract_article
from rudaw_scraper.bylines import split_authors
from rudaw_scraper.editions import EDITIONS
from tests.reader_pages import BODY, TEXT, read_html, read_lines

DECK = "A vote that was lost last year was won this week."


@pytest.mark.parametrize(
    "head",
    [
        f"World<br><font size=5><b>Ferry stops</b></font><br><i>{DECK}</i><br><small>By Rudaw 22/7/2017</small>",
        f"<h3>World</h3><h2>Ferry stops</h2><h4>{DECK}</h4><ul><li>By Rudaw</li><li>22/7/2017</li></ul>",
        f"<table><tr><td>World<tr><td><b>Ferry stops</b><tr><td>{DECK}<tr><td>By Rudaw<td>22/7/2017</table>",
        f"<p>Home &gt; World</p><h1>Ferry stops</h1><p>{DECK}</p><p>22/7/2017</p><p>By Rudaw</p>",
    ],
)
def test_the_parts_of_a_head_whatever_the_markup(head: str) -> None:
    article = read_html(head=head)
    assert (article.section, article.headline, article.summary) == ("World", "Ferry stops", DECK)
    assert (article.byline, article.authors, article.date_published_raw) == ("By Rudaw", ["Rudaw"], "22/7/2017")


def test_a_headline_may_begin_as_bylines_do() -> None:
    article = read_html(head="<div>World</div><div>By the river: a village waits</div><div>22/7/2017</div>")
    assert (article.headline, article.byline) == ("By the river: a village waits", None)


def test_a_headline_broken_in_two_is_one() -> None:
    article = read_html(head="<div>World</div><h1>Ferry<br>stops</h1><div>By Rudaw 22/7/2017</div>")
    assert article.headline == "Ferry stops"


@pytest.mark.parametrize(
    ("byline", "expected", "authors"),
    [
        ("By <a href=/a>Sara</a>, <a href=/b>Dilan S.</a> 22/7/2017", "By Sara, Dilan S.", ["Sara", "Dilan S."]),
        ("Rudaw | 22/7/2017", "Rudaw", ["Rudaw"]),
        ("<span>Zhelwan Wali</span> (22/7/2017)", "Zhelwan Wali", ["Zhelwan Wali"]),
    ],
)  # fmt: skip
def test_names_in_bylines(byline: str, expected: str, authors: list[str]) -> None:
    article = read_html(head=f"<div>World</div><h1>Ferry stops</h1><div>{byline}</div>")
    assert (article.byline, article.authors) == (expected, authors)


def test_a_comment_that_reads_as_a_byline_is_none() -> None:
    comments = "<table><tr><td>Nana<td>22/7/2017<tr><td colspan=2>By Azad 21/7/2017</table>" * 2
    article = read_html(comments, head="<div>World</div><div>Ferry stops</div><div>22/7/2017</div>")
    assert (article.headline, article.byline) == ("Ferry stops", None)
    assert [comment.text for comment in article.comments] == ["By Azad 21/7/2017"] * 2


def test_a_section_of_unknown_name_is_the_line_above_the_headline() -> None:
    head = "<div>Zorvan blik</div><div>Ferry stops</div><div>By Rudaw 22/7/2017</div>"
    assert read_html(head=head).section == "Zorvan blik"


def test_the_menus_last_section_is_not_the_articles() -> None:
    menu = "".join(
        f"<li><a href='/english/{name.lower()}'>{name}</a></li>" for name in ("Kurdistan", "World", "Sports")
    )
    head = f"<ul>{menu}</ul><div><div>Business</div><h1>Ferry stops</h1><div>By Rudaw 22/7/2017</div></div>"
    assert read_html(head=head, path="english/business/22072017").section == "Business"


def test_a_page_of_text_without_blank_lines() -> None:
    article = read_lines("Kurdistan", "World", "Sports", "Zorvan", "Ferry stops", "By Rudaw 22/7/2017", *TEXT)
    assert (article.section, article.headline) == ("Zorvan", "Ferry stops")
    assert article.body == "\n\n".join(TEXT)


def test_a_section_that_no_table_has_is_known_by_the_address() -> None:
    menu = ("Kurdistan", "World", "Photos", "Sports", "Live TV")
    below = ("Ferry stops", "By Rudaw 22/7/2017", *TEXT)
    article = read_lines(*menu, "Life & Style", *below, path="english/lifestyle/22072017")
    assert (article.section, article.headline) == ("Life & Style", "Ferry stops")
    items = "".join(f"<li><a href='/english/m'>{name}</a></li>" for name in (*menu, "Videos", "Radio"))
    head = f"<ul>{items}</ul><div><div>Mountains</div><h1>Ferry stops</h1><div>By Rudaw 22/7/2017</div>"
    assert read_html(head=head, path="english/heights/22072017").section == "Mountains"


def test_a_menu_with_names_that_no_table_has_gives_no_section() -> None:
    menu = ("Kurdistan", "World", "Photos", "Videos", "Radio", "Sports", "Live TV")
    items = "".join(f"<li><a href='/english/m'>{name}</a></li>" for name in menu)
    article = read_html(
        head=f"<ul>{items}</ul><font size=5><b>Ferry stops</b></font><br>By Rudaw 22/7/2017", path="english/x/22072017"
    )
    assert (article.section, article.headline) == (None, "Ferry stops")


def test_a_headline_broken_in_two_that_fills_its_element_is_one() -> None:
    article = read_html(
        head="<div>World</div><div class=t>Ferry on the river<br>stops</div><div>By Rudaw 22/7/2017</div>"
    )
    assert article.headline == "Ferry on the river stops"


def test_a_byline_of_several_names_may_have_bars_between_them_and_before_its_date() -> None:
    article = read_html(head="<div>World</div><h1>Ferry stops</h1><div>By Ann Wright | Lee Hama | 22/7/2017</div>")
    assert (article.layout, article.authors) == ("classic", ["Ann Wright", "Lee Hama"])
    assert article.date_published_raw == "22/7/2017"


def test_the_page_title_may_name_the_end_of_a_broken_headline() -> None:
    headline = "<div class=t>Ferry on<br>the river stops at once</div>"
    head = f"<title>Ferry on the river stops at once</title><div>World</div>{headline}<div>By Rudaw 22/7/2017</div>"
    article = read_html(head=head)
    assert article.headline == "Ferry on the river stops at once"


def test_a_place_line_below_a_date_without_a_byline_is_nobodys_name() -> None:
    head = "<div>عێراق</div><h1>پردەکە کرایەوە</h1><div>22/7/2017</div>"
    text = "بەرپرسانی شارۆچکەکە رایانگەیاند کە پردەکە دوای دوو ساڵ لە کارکردن کراوەتەوە."
    article = read_html(head=head, body=f"رووداو- هەولێر<br><br>{text}", path="sorani/middleeast/iraq/22072017")
    assert (article.byline, article.dateline, article.body) == (None, "رووداو- هەولێر", text)


def test_a_linked_section_below_a_menu_in_cells_of_the_same_kind() -> None:
    menu = "".join(f"<td><a href='/english/m'>{name}</a></td>" for name in ("Home", "Live", "Radio", "Shop", "Help"))
    rows = ("<a href='/english/world'>World</a>", "By the river: a village waits", "By: Dara Salar", "22/7/2017")
    head = "".join(f"<tr><td>{row}</td></tr>" for row in rows)
    article = read_html(head=f"<table><tr>{menu}<td><a href='/ku'>Kurdî</a></td></tr>{head}</table>")
    assert (article.section, article.headline) == ("World", "By the river: a village waits")
    assert article.authors == ["Dara Salar"]


@pytest.mark.parametrize(
    "picture",
    [
        "<figure><img src='/a.jpg'><figcaption>The ferry in March 2017. Photo: AP</figcaption></figure>",
        "<img src=a.jpg title='The ferry in March 2017. Photo: AP'><i>The ferry in March 2017. Photo: AP</i>",
        "<div><img src=a.jpg><div>The ferry in March 2017. Photo: AP</div></div>",
    ],
    ids=["figure", "the picture's own words", "credit"],
)
def test_a_caption_between_headline_and_byline_is_no_deck(picture: str) -> None:
    article = read_html(head=f"<div>World</div><h1>Ferry stops</h1>{picture}<div>By Rudaw 22/7/2017</div>")
    assert (article.headline, article.summary) == ("Ferry stops", None)
    assert [(each.text, each.credit, each.position) for each in article.captions] == [
        ("The ferry in March 2017.", "AP", "lead")
    ]


def test_buttons_below_an_empty_label_are_no_tags() -> None:
    row = "<div><a href='#'>طباعة</a><a href='#'>أرسل إلى صديق</a><a href='#'>احفظ الموضوع</a></div>"
    assert read_html(f"<div>الوسوم :</div>{row}", path="arabic/world/22072017").tags == []


CAPTION = "The ferry on March 3, 2017. Photo: AP"


@pytest.mark.parametrize(
    "head",
    [
        "{section}{title}<img src='/a.jpg'><div>{caption}</div><div>{caption}</div>{byline}",
        "{section}{title}<figcaption><b>The ferry on March 3, 2017.</b> <i>Photo: AP</i></figcaption>{byline}",
        "{section}<figure><img src='/a.jpg'><figcaption>{caption}</figcaption></figure>{title}{byline}",
        "{section}<div><img src='/a.jpg'></div><div>{caption}</div><div>{caption}</div>{title}{byline}",
        "{section}<img src='/a.jpg' alt='{caption}'>{title}{byline}",
    ],
    ids=["printed twice", "parted", "figure above all", "printed twice above all", "the picture's own words above all"],
)
@pytest.mark.parametrize("title", ["<h1>Ferry stops</h1>", "<div><font size=5>Ferry stops</font></div>"])
def test_a_caption_above_the_byline_is_neither_headline_nor_deck(head: str, title: str) -> None:
    parts = {"section": "<div>World</div>", "title": title, "caption": CAPTION, "byline": "<p>By Rudaw 22/7/2017</p>"}
    article = read_html(head=head.format(**parts))
    assert (article.section, article.headline, article.summary) == ("World", "Ferry stops", None)
    assert [(each.text, each.credit) for each in article.captions] == [("The ferry on March 3, 2017.", "AP")]
    assert article.body == "\n\n".join(TEXT)


def test_a_dated_list_above_the_side_list_makes_no_byline() -> None:
    read = "".join(
        f"<div><a href='/english/world/0302201{n}'>Dam {n} opens</a></div><div>{n} hours ago</div>" for n in (2, 3)
    )
    side = (
        "<div>w | 3/21/2019 7:50:37 PM</div><div>Peace to all...</div><div>Ferry sinks</div><div>| 2/3/2019 | (2)</div>"
    )
    head = "<div>World</div><h1>Ferry stops</h1><div>By Rudaw 22/7/2017</div>"
    article = read_html(head=f"<div><h4>Most Read</h4>{read}</div><div><h4>What You Say</h4>{side}</div>{head}")
    assert (article.headline, article.byline) == ("Ferry stops", "By Rudaw")


def test_a_byline_without_a_lead_in_is_more_than_the_date_of_another_article() -> None:
    read = "<div>Baraj açıldı</div><div>3 saat önce</div>"
    head = "<div>Dünya</div><h2>Feribot seferleri durdu</h2><p>Rûdaw 2 saat önce</p>"
    page = f"<div><h4>En Çok Okunanlar</h4>{read}</div>{head}"
    url = "https://www.rudaw.net/turkish/world/22072017"
    body = "".join(f"<p>{text}</p>" for text in TEXT)
    article = extract_article(f"<body>{page}{body}</body>", url=url, fetched_at="2017-07-22T12:00:00Z")
    assert (article.headline, article.byline) == ("Feribot seferleri durdu", "Rûdaw")


def test_a_share_bar_below_a_byline_with_a_bar_makes_a_comment_no_byline() -> None:
    buttons = ("Paylaş", "Facebook", "Twitter", "WhatsApp", "Yazdır", "Arkadaşına gönder", "Haberi kaydet")
    share = "".join(f"<div>{button}</div>" for button in buttons)
    head = f"<div>Dünya</div><div>Feribot seferleri durdu</div><div>Jiyan Kerim | 22/7/2017</div>{share}"
    said = "<div><div>Dilan | 22/7/2017</div><div>Gerçekten çok yazık oldu, biz o feribotla büyüdük.</div></div>"
    article = read_html(f"<h3>Yorumlar</h3>{said}", head=head, path="turkish/world/22072017")
    assert (article.headline, article.byline) == ("Feribot seferleri durdu", "Jiyan Kerim")
    assert [comment.author for comment in article.comments] == ["Dilan"]


def test_the_house_alone_before_a_bar_and_a_date_is_a_byline_above_a_side_list_too() -> None:
    entry = "<div>w | 3/8/2017</div><div>Good...</div>"
    side = f"<h4>Siz Ne Diyorsunuz</h4>{entry * 3}<div>Feribot</div><div>| 2/3/2019 | (2)</div>"
    head = f"<div>Dünya</div><div>Feribot seferleri durdu</div><div>Rûdaw | 22/7/2017</div><div>{side}</div>"
    article = read_html(head=head, path="turkish/world/22072017")
    assert (article.layout, article.headline, article.byline) == ("classic", "Feribot seferleri durdu", "Rûdaw")


def test_a_date_below_a_link_to_another_article_is_no_byline() -> None:
    link = "<div><a href='/turkish/world/0302201{0}'>Baraj {0} açıldı</a></div><div>{0} saat önce</div>"
    read = "".join(link.format(number) for number in (2, 3))
    head = "<div>Dünya</div><h2>Feribot seferleri durdu</h2><p>Jiyan Kerim | 2 saat önce</p>"
    body = "".join(f"<p>{text}</p>" for text in TEXT)
    page = f"<body><div><h4>Zorvan</h4>{read}</div>{head}{body}</body>"
    url = "https://www.rudaw.net/turkish/world/22072017"
    article = extract_article(page, url=url, fetched_at="2017-07-22T12:00:00Z")
    assert (article.headline, article.byline) == ("Feribot seferleri durdu", "Jiyan Kerim")


LONGER = "<p>The harbour will be closed for repairs until the end of the month, the mayor told reporters on Monday.</p>"
TALK = "<div>Nana | 25/7/2017</div><div>Good.</div><div>Azad77 | 26/7/2017</div><div>Who pays for all of this?</div>"


def test_a_comment_s_name_and_date_are_no_byline_of_a_page_without_one() -> None:
    head = "<div>World</div><h1>Ferry stops</h1>"
    article = read_html(f"<div><h4>Comments (2)</h4>{TALK}</div>", head=head, body=BODY + LONGER)
    assert (article.headline, article.section, article.byline, article.authors) == ("Ferry stops", "World", None, [])
    assert (article.date_published, article.date_published_source) == ("2017-07-22", "url")
    assert [comment.author for comment in article.comments] == ["Nana", "Azad77"]


def test_plain_text_without_a_byline_has_its_headline_below_the_section() -> None:
    menu = ("Kurdistan", "World", "Business", "Advertise", "World", "Ferry stops")
    text = (*TEXT, "The harbour will be closed for repairs until the end of the month, the mayor told reporters.")
    article = read_lines(*menu, *text, "Share", "Comments", "Nana | 25/7/2017", "Good.")
    assert (article.headline, article.section, article.byline) == ("Ferry stops", "World", None)
    assert (article.body, article.date_published) == ("\n\n".join(text), "2017-07-22")


def test_a_section_below_a_menu_of_another_look_is_the_article_s() -> None:
    menu = "<ul><li>Kurdistan</li><li>World</li><li>Business</li></ul>"
    article = read_html(head=f"{menu}<div>World</div><h1>Ferry stops</h1>", body=BODY + LONGER)
    assert article.section == "World"


def test_buttons_for_the_size_of_letters_below_the_text_are_no_sign_of_a_later_layout() -> None:
    article = read_html("<div>Share</div><div>Print</div><div>A+</div><div>A-</div>", body=BODY + LONGER)
    assert (article.layout, article.byline, article.date_published) == ("classic", "By Rudaw", "2017-07-22")
    assert article.body is not None
    assert article.body.startswith("The old ferry")


def test_comments_of_a_page_without_a_byline_stand_above_the_form() -> None:
    form = "<h4>Comments</h4><div>Comment as a guest</div>"
    head = "<div>World</div><h1>Ferry stops</h1>"
    article = read_html(f"<div>Share</div><div>{TALK}</div>{form}", head=head, body=BODY + LONGER)
    assert [(comment.author, comment.text) for comment in article.comments] == [
        ("Nana", "Good."),
        ("Azad77", "Who pays for all of this?"),
    ]
    assert (article.date_published, article.date_published_source) == ("2017-07-22", "url")


def test_one_paragraph_above_the_share_bar_and_the_size_of_letters_is_the_text_of_a_classic_page() -> None:
    head = ("World", "Ferry stops", "By Rudaw 22/7/2017", "A boat on the lake.", "A boat on the lake.")
    article = read_lines(*head, TEXT[0], "Share", "Comment as a guest", "Tags : Ferry", "Print", "A+", "A-")
    assert (article.layout, article.headline, article.body) == ("classic", "Ferry stops", TEXT[0])


def test_comments_without_bars_of_a_page_without_a_byline_stand_above_the_form() -> None:
    page = "<div>Share</div><ul>{}</ul><h4>Comments</h4><div>Comment as a guest</div>"
    entries = [("Nana", "25/7/2017", "Good."), ("Azad77", "26/7/2017", "Who pays?")]
    comments = [f"<li><cite>{name}</cite> <time>{date}</time><p>{text}</p></li>" for name, date, text in entries]
    head = "<div>World</div><h1>Ferry stops</h1>"
    article = read_html(page.format("".join(comments)), head=head, body=BODY + LONGER)
    assert [(comment.author, comment.date_raw, comment.text) for comment in article.comments] == entries


def test_a_day_in_the_first_sentence_is_not_the_day_of_a_page_without_a_byline() -> None:
    first = "<p><span>Bakanlığa göre 25.03.2018</span> <span>tarihine dek</span> limandan hiç vapur kalkmayacak.</p>"
    head = "<div>Dünya</div><h1>Vapur durdu</h1>"
    article = read_html(head=head, body=first + BODY + LONGER, path="turkish/world/22072017")
    assert (article.date_published, article.date_published_source) == ("2017-07-22", "url")


@pytest.mark.parametrize("rows", [("Middle East", "Iraq | Iran | Syria | Turkey"), ("Iraq | Lebanon | Iran | Syria",)])
def test_a_row_of_the_sections_within_a_section_is_no_headline(rows: tuple[str, ...]) -> None:
    article = read_lines(*rows, "Ferry stops", "By Rudaw 22/7/2017", *TEXT, path="english/middleeast/22072017")
    assert (article.headline, article.summary) == ("Ferry stops", None)
    assert article.section == (rows[0] if rows[1:] else None)


def test_what_the_row_names_may_be_one_of_its_sections_below() -> None:
    rows = ("Middle East", "Iraq | Iran | Syria | Turkey", "Iraq")
    article = read_lines(*rows, "Ferry stops", "By Rudaw 22/7/2017", *TEXT, path="english/middleeast/iraq/22072017")
    assert (article.section, article.headline) == ("Iraq", "Ferry stops")


@pytest.mark.parametrize(
    ("byline", "authors"),
    [
        ("بقلم كاوه محمود وليلى قاسم", ["كاوه محمود", "ليلى قاسم"]),
        ("بقلم كاوه محمود، سارة علي وليلى قاسم", ["كاوه محمود", "سارة علي", "ليلى قاسم"]),
        ("بقلم رووداو ورويترز", ["رووداو", "رويترز"]),
        ("بقلم كاوه محمود وليد قاسم", ["كاوه محمود وليد قاسم"]),
        ("بقلم سارة وصفي", ["سارة وصفي"]),
        ("بقلم كاوه محمود و ليلى قاسم", ["كاوه محمود", "ليلى قاسم"]),
    ],
)
def test_the_arabic_and_is_a_letter_of_the_name_behind_it(byline: str, authors: list[str]) -> None:
    head = f"<div>العالم</div><h1>توقف العبارة</h1><div>{byline} 22/7/2017</div>"
    assert read_html(head=head, path="arabic/world/22072017").authors == authors


def test_however_many_names_the_letter_joins() -> None:
    assert split_authors("كاوه محمود و" * 2000 + "ليلى قاسم", EDITIONS["arabic"]) == ["كاوه محمود", "ليلى قاسم"]


def test_a_short_headline_below_a_row_of_sections_is_no_byline() -> None:
    rows = ("Middle East", "Iraq | Iran | Syria | Turkey", "‘No water left’", "22/7/2017")
    article = read_lines("Sign In / Up", "On Air", *rows, *TEXT, path="english/middleeast/22072017")
    assert (article.section, article.headline, article.byline) == ("Middle East", "‘No water left’", None)
