"""One record set for the terminal: quotations marked in the body, comments in their threads, right-to-left text right.

Texts come from pages: what a terminal would act on is taken out of every line before it is shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rich.console import Console
from rich.text import Text

from rudaw_scraper.editions import EDITIONS
from rudaw_scraper.marked import marked_paragraphs
from rudaw_scraper.record import Article, Caption, Comment, Quote
from rudaw_scraper.terminal import printable

WIDTH = 88  # characters of a line that still reads well
_INDENT = 4
_DEEPEST = 6  # answers to answers beyond this are not set in further
_RIGHT_TO_LEFT, _END = "\u2067", "\u2069"  # a terminal that knows directions sets the line between them from the right
_LEFT_TO_RIGHT = "\u2066"
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}[0-9T:+Z.-]*")
_QUOTE_STYLE = "bold cyan"


@dataclass(frozen=True, slots=True)
class _Line:
    """A paragraph; ``foreign`` means that it is in the direction of the article, not in that of our own words."""

    text: Text
    foreign: bool = True
    depth: int = 0


def show(article: Article, console: Console) -> None:
    """Print an article, wrapped and set in its direction on a terminal; in a file or pipe a paragraph is one line."""
    rtl = EDITIONS[article.edition].direction == "rtl"
    for line in _lines(article):
        if not console.is_terminal:
            console.print(Text(" " * _INDENT * line.depth) + line.text, soft_wrap=True)
            continue
        width = min(console.width, WIDTH)
        room = width - _INDENT * line.depth
        for row in line.text.wrap(console, room):
            row.rstrip()
            if rtl and line.foreign:
                space = " " * (room - row.cell_len)
                console.print(Text.assemble(space, _RIGHT_TO_LEFT, *_days_kept(row), _END), soft_wrap=True)
            else:
                console.print(Text(" " * (width - room)) + row, soft_wrap=True)


def _days_kept(row: Text) -> Iterator[Text | str]:
    """Yield a right-to-left row with its days marked as left-to-right: 2019-03-21 would read 21-03-2019."""
    edges = [edge for day in _DAY.finditer(row.plain) for edge in day.span()]
    for number, part in enumerate(row.divide(edges)):
        yield from (_LEFT_TO_RIGHT, part, _END) if number % 2 else (part,)


def _lines(article: Article) -> Iterator[_Line]:
    yield from _head(article)
    yield from _body(article)
    yield from _list("captions", map(_caption, article.captions))
    yield from _list("quotations", (_quotation(number, quote) for number, quote in enumerate(article.quotes, 1)))
    yield from _comments(article.comments)
    yield from _list("warnings", article.warnings)


def _words(text: str, style: str = "") -> Text:
    return Text(printable(text), style=style)


def _head(article: Article) -> Iterator[_Line]:
    yield _Line(_words(article.headline or "(no headline)", "bold"))
    day = article.datetime_published or article.date_published or "no date"
    yield _Line(_words(" · ".join(fact for fact in (article.section, article.byline, day) if fact)))
    yield _Line(_words(article.url, "dim"), foreign=False)
    if article.summary:
        yield _Line(Text())
        yield _Line(_words(article.summary, "italic"))


def _body(article: Article) -> Iterator[_Line]:
    for paragraph in marked_paragraphs(article):
        yield _Line(Text())
        text = Text(style="bold" if paragraph.subheading else "")
        for run in paragraph.runs:
            text.append(_clean(run.text), style=_QUOTE_STYLE if run.quote else None)
            if run.closes:
                text.append(f"[{run.closes}]", style="dim")
        yield _Line(text)


def _clean(stretch: str) -> str:
    """Return a stretch of a line without control characters, its spaces at the ends kept."""
    shown = printable(stretch)
    before = " " if stretch[:1].isspace() else ""
    after = " " if stretch[-1:].isspace() and shown else ""
    return before + shown + after


def _caption(caption: Caption) -> str:
    credit = f" ({caption.credit})" if caption.credit else ""
    return f"{caption.position}: {caption.text or 'no text'}{credit}"


def _quotation(number: int, quote: Quote) -> str:
    name = quote.speaker_name or quote.speaker or "no speaker"
    described = f", {quote.speaker_description}" if quote.speaker_description else ""
    cue = f" ({quote.cue})" if quote.cue else ""
    return f"[{number}] {name}{described}{cue}: {quote.text}"


def _comments(comments: list[Comment]) -> Iterator[_Line]:
    if comments:
        yield from _list(f"comments ({len(comments)})", [""])
    depths: dict[int | None, int] = {}
    for comment in comments:
        depth = depths[comment.position] = min(depths.get(comment.reply_to, -1) + 1, _DEEPEST)
        head = " · ".join(part for part in (comment.author or "no name", comment.date) if part)
        yield _Line(_words(f"{comment.position}. {head}", "bold"), depth=depth)
        for text in comment.text.split("\n"):
            yield _Line(_words(text), depth=depth)


def _list(heading: str, texts: Iterable[str]) -> Iterator[_Line]:
    for number, text in enumerate(texts):
        if not number:
            yield _Line(Text())
            yield _Line(Text(f"── {heading} ──", style="dim"), foreign=False)
        if text:
            yield _Line(_words(text))
