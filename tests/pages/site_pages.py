"""Pages of the example site that are no articles: home pages, listings, a contact page, a block page."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from urllib.parse import urlsplit

from tests.pages.content import Content
from tests.pages.expected import LANGUAGES
from tests.pages.labels import COPYRIGHT, EDITIONS, RTL

BLOCKED = (
    '<html><head><META NAME="robots" CONTENT="noindex,nofollow"></head><body style="margin:0px;height:100%">'
    '<iframe id="main-iframe" src="/_Incapsula_Resource?CWUDNSAI=9&xinfo=7-25712310-0&incident_id='
    '619001230045678901-56789012345678901" frameborder=0 width="100%" height="100%">Request unsuccessful. '
    "Incapsula incident ID: 619001230045678901-56789012345678901</iframe></body></html>"
)
EMPTY = "<!DOCTYPE html>\n<html><head><title></title></head><body>\n\n</body></html>\n"
NOT_FOUND = (
    "<!DOCTYPE html>\n<html><head><title>404</title></head><body><h1>404</h1><p>Page not found.</p></body></html>\n"
)
ROBOTS = "User-agent: *\nDisallow: /search\nDisallow: /english/search-results\nCrawl-delay: 0\n"
CONTACT = """<table>
<tr><th>Newsroom</th><td>+964 00 000 0001</td><td><a href="mailto:news@rudaw.example">news@rudaw.example</a></td></tr>
<tr><th>Advertising</th><td>+964 00 000 0002</td><td><a href="mailto:ads@rudaw.example">ads@rudaw.example</a></td></tr>
<tr><th>Post</th><td colspan="2">P.O. Box 12, Sarwaran</td></tr>
</table>
<form method="post" action="/contact"><label>Name</label><input name="n"><label>E-mail</label><input name="e">
<textarea name="m"></textarea><input type="submit" value="Send"></form>"""


@dataclass(frozen=True)
class Entry:
    """A link in a listing: the address as the listing writes it, and what it prints beside the headline."""

    href: str
    headline: str
    date: str = ""
    lead: str = ""


def entry(content: Content, href: str | None = None) -> Entry:
    """The listing's entry for an article."""
    first = next(block.text for block in content.blocks if block.kind == "paragraph")
    date = content.byline.date if content.byline else ""
    return Entry(href or urlsplit(content.url).path, content.headline, date, first[:90].rsplit(" ", 1)[0] + "...")


def menu(edition: str, sections: list[str]) -> str:
    """The edition's menu of sections."""
    labels = EDITIONS[edition]
    rows = [(f"/{edition}/{path}", labels.sections[path.split("/")[-1]]) for path in sections]
    links = "\n".join(f'<li><a href="{href}">{escape(text)}</a></li>' for href, text in rows)
    return f'<ul id="nav">\n<li><a href="/{edition}">Rudaw</a></li>\n{links}\n</ul>'


def listing(edition: str, title: str, entries: list[Entry], *, nav: str, next_href: str | None, table: bool) -> str:
    """A page that lists articles, as blocks or as a table, with a picture link and a headline link each."""
    labels = EDITIONS[edition]
    rows = [_row(item, labels.more, table) for item in entries]
    body = "<table>\n" + "\n".join(rows) + "\n</table>" if table else "\n".join(rows)
    pager = (
        f'<div class="pager"><a href="{escape(next_href)}">{escape(labels.next_page)}</a></div>' if next_href else ""
    )
    return page(edition, f"{title} - Rudaw", f"{nav}\n<h2>{escape(title)}</h2>\n{body}\n{pager}")


def _row(item: Entry, more: str, table: bool) -> str:
    href, headline = escape(item.href), escape(item.headline)
    image = f'<a href="{href}"><img src="/thumb.jpg" alt=""></a>'
    words = f'<a href="{href}">{headline}</a> <span>{escape(item.date)}</span>'
    lead = f'{escape(item.lead)} <a href="{href}">{escape(more)}</a>'
    if table:
        return f"<tr><td>{image}</td><td>{words}<br>{lead}</td></tr>"
    return f'<div class="item">{image}<h3>{words}</h3><p>{lead}</p></div>'


def page(edition: str, title: str, body: str) -> str:
    """A whole page around a body."""
    direction = "rtl" if edition in RTL else "ltr"
    head = f'<meta charset="utf-8"><title>{escape(title)}</title>'
    foot = f'<div id="foot"><a href="https://facebook.example/rudaw">Facebook</a> {COPYRIGHT}</div>'
    return (
        f'<!DOCTYPE html>\n<html lang="{LANGUAGES[edition]}" dir="{direction}">\n<head>{head}</head>\n'
        f"<body>\n{body}\n{foot}\n</body>\n</html>\n"
    )


def contact(edition: str, nav: str) -> str:
    """A page with addresses and a form: no article, whatever its own address looks like."""
    title = EDITIONS[edition].top[2]
    return page(edition, title, f"{nav}\n<h1>{escape(title)}</h1>\n{CONTACT}")


def front(editions: list[str]) -> str:
    """The site's front page: the five editions."""
    links = " | ".join(f'<a href="/{edition}">{edition.title()}</a>' for edition in editions)
    return page("english", "Rudaw", f"<div>{links}</div>")
