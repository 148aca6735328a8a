from datetime import date

import pytest

from dateline.knowledge.load import KnownActor
from dateline.knowledge.roles import Role, role_on

REBEL = Role("armed_group", "ML", "REB", None, date(2012, 3, 21))
ARMY = Role("military", "ML", "MIL", date(2012, 3, 22), None)
ALWAYS = Role("organisation", "ML", "PTY")


@pytest.mark.parametrize(
    ("day", "role"),
    [(date(2012, 3, 21), REBEL), (date(2012, 3, 22), ARMY), (date(1990, 1, 1), REBEL), (date(2020, 1, 1), ARMY)],
)
def test_both_limits_of_a_role_belong_to_it(day: date, role: Role) -> None:
    assert role_on([REBEL, ARMY, ALWAYS], day) == role


def test_a_role_without_dates_counts_when_no_dated_one_holds() -> None:
    assert role_on([ALWAYS, ARMY], date(2000, 1, 1)) == ALWAYS
    assert role_on([ARMY], date(2000, 1, 1)) is None


def test_an_actor_is_on_a_day_what_its_role_was_then() -> None:
    actor = KnownActor(
        *("user-hill", "Hill Front", (), (), "organisation", "ML", None, None, None, None, "UNK", "x, line 1"),
        roles=(REBEL, ARMY),
    )
    assert (actor.as_of(date(2010, 1, 1)).kind, actor.as_of(date(2010, 1, 1)).plover) == ("armed_group", "REB")
    assert actor.as_of(date(2013, 1, 1)).kind == "military"
    assert actor.as_of(None) is actor
