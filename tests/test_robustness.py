"""No page breaks the program: whatever comes, a sound record or an error that says what is wrong, in little time."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rudaw_scraper import extract_article
from rudaw_scraper.errors import BinaryContent, EmptyPage, NotAnArticle, PageTooLarge
from rudaw_scraper.validation import problems

URL = "https://www.rudaw.net/english/middleeast/22072017"
FETCHED_AT = "2019-03-22T09:00:00Z"
LONGEST = 10  # seconds
MOST_MEMORY = 500  # megabytes

HEAD = "<div>World</div><h1>A headline of some words</h1><p>By Rudaw 22/7/2017</p>"
PARAGRAPH = "<p>" + "This is running text of the report, and it goes on for a while. " * 4 + "</p>"
SIDE_ENTRY = "<div>n | 3/21/2019 7:50:37 PM</div><div>t</div><div>Other</div><div>| 3 hours ago | (2)</div>"


def read(content: bytes | str, content_type: str = "text/html", url: str = URL) -> str:
    """Return "record" for a sound record, else what the error says."""
    try:
        article = extract_article(content, url=url, fetched_at=FETCHED_AT, content_type=content_type)
    except NotAnArticle as error:
        return f"{type(error).__name__}: {error}"
    found = problems(article.to_dict())
    assert not found, found
    return "record"


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"", EmptyPage),
        (b" \r\n\t ", EmptyPage),
        (b"<html><body></body></html>", EmptyPage),
        (b"<html><body><script>var a = 1;</script></body></html>", EmptyPage),
        (b"\0" * 4096, BinaryContent),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20, BinaryContent),
        (b"%PDF-1.7 By Rudaw 22/7/2017", BinaryContent),
        (b"word " * 4_000_000, PageTooLarge),
        (b"<i>" * 1_000_000, PageTooLarge),
        (b"<p>a</p>" * 300_000, PageTooLarge),
        (HEAD.encode() + b"<div>" * 2_500 + b"deep", PageTooLarge),
    ],
)
def test_a_page_that_is_none_is_refused_by_name(content: bytes, error: type[NotAnArticle]) -> None:
    with pytest.raises(error):
        extract_article(content, url=URL, fetched_at=FETCHED_AT)


def test_bytes_that_are_no_utf8_do_not_cost_the_rest_of_the_page() -> None:
    page = (
        f"{HEAD}{PARAGRAPH}<p>Broken here: ".encode() + b"\xff\xfe\x80" + b" but it goes on.</p>" + b"<p>The end.</p>"
    )
    article = extract_article(page, url=URL, fetched_at=FETCHED_AT)
    assert article.headline == "A headline of some words"
    assert article.body is not None
    assert article.body.endswith("but it goes on.\n\nThe end.")


def test_nul_bytes_are_not_words() -> None:
    page = f"{HEAD}{PARAGRAPH}".replace("headline", "head\0line").encode()
    assert extract_article(page, url=URL, fetched_at=FETCHED_AT).headline == "A headline of some words"


LARGE_PAGES = {
    "one line of seven megabytes": HEAD + "<p>" + "word " * 1_400_000,
    "seven megabytes of dates": HEAD + "<p>" + "22/7/2017 " * 700_000,
    "comments": HEAD + PARAGRAPH + "".join(f"<div>n{i} | 22/7/2017</div><div>text {i}</div>" for i in range(20_000)),
    "dates alone": HEAD + PARAGRAPH + "<div>22/7/2017</div>" * 40_000,
    "bylines": "<div>By Rudaw 1/2/2017</div>" * 40_000,
    "pictures": HEAD + '<img src=a alt="words of it"><p>cap</p>' * 20_000 + PARAGRAPH * 40,
    "side list": HEAD + PARAGRAPH + SIDE_ENTRY * 9_000,
    "section names": "<div>Kurdistan</div>" * 40_000 + HEAD + PARAGRAPH,
    "labels": HEAD + PARAGRAPH + "<div>Share</div>" * 40_000,
    "sub-headings": HEAD + "<h3>A few words</h3>" * 40_000 + PARAGRAPH,
    "line breaks": HEAD + "<div>" + "a<br>" * 45_000,
    "bars": HEAD + "<p>" + "a | " * 300_000,
    "hidden paragraphs": HEAD + '<p style="display:none">a</p>' * 90_000 + PARAGRAPH,
    "hiding rules": HEAD + "<style>" + ".a{display:none}" * 50_000 + "</style>" + PARAGRAPH,
}


@pytest.mark.parametrize("name", LARGE_PAGES)
def test_no_page_takes_long(name: str) -> None:
    start = time.perf_counter()
    read(LARGE_PAGES[name])
    assert time.perf_counter() - start < LONGEST


@pytest.mark.skipif(sys.platform != "linux", reason="the kernel's count of a process's memory is Linux's")
def test_no_page_takes_much_memory() -> None:
    program = (
        "import tests.test_robustness as t\n"
        "for name in t.LARGE_PAGES: t.read(t.LARGE_PAGES[name])\n"
        "line = next(l for l in open('/proc/self/status') if l.startswith('VmHWM'))\n"
        "print(int(line.split()[1]) // 1024)\n"
    )
    environment = {**os.environ, "PYTHONPATH": str(Path.cwd())}
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, env=environment, check=True)
    assert int(done.stdout) < MOST_MEMORY


QUICK = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@QUICK
@given(st.text(), st.sampled_from(["text/html", "text/plain"]))
def test_any_text_gives_a_record_or_a_named_error(text: str, content_type: str) -> None:
    read(text, content_type)


@QUICK
@given(st.binary(), st.sampled_from(["text/html; charset=windows-1256", "text/plain", "text/html"]))
def test_any_bytes_give_a_record_or_a_named_error(content: bytes, content_type: str) -> None:
    read(content, content_type)


PIECES = st.sampled_from(
    [
        *(
            "By Rudaw",
            "By Rudaw 22/7/2017",
            "22/7/2017",
            "World",
            "A headline of some words",
            "Photo: AP",
            "Sub heading",
        ),
        *("ERBIL, Kurdistan Region – ", "It was said, and nobody doubted it, that the river would rise again.", "Nana"),
        *("K. | 23/7/2017", "3/21/2019 7:50:37 PM", "| 13 hours ago | (2)", "What You Say", "Comments (3)", "Reply"),
        *("Tags: a, b", "Tags:", "Related", "Share", "© 2018 Rudaw", "Updated: 32/7/2017", "By ", " | ", "(2)", ":"),
        *(".", "“", "٢٢/٧/٢٠١٧", "\u200f", "#1", ""),
    ]
)
TAGS = st.sampled_from(
    ["p", "div", "td", "li", "h1", "h3", "b", "span", "blockquote", "dt", "a href=/x", "br", "article"]
)


@st.composite
def shuffled_pages(draw: st.DrawFn) -> str:
    """A page of the site's own phrases in any order and nesting, some elements left open."""
    parts: list[str] = []
    for _ in range(draw(st.integers(1, 30))):
        tag = draw(TAGS)
        closed = f"</{tag.split()[0]}>" if draw(st.booleans()) else ""
        parts.append(f"<{tag}>{draw(PIECES)}{closed}")
    return "".join(parts)


@settings(QUICK, max_examples=400)
@given(shuffled_pages(), st.sampled_from(["english/world", "sorani/jihan", "turkish/dunya"]))
def test_the_sites_phrases_in_any_order_give_a_record_or_a_named_error(page: str, section: str) -> None:
    read(page, url=f"https://www.rudaw.net/{section}/22072017")


@settings(QUICK, max_examples=200)
@given(st.lists(PIECES, max_size=40))
def test_the_sites_phrases_as_lines_of_text_give_a_record_or_a_named_error(lines: list[str]) -> None:
    read("\n".join(lines), "text/plain")


@pytest.mark.parametrize(
    "opening",
    [
        "THE PRESIDENT OF THE KURDISTAN REGION: the report goes on",
        "A" * 70 + " a…",
        "A " * 35 + ", b",
        "A.-" * 25,
        "،" * 60,
    ],
)
def test_a_paragraph_that_opens_oddly_is_read_at_once(opening: str) -> None:
    page = (
        f"<h1>Bees came to town</h1><p>By Rudaw 22/7/2017</p><p>{opening} and so on for a while.</p><p>More of it.</p>"
    )
    article = extract_article(page, url=URL, fetched_at="2018-01-01T00:00:00Z")  # by backtracking it took minutes
    assert article.dateline is None
    assert opening[:5] in (article.body or "")
