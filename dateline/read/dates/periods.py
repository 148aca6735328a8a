"""Days, weeks, months, seasons, quarters, years, decades and centuries: their TIMEX3 values and the days they hold."""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

from dateline.model import DayRange

SEASON_STARTS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""First month of each season of three, northern hemisphere, as EDTF 21-24; winter bears the year in which it begins."""
UNKNOWN_DAY = "XXXX-XX-XX"


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of the calendar that a word or two can name."""

    value: str
    """TIMEX3: ``2012-12-03``, ``2012-W48``, ``2012-12``, ``2012-SU``, ``2012-Q3``, ``201X``, ``19``."""
    days: DayRange
    unit: str


def add_months(day: date, months: int) -> date:
    """The same day of the month, ``months`` on (back if negative), or the last day of a shorter month.

    Raises ValueError outside of the years 1 to 9999.
    """
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    if not 1 <= year <= 9999:
        raise ValueError(f"year {year} is out of range")
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def shift(day: date, unit: str, count: int) -> date:
    """The day ``count`` units later (earlier if negative). Raises ValueError or OverflowError out of the calendar."""
    if unit in ("day", "night"):
        return day + timedelta(days=count)
    if unit in ("week", "weekend", "fortnight"):
        return day + timedelta(days=count * (14 if unit == "fortnight" else 7))
    months = {"month": 1, "season": 3, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
    return add_months(day, count * months.get(unit, 12000))


def day_period(day: date) -> Period:
    return Period(day.isoformat(), DayRange.day(day), "day")


def week_period(day: date) -> Period:
    """The ISO week, Monday to Sunday, that holds ``day``."""
    year, week, weekday = day.isocalendar()
    first = day - timedelta(days=weekday - 1)
    return Period(f"{year:04}-W{week:02}", DayRange(first=first, last=first + timedelta(days=6)), "week")


def weekend_period(day: date) -> Period:
    """Saturday and Sunday of the week that holds ``day``."""
    week = week_period(day)
    assert week.days.last is not None
    return Period(
        f"{week.value}-WE", DayRange(first=week.days.last - timedelta(days=1), last=week.days.last), "weekend"
    )


def month_period(year: int, month: int) -> Period:
    return Period(f"{year:04}-{month:02}", DayRange.month(year, month), "month")


def year_period(year: int) -> Period:
    return Period(f"{year:04}", DayRange.year(year), "year")


def months_from(year: int, month: int, count: int) -> DayRange:
    """``count`` whole months."""
    first = date(year, month, 1)
    return DayRange(first=first, last=add_months(first, count) - timedelta(days=1))


def season_period(year: int, season: str) -> Period:
    """A season by its TIMEX3 code (SP, SU, FA, WI); winter runs from December of ``year`` to February."""
    return Period(f"{year:04}-{season}", months_from(year, SEASON_STARTS[season], 3), "season")


def quarter_period(year: int, quarter: int) -> Period:
    return Period(f"{year:04}-Q{quarter}", months_from(year, 3 * quarter - 2, 3), "quarter")


def half_period(year: int, half: int) -> Period:
    return Period(f"{year:04}-H{half}", months_from(year, 6 * half - 5, 6), "half")


def decade_period(year: int) -> Period:
    """The ten years that share all digits of ``year`` but the last."""
    first = year // 10 * 10
    return Period(f"{first // 10:03}X", DayRange(first=date(first, 1, 1), last=date(first + 9, 12, 31)), "decade")


def century_period(year: int) -> Period:
    """The hundred years that share the first two digits of ``year``."""
    first = year // 100 * 100
    days = DayRange(first=date(max(first, 1), 1, 1), last=date(first + 99, 12, 31))
    return Period(f"{first // 100:02}", days, "century")


def period_of(unit: str, day: date) -> Period:
    """The period of that unit that holds ``day``; for units below a day, the day itself."""
    makers = {"week": week_period, "weekend": weekend_period, "fortnight": week_period}
    if unit in makers:
        return makers[unit](day)
    if unit == "month":
        return month_period(day.year, day.month)
    if unit == "quarter":
        return quarter_period(day.year, (day.month + 2) // 3)
    if unit == "year":
        return year_period(day.year)
    if unit == "decade":
        return decade_period(day.year)
    if unit in ("century", "millennium"):
        return century_period(day.year)
    return day_period(day)


def easter(year: int) -> date:
    """Western Easter Sunday, after the rule in Meeus, Astronomical Algorithms (1991), chapter 8."""
    a, b, c = year % 19, year // 100, year % 100
    d, e, g = b // 4, b % 4, (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    weekday = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * weekday) // 451
    month, day = divmod(h + weekday - 7 * m + 114, 31)
    return date(year, month, day + 1)


def thanksgiving(year: int) -> date:
    """The fourth Thursday of November, as kept in the United States."""
    first = date(year, 11, 1)
    return first + timedelta(days=(3 - first.weekday()) % 7 + 21)


def holiday_of(year: int, rule: str) -> date:
    """The day of a feast in a year: ``12-25``, ``easter-2``, ``thanksgiving``. Raises ValueError for another rule."""
    if rule == "thanksgiving":
        return thanksgiving(year)
    if rule.startswith("easter"):
        return easter(year) + timedelta(days=int(rule.removeprefix("easter")))
    month, _, day = rule.partition("-")
    return date(year, int(month), int(day))
