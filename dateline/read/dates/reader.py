"""Find the time expressions of a Doc and work out what they mean."""

import re
from datetime import date

from spacy.tokens import Doc

from dateline.model import DateMention, DateSpan, DayRange
from dateline.read.dates.grammar import Pattern
from dateline.read.dates.meanings import MEANINGS
from dateline.read.dates.ranges import Found, join_ranges
from dateline.read.dates.scan import possible_starts
from dateline.read.dates.situation import Meaning, Page, Situation, Story

_GLUED = re.compile(r"[\w$£€]")


def read_dates(doc: Doc, published: date | None, language: str = "en") -> tuple[DateMention, ...]:
    """The time expressions of a Doc, in order, none overlapping another. ``published`` is None when it is not known."""
    page = Page(doc, language)
    story = Story(published=published)
    found: list[Found] = []
    done = 0
    for start in possible_starts(page.levelled, language):
        if start < done or (start and _GLUED.match(page.levelled[start - 1])):
            continue
        result = _longest(start, page, story)
        if result is not None:
            done = result.end
            found.append(result)
            _tell(result, story, page)
    return tuple(_mention(one, page.text, published) for one in join_ranges(found, page.text, page.levelled))


def _longest(start: int, page: Page, story: Story) -> Found | None:
    """The longest expression at an offset that means something; of equals, the first in the data file."""
    matches = [
        (match, pattern) for pattern in page.grammar.patterns if (match := pattern.regex.match(page.levelled, start))
    ]
    matches.sort(key=lambda pair: -pair[0].end())
    for match, pattern in matches:
        situation = Situation(page, start, match.end(), story)
        meaning = _meaning(pattern, match, situation)
        if meaning is not None:
            groups = match.groupdict()
            return Found(
                start=start,
                end=match.end(),
                meaning=meaning,
                sentence_start=situation.sentence_start,
                year_said=bool(groups.get("year") or groups.get("word_year")),
            )
    return None


def _meaning(pattern: Pattern, match: re.Match[str], situation: Situation) -> Meaning | None:
    """What a match means; None when it means no date, or one beyond the calendar's ends."""
    try:
        return MEANINGS[pattern.means](match.groupdict(), situation, **pattern.options)
    except (OverflowError, ValueError):
        return None


def _tell(found: Found, story: Story, page: Page) -> None:
    """Remember a date for those that refer to it."""
    meaning = found.meaning
    story.quarter_age += 1
    if meaning.unit is None or meaning.days is None or meaning.type not in ("DATE", "TIME"):
        return
    story.point = meaning
    story.point_at = page.sentence_number(found.start)
    first = meaning.days.first
    if first and found.year_said:
        story.sentence_year = (found.sentence_start, first.year)


def _mention(found: Found, text: str, published: date | None) -> DateMention:
    meaning, words = found.meaning, text[found.start : found.end]
    days = limit(found.days or meaning.days, published, ahead=meaning.ahead)
    span = None
    if days is not None:
        certain = days if days.first is not None and days.first == days.last else None
        span = DateSpan(certain=certain, possible=days, basis=found.basis or words, reason=meaning.reason)
    return DateMention(
        start=found.start,
        end=found.end,
        text=words,
        type=meaning.type,
        value=meaning.value,
        span=span,
        reason=meaning.reason,
    )


def limit(days: DayRange | None, published: date | None, *, ahead: bool) -> DayRange | None:
    """Cut days off at publication, unless words or tense speak of the future.

    Days that lie wholly after publication stay as they are: there the words themselves are plain.
    """
    if ahead or days is None or published is None or days.first is None or days.last is None:
        return days
    return DayRange(first=days.first, last=published) if days.first <= published < days.last else days
