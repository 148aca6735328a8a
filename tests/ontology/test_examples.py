"""The example sentences of the ontology files are their tests: ``says_it`` gives the claim, ``does_not`` gives none."""

from collections.abc import Iterator

import pytest

from dateline import Reader
from dateline.model import Claim
from dateline.ontology.documents import read_documents
from dateline.ontology.examples import Example, examples_of, failure
from dateline.ontology.load import FOLDER


def shipped() -> Iterator[Example]:
    for path in sorted(FOLDER.glob("*/*.yaml")):
        for document in read_documents(path):
            yield from examples_of(document)


@pytest.fixture(scope="module")
def claims(reader: Reader) -> dict[str, tuple[Claim, ...]]:
    """The claims of every example sentence, each read as a report of its own."""
    texts = sorted({example.text for example in shipped()})
    return {doc.text: doc._.dateline_claims for doc in reader.language.pipe(texts, batch_size=128)}


@pytest.mark.parametrize(
    "example", [pytest.param(example, id=f"{example.type}: {example.text[:60]}") for example in shipped()]
)
def test_the_example_gives_what_it_says(claims: dict[str, tuple[Claim, ...]], example: Example) -> None:
    assert failure(example, claims[example.text]) is None


def test_what_is_wrong_with_an_example_is_told_in_words(reader: Reader) -> None:
    claims = reader.language("Gunmen abducted two nurses.")._.dateline_claims
    wanted = Example("mine.yaml: says_it 1", "ASSAULT", "", {"text": "", "mode": "abduct", "subject": "soldiers"})
    assert failure(wanted, claims) == (
        "gives ASSAULT/abduct (asserted, actual) with subject Gunmen and object two nurses; expected ASSAULT with "
        "polarity asserted, modality actual, mode abduct, subject soldiers"
    )
    unwanted = Example("mine.yaml: does_not 1", "ASSAULT", "", None)
    assert "must give no ASSAULT" in str(failure(unwanted, claims))
    assert "gives no claim" in str(failure(wanted, ()))
