"""An event out of its claims: each field, its status, and where sources differ."""

from datetime import date
from typing import Any

import pytest

from dateline.facts.events.event_facts import event_id
from dateline.model.fact import Event


@pytest.fixture(scope="module")
def papers(make: Any) -> list[Any]:
    """Reports r1, r2, r3 of three papers, a day apart."""
    return [
        make.report(f"r{number}", publisher=f"Paper {number}", published=f"2012-05-{9 + number}")
        for number in (1, 2, 3)
    ]


@pytest.fixture(scope="module")
def event(tell: Any, papers: Any) -> Any:
    """The one event that claims tell of, each claim of its own paper."""

    def of(*claims: Any, **more: Any) -> Event:
        held = {claim.report for claim in claims}
        told = tell(*claims, reports=[paper for paper in papers if paper.id in held], **more)
        assert len(told.events) == 1
        return told.events[0]  # type: ignore[no-any-return]

    return of


def fields(event: Event) -> dict[str, list[str]]:
    """The fields on which sources differ, with what they say."""
    return {one.field: [version.value for version in one.versions] for one in event.disagreements}


def test_the_id_is_made_of_the_first_claim_added_and_stays_when_others_come(event: Any, said: Any) -> None:
    assert event(said(1)).id == event(said(1), said(2)).id == event_id("c1")
    assert len(event_id("c1")) == 13


def test_one_source_reports_two_corroborate(event: Any, said: Any) -> None:
    assert event(said(1)).status == "reported"
    found = event(said(1), said(2))
    assert (found.status, found.sources, found.disagreements) == ("corroborated", 2, ())
    assert found.reason == ("2 reports tell of one event: the same day, the same place, the same kind of deed")


def test_named_doers_go_before_described_ones_and_the_most_told_first(event: Any, said: Any) -> None:
    found = event(said(1, subject="gunmen"), said(2, subject="Front", object="Awa Ba"), said(3, subject="Front"))
    assert [party.actor for party in found.actors] == ["Front"]
    assert [party.actor for party in found.recipients] == ["Awa Ba"]
    described = event(said(1, subject="gunmen"), said(2, subject="gunmen"), said(3, subject="men"))
    assert [party.name for party in described.actors] == ["gunmen", "men"]


def test_a_sharp_place_goes_before_a_vague_one_that_more_give(event: Any, said: Any, make: Any) -> None:
    region = make.place("Gao Region", precision="admin1", radius_km=300.0)
    sides = {"subject": "Front", "object": "Army"}
    assert event(said(1, place=region, **sides), said(2, place=region, **sides), said(3, **sides)).place.name == "Gao"


def test_the_shortest_days_that_most_sources_give_are_kept(event: Any, said: Any, make: Any) -> None:
    found = event(said(1, on="2012-05-03/2012-05-09", killed=3), said(2, killed=3))
    assert found.possible == found.certain == make.days("2012-05-09")


def test_without_a_day_none_is_made_up_and_publication_is_kept_apart(event: Any, said: Any) -> None:
    found = event(said(1, on=None), said(2, on=None, killed=3))
    assert (found.certain, found.possible) == (None, None)
    assert (found.reported.first, found.reported.last) == (date(2012, 5, 10), date(2012, 5, 11))


def test_different_tolls_are_a_disagreement_and_clash_only_without_a_common_range(event: Any, said: Any) -> None:
    near = event(said(1, killed=(3, 3, None)), said(2, killed=(5, 5, None)))
    assert fields(near) == {"killed": ["3", "5"]}
    assert near.status == "corroborated"
    far = event(said(1, killed=3), said(2, killed=5))
    assert far.status == "conflicting"


def test_different_doers_are_a_conflict_unless_one_source_names_both(event: Any, said: Any) -> None:
    blamed = event(said(1, subject="Front"), said(2, subject="MNJ", killed=7), said(3, subject="Front", killed=7))
    assert fields(blamed)["actors"] == ["Front", "MNJ"]
    assert blamed.status == "conflicting"
    together = event(said(1, subject="Front", name="c1"), said(1, subject="MNJ", name="c4"), said(2, subject="Front"))
    assert "actors" not in fields(together)


def test_days_that_exclude_each_other_are_a_conflict(event: Any, said: Any) -> None:
    found = event(said(1, on="2012-05-08", killed=7), said(2, on="2012-05-09", killed=7))
    assert fields(found) == {"day": ["2012-05-08", "2012-05-09"]}
    assert found.status == "conflicting"


def test_a_denial_contradicts_and_says_nothing_of_the_event_itself(event: Any, said: Any) -> None:
    found = event(said(1, subject="Front"), said(2, subject="Front", polarity="negated", said_by="Army", killed=90))
    assert fields(found) == {"happened": ["yes", "no"]}
    assert found.disagreements[0].versions[1].said_by == ("Army",)
    assert (found.status, found.sources, found.counts) == ("conflicting", 1, {})
    assert [one.stance for one in found.evidence] == ["supports", "contradicts"]


def test_an_event_that_is_only_denied_is_conflicting_and_has_no_source(event: Any, said: Any) -> None:
    found = event(said(1, polarity="negated"))
    assert (found.status, found.sources, found.disagreements) == ("conflicting", 0, ())


def test_a_superseded_claim_is_kept_and_no_longer_counts(event: Any, said: Any) -> None:
    found = event(said(1, killed=3), said(2, killed=5), telling={"superseded": ["r1"]})
    assert [one.stance for one in found.evidence] == ["superseded", "supports"]
    assert (found.counts["killed"].best, found.sources, found.disagreements) == (5, 1, ())


def test_a_superseded_denial_contradicts_no_longer(event: Any, said: Any) -> None:
    found = event(said(1, polarity="negated"), said(2), telling={"superseded": ["r1"]})
    assert [one.stance for one in found.evidence] == ["superseded", "supports"]
    assert found.status != "conflicting"
    alone = event(said(1, polarity="negated"), telling={"superseded": ["r1"]})
    assert (alone.status, alone.sources) == ("conflicting", 0)


def test_an_event_told_only_by_superseded_reports_is_told_by_them(event: Any, said: Any) -> None:
    found = event(said(1, killed=3), telling={"superseded": ["r1"]})
    assert (found.counts["killed"].best, found.status) == (3, "reported")


def test_a_rejected_claim_is_kept_and_says_nothing(event: Any, said: Any) -> None:
    found = event(said(1, killed=90, rejected=True), said(2, killed=3))
    assert [one.stance for one in found.evidence] == ["rejected", "supports"]
    assert (found.counts["killed"].best, found.sources) == (3, 1)


def test_an_event_of_rejected_claims_alone_is_rejected(event: Any, said: Any) -> None:
    assert event(said(1, rejected=True), said(2, rejected=True)).status == "rejected"


def test_the_last_verdict_on_any_of_its_claims_is_the_status(event: Any, said: Any) -> None:
    verdicts = {"c1": (1, "rejected"), "c2": (2, "accepted")}
    assert event(said(1), said(2), verdicts=verdicts).status == "accepted"
    assert event(said(1), verdicts=verdicts).status == "rejected"
    assert event(said(1, accepted=True)).status == "accepted"


def test_the_type_mode_and_codes_are_those_that_most_claims_have(event: Any, said: Any) -> None:
    codes = [(("CAMEO", "190"),), (("CAMEO", "193"),), (("CAMEO", "193"), ("PLOVER", "ASSAULT/raid"))]
    found = event(*(said(number, codes=one) for number, one in enumerate(codes, 1)))
    assert (found.type, found.mode, found.codes) == ("ASSAULT", "raid", {"CAMEO": "193", "PLOVER": "ASSAULT/raid"})


def test_the_plainest_modality_and_the_greatest_confidence_are_kept(event: Any, said: Any) -> None:
    found = event(said(1, modality="alleged", confidence=0.9), said(2, confidence=0.4))
    assert (found.modality, found.confidence) == ("actual", 0.9)


def test_every_claim_is_evidence_once_with_its_source(event: Any, said: Any) -> None:
    found = event(said(1, said_by="Army"), said(2, said_by="a resident"), said(3))
    assert [one.claim for one in found.evidence] == ["c1", "c2", "c3"]
    assert [one.source for one in found.evidence] == ["actor:Army", "outlet:paper 2", "outlet:paper 3"]
    assert [one.said_by for one in found.evidence] == ["Army", "a resident", None]
