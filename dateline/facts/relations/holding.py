"""What each claim says of when a relation holds, and what says that it was over."""

from dataclasses import dataclass
from datetime import date
from functools import cache

from dateline.facts.distance import place_key
from dateline.facts.events.families import NOT_YET
from dateline.facts.relations.kinds import DONE_ONCE, SYMMETRICAL
from dateline.facts.told import Told
from dateline.languages.load import language_data
from dateline.model.date_span import DayRange
from dateline.model.fact import Party, PlaceAt

OF_A_PLACE = frozenset({"operates_in", "controls", "based_in"})
CAPTURE = ("ASSAULT", "seize_territory")
"""Who takes a town controls it from then on."""


CAPTURED = "capture"
"""Why a relation ended: nobody is taken to lead from a cell, nor to speak or stand in for those who do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationKey:
    """What makes claims ones of the same relation."""

    type: str
    subject: str
    """The id of an actor; for whom a report only describes ``~`` with the report and the words."""
    object: str
    """As ``subject``, or ``place:…``."""
    planned: bool

    @property
    def named(self) -> bool:
        """Whether both are actors or places of the record."""
        return not (self.subject.startswith("~") or self.object.startswith("~"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """One claim of a relation and the days for which it vouches."""

    told: Told
    certain: DayRange | None
    """It held on every one of these days."""
    possible: DayRange
    """It held on at least one of these days, unless ``ended``."""
    ended: bool
    """Whether the claim says instead that it was over, or never was, by the last of ``possible``."""
    words: str
    """Why, in words."""


def relation_key(told: Told) -> RelationKey | None:
    """The relation that a claim tells of; None for an event that tells of none, and for a claim without two parties."""
    claim = told.claim
    planned = claim.modality in NOT_YET
    if is_capture(told) and claim.place is not None:
        holder = _party_key(told, told.subject)
        return RelationKey(type="controls", subject=holder, object=place_key(claim.place), planned=planned)
    if claim.type.isupper():
        return None
    subject = _party_key(told, told.subject)
    place = object_place(told)
    target = place_key(place) if place is not None else _party_key(told, told.object)
    if not subject or not target or subject == target:
        return None
    if claim.type in SYMMETRICAL and target < subject:
        subject, target = target, subject
    return RelationKey(type=claim.type, subject=subject, object=target, planned=planned)


def is_capture(told: Told) -> bool:
    """Whether a claim tells that somebody took a place."""
    claim = told.claim
    sharp = claim.place is not None and claim.place.precision in {"site", "settlement"}
    return (claim.type, claim.mode) == CAPTURE and sharp and told.subject is not None


def object_place(told: Told) -> PlaceAt | None:
    """The place that is the object of a relation to a place: the claim's place, else the object by its name."""
    claim = told.claim
    if claim.type not in OF_A_PLACE:
        return None
    if claim.place is not None:
        return claim.place
    if claim.object is None:
        return None
    name = claim.object.name
    return PlaceAt(name=name, lat=None, lon=None, country=None, geonameid=None, precision="feature", radius_km=None)


def _party_key(told: Told, party: Party | None) -> str:
    if party is None:
        return ""
    return party.actor or f"~{told.claim.report}:{' '.join(party.name.casefold().split())}"


def holding_of(told: Told, dead: date | None = None) -> Holding:
    """What a claim of a relation says of its days. The present tense speaks of the day of publication; "since" of all
    days up to it. ``dead``: when the subject had died; reports go on to call a dead man the leader.
    """
    claim = told.claim
    if claim.polarity == "negated":
        days = claim.possible or (DayRange.day(told.published) if told.published else DayRange(first=None, last=None))
        return Holding(told=told, certain=None, possible=days, ended=True, words="a claim that it is not so")
    if claim.former:
        last = (claim.possible.last if claim.possible else None) or told.published
        days = DayRange(first=None, last=last)
        return Holding(told=told, certain=None, possible=days, ended=True, words="a claim that it was so before")
    certain, possible, words = _days_of(told)
    if dead is not None and certain is not None and claim.certain is None and last_day(certain) >= dead:
        certain = None if first_day(certain) >= dead else DayRange(first=certain.first, last=dead)
    return Holding(told=told, certain=certain, possible=possible, ended=False, words=words)


def _days_of(told: Told) -> tuple[DayRange | None, DayRange, str]:
    """Certain and possible days of a claim that something is so, and why."""
    claim, published = told.claim, told.published
    if claim.possible is None:
        certain = DayRange.day(published) if published else None
        words = "reported so" if published else "reported so without a date"
        return certain, certain or DayRange(first=None, last=None), words
    words = f"said of {claim.possible.edtf}"
    if claim.type in DONE_ONCE and claim.possible.last is not None:
        done = claim.possible.last
        return DayRange(first=done, last=max(done, published or done)), claim.possible, words
    if claim.since is not None and published is not None and claim.since <= published:
        return DayRange(first=claim.since, last=published), claim.possible, words
    return claim.certain, claim.possible, words


def until_days(told: Told) -> DayRange | None:
    """When a relation was over by, as a claim says with "until" and the like: a range that ends before publication."""
    days = told.claim.possible
    if days is None or days.first is not None or days.last is None or told.published is None:
        return None
    is_past = told.claim.polarity == "asserted" and days.last < told.published
    return DayRange.day(days.last) if is_past and not told.claim.former else None


def ending_days(told: Told) -> DayRange:
    """When something that ends a relation happened, at the latest at publication."""
    days = told.claim.possible
    if days is None:
        return DayRange(first=None, last=told.published)
    return DayRange(first=days.first, last=days.last or told.published)


def is_death(told: Told) -> bool:
    """Whether a claim says that the one it names was killed."""
    claim = told.claim
    if claim.type != "ASSAULT" or told.object is None or told.object.actor is None or not _plain(told):
        return False
    return claim.deadly


def is_capture_of(told: Told) -> bool:
    """Whether a claim says that the person it names was arrested or captured: nobody is taken to lead from a cell."""
    claim = told.claim
    taken = (claim.type, claim.mode) in {("COERCE", "arrest"), ("ASSAULT", "abduct")}
    return taken and told.object is not None and told.object.actor is not None and _plain(told)


def takes_away(told: Told) -> bool:
    """Whether whom a claim names can lead no more: it says that they were killed or captured."""
    return is_death(told) or is_capture_of(told)


def _plain(told: Told) -> bool:
    return told.claim.polarity == "asserted" and told.claim.modality == "actual" and not told.claim.rejected


def ends_for_subject(told: Told) -> tuple[str, frozenset[str], str | None, str] | None:
    """What a claim ends: whose relations (an actor), of which types, with what object (None: any), and why."""
    claim = told.claim
    if takes_away(told) and told.object and told.object.actor:
        died = is_death(told)
        return told.object.actor, frozenset({"leads", "member_of"}), None, "death" if died else CAPTURED
    if told.subject is None or told.subject.actor is None or not _plain(told):
        return None
    if claim.type == "split_from" and told.object and told.object.actor:
        types = frozenset({"leads", "member_of", "part_of", "allegiance_to", "allied_with"})
        return told.subject.actor, types, told.object.actor, "a split"
    if (claim.type, claim.mode) == ("RETREAT", "resign"):
        return told.subject.actor, frozenset({"leads"}), None, "resignation"
    if (claim.type, claim.mode) == ("RETREAT", "withdraw") and claim.place is not None:
        return told.subject.actor, frozenset({"controls", "based_in"}), place_key(claim.place), "withdrawal"
    return None


def slot(told: Told, subject_kind_is_state: bool) -> str | None:
    """What only one can hold at a time: the top of a body, a town; None for what many can be."""
    claim = told.claim
    if claim.type == "controls" or is_capture(told):
        return "control"
    if claim.type != "leads":
        return None
    words = (claim.role or "").lower().replace("-", " ")
    words = " ".join(word for word in words.split() if word not in _former())
    if subject_kind_is_state:
        return words or None
    if not words:
        return "top"
    if words not in _sole() and any(word in words.split() for word in _lesser()):
        return None  # but the "founder and leader" is the leader
    if "commander" in words:  # beside a leader a group may have one
        return "commander"
    return "top" if any(role in words for role in _sole()) else None


def says_former(role: str | None) -> bool:
    """Whether the words of a role say that it is over."""
    return bool(role) and any(word in _former() for word in str(role).lower().split())


def says_death(quote: str) -> bool:
    """Whether the words of a claim of violence speak of death."""
    words = {word.strip(".,;:!?\"'“”‘’") for word in quote.lower().split()}
    return bool(words & _death())


@cache
def _former() -> frozenset[str]:
    return frozenset(language_data("record")["former_roles"])


@cache
def _lesser() -> frozenset[str]:
    return frozenset(language_data("record")["lesser_roles"])


@cache
def _sole() -> tuple[str, ...]:
    return tuple(role.replace("-", " ") for role in language_data("record")["sole_roles"])


@cache
def _death() -> frozenset[str]:
    return frozenset(language_data("record")["death_words"])


def first_day(days: DayRange) -> date:
    return days.first or date.min


def last_day(days: DayRange) -> date:
    return days.last or date.max
