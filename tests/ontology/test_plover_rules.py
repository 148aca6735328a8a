from collections.abc import Callable

import pytest

from dateline.model import Modality, Polarity, Reading
from dateline.ontology.plover_rules import main_events, plover_type


@pytest.mark.parametrize(
    ("claim_type", "mode", "polarity", "modality", "governors", "expected"),
    [
        ("ASSAULT", None, "asserted", "actual", (), "ASSAULT"),
        ("ASSAULT", None, "asserted", "planned", ("will",), "THREATEN"),
        ("SANCTION", None, "asserted", "planned", ("would",), "THREATEN"),
        ("AID", None, "asserted", "planned", ("will",), "AGREE"),
        ("RETREAT", "release", "asserted", "planned", ("ready",), "AGREE"),
        ("CONSULT", "multilateral", "asserted", "planned", ("schedule",), "CONSULT"),
        ("PROTEST", "demo", "asserted", "planned", ("demand",), "PROTEST"),
        ("PROTEST", "boycott", "asserted", "planned", ("will",), "THREATEN"),
        ("REQUEST", None, "asserted", "planned", ("will",), "REQUEST"),
        ("AID", None, "negated", "planned", ("will", "not"), "REJECT"),
        ("CONSULT", None, "negated", "actual", ("refuse",), "REJECT"),
        ("CONSULT", None, "negated", "actual", ("not",), None),
        ("ASSAULT", None, "negated", "actual", ("not",), None),
        ("ASSAULT", "targeted", "negated", "actual", ("thwart",), "ASSAULT"),
        ("ASSAULT", None, "asserted", "alleged", ("accuse",), None),
        ("ASSAULT", None, "asserted", "alleged", ("reportedly",), "ASSAULT"),
        ("ASSAULT", None, "asserted", "possible", ("believe",), "ASSAULT"),
        ("ASSAULT", None, "asserted", "possible", ("may",), None),
        ("ASSAULT", "destroy", "asserted", "actual", (), "COERCE"),
    ],
)
def test_what_is_said_of_an_act_decides_its_plover_type(
    claim_type: str,
    mode: str | None,
    polarity: Polarity,
    modality: Modality,
    governors: tuple[str, ...],
    expected: str | None,
) -> None:
    assert plover_type(claim_type, mode, polarity, modality, governors) == expected


def test_an_event_in_a_clause_of_another_event_is_not_coded(read: Callable[..., Reading]) -> None:
    claims = read("The army arrested two students who had attacked a bank.").claims
    assert {claim.type for claim in claims} == {"COERCE", "ASSAULT"}
    assert [claim.type for claim in main_events(claims)] == ["COERCE"]


def test_coordinated_events_are_both_coded(read: Callable[..., Reading]) -> None:
    claims = read("The rebels attacked the barracks, and the army arrested nine students.").claims
    assert [claim.type for claim in main_events(claims)] == ["ASSAULT", "COERCE"]


def test_relations_are_no_events(read: Callable[..., Reading]) -> None:
    claims = read("Karim Haddad, leader of the Desert Brigade, met the president.").claims
    assert "leads" in {claim.type for claim in claims}
    assert {claim.type for claim in main_events(claims)} == {"CONSULT"}
