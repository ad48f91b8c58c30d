"""The small records that the engine's steps hand to each other: what is quoted, and who says it."""

from __future__ import annotations

from typing import Literal

Side = Literal["before", "after", "around"]


class Stretch:
    """Text between a pair of marks of one paragraph.

    ``start``/``end`` bound the inside without blanks, ``outer_start``/``outer_end`` the outside with the marks.
    ``closed`` is false where the paragraph ends before the closing mark, ``opened`` is false where the paragraph
    carries on a quotation that an earlier one opened.
    """

    __slots__ = ("closed", "end", "opened", "outer_end", "outer_start", "start")

    def __init__(
        self, start: int, end: int, outer_start: int, outer_end: int, closed: bool = True, opened: bool = True
    ) -> None:
        self.start = start
        self.end = end
        self.outer_start = outer_start
        self.outer_end = outer_end
        self.closed = closed
        self.opened = opened


class Attribution:
    """A reporting clause beside a quotation: who says it (offsets in the paragraph), by which verb.

    ``at`` is the cue's offset and tells two clauses apart; ``strength`` orders rival clauses. A clause of a
    language that drops its subject has ``start == end``; ``around`` is one with the subject before the quotation
    and the verb behind it.
    """

    __slots__ = ("at", "cue", "description", "end", "side", "start", "strength")

    def __init__(
        self, start: int, end: int, cue: str | None, at: int, strength: int, side: Side, description: str | None = None
    ) -> None:
        self.start = start
        self.end = end
        self.cue = cue
        self.at = at
        self.strength = strength
        self.side: Side = side
        self.description = description
