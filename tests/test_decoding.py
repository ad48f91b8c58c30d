"""Bytes to text: labels are believed only where the bytes agree."""

from __future__ import annotations

import pytest

from rudaw_scraper.decoding import MAX_BYTES, to_utf8
from rudaw_scraper.errors import BinaryContent, EmptyPage, PageTooLarge

ARABIC = "قال النجار إن الباب لن يفتح قبل المساء"
TURKISH = "Çiftçi ağacın gölgesinde dinlenirken şarkı söyledi, ışık söndü"
ENGLISH = "The “old” mill – closed since 1990 – isn’t for sale"


def page(text: str, encoding: str, label: str | None = None) -> bytes:
    meta = f'<meta charset="{label}">' if label else ""
    return f"<html><head>{meta}</head><body><p>{text}</p></body></html>".encode(encoding)


@pytest.mark.parametrize(
    ("text", "encoding", "meta", "header", "language"),
    [
        (ARABIC, "windows-1256", None, "text/html; charset=windows-1256", "ar"),
        (ARABIC, "windows-1256", "windows-1256", "text/html", "ar"),
        (ARABIC, "windows-1256", None, "text/html", "ar"),  # no label
        (ARABIC, "windows-1256", "utf-8", "text/html; charset=utf-8", "ar"),  # wrong label
        (ARABIC, "windows-1256", "iso-8859-1", "text/html", "ar"),  # wrong label
        (ARABIC, "utf-8", "windows-1256", "text/html; charset=windows-1256", "ar"),  # wrong label
        (ARABIC, "utf-16", None, "text/html", "ar"),
        (ARABIC, "utf-16-le", None, "text/html", "ar"),  # no byte order mark
        (ARABIC, "utf-16-be", None, "text/html", "ar"),
        (ARABIC, "utf-8-sig", None, "text/html", "ar"),
        (TURKISH, "windows-1254", "windows-1254", "text/html", "tr"),
        (TURKISH, "windows-1254", None, "text/html", "tr"),
        (TURKISH, "windows-1254", "windows-1256", "text/html", "tr"),  # wrong label
        (TURKISH, "windows-1254", None, "text/html; charset=iso-8859-9", "tr"),  # as browsers read it
        (ENGLISH, "windows-1252", "iso-8859-1", "text/html", "en"),  # as browsers read it
        (f"{ENGLISH} {ARABIC}", "windows-1256", "windows-1256", "text/html", "en"),  # a comment in Arabic
    ],
)
def test_the_text_comes_out_whatever_the_label(
    text: str, encoding: str, meta: str | None, header: str, language: str
) -> None:
    assert text in to_utf8(page(text, encoding, meta), header, language).decode()


def test_a_few_broken_bytes_cost_only_themselves() -> None:
    content = page(ARABIC * 20, "utf-8") + b"\xff\xfe"
    assert ARABIC in to_utf8(content, "text/html", "ar").decode()


def test_control_characters_and_byte_order_marks_go() -> None:
    assert to_utf8(b"\xef\xbb\xbf<p>a\0b\x0bc</p>", "text/html", "en") == b"<p>abc</p>"


@pytest.mark.parametrize("content", [b"", b" \n\t", b"\xef\xbb\xbf", ""])
def test_nothing_is_empty(content: bytes | str) -> None:
    with pytest.raises(EmptyPage):
        to_utf8(content, "text/html", "en")


@pytest.mark.parametrize(
    "content",
    [b"\x89PNG\r\n\x1a\n" + b"x" * 50, b"%PDF-1.7", b"\x1f\x8b\x08\0", bytes(range(32)) * 40, b"a\0\0\0\0\0" * 99],
)
def test_binary_is_said_to_be_binary(content: bytes) -> None:
    with pytest.raises(BinaryContent):
        to_utf8(content, "text/html", "en")


def test_a_huge_page_is_not_read() -> None:
    with pytest.raises(PageTooLarge, match="8,388,609 bytes"):
        to_utf8(b"a" * (MAX_BYTES + 1), "text/html", "en")


@pytest.mark.parametrize("label", [None, "utf-8", "windows-1256"])
def test_a_page_cut_off_in_the_middle_of_a_letter_is_utf8_whatever_scripts_it_mixes(label: str | None) -> None:
    switcher = "كوردى | Kurdî | English | Türkçe | عربي" * 4
    cut = page(f"{switcher} {ENGLISH} {switcher} ع", "utf-8", label).split("ع</p>".encode())[0] + "ع".encode()[:1]
    text = to_utf8(cut, "text/html", "en").decode()
    assert ENGLISH in text
    assert switcher in text
