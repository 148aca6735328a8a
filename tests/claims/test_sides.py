"""Pairs in relations that hold both ways."""

import pytest


def pairs(read, text, kind):
    return [(claim.subject.words, claim.object.words) for claim in read(text).claims if claim.type == kind]


def test_two_who_merge_make_one_claim_with_the_first_as_subject(read):
    assert pairs(read, "The Lake Brigade and the Hill Front have merged.", "merged_with") == [
        ("Lake Brigade", "Hill Front")
    ]


def test_one_alone_merges_with_nobody(read):
    assert pairs(read, "The Lake Brigade has merged.", "merged_with") == []


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("Rebel-held Kidal was shelled.", "controls", ("Rebel", "Rebel-held Kidal")),
        ("Militants shelled the government-held town of Kidal.", "controls", ("government", "Kidal")),
        ("Saudi-backed forces left.", "allied_with", ("Saudi", "Saudi-backed forces")),
    ],
)
def test_a_compound_says_who_holds_or_backs(read, text, kind, expected):
    assert expected in pairs(read, text, kind)


def test_a_compound_without_a_doer_says_nothing(read):
    assert pairs(read, "The long-held village of Kidal was shelled.", "controls") == []


def test_a_list_of_members_is_read_to_its_end(read):
    text = "Coalition nations include Mali, Niger, Chad, Kenya, Uganda, Ghana, Togo, Benin, Nigeria, Liberia and Sudan."
    assert len(pairs(read, text, "part_of")) == 11


def test_the_owner_of_what_is_attacked_is_the_object(read):
    assert pairs(read, "The army attacked rebel targets.", "ASSAULT") == [("The army", "rebel")]
