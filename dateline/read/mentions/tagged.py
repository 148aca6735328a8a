"""Mentions that the encoder sees and the rules do not."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from spacy.tokens import Doc, Token

from dateline.encoder.scores import EncoderScores
from dateline.encoder.spans import ScoredSpan, tagged_spans
from dateline.model import EntityKind, Mention, MentionForm
from dateline.read.doc_text import text_of

KINDS: Final[dict[str, EntityKind]] = {
    "person": "person",
    "armed_group": "armed_group",
    "military": "military",
    "police": "police",
    "government": "government",
    "intergovernmental": "intergovernmental",
    "civilians": "civilians",
    "media": "media",
    "organisation": "organisation",
    "weapon": "weapon",
}
"""The labels of the encoder's head ``kinds`` that are mentions in Dateline; places and vehicles are found elsewhere."""
SURE: Final = 0.99
"""Probability from which a label counts where the encoder's settings name no other."""


def with_tagged(mentions: Sequence[Mention], scores: EncoderScores | None, doc: Doc) -> tuple[Mention, ...]:
    """The mentions of the rules and those that the encoder adds, numbered anew in order of start.

    A mention is added where none of its words is another's or a place's.
    """
    if scores is None or "kinds" not in scores.heads:
        return tuple(mentions)
    bars = {label: scores.settings.get("kinds_added", {}).get(label, SURE) for label in KINDS}
    spans = tagged_spans(scores, "kinds", dict.fromkeys(scores.heads["kinds"].labels, SURE) | bars, text_of(doc))
    taken = [(mention.start, mention.end) for mention in mentions]
    taken += [(place.start, place.end) for place in doc._.dateline_places]
    added = []
    for span in sorted(spans, key=lambda span: -span.score):
        sure = span.label in KINDS and span.score >= bars[span.label]
        mention = _mention(span, doc) if sure else None
        if mention is None or any(mention.start < end and start < mention.end for start, end in taken):
            continue
        added.append(mention)
        taken.append((mention.start, mention.end))
        if mention.form == "name":
            doc._.dateline_bare_names[mention.head] = (mention.start, mention.end)
    return _numbered([*mentions, *added]) if added else tuple(mentions)


def _mention(span: ScoredSpan, doc: Doc) -> Mention | None:
    """Of the tokens that share a letter with the span; None if they stand in two sentences or their head is no noun."""
    words = doc.char_span(span.start, span.end, alignment_mode="expand")
    if words is None or not len(words) or any(token.is_sent_start for token in words[1:]):
        return None
    head: Token = words.root
    if head.pos_ not in ("PROPN", "NOUN", "PRON") and head.tag_ not in ("NNP", "NNPS", "NN", "NNS"):
        return None
    form: MentionForm = "name" if head.tag_ in ("NNP", "NNPS") else "description"
    return Mention(
        id="",
        start=words.start_char,
        end=words.end_char,
        text=words.text,
        head=head.idx,
        kind=KINDS[span.label],
        form="pronoun" if head.tag_ in ("PRP", "PRP$") else form,
        entity="",
        reason=f"the encoder sees a mention of kind {span.label} here ({span.score:.2f}), no rule does",
    )


def _numbered(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    ordered = sorted(mentions, key=lambda mention: (mention.start, mention.end))
    return tuple(replace(item, id=f"m{n}") for n, item in enumerate(ordered, start=1))
