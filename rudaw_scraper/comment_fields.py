"""Comments set as forms: ``Name: Azad``, ``Country: Germany``, ``Date: 22/7/2017``, in lines of their own or in one."""

from __future__ import annotations

from typing import Final

from rudaw_scraper.labels import LABEL_REACH, Label, label_of, labelled
from rudaw_scraper.letters import letters_key
from rudaw_scraper.outline import DateMark, Outline

_REACH: Final = 5  # lines from a name to the date
_ABOUT: Final = frozenset(
    letters_key(word)
    for word in (
        *("Country", "City", "Location", "From", "Place", "E-mail", "Email"),
        *("Welat", "Bajar", "Cih", "Ji"),
        *("وڵات", "شار", "شوێن"),
        *("البلد", "الدولة", "المدينة", "البريد الإلكتروني"),
        *("Ülke", "Şehir", "Yer", "E-posta"),
    )
)


def free_dates_of_fields(outline: Outline, start: int) -> None:
    """Read the lines below the field of a name as fields: the date loses its label, what tells of the writer gets one.

    Only lines that also carry a date below them, within a few lines, are such fields.
    """
    lines = outline.lines
    for index in range(start, len(lines)):
        if lines[index].text.find(":", 0, LABEL_REACH) < 0 or not _is_named(lines[index].text):
            continue
        about: list[int] = []
        for at in range(index + 1, min(index + 1 + _REACH, len(lines))):
            mark = outline.marks[at]
            if mark is not None:
                if outline.labels[at] is Label.PUBLISHED or label_of(mark.before) is Label.PUBLISHED:
                    outline.free([at])
                    outline.marks[at] = DateMark(
                        before="", raw=mark.raw, after=mark.after, count=None, piped=False, listed=False
                    )
                    for each in about:
                        outline.set_label(each, Label.COMMENT_ACTION)
                break
            if not is_about_writer(lines[at].text):
                break
            about.append(at)


def is_about_writer(text: str) -> bool:
    """Tell whether a line is a field that tells where a writer is from ("Country: Germany")."""
    head, colon, rest = text[:LABEL_REACH].partition(":")
    return bool(colon and rest) and letters_key(head) in _ABOUT


def name_of_fields(text: str) -> str | None:
    """Return the name of ``Name: Azad Country: Germany Date``; ``None`` where no such field opens the text."""
    if not _is_named(text):
        return None
    words = text.partition(":")[2].split()
    for place, word in enumerate(words):
        if place and word.endswith(":") and (letters_key(word) in _ABOUT or label_of(word) is Label.PUBLISHED):
            return " ".join(words[:place])
    if len(words) > 1 and label_of(words[-1]) is Label.PUBLISHED:  # the colon went with the date
        del words[-1]
    return " ".join(words)


def _is_named(text: str) -> bool:
    field = labelled(text)
    return field is not None and field[0] is Label.COMMENT_FORM and bool(field[1])
