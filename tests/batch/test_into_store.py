"""What a batch wrote, taken into a store and asked without one: the same as if the reports had been added."""

import json
from contextlib import closing
from pathlib import Path
from typing import Any

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


@pytest.mark.parametrize("arguments", [("claims", "--lake"), ("add", "--from")])
def test_what_is_no_batch_is_told(arguments: tuple[str, ...], tmp_path: Path) -> None:
    result = run(*arguments, str(tmp_path))
    assert isinstance(result.exception, BadArgument)
    assert "no finished batch" in str(result.exception)


def test_what_to_add_must_be_said() -> None:
    assert "say what to read" in str(run("add").exception)
