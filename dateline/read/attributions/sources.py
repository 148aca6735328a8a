"""Whose words they are: the source of a cue, found by walking the parse."""

from dateline.read.attributions.lexicon import Lexicon
from dateline.read.attributions.pieces import Pieces, subtree, trimmed, without
from dateline.read.attributions.tree import Tree

SUBJECTS = ("nsubj", "csubj")
_INHERITS = frozenset(["conj", "advcl", "xcomp", "pcomp", "prep", "ccomp", "dep", "acomp", "advmod", "attr", "oprd"])
"""Dependencies through which a verb without a subject of its own takes its head's."""


def source_head(tree: Tree, words: Lexicon, verb: int) -> int | None:
    """The head word of who says it; None when the sentence names nobody or an empty "it"."""
    if is_passive(tree, verb):
        felt = tree.lemma[verb] in words.experiencer_passive and tree.child(verb, "agent") is None
        return tree.child(verb, "nsubjpass") if felt else agent(tree, verb)
    subject = own_subject(tree, verb)
    if subject is None:
        subject = _adjacent(tree, verb) or _speaker_of_aside(tree, words, verb)
    if subject is None and not (tree.tag[verb] == "VBN" and tree.dep[verb] in ("acl", "relcl", "amod")):
        subject = _inherited(tree, words, verb)
    if subject is None or _empty_it(tree, verb, subject):
        return None
    return subject


def clause_subject(tree: Tree, words: Lexicon, verb: int) -> int | None:
    """The subject of a clause, its own or that of the clause it is joined to; None for "it" and "there"."""
    subject = own_subject(tree, verb)
    if subject is None and tree.dep[verb] == "conj":
        subject = _inherited(tree, words, verb)
    return None if subject is None or tree.lower[subject] in ("it", "there", "this", "that") else subject


def own_subject(tree: Tree, verb: int) -> int | None:
    subject = tree.child(verb, *SUBJECTS)
    return tree.child(verb, "nsubjpass") if subject is None and _short_perfect(tree, verb) else subject


def is_passive(tree: Tree, verb: int) -> bool:
    if tree.child(verb, "nsubjpass", "auxpass", "csubjpass") is not None:
        return not _short_perfect(tree, verb)
    if tree.tag[verb] != "VBN" or tree.child(verb, "dobj", "aux", *SUBJECTS) is not None:
        return False
    return tree.dep[verb] in ("acl", "amod", "advcl", "relcl")


def _short_perfect(tree: Tree, verb: int) -> bool:
    """ "He's promised a truce": "'s" for "has", which the parser takes for "is"."""
    short = tree.child(verb, "auxpass")
    return short is not None and tree.lower[short] in ("'s", "’s") and tree.child(verb, "dobj", "ccomp") is not None


def agent(tree: Tree, verb: int) -> int | None:
    """The noun after "by" in a passive."""
    by = tree.child(verb, "agent")
    if by is None:
        by = next((prep for prep in tree.all_children(verb, "prep") if tree.lower[prep] == "by"), None)
    return None if by is None else tree.child(by, "pobj")


def _adjacent(tree: Tree, verb: int) -> int | None:
    """The noun right before a finite verb that the parser left without subject ("men who HE said had fled")."""
    before = verb - 1
    if tree.tag[verb] not in ("VBD", "VBZ", "VBP") or before < 0 or tree.dep[verb] == "conj":
        return None
    if tree.tag[before] in ("PRP", "NNP", "NNPS", "NN", "NNS") and tree.dep[before] in (
        "nsubj",
        "nsubjpass",
        "dobj",
        "pobj",
        "attr",
        "appos",
    ):
        return before
    return None


def _speaker_of_aside(tree: Tree, words: Lexicon, verb: int) -> int | None:
    """The main subject for a trailing ", saying that": the parser often hangs it on the last verb of what was said."""
    if tree.tag[verb] != "VBG" or tree.dep[verb] != "advcl" or words.verbs.get(tree.lemma[verb]) != "say":
        return None
    begin = tree.bounds[tree.sentence[verb]][0]
    if verb - begin < 2 or tree.lower[verb - 1] != "," or tree.child(verb, "ccomp") is None:
        return None
    top = verb
    for above in tree.ancestors(verb):
        top = above
    subject = own_subject(tree, top)
    return subject if subject is not None and subject < verb else None


def _inherited(tree: Tree, words: Lexicon, verb: int) -> int | None:
    """The subject of a clause above: of the first verb of a pair, of the main clause, of the verb that controls it."""
    token = verb
    for _ in range(6):
        label, head = tree.dep[token], tree.head[token]
        if (label in ("acl", "relcl") and tree.is_noun(head)) or (
            label == "acl" and tree.tag[head] in ("PRP", "DT", "CD", "WP")
        ):
            return head if tree.tag[token] != "TO" and not _infinitive(tree, token) else _noun_owner(tree, head)
        if head == token or label not in _INHERITS:
            return None
        if label == "xcomp" and (controlled := _controller(tree, words, head)) is not None:
            return controlled
        if tree.is_noun(head) and label in ("prep", "acl"):
            return _noun_owner(tree, head)
        found = own_subject(tree, head)
        if found is None and label in ("advcl", "xcomp", "conj", "prep", "pcomp"):
            found = tree.child(head, "nsubjpass")
        if found is not None and found != token:
            return found
        token = head
    return None


def _controller(tree: Tree, words: Lexicon, head: int) -> int | None:
    """The object that is told to act: "urged HIM to say"."""
    return tree.child(head, "dobj") if words.verbs.get(tree.lemma[head]) in ("order", "ask", "say", "think") else None


def _infinitive(tree: Tree, verb: int) -> bool:
    return tree.tag[verb] == "VB" and any(tree.tag[child] == "TO" for child in tree.children[verb])


def _noun_owner(tree: Tree, noun: int) -> int | None:
    """Whose it is: the possessor, or the subject of the noun's verb ("made efforts to explain")."""
    owner = tree.child(noun, "poss")
    if owner is not None:
        return owner
    above = tree.head[noun]
    return own_subject(tree, above) if tree.dep[noun] in ("dobj", "attr") and tree.is_verb(above) else None


def _empty_it(tree: Tree, verb: int, subject: int) -> bool:
    """ "It seems that": an "it" that stands for nobody."""
    return tree.lower[subject] == "it" and tree.lemma[verb] in ("seem", "appear", "be")


def source_pieces(tree: Tree, head: int, cue: int) -> Pieces:
    """The words of a source with its modifiers, appositions and relative clauses, without the clause of the cue."""
    whole = subtree(tree, head)
    cut: Pieces = ()
    if whole[0] <= cue < whole[1]:
        climber = cue
        while tree.head[climber] != head and tree.head[climber] != climber:
            climber = tree.head[climber]
        cut = (subtree(tree, climber),)
    pieces = trimmed(tree, without((whole,), cut))
    return tuple(piece for piece in pieces if piece[0] <= head < piece[1]) or ((head, head + 1),)
