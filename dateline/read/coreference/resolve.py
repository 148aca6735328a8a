"""Join mentions to clusters, in the order in which a reader meets them."""

from dataclasses import replace

from spacy.tokens import Doc, Token

from dateline.model import Mention
from dateline.read.coreference.clusters import Cluster
from dateline.read.coreference.name_rules import name_words, same_name
from dateline.read.mentions.find import actor_of
from dateline.read.mentions.lexicon import actor_lexicon
from dateline.read.mentions.names import acronym_of, introduced_acronym

SINGULAR_PERSON = frozenset("he him his himself she her hers herself".split())
FEMININE = frozenset("she her hers herself".split())
PLURAL = frozenset("they them their themselves".split())
NEUTER = frozenset("it its itself".split())
DEFINITE = frozenset("the this that these those".split())
REACH_IN_SENTENCES = 3
"""How far back a definite description may refer; a pronoun reaches one sentence less."""


class Resolver:
    """Resolves the mentions of one report."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.lexicon = actor_lexicon()
        self.clusters: list[Cluster] = []
        self.of_head: dict[int, Cluster] = {}
        """Token index of a mention's head to its cluster."""
        self.sentence_of = _sentence_numbers(doc)
        self.token_at = {token.idx: token for token in doc}

    def resolve(self) -> list[Cluster]:
        """Clusters of all mentions, each mention with its reason, in order of first mention."""
        mentions = sorted(self.doc._.dateline_mentions, key=lambda mention: (mention.head, mention.start))
        for mention in mentions:
            token = self.token_at[mention.head]
            cluster, reason = self._cluster_for(mention, token)
            if cluster is None:
                cluster = self._new(mention, token)
                reason = mention.reason
            self._put(cluster, mention, token, reason)
        return self.clusters

    def _cluster_for(self, mention: Mention, token: Token) -> tuple[Cluster | None, str]:
        if mention.form == "pronoun":
            return self._by_pronoun(token)
        identical = self._beside(mention, token)
        if mention.form == "name":
            return self._by_name(mention, token, identical)
        if identical:
            return identical
        return self._by_description(mention, token)

    def _new(self, mention: Mention, token: Token) -> Cluster:
        word = self.lexicon.head(token)
        plural = (token.tag_ in ("NNS", "NNPS") or token.lower_ in PLURAL or (word is not None and word.number == "people")) and (
            mention.form != "name"
        )
        cluster = Cluster(kind=mention.kind, plural=plural)
        self.clusters.append(cluster)
        return cluster

    def _put(self, cluster: Cluster, mention: Mention, token: Token, reason: str) -> None:
        cluster.mentions.append(replace(mention, reason=reason))
        cluster.seen(token, self.sentence_of[token.i])
        self.of_head[token.i] = cluster
        if mention.form == "name":
            words = name_words(self._bare(mention))
            if words:
                cluster.names.append(words)
                cluster.acronyms.add(acronym_of(self._bare(mention)))
            introduced = introduced_acronym(self.doc, self.doc.char_span(mention.start, mention.end, alignment_mode="expand").end - 1)
            if introduced is not None:
                cluster.acronyms.add(self.doc[introduced].text)
            cluster.actor = cluster.actor or actor_of(self.doc, mention)
            cluster.heads.update(child.lemma_.lower() for child in token.lefts if child.dep_ in ("compound", "nmod"))
        elif mention.form == "description":
            cluster.heads.add(token.lemma_.lower())

    def _bare(self, mention: Mention) -> str:
        """The words of a name without titles."""
        start, end = self.doc._.dateline_bare_names.get(mention.head, (mention.start, mention.end))
        return self.doc.text[start:end]

    # ------------------------------------------------------------ names

    def _by_name(self, mention: Mention, token: Token, beside: tuple[Cluster, str] | None) -> tuple[Cluster | None, str]:
        match = self._named(mention)
        if match and beside and match[0] is not beside[0]:
            if _may_merge(match[0], beside[0]):
                self._merge(match[0], beside[0])
            return match
        return match or beside or (None, "")

    def _named(self, mention: Mention) -> tuple[Cluster, str] | None:
        words = name_words(self._bare(mention))
        if not words:
            return None
        actor = actor_of(self.doc, mention)
        for cluster in reversed(self.clusters):
            if actor and cluster.actor:
                if actor.key == cluster.actor.key:
                    return cluster, f"another name of {actor.name} in the actor file"
                continue
            if len(words) == 1 and mention.text.isupper() and words[0].upper() in cluster.acronyms:
                return cluster, f"'{mention.text}' abbreviates '{cluster.mentions[0].text}'"
            for names in cluster.names:
                if not actor and not cluster.actor and same_name(words, names, person=mention.kind == "person" or cluster.kind == "person"):
                    return cluster, f"the same name as '{' '.join(names)}'"
        return None

    # ------------------------------------------------------------ appositions and copulas

    def _beside(self, mention: Mention, token: Token) -> tuple[Cluster, str] | None:
        """The cluster of a mention that the syntax says is the same: an apposition, or subject and noun of a copula."""
        for other, how in self._equated(token):
            cluster = self.of_head.get(other.i)
            if cluster and _compatible(cluster, mention, self._is_plural(token)):
                return cluster, f"{how} '{other.text}'"
        return None

    def _equated(self, token: Token) -> list[tuple[Token, str]]:
        found = [(child, "an apposition to") for child in token.children if child.dep_ == "appos"]
        if token.dep_ == "appos":
            found.append((token.head, "an apposition to"))
        if token.dep_ == "attr" and token.head.lemma_ in ("be", "become", "remain"):
            if not any(child.dep_ == "neg" for child in token.head.children):
                found += [(child, f"equated by '{token.head.text}' with") for child in token.head.children if child.dep_ == "nsubj"]
        return found

    def _is_plural(self, token: Token) -> bool:
        word = self.lexicon.head(token)
        return token.tag_ in ("NNS", "NNPS") or (word is not None and word.number == "people")

    # ------------------------------------------------------------ descriptions

    def _by_description(self, mention: Mention, token: Token) -> tuple[Cluster | None, str]:
        first = mention.text.split()[0].lower() if mention.text else ""
        if first not in DEFINITE:
            return None, ""
        sentence = self.sentence_of[token.i]
        lemma, plural = token.lemma_.lower(), self._is_plural(token)
        bare = not any(child.dep_ in ("poss", "prep", "relcl", "acl") and child.lower_ != "'s" for child in token.children)
        named_modifiers = {child.lower_ for child in token.children if child.dep_ in ("amod", "compound", "nmod")}
        for cluster in sorted(self.clusters, key=lambda c: -c.last_token):
            if sentence - cluster.last_sentence > REACH_IN_SENTENCES * (3 if lemma in cluster.heads else 1):
                continue
            if not _compatible(cluster, mention, plural):
                continue
            if lemma in cluster.heads and (bare or self._same_words(mention, cluster)):
                return cluster, f"'{mention.text}' takes up '{cluster.mentions[0].text}'"
            if bare and self._refers(lemma, cluster, named_modifiers):
                return cluster, f"'{mention.text}' most likely refers to the last such actor, '{cluster.mentions[0].text}'"
        return None, ""

    def _same_words(self, mention: Mention, cluster: Cluster) -> bool:
        words = set(mention.text.lower().split()) - DEFINITE
        return any(words <= set(other.text.lower().split()) for other in cluster.mentions if other.form == "description")

    def _refers(self, lemma: str, cluster: Cluster, modifiers: set[str]) -> bool:
        """Whether a general word ("the group", "the movement") can stand for a named body."""
        if lemma not in self.lexicon.general or not cluster.names or cluster.plural:
            return False
        return cluster.kind in ("armed_group", "organisation") and not modifiers - {"terror", "terrorist", "rebel", "militant", "islamist", "armed"}

    # ------------------------------------------------------------ pronouns

    def _by_pronoun(self, token: Token) -> tuple[Cluster | None, str]:
        lower = token.lower_
        sentence = self.sentence_of[token.i]
        best: Cluster | None = None
        best_score = 0.0
        for cluster in self.clusters:
            distance = sentence - cluster.last_sentence
            if distance >= REACH_IN_SENTENCES or not _agrees(lower, cluster):
                continue
            if self._clashes(token, cluster):
                continue
            score = 3.0 - distance + 0.8 * cluster.was_subject + 0.3 * bool(cluster.names) + cluster.last_token / (len(self.doc) + 1)
            if score > best_score:
                best, best_score = cluster, score
        return best, f"'{token.text}' refers to '{best.mentions[0].text}', the nearest actor that agrees with it" if best else ""

    def _clashes(self, pronoun: Token, cluster: Cluster) -> bool:
        """An object pronoun is not the subject of its own verb, and the reverse."""
        if pronoun.tag_ == "PRP$" or pronoun.lower_.endswith(("self", "selves")):
            return False
        verb = pronoun.head
        last = self.doc[cluster.last_token]
        return last.head == verb and last.dep_ != pronoun.dep_

    def _merge(self, kept: Cluster, gone: Cluster) -> None:
        kept.absorb(gone)
        self.clusters.remove(gone)
        for head, cluster in self.of_head.items():
            if cluster is gone:
                self.of_head[head] = kept


def _agrees(pronoun: str, cluster: Cluster) -> bool:
    if pronoun in SINGULAR_PERSON:
        return cluster.is_person and not cluster.plural
    if pronoun in PLURAL:
        return cluster.plural or cluster.kind in ("armed_group", "military", "police", "civilians", "government")
    if pronoun in NEUTER:
        return cluster.is_group and not cluster.plural
    return False


def _compatible(cluster: Cluster, mention: Mention, plural: bool) -> bool:
    """Whether a mention can mean a cluster's actor by kind and number."""
    if cluster.plural != plural and not (cluster.names and cluster.kind not in ("person",)):
        return False
    people = {"person", "civilians", "government", "military", "police", "armed_group", "media"}
    if cluster.kind == mention.kind:
        return True
    if cluster.kind == "person" or mention.kind == "person":
        other = mention.kind if cluster.kind == "person" else cluster.kind
        return other in people and not plural and not (cluster.names and cluster.is_group)
    return {cluster.kind, mention.kind} <= {"armed_group", "organisation", "military", "other"}


def _may_merge(one: Cluster, other: Cluster) -> bool:
    return not (one.actor and other.actor and one.actor.key != other.actor.key) and (one.is_person == other.is_person)


def _sentence_numbers(doc: Doc) -> list[int]:
    numbers, current = [], -1
    for token in doc:
        current += bool(token.is_sent_start) or token.i == 0
        numbers.append(current)
    return numbers
