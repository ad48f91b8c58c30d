"""Write what stands around an article: menus, forms, tools, related articles, side lists, footer."""

from __future__ import annotations

from tests.pages.content import Link, Part, Teaser
from tests.pages.markup import Writer
from tests.pages.threads import Node, thread, tree

HIDDEN_COMMENT = ("Guest Template", "1/1/2016", "This is where a comment goes.")


def before(w: Writer) -> list[str]:
    """Everything above the article, from login line to menu."""
    logo = [w.el("h1", w.el("a", "Rudaw", href="/"))] if w.style.logo else []
    return logo + [_before_part(w, part) for part in w.content.before]


def _before_part(w: Writer, part: Part) -> str:
    if part.kind == "form":
        attributes = {"style": "display:none"} if w.style.hidden_forms else {}
        return w.el("div", form(w, part.items), "popup", **attributes)
    if part.kind == "menu":
        return menu(w, part.items)
    if part.kind == "search":
        words = [w.el("span", w.text(item.text)) for item in part.items]
        return w.el("div", w.stack(words) + w.void("input", type="text", name="q"), "search")
    joiner = w.text(part.joiner) if part.joiner else w.br()
    return w.el("div", joiner.join(w.link(item) for item in part.items), part.kind)


def menu(w: Writer, items: list[Link]) -> str:
    """A menu as a list, a table of links, one line, or blocks."""
    links, shape = [w.link(item) for item in items], w.style.menu
    if shape == "ul":
        return w.el("ul", w.stack(w.el("li", link) for link in links), "menu")
    if shape == "table":
        return w.el("table", w.stack(w.el("tr", w.el("td", link)) for link in links), "menu")
    if shape == "divs":
        return w.el("div", w.stack(w.el("div", link) for link in links), "menu")
    return w.el("div", " | ".join(links), "menu")


def form(w: Writer, items: list[Link]) -> str:
    """The form for a new comment."""
    labels = [w.el("div", w.el("label", w.text(item.text))) for item in items]
    fields = [
        w.void("input", type="text", name="name"),
        w.el("textarea", "", name="comment", rows="4"),
        w.void("input", type="submit", value="OK"),
    ]
    if w.style.naming == "aspnet":  # there the whole page is one form
        return w.el("div", w.stack(labels, fields), "comment_form")
    return w.el("form", w.stack(labels, fields), method="post", action="/post")


def tail(w: Writer) -> list[str]:
    """What follows the body: share line, comments, tags, tools, related articles."""
    shown = [part for part in w.content.tail if part is not comments_below(w)]
    parts = [_tail_part(w, part) for part in shown if not (part.kind == "related" and w.style.related_in_body)]
    return [*parts, *_templates(w)]


def comments_below(w: Writer) -> Part | None:
    """The comments if they stand under the columns; only a heading tells there what they are."""
    part = w.content.part("comments")
    return part if part and part.label and w.style.comments_below else None


def related_in_body(w: Writer) -> list[str]:
    """The box of related articles where the style floats it beside the body's end."""
    part = w.content.part("related")
    return [link_box(w, part, floating=True)] if part and w.style.related_in_body else []


def link_box(w: Writer, part: Part, *, floating: bool = False) -> str:
    """A heading with a list of links under it."""
    attributes = {"style": "float:right;width:180px;border:1px solid #ccc"} if floating else {}
    items = w.stack(w.el("li", w.link(item)) for item in part.items)
    return w.el("div", w.stack(w.el("h4", w.text(part.label or "")), w.el("ul", items)), part.kind, **attributes)


def _tail_part(w: Writer, part: Part) -> str:
    if part.kind == "comments":
        return comment_area(w, part)
    if part.kind in ("related", "more_by"):
        return link_box(w, part)
    if part.kind == "tags":
        label = w.el("span", w.text(part.label or "")) if w.rng.random() < 0.5 else w.text(part.label or "")
        items = (part.joiner or ", ").join(w.link(item) for item in part.items)
        return w.el("div", f"{label} {items}".strip(), "tags")
    return w.el("div", w.stack(w.el("div", w.link(item)) for item in part.items), part.kind)


def comment_area(w: Writer, part: Part) -> str:
    heading = [w.el("h4", w.text(part.label))] if part.label else []
    posted = [thread(w, tree(w.content.comments), extras=True)]
    asked = [form(w, part.items)] if part.items else []
    return w.el("div", w.stack(heading, *((asked, posted) if w.style.form_first else (posted, asked))), "comment_area")


def _templates(w: Writer) -> list[str]:
    """Comment rows that no reader sees."""
    if not w.style.templates:
        return []
    author, date, words = HIDDEN_COMMENT
    row = f'<div class="comment"><b>{author}</b> | <span>{date}</span><p>{words}</p></div>'
    return [
        f'<div style="display: none" id="cmtTpl">{row}</div>',
        f"<div hidden>{row}</div>",
        f"<template>{row}</template>",
        f'<script type="text/x-template">{row}</script>',
        f'<div style="visibility:hidden;height:0">{author} | {date}<br>{words}</div>',
        f'<div class="x">{row}</div>',
        f"<!-- {author} | {date} -->",
    ]


def side_column(w: Writer) -> list[str]:
    """Everything in the side column."""
    content = w.content
    found = [_be_part(w)]
    if content.side_groups:
        found.append(_side(w))
    if content.elsewhere and content.teasers:
        teasers = [_teaser(w, teaser) for teaser in content.teasers]
        found.append(w.el("div", w.stack(w.el("h3", w.text(content.elsewhere.label or "")), teasers), "elsewhere"))
    return found


def _be_part(w: Writer) -> str:
    part = w.content.be_part
    lines = [w.el("div", w.text(line)) for line in [*(item.text for item in part.items), *part.lines_after]]
    return w.el("div", w.stack(w.el("h3", w.text(part.label or "")), lines), "be_part")


def _side(w: Writer) -> str:
    part = w.content.side
    tabs = [w.el("ul", w.stack(w.el("li", w.link(item)) for item in part.items))] if part.items else []
    groups = [_group(w, group) for group in w.content.side_groups]
    return w.el("div", w.stack(w.el("h3", w.text(part.label or "")), tabs, groups), "side")


def _group(w: Writer, group: Teaser) -> str:
    """Comments first, then the article that they belong to; without comments the headline stands twice."""
    nodes = [Node(comment.author, comment.date_raw, [comment.text]) for comment in group.comments]
    title = w.el("div", w.link(group.headline))
    twice = [] if nodes else [w.el("div", w.link(group.headline), title_=group.headline.text)]
    return w.el("div", w.stack(thread(w, nodes), title, w.el("div", w.text(group.tail)), twice), "group")


def _teaser(w: Writer, teaser: Teaser) -> str:
    top = w.el("div", f"{w.link(teaser.headline)} {w.text(teaser.tail.removeprefix('| '))}")
    lead = (
        [w.el("div", f"{w.text(teaser.lead)} {w.link(Link(teaser.more or '', teaser.headline.url))}")]
        if teaser.lead
        else []
    )
    return w.el("div", w.stack(top, w.el("div", w.link(teaser.headline)), lead), "teaser")


def footer(w: Writer) -> list[str]:
    """The lines at the foot of the page."""
    shown = []
    for part in w.content.footer:
        links = [w.link(item) for item in part.items]
        inner = w.text(part.joiner).join(links) if part.joiner else w.stack(w.el("div", link) for link in links)
        shown.append(w.el("div", inner, "footer"))
    return shown
