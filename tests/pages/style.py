"""The choices that make up one way of writing a page in HTML, and named combinations of them."""

from __future__ import annotations

import random
from dataclasses import dataclass, fields, replace
from typing import Any, Literal, get_args, get_type_hints

Skeleton = Literal["table", "div", "semantic"]
Side = Literal["before", "after"]
Naming = Literal["none", "aspnet", "meaningless", "lying", "helpful"]
Whitespace = Literal["pretty", "none", "wild"]
Headline = Literal["h1", "h2", "h3", "span", "div", "font", "strong"]
BylineForm = Literal["line", "linked", "spans", "glued_spans", "blocks", "cells", "date_first"]
SectionForm = Literal["lines", "breadcrumb", "list"]
BodyForm = Literal["p", "justified_div", "br", "td_text", "div", "p_br", "section", "mixed", "word"]
SubheadForm = Literal["h2", "h3", "bold_block", "strong_p", "bold_line", "plain"]
CaptionForm = Literal["alt_and_text", "figcaption", "twice", "text", "title_and_text"]
CommentForm = Literal["ul", "ol", "dl", "table", "rows", "div", "flat", "br", "article"]
HeadForm = Literal["line", "spans_pipe", "spans_css", "blocks", "time", "date_first", "date_last"]
LinesForm = Literal["br", "div", "p"]
MenuForm = Literal["ul", "table", "inline", "divs"]
Links = Literal["relative", "absolute", "parent"]
Charset = Literal["header", "meta", "both", "none", "wrong_header", "wrong_meta"]
Encoding = Literal["utf-8", "utf-8-sig", "utf-16", "windows-1256", "windows-1254"]
Title = Literal["headline", "headline_site", "site", "none"]


@dataclass(frozen=True)
class DomStyle:
    """One way of writing a page; every field is a choice of its own."""

    name: str = "plain"
    seed: int = 0
    skeleton: Skeleton = "div"
    side: Side = "after"
    naming: Naming = "none"
    whitespace: Whitespace = "pretty"
    section: SectionForm = "lines"
    headline: Headline = "h1"
    byline: BylineForm = "line"
    body: BodyForm = "p"
    subhead: SubheadForm = "h3"
    caption: CaptionForm = "twice"
    comments: CommentForm = "ul"
    head: HeadForm = "line"
    lines: LinesForm = "br"
    menu: MenuForm = "ul"
    links: Links = "relative"
    charset: Charset = "meta"
    encoding: Encoding = "utf-8"
    title: Title = "headline_site"
    upper: bool = False
    unclosed: bool = False
    inline_markup: bool = False
    entities: bool = False
    decomposed: bool = False
    html_comments: bool = False
    templates: bool = False
    hidden_forms: bool = False
    extras: bool = False
    share_bar: bool = False
    related_in_body: bool = False
    form_first: bool = False
    wayback: bool = False
    hidden_copy: bool = False
    wrapped: bool = False
    logo: bool = False
    comments_below: bool = False

    def __str__(self) -> str:
        """The choices that are unlike the plainest ones, as arguments."""
        chosen = {f.name: getattr(self, f.name) for f in fields(self) if getattr(self, f.name) != f.default}
        return "DomStyle(" + ", ".join(f"{name}={value!r}" for name, value in chosen.items()) + ")"


NAMED = (
    DomStyle(),
    DomStyle(
        name="aspnet_table", seed=1, wrapped=True, skeleton="table", naming="aspnet", headline="span",
        byline="spans", body="justified_div", subhead="bold_block", caption="alt_and_text", comments="table",
        head="spans_pipe", menu="table", hidden_forms=True, title="site", section="list",
    ),
    DomStyle(
        name="div_soup", seed=2, side="before", whitespace="none", headline="div", byline="blocks", body="div",
        subhead="plain", comments="div", head="blocks", lines="div", menu="divs", title="none", share_bar=True,
    ),
    DomStyle(
        name="semantic", seed=3, skeleton="semantic", naming="helpful", body="section", subhead="h2",
        caption="figcaption", comments="article", head="time", lines="p", links="absolute", extras=True,
        templates=True, charset="both", section="breadcrumb", logo=True,
    ),
    DomStyle(
        name="dl_liar", seed=4, hidden_copy=True, naming="lying", headline="h2", byline="glued_spans", body="p",
        subhead="strong_p", caption="title_and_text", comments="dl", head="spans_css", menu="inline",
        html_comments=True, hidden_forms=True, related_in_body=True,
    ),
    DomStyle(
        name="upper_unclosed", seed=5, skeleton="table", upper=True, unclosed=True, whitespace="wild",
        headline="font", body="p", subhead="bold_block", comments="ul", head="line", menu="table", charset="none",
        entities=True, byline="linked",
    ),
    DomStyle(
        name="td_text", seed=6, skeleton="table", side="before", headline="strong", byline="date_first",
        body="td_text", subhead="bold_line", caption="text", comments="br", head="line", menu="inline", upper=True,
        title="site",
    ),
    DomStyle(
        name="one_div_br", seed=7, naming="meaningless", headline="span", byline="cells", body="br",
        subhead="bold_line", comments="flat", head="spans_pipe", inline_markup=True, share_bar=True, templates=True,
        links="parent",
    ),
    DomStyle(
        name="wayback", seed=8, skeleton="div", naming="aspnet", wayback=True, hidden_copy=True, headline="h1",
        byline="spans", body="word", subhead="h3", comments="div", head="line", links="absolute", html_comments=True,
        templates=True,
    ),
    DomStyle(
        name="windows_1256", seed=9, skeleton="table", naming="meaningless", encoding="windows-1256",
        charset="header", body="justified_div", headline="h3", byline="blocks", comments="rows", head="blocks",
        whitespace="none", subhead="strong_p", menu="inline", extras=True,
    ),
    DomStyle(
        name="windows_1254", seed=10, skeleton="table", encoding="windows-1254", charset="meta", body="br",
        headline="h2", byline="line", comments="ol", head="date_first", subhead="bold_block", upper=True,
        entities=True, form_first=True,
    ),
    DomStyle(
        name="utf16", seed=11, skeleton="semantic", encoding="utf-16", charset="none", body="p", headline="h1",
        byline="cells", comments="ul", head="date_last", lines="p", inline_markup=True, decomposed=True,
        naming="lying", side="before",
    ),
    DomStyle(
        name="bom_liar", seed=12, skeleton="div", encoding="utf-8-sig", charset="wrong_meta", body="section",
        headline="div", byline="glued_spans", comments="div", head="date_last", whitespace="wild", subhead="plain",
        entities=True, inline_markup=True, naming="lying", extras=True, related_in_body=True, caption="figcaption",
        comments_below=True, logo=True,
    ),
    DomStyle(
        name="wrong_header", seed=13, skeleton="table", charset="wrong_header", body="mixed", headline="span",
        byline="blocks", comments="dl", head="line", subhead="bold_block", naming="aspnet", decomposed=True,
        caption="text", menu="divs", section="breadcrumb", comments_below=True,
    ),
)  # fmt: skip
BY_NAME = {style.name: style for style in NAMED}
_HINTS = get_type_hints(DomStyle)
CHOICES: dict[str, tuple[Any, ...]] = {
    f.name: (False, True) if _HINTS[f.name] is bool else get_args(_HINTS[f.name])
    for f in fields(DomStyle)
    if f.name not in ("name", "seed")
}


def random_style(seed: int) -> DomStyle:
    """Draw every choice by the seed."""
    rng = random.Random(f"style {seed}")
    return fair(DomStyle(f"random-{seed}", seed, **{name: rng.choice(options) for name, options in CHOICES.items()}))


def fair(style: DomStyle) -> DomStyle:
    """Mend choices that would together hide from a reader what the record expects.

    A date above the name or under the text belongs to them only where a box holds all three together; a sub-heading
    that looks like the paragraphs around it needs a paragraph of its own; bytes of a legacy encoding under another's
    name are what a browser shows as rubbish, and UTF-16 has no wrong label that a browser would follow.
    """
    changes: dict[str, Any] = {}
    if style.head in ("date_last", "date_first") and style.comments in ("flat", "br", "rows"):
        changes["head"] = "blocks"
    if style.head == "date_last" and style.comments == "dl":
        changes["head"] = "blocks"
    if style.comments == "br" and style.head not in ("line", "spans_pipe", "spans_css"):
        changes["head"] = "spans_pipe"
    if style.body in ("br", "td_text") and style.subhead not in ("bold_line", "plain"):
        changes["subhead"] = "bold_line"
    if style.body not in ("br", "td_text") and style.subhead == "bold_line":
        changes["subhead"] = "bold_block"
    if style.encoding.startswith("windows") and style.charset in ("wrong_header", "wrong_meta"):
        changes["charset"] = "both"
    if style.encoding == "utf-16" and style.charset != "none":
        changes["charset"] = "none"
    if style.encoding.startswith("windows") and style.decomposed:
        changes["decomposed"] = False
    return replace(style, **changes)
