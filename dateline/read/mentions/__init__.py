"""Who is named or described in a report: the component ``dateline_mentions``.

A mention is a noun phrase whose head is a known actor's name, a proper name that some word or form marks as an
actor's, a common noun of ``actor_words.yaml``, or a pronoun. ``dateline_coreference`` then joins mentions to entities.
"""

from collections.abc import Sequence

from spacy.language import Language
from spacy.tokens import Doc

from dateline.knowledge.user_actors import actors_for
from dateline.read.extensions import register_extensions
from dateline.read.mentions.find import MentionFinder
from dateline.read.mentions.tagged import with_tagged

__all__ = ["MentionFinder", "make_mentions"]


@Language.factory(
    "dateline_mentions",
    requires=["token.dep", "token.tag", "token.lemma", "doc._.dateline_places"],
    assigns=["doc._.dateline_mentions"],
    default_config={"actors": []},
)
def make_mentions(nlp: Language, name: str, actors: list[str]) -> "Mentions":
    """The component; put it after the parser and ``dateline_places``. ``actors``: files of a user's own actors."""
    return Mentions(actors)


class Mentions:
    """Sets ``doc._.dateline_mentions``, each mention still an entity of its own."""

    def __init__(self, actors: Sequence[str] = ()) -> None:
        """Raises DataFileError for a file of actors that cannot be read whole."""
        register_extensions()
        self.finder = MentionFinder(actors_for(tuple(actors)))

    def __call__(self, doc: Doc) -> Doc:
        doc._.dateline_mentions = with_tagged(self.finder.mentions(doc), doc._.dateline_encoder, doc)
        return doc
