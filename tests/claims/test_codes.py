"""The rules of ``ontology/codes.yaml`` give what its examples say, and a reading's claims carry the codes."""

from collections.abc import Callable
from typing import Any

import pytest

from dateline.claims.codes import with_codes
from dateline.languages.load import load_yaml
from dateline.model import Code, Reading
from dateline.ontology.codes import FILE, NOBODY, CodedEvent, codes_of
from dateline.ontology.load import load_ontology
from dateline.ontology.plover_rules import plover_type

DATA = load_yaml(FILE)
EXAMPLES: list[dict[str, Any]] = DATA["examples"]


def coded(example: dict[str, Any]) -> tuple[Code, ...]:
    name, _, mode = example["event"].partition("/")
    polarity, modality = example.get("polarity", "asserted"), example.get("modality", "actual")
    return codes_of(
        CodedEvent(
            type=name,
            mode=mode or None,
            plover_type=plover_type(name, mode or None, polarity, modality, example.get("governed_by", ())),
            subject_kind=example["subject"],
            object_kind=example["object"],
            polarity=polarity,
            modality=modality,
            weapon=example.get("weapon"),
            counts_dead="killed" in example,
        )
    )


@pytest.mark.parametrize("example", EXAMPLES, ids=[f"{e['event']} {e['subject']} {e['object']}" for e in EXAMPLES])
def test_the_example_has_the_codes_it_says(example: dict[str, Any]) -> None:
    assert {code.scheme: code.words or None for code in coded(example)} == {
        scheme: example[scheme] and str(example[scheme]) for scheme in ("PLOVER", "CAMEO", "ACLED", "UCDP")
    }


@pytest.mark.parametrize("example", EXAMPLES, ids=[f"{e['event']} {e['subject']} {e['object']}" for e in EXAMPLES])
def test_every_code_and_every_missing_one_has_a_reason_without_gaps(example: dict[str, Any]) -> None:
    for code in coded(example):
        assert len(code.reason) > 5
        assert "{" not in code.reason


def test_every_rule_names_events_of_the_ontology_and_every_mode_has_a_cameo_code() -> None:
    types = load_ontology().types
    rules = [rule for scheme in ("cameo", "acled", "ucdp", "plover_turned") for rule in DATA[scheme]]
    for event in (event for rule in rules for event in rule["event"].split()):
        name, _, mode = event.partition("/")
        assert not mode or mode in types[name].modes, event
    for kind in types.values():
        for mode in (None, *kind.modes) if kind.kind == "event" else ():
            coding = CodedEvent(type=kind.name, mode=mode, plover_type=kind.name)
            assert codes_of(coding)[1].code, f"{kind.name}/{mode}"


def test_the_reason_says_whether_the_words_count_dead() -> None:
    event = {"type": "ASSAULT", "mode": "clash", "plover_type": "ASSAULT", "subject": "the army", "object": "the Front"}
    kinds = {"subject_kind": "military", "object_kind": "armed_group"}
    said, unsaid = (codes_of(CodedEvent(**event, **kinds, counts_dead=dead))[3] for dead in (True, False))  # type: ignore[arg-type]
    assert said.reason == "the army is of a state and the Front is an armed group; the words count dead"
    assert unsaid.reason.endswith("UCDP asks for a death, and the words count none")


def test_the_code_of_a_dictionary_is_kept() -> None:
    own = Code(scheme="CAMEO", code="1383", detail=None, reason="the code in ours.txt, line 4")
    event = CodedEvent(type="THREATEN", mode="violence", plover_type="THREATEN", object_kind=NOBODY, cameo=own)
    assert codes_of(event)[1] == own


def test_a_reading_gives_its_events_codes_and_its_relations_none(read: Callable[..., Reading]) -> None:
    reading = read("Gunmen of the Lake Front abducted two nurses near Diffa. Omar Sall leads the Lake Front.")
    by_type = {claim.type: claim for claim in reading.claims}
    assert [code.words for code in by_type["ASSAULT"].codes] == [
        "ASSAULT/abduct",
        "181",
        "Violence against civilians: Abduction/forced disappearance",
        "",
    ]
    assert by_type["leads"].codes == ()
    assert with_codes(reading) == reading
