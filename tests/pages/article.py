"""Write the article itself: section, headline, byline, captions, body."""

from __future__ import annotations

from tests.pages.content import Block, Link, Picture
from tests.pages.labels import EDITIONS
from tests.pages.markup import Writer

SHARES = ("Facebook", "Twitter", "Google+", "WhatsApp")


def section(w: Writer) -> list[str]:
    """The lines above the headline; the innermost section stands last."""
    lines = w.content.section_lines
    if not lines:
        return []
    if w.style.section == "breadcrumb":
        crumbs = [Link("Rudaw", "/"), *(line[0] for line in lines if len(line) == 1)]
        return [w.el("div", " » ".join(w.link(link) for link in crumbs), "section")]
    if w.style.section == "list":
        return [w.el("ul", w.stack(w.el("li", " | ".join(map(w.link, line))) for line in lines), "section")]
    return [w.el("div", " | ".join(w.link(link) for link in line), "section") for line in w.content.section_lines]


def headline(w: Writer) -> str:
    """The headline in the element that the style gives it; inline ones get a block of their own around them."""
    tag, inner = w.style.headline, w.prose(w.content.headline)
    if tag in ("span", "font", "strong"):
        return w.el("div", w.el(tag, inner, "headline", **({"size": "5"} if tag == "font" else {})))
    return w.el(tag, inner, "headline")


def byline(w: Writer) -> list[str]:
    """Names and date: on one line, in inline elements with or without a space, in two blocks or two cells."""
    by = w.content.byline
    if by is None:
        return []
    names, date = w.text(by.printed or ""), w.text(by.date)
    form = w.style.byline
    if form == "line" or not names:
        return [w.el("div", f"{names} {date}".strip(), "byline")]
    if form == "linked":
        linked = w.el("a", w.text(by.names), href="/authors/1", rel="author")
        return [w.el("p", " ".join(part for part in (w.text(by.lead_in), linked, date) if part), "byline")]
    if form == "date_first":
        return [w.el("div", date, "date"), w.el("div", names, "byline")]
    if form == "spans":
        return [w.el("div", f"{w.el('span', names, 'byline')} {w.el('span', date, 'date')}")]
    if form == "glued_spans":
        lead = f"{w.text(by.lead_in)} " if by.lead_in else ""
        inner = lead + w.el("b", w.text(by.names)) + w.el("span", date, "date", style="padding-left:1em")
        return [w.el("div", inner, "byline")]
    if form == "blocks":
        return [w.el("div", names, "byline"), w.el("div", date, "date")]
    return [w.el("table", w.el("tr", w.el("td", names, "byline") + w.el("td", date, "date")))]


def share_bar(w: Writer) -> list[str]:
    """Links to social networks between byline and body."""
    if not w.style.share_bar:
        return []
    links = [Link(name, f"https://share.example/{name.lower().strip('+')}") for name in SHARES]
    bar = [w.el("span", w.text(EDITIONS[w.content.edition].share)), *(w.link(link) for link in links)]
    return [w.el("div", " ".join(bar), "share")]


def picture(w: Writer, shown: Picture, times: int) -> str:
    """A picture with its caption in one of the ways of the style, printed once or twice."""
    words, form = shown.printed, w.style.caption
    if form == "figcaption":
        image = w.void("img", src=w.address(shown.image_url), alt="")
        return w.el("figure", image + (w.el("figcaption", w.prose(words)) if words else ""), "caption")
    alt = f" {words} " if form in ("alt_and_text", "title_and_text") else ""
    title = words if form == "title_and_text" else None
    image = w.el("div", w.void("img", src=w.address(shown.image_url), alt=alt, title=title)) if shown.image_url else ""
    printed = times if form == "twice" else min(times, 1)
    return w.stack(image, [w.el("div", w.prose(words), "caption") for _ in range(printed) if words])


def lead_picture(w: Writer) -> list[str]:
    """The picture above the body."""
    return (
        [picture(w, w.content.lead, 2)]
        if w.content.lead and (w.content.lead.printed or w.content.lead.image_url)
        else []
    )


def body(w: Writer, related: list[str]) -> str:
    """The body from reporter line to last paragraph; ``related`` stands in it, before its last paragraph."""
    content, form = w.content, w.style.body
    intro = [line for line in (content.reporter, content.dateline_line) if line]
    blocks = [Block("paragraph", line) for line in intro] + content.blocks
    if form in ("br", "td_text"):
        return _flowing(w, blocks, related)
    pieces = [_block(w, block) for block in blocks]
    pieces[-1:-1] = related
    tag = {"section": "section", "p": "div"}.get(form, "div")
    return w.el(tag, w.stack(pieces), "body")


def _block(w: Writer, block: Block) -> str:
    if block.picture:
        return picture(w, block.picture, 1)
    if block.kind == "subheading":
        return _subheading(w, block.text)
    inner, form = w.prose(block.text), w.style.body
    if form == "mixed":
        form = w.rng.choice(("p", "p", "div", "justified_div", "p_br", "word"))
    if form == "word":
        return _pasted(w, inner)
    if form == "justified_div":
        return w.el("div", inner, style="text-align: justify;") + w.rng.choice(("", w.el("div", "&nbsp;")))
    if form == "div":
        return w.el("div", inner, "paragraph")
    if form == "p_br":
        return w.el("p", inner + w.br(), align="justify")
    return w.el("p", inner)


def _pasted(w: Writer, inner: str) -> str:
    """A paragraph as a word processor of the time left it on the page."""
    end = '<?xml:namespace prefix = "o" ns = "urn:schemas-microsoft-com:office:office" /><o:p></o:p>'
    span = w.el("span", w.el("font", inner + end, face="Arial"), style="FONT-SIZE: 12pt; mso-ansi-language: EN-US")
    return w.el("p", span, class_="MsoNormal") + w.rng.choice(("", w.el("p", "<o:p>&nbsp;</o:p>", class_="MsoNormal")))


def _subheading(w: Writer, text: str) -> str:
    form, inner = w.style.subhead, w.prose(text)
    if form in ("h2", "h3"):
        return w.el(form, inner, "subhead")
    if form == "strong_p":
        return w.el("p", w.el("strong", inner), "subhead")
    if form == "bold_block":
        return w.el("div", w.el("b", inner), "subhead")
    return w.el("div", "&nbsp;") + w.el("div", inner)


def _flowing(w: Writer, blocks: list[Block], related: list[str]) -> str:
    """Paragraphs as text nodes in one element, set apart by empty lines."""
    pieces: list[str] = []
    for number, block in enumerate(blocks):
        if number == len(blocks) - 1:
            pieces += related
        if block.picture:
            pieces.append(picture(w, block.picture, 1))
        elif block.kind == "subheading":
            gap = "" if w.style.subhead == "bold_line" else w.br()
            inner = w.prose(block.text)
            pieces.append(gap + (w.el("b", inner) if w.style.subhead == "bold_line" else inner) + w.br(2))
        else:
            pieces.append(w.prose(block.text) + w.br(2))
    flow = "\n".join(pieces) if w.style.whitespace != "none" else "".join(pieces)
    if w.style.body == "br":
        return w.el("div", flow, "body", style="text-align:justify")
    return w.el("table", w.el("tr", w.el("td", flow, "body")), width="100%")
