"""When a relation holds, day by day."""

from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.facts.relations.holding import holding_of
from dateline.facts.relations.stretches import Ending, Timeline, timeline
from dateline.model.fact import Party, Relation


@pytest.fixture(scope="module")
def line(make: Any) -> Any:
    """The timeline of claims, each the fields of a claim with ``published``, and of endings ``(days, words)``."""

    def of(*claims: dict[str, Any], ends: Any = ()) -> Timeline:
        holdings = []
        for number, fields in enumerate(claims, 1):
            published = fields.get("published", "2012-05-10")
            rest = {name: value for name, value in fields.items() if name != "published"}
            claim = make.claim(f"c{number}", "leads", report=f"r{number}", subject="Ali Sow", object="Front", **rest)
            holdings.append(holding_of(make.told(claim, make.report(f"r{number}", published=published))))
        endings = [
            Ending(days=make.days(days), words=words, claim=f"e{number}", report="r9")
            for number, (days, words) in enumerate(ends)
        ]
        return timeline(holdings, endings)

    return of


def on(line: Timeline, *days: str) -> list[str]:
    party = Party(actor="x", name="x", kind="person", country=None)
    relation = Relation(
        id="x", type="leads", subject=party, object=party, place=None, roles=(), validity=line.stretches,
        modality="actual", status="reported", sources=1, evidence=(), disagreements=(), confidence=1.0, reason="",
    )  # fmt: skip
    return [relation.on(date.fromisoformat(day)) for day in days]


MARCH, MAY = {"published": "2012-03-10"}, {"published": "2012-05-10"}


def test_between_two_days_for_which_claims_vouch_it_is_certain_and_afterwards_presumed(line: Any) -> None:
    found = line(MARCH, MAY)
    assert on(found, "2012-03-10", "2012-04-01", "2012-05-10") == ["certain"] * 3
    assert on(found, "2013-01-01", "2012-03-09") == ["presumed", "possible"]
    assert found.stretches[0].ended_by is None


def test_a_claim_without_any_day_makes_it_only_possible(line: Any) -> None:
    assert on(line({"published": None}), "2012-05-10") == ["possible"]
    assert on(line({"possible": "2012-01-01/2012-12-31"}), "2011-12-31", "2012-06-01", "2014-01-01") == [
        "no",
        "possible",
        "possible",
    ]


def test_without_claims_it_holds_on_no_day(line: Any) -> None:
    assert on(line(), "2012-05-10") == ["no"]


def test_what_ended_it_closes_the_stretch(line: Any) -> None:
    found = line(MARCH, ends=[("2012-04-20", "death")])
    assert on(found, "2012-04-20", "2012-04-21") == ["presumed", "no"]
    assert found.stretches[0].ended_by == "death"
    assert [ending.words for ending in found.used] == ["death"]


def test_only_the_first_thing_after_the_last_certain_day_ends_it(line: Any) -> None:
    found = line(MAY, ends=[("2012-03-01", "capture"), ("2012-07-01", "death"), ("2012-06-01", "resignation")])
    assert found.stretches[0].ended_by == "resignation"
    assert len(found.used) == 1


def test_an_ending_of_an_unknown_day_by_publication_ends_it_by_then(line: Any) -> None:
    assert on(line(MARCH, ends=[("../2012-04-20", "death")]), "2012-04-20", "2012-04-21") == ["presumed", "no"]
    assert line(MARCH, ends=[("2012-04-20/..", "death")]).used == ()


def test_what_ended_in_between_makes_two_stretches(line: Any) -> None:
    found = line(MARCH, MAY, ends=[("2012-04-01", "capture")])
    assert on(found, "2012-03-20", "2012-04-02", "2012-05-10", "2012-06-01") == [
        "presumed",
        "possible",
        "certain",
        "presumed",
    ]
    assert [stretch.ended_by for stretch in found.stretches] == ["capture", None]


def test_since_a_year_it_was_certain_from_the_end_of_the_year_and_possible_from_its_start(line: Any) -> None:
    found = line({"possible": "2009-01-01/..", "since": date(2009, 12, 31)})
    days = ("2008-12-31", "2009-06-01", "2009-12-31", "2012-05-10", "2012-05-11")
    assert on(found, *days) == ["no", "possible", "certain", "certain", "presumed"]


def test_since_a_year_bounds_what_another_claim_vouches_for_later(line: Any) -> None:
    found = line({"possible": "2009-01-01/..", "since": date(2009, 12, 31)}, {"published": "2012-08-01"})
    assert on(found, "2008-12-31", "2009-06-01", "2012-07-01") == ["no", "possible", "certain"]


def test_a_former_leader_led_before_and_no_longer(line: Any) -> None:
    assert on(line(MARCH, {**MAY, "former": True}), "2012-03-10", "2012-05-10", "2012-05-11") == [
        "certain",
        "presumed",
        "no",
    ]


def test_a_former_leader_alone_makes_no_stretch(line: Any) -> None:
    assert line({**MAY, "former": True}).stretches == ()


def test_a_denial_ends_it_and_is_against_what_others_vouch_for_on_the_day(line: Any) -> None:
    denied = {"polarity": "negated"}
    after = line(MARCH, {**MAY, **denied})
    assert on(after, "2012-03-10", "2012-05-11") == ["certain", "no"]
    assert after.against == ()
    same = line(MAY, {**MAY, **denied})
    assert [one.told.claim.id for one in same.against] == ["c2"]


def test_that_it_was_so_at_some_time_reaches_back_but_not_past_an_ending(line: Any) -> None:
    began = {"possible": "2010-01-01/.."}
    assert on(line(began, MAY), "2009-12-31", "2011-01-01", "2012-05-10") == ["no", "possible", "certain"]
    ended = line(began, ends=[("2011-06-01", "resignation")])
    assert on(ended, "2011-01-01", "2011-06-02") == ["possible", "no"]
    assert ended.stretches[0].ended_by == "resignation"


@given(
    days=st.lists(st.integers(0, 60), min_size=1, max_size=6),
    ends=st.lists(st.integers(0, 60), max_size=4),
    random=st.randoms(),
)
def test_stretches_are_in_order_and_do_not_depend_on_the_order_of_claims(
    days: list[int], ends: list[int], random: Any, line: Any
) -> None:
    claims = [{"published": str(date(2012, 3, 1) + timedelta(days=day))} for day in days]
    endings = [(str(date(2012, 3, 1) + timedelta(days=day)), "death") for day in ends]
    found = line(*claims, ends=endings)
    shuffled = [*claims]
    random.shuffle(shuffled)
    assert line(*shuffled, ends=endings).stretches == found.stretches
    certain = [stretch.certain for stretch in found.stretches]
    assert all(one.last <= other.first for one, other in pairwise(certain))
    for claim in claims:
        assert on(found, claim["published"]) == ["certain"]
    for stretch in found.stretches:
        assert stretch.possible.last is None or stretch.possible.last >= stretch.certain.last
