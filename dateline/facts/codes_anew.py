"""What other codebooks call a claim that a person corrected or added: the codes of before belong to what it said
before.
"""

from collections.abc import Mapping

from dateline.facts.inputs import ClaimIn, EntityIn, PartyIn
from dateline.model.code import Code
from dateline.ontology.codes import NOBODY, CodedEvent, codes_of, is_known, unknown_type
from dateline.ontology.plover_rules import plover_type

CODED = frozenset({"type", "mode", "subject", "object", "polarity", "modality", "weapon", "counts"})
"""Fields of a claim that its codes depend on."""


def codes_anew(claim: ClaimIn, entities: Mapping[str, EntityIn]) -> tuple[Code, ...]:
    """The codes of an event as it is now; of a relation none. ``entities``: those of its report, by id."""
    if not claim.type.isupper():
        return ()
    if not is_known(claim.type):
        return unknown_type(claim.type)
    killed = dict(claim.counts).get("killed")
    return codes_of(
        CodedEvent(
            type=claim.type,
            mode=claim.mode,
            plover_type=plover_type(claim.type, claim.mode, claim.polarity, claim.modality),
            subject=_name(claim.subject),
            subject_kind=_kind(claim.subject, entities),
            object=_name(claim.object),
            object_kind=_kind(claim.object, entities),
            polarity=claim.polarity,
            modality=claim.modality,
            weapon=claim.weapon,
            counts_dead=killed is not None and killed.best > 0,
        )
    )


def _name(party: PartyIn | None) -> str:
    return party.name if party else "nobody named"


def _kind(party: PartyIn | None, entities: Mapping[str, EntityIn]) -> str:
    if party is None:
        return NOBODY
    entity = entities.get(party.entity or "")
    return entity.kind if entity else "other"
