# cython: language_level=3, boundscheck=False, wraparound=False, binding=False
"""The tags of HTML by number, with what the walks need to know of each."""

from libc.string cimport memset

from rudaw_scraper import walk_tables as tables

# Those without an end tag in lxml's markup when nothing is in them.
_VOID = (
    "area", "base", "basefont", "br", "col", "frame", "hr", "img", "input", "isindex", "li", "link", "meta", "param",
)
_RAW = ("script", "style")
_OTHERS = (
    "html", "body", "div", "p", "ul", "ol", "dl", "dt", "dd", "table", "thead", "tbody", "tfoot", "tr", "td",
    "th", "article", "section", "header", "footer", "main", "nav", "aside", "figure", "form", "blockquote",
    "address", "center", "fieldset", "legend", "details", "summary", "option", "optgroup", "path", "g", "caption",
    "menu", "dir", "colgroup", "hgroup", "xmp", "noembed", "plaintext", "track", "listing",
)
TAG_NAMES = [""]  # by the tag's number
TAG_NUMBERS = {}


def _number_tags():
    memset(TAG_FLAGS, 0, sizeof(TAG_FLAGS))
    for names, flag in (
        (tables.INLINE, INLINE), (tables.BREAKS, BREAK), (tables.PICTURES, PICTURE), (tables.INVISIBLE, SKIPPED),
        (tables.NOTED, NOTED), (("a",), LINK), (("style",), STYLE), (_VOID, VOID), (_RAW, RAW), (_OTHERS, 0),
        *(((tag,), tables.bits_of(tag) << TELLING_SHIFT) for tag in tables.TELLING),
    ):
        for name in names:
            if name not in TAG_NUMBERS:
                TAG_NUMBERS[name] = len(TAG_NAMES)
                TAG_NAMES.append(name)
            TAG_FLAGS[<int> TAG_NUMBERS[name]] |= flag
    assert len(TAG_NAMES) < MOST_TAGS


_number_tags()

#: The attributes that may say something, by name.
ATTRIBUTE_KINDS = {
    "class": CLASS, "id": ID, "style": STYLED, "href": HREF, "src": SRC, "itemprop": ITEM, "hidden": HIDDEN,
}
