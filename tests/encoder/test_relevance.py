from collections.abc import Callable

from dateline.encoder.model import Encoder
from dateline.encoder.relevance import relevance

ANSWER = {("incident", "conflict"): {"[CLS]": 2.0}}


def test_relevance_is_the_probability_of_conflict(encoder_of: Callable[..., Encoder]) -> None:
    assert round(relevance(encoder_of(ANSWER), "Gunmen attacked."), 2) == 0.88


def test_the_gate_reads_no_further_than_the_beginning(encoder_of: Callable[..., Encoder]) -> None:
    encoder = encoder_of(ANSWER)
    seen = []
    cut = encoder.cutter.cut
    encoder.cutter.cut = lambda text: seen.append(len(text)) or cut(text)  # type: ignore[method-assign,func-returns-value]
    relevance(encoder, "Rain fell. " * 500, lead=40)
    assert seen == [40]
