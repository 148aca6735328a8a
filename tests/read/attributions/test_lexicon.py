from collections.abc import Callable, Iterable

import pytest
from spacy.language import Language

from dateline.errors import DataFileError
from dateline.languages.load import language_data
from dateline.model import Attribution, Span
from dateline.read.attributions import cue_class
from dateline.read.attributions.find import find_candidates, page_of
from dateline.read.attributions.lexicon import _classes, lexicon
from dateline.read.attributions.pieces import of_tokens, offsets

DATA = language_data("attribution")
JUDGED = [
    *(e for entry in (*DATA["verbs"].values(), *DATA["phrases"].values()) for e in entry["examples"]),
    *DATA["adverbs"]["examples"],
]
OFFERED = [e for part in ("nouns", "adjectives") for entry in DATA[part].values() for e in entry["examples"]]


def words(text: str, spans: tuple[Span, ...]) -> str:
    return " ".join(text[start:end] for start, end in spans)


def shown(
    example: dict[str, str], found: Iterable[tuple[tuple[Span, ...], tuple[Span, ...], tuple[Span, ...]]]
) -> bool:
    text = example["text"]
    return any(
        words(text, source) == example["source"]
        and example["cue"] in words(text, cue)
        and words(text, content).startswith(example["content"])
        for source, cue, content in found
    )


@pytest.mark.parametrize("example", JUDGED, ids=lambda example: example["text"][:60])
def test_verbs_adverbs_and_phrases_are_read_as_their_examples_say(
    example: dict[str, str], attributions_of: Callable[[str], tuple[Attribution, ...]]
) -> None:
    found = attributions_of(example["text"])
    if example.get("none"):
        assert not found
        return
    assert shown(example, [(a.source, a.cue, a.content) for a in found]), found


@pytest.mark.parametrize("example", OFFERED, ids=lambda example: example["text"][:60])
def test_nouns_and_adjectives_are_offered_as_their_examples_say(example: dict[str, str], attributing: Language) -> None:
    page = page_of(attributing(example["text"]), lexicon())
    found = [
        tuple(offsets(page.tree, part) for part in (c.source, of_tokens(list(c.cue)), c.content))
        for c in find_candidates(page)
    ]
    assert shown(example, found), found  # type: ignore[arg-type]


def test_every_class_has_an_example() -> None:
    assert all(entry["examples"] for part in ("verbs", "nouns", "adjectives") for entry in DATA[part].values())


@pytest.mark.parametrize(
    ("verb", "expected"),
    [
        ("say", "say"),
        ("according", "say"),
        ("decide", "intend"),
        ("deny", "deny"),
        ("order", "order"),
        ("threaten", "threaten"),
        ("believe", "think"),
        ("claim", "claim"),
        ("reportedly", "report"),
        ("laugh", "say"),
    ],
)
def test_cue_class_tells_saying_from_thinking_and_intending(verb: str, expected: str) -> None:
    assert cue_class(verb) == expected


def test_cue_words_are_lower_case() -> None:
    cues = lexicon()
    assert all(lemma == lemma.lower() for lemma in (*cues.verbs, *cues.nouns, *cues.adjectives))


def test_a_lemma_in_two_classes_is_refused() -> None:
    with pytest.raises(DataFileError, match="'vow' stands in"):
        _classes({"verbs": {"promise": {"lemmas": ["vow"]}, "say": {"lemmas": ["vow"]}}}, "verbs")


def test_an_unknown_class_is_refused() -> None:
    with pytest.raises(DataFileError, match="unknown class 'sing'"):
        _classes({"verbs": {"sing": {"lemmas": ["chant"]}}}, "verbs")
