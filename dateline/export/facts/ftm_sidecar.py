"""What a statement of FollowTheMoney has no place for: the words that state it, who says so, who reviewed it."""

from collections.abc import Iterator, Sequence
from typing import Any

from dateline.export.facts.evidence import claims_of
from dateline.export.facts.ftm_draft import Draft
from dateline.model.portion import Portion


def sidecar(portion: Portion, draft: Draft, statement_ids: Sequence[str]) -> Iterator[dict[str, Any]]:
    """A line for each statement of an entity that tells of a fact, with the claims that the fact rests on.

    ``reviewer`` is null: a portion tells that a person accepted or corrected, and not who.
    """
    if draft.fact is None:
        return
    fact = draft.fact
    claims = [
        {
            "claim": evidence.claim,
            "report": evidence.report,
            "stance": evidence.stance,
            "start": said.record["evidence"][0],
            "end": said.record["evidence"][1],
            "quote": said.record["quote"],
            "speaker": said.record["said_by"],
            "polarity": said.record["polarity"],
            "modality": said.record["modality"],
            "reader": said.reader,
            "corrected": list(said.corrected),
        }
        for evidence, said in claims_of(portion, fact)
    ]
    for identifier in statement_ids:
        yield {
            "statement": identifier,
            "entity": draft.id,
            "fact": fact.id,
            "status": fact.status,
            "modality": fact.modality,
            "reviewer": None,
            "claims": claims,
        }
