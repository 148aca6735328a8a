"""Making a world from a seed: the course of things first, then what was printed of it."""

from datetime import date, timedelta
from random import Random

from benchmarks.world.book import Book
from benchmarks.world.cast import make_cast
from benchmarks.world.coverage import Coverage, thinned
from benchmarks.world.history import History
from benchmarks.world.incidents import Incidents
from benchmarks.world.newsroom import Newsroom
from benchmarks.world.nouns import World
from benchmarks.world.places import COUNTRIES

START = date(2009, 1, 1)
REPORTS_AN_EVENT = 2.1
"""About how many reports an event gets, used to know how many events are needed."""


def generate(seed: int, reports: int) -> World:
    """The world of a seed with exactly so many reports. The same arguments give the same world, always.

    More reports bring more countries (3 to 12) and more years (3 to 12), so also more groups, splits and namesakes.
    ``ValueError`` if ``reports`` is less than 1.
    """
    if reports < 1:
        raise ValueError("a world needs at least one report")
    rng = Random(seed)
    countries = COUNTRIES[: min(len(COUNTRIES), 3 + reports // 300)]
    months = 12 * min(12, 3 + reports // 1200)
    book, cast = Book(), make_cast(rng, countries, START)
    for state in cast.states.values():
        History(cast, book, state, rng).play(months)
    days = months * 30
    incidents, coverage = Incidents(cast, book, rng, days), Coverage(cast, rng)
    incidents.draw(max(12, int(reports * 0.95 / REPORTS_AN_EVENT) - len(book.changes)))
    coverage.cover(book, START + timedelta(days=days), reports // 8)
    while len(coverage.plan) < reports:
        coverage.plan.clear()
        incidents.draw(reports // 10 + 5)
        coverage.cover(book, START + timedelta(days=days), reports // 8)
    newsroom = Newsroom(cast, book, seed)
    chosen = thinned(coverage.plan, reports, rng)
    written = [newsroom.write(assignment, number) for number, assignment in enumerate(chosen, 1)]
    return World(
        actors=cast.actors(),
        events=tuple(book.events.values()),
        relations=tuple(cast.ledger.relations()),
        reports=tuple(report for report, _ in written),
        truths=tuple(truth for _, truth in written),
    )
