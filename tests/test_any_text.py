"""The text of pages of other sites: without comments, boxes between its paragraphs, lines of its head."""

import pytest

from rudaw_scraper.dense_text import dense_text
from rudaw_scraper.layouts.generic import read_any_page

HEADLINE = "Forty beehives for the roof of the railway station"
TEXT = [
    "The railway company has put forty beehives on the roof of its oldest station, where nobody walks in summer.",
    "A gardener from the hills looks after them on Mondays, and the honey is sold in the hall beside the clock.",
    "Passengers had asked for flowers for years; the company says that bees were cheaper than flowers, and quieter.",
    "The station was built when the valley still had a king, and its roof has been mended only once since then.",
]
LONG = "Readers who write at length say a great deal about bees, roofs, trains and kings, and then about the weather."


def read(between: str = "", below: str = "", *, tag: str = "p", head: str = "") -> list[str]:
    texts = [f"<{tag}>{text}</{tag}>" for text in TEXT]
    texts.insert(2, between)
    html = (
        f"<html><head><title>{HEADLINE} | Hill Radio</title></head><body><nav><a href='/'>Home</a></nav><div>"
        f"<div class='kicker'>Local</div><h1>{HEADLINE}</h1>{head}<div class='text'>{''.join(texts)}</div></div>{below}"
        "<footer>Hill Radio, since 1950</footer></body></html>"
    )
    record = read_any_page(html, url="https://hill.example/bees-1", fetched_at="2019-06-01T00:00:00Z")
    assert record["headline"] == HEADLINE
    return record["body"].split("\n\n")  # type: ignore[no-any-return]


@pytest.mark.parametrize(
    "box",
    [
        "<div class='newsletter-signup'><h3>Our newsletter</h3><p>The best stories each day.</p></div>",
        "<div class='paywall'><p>This article is for subscribers only. Already a subscriber? Log in.</p></div>",
        "<aside class='pullquote'><p>Bees were cheaper than flowers, and quieter.</p></aside>",
        "<p><strong>Read more:</strong> <a href='/other'>A king who was afraid of trains</a></p>",
        "<p>Lesen Sie auch: <a href='/other'>A king who was afraid of trains</a></p>",
        "<div class='wp-caption'><img src='/a.jpg'><p class='wp-caption-text'>The roof, from above.</p></div>",
        "<div class='related'><div>Related</div><a href='/x'>A king who was afraid of trains</a></div>",
        "<p>Baca juga: <a href='/other'>A king who was afraid of trains</a></p>",
        "<p><a href='/other'>A king who was afraid of trains</a></p>",
        "<div class='em'><div><h3>More of kings</h3><a href='/other'>A king who was afraid of trains</a></div></div>",
        "<p class='imageCaption'>Quiet: the roof as it looked last week</p>",
        "<div class='author-bio'><p>Ann Wright has written about the hills for ten years and keeps two cats.</p></div>",
    ],
)
@pytest.mark.parametrize("tag", ["p", "div"])
def test_boxes_between_the_paragraphs_are_no_text(box: str, tag: str) -> None:
    assert read(box, tag=tag) == TEXT


@pytest.mark.parametrize(
    "last",
    [
        "<p>Автор: Анна Соколова</p><p>Источник: <a href='/'>Hill Radio</a></p>",
        "<p>For all of the news, follow us on the usual networks</p>",
        "<p>Ακολουθήστε μας στο δίκτυο</p>",
    ],
)
def test_what_signs_a_text_off_is_none_of_it(last: str) -> None:
    assert read(below=last) == TEXT


def test_links_that_an_article_is_about_are_kept() -> None:
    song = "<p><a href='/song-{n}'>A song of {n} verses about the hills, the valley and all of their bees</a></p>"
    assert len(read(song.format(n=3) + song.format(n=4))) == len(TEXT) + 2


@pytest.mark.parametrize(
    "row",
    [
        "<div class='comment'><b class='name'>{a}</b> <i>{d} May 2019</i><p>{t}</p></div>",
        "<div class='k{d}'><b>{a}</b> | {d} May 2019<p>{t}</p></div>",
        "<p><b>{a}</b> ({d}.05.2019 10:00)</p><p>{t}</p><hr>",
    ],
)
def test_comments_that_outweigh_the_text(row: str) -> None:
    rows = "".join(
        row.format(a=name, d=day, t=f"{name}: {LONG} {LONG}") for day, name in enumerate("ABCDEFGH", start=10)
    )
    assert read(below=f"<div><h3>8 comments</h3>{rows}</div>") == TEXT


@pytest.mark.parametrize(
    "card",
    [
        "<li><a href='/s/{n}'>A king who was afraid of trains {n}</a> <span>May {n}, 2019</span></li>",
        "<div class='c'><h4><a href='/s/{n}'>A king who was afraid of trains</a></h4><p>A summary.</p></div>",
        "<div><p><a href='/s/{n}'>A king who was afraid of trains</a></p><p>By Ann, May {n}, 2019</p></div>",
    ],
)
def test_cards_of_other_articles_are_no_text(card: str) -> None:
    cards = "".join(card.format(n=number) for number in range(4, 9))
    assert read(below=f"<div>{cards}</div>") == TEXT
    assert read(between=f"<div>{cards}</div>") == TEXT


def test_a_reader_who_repeats_a_paragraph_takes_nothing_away() -> None:
    rows = "".join(
        f"<div class='comment'><b class='name'>{name}</b> <i>{day} May 2019</i><p>{text}</p></div>"
        for day, (name, text) in enumerate([("Ada", TEXT[1]), ("Ben", "The roof"), ("Cem", "No, never.")], start=10)
    )
    assert read(below=f"<div class='comments'>{rows}</div>") == TEXT


@pytest.mark.parametrize("tag", ["p", "div"])
def test_a_page_laid_out_in_a_table(tag: str) -> None:
    texts = "".join(f"<{tag}>{text}</{tag}>" for text in TEXT)
    html = (
        f"<html><head><title>{HEADLINE}</title></head><body><table><tr><td><a href='/'>Home</a></td></tr><tr><td>"
        f"<h1>{HEADLINE}</h1><p>By Ann Wright</p><div class='newsletter'><p>Each day.</p></div>{texts}</td><td>"
        "<ul><li><a href='/1'>A king who was afraid of trains</a></li></ul></td></tr></table></body></html>"
    )
    record = read_any_page(html, url="https://hill.example/bees-1", fetched_at="2019-06-01T00:00:00Z")
    assert record["body"].split("\n\n") == TEXT


def test_lines_of_the_head_are_no_text() -> None:
    head = "<div>By <b class='author'>Ann Wright</b></div><div>Published: May 3, 2019 Updated: May 4, 2019</div>"
    assert read(head=head) == TEXT


def test_an_article_in_a_box_with_such_a_name_is_kept() -> None:
    assert read(
        "</div><div class='paywall newsletter'>" + "".join(f"<p>{text} {LONG}</p>" for text in TEXT) + "</div><div>"
    )[2:6] == [f"{text} {LONG}" for text in TEXT]


def test_rows_of_a_table_without_bars() -> None:
    texts = "".join(f"<p>{text}</p>" for text in TEXT)
    html = f"<article>{texts}<table><tr><td>2018</td><td>15 hives</td></tr></table></article>"
    assert [line for line in dense_text(html).paragraphs if line.startswith("2018")] == ["2018 15 hives"]


def test_a_box_within_the_comments_is_taken_out_once() -> None:
    rows = "".join(
        f"<div class='comment author-card'><b class='name'>{name}</b> <i>{day} May 2019</i><p>{LONG}</p></div>"
        for day, name in enumerate(["Ada", "Ben", "Cem"], start=10)
    )
    assert read(below=f"<div class='comments social-share'>{rows}</div>") == TEXT


@pytest.mark.parametrize(
    "last",
    [
        "Author Salman Rushdie said he was deeply shocked by the attack.",
        "Yazar Orhan Pamuk ödülü kabul etmedi.",
        "The court ruled that the film infringed copyright.",
        "Soldiers had orders to follow us on the road, she said.",
        "Polis bizi takip etti, dedi.",
        "He said: “All rights reserved for the mill.”",
    ],
)
def test_a_sentence_that_begins_or_sounds_like_a_signing_off_line_is_kept(last: str) -> None:
    assert last in read(f"<p>{last}</p>")
