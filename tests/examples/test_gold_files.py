"""The annotated reports keep the rules of ``docs/annotation-guide.md`` that a machine can check."""

import html
import importlib.util
import json
import re
from collections import Counter
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"
BENCHMARK = ROOT / "benchmarks" / "reports"

RELATIONS = {
    "leads",
    "member_of",
    "part_of",
    "split_from",
    "merged_with",
    "successor_of",
    "allegiance_to",
    "allied_with",
    "opposes",
    "operates_in",
    "controls",
    "based_in",
    "alias_of",
}
LOCAL_MODES = "ambush clash coup raid seize_territory"
EVENT_MODES = {
    "AGREE": "",
    "CONSULT": "visit third-party multilateral phone",
    "SUPPORT": "",
    "CONCEDE": "",
    "COOPERATE": "",
    "AID": "",
    "RETREAT": "withdraw release disarm ceasefire access resign",
    "REQUEST": "assist change yield meet",
    "ACCUSE": "disapprove investigate allege",
    "REJECT": "assist change yield meet",
    "THREATEN": "restrict arrest relations expel territory violence",
    "PROTEST": "demo riot strike hunger boycott obstruct vandalize",
    "SANCTION": "convict expel withdraw discontinue",
    "MOBILIZE": "troops weapons police militia",
    "COERCE": "seize restrict censor curfew martial-law arrest deport withhold misinformation cyber",
    "ASSAULT": "abduct beat torture sexual targeted destroy primitive firearms explosives suicide-attack aerial drone"
    f" heavy-weapons crowd-control unconventional {LOCAL_MODES}",
}
TYPES = RELATIONS | set(EVENT_MODES)
MODES = {mode for modes in EVENT_MODES.values() for mode in modes.split()}
PLACE_OBJECT = {"operates_in", "controls", "based_in"}
KINDS = {"person", "armed_group", "military", "police", "government"}
KINDS |= {"intergovernmental", "civilians", "media", "organisation", "other"}
ID_FIELDS = ("subject", "object", "place", "said_by")
COUNTS = ("killed", "injured", "abducted", "arrested", "victims")
EDTF_DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")

Fields = dict[str, Any]


def load_half(half: str) -> list[Fields]:
    lines = (BENCHMARK / f"{half}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


HALVES = {half: load_half(half) for half in ("dev", "test")}
FURTHER = [record for name in ("more", "unseen", "many", "fresh") for record in load_half(name)]
SHOWN = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(EXAMPLES.glob("*.gold.json"))]
RECORDS = [*SHOWN, *HALVES["dev"], *HALVES["test"], *FURTHER]
each_record = pytest.mark.parametrize("record", RECORDS, ids=[record["id"] for record in RECORDS])


@pytest.fixture(scope="module")
def build() -> ModuleType:
    """The builder, which is a script and no part of the package."""
    spec = importlib.util.spec_from_file_location("build_gold", BENCHMARK / "build.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def accepted(claim: Fields, field: str) -> list[Any]:
    """The gold answer of a field, then the others that are right too."""
    return [claim[field], *claim.get("accept", {}).get(field, [])]


def first_day(edtf: str) -> date | None:
    """The first day of an EDTF date or interval, None when open; raises ValueError for what the scorer can't read."""
    ends = edtf.split("/")
    if len(ends) > 2:
        raise ValueError(f"two slashes: {edtf!r}")
    days = [None if end == ".." else edtf_day(end) for end in ends]
    if len(days) == 2 and days[0] and days[1] and days[0] > days[1]:
        raise ValueError(f"ends before it starts: {edtf!r}")
    return days[0]


def edtf_day(text: str) -> date:
    """The first day of a year, a month, a season (21 to 24) or a day."""
    found = EDTF_DAY.fullmatch(text)
    if not found:
        raise ValueError(f"not an EDTF date: {text!r}")
    year, month, day = found.groups()
    number = int(month or 1)
    if 21 <= number <= 24 and day is None:
        number = number * 3 - 60
    return date(int(year), number, int(day or 1))


def known_ids(record: Fields) -> set[str]:
    return {entry["id"] for entry in record["actors"] + record["places"]}


# ---------------------------------------------------------------- the files


def test_the_gold_files_are_what_the_builder_makes_of_the_sources(build: ModuleType) -> None:
    files = build.gold_files()
    assert len(files) == 12 + 1 + 3 + 2  # sets, what was coded twice, three examples, and the text of two of them
    for path, text in files.items():
        assert path.read_text(encoding="utf-8") == text, f"run benchmarks/reports/build.py: {path.name}"


def test_every_example_has_a_gold_file_and_holds_its_text() -> None:
    assert [record["source_file"] for record in SHOWN] == ["catatumbo.txt", "quetta.html", "tibesti.txt"]
    for record in SHOWN:
        page = (EXAMPLES / record["source_file"]).read_text(encoding="utf-8")
        words = " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page)).split())
        place = 0
        for paragraph in record["text"].split("\n\n"):
            place = words.find(" ".join(paragraph.split()), place)
            assert place >= 0, paragraph


def test_no_report_stands_in_both_halves() -> None:
    assert max(Counter(record["id"] for record in RECORDS).values()) == 1
    assert max(Counter(record["text"] for record in RECORDS).values()) == 1


@pytest.mark.parametrize("half", HALVES)
def test_each_half_uses_every_claim_type(half: str) -> None:
    needed = {claim["type"] for record in HALVES[half] for claim in record["claims"] if not claim.get("optional")}
    assert needed == TYPES


@pytest.mark.parametrize("half", HALVES)
def test_each_half_has_reports_in_which_nothing_is_to_be_found(half: str) -> None:
    assert sum(not record["claims"] for record in HALVES[half]) >= 4


@pytest.mark.parametrize("half", HALVES)
def test_each_half_has_denied_planned_possible_and_alleged_claims(half: str) -> None:
    claims = [claim for record in HALVES[half] for claim in record["claims"]]
    modalities = Counter(claim["modality"] for claim in claims)
    assert min(modalities[name] for name in ("planned", "possible", "alleged")) >= 10
    assert sum(claim["polarity"] == "negated" for claim in claims) >= 30


# ---------------------------------------------------------------- each report


@each_record
def test_a_report_gives_a_publication_date_or_null(record: Fields) -> None:
    assert record["published"] is None or date.fromisoformat(record["published"])


@each_record
def test_furniture_is_whole_paragraphs_outside_every_claim(record: Fields) -> None:
    for span in record["furniture"]:
        assert record["text"][span["start"] : span["end"]] in record["text"].split("\n\n")
        for claim in record["claims"]:
            start, end = claim["evidence"]
            assert end <= span["start"] or start >= span["end"]


@each_record
def test_a_name_stands_in_the_text_and_means_one_thing(record: Fields) -> None:
    flat = " ".join(record["text"].split()).casefold()
    owners: dict[str, set[str]] = {}
    for entry in record["actors"] + record["places"]:
        for name in entry.get("names") or [entry["name"], *entry.get("aliases", [])]:
            assert name.casefold() in flat
            owners.setdefault(name.casefold(), set()).add(entry["id"])
    assert all(len(ids) == 1 for ids in owners.values())


@each_record
def test_actors_are_of_a_known_kind_and_places_on_the_globe(record: Fields) -> None:
    assert {actor["kind"] for actor in record["actors"]} <= KINDS
    for place in record["places"]:
        assert -90 <= place["lat"] <= 90
        assert -180 <= place["lon"] <= 180
        assert place["country"] is None or re.fullmatch("[A-Z]{2}", place["country"])


@each_record
def test_an_id_is_used_once(record: Fields) -> None:
    ids = [entry["id"] for entry in record["actors"] + record["places"] + record["claims"]]
    assert len(set(ids)) == len(ids)


@each_record
def test_no_claim_is_annotated_twice(record: Fields) -> None:
    fields = ("type", "mode", "subject", "object", "place", "polarity", "modality", "said_by", "evidence")
    seen = [tuple(str(claim[field]) for field in fields) for claim in record["claims"]]
    assert len(set(seen)) == len(seen)


# ---------------------------------------------------------------- each claim


@each_record
def test_the_evidence_is_words_of_one_paragraph(record: Fields) -> None:
    for claim in record["claims"]:
        start, end = claim["evidence"]
        quote = record["text"][start:end]
        assert 0 <= start < end <= len(record["text"]), claim["id"]
        assert quote == quote.strip() != "", claim["id"]
        assert "\n\n" not in quote, claim["id"]


@each_record
def test_the_actors_and_places_of_a_claim_are_defined(record: Fields) -> None:
    known = {None, *known_ids(record)}
    for claim in record["claims"]:
        for field in ID_FIELDS:
            for answer in accepted(claim, field):
                joint_speakers = field == "said_by" and " " in str(answer) and str(answer) in record["text"]
                assert answer in known or joint_speakers, claim["id"]


@each_record
def test_types_modes_polarity_and_modality_are_known(record: Fields) -> None:
    for claim in record["claims"]:
        assert set(accepted(claim, "type")) <= TYPES, claim["id"]
        assert set(accepted(claim, "mode")) <= MODES | {None}, claim["id"]
        assert claim["mode"] is None or claim["mode"] in EVENT_MODES[claim["type"]].split(), claim["id"]
        assert set(accepted(claim, "polarity")) <= {"asserted", "negated"}, claim["id"]
        assert set(accepted(claim, "modality")) <= {"actual", "planned", "possible", "alleged"}, claim["id"]


@each_record
def test_a_speaker_goes_with_a_form_of_speech(record: Fields) -> None:
    for claim in record["claims"]:
        assert (claim["said_by"] is None) == (claim["speech"] is None), claim["id"]
        assert claim["speech"] in {None, "direct", "indirect", "mixed"}, claim["id"]


@each_record
def test_a_relation_to_a_place_has_the_place_as_object(record: Fields) -> None:
    for claim in record["claims"]:
        if claim["type"] in PLACE_OBJECT:
            assert claim["object"] == claim["place"] is not None, claim["id"]
        if claim["type"] == "alias_of":
            assert claim["object"] == claim["subject"] is not None, claim["id"]


@each_record
def test_dates_are_readable_and_what_happened_is_not_later_than_publication(record: Fields) -> None:
    published = date.fromisoformat(record["published"] or "9999-12-31")
    for claim in record["claims"]:
        for answer in accepted(claim, "when"):
            first = first_day(answer) if answer else None
            if first and claim["modality"] in {"actual", "alleged"}:
                assert first <= published, claim["id"]


@each_record
def test_counts_are_whole_numbers_of_people(record: Fields) -> None:
    for claim in record["claims"]:
        assert all(isinstance(claim[count], int) and claim[count] > 0 for count in COUNTS if count in claim), claim[
            "id"
        ]


# ---------------------------------------------------------------- the builder

SOURCE: Fields = {
    "id": "x",
    "title": "Rebels take Ruwenga",
    "published": "2001-05-04",
    "text": "Rebels took Ruwenga. The army\nsaid the rebels had lost Ruwenga again.",
    "actors": {"rebels": ["armed_group", "Rebels"]},
    "places": {"ruwenga": ["-", "0", "30", "Ruwenga"]},
    "claims": [{"is": "controls", "who": "rebels", "at": "ruwenga", "quote": "The army said the rebels"}],
}


def test_the_builder_finds_evidence_across_a_line_break(build: ModuleType) -> None:
    record = build.build_report(SOURCE)
    start, end = record["claims"][0]["evidence"]
    assert record["text"][start:end] == "The army said the rebels"
    assert record["claims"][0]["object"] == "p1"


def test_the_builder_lets_an_undated_past_be_left_null(build: ModuleType) -> None:
    claim = build.build_report({**SOURCE, "claims": [{**SOURCE["claims"][0], "when": "past"}]})["claims"][0]
    assert claim["when"] == "../2001-05-04"
    assert claim["accept"] == {"when": [None]}


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"quote": "Ruwenga"}, "found 2 times"),
        ({"quote": "Ruwenga fell"}, "found 0 times"),
        ({"who": "army"}, "neither an actor nor a place"),
        ({"whom": "rebels"}, "unknown fields"),
        ({"or": {"as": ["planned"]}}, "unknown fields"),
    ],
)
def test_the_builder_refuses_a_claim_that_does_not_fit_the_text(
    build: ModuleType, change: Fields, message: str
) -> None:
    with pytest.raises(build.BadSource, match=message):
        build.build_report({**SOURCE, "claims": [{**SOURCE["claims"][0], **change}]})


@pytest.mark.parametrize(
    ("actors", "message"),
    [
        ({"guards": ["military", "Guards"]}, "not in the text"),
        ({"one": ["armed_group", "Rebels"], "two": ["armed_group", "rebels"]}, "a name of two things"),
    ],
)
def test_the_builder_refuses_names_that_are_absent_or_shared(build: ModuleType, actors: Fields, message: str) -> None:
    with pytest.raises(build.BadSource, match=message):
        build.build_report({**SOURCE, "actors": actors, "claims": []})
