"""Write the trained network for claims into the package: ``python -m training.claims.export --out FOLDER``.

Two files: ``claims.onnx``, the body and its columns in int8, without a table of wordpieces, since the encoder's weights
give out the vectors of theirs; and ``roles.npz``, the scorer of participants.
"""

import argparse
import logging
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
import torch
from onnxruntime.transformers.optimizer import optimize_model

from dateline.claims.learned.features import FEATURES
from dateline.encoder.claims import ROLE_WEIGHTS
from dateline.encoder.claims import WEIGHTS as CLAIM_WEIGHTS
from dateline.encoder.model import DESCRIPTION, FOLDER, WORD_VECTORS, description, digest
from training.claims.learn import CHECKPOINT, load_config
from training.claims.network import ClaimsNet, Scorer
from training.encoder.export import quantize, write_description

logger = logging.getLogger(__name__)


def export(checkpoint: Path, folder: Path) -> None:
    """Write the weights of a finished training into a folder that holds the encoder's."""
    kept = torch.load(checkpoint, weights_only=True)
    network = ClaimsNet(kept["values"], dropout=0.0, scorer_dropout=0.0)
    network.load_state_dict(kept["network"])
    network.eval()
    with TemporaryDirectory() as scratch:
        exact, fused = Path(scratch) / "exact.onnx", Path(scratch) / "fused.onnx"
        write_onnx(network, exact)
        shape = network.body.config
        optimize_model(
            str(exact),
            model_type="bert",
            num_heads=shape.num_attention_heads,
            hidden_size=shape.hidden_size,
            opt_level=0,
        ).save_model_to_file(str(fused))
        quantize(fused, folder / CLAIM_WEIGHTS)
    np.savez_compressed(folder / ROLE_WEIGHTS, **arrays_of(network.scorer, kept["values"]))
    known = {"claims": load_config()["bars"], **description(folder), "weights_sha256": digest(folder)}
    write_description(folder / DESCRIPTION, known)
    for name in (CLAIM_WEIGHTS, ROLE_WEIGHTS):
        logger.info("%s: %.1f MB", name, (folder / name).stat().st_size / 1e6)


def write_onnx(network: ClaimsNet, path: Path) -> None:
    """The body and its columns in float32, with attention written out so that it can be fused."""
    network.body.set_attn_implementation("eager")
    inputs = (torch.zeros(2, 8, network.body.config.hidden_size), torch.ones(2, 8, dtype=torch.long))
    names = [WORD_VECTORS, "attention_mask"]
    torch.onnx.export(
        network,
        inputs,
        str(path),
        input_names=names,
        output_names=["columns"],
        dynamic_axes={name: {0: "windows", 1: "positions"} for name in [*names, "columns"]},
        opset_version=17,
        dynamo=False,
    )


def arrays_of(scorer: Scorer, values: dict[str, list[str]]) -> dict[str, Any]:
    """The scorer's weights by the names that ``dateline/claims/learned/roles.py`` reads them under."""
    found: dict[str, Any] = {}
    for name in FEATURES:
        found[f"values_{name}"] = np.array(values[name], dtype=np.str_)
        found[f"table_{name}"] = _floats(scorer.tables[name].weight)
    for name in ("candidate", "nobody"):
        for part in ("in", "out"):
            layer = getattr(scorer, f"{name}_{part}")
            found[f"{name}_{part}"], found[f"{name}_{part}_bias"] = _floats(layer.weight).T, _floats(layer.bias)
    return {**found, "types": _floats(scorer.types.weight), "asked": _floats(scorer.asked.weight)}


def _floats(weights: torch.Tensor) -> Any:
    return weights.detach().numpy().astype(np.float32)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, required=True, help="where the training left its checkpoint")
    parser.add_argument("--folder", type=Path, default=FOLDER)
    arguments = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    export(arguments.out / CHECKPOINT, arguments.folder)


if __name__ == "__main__":
    main()
