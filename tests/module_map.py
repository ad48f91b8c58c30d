"""Write the table of modules in docs/architecture.md: ``python -m tests.module_map``, or ``make docs``."""

import ast
from pathlib import Path

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "rudaw_scraper"
DOCUMENT = ROOT / "docs" / "architecture.md"
MARKER = "<!-- modules -->\n"


def first_sentence(module: Path) -> str:
    """Return the first paragraph of a module's docstring on one line."""
    text = ast.get_docstring(ast.parse(module.read_text(encoding="utf-8"))) or ""
    return " ".join(text.split("\n\n")[0].split()).replace("|", "\\|")


def module_table() -> str:
    """Return the table of the package's modules and sub-packages, by name."""
    modules = {path.name: path for path in PACKAGE.glob("*.py") if path.name != "__init__.py"}
    modules |= {f"{path.parent.name}/": path for path in PACKAGE.glob("*/__init__.py")}
    rows = [f"| `{name}` | {first_sentence(path)} |" for name, path in sorted(modules.items())]
    return "\n".join(["| module | what it does |", "|---|---|", *rows]) + "\n"


def with_module_table(document: str) -> str:
    """Return the document with its last part, the table, renewed."""
    return document.split(MARKER)[0] + MARKER + module_table()


if __name__ == "__main__":
    DOCUMENT.write_text(with_module_table(DOCUMENT.read_text(encoding="utf-8")), encoding="utf-8")
