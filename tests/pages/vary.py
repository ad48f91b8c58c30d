"""Make other pages of a content by leaving things out, as real pages do: no picture, no comments, no tags."""

from __future__ import annotations

import random
from dataclasses import replace

from tests.pages.content import Comment, Content, Part, PartKind

OPTIONAL_PARTS: tuple[PartKind, ...] = (
    "share", "facebook", "tags", "tools", "watch", "views", "related", "more_by",
)  # fmt: skip


def vary(content: Content, seed: int) -> Content:
    """The content with some of its pieces gone, chosen by the seed; the expected record follows the model."""
    rng = random.Random(f"vary {seed} {content.name}")
    gone = {kind for kind in OPTIONAL_PARTS if rng.random() < 0.3}
    comments, count = _comments(rng, content)
    tail = [_recounted(part, content, count) for part in content.tail if part.kind not in gone]
    known = {key: value for key, value in content.known.items() if key != "quotes"}
    return replace(
        content,
        name=f"{content.name}~{seed}",
        before=[part for part in content.before if rng.random() < 0.7],
        section_lines=content.section_lines[-1:] if rng.random() < 0.3 else content.section_lines,
        lead=content.lead if rng.random() < 0.7 else None,
        reporter=content.reporter if rng.random() < 0.5 else None,
        blocks=[block for block in content.blocks if block.kind == "paragraph" or rng.random() < 0.6],
        tail=tail,
        comments=comments,
        comment_count=count,
        side_groups=content.side_groups if rng.random() < 0.7 else [],
        teasers=content.teasers if rng.random() < 0.7 else [],
        footer=[part for part in content.footer if rng.random() < 0.8],
        known=known,
    )


def _comments(rng: random.Random, content: Content) -> tuple[list[Comment], int | None]:
    """All comments, none, or the first few; a number that the page declares is then that of those shown."""
    kept = content.comments[: rng.choice((0, 1, 2, len(content.comments), len(content.comments)))]
    if content.comment_count is None or len(kept) == len(content.comments):
        return kept, content.comment_count
    return kept, len(kept)


def _recounted(part: Part, content: Content, count: int | None) -> Part:
    if part.kind != "comments" or part.label is None or count == content.comment_count:
        return part
    return replace(part, label=part.label.replace(f"({content.comment_count})", f"({count})"))
