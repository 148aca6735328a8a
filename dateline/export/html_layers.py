"""What is drawn over the text of a report: the layers of a reading as marks, and the paragraphs they lie in."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from dateline.export.html_marks import Mark
from dateline.export.in_words import days, saying, shortened, where
from dateline.model import Attribution, Reading, Span

BREAK = re.compile(r"[^\S\n]*\n\s*")


def blocks(reading: Reading) -> list[Span]:
    """The paragraphs: stretches between line ends, except a single line end within a sentence, which only wraps it."""
    text = reading.report.text
    begins = sorted(reading.sentences)
    found, start = [], 0
    for line_end in BREAK.finditer(text):
        if line_end[0].count("\n") == 1 and _within(line_end.start(), begins):
            continue
        found.append((start, line_end.start()))
        start = line_end.end()
    found.append((start, len(text)))
    return [(first, last) for first, last in found if text[first:last].strip()] or [(0, len(text))]


def _within(offset: int, spans: list[Span]) -> bool:
    before = bisect_right(spans, (offset, -1)) - 1
    return before >= 0 and spans[before][0] < offset < spans[before][1]


def marks_over(reading: Reading, prefix: str) -> list[Mark]:
    """Every mark but those of the claims; ``prefix`` begins the ids that explain them on the page."""
    layers = (_frame, _quotations, _actors, _places, _dates)
    return [mark for layer in layers for mark in layer(reading, prefix)]


def _note(*lines: str) -> str:
    """What hovering shows, line by line, none of them long."""
    return "\n".join(shortened(line) for line in lines)


def _frame(reading: Reading, prefix: str) -> Iterator[Mark]:
    """Furniture, headline and dateline."""
    report = reading.report
    for number, item in enumerate(report.furniture, 1):
        why = _note(f"page furniture ({item.kind}), left out of reading", item.reason)
        described_by = f"{prefix}-furniture{number}"
        yield Mark(start=item.start, end=item.end, style="furniture", rank=0, why=why, described_by=described_by)
    if report.dateline:
        line = report.dateline
        said = {"place": line.place, "day": line.day, "agency": line.agency}
        why = _note("dateline", *(f"{name}: {value}" for name, value in said.items() if value))
        yield Mark(start=line.start, end=line.end, style="dateline", rank=2, why=why)


def _quotations(reading: Reading, prefix: str) -> Iterator[Mark]:
    for attribution in reading.attributions:
        explained = f"{prefix}-{attribution.id}"
        why = _note(saying(attribution), attribution.reason)
        style = f"quote {attribution.speech}"
        for number, (start, end) in enumerate(attribution.content):
            label = _label(reading, attribution, number)
            yield Mark(
                start=start,
                end=end,
                style=style,
                rank=3,
                why=why,
                label=label,
                described_by=explained,
                entity=attribution.speaker_entity or "",
            )
        for start, end in attribution.cue:
            why_cue = _note(f"marks what {attribution.speaker or 'somebody unnamed'} says", attribution.reason)
            yield Mark(start=start, end=end, style="cue", rank=8, why=why_cue, described_by=explained)


def _label(reading: Reading, attribution: Attribution, number: int) -> str:
    """The speaker's name before the first piece, and before one that begins in another paragraph."""
    name = shortened(attribution.speaker or "not named", 60)
    if number == 0:
        return name
    between = reading.report.text[attribution.content[number - 1][1] : attribution.content[number][0]]
    return f"{name}, going on" if "\n" in between else ""


def _actors(reading: Reading, prefix: str) -> Iterator[Mark]:
    entities = {entity.id: entity for entity in reading.entities}
    for mention in reading.mentions:
        entity = entities.get(mention.entity)
        name = shortened(entity.name if entity else mention.text, 120)
        why = _note(f"{name} ({mention.kind.replace('_', ' ')}), by {mention.form}", mention.reason)
        style = "weapon" if mention.kind == "weapon" else "actor"
        yield Mark(
            start=mention.start,
            end=mention.end,
            style=style,
            rank=5,
            why=why,
            described_by=f"{prefix}-{mention.id}",
            entity=mention.entity,
        )


def _places(reading: Reading, prefix: str) -> Iterator[Mark]:
    for number, place in enumerate(reading.places, 1):
        why = _note(f"{where(place)}; as {place.role}", place.reason)
        described_by = f"{prefix}-place{number}"
        yield Mark(start=place.start, end=place.end, style="place", rank=6, why=why, described_by=described_by)


def _dates(reading: Reading, prefix: str) -> Iterator[Mark]:
    for number, date in enumerate(reading.dates, 1):
        meant = days(date.span) if date.span else "no days fixed"
        why = _note(f"{meant} ({date.type} {date.value})", date.reason)
        described_by = f"{prefix}-date{number}"
        yield Mark(start=date.start, end=date.end, style="date", rank=7, why=why, described_by=described_by)
