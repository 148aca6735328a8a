"""The first step of an update: which reports are copies of which."""

from dateline.facts.copies import are_copies, clusters, signature
from dateline.facts.decided import pairs_of
from dateline.facts.desk import Desk
from dateline.facts.shelf import Ids
from dateline.facts.signatures import Copy, Signature
from dateline.facts.standing import Standing

Pair = tuple[str, str]


def bring_copies(desk: Desk, dirty: Ids) -> Ids:
    """Find the copies of ``dirty`` reports anew; returns all reports whose standing among copies may have changed."""
    shelf = desk.shelf
    fresh = {one.report: signature(one.report, one.text, one.agency) for one in shelf.texts(dirty)}
    touched = None if dirty is None else _touched(desk, dirty, fresh)
    signatures = fresh if touched is None else {**shelf.signatures(frozenset(touched)), **fresh}
    reports = shelf.reports(None if touched is None else frozenset(touched))
    marked, apart = _marked(desk.standing)
    found: dict[str, Copy] = clusters(signatures, reports, same=marked, apart=apart)
    shelf.put_copies(fresh.values(), found.values())
    return None if touched is None else frozenset(touched)


def _marked(standing: Standing) -> tuple[list[Pair], list[Pair]]:
    """Pairs of reports that people call copies, and that they call none; of two decisions on one pair the last
    counts.
    """
    said: dict[frozenset[str], tuple[str, Pair]] = {}
    for one in standing.about("report", "duplicate", "split"):
        said.update({frozenset(pair): (one.kind, pair) for pair in pairs_of([one])})
    same = [pair for kind, pair in said.values() if kind == "duplicate"]
    return same, [pair for kind, pair in said.values() if kind == "split"]


def _touched(desk: Desk, dirty: frozenset[str], fresh: dict[str, Signature]) -> set[str]:
    """The reports of every cluster that the dirty ones were in, are in now, or are marked to be in."""
    shelf = desk.shelf
    bands = {band for one in fresh.values() for band in one.bands()}
    near = shelf.signatures(frozenset(shelf.reports_with_bands(bands) - dirty))
    alike = {one.report for one in near.values() if any(are_copies(one, mine) for mine in fresh.values())}
    pairs = [*pairs_of(desk.standing.about("report"))]
    marked = {one for pair in pairs if set(pair) & dirty for one in pair}
    around = {*dirty, *alike, *marked}
    old = shelf.copies(frozenset(around))
    return around | shelf.reports_in_clusters({copy.cluster for copy in old.values()})
