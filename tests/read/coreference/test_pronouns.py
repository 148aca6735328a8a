"""Whom a pronoun means where several agree with it."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc


def meant(doc: Doc, pronoun: str) -> str:
    """The name of the entity that the last such pronoun of a doc refers to."""
    mention = [m for m in doc._.dateline_mentions if m.text.lower() == pronoun][-1]
    return next(entity.name for entity in doc._.dateline_entities if entity.id == mention.entity)


@pytest.mark.parametrize(
    ("text", "pronoun", "whom"),
    [
        ("Masked gunmen dragged nine farmers from the bus and shot them.", "them", "nine farmers"),
        ("The scholar Ana Lopes, who met Omar Tall twice, told him to flee.", "him", "Omar Tall"),
        ("Two days after snipers killed a nun, rebels took their revenge. They burned a hall.", "they", "rebels"),
        ("Gunmen fled to the hills, taking nine hostages with them.", "them", "Gunmen"),
        ("The miners asked the army to protect them.", "them", "miners"),
        ("The army shelled the Dawn Front. Israel said it had treated the wounded.", "it", "Israel"),
        ("Brigades have sprung up. A mob took nine looters from the jail and stoned them.", "them", "nine looters"),
        ("The Dawn Front will strike unless the army disbands the squads that it has armed.", "it", "army"),
        ("Omar Tall condemned it. President Keita's office said he would send envoys.", "he", "Keita"),
        ('"He sleeps little," said Fatima Sow, who met Omar Tall. In May he fled.', "he", "Omar Tall"),
        ("The Dawn Front of Omar Tall denied it; it has taken Gao.", "it", "Dawn Front"),
        ("The army fought the Hill Guard (HG) in Gao until the latter withdrew.", "latter", "Hill Guard"),
    ],
)
def test_a_pronoun_means_who_is_spoken_of_and_not_who_does_it_to_them(
    parse: Callable[[str], Doc], text: str, pronoun: str, whom: str
) -> None:
    assert whom in meant(parse(text), pronoun)
