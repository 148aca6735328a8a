"""A protected portion: labels, offsets that still fit, coarse places, and the public left alone."""

from dataclasses import replace
from types import SimpleNamespace

from dateline.export.facts.protect import Masking, protected
from dateline.model.portion import Portion


def test_actors_are_numbered_by_kind_and_stay_apart(portion: Portion) -> None:
    names = {actor.name for actor in protected(portion).actors.values() if actor.protection != "public"}
    assert names == {"private person 1", "victim 1", "witness 1"}


def test_a_quote_is_still_what_stands_at_its_offsets(portion: Portion) -> None:
    masked = protected(portion)
    for said in masked.claims.values():
        start, end = said.record["evidence"]
        assert masked.reports[said.report].text[start:end] == said.record["quote"]
    span = masked.claims["c1"].record["object_span"]
    assert span is not None
    assert masked.reports["r1"].text[slice(*span)] == "[victim 1]"


def test_the_site_where_a_victim_was_hit_is_coarse_and_says_so(portion: Portion) -> None:
    masked = protected(portion)
    place = masked.events[0].place
    assert place is not None
    assert (place.name, place.lat, place.lon, place.precision) == ("place withheld", 15.8, -1.3, "near")
    assert place.radius_km is not None
    assert place.radius_km >= 10
    location = masked.claims["c1"].record["location"]
    assert location is not None
    assert (location["lat"], location["precision"]) == (15.8, "near")
    assert masked.events[2].place == portion.events[2].place


def test_parties_speakers_and_roles_of_protected_people_are_masked(portion: Portion) -> None:
    masked = protected(portion)
    assert masked.events[0].recipients[0].name == "victim 1"
    assert masked.events[0].evidence[0].said_by == "witness 1"
    assert masked.relations[1].subject.name == "private person 1"
    assert masked.relations[1].roles == ()
    assert masked.claims["c6"].record["role"] is None
    assert masked.relations[0].roles == ("head",)


def test_addresses_that_hold_a_name_are_cut_down_to_a_clean_host(portion: Portion) -> None:
    reports = protected(portion).reports
    assert (reports["r1"].url, reports["r1"].source) == ("https://news.example/", "withheld")
    assert reports["r2"].url is None


def test_facts_keep_status_modality_and_counts(portion: Portion) -> None:
    for before, after in zip(portion.events, protected(portion).events, strict=True):
        assert (before.id, before.status, before.modality, before.counts) == (
            after.id,
            after.status,
            after.modality,
            after.counts,
        )


def test_a_portion_of_public_actors_is_left_as_it_is(portion: Portion, handmade: SimpleNamespace) -> None:
    actors = {key: replace(actor, protection="public") for key, actor in portion.actors.items()}
    public = replace(portion, actors=actors)
    assert protected(public) is public


def test_an_id_that_is_a_readable_key_is_masked_too(portion: Portion) -> None:
    hidden = replace(portion.actors["a000000000005"], id="sega-traore", known="sega-traore")
    masking = Masking(replace(portion, actors={**portion.actors, "sega-traore": hidden}))
    assert "sega-traore" not in masking.portion.actors
    assert masking.words("sega-traore") == "victim-2"


def test_an_alias_that_is_no_actor_of_its_own_is_masked_as_a_name(portion: Portion) -> None:
    other = replace(portion.relations[3].object, actor=None, name="Petit Lion", kind="person")
    alias = replace(portion.relations[1], type="alias_of", object=other, reason="he is called Petit Lion")
    relation = protected(replace(portion, relations=(alias,))).relations[0]
    assert "Lion" not in f"{relation.object.name} {relation.reason}"


def test_whom_a_report_only_mentions_is_masked_too(portion: Portion) -> None:
    identifier, card = next(iter(portion.reports.items()))
    witness = next(
        actor for actor in portion.actors.values() if actor.protection == "public" and actor.kind == "person"
    )
    use = replace(witness.names[0], name="Salif Badini")
    mentioned = replace(witness, id="a0", name="Salif Badini", known=None, names=(use,), protection="witness")
    told = replace(card, title="Testimony of Salif Badini, 52, farmer")
    given = replace(portion, reports={**portion.reports, identifier: told}, bystanders={"a0": mentioned})
    masked = protected(given)
    assert "Badini" not in (masked.reports[identifier].title or "")
    assert "a0" not in masked.actors
