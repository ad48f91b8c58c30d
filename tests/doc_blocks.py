"""The code blocks of README.md and docs/: which language, which lines of code, and which tests run them.

A block is run by one of three: a recipe of docs/load.md by tests/test_recipes.py; commands that set up, install or test
the project by tests/test_doc_installs.py, in a clone; everything else by tests/test_doc_commands.py.
"""

from __future__ import annotations

import re
import shlex
from dataclasses import dataclass
from pathlib import Path

from tests.small_site import ROOT

DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
SHELL = ("console", "sh", "bash", "shell")
_FENCE = re.compile(r"^(?P<indent> *)```(?P<info>[^`\n]*)\n(?P<code>.*?)^(?P=indent)```$", re.DOTALL | re.MULTILINE)
_HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
_PROMPT = "$ "
_IN_A_CLONE = re.compile(r"make|pip|\.venv/.+|\.ci/.+")


@dataclass(frozen=True)
class Block:
    """A block of a document, at a line counted from 1, under a heading; ``words`` are those after the language."""

    document: str
    heading: str
    line: int
    language: str
    words: tuple[str, ...]
    code: str

    @property
    def place(self) -> str:
        """Where the block stands."""
        return f"{self.document}:{self.line}"

    @property
    def is_recipe(self) -> bool:
        """Whether tests/test_recipes.py is to run it."""
        return self.language == "r" or (self.language == "python" and self.document == "docs/load.md")

    @property
    def needs_a_clone(self) -> bool:
        """Whether tests/test_doc_installs.py is to run it: a command of it sets up, installs or tests the project."""
        return any(_IN_A_CLONE.fullmatch(shlex.split(command)[0]) for command in self.commands)

    @property
    def commands(self) -> list[str]:
        """The commands of a shell block, without prompts and lines of comment; none of another block."""
        if self.language not in SHELL:
            return []
        joined = self.code.replace("\\\n", " ")
        if self.language == "console":
            joined = "\n".join(line[2:] for line in joined.splitlines() if line.startswith(_PROMPT))
        return [line for line in joined.splitlines() if shlex.split(line, comments=True)]


def blocks(document: Path) -> list[Block]:
    """Return the blocks of a document, in order."""
    text = document.read_text(encoding="utf-8")
    found = []
    for match in _FENCE.finditer(text):
        language, *words = match["info"].split() or [""]
        code = re.sub(f"^{match['indent']}", "", match["code"], flags=re.MULTILINE)
        line = text.count("\n", 0, match.start()) + 1
        headings = _HEADING.findall(_FENCE.sub("", text[: match.start()]))
        name = document.relative_to(ROOT).as_posix()
        found.append(Block(name, headings[-1] if headings else "", line, language, tuple(words), code))
    return found


def all_blocks() -> list[Block]:
    """Return the blocks of all documents."""
    return [block for document in DOCUMENTS for block in blocks(document)]
