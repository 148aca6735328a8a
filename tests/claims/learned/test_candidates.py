"""Who may take part in what a word states."""

from collections.abc import Callable

from dateline.claims.assemble import Assembler
from dateline.claims.learned.candidates import Scene, path_between, scene_of
from dateline.claims.learned.features import FEATURES, SCENE_FEATURES, features_of, scene_features
from dateline.claims.words import Word, Words
from dateline.ontology.load import load_ontology

Parse = Callable[[str], Words]


def word(doc: Words, text: str) -> Word:
    return next(one for one in doc.words if one.text == text)


def scene(doc: Words, trigger: str) -> Scene:
    return scene_of(word(doc, trigger), Assembler(doc, load_ontology()))


def test_candidates_stand_in_the_slots_of_the_trigger(parse: Parse) -> None:
    found = scene(parse("The Red Dawn Front attacked the army and the police near Gao."), "attacked")
    slots = {one.word.text: one.slot for one in found.candidates}
    assert slots["Front"] == "subj"
    assert (slots["army"], slots["police"]) == ("obj", "obj+")


def test_candidates_go_by_the_names_that_the_report_gives_them(parse: Parse) -> None:
    found = scene(parse("Omar Tall leads the Red Dawn Front. He attacked the army."), "attacked")
    he = next(one for one in found.candidates if one.word.text == "He")
    assert (he.who.name, he.form, he.back) == ("Omar Tall", "pronoun", 0)


def test_those_of_the_two_sentences_before_are_candidates_too(parse: Parse) -> None:
    doc = parse("The Green Flag fled. Omar Tall met the mayor. Rain fell. Nine were killed.")
    found = scene(doc, "killed")
    assert {one.back for one in found.candidates if one.who.name == "Omar Tall"} == {2}
    assert all(one.who.name != "Green Flag" for one in found.candidates)


def test_the_way_through_the_parse_names_prepositions(parse: Parse) -> None:
    doc = parse("Rebels attacked a post of the army.")
    assert path_between(word(doc, "attacked"), word(doc, "army")) == "|dobj>prep:of>pobj"
    assert path_between(word(doc, "army"), word(doc, "Rebels")) == "pobj<prep<dobj|nsubj"


def test_every_candidate_is_told_of_by_as_many_words(parse: Parse) -> None:
    found = scene(parse("The Red Dawn Front attacked the army near Gao."), "attacked")
    assert all(len(features_of(found, one, ())) == len(FEATURES) for one in found.candidates)
    assert len(scene_features(found, ())) == SCENE_FEATURES
