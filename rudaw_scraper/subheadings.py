"""Sub-headings: which of a body's paragraphs are headings of those below them.

Markup tells where it is used: a heading element, or bold throughout. Otherwise a sub-heading is a short line without a
full stop that stands alone between paragraphs.
"""

from __future__ import annotations

from typing import Final

from rudaw_scraper.blocks import Line
from rudaw_scraper.text import ends_sentence
from rudaw_scraper.walk_tables import bits_of

_LONGEST: Final = 130  # characters
_LONGEST_BARE: Final = 90  # without markup
_SHORT: Final = 45  # a longer one without markup must be short beside the paragraphs, too
_MOST_OF_USUAL: Final = 0.5  # of a paragraph's usual length
_LONGEST_TITLED: Final = 100  # for "Name: what was said." with its full stop
_LONGEST_QUESTION: Final = 60
_HEADINGS: Final = bits_of("h1", "h2", "h3", "h4", "h5", "h6")
_BOLD: Final = frozenset({"b", "strong"})
_LISTED: Final = frozenset({"li", "dd", "dt"})
_OPEN_ENDS: Final = (":", "،", ",", ";", "“", '"', "”", "»")


def find_subheadings(paragraphs: list[tuple[Line, str]]) -> set[int]:
    """Return the numbers of the paragraphs that are sub-headings, given the first line and the text of each."""
    set_apart = any(_is_set_apart(line, text) for line, text in paragraphs)
    interview = not set_apart or sum(text.endswith("?") and is_all_bold(line) for line, text in paragraphs) > 1
    speakers = sum(_speaks(text) for _, text in paragraphs)
    lengths = sorted([len(text) for _, text in paragraphs])
    usual = lengths[len(lengths) // 2] if lengths else 0
    found: set[int] = set()
    bare: set[int] = set()
    for number, (line, text) in enumerate(paragraphs[:-1]):
        if len(text) > _LONGEST:
            continue
        if _is_heading(line) or (number > 0 and is_all_bold(line) and not (interview and text.endswith("?"))):
            found.add(number)
        elif number > 0 and _is_bare(text, paragraphs[number + 1][1], speakers):
            short = len(text) <= max(_SHORT, _MOST_OF_USUAL * usual) or _speaks(text)
            if is_all_bold(line) or (short and not set_apart):
                bare.add(number)
    last = len(paragraphs) - 1
    for number in bare:
        line = paragraphs[number][0]
        listed = line.block is not None and line.block.tag in _LISTED and not is_all_bold(line)
        followed = number + 1 in bare or (number + 1 == last and _lacks_stop(paragraphs[last][1]))
        if not listed and not followed and number - 1 not in bare:
            found.add(number)
    return found


def _is_bare(text: str, following: str, speakers: int) -> bool:
    """Tell whether words alone make a line a sub-heading."""
    if _asks(text):
        return True
    if (
        _speaks(text)
        and _is_name(text.partition(":")[0])
        and speakers <= 2
        and len(text) <= _LONGEST_TITLED
        and len(following) > 2 * len(text)
    ):
        return True
    return len(text) <= _LONGEST_BARE and _lacks_stop(text)


def _lacks_stop(text: str) -> bool:
    return len(text) <= _LONGEST and not ends_sentence(text) and not text.endswith(_OPEN_ENDS)


def _is_set_apart(line: Line, text: str) -> bool:
    """Tell whether a line is a sub-heading by its markup; where one is, the others are too."""
    if len(text) > _LONGEST:
        return False
    return _is_heading(line) or (not ends_sentence(text) and not _speaks(text) and is_all_bold(line))


def _asks(text: str) -> bool:
    """Tell whether a line is a short question and nothing else."""
    return text.endswith(("?", "؟")) and len(text) <= _LONGEST_QUESTION and not any(c in text for c in '“”"«»:.')


def _speaks(text: str) -> bool:
    """Tell whether a short line has the form "Name: words", without quotation marks."""
    head, colon, rest = text.partition(":")
    return bool(colon and rest.strip()) and len(head.split()) <= 3 and not any(mark in rest for mark in '“”"«»')


def _is_name(text: str) -> bool:
    """Tell whether words are written as a name; in scripts without capitals nothing tells."""
    return all(word[:1].isupper() for word in text.split())


def _is_heading(line: Line) -> bool:
    return bool(line.around & _HEADINGS)


def is_all_bold(line: Line) -> bool:
    """Tell whether every run of a line is set in bold."""
    if line.block is None:
        return False
    for _, element in line.runs():
        while element is not None and element is not line.block and element.tag not in _BOLD:
            element = element.getparent()
        if element is None or element.tag not in _BOLD:
            return False
    return True
