from spacy.language import Language

from dateline.read.attributions.find import find_candidates, page_of
from dateline.read.attributions.lexicon import lexicon
from dateline.read.attributions.pieces import offsets

TEXT = "The junta vowed to rebuild the bridge after the floods of last year."


def contents(attributing: Language, *, shortened: bool) -> set[str]:
    page = page_of(attributing(TEXT), lexicon())
    return {
        TEXT[start:end]
        for candidate in find_candidates(page, shortened=shortened)
        for start, end in offsets(page.tree, candidate.content)
    }


def test_contents_without_their_last_phrase_are_offered_only_when_asked_for(attributing: Language) -> None:
    usual, more = contents(attributing, shortened=False), contents(attributing, shortened=True)
    assert usual < more
    assert "to rebuild the bridge" in more - usual
