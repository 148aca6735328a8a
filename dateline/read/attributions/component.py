"""The spaCy component: a parsed doc in, ``doc._.dateline_attributions`` out."""

from spacy.language import Language
from spacy.tokens import Doc

from dateline.model import Attribution, Speech
from dateline.read.attributions.candidates import Candidate, Page
from dateline.read.attributions.find import find_candidates, page_of
from dateline.read.attributions.issued import ISSUED
from dateline.read.attributions.judge import chosen, weights
from dateline.read.attributions.lexicon import lexicon
from dateline.read.attributions.naming import People, Speaker, people_of, speaker_of
from dateline.read.attributions.nesting import nested
from dateline.read.attributions.pieces import of_tokens, offsets, trimmed, without
from dateline.read.attributions.support import TAGGED, Support, support_of, tagged_candidates
from dateline.read.attributions.unmarked import UNMARKED
from dateline.read.doc_text import text_of
from dateline.read.extensions import register_extensions

UNRULED = "no rule does."
"""How the reason ends of attributions that the encoder alone proposes."""


@Language.factory(
    "dateline_attributions",
    requires=["token.dep", "token.tag", "token.lemma"],
    assigns=["doc._.dateline_attributions"],
)
def make_attributions(nlp: Language, name: str) -> "Attributions":
    """A component that finds who says what. Put it after the parser and, where there is one, after coreference."""
    return Attributions(nlp.lang or "en")


class Attributions:
    """Finds attributions with the cue words of one language (ISO 639-1).

    Raises DataFileError for a broken data file.
    """

    def __init__(self, language: str = "en") -> None:
        register_extensions()
        self.words = lexicon(language)
        self.weights = weights(language)

    def __call__(self, doc: Doc) -> Doc:
        page = page_of(doc, self.words)
        people = people_of(doc)
        text = text_of(doc)
        support = _support(doc, page)
        proposed = find_candidates(page) + (list(tagged_candidates(page, support)) if support else [])
        candidates = chosen(page, proposed, self.weights, support=support)
        found = [attribution(page, people, candidate, text) for candidate in candidates]
        doc._.dateline_attributions = nested([item for item in found if item is not None])
        return doc


def _support(doc: Doc, page: Page) -> Support | None:
    """What the encoder sees in the doc; None where none has read it, or none with this head."""
    scores = doc._.dateline_encoder
    if scores is None or "attribution" not in scores.heads or "attribution_support" not in scores.settings:
        return None
    return support_of(scores, page.tree, scores.settings["attribution_support"])


def attribution(page: Page, people: People, candidate: Candidate, text: str) -> Attribution | None:
    """A chosen candidate as the model's noun, without id; None when nothing of its content lies outside its source."""
    tree = page.tree
    cue = of_tokens(list(candidate.cue))
    content = trimmed(tree, without(candidate.content, (*candidate.source, *cue)))
    if not content:
        return None
    speaker = speaker_of(page, people, candidate, text)
    if candidate.construction in UNMARKED and not _is_person(people, speaker):
        return None
    if candidate.construction == ISSUED and speaker.entity is None:
        return None
    speech = _speech(page, candidate)
    return Attribution(
        id="",
        source=offsets(tree, candidate.source),
        cue=offsets(tree, cue),
        content=offsets(tree, content),
        speech=speech,
        anonymous=speaker.anonymous,
        speaker=speaker.name,
        speaker_entity=speaker.entity,
        verb=candidate.lemma,
        within=None,
        reason=_reason(page, candidate, speech, speaker),
    )


def _is_person(people: People, speaker: Speaker) -> bool:
    entity = people.entities.get(speaker.entity or "")
    return entity is not None and entity.kind == "person"


def _speech(page: Page, candidate: Candidate) -> Speech:
    """Direct when all words stand between quotation marks, mixed when some do; words merely set apart do not count."""
    tree = page.tree
    if page.quoted[candidate.cue_head] >= 0:
        return "indirect"
    words = [token for begin, end in candidate.content for token in range(begin, end) if not tree.is_punct(token)]
    spoken = [token for token in words if page.quoted[token] >= 0 and not page.quotations[page.quoted[token]].scare]
    if not spoken:
        return "indirect"
    return "direct" if len(spoken) == len(words) else "mixed"


def _reason(page: Page, candidate: Candidate, speech: Speech, speaker: Speaker) -> str:
    tree = page.tree
    cue = " ".join(tree.lower[token] for token in candidate.cue if not tree.is_punct(token) or len(candidate.cue) == 1)
    if candidate.construction == TAGGED:
        return f"the encoder marks “{cue}” as a saying with this content; {UNRULED}"
    marks = (
        f"“{cue}” marks {speech} speech"
        if candidate.quotations
        else f"“{cue}” ({candidate.cue_class}) marks what follows from it"
    )
    if candidate.source_head is None:
        return f"{marks}; no source is named."
    via = f", who is {speaker.name}" if speaker.entity and speaker.name else ""
    return f"{marks}; its source is “{tree.lower[candidate.source_head]}”{via}."
