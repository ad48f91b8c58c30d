"""The generic reader in many languages: names, dates, bylines and lists as systems print them there."""

from datetime import UTC, datetime

import pytest

from rudaw_scraper.any_dates import ago_day, known_day
from rudaw_scraper.comment_names import clean_name
from rudaw_scraper.layouts.generic import read_any_page
from tests.test_generic import FETCHED, TEXT, URL, page, read

TALK = ("The mill path is dry again.", "Nobody asked the boatmen.", "It was better with the old trees.")
NAMES = ("Dora", "Emil K.", "fay_77")


def comments(row: str) -> list[tuple[str | None, str | None, str]]:
    """What is read of three comments of 4, 5 and 6 May 2019, each by the pattern of a row."""
    rows = "".join(row.format(a=a, t=t, d=d) for d, (a, t) in enumerate(zip(NAMES, TALK, strict=True), start=4))
    found = read(f"<div id='comments'><h3>3 comments</h3>{rows}</div>")["comments"]
    return [(each["author"], each["date"], each["text"]) for each in found]


ALL = [(a, f"2019-05-0{d}", t) for d, (a, t) in enumerate(zip(NAMES, TALK, strict=True), start=4)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Soumis par Dora (non vérifié)", "Dora"),
        ("Опубликовано Dora (не проверено)", "Dora"),
        ("Gespeichert von Dora", "Dora"),
        ("الاسم : سامي", "سامي"),
        ("👤 Dora", "Dora"),
        ("Dora ♥", "Dora ♥"),
        ("Dora | #", "Dora"),
        ("Dora #12", "Dora"),
        ("#12", None),
        ("Nome", "Nome"),
    ],
)
def test_what_stands_beside_a_name(text: str, name: str | None) -> None:
    assert clean_name(text) == name


@pytest.mark.parametrize("lead", ["يقول", "λέει ο/η", "kirjoitti"])
def test_a_name_in_an_element_of_its_own_goes_before_the_words_beside_it(lead: str) -> None:
    row = f"<div class='comment'><cite>{lead} <a href='/u'>{{a}}</a>:</cite> <b>{{d}} May 2019</b><p>{{t}}</p></div>"
    assert comments(row) == ALL


def test_a_form_above_the_list_is_no_heading_of_it() -> None:
    form = "<div><form class='reply'><div>Join the discussion</div></form></div>"
    row = "<li class='post'><div class='head'><span class='author'>{a}</span> <b>{d} May 2019</b></div><p>{t}</p></li>"
    rows = "".join(row.format(a=a, t=t, d=d) for d, (a, t) in enumerate(zip(NAMES[:2], TALK, strict=False), start=4))
    found = read(f"<div id='thread'><div class='bar'>2 Comments</div>{form}<ul>{rows}</ul></div>")["comments"]
    assert [(each["author"], each["text"]) for each in found] == [(a, t) for a, _, t in ALL[:2]]


def test_a_single_term_with_its_definition() -> None:
    found = read("<dl id='comments'><dt id='c1'>May 4, 2019, 1:33 p.m. - Dora</dt><dd><p>A dry path.</p></dd></dl>")
    assert [(each["author"], each["date"], each["text"]) for each in found["comments"]] == [
        ("Dora", "2019-05-04", "A dry path.")
    ]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("۱۴ اردیبهشت ۱۳۹۸", "2019-05-04"),
        ("1398/02/14", "2019-05-04"),
        ("30 اسفند 1399", "2021-03-20"),
        ("السبت، 4 أيار/مايو 2019", "2019-05-04"),
        ("4 במאי 2019", "2019-05-04"),
        ("2019년 5월 4일", "2019-05-04"),
        ("31 اسفند 1398", None),
        ("12 لتر 2019", None),
    ],
)
def test_days_in_other_scripts_and_the_persian_calendar(text: str, day: str | None) -> None:
    found = known_day(text)
    assert (found.isoformat() if found is not None else None) == day


def test_no_day_is_counted_from_before_the_calendar() -> None:
    assert ago_day("vor 3 Wochen", datetime(1, 1, 5, tzinfo=UTC)) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("vor 3 Tagen", "2019-05-29"),
        ("3 hari yang lalu", "2019-05-29"),
        ("۳ روز پیش", "2019-05-29"),
        ("منذ 3 أيام", "2019-05-29"),
        ("πριν από 3 ημέρες", "2019-05-29"),
        ("2 minggu lalu", "2019-05-18"),
        ("il y a 2 heures", "2019-05-31"),
        ("5 分前", "2019-06-01"),
        ("vor 2 Monaten", None),
        ("3 года назад", None),
        ("in three days", None),
    ],
)
def test_days_counted_from_the_capture(text: str, day: str | None) -> None:
    found = ago_day(text, datetime(2019, 6, 1, 1, tzinfo=UTC))
    assert (found.isoformat() if found is not None else None) == day


@pytest.mark.parametrize(
    ("heading", "when"),
    [
        ("3 دیدگاه", "{d} اردیبهشت 1398"),
        ("3 تعليقات", "{d} مايو 2019 الساعة 10:15"),
        ("3 Komentar", "{d} Mei 2019 pukul 10.15"),
    ],
)
def test_lists_with_dates_of_other_languages(heading: str, when: str) -> None:
    row = f"<div class='k'><div><b>{{a}}</b></div><div>{when}</div><p>{{t}}</p></div>"
    rows = "".join(row.format(a=a, t=t, d=d) for d, (a, t) in enumerate(zip(NAMES, TALK, strict=True), start=4))
    found = read(f"<div><h3>{heading}</h3>{rows}</div>", lang="xx")["comments"]
    assert [(each["author"], each["text"]) for each in found] == [(a, t) for a, _, t in ALL]
    assert all(each["date"] is not None for each in found)


@pytest.mark.parametrize(
    ("meta", "authors"),
    [
        ("<p>Soumis par Ann Wright le ven, 03/05/2019 - 10:15</p>", ["Ann Wright"]),
        ("<p>Gespeichert von Ann Wright am 3. Mai 2019 - 9:36</p>", ["Ann Wright"]),
        ("<p>Автор: Анна Соколова | 3 мая 2019</p>", ["Анна Соколова"]),
        ("<p>Penulis: Budi Santoso | Editor: Wahyu Adi</p>", ["Budi Santoso"]),
        ("<p><span>By</span><a href='/staff/2'>Ann Wright</a><span>May 3, 2019</span></p>", ["Ann Wright"]),
        ("<p><span>Par</span><b>Ann Wright</b><span>3 mai 2019</span></p>", ["Ann Wright"]),
        ("<p><a href='/u/2'>Ann Wright</a>, <a href='/author/tom-hadley'>Tom Hadley</a></p>", ["Tom Hadley"]),
        ("<div><a class='writer'>Ann Wright</a><i>ann@town.example</i></div>", ["Ann Wright"]),
        (
            "<p class='firma'><i class='autor'>Ann Wright</i> / <i class='autor'>Tom Hadley</i> <b>3 May 2019</b></p>",
            ["Ann Wright", "Tom Hadley"],
        ),
        ("<p>By Marine le Pen</p>", ["Marine le Pen"]),
        ("<p>By Walter de la Mare 3 May 2019</p>", ["Walter de la Mare"]),
        ("<ul><li><b>Date</b> 03.05.2019</li><li><b>Autorin/Autor</b> Ann Wright</li></ul>", ["Ann Wright"]),
    ],
)
def test_bylines_as_systems_print_them(meta: str, authors: list[str]) -> None:
    assert read(meta=meta)["authors"] == authors


def test_an_author_named_by_a_label_below_the_text() -> None:
    assert read("<p>Автор:&nbsp;Анна Соколова</p>", meta="")["authors"] == ["Анна Соколова"]


def test_the_site_with_its_town_is_no_person() -> None:
    head = "<meta property='og:site_name' content='Town Post'><meta name='author' content='Town Post, Old Port'>"
    assert read(head=head)["authors"] == ["Ann Wright"]


def test_a_day_that_a_label_names_below_the_text() -> None:
    facts = "<ul><li><b>Datum</b> 03.05.2019</li><li><b>Schlagwörter</b> Linden</li></ul>"
    talk = "<div id='comments'><p><b>Dora</b> 5 May 2019</p><p>A dry path, and a long one.</p></div>"
    assert read(facts + talk, meta="")["date_published"] == "2019-05-03"


def test_the_day_of_a_change_where_no_other_is_shown() -> None:
    meta = "<p>Written by Ann Wright | Old Port | Updated: May 3, 2019 10:15:33 am</p>"
    assert read(meta=meta)["date_published"] == "2019-05-03"
    assert read(meta=meta.replace("| Old Port", "| 2 May 2019"))["date_published"] == "2019-05-02"


def test_a_second_date_on_a_comment_s_line_is_that_of_its_change() -> None:
    row = (
        "<tr><td>{a}</td><td><div class='cd'>"
        "<i>Posted:</i> 2019/5/{d} 09:17 <i>Updated:</i> 2019/5/{d} 09:30</div></td></tr>"
        "<tr><td><div><i class='userStatCaption'>From:</i> Old Port</div></td><td><div>{t}</div></td></tr>"
    )
    rows = "".join(row.format(a=a, t=t * 2, d=d) for d, (a, t) in enumerate(zip(NAMES, TALK, strict=True), start=4))
    found = read(f"<table>{rows}</table>")["comments"]
    assert [(each["author"], each["date"]) for each in found] == [(a, day) for a, day, _ in ALL]
    assert all("Updated" not in each["text"] for each in found)


def test_date_name_and_text_in_elements_on_one_line() -> None:
    row = "<li><i>(2019-05-0{d} 10:15:00)</i> <b>{a} : </b><i>{t}</i></li>"
    rows = "".join(row.format(a=a, t=t, d=d) for d, (a, t) in enumerate(zip(NAMES, TALK, strict=True), start=4))
    found = read(f"<h3>Daftar Komentar</h3><ul>{rows}</ul>")["comments"]
    assert [(each["author"], each["date"], each["text"]) for each in found] == ALL


def test_words_behind_the_date_are_no_name_where_one_stands_above() -> None:
    row = "<div class='comment'><p>{a} گفته :</p>"
    row += "<div>در تاریخ 1{d} اردیبهشت 1398 این دیدگاه ارسال شده</div><p>{t}</p></div>"
    assert [name for name, _, _ in comments(row)] == list(NAMES)


def test_a_single_comment_below_a_heading_in_the_same_box() -> None:
    entry = "<div><div><a href='/u/1'>Dora</a></div><p>A dry path.</p><div>4 May 2019</div></div>"
    found = read(f"<div><div><span>1 Yorum</span></div>{entry}</div>")["comments"]
    assert [(each["author"], each["date"], each["text"]) for each in found] == [("Dora", "2019-05-04", "A dry path.")]


@pytest.mark.parametrize("button", ["Balas", "Απάντηση", "Пожаловаться", "رد", "Beğen", "返信"])
def test_buttons_of_other_languages(button: str) -> None:
    talk = f"<div class='comment'><b>Dora</b> <i>4 May 2019</i><p>A dry path.</p><p>{button}</p></div>"
    assert [each["text"] for each in read(talk)["comments"]] == ["A dry path."]


@pytest.mark.parametrize(
    "talk",
    [
        "<ul><li><a href='/x#comment12' id='comment12'>This one</a> <b class='name'>Dora</b> 4 May 2019<p>A dry path.",
        "<div class='card'><p>A dry path.</p><div><a class='comment-author'>Dora</a> <i>4 May 2019</i></div></div>",
        "<table><tr><td>1 comment</td></tr><tr><td>4 May 2019 | <b>Dora</b></td></tr><tr><td>A dry path.</td></tr>",
    ],
)
def test_a_single_comment(talk: str) -> None:
    found = read(f"<div><h3>1 comment</h3>{talk}</div>")["comments"]
    assert [(each["author"], each["date"], each["text"]) for each in found] == [("Dora", "2019-05-04", "A dry path.")]


def test_many_words_before_a_date_that_ends_its_line() -> None:
    line = "Submitted by Dora of the old mill (not verified) on Sat, 05/04/2019 - 10:15."
    found = read(f"<div id='comments'><div class='comment'><div>{line}</div><p>A dry path.</p></div></div>")["comments"]
    assert [(each["author"], each["date"], each["text"]) for each in found] == [
        ("Dora of the old mill", "2019-05-04", "A dry path.")
    ]


def test_comments_as_quotations_with_their_writers_below() -> None:
    row = "<blockquote><p>{t}</p>"
    row += "<footer><cite>{a}</cite>, <time datetime='2019-05-0{d}'>{d} May 2019</time></footer></blockquote>"
    rows = "".join(row.format(a=a, t=t, d=d) for d, (a, t) in enumerate(zip(NAMES, TALK, strict=True), start=4))
    found = read(f"<section><h3>3 comments</h3>{rows}</section>")["comments"]
    assert [(each["author"], each["date"], each["text"]) for each in found] == ALL


def test_a_day_of_the_week_before_a_date_is_no_name() -> None:
    assert comments("<div class='row'><b>{a}</b><div>Jumat, 0{d}/05/2019 10:15 WIB</div><p>{t}</p></div>") == ALL


def test_a_name_with_a_role_below_the_headline() -> None:
    assert read(meta="<p><b>Ann Wright and Tom Hadley</b>, Staff Writers</p>")["authors"] == [
        "Ann Wright",
        "Tom Hadley",
    ]
    assert read(meta="<p>Von Ann Wright, Landesstudio Nord</p>")["authors"] == ["Ann Wright"]


@pytest.mark.parametrize("signature", ["<p align='right'><i>Ann Wright</i></p>", "<p>(Ann Wright)</p>"])
def test_a_signature_below_the_text_is_its_author_and_no_text(signature: str) -> None:
    signed = page(meta="").replace("</div></article>", f"{signature}</div></article>")
    record = read_any_page(signed, url=URL, fetched_at=FETCHED)
    assert (record["authors"], record["body"].split("\n\n")) == (["Ann Wright"], TEXT)


def test_a_date_that_meets_a_name_without_a_space() -> None:
    meta = "<div><b>Lucía Herrero</b><span>03 de Mayo de 2019 10:00hs</span></div>"
    assert read(meta=meta, lang="es")["date_published"] == "2019-05-03"


def test_entries_of_a_live_report_are_no_comments() -> None:
    entry = (
        "<div class='e'><div>{d} May 2019 10:15</div><h4>The boatmen of the old mill come back</h4><p>{t} {t}</p></div>"
    )
    entries = "".join(entry.format(d=d, t=t) for d, t in enumerate((*TALK, *TALK), start=4))
    assert read(f"<div class='x'>{entries.replace('come', 'go', 2)}</div>")["comments"] == []
