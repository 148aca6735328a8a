"""What a batch wrote, taken into a store and asked without one: the same as if the reports had been added."""

import json
import shutil
from contextlib import closing
from pathlib import Path
from typing import Any

import platformdirs
import pytest
import sqlalchemy as sa
from typer.testing import CliRunner

from dateline.batch.folder import Folder
from dateline.batch.lake import Lake
from dateline.batch.local import LocalEngine
from dateline.batch.options import BatchOptions
from dateline.batch.run import run_batch
from dateline.cli.app import program
from dateline.errors import BadArgument
from dateline.ingest import IngestOptions, collect
from dateline.record import bring_up_to_date
from dateline.settings import Settings
from dateline.store import ClaimFilter, open_store
from dateline.store.tables import claims

EXAMPLES = Path(__file__).parents[2] / "examples"
FILES = tuple(str(path) for path in sorted(EXAMPLES.iterdir()) if path.suffix in {".html", ".txt"})


@pytest.fixture(scope="module")
def batch(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The examples, read by the rules."""
    out = str(tmp_path_factory.mktemp("batch") / "out")
    options = BatchOptions(inputs=FILES, settings=Settings(encoder=False))
    with closing(LocalEngine(1)) as engine:
        run_batch(options, Folder(out), engine, resume=False, told=lambda *_: None)
    return out


def said(result: Any) -> str:
    assert result.exit_code == 0, result.output
    text: str = result.stdout
    return text


def run(*arguments: str) -> Any:
    return CliRunner().invoke(program(arguments), list(arguments))


def test_a_batch_in_a_store_is_as_if_its_reports_had_been_added(
    batch: str, address: str, rules: Any, tmp_path: Path
) -> None:
    assert "3 new" in run("add", "--from", batch, "--store", address).stderr
    other = str(tmp_path / "other.sqlite")
    with open_store(other) as store:
        for report in collect(FILES, IngestOptions()):
            store.add(rules.read(report))
        bring_up_to_date(store)
    for question in (("claims", "--json"), ("facts", "--json")):
        assert said(run(*question, "--store", address)) == said(run(*question, "--store", other))
    assert "3 unchanged" in run("add", "--from", batch, "--store", address).stderr


@pytest.mark.parametrize(
    "question", [{}, {"place": "Catatumbo"}, {"type": "ASSAULT"}, {"speaker": "governor"}, {"actor": "o'neil"}]
)
def test_a_lake_answers_as_a_store_does(batch: str, question: dict[str, str], tmp_path: Path, rules: Any) -> None:
    with open_store(str(tmp_path / "dateline.sqlite")) as store:
        for report in collect(FILES, IngestOptions()):
            store.add(rules.read(report))
        wanted = ClaimFilter(**question)  # type: ignore[arg-type]
        held = [one.as_record() for one in store.claims(wanted)]
    read = {"reader": None}
    found = [{**one.as_record(), **read} for one in Lake(batch).claims(wanted)]
    assert found == [{**one, **read} for one in held]


def test_the_command_asks_a_lake(batch: str) -> None:
    lines = said(run("claims", "--lake", batch, "--from", "2012", "--json")).splitlines()
    assert lines
    assert all(json.loads(line)["when"] for line in lines)


def test_many_claims_are_copied_with_all_they_hold(address: str, batch: str) -> None:
    """So many that PostgreSQL is given them by COPY."""
    run("add", "--from", batch, "--store", address)
    with open_store(address) as store, store.connected() as connection:
        rows = connection.execute(sa.select(claims).order_by(claims.c.report_id, claims.c.position)).mappings().all()
    assert max(row["position"] for row in rows) >= 20
    for row in rows:
        assert row["record"]["id"] == row["id"]
        assert row["quote"] == row["record"]["quote"]


@pytest.fixture
def cache(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Where records of lakes are kept."""
    monkeypatch.setattr(platformdirs, "user_cache_dir", lambda name: str(tmp_path / "cache" / name))
    return tmp_path / "cache" / "dateline" / "lakes"


@pytest.mark.parametrize(
    "question",
    [
        ("facts", "--type", "leads"),
        ("events", "--in", "CO"),
        ("actors", "list"),
        ("export", "geojson", "--in", "CO"),
    ],
)
def test_a_lake_answers_about_facts_as_a_store_does(
    batch: str, cache: Path, tmp_path: Path, question: tuple[str, ...]
) -> None:
    store = str(tmp_path / "dateline.sqlite")
    run("add", "--from", batch, "--store", store)
    json_too = question if question[0] == "export" else (*question, "--json")
    wanted = said(run(*json_too, "--store", store))
    assert wanted.strip()
    first, second = (run(*json_too, "--lake", batch) for _ in range(2))
    assert said(first) == said(second) == wanted
    assert "3 reports taken in" in first.stderr
    assert "taken in" not in second.stderr


def test_why_and_chart_and_actor_ask_a_lake(batch: str, cache: Path) -> None:
    fact = json.loads(said(run("facts", "--type", "leads", "--json", "--lake", batch)).splitlines()[0])
    assert fact["id"] in said(run("why", fact["id"], "--lake", batch))
    for command in ("actor", "chart"):
        assert fact["subject"]["name"] in said(run(command, fact["object"]["actor"], "--lake", batch))


def test_the_record_of_a_lake_follows_its_tables(batch: str, cache: Path, tmp_path: Path) -> None:
    lake = tmp_path / "lake"
    shutil.copytree(batch, lake)
    said(run("facts", "--lake", str(lake)))
    (before,) = cache.glob("*.sqlite")
    manifest = lake / "manifest.json"
    manifest.write_text(manifest.read_text().replace('"form"', ' "form"'))
    assert "taken in" in run("facts", "--lake", str(lake)).stderr
    (after,) = cache.glob("*.sqlite")
    assert before != after


def test_one_that_was_broken_off_is_gone_on_with(batch: str, cache: Path) -> None:
    said(run("facts", "--lake", batch))
    (whole,) = cache.glob("*.json")
    whole.unlink()
    assert "3 reports taken in" in run("facts", "--lake", batch).stderr
    assert whole.exists()


@pytest.mark.parametrize("command", ["claims", "facts"])
def test_a_store_and_a_lake_are_not_asked_at_once(batch: str, command: str, tmp_path: Path) -> None:
    result = run(command, "--lake", batch, "--store", str(tmp_path / "dateline.sqlite"))
    assert isinstance(result.exception, BadArgument)


@pytest.mark.parametrize("arguments", [("claims", "--lake"), ("facts", "--lake"), ("add", "--from")])
def test_what_is_no_batch_is_told(arguments: tuple[str, ...], tmp_path: Path) -> None:
    result = run(*arguments, str(tmp_path))
    assert isinstance(result.exception, BadArgument)
    assert "no finished batch" in str(result.exception)


def test_what_to_add_must_be_said() -> None:
    assert "say what to read" in str(run("add").exception)
