"""What a fact or a claim rests on, in JSON: what ``dateline why --json`` prints and the workbench answers."""

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from dateline.model.decision import Decision
from dateline.model.fact import Event, Fact
from dateline.model.fact_record import fact_record
from dateline.record.grounds import Ground, decisions_about, ground_of_claim, grounds
from dateline.record.record import Record

Json = dict[str, Any]


def why_fact(record: Record, fact: Fact) -> Json:
    """The fact, its claims with their reports, the reasons of its actors, the decisions."""
    parties = (*fact.actors, *fact.recipients) if isinstance(fact, Event) else (fact.subject, fact.object)
    reasons = {
        actor: [{"reason": reason, "times": times} for reason, times in record.reasons(actor)]
        for actor in dict.fromkeys(party.actor for party in parties if party.actor)
    }
    decided = decisions_about(record, fact, [one.claim for one in fact.evidence])
    return {
        "fact": fact_record(fact),
        "claims": [claim_record(ground) for ground in grounds(record, fact)],
        "merged_because": reasons,
        "decisions": decision_records(decided),
    }


def why_claim(record: Record, identifier: str) -> Json:
    """A claim, its report, the facts that it is evidence of, the decisions. Raises BadArgument for no such claim."""
    found = claim_record(ground_of_claim(record, identifier))
    facts = [_told(fact, identifier) for fact in record.facts_of_claim(identifier)]
    decided = decision_records(decisions_about(record, None, [identifier]))
    return {**found, "facts": facts, "decisions": decided}


def claim_record(ground: Ground) -> Json:
    """A claim in JSON, with what it is to the fact, its sentence, its attributions and its report without the text."""
    card = {name: value for name, value in asdict(ground.card).items() if name != "text"}
    card["published"] = ground.card.published.isoformat() if ground.card.published else None
    start, end = ground.sentence
    return {
        "claim": ground.said.record,
        "stance": ground.evidence.stance if ground.evidence else None,
        "source": ground.evidence.source if ground.evidence else None,
        "sentence": ground.card.text[start:end],
        "attributions": list(ground.attributions),
        "corrected": list(ground.said.corrected),
        "reader": ground.said.reader,
        "report": card,
        "copy": asdict(ground.copy) if ground.copy else None,
    }


def decision_records(decided: Iterable[tuple[Decision, bool]]) -> list[Json]:
    """Decisions, each with whether it ``stands``."""
    return [{**asdict(one), "at": one.at.isoformat(), "stands": stands} for one, stands in decided]


def _told(fact: Fact, claim: str) -> Json:
    evidence = next(one for one in fact.evidence if one.claim == claim)
    return {"id": fact.id, "type": fact.type, "stance": evidence.stance, "source": evidence.source}
