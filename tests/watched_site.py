"""A server of a folder that notes what it is asked for and when, and can be told what to answer."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from email.message import Message
from itertools import pairwise
from pathlib import Path
from typing import Any

from rudaw_scraper.site_server import Answer, SiteServer
from tests.small_site import rudaw

HTML = "text/html; charset=utf-8"


@dataclass(frozen=True)
class Asked:
    """A request: its target, when it came (monotonic seconds), its headers."""

    target: str
    at: float
    headers: Message


class WatchedSite(SiteServer):
    """``respond`` may give an answer to a target and how often it was asked for; ``None`` leaves it to the folder."""

    def __init__(self, folder: Path, respond: Callable[[str, int], Answer | None] | None = None) -> None:
        super().__init__(folder)
        self.asked: list[Asked] = []
        self._respond = respond

    def reply(self, target: str, headers: Message) -> Answer:
        self.asked.append(Asked(target, time.monotonic(), headers))
        times = sum(each.target == target for each in self.asked)
        answer = self._respond(target, times) if self._respond else None
        return answer or super().reply(target, headers)

    @property
    def targets(self) -> list[str]:
        return [each.target for each in self.asked]

    def gaps(self) -> list[float]:
        """Return the seconds between one request and the next."""
        moments = [each.at for each in self.asked]
        return [later - earlier for earlier, later in pairwise(moments)]


def crawl(site: str | Path, output: Path, *options: str) -> Any:
    """Run ``rudaw crawl`` on the English edition, without delay unless told."""
    given = [*options] if "--delay" in options else ["--delay", "0", *options]
    return rudaw("crawl", "--site", str(site), "--edition", "english", "--output", output, *given)


def manifests(output: Path) -> list[dict[str, Any]]:
    """Return the manifests of all runs, the oldest first."""
    return [json.loads(file.read_bytes()) for file in sorted(output.glob("*/*/manifest.json"))]


def refused_of(manifest: dict[str, Any]) -> dict[str, str]:
    """Return path -> reason of the pages that gave no article."""
    pages = manifest["refused"]["pages"]
    return {page["url"].removeprefix("https://www.rudaw.net"): page["reason"] for page in pages}
