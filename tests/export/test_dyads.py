from collections.abc import Callable

import pytest

from dateline.export.dyads import Dyad, dyad_of
from dateline.model import Reading


@pytest.mark.parametrize(
    ("text", "kind", "source", "target"),
    [
        ("Norway threatened to block Danish exports.", "THREATEN", {"NOR"}, {"DNK"}),
        ("Peru has promised food aid to Bolivia and Chile.", "AGREE", {"PER"}, {"BOL", "CHL"}),
        ("The mayor was killed in Niamey on Friday.", "ASSAULT", {"NER"}, {"NER"}),
        ("A bombing near Basra killed a Danish soldier.", "ASSAULT", {"IRQ"}, {"DNK"}),
        ("Ghanaian police arrested a preacher.", "COERCE", {"GHA"}, {"GHA"}),
        ("Chad complained to the United Nations about Sudanese raids.", "ACCUSE", {"TCD"}, {"SDN"}),
        ("Chad and Niger held talks.", "CONSULT", {"TCD", "NER"}, set()),
    ],
)
def test_both_sides_of_an_event_have_countries(
    read: Callable[[str], Reading], text: str, kind: str, source: set[str], target: set[str]
) -> None:
    dyad = _dyad(read, text, kind)
    assert {code[:3] for code in dyad.source} == source
    assert {code[:3] for code in dyad.target} == target


def test_whoever_attacks_unnamed_is_an_unidentified_force_where_it_happened(read: Callable[[str], Reading]) -> None:
    assert _dyad(read, "A bombing near Basra killed a Danish soldier.", "ASSAULT").source == ("IRQUAF",)


def test_leaving_an_office_is_done_to_nobody(read: Callable[[str], Reading]) -> None:
    dyad = _dyad(read, "The Georgian president resigned as Russia watched.", "RETREAT")
    assert (dyad.source, dyad.target) == (("GEOGOV",), ())


def _dyad(read: Callable[[str], Reading], text: str, kind: str) -> Dyad:
    reading = read(text)
    claims = [claim for claim in reading.claims if claim.type == kind]
    assert claims, f"no {kind} in: {text}"
    return dyad_of(reading, kind, claims)
