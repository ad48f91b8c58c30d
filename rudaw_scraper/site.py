"""The site that is crawled: the real one, a mirror, or a copy for tests; and what its addresses stand for."""

from __future__ import annotations

from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import urlsplit, urlunsplit

from rudaw_scraper.addresses import HOSTS, SITE
from rudaw_scraper.errors import BadAddress

RUDAW_HOSTS = frozenset(HOSTS)
_PORTS = {"http": 80, "https": 443}
_LOCAL_NAMES = (".localhost", ".local", ".internal", ".lan", ".home.arpa")


@dataclass(frozen=True, slots=True)
class Site:
    """The origin that requests go to, for example ``https://www.rudaw.net`` or ``http://127.0.0.1:8000``."""

    scheme: str
    host: str
    port: int | None

    @classmethod
    def parse(cls, url: str) -> Site:
        """Read ``http(s)://host[:port]``; raises :class:`BadAddress`."""
        try:
            parts = urlsplit(url.strip())
            port = parts.port
        except ValueError as error:
            raise BadAddress(f"{url!r} is not the address of a site: {error}") from None
        if parts.scheme not in _PORTS or not parts.hostname:
            raise BadAddress(f"{url!r} is not the address of a site; give one like {SITE}, or an existing folder")
        if parts.path.strip("/") or parts.query or parts.username:
            raise BadAddress(f"{url!r} holds more than a site; give the part up to the host and port only")
        return cls(parts.scheme, parts.hostname, port if port != _PORTS[parts.scheme] else None)

    @property
    def origin(self) -> str:
        """The site's address without a path."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{host}" + (f":{self.port}" if self.port else "")

    @property
    def is_rudaw(self) -> bool:
        """Whether this is the real site, not a copy of it."""
        return self.host in RUDAW_HOSTS and self.port is None

    def contains(self, url: str) -> bool:
        """Tell whether a request for ``url`` stays on the site; Rudaw itself has several host names."""
        parts = _split(url)
        if parts is None:
            return False
        scheme, host, port = parts
        if self.is_rudaw:
            return host in RUDAW_HOSTS and port is None
        return (scheme, host, port) == (self.scheme, self.host, self.port)

    def why_offsite(self, url: str) -> str | None:
        """Return why a link is not followed that leads away from the site; ``None`` if it stays, or is no address.

        ``mailto:``, ``javascript:`` and the like lead nowhere.
        """
        if self.localise(url) is not None:
            return None
        parts = _split(url)
        if parts is None:
            scheme = url.partition(":")[0].lower()
            return f"no web address ({scheme}:)" if "://" in url or scheme == "file" else None
        scheme, host, port = parts
        if is_private(host) and host != self.host:
            return "a private address"
        if host == self.host and port != self.port:
            return "another port"
        return "another scheme" if host == self.host else "another host"

    def localise(self, url: str) -> str | None:
        """Return where a link is fetched from: those to Rudaw go to this site, others nowhere."""
        parts = _split(url)
        if parts is None:
            return None
        _, host, port = parts
        if not self.contains(url) and not (host in RUDAW_HOSTS and port is None):
            return None
        whole = urlsplit(url)
        return urlunsplit((*urlsplit(self.origin)[:2], whole.path or "/", whole.query, ""))

    def canonical(self, url: str) -> str:
        """Return the address on the real site that one on this site stands for."""
        parts = _split(url)
        if parts is None or parts[1] in RUDAW_HOSTS or not self.contains(url):
            return url
        whole = urlsplit(url)
        return urlunsplit((*urlsplit(SITE)[:2], whole.path, whole.query, ""))


def is_private(host: str) -> bool:
    """Tell whether a host is an address of this machine or of a network of its own, or a name that only those have."""
    try:
        return not ip_address(host).is_global
    except ValueError:
        return "." not in host or host.endswith(_LOCAL_NAMES)


def _split(url: str) -> tuple[str, str, int | None] | None:
    """Return scheme, host and port (``None`` for the scheme's own) of a web address."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return None
    if parts.scheme not in _PORTS or not parts.hostname:
        return None
    return parts.scheme, parts.hostname, port if port != _PORTS[parts.scheme] else None
