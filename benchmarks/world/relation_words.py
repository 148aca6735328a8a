"""Background on a group: who leads it, what it holds, whom it obeys, as on the day of publication."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from benchmarks.world.day_words import month_end, since
from benchmarks.world.desk import Desk
from benchmarks.world.event_words import Filling
from benchmarks.world.markup import Line, capital
from benchmarks.world.nouns import Claim, RelationType
from benchmarks.world.phrases_relations import STATES


class StateWords:
    """One sentence on a relation that holds; the slots are the keys of ``_makers``."""

    def __init__(self, desk: Desk, kind: RelationType, subject: str, target: str) -> None:
        self.desk, self.subject, self.target = desk, subject, target
        self.first = desk.cast.ledger.since(kind, subject, target, desk.published) or desk.published
        self.claim = Claim(kind="relation", type=kind, subject=subject, object=target)

    def line(self, template: str) -> Line:
        """The filled template with its claim."""
        self.desk.deictic = False
        text = capital(template.format_map(Filling(self._makers())))
        return Line(text, (self.claim,), self.desk.deictic)

    def _makers(self) -> dict[str, Callable[[], str]]:
        of_person = self.subject.startswith("p")
        return {
            "group": lambda: self.desk.body(self.target if of_person else self.subject),
            "person": lambda: self.desk.person(self.subject),
            "other": lambda: self.desk.body(self.target),
            "town": self._town,
            "role": lambda: f"the {self.desk.role(self.subject, self.target)}",
            "since": self._since,
            "at": self._at,
            "until": self._until,
        }

    def _town(self) -> str:
        self.claim = replace(self.claim, place=self.target)
        return self.target

    def _since(self) -> str:
        words = since(self.first, self.desk.published, self.desk.rng)
        self.claim = replace(self.claim, day=words.days)
        return words.words

    def _at(self) -> str:
        words = self.desk.when(self.first)
        self.claim = replace(self.claim, day=(words.days[0], None))
        return words.words

    def _until(self) -> str:
        last = month_end(self.first)
        self.claim = replace(self.claim, day=(None, last))
        return f"{last:%B %Y}"


def background(desk: Desk, group: str, count: int) -> list[Line]:
    """At most so many sentences on a group, the leader's first."""
    makers = [_member, _ties, _holding, _past, _renamed, _alias]
    desk.rng.shuffle(makers)
    lines: list[Line] = []
    for maker in [_leader, *makers]:
        made = maker(desk, group) if len(lines) < count else None
        if made:
            lines.append(made)
    return lines


def _pick(desk: Desk, kind: str) -> str:
    return desk.rng.choice(STATES[kind])


def _leader(desk: Desk, group: str) -> Line | None:
    leaders = desk.cast.ledger.subjects("leads", group, desk.published)
    if not leaders:
        return None
    template = _pick(desk, "leads")
    return StateWords(desk, "leads", leaders[0], group).line(template)


def _member(desk: Desk, group: str) -> Line | None:
    members = desk.cast.ledger.subjects("member_of", group, desk.published)
    if not members:
        return None
    return StateWords(desk, "member_of", desk.rng.choice(members), group).line(_pick(desk, "member_of"))


def _holding(desk: Desk, group: str) -> Line | None:
    towns = desk.cast.ledger.objects("controls", group, desk.published)
    return StateWords(desk, "controls", group, desk.rng.choice(towns)).line(_pick(desk, "controls")) if towns else None


def _ties(desk: Desk, group: str) -> Line | None:
    kinds: list[RelationType] = ["allegiance_to", "allied_with", "part_of", "split_from"]
    ties = [(kind, other) for kind in kinds for other in desk.cast.ledger.objects(kind, group, desk.published)]
    if not ties:
        return None
    kind, other = desk.rng.choice(ties)
    return StateWords(desk, kind, group, other).line(_pick(desk, kind))


def _past(desk: Desk, group: str) -> Line | None:
    """An earlier leader. Of those who died it is as true: they led it until then."""
    past = desk.cast.ledger.past("leads", group, desk.published - timedelta(days=40))
    if not past:
        return None
    person, last = past[-1]
    words = StateWords(desk, "leads", person, group)
    words.first = last
    return words.line(_pick(desk, "past_leads"))


def _renamed(desk: Desk, group: str) -> Line | None:
    body = desk.cast.bodies[group]
    known: list[date] = [day for day, _ in body.namings if day <= desk.published]
    if len(known) < 2:
        return None
    old = desk.named(body, replace(body.namings[0][1], acronym=None))
    makers = {"group": lambda: desk.body(group), "old": lambda: old}
    claim = Claim(kind="relation", type="alias_of", subject=group, object=group)
    return Line(capital(_pick(desk, "renamed").format_map(Filling(makers))), (claim,))


def _alias(desk: Desk, group: str) -> Line | None:
    leaders = desk.cast.ledger.subjects("leads", group, desk.published)
    if not leaders or not desk.cast.person(leaders[0]).name.aliases:
        return None
    makers = {"person": lambda: desk.person(leaders[0]), "alias": lambda: desk.alias(leaders[0])}
    claim = Claim(kind="relation", type="alias_of", subject=leaders[0], object=leaders[0])
    return Line(capital(_pick(desk, "alias_of").format_map(Filling(makers))), (claim,))
