"""Facts are made behind; who decided waits for what follows from it, and nobody for what others decided."""

from typing import Any

import pytest

from dateline.serve.keeper import Keeper
from dateline.serve.kept import Remembered
from dateline.store import open_store


@pytest.fixture
def keeper(store_path: Any, monkeypatch: pytest.MonkeyPatch) -> Any:
    """A keeper that never finds it quiet enough by itself."""
    monkeypatch.setattr("dateline.serve.keeper.QUIET_SECONDS", 60.0)
    monkeypatch.setattr("dateline.serve.keeper.LONGEST_SECONDS", 60.0)
    with open_store(str(store_path)) as store:
        kept = Keeper(store)
        yield kept
        kept.close()


def test_only_who_decided_has_the_facts_made_now(keeper: Keeper) -> None:
    keeper.wake("Ada")
    assert keeper.wait(5, "Ben")
    assert keeper.behind
    assert keeper.wait(20, "Ada")
    assert not keeper.behind


def test_without_a_name_all_are_waited_for(keeper: Keeper) -> None:
    keeper.wake("Ada")
    assert not keeper.wait(0)
    assert keeper.wait(20)


def test_what_failed_is_told_and_nobody_waits_for_it(keeper: Keeper, monkeypatch: pytest.MonkeyPatch) -> None:
    from dateline.errors import RunStopped

    def fail(_store: object) -> None:
        raise RunStopped("the disk is full")

    monkeypatch.setattr("dateline.serve.keeper.bring_up_to_date", fail)
    keeper.wake("Ada")
    assert not keeper.wait(20, "Ada")
    assert keeper.problem == "the disk is full"


def test_what_is_remembered_is_of_now() -> None:
    version, made = [1], [0]

    def make() -> int:
        made[0] += 1
        return made[0]

    remembered = Remembered(lambda: version[0])
    assert [remembered.get("a", make), remembered.get("a", make), remembered.get("b", make)] == [1, 1, 2]
    version[0] = 2
    assert remembered.get("a", make) == 3
