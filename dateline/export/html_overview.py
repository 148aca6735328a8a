"""What stands above a report on its page: when things happened, as a line of time, and who the claims are about."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from dateline.model import ActorRef, Claim, DayRange, Reading

WIDTH, ROW, AXIS, EDGE = 1000, 26, 22, 14
"""Units of the drawing: its width, the height of a row and of the axis, the room at each side."""
DOT, STUB = 10, 46
MOST_ROWS = 8
MOST_ACTORS = 8
_COOPERATION = frozenset({"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"})
_WORDS = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A claim on the line of time: the days on which it may have been so, and its dot where they begin, or where they
    end when nothing says when they begin.
    """

    number: int
    """Of the claim in the report, from 1."""
    words: str
    style: str
    """Its tone, with ``open`` when an end is not said and ``unsure`` when it did not simply happen."""
    x: float
    end: float
    dot: float
    y: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A year or month of the axis."""

    x: float
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeLine:
    """All that the drawing needs."""

    width: int
    height: int
    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    left_out: int
    """Dated claims for which there was no room."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CastMember:
    """An actor and the numbers of the claims that it takes part in."""

    name: str
    kind: str
    does: tuple[int, ...]
    befalls: tuple[int, ...]


def tone(claim: Claim) -> str:
    """What sort of thing a claim tells of, for its colour: ``tie``, ``cooperation``, ``words`` or ``force``."""
    return tone_of(claim.type)


def tone_of(type_: str) -> str:
    """``tone`` of a type of claims or facts."""
    if not type_.isupper():
        return "tie"
    if type_ in _COOPERATION:
        return "cooperation"
    return "words" if type_ in _WORDS else "force"


def time_line(reading: Reading) -> TimeLine | None:
    """The dated claims in rows, none over another; None when fewer than two have days on either side."""
    dated = [(n, claim, claim.when.possible) for n, claim in enumerate(reading.claims, 1) if claim.when]
    known = [day for _, _, days in dated for day in (days.first, days.last) if day]
    if len(dated) < 2 or not known:
        return None
    scale = _Scale.over(known)
    rows: list[float] = []
    bars: list[Bar] = []
    for number, claim, days in sorted(dated, key=lambda item: (item[2].first or item[2].last or date.min, item[0])):
        x, end, dot = scale.ends(days)
        row = next((row for row, until in enumerate(rows) if until + 2 * DOT < min(x, dot - DOT)), len(rows))
        if row >= MOST_ROWS:
            continue
        rows[row : row + 1] = [max(end, dot + DOT)]
        y = row * ROW + ROW / 2
        bars.append(Bar(number=number, words=_told(claim), style=_style(claim, days), x=x, end=end, dot=dot, y=y))
    height = len(rows) * ROW + AXIS
    return TimeLine(width=WIDTH, height=height, bars=tuple(bars), ticks=scale.ticks(), left_out=len(dated) - len(bars))


def _style(claim: Claim, days: DayRange) -> str:
    is_open = days.first is None or days.last is None
    unsure = claim.polarity == "negated" or claim.modality != "actual"
    return f"{tone(claim)}{' open' if is_open else ''}{' unsure' if unsure else ''}"


def _told(claim: Claim) -> str:
    """What hovering shows: ``abduct: Kélé → two nurses, 2012-04``."""
    who, whom = (actor.name if actor else None for actor in (claim.subject, claim.object))
    named = " → ".join(name for name in (who, whom) if name)
    parts = [f"{(claim.mode or claim.type).replace('_', ' ')}: {named or 'nobody named'}"]
    return ", ".join([*parts, *([claim.when.in_words] if claim.when else [])])


@dataclass(frozen=True, slots=True)
class _Scale:
    first: date
    last: date

    @classmethod
    def over(cls, days: Iterable[date]) -> "_Scale":
        """From the first day to the last, with a margin of a fortieth; a span of at least a fortnight."""
        first, last = min(days := list(days)), max(days)
        margin = timedelta(days=max((last - first).days // 40, 7))
        return cls(max(first, date.min + margin) - margin, min(last, date.max - margin) + margin)

    def x(self, day: date) -> float:
        share = (day - self.first).days / (self.last - self.first).days
        return round(EDGE + share * (WIDTH - 2 * EDGE), 1)

    def ends(self, days: DayRange) -> tuple[float, float, float]:
        """Where a range begins and ends, and where its dot stands; an open end is a stub."""
        first, last = (self.x(day) if day else None for day in (days.first, days.last))
        if first is None:
            dot = last if last is not None else float(EDGE)
            return max(dot - STUB, 0), dot, dot
        return first, min(first + STUB, WIDTH) if last is None else last, first

    def ticks(self) -> tuple[Tick, ...]:
        """Years when there are several, else months; at most about ten."""
        years = range(self.first.year + 1, self.last.year + 1)
        if len(years) > 1:
            step = -(-len(years) // 10)
            return tuple(Tick(x=self.x(date(year, 1, 1)), words=str(year)) for year in years[::step])
        months = {day.replace(day=1) for day in self._days() if day.day == 1}
        return tuple(
            Tick(x=self.x(day), words=day.strftime("%Y-%m")) for day in sorted(months)[:: -(-len(months) // 8)]
        )

    def _days(self) -> Iterable[date]:
        return (self.first + timedelta(days=number) for number in range((self.last - self.first).days + 1))


def cast(reading: Reading) -> list[CastMember]:
    """The actors with the most claims, those first that take part in most; who has but one is left out."""
    kinds = {entity.id: entity.kind for entity in reading.entities}
    names = {entity.id: entity.name for entity in reading.entities}
    does: dict[str, list[int]] = {}
    befalls: dict[str, list[int]] = {}
    for number, claim in enumerate(reading.claims, 1):
        for actor, numbers in ((claim.subject, does), (claim.object, befalls)):
            if identifier := _entity(actor, names):
                numbers.setdefault(identifier, []).append(number)
    every = sorted(names, key=lambda one: -len(does.get(one, ())) - len(befalls.get(one, ())))
    found = [
        CastMember(
            name=names[one],
            kind=kinds[one].replace("_", " "),
            does=tuple(does.get(one, ())),
            befalls=tuple(befalls.get(one, ())),
        )
        for one in every
    ]
    return [member for member in found if len(member.does) + len(member.befalls) > 1][:MOST_ACTORS]


def _entity(actor: ActorRef | None, names: dict[str, str]) -> str | None:
    return actor.entity if actor and actor.entity in names else None
