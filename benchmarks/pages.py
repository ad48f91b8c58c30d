"""Pages of a real page's size for the benchmarks: invented articles of the example site in a portal's furniture.

An article page of the classic years weighed 60 to 100 KB, of which the article was a tenth; the rest were menus,
forms, teasers with pictures, scripts and the server's state. The furniture here has those parts in those shares.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from tests.pages.render import render
from tests.pages.store import FIXTURES, build_content, content_names, load_all
from tests.pages.style import NAMED

_SCRIPT = (
    "(function(d,s,id){var js,f=d.getElementsByTagName(s)[0];if(d.getElementById(id))return;js=d.createElement(s);})"
)
_STYLE = ".portlet .inner-%d{margin:0 4px 2px;padding:2px 3px;color:#333;background:url(/img/s%d.png)}\n"

_FIELD = (
    '<div class="popup" id="ctl00_pop{i}" style="display:none"><table><tr><td class="lbl"><label for="ctl00_t{i}">'
    'Field {i}</label></td><td><input type="text" name="ctl00$t{i}" id="ctl00_t{i}" class="box" /></td></tr></table>'
    "</div>"
)
_ENTRY = (
    '<li class="sub-item lvl2 nav-{group}-{i}"><a href="/english/listing/{group}/{i}?page={number}" class="sub-link" '
    'title="Topic {i}"><span class="ico ico-{i}"></span><span class="cap">Topic {group} {i}</span></a></li>\n'
)
_AREA = (
    '<li class="main-item lvl1"><a class="main-link" href="/english/listing/{group}"><span>Area {group}</span></a>\n'
    '<div class="drop" style="display:none"><ul class="sub">{inner}</ul></div></li>\n'
)
_TEASER = (
    '<div class="portlet item-{i}"><div class="inner-{i}"><div class="thumb"><a href="/english/world/0{day}0720171">'
    '<img src="/ContentFiles/{image}Image1.jpg?mode=crop&amp;w=140&amp;h=90" width="140" height="90" alt="" />'
    '</a></div><div class="txt"><h4 class="ttl"><a href="/english/kurdistan/0{day}0720171">Readers of area {i} write '
    'about market {image}</a></h4><div class="clr"></div></div></div></div>\n'
)
_ICON = '<a class="soc s{i}" href="/out?to={i}" target="_blank"><span class="ico"></span></a>'


_STYLES = ("plain", "aspnet_table", "semantic", "dl_liar", "td_text")


@dataclass(frozen=True)
class BenchmarkPage:
    """A page and what :func:`rudaw_scraper.extract_article` needs to read it."""

    content: bytes
    url: str
    fetched_at: str
    content_type: str


def make_pages(styles: tuple[str, ...] = _STYLES) -> list[BenchmarkPage]:
    """Return one page of 60 to 100 KB per content and style, all in UTF-8."""
    chosen = [style for style in NAMED if style.name in styles]
    pages = []
    for number, content in enumerate(load_all()):
        style = chosen[number % len(chosen)]
        page = render(content, style)
        whole = furnish(page.content, number)
        pages.append(BenchmarkPage(whole, content.url, content.fetched_at, page.content_type))
    return pages


def make_new_pages(variants: int) -> list[BenchmarkPage]:
    """Return so many times the pages of :func:`make_pages`, no two with the same line of text or a reader's comment."""
    folder = FIXTURES / "contents"
    chosen = [style for style in NAMED if style.name in _STYLES]
    pages = []
    for variant in range(variants):
        for number, name in enumerate(content_names()):
            data = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
            data.pop("quotes", None)
            content = build_content(name, {key: _varied(value, variant, key) for key, value in data.items()})
            page = render(content, chosen[number % len(chosen)])
            whole = furnish(page.content, number + len(pages))
            pages.append(BenchmarkPage(whole, content.url, content.fetched_at, page.content_type))
    return pages


def _varied(value: Any, variant: int, key: str) -> Any:
    """Return the value with another word, of letters only, in each sentence of body, headline and comments."""
    if isinstance(value, list):
        return [_varied(entry, variant, key) for entry in value]
    if isinstance(value, dict):
        return {name: _varied(entry, variant, f"{key}.{name}") for name, entry in value.items()}
    worded = isinstance(value, str) and " " in value and key.split(".")[0] in ("headline", "body", "comments")
    word = "nu" + "".join(chr(ord("b") + int(digit)) for digit in str(variant)) + "e"
    return value.replace(" ", f" {word} ", 1) if worded else value


def furnish(page: bytes, number: int) -> bytes:
    """Return a page with a portal's furniture around what it shows."""
    start, end = page.lower().index(b"<body"), page.lower().rindex(b"</body>")
    start = page.index(b">", start) + 1
    return page[:start] + _top(number).encode() + page[start:end] + _bottom(number).encode() + page[end:]


def _top(number: int) -> str:
    state = "".join(chr(65 + (i * 7 + number) % 26) for i in range(9000))
    head = f"<style>{''.join(_STYLE % (i, i) for i in range(60))}</style><script>{_SCRIPT * 40}</script>"
    form = (
        '<form method="post" action="Details.aspx?id=1" id="aspnetForm"><div class="aspNetHidden">'
        f'<input type="hidden" name="__VIEWSTATE" id="__VIEWSTATE" value="{state}" /></div>'
    )
    fields = "".join(_FIELD.format(i=i) for i in range(12))
    return head + form + fields + _menu(number, 8, 7)


def _menu(number: int, groups: int, entries: int) -> str:
    """Write a menu of drop-downs that only open on a click."""
    areas = []
    for group in range(groups):
        inner = "".join(_ENTRY.format(group=group, i=i, number=number) for i in range(entries))
        areas.append(_AREA.format(group=group, inner=inner))
    return f'<div class="nav-wrap"><div class="nav"><ul class="main">{"".join(areas)}</ul></div></div>'


def _bottom(number: int) -> str:
    teasers = "".join(_TEASER.format(i=i, day=i % 9 + 1, image=100_000 + number * 50 + i) for i in range(45))
    icons = "".join(_ICON.format(i=i) for i in range(30))
    return f'<div class="wide">{teasers}</div><div class="icons">{icons}</div></form><script>{_SCRIPT * 60}</script>'
