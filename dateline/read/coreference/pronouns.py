"""Which actor a pronoun stands for."""

from bisect import bisect_left
from collections.abc import Sequence

from dateline.read.coreference.agreement import NEUTER, PLURAL, pronoun_agrees
from dateline.read.coreference.clusters import Cluster, Clusters
from dateline.read.mentions.find import ONE_OF_TWO
from dateline.read.mentions.lexicon import ActorLexicon
from dateline.read.mentions.table import Table

REACH_IN_SENTENCES = 2
"""How many sentences back a pronoun looks."""
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_REFLEXIVE = ("self", "selves")
REPORTING = 1.0
"""What is added for whoever says the clause whose subject a pronoun is."""
MAIN = 0.3
"""What is added for the subject of a main clause."""
_RELATIVE = frozenset({"who", "which", "that"})
_NOMINATIVE = frozenset({"he", "she", "it", "they"})
_COMPANY = frozenset({"with", "behind", "around", "before", "after", "near", "among", "beside", "without"})
"""Prepositions whose pronoun may be the doer: "fled, taking nine hostages with them"."""
_BEFALLS_PEOPLE = frozenset("rescue free release abduct kidnap kill behead execute evacuate hang jail".split())
_GROUNDS = frozenset({"over", "for", "of", "because", "about"})
_FALLS_ON = frozenset({"on", "against", "upon", "at"})
OWN = 1.0
"""What is added for whoever does what is done to what is theirs: "the force has put off its withdrawal"."""
JUDGED = 2.0
"""What is added for those who are punished, praised or asked, where what is theirs is the reason or the demand."""
_BODIES = frozenset({"military", "government", "police", "intergovernmental", "organisation", "media"})
_CHAIN = 5
"""How many verbs up the one who does something is looked for."""


class Pronouns:
    """Resolves the pronouns of one report. "I" and "we" are left to who speaks."""

    def __init__(self, table: Table, clusters: Clusters, lexicon: ActorLexicon, states: Sequence[int] = ()) -> None:
        """``states``: tokens of the names of places that are subjects, in order."""
        self.table, self.clusters, self.lexicon, self.states = table, clusters, lexicon, states
        self.state_of: dict[int, int] = {}
        """The pronouns that stand for a country or a capital rather than for an actor: "Tehran said it would"."""
        self.pair_at = -1
        """Token of the last subject that was two actors joined by "and"."""

    def saw(self, token: int) -> None:
        """Note a mention whose head is conjoined, for "they" after "he and Keita"."""
        table = self.table
        if table.dep[token] in _SUBJECTS and table.child(token, "conj") is not None:
            self.pair_at = token

    def referent(self, token: int) -> tuple[Cluster, str] | None:
        """The nearest actor that agrees, subjects and names before others; None when none does."""
        table, pronoun = self.table, self.table.lower[token]
        sentence = table.sentence[token]
        if pronoun in ONE_OF_TWO:
            return self._one_of_two(pronoun, sentence)
        state, best_score = self._state(token) if pronoun in NEUTER else (-1, 0.0)
        judged = self.clusters.of_head.get(self._judged(token))
        owner = self.clusters.of_head.get(self._owner(token))
        best: Cluster | None = None
        for cluster in self.clusters.since(sentence - REACH_IN_SENTENCES):
            if cluster.is_pronoun or not pronoun_agrees(pronoun, cluster) or self._clashes(token, cluster):
                continue
            if cluster.is_nobody or self._tells_of_others(token, cluster):
                continue
            distance = sentence - cluster.last_sentence
            nearness = cluster.last_token / (token + 1)
            score = 3.0 - distance + 0.8 * cluster.was_subject + 0.3 * bool(cluster.names) + nearness
            score += REPORTING * self._reports(token, cluster) + MAIN * self._leads(cluster)
            score += JUDGED * (cluster is judged) + OWN * (cluster is owner)
            if pronoun in PLURAL:
                score += 0.5 * cluster.plural - 2.5 * self._is_one(cluster)
            if score > best_score:
                best, best_score = cluster, score
        if best is None and state >= 0:
            self.state_of[token] = state
        if best is None or self._means_pair(token, pronoun, best):
            return None
        return best, f"'{table.text[token]}' refers to '{best.first_words}', the nearest actor that agrees with it"

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
        return is_part or table.dep[token] in ("poss", "appos", "compound")

    def _leads(self, cluster: Cluster) -> bool:
        """Whether an actor was last the subject of a sentence's main clause."""
        return cluster.was_subject and cluster.led

    def _reports(self, token: int, cluster: Cluster) -> bool:
        """Whether an actor is the one who says the clause whose subject a pronoun is: "Israel said it had treated"."""
        says = self._sayer(token)
        return says >= 0 and self.clusters.of_head.get(says) is cluster

    def _tells_of_others(self, token: int, cluster: Cluster) -> bool:
        """Whether a body says what befell people: "the military said that they had been rescued"."""
        is_told = self.table.dep[token] == "nsubjpass" and self.table.lemma[self.table.head[token]] in _BEFALLS_PEOPLE
        return is_told and cluster.kind in _BODIES and self._reports(token, cluster)

    def _state(self, token: int) -> tuple[int, float]:
        """The last country or capital that did something before a pronoun, and how well it fits; -1 for none."""
        table = self.table
        before = [state for state in self.states if state < token and state not in self.clusters.of_head]
        if not before or (distance := table.sentence[token] - table.sentence[before[-1]]) > 1:
            return -1, 0.0
        state = before[-1]
        if table.head[state] == table.head[token]:
            return -1, 0.0  # "Tehran accused it": somebody else
        is_main = table.dep[table.head[state]] == "ROOT"
        score = 3.0 - distance + 0.8 + 0.3 + state / (token + 1)
        return state, score + REPORTING * (self._sayer(token) == state) + MAIN * is_main

    def _sayer(self, token: int) -> int:
        """The token of the one who says the clause whose subject a pronoun is; -1 when it is no such clause."""
        table, verb = self.table, self.table.head[token]
        if table.dep[verb] == "conj" and table.child(verb, "mark") is not None:
            verb = table.head[verb]  # "said that the rebels had fled and that it had taken the town"
        if table.dep[token] not in _SUBJECTS or table.dep[verb] != "ccomp" or table.lower[token] not in _NOMINATIVE:
            return -1
        if table.child(table.head[verb], "dobj", "dative") is not None:
            return -1  # "The army warned the rebels they would be shelled"
        return self._doer(table.head[verb])

    def _owner(self, token: int) -> int:
        """The token of the one who does what is done to or with what the pronoun owns; -1 for other pronouns."""
        table, above = self.table, self.table.head[token]
        if table.tag[token] != "PRP$" or table.dep[above] not in ("dobj", "pobj"):
            return -1
        while table.dep[above] in ("dobj", "pobj", "prep") and not table.tag[above].startswith("VB"):
            above = table.head[above]
        is_own = table.tag[above].startswith("VB") and table.lemma[above] not in self.lexicon.despoiling_verbs
        doer = self._doer(above) if is_own else -1
        return doer if doer < token else -1

    def _judged(self, token: int) -> int:
        """The token of those whom a verb judges for what the pronoun owns, or asks for it: "condemned Iran over its
        support", "urged Rwanda to end its support"; -1 when there are none.
        """
        table, verb, grounds = self.table, self.table.head[token], False
        if table.tag[token] != "PRP$":
            return -1
        for _ in range(_CHAIN):
            if table.lower[verb] == "including":
                return self._of(table.head[verb])
            if table.dep[verb] == "xcomp" and (asked := table.child(table.head[verb], "dobj")) is not None:
                return asked
            if table.lemma[verb] in self.lexicon.judging_verbs and grounds:
                return self._undergoer(verb, token)
            grounds = grounds or table.lower[verb] in _GROUNDS
            verb = table.head[verb]
        return -1

    def _of(self, noun: int) -> int:
        """The token of those whose the noun's are: the Front of "commanders of the Front, including its leader"."""
        table = self.table
        of = next((child for child in table.children[noun] if table.lower[child] == "of"), None)
        inner = table.child(of, "pobj") if of is not None else None
        return inner if inner is not None else -1

    def _undergoer(self, verb: int, before: int) -> int:
        """The token of those on whom what a verb says falls, earlier than another token; -1 when none is found."""
        table, found = self.table, self.table.child(verb, "dobj", "nsubjpass")
        for word in (found, verb):
            if word is not None:
                for prep in table.children[word]:
                    target = table.child(prep, "pobj") if table.lower[prep] in _FALLS_ON else None
                    if target is not None and target < before:
                        return target
        return found if found is not None and found < before else -1

    def _is_one(self, cluster: Cluster) -> bool:
        """Whether the verb of an actor's last mention is in the singular: "military intelligence believes"."""
        table, last = self.table, cluster.last_token
        verb = table.head[last]
        verbs = {verb, *(child for child in table.children[verb] if table.dep[child] in ("aux", "auxpass"))}
        return table.dep[last] in _SUBJECTS and any(table.tag[token] == "VBZ" for token in verbs)

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
        if table.tag[token] == "PRP$" or table.lower[token].endswith(_REFLEXIVE):
            last = cluster.last_token
            return table.head[last] == token
        last = cluster.last_token
        if table.dep[token] == "pobj" and table.lower[table.head[token]] == "of":  # "detained 26 of them"
            portion = table.head[table.head[token]]
            if table.dep[portion] == "dobj" and self.clusters.of_head.get(self._doer(table.head[portion])) is cluster:
                return True
        verb = table.head[token]
        if table.lower[verb] in ("by", "to", "with", "from", "for", "against", "of") and table.dep[token] == "pobj":
            verb = table.head[verb]
        in_company = table.dep[token] == "pobj" and table.lower[table.head[token]] in _COMPANY
        is_undergoer = table.dep[token] not in _SUBJECTS and not in_company
        if is_undergoer and self.clusters.of_head.get(self._doer(verb)) is cluster:
            return True
        return (
            table.head[last] == verb and table.dep[last] != table.dep[token] and table.dep[last] in (*_SUBJECTS, "dobj")
        )

    def _doer(self, verb: int) -> int:
        """The token of the one who does what a verb says, also where the subject stands with the verb that it continues
        ("dragged them out and shot them") or before a relative clause ("Perrin, who met him"); -1 when none is found.
        """
        table = self.table
        for _ in range(_CHAIN):
            subject = table.child(verb, *_SUBJECTS)
            if subject is not None and not (table.lower[subject] in _RELATIVE and table.dep[verb] == "relcl"):
                return subject
            if table.dep[verb] in ("relcl", "acl"):
                is_doer = subject is not None or table.tag[verb] == "VBG"
                return table.head[verb] if is_doer else -1
            if table.dep[verb] not in ("conj", "xcomp", "advcl", "pcomp", "prep"):
                return -1
            asked = table.child(table.head[verb], "dobj", "dative") if table.dep[verb] == "xcomp" else None
            if asked is not None:  # "asked the army to protect them"
                return asked
            verb = table.head[verb]
        return -1

    def _is_in_own_words(self, token: int, cluster: Cluster) -> bool:
        """Whether an actor is first named in what the pronoun says before it: no boy says "They shot a boy"."""
        table, verb = self.table, self.table.head[token]
        if table.dep[token] != "nsubj" or cluster.last_token > token:
            return False
        first = min(self._token(mention.head) for mention in cluster.mentions)
        return any(
            table.dep[clause] == "ccomp" and clause < token and table.left_edge(clause) <= first < token
            for clause in table.children[verb]
        )

    def _token(self, offset: int) -> int:
        """The number of the token that begins at an offset."""
        return bisect_left(self.table.start, offset)
