"""Which reports are copies of one another, whatever the order in which they come."""

import random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.facts.copies import are_copies, clusters, signature, similarity
from dateline.facts.signatures import Copy, Signature

_RANDOM = random.Random(7)
_WORDS = ["".join(_RANDOM.choice("abcdefghijklmnop") for _ in range(6)) for _ in range(900)]


def text(start: int, words: int = 120) -> str:
    """A text of so many words; those of another start further away than its length share none with it."""
    return " ".join(_WORDS[start : start + words])


STORY, OTHER = text(0), text(300)
NEAR = f"{text(0, 112)} and eight words of its own at last"
LONGER = f"{STORY} {text(150, 60)}"


def signed(**texts: str) -> dict[str, Signature]:
    return {name: signature(name, words, None) for name, words in texts.items()}


@pytest.fixture(scope="module")
def found(make: Any) -> Any:
    """``found({"r1": text, …}, publishers={…}, published={…}, agencies={…}, same=[…], apart=[…])``."""

    def of(texts: dict[str, str], **marks: Any) -> dict[str, Copy]:
        publishers, published = marks.pop("publishers", {}), marks.pop("published", {})
        agencies = marks.pop("agencies", {})
        reports = {
            one: make.report(one, publisher=publishers.get(one), published=published.get(one, "2012-05-10"))
            for one in texts
        }
        return clusters(
            {one: signature(one, words, agencies.get(one)) for one, words in texts.items()}, reports, **marks
        )

    return of


def test_an_exact_copy_is_a_copy_of_the_first(found: Any) -> None:
    copies = found({"r1": STORY, "r2": STORY})
    assert (copies["r1"].standing, copies["r1"].of, copies["r1"].reason) == (
        "first",
        None,
        "no earlier report has its text",
    )
    assert (copies["r2"].standing, copies["r2"].of, copies["r2"].similarity) == ("copy", "r1", 1.0)
    assert copies["r1"].cluster == copies["r2"].cluster == "r1"


@pytest.mark.parametrize("near", [NEAR, LONGER, text(0, 90), STORY.upper().replace(" ", ",  ")])
def test_a_text_with_a_few_words_changed_added_or_cut_is_a_copy(near: str, found: Any) -> None:
    copies = found({"r1": STORY, "r2": near})
    assert copies["r2"].cluster == "r1"


def test_different_texts_are_no_copies(found: Any) -> None:
    copies = found({"r1": STORY, "r2": OTHER})
    assert {copy.standing for copy in copies.values()} == {"first"}
    assert similarity(*signed(a=STORY, b=OTHER).values()) == (0.0, 0.0)


def test_empty_and_tiny_texts_are_copies_of_nothing(found: Any) -> None:
    copies = found({"r1": "", "r2": "", "r3": "three words only", "r4": "three words only", "r5": STORY})
    assert {copy.standing for copy in copies.values()} == {"first"}
    assert signature("r1", "", None).bands() == ()
    empty, tiny = signed(a="", b="too few words").values()
    assert similarity(empty, tiny)[1] == 0.0


def test_a_changed_text_by_the_same_outlet_is_an_update_that_supersedes(found: Any) -> None:
    copies = found(
        {"r1": STORY, "r2": NEAR}, publishers={"r1": "The Post", "r2": "the post"}, published={"r2": "2012-05-11"}
    )
    assert copies["r2"].standing == "update"
    assert copies["r1"].superseded_by == "r2"
    assert copies["r2"].superseded_by is None


def test_the_last_of_several_updates_supersedes_all_before_it(found: Any) -> None:
    publishers = dict.fromkeys(("r1", "r2", "r3"), "The Post")
    days = {"r1": "2012-05-10", "r2": "2012-05-11", "r3": "2012-05-12"}
    copies = found({"r1": STORY, "r2": NEAR, "r3": LONGER}, publishers=publishers, published=days)
    assert [copies[one].superseded_by for one in days] == ["r3", "r3", None]


def test_an_agency_that_both_credit_makes_an_update_too(found: Any) -> None:
    copies = found({"r1": STORY, "r2": NEAR}, agencies={"r1": "AFP", "r2": "AFP"}, published={"r2": "2012-05-11"})
    assert copies["r2"].standing == "update"
    assert copies["r2"].reason.endswith("credits AFP")


def test_the_same_text_by_the_same_outlet_and_a_change_by_another_are_no_updates(found: Any) -> None:
    same = found({"r1": STORY, "r2": STORY}, publishers={"r1": "The Post", "r2": "The Post"})
    other = found({"r1": STORY, "r2": NEAR}, publishers={"r1": "The Post", "r2": "The Echo"})
    assert same["r2"].standing == other["r2"].standing == "copy"
    assert same["r1"].superseded_by is other["r1"].superseded_by is None


def test_a_cluster_is_named_after_the_first_added_and_the_first_published_is_no_copy(found: Any) -> None:
    copies = found({"r1": STORY, "r2": STORY}, published={"r1": "2012-05-12", "r2": "2012-05-10"})
    assert {copy.cluster for copy in copies.values()} == {"r1"}
    assert copies["r2"].standing == "first"
    assert copies["r1"].of == "r2"


def test_a_report_without_a_day_comes_after_those_with_one(found: Any) -> None:
    copies = found({"r1": STORY, "r2": STORY}, published={"r1": None})
    assert copies["r2"].standing == "first"


def test_people_join_what_is_not_alike_and_part_what_is(found: Any) -> None:
    joined = found({"r1": STORY, "r2": OTHER}, same=[("r1", "r2")])
    parted = found({"r1": STORY, "r2": STORY}, apart=[("r1", "r2")])
    assert joined["r2"].cluster == "r1"
    assert {copy.cluster for copy in parted.values()} == {"r1", "r2"}


def test_marks_on_reports_that_are_not_there_do_nothing(found: Any) -> None:
    assert len(found({"r1": STORY}, same=[("r1", "r9")], apart=[("r8", "r9")])) == 1


@given(order=st.permutations(["r1", "r2", "r3", "r4", "r5", "r6"]))
@settings(max_examples=25, deadline=None)
def test_what_is_found_does_not_depend_on_the_order_of_looking(order: list[str], found: Any) -> None:
    texts = {"r1": STORY, "r2": NEAR, "r3": OTHER, "r4": LONGER, "r5": OTHER, "r6": ""}
    expected = found(texts, publishers={"r1": "The Post", "r4": "The Post"})
    assert found({one: texts[one] for one in order}, publishers={"r1": "The Post", "r4": "The Post"}) == expected


@given(st.integers(0, 100), st.integers(20, 120))
@settings(max_examples=30, deadline=None)
def test_being_copies_is_mutual_and_a_text_is_a_copy_of_itself(start: int, words: int) -> None:
    left, right = signature("a", STORY, None), signature("b", text(start, words), None)
    assert are_copies(left, right) == are_copies(right, left)
    assert are_copies(right, right)
    assert set(right.bands()) == set(signature("c", text(start, words), "AFP").bands())
