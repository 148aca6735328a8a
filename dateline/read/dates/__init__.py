"""Time expressions: what words say when, their TIMEX3 values, and the days they mean."""

from collections.abc import Callable
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from dateline.model import DateMention
from dateline.read.dates.grammar import load_grammar
from dateline.read.dates.reader import read_dates
from dateline.read.doc_text import text_of
from dateline.read.extensions import register_extensions

__all__ = ["DateReader", "make_dates", "read_dates"]


class DateReader:
    """The component ``dateline_dates``: sets ``doc._.dateline_dates``, reckoning from ``doc._.dateline_published``.

    The dateline of the report, blanked out in the Doc, is read from the report's own text with ``tokenize``.
    """

    def __init__(self, language: str = "en", tokenize: Callable[[str], Doc] | None = None) -> None:
        register_extensions()
        load_grammar(language)
        self.language = language
        self._tokenize = tokenize

    def __call__(self, doc: Doc) -> Doc:
        doc._.dateline_dates = (*self._of_dateline(doc), *read_dates(doc, doc._.dateline_published, self.language))
        return doc

    def _of_dateline(self, doc: Doc) -> tuple[DateMention, ...]:
        report = doc._.dateline_report
        line = report.dateline if report is not None else None
        if line is None or self._tokenize is None or not text_of(doc)[line.start : line.end].isspace():
            return ()
        found = read_dates(self._tokenize(line.text), doc._.dateline_published, self.language)
        return tuple(replace(one, start=one.start + line.start, end=one.end + line.start) for one in found)


@Language.factory(
    "dateline_dates",
    requires=["token.tag", "token.dep", "token.lemma"],
    assigns=["doc._.dateline_dates"],
    default_config={"language": "en"},
)
def make_dates(nlp: Language, name: str, language: str) -> DateReader:
    """Make the component. Raises DataFileError when the language has no grammar of dates or a faulty one."""
    return DateReader(language, nlp.make_doc)
