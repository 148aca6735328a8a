import dataclasses
from collections.abc import Callable

import pytest

from dateline.cli.explain import explained_lines
from dateline.model import DateMention, Filler, Furniture, Incident, PlaceMention, Reading, SeenRelation

Make = Callable[..., Reading]

LAYERS = ["PAGE FURNITURE, LEFT OUT OF READING", "DATES", "PLACES", "ACTORS", "WHO SAYS SO", "CLAIMS"]


def lines(reading: Reading, width: int = 100) -> list[str]:
    return [line.plain for line in explained_lines(reading, width)]


def test_every_layer_is_there_in_the_order_of_reading(make_reading: Make) -> None:
    heads = [
        line.split(":")[0].split(" (")[0]
        for line in lines(make_reading())
        if (line and line.upper() == line) or ": no" in line
    ]
    assert [head for head in heads if head in LAYERS] == LAYERS


def test_an_entity_lists_its_mentions_with_their_reasons(make_reading: Make) -> None:
    printed = "\n".join(lines(make_reading()))
    assert "  e1 Idriss Kélé (person)\n    “Idriss Kélé” name: made by hand\n    “Kélé” name: made by hand" in printed


def test_a_claim_has_its_marks_its_words_and_what_each_part_rests_on(make_reading: Make) -> None:
    printed = "\n".join(lines(make_reading()))
    assert "1 split_from: Idriss Kélé → Northern Front, 2012-04, says a local official" in printed
    assert "2 NOT ASSAULT/raid: Kélé’s men, Sana’a, 2012-12-03, says the report itself" in printed
    assert "      when: 2012-12-03; “on Monday”: made by hand" in printed
    assert "      says: a local official, not named: “say”, indirect speech. made by hand" in printed


def test_furniture_dates_and_places_say_why(make_reading: Make) -> None:
    reading = make_reading()
    report = dataclasses.replace(
        reading.report, furniture=(Furniture(start=0, end=11, kind="share", reason="a row of buttons"),)
    )
    date = DateMention(start=0, end=3, text="now", type="DATE", value="PRESENT_REF", span=None, reason="says so")
    place = PlaceMention(
        start=0, end=3, text="Gao", name="Gao", lat=16.27, lon=-0.04, country="ML", geonameid=2457161,
        precision="settlement", radius_km=5.0, role="location", reason="the only one",
    )  # fmt: skip
    printed = "\n".join(lines(dataclasses.replace(reading, report=report, dates=(date,), places=(place,))))
    assert "share: “Idriss Kélé”\n      a row of buttons" in printed
    assert "“now” → the words fix no days (DATE PRESENT_REF)\n      says so" in printed
    assert "“Gao” → Gao, ML (settlement, within 5 km of 16.27, -0.04); as location\n      the only one" in printed


def test_what_is_not_there_is_said_not_to_be(make_reading: Make) -> None:
    printed = "\n".join(lines(make_reading(text="Rain is expected.")))
    for words in ("no dateline was found", "DATES: no words say when", "CLAIMS: none about conflict or politics"):
        assert words in printed


@pytest.mark.parametrize("width", [60, 100, 180])
def test_no_line_is_wider_than_the_screen(width: int, make_reading: Make) -> None:
    reading = make_reading()
    long = dataclasses.replace(reading.mentions[0], reason="W" * 10_000)
    assert max(map(len, lines(dataclasses.replace(reading, mentions=(long, *reading.mentions[1:])), width))) <= width


def test_nothing_steers_the_terminal(make_reading: Make) -> None:
    reading = make_reading()
    hostile = dataclasses.replace(reading.report, title="\x1b[2J\u202eevil")
    printed = lines(dataclasses.replace(reading, report=hostile))
    assert printed[0] == "[U+001B][2J[U+202E]evil"


def test_a_report_on_another_matter_says_why_nothing_is_claimed(make_reading: Make) -> None:
    reading = dataclasses.replace(make_reading(text="Rain."), silence="about weather by its own words (“rain”)")
    assert "CLAIMS: the report is about weather by its own words (“rain”)" in "\n".join(lines(reading))


def seen(reading: Reading) -> Reading:
    """The reading with an incident and two relations."""
    filler = Filler(
        role="perpetrator_organisation", start=16, end=34, text="the Northern Front", entity="e2", score=0.9
    )
    incident = Incident(
        id="i1", kind="attack", score=0.8, fillers=(filler,), when=None, place=None, reason="the encoder is sure",
    )  # fmt: skip
    first, last = reading.mentions[0].id, reading.mentions[-1].id
    relations = (
        SeenRelation(kind="opposes", subject=first, object=last, score=0.51),
        SeenRelation(kind="member_of", subject=first, object=last, score=0.93),
    )
    return dataclasses.replace(reading, incidents=(incident,), relations=relations)


def test_an_incident_names_who_fills_which_role_and_what_it_was_made_from(make_reading: Make) -> None:
    printed = "\n".join(lines(seen(make_reading())))
    assert "INCIDENTS, THE REPORT AS A WHOLE (1)\n  i1 attack\n" in printed
    assert "    perpetrator organisation: “the Northern Front” (0.90)\n      the encoder is sure" in printed


def test_relations_are_told_in_the_words_of_both_mentions_the_surest_first(make_reading: Make) -> None:
    reading = seen(make_reading())
    first, last = reading.mentions[0].text, reading.mentions[-1].text
    printed = "\n".join(lines(reading))
    assert (
        f"RELATIONS THE ENCODER SEES (2)\n  “{first}” member of “{last}” (0.93)\n  “{first}” opposes “{last}” (0.51)"
    ) in printed


@pytest.mark.parametrize(
    ("reader", "said"),
    [("dateline 1", "the encoder sees none"), ("dateline 1, without the encoder", "it was read without the encoder")],
)
def test_that_there_are_no_incidents_says_whether_any_were_looked_for(
    reader: str, said: str, make_reading: Make
) -> None:
    printed = "\n".join(lines(make_reading(reader=reader)))
    assert f"INCIDENTS, THE REPORT AS A WHOLE: {said}" in printed
    assert f"RELATIONS THE ENCODER SEES: {said}" in printed
