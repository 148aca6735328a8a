"""Direct speech: which cue each quotation belongs to, and which quotations go on with the same speaker.

The parser often fails around long quotations, so position decides: the words right after the closing mark or right
before the opening mark, then the quotation before in the same paragraph, then the paragraph before.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace

from dateline.read.attributions.candidates import Candidate, Page
from dateline.read.attributions.pieces import Pieces, clipped, joined, shared, trimmed, without
from dateline.read.attributions.quotations import Quotation
from dateline.read.attributions.sources import own_subject, source_head, source_pieces
from dateline.read.attributions.verbs import cue_words, verb_class

_REACH = 45
"""How many tokens from a quotation its cue may stand."""
_QUOTED_BY = frozenset(
    ["say", "ask", "accuse", "promise", "deny", "praise", "claim", "order", "threaten", "think", "show", "intend"]
)
_NO_SPEAKER = frozenset(["compound", "poss", "pobj", "npadvmod", "dobj"])
_STOPS = frozenset([".", "?", "!"])


@dataclass(slots=True)
class Turn:
    """Quotations of one cue: those beside it, and those that go on later without a cue of their own."""

    cue: int
    quotations: list[int]


def speech_candidates(page: Page, signed: Collection[int] = ()) -> list[Candidate]:
    """One candidate for each cue verb that stands beside punctuated speech.

    ``signed``: the numbers of quotations with a signature of their own, which go on for nobody else.
    """
    turns = _turns(page, signed)
    return [candidate for turn in turns if (candidate := _candidate(page, turn)) is not None]


def _turns(page: Page, signed: Collection[int]) -> list[Turn]:
    turns: dict[int, Turn] = {}
    last: Turn | None = None
    last_quotation: Quotation | None = None
    open_ended: list[int] = []
    for number, quotation in enumerate(page.quotations):
        if not quotation.speech or quotation.scare:
            continue
        cue = _cue_after(page, quotation)
        if cue is None:
            cue = _cue_before(page, quotation)
        if cue is not None:
            last = turns.setdefault(cue, Turn(cue, []))
            last.quotations += [*_leading_up(page, open_ended, quotation), number]
            last_quotation = quotation
        elif number in signed:
            last, last_quotation, open_ended = None, None, []
            continue
        elif last is not None and last_quotation is not None and _goes_on(page, last_quotation, quotation):
            last.quotations.append(number)
            last_quotation = quotation
        elif (cue := _cue_in_sentence_before(page, quotation)) is not None:
            last = turns.setdefault(cue, Turn(cue, []))
            last.quotations.append(number)
            last_quotation = quotation
        else:
            last = last_quotation = None
            open_ended = [] if quotation.closed else [*_leading_up(page, open_ended, quotation), number]
            continue
        open_ended = []
    return list(turns.values())


def _leading_up(page: Page, open_ended: list[int], quotation: Quotation) -> list[int]:
    """The quotations left open in the paragraphs right before: one speech whose speaker is named only at its end."""
    if open_ended and page.quotations[open_ended[-1]].paragraph + 1 == quotation.paragraph:
        return open_ended
    return []


def _cue_after(page: Page, quotation: Quotation) -> int | None:
    """ "…," said Hamaha. / "…?" the colonel, who was on leave, asked."""
    tree = page.tree
    token = quotation.end
    limit = min(len(tree), token + _REACH, page.paragraphs[quotation.paragraph][1])
    if not quotation.closed or token >= limit:
        return None
    if tree.lower[quotation.end - 2] == "." and (tree.tag[token].startswith("_SP") or tree.lower[token][:1].isalpha()):
        starts_anew = tree.lower[token] not in ("said", "says") and _full_sentence_follows(page, token)
        if starts_anew:
            return None
    while token < limit and tree.lower[token] not in _STOPS:
        if page.quoted[token] >= 0:
            return None
        if _may_quote(page, token) and _has_source_near(page, token, quotation.end):
            return token
        token += 1
    return None


def _full_sentence_follows(page: Page, token: int) -> bool:
    """Whether what follows a closed full sentence in quotation marks is a sentence of its own with its own content."""
    tree = page.tree
    begin, end = tree.bounds[tree.sentence[token]]
    if begin < token - 1:
        return False
    return any(
        _may_quote(page, verb) and tree.child(verb, "ccomp") is not None for verb in range(token, end)
    ) or not any(_may_quote(page, verb) for verb in range(token, min(end, token + 12)))


def _has_source_near(page: Page, verb: int, begin: int) -> bool:
    """A cue after its quotation has its source there too: inverted, or between the marks and the verb."""
    tree = page.tree
    subject = own_subject(tree, verb)
    if subject is not None:
        return subject >= begin
    return any(
        tree.is_noun(token) or tree.tag[token] in ("PRP", "WP")
        for token in (*range(begin, verb), verb + 1)
        if token < len(tree)
    ) or (verb + 2 < len(tree) and any(tree.is_noun(token) for token in range(verb + 1, min(verb + 4, len(tree)))))


def _cue_before(page: Page, quotation: Quotation) -> int | None:
    """The colonel said, "…" / She added: "…" / The statement read as follows: "…"."""
    tree = page.tree
    before = quotation.begin - 1
    while before >= 0 and tree.is_space(before):
        before -= 1
    if before < 0:
        return None
    mark = tree.lower[before]
    same_paragraph = page.paragraph[before] == quotation.paragraph
    if mark == ":":
        return _nearest_cue(page, before, 0)
    if not same_paragraph or mark in _STOPS or page.quoted[before] >= 0:
        return None
    if mark in (",", "that", "-", "--", "–", "—") or _may_quote(page, before):
        return _nearest_cue(page, before, tree.bounds[tree.sentence[before]][0])
    return None


def _cue_in_sentence_before(page: Page, quotation: Quotation) -> int | None:
    """The colonel said that the town was calm. "Go and look."  The main saying of the sentence before speaks on."""
    tree = page.tree
    before = quotation.begin - 1
    while before >= 0 and (tree.is_space(before) or tree.lower[before] in _STOPS):
        before -= 1
    if before < 0 or page.quoted[before] >= 0 or quotation.paragraph - page.paragraph[before] > 1:
        return None
    begin = tree.bounds[tree.sentence[before]][0]
    for token in range(begin, before + 1):
        label, head = tree.dep[token], tree.head[token]
        main = label == "ROOT" or (label == "conj" and tree.dep[head] == "ROOT")
        if main and page.quoted[token] < 0 and verb_class(page, token)[1] == "say" and _may_quote(page, token):
            return token if own_subject(tree, token) is not None or label == "conj" else None
    return None


def _nearest_cue(page: Page, before: int, lowest: int) -> int | None:
    """The last cue verb before a token in its sentence, main clauses first."""
    tree = page.tree
    lowest = max(lowest, tree.bounds[tree.sentence[before]][0], before - _REACH)
    found = None
    for token in range(before, lowest - 1, -1):
        if page.quoted[token] >= 0:
            break
        if not _may_quote(page, token):
            continue
        if tree.dep[token] not in ("relcl", "acl"):
            return token
        found = found or token
    return found


def _may_quote(page: Page, token: int) -> bool:
    if not page.tree.is_verb(token) or page.tree.dep[token] in ("aux", "auxpass", "amod"):
        return False
    lemma, known = verb_class(page, token)
    return known in _QUOTED_BY or lemma in page.words.quotative_only


def _goes_on(page: Page, last: Quotation, quotation: Quotation) -> bool:
    """Whether a quotation without a cue continues the one before: nothing but the cue's clause lies between them."""
    tree = page.tree
    if quotation.paragraph - last.paragraph > 1:
        return False
    if quotation.paragraph > last.paragraph:
        begin = page.paragraphs[quotation.paragraph][0]
        starts = all(tree.is_space(token) for token in range(begin, quotation.begin))
        rest = range(last.end, page.paragraphs[last.paragraph][1])
        return starts and sum(tree.lower[token] in _STOPS for token in rest) <= 1
    between = range(last.end, quotation.begin)
    return sum(tree.lower[token] in _STOPS for token in between) <= 1 and len(between) < _REACH


def _candidate(page: Page, turn: Turn) -> Candidate | None:
    tree, verb = page.tree, turn.cue
    pieces = joined(*((page.quotations[number].piece,) for number in turn.quotations))
    lemma, known = verb_class(page, verb)
    source = source_head(tree, page.words, verb)
    if source is None or page.quoted[source] >= 0 or tree.sentence[source] != tree.sentence[verb]:
        source = _nearest_noun(page, verb)
    source_words: Pieces = ()
    if source is not None:
        source_words = trimmed(tree, without(source_pieces(tree, source, verb), pieces))
        source_words = (
            clipped(source_words, page.paragraphs[page.paragraph[source]]) if page.paragraph[source] >= 0 else ()
        )
    return Candidate(
        cue_head=verb,
        cue=tuple(word for word in cue_words(tree, verb) if page.quoted[word] < 0),
        lemma=lemma,
        cue_class=known or "say",
        construction="quote",
        source=source_words,
        source_head=source if source_words else None,
        content=pieces,
        quotations=tuple(turn.quotations),
    )


def _nearest_noun(page: Page, verb: int) -> int | None:
    """The noun phrase beside a cue whose parse failed: after it when inverted, else before it."""
    tree = page.tree
    begin, end = tree.bounds[tree.sentence[verb]]
    for token in (*range(verb + 1, min(end, verb + 6)), *range(verb - 1, max(begin, verb - 12) - 1, -1)):
        if page.quoted[token] >= 0:
            continue
        nominal = tree.is_noun(token) or tree.tag[token] in ("PRP", "WP")
        if nominal and (tree.dep[token] not in _NO_SPEAKER or _is_inverted(page, verb, token)):
            return int(token)
    return None


def _is_inverted(page: Page, verb: int, token: int) -> bool:
    """Whether parsers took who speaks for who is spoken to: '"Who fired?" asked the judge.'"""
    tree = page.tree
    is_taken = tree.dep[token] == "dobj" and tree.head[token] == verb and own_subject(tree, verb) is None
    return is_taken and verb > 0 and page.quoted[verb - 1] >= 0


def with_whole_quotations(page: Page, candidate: Candidate) -> Candidate:
    """Let a content that runs into a quotation take all of it; keep a content within a quotation inside."""
    inside = page.quoted[candidate.cue_head]
    content = candidate.content
    if inside >= 0:
        return replace(candidate, content=clipped(content, page.quotations[inside].piece))
    touched = {number for begin, end in content for number in page.quoted[begin:end] if number >= 0}
    for number in touched:
        quotation = page.quotations[number]
        overlap = shared(content, (quotation.piece,))
        starts_inside = any(begin <= quotation.begin < end for begin, end in content)
        if quotation.begin <= candidate.cue_head < quotation.end or not (
            starts_inside or overlap * 2 > quotation.words
        ):
            continue
        content = joined(content, (quotation.piece,))
    own = (*((token, token + 1) for token in candidate.cue), *candidate.source)
    return replace(candidate, content=without(content, own)) if touched else candidate


def mixed_candidates(spoken: list[Candidate], others: list[Candidate]) -> list[Candidate]:
    """Candidates that join a cue's reported clause with its quotation ("said that the talks failed: '…'")."""
    by_cue = {candidate.cue_head: candidate for candidate in spoken}
    out = []
    for other in others:
        speech = by_cue.get(other.cue_head)
        if speech is None or shared(other.content, speech.source):
            continue
        content = joined(other.content, speech.content)
        if content not in (other.content, speech.content):
            name = other.construction + "+quote"
            out.append(replace(other, construction=name, content=content, quotations=speech.quotations))
    return out
