from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from dateline.encoder.claims import COLUMNS, ROLES, TYPES, ClaimNetwork, load_claim_network, read_claims
from dateline.encoder.model import FOLDER, WEIGHTS, Encoder, description, load_encoder, shipped
from dateline.encoder.scores import EncoderScores
from dateline.encoder.windows import Floats
from dateline.errors import RunStopped

needs_weights = pytest.mark.skipif(not shipped(), reason="the weights are not in this checkout")
MOST_MEGABYTES = 40


def with_vectors(scores: EncoderScores) -> EncoderScores:
    """As if the weights gave out vectors: one number a wordpiece, its place in the text; [CLS] and [SEP] -1."""
    inner = np.arange(len(scores.pieces), dtype=np.float32)
    return replace(scores, word_vectors=np.concatenate([[-1.0], inner, [-1.0]]).astype(np.float32)[:, None])


def echo(vectors: Floats) -> Floats:
    """A network whose first column is its input."""
    columns = np.zeros((vectors.shape[1], COLUMNS), dtype=np.float32)
    columns[:, 0] = vectors[0, :, 0]
    return columns


def test_every_wordpiece_is_answered_once_however_many_windows_a_text_has(
    encoder_of: Callable[..., Encoder], tmp_path: Path
) -> None:
    scores = with_vectors(encoder_of({}, window=32, shared=8).read("Gunmen attacked a bridge. " * 30))
    assert len(scores.windows) > 1
    found = read_claims(scores, ClaimNetwork(echo, tmp_path))
    np.testing.assert_array_equal(found.columns[:, 0], np.arange(len(scores.pieces)))


def test_a_text_whose_encoder_keeps_no_vectors_cannot_be_read(
    encoder_of: Callable[..., Encoder], tmp_path: Path
) -> None:
    with pytest.raises(ValueError, match="no word vectors"):
        read_claims(encoder_of({}).read("Rain fell."), ClaimNetwork(echo, tmp_path))


def test_a_folder_without_the_network_has_none_and_broken_weights_stop_the_run(tmp_path: Path) -> None:
    assert load_claim_network(tmp_path) is None
    broken = tmp_path / "broken"
    broken.mkdir()
    (broken / "claims.onnx").write_bytes(b"not weights")
    with pytest.raises(RunStopped, match="cannot be loaded"):
        load_claim_network(broken)


@needs_weights
def test_the_shipped_network_sees_an_attack_and_who_is_in_it() -> None:
    text = "Gunmen of the Red Dawn Front attacked an army post near Gao on Monday, the governor said."
    scores = load_encoder().read(text)
    assert scores.claims is not None
    found = read_claims(scores, scores.claims)
    at = text.index("attacked")
    assert found.probabilities[found.encoder.pieces.at(at), TYPES.index("ASSAULT")] > 0.5
    assert found.highest(0, len(text))[TYPES.index("ASSAULT")] > found.highest(0, len(text))[TYPES.index("AGREE")]
    assert found.highest(len(text), len(text)).max() == 0.0
    assert found.asked(0).shape == (len(ROLES), found.offered([0, 1]).shape[2])


@needs_weights
def test_the_shipped_weights_are_small_and_hold_one_table_of_wordpieces() -> None:
    sizes = {path.name: path.stat().st_size / 1e6 for path in FOLDER.iterdir() if path.suffix in (".onnx", ".npz")}
    assert sum(sizes.values()) <= MOST_MEGABYTES
    assert sizes["claims.onnx"] < sizes[WEIGHTS] / 1.5
    assert {"seen", "elsewhere", "kept"} <= set(description()["claims"])
