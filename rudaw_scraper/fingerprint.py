"""What has to differ for an article to count as changed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

# Left out is what differs from one reading of the same article to the next: times as printed ("2 hours ago"), the
# bytes with their counters, lists of other articles.
_FIELDS = ("headline", "authors", "summary", "body", "subheadings", "tags")


def fingerprint(record: Mapping[str, Any]) -> str:
    """Return a digest of what a reader would call the article's content: its texts and its comments."""
    content = [record[name] for name in _FIELDS]
    content.append([[caption["text"], caption["credit"]] for caption in record["captions"]])
    content.append([[comment["author"], comment["text"]] for comment in record["comments"]])
    data = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    return hashlib.blake2b(data, digest_size=16).hexdigest()
