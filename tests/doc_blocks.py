"""The code blocks of README.md and docs/: which language, which words after it, which lines of code."""

from __future__ import annotations

import re
import shlex
from dataclasses import dataclass
from pathlib import Path

from tests.small_site import ROOT

DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
SHELL = ("console", "sh", "bash", "shell")
_FENCE = re.compile(r"^(?P<indent> *)```(?P<info>[^`\n]*)\n(?P<code>.*?)^(?P=indent)```$", re.DOTALL | re.MULTILINE)
_PROMPT = "$ "


@dataclass(frozen=True)
class Block:
    """A block of a document, at a line counted from 1; ``words`` are those after the language."""

    document: str
    line: int
    language: str
    words: tuple[str, ...]
    code: str

    @property
    def place(self) -> str:
        """Where the block stands."""
        return f"{self.document}:{self.line}"

    @property
    def is_run(self) -> bool:
        """Whether the block is meant to be run as it is."""
        return "no-run" not in self.words

    @property
    def commands(self) -> list[str]:
        """The commands of a shell block, without prompts and comments."""
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
        found.append(Block(document.relative_to(ROOT).as_posix(), line, language, tuple(words), code))
    return found


def all_blocks() -> list[Block]:
    """Return the blocks of all documents."""
    return [block for document in DOCUMENTS for block in blocks(document)]
