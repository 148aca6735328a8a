from collections.abc import Callable

import pytest

from dateline.encoder.fillers import alike, plain
from dateline.encoder.incidents import IncidentThresholds, incidents
from dateline.encoder.model import Encoder

TEXT = "Gunmen of the Red Dawn Front attacked a bridge. A car bombing followed. Gunmen fell."
ANSWER = {
    ("roles", "PerpInd"): {"B gunmen": 8.0},
    ("roles", "PerpOrg"): {"B red": 8.0, "dawn": 8.0, "front": 8.0},
    ("roles", "Target"): {"B bridge": 8.0},
    ("roles", "Weapon"): {"B car": 8.0, "bomb": 8.0, "##ing": 8.0},
    ("filler_incident", "attack"): {"gunmen": 5.0, "red": 5.0, "dawn": 5.0, "front": 5.0, "bridge": 5.0},
    ("filler_incident", "bombing"): {"car": 5.0, "bomb": 5.0, "##ing": 5.0},
    ("incident", "attack"): {"[CLS]": 3.0},
    ("incident", "bombing"): {"[CLS]": 2.0},
}


def test_each_filler_goes_to_the_kind_of_incident_it_fits(encoder_of: Callable[..., Encoder]) -> None:
    scores = encoder_of(ANSWER).read(TEXT)
    attack, bombing = incidents(scores, TEXT, IncidentThresholds())
    assert attack.kind == "attack"
    assert {(filler.role, filler.words) for filler in attack.fillers} == {
        ("PerpInd", "gunmen"), ("PerpOrg", "red dawn front"), ("Target", "bridge")
    }  # fmt: skip
    assert [(filler.role, filler.words) for filler in bombing.fillers] == [("Weapon", "car bombing")]


def test_an_entity_named_twice_is_one_filler_with_both_places(encoder_of: Callable[..., Encoder]) -> None:
    scores = encoder_of(ANSWER).read(TEXT)
    gunmen = incidents(scores, TEXT, IncidentThresholds())[0].in_role("PerpInd")[0]
    assert [TEXT[span.start : span.end] for span in gunmen.spans] == ["Gunmen", "Gunmen"]


def test_fillers_without_a_sure_kind_make_an_incident_of_the_likeliest(encoder_of: Callable[..., Encoder]) -> None:
    unsure = ANSWER | {("incident", "attack"): {"[CLS]": -1.0}, ("incident", "bombing"): {"[CLS]": -4.0}}
    found = incidents(encoder_of(unsure).read(TEXT), TEXT, IncidentThresholds())
    assert [incident.kind for incident in found] == ["attack"]


def test_a_text_without_fillers_tells_of_an_incident_only_when_it_is_sure(encoder_of: Callable[..., Encoder]) -> None:
    kinds_only = {("incident", "attack"): {"[CLS]": 0.5}, ("incident", "bombing"): {"[CLS]": 4.0}}
    found = incidents(encoder_of(kinds_only).read("Rain fell."), "Rain fell.", IncidentThresholds())
    assert [incident.kind for incident in found] == ["bombing"]


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("red dawn front", "red dawn front", True),
        ("rdf", "red dawn front", True),
        ("front", "red dawn front", True),
        ("bridge", "red dawn front", False),
        ("red dawn", "red dawn front", False),
    ],
)
def test_names_are_alike_by_words_initials_or_ending(first: str, second: str, same: bool) -> None:
    assert alike(first, second) is same


def test_plain_words_have_no_article_and_no_marks() -> None:
    assert plain('The "Red  Dawn" Front') == "red dawn front"
