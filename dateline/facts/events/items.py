"""What one report tells of one event: its claims of the event, headline, lead and later sentences together."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dateline.facts.background import entity_of
from dateline.facts.distance import is_sharp, same_place
from dateline.facts.events.families import family_of, modes_fit
from dateline.facts.inputs import ClaimIn, EntityId, PartyIn, ReportIn, Scene
from dateline.facts.told import Telling
from dateline.model.date_span import DayRange
from dateline.model.fact import PlaceAt

LONGEST_WINDOW = timedelta(days=62)
"""A range of days longer than this says when an event was only vaguely."""
NEWS_LASTS = timedelta(days=10)
"""How old an event is at most that a report tells without a date. Used to compare reports, never to date an event."""

NEAR = 160
"""Code points within which a claim without place or date goes on with the event told of last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """The days on which reports are compared. ``first`` <= ``last``."""

    first: date
    last: date
    kind: str
    """"dated": said. "vague": said, but more than ``LONGEST_WINDOW``. "news": not said, taken from publication."""

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Who:
    """One side of an event as a report tells of it."""

    actors: frozenset[str]
    """Ids of actors of the record."""
    kinds: frozenset[str]
    """Kinds of all who take part, described ones too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """The claims of one report on one event. ``claims`` are in the order of the text."""

    id: str
    """The id of its first claim."""
    report: str
    order: tuple[int, int]
    """Of the report, and of the first claim in it."""
    cluster: str
    """Of copies, that the report is in."""
    published: date | None
    family: str
    claims: tuple[ClaimIn, ...]
    window: Window | None
    place: PlaceAt | None
    country: str | None
    """Of the place, else that the report is set in."""
    subject: Who
    object: Who
    modes: frozenset[str]
    killed: int | None
    """The most killed that a claim gives as best."""


Actors = Mapping[EntityId, str]


def items_of(
    report: ReportIn, claims: Sequence[ClaimIn], scene: Scene, telling: Telling, apart: Iterable[tuple[str, str]] = ()
) -> list[Item]:
    """The items of one report from its claims of events in the order of the text.

    A rejected claim is kept with the event it tells of, and says nothing about it. ``apart``: pairs of claims that a
    person parted.
    """
    unlike = {frozenset(pair) for pair in apart}
    drafts: list[list[ClaimIn]] = []
    for claim in claims:
        draft = _best_draft(claim, drafts, telling.actors, unlike)
        if draft is None:
            drafts.append([claim])
        else:
            draft.append(claim)
    return [_item(report, draft, scene, telling) for draft in drafts]


def _best_draft(
    claim: ClaimIn, drafts: Sequence[list[ClaimIn]], actors: Actors, unlike: set[frozenset[str]]
) -> list[ClaimIn] | None:
    """Of the drafts that a claim does not contradict the one it has most in common with, the last of those alike."""
    best: list[ClaimIn] | None = None
    most = -1
    for draft in drafts:
        parted = any(frozenset((claim.id, other.id)) in unlike for other in draft) if unlike else False
        if parted or _family(draft[0]) != _family(claim) or not _fits(claim, draft, actors):
            continue
        shared = _shared(claim, draft, actors)
        if shared > most or (shared == most and _is_nearer(claim, draft)):
            best, most = draft, shared
    return best


def _is_nearer(claim: ClaimIn, draft: Sequence[ClaimIn]) -> bool:
    """Whether a draft was told of in the sentence or two before a claim. Without one, the first told of is what a
    report is about.
    """
    return 0 <= claim.start - max(other.end for other in draft) <= NEAR


def _family(claim: ClaimIn) -> str:
    return family_of(claim.type, claim.mode, claim.modality)


def _fits(claim: ClaimIn, draft: Sequence[ClaimIn], actors: Actors) -> bool:
    """Whether nothing a claim says contradicts that it is about the event of a draft."""
    return all(_agree(claim, other, actors) for other in draft)


def _agree(left: ClaimIn, right: ClaimIn, actors: Actors) -> bool:
    if left.possible and right.possible and not left.possible.overlaps(right.possible):
        return False
    if left.place and right.place and same_place(left.place, right.place) is False:
        return False
    if left.mode and right.mode and left.mode != right.mode and not _may_be_one_deed(left, right):
        return False
    same_voice = (left.said_by and left.said_by.name) == (right.said_by and right.said_by.name)
    if same_voice and _counted_apart(left, right):
        return False
    if _reversed(left, right, actors):
        return False
    same_setting = _bounded(left.possible) and left.possible == right.possible and left.place == right.place
    if same_setting and left.place is not None:
        return True
    return not (same_voice and _apart(left.subject, right.subject, left, right, actors))


def _may_be_one_deed(left: ClaimIn, right: ClaimIn) -> bool:
    """Whether two kinds of deed in one report may be one: kinds that are told of one event, in one place on one day.

    "Not by gunfire" denies no bombing.
    """
    if "negated" in (left.polarity, right.polarity) or not modes_fit(left.mode, right.mode):
        return False
    apart = left.place and right.place and left.place != right.place
    return not apart and _bounded(left.possible) and left.possible == right.possible


def _reversed(left: ClaimIn, right: ClaimIn, actors: Actors) -> bool:
    """Whether the one that acts in a claim is acted on in the other, by somebody else than itself."""
    doer, done_to = _actor(left, left.subject, actors), _actor(right, right.object, actors)
    other, other_done_to = _actor(right, right.subject, actors), _actor(left, left.object, actors)
    return (doer is not None and doer == done_to and doer != other) or (
        other is not None and other == other_done_to and doer != other
    )


def _actor(claim: ClaimIn, party: PartyIn | None, actors: Actors) -> str | None:
    return actors.get(entity_of(claim.report, party) or ("", ""))


def _counted_apart(left: ClaimIn, right: ClaimIn) -> bool:
    """Whether two claims of one voice give two numbers of dead, neither of which is part of the other's range."""
    mine, theirs = dict(left.counts).get("killed"), dict(right.counts).get("killed")
    if mine is None or theirs is None or left.place is None or right.place is None:
        return False
    return mine.best != theirs.best and left.place != right.place


def _apart(left: PartyIn | None, right: PartyIn | None, first: ClaimIn, second: ClaimIn, actors: Actors) -> bool:
    """Whether two named parties are two actors."""
    mine, theirs = _actor(first, left, actors), _actor(second, right, actors)
    return mine is not None and theirs is not None and mine != theirs


def _shared(claim: ClaimIn, draft: Sequence[ClaimIn], actors: Actors) -> int:
    """How much a claim has in common with the claims of a draft."""
    return max(_in_common(claim, other, actors) for other in draft)


def _in_common(left: ClaimIn, right: ClaimIn, actors: Actors) -> int:
    same_day = _bounded(left.possible) and left.possible == right.possible
    same_place_ = left.place is not None and right.place is not None and same_place(left.place, right.place) is True
    parties = [(left.subject, right.subject), (left.object, right.object)]
    same = sum(bool(mine and theirs and mine.entity and mine.entity == theirs.entity) for mine, theirs in parties)
    return 2 * bool(same_day) + 2 * same_place_ + same + (left.mode is not None and left.mode == right.mode)


def _bounded(days: DayRange | None) -> bool:
    return days is not None and days.first is not None and days.last is not None


def _item(report: ReportIn, claims: list[ClaimIn], scene: Scene, telling: Telling) -> Item:
    sound = [claim for claim in claims if not claim.rejected] or claims
    place = _sharpest(sound)
    killed = [count.best for claim in sound for name, count in claim.counts if name == "killed"]
    return Item(
        id=claims[0].id,
        report=report.id,
        order=(report.order, claims[0].order),
        cluster=telling.outlets[report.id].cluster,
        published=report.published,
        family=_family(claims[0]),
        claims=tuple(claims),
        window=_window(sound, report.published),
        place=place,
        country=(place.country if place else None) or scene.country,
        subject=_who((claim.subject for claim in sound), report.id, telling),
        object=_who((claim.object for claim in sound), report.id, telling),
        modes=frozenset(claim.mode for claim in sound if claim.mode),
        killed=max(killed) if killed else None,
    )


def _sharpest(claims: Iterable[ClaimIn]) -> PlaceAt | None:
    """The first sharp place, else the first place."""
    places = [claim.place for claim in claims if claim.place]
    return next((place for place in places if is_sharp(place)), places[0] if places else None)


def _window(claims: Sequence[ClaimIn], published: date | None) -> Window | None:
    """The shortest range that a claim gives; without one the days before publication; None without that either."""
    ranges = [(days.first, days.last) for claim in claims if (days := claim.possible) and days.first and days.last]
    if ranges:
        first, last = min(ranges, key=lambda days: (days[1] - days[0], days[0]))
        return Window(first=first, last=last, kind="vague" if last - first > LONGEST_WINDOW else "dated")
    if published is None or any(claim.possible and claim.possible.first for claim in claims):
        return None
    return Window(first=published - NEWS_LASTS, last=published, kind="news")


def _who(parties: Iterable[PartyIn | None], report: str, telling: Telling) -> Who:
    keys = [key for party in parties if (key := entity_of(report, party)) is not None]
    return Who(
        actors=frozenset(telling.actors[key] for key in keys if key in telling.actors),
        kinds=frozenset(telling.entities[key].kind for key in keys if key in telling.entities),
    )
