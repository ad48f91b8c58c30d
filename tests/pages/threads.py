"""Write lists of comments: under the article and in the list of the site's latest comments."""

from __future__ import annotations

from dataclasses import dataclass, field

from tests.pages.content import Comment
from tests.pages.labels import EDITIONS
from tests.pages.markup import Writer


@dataclass
class Node:
    """A comment as it is written, with the replies under it."""

    author: str | None
    date: str
    lines: list[str]
    replies: list[Node] = field(default_factory=list)


def tree(comments: list[Comment]) -> list[Node]:
    """Put every reply under the comment that it answers."""
    nodes = [Node(comment.author, comment.date_raw, comment.lines) for comment in comments]
    roots: list[Node] = []
    for comment, node in zip(comments, nodes, strict=True):
        siblings = nodes[comment.reply_to - 1].replies if comment.reply_to else roots
        siblings.append(node)
    return roots


def thread(w: Writer, nodes: list[Node], *, extras: bool = False, replies: bool = False) -> str:
    """A list of comments in the container of the style; replies are set in, so that a reader sees what they are."""
    if not nodes:
        return ""
    form, indent = w.style.comments, {"style": "margin-inline-start:2em"} if replies else {}
    if form in ("ul", "ol"):
        return w.el(
            form, w.stack(w.el("li", _boxed(w, node, extras), "comment") for node in nodes), "comments", **indent
        )
    if form in ("div", "article"):
        return w.el(
            "div", w.stack(w.el(form, _boxed(w, node, extras), "comment") for node in nodes), "comments", **indent
        )
    if form == "dl":
        return w.el("dl", w.stack(_definition(w, node, extras) for node in nodes), "comments", **indent)
    if form == "table":
        rows = [w.el("tr", w.el("td", _boxed(w, node, extras), "comment")) for node in nodes]
        return w.el("table", w.stack(rows), "comments", **indent)
    if form == "rows":
        return w.el("table", w.stack(_row(w, node, extras) for node in nodes), "comments", **indent)
    return w.el("div", w.stack(_flat(w, node, extras) for node in nodes), "comments", **indent)


def _boxed(w: Writer, node: Node, extras: bool) -> str:
    """One comment in an element of its own."""
    words = [w.el("div", _lines(w, node.lines), "comment_text")] if node.lines else []
    parts = [*words, _head(w, node)] if w.style.head == "date_last" else [_head(w, node), *words]
    return w.stack(parts, _extras(w, extras), thread(w, node.replies, extras=extras, replies=True))


def _head(w: Writer, node: Node) -> str:
    """Name and date above the text; ``date_last`` puts them below it."""
    form = w.style.head
    name = w.text(node.author or "")
    date = w.text(node.date)
    if not name:
        return w.el("div", date, "comment_date")
    if form == "line":
        return w.el("div", f"{name} | {date}", "comment_name")
    if form == "time":
        return w.el("div", w.el("cite", name) + w.el("time", date))
    if form == "date_first":
        return w.stack(w.el("div", date, "comment_date"), w.el("div", name, "comment_name"))
    spans = w.el("b", name, "comment_name"), w.el("span", date, "comment_date")
    if form == "spans_pipe":
        return w.el("div", f"{spans[0]} | {spans[1]}")
    if form in ("spans_css", "date_last"):
        return w.el("div", "".join(spans), style=None if w.rng.random() < 0.5 else "clear:both")
    return w.stack(w.el("div", name, "comment_name"), w.el("div", date, "comment_date"))


def _lines(w: Writer, lines: list[str]) -> str:
    if len(lines) == 1 and w.style.lines != "p":
        return w.prose(lines[0])
    if w.style.lines == "br":
        return w.br().join(w.prose(line) for line in lines)
    return "".join(w.el(w.style.lines, w.prose(line)) for line in lines)


def _definition(w: Writer, node: Node, extras: bool) -> str:
    answers = thread(w, node.replies, extras=extras, replies=True)
    words = w.el("div", _lines(w, node.lines)) if node.lines else ""
    return w.stack(w.el("dt", _head(w, node)), w.el("dd", w.stack(words, _extras(w, extras), answers), "comment_text"))


def _row(w: Writer, node: Node, extras: bool) -> str:
    """Name, date and text in cells of one row; replies in a table inside the text's cell."""
    inner = w.stack(_lines(w, node.lines), _extras(w, extras), thread(w, node.replies, extras=extras, replies=True))
    cells = [w.el("td", w.text(node.author or ""), "comment_name"), w.el("td", w.text(node.date), "comment_date")]
    return w.el("tr", "".join(cells) + w.el("td", inner, "comment_text"))


def _flat(w: Writer, node: Node, extras: bool) -> str:
    """Heads and texts as siblings; replies are set in by a block of their own."""
    answers = w.el("blockquote", w.stack(_flat(w, reply, extras) for reply in node.replies)) if node.replies else ""
    if w.style.comments == "flat":
        words = w.el("p", _lines(w, node.lines), "comment_text") if node.lines and w.style.lines == "br" else ""
        words = words or (w.el("div", _lines(w, node.lines), "comment_text") if node.lines else "")
        return w.stack(_head(w, node), words, _extras(w, extras), answers)
    head = " | ".join(part for part in (w.text(node.author or ""), w.text(node.date)) if part)
    if w.style.head == "spans_pipe" and node.author:
        head = f"{w.el('b', w.text(node.author))} | {w.el('i', w.text(node.date))}"
    elif w.style.head != "line" and node.author:
        head = w.el("b", w.text(node.author)) + w.el("i", w.text(node.date))
    words = w.br().join(w.prose(line) for line in node.lines)
    return head + w.br() + words + (w.br(2) if words else w.br()) + "".join(_extras(w, extras)) + answers


def _extras(w: Writer, wanted: bool) -> list[str]:
    """Buttons under a comment."""
    if not wanted or not w.style.extras:
        return []
    labels = EDITIONS[w.content.edition]
    buttons = [w.el("a", w.text(label), href="#") for label in (labels.reply, labels.report)]
    return [w.el("div", " ".join(buttons), "buttons")]
