"""From the encoder's scores alone to the prediction format of each task, to compare it with rules."""

from collections.abc import Mapping, Sequence
from typing import Any

from dateline.encoder.attributions import attributions
from dateline.encoder.incidents import Incident, IncidentThresholds, incidents
from dateline.encoder.relations import relations
from dateline.encoder.scores import EncoderScores
from dateline.encoder.spans import tagged_spans
from dateline.model import Span

ROLES = ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon")
Thresholds = Mapping[str, Any]
"""The sections of the encoder's description: ``incidents``, ``attribution``, ``mentions``, ``event``."""


def muc4(docid: str, text: str, scores: EncoderScores, thresholds: Thresholds) -> dict[str, Any]:
    """One template for each kind of incident."""
    found = incidents(scores, text, IncidentThresholds.of(thresholds.get("incidents", {})))
    return {"docid": docid, "templates": [template(incident) for incident in found]}


def template(incident: Incident) -> dict[str, Any]:
    """An incident with one string for each filler."""
    return {"incident_type": incident.kind, **{role: [[f.words] for f in incident.in_role(role)] for role in ROLES}}


def re3d(docid: str, text: str, scores: EncoderScores, thresholds: Thresholds) -> dict[str, Any]:
    """Entities, and relations between them."""
    spans = tagged_spans(scores, "mentions", dict(thresholds.get("mentions", {})), text)
    places = [(span.start, span.end) for span in spans]
    found = relations(scores, places, dict(thresholds.get("relation", {}))) if "relation" in scores.heads else []
    return {
        "docid": docid,
        "entities": [{"start": span.start, "end": span.end, "type": span.label} for span in spans],
        "relations": [
            {"type": r.label, "source": list(places[r.first]), "target": list(places[r.second])} for r in found
        ],
    }


def polnear(
    docid: str, text: str, scores: EncoderScores, thresholds: Thresholds, sentences: Sequence[Span]
) -> dict[str, Any]:
    """Attributions of the tags."""
    found = attributions(scores, text, sentences, thresholds.get("attribution", {}))
    return {
        "docid": docid,
        "attributions": [
            {"source": list(map(list, a.source)), "cue": list(map(list, a.cue)), "content": list(map(list, a.content))}
            for a in found
        ],
    }


def plover(docid: str, text: str, scores: EncoderScores, thresholds: Thresholds) -> dict[str, Any]:
    """Event types of a single sentence; the encoder tells no actors."""
    likely = scores.of_sentence("event", 0, len(text))
    bar = float(thresholds.get("event", 0.5))
    return {
        "docid": docid,
        "events": [{"type": kind, "source": [], "target": []} for kind, value in likely.items() if value >= bar],
    }
