"""On whose word: the attribution whose content holds a trigger, or the one who puts a number to the dead."""

from collections.abc import Collection

from dateline.claims.arguments import verb_arguments
from dateline.claims.participants import Participants
from dateline.claims.words import Word, Words
from dateline.model import ActorRef, Attribution
from dateline.read.attributions import UNRULED, cue_class, innermost

VOUCHING = frozenset({"say", "claim", "report", "deny", "show"})
"""Classes of cues whose source vouches for the words; those of planning, threatening or ordering do not."""
HOLDING = frozenset(
    "accuse blame allege charge suspect fault believe think fear assume presume reckon guess suppose speculate "
    "conjecture surmise infer deduce understand imagine judge".split()
)
"""Verbs whose source stands for what they govern, but not for all that is told beside: who accuses the army of burning
a village says so; who blames it for its silence on a massacre does not.
"""
CHARGING = frozenset({"hold", "attribute", "ascribe", "impute", "pin"})
"""Verbs of laying a deed to somebody, which are no words of saying."""
TALLYING = frozenset("put give count estimate revise raise lower list register tally record document".split())
"""Verbs of giving a number: whoever puts the dead at nine vouches for them."""
TALLIES = frozenset("number toll count figure total dead body corpse victim casualty killed death wounded".split())


class Speakers:
    """Finds who vouches for what in one report."""

    def __init__(self, doc: Words, participants: Participants) -> None:
        known: tuple[Attribution, ...] = doc._.dateline_attributions
        self.attributions = [item for item in known if not item.reason.endswith(UNRULED)]
        """Those that a rule proposes: nobody vouches for a claim on a guess that has no reason."""
        self.by_id = {attribution.id: attribution for attribution in self.attributions}
        self.participants = participants
        self.text: str = doc.text

    def attribution_of(self, trigger: Word, ruled_by: Collection[str] = ()) -> Attribution | None:
        """The innermost attribution whose content holds the trigger and whose source vouches for it.

        ``ruled_by``: the words that set polarity and modality of the trigger. A cue without a source gives way to the
        one around it: "the army denied reports that…".
        """
        found = innermost(self.attributions, trigger.idx, trigger.idx + len(trigger))
        if found is not None and cue_class(found.verb) == "deny" and _stands_against(trigger):
            return None
        nameless: Attribution | None = None
        while found is not None:
            if cue_class(found.verb) in VOUCHING or (found.verb in HOLDING and found.verb in ruled_by):
                if found.speaker is not None:
                    return found
                nameless = nameless or found
            found = self.by_id.get(found.within) if found.within else None
        return nameless

    def denies(self, attribution: Attribution) -> bool:
        """Whether the source denies the content."""
        return cue_class(attribution.verb) == "deny"

    def speaker(self, trigger: Word, attribution: Attribution | None) -> tuple[ActorRef | None, Attribution | None]:
        """Who vouches for a trigger; None for the report's own voice."""
        if attribution is None or attribution.speaker is None:
            return self._tallier(trigger) or self._charger(trigger), attribution
        entity = self.participants.entities.get(attribution.speaker_entity or "")
        name = entity.name if entity else attribution.speaker
        span = attribution.source[0] if attribution.source else None
        words = self.text[span[0] : span[1]] if span else attribution.speaker
        return ActorRef(name=name, entity=attribution.speaker_entity, words=words, span=span), attribution

    def _charger(self, trigger: Word) -> ActorRef | None:
        """Who lays a deed to somebody: "diplomats hold the rebels responsible for the killing", "analysts attribute the
        bombing to the rebels"; None when nobody does.
        """
        for verb in trigger.ancestors if trigger.pos_ != "VERB" else ():
            if verb.pos_ != "VERB":
                continue
            if verb.lemma not in CHARGING or (verb.lemma == "hold" and not _holds_responsible(verb)):
                return None
            arguments = verb_arguments(verb)
            named = [p for head in arguments.subj for p in self.participants.of(head, None) if p.kinds]
            return named[0].ref if named and trigger not in arguments.subj else None
        return None

    def _tallier(self, trigger: Word) -> ActorRef | None:
        """Who puts a number to the dead: "a doctor gave the number of dead as 30"; None when nobody does."""
        for verb in (trigger, *trigger.ancestors):
            if verb.pos_ != "VERB":
                continue
            if verb.lemma not in TALLYING:
                return None
            arguments = verb_arguments(verb)
            counted = any(token.lemma in TALLIES for head in arguments.obj for token in head.subtree)
            named = [p for head in arguments.subj for p in self.participants.of(head, None) if p.kinds]
            return named[0].ref if counted and named and not arguments.passive else None
        return None


def _holds_responsible(verb: Word) -> bool:
    return any(word.lower_ in ("responsible", "accountable", "liable") for word in verb.subtree)


def _stands_against(trigger: Word) -> bool:
    """Whether a clause is set against what is denied: "denied beating him, although two officers were arrested"."""
    clause = next((word for word in (trigger, *trigger.ancestors) if word.dep_ == "advcl"), None)
    if clause is None:
        return False
    marks = {child.lower_ for child in clause.children if child.dep_ == "mark"}
    return not marks.isdisjoint(("although", "though", "while", "whereas")) and clause.i > clause.head.i
