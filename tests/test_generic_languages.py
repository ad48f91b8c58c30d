"""The generic reader in many languages: names, dates, bylines and lists as systems print them there."""

import pytest

from rudaw_scraper.comment_names import clean_name
from tests.test_generic import read

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
