"""Who is quoted for an event: people without names, bodies, officials."""

from dataclasses import dataclass

from benchmarks.world.desk import Desk
from benchmarks.world.phrases_follow import SOURCES
from benchmarks.world.version import Version


@dataclass(frozen=True, slots=True)
class Source:
    """A speaker in words, and as the truth has it."""

    words: str
    said_by: str
    """Id of an actor, or the words."""


def said(desk: Desk, version: Version) -> Source:
    """Somebody who may speak of the event."""
    state = desk.cast.states[version.event.country]
    if desk.rng.random() < 0.4:
        bodies = [state.police, state.army, *([] if version.deadly else [state.government])]
        body = desk.rng.choice([body for body in bodies if body.id not in version.doers[1:]] or bodies)
        return Source(desk.body(body.id), body.id)
    words = desk.rng.choice(SOURCES["deadly" if version.deadly else "calm"])
    return Source(words, words)


def official(desk: Desk, version: Version) -> tuple[str, str] | None:
    """Person and body of an official who may be quoted: not the governor of another town. None: nobody in office."""
    state, ledger = desk.cast.states[version.event.country], desk.cast.ledger
    pairs: list[tuple[str, str]] = []
    for body in (state.government, state.army, state.police):
        for person in (
            *ledger.subjects("leads", body.id, desk.published),
            *ledger.subjects("member_of", body.id, desk.published),
        ):
            office = desk.cast.offices[person]
            if not office.startswith("governor") or office.endswith(f" {version.event.place}"):
                pairs.append((person, body.id))
    return desk.rng.choice(pairs) if pairs else None
