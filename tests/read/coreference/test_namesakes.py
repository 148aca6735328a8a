"""Two people of one name in one report."""

import pytest


def bearers(parse, text, name="Ali Sow"):
    """The entities of the mentions with a name, in the order of the text."""
    return [m.entity for m in parse(text)._.dateline_mentions if m.form == "name" and m.text.endswith(name)]


@pytest.mark.parametrize(
    "text",
    [
        "Ali Sow, 23, was killed by a mine. Ali Sow, 54, survived.",
        "“We hid in the cellar,” Ali Sow, 40, said. Among the dead was Ali Sow, a trader.",
        "The dead include Ali Sow, a nurse. “I saw the smoke,” said Ali Sow, 31, from his shop.",
        "Ali Sow, a student aged 54, was hurt. “We will find them,” said Ali Sow, the Malian interior minister.",
        "Ali Sow, a teacher, was hurt. Ali Sow, a shepherd, found him.",
        "Among them is Ali Sow, 58, a miner. Ali Sow, a tailor, saw the attack.",
        "A miner called Ali Sow was hurt. Ali Sow, a tailor, saw the attack.",
        "“I closed my shop,” Ali Sow, 29, said. Ali Sow has led the Reed Front since 2009.",
        "The dead include Ali Sow, a miner aged 20. The Reed Front is commanded by Ali Sow.",
        "“We have waited,” said Ali Sow, a fisherman. The leader of the Reed Front, Ali Sow, gives no interviews.",
        "“We waited,” said Ali Sow, a fisherman who lives nearby. The leader of Jaish al-Sahel, Ali Sow, is away.",
        "One of the dead was Ali Sow, a soldier. Ali Sow is the deputy leader of the Reed Front.",
    ],
)
def test_ages_trades_and_a_death_tell_people_of_one_name_apart(parse, text):
    one, other = bearers(parse, text)
    assert one != other


@pytest.mark.parametrize(
    "text",
    [
        "Ali Sow, a trader, was killed by a mine. His wife said Ali Sow was on his way to the market.",
        "Ali Sow, 40, was hurt. Ali Sow, a trader, was taken to the hospital.",
        "Ali Sow, 40, said he had seen it. Ali Sow, 41, said it again.",
        "Ali Sow, the mayor, said he was safe. A day later Ali Sow was killed by a bomb.",
        "Ali Sow, 40, the leader of the Reed Front, was hurt. Ali Sow has led the Front since 2009.",
        "Ali Sow leads the Reed Front. Ali Sow was seen in Gao, a town in the north.",
        "Ali Sow, a 40-year-old trader, said he ran. The blast hurt Ali Sow, 40, and his son.",
    ],
)
def test_a_name_printed_again_is_of_one_person_while_nothing_speaks_against_it(parse, text):
    one, other = bearers(parse, text)
    assert one == other
