"""Which drafts become claims where several tell of one thing."""

from collections.abc import Iterable

from dateline.claims.assemble import Draft
from dateline.ontology.load import Ontology

ABSORBED_LINKS = frozenset({"xcomp", "ccomp", "prep", "pobj", "pcomp", "dobj", "acl", "conj"})


def select(drafts: Iterable[Draft], ontology: Ontology) -> list[Draft]:
    """Drop events that stand in the complement of an event that absorbs them: "threatened to attack" is one THREATEN."""
    kept = list(drafts)
    absorbing = {d.match.trigger.i for d in kept if ontology.types[d.type].absorbs}
    return [d for d in kept if ontology.types[d.type].kind == "relation" or not _is_absorbed(d, absorbing)]


def _is_absorbed(draft: Draft, absorbing: set[int]) -> bool:
    token = draft.match.trigger
    while token.dep_ in ABSORBED_LINKS and token.head != token:
        token = token.head
        if token.i in absorbing:
            return True
    return False
