from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from dateline.model import DateMention, DayRange
from dateline.read.dates.grammar import load_grammar
from dateline.read.dates.reader import limit

TUESDAY = date(2012, 12, 4)
SENTENCES = [sentence for pattern in load_grammar().patterns for sentence in (*pattern.says, *pattern.says_not)]
PAST_SENTENCES = [
    f"Gunmen attacked the town {when}."
    for when in (
        "on Monday",
        "on Tuesday",
        "on Sunday night",
        "in December",
        "in March",
        "on Nov. 30",
        "this week",
        "this month",
        "this year",
        "in the winter",
        "last spring",
        "in the fourth quarter",
        "at the weekend",
        "today",
        "earlier this year",
        "two weeks ago",
        "in 2012",
        "in the 2010s",
        "over the weekend",
        "on Christmas Eve",
        "in early December",
    )
]


def told(mentions: tuple[DateMention, ...]) -> list[tuple[str, str, str, str]]:
    return [(m.text, m.type, m.value, m.span.edtf if m.span else "-") for m in mentions]


def one(mentions: tuple[DateMention, ...]) -> DateMention:
    assert len(mentions) == 1, told(mentions)
    return mentions[0]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4), st.dates(date(1990, 1, 1), date(2030, 1, 1)))
def test_offsets_slice_to_the_text_and_do_not_overlap(dates_in: Any, sentences: list[str], published: date) -> None:
    text = " ".join(sentences)
    end = 0
    for mention in dates_in(text, published):
        assert text[mention.start : mention.end] == mention.text
        assert mention.start >= end
        end = mention.end
        if mention.span and mention.span.certain:
            assert mention.span.certain == mention.span.possible


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(PAST_SENTENCES), st.dates(date(2012, 1, 1), date(2030, 1, 1)))
def test_what_is_told_in_the_past_never_lies_after_publication(dates_in: Any, sentence: str, published: date) -> None:
    mention = one(dates_in(sentence, published))
    assert mention.span is not None
    assert mention.span.possible.last is not None
    assert mention.span.possible.last <= published


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=80), st.sampled_from([None, TUESDAY]))
def test_any_text_can_be_read(dates_in: Any, text: str, published: date | None) -> None:
    for mention in dates_in(text, published):
        assert text[mention.start : mention.end] == mention.text


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen raided the town on Monday.\nThey had come in late\nNovember, a year after the raid of Dec. 3,\n2011.",
        "It's two weeks since the mayor's murder; 'I left on New Year's Day', she said 5-6 days ago, in mid-2012.",
    ],
)
def test_line_ends_trailing_space_and_curly_quotes_change_no_value(dates_in: Any, text: str) -> None:
    plain = [(m.type, m.value, m.span and m.span.possible) for m in dates_in(text)]
    assert plain
    for variant in (
        text.replace("\n", "\r\n"),
        text + "  \n\n",
        text.replace("'", "\u2019"),
        text.replace("-", "\u2013"),
    ):
        assert [(m.type, m.value, m.span and m.span.possible) for m in dates_in(variant)] == plain


@pytest.mark.parametrize("change", [str.lower, str.upper, str.title])
def test_letters_in_another_case_give_the_same_values(dates_in: Any, change: Any) -> None:
    text = "Rebels took the base on Monday, after raids in May and in March 2011, two years ago and last week."
    values = ["2012-12-03", "2012-05", "2011-03", "2010", "2012-W48"]
    assert [m.value for m in dates_in(change(text))] == values


def test_may_and_march_are_verbs_where_they_are_verbs(dates_in: Any) -> None:
    assert dates_in("THE REBELS MAY ATTACK. They may leave; troops march north.") == ()


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("He was shot on Monday.", "XXXX-WXX-1"),
        ("He was shot in April.", "XXXX-04"),
        ("He was shot on Dec. 3.", "XXXX-12-03"),
        ("He was shot last week.", "XXXX-WXX"),
        ("He was shot yesterday.", "XXXX-XX-XX"),
        ("He was shot last spring.", "XXXX-SP"),
        ("He was shot two years ago.", "XXXX"),
    ],
)
def test_without_publication_nothing_is_made_up(dates_in: Any, sentence: str, value: str) -> None:
    mention = one(dates_in(sentence, None))
    assert (mention.value, mention.span) == (value, None)


def test_absolute_dates_need_no_publication(dates_in: Any) -> None:
    mention = one(dates_in("He was shot on 3 December 2012.", None))
    assert mention.span is not None
    assert mention.span.certain == DayRange.day(date(2012, 12, 3))


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("The parties will meet on Friday.", "2012-12-07"),
        ("The parties met on Friday.", "2012-11-30"),
        ("The parties agreed to meet on Friday.", "2012-12-07"),
        ("The talks are scheduled for Friday.", "2012-12-07"),
        ("The parties have met on Friday.", "2012-11-30"),
        ("The mayor said on Friday that the parties would meet.", "2012-11-30"),
        ("The trial was postponed until January.", "2013-01"),
        ("The trial began in January.", "2012-01"),
        ("The trial has run since January.", "2012-01"),
    ],
)
def test_tense_decides_between_past_and_future(dates_in: Any, sentence: str, value: str) -> None:
    assert one(dates_in(sentence)).value == value


@pytest.mark.parametrize(
    ("sentence", "days", "values"),
    [
        ("He fought from May to June.", "2012-05/2012-06", ["2012-05", "2012-06"]),
        ("He was held between 2003 and 2005.", "2003/2005", ["2003", "2005"]),
        ("He was held from November to March 2011.", "2010-11/2011-03", ["2010-11", "2011-03"]),
        ("He fought there from Thursday to Sunday.", "2012-11-29/2012-12-02", ["2012-11-29", "2012-12-02"]),
    ],
)
def test_ends_of_a_range_hold_its_days(dates_in: Any, sentence: str, days: str, values: list[str]) -> None:
    first, last = dates_in(sentence)
    assert [first.value, last.value] == values
    assert first.span.edtf == last.span.edtf == days
    assert first.span.basis in sentence


def test_a_year_told_in_the_sentence_holds_for_the_months_after_it(dates_in: Any) -> None:
    assert [m.value for m in dates_in("He was captured in February 2003 and freed in August.")] == [
        "2003-02",
        "2003-08",
    ]


def test_no_expression_crosses_a_paragraph(dates_in: Any) -> None:
    assert [m.text for m in dates_in("They left in May\n\n2011 people came.")] == ["May", "2011"]


def test_a_day_is_certain_and_a_month_is_not(dates_in: Any) -> None:
    day, month = dates_in("He was shot on Monday. He had come in April.")
    assert day.span.certain == day.span.possible
    assert month.span.certain is None


def test_reasons_are_sentences_or_phrases_for_people(dates_in: Any) -> None:
    for sentence in SENTENCES[:40]:
        assert all(len(m.reason) > 10 for m in dates_in(sentence))


def test_the_component_declares_what_it_needs(nlp: Language) -> None:
    meta = nlp.get_factory_meta("dateline_dates")
    assert meta.requires == ["token.tag", "token.dep", "token.lemma"]
    assert meta.assigns == ["doc._.dateline_dates"]


def test_a_doc_without_parse_is_read_as_past(nlp: Language, dates_in: Any) -> None:
    from dateline.read.dates import read_dates

    doc = nlp.make_doc("Gunmen raided the town on Monday and in April 2011.")
    assert [m.value for m in read_dates(doc, TUESDAY)] == ["2012-12-03", "2011-04"]


@pytest.mark.parametrize(
    ("ahead", "last"),
    [(False, TUESDAY), (True, date(2012, 12, 31))],
)
def test_limit_cuts_at_publication(ahead: bool, last: date) -> None:
    days = limit(DayRange.month(2012, 12), TUESDAY, ahead=ahead)
    assert days is not None
    assert days.last == last
    assert limit(DayRange.month(2013, 1), TUESDAY, ahead=ahead) == DayRange.month(2013, 1)
