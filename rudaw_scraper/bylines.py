"""The byline and its date: the line that anchors a classic page."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from rudaw_scraper.captions import follows_picture, is_captioned
from rudaw_scraper.datelines import own_line_dateline
from rudaw_scraper.dates.parse import readings
from rudaw_scraper.editions import EDITIONS, Edition
from rudaw_scraper.headings import headline_pointed_out, reads_as_deck
from rudaw_scraper.labels import Label
from rudaw_scraper.letters import letters_key
from rudaw_scraper.outline import DateMark, Outline, is_linked, is_sentence
from rudaw_scraper.sections import is_row_of_sections, is_section, section_in
from rudaw_scraper.text import ends_sentence
from rudaw_scraper.walk_tables import bits_of

_LONGEST_BYLINE: Final = 160  # characters
_MOST_WORDS: Final = 7  # of names without a lead-in
_MOST_NAME_WORDS: Final = 4  # of one name without a lead-in, where nothing else tells that it is one
_FULL_NAME: Final = 2  # words
_HEAD: Final = 4  # lines from the headline to the byline
_HANDLE: Final = re.compile(r"\s*\(?@\w+\)?")
_INITIAL: Final = re.compile(r"(?:^|[\s.])[^\W\d_]$")  # a name may end in one, with its full stop
_BRACKETS: Final = re.compile(r"\s*[(\[][^)\]]*[)\]]\s*$")
_NEEDED: Final = 5  # points that make a byline; see _points
_SURE: Final = 12  # points of a lead-in and the address's day: no line further below is more byline-like
_OPENS_TEXT: Final = 2  # points for standing between headline and text
_BELOW_TEXT: Final = 4  # points lost for standing below another byline and its text
_OF_ANOTHER: Final = 4  # points lost for being the date alone of another article
_AROUND: Final = 6  # lines
_FURTHER: Final = 20  # lines, labels among them
_ANNOUNCING: Final = frozenset(map(letters_key, ("Date", "Published", "Posted", "on", "at")))  # that a date follows
_MAIN_HEADING: Final = bits_of("h1")
_BETWEEN_NAMES: Final = r"\s*[,،;/|]\s*"


class Byline:
    """A byline found: the lines it takes (first, last), its text without the date, and the date as printed."""

    __slots__ = ("date_raw", "first", "last", "text")

    def __init__(self, first: int, last: int, text: str | None, date_raw: str | None) -> None:
        self.first = first
        self.last = last
        self.text = text
        self.date_raw = date_raw


def find_byline(outline: Outline, start: int, stop: int, skipped: range | None = None) -> Byline | None:
    """Return the byline in the given range of lines: the most byline-like line, the earliest of equals.

    Lines ``skipped`` are known to be a list amid the page.
    """
    best: Byline | None = None
    best_points = _NEEDED - 1
    edition = outline.document.address.edition
    sentences = 0  # lines of running text below the best line so far
    for index in range(start, stop):
        if best is not None and best_points >= _SURE and index > best.last + _AROUND:
            break
        if skipped is not None and index in skipped:
            continue
        text = outline.lines[index].text
        sentences += is_sentence(text)
        if len(text) > _LONGEST_BYLINE or outline.labels[index] not in (None, Label.PUBLISHED):
            continue
        if text.count("|") > 1 and not _leads_in(outline, index, edition):
            continue
        found = _candidate(outline, index, edition)
        if found is None:
            continue
        above = start if skipped is None or index < skipped.stop else skipped.stop
        points = _points(outline, found, edition, above)
        if best is not None and sentences > 1:
            points -= _BELOW_TEXT  # a comment's
        if points > best_points:
            best, best_points, sentences = found, points, 0
    return best


def split_authors(byline: str | None, edition: Edition) -> list[str]:
    """Return the names in a byline: without lead-in, role, brackets or @handle, in printed order, each once."""
    if not byline:
        return []
    text = _BRACKETS.sub("", _HANDLE.sub("", byline)).strip()
    lead_in = _LEAD_IN[edition.name].match(text)
    if lead_in:
        text = text[lead_in.end() :]
    text = _ending_pattern(edition.name).sub("", text)
    names: list[str] = []
    for part in _joiner_pattern(edition.name).split(text):
        name = part.strip(" \t-–—:.•·")
        if _INITIAL.search(name) and part.rstrip().endswith("."):
            name += "."
        for one in _parted(name, edition):
            if one and not _is_role(one, edition) and one not in names:
                names.append(one)
    return names


def _parted(name: str, edition: Edition) -> list[str]:
    """Return the names in a text that may hold two, "and" being the first letter of the second (Arabic "و")."""
    joiner = edition.prefixed_joiner
    if not joiner or f" {joiner}" not in name:
        return [name]
    names: list[str] = []
    words = name.split()
    at = 1
    while at < len(words):
        if words[at].startswith(joiner) and letters_key(words[at]) not in _like_joined(edition.name):
            first, second = " ".join(words[:at]), " ".join(words[at:])[len(joiner) :]
            full = at >= _FULL_NAME and len(words) - at >= _FULL_NAME
            if full or _is_agency(first, edition) or _is_agency(second, edition):
                names.append(first)
                words = second.split()
                at = 0
        at += 1
    return [*names, " ".join(words)] if names else [name]


def _candidate(outline: Outline, index: int, edition: Edition) -> Byline | None:
    text = outline.lines[index].text
    mark = outline.mark(index)
    has_lead_in = _leads_in(outline, index, edition)
    if mark is not None and not mark.listed:
        return _with_date(outline, index, mark, edition, has_lead_in=has_lead_in)
    if has_lead_in and mark is None:
        for later in (index + 1, index + 2):
            following = outline.mark(later) if later < len(outline.lines) else None
            if following is not None and not _name_of(following) and not following.after:
                return Byline(index, later, text, following.raw)
        return Byline(index, index, text, None)
    return None


def _with_date(outline: Outline, index: int, mark: DateMark, edition: Edition, *, has_lead_in: bool) -> Byline | None:
    name = _name_of(mark)
    if name:
        named = has_lead_in or len(name.split()) <= _MOST_WORDS
        return Byline(index, index, name, mark.raw) if named and not mark.after else None
    if mark.after:
        starts_with_name = _LEAD_IN[edition.name].match(mark.after)
        return Byline(index, index, mark.after, mark.raw) if starts_with_name else None
    for neighbour in (index - 1, index + 1):
        if 0 <= neighbour < len(outline.lines) and outline.mark(neighbour) is None:
            text = outline.lines[neighbour].text
            if len(text) <= _LONGEST_BYLINE and _leads_in(outline, neighbour, edition):
                return Byline(min(index, neighbour), max(index, neighbour), text, mark.raw)
    above = outline.lines[index - 1].text if index > 0 and outline.labels[index - 1] is None else ""
    if above and (_is_agency(above, edition) or _is_name_below_headline(outline, index - 1)):
        return Byline(index - 1, index, above, mark.raw)
    below = outline.lines[index + 1].text if index + 1 < len(outline.lines) else ""
    if own_line_dateline(below, edition.name) is not None and not _is_agency(below, edition):
        below = ""
    if below and (_is_agency(below, edition) or _is_name_beside(outline, index, index + 1)):
        return Byline(index, index + 1, below, mark.raw)
    return Byline(index, index, None, mark.raw)


def _leads_in(outline: Outline, index: int, edition: Edition) -> bool:
    """Tell whether a line begins as a byline does; a headline may too ("By the river"), right below its section."""
    text = outline.lines[index].text
    match = _LEAD_IN[edition.name].match(text) if text[:1].lower() in _LEAD_IN_LETTERS[edition.name] else None
    if match is None:
        return text.endswith(_ENDINGS[edition.name]) and not is_sentence(text)
    if not text[match.end() :][:1].islower():
        return True
    return not _is_main_heading(outline, index) and not (index > 0 and is_section(outline, index - 1))


def _is_agency(text: str, edition: Edition) -> bool:
    return letters_key(text) in _agencies(edition.name)


def _is_name_below_headline(outline: Outline, index: int) -> bool:
    """Tell whether a line of a few words is a name: the headline stands above it."""
    lines = outline.lines
    text = lines[index].text
    if len(text.split()) > _MOST_WORDS or outline.mark(index) is not None or leads_to_another(outline, index):
        return False
    pointed = headline_pointed_out(outline, max(0, index - _HEAD), index + 1)
    if pointed is not None:
        return pointed < index and not _is_main_heading(outline, index)
    if len(text.split()) > _MOST_NAME_WORDS or ends_sentence(text):
        return False
    above = next((at for at in reversed(range(max(0, index - 2), index)) if not reads_as_deck(lines[at].text)), None)
    if above is None or outline.labels[above] is not None or section_in(outline, above) is not None:
        return False
    if is_row_of_sections(outline, above):
        return False
    return len(lines[above].text) > len(text)


def _is_name_beside(outline: Outline, date_at: int, index: int) -> bool:
    """Tell whether a line of a few words below a date is a name: both stand in one element, below the main heading."""
    date, line = outline.lines[date_at].block, outline.lines[index].block
    if date is None or line is None or date.getparent() is not line.getparent():
        return False
    text = outline.lines[index].text
    if not (0 < len(text.split()) <= _MOST_NAME_WORDS) or ends_sentence(text) or outline.labels[index]:
        return False
    if outline.mark(index) is not None or is_captioned(outline, index) or follows_picture(outline, index):
        return False
    repeated = index + 1 < len(outline.lines) and outline.lines[index + 1].text == text
    return not repeated and date_at > 0 and _is_main_heading(outline, date_at - 1)


def _name_of(mark: DateMark) -> str:
    """Return the words before a date unless they only say that a date follows."""
    return "" if letters_key(mark.before) in _ANNOUNCING else mark.before


def _points(outline: Outline, found: Byline, edition: Edition, start: int) -> int:
    """Weigh what speaks for a byline: lead-in, date, agreement with the address, the headline before it."""
    points = 0
    if found.text is not None:
        if _LEAD_IN[edition.name].match(found.text):
            points += 5
        elif _LEAD_IN["english"].match(found.text) or _is_agency(found.text, edition):
            points += 2
    else:
        of_another = found.first > 0 and leads_to_another(outline, found.first - 1)
        points -= _OF_ANOTHER if of_another else 1  # of equals one with a name
    if found.date_raw is None:
        points -= 2
    else:
        points += 3
        day = outline.document.address.day
        days = [
            reading.day
            for reading in readings(
                found.date_raw, language=outline.language, captured_at=outline.document.page.fetched_at
            )
        ]
        if day is not None and days:
            points += 4 if day in days else 1 if min(abs((d - day).days) for d in days) <= 1 else -2
    for index in range(found.first, found.last + 1):
        mark = outline.mark(index)
        if mark is not None and mark.piped:
            points -= 3
        if mark is not None and mark.clocked and mark.piped:
            points -= 3
    if any(_is_main_heading(outline, index) for index in range(max(0, found.first - 6), found.first)):
        points += 4
    return points + (_OPENS_TEXT if _opens_text(outline, found, start) else 0)


def leads_to_another(outline: Outline, index: int) -> bool:
    """Tell whether a line is a link to another article."""
    line = outline.lines[index]
    return is_linked(line) and any(outline.document.leads_to_another(href) for _, href in line.links())


def _opens_text(outline: Outline, found: Byline, start: int) -> bool:
    """Tell whether running text stands below a byline and none, but for a deck, above it from line ``start`` on."""
    lines = outline.lines
    above = sum(is_sentence(lines[i].text) for i in range(max(start, found.first - _AROUND), found.first))
    if above > 1:
        return False
    below = range(found.last + 1, min(len(lines), found.last + 1 + _FURTHER))
    near = [index for index in below if outline.labels[index] is None][:_AROUND]  # a share bar may stand between
    return any(is_sentence(lines[i].text) for i in near)


def _is_main_heading(outline: Outline, index: int) -> bool:
    return bool(outline.lines[index].around & _MAIN_HEADING)


def _is_role(name: str, edition: Edition) -> bool:
    key = letters_key(name)
    return any(key == role or key.startswith(f"{role} ") for role in map(letters_key, edition.roles))


@lru_cache(maxsize=len(EDITIONS))
def _agencies(edition_name: str) -> frozenset[str]:
    return frozenset(map(letters_key, (*EDITIONS[edition_name].agency_names, *EDITIONS["english"].agency_names)))


@lru_cache(maxsize=len(EDITIONS))
def _like_joined(edition_name: str) -> frozenset[str]:
    return frozenset(map(letters_key, EDITIONS[edition_name].names_like_joined))


@lru_cache(maxsize=len(EDITIONS))
def _ending_pattern(edition_name: str) -> re.Pattern[str]:
    endings = "|".join(map(re.escape, EDITIONS[edition_name].byline_endings))
    return re.compile(rf"(?:\s+(?:{endings}))+\s*$" if endings else r"(?!)", re.IGNORECASE)


@lru_cache(maxsize=len(EDITIONS))
def _joiner_pattern(edition_name: str) -> re.Pattern[str]:
    joiners = [rf"\s+{re.escape(joiner)}\s+" for joiner in EDITIONS[edition_name].name_joiners]
    return re.compile("|".join((*joiners, _BETWEEN_NAMES)))


def _lead_in_letters(edition_name: str) -> frozenset[str]:
    """Return the first letters of the lead-ins, small."""
    letters = {phrase[0].lower() for phrase in EDITIONS[edition_name].byline_lead_ins}
    return frozenset(letters | {"ı", "i\u0307"} if "i" in letters else letters)


def _lead_in_pattern(edition_name: str) -> re.Pattern[str]:
    phrases = sorted(EDITIONS[edition_name].byline_lead_ins, key=len, reverse=True)
    return re.compile(r"\s*(?:{})(?:\s*[:：]\s*|\s+)(?=\S)".format("|".join(map(re.escape, phrases))), re.IGNORECASE)


# By edition; asked of each line.
_LEAD_IN: Final = {name: _lead_in_pattern(name) for name in EDITIONS}
_LEAD_IN_LETTERS: Final = {name: _lead_in_letters(name) for name in EDITIONS}
_ENDINGS: Final = {name: tuple(f" {ending}" for ending in row.byline_endings) for name, row in EDITIONS.items()}
