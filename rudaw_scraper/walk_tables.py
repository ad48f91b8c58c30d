"""What both walks over a page's tree share: which tags are shown how, and the shapes of what the walks return."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, Protocol, overload

_WORD = re.compile(r"[^ \t-\r]+")


class Element(Protocol):
    """An element of a page's tree: the part of lxml's interface that the package uses, and :mod:`._tree` offers.

    There is but one object for an element at a time; two are compared by identity.
    """

    @property
    def tag(self) -> str:
        """The tag in small letters."""

    @property
    def text(self) -> str | None:
        """The text before the first element in it, ``None`` for none."""

    @property
    def tail(self) -> str | None:
        """The text between its end and the next element's start, ``None`` for none."""

    @overload
    def get(self, name: str, /) -> str | None: ...
    @overload
    def get(self, name: str, default: str, /) -> str: ...

    def getparent(self) -> Element | None:
        """Return the element around it."""

    def getnext(self) -> Element | None:
        """Return the next element in the one around it."""

    def iter(self, *tags: str) -> Iterator[Element]:
        """Return itself and all elements in it in page order, or those of the tags."""

    def iterancestors(self, *tags: str) -> Iterator[Element]:
        """Return the elements around it, the innermost first, or those of the tags."""

    def itertext(self) -> Iterator[str]:
        """Return the texts in it in page order."""

    def __iter__(self) -> Iterator[Element]:
        """Return the elements right in it."""


Piece = tuple[str, Element, Element | None]  # a text run as in the source, the innermost element and link around it
PictureAt = tuple[int, Element]  # the number of the line that follows a picture
Only = tuple[Element, Element | None]  # the innermost element and link around a line that is one text run
Runs = tuple[list[list[Piece] | Only], list[str], list[int], list[Element], list[int], list[PictureAt]]
Sign = tuple[str, str, Element]  # an attribute's name and value, or a tag and nothing

# What separates a line from the one before.
SAME_BLOCK: Final = 0
NEW_BLOCK: Final = 1
BLANK_LINE: Final = 2

INVISIBLE = (
    "head", "title", "script", "style", "noscript", "template", "svg", "iframe", "frameset", "noframes", "object",
    "embed", "applet", "canvas", "audio", "video", "select", "datalist", "textarea", "map",
)  # fmt: skip
NOTED = ("title", "meta", "link", "script", "style", "dialog", "pre")
PICTURES = ("img", "amp-img")
BREAKS = ("br", "hr")
# Parts of addresses that only a later layout uses, in its links and pictures.
LATER_LINK = "/categories/"
LATER_PICTURES = ("/_next/image", "images.rudaw.net")
# Tags that say what a line in them is, each a bit, the first the lowest.
TELLING = ("h1", "h2", "h3", "h4", "h5", "h6", "figcaption", "caption")
INLINE = (
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "blink", "cite", "code", "data", "del", "dfn", "em", "font",
    "i", "ins", "kbd", "label", "mark", "meter", "nobr", "o:p", "output", "q", "rb", "rt", "ruby", "s", "samp",
    "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "br", "img", "image",
    "picture", "source", "amp-img", "button",
)  # fmt: skip


def words_of(value: str) -> list[str]:
    """Return the words of an attribute, parted by the white space of HTML, which is that of ASCII."""
    return _WORD.findall(value)


def bits_of(*tags: str) -> int:
    """Return the bits of some of the telling tags."""
    return sum(1 << TELLING.index(tag) for tag in tags)
