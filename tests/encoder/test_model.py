import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from dateline.encoder.model import FOLDER, Encoder, RunOptions, description, digest, load_encoder, shipped
from dateline.errors import RunStopped

needs_weights = pytest.mark.skipif(not shipped(), reason="the weights are not in this checkout")
CONFLICT = {("incident", "conflict"): {"[CLS]": 4.0}, ("event", "ASSAULT"): {"attacked": 9.0}}
REPORT = "Gunmen of the Red Dawn Front attacked a bridge on Monday. " * 30


def test_a_text_scores_the_same_alone_and_among_others(encoder_of: Callable[..., Encoder]) -> None:
    encoder = encoder_of(CONFLICT, window=32, shared=8)
    alone = encoder.read(REPORT)
    among = encoder.read_many(["Rain fell.", REPORT, ""])[1]
    np.testing.assert_array_equal(alone.columns, among.columns)


def test_an_empty_text_has_no_pieces_and_no_probability(encoder_of: Callable[..., Encoder]) -> None:
    scores = encoder_of(CONFLICT).read("")
    assert len(scores.pieces) == 0
    assert scores.of_text("incident") == {"attack": 0.0, "bombing": 0.0, "conflict": 0.0}
    assert scores.of_sentence("event", 0, 0) == {"ASSAULT": 0.0, "AID": 0.0}


def test_a_text_is_judged_by_its_surest_window(encoder_of: Callable[..., Encoder]) -> None:
    scores = encoder_of(CONFLICT, window=32, shared=8).read(REPORT)
    assert len(scores.windows) > 1
    assert scores.of_text("incident")["conflict"] == pytest.approx(0.982, abs=0.001)


def test_a_sentence_is_judged_by_its_own_wordpieces(encoder_of: Callable[..., Encoder]) -> None:
    text = "Gunmen attacked. Rain fell on Monday."
    scores = encoder_of(CONFLICT).read(text)
    assert scores.of_sentence("event", 0, 16)["ASSAULT"] > scores.of_sentence("event", 17, len(text))["ASSAULT"]


def test_a_folder_without_weights_stops_the_run_with_words(tmp_path: Path) -> None:
    assert not shipped(tmp_path)
    with pytest.raises(RunStopped, match="cannot be run"):
        load_encoder(tmp_path)


def test_broken_weights_stop_the_run_with_words(tmp_path: Path) -> None:
    (tmp_path / "encoder.onnx").write_bytes(b"version of a pointer, not weights")
    (tmp_path / "encoder.yaml").write_text("heads: {}\n", encoding="utf-8")
    with pytest.raises(RunStopped, match="cannot be loaded"):
        load_encoder(tmp_path)


@needs_weights
def test_the_description_is_that_of_the_shipped_weights() -> None:
    assert description()["weights_sha256"] == digest(FOLDER)
    assert load_encoder().read("Rain fell.").columns.shape[1] == load_encoder().heads.width


@needs_weights
def test_the_shipped_weights_give_the_same_answer_twice_in_any_company() -> None:
    encoder = load_encoder()
    alone, again = encoder.read(REPORT), encoder.read(REPORT)
    np.testing.assert_array_equal(alone.columns, again.columns)
    among = encoder.read_many(["Rain fell on the cafe.", REPORT])[1]
    np.testing.assert_array_equal(alone.columns, among.columns)


@needs_weights
def test_the_shipped_weights_see_the_cue_of_a_saying() -> None:
    text = "The bridge is closed until Friday, the governor said."
    scores = load_encoder().read(text)
    cue = scores.inside("attribution")[:, scores.heads["attribution"].labels.index("cue")]
    surest = int(cue.argmax())
    assert text[scores.pieces.starts[surest] : scores.pieces.ends[surest]] == "said"


@needs_weights
def test_running_needs_no_torch() -> None:
    code = """
import sys
sys.modules["torch"] = None
from dateline.encoder.model import load_encoder
load_encoder().read("Rain fell.")
"""
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@needs_weights
def test_the_weights_are_loaded_once_whether_options_are_named_or_not() -> None:
    assert load_encoder() is load_encoder(options=RunOptions())
