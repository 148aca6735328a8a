"""Candidates whose cue is no verb: nouns ("the decision to"), adjectives ("is sure that"), adverbs, "according to"."""

from collections.abc import Iterator

from dateline.read.attributions.candidates import Candidate, Page, by_layout
from dateline.read.attributions.lexicon import CueClass
from dateline.read.attributions.pieces import Pieces, size, subtree, trimmed, without
from dateline.read.attributions.sources import clause_subject, own_subject, source_pieces
from dateline.read.attributions.tree import Tree
from dateline.read.attributions.verbs import cue_words, inner_first

_NOUN_PREPS = frozenset(["of", "for", "about", "on", "to", "against", "that", "in", "over", "as", "with"])


def noun_candidates(page: Page, noun: int) -> Iterator[Candidate]:
    """ "The group's decision to leave", "reports that", "criticism of": the noun of a class with what completes it."""
    tree = page.tree
    lemma = tree.lemma[noun]
    known = page.words.nouns.get(lemma)
    if known is None:
        return
    cue, source = _noun_frame(page, noun)
    if known == "claim" and len(cue) == 1:
        return  # "took responsibility for" claims a deed, "its responsibility for" does not
    for construction, content, head, extra in _noun_contents(tree, noun):
        content = trimmed(tree, content)
        if not content:
            continue
        pieces = () if source is None else trimmed(tree, without(source_pieces(tree, source, noun), content))
        kind = "light_" if len(cue) > 1 else "owned_" if source is not None else "bare_"
        yield Candidate(
            cue_head=noun,
            cue=tuple(sorted({*cue, *extra})),
            lemma=lemma,
            cue_class=known,
            construction="noun_" + kind + construction,
            source=pieces,
            source_head=source if pieces else None,
            content=content,
            content_head=head,
        )


def _noun_frame(page: Page, noun: int) -> tuple[list[int], int | None]:
    """The cue words and the source: possessor, "by" or "from" phrase, or subject of a light verb ("made a promise")."""
    tree = page.tree
    owner = tree.child(noun, "poss")
    if owner is not None:
        return [noun], owner
    above = tree.head[noun]
    if tree.dep[noun] in ("dobj", "attr") and (
        tree.lemma[above] in page.words.light_verbs or tree.lemma[above] == "be"
    ):
        subject = own_subject(tree, above)
        if subject is not None and tree.lower[subject] not in ("there", "it"):
            return sorted([*cue_words(tree, above), noun]), subject
    for prep in tree.all_children(noun, "prep", "agent"):
        if tree.lower[prep] in ("by", "from", "among", "between") and (inner := tree.child(prep, "pobj")) is not None:
            return [noun], inner
    compound = next((c for c in tree.all_children(noun, "compound", "nmod") if tree.tag[c].startswith("NNP")), None)
    return [noun], compound


def _noun_contents(tree: Tree, noun: int) -> Iterator[tuple[str, Pieces, int, tuple[int, ...]]]:
    for child in tree.children[noun]:
        if child < noun:
            continue
        label = tree.dep[child]
        opening = tree.lower[tree.first[child]]
        if label in ("acl", "ccomp", "relcl") and opening in ("that", "to", "whether", "not") and tree.is_verb(child):
            if label == "relcl" and tree.child(child, "nsubj") == tree.first[child]:
                continue
            yield ("to" if opening in ("to", "not") else "that"), (subtree(tree, child),), child, ()
        elif label == "prep" and tree.lower[child] in _NOUN_PREPS:
            inner = tree.child(child, "pobj", "pcomp")
            if inner is not None:
                piece = (inner_first(tree, inner, child), tree.last[child] + 1)
                yield f"prep_{tree.lower[child]}", (piece,), inner, (child,)
    end = tree.bounds[tree.sentence[noun]][1]
    if noun + 4 < end and tree.lower[noun + 1] == ":":
        yield "colon", ((noun + 2, end),), noun + 2, ()


def adjective_candidates(page: Page, adjective: int) -> Iterator[Candidate]:
    """ "Is confident that the line will hold", "are ready to": predicates of a mind."""
    tree = page.tree
    known = page.words.adjectives.get(tree.lemma[adjective])
    if known is None or tree.dep[adjective] not in ("acomp", "conj", "amod", "advcl", "oprd", "ROOT"):
        return
    verb = tree.head[adjective]
    subject = clause_subject(tree, page.words, verb) if tree.is_verb(verb) else None
    group = cue_words(tree, verb) if tree.dep[adjective] == "acomp" else []
    for child in [
        *tree.children[adjective],
        *(c for c in tree.children[verb] if tree.dep[c] == "ccomp" and c > adjective),
    ]:
        label = tree.dep[child]
        extra: list[int] = []
        if child < adjective or label not in ("ccomp", "xcomp", "prep"):
            continue
        content: Pieces = (subtree(tree, child),)
        if label == "prep":
            inner = tree.child(child, "pobj", "pcomp")
            if inner is None:
                continue
            content, extra, label = (
                ((inner_first(tree, inner, child), tree.last[child] + 1),),
                [child],
                f"prep_{tree.lower[child]}",
            )
        content = trimmed(tree, content)
        if content:
            pieces = () if subject is None else trimmed(tree, without(source_pieces(tree, subject, verb), content))
            yield Candidate(
                cue_head=adjective,
                cue=tuple(sorted({*group, adjective, *extra})),
                lemma=tree.lemma[adjective],
                cue_class=known,
                construction="adjective_" + label,
                source=pieces,
                source_head=subject if pieces else None,
                content=content,
                content_head=child,
            )


def adverb_candidates(page: Page, adverb: int) -> Iterator[Candidate]:
    """ "Reportedly", "allegedly": hearsay without a source; the content is the clause, or the phrase it belongs to."""
    tree = page.tree
    if tree.lower[adverb] not in page.words.adverbs:
        return
    head = tree.head[adverb]
    content = trimmed(tree, without((subtree(tree, head),), (subtree(tree, adverb),)))
    if content and head != adverb:
        kind = "adverb_clause" if tree.is_verb(head) else "adverb_phrase"
        yield _sourceless(adverb, (adverb,), tree.lower[adverb], "report", kind, content, head)


def _sourceless(
    head: int, cue: tuple[int, ...], lemma: str, known: CueClass, kind: str, content: Pieces, inner: int
) -> Candidate:
    return Candidate(
        cue_head=head,
        cue=cue,
        lemma=lemma,
        cue_class=known,
        construction=kind,
        source=(),
        source_head=None,
        content=content,
        content_head=inner,
    )


def according_candidates(page: Page, word: int) -> Iterator[Candidate]:
    """ "According to X" before, within or after what X says."""
    tree = page.tree
    if tree.lower[word] != "according" or word + 1 >= len(tree) or tree.lower[word + 1] != "to":
        return
    to = word + 1
    inner = tree.child(to, "pobj") or tree.child(word, "pobj")
    if inner is None:
        return
    head = tree.head[word] if tree.head[word] not in (to, word) else tree.head[to]
    phrase = (min(tree.first[inner], word), tree.last[inner] + 1)
    source = source_pieces(tree, inner, word)
    for kind, whole in _commented(tree, word, head):
        content = trimmed(tree, without(whole, (phrase,)))
        if size(content) > 1:
            yield Candidate(
                cue_head=word,
                cue=(word, to),
                lemma="according",
                cue_class="say",
                construction=kind,
                source=source,
                source_head=inner,
                content=content,
                content_head=head,
            )


def _commented(tree: Tree, word: int, head: int) -> Iterator[tuple[str, Pieces]]:
    """What "according to" may comment on: the sentence, or the clause of the nearest verb above."""
    sentence = tree.bounds[tree.sentence[word]]
    yield "according_sentence", (sentence,)
    for token in (head, *tree.ancestors(head)):
        if tree.is_verb(token) and tree.dep[token] in ("ccomp", "conj", "relcl", "advcl", "parataxis", "xcomp"):
            yield "according_" + tree.dep[token], (subtree(tree, token),)
            return


def view_candidates(page: Page, noun: int) -> Iterator[Candidate]:
    """ "In the doctor's view, …", "in his own words"."""
    tree = page.tree
    prep = tree.head[noun]
    owner = tree.child(noun, "poss")
    if tree.lower[noun] not in page.words.possessed or owner is None or tree.lower[prep] not in ("in", "to", "by"):
        return
    head = tree.head[prep]
    content = trimmed(tree, without((subtree(tree, head),), (subtree(tree, prep),)))
    if tree.is_verb(head) and content:
        yield Candidate(
            cue_head=noun,
            cue=tuple(sorted({prep, noun})),
            lemma=tree.lemma[noun],
            cue_class=page.words.nouns.get(tree.lemma[noun], "say"),
            construction="in_view",
            source=without(source_pieces(tree, owner, noun), content),
            source_head=owner,
            content=content,
            content_head=head,
        )


def document_candidates(page: Page, prep: int) -> Iterator[Candidate]:
    """ "In a survey of herders, most had fled": what a poll, a study or a census tells."""
    tree = page.tree
    noun, head = tree.child(prep, "pobj"), tree.head[prep]
    if noun is None or tree.lemma[noun] not in page.words.told_in or not tree.is_verb(head):
        return
    content = trimmed(tree, without((subtree(tree, head),), (subtree(tree, prep),)))
    if content:
        yield Candidate(
            cue_head=prep,
            cue=(prep,),
            lemma="in",
            cue_class="show",
            construction="in_document",
            source=trimmed(tree, source_pieces(tree, noun, prep)),
            source_head=noun,
            content=content,
            content_head=head,
        )


def colon_candidates(page: Page, colon: int) -> Iterator[Candidate]:
    """ "Mayor: the bridge is gone" and lines of a transcript: a name, a colon, and the rest of the paragraph."""
    tree = page.tree
    begin, end = page.paragraphs[page.paragraph[colon]]
    while begin < colon and tree.is_space(begin):
        begin += 1
    named = range(begin, colon)
    if not 0 < len(named) <= 6 or end - colon < 4 or not any(tree.tag[token].startswith("NNP") for token in named):
        return
    if any(tree.is_verb(token) or tree.tag[token] in ("CD", ",") for token in named):
        return
    if colon - 1 in page.headings or (tree.lower[colon - 1] == ")" and begin in page.headings):
        return  # "TYRE: A peacekeeper was hurt", "Tumaco (Nariño): pamphlets …": where it happened
    content = trimmed(tree, ((colon + 1, end),))
    source = trimmed(tree, ((begin, colon),))
    if content and source:
        yield by_layout("colon", source, colon - 1, colon, content)
