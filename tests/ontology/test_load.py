from dataclasses import replace
from pathlib import Path

import pytest

from dateline.errors import DataFileError
from dateline.ontology.load import FOLDER, Ontology, load_ontology

PLOVER_TYPES = {
    *("AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST"),
    *("ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
}
LOCAL_MODES = {"coup", "raid", "clash", "seize_territory", "ambush"}


@pytest.fixture(scope="module")
def ontology() -> Ontology:
    return load_ontology()


def write(folder: Path, text: str) -> Path:
    path = folder / "mine.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_every_file_belongs_to_one_of_the_sixteen_plover_types(ontology: Ontology) -> None:
    assert {path.stem.split("_")[0].upper() for path in (FOLDER / "events").glob("*.yaml")} == PLOVER_TYPES
    assert {name for name, kind in ontology.types.items() if kind.kind == "event"} == PLOVER_TYPES


def test_every_event_type_has_a_quad_and_a_score_whose_signs_agree(ontology: Ontology) -> None:
    for kind in ontology.types.values():
        if kind.kind == "event":
            assert kind.quad in (1, 2, 3, 4), kind.name
            assert kind.score is not None
            assert (kind.score > 0) == (kind.quad <= 2) or kind.score == 0, kind.name


def test_every_mode_has_a_score_and_a_definition(ontology: Ontology) -> None:
    for kind in ontology.types.values():
        for name, mode in kind.modes.items():
            assert isinstance(mode["score"], int | float), f"{kind.name} {name}"
            assert len(mode["definition"]) > 10, f"{kind.name} {name}"


def test_the_local_modes_stand_under_assault(ontology: Ontology) -> None:
    assert ontology.modes("ASSAULT") >= LOCAL_MODES


def test_every_mode_is_made_by_a_pattern_and_shown_by_two_examples(ontology: Ontology) -> None:
    made = {(pattern.type, pattern.mode) for patterns in ontology.triggers.values() for pattern in patterns}
    for kind in ontology.types.values():
        for mode in kind.modes:
            assert (kind.name, mode) in made
            assert sum(example.get("mode") == mode for example in kind.says_it) >= 2, f"{kind.name} {mode}"


def test_every_event_type_says_what_it_is_not(ontology: Ontology) -> None:
    for kind in ontology.types.values():
        assert len(kind.does_not) >= 4, kind.name


def test_a_users_file_adds_a_type_of_its_own(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "type: VACCINATE\ndefinition: People are vaccinated.\nmodes: {drive: {score: 5, definition: A campaign.}}\n"
        "patterns:\n  - {verb: vaccinate inoculate, mode: drive}\n",
    )
    ontology = load_ontology(path)
    assert ontology.modes("VACCINATE") == {"drive"}
    assert [pattern.type for pattern in ontology.triggers["inoculate"]] == ["VACCINATE"]


def test_a_users_file_adds_a_mode_and_a_verb_to_a_type_that_is_there(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "type: ASSAULT\nmodes: {cattle: {score: -7, definition: Cattle are driven off.}}\n"
        "patterns:\n  - {verb: rustle, mode: cattle}\n",
    )
    ontology = load_ontology(path)
    assert ontology.modes("ASSAULT") > {"cattle", "raid"}
    assert ontology.types["ASSAULT"].quad == 4
    assert ontology.triggers["rustle"][0].mode == "cattle"


def test_the_more_specific_pattern_of_a_word_comes_first(ontology: Ontology) -> None:
    specificities = [pattern.specificity for pattern in ontology.triggers["kill"]]
    assert specificities == sorted(specificities, reverse=True)


def test_a_slot_that_holds_the_patterns_own_words_is_no_participant_unless_written_out(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "type: X\ndefinition: Something.\npatterns:\n  - {verb: take, needs: {obj: oath}}\n"
        "  - {verb: swear, needs: {obj: oath}, object: obj}\n",
    )
    ontology = load_ontology(path)
    own = {lemma: next(p for p in ontology.triggers[lemma] if p.type == "X") for lemma in ("take", "swear")}
    assert own["take"].object == ()
    assert own["swear"].object == ("obj",)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("patterns: []\n", "expected a mapping with the key 'type'"),
        ("- type: X\n", "expected a mapping with the key 'type'"),
        ("type: X\n", "has no definition"),
        ("type: [X\n", "not a readable YAML file"),
        ("type: X\ndefinition: D.\npatterns:\n  - {verb: hit, colour: red}\n", "pattern 1: unknown key 'colour'"),
        ("type: X\ndefinition: D.\npatterns:\n  - {verb: hit}\n  - {mode: a}\n", "pattern 2: give exactly one of verb"),
        ("type: X\ndefinition: D.\npatterns:\n  - {verb: hit, noun: hit}\n", "pattern 1: give exactly one of verb"),
        ("type: X\ndefinition: D.\npatterns:\n  - {verb: hit, mode: hard}\n", "pattern 1: X has no mode 'hard'"),
        ("type: X\ndefinition: D.\npatterns:\n  - {verb: hit, subject: nobody}\n", "pattern 1: unknown slot 'nobody'"),
        (
            "type: X\ndefinition: D.\npatterns:\n  - {verb: hit, needs: {objekt: a}}\n",
            "pattern 1: unknown slot 'objekt'",
        ),
        (
            "type: X\ndefinition: D.\npatterns:\n  - {verb: hit, object: 'obj>mid'}\n",
            "pattern 1: unknown slot 'obj>mid'",
        ),
        (
            "type: X\ndefinition: D.\npatterns:\n  - {verb: hit, object_kinds: ghost}\n",
            "pattern 1: unknown kind 'ghost'",
        ),
    ],
)
def test_a_file_that_breaks_the_rules_is_refused_naming_file_and_entry(
    tmp_path: Path, text: str, complaint: str
) -> None:
    path = write(tmp_path, text)
    with pytest.raises(DataFileError) as caught:
        load_ontology(path)
    assert str(path) in str(caught.value)
    assert complaint in str(caught.value)


def test_no_pattern_stands_twice() -> None:
    """Of two that ask the same and say the same, one would never be taken."""
    for patterns in load_ontology().triggers.values():
        told = [replace(pattern, confidence=None) for pattern in patterns]
        assert [pattern for place, pattern in enumerate(told) if pattern in told[:place]] == []


def test_kinds_of_a_participant_without_a_slot_are_refused(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        'type: ASSAULT\npatterns:\n  - {verb: zap, needs: {subj: "force"}, subject_kinds: military, object: obj}\n',
    )
    with pytest.raises(DataFileError, match="Add 'subject: subj'"):
        load_ontology(path)
