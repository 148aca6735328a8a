"""``dateline schema``: the JSON Schema of what ``--json`` prints."""

import json

import typer

from dateline.cli.options import VerboseOption


def schema_command(verbose: VerboseOption = 0) -> None:
    """Print the JSON Schema of the lines that `dateline read --json` prints.

    All offsets count Unicode code points of `report.text`; the end is exclusive.

    **Example:**

    - `dateline schema > reading.schema.json`
    """
    typer.echo(json.dumps(schema(), indent=2, ensure_ascii=False))


def schema() -> dict[str, object]:
    """The JSON Schema (draft 2020-12) of a reading's record."""
    from pydantic import TypeAdapter

    from dateline.model.record import RECORD_VERSION
    from dateline.model.record_types import ReadingRecord

    made = TypeAdapter(ReadingRecord).json_schema()
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Dateline reading",
        "description": f"One report as one version of the reader understood it. Record version {RECORD_VERSION}.",
        **{key: value for key, value in made.items() if key != "title"},
    }
