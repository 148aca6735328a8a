"""geo, timex and polnear: mentions as they are read."""

from typing import Any

from benchmarks.tasks.question import Question
from dateline.model import Reading


def predict_geo(question: Question, reading: Reading) -> dict[str, Any]:
    """Toponyms with the point Dateline gives them; areas in words are no toponyms."""
    toponyms = [
        {"start": place.start, "end": place.end, "lat": place.lat, "lon": place.lon} for place in reading.toponyms
    ]
    return {"docid": question.id, "toponyms": toponyms}


def predict_timex(question: Question, reading: Reading) -> dict[str, Any]:
    """Time expressions with TIMEX3 type and value."""
    timexes = [
        {"start": mention.start, "end": mention.end, "type": mention.type, "value": mention.value}
        for mention in reading.dates
    ]
    return {"docid": question.id, "timexes": timexes}


def predict_polnear(question: Question, reading: Reading) -> dict[str, Any]:
    """Attributions of every kind: speech, thought, intention."""
    attributions = [
        {
            "source": [list(span) for span in attribution.source],
            "cue": [list(span) for span in attribution.cue],
            "content": [list(span) for span in attribution.content],
        }
        for attribution in reading.attributions
    ]
    return {"docid": question.id, "attributions": attributions}
