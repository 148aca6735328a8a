"""Take shipped int8 weights back to float, for a course that goes on from them when their checkpoint is gone.

    python -m training.encoder.thaw --weights FILE --out FOLDER

Writes the checkpoint that ``pupil.py`` begins from. What rounding took is not given back: up to a 508th of a column's
range for each number. The table of wordpieces, which no course changes, is MiniLM's own again.
"""

import argparse
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from onnx import numpy_helper

from dateline.encoder.heads import Heads
from dateline.encoder.model import FOLDER, WEIGHTS
from training.encoder.export import TABLE
from training.encoder.network import Network, starting_folder
from training.encoder.run import WHOLE, load_config

QUERY_KEY_VALUE = ("query", "key", "value")

Numbers = dict[str, np.ndarray[Any, Any]]


def weights(path: Path) -> dict[str, torch.Tensor]:
    """The weights of an exported network (``export.py``) by their names in torch, float32; without ``TABLE``."""
    graph = onnx.load(path).graph
    stored: Numbers = {item.name: numpy_helper.to_array(item) for item in graph.initializer}
    found: Numbers = {name: numbers for name, numbers in stored.items() if name.startswith("body.")}
    for name in [name.removesuffix("_quantized") for name in found if name.endswith("_quantized")]:
        found[name] = exact(stored, name)
    for node in graph.node:
        if node.op_type == "QAttention":
            found |= attention(node, stored)
        elif node.op_type == "MatMulInteger":
            name = node.name.removesuffix("/MatMul_quant").strip("/").replace("/", ".")
            matrix = exact(stored, node.input[1].removesuffix("_quantized"))
            found[f"body.encoder.{name}.weight" if name else "heads.weight"] = matrix.T
    (found["heads.bias"],) = (numbers for name, numbers in stored.items() if name.startswith("onnx::Add"))
    return {
        name: torch.tensor(np.array(numbers), dtype=torch.float32)
        for name, numbers in found.items()
        if name != TABLE and not name.endswith(("_scale", "_zero_point", "_quantized"))
    }


def exact(stored: Numbers, name: str) -> np.ndarray[Any, Any]:
    """A matrix or vector from its integers, their zero point and scale."""
    integers, zero = stored[f"{name}_quantized"].astype(np.float32), stored[f"{name}_zero_point"].astype(np.float32)
    numbers: np.ndarray[Any, Any] = (integers - zero) * stored[f"{name}_scale"]
    return numbers


def attention(node: onnx.NodeProto, stored: Numbers) -> Numbers:
    """The three maps of a layer's attention, which stand side by side in one matrix."""
    matrix, bias = exact(stored, node.input[1].removesuffix("_quantized")), stored[node.input[2]]
    layer = node.name.split("_")[1]
    found: Numbers = {}
    for part, columns, own in zip(QUERY_KEY_VALUE, np.split(matrix, 3, axis=1), np.split(bias, 3), strict=True):
        place = f"body.encoder.layer.{layer}.attention.self.{part}"
        found[f"{place}.weight"], found[f"{place}.bias"] = columns.T, own
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--weights", type=Path, default=FOLDER / WEIGHTS, help="without it those of the package")
    parser.add_argument("--out", type=Path, required=True, help="where the checkpoint goes")
    arguments = parser.parse_args()
    config = load_config()
    network = Network(Heads(config["heads"]), config["dropout"], starting_folder())
    missing, unknown = network.load_state_dict(weights(arguments.weights), strict=False)
    if unknown or set(missing) - {TABLE, "apart_columns"}:
        parser.error(f"not weights of the heads in the configuration: {sorted(unknown)} {sorted(missing)}")
    arguments.out.mkdir(parents=True, exist_ok=True)
    torch.save({"network": network.state_dict(), "step": 0}, arguments.out / f"{WHOLE}.pt")


if __name__ == "__main__":
    main()
