"""Which mentions mean the same actor: the component ``dateline_coreference``.

Precise rules in order (names, acronyms, appositions and copulas, definite descriptions, pronouns), each leaving its
reason on the mention. What no rule joins stays an entity of its own: a wrong merge costs more than a missed one.
"""

from collections.abc import Sequence

from spacy.language import Language
from spacy.tokens import Doc

from dateline.knowledge.user_actors import actors_for
from dateline.read.coreference.entities import build_entities
from dateline.read.coreference.resolve import Resolver
from dateline.read.extensions import register_extensions

__all__ = ["make_coreference"]


@Language.factory(
    "dateline_coreference",
    requires=["token.dep", "doc._.dateline_mentions"],
    assigns=["doc._.dateline_mentions", "doc._.dateline_entities"],
    default_config={"actors": []},
)
def make_coreference(nlp: Language, name: str, actors: list[str]) -> "Coreference":
    """The component; put it after ``dateline_mentions``, with the same ``actors``, files of a user's own."""
    return Coreference(actors)


class Coreference:
    """Gives every mention its entity and sets ``doc._.dateline_entities``."""

    def __init__(self, actors: Sequence[str] = ()) -> None:
        """Raises DataFileError for a file of actors that cannot be read whole."""
        register_extensions()
        self.actors = actors_for(tuple(actors))

    def __call__(self, doc: Doc) -> Doc:
        resolved = Resolver(doc, self.actors).resolve()
        doc._.dateline_mentions, doc._.dateline_entities = build_entities(doc, resolved)
        return doc
