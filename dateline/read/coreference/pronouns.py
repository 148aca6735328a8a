"""Which actor a pronoun stands for."""

from bisect import bisect_left
from collections.abc import Sequence

from dateline.read.coreference.agreement import NEUTER, PLURAL, pronoun_agrees
from dateline.read.coreference.clusters import MOST_MENTIONS, Cluster, Clusters
from dateline.read.coreference.governing import REFLEXIVE, SUBJECTS, Governing
from dateline.read.mentions.find import ONE_OF_TWO
from dateline.read.mentions.lexicon import ActorLexicon
from dateline.read.mentions.table import Table

REACH_IN_SENTENCES = 2
"""How many sentences back a pronoun looks."""
REPORTING = 1.0
"""What is added for whoever says the clause whose subject a pronoun is."""
MAIN = 0.3
"""What is added for the subject of a main clause."""
_COMPANY = frozenset({"with", "behind", "around", "before", "after", "near", "among", "beside", "without"})
"""Prepositions whose pronoun may be the doer: "fled, taking nine hostages with them"."""
_BEFALLS_PEOPLE = frozenset("rescue free release abduct kidnap kill behead execute evacuate hang jail".split())
OWN = 1.0
"""What is added for whoever does what is done to what is theirs: "the force has put off its withdrawal"."""
OFTEN = 0.15
"""What is added for each mention of an actor so far, up to ``MOST_MENTIONS``: reports go on about their topic."""
WITHIN = 0.4
"""What is taken off for a name that only told more of another noun."""
TOLD_BY = 1.6
"""What is taken off, for "they" in a quotation, for those who told the sentence before it."""
QUOTED_REACH = 240
"""How many letters back an opening quotation mark is looked for."""
DESPOILED = 2.0
"""What is taken off for whoever harms what the pronoun owns: "the herders fled when soldiers burned their huts"."""
JUDGED = 2.0
"""What is added for those who are punished, praised or asked, where what is theirs is the reason or the demand."""
THING_REACH = 20
"""How many words back a pronoun may mean a thing rather than an actor."""
_SAYING = frozenset({"say", "tell", "report", "add", "claim", "state"})
_PERSONAL = frozenset({"he", "she", "i", "we", "they", "who"})
_BODIES = frozenset({"military", "government", "police", "intergovernmental", "organisation", "media"})


class Pronouns:
    """Resolves the pronouns of one report. "I" and "we" are left to who speaks."""

    def __init__(self, table: Table, clusters: Clusters, lexicon: ActorLexicon, states: Sequence[int] = ()) -> None:
        """``states``: tokens of the names of places that are subjects, in order."""
        self.table, self.clusters, self.lexicon, self.states = table, clusters, lexicon, states
        self.governing = Governing(table, lexicon)
        self.state_of: dict[int, int] = {}
        """The pronouns that stand for a country or a capital rather than for an actor: "Tehran said it would"."""
        self.pair_at = -1
        """Token of the last subject that was two actors joined by "and"."""

    def saw(self, token: int) -> None:
        """Note a mention whose head is conjoined, for "they" after "he and Keita"."""
        table = self.table
        if table.dep[token] in SUBJECTS and table.child(token, "conj") is not None:
            self.pair_at = token

    def referent(self, token: int) -> tuple[Cluster, str] | None:
        """The nearest actor that agrees, subjects and names before others; None when none does."""
        table, pronoun = self.table, self.table.lower[token]
        sentence = table.sentence[token]
        if pronoun in ONE_OF_TWO:
            return self._one_of_two(pronoun, sentence)
        if (doer := self.governing.reflected(token)) >= 0:
            own = self.clusters.of_head.get(doer)
            return (own, f"'{table.text[token]}' is '{own.first_words}', who does it") if own else None
        state, best_score = self._state(token) if pronoun in NEUTER else (-1, 0.0)
        favoured, despoiler = self._favoured(token), self.clusters.of_head.get(self.governing.despoiler(token))
        in_quotes = pronoun == "they" and self._is_quoted(token)
        best: Cluster | None = None
        for cluster in self.clusters.since(sentence - REACH_IN_SENTENCES):
            if cluster.is_pronoun or not pronoun_agrees(pronoun, cluster) or self._clashes(token, cluster):
                continue
            if cluster.is_nobody or self._tells_of_others(token, cluster) or self._only_tells_what(token, cluster):
                continue
            distance = sentence - cluster.last_sentence
            nearness = cluster.last_token / (token + 1)
            score = 3.0 - distance + 0.8 * cluster.was_subject + 0.3 * bool(cluster.names) + nearness
            score += sum(more for one, more in favoured if one is cluster) + MAIN * self._leads(cluster)
            score -= TOLD_BY * (
                (in_quotes or (pronoun == "they" and self._told_of_others(token, cluster))) and self._told(cluster)
            )
            score -= WITHIN * self._is_nested(cluster, pronoun) + DESPOILED * (cluster is despoiler)
            score += OFTEN * min(len(cluster.mentions), MOST_MENTIONS)
            if pronoun in PLURAL:
                score += 0.5 * cluster.plural - 2.5 * self._is_one(cluster)
            if score > best_score:
                best, best_score = cluster, score
        if best is None and state >= 0:
            self.state_of[token] = state
        if best is None or self._means_pair(token, pronoun, best) or self._means_thing(token, pronoun, best):
            return None
        return best, f"'{table.text[token]}' refers to '{best.first_words}', the nearest actor that agrees with it"

    def _means_thing(self, token: int, pronoun: str, best: Cluster) -> bool:
        """Whether an object is some thing that stands as an object before it in its sentence, and not an actor of a
        sentence before: "promised elections, but the parties threatened to boycott them".
        """
        table, tag = self.table, {"them": "NNS", "it": "NN"}.get(pronoun)
        if tag is None or table.dep[token] != "dobj":
            return False
        same = self.governing.same_object(token)
        if same >= 0 and same not in self.clusters.of_head and table.tag[same] == tag:
            return True  # "halted a truck and torched it"
        if best.last_sentence == table.sentence[token]:
            return False
        before = range(token - 1, max(token - THING_REACH, -1), -1)
        return any(
            table.tag[at] == tag and table.dep[at] == "dobj" and at not in self.clusters.of_head
            for at in before
            if table.sentence[at] == table.sentence[token]
        )

    def _favoured(self, token: int) -> list[tuple[Cluster, float]]:
        """Those whom the syntax around a pronoun speaks for, and by how much."""
        told = self.governing
        says = told.sayer(token)
        favoured = (
            (says, REPORTING),
            (told.spoken_for(says), REPORTING),
            (told.judged(token), JUDGED),
            (told.owner(token), OWN),
            (told.pursuer(token), OWN),
            (told.same_object(token), OWN),
        )
        of_head = self.clusters.of_head
        return [(of_head[one], more) for one, more in favoured if one in of_head]

    def _one_of_two(self, pronoun: str, sentence: int) -> tuple[Cluster, str] | None:
        """The last or the last but one that was named, for "the latter" and "the former"."""
        recent = self.clusters.since(sentence - 1)
        named = [cluster for cluster in recent if not (cluster.is_pronoun or self._is_within(cluster))]
        named.sort(key=lambda cluster: cluster.last_token, reverse=True)
        place = 0 if pronoun == "latter" else 1
        if len(named) < 2:
            return None
        return named[place], f"'the {pronoun}' is '{named[place].first_words}', of the two named last"

    def _is_within(self, cluster: Cluster) -> bool:
        """Whether a name only tells more of another: "a unit of the Coast Guard", "the army's", ", its rival,"."""
        table, token = self.table, cluster.last_token
        of = table.head[token]
        is_part = table.dep[token] == "pobj" and table.lower[of] == "of"
        if is_part and table.start[of] > cluster.mentions[-1].start:  # the "of" of its own name
            return False
        is_own = table.dep[token] == "appos" and self.clusters.of_head.get(of) is cluster  # "the Dawn Front (DF)"
        return is_part or (table.dep[token] in ("poss", "appos", "compound") and not is_own)

    def _is_nested(self, cluster: Cluster, pronoun: str) -> bool:
        """Whether an actor was last named below another that the pronoun can mean: "the west wing of the Front"."""
        table, last = self.table, cluster.last_token
        if table.tag[last] == "PRP$" or table.dep[last] == "appos" or not self._is_within(cluster):
            return False
        above = table.head[last]
        outer = self.clusters.of_head.get(table.head[above] if table.dep[last] == "pobj" else above)
        return outer is not None and outer is not cluster and pronoun_agrees(pronoun, outer)

    def _leads(self, cluster: Cluster) -> bool:
        """Whether an actor was last the subject of a sentence's main clause."""
        return cluster.was_subject and cluster.led

    def _reports(self, token: int, cluster: Cluster) -> bool:
        """Whether an actor is the one who says the clause whose subject a pronoun is: "Israel said it had treated"."""
        says = self.governing.sayer(token)
        return says >= 0 and self.clusters.of_head.get(says) is cluster

    def _tells_of_others(self, token: int, cluster: Cluster) -> bool:
        """Whether a body says what befell people: "the military said that they had been rescued"."""
        is_told = self.table.dep[token] == "nsubjpass" and self.table.lemma[self.table.head[token]] in _BEFALLS_PEOPLE
        return is_told and cluster.kind in _BODIES and self._reports(token, cluster)

    def _told(self, cluster: Cluster) -> bool:
        """Whether an actor was last named as one who says something: no witness means himself by "they"."""
        table, last = self.table, cluster.last_token
        return table.dep[last] in SUBJECTS and table.lemma[table.head[last]] in _SAYING

    def _told_of_others(self, token: int, cluster: Cluster) -> bool:
        """Whether an actor, in the sentence before, told of others, who then are "they": "Residents said soldiers came.
        They burned the church".
        """
        table, verb = self.table, self.table.head[cluster.last_token]
        if table.sentence[token] != table.sentence[verb] + 1:
            return False
        clause = table.child(verb, "ccomp")
        subject = table.child(clause, *SUBJECTS) if clause is not None else None
        other = self.clusters.of_head.get(subject) if subject is not None else None
        return other is not None and other is not cluster and pronoun_agrees("they", other)

    def _is_quoted(self, token: int) -> bool:
        """Whether a word stands behind an opening quotation mark of its sentence or the one before."""
        before = self.table.whole[max(self.table.start[token] - QUOTED_REACH, 0) : self.table.start[token]]
        straight = before.rsplit("\n\n", 1)[-1].count('"') % 2 == 1
        return straight or before.rfind("“") > before.rfind("”")

    def _only_tells_what(self, token: int, cluster: Cluster) -> bool:
        """Whether words only tell what somebody is or was: "when he was a boy", "accused of being a spy", "A former
        captain, he deserted".
        """
        table, last = self.table, cluster.last_token
        if len(cluster.mentions) > 1 or cluster.names:
            return False
        verb = table.head[last]
        if table.dep[last] == "npadvmod" and verb == table.head[token] and last < token:
            return True
        subject = table.child(verb, *SUBJECTS)
        is_told = table.dep[last] == "attr" and table.lemma[verb] in ("be", "become")
        return is_told and (subject is None or table.lower[subject] in _PERSONAL or subject in self.clusters.of_head)

    def _state(self, token: int) -> tuple[int, float]:
        """The last country or capital that did something before a pronoun, and how well it fits; -1 for none."""
        table, says = self.table, self.governing.sayer(token)
        if says >= 0 and says not in self.clusters.of_head and table.tag[says] in ("NNP", "NNPS"):
            return says, 4.0 + REPORTING + says / (token + 1)  # somebody unknown: "the Two Shores said it would"
        before = [state for state in self.states if state < token and state not in self.clusters.of_head]
        if not before or (distance := table.sentence[token] - table.sentence[before[-1]]) > 1:
            return -1, 0.0
        state = before[-1]
        if table.head[state] == table.head[token]:
            return -1, 0.0  # "Tehran accused it": somebody else
        is_main = table.dep[table.head[state]] == "ROOT"
        score = 3.0 - distance + 0.8 + 0.3 + state / (token + 1)
        return state, score + REPORTING * (says == state) + MAIN * is_main

    def _is_one(self, cluster: Cluster) -> bool:
        """Whether the verb of an actor's last mention is in the singular: "military intelligence believes"."""
        table, last = self.table, cluster.last_token
        verb = table.head[last]
        verbs = {verb, *(child for child in table.children[verb] if table.dep[child] in ("aux", "auxpass"))}
        return table.dep[last] in SUBJECTS and any(table.tag[token] == "VBZ" for token in verbs)

    def _means_pair(self, token: int, pronoun: str, best: Cluster) -> bool:
        """Whether "they" are the two of a conjoined subject, who are no one entity."""
        if pronoun not in PLURAL or self.pair_at < 0:
            return False
        distance = self.table.sentence[token] - self.table.sentence[self.pair_at]
        return distance <= 1 and best.last_token <= self.pair_at + 6

    def _clashes(self, token: int, cluster: Cluster) -> bool:
        """An object pronoun is not the subject of its own verb, and the reverse."""
        table = self.table
        if self._is_in_own_words(token, cluster):
            return True
        if table.tag[token] == "PRP$" or table.lower[token].endswith(REFLEXIVE):
            last = cluster.last_token
            return table.head[last] == token
        last = cluster.last_token
        if table.dep[token] == "pobj" and table.lower[table.head[token]] == "of":  # "detained 26 of them"
            portion = table.head[table.head[token]]
            if table.dep[portion] == "dobj" and self._does(cluster, table.head[portion]):
                return True
        verb = table.head[token]
        if table.lower[verb] in ("by", "to", "with", "from", "for", "against", "of") and table.dep[token] == "pobj":
            verb = table.head[verb]
        in_company = table.dep[token] == "pobj" and table.lower[table.head[token]] in _COMPANY
        is_undergoer = table.dep[token] not in SUBJECTS and not in_company
        if is_undergoer and self._does(cluster, verb):
            return True
        return (
            table.head[last] == verb and table.dep[last] != table.dep[token] and table.dep[last] in (*SUBJECTS, "dobj")
        )

    def _does(self, cluster: Cluster, verb: int) -> bool:
        """Whether an actor is who does what a verb says."""
        return self.clusters.of_head.get(self.governing.doer(verb)) is cluster

    def _is_in_own_words(self, token: int, cluster: Cluster) -> bool:
        """Whether an actor is first named in what the pronoun says before it: no boy says "They shot a boy"."""
        table, verb = self.table, self.table.head[token]
        if table.dep[token] != "nsubj" or cluster.last_token > token:
            return False
        first = min(self._token(mention.head) for mention in cluster.mentions)
        return any(
            table.dep[clause] == "ccomp"
            and clause < token
            and table.left_edge(clause) <= first < token
            and table.word(table.left_edge(token) - 1) != ";"
            for clause in table.children[verb]
        )

    def _token(self, offset: int) -> int:
        """The number of the token that begins at an offset."""
        return bisect_left(self.table.start, offset)
