"""Trains a network of a few thousand weights on invented sentences; needs the extra ``train``."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("transformers")

from dateline.encoder.heads import Heads  # noqa: E402
from dateline.encoder.wordpieces import WordpieceCutter  # noqa: E402
from training.encoder.batches import BatchPlan, batch_of, cut, epoch, silent, whole_of  # noqa: E402
from training.encoder.documents import Document, DocumentMaker  # noqa: E402
from training.encoder.learn import Course, Learner  # noqa: E402
from training.encoder.network import Network, loss_of  # noqa: E402

WORDS = "[PAD] [UNK] [CLS] [SEP] . rebels shelled the bridge mayor said rain fell soldiers bombed market it".split()
HEADS = {
    "roles": {"kind": "spans", "labels": ["PerpInd", "PerpOrg", "Target", "Victim", "Weapon"]},
    "attribution": {"kind": "spans", "labels": ["source", "cue", "content"]},
    "mentions": {"kind": "spans", "labels": ["Organisation", "Person"]},
    "filler_incident": {"kind": "pieces", "labels": ["attack", "bombing"]},
    "incident": {"kind": "window", "labels": ["attack", "bombing", "conflict"]},
    "event": {"kind": "sentence", "labels": ["ASSAULT", "AID"]},
}
BODY = {
    "vocab_size": len(WORDS), "hidden_size": 16, "num_hidden_layers": 1, "num_attention_heads": 2,
    "intermediate_size": 32, "max_position_embeddings": 64,
}  # fmt: skip
ATTACK = "rebels shelled the bridge . soldiers bombed the market . rebels fell ."
SAID = "the mayor said rain fell ."
HEADS_OF = Heads(HEADS)


@pytest.fixture
def maker(tmp_path: Path) -> DocumentMaker:
    path = tmp_path / "vocabulary.txt"
    path.write_text("\n".join(WORDS) + "\n", encoding="utf-8")
    return DocumentMaker(WordpieceCutter(path), HEADS_OF, later_weight=0.5)


def attack_record() -> dict[str, Any]:
    empty = {role: [] for role in ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon")}
    attack = {"incident_type": "attack", **empty, "PerpInd": [["rebels"]], "Target": [["the bridge", "bridge"]]}
    bombing = {"incident_type": "bombing", **empty, "Target": [["market"]]}
    return {"docid": "a", "text": ATTACK, "templates": [attack, bombing]}


def said_record() -> dict[str, Any]:
    spans = {"source": [[0, 9]], "cue": [[10, 14]], "content": [[15, 24]]}
    return {"docid": "s", "text": SAID, "attributions": [spans], "discard": [[25, 26]]}


def documents(maker: DocumentMaker) -> list[Document]:
    plover = {"docid": "p", "text": "soldiers bombed the market .", "events": [{"type": "ASSAULT"}]}
    return [maker.muc4(attack_record(), 0), maker.polnear(said_record(), 0), maker.plover(plover, 4)]


def course(**changed: Any) -> Course:
    plan = BatchPlan(window=32, size=64, silent_share=0.5, repeats={"muc4": 2.0, "polnear": 2.0, "plover": 2.0})
    settings: dict[str, Any] = {
        "batches": 60, "warmup": 4, "fall": 0.4, "plan": plan, "body_rate": 5e-3, "head_rate": 5e-3,
        "weight_decay": 0.01,
        "clip": 1.0, "seed": 5, "checkpoint_every": 20, "loss_weights": dict.fromkeys(HEADS, 1.0),
    }  # fmt: skip
    return Course(**(settings | changed))


def learner(maker: DocumentMaker) -> Learner:
    torch.manual_seed(1)
    return Learner(Network(HEADS_OF, 0.0, config=BODY), HEADS_OF, (maker.cutter.first, maker.cutter.last))


def test_a_filler_is_marked_wherever_it_stands_and_its_later_places_weigh_less(maker: DocumentMaker) -> None:
    document = maker.muc4(attack_record(), 0)
    assert document.answers["roles"][:, 0].tolist() == [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0]
    assert document.answers["roles"][2:4, 2].tolist() == [1, 2]
    assert document.weights["roles"][[0, 10], 0].tolist() == [1.0, 0.5]
    assert document.answers["filler_incident"][[0, 8]].tolist() == [[1, 0], [0, 1]]


def test_what_is_no_part_of_the_article_is_not_learned_from(maker: DocumentMaker) -> None:
    document = maker.polnear(said_record(), 0)
    assert document.answers["attribution"].argmax(axis=1).tolist()[:5] == [0, 0, 1, 2, 2]
    assert document.weights["attribution"][-1].tolist() == [0, 0, 0]


def test_a_window_is_not_blamed_for_an_incident_told_elsewhere(maker: DocumentMaker) -> None:
    document = maker.muc4(attack_record(), 0)
    first, second = list(cut(document, 5))[:2]
    assert whole_of(first, "incident", document.whole["incident"]).tolist() == [1, -1, 1]
    assert whole_of(second, "incident", document.whole["incident"]).tolist() == [-1, 1, 1]
    assert not silent(first)


def test_an_epoch_is_the_same_for_the_same_seed_and_keeps_to_the_batch_size(maker: DocumentMaker) -> None:
    found = documents(maker)
    plan = course().plan
    first, again = epoch(found, plan, 3), epoch(found, plan, 3)
    assert [[w.document.id for w in batch] for batch in first] == [[w.document.id for w in batch] for batch in again]
    assert all(len(batch) * max(map(len, batch)) <= plan.size for batch in first)


def test_training_learns_the_sentences_it_saw(maker: DocumentMaker, tmp_path: Path) -> None:
    found = documents(maker)
    trained = learner(maker)
    batch = batch_of([window for document in found for window in cut(document, 30)], HEADS_OF, *trained.ends)
    before = float(loss_of(columns(trained, batch), batch, HEADS_OF, course().loss_weights))
    trained.learn(found, course(), tmp_path / "encoder.pt")
    after = float(loss_of(columns(trained, batch), batch, HEADS_OF, course().loss_weights))
    assert after < before / 4


def test_a_training_broken_off_ends_as_one_that_was_not(
    maker: DocumentMaker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = documents(maker)
    whole = learner(maker)
    whole.learn(found, course(batches=12, checkpoint_every=12), tmp_path / "whole.pt")
    monkeypatch.setattr(Learner, "_step", power_cut_at(7, Learner._step))
    with pytest.raises(InterruptedError):
        learner(maker).learn(found, course(batches=12, checkpoint_every=5), tmp_path / "broken.pt")
    monkeypatch.undo()
    taken_up = learner(maker)
    taken_up.learn(found, course(batches=12, checkpoint_every=5), tmp_path / "broken.pt")
    for one, other in zip(whole.network.parameters(), taken_up.network.parameters(), strict=True):
        np.testing.assert_allclose(one.detach().numpy(), other.detach().numpy(), atol=1e-6)


def power_cut_at(number: int, step: Any) -> Any:
    def steps(self: Learner, batch: Any, course: Course, done: int, optimiser: Any) -> float:
        if done == number:
            raise InterruptedError
        return float(step(self, batch, course, done, optimiser))

    return steps


def columns(trained: Learner, batch: Any) -> Any:
    trained.network.eval()
    with torch.no_grad():
        return trained.network(torch.from_numpy(batch.ids), torch.from_numpy(batch.mask))
