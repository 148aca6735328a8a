"""Mistakes that parsers make in the prose of news, mended once for all who read the parse after."""

from collections.abc import Callable, Iterator
from functools import partial

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc, Token

from dateline.read.parse import dated, dead, headlines, joined, labels, participles, relative, said, tags, thought
from dateline.read.parse.words import Mending

RULES: dict[str, tuple[Callable[[Token], Iterator[Mending]], ...]] = {
    "conj": (
        joined.verb_with_tense,
        joined.subject_after_and,
        joined.second_object,
        joined.subject_with_participle,
        joined.past_a_saying,
        participles.taken_for_root,
    ),
    "appos": (joined.in_a_list, joined.name_behind_place),
    "amod": (
        joined.of_the_second,
        participles.charged_with_doing,
        participles.verb_taken_for_modifier,
        participles.root_taken_for_modifier,
        participles.second_deed,
    ),
    "compound": (
        participles.verb_taken_for_modifier,
        participles.root_taken_for_modifier,
        headlines.ahead_of_object,
    ),
    "npadvmod": (joined.name_behind_office,),
    "pobj": (dated.subject_behind_date,),
    "nummod": (dated.year_behind_preposition,),
    "pcomp": (participles.agent_with_participle, participles.done_by_a_noun),
    "relcl": (
        relative.deadly_clause,
        relative.told_by_others,
        relative.object_further_down,
        relative.of_a_person,
        relative.of_the_led,
    ),
    "ccomp": (joined.at_semicolon, relative.cleft, participles.object_of_the_verb_before),
    "acl": (joined.second_of_three, participles.behind_a_report, relative.whom_they_killed, relative.verb_behind),
    "xcomp": (participles.past_an_insertion,),
    "advcl": (joined.asked_for, participles.after_a_participle, participles.seen_doing),
    "nsubj": (labels.label, joined.aside_in_front, joined.aside_behind, labels.in_brackets),
    "nmod": (labels.label_in_phrase,),
    "prep": (joined.more_than, dated.bare_preposition),
    "dep": (
        joined.then_did,
        participles.after_a_participle,
    ),
    "parataxis": (thought.thought_to,),
}
"""By the label of a word, what may be wrong with it."""
BY_WORD: tuple[Callable[[Token], Iterator[Mending]], ...] = (
    said.said,
    dead.without_verb,
    dated.day_behind_subject,
    thought.thought_to_be,
)
"""What is looked for at every word, whatever its label: each knows its words."""


PASSES = 2
"""How often the rules look: what one has put right may be what another needs to see a second mistake."""


@Language.factory(
    "dateline_parse", requires=["token.dep", "token.tag", "token.head"], assigns=["token.dep", "token.head"]
)
def make_mended_parse(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """A component that mends the parse. Put it after the parser, before all that read the parse."""
    return partial(mended, nlp)


def mended(nlp: Language, doc: Doc) -> Doc:
    """The doc with what is plainly wrong in its parse put right; the words for it are in ``parse.yaml``."""
    for token in doc:
        if (tag := tags.right_tag(token)) is not None:
            tags.retag(token, tag, nlp)
    for _ in range(PASSES):
        found = {token.i: (head, label) for token, head, label in mendings(doc)}
        if not found:
            break
        doc = _rejoined(doc, found)
    return doc


def _rejoined(doc: Doc, found: dict[int, tuple[Token, str]]) -> Doc:
    """The doc with other heads and labels for the tokens at these places."""
    heads = np.array([token.head.i - token.i for token in doc], dtype=np.int64)
    labels = np.array([token.dep for token in doc], dtype=np.uint64)
    for place, (head, label) in found.items():
        heads[place], labels[place] = head.i - place, doc.vocab.strings.add(label)
    parse = np.stack([heads.astype(np.uint64), labels], axis=1)
    return doc.from_array(["HEAD", "DEP"], parse)  # type: ignore[arg-type]  # spaCy packs signed numbers so


def mendings(doc: Doc) -> Iterator[Mending]:
    """What is to be mended in a parsed doc."""
    for token in doc:
        for rule in (*RULES.get(token.dep_, ()), *BY_WORD):
            yield from rule(token)
