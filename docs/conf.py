"""How Sphinx makes the documentation site (``make site``): from Markdown, fetching nothing."""

from typing import Any

from docutils import nodes

from rudaw_scraper import __version__

project = "rudaw_scraper"
author = "the authors of rudaw_scraper"
release = __version__
extensions = ["myst_parser", "sphinx.ext.autodoc"]
html_theme = "furo"
html_title = f"rudaw_scraper {release}"
html_show_copyright = False
html_copy_source = False
html_show_sourcelink = False

myst_heading_anchors = 3  # anchors as GitHub makes them, so that one link works in both places
myst_links_external_new_tab = False

autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_preserve_defaults = True

# Every reference must lead somewhere; what is Python's own is not on this site.
nitpicky = True
nitpick_ignore_regex = [
    ("py:.*", r"(collections|datetime|os|pathlib|typing|numpy|pyarrow)\..*"),
    ("py:.*", r"(str|int|bool|bytes|float|list|dict|tuple|set|None|Any|Literal|Iterator|Iterable|Path)"),
]


def setup(app: Any) -> None:
    """Name linked pages by their titles: in the files themselves a link reads ``[record.md](record.md)``."""
    app.connect("doctree-resolved", _name_pages)


def _name_pages(app: Any, doctree: nodes.document, _: str) -> None:
    by_file = {f"{name}.md": title.astext() for name, title in app.env.titles.items()}
    for link in doctree.findall(nodes.reference):
        title = by_file.get(link.astext().removeprefix("docs/"))
        if title and link.get("internal"):
            link.children = [nodes.inline("", title)]
