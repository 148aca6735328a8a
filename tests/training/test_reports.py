"""What annotated reports teach the encoder: which clause states what, and who takes part in it."""

from typing import Any

import numpy as np
import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("transformers")

from pathlib import Path  # noqa: E402

from dateline.encoder.heads import Heads  # noqa: E402
from dateline.encoder.wordpieces import WordpieceCutter  # noqa: E402
from training.encoder.documents import DocumentMaker, records  # noqa: E402
from training.encoder.network import INSIDE, OUTSIDE, stated_loss  # noqa: E402
from training.encoder.reports import EXAMPLES, LEARNED_FROM, SET, stating_documents  # noqa: E402
from training.encoder.run import load_config  # noqa: E402

WORDS = "[PAD] [UNK] [CLS] [SEP] [MASK] . rebels shelled the bridge and fled".split()
HEADS = Heads(
    {
        "statement": {"kind": "stated", "labels": ["ASSAULT", "RETREAT"]},
        "participant": {
            "kind": "pieces",
            "labels": ["event subject", "event object", "relation subject", "relation object"],
        },
    }
)
TEXT = "rebels shelled the bridge and fled ."
RECORD: dict[str, Any] = {
    "id": "r",
    "text": TEXT,
    "actors": [{"id": "a1", "names": ["the rebels", "Rebels"]}],
    "places": [{"id": "p1", "name": "the bridge"}],
    "claims": [
        {"type": "ASSAULT", "subject": "a1", "object": "p1", "evidence": [0, 25]},
        {"type": "RETREAT", "subject": "a1", "object": None, "evidence": [30, 34], "optional": True},
    ],
}


@pytest.fixture
def maker(tmp_path: Path) -> DocumentMaker:
    path = tmp_path / "vocabulary.txt"
    path.write_text("\n".join(WORDS) + "\n", encoding="utf-8")
    return DocumentMaker(WordpieceCutter(path), HEADS, later_weight=0.5)


def test_the_clause_of_a_claim_is_numbered_and_an_optional_one_is_not_asked_of(
    maker: DocumentMaker, tmp_path: Path
) -> None:
    document = first_report(maker, tmp_path)
    statement = document.answers["statement"]
    assert statement[:4, 0].all()
    assert not statement[4:, 0].any()
    assert document.weights["statement"][:, 1].tolist() == [1, 1, 1, 1, 1, 0, 1]


def test_who_takes_part_is_asked_where_a_name_stands_in_the_clause(maker: DocumentMaker, tmp_path: Path) -> None:
    document = first_report(maker, tmp_path)
    assert document.answers["participant"][:4].tolist() == [[1, 0, 0, 0], [0] * 4, [0, 1, 0, 0], [0, 1, 0, 0]]
    assert document.weights["participant"][5].tolist() == [0, 1, 1, 1]  # "fled" names nobody


def first_report(maker: DocumentMaker, folder: Path) -> Any:
    import json

    path = folder / "reports.jsonl"
    path.write_text(json.dumps(RECORD) + "\n", encoding="utf-8")
    return next(document for document in stating_documents(maker, path) if document.set == SET)


def test_the_examples_of_the_ontology_answer_for_one_type_only(maker: DocumentMaker, tmp_path: Path) -> None:
    path = tmp_path / "none.jsonl"
    path.write_text("", encoding="utf-8")
    examples = [document for document in stating_documents(maker, path) if document.set == EXAMPLES]
    assert len(examples) > 1000
    assert all(np.count_nonzero(document.weights["statement"].any(axis=0)) <= 1 for document in examples)
    said = [document for document in examples if document.answers["statement"].any()]
    assert 0 < len(said) < len(examples)


def test_the_reports_learned_from_are_neither_those_of_fitting_nor_of_measuring() -> None:
    assert LEARNED_FROM.name == "many.jsonl"
    assert not {record["id"].split("-")[0] for record in records(LEARNED_FROM)} & {
        "dev",
        "more",
        "test",
        "unseen",
        "fresh",
    }


def test_every_type_of_the_ontology_may_be_learned() -> None:
    from dateline.ontology.load import load_ontology

    assert set(load_config()["heads"]["statement"]["labels"]) == set(load_ontology().types)


def test_one_word_of_a_clause_is_enough_and_words_elsewhere_must_be_silent() -> None:
    answers = torch.tensor([[[1.0], [1.0], [0.0]]])
    said = torch.ones_like(answers)

    def loss(*columns: float) -> float:
        return float(stated_loss(torch.tensor(columns).reshape(1, 3, 1), answers, said))

    assert loss(-9.0, 9.0, -9.0) < 0.01 < loss(-9.0, -9.0, -9.0)
    assert loss(-9.0, 9.0, 2.0) == pytest.approx(loss(-9.0, 9.0, -9.0) + OUTSIDE * 2.127, abs=0.01)
    assert loss(9.0, 9.0, -9.0) == pytest.approx(INSIDE * 9.0, abs=0.1)


def test_what_is_not_said_weighs_nothing() -> None:
    answers = torch.tensor([[[1.0], [0.0]]])
    assert float(stated_loss(torch.full((1, 2, 1), 3.0), answers, torch.zeros_like(answers))) == 0.0
