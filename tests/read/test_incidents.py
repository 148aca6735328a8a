from collections.abc import Callable
from datetime import date
from typing import Any, get_args

import pytest
from spacy.tokens import Doc

from dateline.model import FillerRole, Incident, IncidentKind
from dateline.read.incidents import KINDS, ROLES, IncidentComponent

HEADS = {
    "roles": {"kind": "spans", "labels": list(ROLES)},
    "filler_incident": {"kind": "pieces", "labels": ["attack", "bombing"]},
    "incident": {"kind": "window", "labels": ["attack", "bombing", "conflict"]},
}
TEXT = (
    "The minister of fisheries spoke in Bamako on Tuesday. Gunmen of the Reed Brigade killed two teachers in Gao on "
    "3 May 2012. The brigade has used mortars before."
)
ANSWER = {
    ("roles", "PerpInd"): {"B gunmen": 8.0},
    ("roles", "PerpOrg"): {"B reed": 8.0, "brigade": 8.0},
    ("roles", "Victim"): {"B two": 8.0, "teachers": 8.0},
    ("roles", "Weapon"): {"B mortars": 3.5},
    ("filler_incident", "attack"): dict.fromkeys(("gunmen", "reed", "brigade", "two", "teachers", "mortars"), 5.0),
    ("incident", "attack"): {"[CLS]": 3.0},
}

Seen = Callable[..., Doc]


def incidents(doc: Doc) -> tuple[Incident, ...]:
    found: tuple[Incident, ...] = IncidentComponent()(doc)._.dateline_incidents
    return found


def test_the_labels_of_the_encoder_are_those_of_the_model() -> None:
    assert set(ROLES.values()) == set(get_args(FillerRole))
    assert set(KINDS) == set(get_args(IncidentKind))


def test_fillers_are_words_of_the_report_in_the_models_roles(seen: Seen) -> None:
    (incident,) = incidents(seen(TEXT, HEADS, ANSWER))
    assert (incident.id, incident.kind, incident.score) == ("i1", "attack", 0.953)
    assert [(filler.role, filler.text) for filler in incident.fillers] == [
        ("perpetrator", "Gunmen"),
        ("perpetrator_organisation", "Reed Brigade"),
        ("victim", "two teachers"),
        ("weapon", "mortars"),
    ]
    assert all(TEXT[filler.start : filler.end] == filler.text for filler in incident.fillers)
    assert [filler.text for filler in incident.in_role("victim")] == ["two teachers"]
    assert 0.5 < incident.in_role("weapon")[0].score < incident.in_role("victim")[0].score <= 1


def test_a_filler_is_the_entity_that_a_mention_there_stands_for(seen: Seen) -> None:
    doc = seen(TEXT, HEADS, ANSWER)
    (incident,) = incidents(doc)
    names = {entity.id: entity.name for entity in doc._.dateline_entities}
    brigade = incident.in_role("perpetrator_organisation")[0]
    assert brigade.entity is not None
    assert names[brigade.entity] == "Reed Brigade"


def test_a_filler_without_a_mention_has_no_entity(seen: Seen) -> None:
    text = "Flames destroyed the old granary near the river."
    answer = {("roles", "Target"): {"B granary": 8.0}, ("incident", "bombing"): {"[CLS]": 4.0}}
    (incident,) = incidents(seen(text, HEADS, answer))
    assert [(filler.text, filler.entity) for filler in incident.fillers] == [("granary", None)]


def test_day_and_place_are_those_of_the_sentence_that_holds_most_fillers(seen: Seen) -> None:
    (incident,) = incidents(seen(TEXT, HEADS, ANSWER, published="2012-05-09"))
    assert incident.place is not None
    assert incident.place.name == "Gao"
    assert incident.when is not None
    assert incident.when.possible.first == incident.when.possible.last == date(2012, 5, 3)


def test_without_a_claim_of_violence_the_day_is_one_that_is_named_there_and_the_place_is_not_guessed(
    seen: Seen,
) -> None:
    text = "Gunmen were seen near Gao on 3 May 2012."
    answer = {("roles", "PerpInd"): {"B gunmen": 8.0}, ("incident", "attack"): {"[CLS]": 3.0}}
    doc = seen(text, HEADS, answer)
    assert not [claim for claim in doc._.dateline_claims if claim.type in ("ASSAULT", "COERCE")]
    (incident,) = incidents(doc)
    assert incident.place is None
    assert incident.when is not None
    assert incident.when.possible.first == date(2012, 5, 3)


def test_the_thresholds_are_those_of_the_encoders_settings(seen: Seen) -> None:
    strict = {"incidents": {"filler": {"Victim": 1.01, "Weapon": 1.01}}}
    (incident,) = incidents(seen(TEXT, HEADS, ANSWER, strict))
    assert [filler.role for filler in incident.fillers] == ["perpetrator", "perpetrator_organisation"]


def test_an_incident_of_which_nobody_is_named_says_so(seen: Seen) -> None:
    (incident,) = incidents(seen("It was a bad day.", HEADS, {("incident", "bombing"): {"[CLS]": 4.0}}))
    assert (incident.kind, incident.fillers, incident.when, incident.place) == ("bombing", (), None, None)
    assert incident.reason == "the encoder gives this kind a probability of 0.98, and names nobody"


def test_the_surest_incident_comes_first(seen: Seen) -> None:
    both = {("incident", "attack"): {"[CLS]": 2.0}, ("incident", "bombing"): {"[CLS]": 4.0}}
    found = incidents(seen("It was a bad day.", HEADS, both))
    assert [(incident.id, incident.kind) for incident in found] == [("i1", "bombing"), ("i2", "attack")]


@pytest.mark.parametrize("heads", [None, {"attribution": {"kind": "spans", "labels": ["source", "cue", "content"]}}])
def test_without_an_encoder_that_knows_roles_there_are_no_incidents(heads: Any, seen: Seen) -> None:
    doc = seen(TEXT, heads or HEADS, {})
    if heads is None:
        doc._.dateline_encoder = None
    assert incidents(doc) == ()
