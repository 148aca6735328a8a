"""Which actor a description takes up: what stands beside it, "the group", "the rebels", "al-Qaeda's branch"."""

from dataclasses import replace

from dateline.knowledge.load import KnownActor
from dateline.knowledge.lookup import KnownActors
from dateline.model import Mention
from dateline.read.coreference.agreement import fits
from dateline.read.coreference.clusters import MOST_MENTIONS, Cluster, Clusters
from dateline.read.coreference.name_rules import name_words
from dateline.read.mentions.lexicon import ActorLexicon
from dateline.read.mentions.table import Table

DEFINITE = frozenset("the this that these those".split())
REACH_IN_SENTENCES = 3
"""How far back a definite description may refer; a repeated word reaches three times as far."""
_NARROWING = frozenset({"poss", "prep", "relcl", "acl", "nummod"})
_UNIQUE = frozenset({"police_bodies", "military_bodies", "government_bodies"})
"""Bodies of which a report mostly means one, with article or without: "police", "the police"."""
_NAMING = frozenset({"name", "call", "identify", "dub", "nickname"})
_GROUP = frozenset({"group", "militia", "organisation", "organization", "outfit"})
_COPULAS = frozenset({"be", "become", "remain"})
ALIAS_MARKS = frozenset("([\"“'‘")
"""What opens before another name of the same: "Yusuf Khojaev (“Abu Talha”)"."""
APPOSITION = "an apposition to"
Match = tuple[Cluster, str]


class Descriptions:
    """Resolves the descriptions of one report against the clusters so far."""

    def __init__(
        self,
        table: Table,
        lexicon: ActorLexicon,
        clusters: Clusters,
        named: dict[int, KnownActor],
        actors: KnownActors,
    ) -> None:
        """``named``: the known actor named at each head token of the report, as it was on the report's day."""
        self.table, self.lexicon, self.clusters, self.named, self.actors = table, lexicon, clusters, named, actors

    def is_plural(self, token: int) -> bool:
        """Whether a mention's head means several; "one of the cells" is one."""
        table = self.table
        if table.lower[token] == "one":
            return False
        if table.begins_compound(token):  # the rebels of "rebel-held"
            word = self.lexicon.heads.get(table.lower[token])
            return word is None or word.number != "body"
        if table.lower[token] in self.lexicon.containers and self.contained(token) is not None:
            return True
        word = self.lexicon.head(table, token)
        return word.plural if word else table.tag[token] in ("NNS", "NNPS")

    def is_single(self, token: int) -> bool:
        """Whether a head describes one person."""
        if self.is_short_form(token):
            return False
        word = self.lexicon.head(self.table, self.contained(token) or token)
        return word is not None and not self.is_plural(token) and word.number != "body"

    def is_short_form(self, token: int) -> bool:
        """Whether a head is a body's word with a capital, as in "the Front"."""
        table = self.table
        is_capitalised = table.tag[token] in ("NNP", "NNPS") and table.text[token][0].isupper()
        return is_capitalised and self.lexicon.body_kind(table.lower[token]) is not None

    def contained(self, token: int) -> int | None:
        """The people that a measuring word holds: "tourists" in "a group of tourists". None for other words."""
        table = self.table
        if table.lower[token] not in self.lexicon.containers:
            return None
        of = next(
            (child for child in table.children[token] if table.dep[child] == "prep" and table.lower[child] == "of"),
            None,
        )
        inner = table.child(of, "pobj") if of is not None else None
        return inner if inner is not None and self.lexicon.head(table, inner) else None

    def lemma(self, token: int) -> str:
        """The word by which a description is known again: "tourist" for "a group of tourists"."""
        inner = self.contained(token)
        return self.lexicon.office(self.table.lemma[token if inner is None else inner])

    # ------------------------------------------------------------ beside

    def beside(self, mention: Mention, token: int) -> Match | None:
        """The actor that the syntax says is the same: an apposition, or subject and noun of a copula."""
        plural, single = self.is_plural(token), mention.form == "description" and self.is_single(token)
        beside = (*self._alias(mention, token), *self._equated(token), *self._described(mention, token))
        beside = (*beside, *self._named_before(mention, token))
        for other, how in (*beside, *self._after_office(mention, token)):
            cluster = self.clusters.of_head.get(other)
            if cluster is None or (how == APPOSITION and self._is_another_name(mention, cluster)):
                continue
            is_called = cluster.is_group and mention.kind == cluster.kind and self._is_called(mention, token)
            if is_called or fits(cluster, mention.kind, plural=plural, single=single):
                return cluster, f"{how} '{self.table.text[other]}'"
            if how == APPOSITION and self._tells_kind(cluster, mention, plural=plural):
                cluster.kind = mention.kind
                return cluster, f"{how} '{self.table.text[other]}', which it says to be of this kind"
        return None

    def _is_another_name(self, mention: Mention, cluster: Cluster) -> bool:
        """Whether a full name is set beside another that shares no word with it, which two bodies or people bear, as
        far as no bracket or quotation mark says that it is one; parsers take lists and asides for appositions.
        """
        if mention.form != "name" or mention.kind != cluster.kind or not cluster.names:
            return False
        words = name_words(mention.text)
        others = [name for name in cluster.names if len(name) > 1 and not self.lexicon.is_title(name[-1])]
        if (
            len(words) < 2
            or self.lexicon.is_title(words[-1])
            or not others
            or self.table.whole[mention.start - 1 : mention.start] in ALIAS_MARKS
        ):
            return False
        return all(set(words).isdisjoint(name) for name in others)

    def _tells_kind(self, cluster: Cluster, mention: Mention, *, plural: bool) -> bool:
        """Whether a description says that a body known by name alone is an armed group: "the State of the Caliphs, an
        offshoot of the Front".
        """
        named = bool(cluster.names) and cluster.is_group and cluster.actor is None
        return named and mention.form == "description" and mention.kind == "armed_group" and not plural

    def _equated(self, token: int) -> list[tuple[int, str]]:
        table = self.table
        found = [(c, APPOSITION) for c in table.children[token] if table.dep[c] == "appos" and not self._is_part(c)]
        above = table.head[token]
        if table.dep[token] == "appos" and not self._is_part(token):
            found.append((above, APPOSITION))
            if table.dep[above] == "pobj":
                found.append((table.head[table.head[above]], APPOSITION))
        if table.dep[token] == "attr" and table.lemma[above] in _COPULAS and table.child(above, "neg") is None:
            subject = table.child(above, "nsubj")
            if subject is not None:
                found.append((self._relative(subject, above), f"equated by '{table.text[above]}' with"))
        if table.dep[token] == "oprd" and table.dep[above] in ("acl", "relcl") and table.lemma[above] in _NAMING:
            found.append((table.head[above], f"{table.text[above]} for"))
        if table.lower[above] == "as" and table.dep[token] == "pobj" and table.lemma[table.head[above]] == "know":
            found.append((table.head[table.head[above]], "known as"))
        return found

    def _is_called(self, mention: Mention, token: int) -> bool:
        """Whether a name is what somebody is called by: "the rebels, who call themselves the Liberation Army"."""
        table = self.table
        above = table.head[token]
        if table.dep[token] == "pobj" and table.lower[above] == "as":
            return mention.form == "name" and table.lemma[table.head[above]] == "know"
        return mention.form == "name" and table.dep[token] == "oprd" and table.lemma[above] in _NAMING

    def _alias(self, mention: Mention, token: int) -> list[tuple[int, str]]:
        """The name before "alias" and this one."""
        table, first = self.table, self._first(mention, token)
        for before in range(first - 1, max(first - 3, 0), -1):
            if table.lower[before] in self.lexicon.alias_words:
                heads = [head for head in range(before - 1, max(before - 4, -1), -1) if head in self.clusters.of_head]
                return [(heads[0], f"after '{table.text[before]}', another name of")] if heads else []
        return []

    def _described(self, mention: Mention, token: int) -> list[tuple[int, str]]:
        """The noun right before a name, whatever the parser makes of it: "Lebanese militant group Hezbollah"."""
        before = self._first(mention, token) - 1
        if mention.form != "name" or before < 0 or self.table.tag[before] != "NN":
            return []
        word = self.lexicon.heads.get(self.table.lower[before])
        is_body = word is not None and word.number == "body" and word.kind == mention.kind
        return [(before, "right behind")] if is_body or self.table.lower[before] in self.lexicon.general else []

    def _named_before(self, mention: Mention, token: int) -> list[tuple[int, str]]:
        """The name before a word for any group: "the M23 rebel group"."""
        table = self.table
        if mention.form != "description" or table.lower[token] not in _GROUP:
            return []
        before = (child for child in table.children[token] if table.dep[child] in ("compound", "nmod"))
        return [(child, "the group of the name") for child in before if table.tag[child] in ("NNP", "NNPS")]

    def _after_office(self, mention: Mention, token: int) -> list[tuple[int, str]]:
        """The office before a name and a comma, whatever else the parser sets the name beside: "the head of the special
        police, Omar Tall".
        """
        table, first = self.table, self._first(mention, token)
        if mention.form != "name" or table.dep[token] != "appos" or first < 2 or table.text[first - 1] != ",":
            return []
        office = first - 2
        while table.dep[office] == "pobj" and table.dep[table.head[office]] == "prep":
            office = table.head[table.head[office]]
        is_office = office != table.head[token] and office in self.clusters.of_head and self.is_single(office)
        return [(office, APPOSITION)] if is_office else []

    def _is_part(self, token: int) -> bool:
        """Whether what is set beside others is some of them: "31 hostages, mostly women"."""
        table = self.table
        return any(table.lower[c] in self.lexicon.partly for c in table.children[token] if c < token)

    def _first(self, mention: Mention, token: int) -> int:
        """The token with which a mention begins."""
        while token > 0 and self.table.start[token] > mention.start:
            token -= 1
        return token

    def _relative(self, subject: int, verb: int) -> int:
        """The noun that "who" stands for, else the subject itself."""
        is_relative = self.table.dep[verb] == "relcl" and self.table.tag[subject] in ("WP", "WDT")
        return self.table.head[verb] if is_relative else subject

    # ------------------------------------------------------------ further back

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

    def _is_named_beside(self, token: int) -> bool:
        """Whether a name in apposition says which body is meant: "the militant group Al-Shafra"."""
        table, word = self.table, self.lexicon.head(self.table, token)
        if word is not None and word.number == "person":
            return False  # "the governor said… The governor, Omar Tall, …" is one
        return table.tag[token] == "NN" and any(
            table.dep[c] == "appos" and table.tag[c] == "NNP" and c - token < 5 for c in table.children[token]
        )

    def _short_form(self, mention: Mention, token: int) -> Match | None:
        """The last body named with a capitalised word that stands alone now: "the Front"."""
        if not self.is_short_form(token):
            return None
        word = self.table.lower[token]
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
        fitting = [
            cluster
            for cluster in self.clusters.since(sentence - 3 * REACH_IN_SENTENCES)
            if fits(cluster, mention.kind, plural=plural, single=single)
            and not (side is not None and cluster is not side and self._is_portion(cluster))
            and not (self._is_of_state(token) and cluster.kind == "armed_group")
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
        if again and (not last or lemma not in _GROUP or fitting.index(again[0]) <= fitting.index(last[0])):
            return again[0], f"'{mention.text}' takes up '{again[0].first_words}'"
        if last:
            topic = max(last, key=lambda cluster: _salience(cluster, token, sentence))
            return topic, f"'{mention.text}' most likely refers to the actor in question, '{topic.first_words}'"
        if side is not None:
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
