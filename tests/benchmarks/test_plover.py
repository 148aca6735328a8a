from collections.abc import Callable
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from benchmarks.tasks.plover import predict_plover
from benchmarks.tasks.question import Question
from dateline.export.dyads import MUTUAL
from dateline.languages.load import load_yaml
from dateline.model import Reading

SENTENCES: list[dict[str, Any]] = load_yaml(Path(__file__).with_name("plover_sentences.yaml"))


@pytest.mark.parametrize("sentence", SENTENCES, ids=[sentence["text"] for sentence in SENTENCES])
def test_a_sentence_is_coded_as_a_coder_would(read: Callable[[str], Reading], sentence: dict[str, Any]) -> None:
    question = Question(id="s", text=sentence["text"], published=None)
    found = _triples(predict_plover(question, read(sentence["text"]))["events"])
    expected = {_ordered(*event) for event in sentence["events"]}
    assert (found == expected) is not sentence.get("beyond", False), found


def _triples(events: list[dict[str, Any]]) -> set[tuple[str, str, str]]:
    found: set[tuple[str, str, str]] = set()
    for event in events:
        sources, targets = ([code[:3] for code in event[side]] or ["---"] for side in ("source", "target"))
        pairs = [(one, other) for one in sources for other in targets]
        if not event["target"] and len(set(sources)) > 1:
            pairs = list(permutations(sources, 2))
        found |= {_ordered(event["type"], one, other) for one, other in pairs}
    return found


def _ordered(kind: str, source: str, target: str) -> tuple[str, str, str]:
    return (kind, *sorted((source, target))) if kind in MUTUAL else (kind, source, target)  # type: ignore[return-value]
