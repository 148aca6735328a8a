"""A small crawl, and what a folder holds."""

import hashlib
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow.parquet as parquet
import pytest

from benchmarks.crawl import write_crawl

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def crawl(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Two WARC files with 90 pages."""
    return [str(path) for path in write_crawl(tmp_path_factory.mktemp("crawl"), 90, per_file=50)]


def start(*arguments: object) -> "subprocess.Popen[bytes]":
    """``start(OUT, WORKERS, *INPUTS)`` runs ``quick.py``; what is given back can be waited for, and killed."""
    command = [sys.executable, str(Path(__file__).with_name("quick.py")), *map(str, arguments)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, start_new_session=True)


@pytest.fixture(scope="session")
def quick() -> Callable[..., Any]:
    """As ``start``."""
    return start


@pytest.fixture(scope="session")
def undisturbed(crawl: list[str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output of a run with one worker that nothing disturbed."""
    out = tmp_path_factory.mktemp("batch") / "out"
    process = start(out, 1, *crawl)
    _, words = process.communicate(timeout=120)
    assert process.returncode == 0, words.decode()
    return out


@pytest.fixture(scope="session")
def held() -> Callable[[Path], dict[str, str]]:
    return _held


@pytest.fixture(scope="session")
def rows() -> Callable[[Path, str], list[dict[str, Any]]]:
    return _rows


def _held(folder: Path) -> dict[str, str]:
    """SHA-256 of each file below a folder."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def _rows(folder: Path, table: str) -> list[dict[str, Any]]:
    """The rows of a table of the output, in order."""
    found: list[dict[str, Any]] = []
    for path in sorted((folder / table).glob("*.parquet")):
        found += parquet.read_table(path).to_pylist()
    return found
