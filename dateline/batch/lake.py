"""The output of a batch asked with DuckDB, without a store: the same questions as to a store, of claims."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import sqlite

from dateline.batch.extra import library
from dateline.batch.folder import Folder
from dateline.batch.publish import manifest_of
from dateline.errors import RunStopped
from dateline.store.filters import ClaimFilter
from dateline.store.tables import claims, readings, reports
from dateline.store.view import StoredClaim

BATCH = 1000
PLACES = sa.table("places", sa.column("report_id"), sa.column("place"))
"""The number of each report in the batch, from 0."""
REPORTS = """create view reports as select *, report_id as id from reports_written where outcome = 'read'"""
CLAIMS = """create view claims as select *, claim_id as id from claims_written"""
READINGS = """create view readings as select null::timestamp as superseded_at"""


class Lake:
    """The tables of a batch, each a view of that name."""

    def __init__(self, address: str) -> None:
        """Raises BadArgument for a folder that holds no finished batch, RunStopped when DuckDB is not installed."""
        folder, manifest = manifest_of(address)
        self.reader: str = manifest["reader"]
        self._address = address
        self._database = library("duckdb").connect()
        # Arrow reads the files: DuckDB's own way to read through fsspec breaks down when it reads several at once.
        for table in ("reports", "claims"):
            self._database.register(f"{table}_written", self._written(folder, manifest, table))
        self._database.register("places", self._order(folder, manifest))
        for view in (REPORTS, CLAIMS, READINGS):
            self._database.execute(view)

    def _written(self, folder: Folder, manifest: Mapping[str, Any], table: str) -> Any:
        """The files of a table as one Arrow dataset. Raises RunStopped when one is gone."""
        names = [file["name"] for file in manifest["files"] if file["name"].startswith(f"{table}/")]
        if gone := next((name for name in names if not folder.has(name)), None):
            raise RunStopped(f"{self._address} lacks {gone}, which its manifest names: run the batch anew")
        paths = [folder.path_of(name) for name in names]
        return library("pyarrow.dataset").dataset(paths, format="parquet", filesystem=folder.files)

    def _order(self, folder: Folder, manifest: Mapping[str, Any]) -> Any:
        """The reports by their place in the batch."""
        arrow = library("pyarrow")
        ids = self._written(folder, manifest, "reports").to_table(columns=["report_id"]).column("report_id")
        return arrow.table({"report_id": ids, "place": arrow.array(range(len(ids)))})

    def claims(self, wanted: ClaimFilter) -> Iterator[StoredClaim]:
        """The claims that a filter wants, report by report in the order of the batch. Raises BadArgument as it does."""
        shown = [reports.c[name] for name in ("id", "title", "published", "publisher", "source", "url")]
        query = (
            sa.select(claims.c.record.label("record"), *(column.label(f"report_{column.name}") for column in shown))
            .select_from(claims.join(reports, claims.c.report_id == reports.c.id).join(readings, sa.true()))
            .where(*wanted.conditions())
            .join(PLACES, PLACES.c.report_id == claims.c.report_id)
            .order_by(PLACES.c.place, claims.c.position)
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
