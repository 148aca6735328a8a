"""The spaCy component: from the encoder's role tags, mentions and claims to ``doc._.dateline_incidents``."""

from collections.abc import Sequence
from typing import Final, get_args

from spacy.language import Language
from spacy.tokens import Doc

from dateline.encoder import incidents as tagged
from dateline.encoder.fillers import Filler as TaggedFiller
from dateline.model import Claim, DateSpan, Filler, FillerRole, Incident, IncidentKind, PlaceRef, Span
from dateline.read.doc_text import text_of
from dateline.read.extensions import register_extensions

ROLES: Final[dict[str, FillerRole]] = {
    "PerpInd": "perpetrator",
    "PerpOrg": "perpetrator_organisation",
    "Target": "target",
    "Victim": "victim",
    "Weapon": "weapon",
}
"""The head's labels in Dateline's words."""
KINDS: Final[dict[str, IncidentKind]] = {kind: kind for kind in get_args(IncidentKind)}


@Language.factory(
    "dateline_incidents",
    requires=["doc._.dateline_encoder", "doc._.dateline_mentions", "doc._.dateline_claims"],
    assigns=["doc._.dateline_incidents"],
)
def make_incidents(nlp: Language, name: str) -> "IncidentComponent":
    """A component that puts incidents together. Put it last; without an encoder it finds none."""
    return IncidentComponent()


class IncidentComponent:
    """Sets ``doc._.dateline_incidents``. Role fillers are the encoder's; who they are, when and where the rules say."""

    def __init__(self) -> None:
        register_extensions()

    def __call__(self, doc: Doc) -> Doc:
        scores = doc._.dateline_encoder
        if scores is None or "roles" not in scores.heads:
            return doc
        thresholds = tagged.IncidentThresholds.of(scores.settings.get("incidents", {}))
        text = text_of(doc)
        found = tagged.incidents(scores, text, thresholds)
        doc._.dateline_incidents = tuple(
            incident(f"i{number}", item, text, doc) for number, item in enumerate(found, start=1)
        )
        return doc


def incident(identifier: str, item: tagged.Incident, text: str, doc: Doc) -> Incident:
    """An incident of the encoder in the model's words, with day and place from the sentences of its fillers."""
    sentences = _sentences_by_weight(item, doc)
    return Incident(
        id=identifier,
        kind=KINDS[item.kind],
        score=round(item.score, 3),
        fillers=tuple(_filler(filler, text, doc) for filler in item.fillers),
        when=_when(sentences, doc),
        place=_place(sentences, doc),
        reason=_reason(item),
    )


def _filler(item: TaggedFiller, text: str, doc: Doc) -> Filler:
    span = item.spans[0]
    heads = {mention.head: mention for mention in doc._.dateline_mentions if mention.form != "pronoun"}
    inside = [mention for head, mention in heads.items() if span.start <= head < span.end]
    return Filler(
        role=ROLES[item.role],
        start=span.start,
        end=span.end,
        text=text[span.start : span.end],
        entity=(inside[-1].entity or None) if inside else None,
        score=round(item.score, 3),
    )


def _sentences_by_weight(item: tagged.Incident, doc: Doc) -> list[Span]:
    """The sentences in which fillers stand, first those that hold the most probability."""
    places = [(span.start, span.score) for filler in item.fillers for span in filler.spans]
    weighed = [
        (sum(score for start, score in places if sentence.start_char <= start < sentence.end_char), sentence)
        for sentence in doc.sents
    ]
    held = [(weight, (sentence.start_char, sentence.end_char)) for weight, sentence in weighed if weight > 0]
    return [span for _, span in sorted(held, key=lambda pair: (-pair[0], pair[1]))]


def _when(sentences: Sequence[Span], doc: Doc) -> DateSpan | None:
    """The day of a claim of violence made there, else a day that is named there."""
    for start, end in sentences:
        claimed = [claim.when for claim in _violent(doc, start, end) if claim.when]
        named = [date.span for date in doc._.dateline_dates if start <= date.start < end and date.span]
        if claimed or named:
            return (claimed or named)[0]
    return None


def _place(sentences: Sequence[Span], doc: Doc) -> PlaceRef | None:
    """The place of a claim of violence made there."""
    for start, end in sentences:
        for claim in _violent(doc, start, end):
            if claim.place:
                return claim.place
    return None


def _violent(doc: Doc, start: int, end: int) -> list[Claim]:
    return [c for c in doc._.dateline_claims if c.type in ("ASSAULT", "COERCE") and start <= c.evidence.span[0] < end]


def _reason(item: tagged.Incident) -> str:
    sure = f"the encoder gives this kind a probability of {item.score:.2f}"
    if not item.fillers:
        return f"{sure}, and names nobody"
    return f"{sure}; its fillers stand in {len({span.start for f in item.fillers for span in f.spans})} places"
