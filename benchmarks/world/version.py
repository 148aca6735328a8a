"""What an outlet has of an event: the truth, or nearly."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from benchmarks.world.kinds import KINDS
from benchmarks.world.nouns import Event

EARLY, ERRS = 0.45, 0.1
"""How often an outlet has an early, lower toll, and how often it errs in something."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """An event as one outlet has it."""

    event: Event
    doers: tuple[str, ...]
    day: date
    killed: int
    injured: int
    at_least: bool
    wrong: frozenset[str] = frozenset()
    """What is wrong of "day", "killed" and "doers"."""

    @property
    def deadly(self) -> bool:
        """Whether anybody could have died."""
        return KINDS[self.event.kind].deadly


def true_version(event: Event) -> Version:
    """All of it, as it was."""
    return Version(
        event=event, doers=event.actors, day=event.first, killed=event.killed, injured=event.injured, at_least=False
    )


def reported_version(event: Event, rng: Random, published: date, rivals: list[str]) -> Version:
    """What an outlet hears: perhaps an early toll, then said with "at least"; rarely something wrong."""
    version = true_version(event)
    if version.killed > 2 and rng.random() < EARLY:
        early = rng.randint(version.killed // 2, version.killed)
        version = replace(
            version, killed=early, injured=rng.randint(version.injured // 2, version.injured), at_least=True
        )
    return _erring(version, rng, published, rivals) if rng.random() < ERRS else version


def _erring(version: Version, rng: Random, published: date, rivals: list[str]) -> Version:
    field = rng.choice(("day", "killed", "doers"))
    if field == "day":
        other = version.day + timedelta(days=rng.choice((-1, 1)))
        within = version.event.first <= other <= version.event.last
        return version if other > published or within else replace(version, day=other, wrong=frozenset({"day"}))
    if field == "killed" and version.killed > 3:
        wrong = version.killed + rng.randint(2, 9)
        return replace(version, killed=wrong, at_least=False, wrong=frozenset({"killed"}))
    others = [rival for rival in rivals if rival not in version.doers]
    if field == "doers" and version.doers and others and KINDS[version.event.kind].doer == "group":
        doers = (rng.choice(others), *version.doers[1:])
        return replace(version, doers=doers, wrong=frozenset({"doers"}))
    return version
