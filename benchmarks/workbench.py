"""How fast the workbench answers: twenty people at once on a large store, on loopback, who think between two pages and
judge a claim now and then, so that facts change under those who read.
"""

import asyncio
import random
import re
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import AsyncExitStack, contextmanager
from pathlib import Path
from typing import Any

import httpx

from dateline.record import Record
from dateline.serve.access.people import People
from dateline.store import open_store

USERS, SECONDS, THINK = 20, 60, (1.0, 3.0)
READ_SIZES = (10000, 21000)
SAMPLE = 40
PASSWORD = "a password for the bench only"
VERDICT = "verdict on a claim"


def measure_all(worlds: Path) -> list[dict[str, Any]]:
    """People who only read in stores of two sizes, and people who judge too."""
    stores = {size: worlds / f"size-{size}.sqlite" for size in READ_SIZES}
    reading = [measure(store, judging=False) for store in stores.values()]
    return [*reading, measure(stores[min(stores)], judging=True)]


def measure(store: Path, *, judging: bool, seconds: int = SECONDS) -> dict[str, Any]:
    """Milliseconds to answer each screen, as the browser sees it: ``{screen: {median, p95, asked}}``.

    ``judging``: one thing in fourteen that they do is a verdict on a claim, in a copy of the store, and facts are made
    anew meanwhile; else they read only.
    """
    screens = _screens(store, judging=judging)
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(shutil.copy(store, folder))
        with open_store(str(copy)) as opened:
            for number in range(USERS):
                People(opened).add(f"person {number}", "coder" if number else "admin", PASSWORD)
        with _served(copy) as base:
            taken = asyncio.run(_all(base, screens, seconds))
    with open_store(str(store)) as opened:
        size = {"reports": sum(1 for _ in opened.reports()), "claims": sum(1 for _ in opened.claims())}
    return {
        "size": size,
        "judging": judging,
        "users": USERS,
        "think_seconds": THINK,
        "screens": {
            name: {"median": statistics.median(held), "p95": _p95(held), "asked": len(held)}
            for name, held in sorted(taken.items())
        },
    }


def _screens(store: Path, *, judging: bool) -> dict[str, list[str]]:
    """Addresses by screen: of reports, facts and actors those that come by chance, the largest actors among them."""
    chance = random.Random(1)
    with open_store(str(store)) as opened:
        record = Record(opened)
        reports = chance.sample([one.id for one in opened.reports()], SAMPLE)
        facts = chance.sample([one.id for one in record.facts()], SAMPLE)
        actors = list(record.every_actor())
        claims = chance.sample([one.record["id"] for one in opened.claims()], 1000)
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
        **({VERDICT: claims} if judging else {}),
    }


async def _all(base: str, screens: dict[str, list[str]], seconds: int) -> dict[str, list[float]]:
    taken: dict[str, list[float]] = defaultdict(list)
    async with AsyncExitStack() as stack:
        people = []
        for number in range(USERS):
            client = await stack.enter_async_context(httpx.AsyncClient(base_url=base, timeout=60))
            people.append(await _logged_in(client, number))
        for name, addresses in screens.items():  # once each, unmeasured: what is made at first use is made
            _refuse_failure(await _ask(people[0], name, addresses[0]), name)
        until = time.monotonic() + seconds
        await asyncio.gather(*(_person(one, screens, taken, until, number) for number, one in enumerate(people)))
    return taken


async def _logged_in(client: httpx.AsyncClient, number: int) -> httpx.AsyncClient:
    """With what a page of ours sends along when it changes something."""
    await client.post("/login", data={"name": f"person {number}", "password": PASSWORD})
    found = re.search(r'name="csrf" content="([^"]+)"', (await client.get("/")).text)
    if found is None:
        raise SystemExit(f"person {number} could not log in")
    client.headers.update({"x-csrf-token": found.group(1), "origin": str(client.base_url).rstrip("/")})
    return client


async def _person(
    client: httpx.AsyncClient, screens: dict[str, list[str]], taken: dict[str, list[float]], until: float, number: int
) -> None:
    chance = random.Random(number)
    await asyncio.sleep(chance.uniform(0, THINK[1]))
    while time.monotonic() < until:
        name = chance.choice(list(screens))
        start = time.perf_counter()
        answer = await _ask(client, name, chance.choice(screens[name]))
        taken[name].append(1000 * (time.perf_counter() - start))
        _refuse_failure(answer, name)
        await asyncio.sleep(chance.uniform(*THINK))


async def _ask(client: httpx.AsyncClient, name: str, address: str) -> httpx.Response:
    """A page; for a verdict the claim that it is on."""
    if name != VERDICT:
        return await client.get(address)
    return await client.post("/api/decisions", json={"kind": "accept", "targets": [address]})


def _refuse_failure(answer: httpx.Response, name: str) -> None:
    if answer.status_code not in (200, 201):
        raise SystemExit(f"{name}: {answer.request.url} answered {answer.status_code}")


def _p95(held: list[float]) -> float:
    return sorted(held)[min(len(held) - 1, int(0.95 * len(held)))]


@contextmanager
def _served(store: Path) -> Iterator[str]:
    """The address of a workbench in a process of its own."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "dateline", "serve", "--store", str(store), "--port", str(port), "--by", "bench"]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    assert process.stderr is not None
    try:
        if "http" not in process.stderr.readline():
            raise SystemExit("the workbench did not start")
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait()
