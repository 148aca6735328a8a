"""Writing the assignments: versions, stories, datelines, credits, and the finished reports with their truth."""

from datetime import date
from random import Random

from benchmarks.world.book import Book
from benchmarks.world.cast import Cast
from benchmarks.world.coverage import Assignment
from benchmarks.world.day_words import month_day
from benchmarks.world.desk import Desk, Spellings
from benchmarks.world.markup import Line, Paragraph, assemble, curled, mark
from benchmarks.world.nouns import Event, Report, Truth
from benchmarks.world.outlets import Outlet
from benchmarks.world.stories import (
    LONG_AGO,
    Story,
    change_story,
    copy_of,
    digest,
    event_story,
    lengthened,
    portrait,
    seizure_story,
    update,
)
from benchmarks.world.version import Version, reported_version, true_version

_BYLINES = (
    "Staff reporter",
    "Anna Lindqvist",
    "Tom Barraclough",
    "Our correspondent",
    "Marguerite Lefort",
    "P. Okello",
)


class Newsroom:
    """Writes reports one after the other; remembers stories so that others may copy them."""

    def __init__(self, cast: Cast, book: Book, seed: int) -> None:
        self.cast, self.book, self.seed = cast, book, seed
        self.spellings = Spellings(seed)
        self.stories: dict[int, tuple[str, Story, Version | None]] = {}
        """By ``id()`` of the assignment: the report's id, the story, and the version of its event."""
        self._deadly: dict[str, list[Event]] = {}
        changes = {change.event for change in book.changes}
        for event in sorted(book.events.values(), key=lambda event: event.first):
            if event.killed > 2 and event.id not in changes:
                for key in (*event.actors, event.country):
                    self._deadly.setdefault(key, []).append(event)

    def write(self, assignment: Assignment, number: int) -> tuple[Report, Truth]:
        """One report under its number."""
        rng = Random(f"{self.seed}/{number}")
        desk = Desk(self.cast, self.spellings, rng, assignment.outlet, assignment.published)
        key = f"w{number:06d}"
        source = assignment.original
        agency = source.outlet if source and assignment.copy_kind == "copy" else None
        if assignment.outlet.kind == "wire":
            agency = assignment.outlet
        story, version = self._story(desk, assignment)
        if assignment.copy_kind != "copy":
            story = lengthened(desk, story, assignment.country)
        self.stories[id(assignment)] = (key, story, version)
        paragraphs, author = self._framed(desk, story, agency, assignment)
        text, mentions, claims = assemble(paragraphs)
        credited = agency is not None and (agency.name in text or f"({agency.short})" in text or author == agency.name)
        day, outlet = assignment.published, assignment.outlet
        report = Report(
            id=key,
            text=text,
            title=story.title,
            published=day,
            publisher=outlet.name,
            author=author,
            url=f"https://{outlet.site}/{day:%Y/%m/%d}/{key}",
        )
        truth = Truth(
            id=key,
            copy_of=self.stories[id(source)][0] if source else None,
            copy_kind=assignment.copy_kind,
            agency=agency.name if agency and credited else None,
            mentions=mentions,
            claims=claims,
        )
        return report, truth

    def _story(self, desk: Desk, assignment: Assignment) -> tuple[Story, Version | None]:
        if assignment.original:
            return self._again(desk, assignment, assignment.original)
        if assignment.kind == "digest":
            return digest(desk, list(assignment.events), self._country(assignment)), None
        if assignment.kind == "portrait":
            return self._portrait(desk, assignment.group), None
        change = assignment.change
        if change:
            earlier = self._earlier(desk, change.body)
            if change.kind == "seized":
                return seizure_story(desk, change, self.book, earlier), None
            place = assignment.events[0].place if assignment.events else self._home(change.body)
            return change_story(desk, change, self.book, place, earlier), None
        event = assignment.events[0]
        rivals = [group.id for group in self.cast.groups[event.country] if group.active(event.first)]
        version = reported_version(event, desk.rng, assignment.published, rivals)
        suspects = [rival for rival in rivals if rival not in event.actors]
        suspect = desk.rng.choice(suspects) if suspects else None
        earlier = self._earlier(desk, version.doers[0] if version.doers else event.country, event)
        return event_story(desk, version, self.book, suspect, earlier), version

    def _again(self, desk: Desk, assignment: Assignment, original: Assignment) -> tuple[Story, Version | None]:
        _, before, version = self.stories[id(original)]
        same_day = assignment.published == original.published
        if assignment.copy_kind == "copy" or version is None:
            return copy_of(before, desk, same_day=same_day), version
        later = true_version(assignment.events[0])
        rises = later.killed > version.killed
        return update(desk, later, before, same_day=same_day, rises=rises), later

    def _country(self, assignment: Assignment) -> str:
        return self.cast.states[assignment.country].country.with_article

    def _portrait(self, desk: Desk, group: str) -> Story:
        town = desk.rng.choice(self.cast.bodies[group].towns).name
        return portrait(desk, group, self._earlier(desk, group)[:3], town)

    def _home(self, body: str) -> str:
        """The town from which news of a body come."""
        towns = self.cast.bodies[body].towns or self.cast.bodies[body].country.towns
        return towns[0].name

    def _earlier(self, desk: Desk, key: str, but: Event | None = None) -> list[Event]:
        """A few deadly events of an actor or country that are long over, in random order."""
        before = [
            event for event in self._deadly.get(key, ()) if event.last < desk.published - LONG_AGO and event is not but
        ]
        recent = before[-12:]
        return desk.rng.sample(recent, min(3, len(recent)))

    def _framed(
        self, desk: Desk, story: Story, agency: Outlet | None, assignment: Assignment
    ) -> tuple[tuple[Paragraph, ...], str | None]:
        """With dateline and credit, in the house's quotation marks; and the byline."""
        outlet, rng = assignment.outlet, desk.rng
        author = rng.choice(_BYLINES) if outlet.kind == "paper" and rng.random() < 0.4 else None
        style = outlet.dateline
        last: tuple[Paragraph, ...] = ()
        if agency and agency is not outlet:
            style = rng.choice(("credit", "plain", "none"))
            author = agency.name if style != "credit" and rng.random() < 0.6 else None
            if style != "credit" and author is None:
                last = ((Line(f"({mark(agency.id, agency.short)})"),),)
        line = _dateline(style, story.place, self._country(assignment), assignment.published, outlet, agency)
        first = (line, *story.paragraphs[0]) if line else story.paragraphs[0]
        paragraphs = (first, *story.paragraphs[1:], *last)
        return (tuple(map(_curled, paragraphs)) if outlet.curly else paragraphs), author


def _curled(paragraph: Paragraph) -> Paragraph:
    return tuple(Line(curled(line.text), line.claims, line.deictic) for line in paragraph)


def _dateline(style: str, place: str, country: str, day: date, outlet: Outlet, agency: Outlet | None) -> Line | None:
    """The line in front of the first sentence; None for houses that have none."""
    town, land = place.upper(), country.removeprefix("the ")
    if style == "full":
        return Line(f"{town}, {land}, {month_day(day, outlet, year=True)} —")
    if style == "credit" and agency:
        if agency.month_first:
            return Line(f"{town}, {land}, {month_day(day, agency)} ({mark(agency.id, agency.short)}) -")
        return Line(f"{town} ({mark(agency.id, agency.short)}) -")
    return Line(f"{town}, {land} —") if style == "plain" else None
