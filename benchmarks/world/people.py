"""Making up people: a person's names, in all the spellings that papers use, and what they do."""

from dataclasses import dataclass
from itertools import product
from random import Random

from benchmarks.world.name_pools import ALIASES, FAMILY, GIVEN_MEN, GIVEN_WOMEN, spellings
from benchmarks.world.nouns import Actor
from benchmarks.world.places import Country

JOBS = (
    "shopkeeper teacher farmer nurse driver baker student tailor fisherman trader mechanic carpenter herder engineer "
    "lawyer butcher porter electrician"
).split()
MOST_SPELLINGS = 5
SAME_NAME_AS_PRIVATE, SAME_NAME_AS_PUBLIC, SAME_FAMILY = 0.15, 0.04, 0.12
"""How often a new private person bears the whole name of an earlier private or public one, and how often a new public
person bears the family name of an earlier one.
"""


@dataclass(frozen=True, slots=True)
class Name:
    """What one person is called."""

    written: tuple[tuple[str, str], ...]
    """Pairs of the full name and the surname that goes with it, the most usual spelling first."""
    aliases: tuple[str, ...]
    """Spellings of the nom de guerre; empty for those without."""

    @property
    def all(self) -> tuple[str, ...]:
        """Every spelling once: full names, surnames, aliases."""
        fulls = [full for full, _ in self.written]
        return tuple(dict.fromkeys([*fulls, *(surname for _, surname in self.written), *self.aliases]))


@dataclass(frozen=True, slots=True)
class Person:
    """A person of the world with what a reporter knows of them."""

    id: str
    name: Name
    country: str
    private: bool
    woman: bool
    job: str
    """Of private people."""
    age: int

    def actor(self) -> Actor:
        """As the world's truth shows them."""
        names = self.name.all
        return Actor(id=self.id, kind="person", name=names[0], names=names, country=self.country, private=self.private)


class People:
    """Everybody so far. Public people never share a whole name, private ones may share it with anybody."""

    def __init__(self, rng: Random) -> None:
        self.rng = rng
        self.by_id: dict[str, Person] = {}
        self._private: dict[str, list[Name]] = {}
        self._public: dict[str, list[Name]] = {}

    def public(self, country: Country, *, fighter: bool) -> Person:
        """A new leader, minister or officer; ``fighter``: one who may go by a nom de guerre."""
        earlier = self._public.setdefault(country.code, [])
        family = self.rng.choice(earlier) if earlier and self.rng.random() < SAME_FAMILY else None
        name = self._fresh_name(country, family, earlier)
        if fighter and self.rng.random() < 0.35:
            taken = {alias for other in earlier for alias in other.aliases}
            free = [alias for alias in spellings(ALIASES[country.region]) if alias[0] not in taken]
            name = Name(name.written, self.rng.choice(free)) if free else name
        earlier.append(name)
        return self._add(country, name, private=False, woman=False)

    def private(self, country: Country) -> Person:
        """A new victim or witness, perhaps with a name that somebody else bears."""
        private, public = self._private.setdefault(country.code, []), self._public.get(country.code, [])
        chance, woman = self.rng.random(), self.rng.random() < 0.35
        if private and chance < SAME_NAME_AS_PRIVATE:
            name = self.rng.choice(private)
        elif public and chance < SAME_NAME_AS_PRIVATE + SAME_NAME_AS_PUBLIC:
            name, woman = Name(self.rng.choice(public).written, ()), False
        else:
            name = self._name(country, woman=woman, family=None)
        private.append(name)
        return self._add(country, name, private=True, woman=woman)

    def _add(self, country: Country, name: Name, *, private: bool, woman: bool) -> Person:
        job, age = self.rng.choice(JOBS), self.rng.randint(18, 72)
        person = Person(f"p{len(self.by_id) + 1}", name, country.code, private, woman, job, age)
        self.by_id[person.id] = person
        return person

    def _fresh_name(self, country: Country, family: Name | None, taken: list[Name]) -> Name:
        for _ in range(40):
            name = self._name(country, woman=False, family=family)
            if not any(set(name.written) & set(other.written) for other in taken):
                return name
        return self._name(country, woman=False, family=None)

    def _name(self, country: Country, *, woman: bool, family: Name | None) -> Name:
        given = self.rng.choice(spellings((GIVEN_WOMEN if woman else GIVEN_MEN)[country.region]))
        if self.rng.random() < 0.08 and not woman:
            second = self.rng.choice(spellings(GIVEN_MEN[country.region]))[0]
            given = (f"{given[0]} {second}", given[0]) if second != given[0] else given
        surnames = self.rng.choice(spellings(FAMILY[country.region]))
        if family:
            surnames = tuple(dict.fromkeys(surname for _, surname in family.written))
        pairs = [(f"{first} {last}", last) for first, last in product(given, surnames)]
        return Name(tuple(pairs[:1] + self.rng.sample(pairs[1:], min(len(pairs) - 1, MOST_SPELLINGS - 1))), ())
