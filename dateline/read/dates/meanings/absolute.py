"""Dates that name their month, year, decade or century."""

from datetime import date

from dateline.model import DayRange
from dateline.read.dates.meanings.choose import NO_PUBLICATION, UNKNOWN_YEAR, as_date, pick_year, unknown
from dateline.read.dates.numbers import read_year
from dateline.read.dates.periods import (
    Period,
    century_period,
    day_period,
    decade_period,
    holiday_of,
    month_period,
    season_period,
    year_period,
)
from dateline.read.dates.situation import Meaning, Situation

Groups = dict[str, str]

_STATED = "a calendar date, as written"


def month_number(word: str, s: Situation) -> int:
    """The number of a month's name or abbreviation."""
    bare = word.rstrip(".")
    number = s.grammar.words["month"].get(bare) or s.grammar.words["month_short"][bare]
    return int(number)


def stated_year(groups: Groups, s: Situation) -> int | None:
    """The year said in the match: four digits, two digits, or words."""
    if groups.get("year"):
        return int(groups["year"])
    if groups.get("word_year"):
        return read_year(groups["word_year"], s.grammar)
    return full_year(groups["year2"], s) if groups.get("year2") else None


def full_year(two_digits: str, s: Situation) -> int:
    """The year that two digits stand for: at most 20 years after publication (after 2020 when it is not known)."""
    latest = (s.published.year if s.published else 2020) + 20
    century = latest // 100 * 100
    year = century + int(two_digits)
    return year if year <= latest else year - 100


def calendar_day(groups: Groups, s: Situation) -> Meaning | None:
    """ "3 December 2012", "Dec. 3", "the third of May"."""
    word = groups["month"]
    if not _is_month(word, s):
        return None
    month = month_number(word, s)
    day = int(groups["day"]) if groups.get("day") else int(s.grammar.words["ordinal"][groups["ordinal"]])
    year = stated_year(groups, s)
    if year is not None:
        period = _day(year, month, day)
        return as_date(period, _STATED) if period else None
    if _day(2000, month, day) is None:
        return None
    picked = pick_year(lambda y: _day(y, month, day), s, nearest=True, which=groups.get("which"))
    if picked is None:
        return unknown(f"{UNKNOWN_YEAR}-{month:02}-{day:02}", NO_PUBLICATION)
    period, reason, ahead = picked
    return as_date(period, f"the year is not said: {reason}", ahead=ahead, yearless=True)


def _day(year: int, month: int, day: int) -> Period | None:
    try:
        return day_period(date(year, month, day))
    except ValueError:
        return None


def numeric_day(groups: Groups, s: Situation) -> Meaning | None:
    """ "2012-12-03"."""
    period = _day(int(groups["year"]), int(groups["month_number"]), int(groups["day"]))
    return as_date(period, _STATED) if period else None


def numeric_date(groups: Groups, s: Situation) -> Meaning | None:
    """ "28/11/2012": only when there is one way to read it, or with dots, which put the day first."""
    first, second, words = int(groups["first"]), int(groups["second"]), groups["year_any"]
    if len(words) == 2 and groups["mark"] == ".":
        return None
    year = int(words) if len(words) == 4 else full_year(words, s)
    readings = (
        [_day(year, second, first)] if groups["mark"] == "." else [_day(year, second, first), _day(year, first, second)]
    )
    found = {period.value: period for period in readings if period}
    if len(found) != 1:
        return None
    return as_date(next(iter(found.values())), "a numeric date that can be read in one way only")


def days_of_month(groups: Groups, s: Situation) -> Meaning | None:
    """ "June 3-5, 2011", "28-29 November"."""
    word = groups.get("month") or groups["month2"]
    if not _is_month(word, s):
        return None
    month, first = month_number(word, s), int(groups.get("day") or groups["day_first"])
    last = int(groups.get("day_to") or groups["day_to2"])
    year = int(groups["year"]) if groups.get("year") else int(groups["year_late"]) if groups.get("year_late") else None

    def make(y: int) -> Period | None:
        start, end = _day(y, month, first), _day(y, month, last)
        if start is None or end is None or first >= last:
            return None
        days = DayRange(first=start.days.first, last=end.days.last)
        return Period(f"{start.value}/{end.value}", days, "day")

    if year is not None:
        period = make(year)
        return as_date(period, _STATED) if period else None
    if make(2000) is None:
        return None
    picked = pick_year(make, s, nearest=True)
    if picked is None:
        return unknown(f"{UNKNOWN_YEAR}-{month:02}-{first:02}/{UNKNOWN_YEAR}-{month:02}-{last:02}", NO_PUBLICATION)
    return as_date(picked[0], f"the year is not said: {picked[1]}", ahead=picked[2], yearless=True)


def month(groups: Groups, s: Situation) -> Meaning | None:
    """ "March 2011", "late November"."""
    word, year = groups["month"], stated_year(groups, s)
    if not _is_month(word, s) or (year is None and not _stands_alone(word, s)):
        return None
    number = month_number(word, s)
    if year is not None:
        return as_date(month_period(year, number), "a month, as written")
    picked = pick_year(lambda y: month_period(y, number), s)
    if picked is None:
        return unknown(f"{UNKNOWN_YEAR}-{number:02}", NO_PUBLICATION)
    return as_date(picked[0], f"the year is not said: {picked[1]}", ahead=picked[2], yearless=True)


def _is_month(word: str, s: Situation) -> bool:
    """Whether "may" or "march" is the month and not the verb."""
    if word not in ("may", "march", "mar"):
        return True
    offset = s.levelled.index(word, s.start)
    capital = s.page.text[offset].isupper()
    at_start = offset == s.start
    token = s.page.at(offset)
    is_verb = token.tag_ in ("MD", "VB", "VBP", "VBD", "VBZ")
    if at_start and s.before in s.grammar.words["before_month"]:
        return capital or not is_verb  # "from january to march", but not "vowed to march on the capital"
    return capital and not is_verb


def _stands_alone(word: str, s: Situation) -> bool:
    """Whether a month without day or year is one: no abbreviation without its stop, no part of a person's name."""
    if word.rstrip(".") in s.grammar.words["month_short"] and not (
        word.endswith(".") or s.levelled[s.end : s.end + 1] == "."
    ):
        return False
    offset = s.levelled.index(word, s.start)
    token = s.page.at(offset)
    if s.before in s.grammar.words["before_month"] or offset > s.start:
        return True
    before = s.page.doc[token.i - 1] if token.i else None
    named = before is not None and before.tag_ == "NNP" and before.dep_ == "compound" and before.head == token
    names = token.dep_ == "compound" and token.head.tag_ == "NNP" and token.head.i == token.i + 1
    return not named and not names and s.after not in ("'",)


def months_of_year(groups: Groups, s: Situation) -> Meaning | None:
    """ "March-April 2011"."""
    first = month_period(int(groups["year"]), month_number(groups["month"], s))
    last = month_period(int(groups["year"]), month_number(groups["month_to"], s))
    if first.value >= last.value:
        return None
    days = DayRange(first=first.days.first, last=last.days.last)
    return as_date(Period(f"{first.value}/{last.value}", days, "month"), "months, as written")


def month_of_relative_year(groups: Groups, s: Situation) -> Meaning | None:
    """ "July last year"."""
    number, which = month_number(groups["month"], s), groups["which"].split()[-1]
    told = s.story.point.days.first if s.story.point and s.story.point.days else None
    base = told if which in ("that", "same", "following", "previous") and told else s.published
    if base is None:
        return unknown(f"{UNKNOWN_YEAR}-{number:02}", NO_PUBLICATION)
    offset = {"last": -1, "previous": -1, "next": 1, "following": 1}.get(which, 0)
    return as_date(month_period(base.year + offset, number), f"counted from {base}", ahead=which == "next")


def years(groups: Groups, s: Situation) -> Meaning | None:
    """ "1998-99"."""
    first, words = int(groups["year"]), groups["year_to"]
    last = int(words) if len(words) == 4 else first // 100 * 100 + int(words)
    if not 0 < last - first <= 99 or s.levelled[s.end : s.end + 1] in ("-", "/"):
        return None
    days = DayRange(first=date(first, 1, 1), last=date(last, 12, 31))
    return as_date(Period(f"{first}/{last}", days, "year"), "years, as written")


def year(groups: Groups, s: Situation, *, fiscal: bool = False) -> Meaning | None:
    """ "2011", "mid-1996", "nineteen ninety-seven", "fiscal 1989"."""
    number = stated_year(groups, s)
    if number is None or not (fiscal or _is_year(groups, number, s)):
        return None
    if fiscal:
        return unknown(f"{number:04}", "a fiscal year: which days it holds depends on the body meant")
    return as_date(year_period(number), "a year, as written")


def _is_year(groups: Groups, number: int, s: Situation) -> bool:
    """Whether four digits are a year and not a number of something."""
    plain = groups.get("year") is not None and s.levelled[s.start : s.end] == groups["year"]
    if not plain:
        return True
    around = s.levelled[s.start - 1 : s.start], s.levelled[s.end : s.end + 2]
    if around[0] in ("$", "£", "€", "#", ".", ",", "/", "-", "+") or s.before in s.grammar.words["before_quantity"]:
        return False
    if around[1][:1] in ("%", "/") or (around[1][:1] in (",", ".", "-", ":") and around[1][1:].isdigit()):
        return False
    said_as_year = s.before.lstrip("(\"'") in s.grammar.words["before_year"] or s.before in ("(", "")
    if s.tag_after == "NNS" and s.before in s.grammar.words["before_count"]:
        return False
    if s.tag_after == "CD" or (s.tag_after in ("NNS", "NNPS") and number % 100 == 0):
        return said_as_year
    return said_as_year or 1900 <= number <= 2049


def decade(groups: Groups, s: Situation) -> Meaning | None:
    """ "the 1990s", "the '80s", "the nineties"."""
    if groups.get("decade"):
        first = int(groups["decade"])
    elif groups.get("decade2"):
        first = full_year(groups["decade2"], s)
    elif s.before in ("his", "her", "their", "my", "in") and not s.levelled[s.start : s.end].startswith("the"):
        return None
    else:
        first = full_year(str(s.grammar.words["decade_name"][groups["decade_name"]]), s)
    return as_date(decade_period(first), "a decade, as written")


def century(groups: Groups, s: Situation) -> Meaning | None:
    """ "the 15th century"."""
    number = int(groups["day"]) if groups.get("day") else int(s.grammar.words["ordinal"][groups["ordinal"]])
    return as_date(century_period((number - 1) * 100), "a century, as written") if 1 < number < 30 else None


def season(groups: Groups, s: Situation) -> Meaning | None:
    """ "the spring of 1998", "in the summer"."""
    code, number = str(s.grammar.words["season"][groups["season"]]), stated_year(groups, s)
    if number is not None:
        return _season_of_year(number, code)
    if not _is_season(groups["season"], s):
        return None
    picked = pick_year(lambda y: season_period(y, code), s)
    if picked is None:
        return unknown(f"{UNKNOWN_YEAR}-{code}", NO_PUBLICATION)
    return as_date(picked[0], f"the year is not said: {picked[1]}", ahead=picked[2], yearless=True)


def _season_of_year(number: int, code: str) -> Meaning:
    period = season_period(number, code)
    if code != "WI":
        return as_date(period, "a season, as written")
    days = DayRange(first=date(number, 1, 1), last=period.days.last)
    return as_date(
        Period(period.value, days, "season"),
        "a winter, which may be the one that ends or the one that begins that year",
    )


def _is_season(word: str, s: Situation) -> bool:
    words = s.levelled[s.start : s.end]
    if s.after == "of" or s.tag_after in ("NN", "NNS", "NNP") or (s.page.at(s.end - 1).tag_ or "NN")[:2] != "NN":
        return False
    return words != word and (words != f"the {word}" or s.before in s.grammar.words["before_season"])


def known_day(groups: Groups, s: Situation) -> Meaning | None:
    """ "9/11", "the Sept. 11 attacks"."""
    day = date.fromisoformat(str(s.grammar.words["known_day"][" ".join(groups["known_day"].split())]))
    if s.published is not None and s.published < day:
        return None
    return as_date(day_period(day), "a day that has become a name")


def year_end(groups: Groups, s: Situation) -> Meaning | None:
    """ "By year-end", "since the year's end"."""
    picked = pick_year(lambda y: _day(y, 12, 31), s, nearest=True)
    if picked is None:
        return unknown(f"{UNKNOWN_YEAR}-12-31", NO_PUBLICATION)
    return as_date(picked[0], f"the last day of a year that is not said: {picked[1]}", ahead=picked[2], yearless=True)


def holiday(groups: Groups, s: Situation) -> Meaning | None:
    """ "Christmas Eve", "Thanksgiving 2011"."""
    rule = str(s.grammar.words["holiday"][" ".join(groups["holiday"].split())])
    if not s.capital and s.before not in s.grammar.words["before_feast"]:
        return None
    if groups.get("year"):
        return as_date(day_period(holiday_of(int(groups["year"]), rule)), "a feast of a year, as written")
    picked = pick_year(lambda y: day_period(holiday_of(y, rule)), s, nearest=True)
    if picked is None:
        return unknown(UNKNOWN_YEAR, NO_PUBLICATION)
    return as_date(picked[0], f"the year is not said: {picked[1]}", ahead=picked[2], yearless=True)
