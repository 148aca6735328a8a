"""How fast the workbench answers: twenty people at once on a large store, on loopback, who think between two pages."""

import asyncio
import random
import re
import socket
import statistics
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx

from dateline.record import Record
from dateline.store import open_store

USERS, SECONDS, THINK = 20, 60, (1.0, 3.0)
SAMPLE = 40


def measure(store: Path, *, seconds: int = SECONDS) -> dict[str, Any]:
    """Milliseconds to answer each screen, as the browser sees it: ``{screen: {median, p95, asked}}``."""
    screens = _screens(store)
    with _served(store) as link:
        cookies = httpx.get(link).cookies
        base = link.partition("/enter")[0]
        taken = asyncio.run(_all(base, dict(cookies), screens, seconds))
    return {
        "users": USERS,
        "think_seconds": THINK,
        "screens": {
            name: {"median": statistics.median(held), "p95": _p95(held), "asked": len(held)}
            for name, held in sorted(taken.items())
        },
    }


def _screens(store: Path) -> dict[str, list[str]]:
    """Addresses by screen: of reports, facts and actors those that come by chance, the largest actors among them."""
    chance = random.Random(1)
    with open_store(str(store)) as opened:
        record = Record(opened)
        reports = chance.sample([one.id for one in opened.reports()], SAMPLE)
        facts = chance.sample([one.id for one in record.facts()], SAMPLE)
        actors = list(record.every_actor())
    some = [one.id for one in (*actors[:10], *chance.sample(actors, SAMPLE))]
    return {
        "first page": ["/"],
        "reports": ["/reports", "/reports?order=published", "/reports?words=killed"],
        "report": [f"/reports/{one}" for one in reports],
        "review": ["/review", "/review?order=report"],
        "merges": ["/review/merges"],
        "actors": ["/actors", "/actors?words=army"],
        "actor": [f"/actors/{one}" for one in some],
        "fact": [f"/facts/{one}" for one in facts],
        "facts": ["/facts", "/facts?status=conflicting"],
        "events": ["/events"],
        "chart": [f"/chart?actor={one}" for one in some[:10]],
        "search": ["/search?q=killed", "/search?q=army+attack"],
        "sources": ["/sources"],
    }


async def _all(
    base: str, cookies: dict[str, str], screens: dict[str, list[str]], seconds: int
) -> dict[str, list[float]]:
    taken: dict[str, list[float]] = defaultdict(list)
    until = time.monotonic() + seconds
    async with httpx.AsyncClient(base_url=base, cookies=cookies, timeout=60) as client:
        for name, addresses in screens.items():  # once each, unmeasured: what is made at first use is made
            for address in addresses[:1]:
                _refuse_failure(await client.get(address), name)
        until = time.monotonic() + seconds
        await asyncio.gather(*(_person(client, screens, taken, until, number) for number in range(USERS)))
    return taken


async def _person(
    client: httpx.AsyncClient, screens: dict[str, list[str]], taken: dict[str, list[float]], until: float, number: int
) -> None:
    chance = random.Random(number)
    await asyncio.sleep(chance.uniform(0, THINK[1]))
    while time.monotonic() < until:
        name = chance.choice(list(screens))
        start = time.perf_counter()
        answer = await client.get(chance.choice(screens[name]))
        taken[name].append(1000 * (time.perf_counter() - start))
        _refuse_failure(answer, name)
        await asyncio.sleep(chance.uniform(*THINK))


def _refuse_failure(answer: httpx.Response, name: str) -> None:
    if answer.status_code != 200:
        raise SystemExit(f"{name}: {answer.request.url} answered {answer.status_code}")


def _p95(held: list[float]) -> float:
    return sorted(held)[min(len(held) - 1, int(0.95 * len(held)))]


@contextmanager
def _served(store: Path) -> Iterator[str]:
    """The link of a workbench in a process of its own."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "dateline", "serve", "--store", str(store), "--port", str(port), "--by", "bench"]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    assert process.stderr is not None
    try:
        found = re.search(r"http\S+", process.stderr.readline())
        if found is None:
            raise SystemExit("the workbench did not start")
        yield found.group()
    finally:
        process.terminate()
        process.wait()
