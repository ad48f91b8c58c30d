"""Invented pages in the two later layouts: one content each, written in several kinds of markup."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from html import escape
from typing import Any


@dataclass(frozen=True)
class Later:
    """What a page says. ``body`` holds (kind, text): "p" paragraphs, "h" sub-headings, "line" a place line alone."""

    url: str
    headline: str
    author: tuple[str, ...]
    byline: str | None
    authors: list[str]
    section: str | None
    caption: str | None
    caption_text: str | None
    credit: str | None
    body: tuple[tuple[str, str], ...]
    dateline: str | None
    share: tuple[str, ...] = ("SHARE ON", "Share on Facebook", "Share on Messenger")
    errors: tuple[str, ...] = ("Add To Favorites", "Error occured during this request! Please try again later.")
    also: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    teaser: tuple[str, ...] = ()
    date: str | None = None
    extra: dict[str, Any] = field(default_factory=dict)

    @property
    def paragraphs(self) -> list[str]:
        return [text for kind, text in self.body if kind != "line"]

    @property
    def subheadings(self) -> list[str]:
        return [text for kind, text in self.body if kind == "h"]


ENGLISH = Later(
    url="https://www.rudaw.net/english/kurdistan/14032021",
    headline="Beekeepers of the upper valley count a good winter",
    author=("Dilan Sherwan Test @dilantest",),
    byline="Dilan Sherwan Test @dilantest",
    authors=["Dilan Sherwan Test"],
    section="Kurdistan",
    caption="Hives on a slope above the village of Zarin on March 12, 2021. Photo: Rudaw",
    caption_text="Hives on a slope above the village of Zarin on March 12, 2021.",
    credit="Rudaw",
    also=(
        "Also in Kurdistan",
        "School bus route returns to mountain villages",
        "Will the dam be full by May?",
        "Two bakers, one oven: a street that smells of bread",
        "Library opens its night hall",
    ),
    body=(
        ("p", "ERBIL, Kurdistan Region - Beekeepers in the upper valley said on Sunday that nine hives in ten lived."),
        ("p", "“We fed them early this year,” said Karwan Test, who keeps sixty hives near the old mill."),
        ("h", "A mild February"),
        ("p", "The weather office counted eleven days of frost, the fewest since it began to write them down."),
    ),
    dateline="ERBIL, Kurdistan Region",
    rules=(
        "Rudaw moderates all comments submitted on our website. They are read and are either approved or rejected.",
        "Post a comment",
    ),
)

SORANI = Later(
    url="https://www.rudaw.net/sorani/kurdistan/1403202112",
    headline="هەنگوینی ئەمساڵ لە دۆڵی سەروو زیاتر دەبێت",
    author=("رووداو دیجیتاڵ", "@Rudawkurdish"),
    byline="رووداو دیجیتاڵ @Rudawkurdish",
    authors=["رووداو دیجیتاڵ"],
    section="کوردستان",
    caption="پوورەی هەنگ لە گوندی زەرین. وێنە: AFP",
    caption_text="پوورەی هەنگ لە گوندی زەرین.",
    credit="AFP",
    share=("به‌شی بكه‌ لە", "فەیسبووک"),
    errors=("زیادی بکە بۆ لیستی دڵخوازەکانم", "هەڵەیەک روویدا! دووبارە هەوڵبدە"),
    also=("زۆرتر لە کوردستان", "پاسی قوتابخانە دەگەڕێتەوە", "کتێبخانەکە شەوانیش کراوەیە", "دوو نانەوا و یەک تەنوور"),
    body=(
        ("line", "رووداو دیجیتاڵ"),
        (
            "p",
            "هەنگەوانانی دۆڵی سەروو رۆژی یەکشەممە رایانگەیاند، لە هەر دە پوورە نۆیان بەسەلامەتی زستانیان تێپەڕاندووە.",
        ),
        ("p", 'کاروان تێست کە شەست پوورەی هەیە، بە رووداوی گوت: "ئەمساڵ زوو خۆراکمان پێدان و باش مانەوە."'),
        ("p", "فەرمانگەی کەشناسی تەنیا یازدە رۆژ سەرمای تۆمار کردووە، کە کەمترینە لەو ساڵانەی دوایی."),
    ),
    dateline="رووداو دیجیتاڵ",
    rules=("وەک میوان کۆمێنتێك بنووسە یان وەرە ژوورەوە و هه‌موو خزمەتگوزارییەکان به‌كاربێنه‌",),
    teaser=("لە بازاڕی شار نرخی نان لە ماوەی هەفتەیەکدا دوو جار گۆڕاوە و نانەواکان دەڵێن ئارد گران بووە.",),
)

KURMANJI = Later(
    url="https://www.rudaw.net/kurmanci/kurdistan/150320217",
    headline="Li geliyê jorîn îsal hingiv zêde ye",
    author=(),
    byline=None,
    authors=[],
    section=None,
    caption=".",
    caption_text=None,
    credit=None,
    share=("Parve bike",),
    errors=(),
    also=("Zêdetir ji beşa Kurdistan", "Otobusa dibistanê vedigere gundan", "Pirtûkxane bi şev jî vekirî ye"),
    body=(
        ("p", "Hewlêr (Rûdaw) - Xwedîyên hingan dibêjin ku ji deh selikan neh ji zivistanê bi silametî derketine."),
        ("p", "Karwan Test ku şêst selikên wî hene got: “Me îsal zû xwarin da wan.”"),
        ("p", "Navenda hewayê yazdeh rojên qeşayê nivîsîne, ev jî ji hemû salên borî kêmtir e."),
    ),
    dateline="Hewlêr (Rûdaw)",
    rules=("Rûdaw hemû şîroveyên ku ji malpera me re tên şandin dixwîne û paşê biryarê dide ku belav bike yan na.",),
)

ARABIC = Later(
    url="https://www.rudaw.net/arabic/kurdistan/140320213",
    headline="عسل الوادي الأعلى أوفر هذا العام",
    author=("رووداو ديجيتال",),
    byline="رووداو ديجيتال",
    authors=["رووداو ديجيتال"],
    section="كوردستان",
    caption="كوردستان",
    caption_text=None,
    credit=None,
    share=("شارك على", "فيسبوك"),
    errors=(),
    also=(),
    body=(
        ("line", "رووداو ديجيتال"),
        ("p", "قال مربو النحل في الوادي الأعلى يوم الأحد إن تسعا من كل عشر خلايا نجت من الشتاء هذا العام."),
        ("p", 'وأضاف كاروان تيست الذي يملك ستين خلية: "أطعمناها باكرا هذه السنة" قرب الطاحونة القديمة.'),
    ),
    dateline="رووداو ديجيتال",
    rules=("تراجع رووداو جميع التعليقات التي ترسل إلى الموقع قبل نشرها وتحتفظ بحق رفض ما يسيء إلى الآخرين منها.",),
)

TURKISH = Later(
    url="https://www.rudaw.net/turkish/kurdistan/14032021",
    headline="Yukarı vadide bal bu yıl bol olacak",
    author=("Rûdaw",),
    byline="Rûdaw",
    authors=["Rûdaw"],
    section="Kürdistan",
    caption="Zarin köyünün üstündeki kovanlar. Fotoğraf: AA",
    caption_text="Zarin köyünün üstündeki kovanlar.",
    credit="AA",
    share=("Paylaş",),
    errors=(),
    also=(),
    body=(
        ("p", "Erbil (Rûdaw) - Yukarı vadideki arıcılar pazar günü on kovandan dokuzunun kışı atlattığını söyledi."),
        ("p", "Altmış kovanı olan Karwan Test, “Bu yıl onları erken besledik” dedi ve kovanları gösterdi."),
        ("p", "Meteoroloji yalnızca on bir gün don kaydetti; bu, kayıtların tutulduğu yıllardaki en düşük sayı oldu."),
    ),
    dateline="Erbil (Rûdaw)",
    rules=(
        "Rûdaw, internet sitesine gönderilen tüm yorumları okur; uygun bulmadıklarını yayımlamama hakkını saklı tutar.",
    ),
)

SKWID = {"english": ENGLISH, "sorani": SORANI, "kurmanci": KURMANJI, "arabic": ARABIC, "turkish": TURKISH}
SKWID_STYLES = ("bem", "meaningless", "table", "breaks", "mixed", "flat", "text")
NEXT_STYLES = ("article", "divs", "streamed", "linked", "next_data")
MENU = ("Home", "Kurdistan", "Middle East", "World", "Business")


def skwid_page(page: Later, style: str) -> tuple[bytes, str]:
    """Return the page in a style of markup, and its content type."""
    if style == "text":
        return "\n".join(_lines(page)).encode(), "text/plain"
    names = {"bem": _BEM, "flat": _FLAT}.get(style, _MEANINGLESS)
    blocks = _HOW_BODY[style](page)
    also = "".join(
        f"<li><a href='/x/{i}' class='{names['link']}'>{escape(t)}</a></li>" for i, t in enumerate(page.also[1:])
    )
    also = f"<div><h4>{escape(page.also[0])}</h4><ul>{also}</ul></div>" if page.also else ""
    share = "".join(f"<li><a href='#'>{escape(text)}</a></li>" for text in page.share[1:])
    author = "".join(f"<span>{escape(text)}</span> " for text in page.author)
    rules = "".join(f"<p>{escape(text)}</p>" for text in (*page.rules, *page.teaser))
    caption = f"<span class='{names['caption']}'>{escape(page.caption)}</span>" if page.caption else ""
    inner = (
        f"<div class='{names['author']}'>{author}</div>"
        f"<div><span>{escape(page.share[0])}</span><ul>{share}</ul>"
        + "".join(f"<div>{escape(text)}</div>" for text in page.errors)
        + "</div>"
        + (f"<div class='{names['section']}'><a href='/s'>{escape(page.section)}</a></div>" if page.section else "")
        + f"<div><img src='/ContentFiles/730426Image1.jpg?version=1'><div>{caption}</div></div>{also}"
        + f"<div><a href='#'>A+</a> <a href='#'>A-</a></div>{blocks}{rules}"
    )
    headline = f"<h1 class='{names['headline']}'>{escape(page.headline)}</h1>"
    menu = "".join(f"<li><a class='{names['menu']}' href='/{n}'>{n}</a></li>" for n in MENU)
    if style == "table":
        main = f"<table><tr><td>{headline}</td></tr><tr><td>{inner}</td></tr></table>"
    else:
        main = f"<main>{headline}<article>{inner}</article></main>"
    return (
        f"<!DOCTYPE html><html><head><meta charset='utf-8'><title>{escape(page.headline)} | Rudaw.net</title></head>"
        f"<body><ul>{menu}</ul>{main}<footer><p>Copyright Rudaw. All rights reserved</p></footer></body></html>"
    ).encode(), "text/html"


def next_page(page: Later, style: str, data: dict[str, Any], *, shown_date: str | None = None) -> bytes:
    """Return the page in the Next.js layout; ``data`` is the article's object in the stream."""
    blocks = _justified(page) if style == "divs" else f"<div class='x1'>{_flat(page)}</div>"
    author = f"<a href='/{page.url.split('/')[3]}/authors/x_y'>{escape(page.byline)}</a>" if page.byline else ""
    when = f"<time>{escape(shown_date)}</time>" if shown_date else ""
    proxy = "/_next/image?url=https%3A%2F%2Fimages.rudaw.net%2Fs3%2F88123Image1.jpg&amp;w=1920&amp;q=75"
    image = "https://images.rudaw.net/s3/88123Image1.jpg" if style == "divs" else proxy
    caption = f"<div>{escape(page.caption)}</div>" if page.caption else ""
    section = f"<div>{escape(page.section)}</div>" if page.section else ""
    inner = f"{section}<h1>{escape(page.headline)}</h1><div>{author}</div><div>{when}</div>"
    inner += f"<img src='{proxy if style == 'linked' else image}'>{caption}{blocks}"
    article = f"<div>{inner}</div>" if style == "divs" else f"<article>{inner}</article>"
    edition = page.url.split("/")[3]
    cards = "".join(
        f"<a href='/{edition}/categories/world/{number}'><h3>{escape(text)}</h3><p>3 hours ago</p></a>"
        for number, text in enumerate(("Snow closes a pass", "A bridge is painted"), 958451)
    )
    if style == "streamed":
        article = f"<div hidden id='S:1'>{article}</div>"
    scripts = "" if style == "linked" else _push_scripts(data)
    if style == "next_data":
        scripts = f"<script id='__NEXT_DATA__' type='application/json'>{json.dumps({'props': {'item': data}})}</script>"
    og = "" if style == "linked" else f"<meta property='og:image' content='https://www.rudaw.net{proxy}'>"
    head = f"<meta charset='utf-8'><title>{escape(page.headline)}</title>{og}"
    main = f"<nav>{' '.join(MENU)}</nav>{article}<section>{cards}</section>{scripts}"
    return f"<!DOCTYPE html><html><head>{head}</head><body>{main}</body></html>".encode()


def _push_scripts(data: dict[str, Any]) -> str:
    """Return the stream of an article's page, its body in a text row, cut into pushes at odd places."""
    body = data.get("Body", "")
    length = len(body.encode())
    listed = [{"ID": 958451, "Title": "Snow closes a pass", "Summary": "Up &amp; down", "imgPath": "/s3/1.jpg"}]
    row = [["$", "main", None, {"related": listed, "article": {**data, "Body": "$c"} if body else data}]]
    stream = f'1:I[7,[],""]\nc:T{length:x},{body}0:{json.dumps(row, ensure_ascii=False)}\n'
    cuts = [stream[at : at + 333] for at in range(0, len(stream), 333)]
    pushes = "".join(f"<script>self.__next_f.push({_for_script([1, cut])})</script>" for cut in cuts)
    return f"<script>(self.__next_f=self.__next_f||[]).push([0])</script>{pushes}"


def _for_script(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False).replace("<", "\\u003c").replace("&", "\\u0026")


_BEM = {
    "headline": "article-main__title", "author": "article-main__author", "section": "article-main__category",
    "caption": "article-main__caption", "body": "bodyContentMainParent", "link": "article__link",
    "menu": "header__main-menu-link",
}  # fmt: skip
_MEANINGLESS = dict(zip(_BEM, ("a7", "b2", "c9", "d1", "e5", "f3", "g8"), strict=True))
_FLAT = dict.fromkeys(_BEM, "")


def _lines(page: Later) -> list[str]:
    return [
        *MENU, page.headline, *page.author, *page.share, *page.errors, *([page.section] if page.section else []),
        *([page.caption] if page.caption else []), *page.also, "A+ A-", *(text for _, text in page.body),
        *page.rules, *page.teaser, "Copyright Rudaw. All rights reserved",
    ]  # fmt: skip


def _paragraphs(page: Later) -> str:
    texts = ((kind, escape(text)) for kind, text in page.body)
    inner = "".join(f"<h3>{text}</h3>" if kind == "h" else f"<p>{text}</p>" for kind, text in texts)
    return f"<div class='bodyContentMainParent'>{inner}</div>"


def _justified(page: Later) -> str:
    texts = ((kind, escape(text)) for kind, text in page.body)
    inner = "".join(
        f"<div><b>{text}</b></div>" if kind == "h" else f"<div style='text-align: justify;'>{text}</div>"
        for kind, text in texts
    )
    return f"<div class='e5'>{inner}</div>"


def _breaks(page: Later) -> str:
    texts = [f"<b>{escape(text)}</b>" if kind == "h" else escape(text) for kind, text in page.body]
    return "<div>" + "<br><br>".join(texts) + "</div>"


def _mixed(page: Later) -> str:
    parts = []
    for number, (kind, text) in enumerate(page.body):
        tag = "h2" if kind == "h" else ("p", "div")[number % 2]
        parts.append(f"<{tag}>&nbsp;{escape(text)}</{tag}><p>&nbsp;</p>")
    return f"<section>{''.join(parts)}</section>"


def _flat(page: Later) -> str:
    return "".join(f"<h3>{escape(t)}</h3>" if kind == "h" else f"<p>{escape(t)}</p>" for kind, t in page.body)


_HOW_BODY = {
    "bem": _paragraphs, "meaningless": _justified, "table": _justified, "breaks": _breaks, "mixed": _mixed,
    "flat": _flat,
}  # fmt: skip
