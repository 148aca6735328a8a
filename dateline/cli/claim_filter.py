"""What the options of ``dateline claims`` and ``dateline export`` ask the store for."""

from typing import TYPE_CHECKING

from dateline.cli.options import first_day, last_day

if TYPE_CHECKING:
    from dateline.store import ClaimFilter


def claim_filter(
    *,
    actor: str | None,
    claim_type: str | None,
    place: str | None,
    date_from: str | None,
    date_to: str | None,
    speaker: str | None,
    report: str | None,
    superseded: bool,
) -> "ClaimFilter":
    """The filter that the options mean. Raises BadArgument for a malformed day."""
    from dateline.store import ClaimFilter

    return ClaimFilter(
        actor=actor,
        type=claim_type,
        place=place,
        countries=country_codes(place) if place else frozenset(),
        date_from=first_day(date_from),
        date_to=last_day(date_to),
        speaker=speaker,
        report=report,
        include_superseded=superseded,
    )


def country_codes(name: str) -> frozenset[str]:
    """The codes of the countries of that name, in any of the names that the gazetteer knows."""
    from dateline.gazetteer import load_gazetteer
    from dateline.gazetteer.entry import COUNTRY

    entries = (match.entry for match in load_gazetteer().find(name))
    return frozenset(entry.country for entry in entries if entry.kind == COUNTRY and entry.country)
