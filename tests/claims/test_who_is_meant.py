"""Who does it and to whom, in sentences where the grammar hides it. The sentences are made up."""

from collections.abc import Callable

import pytest

from dateline.model import Reading

BEFORE = "Fighting went on in Mali between the army and the Reed Front on Monday.\n\n"
CASES = [
    ("The minister said two battalions were ready and warned Niger against a raid.", "THREATEN", "minister", "Niger"),
    ("The sergeant opened the week by shelling the Reed Front.", "ASSAULT", "sergeant", "Reed Front"),
    ("Elements of the Army raided the camp of the Reed Front.", "ASSAULT", "Elements of the Army", "Reed Front"),
    ("Rebels set fire to the office of an aid agency.", "ASSAULT", "Rebels", "aid agency"),
    ("The rebels released a British geologist on Monday.", "RETREAT", "Reed Front", "British geologist"),
    ("The embassy accused the aircrews of hitting a clinic.", "ACCUSE", "embassy", "aircrews"),
    ("The mayor of Gao, Ada Keita, called on both countries to wait.", "REQUEST", "Ada Keita", "both countries"),
    ("Soldiers torched two minibuses in Gao.", "ASSAULT", "Soldiers", None),
    ("Police shot nine herders at a well.", "ASSAULT", "Police", "nine herders"),
    ("Moscow said it would send weapons to the army.", "AID", "Moscow", "army"),
    (
        "Militias of veterans of the war, who have clashed with the Reed Front, left.",
        "ASSAULT",
        "Militias of veterans of the war",
        "Reed Front",
    ),
    ("The governor accused the Reed Front of murder.", "ACCUSE", "governor", "Reed Front"),
    ("The Nezam-e Haq, a militia, attacked the army.", "ASSAULT", "Nezam-e Haq", "army"),
    ("Men on a motorbike gunned down Colonel Issam Tall.", "ASSAULT", "men on a motorbike", "Issam Tall"),
    ("Members of the Reed Front burned a bus in Gao.", "ASSAULT", "Reed Front", None),
    ("Fighters belonging to the Reed Front killed a farmer.", "ASSAULT", "Reed Front", "farmer"),
    ("A faction of the Reed Front killed a farmer.", "ASSAULT", "faction of the Reed Front", "farmer"),
    ("Kenyan warships shelled the port, killing nine dockers.", "ASSAULT", "Kenyan warships", "nine dockers"),
    ("The Malian air force bombed a village.", "ASSAULT", "Malian air force", None),
    ("Police are holding Omar Tall on charges of murdering a judge.", "ASSAULT", "Omar Tall", "judge"),
    ("Omar Tall is under arrest on suspicion of murdering a judge.", "ASSAULT", "Omar Tall", "judge"),
    ("Omar Tall was extradited to face charges of murdering a judge.", "ASSAULT", "Omar Tall", "judge"),
    ("Experts hold the Reed Front (RF) responsible for the murder of a judge.", "ASSAULT", "Reed Front", "judge"),
    ("Fulani separatists on Thursday released a nun.", "RETREAT", "Fulani separatists", "nun"),
    ("Army leaflets accused the Reed Front of theft.", "ACCUSE", "army", "Reed Front"),
]


@pytest.mark.parametrize(("sentence", "type_", "subject", "object_"), CASES, ids=[case[0] for case in CASES])
def test_who_does_it_to_whom(
    read: Callable[..., Reading], sentence: str, type_: str, subject: str, object_: str | None
) -> None:
    found = [
        (claim.subject.name if claim.subject else None, claim.object.name if claim.object else None)
        for claim in read(BEFORE + sentence).claims
        if claim.type == type_ and claim.evidence.start >= len(BEFORE)
    ]
    assert [(_low(one), _low(other)) for one, other in found] == [(_low(subject), _low(object_))]


def _low(name: str | None) -> str | None:
    return name.lower() if name else None


@pytest.mark.parametrize(
    "sentence",
    ["Nobody in the Reed Front has claimed responsibility.", "The Reed Front has not claimed responsibility."],
)
def test_who_claims_nothing_did_nothing(read: Callable[..., Reading], sentence: str) -> None:
    claims = read("A bomb killed nine soldiers in Mali.\n\n" + sentence).claims
    assert not [claim for claim in claims if claim.subject and "Reed" in claim.subject.name]


@pytest.mark.parametrize(
    ("text", "relation", "who"),
    [
        ("Abu Omar leads the Reed Front. His deputy, Ali Sow, was arrested in Gao.", "member_of", "Ali Sow"),
        ("Abu Omar has led the Reed Front since his predecessor, Ali Sow, was killed.", "leads", "Ali Sow"),
        ("Abu Omar led the Reed Front until May. He was succeeded by Ali Sow.", "leads", "Ali Sow"),
        ("Abu Omar baked bread in Gao. His deputy, Ali Sow, left the Reed Front.", "member_of", None),
        ("Police arrested the Reed Front's leader, Abu Omar, and 150 supporters.", "leads", "Abu Omar"),
    ],
)
def test_deputies_and_successors_are_of_the_body_that_their_chief_leads(
    read: Callable[..., Reading], text: str, relation: str, who: str | None
) -> None:
    found = [
        claim.subject.name
        for claim in read(text).claims
        if claim.type == relation and claim.subject and claim.object and claim.object.name == "Reed Front"
    ]
    assert (found[-1] if found else None) == who


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The army planned to kill the leader of the Reed Front, Omar Tall.", ("asserted", "actual")),
        ("The men acted on the orders of the Reed Front's leader, Omar Tall.", ("asserted", "actual")),
        ("The army rejected the demands of the leader of the Reed Front, Omar Tall.", ("asserted", "actual")),
        ("The fighters plan to appoint Omar Tall as leader of the Reed Front.", ("asserted", "planned")),
    ],
)
def test_what_is_planned_of_a_leader_does_not_make_the_office_a_plan(
    read: Callable[..., Reading], text: str, told: tuple[str, str]
) -> None:
    (office,) = (claim for claim in read(text).claims if claim.type == "leads")
    assert (office.polarity, office.modality) == told


def test_who_was_killed_since_when_is_the_one_of_that_clause(read: Callable[..., Reading]) -> None:
    claims = read("Omar Tall has led the Reed Front since his predecessor, Ali Sow, was killed in May.").claims
    assert [claim.object.name for claim in claims if claim.type == "ASSAULT" and claim.object] == ["Ali Sow"]


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        ("The United Arab Emirates expelled two diplomats.", "SANCTION", ("United Arab Emirates", "two diplomats")),
        ("Bosnia and Herzegovina expelled two diplomats.", "SANCTION", ("Bosnia and Herzegovina", "two diplomats")),
        (
            "Soldiers fled from the Red Dawn Front. The front, led by Omar Tall since May, holds Gao.",
            "leads",
            ("Omar Tall", "Red Dawn Front"),
        ),
        (
            "Soldiers of the ousted government attacked Bibia in 1986. In 1988 rebels attacked the government.",
            "ASSAULT",
            ("rebels", "government"),
        ),
        (
            "The ministry spoke. The president has promised elections but the parties have threatened to boycott them.",
            "THREATEN",
            ("parties", "them"),
        ),
        ("An army air strike on a market killed 40 people.", "ASSAULT", ("army", "40 people")),
        (
            "Omar Tall leads the Front for the Rebirth of Mali (FRM).",
            "leads",
            ("Omar Tall", "Front for the Rebirth of Mali"),
        ),
    ],
)
def test_names_and_short_names_mean_whom_the_report_means(
    told: Callable[[str, str], list[tuple[str | None, str | None]]], text: str, type_: str, expected: tuple[str, str]
) -> None:
    assert expected in told(text, type_)


def test_a_faction_that_declared_allegiance_says_nothing_of_the_sentence_before(read: Callable[..., Reading]) -> None:
    text = (
        "The army blamed the Dawn League, a faction that broke from the Red Front and then declared allegiance to it."
    )
    (charge,) = (claim for claim in read(text).claims if claim.type == "ACCUSE")
    assert charge.said_by is None


@pytest.mark.parametrize(
    ("text", "type_", "modality"),
    [
        ("Rebels threatened to attack on 1 April.", "THREATEN", "actual"),
        ("The army and the rebels agreed to hold talks on 20 March.", "AGREE", "actual"),
        ("Traders have called a strike for 21 March.", "PROTEST", "planned"),
        ("Eleven people were killed and 26 houses set on fire in Gao on 6 March.", "ASSAULT", "actual"),
    ],
)
def test_what_is_told_as_done_is_not_of_a_day_to_come(
    read: Callable[..., Reading], text: str, type_: str, modality: str
) -> None:
    found = [claim for claim in read(text, published="2019-03-12").claims if claim.type == type_]
    assert {claim.modality for claim in found} == {modality}
