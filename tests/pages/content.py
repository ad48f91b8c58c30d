"""What one classic page says to a person who reads it, apart from any markup."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

BlockKind = Literal["paragraph", "subheading", "picture"]
PartKind = Literal[
    "login", "form", "top_links", "switcher", "search", "menu", "share", "comments", "facebook", "tags", "tools",
    "watch", "views", "related", "more_by", "be_part", "side", "elsewhere", "footer",
]  # fmt: skip


@dataclass(frozen=True)
class Link:
    """A text that a page may print as a link."""

    text: str
    url: str | None = None


@dataclass(frozen=True)
class Picture:
    """A picture with its caption; ``credit_line`` is the credit as printed ("Photo: AP")."""

    text: str | None
    credit: str | None = None
    credit_line: str | None = None
    image_url: str | None = None

    @property
    def printed(self) -> str:
        """The caption line as a reader sees it."""
        return " ".join(part for part in (self.text, self.credit_line) if part)


@dataclass(frozen=True)
class Block:
    """A piece of the body in reading order."""

    kind: BlockKind
    text: str = ""
    picture: Picture | None = None


@dataclass(frozen=True)
class Byline:
    """Lead-in ("By"), names as printed ("Rudaw"), the names one by one, the date as printed."""

    lead_in: str
    names: str
    authors: list[str]
    date: str

    @property
    def printed(self) -> str | None:
        """The byline without its date."""
        return " ".join(part for part in (self.lead_in, self.names) if part) or None


@dataclass(frozen=True)
class Comment:
    """A reader's comment; no lines mean that the reader sent an empty one. ``reply_to`` counts from 1."""

    author: str | None
    date_raw: str
    date: str | None
    lines: list[str]
    datetime: str | None = None
    reply_to: int | None = None


@dataclass(frozen=True)
class SideComment:
    """A comment in the list of the site's latest comments, as printed there."""

    author: str
    date_raw: str
    date: str | None
    datetime: str | None
    text: str


@dataclass(frozen=True)
class Teaser:
    """Another article in a side list: its headline, when it appeared, its number of comments."""

    headline: Link
    when: str
    count: int | None = None
    comments: list[SideComment] = field(default_factory=list)
    lead: str | None = None
    more: str | None = None

    @property
    def tail(self) -> str:
        """The line behind the headline: ``| 13 hours ago | (2)``."""
        return f"| {self.when} |" + (f" ({self.count})" if self.count is not None else "")


@dataclass(frozen=True)
class Part:
    """A stretch of page furniture: a label and its entries; with a joiner they stand on one line."""

    kind: PartKind
    label: str | None = None
    items: list[Link] = field(default_factory=list)
    joiner: str | None = None
    lines_after: list[str] = field(default_factory=list)


@dataclass
class Content:
    """One page, whole: furniture, article, comments, side lists."""

    name: str
    url: str
    fetched_at: str
    edition: str
    before: list[Part]
    section_lines: list[list[Link]]
    section: str | None
    headline: str
    byline: Byline | None
    published: str | None
    lead: Picture | None
    reporter: str | None
    dateline: str | None
    dateline_line: str | None
    blocks: list[Block]
    tail: list[Part]
    comments: list[Comment]
    comment_count: int | None
    be_part: Part
    side: Part
    side_groups: list[Teaser]
    elsewhere: Part | None
    teasers: list[Teaser]
    footer: list[Part]
    known: dict[str, object] = field(default_factory=dict)
    """Record values that were worked out by hand (quotes, sources of dates)."""

    def part(self, kind: PartKind) -> Part | None:
        """The first part of that kind in the article's tail."""
        return next((part for part in self.tail if part.kind == kind), None)

    @property
    def tags(self) -> list[str]:
        """The article's tags."""
        part = self.part("tags")
        return [item.text for item in part.items] if part else []

    @property
    def related(self) -> list[Link]:
        """The articles listed as related."""
        part = self.part("related")
        return list(part.items) if part else []
