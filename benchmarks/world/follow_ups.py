"""The sentences after the first: who gives which toll, who is blamed, the named dead, witnesses, officials."""

from collections.abc import Callable
from dataclasses import replace

from benchmarks.world.desk import Desk
from benchmarks.world.event_words import EventWords, with_article
from benchmarks.world.markup import Line, capital, mark
from benchmarks.world.numbers import figure, people
from benchmarks.world.phrases_follow import (
    BLAMED,
    CLAIMED,
    COLOUR,
    DEAD,
    DENIED,
    OFFICIAL,
    QUOTES,
    TAKEN,
    TOLLS,
    UNCLAIMED,
    WITNESS,
)
from benchmarks.world.sources import official, said
from benchmarks.world.version import Version


class FollowUp(EventWords):
    """As ``EventWords``, with the slots ``source``, ``person``, ``a_job``, ``age``, ``quote``, ``outlet``."""

    person = ""
    job = ""

    def _makers(self) -> dict[str, Callable[[], str]]:
        return {
            **super()._makers(),
            "source": self._source,
            "person": lambda: self.desk.person(self.person),
            "a_job": lambda: with_article(self.job),
            "age": lambda: str(self.desk.cast.person(self.person).age),
            "quote": lambda: self.rng.choice(QUOTES["deadly" if self.version.deadly else "calm"]),
            "outlet": self._outlet,
        }

    def bare(self, template: str) -> Line:
        """The filled template; without a word for the kind of event it says no more than the type."""
        if "{noun}" not in template:
            self.claim = replace(self.claim, mode=None)
        return self.line(template)

    def _outlet(self) -> str:
        name = self.desk.outlet.name
        return f"{'the ' if name.endswith('Agency') else ''}{mark(self.desk.outlet.id, name)}"

    def _source(self) -> str:
        source = said(self.desk, self.version)
        self._set("said_by", said_by=source.said_by)
        return source.words


def toll_by_another(desk: Desk, version: Version) -> Line | None:
    """Another source's number: a true claim of what was said, whatever the number. None: nobody died."""
    if not version.killed:
        return None
    most = 1 + version.killed // 2
    number = max(1, version.killed + desk.rng.choice((0, 0, 1, -1, most, -most, desk.rng.randint(-most, most))))
    other = replace(version, killed=number, at_least=False, wrong=frozenset())
    if number > 1 and desk.rng.random() < 0.25:
        return _two_tolls(desk, version, number)
    return FollowUp(desk, other).bare(desk.rng.choice(TOLLS))


def _two_tolls(desk: Desk, version: Version, number: int) -> Line:
    event, army = version.event, desk.cast.states[version.event.country].army.id
    claim = replace(EventWords(desk, version).claim, mode=None)
    lower = max(1, number - desk.rng.randint(1, 6))
    witness = desk.rng.choice(("residents", "medical workers", "local elders"))
    words = next((victim.kind for victim in event.victims if victim.actor is None), "people")
    first = f"{desk.body(army)} said {people(lower, words)} had been killed"
    text = f"{first}, while {witness} spoke of {figure(number)} dead."
    claims = (replace(claim, killed=lower, said_by=army), replace(claim, killed=number, said_by=witness))
    return Line(capital(text), claims)


def responsibility(desk: Desk, version: Version, suspect: str | None) -> Line | None:
    """Who claims it, is blamed or denies. ``suspect``: another group that may be blamed. None: nothing to say."""
    rng, words = desk.rng, FollowUp(desk, version)
    group = version.doers[0] if version.doers else None
    armed = group is not None and desk.cast.bodies[group].kind == "armed_group"
    chance = rng.random()
    if group and armed and chance < 0.4:
        words.claim = replace(words.claim, said_by=group)
        return words.line(rng.choice(CLAIMED))
    if group and chance < 0.55:
        words.claim = replace(words.claim, said_by=group, polarity="negated")
        return words.line(rng.choice(DENIED))
    blamed = group if armed and rng.random() < 0.7 else suspect
    if blamed and chance < 0.85:
        other = FollowUp(desk, replace(version, doers=(blamed,), wrong=frozenset()))
        template = rng.choice(BLAMED)
        other.claim = replace(other.claim, modality="possible" if "believed" in template else "alleged")
        return other.line(template)
    return words.quiet(rng.choice(UNCLAIMED)) if not group else None


def named_victims(desk: Desk, version: Version) -> list[Line]:
    """A sentence on each named victim who is not yet named."""
    lines = []
    for victim in version.event.victims:
        if victim.actor is None or victim.actor in desk.seen:
            continue
        words = FollowUp(desk, version)
        words.person, words.job = victim.actor, victim.kind
        words.claim = replace(words.claim, object=victim.actor)
        if version.killed:
            lines.append(words.bare(desk.rng.choice(DEAD)))
        elif version.event.number > 1:
            lines.append(words.quiet(desk.rng.choice(TAKEN)))
    return lines


def witness(desk: Desk, version: Version, person: str) -> Line:
    """What somebody who was there says; no claim."""
    words = FollowUp(desk, version)
    words.person, words.job = person, desk.cast.person(person).job
    return words.quiet(desk.rng.choice(WITNESS))


def official_says(desk: Desk, version: Version) -> Line | None:
    """A quote of an official with the office, which is a claim of its own."""
    chosen = official(desk, version)
    if not chosen:
        return None
    if chosen[0] in desk.seen:
        return None
    desk.deictic = False
    words, claim = desk.with_role(*chosen)
    text = desk.rng.choice(OFFICIAL).replace("{official}", words)
    return Line(capital(text), (claim,), desk.deictic)


def colour(desk: Desk, version: Version) -> Line:
    """Something that claims nothing."""
    return Line(desk.rng.choice(COLOUR["deadly" if version.deadly else "calm"]))
