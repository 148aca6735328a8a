"""What time expressions mean: one function per kind of expression, named in the grammar's data file."""

from collections.abc import Callable

from dateline.read.dates.meanings import absolute, days, lengths, pointers, quarters, recurring, relative
from dateline.read.dates.situation import Meaning

MEANINGS: dict[str, Callable[..., Meaning | None]] = {
    function.__name__: function
    for function in (
        absolute.calendar_day,
        absolute.century,
        absolute.days_of_month,
        absolute.decade,
        absolute.holiday,
        absolute.known_day,
        absolute.month,
        absolute.month_of_relative_year,
        absolute.months_of_year,
        absolute.numeric_date,
        absolute.numeric_day,
        absolute.season,
        absolute.year,
        absolute.year_end,
        absolute.years,
        days.clock,
        days.day_word,
        days.part_of_day,
        days.weekday,
        lengths.bare_units,
        lengths.duration,
        lengths.one_unit,
        lengths.vague_duration,
        pointers.adjective,
        pointers.fixed,
        pointers.reference,
        quarters.earlier_quarter,
        quarters.half_year,
        quarters.quarter,
        quarters.this_quarter,
        recurring.every,
        recurring.frequency,
        relative.ago,
        relative.earlier_later,
        relative.this_last_next,
        relative.this_last_next_named,
        relative.the_unit,
    )
}
"""Each takes the named groups of a match, absent ones None, and the ``Situation``; None says that it is no date."""
