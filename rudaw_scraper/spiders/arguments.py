"""The arguments of the spiders: text in, checked values out, with the allowed values named."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path

from rudaw_scraper.editions import EDITIONS
from rudaw_scraper.errors import BadAddress, BadTime, RudawError
from rudaw_scraper.extract import parse_time
from rudaw_scraper.recheck import BadAge, Recheck
from rudaw_scraper.site import Site

_SECTION = re.compile(r"[A-Za-z0-9_-]{1,80}(/[A-Za-z0-9_-]{1,80}){0,3}")


class BadArgument(RudawError, ValueError):
    """An argument has a value that is not allowed."""


def editions(text: str) -> tuple[str, ...]:
    """Read ``english,sorani``; nothing means all editions."""
    names = tuple(dict.fromkeys(_split(text.lower())))
    for name in names:
        if name not in EDITIONS:
            raise BadArgument(f"edition: {name!r} is none; choose from {', '.join(EDITIONS)}.")
    return names or tuple(EDITIONS)


def sections(text: str) -> tuple[tuple[str, ...], ...]:
    """Read ``kurdistan,middleeast/iraq`` as paths; nothing means all sections."""
    paths = [path.strip("/") for path in _split(text)]
    for path in paths:
        if not _SECTION.fullmatch(path):
            raise BadArgument(f"section: {path!r} is none; give it as in the address, such as middleeast/iraq.")
    return tuple(dict.fromkeys(tuple(path.lower().split("/")) for path in paths))


def whole_number(name: str, text: str | int | None, least: int = 1) -> int | None:
    """Read a number of at least ``least``; nothing is ``None``."""
    if text is None or text == "":
        return None
    try:
        number = int(text)
    except ValueError:
        number = least - 1
    if number < least:
        raise BadArgument(f"{name}: {text!r} is not a whole number from {least} up.")
    return number


def seconds(name: str, text: str | float | None) -> float | None:
    """Read a number of seconds from 0 to 3600; nothing is ``None``."""
    if text is None or text == "":
        return None
    try:
        number = float(text)
    except ValueError:
        number = -1.0
    if not 0 <= number <= 3600:
        raise BadArgument(f"{name}: {text!r} is not a number of seconds from 0 to 3600.")
    return number


def site_or_folder(text: str) -> Site | Path:
    """Read the address of a site, or the path of a folder that holds a copy of one."""
    if "://" not in text:
        folder = Path(text)
        if folder.is_dir():
            return folder
        raise BadArgument(f"site: {text!r} is neither an existing folder nor an address such as https://www.rudaw.net.")
    try:
        return Site.parse(text)
    except BadAddress as error:
        raise BadArgument(f"site: {error}.") from None


def day(name: str, text: str | None) -> date | None:
    """Read a day such as ``2026-05-25``; nothing is ``None``."""
    if text is None or text == "":
        return None
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        raise BadArgument(f"{name}: {text!r} is not a day such as 2026-05-25.") from None


def recheck(text: str) -> Recheck:
    """Read which articles are read again; nothing means those younger than 14 days."""
    try:
        return Recheck.parse(text)
    except BadAge as error:
        raise BadArgument(str(error)) from None


def yes(name: str, text: str | bool) -> bool:
    """Read a yes or no."""
    words = {"": False, "0": False, "no": False, "false": False, "1": True, "yes": True, "true": True}
    value = words.get(str(text).strip().lower())
    if value is None:
        raise BadArgument(f"{name}: {text!r} is neither 1 nor 0.")
    return value


def moment(name: str, text: str) -> datetime:
    """Read a point in time with its offset, such as ``2019-03-22T09:00:00Z``."""
    try:
        return parse_time(text)
    except BadTime as error:
        raise BadArgument(f"{name}: {error}.") from None


def contact(text: str) -> str:
    """Read how the site's people can reach us: a web or mail address, one word of printable ASCII."""
    text = text.strip()
    if text and not (text.isascii() and text.isprintable() and " " not in text and len(text) <= 200):
        raise BadArgument(f"contact: {text!r} is neither a web address nor a mail address.")
    return text


def refuse_unknown(spider: str, unknown: Iterable[str], known: Iterable[str]) -> None:
    """Raise for arguments that no spider has; ``_job`` is what a job server adds."""
    names = sorted(set(unknown) - {"_job"})
    if names:
        raise BadArgument(f"the spider {spider} has no argument {names[0]!r}; it has {', '.join(known)}.")


def _split(text: str) -> list[str]:
    return [part.strip() for part in text.split(",") if part.strip()]
