"""Picture captions: which lines are captions, and what of them is the credit."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache
from typing import Final

from rudaw_scraper.blocks import Picture
from rudaw_scraper.editions import EDITIONS, HOUSE_KEYS
from rudaw_scraper.letters import folding, letters_key
from rudaw_scraper.outline import Outline
from rudaw_scraper.record import Caption, CaptionPosition
from rudaw_scraper.text import ends_sentence
from rudaw_scraper.walk_tables import bits_of

_LONGEST_CAPTION: Final = 600  # characters
_LONGEST_BOXED: Final = 120  # characters, of a caption that only its box with the picture shows
_LONGEST_CREDIT: Final = 80
_CREDIT_REACH: Final = _LONGEST_CREDIT + 60  # characters from a text's end in which its credit's lead-in begins
_NO_COLON: Final = (" by", " of")  # lead-ins with these endings need no colon
_FEW_WORDS: Final = 2  # of a name of the site, or of an icon
_NEAR: Final = 3  # lines between a picture and its caption, at most
_CAPTIONED: Final = bits_of("figcaption", "caption")
_TRAILING: Final = " \t|–—-([,"


def split_credit(text: str, edition_name: str) -> tuple[str | None, str | None]:
    """Split a caption into its words and its credit, without the credit's lead-in ("Photo: AP" gives "AP").

    Either may be ``None``.
    """
    match = _credit_pattern(edition_name).search(text) if _may_have_credit(text, edition_name) else None
    if match is None:
        return text or None, None
    credit = match["credit"].strip().rstrip(")]").rstrip()
    if not ends_sentence(match["credit"]) or credit.count(".") > 1:
        return text[: match.start()].rstrip(_TRAILING) or None, credit or None
    return text[: match.start()].rstrip(_TRAILING) or None, credit.rstrip(".") or None


@lru_cache(maxsize=256)  # asked of each line of the article, by several readers
def has_credit(text: str, edition_name: str) -> bool:
    """Tell whether a line ends in a picture credit."""
    if len(text) > _LONGEST_CAPTION:
        return False
    if not _may_have_credit(text, edition_name):
        return False
    return _credit_pattern(edition_name).search(text, max(0, len(text) - _CREDIT_REACH)) is not None


def _may_have_credit(text: str, edition_name: str) -> bool:
    """Tell, at little cost, whether a line can end in a credit; nearly none does."""
    tail = _small(text[-_CREDIT_REACH:])
    with_colon, without = _lead_ins(edition_name)
    heads = [tail[:colon].rstrip() for colon in (tail.rfind(":"), tail.rfind("：")) if colon >= 0]
    return any(head.endswith(with_colon) for head in heads) or any(phrase in tail for phrase in without)


def is_captioned(outline: Outline, index: int) -> bool:
    """Tell whether markup says that the line is a caption: in a ``figcaption``, or the words of a near picture."""
    line = outline.lines[index]
    if line.block is None or len(line.text) > _LONGEST_CAPTION:
        return False
    if line.around & _CAPTIONED:
        return True
    key: str | None = None
    for picture in _near(outline, index):
        for words in picture.keys:
            if key is None:
                key = letters_key(line.text)
                if key in HOUSE_KEYS:
                    return False  # an author, near the site's logo
            if key == words or (len(key) > 20 and words.startswith(key)):
                return True
    return False


def is_boxed_with_picture(outline: Outline, index: int) -> bool:
    """Tell whether an element holds a picture, the short line below it in a block of its own, and nothing else."""
    lines = outline.lines
    block = lines[index].block
    pictures = pictures_above(outline, index) if block is not None and len(lines[index].text) <= _LONGEST_BOXED else []
    for picture in pictures:
        around = set(picture.element.iterancestors())
        box = None if block in around else next((each for each in lines[index].ancestors() if each in around), None)
        outside = [at for at in (index - 1, index + 1) if 0 <= at < len(lines)]
        if box is not None and all(not lines[at].inside(box) for at in outside):
            return True
    return False


def has_picture(outline: Outline, index: int) -> bool:
    """Tell whether a picture stands directly before or after the line."""
    return bool(_pictures(outline, index, index + 1))


def follows_picture(outline: Outline, index: int) -> bool:
    """Tell whether a picture stands directly before the line."""
    return bool(pictures_above(outline, index))


def pictures_above(outline: Outline, index: int) -> list[Picture]:
    """Return the pictures that stand directly before the line."""
    return _pictures(outline, index, index)


def make_caption(outline: Outline, index: int, position: CaptionPosition) -> Caption | None:
    """Return the caption in a line; ``None`` if it has neither words nor credit (a lone full stop)."""
    words, credit = split_credit(outline.lines[index].text, outline.document.address.edition.name)
    if words is not None and not letters_key(words):
        words = None
    if words is None and credit is None:
        return None
    return Caption(words, credit, _image_url(outline, index), position)


def unshown_caption(outline: Outline, first: int, last: int, shown: str) -> Caption | None:
    """Return the caption that a picture before one of the lines has in its own words only, without printing it.

    It ends in a credit or is both alternative text and title; words that are ``shown``, the headline, are none.
    """
    edition_name = outline.document.address.edition.name
    for picture in _pictures(outline, first, last):
        words = picture.words[0] if picture.words else ""
        twice = len(picture.words) > 1 and picture.words[1] == words and len(words.split()) > _FEW_WORDS
        if not (twice or has_credit(words, edition_name)) or letters_key(words) == letters_key(shown):
            continue
        text, credit = split_credit(words, edition_name)
        return Caption(text, credit, outline.document.absolute(picture.source), "lead")
    return None


def _image_url(outline: Outline, index: int) -> str | None:
    """Return the address of the picture that a caption belongs to: in its figure, else the nearest before it."""
    near = [picture for picture in _near(outline, index) if picture.source]
    if not near:
        return None
    key = letters_key(outline.lines[index].text)
    around = outline.lines[index].ancestors()

    def closeness(picture: Picture) -> tuple[bool, bool, int]:
        same_words = key in picture.keys
        figure = next((e for e in picture.element.iterancestors() if e.tag == "figure"), None)
        return (not same_words, figure not in around, abs(picture.index - index))

    return outline.document.absolute(min(near, key=closeness).source)


def _near(outline: Outline, index: int) -> list[Picture]:
    return _pictures(outline, index - _NEAR, index + 1 + _NEAR // 2)


def _pictures(outline: Outline, first: int, last: int) -> list[Picture]:
    """Return the pictures that stand before one of the given lines; a page may have thousands."""
    blocks = outline.document.blocks
    below = blocks.below_pictures
    if not below or below[-1] < first or below[0] > last:
        return []
    start = stop = bisect_left(below, first)
    while stop < len(below) and below[stop] <= last:
        stop += 1
    return blocks.pictures[start:stop]


@lru_cache(maxsize=len(EDITIONS))
def _lead_ins(edition_name: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the lead-ins of credits that need a colon, and those that don't, in small letters."""
    phrases = {*EDITIONS[edition_name].credit_lead_ins, *EDITIONS["english"].credit_lead_ins}
    free = {phrase for phrase in phrases if phrase.endswith(_NO_COLON)}
    return tuple([_small(phrase) for phrase in phrases - free]), tuple([_small(phrase) for phrase in free])


#: Returns a text in small letters, all forms of i as one: patterns without regard to case take them so, too.
_small: Final = folding({ord("İ"): "i", ord("ı"): "i", 0x307: None}, small=True)


@lru_cache(maxsize=len(EDITIONS))
def _credit_pattern(edition_name: str) -> re.Pattern[str]:
    phrases = {*EDITIONS[edition_name].credit_lead_ins, *EDITIONS["english"].credit_lead_ins}
    longest_first = sorted(phrases, key=len, reverse=True)
    with_colon = "|".join(re.escape(phrase) for phrase in longest_first if not phrase.endswith(_NO_COLON))
    without = "|".join(re.escape(phrase) for phrase in longest_first if phrase.endswith(_NO_COLON))
    return re.compile(
        rf"(?:(?<=[\s.!?؟،,;|()\[\]–—\"”'-])|^)(?:(?:{with_colon})\s*[:：]|(?:{without})\s*[:：]?(?=\s))\s*"
        rf"(?P<credit>[^:]{{1,{_LONGEST_CREDIT}}})$",
        re.IGNORECASE,
    )
