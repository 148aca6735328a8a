"""Name the speaker: the entity behind a source, or its words; and whether it withholds a name."""

from dataclasses import dataclass

from spacy.tokens import Doc

from dateline.model import Entity, Mention
from dateline.read.attributions.candidates import Candidate, Page
from dateline.read.attributions.pieces import offsets, subtree, trimmed, without

_RELATIVES = frozenset(["who", "whom", "whose", "which", "that"])
_NOBODY = frozenset(["no", "none", "nobody", "neither"])
_OTHERS = ("prep", "relcl", "acl", "poss")
"""Parts of a source that name somebody else: "an official of the union", "three of them"."""
_ARTICLES = frozenset(["the", "a", "an"])


@dataclass(frozen=True, slots=True)
class People:
    """The mentions and entities of one doc, ready to look up. Both are empty when no component found them."""

    by_head: dict[int, Mention]
    """By the offset of the mention's head word."""
    entities: dict[str, Entity]
    named: frozenset[str]
    """Ids of the entities that some mention names."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Fields as in ``model.Attribution``."""

    name: str | None
    entity: str | None
    anonymous: bool


def people_of(doc: Doc) -> People:
    mentions: tuple[Mention, ...] = doc._.dateline_mentions
    entities: tuple[Entity, ...] = doc._.dateline_entities
    return People(
        by_head={mention.head: mention for mention in mentions},
        entities={entity.id: entity for entity in entities},
        named=frozenset(mention.entity for mention in mentions if mention.form == "name"),
    )


def speaker_of(page: Page, people: People, candidate: Candidate, text: str) -> Speaker:
    """Who speaks in a candidate. Two conjoined sources keep their full words; no source is anonymous."""
    if candidate.source_head is None:
        return Speaker(None, None, True)
    head = _antecedent(page, candidate.source_head)
    if _nobody(page, head):
        return Speaker(None, None, False)
    mention = None if _conjoined(page, head) else _mention(page, people, candidate, head)
    anonymous = _withholds_name(page, people, candidate, head, mention)
    entity = people.entities.get(mention.entity) if mention else None
    if entity is not None and mention is not None:
        return Speaker(entity.name, entity.id, anonymous)
    return Speaker(_words(page, candidate, head, text), None, anonymous)


def _antecedent(page: Page, token: int) -> int:
    """The noun that "who" stands for; the token itself when it is no relative pronoun."""
    tree = page.tree
    if tree.lower[token] not in _RELATIVES:
        return token
    for above in (token, *tree.ancestors(token)):
        if tree.dep[above] == "relcl":
            return tree.head[above]
    return token


def _nobody(page: Page, head: int) -> bool:
    """ "No group has claimed": the words of a source that is denied."""
    tree = page.tree
    return tree.lower[head] in _NOBODY or any(
        tree.lower[child] in _NOBODY for child in tree.all_children(head, "det", "neg")
    )


def _conjoined(page: Page, head: int) -> bool:
    return page.tree.child(head, "conj") is not None


def _mention(page: Page, people: People, candidate: Candidate, head: int) -> Mention | None:
    """The mention headed by the source's head word, else by an apposition to it, else by any word of a short source."""
    tree = page.tree
    tokens = [head, *tree.all_children(head, "appos", "compound", "nmod")]
    if candidate.source and candidate.source[0][1] - candidate.source[0][0] <= 4 and head == candidate.source_head:
        below = [subtree(tree, child) for child in tree.all_children(head, *_OTHERS)]
        tokens += [token for token in range(*candidate.source[0]) if not any(a <= token < b for a, b in below)]
    return next((people.by_head[tree.start[token]] for token in tokens if tree.start[token] in people.by_head), None)


def _withholds_name(page: Page, people: People, candidate: Candidate, head: int, mention: Mention | None) -> bool:
    tree, words = page.tree, page.words
    begin, end = subtree(tree, head)
    if any(tree.lower[token] in words.anonymity for token in range(begin, end)):
        return True
    if mention is not None and mention.entity in people.named:
        return False
    if tree.lemma[head] in words.nouns:
        return False
    members = [head, *tree.all_children(head, "appos", "conj")]
    if any(
        tree.tag[token].startswith("NNP") or tree.lemma[token] in words.bodies or tree.lower[token] in words.bodies
        for token in members
    ):
        return False
    return (
        tree.is_noun(head)
        or tree.tag[head] in ("CD", "DT", "JJ", "NN", "RB")
        or (mention is not None and mention.form == "description")
    )


def _words(page: Page, candidate: Candidate, head: int, text: str) -> str | None:
    """The source's words without article and without a trailing relative clause."""
    tree = page.tree
    whole = candidate.source if head == candidate.source_head else (subtree(tree, head),)
    dropped = ("relcl", "acl", "appos", "prep") if tree.tag[head].startswith("NNP") else ("relcl",)
    pieces = trimmed(
        tree, without(whole, tuple(subtree(tree, child) for child in tree.all_children(head, *dropped) if child > head))
    )
    if not pieces:
        return None
    begin, end = pieces[0]
    relative = (
        token for token in range(begin + 1, end - 1) if tree.lower[token] == "," and tree.lower[token + 1] in _RELATIVES
    )
    end = next(relative, end)
    if tree.lower[begin] in _ARTICLES and end - begin > 1:
        begin += 1
    if tree.tag[end - 1] == "POS" and end - begin > 1:
        end -= 1
    ((start, stop),) = offsets(tree, ((begin, end),))
    return " ".join(text[start:stop].split())
