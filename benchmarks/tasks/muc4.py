"""muc4: incident templates, from the encoder's incidents or, without it, from ASSAULT and COERCE claims."""

import re
from collections import defaultdict
from typing import Any

from benchmarks.tasks.question import Question
from dateline.encoder.fillers import plain
from dateline.model import ActorRef, Claim, Entity, Incident, Reading

ROLES = {
    "perpetrator": "PerpInd",
    "perpetrator_organisation": "PerpOrg",
    "target": "Target",
    "victim": "Victim",
    "weapon": "Weapon",
}
INCIDENT_OF_MODE = {
    "explosives": "bombing",
    "suicide-attack": "bombing",
    "abduct": "kidnapping",
    "seize": "robbery",
}
ARSON = re.compile(
    r"\b(?:burn|burnt|burned|burning|arson|torch|torched|set fire|set afire|on fire|ablaze)\b", re.IGNORECASE
)
BOMBING = re.compile(
    r"\b(?:bomb(?:s|ed|ing)?|dynamited?|explosions?|exploded|explosives?|blast|mines?)\b",
    re.IGNORECASE,
)
ROBBERY = re.compile(r"\b(?:rob|robbed|robbery|stole|steal|looted|looting)\b", re.IGNORECASE)
ORGANISED = {"armed_group", "military", "police", "government", "organisation", "intergovernmental"}
HUMAN = {"person", "civilians", "government", "military", "police", "intergovernmental", "media", "armed_group"}


def predict_muc4(question: Question, reading: Reading) -> dict[str, Any]:
    """One template for each kind of incident a report tells of, with all its fillers."""
    if "without the encoder" in reading.reader:
        return predict_from_claims(question, reading)
    return {"docid": question.id, "templates": [_of_incident(incident) for incident in reading.incidents]}


def _of_incident(incident: Incident) -> dict[str, Any]:
    return {
        "incident_type": incident.kind,
        **{label: [[plain(f.text)] for f in incident.fillers if f.role == role] for role, label in ROLES.items()},
    }


def predict_from_claims(question: Question, reading: Reading) -> dict[str, Any]:
    """The same from the claims of the rules."""
    incidents: dict[str, list[Claim]] = defaultdict(list)
    for claim in reading.claims:
        kind = incident_type(claim)
        if kind and claim.polarity == "asserted" and claim.modality != "planned":
            incidents[kind].append(claim)
    return {"docid": question.id, "templates": [_template(kind, claims, reading) for kind, claims in incidents.items()]}


def incident_type(claim: Claim) -> str | None:
    """The MUC-4 incident type of a claim; None for what is no incident in that sense."""
    if claim.type != "ASSAULT" or claim.mode in ("coup", "crowd-control", "seize_territory", "clash"):
        return None
    quote = claim.evidence.quote
    if claim.mode in INCIDENT_OF_MODE:
        return INCIDENT_OF_MODE[claim.mode]
    if claim.mode in ("destroy", None, "targeted", "raid", "firearms", "heavy-weapons"):
        if ARSON.search(quote):
            return "arson"
        if BOMBING.search(quote):
            return "bombing"
        if ROBBERY.search(quote):
            return "robbery"
    return "attack"


def _template(kind: str, claims: list[Claim], reading: Reading) -> dict[str, Any]:
    entities = {entity.id: entity for entity in reading.entities}
    roles: dict[str, dict[str, None]] = {label: {} for label in ROLES.values()}
    for claim in claims:
        if claim.subject:
            entity = entities.get(claim.subject.entity or "")
            roles[_perpetrator_role(entity)].setdefault(_words(claim.subject))
        if claim.object:
            entity = entities.get(claim.object.entity or "")
            role = "Victim" if entity and entity.kind in HUMAN else "Target"
            roles[role].setdefault(_words(claim.object))
        if claim.weapon:
            roles["Weapon"].setdefault(claim.weapon)
    return {"incident_type": kind, **{role: [[words] for words in fillers] for role, fillers in roles.items()}}


def _perpetrator_role(entity: Entity | None) -> str:
    if entity is not None and (entity.actor or (entity.kind in ORGANISED and not entity.plural)):
        return "PerpOrg"
    return "PerpInd"


def _words(ref: ActorRef) -> str:
    return re.sub(r"^(?:the|a|an)\s+", "", ref.words.lower())
