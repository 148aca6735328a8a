"""The spaCy component: what the encoder answers about a doc, in ``doc._.dateline_encoder``."""

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from dateline.encoder.model import FOLDER, Encoder, RunOptions, load_encoder, shipped
from dateline.read.doc_text import text_of
from dateline.read.extensions import register_extensions


@Language.factory("dateline_encoder", assigns=["doc._.dateline_encoder"], default_config={"threads": 1, "folder": None})
def make_encoder(nlp: Language, name: str, threads: int, folder: str | None) -> "EncoderComponent":
    """A component that reads the text of a doc with the encoder; it needs nothing of those before.

    ``folder``: where the weights are, if not in the package.
    """
    return EncoderComponent(RunOptions(threads=threads), folder=Path(folder) if folder else FOLDER)


class EncoderComponent:
    """Writes an ``EncoderScores`` with offsets in the doc's text; None when no encoder is installed.

    The weights are loaded at the first doc.
    """

    def __init__(
        self, options: RunOptions | None = None, encoder: Encoder | None = None, folder: Path = FOLDER
    ) -> None:
        register_extensions()
        self.options, self._encoder, self.folder = options or RunOptions(), encoder, folder

    @property
    def encoder(self) -> Encoder | None:
        """The encoder, loaded when first asked for; None when none is installed."""
        if self._encoder is None and (self.folder != FOLDER or shipped()):
            self._encoder = load_encoder(self.folder, self.options)
        return self._encoder

    def __call__(self, doc: Doc) -> Doc:
        if self.encoder is not None:
            doc._.dateline_encoder = self.encoder.read(text_of(doc))
        return doc

    def pipe(self, stream: Iterable[Doc], batch_size: int = 16) -> Iterator[Doc]:
        """The same for many docs, windows of like length together."""
        waiting = iter(stream)
        while docs := list(islice(waiting, batch_size)):
            if self.encoder is not None:
                for doc, scores in zip(docs, self.encoder.read_many([text_of(doc) for doc in docs]), strict=True):
                    doc._.dateline_encoder = scores
            yield from docs
