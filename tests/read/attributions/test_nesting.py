from collections.abc import Callable

from dateline.model import Attribution
from dateline.read.attributions import chain, innermost
from dateline.read.attributions.nesting import nested

TEXT = "The minister said the rebels had told him that they wanted peace."


def test_the_inner_attribution_points_to_the_one_around_it(
    attributions_of: Callable[[str], tuple[Attribution, ...]],
) -> None:
    found = attributions_of(TEXT)
    place = TEXT.index("wanted")
    inner = innermost(found, place, place + len("wanted"))
    assert inner is not None
    assert inner.speaker == "rebels"
    assert [item.speaker for item in chain(found, inner)] == ["rebels", "minister"]


def test_the_reports_own_words_are_in_no_attribution(attributions_of: Callable[[str], tuple[Attribution, ...]]) -> None:
    assert innermost(attributions_of(TEXT), 0, len("The minister")) is None


def attribution(cue: int, start: int, end: int) -> Attribution:
    return Attribution(
        id="",
        source=(),
        cue=((cue, cue + 1),),
        content=((start, end),),
        speech="indirect",
        anonymous=True,
        speaker=None,
        speaker_entity=None,
        verb="say",
        within=None,
        reason="test",
    )


def test_ids_follow_the_order_of_contents() -> None:
    found = nested([attribution(50, 60, 80), attribution(0, 2, 40)])
    assert [(item.id, item.content[0][0]) for item in found] == [("a1", 2), ("a2", 60)]


def test_equal_contents_are_not_within_each_other() -> None:
    found = nested([attribution(5, 10, 40), attribution(12, 10, 40)])
    assert [item.within for item in found] == [None, None]
