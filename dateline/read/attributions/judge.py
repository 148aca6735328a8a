"""Judge candidates: features, learned weights, and the choice of one reading per cue.

The weights (``languages/<language>/attribution_weights.csv``) are a logistic regression over the features below, fitted
by ``training/attribution_weights.py``. A model may take the place of ``score`` without touching the rules.
"""

import csv
import math
from collections.abc import Iterable
from functools import cache

from dateline.errors import DataFileError
from dateline.languages.load import FOLDER
from dateline.read.attributions.candidates import Candidate, Page
from dateline.read.attributions.edges import without_tails
from dateline.read.attributions.headlines import HEADLINE
from dateline.read.attributions.issued import ISSUED
from dateline.read.attributions.lexicon import SPOKEN
from dateline.read.attributions.pieces import shared, size
from dateline.read.attributions.support import TAGGED, Support
from dateline.read.attributions.unmarked import UNMARKED

THRESHOLD = 0.3
"""A cue is kept when its best candidate scores at least this: chosen with the encoder on half of PolNeAR's dev part."""

ADVERB, OWNED_NOUN, SPOKEN_CLAUSE, STATED_OBJECT, QUOTED_ON, CLAIMED_DEED, TAIL, APPOSED = (
    0.5,
    0.25,
    0.12,
    0.12,
    0.5,
    0.5,
    0.2,
    0.35,
)
"""See ``leniency``. Together they change the F1 on held-out training documents by less than 0.005."""
_CHARGED = ("gerund", "object_prep_of", "object_prep_for")
"""How "denied killing", "accused them of", "blamed them for" hang together."""
SAME_CONTENT = 0.8
"""Two contents that share this part of their tokens (Jaccard) are taken for one."""

_PRONOUNS = frozenset(
    ["he", "she", "they", "who", "i", "we", "you", "it", "this", "that", "which", "those", "some", "many", "others"]
)
_OPENERS = frozenset(["IN", "TO", "WRB", "WP", "DT", "PRP", "WDT"])
_COMPLEMENTS = frozenset(
    ["ccomp", "dobj", "xcomp", "prep", "oprd", "acomp", "agent", "nsubjpass", "attr", "dative", "advcl"]
)
_LENGTHS = (1, 2, 4, 7, 12, 20, 40, 80)


def features(page: Page, candidate: Candidate) -> list[str]:
    """What the judgement rests on, as names of weights. Lemmas stand in them, never the words of a content."""
    tree, head = page.tree, candidate.cue_head
    construction, known, lemma = candidate.construction, candidate.cue_class, candidate.lemma
    source = _source_kind(page, candidate)
    length = sum(size(candidate.content) > limit for limit in _LENGTHS)
    first = candidate.content[0][0]
    quoted = page.quoted[head] >= 0
    marks = sum(page.quoted[begin:end].count(-1) < end - begin for begin, end in candidate.content) > 0
    names = [
        "bias",
        f"k={construction}",
        f"c={known}",
        f"l={lemma}",
        f"c={known} k={construction}",
        f"l={lemma} k={construction}",
        f"s={source}",
        f"c={known} s={source}",
        f"k={construction} s={source}",
        f"n={length}",
        f"k={construction} n={length}",
        f"c={known} n={length}",
        f"t={tree.tag[head]}",
        f"c={known} t={tree.tag[head]}",
        f"k={construction} t={tree.tag[head]}",
        f"d={tree.dep[head]}",
        f"c={known} d={tree.dep[head]}",
        f"o={tree.lower[first] if tree.tag[first] in _OPENERS else tree.tag[first]}",
        f"pieces={len(candidate.content)}",
        f"l={lemma} s={source}",
        f"l={lemma} t={tree.tag[head]}",
        f"c={known} k={construction} s={source}",
        f"c={known} k={construction} t={tree.tag[head]}",
        f"c={known} k={construction} n={length}",
        *_neighbours(page, candidate),
    ]
    follows = candidate.content[-1][1]
    if follows < len(tree):
        word = (
            tree.lower[follows]
            if tree.is_punct(follows) or tree.tag[follows] in ("CC", "IN", "TO")
            else tree.tag[follows]
        )
        names += [f"f={word}", f"k={construction} f={word}"]
        if word in (",", "-", "--", "–", "—") and follows + 1 < len(tree):
            names.append(f"f2={tree.tag[follows + 1]}")
            names.append(f"k={construction} f2={tree.tag[follows + 1]}")
    if quoted:
        names += ["quoted", f"quoted k={construction}", f"quoted c={known}", f"quoted s={source}"]
    if marks:
        names += ["marks", f"marks k={construction}", f"marks c={known}"]
    names += [f"a={word}" for word in _cue_companions(page, candidate)]
    if _inside_clause_of_cue(page, candidate):
        names += ["nested", f"nested c={known}", f"nested k={construction}"]
    return names


def _source_kind(page: Page, candidate: Candidate) -> str:
    if candidate.source_head is None:
        return "none"
    tree, token = page.tree, candidate.source_head
    word = tree.lower[token]
    if word in _PRONOUNS:
        return word
    side = "after" if token > candidate.cue_head else "before"
    if tree.tag[token].startswith("NNP"):
        return f"name-{side}"
    if word in page.words.bodies or tree.lemma[token] in page.words.bodies:
        return "body"
    return f"{tree.tag[token]}-{side}"


def _neighbours(page: Page, candidate: Candidate) -> Iterable[str]:
    """What else hangs on the cue, what kind of word heads the content, and which common noun heads the source."""
    tree, head = page.tree, candidate.cue_head
    hanging = sorted({tree.dep[child] for child in tree.children[head]} & _COMPLEMENTS)
    yield "h=" + "+".join(hanging)
    yield f"k={candidate.construction} h=" + "+".join(hanging)
    if candidate.content_head is not None:
        inner = candidate.content_head
        yield f"i={tree.tag[inner]} {tree.dep[inner]}"
        yield f"c={candidate.cue_class} i={tree.tag[inner]} {tree.dep[inner]}"
        yield f"il={tree.lemma[inner]}"
    if candidate.source_head is not None and tree.tag[candidate.source_head] in ("NN", "NNS"):
        yield f"sl={tree.lemma[candidate.source_head]}"
    above = tree.head[head]
    if above != head:
        yield f"u={tree.lemma[above]}" if tree.is_verb(above) else f"u={tree.tag[above]}"


def _cue_companions(page: Page, candidate: Candidate) -> Iterable[str]:
    """Auxiliaries, modals, negation and particles in the cue; "would say" is often no saying."""
    tree = page.tree
    for token in candidate.cue:
        if token != candidate.cue_head and tree.dep[token] in ("aux", "auxpass", "neg", "prt", "prep"):
            yield tree.lower[token]


def _inside_clause_of_cue(page: Page, candidate: Candidate) -> bool:
    """Whether the cue is itself in a clause that another cue verb governs."""
    tree, words = page.tree, page.words
    token = candidate.cue_head
    for above in tree.ancestors(token):
        if tree.dep[token] in ("ccomp", "xcomp", "pcomp") and tree.lemma[above] in words.verbs:
            return True
        token = above
    return False


@cache
def weights(language: str = "en") -> dict[str, float]:
    """Weight of each feature. Raises DataFileError when the file is missing or holds something that is no number."""
    path = FOLDER / language / "attribution_weights.csv"
    try:
        with path.open(encoding="utf-8", newline="") as lines:
            return {name: float(value) for name, value in csv.reader(lines) if not name.startswith("#")}
    except (OSError, ValueError) as error:
        raise DataFileError(f"{path}: not a readable table of weights: {error}") from error


def score(page: Page, candidate: Candidate, table: dict[str, float], support: Support | None = None) -> float:
    """How likely it is, from 0 to 1, that annotators would mark this cue with this content.

    ``support``: what the encoder sees, where there is one.
    """
    total = sum(table.get(name, 0.0) for name in features(page, candidate))
    if support is not None:
        total = support.joined(total, candidate)
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


def leniency(page: Page, candidate: Candidate) -> float:
    """What is added to the score of cues that are certain by their wording, though often passed over by annotators."""
    construction = candidate.construction
    if construction in UNMARKED or construction in (HEADLINE, ISSUED):
        return 1.0
    if construction == "adverb_clause":
        return ADVERB
    if construction.endswith("+quote") and "clause" in construction:
        return QUOTED_ON
    if construction.startswith(("noun_owned_to", "noun_owned_that")):
        return OWNED_NOUN
    if construction.startswith("tail_") and candidate.cue_class in SPOKEN:
        return APPOSED if construction == "tail_apposed" else TAIL
    if candidate.cue_class == "claim" and construction.startswith("noun_light"):
        return CLAIMED_DEED
    if candidate.cue_class in ("deny", "accuse") and construction.startswith(_CHARGED):
        return SPOKEN_CLAUSE
    if candidate.cue_class in SPOKEN and ("clause" in construction or "quote" in construction):
        return SPOKEN_CLAUSE
    return STATED_OBJECT if construction == "object" and candidate.lemma in page.words.stated_object else 0.0


def chosen(
    page: Page,
    candidates: Iterable[Candidate],
    table: dict[str, float],
    threshold: float = THRESHOLD,
    support: Support | None = None,
) -> list[Candidate]:
    """The best candidate of each cue, where it reaches the threshold, in order of the cues.

    With ``support`` cues have the words that the encoder marks, and sources those that it marks beside them.
    """
    best: dict[int, tuple[float, Candidate]] = {}
    judged = ((score(page, item, table, support) + leniency(page, item), item) for item in candidates)
    likely = [(value, item) for value, item in judged if value >= threshold]
    tails = {item.cue_head for _, item in likely if item.construction.startswith("tail_")}
    ruled = {item.cue_head for _, item in likely if item.construction != TAGGED}
    for value, candidate in likely:
        if candidate.cue_head in tails and not candidate.source:
            continue  # the parser took the source for a part of what is said
        if candidate.construction == TAGGED and candidate.cue_head in ruled:
            continue  # what a rule finds can be explained
        if candidate.cue_head not in best or value > best[candidate.cue_head][0]:
            best[candidate.cue_head] = (value, candidate)
    kept = sorted((candidate for _, candidate in _distinct(best.values())), key=lambda item: item.cue_head)
    return [support.as_marked(page.tree, item) if support else item for item in without_tails(page, kept)]


def _distinct(judged: Iterable[tuple[float, Candidate]]) -> list[tuple[float, Candidate]]:
    """Without the weaker of two cues that claim nearly the same content ("made a CLAIM that", "MADE a claim that")."""
    kept: list[tuple[float, Candidate]] = []
    for value, candidate in sorted(judged, key=lambda item: (-item[0], item[1].cue_head)):
        if not any(_same_content(candidate, other) for _, other in kept):
            kept.append((value, candidate))
    return kept


def _same_content(first: Candidate, second: Candidate) -> bool:
    if first.content[-1][1] <= second.content[0][0] or second.content[-1][1] <= first.content[0][0]:
        return False
    both = shared(first.content, second.content)
    return both >= SAME_CONTENT * (size(first.content) + size(second.content) - both)
