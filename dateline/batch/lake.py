"""The output of a batch asked with DuckDB, without a store: the same questions as to a store, of claims."""

import json
from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import sqlite

from dateline.batch.extra import library
from dateline.batch.publish import manifest_of
from dateline.store.filters import ClaimFilter
from dateline.store.tables import claims, readings, reports
from dateline.store.view import StoredClaim

BATCH = 1000
REPORTS = """create view reports as select *, report_id as id from read_parquet({files}) where outcome = 'read'"""
CLAIMS = """create view claims as select *, claim_id as id from read_parquet({files})"""
READINGS = """create view readings as select null::timestamp as superseded_at"""


class Lake:
    """The tables of a batch, each a view of that name."""

    def __init__(self, address: str) -> None:
        """Raises BadArgument for a folder that holds no finished batch, RunStopped when DuckDB is not installed."""
        folder, manifest = manifest_of(address)
        self.reader: str = manifest["reader"]
        self._database = library("duckdb").connect()
        self._database.register_filesystem(folder.files)
        names = [file["name"] for file in manifest["files"]]
        for view, table in ((REPORTS, "reports"), (CLAIMS, "claims")):
            paths = [folder.known_as(name) for name in names if name.startswith(f"{table}/")]
            self._database.execute(view.format(files=json.dumps(paths).replace('"', "'")))
        self._database.execute(READINGS)

    def claims(self, wanted: ClaimFilter) -> Iterator[StoredClaim]:
        """The claims that a filter wants, report by report in the order of the batch. Raises BadArgument as it does."""
        shown = [reports.c[name] for name in ("id", "title", "published", "publisher", "source", "url")]
        query = (
            sa.select(claims.c.record.label("record"), *(column.label(f"report_{column.name}") for column in shown))
            .select_from(claims.join(reports, claims.c.report_id == reports.c.id).join(readings, sa.true()))
            .where(*wanted.conditions())
            .order_by(sa.text("reports.source, claims.position"))
        )
        for row in self._rows(query):
            yield StoredClaim(**{**row, "record": json.loads(row["record"])}, reader=self.reader, superseded=False)

    def _rows(self, query: sa.Select[Any]) -> Iterator[dict[str, Any]]:
        # SQLAlchemy writes and quotes the values; DuckDB takes what SQLite's dialect says of words and days.
        words = str(query.compile(dialect=sqlite.dialect(), compile_kwargs={"literal_binds": True}))
        found = self._database.execute(words)
        names = [column[0] for column in found.description]
        while rows := found.fetchmany(BATCH):
            yield from (dict(zip(names, row, strict=True)) for row in rows)
