"""A content as plain text, the way a saved page or an archive's text record shows it."""

from __future__ import annotations

from tests.pages.content import Content, Part, Teaser


def to_text(content: Content) -> str:
    """The page's lines in reading order."""
    lines: list[str] = []
    for part in content.before:
        lines += [*part_lines(part), ""]
    lines += [" | ".join(link.text for link in line) for line in content.section_lines]
    lines += [content.headline, *_byline(content)]
    if content.lead and content.lead.printed:
        lines += [content.lead.printed, content.lead.printed]
    lines += [line for line in (content.reporter, content.dateline_line) if line]
    for block in content.blocks:
        lines += [block.picture.printed if block.picture else block.text, ""]
    for part in content.tail:
        lines += part_lines(part, content)
    lines += ["", *part_lines(content.be_part), "", *part_lines(content.side)]
    for group in content.side_groups:
        lines += _group(group)
    if content.elsewhere:
        lines += part_lines(content.elsewhere)
    for teaser in content.teasers:
        lines += [f"{teaser.headline.text} {teaser.tail.removeprefix('| ')}", teaser.headline.text]
        lines += [f"{teaser.lead} {teaser.more or ''}".strip()] if teaser.lead else []
    for part in content.footer:
        lines += part_lines(part)
    return "\n".join(lines) + "\n"


def part_lines(part: Part, content: Content | None = None) -> list[str]:
    """The lines of a stretch of furniture; comments stand under their heading, before the form."""
    lines = [part.label] if part.label and part.joiner is None else []
    if part.kind == "comments" and content is not None:
        for comment in content.comments:
            head = f"{comment.author} | {comment.date_raw}" if comment.author else comment.date_raw
            lines += [head, *comment.lines]
    if part.joiner is not None:
        label = f"{part.label} " if part.label else ""
        lines.append((label + part.joiner.join(item.text for item in part.items)).strip())
    else:
        lines += [item.text for item in part.items]
    return [*lines, *part.lines_after]


def _byline(content: Content) -> list[str]:
    if content.byline is None:
        return []
    return [" ".join(part for part in (content.byline.printed, content.byline.date) if part)]


def _group(group: Teaser) -> list[str]:
    lines: list[str] = []
    for comment in group.comments:
        lines += [f"{comment.author} | {comment.date_raw}", comment.text]
    lines += [group.headline.text, group.tail]
    return lines if group.comments else [*lines, group.headline.text]
