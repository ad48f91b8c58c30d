"""Serve a folder of pages on this machine's loopback address, for as long as a crawl takes.

The folder may hold ``site.json``: ``{"/path": {"file": …, "status": …, "content_type": …, "headers": {…}}}``
(its ``paths`` key is used if there is one; ``expected`` may tell which pages give no article, and why). Without it, a
path is answered by the file of that name, by ``<path>.html`` or by ``<path>/index.html``.
"""

from __future__ import annotations

import json
import mimetypes
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Self
from urllib.parse import unquote, urlsplit

from rudaw_scraper.errors import RudawError

_ROBOTS = b"User-agent: *\nDisallow:\n"


class BadSite(RudawError):
    """The folder is not one that can be served."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the server sends for one path."""

    status: int
    body: bytes
    content_type: str
    headers: Mapping[str, str] = field(default_factory=dict)


class SiteServer:
    """A web server of one folder on 127.0.0.1, on a free port; a context manager."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder.resolve()
        self._table = _read_table(self._folder)
        self._server: _Server | None = None

    @property
    def url(self) -> str:
        """The address of the server, once it is started."""
        assert self._server is not None
        return f"http://127.0.0.1:{self._server.server_port}"

    def start(self) -> Self:
        """Take a free port and begin to answer."""
        self._server = _Server(self)
        threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True).start()
        return self

    def stop(self) -> None:
        """Stop answering and free the port."""
        if self._server is not None:
            self._server.shutdown()
            self._server.server_close()
            self._server = None

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(self, *exc: object) -> None:
        self.stop()

    def reply(self, target: str, headers: Message) -> Answer:  # noqa: ARG002 - for servers that heed them
        """Return the answer to a request target with these headers."""
        return self.answer(target)

    def answer(self, target: str) -> Answer:
        """Return the answer to a request target (path and query)."""
        path = urlsplit(target).path
        path = path.rstrip("/") or "/"
        for key in (target, unquote(target), path, unquote(path)):
            if key in self._table:
                return self._from_table(self._table[key])
        if path == "/robots.txt":
            return Answer(200, _ROBOTS, "text/plain")
        file = None if self._table else self._find(unquote(path).strip("/"))
        if file is None:
            return Answer(404, b"<!DOCTYPE html><title>404</title><p>Not found.", "text/html; charset=utf-8")
        return Answer(200, file.read_bytes(), mimetypes.guess_type(file.name)[0] or "application/octet-stream")

    def _from_table(self, entry: Mapping[str, Any]) -> Answer:
        file = entry.get("file")
        body = self._inside(file).read_bytes() if file else b""
        return Answer(
            status=int(entry.get("status", 200)),
            body=body,
            content_type=entry.get("content_type", "text/html; charset=utf-8"),
            headers=entry.get("headers") or {},
        )

    def _find(self, name: str) -> Path | None:
        for candidate in (name, f"{name}.html", f"{name}/index.html"):
            file = self._inside(candidate)
            if candidate and file.is_file():
                return file
        return None

    def _inside(self, name: str) -> Path:
        file = (self._folder / name.lstrip("/")).resolve()
        if not file.is_relative_to(self._folder):
            raise BadSite(f"{name!r} leads out of {self._folder}; name files inside that folder only")
        return file


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, site: SiteServer) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.site = site


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    wbufsize = 1 << 16  # head and body leave together; apart, each answer waits 40 ms for the client's receipt
    server: _Server

    def do_GET(self) -> None:
        """Answer a GET request."""
        try:
            answer = self.server.site.reply(self.path, self.headers)
        except (BadSite, OSError) as error:
            answer = Answer(500, f"{error}\n".encode(), "text/plain; charset=utf-8")
        self.send_response(answer.status)
        self.send_header("Content-Type", answer.content_type)
        self.send_header("Content-Length", str(len(answer.body)))
        for name, value in answer.headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(answer.body)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name is the base class's
        """Keep quiet: the crawler logs its requests itself."""


def expected_refusals(folder: Path) -> dict[str, str]:
    """Return which pages of a folder give no article, by path, and why, as its ``site.json`` says itself."""
    try:
        expected = json.loads((folder / "site.json").read_text(encoding="utf-8"))["expected"]
        refused = {entry["path"]: entry["error"] for entry in expected.get("refused", [])}
        return refused | dict.fromkeys(expected.get("not_found", []), "Http404")
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def _read_table(folder: Path) -> dict[str, dict[str, Any]]:
    path = folder / "site.json"
    if not path.exists():
        return {}
    try:
        table = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise BadSite(
            f"{path} cannot be read: {error}. Mend it, or take it away to serve the files as they are."
        ) from None
    if isinstance(table, dict) and isinstance(table.get("paths"), dict):
        table = table["paths"]
    if not isinstance(table, dict):
        raise BadSite(f"{path} must hold an object: path -> {{file, status, content_type, headers}}.")
    return {path: entry for path, entry in table.items() if path.startswith("/") and isinstance(entry, dict)}
