"""PLOVER's country and sector of a party of a fact, where there is no longer a report to ask."""

from dateline.export.actor_codes import SECTOR, alpha3
from dateline.export.actor_countries import known_home
from dateline.knowledge.load import KnownActor
from dateline.knowledge.lookup import known_actors
from dateline.model.fact import Party


def _known(party: Party) -> KnownActor | None:
    return known_actors().by_key.get(party.actor or "")


def sector_of(party: Party) -> str:
    """The sector that the actor file gives, else that of the kind; UNK where neither says it."""
    known = _known(party)
    if known is not None and known.plover:
        return known.plover
    if party.kind == "intergovernmental":
        return "IGO"
    return "" if party.kind == "place" else SECTOR.get(party.kind, "UNK")


def country_code_of(party: Party) -> str | None:
    """ISO 3166-1 alpha-3 (Kosovo KOS), or IGO, NGO or IMG for bodies above states; None when it is not known."""
    home = known_home(_known(party))
    if home.above:
        return home.above
    country = party.country or (home.countries[0] if home.countries else None)
    if country:
        return alpha3(country)
    return "IGO" if party.kind == "intergovernmental" else None


def wikidata_of(party: Party) -> str | None:
    known = _known(party)
    return known.wikidata if known else None
