"""Put a content into a whole HTML page in a given style."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from tests.pages import article, furniture
from tests.pages.content import Content
from tests.pages.expected import LANGUAGES
from tests.pages.labels import RTL
from tests.pages.markup import WAYBACK_STAMP, Writer
from tests.pages.style import DomStyle

VIEWSTATE = "/wEPDwUKMTY0OTk3MDk4NA9kFgJmD2QWAgIDD2QWBgIBD2QWAgIBDxYCHgRUZXh0BQtSdWRhdyBOZXRk" * 4
WRONG = {"utf-8": "windows-1256", "utf-8-sig": "iso-8859-1"}
TOOLBAR = """<!-- BEGIN WAYBACK TOOLBAR INSERT -->
<style>#wm-ipp-base {{font-size:12px}}</style>
<div id="wm-ipp-base" lang="en"{hidden}>
<div id="wm-ipp"><form name="wmtb" action="/web/submit" method="get"><input name="url" value="{url}"></form>
<div id="wm-nav-captures"><a class="t" href="/web/{stamp}*/{url}">41 captures</a>
<div class="r">17 Mar 2019 - 2 Nov 2021</div></div>
<table><tr><td>Feb</td><td>MAR</td><td>Apr</td></tr><tr><td></td><td>22</td><td></td></tr>
<tr><td>2018</td><td>2019</td><td>2020</td></tr></table>
<p>About this capture</p><p>COLLECTED BY</p><p>Organization: an archive of web pages</p></div></div>
<div id="wm-ipp-print">The archive - {url}</div>
<!-- END WAYBACK TOOLBAR INSERT -->"""
STAMP_COMMENT = """<!--
     FILE ARCHIVED ON 00:00:00 Mar 22, 2019 AND RETRIEVED FROM THE
     INTERNET ARCHIVE ON 10:21:17 Nov 03, 2021.
-->"""


@dataclass(frozen=True)
class Rendered:
    """A page's bytes, its Content-Type header, and the markup before it was encoded."""

    content: bytes
    content_type: str
    markup: str


def render(content: Content, style: DomStyle) -> Rendered:
    """Write the page."""
    w = Writer(content, style)
    encoding, header, meta = _charset(content, style)
    markup = _page(w, meta)
    return Rendered(_encode(markup, encoding), header, markup)


def _page(w: Writer, meta: str) -> str:
    content, style = w.content, w.style
    direction = "rtl" if content.edition in RTL else "ltr"
    toolbar = (
        TOOLBAR.format(
            url=content.url, stamp=WAYBACK_STAMP, hidden=w.rng.choice(("", ' style="display:none;direction:ltr"'))
        )
        if style.wayback
        else ""
    )
    inner = toolbar + "\n" + _skeleton(w)
    if style.naming == "aspnet":
        state = f'<input type="hidden" name="__VIEWSTATE" id="__VIEWSTATE" value="{VIEWSTATE}" />'
        inner = f'<form method="post" action="./" id="aspnetForm">\n<div>{state}</div>\n{inner}\n</form>'
    root = w.el(
        "html",
        "\n" + _head(w, meta) + "\n" + w.el("body", inner, dir=direction) + "\n",
        lang=LANGUAGES[content.edition],
    )
    doctype = w.rng.choice(
        ("<!DOCTYPE html>\n", '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "">\n', "")
    )
    return doctype + root + ("\n" + STAMP_COMMENT if style.wayback else "")


def _head(w: Writer, meta: str) -> str:
    titles = {"headline": w.content.headline, "headline_site": f"{w.content.headline} - Rudaw", "site": "Rudaw"}
    title = titles.get(w.style.title)
    pieces = [meta, w.el("title", w.text(title)) if title else ""]
    pieces += [
        "<style>.d:before{content:' | '} .x{display:none}</style>",
        '<script>var d = "22/7/2017 | Nobody";</script>',
    ]
    if w.style.wayback:
        pieces.append('<script src="/_static/js/playback.js"></script>\n<!-- End Wayback Rewrite JS Include -->')
    return w.el("head", "\n".join(piece for piece in pieces if piece))


def _article(w: Writer) -> list[str]:
    parts = _hidden_copy(w) + _parts(w)
    return [_wrapped(w, part) for part in parts] if w.style.wrapped else parts


def _wrapped(w: Writer, part: str) -> str:
    """A part in blocks and tables that say nothing, as page builders leave them."""
    cell = w.el("td", w.el("div", w.el("div", part)))
    return w.el("table", w.el("tr", cell), width="100%") if w.rng.random() < 0.5 else w.el("div", w.el("div", part))


def _hidden_copy(w: Writer) -> list[str]:
    """The beginning of another article, kept in the page for printing and shown to nobody."""
    if not w.style.hidden_copy:
        return []
    lines = ["An older headline that nobody sees", "By Nobody 1/1/2016", "HIDDEN, Nowhere – This text is not shown."]
    return [f'<div id="printArea" style="DISPLAY: none;">{"".join(f"<p>{line}</p>" for line in lines)}</div>']


def _parts(w: Writer) -> list[str]:
    top = [
        *article.section(w),
        article.headline(w),
        *article.byline(w),
        *article.share_bar(w),
        *article.lead_picture(w),
    ]
    return [*top, article.body(w, furniture.related_in_body(w)), *furniture.tail(w)]


def _skeleton(w: Writer) -> str:
    """Header, columns and footer as tables, as blocks, or as the elements that HTML has for them."""
    style = w.style
    comments = furniture.comments_below(w)
    above, main, side = furniture.before(w), w.stack(_article(w)), w.stack(furniture.side_column(w))
    under = [furniture.comment_area(w, comments)] if comments else []
    below = w.stack(furniture.footer(w))
    if style.skeleton == "table":
        cells = [w.el("td", main, "main", valign="top"), w.el("td", side, "side_column", width="300")]
        middle = w.el("tr", "".join(reversed(cells) if style.side == "before" else cells))
        top = w.el("tr", w.el("td", w.stack(above), colspan="2"))
        rows = [w.el("tr", w.el("td", row, colspan="2")) for row in (*under, below)]
        return w.el("table", w.stack(top, middle, rows), width="980")
    semantic = style.skeleton == "semantic"
    columns = [
        w.el("article" if semantic else "div", main, "main"),
        w.el("aside" if semantic else "div", side, "column"),
    ]
    middle = w.stack(reversed(columns) if style.side == "before" else columns)
    header = w.el("header" if semantic else "div", w.stack(above), "header")
    centre = w.el("main", w.stack(middle, under)) if semantic else w.stack(middle, under)
    return w.stack(header, centre, w.el("footer" if semantic else "div", below))


def _charset(content: Content, style: DomStyle) -> tuple[str, str, str]:
    """The encoding, the Content-Type header and the meta element of a page."""
    label, choice = style.encoding.removesuffix("-sig"), style.charset
    at_home = {"windows-1256": "arabic", "windows-1254": "turkish"}.get(style.encoding, content.edition)
    if choice == "none" and at_home != content.edition:
        choice = "meta"  # hardly a letter would be in the page's own encoding
    header = {"header": label, "both": label, "wrong_header": WRONG.get(style.encoding, label)}.get(choice)
    named = {"meta": label, "both": label, "wrong_meta": WRONG.get(style.encoding, label)}.get(choice)
    form = style.seed % 2
    meta = (
        f'<meta charset="{named}">'
        if form
        else f'<meta http-equiv="Content-Type" content="text/html; charset={named}">'
    )
    return style.encoding, "text/html" + (f"; charset={header}" if header else ""), meta if named else ""


def _encode(markup: str, encoding: str) -> bytes:
    """Characters that the encoding lacks become numeric references, as an editor would have written them."""
    if encoding == "utf-16":
        return codecs.BOM_UTF16_LE + markup.encode("utf-16-le")
    return markup.encode(encoding, "xmlcharrefreplace")
