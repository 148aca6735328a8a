"""Two programs that add the same reports to one store at the same time."""

import runpy
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
import sqlalchemy as sa

from dateline.store import open_view
from dateline.store.tables import claims, readings, reports

pytestmark = pytest.mark.slow

PROGRAM = Path(__file__).parent / "adding.py"


def test_two_programs_at_once_store_everything_once(bare_address: str) -> None:
    made = runpy.run_path(str(PROGRAM))
    command = [sys.executable, str(PROGRAM), bare_address, "newer"]
    programs = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    ended = [program.communicate() for program in programs]

    assert [program.returncode for program in programs] == [0, 0], ended
    results = Counter(line.split()[1] for out, _ in ended for line in out.splitlines())
    assert results == {"new": made["REPORTS"], "unchanged": made["REPORTS"]}
    with open_view(bare_address) as view, view.engine.connect() as connection:
        counts = [
            connection.scalar(sa.select(sa.func.count()).select_from(table)) for table in (reports, readings, claims)
        ]
    assert counts == [made["REPORTS"], made["REPORTS"], made["REPORTS"] * made["CLAIMS_EACH"]]
