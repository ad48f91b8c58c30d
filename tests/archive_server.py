"""A small web archive on the loopback address: an index in two dialects, replays, and WARC files in ranges."""

from __future__ import annotations

import json
import re
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self
from urllib.parse import parse_qs, unquote, urlsplit

from tests.archive_files import http, members, warc

FIELDS = ("urlkey", "timestamp", "original", "mimetype", "statuscode", "digest", "length")


@dataclass
class Stored:
    """One capture in the archive."""

    timestamp: str
    original: str
    content: bytes
    digest: str
    mimetype: str = "text/html"
    statuscode: str = "200"
    headers: dict[str, str] = field(default_factory=dict)

    @property
    def urlkey(self) -> str:
        """The address in the order of the index: host backwards, without www."""
        parts = urlsplit(self.original)
        host = (parts.hostname or "").removeprefix("www.")
        return f"{','.join(reversed(host.split('.')))}){parts.path}" + (f"?{parts.query}" if parts.query else "")

    @property
    def length(self) -> str:
        return str(len(self.content))


@dataclass(frozen=True)
class Reply:
    """What the server sends."""

    body: bytes
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)


class ArchiveServer:
    """Serves captures; ``asked`` notes each request with its time, ``first`` may answer instead."""

    def __init__(self, captures: list[Stored], rows: int = 1000) -> None:
        self.captures = sorted(captures, key=lambda capture: (capture.urlkey, capture.timestamp))
        self.rows = rows
        self.asked: list[tuple[float, str]] = []
        self.first: Callable[[str], Reply | None] = lambda target: None
        self._server: ThreadingHTTPServer | None = None

    @property
    def url(self) -> str:
        assert self._server is not None
        return f"http://127.0.0.1:{self._server.server_port}"

    @property
    def targets(self) -> list[str]:
        return [target for _, target in self.asked]

    def __enter__(self) -> Self:
        archive = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            wbufsize = 1 << 16

            def do_GET(self) -> None:
                archive.asked.append((time.monotonic(), self.path))
                reply = archive.first(self.path) or archive.answer(self.path, self.headers.get("Range"))
                self.send_response(reply.status)
                self.send_header("Content-Length", str(len(reply.body)))
                for name, value in reply.headers.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(reply.body)

            def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True).start()
        return self

    def __exit__(self, *exc: object) -> None:
        assert self._server is not None
        self._server.shutdown()
        self._server.server_close()

    def answer(self, target: str, wanted_range: str | None) -> Reply:
        parts = urlsplit(target)
        query = {name: values[-1] for name, values in parse_qs(parts.query).items()}
        query["filters"] = "\n".join(parse_qs(parts.query).get("filter", []))
        if parts.path == "/cdx/search/cdx":
            return self.wayback_index(query)
        if parts.path == "/collinfo.json":
            return Reply(json.dumps(self.collections()).encode())
        if parts.path.endswith("-index") or parts.path == "/coll/cdx":
            return self.lines_index(query)
        if parts.path == "/data/all.warc.gz":
            return self.piece(wanted_range)
        match = re.fullmatch(r"/(?:web|coll)/(\d{14})id_/(.+)", unquote(target))
        return self.replay(match[1], match[2]) if match else Reply(b"nothing here", 404)

    def collections(self) -> list[dict[str, str]]:
        names = (("2018", "2018-05-01T00:00:00", "2018-05-31T00:00:00"), ("2015", "2015-01-01", "2015-01-31"))
        return [{"id": f"CC-{n}", "cdx-api": f"{self.url}/CC-{n}-index", "from": a, "to": b} for n, a, b in names]

    def matching(self, query: dict[str, str]) -> list[Stored]:
        """Return the captures below a prefix and between two times that pass the filters."""
        host, _, path = query["url"].partition("/")
        key = f"{','.join(reversed(host.split('.')))})/{path}"
        found = [capture for capture in self.captures if capture.urlkey.startswith(key)]
        if query.get("from"):
            found = [capture for capture in found if capture.timestamp >= query["from"].ljust(14, "0")]
        if query.get("to"):
            found = [capture for capture in found if capture.timestamp <= query["to"].ljust(14, "9")]
        for line in filter(None, query["filters"].splitlines()):
            name, _, pattern = line.removeprefix("=").partition(":")
            name = {"status": "statuscode", "mime": "mimetype"}.get(name, name)
            found = [capture for capture in found if re.fullmatch(pattern, getattr(capture, name))]
        if query.get("collapse") == "digest":
            found = [c for n, c in enumerate(found) if n == 0 or c.digest != found[n - 1].digest]
        return found

    def wayback_index(self, query: dict[str, str]) -> Reply:
        found = self.matching(query)
        start = int(query.get("resumeKey", "0").removeprefix("key "))
        end = start + min(int(query.get("limit", "100000")), self.rows)
        if not found:
            return Reply(b"[]\n")
        table: list[list[str]] = [list(FIELDS)]
        table += [[getattr(capture, name) for name in FIELDS] for capture in found[start:end]]
        if query.get("showResumeKey") and end < len(found):
            table += [[], [f"key {end}"]]
        return Reply(json.dumps(table).encode(), headers={"Content-Type": "application/json"})

    def lines_index(self, query: dict[str, str]) -> Reply:
        found = self.matching(query)
        if not found:
            return Reply(b'{"message": "No Captures found for: x"}', 404)
        pages = -(-len(found) // self.rows)
        if query.get("showNumPages"):
            return Reply(json.dumps({"pages": pages, "pageSize": 5, "blocks": 1}).encode())
        if "page" in query:
            found = found[int(query["page"]) * self.rows :][: self.rows]
        rows = []
        for capture in found[: int(query.get("limit", "100000"))]:
            offset, length = self.place(capture)
            row = {"urlkey": capture.urlkey, "timestamp": capture.timestamp, "url": capture.original}
            row |= {"mime": capture.mimetype, "status": capture.statuscode, "digest": capture.digest}
            rows.append(row | {"filename": "data/all.warc.gz", "offset": str(offset), "length": str(length)})
        return Reply("".join(json.dumps(row) + "\n" for row in rows).encode())

    def record(self, capture: Stored) -> bytes:
        date = datetime.strptime(capture.timestamp + "+0000", "%Y%m%d%H%M%S%z")
        block = http(capture.content, **{name.replace("-", "_"): value for name, value in capture.headers.items()})
        return members([warc(capture.original, block, date=f"{date:%Y-%m-%dT%H:%M:%SZ}")])

    def place(self, wanted: Stored) -> tuple[int, int]:
        offset = 0
        for capture in self.captures:
            length = len(self.record(capture))
            if capture is wanted:
                return offset, length
            offset += length
        raise AssertionError("not in this archive")

    def piece(self, wanted_range: str | None) -> Reply:
        data = b"".join(map(self.record, self.captures))
        match = re.fullmatch(r"bytes=(\d+)-(\d+)", wanted_range or "")
        assert match is not None, "only pieces are asked for"
        return Reply(data[int(match[1]) : int(match[2]) + 1], 206)

    def replay(self, timestamp: str, original: str) -> Reply:
        captures = [capture for capture in self.captures if capture.original == original]
        if not captures:
            return Reply(b"not archived", 404)
        capture = min(captures, key=lambda one: abs(int(one.timestamp) - int(timestamp)))
        if capture.timestamp != timestamp:
            return Reply(b"", 302, {"Location": f"/web/{capture.timestamp}id_/{original}"})
        moment = datetime.strptime(timestamp, "%Y%m%d%H%M%S").replace(tzinfo=UTC)
        own = {"Content-Type": "text/html; charset=utf-8", "Memento-Datetime": format_datetime(moment, usegmt=True)}
        return Reply(capture.content, int(capture.statuscode), own | capture.headers)
