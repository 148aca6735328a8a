"""Telling that somebody took over, fell, left, or that a group split, pledged, merged or took a new name."""

from collections.abc import Callable
from dataclasses import replace

from benchmarks.world.book import Book, Change
from benchmarks.world.day_words import When
from benchmarks.world.desk import Desk
from benchmarks.world.event_words import Filling
from benchmarks.world.markup import Line, capital
from benchmarks.world.nouns import Claim
from benchmarks.world.phrases_relations import CHANGES
from benchmarks.world.sources import Source


class ChangeWords:
    """One sentence on a change, with all that it claims."""

    def __init__(self, desk: Desk, change: Change, book: Book) -> None:
        self.desk, self.change = desk, change
        self.event = book.events[change.event] if change.event else None
        self.state = desk.cast.states[change.country]
        self.body = desk.cast.bodies[change.body]
        self.said_by: str | None = None
        self.when: When | None = None
        self.used: set[str] = set()

    def line(self) -> Line:
        """A sentence drawn from those for its kind."""
        kind: str = "joined" if self.change.kind == "left" and self.change.other else self.change.kind
        if self.event and self.event.kind == "shooting":
            kind = "shot"
        self.desk.deictic = False
        template = self.desk.rng.choice(CHANGES[kind])
        text = capital(template.format_map(_Noting(self._makers(), self.used)))
        claims = tuple(replace(claim, said_by=self.said_by) for claim in self._claims(kind))
        return Line(text, claims, self.desk.deictic)

    def _makers(self) -> dict[str, Callable[[], str]]:
        change, desk = self.change, self.desk
        return {
            "person": lambda: desk.person(change.person or ""),
            "former": lambda: desk.person(change.other or ""),
            "group": lambda: desk.body(change.body),
            "other": lambda: desk.body(change.other or ""),
            "army": lambda: desk.body(self.state.army.id),
            "police": lambda: desk.body(self.state.police.id),
            "town": lambda: self.event.place if self.event else "",
            "when": self._when,
            "src": self._src,
            "role": self._role,
            "office": self._office,
            "old": self._old,
        }

    def _when(self) -> str:
        self.when = self.desk.when(self.change.day)
        return self.when.words

    def _src(self) -> str:
        if self.desk.rng.random() < 0.4:
            return ""
        body = self.state.army if self.change.kind != "post" else self.state.government
        source = self.desk.rng.choice(
            (Source("residents", "residents"), Source("a security source", "a security source"), None)
        )
        self.said_by = source.said_by if source else body.id
        return f", {source.words if source else self.desk.body(body.id)} said"

    def _role(self) -> str:
        """Of one who has just fallen: as it was on the day before."""
        return f"the {self.desk.cast.offices[self.change.person or '']}"

    def _office(self) -> str:
        office = self.desk.cast.offices[self.change.person or ""]
        if self.change.kind == "left":
            return office
        if office.endswith("minister"):
            return f"{self.body.country.demonym} {office}"
        base = office.removesuffix(" of the army").removesuffix(" of the police").removeprefix("army ")
        return base if office.startswith("governor") else f"{base} of {self.desk.body(self.body.id)}"

    def _old(self) -> str:
        return self.desk.named(self.body, self.body.namings[0][1])

    def _claims(self, kind: str) -> list[Claim]:
        change, person, other = self.change, self.change.person, self.change.other
        first, last = self.when.days if self.when else (None, None)
        begin, over = (first, None), (None, last)

        def relation(name: str, subject: str | None, target: str | None, **days: object) -> Claim:
            return Claim(kind="relation", type=name, subject=subject, object=target, **days)  # type: ignore[arg-type]

        leads = "leads" if kind != "post" or self.body.kind != "government" else "member_of"
        gone = [relation(leads, other, change.body, day=over)] if "former" in self.used else []
        match kind:
            case "appointed" | "post":
                return [relation(leads, person, change.body, day=begin), *gone]
            case "killed" | "shot" | "captured":
                role = self.desk.cast.offices[person or ""]
                return [
                    self._event(),
                    relation("leads" if role == "leader" else "member_of", person, change.body, day=over),
                ]
            case "split":
                return [
                    relation("split_from", other, change.body, day=begin),
                    relation("leads", person, other, day=begin),
                ]
            case "left" | "joined":
                joined = [relation("member_of", person, other, day=begin)] if kind == "joined" else []
                return [relation("split_from", person, change.body, day=begin), *joined]
            case "pledged":
                return [relation("allegiance_to", change.body, other, day=begin)]
            case "allied":
                return [relation("allied_with", change.body, other, day=begin)]
            case "merged":
                return [relation("merged_with", change.body, other, day=begin)]
            case _:
                return [relation("alias_of", change.body, change.body, day=begin)]

    def _event(self) -> Claim:
        event = self.event
        if event is None:
            raise ValueError(f"a change without its event: {self.change}")
        doer = event.actors[0] if {"army", "police"} & self.used else None
        return Claim(
            kind="event",
            type=event.type,
            mode=event.mode,
            event=event.id,
            subject=doer,
            object=self.change.person,
            place=event.place,
            day=self.when.days if self.when else None,
        )


class _Noting(Filling):
    """A filling that notes which slots were asked for."""

    def __init__(self, makers: dict[str, Callable[[], str]], used: set[str]) -> None:
        super().__init__(makers)
        self.used = used

    def __missing__(self, slot: str) -> str:
        self.used.add(slot.lower())
        return super().__missing__(slot)
