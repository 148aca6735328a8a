"""A store and reports made by hand. Two reports by different outlets tell of one raid; a third of somebody else of a
name.
"""

import runpy
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from dateline.model import Reading
from dateline.record import Record, bring_up_to_date
from dateline.record.decide import Decisions
from dateline.store import Store, open_store

BY_HAND = SimpleNamespace(**runpy.run_path(str(Path(__file__).with_name("by_hand.py"))))

RAID = "The Reed Front raided Gao on 2 April and killed three farmers. Omar Tall leads the Reed Front, a trader said."
AGAIN = "Gunmen of the Reed Front attacked Gao on Monday, 2 April; three people died, said Ada Keita of the Blue Army."
OTHER = (
    "Musa Tall was seen in Kidal. Colonel Omar Tall commands the Hill Brigade. "
    "The Hill Brigade shelled Kidal on 3 April."
)


def raid(reader: str = "hand 1", **changed: Any) -> Reading:
    """The first report: a raid and who leads the raiders."""
    first = {
        "type": "ASSAULT",
        "mode": "raid",
        "subject": "Reed Front",
        "place": "Gao",
        "on": "2012-04-02",
        "killed": 3,
    }
    return BY_HAND.reading(  # type: ignore[no-any-return]
        RAID,
        [
            {**first, "words": "The Reed Front raided Gao on 2 April and killed three farmers", **changed},
            {
                "type": "leads",
                "subject": "Omar Tall",
                "object": "Reed Front",
                "words": "Omar Tall leads the Reed Front",
            },
        ],
        reader=reader,
    )


def again(reader: str = "hand 1") -> Reading:
    """The second report: the same raid, told by an army."""
    claim = {
        "type": "ASSAULT",
        "mode": "raid",
        "subject": "Reed Front",
        "place": "Gao",
        "on": "2012-04-02",
        "killed": 3,
    }
    words = "Gunmen of the Reed Front attacked Gao on Monday, 2 April; three people died"
    return BY_HAND.reading(AGAIN, [{**claim, "said_by": "Ada Keita", "words": words}], reader=reader)  # type: ignore[no-any-return]


def other(reader: str = "hand 1") -> Reading:
    """The third report: a namesake who leads another group, and another attack."""
    return BY_HAND.reading(  # type: ignore[no-any-return]
        OTHER,
        [
            {
                "type": "leads",
                "subject": "Omar Tall",
                "object": "Hill Brigade",
                "words": "Omar Tall commands the Hill Brigade",
            },
            {
                "type": "ASSAULT",
                "mode": "heavy-weapons",
                "subject": "Hill Brigade",
                "place": "Kidal",
                "on": "2012-04-03",
                "words": "The Hill Brigade shelled Kidal on 3 April",
            },
        ],
        reader=reader,
    )


@pytest.fixture
def by_hand() -> Any:
    """``reading``, ``ids``, ``dump``, and the three reports ``raid``, ``again``, ``other``."""
    return SimpleNamespace(**vars(BY_HAND), raid=raid, again=again, other=other)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A store with the three reports."""
    with open_store(str(tmp_path / "record.sqlite")) as opened:
        for one in (raid(), again(), other()):
            opened.add(one)
        bring_up_to_date(opened)
        yield opened


@pytest.fixture
def ada(store: Store) -> Decisions:
    return Decisions(store, "Ada")


@pytest.fixture
def record(store: Store) -> Record:
    return Record(store)


@pytest.fixture
def settled(store: Store) -> Callable[[], str]:
    """Bring the facts up to date; they are those of a rebuild, and are given as text."""
    from dateline.record import rebuild

    def settle() -> str:
        bring_up_to_date(store)
        stepwise: str = BY_HAND.dump(store)
        rebuild(store)
        assert BY_HAND.dump(store) == stepwise
        return stepwise

    return settle
