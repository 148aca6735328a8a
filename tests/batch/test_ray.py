"""A real Ray cluster of two nodes on this machine: the same bytes as without it, also when a node dies."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from dateline.batch.folder import Folder
from dateline.batch.local import LocalEngine
from dateline.batch.options import BatchOptions
from dateline.batch.run import run_batch
from dateline.settings import Settings

TOWNS = ("Gao", "Kidal", "Menaka", "Mopti", "Timbuktu", "Segou")


@pytest.fixture(scope="module")
def options(tmp_path_factory: pytest.TempPathFactory) -> BatchOptions:
    """Two tables of short reports, read by the rules."""
    folder = tmp_path_factory.mktemp("tables")
    paths = []
    for table in range(2):
        lines = []
        for number in range(24):
            town, killed = TOWNS[number % len(TOWNS)], 2 + number
            text = (
                f"Gunmen of the Reed Front attacked the barracks of {town} in Mali on {1 + number} May and killed "
                f"{killed} soldiers, the governor said in table {table}. Column {number * 37} of the army left at dawn."
            )
            lines.append(json.dumps({"text": text, "date": f"2012-05-{number + 2:02}"}) + "\n")
        paths.append(folder / f"{table}.jsonl")
        paths[-1].write_text("".join(lines))
    return BatchOptions(inputs=tuple(map(str, paths)), settings=Settings(encoder=False), chunk=4, part=5, near=1.0)


@pytest.fixture(scope="module")
def alone(options: BatchOptions, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output of one worker of this machine."""
    out = tmp_path_factory.mktemp("alone") / "out"
    with closing(LocalEngine(1)) as engine:
        summary = run_batch(options, Folder(str(out)), engine, resume=False, told=lambda *_: None)
    assert summary.counts["read"] == 48
    assert summary.counts["claims"] >= 48
    return out


@pytest.fixture
def cluster(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """Two nodes of one processor each."""
    import ray
    from ray.cluster_utils import Cluster

    monkeypatch.setenv("RAY_AUTH_MODE", "disabled")
    made = Cluster(initialize_head=True, head_node_args={"num_cpus": 1, "include_dashboard": False})
    second = made.add_node(num_cpus=1)
    made.wait_for_nodes()
    yield made, second
    ray.shutdown()
    made.shutdown()


def test_a_cluster_makes_the_same_bytes_though_a_node_dies(
    options: BatchOptions, alone: Path, cluster: Any, held: Callable[[Path], Any], tmp_path: Path
) -> None:
    from dateline.batch.ray import RayEngine

    made, second = cluster
    out, killed = tmp_path / "out", threading.Event()

    def kill() -> None:
        counts = out / "_work" / "read" / "counts"
        until = time.monotonic() + 200
        while not (counts.exists() and any(counts.iterdir())) and time.monotonic() < until:
            time.sleep(0.05)
        made.remove_node(second, allow_graceful=False)
        killed.set()

    killer = threading.Thread(target=kill)
    killer.start()
    told: list[tuple[str, int]] = []
    with closing(RayEngine(made.address)) as engine:
        assert engine.workers == 2
        run_batch(
            options, Folder(str(out)), engine, resume=False, told=lambda stage, done, *_: told.append((stage, done))
        )
    killer.join()
    assert killed.is_set()
    assert held(out) == held(alone)
    assert told[-1] == ("read", 12)
