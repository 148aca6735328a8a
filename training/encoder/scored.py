"""The evaluation pack's own scorer, called from here: predictions of the encoder against the marked texts."""

import importlib.util
from collections.abc import Iterable
from pathlib import Path
from types import ModuleType
from typing import Any

import spacy

from benchmarks import encoder_tasks
from dateline.encoder.model import Encoder
from training.encoder.documents import records

SCORERS = {"muc4": "score_muc4", "re3d": "score_re3d", "polnear": "score_polnear", "plover": "score_plover"}


class Measured:
    """One marked set that the encoder has read once; thresholds can then be tried at little cost."""

    def __init__(self, task: str, gold: Iterable[dict[str, Any]], encoder: Encoder, pack: Path) -> None:
        self.task, self.gold = task, {record["docid"]: record for record in gold}
        self.scores = dict(zip(self.gold, encoder.read_many([r["text"] for r in self.gold.values()]), strict=True))
        self.score = getattr(scorer(pack), SCORERS[task])
        self.sentences = _sentences(self.gold) if task == "polnear" else {}

    def result(self, thresholds: encoder_tasks.Thresholds, docids: set[str] | None = None) -> dict[str, Any]:
        """The scorer's figures over some of the documents, or all."""
        asked = [docid for docid in self.gold if docids is None or docid in docids]
        predicted = {docid: self.predicted(docid, thresholds) for docid in asked}
        figures: dict[str, Any] = self.score({docid: self.gold[docid] for docid in asked}, predicted)
        return figures

    def predicted(self, docid: str, thresholds: encoder_tasks.Thresholds) -> dict[str, Any]:
        """What the encoder alone predicts for one document."""
        text, scores = self.gold[docid]["text"], self.scores[docid]
        if self.task == "polnear":
            return encoder_tasks.polnear(docid, text, scores, thresholds, self.sentences[docid])
        predict = {"muc4": encoder_tasks.muc4, "re3d": encoder_tasks.re3d, "plover": encoder_tasks.plover}[self.task]
        return predict(docid, text, scores, thresholds)


def _sentences(gold: dict[str, dict[str, Any]]) -> dict[str, list[tuple[int, int]]]:
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    return {docid: [(s.start_char, s.end_char) for s in nlp(record["text"]).sents] for docid, record in gold.items()}


def scorer(pack: Path) -> ModuleType:
    """The pack's ``score.py`` as a module."""
    spec = importlib.util.spec_from_file_location("evaluation_pack_score", pack / "score.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(pack / "score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def held_out(task: str, data: Path, config: dict[str, Any]) -> list[dict[str, Any]]:
    """What of a set was not trained on: the dev part where there is one, else what the settings hold out."""
    name = {"muc4": "muc4.dev", "polnear": "polnear.dev", "re3d": "re3d.dev", "plover": "plover.dev"}[task]
    found = list(records(data / f"{name}.jsonl"))
    if task == "re3d":
        return [record for record in found if record["source"] in config["held_out"]]
    if task == "plover":
        return [record for number, record in enumerate(found) if f"plover {number % 3}" in config["held_out"]]
    return found
