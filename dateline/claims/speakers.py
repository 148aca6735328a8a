"""On whose word: the attribution whose content holds a trigger."""

from spacy.tokens import Doc, Token

from dateline.claims.participants import Participants
from dateline.model import ActorRef, Attribution
from dateline.read.attributions import cue_class, innermost

VOUCHING = frozenset({"say", "claim", "report", "deny", "show"})
"""Classes of cues whose source vouches for the words; those of thinking, planning, threatening or ordering do not."""


class Speakers:
    """Finds who vouches for what in one report."""

    def __init__(self, doc: Doc, participants: Participants) -> None:
        self.attributions: tuple[Attribution, ...] = doc._.dateline_attributions
        self.by_id = {attribution.id: attribution for attribution in self.attributions}
        self.participants = participants
        self.text: str = doc.text

    def attribution_of(self, trigger: Token) -> Attribution | None:
        """The innermost attribution whose content holds the trigger and whose source vouches for it."""
        found = innermost(self.attributions, trigger.idx, trigger.idx + len(trigger))
        while found is not None and cue_class(found.verb) not in VOUCHING:
            found = self.by_id.get(found.within) if found.within else None
        return found

    def denies(self, attribution: Attribution) -> bool:
        """Whether the source denies the content."""
        return cue_class(attribution.verb) == "deny"

    def speaker(self, trigger: Token, attribution: Attribution | None) -> tuple[ActorRef | None, Attribution | None]:
        """Who vouches for a trigger; None for the report's own voice."""
        if attribution is None or attribution.speaker is None:
            return None, attribution
        entity = self.participants.entities.get(attribution.speaker_entity or "")
        name = entity.name if entity else attribution.speaker
        span = attribution.source[0] if attribution.source else None
        words = self.text[span[0] : span[1]] if span else attribution.speaker
        return ActorRef(name=name, entity=attribution.speaker_entity, words=words, span=span), attribution
