"""The words by which reports are compared: none twice, and each does what its list is for."""

from collections import Counter
from typing import Any

import pytest

from dateline.facts.actor_keys import state_body
from dateline.facts.actors import actor_of
from dateline.facts.agencies import credited_agency
from dateline.facts.background import backgrounds_of
from dateline.facts.inputs import ClaimIn, EntityIn, ReportIn, Scene
from dateline.facts.names import bare_name, is_office
from dateline.facts.relations.holding import says_death, says_former, slot
from dateline.facts.told import Told
from dateline.languages.load import language_data

DATA = language_data("record")
LISTS = {name: words for name, words in DATA.items() if name != "state_bodies"} | DATA["state_bodies"]


def person(name: str = "Ali Sow", *descriptions: str, kind: str = "person", named: bool = True) -> EntityIn:
    return EntityIn(
        report="r1", id="e1", name=name, kind=kind, country=None, known=None, plural=False,  # type: ignore[arg-type]
        names=(name,) if named else (), descriptions=descriptions,
    )  # fmt: skip


def leads(role: str) -> Told:
    claim = ClaimIn(
        id="c1", report="r1", order=0, type="leads", mode=None, subject=None, object=None, said_by=None, place=None,
        certain=None, possible=None, since=None, polarity="asserted", modality="actual", role=role, weapon=None,
        counts=(), codes=(), confidence=0.5, start=0, end=1, deadly=False, former=False,
    )  # fmt: skip
    fields: Any = {
        "source": "",
        "said_by": "",
        "published": None,
        "order": (0, 0),
        "superseded": False,
        "object_kind": None,
    }
    return Told(claim=claim, subject=None, object=None, **fields)


@pytest.mark.parametrize("name", LISTS)
def test_no_word_stands_twice_in_a_list(name: str) -> None:
    words = Counter(str(word).replace("-", " ") if name == "sole_roles" else word for word in LISTS[name])
    assert not [word for word, times in words.items() if times > 1]


@pytest.mark.parametrize("name", LISTS)
def test_words_are_written_as_they_are_compared_in_lower_case(name: str) -> None:
    for word in LISTS[name]:
        assert isinstance(word, str), f"{word!r} is no string: put it in quotes"
        assert word == " ".join(word.lower().split())


@pytest.mark.parametrize("word", DATA["forms_of_address"])
def test_a_form_of_address_is_dropped_and_is_no_office(word: str) -> None:
    assert bare_name(f"{word.title()} Ali Sow") == bare_name(f"{word.title()}. Ali Sow") == "Ali Sow"
    assert not is_office(f"{word.title()} Ali Sow")


@pytest.mark.parametrize(
    ("body", "words"), [(body, words) for body, held in DATA["state_bodies"].items() for words in held]
)
def test_a_description_of_a_body_of_a_state_stands_for_it(body: str, words: str) -> None:
    kind = {"army": "military"}.get(body, body)
    assert state_body(person(words, kind=kind, named=False)) == body
    assert state_body(person(f"the {words}", kind=kind, named=False)) == body


@pytest.mark.parametrize("word", DATA["offices"])
def test_an_office_in_a_description_gives_a_person_one(word: str) -> None:
    official, other = person("Ali Sow", f"the {word}"), person("Ali Sow", "the farmer")
    for entity, holds in ((official, True), (other, False)):
        found = backgrounds_of([entity], [], scene=Scene(None), cluster="r1", actors={})
        assert found[entity.key].holds_office is holds


@pytest.mark.parametrize("word", DATA["child_words"])
def test_whoever_is_described_as_a_child_is_protected_as_one(word: str) -> None:
    entity = person("Ali Sow", f"a 12-year-old {word},")
    backgrounds = backgrounds_of([entity], [], scene=Scene(None), cluster="r1", actors={})
    report = ReportIn(id="r1", order=0, published=None, publisher=None)
    assert actor_of([entity], {"r1": report}, backgrounds, {}).protection == "child"


@pytest.mark.parametrize("role", DATA["sole_roles"])
def test_a_sole_role_has_one_holder(role: str) -> None:
    assert slot(leads(role), False) in {"top", "commander"}


@pytest.mark.parametrize("word", DATA["lesser_roles"])
def test_a_lesser_role_has_many(word: str) -> None:
    assert slot(leads(f"{word} leader"), False) is None


@pytest.mark.parametrize("word", DATA["former_roles"])
def test_a_former_role_is_over(word: str) -> None:
    assert says_former(f"{word} leader")


@pytest.mark.parametrize("words", DATA["death_words"])
def test_words_of_death_speak_of_it_in_a_sentence(words: str) -> None:
    assert says_death(f"Sow was, they said, {words}.")


@pytest.mark.parametrize("name", list(map(str, language_data("datelines")["agencies"])))
def test_an_agency_is_credited_in_brackets_at_the_end_and_as_author(name: str) -> None:
    body = "Rebels took the town on Monday. " * 12
    assert credited_agency(f"({name}) {body}", dateline=None, author=None, publisher=None) == name
    assert credited_agency(f"{body}\n{name}", dateline=None, author=None, publisher=None) == name
    assert credited_agency(body, dateline=None, author=f" {name} ", publisher="The Post") == name
