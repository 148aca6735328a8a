"""Claims of a report: the component ``dateline_claims``, last of the reading pipeline."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from dateline.claims.assemble import Assembler
from dateline.claims.denials import with_denials
from dateline.claims.drafts import Draft, told_and_doubted
from dateline.claims.followers import with_groups
from dateline.claims.gapped import with_gapped
from dateline.claims.headed_dates import with_headed_dates
from dateline.claims.learned.proposals import learned_of
from dateline.claims.match import matches
from dateline.claims.questions import is_asked
from dateline.claims.replies import with_addressees
from dateline.claims.seconds import with_bodies_of_leaders
from dateline.claims.select import select
from dateline.claims.settings import with_settings
from dateline.claims.subject_matter import SubjectMatter
from dateline.claims.words import Words
from dateline.ontology.load import load_ontology
from dateline.read.extensions import register_extensions


@Language.factory(
    "dateline_claims",
    default_config={"ontology": []},
    requires=[
        "doc._.dateline_mentions",
        "doc._.dateline_attributions",
        "doc._.dateline_places",
        "doc._.dateline_dates",
    ],
    assigns=["doc._.dateline_claims", "doc._.dateline_doubted", "doc._.dateline_silence"],
)
def make_claims(nlp: Language, name: str, ontology: list[str]) -> "Claims":
    """The component; ``ontology`` lists further YAML files, read after those that ship with Dateline."""
    return Claims([Path(path) for path in ontology])


class Claims:
    """Sets ``doc._.dateline_claims``, and in ``doc._.dateline_doubted`` what words state and is likely wrong."""

    def __init__(self, extra: list[Path]) -> None:
        register_extensions()
        self.ontology = load_ontology(*extra)

    def __call__(self, doc: Doc) -> Doc:
        words = Words(doc)
        matter = SubjectMatter(words)
        if matter.whole is not None:
            doc._.dateline_silence = matter.whole.reason
        else:
            doc._.dateline_claims, doc._.dateline_doubted = told_and_doubted(words, self._drafts(words, matter))
        words.close()
        return doc

    def _drafts(self, doc: Words, matter: SubjectMatter) -> Iterable[Draft]:
        assembler = Assembler(doc, self.ontology, on_conflict=matter.on_conflict)
        drafts = with_bodies_of_leaders(matter.keep(self._weighed(doc, assembler, matter)))
        grouped = with_groups(select(drafts, self.ontology), assembler.participants)
        selected = with_gapped(grouped, assembler.participants, assembler.located, assembler.days)
        answered = with_denials(with_addressees(selected), assembler.participants)
        return with_headed_dates(doc, with_settings(answered))

    def _weighed(self, doc: Words, assembler: Assembler, matter: SubjectMatter) -> Iterator[Draft]:
        """What patterns state and, where the network for claims is installed, its word on it."""
        drafts, learned = self.stated(doc, assembler, matter), learned_of(doc._.dateline_encoder, assembler)
        return learned.weighed(drafts) if learned is not None else drafts

    def stated(self, doc: Words, assembler: Assembler, matter: SubjectMatter) -> Iterator[Draft]:
        """Relations, and for each trigger the first event pattern with participants of the right kinds, and with the
        company that it needs.
        """
        told, asks = _words_that_name(doc), "?" in doc.text
        for match in matches(doc, self.ontology):
            is_event = self.ontology.types[match.pattern.type].kind == "event"
            if (is_event and match.trigger.i in told) or (asks and is_asked(match.trigger)):
                continue
            if match.pattern.company and not matter.has_company(match.trigger):
                continue
            for draft in assembler.drafts(match):
                if is_event:
                    told.add(match.trigger.i)
                yield draft


def _words_that_name(doc: Words) -> set[int]:
    """Indexes of tokens in dates and proper names, which tell of no event: "March", "Strike Force"."""
    spans = [(date.start, date.end) for date in doc._.dateline_dates]
    spans += [(mention.start, mention.end) for mention in doc._.dateline_mentions if mention.form == "name"]
    found: set[int] = set()
    for start, end in spans:
        span = doc.char_span(start, end, alignment_mode="contract")
        found.update(token.i for token in span or () if token.pos_ in ("PROPN", "NUM"))
    return found
