"""The spaCy component: what the encoder says of pairs of mentions, in ``doc._.dateline_relations``."""

from typing import Final

from spacy.language import Language
from spacy.tokens import Doc

from dateline.encoder.relations import relations
from dateline.model import RelationKind, SeenRelation
from dateline.read.extensions import register_extensions

KINDS: Final[dict[str, RelationKind]] = {
    "BelongsTo": "member_of",
    "InChargeOf": "leads",
    "FightingAgainst": "opposes",
    "AlliesOf": "allied_with",
    "IsSynonymOf": "alias_of",
}
"""The head's labels (those of re3d) in Dateline's words; others are of no use here."""


@Language.factory(
    "dateline_relations",
    requires=["doc._.dateline_encoder", "doc._.dateline_mentions"],
    assigns=["doc._.dateline_relations"],
)
def make_relations(nlp: Language, name: str) -> "RelationComponent":
    """A component that asks the encoder about pairs of mentions. Put it after ``dateline_mentions``."""
    return RelationComponent()


class RelationComponent:
    """Sets ``doc._.dateline_relations``; without an encoder that knows relations there are none."""

    def __init__(self) -> None:
        register_extensions()

    def __call__(self, doc: Doc) -> Doc:
        scores = doc._.dateline_encoder
        if scores is None or "relation" not in scores.heads:
            return doc
        mentions = doc._.dateline_mentions
        found = relations(scores, [(m.start, m.end) for m in mentions], scores.settings.get("relation", {}))
        doc._.dateline_relations = tuple(
            SeenRelation(
                kind=KINDS[item.label],
                subject=mentions[item.first].id,
                object=mentions[item.second].id,
                score=round(item.score, 3),
            )
            for item in found
            if item.label in KINDS
        )
        return doc
