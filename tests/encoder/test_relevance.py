from collections.abc import Callable

from dateline.encoder.model import Encoder
from dateline.encoder.relevance import relevance

ANSWER = {("incident", "conflict"): {"[CLS]": 2.0}}


def test_a_report_on_conflict_that_tells_of_a_deed_is_as_relevant_as_the_surer_of_both(
    encoder_of: Callable[..., Encoder],
) -> None:
    deed = ANSWER | {("incident", "attack"): {"[CLS]": 4.0}}
    assert round(relevance(encoder_of(deed), "Gunmen attacked."), 2) == 0.88


def test_a_hard_event_is_a_deed_too(encoder_of: Callable[..., Encoder]) -> None:
    told = ANSWER | {("event", "ASSAULT"): {"gunmen": 1.0, "attacked": 1.0, ".": 1.0}}
    assert round(relevance(encoder_of(told), "Gunmen attacked."), 2) == 0.73


def test_where_nobody_is_armed_and_nothing_hard_is_done_there_is_little_relevance(
    encoder_of: Callable[..., Encoder],
) -> None:
    assert relevance(encoder_of(ANSWER), "Rain fell.") < 0.01


def test_the_gate_reads_no_further_than_the_beginning(encoder_of: Callable[..., Encoder]) -> None:
    encoder = encoder_of(ANSWER)
    seen = []
    cut = encoder.cutter.cut
    encoder.cutter.cut = lambda text: seen.append(len(text)) or cut(text)  # type: ignore[method-assign,func-returns-value]
    relevance(encoder, "Rain fell. " * 500, lead=40)
    assert seen == [40]
