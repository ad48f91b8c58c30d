"""Documents drawn at random from one content of the later layouts: what a reader sees stays, the markup varies."""

from __future__ import annotations

import random
from collections.abc import Callable
from html import escape

from tests.later_pages import MENU, Later

_BLOCKS = ("div", "p", "section", "h6", "center", "blockquote")
_WRAPPERS = ("div", "section", "article", "main")
_PAIRS = (("ul", "li"), ("div", "div"), ("table", "tr><td"), ("ol", "li"), ("nav", "span style='display:block'"))


def skwid_document(page: Later, seed: int) -> bytes:
    """Return the page in the order of the Skwid layout, in markup drawn by the seed."""
    draw = random.Random(f"{page.url} {seed}")
    parts = [
        _author(page, draw),
        _listed(page.share, draw),
        *(_block(text, draw) for text in page.errors),
        _block(page.section, draw, link="/s") if page.section else "",
        _picture(page, draw),
        (_block(page.also[0], draw) + _listed(page.also[1:], draw, link="/x")) if page.also else "",
        _buttons(draw),
        _wrap(_body(page, draw), draw, least=1),
        *(f"<p>{escape(text)}</p>" for text in (*page.rules, *page.teaser)),
    ]
    heading = draw.choice(("h1", "h1", "h2", "div"))
    headline = f"<{heading}{_class(draw)}>{escape(page.headline)}</{heading}>"
    gap = draw.choice(("", "\n", "\n    "))
    main = _wrap(headline, draw) + gap + _wrap(gap.join(parts), draw, least=1)
    title = page.headline if heading != "h1" else draw.choice((page.headline, f"{page.headline} | Rudaw.net", "Rudaw"))
    menu = _listed(MENU, draw, link="/m")
    foot = _block("Copyright Rudaw. All rights reserved", draw)
    head = f"<meta charset=utf-8><title>{escape(title)}</title>{draw.choice(_HEADS)}"
    return f"<!doctype html><html><head>{head}</head><body>{menu}{gap}{main}{gap}{foot}</body></html>".encode()


_HEADS = (
    "",
    "<style>.hide{display:none}</style>",
    "<script>var a = '<p>not a text</p>';</script>",
    "<meta property='og:description' content='Rudaw'><link rel=stylesheet href='/a.css'>",
)


def _class(draw: random.Random) -> str:
    names = ("", "", " class='x1'", " class='css-9ab'", " class='col-md-8 title'", " id='a1'")
    return draw.choice(names)


def _wrap(inner: str, draw: random.Random, least: int = 0) -> str:
    for _ in range(draw.randint(least, 3)):
        tag = draw.choice(_WRAPPERS)
        inner = f"<{tag}{_class(draw)}>{inner}</{tag}>"
    return inner


def _block(text: str, draw: random.Random, link: str | None = None) -> str:
    tag = draw.choice(_BLOCKS)
    inner = escape(text)
    if link is not None and draw.random() < 0.5:
        inner = f"<a href='{link}'>{inner}</a>"
    elif draw.random() < 0.3:
        inner = f"<span>{inner}</span>"
    return f"<{tag}{_class(draw)}>{inner}</{tag}>"


def _listed(texts: tuple[str, ...], draw: random.Random, link: str | None = None) -> str:
    outer, inner = draw.choice(_PAIRS)
    close = "td></tr" if "td" in inner else inner.split()[0]
    href = link or "#"
    items = "".join(f"<{inner}><a href='{href}{n}'>{escape(t)}</a></{close}>" for n, t in enumerate(texts))
    return f"<{outer}{_class(draw)}>{items}</{outer}>"


def _author(page: Later, draw: random.Random) -> str:
    if not page.author:
        return draw.choice(("", "<div></div>"))
    if draw.random() < 0.5:
        return "<div>" + " ".join(f"<span>{escape(text)}</span>" for text in page.author) + "</div>"
    return "".join(_block(text, draw) for text in page.author)


def _picture(page: Later, draw: random.Random) -> str:
    if page.caption is None:
        return "<img src='/a.jpg' alt=''>"
    text = escape(page.caption)
    forms: tuple[Callable[[], str], ...] = (
        lambda: f"<figure><img src='/a.jpg'><figcaption>{text}</figcaption></figure>",
        lambda: f"<div><img src='/a.jpg' alt='{text}'></div><div>{text}</div>",
        lambda: f"<img src='/a.jpg'><p><small>{text}</small></p>",
        lambda: f"<div><div><img data-src='/a.jpg'></div><span style='display:block'>{text}</span></div>",
    )
    return draw.choice(forms)()


def _buttons(draw: random.Random) -> str:
    forms = (
        "<div><a href='#'>A+</a> <a href='#'>A-</a></div>",
        "<div>A+ A-</div>",
        "<ul><li>A+</li><li>A-</li></ul>",
        "<p><button>A+</button><button>A-</button></p>",
    )
    return draw.choice(forms)


def _body(page: Later, draw: random.Random) -> str:
    form = draw.choice(("p", "justified", "mixed", "breaks", "wrapped", "padded"))
    parts: list[str] = []
    for number, (kind, text) in enumerate(page.body):
        words = escape(text)
        if form == "breaks":
            parts.append(f"<b>{words}</b><br><br>" if kind == "h" else f"{words}<br><br>")
        elif kind == "h":
            parts.append(draw.choice(("<h3>{}</h3>", "<p><strong>{}</strong></p>", "<h2>{}</h2>")).format(words))
        elif form == "justified" or (form == "mixed" and number % 2):
            parts.append(f"<div style='text-align: justify;'>{words}</div>")
        elif form == "wrapped":
            parts.append(f"<div><div><p>{words}</p></div></div>")
        elif form == "padded":
            parts.append(f"<p>&nbsp;</p><p>&nbsp;{words}</p>\n")
        else:
            parts.append(f"<p{_class(draw)}>{words}</p>")
    return "".join(parts)
