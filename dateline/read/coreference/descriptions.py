"""Which actor a description takes up: "the group", "the rebels", "al-Qaeda's branch"."""

from dataclasses import replace

from dateline.knowledge.load import KnownActor
from dateline.model import Mention
from dateline.read.coreference.agreement import fits
from dateline.read.coreference.beside import GROUP, Beside, Match
from dateline.read.coreference.clusters import MOST_MENTIONS, Cluster

DEFINITE = frozenset("the this that these those".split())
REACH_IN_SENTENCES = 3
"""How far back a definite description may refer; a repeated word reaches three times as far."""
_NARROWING = frozenset({"poss", "prep", "relcl", "acl", "nummod"})
_UNIQUE = frozenset({"police_bodies", "military_bodies", "government_bodies"})
"""Bodies of which a report mostly means one, with article or without: "police", "the police"."""


class Descriptions(Beside):
    """Resolves the descriptions of one report against the clusters so far."""

    def referent(self, mention: Mention, token: int) -> Match | None:
        """The actor that a description takes up by its words; None for a new one, or one whose name stands beside."""
        if self._is_named_beside(token):
            return None
        if mention.text.split(" ", 1)[0].lower() in DEFINITE:
            return self._short_form(mention, token) or self._taken_up(mention, token)
        word = self.lexicon.head(self.table, token)
        if word and word.group in _UNIQUE and mention.start == self.table.start[token] and not word.plural:
            return self._taken_up(mention, token)
        return None

    def _is_bygone(self, cluster: Cluster) -> bool:
        """Whether a body is told of as one that is no more: whoever is "the government" is no ousted one."""
        words = cluster.first_words.lower().split()
        return cluster.is_group and not self.lexicon.bygone.isdisjoint(words[:-1])

    def _is_named_beside(self, token: int) -> bool:
        """Whether a name in apposition says which body is meant: "the militant group Al-Shafra"."""
        table, word = self.table, self.lexicon.head(self.table, token)
        if word is not None and word.number == "person":
            return False  # "the governor said… The governor, Omar Tall, …" is one
        return table.tag[token] == "NN" and any(
            table.dep[c] == "appos" and table.tag[c] == "NNP" and c - token < 5 for c in table.children[token]
        )

    def _short_form(self, mention: Mention, token: int) -> Match | None:
        """The last body named with a capitalised word that stands alone now, known from lists or not: "the Front", "the
        Lions".
        """
        word, is_unknown = self.table.lower[token], self.lexicon.head(self.table, token) is None
        if not self.is_short_form(token) and not (is_unknown and self.table.text[token][0].isupper()):
            return None
        bearing = [c for c in self.clusters.since(0) if c.is_group and any(word in name for name in c.names)]
        ending = [c for c in bearing if any(name[-1] == word and "of" not in name for name in c.names)]
        for cluster in (*ending, *bearing):
            return cluster, f"'{mention.text}' is short for '{cluster.first_words}'"
        return None

    def _taken_up(self, mention: Mention, token: int) -> Match | None:
        table = self.table
        sentence, lemma, inner = table.sentence[token], self.lemma(token), self.contained(token)
        plural, single = self.is_plural(token), self.is_single(token)
        is_bare = inner is None and not any(table.dep[child] in _NARROWING for child in table.children[token])
        modifiers = {table.lower[c] for c in table.children[token] if table.dep[c] in ("amod", "compound", "nmod")}
        modifiers -= self.lexicon.idle_modifiers
        is_plain = inner is None and not modifiers and not any(map(self._narrows, table.children[token]))
        side = self._only_side(token, is_bare=is_bare) if is_plain else None
        agent = self.clusters.of_head.get(self.governing.agent_upon(token))
        fitting = [
            cluster
            for cluster in self.clusters.since(sentence - 3 * REACH_IN_SENTENCES)
            if cluster is not agent
            and not cluster.is_nobody
            and fits(cluster, mention.kind, plural=plural, single=single)
            and not (side is not None and cluster is not side and self._is_portion(cluster))
            and not (self._is_of_state(token) and cluster.kind == "armed_group")
            and not (is_plain and self._is_bygone(cluster))
        ]
        again = [
            cluster
            for cluster in fitting
            if lemma in cluster.heads and (self._same_words(mention, cluster) if not is_bare or modifiers else True)
        ]
        last = [
            cluster
            for cluster in (fitting if is_bare and not modifiers else ())
            if sentence - cluster.last_sentence <= REACH_IN_SENTENCES and self._stands_for(lemma, cluster)
        ]
        if again and (not last or lemma not in GROUP or fitting.index(again[0]) <= fitting.index(last[0])):
            return again[0], f"'{mention.text}' takes up '{again[0].first_words}'"
        if last:
            topic = max(last, key=lambda cluster: _salience(cluster, token, sentence))
            return topic, f"'{mention.text}' most likely refers to the actor in question, '{topic.first_words}'"
        if side is not None and side is not agent:
            return side, f"'{mention.text}' most likely refers to the only such actor, '{side.first_words}'"
        return None

    def _is_of_state(self, token: int) -> bool:
        """Whether a word alone means the state's own: "the army", also where a report told of a "guerrilla army"."""
        word = self.lexicon.head(self.table, token)
        return word is not None and word.group in _UNIQUE

    def _narrows(self, child: int) -> bool:
        """Whether words say which of several is meant; what stands behind a comma only tells more of one."""
        table = self.table
        return table.dep[child] in _NARROWING and table.word(table.left_edge(child) - 1) != ","

    def _is_portion(self, cluster: Cluster) -> bool:
        """Whether an actor is only so many of others: "seven rebels", "no more than fifty fighters"."""
        first = (mention.text.split(" ", 1)[0].lower() for mention in cluster.mentions)
        return not cluster.names and any(word[:1].isdigit() or word in self.lexicon.counting for word in first)

    def _only_side(self, token: int, *, is_bare: bool) -> Cluster | None:
        """The one armed group that the report has named so far, for "the rebels" and, with nothing more said of it,
        "the militia"; None where there is none, or more than one.
        """
        word = self.lexicon.head(self.table, token)
        is_body = word is not None and word.group == "armed_bodies" and is_bare
        if word is None or not (is_body or self.table.lemma[token] in self.lexicon.sides):
            return None
        named = [cluster for cluster in self.clusters.all if cluster.names and cluster.kind == "armed_group"]
        return named[0] if len(named) == 1 and not named[0].is_person else None

    def _same_words(self, mention: Mention, cluster: Cluster) -> bool:
        words = set(mention.text.lower().split()) - DEFINITE - self.lexicon.idle_modifiers
        return any(words <= set(other.text.lower().split()) for other in cluster.mentions if other.form != "pronoun")

    def _stands_for(self, lemma: str, cluster: Cluster) -> bool:
        """Whether a general word ("the group", "the movement") can stand for a named body."""
        if lemma not in self.lexicon.general or not cluster.is_group:
            return False
        if lemma in self.lexicon.particular_bodies:
            return any(lemma in name for name in cluster.names)
        word = self.lexicon.heads.get(lemma)
        is_armed = word is not None and word.group == "armed_bodies" and lemma != "group"
        return bool(cluster.names) and cluster.kind in (
            ("armed_group",) if is_armed else ("armed_group", "organisation")
        )

    # ------------------------------------------------------------ parts of a whole

    def join_parts(self) -> None:
        """Join each "branch of X" and "X franchise" with the one part of X that the report names, early or late."""
        for cluster in list(self.clusters.all):
            if cluster.names or cluster.plural or cluster.is_pronoun:
                continue
            tokens = [token for token, other in self.clusters.of_head.items() if other is cluster]
            match = next((match for token in tokens if (match := self._part(token))), None)
            if match:
                named, reason = match
                cluster.mentions[0] = replace(cluster.mentions[0], reason=reason)
                self.clusters.merge(named, cluster)

    def _part(self, token: int) -> Match | None:
        """The cluster of the one actor that is a part of X, when the token is the branch of X."""
        if self.table.lemma[token] not in self.lexicon.part_nouns:
            return None
        whole = self._whole(token)
        if whole is None:
            return None
        parts = {
            actor.key
            for actor in self.named.values()
            if whole.key in {above.key for above in self.actors.ancestors(actor)}
        }
        clusters = [cluster for cluster in self.clusters.all if cluster.actor and cluster.actor.key in parts]
        if len(parts) != 1 or not clusters:
            return None
        return clusters[0], f"the only part of {whole.name} that the report names is '{clusters[0].first_words}'"

    def _whole(self, token: int) -> KnownActor | None:
        """The known actor whose part a noun names, by what hangs on the noun: "X's branch", "branch of X"."""
        table = self.table
        below = [child for child in table.children[token] if table.dep[child] in ("poss", "compound", "nmod", "amod")]
        below += [
            inner
            for child in table.children[token]
            if table.dep[child] == "prep" and table.lower[child] in ("of", "to")
            if (inner := table.child(child, "pobj")) is not None
        ]
        for child in below:
            cluster = self.clusters.of_head.get(child)
            actor = self.named.get(child) or (cluster.actor if cluster else None)
            if actor:
                return actor
        return None


def _salience(cluster: Cluster, token: int, sentence: int) -> float:
    """How much an actor is what the report is about here: told of lately, as a subject, and often."""
    nearness = cluster.last_token / (token + 1) - 0.5 * (sentence - cluster.last_sentence)
    return nearness + 0.5 * cluster.was_subject + 0.3 * cluster.led + 0.3 * min(len(cluster.mentions), MOST_MENTIONS)
