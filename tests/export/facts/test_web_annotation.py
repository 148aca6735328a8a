"""Web Annotations: the shape of the W3C's model, and selectors that agree with each other."""

import json
from collections.abc import Callable
from pathlib import Path

import jsonschema

from dateline.export.facts import protected
from dateline.model.portion import Portion

SELECTOR = {
    "oneOf": [
        {
            "properties": {
                "type": {"const": "TextPositionSelector"},
                "start": {"type": "integer", "minimum": 0},
                "end": {"type": "integer"},
            },
            "required": ["type", "start", "end"],
        },
        {
            "properties": {"type": {"const": "TextQuoteSelector"}, "exact": {"type": "string", "minLength": 1}},
            "required": ["type", "exact", "prefix", "suffix"],
        },
    ]
}
ANNOTATION = {
    "required": ["@context", "id", "type", "target", "body"],
    "properties": {
        "id": {"pattern": "^urn:uuid:"},
        "type": {"const": "Annotation"},
        "motivation": {"enum": ["classifying"]},
        "target": {
            "required": ["source", "selector", "dateline:textSha256"],
            "properties": {"selector": {"type": "array", "items": SELECTOR, "minItems": 2}},
        },
    },
}


def test_annotations_fit_the_model_and_their_selectors_agree(portion: Portion, export: Callable[..., Path]) -> None:
    page = json.loads(export("webannotation").read_text(encoding="utf-8"))
    assert page["type"] == "AnnotationPage"
    assert len(page["items"]) == len(portion.claims)
    texts = {card.id: card.text for card in protected(portion).reports.values()}
    for item in page["items"]:
        jsonschema.validate(item, ANNOTATION)
        position, quote = item["target"]["selector"]
        text = texts[item["target"]["dateline:report"]]
        assert text[position["start"] : position["end"]] == quote["exact"]
        assert quote["prefix"] + quote["exact"] + quote["suffix"] in text


def test_a_denial_and_an_allegation_say_so(export: Callable[..., Path]) -> None:
    items = json.loads(export("webannotation").read_text(encoding="utf-8"))["items"]
    words = {item["dateline:claim"]: item["body"][0]["value"] for item in items}
    assert words["c2"].startswith("denied: ")
    assert words["c3"].startswith("alleged: ")
