"""gold: claims with names in place of ids."""

from typing import Any

from benchmarks.tasks.question import Question
from dateline.evaluate.records import prediction
from dateline.model import Reading


def predict_gold(question: Question, reading: Reading) -> dict[str, Any]:
    """The claims of a report as the claim scorer reads them, and the furniture found."""
    furniture = [{"start": item.start, "end": item.end} for item in reading.report.furniture]
    return {**prediction(question.id, reading), "furniture": furniture}
