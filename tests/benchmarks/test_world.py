"""The made-up world: the same for the same seed, and its truth is true of its texts."""

import ast
import json
import re
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from difflib import SequenceMatcher
from itertools import pairwise
from pathlib import Path

import pytest

from benchmarks.world import Claim, Report, Truth, World, generate
from benchmarks.world.output import write
from benchmarks.world.places import COUNTRIES

FOLDER = Path(__file__).parents[2] / "benchmarks" / "world"
REPORTS = 500


@pytest.fixture(scope="module")
def world() -> World:
    return generate(7, REPORTS)


def _event_claims(world: World) -> Iterator[tuple[Report, Truth, Claim]]:
    for report, truth in zip(world.reports, world.truths, strict=True):
        for claim in truth.claims:
            if claim.kind == "event":
                yield report, truth, claim


def test_the_same_seed_gives_the_same_world_and_another_seed_another(world: World) -> None:
    assert generate(7, REPORTS) == world
    assert generate(8, 20).reports != generate(7, 20).reports


def test_there_are_as_many_reports_as_asked_for_in_order_of_publication(world: World) -> None:
    assert len(world.reports) == len(world.truths) == REPORTS
    assert [report.published for report in world.reports] == sorted(report.published for report in world.reports)
    with pytest.raises(ValueError, match="at least one"):
        generate(1, 0)


def test_a_mention_quotes_a_name_of_its_actor(world: World) -> None:
    names = {actor.id: set(actor.names) for actor in world.actors}
    assert sum(bool(truth.mentions) for truth in world.truths) > 0.95 * REPORTS
    for report, truth in zip(world.reports, world.truths, strict=True):
        for mention in truth.mentions:
            assert report.text[mention.start : mention.end] in names[mention.actor]


def test_no_full_name_is_printed_without_being_a_mention(world: World) -> None:
    full = {name for actor in world.actors for name in actor.names if " " in name}
    pattern = re.compile("|".join(rf"\b{re.escape(name)}\b" for name in sorted(full, key=len, reverse=True)))
    for report, truth in zip(world.reports, world.truths, strict=True):
        spans = [(mention.start, mention.end) for mention in truth.mentions]
        for found in pattern.finditer(report.text):
            assert any(start <= found.start() and found.end() <= end for start, end in spans), found[0]


def test_a_claim_is_one_sentence_of_its_report(world: World) -> None:
    for report, truth in zip(world.reports, world.truths, strict=True):
        for claim in truth.claims:
            sentence = report.text[claim.start : claim.end]
            assert sentence[-1] in '.”"', sentence
            assert "\n" not in sentence
            assert claim.place is None or claim.place in sentence


def test_no_template_is_left_unfilled(world: World) -> None:
    for report in world.reports:
        assert not re.search(r"[{}\ue000-\ue002]|  |,,| ,|\.\.|\b[Aa] [aeio]\w|\b[Tt]he the\b|\bNone\b", report.text), (
            report.text
        )
        assert 40 <= len(report.text.split()) <= 300


def test_what_a_claim_says_of_an_event_is_so_unless_marked_wrong(world: World) -> None:
    events = {event.id: event for event in world.events}
    for _, _, claim in _event_claims(world):
        event = events[str(claim.event)]
        assert claim.type == event.type
        assert claim.mode in {event.mode, None}
        plain = claim.modality == "actual" and claim.polarity == "asserted"
        if claim.place:
            assert claim.place == event.place
        if claim.wrong:
            continue
        if claim.day and claim.day[0] and claim.day[1]:
            assert claim.day[0] <= event.last
            assert claim.day[1] >= event.first
        if claim.subject and plain:
            assert claim.subject in event.actors


def test_nothing_is_reported_before_it_happened(world: World) -> None:
    events = {event.id: event for event in world.events}
    for report, _, claim in _event_claims(world):
        assert events[str(claim.event)].first <= report.published


def test_what_a_claim_says_of_who_leads_and_holds_is_so(world: World) -> None:
    held = {(relation.type, relation.subject, relation.object) for relation in world.relations}
    for truth in world.truths:
        for claim in truth.claims:
            if claim.kind == "relation" and claim.type in {
                "leads",
                "member_of",
                "controls",
                "part_of",
                "allegiance_to",
            }:
                assert (claim.type, claim.subject, claim.object) in held


def test_present_tense_leaders_lead_on_the_day_of_publication(world: World) -> None:
    spans: dict[tuple[str, str], list[tuple[object, object]]] = {}
    for relation in world.relations:
        if relation.type == "leads":
            spans.setdefault((relation.subject, relation.object), []).append((relation.first, relation.last))
    for report, truth in zip(world.reports, world.truths, strict=True):
        if truth.copy_of:
            continue
        for claim in truth.claims:
            if claim.type == "leads" and claim.day is None:
                stretches = spans[str(claim.subject), str(claim.object)]
                assert any(
                    first <= report.published and (last is None or report.published <= last)  # type: ignore[operator]
                    for first, last in stretches
                )


def test_a_leader_at_a_time_leads_a_group(world: World) -> None:
    leads: dict[str, list[tuple[object, object]]] = {}
    for relation in world.relations:
        assert relation.last is None or relation.first <= relation.last
        if relation.type == "leads":
            leads.setdefault(relation.object, []).append((relation.first, relation.last))
    for stretches in leads.values():
        ordered = sorted(stretches, key=lambda stretch: str(stretch[0]))
        for (_, last), (first, _) in pairwise(ordered):
            assert last is not None
            assert last < first  # type: ignore[operator]


def test_a_copy_is_nearly_the_text_it_copies_and_an_update_is_of_the_same_outlet(world: World) -> None:
    reports = {report.id: report for report in world.reports}
    kinds = Counter(truth.copy_kind for truth in world.truths)
    assert kinds["copy"] > 20
    assert kinds["update"] > 5
    for truth in world.truths:
        if truth.copy_of is None:
            continue
        mine, other = reports[truth.id], reports[truth.copy_of]
        assert timedelta(0) <= mine.published - other.published <= timedelta(days=2)
        if truth.copy_kind == "update":
            assert mine.publisher == other.publisher
        else:
            assert truth.agency == other.publisher
            matcher = SequenceMatcher(None, mine.text, other.text, autojunk=False)
            same = sum(block.size for block in matcher.get_matching_blocks() if block.size > 20)
            assert same / len(mine.text) > 0.6


def test_different_private_people_share_names_with_each_other_and_with_public_people(world: World) -> None:
    people = [actor for actor in world.actors if actor.kind == "person"]
    private = Counter((actor.country, actor.name) for actor in people if actor.private)
    public = Counter((actor.country, actor.name) for actor in people if not actor.private)
    assert max(private.values()) > 1
    assert set(private) & set(public)
    assert max(public.values()) == 1


def test_the_world_imports_nothing_of_dateline() -> None:
    for path in FOLDER.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            names += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            assert not any(name.split(".")[0] == "dateline" for name in names), path


def test_the_stage_has_ten_countries_of_a_dozen_towns() -> None:
    assert len(COUNTRIES) >= 10
    assert all(len({town.name for town in country.towns}) >= 12 for country in COUNTRIES)


def test_the_files_hold_a_line_for_each_report(world: World, tmp_path: Path) -> None:
    write(world, tmp_path)
    lines = (tmp_path / "reports.jsonl").read_text(encoding="utf-8").splitlines()
    truths = (tmp_path / "truth.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["id"] for line in lines] == [json.loads(line)["id"] for line in truths]
    assert set(json.loads(lines[0])) == {"id", "text", "title", "published", "publisher", "author", "url"}
    assert set(json.loads((tmp_path / "world.json").read_text(encoding="utf-8"))) == {"actors", "events", "relations"}
