"""Who is on the stage: bodies of the state, armed groups, people and outlets, with what a writer knows of them."""

from dataclasses import dataclass, field
from datetime import date
from random import Random

from benchmarks.world.groups import GroupNames, Naming
from benchmarks.world.ledger import Ledger
from benchmarks.world.nouns import Actor, ActorKind
from benchmarks.world.outlets import Outlet, outlets_of, wires
from benchmarks.world.people import People, Person
from benchmarks.world.places import Country, Town


@dataclass(slots=True)
class Body:
    """A group or a body of the state. Groups may be renamed, hence the days."""

    id: str
    kind: ActorKind
    country: Country
    namings: list[tuple[date, Naming]]
    """Since when it has been called so, in order."""
    founded: date
    gone: date | None = None
    """The day it was dissolved; None: never."""
    towns: tuple[Town, ...] = ()
    """Where it is active."""

    def naming(self, day: date) -> Naming:
        """What it is called on a day."""
        return [naming for since, naming in self.namings if since <= day or since == self.namings[0][0]][-1]

    def active(self, day: date) -> bool:
        """Whether it exists on a day."""
        return self.founded <= day and (self.gone is None or day < self.gone)

    def actor(self) -> Actor:
        """As the world's truth shows it: the latest name first."""
        names = tuple(dict.fromkeys(name for _, naming in reversed(self.namings) for name in naming.all))
        return Actor(id=self.id, kind=self.kind, name=names[0], names=names, country=self.country.code, private=False)


@dataclass(slots=True)
class State:
    """A country's own bodies."""

    country: Country
    government: Body
    army: Body
    police: Body
    forum: Body
    """A union or civic forum that calls protests."""
    outlets: tuple[Outlet, ...] = ()


@dataclass(slots=True)
class Cast:
    """Everyone. Grows while the world goes on."""

    rng: Random
    start: date
    people: People
    names: GroupNames
    ledger: Ledger = field(default_factory=Ledger)
    bodies: dict[str, Body] = field(default_factory=dict)
    states: dict[str, State] = field(default_factory=dict)
    groups: dict[str, list[Body]] = field(default_factory=dict)
    """Armed groups by country."""
    offices: dict[str, str] = field(default_factory=dict)
    """The words for the office of a public person, such as "interior minister"; the last one held."""
    wires: tuple[Outlet, ...] = ()

    def actors(self) -> tuple[Actor, ...]:
        """Everyone as the world's truth shows them."""
        media = [outlet.actor() for state in self.states.values() for outlet in state.outlets]
        media = [*(wire.actor() for wire in self.wires), *media]
        bodies = (body.actor() for body in self.bodies.values())
        return (*bodies, *media, *(person.actor() for person in self.people.by_id.values()))

    def person(self, key: str) -> Person:
        """By id."""
        return self.people.by_id[key]

    def body(self, kind: ActorKind, country: Country, naming: Naming, founded: date) -> Body:
        """Put a new body on the stage."""
        key = f"b{len(self.bodies) + 1}"
        body = self.bodies[key] = Body(key, kind, country, [(founded, naming)], founded)
        return body

    def outlets(self, country: str) -> tuple[Outlet, ...]:
        """Who may cover what happens in a country: its own outlets and the agencies and papers of the world."""
        return (*self.wires, *self.states[country].outlets)


def make_cast(rng: Random, countries: tuple[Country, ...], start: date) -> Cast:
    """The states with their officers, and three to six armed groups for each, as on the first day."""
    cast = Cast(rng, start, People(rng), GroupNames(rng), wires=wires())
    for country in countries:
        cast.states[country.code] = _state(cast, country)
        cast.groups[country.code] = []
        for _ in range(rng.randint(3, 6)):
            make_group(cast, country, start)
        _parents(cast, country)
    return cast


def make_group(
    cast: Cast, country: Country, day: date, naming: Naming | None = None, leader: str | None = None
) -> Body:
    """A group with leader, deputy and spokesman; without ``naming`` or ``leader``, new ones."""
    body = cast.body("armed_group", country, naming or cast.names.new(country), day)
    body.towns = tuple(cast.rng.sample(country.towns[1:], 5))
    cast.groups[country.code].append(body)
    head = leader or cast.people.public(country, fighter=True).id
    _office(cast, head, "leader", "leads", body, day)
    _office(cast, cast.people.public(country, fighter=True).id, "deputy leader", "member_of", body, day)
    _office(cast, cast.people.public(country, fighter=False).id, "spokesman", "member_of", body, day)
    return body


def _office(cast: Cast, person: str, office: str, kind: str, body: Body, day: date) -> None:
    cast.offices[person] = office
    cast.ledger.begin("leads" if kind == "leads" else "member_of", person, body.id, day)


def _state(cast: Cast, country: Country) -> State:
    def body(kind: ActorKind, names: tuple[str, ...]) -> Body:
        short = next((name for name in names if name.isupper() or name == "FAMa"), None)
        fulls = tuple(name for name in names if name != short)
        return cast.body(kind, country, Naming(fulls, short, article=True), cast.start)

    government = body("government", (f"{country.demonym} government", f"government of {country.with_article}"))
    civic = cast.rng.choice(("Civic Forum", "Teachers' Union", "Citizens' Assembly", "Youth Congress"))
    forum = body("civilians", (f"{country.name} {civic}",))
    state = State(country, government, body("military", country.army), body("police", country.police), forum)
    state.outlets = outlets_of(country)
    _officers(cast, state)
    return state


def _officers(cast: Cast, state: State) -> None:
    posts = [
        ("interior minister", "member_of", state.government),
        ("defence minister", "member_of", state.government),
        ("chief of the army", "leads", state.army),
        ("army spokesman", "member_of", state.army),
        ("head of the police", "leads", state.police),
    ]
    for office, kind, body in posts:
        _office(cast, cast.people.public(state.country, fighter=False).id, office, kind, body, cast.start)
    for town in cast.rng.sample(state.country.towns[1:], 4):
        governor = cast.people.public(state.country, fighter=False).id
        _office(cast, governor, f"governor of {town.name}", "member_of", state.government, cast.start)


def _parents(cast: Cast, country: Country) -> None:
    """One of a country's groups may be a wing of another from the first day on."""
    parent, *others = cast.groups[country.code]
    if len(others) > 2 and cast.rng.random() < 0.6:
        cast.ledger.begin("part_of", others[-1].id, parent.id, cast.start)
