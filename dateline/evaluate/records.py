"""Annotated and predicted records, in files and in memory, as ``docs/annotation-guide.md`` has them."""

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from dateline.errors import DataFileError
from dateline.evaluate.claims import PLACE_OBJECT
from dateline.model import ActorRef, Claim, Reading

Record = dict[str, Any]


def read_gold(path: Path) -> list[Record]:
    """The annotated reports of a JSON or JSON lines file, in order. Raises DataFileError for what is none."""
    gold = list(_records(path))
    for number, record in enumerate(gold, 1):
        _check(record, ("id", "text", "claims"), f"{path}, record {number}")
        for claim in record["claims"]:
            _check(
                claim,
                ("type", "subject", "object", "said_by", "polarity", "modality", "evidence"),
                f"{path}, {record['id']}",
            )
    return gold


def read_predictions(path: Path, gold: Iterable[Record]) -> list[Record]:
    """Predicted records of a file: with the ``id`` of an annotated report, or as ``dateline read --json`` prints them.

    The latter carry no such id and are recognised by their text. Raises DataFileError for a file of neither kind.
    """
    ids = {record["text"]: record["id"] for record in gold}
    return [_prediction(record, ids, f"{path}, record {number}") for number, record in enumerate(_records(path), 1)]


def prediction(identifier: str, reading: Reading) -> Record:
    """What a reading claims, as the scorer takes it: names in place of entities, the date as EDTF."""
    return {
        "id": identifier,
        "claims": [
            {
                "type": claim.type,
                "mode": claim.mode,
                "subject": _actor(claim.subject, reading),
                "object": _actor(claim.object, reading),
                "place": _place(claim),
                "when": claim.when.edtf if claim.when else None,
                "polarity": claim.polarity,
                "modality": claim.modality,
                "said_by": _actor(claim.said_by, reading),
                "evidence": list(claim.evidence.span),
            }
            for claim in reading.claims
        ],
    }


def _actor(actor: ActorRef | None, reading: Reading) -> str | None:
    """An actor's name, or the report's words for it where the name is nowhere in the report: "UAE", "Turkish"."""
    if actor is None or actor.entity is not None or actor.name.casefold() in reading.report.text.casefold():
        return actor.name if actor else None
    return actor.words


def _place(claim: Claim) -> str | None:
    """The place in the report's words: annotators name it as the report does, gazetteers as its country does."""
    if claim.type in PLACE_OBJECT and claim.object:
        return claim.object.name
    if claim.place is None or claim.place.precision == "near":  # the town of "15 kilometres from Djibo"
        return claim.place.name if claim.place else None
    return claim.place.basis or claim.place.name


def _prediction(record: Record, ids: Mapping[str, str], where: str) -> Record:
    if "report" in record:
        _check(record, ("report", "claims"), where)
        identifier = ids.get(record["report"].get("text", ""))
        if identifier is None:
            raise DataFileError(
                f"{where}: its text is that of no annotated report, so the offsets of the two do not compare"
            )
    else:
        _check(record, ("id", "claims"), where)
        identifier = record["id"]
    for claim in record["claims"]:
        _check(claim, ("type", "evidence"), where)
    return {"id": identifier, "claims": [{**claim, "when": _edtf(claim.get("when"))} for claim in record["claims"]]}


def _edtf(when: Mapping[str, str] | str | None) -> str | None:
    return when["edtf"] if isinstance(when, Mapping) else when


def _records(path: Path) -> Iterator[Record]:
    """The objects of a JSON object, a JSON list or JSON lines."""
    try:
        content = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise DataFileError(f"{path} cannot be read: {error}") from error
    try:
        whole = json.loads(content)
        yield from whole if isinstance(whole, list) else [whole]
    except json.JSONDecodeError:
        for number, line in enumerate(content.splitlines(), 1):
            if line.strip():
                yield _object(line, f"{path}, line {number}")


def _object(line: str, where: str) -> Record:
    try:
        found = json.loads(line)
    except json.JSONDecodeError as error:
        raise DataFileError(f"{where}: not JSON: {error}") from error
    return found  # type: ignore[no-any-return]


def _check(record: Any, keys: Iterable[str], where: str) -> None:
    if not isinstance(record, Mapping):
        raise DataFileError(f"{where}: a JSON object is wanted, with {', '.join(keys)}")
    missing = [key for key in keys if key not in record]
    if missing:
        raise DataFileError(f"{where}: {', '.join(missing)} missing (see docs/annotation-guide.md)")
