"""Plain agency prose: who, whom, whether and on whose word, where the sentence leads a reader astray."""

from typing import Any

import pytest

from dateline import Reader
from dateline.ingest import report_from_text
from dateline.model import ActorRef

BEFORE = "Rebels shelled the town of Gao on Monday, killing nine soldiers.\n\n"
"""So that the report is plainly about conflict."""

STATED = [
    # What is theirs, of those who are judged or asked.
    ("Germany condemned Iran over its support for the Reed Front.", ("allied_with", "Iran", "Reed Front")),
    (
        "The council imposed sanctions on the militia over its attacks on villagers.",
        ("ASSAULT", "militia", "villagers"),
    ),
    ("The council urged Rwanda to end its support for the Reed Front.", ("allied_with", "Rwanda", "Reed Front")),
    # A second verb is not denied, planned or said with the first.
    (
        "Rwanda denies backing the rebels and accuses Congo of lying.",
        ("ACCUSE", "Rwanda", "Congo", "asserted", "actual"),
    ),
    (
        "The king said he would not go and accused the army of treason.",
        ("ACCUSE", "king", "army", "asserted", "actual"),
    ),
    (
        "The council said it would meet and condemned the killing of six nurses.",
        ("ASSAULT", None, "six nurses", "actual"),
    ),
    ("The army said six men were killed but denied that the Reed Front had taken the base.", ("ASSAULT", "by army")),
    # Denials that a noun carries.
    ("Investigators found no evidence that the army had killed the monks.", ("ASSAULT", "army", "monks", "negated")),
    ("Reports that the army had killed the monks were not true, a priest said.", ("ASSAULT", "army", "negated")),
    ("The Reed Front claimed responsibility for the attack on the church.", ("ASSAULT", "Reed Front", "actual")),
    # Who acts.
    ("A strike on a school in Gao that killed 20 people was condemned.", ("ASSAULT", None, "20 people")),
    ("Reed Front gunmen abducted two nurses.", ("ASSAULT", "Reed Front", "two nurses")),
    ("Soldiers of the 33rd Light Infantry Division attacked the rebels.", ("ASSAULT", "33rd Light Infantry Division")),
    ("The army said the rebels had fled and that it had recaptured the bridge.", ("ASSAULT", "army", "by army")),
    ("The president called on the rebels, led by Omar Tall, to disarm.", ("REQUEST", "president", "rebels")),
    ("The army had sixty young men rounded up.", ("COERCE", "army", "sixty young men")),
    ("The Reed Front denied any link to the murder of the judge.", ("ASSAULT", "Reed Front", "judge", "negated")),
    ("France and Chad withdrew their ambassadors from Damascus.", ("SANCTION", "Chad", "Damascus")),
    ("Gunmen dressed as police commandos abducted a nurse.", ("ASSAULT", "Gunmen", "nurse")),
    (
        "Militiamen affiliated to the Reed Front attacked the army.",
        ("ASSAULT", "Militiamen affiliated to the Reed Front"),
    ),
    ("Gunmen fired on a van, killing five vegetable sellers.", ("ASSAULT", "Gunmen", "five vegetable sellers")),
    ("Rebels ambushed a convoy of the army.", ("ASSAULT", "Rebels", "army")),
    ("The Reed Front attacked a bus of army families.", ("ASSAULT", "Reed Front", "army families")),
    ("Rebels attacked a lorry carrying uranium workers.", ("ASSAULT", "Rebels", "uranium workers")),
    ("Three nurses came. Rebels beat two of them with belts.", ("ASSAULT", "Rebels", "Three nurses")),
    ("Rebels overran the headquarters of the Third Division.", ("ASSAULT", "Rebels", "Third Division")),
    ("Fighters loyal to Omar Tall hold the bridge.", ("controls", "Fighters loyal to Omar Tall", "bridge")),
    # Who is who.
    ("The Reed Front's chief, known only as Comrade Sagar, fled.", ("leads", "Sagar", "Reed Front")),
    ("The Reed Front fought the Dawn Guard. The latter is led by Omar Tall.", ("leads", "Omar Tall", "Dawn Guard")),
    ("The Reed Front fought the Dawn Guard after the former had burned a depot.", ("ASSAULT", "Reed Front", None)),
    ("Niger condemned the attack. It said it would send troops to Gao.", ("MOBILIZE", "Niger", None, "planned")),
    (
        "Niger accuses Rwanda of arming the Reed Front, which it has fought since 1994.",
        ("opposes", "Niger", "Reed Front"),
    ),
    ("Omar Tall of the Reed Front was killed.", ("member_of", "Omar Tall", "Reed Front")),
    ("Omar Tall, formerly of the Reed Front, was killed.", ("member_of", "Omar Tall", "Reed Front")),
    ("The inquiry into the killing of six nurses was shelved.", ("ASSAULT", None, "six nurses", "asserted", "actual")),
    # Whose raid, whose seat, whose words.
    ("An army raid killed two men in Gao.", ("ASSAULT", "army", "two men")),
    ("A US drone strike killed 16 guests.", ("ASSAULT", "United States", "16 guests")),
    ("Kenyan warplanes bombed a camp of the Reed Front.", ("ASSAULT", "Kenyan warplanes", "Reed Front")),
    ("Shells fell in Gao, where the Reed Front has its seat.", ("based_in", "Reed Front", "Gao")),
    ("Omar Bakari, in exile in Paris, condemned the coup.", ("based_in", "Omar Bakari", "Paris")),
    ("Traders were robbed and clubbed by armed bandits.", ("ASSAULT", "armed bandits", "Traders")),
    ("Since splitting from the Reed Front, the Hill Guards have fled.", ("split_from", "Hill Guards", "Reed Front")),
    ("The army has left Bor, a spokesman said, and burned its camp.", ("ASSAULT", "army", None)),
    ("Omar Tall was involved in the kidnapping of two nuns.", ("ASSAULT", "Omar Tall", "two nuns")),
    (
        "Omar Tall was arrested on charges of plotting the murder of a judge.",
        ("ASSAULT", "Omar Tall", "judge", "alleged"),
    ),
    (
        "The Reed Front said it would attack the army if the hostages were not freed.",
        ("THREATEN", "Reed Front", "army"),
    ),
    ("The rebels burned a depot, a spokesman said, and took two nuns hostage.", ("ASSAULT", "rebels", "two nuns")),
    # Denied by a word before the object.
    ("The army killed no civilians, a spokesman said.", ("ASSAULT", "army", None, "negated")),
    ("The Reed Front had no hand in the murder of the judge.", ("ASSAULT", "Reed Front", "judge", "negated")),
    ("The rebels have violated the truce.", ("RETREAT", "rebels", None, "negated")),
]
NOT_STATED = [
    ("Was the village attacked by the army?", ("ASSAULT", "army")),
    ("Troops freed 30 men from the Reed Front, a spokesman for the army said.", ("member_of", "Reed Front")),
    ("The prosecutor opened an inquiry into the killing of the mayor.", ("ASSAULT", "prosecutor")),
    ("Residents heard explosions near the palace.", ("ASSAULT", "Residents")),
    ("The rebels promised not to attack the town.", ("THREATEN", "rebels")),
    ("A clash between farmers and herders killed 16 people.", ("ASSAULT", "herders")),
    ("The army said troops had withdrawn from Mwesowe.", ("split_from", "troops")),
    ("The army killed no civilians, said their leader, Omar Tall.", ("leads", "Omar Tall", "no civilians")),
    ("Ten men were held. Chad called on Spain and France to wait.", ("REQUEST", "Chad", "Spain", "at France")),
    (
        "A bomb killed nine men in Gao; the Reed Front said it was sorry.",
        ("ASSAULT", None, "nine men", "by Reed Front"),
    ),
]


@pytest.mark.parametrize(("text", "wanted"), STATED)
def test_it_is_stated(rules: Reader, text: str, wanted: tuple[str | None, ...]) -> None:
    assert any(_fits(claim, wanted) for claim in _claims(rules, text))


@pytest.mark.parametrize(("text", "unwanted"), NOT_STATED)
def test_it_is_not_stated(rules: Reader, text: str, unwanted: tuple[str | None, ...]) -> None:
    assert not any(_fits(claim, unwanted) for claim in _claims(rules, text))


def _claims(reader: Reader, text: str) -> list[Any]:
    reading = reader.read(report_from_text(BEFORE + text))
    return [claim for claim in reading.claims if claim.evidence.start >= len(BEFORE)]


def _fits(claim: Any, wanted: tuple[str | None, ...]) -> bool:
    """Type, subject and object (None: nobody named), then any of polarity, modality, "by" who and "at" where."""
    kind, *rest = wanted
    names = [one for one in rest if one is None or (one not in WORDS and not one.startswith(("by ", "at ")))]
    told = {claim.polarity, claim.modality, f"by {_name(claim.said_by)}", f"at {_name(claim.place)}"}
    parties = (_name(claim.subject), _name(claim.object))
    return claim.type == kind and parties[: len(names)] == tuple(names) and set(rest) - set(names) <= told


WORDS = {"asserted", "negated", "actual", "planned", "possible", "alleged"}


def _name(actor: ActorRef | None) -> str | None:
    return actor.name if actor else None


def test_who_was_formerly_of_a_group_is_a_former_member(rules: Reader) -> None:
    told = [claim.role for claim in _claims(rules, "Omar Tall, formerly of the Reed Front, was killed.")]
    assert "former" in told
