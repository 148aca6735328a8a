"""Load a file of weights into onnxruntime."""

from pathlib import Path
from typing import Any

from dateline.errors import RunStopped


def session_of(weights: Path, threads: int) -> Any:
    """An onnxruntime session for a file of weights. Raises RunStopped for a file that cannot be loaded."""
    import onnxruntime

    settings = onnxruntime.SessionOptions()
    settings.intra_op_num_threads = threads
    settings.inter_op_num_threads = 1
    settings.use_deterministic_compute = True
    try:
        return onnxruntime.InferenceSession(str(weights), settings, providers=["CPUExecutionProvider"])
    except Exception as error:  # onnxruntime has a dozen kinds of error, and no name for them all.
        raise RunStopped(f"the encoder's weights ({weights}) cannot be loaded: {error}") from error
