from dateline.knowledge.agents import Agent
from dateline.read.mentions.agents import lexicon_with
from dateline.read.mentions.lexicon import actor_lexicon

RIDER = Agent("dune rider", ("dune riders",), "armed_group", "REB", "x, line 1")
LEVY = Agent("lakeguardery", (), "police", "COP", "x, line 2")
SOLDIER = Agent("soldier", ("soldiers",), "civilians", "CVL", "x, line 3")


def test_a_users_nouns_stand_beside_those_of_the_language() -> None:
    heads = lexicon_with((RIDER, LEVY)).heads
    assert (heads["dune rider"].kind, heads["dune rider"].number) == ("person", "person")
    assert (heads["dune riders"].kind, heads["dune riders"].number) == ("armed_group", "people")
    assert (heads["lakeguardery"].kind, heads["lakeguardery"].number) == ("police", "body")
    assert "riders" in lexicon_with((RIDER,)).endings


def test_a_noun_of_the_language_stays_as_it_is() -> None:
    assert lexicon_with((SOLDIER,)).heads["soldiers"] == actor_lexicon().heads["soldiers"]
    assert lexicon_with() is actor_lexicon()
