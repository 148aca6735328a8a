"""What events and relations are made from: the parties and sources of the claims of some reports."""

from collections.abc import Mapping

from dateline.facts.desk import Desk, Page
from dateline.facts.told import Telling


def telling_of(desk: Desk, pages: Mapping[str, Page]) -> Telling:
    """Everything that ``Told`` needs for the claims of some pages."""
    ids = pages.keys()
    copies = desk.copies(ids)
    return Telling(
        reports={report: page.report for report, page in pages.items()},
        outlets=desk.outlets(ids),
        superseded=frozenset(report for report, copy in copies.items() if copy.superseded_by is not None),
        actors=desk.actors(frozenset(ids)),
        entities={entity.key: entity for page in pages.values() for entity in page.entities.values()},
    )
