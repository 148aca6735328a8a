import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from dateline.store import open_store
from dateline.store import record_tables as t

Run = Callable[..., Any]


def test_a_rebuild_counts_and_says_that_nothing_changed(read_record: Path, dateline: Run) -> None:
    assert " facts made anew from 11 reports in " in dateline("rebuild").last
    ended = dateline("rebuild", "--check")
    assert ended.status == 0
    assert ended.last.endswith(" seconds, the same as before")
    made = json.loads(dateline("rebuild", "--check", "--json").out)
    assert (made["reports"], made["same"], made["differing"]) == (11, True, [])
    assert len(made["digest"]) == 64
    assert json.loads(dateline("rebuild", "--json").out)["same"] is None


def test_a_rebuild_that_comes_to_other_facts_is_an_error_that_names_them(read_record: Path, dateline: Run) -> None:
    dateline("facts")
    with open_store(str(read_record)) as store, store.writing() as connection:
        gone = connection.scalar(sa.select(t.facts.c.id).limit(1))
        connection.execute(sa.delete(t.fact_claims).where(t.fact_claims.c.fact_id == gone))
        connection.execute(sa.delete(t.fact_actors).where(t.fact_actors.c.fact_id == gone))
        connection.execute(sa.delete(t.facts).where(t.facts.c.id == gone))
    ended = dateline("rebuild", "--check")
    assert ended.status == 4
    assert f"these differ from what was kept before: {gone}. The store now holds those made anew" in ended.last
    assert dateline("rebuild", "--check").status == 0
