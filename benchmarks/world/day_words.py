"""Days in the words of news, and the days that these words fix."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from random import Random

from benchmarks.world.nouns import Days
from benchmarks.world.outlets import Outlet

MONTHS = "January February March April May June July August September October November December".split()
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


@dataclass(frozen=True, slots=True)
class When:
    """Words for a day with their preposition, such as "on Monday"."""

    words: str
    days: Days
    deictic: bool = False
    """Whether the words are wrong when printed on another day."""


def month_day(day: date, outlet: Outlet, *, year: bool = False) -> str:
    """ "12 March", "March 12", with the year "12 March 2015", "March 12, 2015"."""
    month = MONTHS[day.month - 1]
    if outlet.month_first:
        return f"{month} {day.day}, {day.year}" if year else f"{month} {day.day}"
    return f"{day.day} {month} {day.year}" if year else f"{day.day} {month}"


def when(day: date, published: date, outlet: Outlet, rng: Random) -> When:
    """Words for a past day as the outlet would print them on the day of publication."""
    ago = (published - day).days
    exact: Days = (day, day)
    if ago <= 5:
        return _recent(day, ago, outlet, rng)
    if ago <= 300 and rng.random() < 0.35:
        return When(f"on {month_day(day, outlet)}", exact)
    if ago > 300 and rng.random() < 0.3:
        return When(f"on {month_day(day, outlet, year=True)}", exact)
    return _vague(day, published)


def _recent(day: date, ago: int, outlet: Outlet, rng: Random) -> When:
    exact: Days = (day, day)
    weekday = WEEKDAYS[day.weekday()]
    if ago == 1 and outlet.says_yesterday and rng.random() < 0.5:
        return When("yesterday", exact, deictic=True)
    choices = [f"on {weekday}", f"on {weekday}", f"on {weekday}", f"on {month_day(day, outlet)}"]
    choices += [f"on {weekday} {part}" for part in ("morning", "afternoon", "evening")]
    choices += [f"early on {weekday}", f"late on {weekday}", f"on {weekday} {month_day(day, outlet)}"]
    return When(rng.choice(choices), exact)


def _vague(day: date, published: date) -> When:
    months = (published.year - day.year) * 12 + published.month - day.month
    first, last = day.replace(day=1), month_end(day)
    if months == 0:
        return When("earlier this month", (first, published), deictic=True)
    if months == 1:
        return When("last month", (first, last), deictic=True)
    if months < 11:
        return When(f"in {MONTHS[day.month - 1]}", (first, last))
    return When(f"in {MONTHS[day.month - 1]} {day.year}", (first, last))


def since(day: date, published: date, rng: Random) -> When:
    """ "since March 2015", "since 2015": from a day that the words fix no closer than that. The last day is open."""
    if rng.random() < 0.5 and day.year < published.year:
        return When(f"since {day.year}", (date(day.year, 1, 1), None))
    return When(f"since {MONTHS[day.month - 1]} {day.year}", (day.replace(day=1), None))


def month_end(day: date) -> date:
    """The last day of its month."""
    return day.replace(day=monthrange(day.year, day.month)[1])
