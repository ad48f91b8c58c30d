"""When an article that was written before is read again."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from rudaw_scraper.errors import RudawError

DAY = 86_400.0
_UNITS = {"h": 3_600.0, "d": DAY, "w": 7 * DAY}
_AGE = re.compile(r"(\d{1,4})([hdw])")
# A young article is read again when an eighth of its age has passed since it was last read: one of eight hours every
# hour, one of a week once a day.
_SHARE_OF_AGE = 1 / 8


class BadAge(RudawError, ValueError):
    """A value of ``--recheck`` that is none."""


@dataclass(frozen=True, slots=True)
class Recheck:
    """``all``: every article that is listed; otherwise those younger than ``age`` seconds, 0 for none."""

    age: float = 14 * DAY
    mode: Literal["age", "all", "none"] = "age"

    @classmethod
    def parse(cls, text: str) -> Recheck:
        """Read ``all``, ``none`` or an age such as ``36h``, ``14d``, ``2w``; nothing is the default."""
        text = text.strip().lower()
        if not text:
            return cls()
        if text in ("all", "none"):
            return cls(0.0, "all" if text == "all" else "none")
        match = _AGE.fullmatch(text)
        if match is None:
            raise BadAge(f"recheck: {text!r} is neither all nor none nor an age such as 36h, 14d or 2w.")
        return cls(int(match[1]) * _UNITS[match[2]])

    def is_due(self, *, age: float, waited: float, checks: int) -> bool:
        """Tell whether an article is to be read again now.

        ``age`` and ``waited`` (since it was last read) are seconds; ``checks`` is how often it was read again. The
        first time comes with the next run: most corrections follow soon after publication.
        """
        if self.mode != "age":
            return self.mode == "all"
        return age < self.age and (checks == 0 or waited >= age * _SHARE_OF_AGE)
