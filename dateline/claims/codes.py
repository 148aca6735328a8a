"""The codes of other codebooks for the event claims of a reading."""

from collections.abc import Mapping
from dataclasses import replace

from dateline.model import ActorRef, Claim, Reading
from dateline.model.code import Code
from dateline.ontology.codes import NOBODY, CodedEvent, codes_of, is_known, unknown_type
from dateline.ontology.plover_rules import plover_type


def with_codes(reading: Reading) -> Reading:
    """The reading, its event claims with ``codes``. Relations have none."""
    kinds: dict[str, str] = {place.name: "government" for place in reading.places if place.precision == "country"}
    kinds.update((entity.id, entity.kind) for entity in reading.entities)
    coded = [
        tuple(replace(claim, codes=_codes(claim, kinds)) for claim in claims)
        for claims in (reading.claims, reading.doubted)
    ]
    return replace(reading, claims=coded[0], doubted=coded[1])


def _codes(claim: Claim, kinds: Mapping[str, str]) -> tuple[Code, ...]:
    if not claim.type.isupper():
        return ()
    if not is_known(claim.type):
        return unknown_type(claim.type)
    return codes_of(
        CodedEvent(
            type=claim.type,
            mode=claim.mode,
            plover_type=plover_type(claim.type, claim.mode, claim.polarity, claim.modality, claim.governed_by),
            subject=_name(claim.subject),
            subject_kind=_kind(claim.subject, kinds),
            object=_name(claim.object),
            object_kind=_kind(claim.object, kinds),
            polarity=claim.polarity,
            modality=claim.modality,
            weapon=claim.weapon,
            counts_dead=claim.counts.killed is not None and claim.counts.killed.best > 0,
            cameo=next((code for code in claim.codes if code.scheme == "CAMEO"), None),
        )
    )


def _name(actor: ActorRef | None) -> str:
    return actor.name if actor else "nobody named"


def _kind(actor: ActorRef | None, kinds: Mapping[str, str]) -> str:
    """The kind of an entity, or of the state whose adjective told of it ("a Russian airstrike")."""
    return kinds.get(actor.entity or actor.name, "other") if actor else NOBODY
