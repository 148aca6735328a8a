"""Time expressions: what words say when, their TIMEX3 values, and the days they mean."""

from spacy.language import Language
from spacy.tokens import Doc

from dateline.read.dates.grammar import load_grammar
from dateline.read.dates.reader import read_dates
from dateline.read.extensions import register_extensions

__all__ = ["DateReader", "make_dates", "read_dates"]


class DateReader:
    """The component ``dateline_dates``: sets ``doc._.dateline_dates``, reckoning from ``doc._.dateline_published``."""

    def __init__(self, language: str = "en") -> None:
        register_extensions()
        load_grammar(language)
        self.language = language

    def __call__(self, doc: Doc) -> Doc:
        doc._.dateline_dates = read_dates(doc, doc._.dateline_published, self.language)
        return doc


@Language.factory(
    "dateline_dates",
    requires=["token.tag", "token.dep", "token.lemma"],
    assigns=["doc._.dateline_dates"],
    default_config={"language": "en"},
)
def make_dates(nlp: Language, name: str, language: str) -> DateReader:
    """Make the component. Raises DataFileError when the language has no grammar of dates or a faulty one."""
    return DateReader(language)
