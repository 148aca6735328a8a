"""For whom a spokesman says "we": the body that he speaks for or leads, as the report says."""

from collections.abc import Callable, Iterator, Mapping

from dateline.claims.words import Word, Words
from dateline.model import Entity, EntityKind, Mention
from dateline.read.mentions.lexicon import actor_lexicon

WE = frozenset({"we", "us", "our", "ourselves"})
SPEAKING = frozenset({"speakers", "leaders", "commanders", "rulers"})
"""Lists of nouns for those who speak for a body as for themselves."""
BODIES: frozenset[EntityKind] = frozenset({"armed_group", "military", "police", "organisation"})


def spoken_for(
    doc: Words, entity: Entity, by_id: Mapping[str, Mention], at: Callable[[Word], str | None]
) -> str | None:
    """The id of the one body that a speaker speaks for; None without one, or with several.

    ``at``: the id of the entity that a head token names, if any.
    """
    if entity.kind != "person":
        return None
    offices = [by_id[one].head for one in entity.mentions if one in by_id and by_id[one].form == "description"]
    spans = (doc.char_span(head, head + 1, alignment_mode="expand") for head in offices)
    found = {body for span in spans if span for owner in _owners(span[0]) if (body := at(owner)) is not None}
    return found.pop() if len(found) == 1 else None


def _owners(office: Word) -> Iterator[Word]:
    """Whose office it is: "spokesman of the Front", "the Front's spokesman", "an army spokesman"."""
    word = actor_lexicon().heads.get(office.lower_)
    if word is None or word.group not in SPEAKING:
        return
    for child in office.children:
        if child.dep_ in ("poss", "compound", "nmod"):
            yield child
        elif child.dep_ == "prep" and child.lower_ in ("of", "for"):
            yield from (below for below in child.children if below.dep_ == "pobj")
