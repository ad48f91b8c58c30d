"""Write elements and text the way a style wants them: tag case, omitted end tags, names, entities, inline markup."""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Iterable
from html import escape
from urllib.parse import urlsplit

from tests.pages.content import Content, Link
from tests.pages.style import DomStyle

OMISSIBLE = frozenset({"p", "li", "td", "tr", "dt", "dd", "th", "option"})
LIES = {
    "body": "comment comments-list", "menu": "title headline", "side": "article-body content", "comments": "related",
    "related": "body text", "views": "author", "tags": "date", "headline": "menu-item", "byline": "share",
    "comment": "footer", "comment_name": "date", "comment_date": "author", "comment_text": "caption",
    "caption": "comment", "share": "byline", "footer": "comments", "subhead": "tags", "section": "advert",
}  # fmt: skip
NAMED_ENTITIES = {
    "“": "&ldquo;", "”": "&rdquo;", "’": "&rsquo;", "‘": "&lsquo;", "–": "&ndash;", "…": "&hellip;", '"': "&quot;",
    "\u200c": "&zwnj;", "é": "&eacute;", "ê": "&ecirc;", "î": "&icirc;", "û": "&ucirc;", "ç": "&ccedil;", "ö": "&ouml;",
    "ü": "&uuml;", "«": "&laquo;", "»": "&raquo;", "'": "&#39;", "©": "&copy;",
}  # fmt: skip
WORD = re.compile(r"[^\W\d_]{4,}")
WAYBACK_STAMP = "20190322000000"


class Writer:
    """Writes markup for one content in one style; all chance comes from the style's seed and the content's name."""

    def __init__(self, content: Content, style: DomStyle) -> None:
        self.content = content
        self.style = style
        self.rng = random.Random(f"{style.seed} {content.name}")
        self._count = 0

    def el(self, tag: str, inner: str = "", role: str | None = None, /, **attributes: str | None) -> str:
        """An element; ``role`` is what it holds, from which the style makes (or does not make) names."""
        found = self._names(role) | {key.rstrip("_").replace("_", "-"): value for key, value in attributes.items()}
        name = tag.upper() if self.style.upper else tag
        opening = name + "".join(self._attribute(key, value) for key, value in found.items() if value is not None)
        if self.style.unclosed and tag in OMISSIBLE:
            return f"<{opening}>{inner}"
        return f"<{opening}>{inner}</{name}>"

    def void(self, tag: str, **attributes: str | None) -> str:
        """An element without an end, such as ``br``."""
        name = tag.upper() if self.style.upper else tag
        found = "".join(
            self._attribute(key.rstrip("_"), value) for key, value in attributes.items() if value is not None
        )
        return f"<{name}{found}{' /' if self.rng.random() < 0.3 else ''}>"

    def br(self, times: int = 1) -> str:
        """Line breaks, sometimes with white space between."""
        gap = self.rng.choice(("", "", "\r\n", " &nbsp;")) if times > 1 else ""
        return gap.join(self.void("br") for _ in range(times))

    def stack(self, *blocks: str | Iterable[str]) -> str:
        """Block elements one below the other."""
        flat = [b for block in blocks for b in ([block] if isinstance(block, str) else block) if b]
        if self.style.whitespace == "none":
            return "".join(flat)
        if self.style.whitespace == "wild":
            return "".join(b + self.rng.choice(("\n", "\r\n\t\t", "\n\n\n   ", " ")) for b in flat)
        return "\n".join(flat)

    def text(self, text: str) -> str:
        """Text as character data."""
        if self.style.decomposed:
            text = unicodedata.normalize("NFD", text)
        if not self.style.entities:
            return escape(text, quote=False)
        return "".join(self._character(character) for character in text)

    def prose(self, text: str) -> str:
        """Running text, if the style likes with markup inside words and sentences and other spaces than plain ones."""
        words = text.split(" ")
        if not self.style.inline_markup:
            return self._commented(" ".join(self.text(word) for word in words))
        return self._commented("".join(self._word(word) + self._gap() for word in words[:-1]) + self._word(words[-1]))

    def link(self, link: Link, role: str | None = None) -> str:
        """A link, or its bare text where the content knows no address."""
        return (
            self.el("a", self.text(link.text), role, href=self.address(link.url)) if link.url else self.text(link.text)
        )

    def address(self, url: str | None) -> str | None:
        """An address as this page writes it."""
        if url is None or not url.startswith("http"):
            return url
        if self.style.wayback:
            kind = "im_" if url.endswith((".jpg", ".png", ".gif")) else ""
            return f"/web/{WAYBACK_STAMP}{kind}/{url}"
        parts = urlsplit(url)
        here = urlsplit(self.content.url).netloc
        if self.style.links == "absolute" or parts.netloc != here:
            return url
        if self.style.links == "relative":
            return parts.path
        depth = urlsplit(self.content.url).path.count("/") - 1
        return "../" * depth + parts.path.lstrip("/")

    def _commented(self, markup: str) -> str:
        if self.style.html_comments and " " in markup and "<" not in markup:
            at = self.rng.choice([m.start() for m in re.finditer(" ", markup)])
            return f"{markup[:at]}<!-- <p>Guest | 1/1/2016</p> -->{markup[at:]}"
        return markup

    def _word(self, word: str) -> str:
        chance = self.rng.random()
        if chance < 0.05 and WORD.fullmatch(word):
            cut = len(word) // 2
            while unicodedata.combining(word[cut]):
                cut += 1
            return self.text(word[:cut]) + self.el(self.rng.choice(("b", "span", "i", "em")), self.text(word[cut:]))
        if chance < 0.10:
            return self.el(self.rng.choice(("b", "strong", "font", "span", "u")), self.text(word))
        if chance < 0.12:
            return self.el("a", self.text(word), href="/tags/1")
        if chance < 0.14 and WORD.fullmatch(word):
            return f"{self.text(word[:2])}<!-- x -->{self.text(word[2:])}"
        return self.text(word)

    def _gap(self) -> str:
        return self.rng.choices((" ", "&nbsp;", "\n", "  \t", "<span> </span>"), (88, 5, 4, 2, 1))[0]

    def _character(self, character: str) -> str:
        if character in NAMED_ENTITIES and self.rng.random() < 0.7:
            return NAMED_ENTITIES[character]
        if ord(character) > 127 and self.rng.random() < 0.15:
            return self.rng.choice((f"&#{ord(character)};", f"&#x{ord(character):x};"))
        return escape(character, quote=False)

    def _names(self, role: str | None) -> dict[str, str | None]:
        naming = self.style.naming
        if role is None or naming == "none":
            return {}
        self._count += 1
        if naming == "aspnet":
            camel = role.title().replace("_", "")
            return {"id": f"ctl00_MainContent_uc{camel}_rpt_ctl{self._count:02d}_lbl{camel[:4]}"}
        if naming == "meaningless":
            return {"class": f"{'abcdkqxz'[len(role) % 8]}{len(role) * 7 % 10}"}
        return {"class": LIES.get(role, "comment") if naming == "lying" else role.replace("_", "-")}

    def _attribute(self, key: str, value: str | None) -> str:
        shown = key.upper() if self.style.upper else key
        if self.style.unclosed and value and re.fullmatch(r"[A-Za-z0-9]+", value):
            return f" {shown}={value}"
        return f' {shown}="{escape(value or "")}"'
