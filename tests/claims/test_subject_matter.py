from collections.abc import Callable, Mapping
from typing import Any

import pytest

from dateline import Reader
from dateline.claims.subject_matter import SubjectMatter
from dateline.claims.words import Words
from dateline.languages.load import language_data
from dateline.model import Reading

ADVERSARIAL = {
    "a football siege": (
        "Albion laid siege to the visitors' goal for the whole second half, but Petrov's defence repelled wave "
        "after wave. The striker fired two rockets over the bar before he was gunned down by a late tackle, and "
        'the referee showed the defender a red card. "We were ambushed," the coach said.'
    ),
    "a general of cricket": (
        "Captain Rao marshalled his troops well as the Lions' bowlers bombarded the tail. A raid on the wickets in "
        "the last over killed the match. The champions surrendered their title in Colombo on Sunday."
    ),
    "a chess war": (
        "The young grandmaster invaded on the seventh rank and captured a rook. Her opponent's king fled to the "
        "corner, but after a bishop sacrifice his defence was destroyed and he resigned."
    ),
    "a takeover battle": (
        "The brewer launched a hostile attack on its rival on Monday, and shareholders rebelled against the "
        "takeover. The bank had fired the first shot in the price war in May. Analysts expect the raider to "
        "retreat."
    ),
    "a thriller": (
        "In the novel's best chapter a sniper shoots the minister, the hero's army storms the palace and the "
        "villain is hanged. The author kills off her detective on page nine, and readers have threatened to "
        "boycott the sequel."
    ),
    "a storm": (
        "The storm attacked the coast before dawn, cut off three villages and drove thousands from their homes. "
        "Winds of 140 degrees of fury besieged the harbour, forecasters said, and snow will invade the hills on "
        "Friday."
    ),
    "a garden": (
        "Slugs have declared war on the gardener's roses. She bombards them with salt, and her dog has captured "
        "two. The aphids retreated after the first frost."
    ),
    "a kitchen": (
        "The chef murdered the sauce, the critic wrote, and the soup had been tortured. He fired the oven again "
        "and beat the eggs until the cream surrendered."
    ),
    "a clinic": (
        "The virus attacks the cells of the lung, and antibodies fight it. Doctors at the hospital have launched "
        "an offensive against the infection; a vaccine trial begins on Monday. The flu killed nine patients last "
        "winter."
    ),
    "a game": (
        "The level opens with an ambush: the player must storm a castle, kill the guards and free the princess. "
        "The console crashed twice. Gamers attacked the studio for its price."
    ),
    "a road accident": (
        "Six people died when a bus ran off the road and plunged into a river on Tuesday. Eleven passengers were "
        "injured. The driver fell asleep, a doctor said."
    ),
    "a theatre": (
        "The play's director was attacked by critics and defended by the audience. The actor who plays the general "
        "died on stage every night for a year. The company will tour Wales in May."
    ),
}
"""Our own texts that borrow the words of war."""

STILL_CLAIMED: dict[str, int] = {}
"""How many claims the reader still makes of each, wrongly. Lower a number when you gain; none may be raised."""

NEWS = [
    "Gunmen attacked the team's bus near the stadium, killing the coach and two players of the football club.",
    "A bomb went off at a cinema during the film, and police said the director of the festival was among the wounded.",
    "Rebels shelled a hospital in the town, wounding doctors, nurses and patients.",
    "Militants blew up an oil pipeline, and the company said that the price of shares fell.",
]


@pytest.mark.parametrize("example", language_data("conflict")["examples"], ids=lambda example: example["text"])
def test_a_text_is_about_the_matter_that_its_words_tell_of(
    example: Mapping[str, Any], parse: Callable[[str], Words]
) -> None:
    matter = SubjectMatter(parse(example["text"])).whole
    assert (matter.name if matter else None) == example["about"]


@pytest.mark.parametrize("subject", ADVERSARIAL)
def test_ordinary_life_claims_nothing_however_warlike_its_words(subject: str, reader: Reader) -> None:
    reading = reader.read(ADVERSARIAL[subject])
    found = [(claim.type, claim.mode, claim.evidence.quote) for claim in reading.claims]
    assert len(found) <= STILL_CLAIMED.get(subject, 0), found


@pytest.mark.parametrize("text", NEWS)
def test_violence_that_befalls_ordinary_life_is_claimed(text: str, read: Callable[..., Reading]) -> None:
    assert [claim for claim in read(text).claims if claim.type == "ASSAULT"]


def test_the_reason_for_silence_names_the_words(reader: Reader) -> None:
    doc = reader.language(ADVERSARIAL["a chess war"])
    assert "grandmaster" in doc._.dateline_silence
    assert reader.language("Rebels attacked the town.")._.dateline_silence is None


def test_a_passage_on_sport_in_a_report_on_war_claims_nothing(read: Callable[..., Reading]) -> None:
    war = "Rebels shelled the airport on Monday, and soldiers fired on demonstrators, the army said."
    sport = "The striker fired wide, the goalkeeper was ambushed by the referee and the champions were destroyed."
    reading = read(f"{war}\n\n{sport}")
    assert reading.claims
    assert all(claim.evidence.start < len(war) for claim in reading.claims)


def test_deaths_in_a_crash_are_no_attack(read: Callable[..., Reading]) -> None:
    assert not read("A bus plunged into a river on Tuesday.\n\nEleven passengers were injured.").claims
