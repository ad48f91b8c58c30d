"""A resolver for which every name stands for this machine: what whoever controls a name could answer."""

from __future__ import annotations

from scrapy.resolver import CachingThreadedResolver
from twisted.internet.defer import Deferred, succeed


class EverythingIsHere(CachingThreadedResolver):
    def getHostByName(self, name: str, timeout: object = ()) -> Deferred[str]:  # noqa: N802 - the name is Twisted's
        return succeed("127.0.0.1")
