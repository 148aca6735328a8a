"""Candidates whose cue is a verb: "said that", "denies having", "was accused of", "called him a liar"."""

from collections.abc import Iterator

from dateline.read.attributions.candidates import Candidate, Page
from dateline.read.attributions.lexicon import CueClass
from dateline.read.attributions.pieces import Pieces, joined, size, subtree, trimmed, without
from dateline.read.attributions.sources import agent, is_passive, source_head, source_pieces
from dateline.read.attributions.tree import Tree

ASIDES = ("parataxis", "ccomp", "advcl", "dep", "conj")
"""How the parser attaches "witnesses said" in "the commander, witnesses said, fled"."""
_REPORTING = frozenset(["say", "claim", "show", "think", "accuse", "deny"])
_TRAILING = ("oprd", "xcomp", "ccomp", "acomp", "prep", "dative", "advcl", "attr", "dobj")
_ARGUMENT_PREPS = frozenset(["as", "of", "for", "to", "with", "about", "on", "against", "from", "like", "over"])


def verb_class(page: Page, verb: int) -> tuple[str, CueClass | None]:
    """The lemma of a verb, repaired, and its class when it is a cue word."""
    lemma = page.words.lemma_repairs.get(page.tree.lemma[verb], page.tree.lemma[verb])
    return lemma, page.words.verbs.get(lemma)


def verb_candidates(page: Page, verb: int) -> Iterator[Candidate]:
    """Every reading of a cue verb. A verb of no class is read only where a "that" clause hangs on it."""
    tree = page.tree
    lemma, known = verb_class(page, verb)
    particle = tree.child(verb, "prt")
    if particle is not None and tree.lower[particle] in page.words.not_with.get(lemma, ()):
        return
    if known is None:
        clause = tree.child(verb, "ccomp")
        if clause is None or tree.lower[tree.first[clause]] != "that":
            return
    head = source_head(tree, page.words, verb)
    for construction, content, content_head, extra in _contents(page, verb, lemma):
        content = trimmed(tree, without(content, _cue_clause(tree, verb, content)))
        if not content:
            continue
        no_source = (lemma in page.words.raising and construction != "clause") or (
            construction.startswith("pass") and not is_passive(tree, verb)
        )
        source = None if no_source else head
        pieces = () if source is None else trimmed(tree, without(source_pieces(tree, source, verb), content))
        if source is not None and not pieces and source < verb:
            pieces = ((_phrase_start(tree, source), source + 1),)
            content = trimmed(tree, without(content, pieces))
        yield Candidate(
            cue_head=verb,
            cue=tuple(sorted({*cue_words(tree, verb), *extra})),
            lemma=lemma,
            cue_class=known or "say",
            construction=construction,
            source=pieces,
            source_head=source if pieces else None,
            content=content,
            content_head=content_head,
        )


def _phrase_start(tree: Tree, noun: int) -> int:
    """Where the words that belong closely to a noun begin."""
    return min([noun, *tree.all_children(noun, "det", "compound", "amod", "nummod", "poss")])


def cue_words(tree: Tree, verb: int) -> list[int]:
    """The verb group: auxiliaries, negation, particle, and adverbs that stand right before the verb."""
    group = [verb]
    group += [child for child in tree.children[verb] if tree.dep[child] in ("aux", "auxpass", "neg", "prt")]
    first = min(group)
    inside = [child for child in tree.all_children(verb, "advmod") if first < child < verb]
    token = verb - 1
    while token >= 0 and tree.head[token] == verb and tree.dep[token] in ("advmod", "aux", "auxpass", "neg"):
        group.append(token)
        token -= 1
    return sorted({*group, *inside})


def _cue_clause(tree: Tree, verb: int, content: Pieces) -> Pieces:
    """The verb itself when a content span wrongly runs over it."""
    return ((verb, verb + 1),) if any(begin <= verb < end for begin, end in content) else ()


Reading = tuple[str, Pieces, int | None, tuple[int, ...]]
"""Construction, content, its head token, and tokens that join the cue (a preposition)."""


def _contents(page: Page, verb: int, lemma: str) -> Iterator[Reading]:
    if is_passive(page.tree, verb):
        yield from _passive(page, verb, lemma)
        return
    yield from _clauses(page, verb)
    yield from _objects(page, verb, lemma)
    yield from _prepositions(page.tree, verb, "")
    yield from _raised(page, verb, lemma)
    yield from _gap(page.tree, verb)
    yield from _beside(page, verb, lemma)
    yield from aside(page.tree, verb)


def _clauses(page: Page, verb: int) -> Iterator[Reading]:
    tree = page.tree
    clauses = tree.all_children(verb, "ccomp")
    if clauses:
        kind = "clause" if len(clauses) == 1 else "clauses"
        yield kind, joined(*((subtree(tree, clause),) for clause in clauses)), clauses[-1], ()
        return
    question = next(
        (c for c in tree.all_children(verb, "advcl") if tree.lower[tree.first[c]] in ("if", "whether", "how", "that")),
        None,
    )
    if question is not None:
        yield "question", (subtree(tree, question),), question, ()


def _objects(page: Page, verb: int, lemma: str) -> Iterator[Reading]:
    """Object noun phrases and infinitives, alone and with what follows them."""
    tree = page.tree
    target = tree.child(verb, "dobj")
    infinitive = tree.child(verb, "xcomp")
    small = tree.child(verb, "oprd", "acomp")
    if infinitive is not None:
        if target is not None and lemma not in page.words.hearer_object:
            yield "object_infinitive", joined((subtree(tree, target),), (subtree(tree, infinitive),)), infinitive, ()
        yield _infinitive_kind(tree, infinitive), (subtree(tree, infinitive),), infinitive, ()
    if target is not None:
        pieces: Pieces = (subtree(tree, target),)
        yield "object", pieces, target, ()
        trailing = [child for child in tree.children[verb] if child > target and _is_argument(tree, child)]
        if trailing:
            longer = joined(pieces, *((subtree(tree, child),) for child in trailing))
            yield "object_" + _label(tree, trailing[0]), longer, target, ()
    elif small is not None:
        yield "small", (subtree(tree, small),), small, ()


def _beside(page: Page, verb: int, lemma: str) -> Iterator[Reading]:
    """Position in place of a failed parse: "The town fell, said two men who fled" and "fell, two men said"."""
    tree = page.tree
    subject = tree.child(verb, "nsubj")
    if (
        page.words.verbs.get(lemma) not in _REPORTING
        or subject is None
        or tree.child(verb, "ccomp", "dobj", "xcomp") is not None
    ):
        return
    begin, end = tree.bounds[tree.sentence[verb]]
    inverted = subject > verb
    before = verb if inverted else min(tree.first[subject], verb)
    if before - begin > 3 and tree.lower[before - 1] in (",", "--", "–", "—", "-"):
        yield ("inverted" if inverted else "tail"), ((begin, before),), begin, ()
    if not inverted and end - verb > 4:
        yield "rest", ((verb + 1, end),), verb + 1, ()


def _gap(tree: Tree, verb: int) -> Iterator[Reading]:
    """ "An offer the council rebuffed", "a road they want to mine": the noun before a clause without its object."""
    noun, subject = tree.head[verb], tree.child(verb, "nsubj")
    if tree.dep[verb] != "relcl" or subject is None or tree.child(verb, "dobj", "ccomp") is not None:
        return
    if tree.tag[subject] in ("WP", "WDT"):
        return
    about = without((subtree(tree, noun),), (subtree(tree, verb),))[:1]
    infinitive = tree.child(verb, "xcomp")
    if infinitive is None:
        yield "gap", about, noun, ()
    elif tree.child(infinitive, "dobj") is None:
        yield "gap_infinitive", joined(about, (subtree(tree, infinitive),)), infinitive, ()


def _infinitive_kind(tree: Tree, infinitive: int) -> str:
    if any(tree.tag[child] == "TO" for child in tree.children[infinitive]):
        return "infinitive"
    return "gerund" if tree.tag[infinitive] == "VBG" else "predicate"


def _is_argument(tree: Tree, child: int) -> bool:
    if tree.dep[child] == "prep":
        return tree.lower[child] in _ARGUMENT_PREPS
    return tree.dep[child] in _TRAILING


def _label(tree: Tree, child: int) -> str:
    return f"prep_{tree.lower[child]}" if tree.dep[child] == "prep" else tree.dep[child]


def _prepositions(tree: Tree, verb: int, prefix: str) -> Iterator[Reading]:
    """ "spoke about", "called for", "pointed to": what follows the preposition; the preposition joins the cue."""
    if tree.child(verb, "ccomp") is not None:
        return
    for prep in tree.all_children(verb, "prep"):
        if prep < verb:
            continue
        inner = tree.child(prep, "pobj", "pcomp")
        if inner is None and (second := tree.child(prep, "prep")) is not None:
            inner, prep_words = tree.child(second, "pobj", "pcomp"), (prep, second)
        else:
            prep_words = (prep,)  # type: ignore[assignment]
        if inner is not None:
            yield (
                f"{prefix}prep_{tree.lower[prep]}",
                ((inner_first(tree, inner, prep_words[-1]), tree.last[prep] + 1),),
                inner,
                prep_words,
            )


def inner_first(tree: Tree, inner: int, prep: int) -> int:
    """Where the words after a preposition begin."""
    return max(tree.first[inner], prep + 1)


def _raised(page: Page, verb: int, lemma: str) -> Iterator[Reading]:
    """ "The talks seemed to fail": the subject belongs to the content."""
    tree = page.tree
    subject = tree.child(verb, "nsubj")
    if lemma not in page.words.raising or subject is None:
        return
    rest = [
        child
        for child in tree.children[verb]
        if child > verb and tree.dep[child] in ("xcomp", "oprd", "acomp", "prep", "ccomp", "attr")
    ]
    if not rest:
        return
    if tree.lower[subject] in ("it", "there"):
        yield "raise_it", joined(*((subtree(tree, child),) for child in rest)), rest[0], ()
    else:
        yield "raise", joined((subtree(tree, subject),), *((subtree(tree, child),) for child in rest)), rest[0], ()


def _passive(page: Page, verb: int, lemma: str) -> Iterator[Reading]:
    tree = page.tree
    subject = tree.child(verb, "nsubjpass", "csubjpass")
    clause = tree.child(verb, "ccomp")
    if clause is not None:
        yield "pass_clause", (subtree(tree, clause),), clause, ()
    yield from aside(tree, verb)
    if subject is not None and tree.lower[subject] == "it" and clause is not None:
        return
    about: Pieces = (subtree(tree, subject),) if subject is not None else ()
    if subject is None and tree.dep[verb] == "acl":
        about = without((subtree(tree, tree.head[verb]),), (subtree(tree, verb),))[:1]
    rest = [
        child
        for child in tree.children[verb]
        if child > verb and _is_argument(tree, child) and tree.lower[child] != "by"
    ]
    by = agent(tree, verb)
    charge = (
        None
        if by is None
        else next((c for c in tree.all_children(by, "prep") if tree.child(c, "pcomp") is not None), None)
    )
    if charge is not None:
        yield "pass_prep_of", joined(about, (subtree(tree, charge),)), charge, ()
        return
    for child in rest[:1]:
        yield "pass_" + _label(tree, child), joined(about, (subtree(tree, child),)), child, ()
        if tree.dep[child] == "prep":
            yield from _prepositions(tree, verb, "pass_only_")
        else:
            yield "pass_only_" + tree.dep[child], (subtree(tree, child),), child, ()
    if about and lemma not in page.words.hearer_object:
        yield "pass", about, subject if subject is not None else tree.head[verb], ()


def aside(tree: Tree, verb: int) -> Iterator[Reading]:
    """ "The commander, witnesses said, fled" and "as witnesses said": the content is the clause around."""
    label, head = tree.dep[verb], tree.head[verb]
    if label not in ASIDES or head == verb or tree.child(verb, "ccomp") is not None:
        return
    marked = any(tree.lower[child] in ("as", "so") for child in tree.all_children(verb, "mark", "advmod", "prep"))
    if label in ("advcl", "dep", "conj") and not marked:
        return
    if label == "ccomp" and (tree.last[verb] - tree.first[verb] > 12 or not (tree.is_verb(head) or marked)):
        return
    content = without((subtree(tree, head),), (subtree(tree, verb),))
    if size(content) > 1:
        yield ("as_" if marked else "aside_") + label, content, head, ()
