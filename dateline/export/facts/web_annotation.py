"""Web Annotation (W3C): each claim on the words that state it, for click-through in Hypothes.is and its like."""

import hashlib
import json
from typing import Any, TextIO

from dateline.export.facts.evidence import facts_of
from dateline.export.facts.ids import urn_of
from dateline.export.facts.options import ExportOptions, LeftOut, Outcome
from dateline.model.fact import Evidence, Fact
from dateline.model.portion import Portion, ReportCard, SaidClaim

AROUND = 32
"""Code points before and after a quote, as Hypothes.is keeps them."""
CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"dateline": "urn:dateline:"}]


def write_web_annotation(portion: Portion, out: TextIO, options: ExportOptions) -> Outcome:
    """Write one AnnotationPage. Claims whose report is not in the portion are left out."""
    facts = _facts_by_claim(portion)
    left = LeftOut()
    items = []
    for identifier, said in portion.claims.items():
        card = portion.reports.get(said.report)
        if card is None:
            left.add("the report is not in the portion", identifier)
        else:
            items.append(_annotation(identifier, said, card, facts.get(identifier, []), options))
    page = {"@context": CONTEXT, "id": urn_of("page", *portion.claims), "type": "AnnotationPage", "items": items}
    json.dump(page, out, ensure_ascii=False)
    out.write("\n")
    notes = ("start and end count Unicode code points, not the UTF-16 units of JavaScript; the end is exclusive",)
    return Outcome(counts={"annotations": len(items)}, left_out=left.by_reason, notes=notes)


def _facts_by_claim(portion: Portion) -> dict[str, list[tuple[Fact, Evidence]]]:
    found: dict[str, list[tuple[Fact, Evidence]]] = {}
    for fact in facts_of(portion):
        for evidence in fact.evidence:
            found.setdefault(evidence.claim, []).append((fact, evidence))
    return found


def _annotation(
    identifier: str,
    said: SaidClaim,
    card: ReportCard,
    facts: list[tuple[Fact, Evidence]],
    options: ExportOptions,
) -> dict[str, Any]:
    return {
        "@context": CONTEXT[0],
        "id": urn_of("claim", identifier),
        "type": "Annotation",
        "motivation": "classifying",
        "created": f"{options.made.isoformat()}T00:00:00Z",
        "generator": {"id": f"urn:dateline:reader:{hashlib.sha256(said.reader.encode()).hexdigest()[:16]}"}
        | {"type": "Software", "name": said.reader},
        "body": [
            {"type": "TextualBody", "purpose": "describing", "format": "text/plain", "value": _words(said)},
            {"type": "TextualBody", "purpose": "tagging", "value": said.record["type"]},
        ],
        "target": _target(said, card),
        "dateline:claim": identifier,
        "dateline:polarity": said.record["polarity"],
        "dateline:modality": said.record["modality"],
        "dateline:saidBy": said.record["said_by"],
        "dateline:facts": [
            {"id": fact.id, "status": fact.status, "modality": fact.modality, "stance": evidence.stance}
            for fact, evidence in facts
        ],
    }


def _words(said: SaidClaim) -> str:
    """``alleged, denied: ASSAULT/abduct, the Front - victim 1, said by an officer``."""
    record = said.record
    marks = [record["modality"]] if record["modality"] != "actual" else []
    marks += ["denied"] if record["polarity"] == "negated" else []
    kind = f"{record['type']}/{record['mode']}" if record["mode"] else record["type"]
    parties = " - ".join(part for part in (record["subject"], record["object"]) if part)
    speaker = f"said by {record['said_by']}" if record["said_by"] else ""
    told = ", ".join(part for part in (kind, parties, speaker) if part)
    return f"{', '.join(marks)}: {told}" if marks else told


def _target(said: SaidClaim, card: ReportCard) -> dict[str, Any]:
    start, end = said.record["evidence"]
    text = card.text
    quote = {
        "type": "TextQuoteSelector",
        "exact": text[start:end] or said.record["quote"],
        "prefix": text[max(0, start - AROUND) : start],
        "suffix": text[end : end + AROUND],
    }
    return {
        "source": card.url or urn_of("report", card.id),
        "dateline:report": card.id,
        "dateline:textSha256": hashlib.sha256(text.encode("utf-8", errors="surrogatepass")).hexdigest(),
        "selector": [{"type": "TextPositionSelector", "start": start, "end": end}, quote],
    }
