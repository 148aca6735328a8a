"""Relations out of claims: validity, endings, and what is in conflict."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest

from dateline.facts.relations.holding import ends_for_subject, relation_key
from dateline.facts.relations.relation_facts import Claimed, Surroundings, relation_id, relations_of
from dateline.model.fact import Relation


@pytest.fixture(scope="module")
def relations(make: Any) -> Any:
    """The relations of one type with one object that claims tell of, by subject. Claims of c1, c2 are of r1, r2, …;
    ``days``: of publication.
    """

    def of(
        *claims: Any, days: Sequence[str | None] = (), kinds: Any = None, verdicts: Any = None, superseded: Any = ()
    ) -> dict[str, Relation]:
        told = []
        for number, claim in enumerate(claims):
            day = days[number] if number < len(days) else "2012-05-10"
            paper = make.report(claim.report, published=day, publisher=f"Paper {claim.report}")
            told.append(make.told(claim, paper, superseded=superseded, kinds=kinds))
        keys = {key: None for one in told if (key := relation_key(one)) is not None}
        group = [Claimed(key=key, told=tuple(one for one in told if relation_key(one) == key)) for key in keys]
        endings: dict[str, list[Any]] = {}
        for one in told:
            if (ended := ends_for_subject(one)) is not None:
                endings.setdefault(ended[0], []).append(one)
        around = Surroundings(endings=endings, verdicts=verdicts or {})
        wanted = [one for one in group if (one.key.type, one.key.object) == (group[0].key.type, group[0].key.object)]
        return {one.subject.actor or one.subject.name: one for one in relations_of(wanted, around)}

    return of


@pytest.fixture(scope="module")
def leads(make: Any) -> Any:
    """``leads(1, …)``: the claim of report r1 that Ali Sow leads the Front."""

    def of(number: int, kind: str = "leads", **fields: Any) -> Any:
        usual = {"report": f"r{number}", "subject": "Ali Sow", "object": "Front"}
        return make.claim(f"c{number}", kind, **{**usual, **fields})

    return of


def holds(relation: Relation, *days: str) -> list[str]:
    return [relation.on(date.fromisoformat(day)) for day in days]


def test_one_report_reports_two_papers_corroborate(relations: Any, leads: Any) -> None:
    one = relations(leads(1))["Ali Sow"]
    assert (one.status, one.sources, one.reason) == ("reported", 1, "said by 1 report; nothing says that it ended")
    two = relations(leads(1), leads(2))["Ali Sow"]
    assert (two.status, two.sources) == ("corroborated", 2)


def test_the_id_is_made_of_type_and_parties(relations: Any, leads: Any) -> None:
    found = relations(leads(1))["Ali Sow"]
    assert found.id == relations(leads(2), leads(3))["Ali Sow"].id
    assert found.id != relations(leads(1, "member_of"))["Ali Sow"].id
    assert len(found.id) == 13


def test_what_is_planned_is_a_relation_of_its_own(make: Any, leads: Any) -> None:
    keys = [relation_key(make.told(leads(1, modality=modality))) for modality in ("actual", "planned")]
    assert len({relation_id(key) for key in keys}) == 2


def test_death_ends_leading_whatever_later_reports_call_the_dead(relations: Any, leads: Any) -> None:
    death = leads(2, "ASSAULT", subject="Army", object="Ali Sow", deadly=True, on="2012-04-01")
    days = ["2012-03-10", "2012-04-02", "2012-08-01"]
    found = relations(leads(1), death, leads(3), days=days)["Ali Sow"]
    assert holds(found, "2012-03-10", "2012-04-01", "2012-04-02", "2012-08-01") == ["certain", "presumed", "no", "no"]
    assert found.validity[0].ended_by == "death"
    assert [(one.claim, one.stance) for one in found.evidence] == [
        ("c1", "supports"),
        ("c3", "supports"),
        ("c2", "ends"),
    ]
    assert found.reason.endswith("ended by death")


def test_a_second_leader_ends_the_first_from_the_day_that_claims_vouch_for(relations: Any, leads: Any) -> None:
    found = relations(leads(1), leads(2, subject="Awa Ba"), days=["2012-03-10", "2012-06-01"])
    assert holds(found["Ali Sow"], "2012-05-31", "2012-06-02") == ["presumed", "no"]
    assert found["Ali Sow"].validity[0].ended_by == "another who is said to hold it then"
    assert holds(found["Awa Ba"], "2012-06-02") == ["presumed"]
    assert {one.status for one in found.values()} == {"reported"}


def test_two_leaders_on_one_day_are_in_conflict(relations: Any, leads: Any) -> None:
    found = relations(leads(1), leads(2, subject="Awa Ba"))
    assert {one.status for one in found.values()} == {"conflicting"}
    (clash,) = found["Ali Sow"].disagreements
    assert clash.field == "holder"
    assert [(one.value, one.claims) for one in clash.versions] == [("Ali Sow", ("c1",)), ("Awa Ba", ("c2",))]


def test_a_deputy_and_many_ministers_are_no_rivals(relations: Any, leads: Any) -> None:
    deputy = relations(leads(1), leads(2, subject="Awa Ba", role="deputy leader"))
    assert {one.status for one in deputy.values()} == {"reported"}
    ministers = [leads(1, role="defence minister"), leads(2, subject="Awa Ba", role="health minister")]
    assert {one.status for one in relations(*ministers, kinds={"Front": "government"}).values()} == {"reported"}
    same = [leads(1, role="defence minister"), leads(2, subject="Awa Ba", role="defence minister")]
    assert {one.status for one in relations(*same, kinds={"Front": "government"}).values()} == {"conflicting"}


def test_a_town_that_is_taken_changes_hands(relations: Any, make: Any) -> None:
    gao = make.place(geonameid=7)
    held = make.claim("c1", "controls", report="r1", subject="Army", place=gao)
    taken = make.claim(
        "c2", "ASSAULT", report="r2", mode="seize_territory", subject="Front", object="Army", place=gao, on="2012-04-01"
    )
    found = relations(held, taken, days=["2012-03-10", "2012-04-02"])
    assert holds(found["Army"], "2012-03-20", "2012-04-02") == ["presumed", "no"]
    assert holds(found["Front"], "2012-03-20", "2012-04-01", "2012-06-01") == ["possible", "certain", "presumed"]
    assert (found["Front"].object.name, found["Front"].object.kind) == ("Gao", "place")


def test_whoever_withdraws_from_a_town_controls_it_no_longer(relations: Any, make: Any) -> None:
    gao = make.place(geonameid=7)
    held = make.claim("c1", "controls", report="r1", subject="Front", place=gao)
    left = make.claim("c2", "RETREAT", report="r2", mode="withdraw", subject="Front", place=gao, on="2012-06-01")
    elsewhere = make.claim(
        "c2", "RETREAT", report="r2", mode="withdraw", subject="Front", place=make.place(geonameid=8), on="2012-06-01"
    )
    days = ["2012-05-10", "2012-06-02"]
    assert holds(relations(held, left, days=days)["Front"], "2012-06-02") == ["no"]
    assert holds(relations(held, elsewhere, days=days)["Front"], "2012-06-02") == ["presumed"]


def test_a_split_ends_the_part_and_alliance_with_whom_it_is_from_alone(relations: Any, leads: Any) -> None:
    part = leads(1, "part_of", subject="Wing")
    days = ["2012-03-10", "2012-04-02"]
    split = leads(2, "split_from", subject="Wing", on="2012-04-01")
    assert relations(part, split, days=days)["Wing"].validity[0].ended_by == "a split"
    other = leads(2, "split_from", subject="Wing", object="MNJ", on="2012-04-01")
    assert relations(part, other, days=days)["Wing"].validity[0].ended_by is None


def test_what_is_done_once_never_ends(relations: Any, leads: Any) -> None:
    split = leads(1, "split_from", subject="Wing", on="2012-04-01")
    found = relations(split, leads(2, "split_from", subject="Wing", on="2012-04-01"))["Wing"]
    assert holds(found, "2012-04-01", "2030-01-01") == ["certain", "presumed"]


def test_until_a_day_ends_it_then(relations: Any, leads: Any) -> None:
    found = relations(leads(1, possible="../2012-03-31"), leads(2), days=["2012-05-10", "2012-02-01"])["Ali Sow"]
    assert holds(found, "2012-03-31", "2012-04-01") == ["presumed", "no"]
    assert found.validity[0].ended_by == "a claim that it was so until 2012-03-31"


def test_a_relation_only_told_as_over_is_reported_and_one_only_denied_is_conflicting(
    relations: Any, leads: Any
) -> None:
    former = relations(leads(1, former=True, role="former leader"))["Ali Sow"]
    assert (former.status, former.validity, former.sources) == ("reported", (), 0)
    assert former.reason == "only told as over or denied"
    assert [one.stance for one in former.evidence] == ["ends"]
    denied = relations(leads(1, polarity="negated"))["Ali Sow"]
    assert (denied.status, [one.stance for one in denied.evidence]) == ("conflicting", ["ends"])


def test_a_denial_of_the_day_itself_contradicts(relations: Any, leads: Any) -> None:
    found = relations(leads(1), leads(2, polarity="negated"))["Ali Sow"]
    assert found.status == "conflicting"
    assert [(one.field, [v.value for v in one.versions]) for one in found.disagreements] == [("holds", ["yes", "no"])]
    assert [one.stance for one in found.evidence] == ["supports", "contradicts"]


def test_a_superseded_claim_counts_no_more_while_another_says_it(relations: Any, leads: Any) -> None:
    found = relations(leads(1), leads(2), superseded=["r1"])["Ali Sow"]
    assert (found.sources, [one.stance for one in found.evidence]) == (1, ["superseded", "supports"])


def test_a_rejected_claim_says_nothing_and_a_relation_of_such_alone_is_rejected(relations: Any, leads: Any) -> None:
    found = relations(leads(1, rejected=True), leads(2), days=["2012-03-10", "2012-05-10"])["Ali Sow"]
    assert (holds(found, "2012-03-10"), found.status) == (["possible"], "reported")
    alone = relations(leads(1, rejected=True))["Ali Sow"]
    assert (alone.status, alone.validity) == ("rejected", ())


def test_a_rejected_death_ends_nothing_and_a_rejected_rival_is_none(relations: Any, leads: Any) -> None:
    death = leads(2, "ASSAULT", subject="Army", object="Ali Sow", deadly=True, rejected=True)
    rival = leads(3, subject="Awa Ba", rejected=True)
    found = relations(leads(1), death, rival)["Ali Sow"]
    assert (found.status, found.validity[0].ended_by) == ("reported", None)


def test_the_last_verdict_on_the_relation_or_a_claim_of_it_is_the_status(relations: Any, leads: Any) -> None:
    identity = relations(leads(1))["Ali Sow"].id
    assert relations(leads(1), verdicts={identity: (1, "rejected")})["Ali Sow"].status == "rejected"
    verdicts = {identity: (1, "rejected"), "c1": (2, "accepted")}
    assert relations(leads(1), verdicts=verdicts)["Ali Sow"].status == "accepted"


def test_roles_are_kept_the_most_used_first(relations: Any, leads: Any) -> None:
    found = relations(leads(1, role="chief"), leads(2, role="leader"), leads(3, role="leader"))["Ali Sow"]
    assert found.roles == ("leader", "chief")


def test_a_symmetrical_relation_has_its_parties_in_one_order(relations: Any, leads: Any) -> None:
    one = leads(1, "opposes", subject="MNJ", object="Front")
    found = relations(one, leads(2, "opposes", subject="Front", object="MNJ"))
    assert list(found) == ["Front"]
    assert found["Front"].object.actor == "MNJ"
    assert found["Front"].sources == 2


def test_capture_ends_an_office_in_a_group_and_not_belonging_to_it(relations: Any, leads: Any) -> None:
    taken = leads(3, "COERCE", subject="Army", object="Ali Sow", mode="arrest", on="2012-06-01")
    days = ("2012-05-10", "2012-05-10", "2012-06-02")
    spokesman = relations(leads(1, "member_of", role="spokesman"), taken, days=days)["Ali Sow"]
    assert holds(spokesman, "2012-05-20", "2012-07-01") == ["presumed", "no"]
    fighter = relations(leads(1, "member_of"), taken, days=days)["Ali Sow"]
    assert holds(fighter, "2012-05-20", "2012-07-01") == ["presumed", "presumed"]
