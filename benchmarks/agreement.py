"""How far two coders agree on the project's reports, by the measure that the reader is scored with."""

import json
from typing import Any

from benchmarks.own_reports import ROOT, gold_sets
from dateline.evaluate.claims import score_claims
from dateline.evaluate.name_match import AnnotatedNames, normalised

SECOND = ROOT / "benchmarks" / "reports" / "second.jsonl"
Record = dict[str, Any]


def scores() -> dict[str, Any]:
    """For each set that was coded twice the second coding scored against the first, optional claims left out."""
    second = {record["id"]: record for record in map(json.loads, SECOND.read_text(encoding="utf-8").splitlines())}
    found = {}
    for name, gold in gold_sets().items():
        twice = [record for record in gold if record["id"] in second]
        if twice:
            found[name] = score_claims(twice, [as_prediction(second[record["id"]], record) for record in twice])
    return found


def as_prediction(coded: Record, judge: Record) -> Record:
    """One coder's claims as a reader would give them: each thing by the first of its names that the other has too."""
    known = {name for names in AnnotatedNames(judge).names.values() for name in names}
    called: dict[str | None, str] = {}
    for thing in (*coded["actors"], *coded["places"]):
        names = thing.get("names") or [thing["name"], *thing.get("aliases", ())]
        called[thing["id"]] = next((name for name in names if normalised(name) in known), names[0])
    claims = [
        {**claim, **{slot: called.get(claim[slot], claim[slot]) for slot in ("subject", "object", "place", "said_by")}}
        for claim in coded["claims"]
        if not claim.get("optional")
    ]
    return {"id": coded["id"], "claims": claims}
