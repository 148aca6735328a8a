"""The desk at which one report is written: how its outlet names people, bodies, towns and days, in which order.

First the full name, then the short one; spelt as the house spells it, which other houses do not.
"""

from dataclasses import dataclass, field
from datetime import date
from random import Random

from benchmarks.world.cast import Body, Cast
from benchmarks.world.day_words import When, month_end, when
from benchmarks.world.groups import Naming
from benchmarks.world.markup import mark
from benchmarks.world.nouns import Claim, Days
from benchmarks.world.outlets import Outlet

HOUSE_SPELLING = 0.9
"""How often a desk keeps to the spelling of its house."""


@dataclass(slots=True)
class Spellings:
    """How each house spells each name; drawn once and kept."""

    seed: int
    _chosen: dict[tuple[str, str], float] = field(default_factory=dict)

    def draw(self, outlet: str, actor: str) -> float:
        """From 0 to 1, the same for the same outlet and actor."""
        key = (outlet, actor)
        if key not in self._chosen:
            self._chosen[key] = Random(f"{self.seed}:{outlet}:{actor}").random()
        return self._chosen[key]


@dataclass(slots=True)
class Desk:
    """State of one report in the making."""

    cast: Cast
    spellings: Spellings
    rng: Random
    outlet: Outlet
    published: date
    seen: set[str] = field(default_factory=set)
    """Ids of those already named in full."""
    surnames: dict[str, str] = field(default_factory=dict)
    """Surname to the first who bears it here: a second one keeps the full name."""
    spelt: dict[str, float] = field(default_factory=dict)
    """How this report spells each name, so that it does so throughout."""
    deictic: bool = False
    """Whether the present line holds words such as "yesterday"."""

    def when(self, day: date) -> When:
        """Words for a day."""
        words = when(day, self.published, self.outlet, self.rng)
        self.deictic = self.deictic or words.deictic
        return words

    def month_of(self, day: date) -> Days:
        """The days of the month that a day lies in, as far as they are past."""
        return day.replace(day=1), min(month_end(day), self.published)

    def _spelling(self, actor: str, count: int) -> int:
        if actor not in self.spelt:
            house = self.spellings.draw(self.outlet.id, actor) ** 1.5
            self.spelt[actor] = house if self.rng.random() < HOUSE_SPELLING else self.rng.random()
        return int(self.spelt[actor] * count)

    def person(self, key: str, *, rank: str = "") -> str:
        """A person, in full at first and by the surname or nom de guerre then."""
        name = self.cast.person(key).name
        full, surname = name.written[self._spelling(key, len(name.written))]
        first = self.surnames.setdefault(surname, key)
        if key in self.seen and first == key and self.rng.random() < 0.85:
            if name.aliases and self.rng.random() < 0.25:
                return mark(key, name.aliases[0])
            return mark(key, surname)
        self.seen.add(key)
        return f"{rank} {mark(key, full)}".strip()

    def alias(self, key: str) -> str:
        """The nom de guerre of one who has one."""
        aliases = self.cast.person(key).name.aliases
        return mark(key, aliases[self._spelling(key, len(aliases))])

    def body(self, key: str, *, attributive: bool = False) -> str:
        """A group or body of the state, with its article unless it stands before a noun ("Malian army troops")."""
        return self.named(self.cast.bodies[key], self.cast.bodies[key].naming(self.published), attributive)

    def named(self, body: Body, naming: Naming, attributive: bool = False) -> str:
        """The same under a naming of another time."""
        full = naming.full[self._spelling(body.id, len(naming.full))]
        article = "the " if naming.article and not attributive else ""
        shortened = naming.acronym and self._may_shorten(body, full)
        if naming.acronym and body.id in self.seen and self.rng.random() < 0.65:
            return f"{article or ('the ' if not attributive else '')}{mark(body.id, naming.acronym)}"
        introduce = shortened and body.id not in self.seen and not attributive and self.rng.random() < 0.8
        if introduce and naming.acronym:
            self.seen.add(body.id)
            return f"{article}{mark(body.id, full)} ({mark(body.id, naming.acronym)})"
        return f"{article}{mark(body.id, full)}"

    def _may_shorten(self, body: Body, full: str) -> bool:
        """Names of armies differ: SAF is short for the Sudanese Armed Forces, not for the Sudanese army."""
        return body.kind == "armed_group" or "Armed" in full or "National" in full

    def role(self, person: str, body: str) -> str:
        """The office of a person in a body on the day of publication, without article: "leader", "spokesman"."""
        if person in self.cast.ledger.subjects("leads", body, self.published) and body in self.cast.bodies:
            return "leader" if self.cast.bodies[body].kind == "armed_group" else self.cast.offices[person]
        office = self.cast.offices[person]
        return "deputy leader" if office == "leader" else office

    def with_role(self, person: str, body: str) -> tuple[str, Claim]:
        """ "Amadou Keita, the leader of the Eastern Front", and the claim that this makes."""
        role = self.role(person, body)
        leads = person in self.cast.ledger.subjects("leads", body, self.published)
        claim = Claim(kind="relation", type="leads" if leads else "member_of", subject=person, object=body)
        if role.endswith("minister"):
            words = f"{self.cast.bodies[body].country.demonym} {role}"
        elif role.startswith("governor"):
            words = role
        elif "army" in role or "police" in role:
            base = role.removesuffix(" of the army").removesuffix(" of the police").removeprefix("army ")
            words = f"{base} of {self.body(body)}"
        else:
            words = f"{role} {'for' if role == 'spokesman' else 'of'} {self.body(body)}"
        article = "a" if role == "spokesman" and self.rng.random() < 0.5 else "the"
        rank = self.rng.choice(("Colonel", "General", "")) if "army" in role or "police" in role else ""
        return f"{self.person(person, rank=rank)}, {article} {words}", claim
