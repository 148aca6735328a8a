"""PLOVER: the keys of the manual's chapter on JSON, held against a schema made from it."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import jsonschema

from dateline.export.facts.plover_event import plover_event, scores, why_not
from dateline.model.portion import Portion

ACTOR = {
    "type": "object",
    "additionalProperties": False,
    "properties": {
        name: {"type": "string"} for name in ("code", "sector", "entity_text", "identifier_id", "identifier_text")
    },
}
DAY = {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
SCHEMA = {
    "type": "object",
    "required": ["id", "date", "actor", "event"],
    "additionalProperties": False,
    "properties": {
        "id": {"type": "string"},
        "date": DAY,
        "enddate": DAY,
        "actor": {"type": "array", "items": ACTOR},
        "recipient": {"type": "array", "items": ACTOR},
        "event": {"type": "array", "items": {"enum": sorted(scores())}, "minItems": 1},
        "mode": {"type": "array", "items": {"type": "string"}},
        "context": {"type": "array", "items": {"type": "string"}},
        "quad_code": {"enum": [1, 2, 3, 4]},
        "event_scale": {"type": "number", "minimum": -10, "maximum": 10},
        "event_loc": {
            "type": "object",
            "properties": {"resolution": {"enum": [1, 2, 3, 4, 5]}, "country_code": {"pattern": "^[A-Z]{3}$"}},
        },
        "size": {"type": "object", "additionalProperties": {"type": "integer"}},
        "event_text": {"type": "array", "items": {"type": "string"}},
        "text": {"type": "string"},
        "text_info": {"type": "object", "required": ["sequence", "start", "end", "text_story"]},
        "cite_info": {"type": "object"},
        "coder": {"type": "string"},
        "coded_date": DAY,
        "comment": {"type": "string"},
        "dateline": {"type": "object", "required": ["modality", "status"]},
    },
}


def test_every_line_fits_the_manual(export: Callable[..., Path]) -> None:
    lines = export("plover").read_text(encoding="utf-8").splitlines()
    events = [json.loads(line) for line in lines]
    assert len(events) == 3
    for event in events:
        jsonschema.validate(event, SCHEMA)
    assert events[1]["comment"].startswith("alleged")
    assert events[0]["size"] == {"dead": 3}
    assert events[2]["event_scale"] == -9
    assert events[2]["actor"][0] == {"code": "MLI", "sector": "REB", "entity_text": "Salt Front"}


def test_there_are_16_types_and_67_modes() -> None:
    assert len(scores()) == 16
    assert sum(len(entry.get("modes", {})) for entry in scores().values()) == 67


def test_a_plan_gets_an_auxiliary_mode_and_a_mode_of_our_own_none(portion: Portion) -> None:
    planned = plover_event(replace(portion.events[0], modality="possible", codes={}))
    assert planned is not None
    assert (planned.mode, planned.auxiliary, planned.score) == ("firearms", "hypothetical", -9)
    own = plover_event(replace(portion.events[2], codes={}))
    assert own is not None
    assert own.mode is None


def test_events_without_day_or_required_recipient_are_left_out(portion: Portion) -> None:
    event = replace(portion.events[2], type="AID", codes={}, recipients=())
    assert why_not(event) == "AID asks for a recipient, and none is said"
    assert why_not(replace(portion.events[2], possible=None)) == "no day is said, and PLOVER asks for one"
