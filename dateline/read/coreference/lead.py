"""Join the unnamed person of a headline or first sentence with the one whom the next sentences name."""

from collections.abc import Iterator
from dataclasses import replace

from dateline.model import Mention, Span
from dateline.read.coreference.clusters import Cluster, Clusters
from dateline.read.mentions.lexicon import ActorLexicon
from dateline.read.mentions.table import Table

LEAD_SENTENCES = 3
"""The headline and the two sentences after it."""
REACH_IN_SENTENCES = 4


def join_lead(clusters: Clusters, table: Table, lexicon: ActorLexicon, headline: Span | None) -> None:
    """Merge each unnamed lead description of one person into the only named person soon after who has the same role.

    News leads hold the name back: "A jihadist who heads… has quit. Ali Sadek, formerly head of…".
    """
    tokens = {start: token for token, start in enumerate(table.start)}
    for cluster in list(clusters.all):
        first = cluster.mentions[0]
        if cluster.names or cluster.plural or not cluster.is_person or first.form != "description":
            continue
        here = tokens[first.head]
        if table.sentence[here] >= LEAD_SENTENCES or not _is_new(first, headline) or _has_a_name(table, here):
            continue
        roles = cluster.heads | _told_roles(table, lexicon, here)
        later = [
            other
            for other in clusters.all
            if _is_named_soon(other, here, table, tokens)
            and roles & _roles_of(other, table, lexicon, tokens)
            and _agree(cluster, other, lexicon)
            and _serve_one(clusters, (cluster, other), table, tokens)
        ]
        if len(later) == 1:
            _join(clusters, cluster, later[0], min(roles & _roles_of(later[0], table, lexicon, tokens)))


def _join(clusters: Clusters, lead: Cluster, named: Cluster, role: str) -> None:
    reason = f"the lead's description; '{named.first_words}' is soon named with the same role, '{role}'"
    lead.mentions[0] = replace(lead.mentions[0], reason=reason)
    clusters.merge(named, lead)


def _has_a_name(table: Table, token: int) -> bool:
    """Whether the words themselves say what somebody is called: "a commander known as Tiger"."""
    return any(
        table.dep[child] == "acl" and table.lower[child] in ("known", "called", "nicknamed", "named", "identified")
        for child in table.children[token]
    )


def _is_new(mention: Mention, headline: Span | None) -> bool:
    """Whether a description introduces somebody: in the headline, or with "a", or without article."""
    in_headline = headline is not None and headline[0] <= mention.start < headline[1]
    return in_headline or mention.text.split(" ", 1)[0].lower() not in (
        "the",
        "his",
        "her",
        "their",
        "its",
        "this",
        "that",
    )


def _roles_of(cluster: Cluster, table: Table, lexicon: ActorLexicon, tokens: dict[int, int]) -> set[str]:
    """The offices of an actor by titles, descriptions and the verbs under its names."""
    told = [_told_roles(table, lexicon, tokens[mention.head]) for mention in cluster.mentions if mention.form == "name"]
    return cluster.heads.union(*told)


def _told_roles(table: Table, lexicon: ActorLexicon, token: int) -> set[str]:
    """The offices told by verbs under a noun or governed by it: "a man who heads the cell" is a leader."""
    verbs = [child for child in table.children[token] if table.dep[child] in ("relcl", "acl")]
    return {lexicon.role_verbs[table.lemma[verb]] for verb in verbs if table.lemma[verb] in lexicon.role_verbs}


def _is_named_soon(cluster: Cluster, here: int, table: Table, tokens: dict[int, int]) -> bool:
    if not cluster.names or cluster.kind != "person":
        return False
    first = tokens[min(mention.head for mention in cluster.mentions if mention.form == "name")]
    return first > here and table.sentence[first] - table.sentence[here] <= REACH_IN_SENTENCES


def _agree(lead: Cluster, named: Cluster, lexicon: ActorLexicon) -> bool:
    """Whether gender and rank allow the two to be one; a "gang chief" is no general who commands."""
    if lead.gender and named.gender and lead.gender != named.gender:
        return False
    ranks = {word for word in named.heads if (head := lexicon.heads.get(word)) and head.group == "ranks"}
    return not ranks or bool(ranks & lead.heads)


def _serve_one(clusters: Clusters, pair: tuple[Cluster, Cluster], table: Table, tokens: dict[int, int]) -> bool:
    """Whether two may speak for or lead the same: no "spokesman for the governor" is "their spokesman, Ali Ba"."""
    served = [
        [
            clusters.of_head.get(body) or table.lemma[body]
            for mention in cluster.mentions
            if mention.form == "description"
            for body in _bodies(table, tokens[mention.head])
        ]
        for cluster in pair
    ]
    return not (served[0] and served[1]) or any(body in served[1] for body in served[0])


def _bodies(table: Table, office: int) -> Iterator[int]:
    """Whose an office is: the governor of "a spokesman for the governor", "their" of "their spokesman"."""
    for child in table.children[office]:
        if table.dep[child] == "poss":
            yield child
        elif table.dep[child] == "prep" and table.lower[child] in ("of", "for"):
            body = table.child(child, "pobj")
            if body is not None:
                yield body
