"""From the bytes of a page to its text.

The label of a page is often missing or wrong, so it is believed only where the bytes agree with it. Order: byte
order mark; UTF-8 if the bytes are that; UTF-16 by its pattern of zeros; then the encodings named by the HTTP header
and by the page, and those in which the edition's language was usually written, the first whose letters fit the
edition; at last detection.
"""

from __future__ import annotations

import re

from w3lib.encoding import (
    html_body_declared_encoding,
    http_content_type_encoding,
    read_bom,
    resolve_encoding,
)

from rudaw_scraper.byte_signs import is_clean
from rudaw_scraper.errors import BinaryContent, EmptyPage, PageTooLarge
from rudaw_scraper.text import drop_controls

MAX_BYTES = 8 * 1024 * 1024  # bytes; the largest page of the site seen was under one megabyte
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_SAMPLE = 16_384  # bytes that suffice to judge an encoding by
_MAGIC = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"%PDF", b"\x1f\x8b", b"PK\x03\x04", b"\x28\xb5\x2f\xfd", b"RIFF")
_MOST_CONTROLS = 0.02  # share of control bytes above which bytes are no text
_LEGACY = {"en": "cp1252", "kmr": "cp1254", "tr": "cp1254", "ckb": "cp1256", "ar": "cp1256"}
_TYPOGRAPHY = "–—‘’“”„«»‹›…•·©®™°€£§\u00a0\u00ad\u200c\u200d\u200e\u200f"
_ARABIC = re.compile(r"[\u0600-\u06ff\ufb50-\ufdff\ufe70-\ufefc]")
_LATIN = re.compile(r"[ÇçĞğİıÖöŞşÜüÊêÎîÛûÂâÄäßÉéÈèÀàÁáÍíÓóÚúÑñŠšŽž]")
_ANY_SCRIPT = {True: re.compile(f"{_ARABIC.pattern}|{_LATIN.pattern}"), False: _LATIN}
_ASCII = re.compile(r"[\x00-\x7f]+")
_FITS, _HARDLY_FITS = 0.95, 0.5  # shares of fitting letters
_FEWEST_WHOLE = 4  # characters beyond ASCII to each broken one
_LONG_SAMPLE = 262_144  # bytes; markup can put most of the text late in the page
_LETTERS = {"en": _LATIN, "kmr": _LATIN, "tr": _LATIN, "ckb": _ARABIC, "ar": _ARABIC}


def to_utf8(content: bytes | str, content_type: str, language: str) -> bytes:
    """Return the page as UTF-8 bytes without a byte order mark and without control characters.

    ``language`` is the edition's (BCP 47), used to judge what the letters should be. Raises :class:`EmptyPage`,
    :class:`BinaryContent` or :class:`PageTooLarge`.
    """
    if isinstance(content, str):
        utf8, cleaned = content.encode("utf-8", "replace"), False
    else:
        if len(content) > MAX_BYTES:
            raise PageTooLarge(f"the page has {len(content):,} bytes; at most {MAX_BYTES:,} are read")
        if content.startswith(_MAGIC):
            raise BinaryContent("the bytes are those of a picture, a PDF or an archive, not of a page")
        cleaned = is_clean(content)
        utf8 = content if cleaned else _recoded(content, content_type, language)
    utf8 = utf8.removeprefix(_BYTE_ORDER_MARK)
    clean = utf8 if cleaned else drop_controls(utf8)
    if len(utf8) - len(clean) > max(16, _MOST_CONTROLS * len(utf8)):
        raise BinaryContent("the bytes are not text: too many control characters")
    if not clean or clean.isspace():
        raise EmptyPage("the page has no content")
    if len(clean) > MAX_BYTES:
        raise PageTooLarge(f"the page has {len(clean):,} bytes; at most {MAX_BYTES:,} are read")
    return clean


def _recoded(content: bytes, content_type: str, language: str) -> bytes:
    bom_encoding, bom = read_bom(content)
    if bom_encoding is not None and bom is not None:
        return content[len(bom) :].decode(bom_encoding, "replace").encode("utf-8", "replace")
    if content.isascii() and 0 not in content[:_SAMPLE]:
        return content
    zeros = content.count(0, 0, _SAMPLE)
    if zeros * 5 > min(len(content), _SAMPLE):
        encoding = _wide_encoding(content[:_SAMPLE])
        return content.decode(encoding, "replace").encode("utf-8", "replace")
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        text = _damaged_utf8(content) or _decode_legacy(content, content_type, language)
        return text.encode("utf-8", "replace")
    return content


def _damaged_utf8(content: bytes) -> str | None:
    """Return the text of bytes that are UTF-8 but for a few, as of a page cut off; in no other encoding so many fit."""
    text = content.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    return text if _FEWEST_WHOLE * broken <= len(_ASCII.sub("", text)) - broken else None


def _wide_encoding(sample: bytes) -> str:
    """Tell the byte order of UTF-16 (or UTF-32) from where its zeros stand; Raises BinaryContent if nowhere."""
    if b"\0\0\0" in sample[:8]:
        return "utf-32-be" if sample[0] == 0 else "utf-32-le"
    first, second = sample[::2].count(0), sample[1::2].count(0)
    if max(first, second) < 4 * min(first, second):
        raise BinaryContent("the bytes are not text: zeros all over")
    return "utf-16-be" if first > second else "utf-16-le"


def _decode_legacy(content: bytes, content_type: str, language: str) -> str:
    """Decode bytes that are no UTF-8 by the first encoding whose letters are those of the edition.

    Where none fits, the page may be in another script than its edition (readers' comments are): then a label is
    believed if it gives letters at all.
    """
    labels = (http_content_type_encoding(content_type), html_body_declared_encoding(content))
    named = [encoding for label in labels if label and (encoding := resolve_encoding(label))]
    candidates = dict.fromkeys(["utf-8", *named, _LEGACY[language], *_LEGACY.values()])
    shares = {encoding: _share(_LETTERS[language], content, encoding) for encoding in candidates}
    fitting = [encoding for encoding in candidates if shares[encoding] >= _FITS]
    fitting += [encoding for encoding in named if _share(_ANY_SCRIPT[encoding == "cp1256"], content, encoding) >= _FITS]
    best = fitting[0] if fitting else max(candidates, key=shares.__getitem__)
    if shares[best] < _HARDLY_FITS and not fitting:
        from charset_normalizer import from_bytes  # takes a while to load, and few pages need it

        match = from_bytes(content[:_SAMPLE]).best()
        best = match.encoding if match is not None else best
    return content.decode(best, "replace")


def _share(letters: re.Pattern[str], content: bytes, encoding: str) -> float:
    """Return which share of the non-ASCII characters are such letters or usual typography."""
    others = _ASCII.sub("", content[:_LONG_SAMPLE].decode(encoding, "replace"))
    if not others:
        return 0.0
    return (len(letters.findall(others)) + sum(map(others.count, _TYPOGRAPHY))) / len(others)
