"""Participants that the network for claims is surer of than the patterns."""

from collections.abc import Callable

import numpy as np
import pytest

from dateline.claims.assemble import Assembler
from dateline.claims.component import Claims
from dateline.claims.drafts import Draft
from dateline.claims.learned.bars import Bars
from dateline.claims.learned.candidates import Scene, scene_of
from dateline.claims.learned.corrected import changes, corrected, without_scenes
from dateline.claims.subject_matter import SubjectMatter
from dateline.claims.words import Words
from dateline.ontology.load import load_ontology

BARS = Bars(seen=0.25, elsewhere=0.5, kept=0.5, subject_added=0.5, object_added=0.7, object_dropped=0.5)
Read = Callable[[str], tuple[list[Draft], Scene]]


@pytest.fixture
def stated(parse: Callable[[str], Words]) -> Read:
    """What the patterns state of a sentence by its first word of force, and who may take part."""

    def of(text: str) -> tuple[list[Draft], Scene]:
        doc = parse(text)
        assembler = Assembler(doc, load_ontology())
        drafts = list(Claims([]).stated(doc, assembler, SubjectMatter(doc)))
        those = [draft for draft in drafts if draft.match.trigger is drafts[0].match.trigger]
        return those, scene_of(drafts[0].match.trigger, assembler)

    return of


def shares(scene: Scene, subject: dict[str, float], object_: dict[str, float]) -> np.ndarray:
    """Shares by the words of candidates; "nobody" for the last row."""
    rows = [candidate.word.text for candidate in scene.candidates] + ["nobody"]
    return np.array([[subject.get(row, 0.0), object_.get(row, 0.0)] for row in rows], dtype=np.float32)


def parties(drafts: list[Draft]) -> list[tuple[str | None, str | None]]:
    return [(one.subject and one.subject.name, one.object and one.object.name) for one in drafts]


PASSIVE = "Omar Tall was killed when gunmen of the Dawn Front attacked the convoy."


def test_nobody_becomes_whoever_the_network_is_sure_of(stated: Read) -> None:
    drafts, scene = stated(PASSIVE)
    assert parties(drafts) == [(None, "Omar Tall")]
    found = corrected(drafts, scene, shares(scene, {"gunmen": 0.6, "nobody": 0.4}, {"Tall": 1.0}), BARS)
    assert parties(found) == [("gunmen of the Dawn Front", "Omar Tall")]
    assert changes(drafts[0], found[0]) == "The subject is the network's: no pattern finds one."


def test_somebody_less_sure_than_the_bar_or_than_nobody_is_left_out(stated: Read) -> None:
    drafts, scene = stated(PASSIVE)
    for share, nobody in ((0.4, 0.1), (0.5, 0.52)):
        found = corrected(drafts, scene, shares(scene, {"gunmen": share, "nobody": nobody}, {"Tall": 1.0}), BARS)
        assert parties(found) == [(None, "Omar Tall")]


def test_nobody_does_something_to_himself(stated: Read) -> None:
    drafts, scene = stated(PASSIVE)
    found = corrected(drafts, scene, shares(scene, {"Tall": 0.9, "nobody": 0.1}, {"Tall": 1.0}), BARS)
    assert parties(found) == [(None, "Omar Tall")]


def test_an_object_that_the_network_is_sure_is_none_is_dropped_and_a_subject_never(stated: Read) -> None:
    drafts, scene = stated("The Dawn Front attacked the army in Gao.")
    before = parties(drafts)
    assert before[0][1] is not None
    found = corrected(drafts, scene, shares(scene, {"nobody": 0.9}, {"nobody": 0.9}), BARS)
    assert parties(found) == [(before[0][0], None)]
    assert changes(drafts[0], found[0]) == f"The network finds no object where a pattern finds “{before[0][1]}”."
    assert changes(drafts[0], drafts[0]) == ""


def test_a_town_that_is_attacked_is_where_and_no_object(stated: Read) -> None:
    drafts, scene = stated("The Dawn Front attacked Gao.")
    assert parties(drafts) == [("Dawn Front", None)]
    found = without_scenes(shares(scene, {"Front": 1.0}, {"Gao": 0.9, "nobody": 0.1}), scene)
    assert found[-1, 1] == pytest.approx(1.0)
    assert parties(corrected(drafts, scene, found, BARS)) == [("Dawn Front", None)]
