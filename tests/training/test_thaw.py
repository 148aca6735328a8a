"""Weights that were exported come back to within their rounding; needs the extra ``train``."""

from pathlib import Path

import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("transformers")
pytest.importorskip("onnx")

from dateline.encoder.heads import Heads  # noqa: E402
from training.encoder.export import TABLE, fuse, give_out_words, quantize, write_onnx  # noqa: E402
from training.encoder.network import Network  # noqa: E402
from training.encoder.thaw import weights  # noqa: E402

BODY = {
    "vocab_size": 20, "hidden_size": 16, "num_hidden_layers": 2, "num_attention_heads": 2, "intermediate_size": 32,
    "max_position_embeddings": 64,
}  # fmt: skip
HEADS = {"roles": {"kind": "spans", "labels": ["PerpInd", "Victim"]}, "event": {"kind": "sentence", "labels": ["AID"]}}


@pytest.mark.filterwarnings("ignore")
def test_exported_weights_come_back(tmp_path: Path) -> None:
    torch.manual_seed(1)
    network = Network(Heads(HEADS), 0.1, config=BODY)
    with torch.no_grad():
        for parameter in network.parameters():
            parameter.normal_()
    was = {name: numbers.clone() for name, numbers in network.state_dict().items()}
    write_onnx(network, tmp_path / "exact.onnx")
    fuse(network, tmp_path / "exact.onnx", tmp_path / "fused.onnx")
    quantize(tmp_path / "fused.onnx", tmp_path / "small.onnx")
    give_out_words(tmp_path / "small.onnx")
    found = weights(tmp_path / "small.onnx")
    assert was.keys() - found.keys() == {TABLE, "apart_columns"}
    for name, numbers in found.items():
        assert torch.allclose(numbers, was[name], atol=0.03), name
