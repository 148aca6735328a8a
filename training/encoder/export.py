"""Write trained weights where the package looks for them: ``python -m training.encoder.export --out FOLDER``.

``FOLDER`` is where the trainings left their checkpoints; those of the folds are written into folders beside them.

The weights become int8, one scale per column of each matrix; vocabulary and description are written beside them.
"""

import argparse
import logging
import shutil
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import onnx
import torch
import yaml
from onnx import TensorProto
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.transformers.optimizer import optimize_model

from dateline.encoder.heads import Heads
from dateline.encoder.model import DESCRIPTION, FOLDER, VOCABULARY, WEIGHTS, WORD_VECTORS, digest
from training.encoder.learn import load_network
from training.encoder.network import Network, starting_folder
from training.encoder.run import CONFIG, PUPIL, WHOLE, load_config

logger = logging.getLogger(__name__)
TABLE = "body.embeddings.word_embeddings.weight"
"""How the weights call their table of wordpieces."""


def export(checkpoint: Path, folder: Path, config: dict[str, Any], left_out: Sequence[str] = ()) -> Path:
    """Write weights, vocabulary and description into a folder; the heads in ``left_out`` stay behind."""
    network = Network(Heads(config["heads"]), config["dropout"], starting_folder())
    load_network(network, checkpoint)
    kept = keep_heads(network, config["heads"], left_out)
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as scratch:
        exact, fused = Path(scratch) / "exact.onnx", Path(scratch) / "fused.onnx"
        write_onnx(network, exact)
        fuse(network, exact, fused)
        quantize(fused, folder / WEIGHTS)
    give_out_words(folder / WEIGHTS)
    shutil.copyfile(starting_folder() / "vocab.txt", folder / VOCABULARY)
    describe(folder / DESCRIPTION, kept, digest(folder))
    logger.info("%s: %.1f MB", folder / WEIGHTS, (folder / WEIGHTS).stat().st_size / 1e6)
    return folder / WEIGHTS


def keep_heads(network: Network, declared: dict[str, Any], left_out: Sequence[str]) -> dict[str, Any]:
    """Take the columns of the heads left out away from the network; gives what is declared of the others."""
    heads = Heads(declared)
    columns = [column for head in heads if head.name not in left_out for column in range(heads.width)[head.columns]]
    smaller = torch.nn.Linear(network.heads.in_features, len(columns))
    with torch.no_grad():
        smaller.weight.copy_(network.heads.weight[columns])
        smaller.bias.copy_(network.heads.bias[columns])
    network.heads = smaller
    first, last = (sum(column < border for column in columns) for border in network.apart_columns.tolist())
    network.apart_columns = torch.tensor([first, last])
    if first == last:
        network.apart = torch.nn.ModuleList()
    return {
        name: {"kind": item["kind"], "labels": list(item["labels"])}
        for name, item in declared.items()
        if name not in left_out
    }


def write_onnx(network: Network, path: Path) -> None:
    """The network in float32, with attention written out so that it can be fused."""
    network.eval()
    network.body.set_attn_implementation("eager")
    inputs = (torch.ones(2, 8, dtype=torch.long), torch.ones(2, 8, dtype=torch.long))
    names = ["input_ids", "attention_mask"]
    free = {name: {0: "windows", 1: "positions"} for name in [*names, "columns"]}
    torch.onnx.export(
        network,
        inputs,
        str(path),
        input_names=names,
        output_names=["columns"],
        dynamic_axes=free,
        opset_version=17,
        dynamo=False,
    )


def fuse(network: Network, exact: Path, fused: Path) -> None:
    """Write the network with attention, normalisation and activation as one operator each: a seventh faster, the same
    to six decimals.
    """
    shape = network.body.config
    model = optimize_model(
        str(exact), model_type="bert", num_heads=shape.num_attention_heads, hidden_size=shape.hidden_size, opt_level=0
    )
    model.save_model_to_file(str(fused))


def quantize(fused: Path, path: Path) -> None:
    """The network in int8, one scale per column of each matrix."""
    options = {"DefaultTensorType": TensorProto.FLOAT}  # fused operators hide their types
    quantize_dynamic(fused, path, per_channel=True, weight_type=QuantType.QInt8, extra_options=options)


def give_out_words(path: Path) -> None:
    """Make the encoder's weights give out the first vectors of the wordpieces too, from the table that they hold: the
    network for claims has none of its own.
    """
    model = onnx.load(str(path))
    if any(output.name == WORD_VECTORS for output in model.graph.output):
        return
    numbers = [f"{TABLE}_quantized", "input_ids"]
    scaled = ["word_numbers", f"{TABLE}_scale", f"{TABLE}_zero_point"]
    model.graph.node.append(onnx.helper.make_node("Gather", numbers, ["word_numbers"]))
    model.graph.node.append(onnx.helper.make_node("DequantizeLinear", scaled, [WORD_VECTORS]))
    width = next(item.dims[1] for item in model.graph.initializer if item.name == numbers[0])
    shape = ["windows", "positions", width]
    model.graph.output.append(onnx.helper.make_tensor_value_info(WORD_VECTORS, onnx.TensorProto.FLOAT, shape))
    onnx.save(model, str(path))


def describe(path: Path, heads: dict[str, Any], digest: str) -> None:
    """Write the heads and the weights' SHA-256, by which readings of other weights are told apart; the rest stays."""
    known = yaml.safe_load(path.read_text(encoding="utf-8")) if path.exists() else {}
    known = {**known, "heads": heads, "weights_sha256": digest}
    write_description(path, known)


def write_description(path: Path, known: dict[str, Any]) -> None:
    """Write what the weights answer, and from where an answer counts."""
    text = yaml.safe_dump(known, sort_keys=False, allow_unicode=True, width=120)
    path.write_text("# Written by training/encoder/export.py and tune.py.\n" + text, encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, required=True, help="where the trainings left their checkpoints")
    parser.add_argument("--folder", type=Path, default=FOLDER)
    parser.add_argument("--config", type=Path, default=CONFIG)
    parser.add_argument("--leave-out", nargs="*", default=[], help="heads that are not shipped")
    arguments = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    config = load_config(arguments.config)
    for number in range(len(config["folds"])):
        checkpoint = arguments.out / f"fold-{number}.pt"
        if checkpoint.exists():
            export(checkpoint, arguments.out / f"fold-{number}", config)
    pupil = arguments.out / f"{PUPIL}.pt"
    whole = pupil if pupil.exists() else arguments.out / f"{WHOLE}.pt"
    export(whole, arguments.folder, config, arguments.leave_out)


if __name__ == "__main__":
    main()
