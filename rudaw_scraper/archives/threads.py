"""A discussion over time: the comments of all captures of an article in one list."""

from __future__ import annotations

from typing import Any

Key = tuple[str | None, str | None, str]
Thread = dict[Key, tuple[dict[str, Any], Key | None]]


def merged_comments(captures: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return every comment of the captures, the oldest first, once, in the order of the page.

    A comment is the same when author, date and text are. Its fields are those of the newest capture that has it; one
    that is gone stands behind the comment that it followed. A comment that some capture lacks has ``seen_first`` and
    ``seen_last``, the times of the first and the last capture with it; of the others both are ``None``.
    """
    days = _days(captures)
    threads = [_thread(capture["comments"], days) for capture in captures]
    order = _order(threads)
    places = {key: place for place, key in enumerate(order, 1)}
    times = [capture["fetched_at"] for capture in captures]
    merged = []
    for key in order:
        holding = [number for number, thread in enumerate(threads) if key in thread]
        comment, parent = threads[holding[-1]][key]
        dated = next((threads[number][key][0] for number in reversed(holding) if threads[number][key][0]["date"]), {})
        reply_to = places[parent] if parent is not None and places[parent] < places[key] else None
        always = len(holding) == len(threads)
        seen = (None, None) if always else (times[holding[0]], times[holding[-1]])
        dates = {name: dated.get(name, comment[name]) for name in ("date", "datetime", "date_raw")}
        place = {"position": places[key], "reply_to": reply_to}
        merged.append({**comment, **dates, **place, "seen_first": seen[0], "seen_last": seen[1]})
    return merged


def _days(captures: list[dict[str, Any]]) -> dict[Key, str]:
    """Return the days of comments, by their printed dates: in one capture a date may be readable, in another not."""
    return {
        (comment["author"], comment["date_raw"], comment["text"]): comment["date"]
        for capture in captures
        for comment in capture["comments"]
        if comment["date"] is not None
    }


def _thread(comments: list[dict[str, Any]], days: dict[Key, str]) -> Thread:
    """Return the comments of one capture by what makes them the same, each with the one that it answers."""
    keys = [_key(comment, days) for comment in comments]
    thread: Thread = {}
    for key, comment in zip(keys, comments, strict=True):
        answered = comment["reply_to"]
        parent = keys[answered - 1] if answered is not None and 0 < answered <= len(keys) else None
        thread.setdefault(key, (comment, parent if parent != key else None))
    return thread


def _key(comment: dict[str, Any], days: dict[Key, str]) -> Key:
    author, printed, text = comment["author"], comment["date_raw"], comment["text"]
    return author, comment["date"] or days.get((author, printed, text), printed), text


def _order(threads: list[Thread]) -> list[Key]:
    """Return all keys: the newest capture's in its order, the others behind those that they followed."""
    following: dict[Key | None, Key | None] = {}
    last: Key | None = None
    for key in threads[-1]:
        following[last] = last = key
    following[last] = None
    for thread in reversed(threads[:-1]):
        before: Key | None = None
        for key in thread:
            if key not in following:
                following[key] = following[before]
                following[before] = key
            before = key
    order: list[Key] = []
    place = following[None]
    while place is not None:
        order.append(place)
        place = following[place]
    return order
