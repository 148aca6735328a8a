"""Whole stories: of one event, of a change, a digest of a week, a portrait of a group, an update of a story."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from benchmarks.world.book import Book, Change
from benchmarks.world.change_words import ChangeWords
from benchmarks.world.desk import Desk
from benchmarks.world.event_words import EventWords, admissible
from benchmarks.world.follow_ups import colour, named_victims, official_says, responsibility, toll_by_another, witness
from benchmarks.world.markup import Line, Paragraph
from benchmarks.world.nouns import Event
from benchmarks.world.numbers import figure
from benchmarks.world.phrases_attacks import ATTACKS
from benchmarks.world.phrases_follow import CONTEXT, RECALLS, UPDATES
from benchmarks.world.phrases_politics import OTHERS, TITLES
from benchmarks.world.phrases_relations import CHANGE_TITLES, COMMENT, POST_COMMENT
from benchmarks.world.relation_words import StateWords, background
from benchmarks.world.version import Version, true_version

LEADS = {**ATTACKS, **OTHERS}
SHORTEST = 60
"""Words."""
LONG_AGO = timedelta(days=21)
"""What is over for longer may be recalled."""


@dataclass(frozen=True, slots=True)
class Story:
    """A story without its dateline."""

    title: str
    paragraphs: tuple[Paragraph, ...]
    place: str
    """For the dateline."""


def tell(desk: Desk, version: Version, *, source: bool = True, loser: str | None = None) -> Line:
    """The sentence that tells of an event for the first time."""
    fit = [text for text in LEADS[version.event.kind] if admissible(text, version, desk.published, loser)]
    return EventWords(desk, version, source=source, loser=loser).line(desk.rng.choice(fit))


def event_story(desk: Desk, version: Version, book: Book, suspect: str | None, earlier: list[Event]) -> Story:
    """``suspect``: another group that may be blamed; ``earlier``: past events that may be recalled."""
    rng = desk.rng
    first = [tell(desk, version), colour(desk, version)]
    second: list[Line | None] = [
        toll_by_another(desk, version) if rng.random() < 0.6 else None,
        *named_victims(desk, version),
    ]
    claimable = version.deadly and version.event.kind not in {"clash", "seizure"}
    third: list[Line | None] = [responsibility(desk, version, suspect) if claimable else None]
    seen_by = book.witnesses.get(version.event.id, ())
    quotes: list[Line | None] = [witness(desk, version, rng.choice(seen_by))] if seen_by and rng.random() < 0.7 else []
    quotes += [official_says(desk, version)] if rng.random() < 0.45 else []
    groups = [doer for doer in version.doers if desk.cast.bodies[doer].kind == "armed_group"]
    behind = background(desk, rng.choice(groups), rng.randint(1, 3)) if groups and rng.random() < 0.7 else []
    past = [recall(desk, event) for event in earlier[:1] if rng.random() < 0.5]
    middle = [second, third, quotes]
    end = [*_context(desk, version.event.place, version.event.country, rng.randint(0, 2)), colour(desk, version)]
    rng.shuffle(middle)
    return Story(
        _title(desk, version),
        _paragraphs([first, *middle, [*behind, *past], end]),
        version.event.place,
    )


def _paragraphs(drafts: Sequence[Sequence[Line | None]]) -> tuple[Paragraph, ...]:
    """Without gaps, without empty paragraphs, no sentence and no relation twice."""
    made: list[Paragraph] = []
    told: set[object] = set()
    for draft in drafts:
        lines: list[Line] = []
        for line in draft:
            if line and not told.issuperset(keys := _told(line)):
                told.update(keys)
                lines.append(line)
        if lines:
            made.append(tuple(lines))
    return tuple(made)


def _told(line: Line) -> set[object]:
    """What would be said twice if the line stood beside another with the same."""
    relations = {
        (claim.type, frozenset((claim.subject, claim.object))) for claim in line.claims if claim.kind == "relation"
    }
    return set(relations) if len(relations) == len(line.claims) and relations else {line.text}


def _words(paragraphs: Sequence[Paragraph]) -> int:
    return sum(len(line.text.split()) for paragraph in paragraphs for line in paragraph)


def _context(desk: Desk, town: str, country: str, count: int) -> list[Line]:
    """Sentences on the place that claim nothing."""
    name = desk.cast.states[country].country.with_article
    return [Line(text.format(town=town, country=name)) for text in desk.rng.sample(CONTEXT, count)]


def lengthened(desk: Desk, story: Story, country: str) -> Story:
    """With a paragraph on the place if the story is shorter than the shortest that is printed."""
    if _words(story.paragraphs) >= SHORTEST:
        return story
    more = tuple(line for line in _context(desk, story.place, country, 3) if line)
    return replace(story, paragraphs=(*story.paragraphs, more))


def _title(desk: Desk, version: Version) -> str:
    title = desk.rng.choice(TITLES[version.event.kind]).format(town=version.event.place)
    if version.killed and desk.rng.random() < 0.6:
        title += desk.rng.choice((": {} dead", ", {} killed")).format(figure(version.killed))
    return title


def recall(desk: Desk, event: Event) -> Line:
    """One sentence on an event of long ago in which people died."""
    version = true_version(event)
    fit = [text for text in RECALLS if admissible(text, version, desk.published)]
    return EventWords(desk, version, source=False).line(desk.rng.choice(fit))


def change_story(desk: Desk, change: Change, book: Book, town: str, earlier: list[Event]) -> Story:
    """Of a change in a group or an office."""
    rng = desk.rng
    comments = POST_COMMENT if change.kind == "post" else COMMENT
    first = [_change_line(desk, change, book), Line(rng.choice(comments))]
    about = [change.body, change.other] if change.kind in {"split", "pledged", "allied", "merged"} else [change.body]
    behind = [line for key in about if key in desk.cast.bodies for line in _on(desk, str(key), rng.randint(1, 3))]
    past = [recall(desk, event) for event in earlier[:2] if rng.random() < 0.6]
    quote: list[Line | None] = []
    if change.event:
        quote = [official_says(desk, true_version(book.events[change.event]))]
    drafts: list[Sequence[Line | None]] = [first, quote, behind, past, [Line(rng.choice(comments))]]
    return Story(rng.choice(CHANGE_TITLES[change.kind]), _paragraphs(drafts), town)


def _on(desk: Desk, key: str, count: int) -> list[Line]:
    return background(desk, key, count) if desk.cast.bodies[key].kind == "armed_group" else []


def _change_line(desk: Desk, change: Change, book: Book) -> Line:
    if change.kind != "seized":
        return ChangeWords(desk, change, book).line()
    return tell(desk, true_version(book.events[str(change.event)]), loser=change.other)


def seizure_story(desk: Desk, change: Change, book: Book, earlier: list[Event]) -> Story:
    """Of a town that changed hands, with who holds it now."""
    version = true_version(book.events[str(change.event)])
    story = event_story(desk, version, book, None, earlier)
    lines = [tell(desk, version, loser=change.other)]
    held = desk.cast.ledger.subjects("controls", version.event.place, desk.published)
    if change.body in held:
        lines.append(
            StateWords(desk, "controls", change.body, version.event.place).line(
                desk.rng.choice(
                    (
                        "{group} now controls {town}.",
                        "{town} is now in the hands of {group}.",
                        "{group} remained in control of {town}.",
                    )
                )
            )
        )
    return Story(story.title, (*story.paragraphs[:-1], tuple(lines)), story.place)


def digest(desk: Desk, events: list[Event], country: str) -> Story:
    """Of several events of the past week, a paragraph each."""
    opener = desk.rng.choice(
        (
            f"The following incidents were reported in {country} this week.",
            f"It was another violent week in {country}.",
            f"A summary of security incidents in {country} over the past seven days.",
        )
    )
    drafts: list[list[Line]] = [[Line(opener)]]
    for event in events:
        version = true_version(event)
        more: list[Line | None] = [toll_by_another(desk, version)] if desk.rng.random() < 0.3 else []
        drafts.append([tell(desk, version), *(line for line in more if line)])
    title = desk.rng.choice((f"{country}: the week in brief", f"Security digest: {country}", f"This week in {country}"))
    return Story(title, _paragraphs(drafts), events[0].place)


def portrait(desk: Desk, group: str, events: list[Event], town: str) -> Story:
    """Of an armed group: who leads it, what it holds, what it did."""
    rng = desk.rng
    body = desk.cast.bodies[group]
    opener = rng.choice(
        (
            f"Few armed groups in {body.country.with_article} are as little understood as {desk.body(group)}.",
            f"For people in {town}, {desk.body(group)} is part of daily life.",
            f"Much about {desk.body(group)} remains unclear.",
        )
    )
    behind = background(desk, group, 6)
    past = [recall(desk, event) for event in events]
    half = len(behind) // 2 + 1
    drafts = [[Line(opener)], behind[:half], past[:2], behind[half:], past[2:], [Line(rng.choice(COMMENT))]]
    title = rng.choice(("Who are the fighters near {}?", "Background: the armed groups around {}", "The war around {}"))
    return Story(title.format(town), _paragraphs(drafts), town)


def update(desk: Desk, version: Version, before: Story, *, same_day: bool, rises: bool) -> Story:
    """The earlier story anew: a new beginning, with the higher toll if it ``rises``, then what still holds."""
    first = EventWords(desk, version).line(desk.rng.choice(UPDATES)) if rises else tell(desk, version)
    kept = [
        tuple(line for line in paragraph if (same_day or not line.deictic) and not _tells_toll(line))
        for paragraph in before.paragraphs
    ]
    paragraphs = ((first,), *(paragraph for paragraph in kept if paragraph))
    title = f"Death toll in {version.event.place} rises to {figure(version.killed)}" if rises else before.title
    return Story(title, paragraphs, before.place)


def _tells_toll(line: Line) -> bool:
    return any(claim.killed is not None or claim.injured is not None for claim in line.claims)


def copy_of(before: Story, desk: Desk, *, same_day: bool) -> Story:
    """The story as another prints it: perhaps without its end, never with words for days that no longer hold."""
    paragraphs = [tuple(line for line in paragraph if same_day or not line.deictic) for paragraph in before.paragraphs]
    paragraphs = [paragraph for paragraph in paragraphs if paragraph]
    if len(paragraphs) > 3 and _words(paragraphs[:-1]) >= SHORTEST and desk.rng.random() < 0.4:
        paragraphs.pop()
    return Story(before.title, tuple(paragraphs), before.place)
