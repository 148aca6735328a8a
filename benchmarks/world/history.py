"""The course of things: month by month leaders fall and rise, groups split, merge and pledge, towns change hands."""

from collections.abc import Callable
from datetime import date, timedelta
from random import Random

from benchmarks.world.book import Book, Change, ChangeKind
from benchmarks.world.cast import Body, Cast, State, make_group
from benchmarks.world.nouns import RelationType, Victim
from benchmarks.world.places import Town

CHANCE_A_MONTH = 0.55
"""That something changes in a country."""
MOST_GROUPS = 8


class History:
    """Plays one country."""

    def __init__(self, cast: Cast, book: Book, state: State, rng: Random) -> None:
        self.cast, self.book, self.state, self.rng = cast, book, state, rng
        self.country, self.ledger = state.country, cast.ledger
        self.busy: dict[str, date] = {}
        """By group the day until which nothing else happens to it."""

    def play(self, months: int) -> None:
        """From the first day on for so many months."""
        self._first_holdings()
        moves: tuple[tuple[int, Callable[[Body, date], None]], ...] = (
            (5, self._leader_falls),
            (3, self._captured),
            (4, self._split),
            (3, self._leaves),
            (3, self._pledges),
            (3, self._allies),
            (2, self._renames),
            (1, self._merges),
            (5, self._post),
            (7, self._seizes),
        )
        for month in range(months):
            if self.rng.random() < CHANCE_A_MONTH:
                day = self.cast.start + timedelta(days=31 + month * 30 + self.rng.randint(0, 20))
                groups = [group for group in self.active(day) if self.busy.get(group.id, day) <= day]
                if groups:
                    move = self.rng.choices([move for _, move in moves], [weight for weight, _ in moves])[0]
                    move(self.rng.choice(groups), day)

    def active(self, day: date) -> list[Body]:
        """Armed groups that exist on a day."""
        return [group for group in self.cast.groups[self.country.code] if group.active(day)]

    def _first_holdings(self) -> None:
        for group in self.active(self.cast.start):
            town = self.rng.choice(group.towns)
            if self.rng.random() < 0.5 and not self.ledger.subjects("controls", town.name, self.cast.start):
                self.ledger.begin("controls", group.id, town.name, self.cast.start)

    def _note(self, kind: ChangeKind, body: Body, day: date, **rest: str | Town | None) -> None:
        self.book.changes.append(
            Change(kind=kind, day=day, country=self.country.code, body=body.id, **rest)  # type: ignore[arg-type]
        )

    def _leader(self, group: Body, day: date) -> str | None:
        return next(iter(self.ledger.subjects("leads", group.id, day)), None)

    def _succession(self, group: Body, day: date, fallen: str) -> None:
        """Some days later the deputy or somebody new takes over."""
        later = day + timedelta(days=self.rng.randint(2, 14))
        members = self.ledger.subjects("member_of", group.id, later)
        deputies = [person for person in members if self.cast.offices.get(person) == "deputy leader"]
        if deputies and self.rng.random() < 0.6:
            heir = deputies[0]
            self.ledger.end("member_of", heir, group.id, later)
        else:
            heir = self.cast.people.public(self.country, fighter=True).id
        self.cast.offices[heir] = "leader"
        self.ledger.begin("leads", heir, group.id, later)
        self.busy[group.id] = later + timedelta(days=5)
        self._note("appointed", group, later, person=heir, other=fallen)

    def _leader_falls(self, group: Body, day: date) -> None:
        leader = self._leader(group, day)
        if not leader:
            return
        kind = self.rng.choice(("air strike", "shooting"))
        event = self.book.event(
            kind,
            day,
            day,
            self.rng.choice(group.towns),
            self.country,
            actors=[self.state.army.id],
            victims=[Victim(kind=self.cast.offices[leader], actor=leader)],
            killed=1,
            injured=0,
        )
        self.ledger.end_all_of(leader, day)
        self._note("killed", group, day, person=leader, event=event.id)
        self._succession(group, day, leader)

    def _captured(self, group: Body, day: date) -> None:
        people = [*self.ledger.subjects("leads", group.id, day), *self.ledger.subjects("member_of", group.id, day)]
        if not people:
            return
        person = self.rng.choice(people)
        event = self.book.event(
            "arrest",
            day,
            day,
            self.rng.choice(group.towns),
            self.country,
            actors=[self.state.police.id],
            victims=[Victim(kind=self.cast.offices[person], actor=person)],
            number=1,
        )
        led = person in self.ledger.subjects("leads", group.id, day)
        self.ledger.end_all_of(person, day)
        self._note("captured", group, day, person=person, event=event.id)
        if led:
            self._succession(group, day, person)

    def _split(self, group: Body, day: date) -> None:
        if len(self.active(day)) >= MOST_GROUPS:
            return self._leaves(group, day)
        members = self.ledger.subjects("member_of", group.id, day)
        rebel = self.rng.choice(members) if members else self.cast.people.public(self.country, fighter=True).id
        self.ledger.end_all_of(rebel, day)
        naming = self.cast.names.after_split(group.naming(day), self.country)
        new = make_group(self.cast, self.country, day, naming, leader=rebel)
        self.ledger.begin("split_from", new.id, group.id, day)
        self._note("split", group, day, person=rebel, other=new.id)
        return None

    def _leaves(self, group: Body, day: date) -> None:
        members = self.ledger.subjects("member_of", group.id, day)
        if not members:
            return
        person = self.rng.choice(members)
        self.ledger.end_all_of(person, day)
        self.ledger.begin("split_from", person, group.id, day)
        others = [other for other in self.active(day) if other is not group]
        joined = self.rng.choice(others) if others and self.rng.random() < 0.6 else None
        if joined:
            self.cast.offices[person] = "commander"
            self.ledger.begin("member_of", person, joined.id, day)
        self._note("left", group, day, person=person, other=joined.id if joined else None)

    def _pledges(self, group: Body, day: date) -> None:
        others = [other for other in self.active(day) if other is not group]
        if others and not self.ledger.objects("allegiance_to", group.id, day):
            other = self.rng.choice(others)
            self.ledger.end("allegiance_to", other.id, group.id, day)
            self.ledger.begin("allegiance_to", group.id, other.id, day)
            self._note("pledged", group, day, other=other.id)

    def _allies(self, group: Body, day: date) -> None:
        others = [other for other in self.active(day) if other is not group]
        friends = self.ledger.objects("allied_with", group.id, day)
        if others and not friends:
            other = self.rng.choice(others)
            self.ledger.begin("allied_with", group.id, other.id, day)
            self.ledger.begin("allied_with", other.id, group.id, day)
            self._note("allied", group, day, other=other.id)

    def _renames(self, group: Body, day: date) -> None:
        if len(group.namings) == 1 and day > group.founded + timedelta(days=90):
            group.namings.append((day, self.cast.names.new(self.country)))
            self._note("renamed", group, day)

    def _merges(self, group: Body, day: date) -> None:
        others = [other for other in self.active(day) if other is not group]
        if len(others) < 3:
            return
        into = self.rng.choice(others)
        for person in self.ledger.subjects("leads", group.id, day)[:1]:
            self.ledger.begin("member_of", person, into.id, day)
            self.ledger.end("leads", person, group.id, day)
            self.cast.offices[person] = "commander"
        group.gone = day
        self.ledger.end_all_of(group.id, day)
        self.ledger.begin("merged_with", group.id, into.id, day)
        self._note("merged", group, day, other=into.id)

    def _post(self, _: Body, day: date) -> None:
        """A minister, governor or chief gives way to another."""
        body, kind = self.rng.choice(
            [(self.state.government, "member_of"), (self.state.army, "leads"), (self.state.police, "leads")]
        )
        relation: RelationType = "leads" if kind == "leads" else "member_of"
        if self.busy.get(body.id, day) > day:
            return
        old = self.rng.choice(self.ledger.subjects(relation, body.id, day))
        new = self.cast.people.public(self.country, fighter=False).id
        self.cast.offices[new] = self.cast.offices[old]
        self.ledger.end(relation, old, body.id, day)
        self.ledger.begin(relation, new, body.id, day)
        self._note("post", body, day, person=new, other=old)

    def _seizes(self, group: Body, day: date) -> None:
        """A group takes a town, or the army takes back one that a group holds."""
        held = self.ledger.objects("controls", group.id, day)
        free = [town for town in group.towns if town.name not in held]
        winner: Body = group
        if held and self.rng.random() < 0.6:
            winner = self.state.army
            town = next(town for town in self.country.towns if town.name == held[0])
        elif free:
            town = self.rng.choice(free)
        else:
            return
        for holder in self.ledger.subjects("controls", town.name, day):
            self.ledger.end("controls", holder, town.name, day)
        killed = self.rng.choice((0, 3, 8, 14))
        event = self.book.event(
            "seizure",
            day,
            day,
            town,
            self.country,
            actors=[winner.id],
            killed=killed,
            victims=[Victim(kind="people", actor=None)] if killed else (),
        )
        self.ledger.begin("controls", winner.id, town.name, day)
        loser = self.state.army if winner is group else group
        self._note("seized", winner, day, other=loser.id, town=town, event=event.id)
