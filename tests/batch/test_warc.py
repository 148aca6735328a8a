"""Pages out of web archives, whole ones and damaged ones."""

import gzip
import random
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.crawl import _member, _response
from dateline.batch.options import BatchOptions
from dateline.batch.records import Broken, Record
from dateline.batch.warc import read_wacz, read_warc

OPTIONS = BatchOptions(inputs=())
PAGES = 12


def page(number: int) -> bytes:
    """Its length differs from page to page."""
    return f"<html><body><p>Page {number}. {'It was quiet. ' * (5 + number)}</p></body></html>".encode()


def url(number: int) -> str:
    return f"https://a.example/{number}"


def member(number: int) -> bytes:
    return _response(url(number), datetime(2024, 5, number + 1, tzinfo=UTC), page(number), random.Random(number))


MEMBERS = [member(number) for number in range(PAGES)]


def read(tmp_path: Path, raw: bytes, name: str = "a.warc.gz") -> list[Record | Broken]:
    path = tmp_path / name
    path.write_bytes(raw)
    return list(read_warc(str(path), OPTIONS))


def pages(found: list[Any]) -> dict[str, bytes]:
    return {one.url: one.raw for one in found if isinstance(one, Record)}


def test_pages_come_with_address_day_and_encoding(tmp_path: Path) -> None:
    found = read(tmp_path, b"".join(MEMBERS))
    assert pages(found) == {url(number): page(number) for number in range(PAGES)}
    first = found[0]
    assert isinstance(first, Record)
    assert (str(first.captured), first.declared, first.number) == ("2024-05-01 00:00:00+00:00", "utf-8", 1)
    assert [one.number for one in found] == list(range(1, PAGES + 1))


def test_what_is_no_page_is_left_out(tmp_path: Path) -> None:
    day, chance = datetime(2024, 5, 1, tzinfo=UTC), random.Random(1)
    others = [
        _member("request", url(1), day, b"GET / HTTP/1.1\r\n\r\n", chance),
        _response(url(2), day, b"\x89PNG", chance, kind="image/png"),
        _response(url(3), day, b"<html>gone</html>", chance, status="404 Not Found"),
    ]
    assert list(pages(read(tmp_path, b"".join([*others, MEMBERS[4]])))) == [url(4)]


def test_an_archive_that_is_not_compressed_is_read(tmp_path: Path) -> None:
    raw = b"".join(gzip.decompress(one) for one in MEMBERS)
    assert len(pages(read(tmp_path, raw, "a.warc"))) == PAGES


def test_a_body_that_was_sent_compressed_is_unpacked(tmp_path: Path) -> None:
    body = gzip.compress(page(0))
    head = (
        f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    day = datetime(2024, 5, 1, tzinfo=UTC)
    raw = _member("response", url(0), day, head.encode() + body, random.Random(1))
    assert pages(read(tmp_path, raw)) == {url(0): page(0)}


@pytest.mark.parametrize("spoil", ["bits", "cut", "lost", "rubbish"])
def test_one_spoiled_member_costs_no_other(tmp_path: Path, spoil: str) -> None:
    whole = MEMBERS[5]
    damaged = {
        "bits": whole[:60] + bytes(byte ^ 0xFF for byte in whole[60:70]) + whole[70:],
        "cut": whole[:90],
        "lost": b"",
        "rubbish": b"this is no member of any archive",
    }[spoil]
    found = read(tmp_path, b"".join([*MEMBERS[:5], damaged, *MEMBERS[6:]]))
    kept = pages(found)
    assert all(kept[url(number)] == page(number) for number in range(PAGES) if number != 5)
    broken = [one for one in found if isinstance(one, Broken)]
    assert len(broken) == (0 if spoil == "lost" else 1)
    if spoil == "bits":
        assert broken[0].source.endswith(f"#{sum(map(len, MEMBERS[:5]))}"), "where the damage begins"


def test_an_archive_that_breaks_off_says_so(tmp_path: Path) -> None:
    found = read(tmp_path, b"".join(MEMBERS)[:-40])
    assert len(pages(found)) == PAGES - 1
    last = found[-1]
    assert isinstance(last, Broken)
    assert last.url in {None, url(PAGES - 1)}


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_whatever_is_damaged_the_members_after_it_are_read(data: st.DataObject, tmp_path_factory: Any) -> None:
    """Bytes of one member are flipped, taken out or put in: all whole members are read, and nothing is made up."""
    number = data.draw(st.integers(0, PAGES - 1))
    whole = MEMBERS[number]
    at = data.draw(st.integers(0, len(whole) - 1))
    length = data.draw(st.integers(1, min(40, len(whole) - at)))
    new = data.draw(st.one_of(st.just(b""), st.binary(min_size=1, max_size=40)))
    damaged = whole[:at] + new + whole[at + length :]
    found = read(tmp_path_factory.mktemp("warc"), b"".join([*MEMBERS[:number], damaged, *MEMBERS[number + 1 :]]))
    kept = pages(found)
    for other in range(PAGES):
        if other != number:
            assert kept.get(url(other)) == page(other)
    assert len([one.number for one in found]) == len({one.number for one in found})


def test_a_wacz_package_holds_archives(tmp_path: Path) -> None:
    path = tmp_path / "a.wacz"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("datapackage.json", "{}")
        package.writestr("archive/data.warc.gz", b"".join(MEMBERS[:3]))
        package.writestr("archive/more.warc.gz", b"".join(MEMBERS[3:5]))
    found = list(read_wacz(str(path), OPTIONS))
    assert [one.number for one in found] == [1, 2, 3, 4, 5]
    assert len(pages(found)) == 5


def test_what_is_no_package_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.wacz").write_bytes(b"not a zip file")
    (broken,) = read_wacz(str(tmp_path / "a.wacz"), OPTIONS)
    assert isinstance(broken, Broken)
    assert "no zip file" in broken.reason
