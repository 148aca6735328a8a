"""A made-up crawl in WARC files, as news crawlers write them: pages with bars, links and scripts around the text, one
in five about conflict, three in ten copies of an earlier page, between requests, pictures and pages that are not there.
"""

import gzip
import html
import json
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

REPORTS = Path(__file__).parent / "reports"
CONFLICT, COPIES, SAME_BYTES = 0.2, 0.3, 0.4
"""Shares of pages about conflict, of pages that are copies, and of copies that are the same byte for byte."""
SITES = ("sahel-wire.example", "river-post.example", "hill-courier.example", "the-ledger.example")
START = datetime(2024, 3, 1, tzinfo=UTC)
_SENTENCE = re.compile(r"(?<=[a-z)\"”][.!?])\s+")


@dataclass(frozen=True)
class Page:
    """What is published: its text in paragraphs. ``kind``: conflict or other."""

    site: str
    slug: str
    title: str
    paragraphs: tuple[str, ...]
    kind: str


def write_crawl(
    folder: Path,
    count: int,
    *,
    packs: Path | None = None,
    seed: int = 1,
    per_file: int = 1000,
    conflict: float = CONFLICT,
    copies: float = COPIES,
) -> list[Path]:
    """Write WARC files with so many pages in all. ``packs``: the folder of evaluation sets, told from too."""
    folder.mkdir(parents=True, exist_ok=True)
    chance = random.Random(seed)
    found = []
    pages = _pages(count, packs, chance, conflict, copies)
    for number in range(0, count, per_file):
        path = folder / f"CC-NEWS-{number // per_file:05}.warc.gz"
        with path.open("wb") as file:
            for place in range(number, min(number + per_file, count)):
                file.write(_members(next(pages), START + timedelta(seconds=30 * place), chance))
        found.append(path)
    return found


def _pages(count: int, packs: Path | None, chance: random.Random, share: float, copies: float) -> Iterator[bytes]:
    conflict, ordinary = _texts(packs)
    told: list[tuple[Page, bytes]] = []
    for number in range(count):
        if told and chance.random() < copies:
            page, raw = chance.choice(told)
            yield raw if chance.random() < SAME_BYTES else _html(_reprint(page, number, chance))
            continue
        kind = "conflict" if chance.random() < share else "other"
        page = _made(conflict if kind == "conflict" else ordinary, kind, number, chance)
        raw = _html(page)
        told.append((page, raw))
        yield raw


def _texts(packs: Path | None) -> tuple[list[list[str]], list[list[str]]]:
    """Texts in sentences: about conflict, and not."""
    conflict = [*_read(REPORTS / "many.jsonl"), *_read(REPORTS / "more.jsonl")]
    ordinary = _read(REPORTS / "ordinary.jsonl")
    if packs is not None:
        conflict += [[_cased(one) for one in text] for text in _read(packs / "muc4.train.jsonl")]
        ordinary += _read(packs / "polnear.train.jsonl")
    return conflict, ordinary


def _read(path: Path) -> list[list[str]]:
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    texts = (row["text"] if "text" in row else row["report"]["text"] for row in rows)
    return [_SENTENCE.split(" ".join(text.split())) for text in texts]


def _cased(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]


def _made(texts: list[list[str]], kind: str, number: int, chance: random.Random) -> Page:
    """A page of stretches of some texts: as many different pages as are wanted."""
    sentences: list[str] = []
    while len(sentences) < 14:
        text = chance.choice(texts)
        start = chance.randrange(max(1, len(text) - 5))
        sentences += text[start : start + chance.randint(4, 10)]
    paragraphs = tuple(" ".join(sentences[start : start + 2]) for start in range(0, len(sentences), 2))
    title = " ".join(sentences[0].split()[:9]).rstrip(".,;")
    return Page(chance.choice(SITES), f"news/{number}", title, paragraphs, kind)


def _reprint(page: Page, number: int, chance: random.Random) -> Page:
    """The same text on another site, now and then without its last paragraph."""
    cut = len(page.paragraphs) - (1 if len(page.paragraphs) > 8 and chance.random() < 0.3 else 0)
    return Page(chance.choice(SITES), f"wire/{number}", page.title, page.paragraphs[:cut], page.kind)


def _html(page: Page) -> bytes:
    bars = "".join(
        f'<li><a href="/{name}">{name.title()}</a></li>' for name in ("world", "sport", "opinion", "business")
    )
    more = "".join(
        f'<li><a href="/more/{number}">Also read: a story of another day, number {number}</a></li>'
        for number in range(12)
    )
    text = "\n".join(f"<p>{html.escape(paragraph)}</p>" for paragraph in page.paragraphs)
    return f"""<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{html.escape(page.title)} | {page.site}</title>
<meta property="og:site_name" content="{page.site}"><meta property="og:title" content="{html.escape(page.title)}">
<meta property="article:published_time" content="{START:%Y-%m-%d}">
<link rel="canonical" href="https://{page.site}/{page.slug}">
<style>body {{ font: 16px serif }} nav li {{ display: inline }}</style>
<script>window.dataLayer = window.dataLayer || []; {"var filler = 1; " * 200}</script></head>
<body><header><nav><ul>{bars}</ul></nav></header>
<main><article><h1>{html.escape(page.title)}</h1><div class="byline">By a reporter</div>
{text}
</article></main>
<aside><h2>More stories</h2><ul>{more}</ul></aside>
<footer><p>© {page.site}. All rights reserved. <a href="/terms">Terms</a> <a href="/privacy">Privacy</a></p></footer>
</body></html>
""".encode()


def _members(page: bytes, day: datetime, chance: random.Random) -> bytes:
    """The page as its server sent it, with what stands between pages in a crawl."""
    found = re.search(rb'rel="canonical" href="([^"]+)"', page)
    url = found.group(1).decode() if found else "https://nowhere.example/"
    members = [
        _member("request", url, day, b"GET / HTTP/1.1\r\nHost: x.example\r\n\r\n", chance),
        _response(url, day, page, chance),
    ]
    if chance.random() < 0.05:
        members.append(
            _response(url + "/picture.png", day, b"\x89PNG\r\n\x1a\n" + bytes(200), chance, kind="image/png")
        )
    if chance.random() < 0.05:
        members.append(_response(url + "/gone", day, b"<html>not here</html>", chance, status="404 Not Found"))
    return b"".join(members)


def _response(
    url: str,
    day: datetime,
    body: bytes,
    chance: random.Random,
    *,
    kind: str = "text/html; charset=utf-8",
    status: str = "200 OK",
) -> bytes:
    head = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n"
    return _member("response", url, day, head.encode() + body, chance)


def _member(kind: str, url: str, day: datetime, block: bytes, chance: random.Random) -> bytes:
    name = UUID(int=chance.getrandbits(128))
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:{name}>\r\n"
        f"WARC-Date: {day:%Y-%m-%dT%H:%M:%SZ}\r\nWARC-Target-URI: {url}\r\n"
        f"Content-Type: application/http; msgtype={kind}\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return gzip.compress(head.encode() + block + b"\r\n\r\n", 6, mtime=0)
