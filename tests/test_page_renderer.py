"""The invented pages themselves: no style loses a word, and the model gives back a real page line by line."""

import re
import unicodedata

import lxml.html
import pytest

from tests.pages.capture import capture_content, load_captures
from tests.pages.compare import differences
from tests.pages.content import Content
from tests.pages.expected import expected_record
from tests.pages.plaintext import to_text
from tests.pages.render import render
from tests.pages.store import content_names, load_content
from tests.pages.style import CHOICES, NAMED, DomStyle, fair, random_style

CAPTURES = {capture.name: capture for capture in load_captures()}
CODECS = {"utf-8-sig": "utf-8-sig", "utf-16": "utf-16"}
needs_captures = pytest.mark.skipif(not CAPTURES, reason="the real pages are not beside this checkout")


def visible(content: Content, style: DomStyle) -> str:
    """The page's text without any white space, as lxml alone sees it."""
    page = render(content, style)
    markup = page.content.decode(CODECS.get(style.encoding, style.encoding))
    tree = lxml.html.document_fromstring(re.sub(r"<!DOCTYPE[^>]*>", "", markup, flags=re.IGNORECASE))
    for hidden in tree.xpath(
        "//head|//script|//template|//*//comment()|//*[@hidden]|//*[contains(@style,'hidden')]|//*[@class='x']"
    ):
        hidden.drop_tree()
    return squeeze(tree.text_content())


def squeeze(text: str) -> str:
    return re.sub(r"\s+", "", unicodedata.normalize("NFC", text))


def words(content: Content) -> list[str]:
    by = content.byline
    found = [content.headline, *([by.printed or "", by.date] if by else [])]
    found += [block.picture.printed if block.picture else block.text for block in content.blocks]
    found += [*content.tags, *(link.text for link in content.related)]
    for comment in content.comments:
        found += [comment.author or "", comment.date_raw, *comment.lines]
    for group in content.side_groups:
        found += [group.headline.text, *(c.text for c in group.comments), *(c.date_raw for c in group.comments)]
    return [squeeze(text) for text in found]


@pytest.mark.parametrize("style", [fair(s) for s in (*NAMED, *map(random_style, range(12)))], ids=lambda s: s.name)
def test_no_style_loses_a_word(style: DomStyle) -> None:
    for name in content_names():
        content = load_content(name)
        text = visible(content, style)
        lost = [word for word in words(content) if word not in text]
        assert not lost, f"{name} in {style.name} lost {lost[:3]}"


@pytest.mark.parametrize("style", [fair(s) for s in NAMED], ids=lambda s: s.name)
def test_the_body_keeps_its_order(style: DomStyle) -> None:
    for name in content_names():
        content = load_content(name)
        text = visible(content, style)
        places = [text.rindex(squeeze(b.text)) for b in content.blocks if b.kind == "paragraph"]
        assert places == sorted(places), f"{name} in {style.name}"


def test_the_same_choices_give_the_same_bytes() -> None:
    content = load_content("english-dam")
    for style in NAMED:
        assert render(content, style).content == render(content, style).content


def test_the_styles_are_unlike_each_other() -> None:
    """Every option of every choice is used by some named style or by one of the first random ones."""
    styles = [fair(style) for style in (*NAMED, *map(random_style, range(40)))]
    for name, options in CHOICES.items():
        assert {getattr(style, name) for style in styles} == set(options), name
    assert len({style.name for style in NAMED}) == len(NAMED) >= 12


@pytest.mark.parametrize("name", content_names())
def test_contents_are_sound(name: str) -> None:
    """Text as the contract wants it: composed, folded, nothing empty; the hand-made quotations stand in the body."""
    content = load_content(name)
    text = to_text(content)
    assert unicodedata.is_normalized("NFC", text)
    for word in words(content):
        assert unicodedata.is_normalized("NFC", word)
    for block in content.blocks:
        line = block.picture.printed if block.picture else block.text
        assert line == " ".join(line.split()) != ""
    record = expected_record(content)
    day, month, year = (record["id"].split("/")[-1][a:b] for a, b in ((0, 2), (2, 4), (4, 8)))
    assert record["date_published"] == f"{year}-{month}-{day}"
    for quote in record.get("quotes", []):
        assert quote["start"] < quote["end"] <= len(record["body"])
    if content.dateline and not content.dateline_line:
        assert record["body"].startswith(content.dateline)


@needs_captures
@pytest.mark.parametrize("name", CAPTURES)
def test_a_real_page_fits_the_model(name: str) -> None:
    """The model's plain text has the lines of the real page, and its own record is the one read by hand."""
    capture = CAPTURES[name]
    content = capture_content(capture)
    assert lines(to_text(content)) == lines(capture.text)
    content.known = {}
    by_hand = frozenset({"quotes", "date_published_source", "datetime_published"})
    assert differences(capture.record, expected_record(content), by_hand) == []


def lines(text: str) -> list[str]:
    """Lines that hold something; space around bars is a matter of taste."""
    found = (" ".join(line.replace("|", " | ").split()) for line in text.splitlines())
    return [line for line in found if line]
