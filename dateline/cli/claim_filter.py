"""What the options of ``dateline claims`` and ``dateline export`` ask the store for."""

from typing import TYPE_CHECKING

from dateline.errors import BadArgument
from dateline.model.days import first_day, last_day

if TYPE_CHECKING:
    from dateline.store import ClaimFilter, View


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
    from dateline.record.places import country_codes
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


def refuse_absent(wanted: "ClaimFilter", view: "View") -> None:
    """Raises BadArgument for a report that is not in the store, and for a type or mode that neither Dateline nor the
    store knows: a typo should not look like an answer.
    """
    from dateline.store import ClaimFilter, ReportFilter

    if wanted.report is not None and next(iter(view.reports(ReportFilter(report=wanted.report))), None) is None:
        raise BadArgument(
            f"there is no report {wanted.report!r} in the store: `dateline reports` lists those there are"
        )
    if wanted.type is not None:
        of_type = ClaimFilter(type=wanted.type, include_superseded=True)
        if next(iter(view.claims(of_type)), None) is None:  # a type of the user's own may be in the store
            refuse_unknown_type(wanted.type)


def refuse_unknown_type(claim_type: str) -> None:
    """Raises BadArgument for a type or mode that the shipped ontology does not hold."""
    from dateline.ontology.load import load_ontology

    types = {name.casefold(): claim_type for name, claim_type in load_ontology().types.items()}
    name, slash, mode = claim_type.casefold().partition("/")
    if name not in types:
        raise BadArgument(
            f"there is no claim type {claim_type!r}: the types are {', '.join(sorted(load_ontology().types))}"
        )
    modes = types[name].modes
    if slash and mode not in modes:
        known = f"its modes are {', '.join(modes)}" if modes else "it has no modes"
        raise BadArgument(f"{types[name].name} has no mode {mode!r}: {known}")
