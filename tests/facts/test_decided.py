"""Decisions on claims and entities, as plain functions."""

from datetime import UTC, datetime
from typing import Any

import pytest

from dateline.facts.actor_keys import Key
from dateline.facts.decided import joined_and_parted, judged, last_verdict, located
from dateline.facts.decided_actors import anchor_of, as_parted, forced_keys, is_anchor, set_apart, sides_of
from dateline.facts.from_records import claim_in
from dateline.facts.inputs import ClaimIn, EntityIn
from dateline.facts.standing import standing
from dateline.model.decision import Decision

SEEN = {"type": "ASSAULT", "polarity": "asserted", "subject": "Reed Front", "object": None, "evidence": [0, 40]}
QUOTE = "The Reed Front killed three farmers here."


def claim(identifier: str = "c1", **changed: Any) -> ClaimIn:
    empty = dict.fromkeys(("mode", "place", "location", "when", "role", "weapon", "object", "said_by", "object_entity"))
    record = {
        **empty,
        "said_by_entity": None,
        "subject_entity": "e1",
        "modality": "actual",
        "counts": {},
        "codes": {},
        "confidence": 0.5,
        "quote": QUOTE,
        **SEEN,
        "id": identifier,
        **changed,
    }
    return claim_in(record, "r1", 1)


def entity(identifier: str = "e1", *names: str, **changed: Any) -> EntityIn:
    given = {"report": "r1", "kind": "armed_group", "country": None, "known": None, "plural": False, "descriptions": ()}
    return EntityIn(id=identifier, name=names[0], names=names, **{**given, **changed})


def decision(number: int, kind: Any, *targets: str, about: Any = "claim", **parts: Any) -> Decision:
    before, after = parts.get("before", {}), parts.get("after", {})
    now = datetime(2026, 1, 1, tzinfo=UTC)
    return Decision(
        id=number, at=now, by="Ada", kind=kind, about=about, targets=targets, before=before, after=after, note=""
    )  # fmt: skip


def test_an_undone_undo_brings_its_decision_back() -> None:
    first, undo, again = decision(1, "accept", "c1"), decision(2, "undo", "1"), decision(3, "undo", "2")
    assert standing([first, undo]).decisions == ()
    assert standing([first, undo, again]).decisions == (first,)


def test_a_decision_is_found_by_id_and_else_by_what_was_seen_in_the_passage() -> None:
    one = decision(1, "accept", "c1", before=SEEN)
    assert located(one, {"c1": claim("c1"), "c2": claim("c2")}) == "c1"
    assert located(one, {"c2": claim("c2", evidence=[5, 60])}) == "c2"
    assert located(one, {"c2": claim("c2", evidence=[39, 80])}) is None
    assert located(one, {"c2": claim("c2", subject="Hill Front")}) is None
    assert located(one, {"c2": claim("c2", polarity="negated")}) is None


def test_two_decisions_on_one_claim_find_it_again_though_the_first_changed_it() -> None:
    corrected = decision(1, "correct", "c1", before=SEEN, after={"subject": "Hill Front"})
    rejected = decision(2, "reject", "c1", before=SEEN)
    result = judged([claim("c9")], [corrected, rejected], {})
    assert result.astray == []
    (found,) = result.claims
    assert (found.subject and found.subject.name, found.rejected) == ("Hill Front", True)


def test_what_follows_from_a_field_is_made_anew_with_it() -> None:
    def after(**changes: Any) -> ClaimIn:
        one = decision(1, "correct", "c1", before={**SEEN, "quote": QUOTE}, after=changes)
        return judged([claim("c1", mode="raid")], [one], {}).claims[0]

    assert claim().deadly
    assert not after(type="COERCE", mode="arrest").deadly
    assert dict(after(mode="abduct").codes)["PLOVER"] == "ASSAULT/abduct"
    assert after(type="leads", mode=None).codes == ()
    assert after(role="former head").former


@pytest.mark.parametrize(
    ("name", "found"), [("reed front", "e1"), ("The Reed Front", "e1"), ("RF", "e1"), ("Reed", None)]
)
def test_a_corrected_name_is_that_of_an_entity_in_any_of_its_spellings(name: str, found: str | None) -> None:
    one = decision(1, "correct", "c1", before=SEEN, after={"object": name})
    (result,) = judged([claim()], [one], {"e1": entity("e1", "Reed Front", "RF")}).claims
    assert result.object is not None
    assert (result.object.entity == "e1") is (found is not None)


def test_of_namesakes_a_correction_means_the_one_that_the_claim_named() -> None:
    both = {one: entity(one, "Ali Sow", kind="person") for one in ("e1", "e2")}
    one = decision(1, "correct", "c1", before=SEEN, after={"subject": "Ali Sow"})
    (result,) = judged([claim(subject="Ali Sow", subject_entity="e2")], [one], both).claims
    assert result.subject is not None
    assert result.subject.entity == "e2"


def test_an_anchor_tells_namesakes_of_one_report_apart() -> None:
    teacher = entity("e1", "Ali Sow", kind="person", descriptions=("a teacher",))
    driver = entity("e2", "Ali Sow", kind="person", descriptions=("a driver",))
    anchor = anchor_of(teacher, namesake=True)
    assert anchor == "r1/ali sow/a teacher"
    assert is_anchor(anchor, teacher)
    assert not is_anchor(anchor, driver)
    assert is_anchor(anchor_of(teacher), driver)
    assert is_anchor("*/ali sow", driver)
    assert not is_anchor("r2/ali sow", driver)


def test_a_merge_gives_a_key_which_a_later_split_takes_along_and_a_later_merge_outlasts() -> None:
    front = entity("e1", "Reed Front", known="reed")
    merges = [decision(number, "merge", "r1/reed front", "r2/x", about="actor") for number in (1, 3)]
    split = decision(2, "split", "r1/reed front", about="actor")
    stand = standing([merges[0], split, merges[1]])
    keys = set_apart(front, forced_keys(front, stand), stand)
    assert [key.text for key in keys] == ["apart:2:decision:1", "decision:3"]
    assert as_parted(front, stand).known is None
    assert as_parted(front, standing(merges)).known == "reed"


def test_those_kept_apart_are_compared_and_stand_on_two_sides() -> None:
    front, other = entity("e1", "Reed Front"), entity("e1", "Reid Front", report="r2")
    stand = standing([decision(4, "split", "r1/reed front", about="actor", after={"from": ["r2/reid front"]})])
    assert (sides_of(front, stand), sides_of(other, stand)) == (frozenset({(4, 0)}), frozenset({(4, 1)}))
    keys = set_apart(front, (Key("body:reed front", 0.9, "one name"),), stand)
    assert [(key.text, key.sure) for key in keys] == [("body:reed front", True), ("kept:4", False)]


def test_events_joined_and_then_parted_are_parted_and_the_other_way_round() -> None:
    merge = decision(1, "merge", "c1", "c3", about="event", before={"claims": ["c1", "c2", "c3"]})
    split = decision(2, "split", "c3", about="event", after={"from": ["c1", "c2"]})
    assert joined_and_parted([merge]) == ([("c1", "c3"), ("c1", "c2")], [])
    assert joined_and_parted([merge, split]) == ([("c1", "c2")], [("c3", "c1"), ("c3", "c2")])
    assert joined_and_parted([split, merge])[1] == []


def test_of_several_verdicts_the_last_given_counts() -> None:
    verdicts: Any = {"c1": (4, "accepted"), "c2": (2, "rejected")}
    assert last_verdict(["c2", "c1"], verdicts) == "accepted"
    assert last_verdict(["c2", "c3"], verdicts) == "rejected"
    assert last_verdict(["c3"], verdicts) is None
