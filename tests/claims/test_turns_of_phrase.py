"""Turns of phrase of testimonies, local papers, digests and histories, each with the claim that it states."""

from datetime import date

import pytest

from dateline import Reader
from dateline.ingest import report_from_text
from dateline.model import Claim

PUBLISHED = date(2017, 10, 5)


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(encoder=False)


def shown(claim: Claim) -> str:
    """A claim in one line; what is asserted, actual, undated or in the report's own voice is not said."""
    who = [ref.name if ref else "nobody" for ref in (claim.subject, claim.object)]
    parts = [claim.type, claim.mode, f"{who[0]} -> {who[1]}", claim.place and f"@ {claim.place.name}"]
    parts += [part for part in (claim.polarity, claim.modality) if part not in ("asserted", "actual")]
    parts += [claim.said_by and f"by {claim.said_by.name}"]
    return " ".join(part for part in parts if part)


def claims(reader: Reader, text: str) -> list[str]:
    return [shown(claim) for claim in reader.read(report_from_text(text, published=PUBLISHED)).claims]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gunmen thought to be herders attacked a bus in Gao.", ["ASSAULT Gunmen -> bus @ Gao"]),
        ("Militants fired on Gao; no injuries were reported.", ["ASSAULT firearms Militants -> nobody @ Gao"]),
        (
            "Three nuns were killed and nine others wounded by the army.",
            ["ASSAULT army -> Three nuns"],
        ),
        (
            "Captain Musa was kidnapped in Goma and later rescued by UN troops.",
            ["ASSAULT abduct nobody -> Musa @ Goma", "AID UN troops -> Musa @ Goma"],
        ),
        (
            "Two women were abducted by militiamen and raped.",
            ["ASSAULT abduct militiamen -> Two women", "ASSAULT sexual militiamen -> Two women"],
        ),
        (
            "The nuns were freed on Sunday. Two men were wounded by shelling.",
            ["RETREAT release nobody -> nuns", "ASSAULT heavy-weapons nobody -> Two men"],
        ),
        ("The Front, whose leader lives in Garamba, killed eight rangers.", ["ASSAULT Front -> eight rangers"]),
        ("The militia, whose gunmen kidnapped two nuns, has an office.", ["ASSAULT abduct militia -> two nuns"]),
        (
            "Fighters of the Bui Lions shot a lieutenant. The Lions also burned the mill.",
            ["ASSAULT firearms Bui Lions -> lieutenant", "ASSAULT destroy Bui Lions -> nobody"],
        ),
        ("The government promised an inquiry.", ["ACCUSE investigate government -> nobody planned"]),
        ("The herders fled when soldiers burned their huts.", ["ASSAULT destroy soldiers -> herders"]),
        (
            "Gunmen killed two men. The bishop called for the prisoners to be freed.",
            ["ASSAULT firearms Gunmen -> two men", "REQUEST bishop -> nobody"],
        ),
        (
            "The Front ruled out talks until the army leaves Gao.",
            ["REJECT Front -> nobody", "RETREAT withdraw army -> nobody @ Gao possible"],
        ),
        (
            "The militia will free the nuns when the government frees its prisoners.",
            ["RETREAT release militia -> nuns planned", "RETREAT release government -> its prisoners planned"],
        ),
        (
            "The rebels freed the nuns, then burned the school.",
            ["RETREAT release rebels -> nuns", "ASSAULT destroy rebels -> nobody @ school"],
        ),
        ("A Briton was kidnapped in Gao.", ["ASSAULT abduct nobody -> Briton @ Gao"]),
        ("The government says nobody was killed in Gao.", ["ASSAULT nobody -> nobody @ Gao negated by government"]),
        ("Joseph Tall rose to lead the rebels.", ["leads Joseph Tall -> rebels"]),
        ("Rebels captured Zinwa.", ["ASSAULT seize_territory Rebels -> nobody @ Zinwa"]),
        ("The army shelled Zinwa.", ["ASSAULT heavy-weapons army -> nobody @ Zinwa"]),
        ("The rebels hold Gao and Zinwa.", ["controls rebels -> Gao @ Gao", "controls rebels -> Zinwa @ Zinwa"]),
        (
            "Rebels attacked posts in Helmand, killing nine policemen in Sangin.",
            ["ASSAULT Rebels -> nine policemen @ Sangīn"],
        ),
        (
            "The village, which police say the bandits burned, is empty.",
            ["ASSAULT destroy bandits -> nobody @ village by police"],
        ),
        (
            "Omar Tall leads the Front. A former captain, he deserted the army in 1988.",
            ["leads Omar Tall -> Front", "split_from Omar Tall -> army"],
        ),
        ("The rebels could attack the dam, killing soldiers.", ["ASSAULT rebels -> soldiers @ dam possible"]),
        (
            "Omar Tall planned the 1995 bombing of the embassy in Gao.",
            ["ASSAULT explosives Omar Tall -> embassy in Gao @ Gao"],
        ),
        (
            "The rebels denied responsibility. Gunmen killed two men.",
            ["ASSAULT rebels -> nobody negated by rebels", "ASSAULT firearms Gunmen -> two men"],
        ),
        (
            "Soldiers killed a commander known as Tiger. Omar Tall, the commander of the gang, lives in Niger.",
            [
                "ASSAULT Soldiers -> commander",
                "alias_of commander -> Tiger",
                "based_in Omar Tall -> Niger @ Niger",
                "leads Omar Tall -> gang",
            ],
        ),
        ("A 17-year-old was killed by soldiers on Monday.", ["ASSAULT soldiers -> 17-year-old"]),
        ("Kenya withdrew its forces from Somalia in May.", ["RETREAT withdraw Kenya -> nobody @ Somalia"]),
        ("Rebels to free two pilots", ["RETREAT release Rebels -> two pilots planned"]),
        ("Bishop: gunmen killed two nuns in Gao", ["ASSAULT firearms gunmen -> two nuns @ Gao by Bishop"]),
        (
            "The judge was killed, allegedly by the Red Brigade.",
            ["ASSAULT Red Brigade -> judge alleged"],
        ),
        ("Heavy gunfire could be heard in Omdurman.", ["ASSAULT firearms nobody -> nobody @ Omdurman"]),
        ("Two officers are suspected of killing a judge.", ["ASSAULT Two officers -> judge alleged"]),
        (
            'Witnesses said soldiers fired on the crowd. "They killed my son," said Amina Ba.',
            ["ASSAULT firearms soldiers -> crowd by Witnesses", "ASSAULT soldiers -> my son by Amina Ba"],
        ),
        (
            "The Front denied attacking the convoy, although two fighters were arrested.",
            ["ASSAULT Front -> convoy negated by Front", "COERCE arrest nobody -> two fighters"],
        ),
        ("The militia continued to shell the town of Gao.", ["ASSAULT heavy-weapons militia -> nobody @ Gao"]),
        (
            "Unconfirmed reports say the militia killed a judge.",
            ["ASSAULT militia -> judge alleged by Unconfirmed reports"],
        ),
        ("The convoy came under fire from the hills.", ["ASSAULT nobody -> convoy"]),
        (
            "Residents said soldiers came to the town. They burned two churches.",
            ["ASSAULT destroy soldiers -> two churches"],
        ),
        (
            "The rebels killed four soldiers in Gao and two in Kidal.",
            ["ASSAULT rebels -> four soldiers @ Gao", "ASSAULT rebels -> nobody @ Kidal"],
        ),
        ("Soldiers killed a nurse and a teacher in Gao.", ["ASSAULT Soldiers -> nurse @ Gao"]),
        ("Aung Kyaw, 40, farmer. Shot by soldiers on 8 January.", ["ASSAULT firearms soldiers -> Aung Kyaw"]),
        (
            "Ko Naing, 22, student. Arrested on 3 February; he was freed in May.",
            ["COERCE arrest nobody -> Naing", "RETREAT release nobody -> Naing"],
        ),
        ("Russia vetoed a resolution calling for a ceasefire.", ["REJECT Russia -> nobody"]),
        ("The leaders of Rwanda and Uganda met in London.", ["CONSULT leaders of Rwanda -> Uganda @ London"]),
        ("Two soldiers killed in Yemen attack", ["ASSAULT nobody -> Two soldiers"]),
        ("I joined the Tigers in 1985.", ["member_of I -> Tigers"]),
        ("The accord provides for the release of all prisoners.", ["RETREAT release accord -> all prisoners planned"]),
        ("The minister agreed that soldiers had killed the boy.", ["ASSAULT soldiers -> boy"]),
        (
            "Army accused of burning villages",
            ["ACCUSE allege nobody -> Army", "ASSAULT destroy Army -> nobody @ villages alleged"],
        ),
        ("Mali: JNIM fighters attacked a convoy near Gao.", ["ASSAULT JNIM -> convoy @ Gao"]),
        (
            "12 civilians were killed and 3 abducted by the ADF.",
            ["ASSAULT ADF -> 12 civilians", "ASSAULT abduct ADF -> nobody"],
        ),
        (
            "Diplomats hold the rebels responsible for the killing of two nuns.",
            ["ACCUSE allege Diplomats -> rebels", "ASSAULT rebels -> two nuns alleged by Diplomats"],
        ),
    ],
)  # fmt: skip
def test_the_sentence_states_these_claims(reader: Reader, text: str, expected: list[str]) -> None:
    assert claims(reader, text) == expected


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("On 4 May 2016 the militia attacked Gao, burned two houses and shot the priest.", ["2016-05-04"] * 3),
        ("On 5 March 2010 police arrested Omar Tall and tortured him.", ["2010-03-05"] * 2),
        ("Rebels 3 May attacked a convoy near Gao.", ["2017-05-03"]),
        ("France 9 May sent 200 troops to Gao.", ["2017-05-09"]),
        (
            "The Front, led by Omar Tall, has fought the army since 1998.",
            ["1998-01-01/2017-10-05", "1998-01-01/..", None],
        ),
        ("Prosecutors charged Omar Tall with the 1998 bombing of an embassy.", ["../2017-10-05", "1998"]),
        ("The army shelled the camp in response to an ambush last month.", ["../2017-10-05"]),
    ],
)
def test_the_day_is_the_deeds(reader: Reader, text: str, days: list[str]) -> None:
    found = reader.read(report_from_text(text, published=PUBLISHED)).claims
    assert [claim.when.edtf if claim.when else None for claim in found] == days


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Three Palestinians were killed in Jenin.", 3),
        ("Gunmen killed some fifty civilians.", 50),
        ("At least 15 people dead in Gao attack", 15),
        ("Insurgents killed over 100 in Gao.", 100),
        ("Gunmen attacked a mosque in Gao, leaving nine dead.", 9),
        ("Nine farmers died on Tuesday when herders stormed Gao.", 9),
    ],
)
def test_the_dead_are_counted(reader: Reader, text: str, killed: int) -> None:
    (claim,) = reader.read(report_from_text(text, published=PUBLISHED)).claims
    assert claim.counts.killed is not None
    assert claim.counts.killed.best == killed
