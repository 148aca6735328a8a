"""A claim before it gets its id, and the claim that becomes of it: id, role and reason."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace

from dateline.claims.confidence import confidence, encoder_says, with_confidence
from dateline.claims.learned.seen import LEARNED, Seen
from dateline.claims.match import Match, own_words
from dateline.claims.participants import Participant
from dateline.claims.places import place_ref
from dateline.claims.scope import Scope
from dateline.claims.weapons import Weapon
from dateline.claims.words import Words
from dateline.encoder.scores import EncoderScores
from dateline.model import ActorRef, Attribution, Claim, Code, Counts, DateSpan, Passage, PlaceMention, Speech
from dateline.ontology.load import Pattern

HARM = frozenset({"ASSAULT", "COERCE"})
"""Types of what is done to somebody by force."""
FORMERLY = frozenset({"formerly", "previously", "once", "originally"})
"""What says of a relation that it was so before: "formerly based in Gao"."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A claim before it gets its id, with the tokens that made it."""

    match: Match
    subject: Participant | None
    object: Participant | None
    place: PlaceMention | None
    when: DateSpan | None
    scope: Scope
    speaker: ActorRef | None
    attribution: Attribution | None
    evidence: Passage
    counts: Counts
    role: str | None
    weapon: Weapon | None = None
    seen: Seen | None = None
    """What the network for claims makes of it; None where none is installed."""

    @property
    def mode(self) -> str | None:
        """The mode that the words state, else the one that the weapon suggests."""
        return self.match.pattern.mode or (self.weapon.mode if self.weapon and self.type == "ASSAULT" else None)

    @property
    def type(self) -> str:
        return self.match.pattern.type


def told_and_doubted(doc: Words, drafts: Iterable[Draft]) -> tuple[tuple[Claim, ...], tuple[Claim, ...]]:
    """Claims with their ids, in order of evidence: those that are told, and those that words state and the network for
    claims makes unlikely. What only the network sees, and is not sure of, is neither.
    """
    report = doc._.dateline_report
    base = report.id if report else hashlib.sha256(doc.text.encode()).hexdigest()[:16]
    seen: dict[str, int] = {}
    claims = []
    for draft in sorted(drafts, key=lambda d: (d.evidence.start, d.match.trigger.i)):
        key = _identity(base, draft)
        seen[key] = seen.get(key, 0) + 1
        if seen[key] == 1:
            claims.append((_claim(key, draft, doc._.dateline_encoder), draft))
    told = tuple(claim for claim, draft in claims if _is_kept(claim, draft))
    stated = (claim for claim, draft in claims if draft.match.pattern.origin != LEARNED)
    return told, tuple(claim for claim in stated if claim not in told)


def _is_kept(claim: Claim, draft: Draft) -> bool:
    """Whether a claim is likely enough to be told at all; a user's own words and those of a dictionary always are."""
    return draft.seen is None or is_theirs(draft) or claim.confidence >= draft.seen.kept_from


def is_theirs(draft: Draft) -> bool:
    """Whether words of a user's own or of a dictionary state a claim."""
    return draft.match.pattern.origin not in ("", LEARNED)


def role_of(match: Match) -> str | None:
    """The words of the office that a claim gives somebody; "former" before them where it was over by then."""
    if match.pattern.former:
        office = next((word.text for word in own_words(match) if word.pos_ == "NOUN"), "holder")
        return f"former {office}"
    if match.pattern.pos in ("verb", "noun") and match.pattern.type.islower():
        trigger = match.trigger
        beside = (*trigger.children, *trigger.doc[max(trigger.i - 1, trigger.sent.start) : trigger.i])
        return "former" if any(word.lower_ in FORMERLY for word in beside) else None
    if match.pattern.pos != "role" or match.holder is None:
        return None
    words = [t.text for t in match.trigger.lefts if t.dep_ in ("amod", "compound") and t.text[:1].islower()]
    former = ["former"] if match.holder.former and "former" not in words else []
    return " ".join([*former, *words, match.trigger.text])


def _identity(base: str, draft: Draft) -> str:
    parts = (
        *(
            base,
            draft.type,
            draft.match.pattern.mode,
            draft.subject and draft.subject.name,
            draft.object and draft.object.name,
        ),
        *(
            draft.place and draft.place.name,
            draft.scope.polarity,
            draft.scope.modality,
            draft.speaker and draft.speaker.name,
            draft.match.trigger.idx,
        ),
    )
    return "c" + hashlib.sha256("\x1f".join(map(str, parts)).encode()).hexdigest()[:12]


def _claim(identifier: str, draft: Draft, scores: EncoderScores | None) -> Claim:
    claim = _without_confidence(identifier, draft)
    if says := draft.seen.words if draft.seen else encoder_says(scores, draft.type, draft.evidence):
        claim = replace(claim, reason=f"{claim.reason} {says}")
    value = confidence(claim, draft.match.pattern.pos, draft.match.pattern.confidence)
    return replace(claim, confidence=value, reason=with_confidence(claim.reason, value))


def _without_confidence(identifier: str, draft: Draft) -> Claim:
    return Claim(
        id=identifier,
        type=draft.type,
        mode=draft.mode,
        subject=draft.subject.ref if draft.subject else None,
        object=draft.object.ref if draft.object else None,
        place=place_ref(draft.place) if draft.place else None,
        when=draft.when,
        polarity=draft.scope.polarity,
        modality=draft.scope.modality,
        said_by=draft.speaker,
        speech=_speech(draft),
        attribution=draft.attribution.id if draft.attribution and draft.speaker else None,
        role=draft.role,
        weapon=draft.weapon.words if draft.weapon else None,
        evidence=draft.evidence,
        counts=draft.counts,
        governed_by=draft.scope.words,
        codes=_dictionary_code(draft.match.pattern),
        confidence=0.0,
        reason=_reason(draft),
    )


def _speech(draft: Draft) -> Speech | None:
    """How the speaker's words are told; "police put the dead at nine" tells them indirectly, without a saying."""
    if draft.speaker is None:
        return None
    return draft.attribution.speech if draft.attribution else "indirect"


def _dictionary_code(pattern: Pattern) -> tuple[Code, ...]:
    """The CAMEO code of a pattern that a dictionary brought."""
    if pattern.cameo is None:
        return ()
    return (Code(scheme="CAMEO", code=pattern.cameo, detail=None, reason=f"the code in {pattern.origin}"),)


def _reason(draft: Draft) -> str:
    pattern = draft.match.pattern
    mode = f" ({pattern.mode})" if pattern.mode else ""
    sentence = f"The {pattern.pos} '{draft.match.trigger.text}' states {pattern.type}{mode}"
    if draft.match.holder:
        sentence += f", held by way of {draft.match.holder.how}"
    if draft.scope.words:
        sentence += f"; {draft.scope.polarity} and {draft.scope.modality} because of '{', '.join(draft.scope.words)}'"
    if pattern.origin:
        sentence += f"; so says {pattern.origin}"
    return sentence + "."
