"""Records of facts before and after, in words: what ``dateline diff`` and the page of a diff show of them."""

import json
from typing import Any

LONGEST = 60
"""Characters of a value that are shown."""


def told(fact: dict[str, Any]) -> str:
    """A fact in some words."""
    if fact["kind"] == "relation":
        return f"{fact['subject']['name']} {fact['type']} {fact['object']['name']}, {fact['status']}"
    named = "/".join(part for part in (fact["type"], fact["mode"]) if part)
    by = " and ".join(party["name"] for party in fact["actors"])
    parts = [named, f"by {by}" if by else "", fact["place"]["name"] if fact["place"] else "", _day(fact["possible"])]
    return ", ".join(part for part in (*parts, fact["status"]) if part)


def _day(days: list[str | None] | None) -> str:
    if days is None:
        return ""
    first, last = (day or ".." for day in days)
    return first if first == last else f"{first}/{last}"


def _stretch(one: dict[str, Any]) -> str:
    certain = _day(one["certain"])
    return f"{_day(one['possible'])}{f' (certain {certain})' if certain else ''}"


def short(field: str, value: Any) -> str:
    """The value of a field of a fact's record."""
    if value in (None, [], {}, ""):
        return "none"
    if field == "evidence":
        stances = [one["stance"] for one in value]
        return ", ".join(f"{stances.count(one)} {one}" for one in dict.fromkeys(stances))
    if field == "counts":
        return ", ".join(f"{name} {one['best']:,}" for name, one in value.items())
    if field in {"actors", "recipients"}:
        return ", ".join(one["name"] for one in value)
    if field in {"place", "subject", "object"}:
        return str(value["name"])
    if field in {"certain", "possible", "reported"}:
        return _day(value)
    if field == "validity":
        return "; then ".join(_stretch(one) for one in value)
    if field == "disagreements":
        return ", ".join(one["field"] for one in value)
    if field == "codes":
        return ", ".join(f"{name} {code}" for name, code in value.items())
    if field == "roles":
        return ", ".join(value)
    words = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return words if len(words) <= LONGEST else f"{words[:LONGEST]}…"
