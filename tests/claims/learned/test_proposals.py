"""What the network for claims makes of a report, with a network that says what it is told to."""

from collections.abc import Callable, Mapping
from dataclasses import replace

import numpy as np
import pytest

from dateline.claims.assemble import Assembler
from dateline.claims.component import Claims
from dateline.claims.confidence import features_of
from dateline.claims.drafts import Draft
from dateline.claims.learned.bars import Bars
from dateline.claims.learned.features import FEATURES, SCENE_FEATURES
from dateline.claims.learned.proposals import Learned
from dateline.claims.learned.roles import RoleScorer
from dateline.claims.learned.seen import LEARNED, Seen, seen_features
from dateline.claims.subject_matter import SubjectMatter
from dateline.claims.words import Words
from dateline.encoder.claims import COLUMNS, ROLE_WIDTH, ROLES, TYPES, ClaimScores
from dateline.encoder.heads import Heads
from dateline.encoder.scores import EncoderScores
from dateline.encoder.wordpieces import Pieces
from dateline.model import Reading
from dateline.ontology.load import load_ontology

Parse = Callable[[str], Words]
BARS = Bars(
    seen=0.25,
    elsewhere=0.5,
    kept=0.5,
    subject_added=0.5,
    object_added=0.7,
    object_dropped=0.5,
)


def scores(doc: Words, states: Mapping[str, str]) -> ClaimScores:
    """One wordpiece a word; the words named state a type for sure, all others nothing."""
    starts = np.array([word.idx for word in doc.words])
    ends = np.array([word.idx + len(word.text) for word in doc.words])
    columns = np.full((len(starts), COLUMNS), 0.0, dtype=np.float32)
    columns[:, : len(TYPES)] = -9.0
    columns[:, -len(ROLES) :] = -9.0
    for word in doc.words:
        if word.text in states:
            columns[word.i, TYPES.index(states[word.text])] = 9.0
    pieces = Pieces(np.zeros(len(starts), dtype=np.int64), starts, ends)
    encoder = EncoderScores(Heads({}), pieces, np.zeros((len(starts), 0), np.float32), (), np.zeros((0, 0), np.float32))
    return ClaimScores(columns, encoder)


def scorer() -> RoleScorer:
    """Takes what stands in the slot "subj" for the subject, in "obj" for the object."""
    arrays: dict[str, object] = {f"values_{name}": np.array([], dtype=np.str_) for name in FEATURES}
    arrays |= {f"table_{name}": np.zeros((1, 1), np.float32) for name in FEATURES}
    arrays["values_slot"] = np.array(["subj", "obj"])
    arrays["table_slot"] = np.array([[0.0, 0.0], [1.0, 0.0], [0.0, 1.0]], np.float32)
    about, known = 1 + SCENE_FEATURES, len(FEATURES) + 1
    arrays |= {"types": np.zeros((len(TYPES), 1), np.float32)}
    arrays |= {"asked": np.zeros((len(TYPES), len(ROLES) * ROLE_WIDTH), np.float32)}
    arrays |= {"candidate_in": np.eye(known + about, 2, dtype=np.float32), "candidate_in_bias": np.zeros(2, np.float32)}
    arrays |= {"candidate_out": 9 * np.eye(2, dtype=np.float32), "candidate_out_bias": np.zeros(2, np.float32)}
    arrays |= {"nobody_in": np.zeros((about, 1), np.float32), "nobody_in_bias": np.zeros(1, np.float32)}
    arrays |= {"nobody_out": np.zeros((1, 2), np.float32), "nobody_out_bias": np.zeros(2, np.float32)}
    return RoleScorer(arrays)


@pytest.fixture
def weighed(parse: Parse) -> Callable[..., list[Draft]]:
    """What the network adds to a report in which patterns state an attack."""

    def of(text: str, states: Mapping[str, str], before: str = "The Green Flag attacked Gao. ") -> list[Draft]:
        doc = parse(before + text)
        assembler = Assembler(doc, load_ontology())
        stated = list(Claims([]).stated(doc, assembler, SubjectMatter(doc)))
        found = Learned(scores(doc, states), scorer(), assembler, BARS).weighed(stated)
        return [draft for draft in found if draft.match.pattern.origin == LEARNED]

    return of


Weighed = Callable[..., list[Draft]]


def test_a_word_that_no_pattern_has_states_a_claim_with_its_participants(weighed: Weighed) -> None:
    (found,) = weighed("The Red Dawn Front blorked the army.", {"blorked": "ASSAULT"})
    assert (found.type, found.subject and found.subject.name, found.object and found.object.name) == (
        "ASSAULT",
        "Red Dawn Front",
        "army",
    )
    assert found.match.pattern.origin == LEARNED
    assert found.seen is not None
    assert found.seen.word > 0.99
    assert found.seen.subject > 0.9


def test_those_who_are_listed_each_get_a_claim_and_share_one_likelihood(weighed: Weighed) -> None:
    found = weighed("The Red Dawn Front and the Green Flag visited the army.", {"visited": "ASSAULT"})
    assert [draft.subject and draft.subject.name for draft in found] == ["Red Dawn Front", "Green Flag"]
    assert len({draft.seen for draft in found}) == 1


def test_a_word_that_states_nothing_adds_nothing(weighed: Weighed) -> None:
    assert weighed("The Red Dawn Front blorked the army.", {}) == []


def test_nothing_is_added_where_patterns_state_nothing(weighed: Weighed) -> None:
    assert weighed("The Red Dawn Front blorked the army.", {"blorked": "ASSAULT"}, before="Rain fell. ") == []


def test_a_relation_without_a_second_party_is_none(weighed: Weighed) -> None:
    assert weighed("Rain fell.", {"fell": "allied_with"}) == []


def test_what_a_claim_was_found_by_can_be_read_from_its_reason() -> None:
    seen = Seen(word=0.95, sentence=0.96, subject=0.4, object=0.01, kept_from=0.45)
    found = seen_features(f"The verb 'hit' states ASSAULT. {seen.words}")
    assert {name: round(value, 2) for name, value in found.items()} == {
        "word": 2.94,
        "sentence": 3.18,
        "subject": -0.41,
        "object": -4.6,
        "word squared": 8.67,
        "sentence squared": 10.1,
        "subject squared": 0.16,
        "object squared": 21.12,
    }
    assert seen_features("The verb 'hit' states ASSAULT.") == {}


def test_the_numbers_of_what_no_pattern_states_weigh_otherwise() -> None:
    seen = Seen(word=1.0, sentence=0.96, subject=0.4, object=0.01, kept_from=0.45)
    found = seen_features(f"The verb 'hit' states ASSAULT; so says {LEARNED}. {seen.words}")
    assert found["word alone"] == found["word"] == pytest.approx(5.29, abs=0.01)


def test_numbers_of_the_network_are_features_of_the_claim(read: Callable[..., Reading]) -> None:
    (claim,) = read("Rebels attacked the police near Gao.").claims
    seen = Seen(word=0.95, sentence=0.96, subject=0.4, object=0.01, kept_from=0.45)
    found = features_of(replace(claim, reason=f"{claim.reason} {seen.words}"), "verb")
    assert {"word", "word squared", "type:ASSAULT"} <= found.keys() - features_of(claim, "verb").keys()
