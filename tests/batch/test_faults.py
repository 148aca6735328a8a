"""Runs that are killed, readers that die, disks that are full: nothing is lost, nothing is read twice."""

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from dateline.batch.folder import Folder
from dateline.batch.options import BatchOptions
from dateline.batch.read import ReadChunk
from dateline.batch.run import run_batch
from dateline.errors import RunStopped
from dateline.settings import Settings

KILLS = 20
ROOT = Path(__file__).parents[2]


def done(process: Any) -> None:
    """Wait for a run to end well."""
    _, words = process.communicate(timeout=120)
    assert process.returncode == 0, words.decode()


def wait_for_all_of(process: Any) -> None:
    """Wait until a run and its workers, who hold the same pipe, are gone."""
    process.communicate(timeout=120)


def files(out: Path) -> list[str]:
    """What is there so far, half files too; folders may go away meanwhile."""
    return [name for _, _, names in os.walk(out) for name in names]


def test_more_workers_make_the_same_bytes(
    undisturbed: Path, crawl: list[str], quick: Callable[..., Any], held: Any, tmp_path: Path
) -> None:
    done(quick(tmp_path / "out", 3, *crawl))
    assert held(tmp_path / "out") == held(undisturbed)


def test_a_run_killed_again_and_again_ends_with_the_same_bytes(
    undisturbed: Path, crawl: list[str], quick: Callable[..., Any], held: Any, tmp_path: Path
) -> None:
    chance, out, ended = random.Random(5), tmp_path / "out", 0
    for number in range(KILLS):
        process = quick(out, 2, *crawl)
        until = len(files(out)) + chance.randint(0, 9)
        while process.poll() is None and len(files(out)) < until:
            time.sleep(0.01)
        time.sleep(chance.uniform(0, 0.05))
        if process.poll() is not None:
            assert process.returncode == 0
            assert held(out) == held(undisturbed)
            ended += 1
            shutil.rmtree(out)
        elif number % 2:
            process.kill()  # the driver alone: its workers find out
        else:
            os.killpg(process.pid, signal.SIGKILL)
        wait_for_all_of(process)
    done(quick(out, 2, *crawl))
    assert held(out) == held(undisturbed)
    assert ended < KILLS, "no run was killed"


def test_a_worker_that_begins_when_its_driver_is_gone_ends_too() -> None:
    late = [sys.executable, str(Path(__file__).with_name("late.py"))]
    ended = subprocess.run(late, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, timeout=60)
    assert ended.returncode == -signal.SIGKILL, ended.stderr.decode()
    assert ended.stdout == b"late"


def test_a_report_that_kills_or_holds_its_reader_is_put_in_quarantine(
    quick: Callable[..., Any], rows: Any, tmp_path: Path
) -> None:
    words = ["It was quiet in the town.", "CRASH", "The army said nothing.", "HANG", "SLOW", "FAULT", "Rain fell."]
    texts = [f"{word} Nobody was hurt on day {number}." for number, word in enumerate([*words, *["Rain fell."] * 6])]
    source = tmp_path / "some.jsonl"
    source.write_text("".join(json.dumps({"text": text, "date": "2024-01-02"}) + "\n" for text in texts))
    done(quick(tmp_path / "out", 2, source))
    reasons = {row["source"].rpartition("#")[2]: row["reason"] for row in rows(tmp_path / "out", "skipped")}
    assert sorted(reasons) == ["2", "4", "5", "6"]
    assert "quarantine" in reasons["2"]
    assert "quarantine" in reasons["4"]
    assert "took longer than 1 s" in reasons["5"]
    assert "ZeroDivisionError" in reasons["6"]
    read = rows(tmp_path / "out", "reports")
    assert {row["outcome"] for row in read} == {"read"}
    assert len(read) == len(texts) - 4


def test_a_run_stopped_by_hand_ends_at_once_and_goes_on(
    undisturbed: Path, crawl: list[str], quick: Callable[..., Any], held: Any, tmp_path: Path
) -> None:
    process = quick(tmp_path / "out", 2, *crawl)
    while process.poll() is None and len(files(tmp_path / "out")) < 5:
        time.sleep(0.01)
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=20)
    done(quick(tmp_path / "out", 2, *crawl))
    assert held(tmp_path / "out") == held(undisturbed)


def test_a_record_that_kills_or_holds_who_cleans_it_is_put_in_quarantine(
    quick: Callable[..., Any], rows: Any, tmp_path: Path
) -> None:
    words = ["It was quiet.", "clean:CRASH", "Rain fell.", "clean:HANG", "clean:SLOW", "clean:FAULT", "The sun shone."]
    source = tmp_path / "some.jsonl"
    texts = [f"Nobody was hurt on day {number}. {word}" for number, word in enumerate(words)]
    source.write_text("".join(json.dumps({"text": text, "date": "2024-01-02"}) + "\n" for text in texts))
    done(quick(tmp_path / "out", 1, source))
    skipped = rows(tmp_path / "out", "skipped")
    assert [(row["source"].rpartition("#")[2], row["stage"]) for row in skipped] == [
        (number, "clean") for number in "2456"
    ]
    for row, reason in zip(skipped, ("quarantine", "quarantine", "longer than 1 s", "ZeroDivisionError"), strict=True):
        assert reason in row["reason"]
    assert len(rows(tmp_path / "out", "reports")) == 3


class Full:
    """An engine whose disk is full after some chunks."""

    name = "full"

    def __init__(self, engine: Any, after: int) -> None:
        self._engine, self._after = engine, after

    def clean(self, *given: Any) -> Any:
        return self._engine.clean(*given)

    def read(self, tasks: Any, options: BatchOptions, work: Folder) -> Any:
        for number, made in enumerate(self._engine.read(tasks, options, work)):
            if number >= self._after:
                raise RunStopped("no room is left")
            yield made


class Here:
    """An engine without processes."""

    name = "here"

    def clean(self, todo: Any, done: Any, options: BatchOptions, work: Folder) -> Any:
        from dateline.batch.clean import clean_chunk
        from dateline.batch.records import chunks

        for split in todo:
            for chunk in chunks(split, options):
                if chunk.name not in done:
                    yield split, clean_chunk(chunk, options, work)
            yield split, None

    def read(self, tasks: Any, options: BatchOptions, work: Folder) -> Any:
        for task in tasks:
            yield ReadChunk(name=task.name, counts={}, seconds=0.0)


def test_a_full_disk_is_told_in_words_and_leaves_no_half_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = Folder(str(tmp_path / "out"))
    files = folder._files

    def full(*_: Any, **__: Any) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(type(files), "mv", full)
    with pytest.raises(RunStopped, match="no room is left"):
        folder.write("a/b.parquet", b"some")
    monkeypatch.undo()
    assert folder.names() == []
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Callable[[int], Path]]:
    """``disk(KILOBYTES)`` makes a disk of that size, or gives it that size."""
    place = tmp_path / "disk"
    place.mkdir()
    mounted = False

    def sized(kilobytes: int) -> Path:
        nonlocal mounted
        how = f"remount,size={kilobytes}k" if mounted else f"size={kilobytes}k"
        try:
            made = subprocess.run(["mount", "-t", "tmpfs", "-o", how, "tmpfs", str(place)], capture_output=True)
        except OSError as error:
            pytest.skip(f"no disk can be made here: {error}")
        if made.returncode:
            pytest.skip(f"no disk can be made here: {made.stderr.decode().strip()}")
        mounted = True
        return place

    yield sized
    if mounted:
        subprocess.run(["umount", str(place)], check=True)


def test_a_run_on_a_disk_that_is_full_stops_and_goes_on_when_there_is_room(
    undisturbed: Path, crawl: list[str], quick: Callable[..., Any], held: Any, disk: Callable[[int], Path]
) -> None:
    out, stopped = disk(100) / "out", 0
    for kilobytes in (100, 200, 400, 800, 1600):
        disk(kilobytes)
        process = quick(out, 2, *crawl)
        _, words = process.communicate(timeout=120)
        if process.returncode:
            assert "no room is left" in words.decode()
            stopped += 1
    assert stopped
    disk(100_000)
    done(quick(out, 2, *crawl))
    assert held(out) == held(undisturbed)


def test_a_stopped_run_goes_on_where_it_was(crawl: list[str], held: Any, tmp_path: Path) -> None:
    options = BatchOptions(inputs=tuple(crawl), settings=Settings(encoder=False), chunk=8, part=3)
    out = Folder(str(tmp_path / "out"))
    with pytest.raises(RunStopped):
        run_batch(options, out, Full(Here(), 2), resume=False, told=lambda *_: None)
    cleaned = held(tmp_path / "out" / "_work" / "clean")
    with pytest.raises(RunStopped):
        run_batch(options, out, Full(Here(), 2), resume=True, told=lambda *_: None)
    assert held(tmp_path / "out" / "_work" / "clean") == cleaned
