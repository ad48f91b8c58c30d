"""Random markup, mostly of what pages are made of, with some of all that can be wrong."""

from __future__ import annotations

from random import Random

from rudaw_scraper.walk_tables import BREAKS, INLINE, INVISIBLE, PICTURES, TELLING

TAGS = (
    *dict.fromkeys((*INLINE, *INVISIBLE, *PICTURES, *BREAKS, *TELLING)),
    *("div", "p", "ul", "ol", "li", "dl", "dt", "dd", "table", "thead", "tbody", "tfoot", "tr", "td", "th", "article"),
    *("section", "header", "footer", "main", "nav", "aside", "figure", "form", "input", "blockquote", "address", "dir"),
    *("center", "fieldset", "legend", "details", "summary", "option", "optgroup", "menu", "colgroup", "col", "meta"),
    *("link", "base", "param", "area", "basefont", "pre", "foo", "x-y", "rp", "rtc", "thEAD", "DIV", "P", "tD"),
)
RAW = ("script", "style", "title", "textarea", "iframe")
STRANGE = ("frameset", "noframes", "html", "head", "body")
TEXTS = ("x", "word word", " ", "\n", "\r\n", "\r", "\t ", "ە", "a < b", "\u200f", "\ufeff", "\x0c", "é", "")
REFERENCES = (
    "&amp;", "&lt;", "&nbsp;", "&quot;", "&eacute;", "&#39;", "&#x641;", "&#160;", "&hellip;", "&Mu;", "& ", "&zwnj;",
    "&", "&copy", "&bogus;", "&#8217;", "&#65533;", "&#xfffe;", "&#x80;", "&amp", "&a=b", "&copy=1", "&notit;",
    "&nGt;", "AT&T", "R&D x", "&x;", "&a1", "&ampx", "&q", "&#0;", "&#13;", "&#1114112;", "&#xD800;", "&#x1F600;",
)  # fmt: skip
NAMES = (
    "class", "id", "href", "src", "style", "hidden", "CHECKED", "selected", "data-x", "onclick", "a:b", "width",
    "Class", "é", "@x", "itemprop",
)  # fmt: skip
VALUES = (
    "a", "b c", "/x?y=1&z=2", "'", '"', "", "&amp;", "&lt;", "&copy=3", "é", "\n", "\r\n", " ", ">", "<", "=", "&#39;",
    "&notit;", "&hellip;", "&amp", "&lt", "&T", "&x=1", "&amp=1", "&not ",
)  # fmt: skip
COMMENTS = (
    "<!-- c -->", "<!---->", "<!-- a - b -- c -->", "<!--[if IE]><p>x</p><![endif]-->", "<!-->", "<![if !IE]>",
    "<?xml?>", "<!-- --!>", "<!--->-->", "<!x>",
)  # fmt: skip
RAW_TEXTS = ("", "var a='<b>';", "a < b && c", "<!-- x -->", "<!-- <b> --></b>", "\r\n&amp; é", "&eacute;", "</p>", "z")


def text(chance: Random) -> str:
    kind = chance.random()
    if kind < 0.4:
        return chance.choice(TEXTS)
    if kind < 0.6:
        return chance.choice(REFERENCES if chance.random() < 0.1 else REFERENCES[:10])
    return ""


def attribute(chance: Random) -> str:
    name, kind = chance.choice(NAMES), chance.random()
    value = "".join(chance.choice(VALUES) for _ in range(chance.randint(0, 3)))
    if kind < 0.15:
        return f" {name}"
    if kind < 0.7:
        return f' {name}="{value.replace(chr(34), "")}"'
    if kind < 0.85:
        return f" {name} = '{value.replace(chr(39), '')}'"
    return f" {name}={chance.choice(('a', 'b', '/x/', '1', 'a&amp;b', 'x=y'))}"


def raw(chance: Random, tag: str) -> str:
    inside = f"<!-- <{tag}>" if chance.random() < 0.05 else chance.choice(RAW_TEXTS)
    return f"{inside}</{chance.choice((tag, tag.upper(), tag))}{chance.choice(('', '', ' '))}>"


def head(chance: Random) -> str:
    parts = ["\n<head>"]
    for _ in range(chance.randint(0, 4)):
        tag = chance.choice(("meta", "link", "title", "script", "style", "base"))
        parts.append(f"<{tag}{attribute(chance) if chance.random() < 0.5 else ''}>")
        if tag in RAW:
            parts.append(raw(chance, tag))
        parts.append(chance.choice(("", "\n", " ")))
    return "".join(parts) + ("</head>\n" if chance.random() < 0.8 else "")


def body(chance: Random) -> str:
    parts: list[str] = []
    opened: list[str] = []
    often = [chance.choice(TAGS) for _ in range(chance.randint(1, 8))]
    for _ in range(chance.randint(0, 40)):
        kind = chance.random()
        if kind < 0.45:
            tag = chance.choice(often if chance.random() < 0.8 else STRANGE if chance.random() < 0.02 else TAGS)
            attributes = "".join(attribute(chance) for _ in range(chance.choice((0, 0, 0, 1, 2))))
            end = chance.choice(("", "", "", " ", "/", " /")) if chance.random() < 0.3 else ""
            parts.append(f"<{tag}{attributes}{end}>")
            if tag in RAW:
                parts.append(raw(chance, tag))
            else:
                opened.append(tag)
        elif kind < 0.75:
            if opened and chance.random() < 0.7:
                parts.append(f"</{opened.pop()}>")
            elif chance.random() < 0.5:
                parts.append(f"</{chance.choice(often)}>")
        elif kind < 0.8:
            parts.append(chance.choice(COMMENTS if chance.random() < 0.2 else COMMENTS[:4]))
        else:
            parts.append(text(chance))
    return "".join(parts)


def page(chance: Random) -> bytes:
    """A page, most of whose parts are in their places."""
    return "".join(
        part if chance.random() < share else ""
        for part, share in (
            ("<!DOCTYPE html>\n", 0.6),
            (f"<html{attribute(chance) if chance.random() < 0.3 else ''}>", 0.8),
            (head(chance), 0.6),
            (f"<body{attribute(chance) if chance.random() < 0.3 else ''}>", 0.8),
            (body(chance), 1),
            ("</body>\n", 0.8),
            ("<script>x</script>", 0.2),
            ("</html>\n", 0.8),
            ("\n<!-- end -->", 0.2),
        )
    ).encode()
