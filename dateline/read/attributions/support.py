"""What the encoder adds to the judgement of candidates, and the candidates that it proposes itself."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Final

import numpy as np

from dateline.encoder.scores import EncoderScores
from dateline.encoder.windows import Floats
from dateline.read.attributions.candidates import Candidate, Page
from dateline.read.attributions.pieces import Piece, Pieces, joined, of_tokens, shared, size, trimmed, without
from dateline.read.attributions.tree import Tree

ROLES: Final = ("source", "cue", "content")
LARGEST: Final = 5.0
"""Log-odds are cut here, so that one word does not decide all."""
TAGGED: Final = "tagged"
"""The construction of candidates that the encoder proposes."""
CUE_ODDS: Final = -0.8
"""Log-odds from which a run of words is a cue that the encoder proposes; the judgement comes later."""
CUE_WIDTH: Final = -1.0
"""Log-odds from which words beside a cue may belong to it."""
CUE_WORD: Final = -0.7
"""Log-odds from which words belong to a cue whose head the encoder marks."""
NO_CUE: Final = -2.0
"""Log-odds below which a word beside the head of a cue that it does not mark is none of its words."""
CONTENT_SURE: Final = 2.0
"""Log-odds from which words belong to a content that they overlap."""
FAR: Final = 60
"""Tokens between a cue and a content or source that the encoder may join to it."""


@dataclass(frozen=True, slots=False)
class Support:
    """Log-odds for each token and role of one doc, and the weights that join them with the rules' own judgement.

    The weights (``attribution_support`` in the encoder's description) were fitted by ``training/encoder/support.py``.
    """

    odds: Floats
    """Tokens x ``ROLES``."""
    weights: Mapping[str, float]
    begins: Floats = field(default_factory=lambda: np.zeros((0, len(ROLES)), np.float32))
    """Whether a token begins a span of each role, 0 or 1; tokens x ``ROLES``."""

    def joined(self, rules: float, candidate: Candidate) -> float:
        """The log-odds of a candidate from those of the rules and what the encoder sees."""
        seen = {**self.features(candidate), "rules": rules, "bias": 1.0}
        return sum(self.weights.get(name, 0.0) * value for name, value in seen.items())

    def features(self, candidate: Candidate) -> dict[str, float]:
        """Means over words, in log-odds. ``edge``: the least sure end of the content; ``beside``: the words next to it;
        ``same``: how much of it is a content that the encoder marks (Jaccard, 0 to 1).
        """
        content = _tokens(candidate.content)
        ends = [t for begin, end in candidate.content for t in (begin, end - 1)]
        beside = [t for begin, end in candidate.content for t in (begin - 1, end) if 0 <= t < len(self.odds)]
        return {
            "content": self._mean(content, 2),
            "edge": float(self.odds[ends, 2].min()) if ends else 0.0,
            "beside": self._mean(beside, 2),
            "same": self._same(candidate.content),
            "cue": float(self.odds[candidate.cue_head, 1]),
            "source": self._mean(_tokens(candidate.source), 0),
            "no_source": float(not candidate.source),
            "tagged": float(candidate.construction == TAGGED),
        }

    def runs(self, role: str, least: float = 0.0) -> list[Piece]:
        """The stretches of tokens whose log-odds for a role are at least ``least``."""
        column = ROLES.index(role)
        inside = self.odds[:, column] >= least
        found: list[Piece] = []
        for token in np.flatnonzero(inside):
            place = int(token)
            new = len(self.begins) > 0 and self.begins[place, column] > 0
            if found and found[-1][1] == place and not new:
                found[-1] = (found[-1][0], place + 1)
            else:
                found.append((place, place + 1))
        return found

    def as_marked(self, tree: Tree, candidate: Candidate) -> Candidate:
        """The candidate with its words as the encoder marks them: the "said" of "said in an interview" alone."""
        cue = self._cue(tree, candidate)
        source = trimmed(tree, joined(candidate.source, without(self._touching("source", candidate.source), cue)))
        source = source or candidate.source
        sure = tuple(run for run in self.sure_contents if shared((run,), candidate.content))
        content = trimmed(tree, without(joined(candidate.content, sure), (*cue, *source))) if sure else ()
        return replace(candidate, cue=tuple(_tokens(cue)), source=source, content=content or candidate.content)

    def _cue(self, tree: Tree, candidate: Candidate) -> Pieces:
        """The words that are marked where the cue stands, with their commas, as annotators mark them; where its head is
        not marked, the rules' own words.
        """
        own, odds = of_tokens(list(candidate.cue)), self.odds[:, 1]
        around = joined(own, without(self._touching("cue", own, CUE_WIDTH), candidate.source))
        if odds[candidate.cue_head] >= CUE_WORD:
            words = without(self._touching("cue", around, CUE_WORD), candidate.source)
        else:
            words = of_tokens([word for word in _tokens(around) if word == candidate.cue_head or odds[word] >= NO_CUE])
        return tuple(_worded(tree, list(words))) or own

    def _touching(self, role: str, own: Pieces, least: float = 0.0) -> Pieces:
        """The stretches marked for a role that overlap or touch pieces of it."""
        return tuple(
            run for run in self.runs(role, least) if any(run[0] <= end and begin <= run[1] for begin, end in own)
        )

    @cached_property
    def contents(self) -> list[Piece]:
        """The contents that the encoder marks."""
        return self.runs("content")

    @cached_property
    def sure_contents(self) -> list[Piece]:
        """The contents of which it is sure throughout."""
        return self.runs("content", CONTENT_SURE)

    def _same(self, content: Pieces) -> float:
        near = tuple(run for run in self.contents if shared((run,), content))
        both = shared(near, content)
        return both / (size(near) + size(content) - both) if both else 0.0

    def _mean(self, tokens: list[int], role: int) -> float:
        return float(self.odds[tokens, role].mean()) if tokens else 0.0


def tagged_candidates(page: Page, support: Support) -> Iterator[Candidate]:
    """For each cue that the encoder marks, the contents and the source it marks nearest to it."""
    tree = page.tree
    marked = support.runs("cue", CUE_ODDS)
    cues = _worded(tree, marked)
    sources = _worded(tree, support.runs("source"))
    for cue in cues:
        head = _head(tree, cue)
        contents = _contents(page, support.contents, cue, marked)
        if not contents or page.paragraph[head] < 0:
            continue
        source = _nearest(page, sources, cue)
        content = trimmed(tree, without(contents, (cue, *((source,) if source else ()))))
        if not content:
            continue
        known = page.words.verbs.get(tree.lemma[head]) or page.words.nouns.get(tree.lemma[head]) or "say"
        yield Candidate(
            cue_head=head,
            cue=tuple(range(*cue)),
            lemma=tree.lemma[head],
            cue_class=known,
            construction=TAGGED,
            source=(source,) if source else (),
            source_head=_head(tree, source) if source else None,
            content=content,
        )


def _worded(tree: Tree, runs: list[Piece]) -> list[Piece]:
    """The runs without white space at their ends; what is white space alone is dropped.

    The parser has tokens of white space, the encoder has no wordpieces there: its odds are even. Such a token is no
    cue; that it parts the contents around it, as marked cues do, is kept, since scores are the better for it.
    """
    words = ([token for token in range(*run) if not tree.is_space(token)] for run in runs)
    return [(found[0], found[-1] + 1) for found in words if found]


def _contents(page: Page, contents: list[Piece], cue: Piece, cues: list[Piece]) -> Pieces:
    """The contents to which no other cue is nearer, in the cue's paragraph or touching it."""
    mine = [
        content
        for content in contents
        if _gap(content, cue) <= FAR
        and page.paragraph[content[0]] == page.paragraph[cue[0]]
        and _within_reach(page, content, cue)
        and all(_gap(content, cue) <= _gap(content, other) for other in cues if _within_reach(page, content, other))
    ]
    return joined(tuple(mine))


def _within_reach(page: Page, content: Piece, cue: Piece) -> bool:
    """Whether a content shares a sentence with the cue, or follows it, or is quoted."""
    quoted = any(page.quoted[token] >= 0 for token in range(*content))
    return quoted or content[0] >= cue[0] or page.tree.sentence[content[1] - 1] == page.tree.sentence[cue[0]]


def _nearest(page: Page, runs: list[Piece], cue: Piece) -> Piece | None:
    """The nearest run in the sentence of the cue."""
    sentence = page.tree.sentence
    near = [run for run in runs if _gap(run, cue) <= FAR and sentence[run[0]] == sentence[cue[0]]]
    return min(near, key=lambda run: (_gap(run, cue), run), default=None)


def _gap(one: Piece, other: Piece) -> int:
    return max(one[0] - other[1], other[0] - one[1], 0)


def _head(tree: Tree, piece: Piece) -> int:
    """The token of a piece that hangs on one outside it."""
    begin, end = piece
    return next((token for token in range(begin, end) if not begin <= tree.head[token] < end), begin)


def support_of(scores: EncoderScores, tree: Tree, weights: Mapping[str, float]) -> Support:
    """The encoder's answers laid over the tokens of a parse; a token takes the mean of its wordpieces."""
    spans = scores.spans("attribution").astype(np.float64)
    order = [scores.heads["attribution"].labels.index(role) for role in ROLES]
    inside = 1.0 - spans[:, :, 0]
    odds = np.log(np.maximum(inside, 1e-6)) - np.log(np.maximum(1.0 - inside, 1e-6))
    odds = np.clip(odds, -LARGEST, LARGEST)[:, order]
    sums = np.concatenate([np.zeros((1, len(ROLES))), np.cumsum(odds, axis=0)])
    firsts = np.searchsorted(scores.pieces.ends, tree.start, side="right")
    lasts = np.maximum(np.searchsorted(scores.pieces.starts, tree.end, side="left"), firsts)
    counts = np.maximum(lasts - firsts, 1)[:, None]
    means = np.where((lasts > firsts)[:, None], (sums[lasts] - sums[firsts]) / counts, 0.0)
    begin = (spans[:, :, 1] > spans[:, :, 2])[:, order] if len(spans) else np.zeros((1, len(ROLES)), bool)
    begins = begin[np.minimum(firsts, len(begin) - 1)] & (lasts > firsts)[:, None]
    return Support(means.astype(np.float32), weights, begins.astype(np.float32))


def _tokens(pieces: Pieces) -> list[int]:
    return [token for begin, end in pieces for token in range(begin, end)]
