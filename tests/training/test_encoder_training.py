"""Trains a network of a few thousand weights on invented sentences; needs the extra ``train``."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("transformers")

from dateline.encoder.heads import Heads  # noqa: E402
from dateline.encoder.wordpieces import WordpieceCutter  # noqa: E402
from training.encoder.batches import (  # noqa: E402
    Batch,
    BatchPlan,
    Window,
    batch_of,
    cut,
    epoch,
    hidden,
    pairs_of,
    silent,
    whole_of,
)
from training.encoder.documents import Document, DocumentMaker  # noqa: E402
from training.encoder.export import keep_heads  # noqa: E402
from training.encoder.learn import Course, Learner, load_network  # noqa: E402
from training.encoder.network import Network, loss_of, start_at_rates  # noqa: E402
from training.encoder.run import CONFIG, LAST, course_of, load_config  # noqa: E402

WORDS = (
    "[PAD] [UNK] [CLS] [SEP] [MASK] . rebels shelled the bridge mayor said rain fell soldiers bombed market it".split()
)
HEADS = {
    "roles": {"kind": "spans", "labels": ["PerpInd", "PerpOrg", "Target", "Victim", "Weapon"]},
    "attribution": {"kind": "spans", "labels": ["source", "cue", "content"]},
    "mentions": {"kind": "spans", "labels": ["Organisation", "Person"]},
    "filler_incident": {"kind": "pieces", "labels": ["attack", "bombing"]},
    "incident": {"kind": "window", "labels": ["attack", "bombing", "conflict"]},
    "event": {"kind": "sentence", "labels": ["ASSAULT", "AID"]},
    "kinds": {"kind": "spans", "labels": ["armed_group", "military"]},
    "relation": {"kind": "pairs", "labels": ["BelongsTo", "FightingAgainst"]},
}
BODY = {
    "vocab_size": len(WORDS), "hidden_size": 16, "num_hidden_layers": 1, "num_attention_heads": 2,
    "intermediate_size": 32, "max_position_embeddings": 64,
}  # fmt: skip
ATTACK = "rebels shelled the bridge . soldiers bombed the market . rebels fell ."
SILVER = {
    "mentions": [[0, 6, "armed_group"], [28, 36, "military"], [0, 6, "person"]],
    "events": [[0, 27, ["ASSAULT"]], [57, 70, []]],
}
SAID = "the mayor said rain fell ."
TIED = "soldiers bombed rebels . mayor said it ."
HEADS_OF = Heads(HEADS)
torch.set_num_threads(1)  # Two threads wait for each other longer than such a small network takes.


@pytest.fixture
def maker(tmp_path: Path) -> DocumentMaker:
    path = tmp_path / "vocabulary.txt"
    path.write_text("\n".join(WORDS) + "\n", encoding="utf-8")
    return DocumentMaker(WordpieceCutter(path), HEADS_OF, later_weight=0.5, silver={"a": SILVER})


def attack_record() -> dict[str, Any]:
    empty = {role: [] for role in ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon")}
    attack = {"incident_type": "attack", **empty, "PerpInd": [["rebels"]], "Target": [["the bridge", "bridge"]]}
    bombing = {"incident_type": "bombing", **empty, "Target": [["market"]]}
    return {"docid": "a", "text": ATTACK, "templates": [attack, bombing]}


def said_record() -> dict[str, Any]:
    spans = {"source": [[0, 9]], "cue": [[10, 14]], "content": [[15, 24]]}
    return {"docid": "s", "text": SAID, "attributions": [spans], "discard": [[25, 26]]}


def tied_record() -> dict[str, Any]:
    rebels, soldiers, mayor = (TIED.index(words) for words in ("rebels", "soldiers", "mayor"))
    entities = [
        {"type": "Organisation", "start": rebels, "end": rebels + 6},
        {"type": "Organisation", "start": soldiers, "end": soldiers + 8},
        {"type": "Person", "start": mayor, "end": mayor + 5},
    ]
    spans = [[entity["start"], entity["end"]] for entity in entities]
    relations = [
        {"type": "FightingAgainst", "source": spans[0], "target": spans[1]},
        {"type": "BelongsTo", "source": spans[2], "target": spans[0]},
    ]
    return {"docid": "t", "source": "Wikipedia", "text": TIED, "entities": entities, "relations": relations}


def documents(maker: DocumentMaker) -> list[Document]:
    plover = {"docid": "p", "text": "soldiers bombed the market .", "events": [{"type": "ASSAULT"}]}
    return [
        maker.muc4(attack_record(), 0),
        maker.polnear(said_record(), 0),
        maker.plover(plover, 4),
        maker.re3d(tied_record(), 0),
    ]


def course(**changed: Any) -> Course:
    plan = BatchPlan(
        window=32, size=64, silent_share=0.5, repeats=dict.fromkeys(("muc4", "polnear", "plover", "re3d"), 2.0)
    )
    settings: dict[str, Any] = {
        "batches": 60, "warmup": 4, "fall": 0.4, "plan": plan, "body_rate": 5e-3, "head_rate": 5e-3,
        "weight_decay": 0.01,
        "clip": 1.0, "seed": 5, "checkpoint_every": 20, "loss_weights": dict.fromkeys(HEADS, 1.0), "rises": {},
        "masked": 0.0,
    }  # fmt: skip
    return Course(**(settings | changed))


def learner(maker: DocumentMaker) -> Learner:
    torch.manual_seed(1)
    network = Network(HEADS_OF, 0.1, config=BODY)
    start_at_rates(network, HEADS_OF, documents(maker))
    return Learner(network, HEADS_OF, (maker.cutter.first, maker.cutter.last), maker.cutter.mask)


def test_a_filler_is_marked_wherever_it_stands_and_its_later_places_weigh_less(maker: DocumentMaker) -> None:
    document = maker.muc4(attack_record(), 0)
    assert document.answers["roles"][:, 0].tolist() == [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0]
    assert document.answers["roles"][2:4, 2].tolist() == [1, 2]
    assert document.weights["roles"][[0, 10], 0].tolist() == [1.0, 0.5]
    assert document.answers["filler_incident"][[0, 8]].tolist() == [[1, 0], [0, 1]]


def test_what_the_rules_found_is_learned_and_nothing_asked_of_sentences_they_did_not_read(maker: DocumentMaker) -> None:
    document = maker.muc4(attack_record(), 0)
    assert document.answers["kinds"].argmax(axis=1).tolist() == [0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0]
    assert document.answers["kinds"][[0, 5]].tolist() == [[1, 0], [0, 1]]
    assert document.answers["event"][:, 0].tolist() == [1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0]
    assert document.weights["event"][:, 0].tolist() == [1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 1, 1, 1]


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


def test_the_fillers_of_one_incident_are_related_and_those_of_another_are_not(maker: DocumentMaker) -> None:
    document = maker.muc4(attack_record(), 0)
    rebels, again, bridge, market = (document.mentions.index(span) for span in ((0, 1), (10, 11), (2, 4), (8, 9)))
    fighting = HEADS["relation"]["labels"].index("FightingAgainst")
    assert document.relations[rebels, bridge] == document.relations[bridge, again] == [fighting]
    assert not [pair for pair in document.relations if market in pair]


def test_a_relation_without_direction_is_learned_in_both(maker: DocumentMaker) -> None:
    document = maker.re3d(tied_record(), 0)
    assert document.mentions == [(0, 1), (2, 3), (4, 5)]
    assert document.relations == {(1, 0): [1], (0, 1): [1], (2, 1): [0]}


def test_the_pairs_of_a_window_are_those_of_its_mentions_moved_to_its_positions(maker: DocumentMaker) -> None:
    document = maker.re3d(tied_record(), 0)
    pairs = pairs_of(Window(document, 2, 8), HEADS_OF)
    assert pairs.spans == [(1, 2), (3, 4)]
    assert pairs.answers.tolist() == [[[0, 0], [0, 0]], [[1, 0], [0, 0]]]
    assert pairs.near.tolist() == [[False, True], [True, False]]


def test_mentions_within_each_other_or_far_apart_are_not_asked_about(maker: DocumentMaker) -> None:
    document = maker.re3d(tied_record() | {"text": TIED + " it" * 80 + " market", "relations": []}, 0)
    count = len(document.pieces)
    document.mentions = [(0, 2), (1, 2), (count - 1, count)]
    pairs = pairs_of(Window(document, 0, count), HEADS_OF)
    assert not pairs.near.any()


def test_a_batch_whose_mentions_are_no_pairs_has_a_loss_that_is_a_number(maker: DocumentMaker) -> None:
    document = maker.re3d(tied_record(), 0)
    document.mentions, document.relations = [(0, 2), (1, 2)], {}
    batch = batch_of([Window(document, 0, 8)], HEADS_OF, *learner(maker).ends)
    only_relations = dict.fromkeys(HEADS, 0.0) | {"relation": 1.0}
    assert float(loss_of(columns(learner(maker), batch), batch, HEADS_OF, only_relations)) == 0.0


def test_the_ends_of_a_window_and_the_filling_are_never_hidden(maker: DocumentMaker) -> None:
    batch = whole_batch(maker)
    ids = hidden(batch, 1.0, maker.cutter.mask, np.random.default_rng(0))
    inner = (batch.mask == 1) & ~np.isin(batch.ids, [maker.cutter.first, maker.cutter.last])
    assert (ids[inner] == maker.cutter.mask).all()
    assert (ids[~inner] == batch.ids[~inner]).all()


def test_a_share_of_wordpieces_is_hidden_the_same_way_for_the_same_seed(maker: DocumentMaker) -> None:
    batch = whole_batch(maker)
    first, again = (hidden(batch, 0.4, maker.cutter.mask, np.random.default_rng(3)) for _ in range(2))
    np.testing.assert_array_equal(first, again)
    assert 0 < (first == maker.cutter.mask).sum() < batch.mask.sum() / 2
    assert hidden(batch, 0.0, maker.cutter.mask, np.random.default_rng(3)) is batch.ids


def test_rates_rise_and_then_sink_to_nearly_nothing() -> None:
    rising = course(batches=100, warmup=10, fall=0.5)
    assert [rising.share(step) for step in (0, 9, 49)] == [0.1, 1.0, 1.0]
    assert rising.share(75) == 0.5
    assert rising.share(99) == pytest.approx(0.02)


def test_only_the_heads_that_rise_begin_without_weight() -> None:
    rising = course(batches=100, rises={"incident": 0.2})
    assert rising.weights_at(0) == dict.fromkeys(HEADS, 1.0) | {"incident": 0.0}
    assert rising.weights_at(10)["incident"] == 0.5
    assert rising.weights_at(90)["incident"] == 1.0


@pytest.mark.parametrize("path", sorted(CONFIG.parent.glob("*.yaml")), ids=lambda path: path.stem)
def test_every_course_of_a_configuration_can_be_run(path: Path) -> None:
    config = load_config(path)
    assert all(course_of(config, name).batches > 0 for name in config["courses"])
    assert list(config["courses"])[-1] == LAST
    assert set(course_of(config, LAST).loss_weights) == set(config["heads"])


def test_a_course_that_takes_none_of_the_documents_is_refused(maker: DocumentMaker, tmp_path: Path) -> None:
    plan = BatchPlan(window=32, size=64, silent_share=0.5, repeats={})
    with pytest.raises(ValueError, match="takes none of the 4 documents"):
        learner(maker).learn(documents(maker), course(plan=plan), tmp_path / "encoder.pt")


def test_an_epoch_is_the_same_for_the_same_seed_and_keeps_to_the_batch_size(maker: DocumentMaker) -> None:
    found = documents(maker)
    plan = course().plan
    first, again = epoch(found, plan, 3), epoch(found, plan, 3)
    assert [[w.document.id for w in batch] for batch in first] == [[w.document.id for w in batch] for batch in again]
    assert all(len(batch) * max(map(len, batch)) <= plan.size for batch in first)


def test_training_learns_the_sentences_it_saw(maker: DocumentMaker, tmp_path: Path) -> None:
    found = documents(maker)
    trained = learner(maker)
    batch = whole_batch(maker)
    before = {head: loss_alone(trained, batch, head) for head in HEADS}
    trained.learn(found, course(batches=160, fall=0.3), tmp_path / "encoder.pt")
    after = {head: loss_alone(trained, batch, head) for head in HEADS}
    assert sum(after.values()) < sum(before.values()) / 4
    assert {head for head in HEADS if after[head] >= before[head]} == set()


def test_a_training_broken_off_ends_as_one_that_was_not(
    maker: DocumentMaker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = documents(maker)
    course_of_twelve: dict[str, Any] = {"batches": 12, "masked": 0.2, "rises": {"event": 0.5}}
    whole = learner(maker)
    whole.learn(found, course(**course_of_twelve, checkpoint_every=12), tmp_path / "whole.pt")
    monkeypatch.setattr(Learner, "_step", power_cut_at(7, Learner._step))
    with pytest.raises(InterruptedError):
        learner(maker).learn(found, course(**course_of_twelve, checkpoint_every=5), tmp_path / "broken.pt")
    monkeypatch.undo()
    taken_up = learner(maker)
    taken_up.learn(found, course(**course_of_twelve, checkpoint_every=5), tmp_path / "broken.pt")
    kept = Network(HEADS_OF, 0.1, config=BODY)
    load_network(kept, tmp_path / "broken.pt")
    for network in (taken_up.network, kept):
        for one, other in zip(whole.network.parameters(), network.parameters(), strict=True):
            np.testing.assert_allclose(one.detach().numpy(), other.detach().numpy(), atol=1e-6)


def test_layers_apart_begin_as_what_they_stand_beside_and_are_kept(maker: DocumentMaker, tmp_path: Path) -> None:
    parted, batch = learner(maker), whole_batch(maker)
    before = columns(parted, batch)
    own = HEADS_OF["attribution"].columns
    parted.network.part(1, (own.start, own.stop))
    np.testing.assert_allclose(columns(parted, batch)[batch.mask > 0], before[batch.mask > 0], atol=1e-5)
    parted.learn(documents(maker), course(batches=20), tmp_path / "parted.pt")
    kept = Learner(Network(HEADS_OF, 0.1, config=BODY), HEADS_OF, (0, 1), 4)
    load_network(kept.network, tmp_path / "parted.pt")
    np.testing.assert_allclose(columns(kept, batch), columns(parted, batch), atol=1e-6)


def test_what_is_learned_apart_leaves_the_layers_of_the_other_heads_alone(maker: DocumentMaker) -> None:
    parted, batch = learner(maker), whole_batch(maker)
    own = HEADS_OF["attribution"].columns
    parted.network.part(1, (own.start, own.stop))
    loss_of(
        parted.network(torch.from_numpy(batch.ids), torch.from_numpy(batch.mask)), batch, HEADS_OF, only("roles")
    ).backward()
    grown = {
        name
        for name, parameter in parted.network.named_parameters()
        if parameter.grad is not None and parameter.grad.any()
    }
    assert any(name.startswith("body.encoder") for name in grown)
    assert not any(name.startswith("apart") for name in grown)


def test_what_is_kept_still_is_not_learned(maker: DocumentMaker, tmp_path: Path) -> None:
    stopped = learner(maker)
    stopped.network.part(1, (HEADS_OF["attribution"].columns.start, HEADS_OF["attribution"].columns.stop))
    stopped.network.keep_still(["body.embeddings", "apart"])
    before = {name: parameter.detach().clone() for name, parameter in stopped.network.named_parameters()}
    stopped.learn(documents(maker), course(batches=8), tmp_path / "still.pt")
    moved = {name for name, parameter in stopped.network.named_parameters() if not torch.equal(parameter, before[name])}
    assert any(name.startswith("body.encoder") for name in moved)
    assert not any(name.startswith(("apart", "body.embeddings")) for name in moved)


def test_answers_that_are_kept_move_less_than_others(maker: DocumentMaker, tmp_path: Path) -> None:
    moved = {}
    for name, kept in (("free", {}), ("kept", {"roles": 50.0})):
        trained, batch = learner(maker), whole_batch(maker)
        before = columns(trained, batch)[..., HEADS_OF["roles"].columns]
        trained.learn(documents(maker), course(batches=12, kept=kept), tmp_path / f"{name}.pt")
        after = columns(trained, batch)[..., HEADS_OF["roles"].columns]
        moved[name] = float((after.softmax(-1) - before.softmax(-1)).abs().mean())
    assert moved["kept"] < moved["free"] / 2


def test_a_head_that_is_left_out_takes_its_layers_along(maker: DocumentMaker) -> None:
    parted, batch = learner(maker), whole_batch(maker)
    own = HEADS_OF["attribution"].columns
    parted.network.part(1, (own.start, own.stop))
    whole = columns(parted, batch)
    keep_heads(parted.network, HEADS, ["roles"])
    np.testing.assert_allclose(columns(parted, batch), whole[..., own.start :], atol=1e-6)
    keep_heads(parted.network, {name: HEADS[name] for name in HEADS if name != "roles"}, ["attribution"])
    assert not len(parted.network.apart)
    np.testing.assert_allclose(columns(parted, batch), whole[..., own.stop :], atol=1e-6)


def only(head: str) -> dict[str, float]:
    """Loss weights that leave but one head."""
    return dict.fromkeys(HEADS, 0.0) | {head: 1.0}


def power_cut_at(number: int, step: Any) -> Any:
    def steps(self: Learner, batch: Any, course: Course, done: int, optimiser: Any, before: Any) -> float:
        if done == number:
            raise InterruptedError
        return float(step(self, batch, course, done, optimiser, before))

    return steps


def whole_batch(maker: DocumentMaker) -> Batch:
    """All documents in one batch."""
    windows = [window for document in documents(maker) for window in cut(document, 30)]
    return batch_of(windows, HEADS_OF, maker.cutter.first, maker.cutter.last)


def loss_alone(trained: Learner, batch: Batch, head: str) -> float:
    """The loss of one head."""
    return float(loss_of(columns(trained, batch), batch, HEADS_OF, only(head)))


def columns(trained: Learner, batch: Batch) -> Any:
    trained.network.eval()
    with torch.no_grad():
        return trained.network(torch.from_numpy(batch.ids), torch.from_numpy(batch.mask))
