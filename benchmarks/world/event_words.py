"""Filling the templates that tell of an event, and the claim that the filled sentence makes.

Slots: ``by`` who did it, perhaps unknown or suspected; ``group`` the body itself; ``rival`` the other side; ``town``;
``when``; ``site``; ``convoy``; ``toll`` and ``src``, which bring their comma; ``killed``, ``killed_were``; ``taken``,
``taken_were``; ``crowd``; ``demand``; ``loser``; and for later tellings ``noun``, ``a_noun``, ``dead``,
``dead_people``, ``month``.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from benchmarks.world.day_words import MONTHS
from benchmarks.world.desk import Desk
from benchmarks.world.kinds import KINDS
from benchmarks.world.markup import Line, capital
from benchmarks.world.nouns import Claim
from benchmarks.world.numbers import CROWDS, figure, opening, people, people_were, toll
from benchmarks.world.phrases_attacks import CONVOYS, FIGHTERS, SITES, UNKNOWN
from benchmarks.world.phrases_politics import DEMANDS
from benchmarks.world.sources import said
from benchmarks.world.version import Version


class Filling(dict[str, str]):
    """Slots filled when the template asks, in the order of the text. ``{By}`` is ``{by}`` with a capital."""

    def __init__(self, makers: Mapping[str, Callable[[], str]]) -> None:
        super().__init__()
        self.makers = makers

    def __missing__(self, slot: str) -> str:
        made = self.makers[slot.lower()]()
        return capital(made) if slot[0].isupper() else made


def admissible(template: str, version: Version, published: date, loser: str | None = None) -> bool:
    """Whether the version has what the template asks for."""
    if "{group}" in template and not version.doers:
        return False
    if "{loser}" in template and not loser:
        return False
    if "{month}" in template and not 20 < (published - version.day).days < 300:
        return False
    return version.killed > 0 or ("{killed" not in template and "{dead" not in template)


class EventWords:
    """One telling of an event in one sentence; notes what it has printed."""

    def __init__(self, desk: Desk, version: Version, *, source: bool = True, loser: str | None = None) -> None:
        self.desk, self.version, self.rng = desk, version, desk.rng
        self.kind = KINDS[version.event.kind]
        self.source, self.loser = source, loser
        self.claim = Claim(kind="event", type=version.event.type, mode=version.event.mode, event=version.event.id)
        self.used: set[str] = set()

    def line(self, template: str) -> Line:
        """The filled template with its claim."""
        self.desk.deictic = False
        text = opening(capital(template.format_map(Filling(self._makers()))))
        wrong = bool(self.used & self.version.wrong)
        return Line(text, (replace(self.claim, wrong=wrong),), self.desk.deictic)

    def quiet(self, template: str) -> Line:
        """The filled template, which claims nothing of the event."""
        return replace(self.line(template), claims=())

    def _makers(self) -> dict[str, Callable[[], str]]:
        return {
            "by": self._by,
            "group": self._group,
            "rival": self._rival,
            "town": self._town,
            "when": self._when,
            "site": lambda: self.rng.choice(SITES),
            "convoy": self._convoy,
            "toll": self._toll,
            "src": self._src,
            "killed": self._killed,
            "killed_were": self._killed_were,
            "taken": self._taken,
            "taken_were": self._taken_were,
            "crowd": self._crowd,
            "demand": lambda: self.rng.choice(DEMANDS),
            "loser": lambda: self.desk.body(self.loser or ""),
            "noun": self._noun,
            "a_noun": self._a_noun,
            "dead": lambda: figure(self._count()),
            "dead_people": self._killed,
            "month": self._month,
        }

    def _set(self, used: str, **fields: object) -> None:
        self.used.add(used)
        self.claim = replace(self.claim, **fields)  # type: ignore[arg-type]

    @property
    def victims(self) -> str:
        """The word for those who suffered, in the plural."""
        return next((victim.kind for victim in self.version.event.victims if victim.actor is None), "people")

    def _by(self) -> str:
        if not self.version.doers:
            return self.rng.choice(UNKNOWN)
        doer = self.version.doers[0]
        body = self.desk.cast.bodies[doer]
        if body.kind == "armed_group" and not self.kind.two_sided and self.rng.random() < 0.15:
            self._set("doers", subject=doer, modality="alleged")
            return f"suspected {self.desk.body(doer, attributive=True)} {self.rng.choice(FIGHTERS)}"
        self._set("doers", subject=doer)
        words = {"military": ("soldiers", "troops"), "police": ("officers",)}.get(body.kind, FIGHTERS)
        noun = self.rng.choice(words)
        if self.rng.random() < 0.5:
            return f"{noun} from {self.desk.body(doer)}"
        return f"{self.desk.body(doer, attributive=True)} {noun}"

    def _group(self) -> str:
        self._set("doers", subject=self.version.doers[0])
        return self.desk.body(self.version.doers[0])

    def _rival(self) -> str:
        self._set("rival", object=self.version.doers[1])
        return self.desk.body(self.version.doers[1])

    def _town(self) -> str:
        self._set("town", place=self.version.event.place)
        return self.version.event.place

    def _when(self) -> str:
        words = self.desk.when(self.version.day)
        self._set("day", day=words.days)
        return words.words

    def _convoy(self) -> str:
        return self.rng.choice(CONVOYS.get(self.victims, CONVOYS["soldiers"]))

    def _count(self) -> int:
        self._set("killed", killed=self.version.killed)
        return self.version.killed

    def _killed(self) -> str:
        return people(self._count(), self.victims, at_least=self.version.at_least)

    def _killed_were(self) -> str:
        return people_were(self._count(), self.victims, at_least=self.version.at_least)

    def _toll(self) -> str:
        version = self.version
        if version.killed:
            self._count()
        if version.injured:
            self._set("injured", injured=version.injured)
        return toll(self.rng, version.killed, version.injured, self.victims, at_least=version.at_least)

    def _src(self) -> str:
        if not self.source or self.rng.random() < 0.35:
            return ""
        source = said(self.desk, self.version)
        self._set("said_by", said_by=source.said_by)
        return f", {source.words} said" if self.rng.random() < 0.75 else f", according to {source.words}"

    def _taken(self) -> str:
        named = [victim for victim in self.version.event.victims if victim.actor]
        number = self.version.event.number
        if number == 1 and named and named[0].actor and self.rng.random() < 0.7:
            self._set("object", object=named[0].actor)
            return f"{with_article(named[0].kind)} named {self.desk.person(named[0].actor)}"
        return people(number, self.victims)

    def _taken_were(self) -> str:
        return f"{self._taken()} {'was' if self.version.event.number == 1 else 'were'}"

    def _crowd(self) -> str:
        crowd = self.rng.choice(CROWDS).lower()
        if not self.version.doers:
            return crowd
        self._set("doers", subject=self.version.doers[0])
        return f"{crowd.replace('people', 'supporters').replace('crowds', 'crowds of supporters')} of {self._group()}"

    def _noun(self) -> str:
        return self.rng.choice(self.kind.nouns)

    def _a_noun(self) -> str:
        return with_article(self._noun())

    def _month(self) -> str:
        """The month as a word before the noun; of a day within the last ten months."""
        day = self.version.day
        self._set("day", day=self.desk.month_of(day))
        return MONTHS[day.month - 1]


def with_article(noun: str) -> str:
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"
