"""From a reading to the prediction format of each evaluation task, one file a task."""

from collections.abc import Callable
from typing import Any

from benchmarks.tasks.claims_gold import predict_gold
from benchmarks.tasks.muc4 import predict_muc4
from benchmarks.tasks.plover import predict_plover
from benchmarks.tasks.police import predict_police
from benchmarks.tasks.question import Question
from benchmarks.tasks.re3d import predict_re3d
from benchmarks.tasks.spans import predict_geo, predict_polnear, predict_timex
from dateline.model import Reading

Predictor = Callable[[Question, Reading], dict[str, Any]]
PREDICTORS: dict[str, Predictor] = {
    "geo": predict_geo,
    "gold": predict_gold,
    "muc4": predict_muc4,
    "plover": predict_plover,
    "police": predict_police,
    "polnear": predict_polnear,
    "re3d": predict_re3d,
    "timex": predict_timex,
}

__all__ = ["PREDICTORS", "Predictor", "Question"]
