"""Several coders: each codes apart, the record follows what is adopted."""

from collections.abc import Callable
from typing import Any

import pytest

from dateline.errors import BadArgument
from dateline.record import Record, bring_up_to_date
from dateline.record.agreement import agreement
from dateline.record.codings import Codings, agreed, differing
from dateline.record.decide import Decisions
from dateline.store import Store


@pytest.fixture
def claims(store: Store) -> list[str]:
    return [one.record["id"] for one in store.claims()]


def test_a_store_is_coded_by_one_until_somebody_says_otherwise(store: Store) -> None:
    codings = Codings(store)
    assert codings.mode == "one"
    codings.set_mode("blind")
    assert Codings(store).mode == "blind"
    codings.set_mode("one")
    assert codings.mode == "one"


def test_what_coders_say_is_no_decision(store: Store, claims: list[str]) -> None:
    Codings(store).put("Ada", "reject", claims[:2])
    assert Record(store).decisions() == []
    assert Record(store).up_to_date


def test_the_last_that_a_coder_says_of_a_claim_stands(store: Store, claims: list[str]) -> None:
    codings = Codings(store)
    codings.put("Ada", "reject", [claims[0]])
    codings.put("Ada", "accept", [claims[0]])
    codings.put("Ben", "reject", [claims[0]])
    assert {who: one.verdict for who, one in codings.standing()[claims[0]].items()} == {
        "Ada": "accept",
        "Ben": "reject",
    }


def test_a_coder_takes_back_the_last_of_her_own(store: Store, claims: list[str]) -> None:
    codings = Codings(store)
    codings.put("Ada", "accept", [claims[0]])
    codings.put("Ada", "accept", [claims[1]])
    codings.put("Ben", "accept", [claims[1]])
    codings.undo("Ada")
    assert {claim: set(held) for claim, held in codings.standing().items()} == {claims[0]: {"Ada"}, claims[1]: {"Ben"}}
    codings.undo("Ada")
    with pytest.raises(BadArgument, match="nothing"):
        codings.undo("Ada")


def test_all_of_several_claims_are_coded_or_none(store: Store, claims: list[str]) -> None:
    with pytest.raises(BadArgument, match="no claim 'nosuch'"):
        Codings(store).put("Ada", "accept", [claims[0], "nosuch"])
    assert Codings(store).standing() == {}


def test_the_record_follows_what_is_agreed(store: Store, claims: list[str]) -> None:
    codings = Codings(store)
    for coder in ("Ada", "Ben"):
        codings.put(coder, "reject", [claims[0]])
    codings.put("Ada", "accept", [claims[1]])
    assert [claim for claim, _ in agreed(codings.standing(), least=2)] == [claims[0]]
    (number,) = codings.adopt_agreed("Cleo")
    (decision,) = Record(store).decisions()
    assert (decision.id, decision.by, decision.kind, decision.targets) == (number, "Cleo", "reject", (claims[0],))
    assert "Ada, Ben" in decision.note
    assert codings.adopt_agreed("Cleo") == []


def test_a_curator_settles_what_coders_differ_on(store: Store, claims: list[str]) -> None:
    codings = Codings(store)
    codings.put("Ada", "accept", [claims[0]])
    codings.put("Ben", "correct", [claims[0]], changes={"mode": "raid", "weapon": "rifle"})
    assert list(differing(codings.standing())) == [claims[0]]
    chosen = codings.standing()[claims[0]]["Ben"]
    codings.adopt(claims[0], chosen, "Cleo", "the text says rifles")
    assert differing(codings.standing()) == {}
    bring_up_to_date(store)
    said, _ = Record(store).claim(claims[0])
    assert said.record["weapon"] == "rifle"


def test_what_was_adopted_is_open_again_when_its_decision_is_undone(store: Store, claims: list[str]) -> None:
    codings = Codings(store)
    for coder in ("Ada", "Ben"):
        codings.put(coder, "accept", [claims[0]])
    (number,) = codings.adopt_agreed("Cleo")
    Decisions(store, "Cleo").undo(number)
    assert [claim for claim, _ in agreed(codings.standing(), least=2)] == [claims[0]]


def test_alpha_is_one_where_all_agree_and_falls_where_they_do_not(
    store: Store, claims: list[str], alike: Callable[..., Any]
) -> None:
    whole = agreement(alike(["accept", "reject", "accept"], ["accept", "reject", "accept"]))
    assert whole.verdict_alpha == pytest.approx(1)
    half = agreement(alike(["accept", "reject", "accept", "reject"], ["accept", "reject", "reject", "accept"]))
    assert half.verdict_alpha is not None
    assert half.verdict_alpha < 0.2
    assert (half.pairs[0].claims, half.pairs[0].same) == (4, 2)


def test_alpha_is_not_defined_where_nothing_varies(alike: Callable[..., Any]) -> None:
    assert agreement(alike(["accept", "accept"], ["accept", "accept"])).verdict_alpha is None
    assert agreement({}).coders == ()


@pytest.fixture
def alike() -> Callable[..., Any]:
    """What two coders say of claims, in their order."""
    from datetime import UTC, datetime

    from dateline.record.codings import Coding

    def coding(coder: str, claim: str, verdict: Any) -> Coding:
        now = datetime.now(UTC)
        same = {"report_id": "r", "changes": {}, "note": "", "decision": None}
        return Coding(id=1, at=now, coder=coder, claim_id=claim, verdict=verdict, **same)  # type: ignore[arg-type]

    return lambda ada, ben: {
        f"c{number}": {"Ada": coding("Ada", f"c{number}", one), "Ben": coding("Ben", f"c{number}", other)}
        for number, (one, other) in enumerate(zip(ada, ben, strict=True))
    }
