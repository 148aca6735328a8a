"""FollowTheMoney: entities, statements with their provenance, and a sidecar for what statements cannot say.

Profile ``4`` is the model as of version 4; ``3`` does without what readers of version 3 lack: no Control, and no
``proof`` on what is an Interval alone.
"""

import csv
import json
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import Any, Literal

from dateline.export.as_csv import cell
from dateline.export.as_jsonl import json_line
from dateline.export.destination import destination
from dateline.export.facts.evidence import without_rejected
from dateline.export.facts.extras import library
from dateline.export.facts.ftm_draft import Draft
from dateline.export.facts.ftm_drafts import drafts
from dateline.export.facts.ftm_sidecar import sidecar
from dateline.export.facts.options import ExportOptions, LeftOut, Outcome
from dateline.model.portion import Portion

Profile = Literal["4", "3"]
ENTITIES, STATEMENTS, SIDECAR = "entities.ftm.json", "statements.csv", "evidence.jsonl"
FILES = (ENTITIES, STATEMENTS, SIDECAR)
DATASET = "dateline"
COLUMNS = (
    *("canonical_id", "entity_id", "prop", "prop_type", "schema", "value", "dataset", "origin", "lang"),
    *("original_value", "external", "first_seen", "last_seen", "id"),
)


def write_ftm(portion: Portion, folder: Path, options: ExportOptions, *, profile: Profile = "4") -> Outcome:
    """Write three files into a folder that exists. Raises RunStopped when followthemoney is not installed."""
    left = LeftOut()
    portion = without_rejected(portion, left)
    made = [_Made(draft, options) for draft in drafts(portion, profile)]
    with destination(folder / ENTITIES) as out:
        out.writelines(json_line(item.entity.to_dict()) for item in made)
    with destination(folder / STATEMENTS) as out:
        statements = _write_statements(made, out)
    with destination(folder / SIDECAR) as out:
        lines = [line for item in made for line in sidecar(portion, item.draft, item.statement_ids)]
        out.writelines(json_line(line) for line in lines)
    notes = (
        f"FollowTheMoney profile {profile}. No topic is derived: an allegation marks nobody as a criminal",
        f"{SIDECAR} tells, by the id of a statement, of report, offsets, quote, speaker and person who reviewed it",
    )
    counts = {"entities": len(made), "statements": statements, "evidence": len(lines)}
    return Outcome(counts=counts, left_out=left.by_reason, notes=notes)


write_ftm3 = partial(write_ftm, profile="3")
write_ftm3.__doc__ = "``write_ftm`` in profile 3."


class _Made:
    """A draft as an entity of the library, which drops values that are no values of their type."""

    def __init__(self, draft: Draft, options: ExportOptions) -> None:
        ftm = library("followthemoney")
        self.draft = draft
        self.entity = ftm.model.make_entity(draft.schema)
        self.entity.id = draft.id
        self._made = options.made.isoformat()
        for name, values in draft.properties.items():
            self.entity.add(name, [value for value in values if value])
        self.statements = list(self._statements())
        self.statement_ids = [statement.id for statement in self.statements]

    def _statements(self) -> Iterable[Any]:
        statement = library("followthemoney.statement").Statement
        common = {"entity_id": self.draft.id, "schema": self.entity.schema.name, "dataset": DATASET}
        seen = {"origin": "dateline", "first_seen": self._made, "last_seen": self._made}
        for prop, value in self.entity.itervalues():
            yield statement(prop=prop.name, value=value, **common, **seen)


def _write_statements(made: Iterable[_Made], out: Any) -> int:
    """All cells quoted, as the library's reader has it (its dialect is ``unix``)."""
    writer = csv.writer(out, dialect=csv.unix_dialect)
    writer.writerow(COLUMNS)
    count = 0
    for item in made:
        for statement in item.statements:
            row = statement.to_dict() | {"prop_type": statement.prop_type}
            writer.writerow([_cell(row.get(column)) for column in COLUMNS])
            count += 1
    return count


def _cell(value: Any) -> Any:
    """Safe to open in a spreadsheet; booleans as the library writes them."""
    return json.dumps(value)[0] if isinstance(value, bool) else cell(value)
