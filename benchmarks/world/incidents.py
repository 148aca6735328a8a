"""Everyday violence and politics: events drawn at random among those active on the day, some deliberately close."""

from datetime import date, timedelta
from random import Random

from benchmarks.world.book import Book
from benchmarks.world.cast import Body, Cast
from benchmarks.world.kinds import KINDS, Kind
from benchmarks.world.nouns import Event, Victim
from benchmarks.world.numbers import one_of
from benchmarks.world.places import Country, Town

SIBLING, TWIN = 0.14, 0.08
"""How often an event is followed by another of its kind and doer in the same town within a week, or is accompanied by
one on the same day in another town.
"""

ANYONE = {"people", "civilians", "villagers", "hostages", "passengers", "worshippers", "protesters", "activists"}
NAMELESS = {"fighters", "combatants"}


class Incidents:
    """Draws events for all countries."""

    def __init__(self, cast: Cast, book: Book, rng: Random, days: int) -> None:
        self.cast, self.book, self.rng, self.days = cast, book, rng, days

    def draw(self, count: int) -> None:
        """So many events, counting the close ones."""
        wanted = len(self.book.events) + count
        names = [name for name, kind in KINDS.items() if kind.weight]
        weights = [KINDS[name].weight for name in names]
        while len(self.book.events) < wanted:
            country = self.rng.choice(list(self.cast.states.values())).country
            day = self.cast.start + timedelta(days=self.rng.randint(20, self.days))
            event = self._event(self.rng.choices(names, weights)[0], country, day)
            if event and event.actors:
                self._close_ones(event, country)

    def _event(
        self,
        name: str,
        country: Country,
        day: date,
        body: Body | None = None,
        town: Town | None = None,
        actors: tuple[str, ...] | None = None,
    ) -> Event | None:
        groups = [group for group in self.cast.groups[country.code] if group.active(day)]
        if not groups:
            return None
        kind, group = KINDS[name], body or self.rng.choice(groups)
        town = town or self.rng.choice(group.towns or country.towns)
        sides = actors if actors is not None else self._sides(kind, group, groups, country, day)
        killed, injured = self._toll(kind)
        number = self.rng.choice((1, 2, 3, 4, 6, 9, 15)) if kind.counted else 0
        last = day + timedelta(days=1) if kind.two_sided and self.rng.random() < 0.2 else day
        event = self.book.event(
            name,
            day,
            last,
            town,
            country,
            actors=sides,
            number=number,
            killed=killed,
            injured=injured,
            victims=self._victims(kind, country, killed + number),
        )
        self.book.witnesses[event.id] = tuple(
            self.cast.people.private(country).id for _ in range(self.rng.choice((0, 1, 1, 2)))
        )
        return event

    def _close_ones(self, event: Event, country: Country) -> None:
        chance = self.rng.random()
        town = next(town for town in country.towns if town.name == event.place)
        if chance < SIBLING:
            self._event(
                event.kind, country, event.first + timedelta(days=self.rng.randint(1, 6)), None, town, event.actors
            )
        elif chance < SIBLING + TWIN:
            others = [other for other in country.towns if other is not town]
            self._event(event.kind, country, event.first, None, self.rng.choice(others), event.actors)

    def _sides(self, kind: Kind, group: Body, groups: list[Body], country: Country, day: date) -> tuple[str, ...]:
        state = self.cast.states[country.code]
        if kind.doer == "forum":
            return (state.forum.id,) if self.rng.random() < 0.6 else ()
        if kind.two_sided:
            rivals = [
                other.id
                for other in groups
                if other is not group and other.id not in self.cast.ledger.objects("allied_with", group.id, day)
            ]
            official = state.army.id if kind.deadly else state.government.id
            other = self.rng.choice(rivals) if rivals and self.rng.random() < 0.35 else official
            return (group.id, other)
        if kind.doer == "state" or (kind.doer == "either" and self.rng.random() < 0.4):
            return (state.police.id if kind.mode == "arrest" and self.rng.random() < 0.6 else state.army.id,)
        return (group.id,) if self.rng.random() < 0.85 else ()

    def _toll(self, kind: Kind) -> tuple[int, int]:
        if not kind.deadly:
            return 0, 0
        killed = self.rng.choice((0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 14, 17, 18, 23, 31, 46))
        return killed, self.rng.choice((0, 0, 2, 3, 5, 7, 9, 12, 16, 20, 34))

    def _victims(self, kind: Kind, country: Country, number: int) -> tuple[Victim, ...]:
        if not kind.victims or not number:
            return ()
        word = self.rng.choice(kind.victims)
        victims = [Victim(kind=word, actor=None)]
        if word not in NAMELESS and self.rng.random() < 0.5:
            for _ in range(self.rng.randint(1, min(2, number))):
                person = self.cast.people.private(country)
                victims.append(Victim(kind=person.job if word in ANYONE else one_of(word), actor=person.id))
        return tuple(victims)
