"""The head of an article: section label, headline, and a deck between headline and byline."""

from __future__ import annotations

from typing import Final
from urllib.parse import urlsplit

from rudaw_scraper.blocks import Line
from rudaw_scraper.captions import has_credit, has_picture, is_captioned
from rudaw_scraper.editions import HOUSE_KEYS
from rudaw_scraper.letters import fold, letters_key
from rudaw_scraper.outline import Outline, common_ancestor, is_sentence
from rudaw_scraper.sections import (
    LONGEST_SECTION,
    in_menu,
    is_row_of_sections,
    is_section,
    last_crumb,
    names_of_section,
    section_in,
)
from rudaw_scraper.text import ends_sentence
from rudaw_scraper.walk_tables import BLANK_LINE

_REACH: Final = 10  # lines above the byline among which the headline is looked for
_SECTION_REACH: Final = 5  # lines above the headline among which the section is looked for
_SHORTEST_DECK: Final = 30  # characters
_LONGEST_UNKNOWN_SECTION: Final = 30
_TITLE_NAMES_LINE: Final = 8  # letters; a shorter line may stand in a title by chance
_FEW_WORDS: Final = 2  # of a section's name, which may stand there twice
_CAPTION_REACH: Final = 3  # lines above the headline among which the caption of a picture there can stand
_NEAR: Final = 3  # lines from a heading other than h1 to the byline
_MOST_HEADLINE_LINES: Final = 3
_HEADINGS: Final = ("h1", "h2", "h3", "h4", "h5", "h6")


class Heading:
    """Lines of the headline (first, last), its text, that of the deck below it, and the lines of captions there."""

    __slots__ = ("captions", "first", "headline", "last", "summary")

    def __init__(self, first: int, last: int, headline: str, summary: str | None, captions: list[int]) -> None:
        self.first = first
        self.last = last
        self.headline = headline
        self.summary = summary
        self.captions = captions


def find_heading(outline: Outline, byline_first: int | None, floor: int = 0) -> Heading | None:
    """Return the headline above the byline; with no byline, the one that markup or title point out.

    Lines before ``floor`` are known to be something else.
    """
    if byline_first is None:
        pointed = headline_pointed_out(outline, 0, len(outline.lines))
        return None if pointed is None else _heading(outline, pointed, pointed)
    start = max(floor, byline_first - _REACH)
    pointed = headline_pointed_out(outline, start, byline_first)
    if pointed is not None:
        return _heading(outline, pointed, byline_first)
    unlabelled = [
        index
        for index in range(start, byline_first)
        if outline.labels[index] is None and not is_row_of_sections(outline, index)
    ]
    captions = _captions_among(outline, unlabelled)
    usable = [index for index in unlabelled if index not in captions] or unlabelled
    if not usable:
        return None
    below_section = [index for index in usable[:-1] if is_section(outline, index)]
    if below_section:
        first = next(index for index in usable if index > below_section[-1])
    else:
        titles = [index for index in usable if section_in(outline, index) is None]
        first = next((i for i in reversed(titles) if not reads_as_deck(outline.lines[i].text)), usable[-1])
        while first - 1 in titles and _fills_block(outline, first - 1, first, byline_first):
            first -= 1
    return _heading(outline, first, byline_first)


def headline_pointed_out(outline: Outline, start: int, stop: int) -> int | None:
    """Return the line that the page's title, or else the highest heading element, says is the headline."""
    lines = outline.lines
    for title in _page_titles(outline):
        for index in reversed(range(start, stop)):
            key = letters_key(lines[index].text)
            if _names(title, key) and outline.labels[index] is None and not is_section(outline, index):
                return _first_of_run(outline, index, start, stop)
    if outline.document.markup is None:
        return None
    ranks = {index: rank for index in range(start, stop) if (rank := _rank(lines[index])) is not None}
    named = (index for index in ranks if letters_key(lines[index].text) not in HOUSE_KEYS)
    usable = [index for index in named if ranks[index] == 1 or _is_near_heading(outline, index, stop)]
    if not usable:
        return None
    highest = min(ranks[index] for index in usable)
    return _first_of_run(outline, max(index for index in usable if ranks[index] == highest), start, stop)


def _is_near_heading(outline: Outline, index: int, stop: int) -> bool:
    """Tell whether a lower heading stands just above a byline, with a deck between at most; boxes have such too."""
    if stop - index > _NEAR or outline.labels[index] is not None or section_in(outline, index) is not None:
        return False
    between = range(index + 1, stop)
    return all(outline.labels[at] is None and section_in(outline, at) is None for at in between)


def find_section(outline: Outline, headline_first: int, floor: int = 0) -> tuple[str, int] | None:
    """Return the section label above the headline, the innermost one, and its line; none above line ``floor``."""
    wanted = names_of_section(outline)
    start = max(floor, headline_first - _SECTION_REACH)
    above = [index for index in reversed(range(start, headline_first)) if not is_sentence(outline.lines[index].text)]
    others: list[tuple[str, int]] = []
    index = headline_first - 1
    unknown = index >= floor and section_in(outline, index) is None and _heads_article(outline, index)
    for index in above:
        section = section_in(outline, index)
        if section is None:
            continue
        if letters_key(section) in wanted and not (unknown and in_menu(outline, index)):
            return section, index
        if not in_menu(outline, index):
            others.append((section, index))
    if others and not (unknown and not wanted):
        return others[0]
    for index in above:
        linked = None if in_menu(outline, index) else _link_to_section(outline, index)
        if linked is not None:
            return linked, index
    if unknown:
        return last_crumb(outline.lines[headline_first - 1].text), headline_first - 1
    return None


def _heading(outline: Outline, first: int, stop: int) -> Heading:
    """Join the lines of one headline element; what stands between it and the byline is the deck."""
    lines = outline.lines
    last = first
    while last + 1 < stop and (_runs_on(lines[last], lines[last + 1]) or _fills_block(outline, first, last + 1, stop)):
        last += 1
    headline = " ".join(line.text for line in lines[first : last + 1])
    below = [index for index in range(last + 1, stop) if outline.labels[index] is None]
    captions = [index for index in below if _is_caption(outline, index, below)]  # their words may hold a date
    deck = [index for index in below if outline.mark(index) is None]
    above = [index for index in range(max(0, first - _CAPTION_REACH), first) if outline.labels[index] is None]
    captions += _captions_among(outline, above)
    sentences = [lines[i].text for i in deck if len(lines[i].text) > _SHORTEST_DECK and i not in captions]
    return Heading(first, last, headline, " ".join(sentences) or None, captions)


def _captions_among(outline: Outline, indices: list[int]) -> list[int]:
    """Return the captions among lines above the byline or the headline: at a picture or right below one's caption."""
    pictured = next((index for index in indices if has_picture(outline, index)), None)
    if pictured is None:
        return []
    near = [index for index in indices if pictured <= index < pictured + _CAPTION_REACH]
    return [index for index in near if _is_caption(outline, index, near)]


def _is_caption(outline: Outline, index: int, deck: list[int]) -> bool:
    """Tell whether a line between headline and byline is a caption: by its markup, its credit, or printed twice."""
    text = outline.lines[index].text
    if is_captioned(outline, index) or has_credit(text, outline.document.address.edition.name):
        return True
    return len(text.split()) > _FEW_WORDS and any(outline.lines[i].text == text for i in deck if i != index)


def _first_of_run(outline: Outline, index: int, start: int, stop: int) -> int:
    lines = outline.lines
    while index > start and _runs_on(lines[index - 1], lines[index]):
        index -= 1
    first = index
    while first > start and lines[first].gap == 0 and lines[first].block is lines[first - 1].block is not None:
        first -= 1
    return first if first < index and _fills_block(outline, first, first + 1, stop) else index


def _runs_on(line: Line, following: Line) -> bool:
    """Tell whether a headline goes on after a line break: in one inline element, or in a heading element."""
    if line.block is None or following.block is not line.block or following.gap != 0:
        return False
    if line.block.tag in _HEADINGS:
        return True
    one, other = line.runs()[-1][1], following.runs()[0][1]
    if one is None or other is None:
        return False
    shared = common_ancestor(one, other)
    if shared is None:
        return False
    return shared is not line.block and any(outer is line.block for outer in shared.iterancestors())


def _fills_block(outline: Outline, first: int, following: int, stop: int) -> bool:
    """Tell whether a line and its neighbours from ``first`` on are all of a block: a headline with line breaks."""
    lines = outline.lines
    block = lines[first].block
    if block is None or lines[following].block is not block or lines[following].gap != 0:
        return False
    last = following
    while last + 1 < len(lines) and lines[last + 1].block is block:
        last += 1
    if last >= stop or last - first + 1 > _MOST_HEADLINE_LINES or (first > 0 and lines[first - 1].inside(block)):
        return False
    if last + 1 < len(lines) and lines[last + 1].inside(block):
        return False
    said = range(first, last + 1)
    return all(
        outline.labels[at] is None and outline.mark(at) is None and not reads_as_deck(lines[at].text) for at in said
    )


def _rank(line: Line) -> int | None:
    """Return the rank of the heading element that a line stands in: 1 for ``h1``."""
    block = line.block
    if block is None or not line.around:
        return None
    heading = block if block.tag in _HEADINGS else next(block.iterancestors(*_HEADINGS), None)
    return None if heading is None else _HEADINGS.index(str(heading.tag)) + 1


def reads_as_deck(text: str) -> bool:
    """Tell whether a line in an article's head is a deck: a sentence with its full stop."""
    return len(text) > _SHORTEST_DECK and ends_sentence(text) and not text.endswith(("?", "؟", "!", "…"))


def _names(title: str, key: str) -> bool:
    """Tell whether a title, by its letters, is the line or the line with the site's name around it."""
    if len(key) <= _TITLE_NAMES_LINE:
        return bool(key) and title == key
    return title == key or (len(key) > 15 and (title.startswith(f"{key} ") or title.endswith(f" {key}")))


def _page_titles(outline: Outline) -> list[str]:
    markup = outline.document.markup
    if markup is None:
        return []
    titles = (markup.meta.get("og:title"), markup.title, markup.meta.get("twitter:title"))
    keys = [letters_key(fold(title)) for title in titles if title]
    return [key for key in keys if key not in HOUSE_KEYS]


def _heads_article(outline: Outline, index: int) -> bool:
    """Tell whether a line of unknown words can be the section's name: short, by the headline, apart from a menu."""
    lines = outline.lines
    line = lines[index]
    if (
        outline.labels[index] is not None
        or len(line.text) > _LONGEST_UNKNOWN_SECTION
        or outline.mark(index) is not None
    ):
        return False
    if ends_sentence(line.text) or not letters_key(line.text) or in_menu(outline, index):
        return False
    headline = lines[index + 1]
    if line.block is None or headline.block is None:
        below_menu = index > 0 and in_menu(outline, index - 1)
        return below_menu or (line.gap == BLANK_LINE and headline.gap == BLANK_LINE)
    box = common_ancestor(line.block, headline.block)
    before = lines[index - 1] if index > 0 else None
    return box is not None and (before is None or not before.inside(box))


def _link_to_section(outline: Outline, index: int) -> str | None:
    """Return the text of a line's link to the listing that the article's address lies in."""
    address = outline.document.address
    if len(outline.lines[index].text) > 3 * LONGEST_SECTION or not address.section_path:
        return None
    path = "/" + "/".join((address.edition.name, *address.section_path))
    for text, href in outline.lines[index].links():
        url = outline.document.absolute(href)
        if url is not None and urlsplit(url).path.rstrip("/") == path and len(text) <= LONGEST_SECTION:
            return text
    return None
