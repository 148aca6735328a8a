"""Join mentions to clusters, in the order in which a reader meets them."""

from dataclasses import replace

from spacy.tokens import Doc

from dateline.knowledge.lookup import KnownActors
from dateline.model import Mention
from dateline.read.coreference.agreement import FEMININE, PLURAL, SINGULAR_PERSON
from dateline.read.coreference.beside import Match
from dateline.read.coreference.clusters import Cluster, Clusters
from dateline.read.coreference.descriptions import Descriptions
from dateline.read.coreference.lead import join_lead
from dateline.read.coreference.name_rules import is_relative, name_words, nickname_words, same_name
from dateline.read.coreference.namesakes import Introduction, are_two, introduction
from dateline.read.coreference.pronouns import Pronouns
from dateline.read.mentions.agents import lexicon_with
from dateline.read.mentions.given_names import Gender, given_gender
from dateline.read.mentions.known import known_by_head
from dateline.read.mentions.name_extent import acronym_of, introduced_acronym
from dateline.read.mentions.table import table_of


class Resolver:
    """Resolves the mentions of one report."""

    def __init__(self, doc: Doc, actors: KnownActors) -> None:
        self.doc = doc
        self.table = table_of(doc)
        self.text = self.table.whole
        self.lexicon = lexicon_with(actors.agents)
        self.known = known_by_head(doc)
        self.bare_names = doc._.dateline_bare_names or {}
        self.clusters = Clusters()
        self.descriptions = Descriptions(self.table, self.lexicon, self.clusters, self.known, actors)
        self.pronouns = Pronouns(self.table, self.clusters, self.lexicon, self._states())
        self.token_at = {start: token for token, start in enumerate(self.table.start)}

    def resolve(self) -> list[Cluster]:
        """Clusters of all mentions, each mention with its reason, in order of first mention."""
        for mention in sorted(self.doc._.dateline_mentions, key=lambda mention: (mention.head, mention.start)):
            token = self.token_at[mention.head]
            cluster, reason = self._match(mention, token) or (self._new(mention, token), mention.reason)
            self._put(cluster, mention, token, reason)
        self.doc._.dateline_states = self.pronouns.state_of
        self.descriptions.join_parts()
        join_lead(self.clusters, self.table, self.lexicon, self.doc._.dateline_headline)
        return self.clusters.all

    def _states(self) -> list[int]:
        """The tokens of countries and cities that are subjects, as states and their capitals are."""
        table = self.table
        ends = {place.end for place in self.doc._.dateline_places if place.precision in ("country", "settlement")}
        subjects = (token for token, label in enumerate(table.dep) if label in ("nsubj", "nsubjpass"))
        return [token for token in subjects if table.start[token] + len(table.text[token]) in ends]

    def _match(self, mention: Mention, token: int) -> Match | None:
        if mention.form == "pronoun":
            return self.pronouns.referent(token)
        beside = self.descriptions.beside(mention, token)
        if mention.form == "name":
            return self._by_name(mention, token, beside)
        return beside or self.descriptions.referent(mention, token)

    def _new(self, mention: Mention, token: int) -> Cluster:
        lower = self.table.lower[token]
        plural = lower in PLURAL or (mention.form == "description" and self.descriptions.is_plural(token))
        cluster = Cluster(kind=mention.kind, plural=plural)
        self.clusters.add(cluster)
        return cluster

    def _put(self, cluster: Cluster, mention: Mention, token: int, reason: str) -> None:
        table = self.table
        cluster.mentions.append(replace(mention, reason=reason))
        is_subject = table.dep[token] in ("nsubj", "nsubjpass")
        # "the young men took their revenge": "their" does not take their place as the subject away
        is_same = cluster.last_sentence == table.sentence[token]
        cluster.was_subject = is_subject or (cluster.was_subject and is_same)
        leads = is_subject and table.dep[table.head[token]] == "ROOT"
        cluster.led = leads or (cluster.led and is_same)
        cluster.last_sentence, cluster.last_token = table.sentence[token], token
        self.clusters.of_head[token] = cluster
        self.pronouns.saw(token)
        cluster.gender = cluster.gender or self._gender(mention, token)
        if mention.form == "name":
            self._learn_name(cluster, mention, token)
        elif mention.form == "description":
            cluster.heads.add(self.descriptions.lemma(token))
            cluster.is_single = cluster.is_single or self.descriptions.is_single(token)

    def _learn_name(self, cluster: Cluster, mention: Mention, token: int) -> None:
        bare = self._bare(mention)
        words = name_words(bare)
        if words and words not in cluster.names:
            cluster.names.append(words)
            cluster.acronyms.add(acronym_of(bare))
        if mention.kind == "person" and len(words) > 1:
            cluster.introductions.append(self._introduced(mention, token))
        nickname = nickname_words(bare)
        if nickname and nickname not in cluster.names:
            cluster.names.append(nickname)
        last = self._last_token(mention, token)
        introduced = introduced_acronym(self.table, last)
        if introduced is not None:
            cluster.acronyms.add(self.table.text[introduced])
        cluster.actor = cluster.actor or self.known.get(token)
        title = self.text[mention.start : self.bare_names.get(mention.head, (mention.start, 0))[0]].lower().split()
        cluster.heads.update(self.lexicon.office(word) for word in title if self.lexicon.is_title(word))

    def _last_token(self, mention: Mention, token: int) -> int:
        while token + 1 < len(self.table) and self.table.end[token] < mention.end:
            token += 1
        return token

    def _gender(self, mention: Mention, token: int) -> Gender | None:
        if mention.kind != "person":
            return None
        if mention.form == "pronoun":
            lower = self.table.lower[token]
            return ("feminine" if lower in FEMININE else "masculine") if lower in SINGULAR_PERSON else None
        words = mention.text.lower().split() if mention.form == "name" else [self.table.lemma[token]]
        if any(word in self.lexicon.feminine for word in words):
            return "feminine"
        if any(word in self.lexicon.masculine for word in words):
            return "masculine"
        return given_gender(self._bare(mention)) if mention.form == "name" else None

    def _bare(self, mention: Mention) -> str:
        """The words of a name without titles."""
        start, end = self.bare_names.get(mention.head, (mention.start, mention.end))
        return self.text[start:end]

    # ------------------------------------------------------------ names

    def _by_name(self, mention: Mention, token: int, beside: Match | None) -> Match | None:
        match = self._named(mention, token)
        if match and beside and match[0] is not beside[0] and _may_merge(match[0], beside[0]):
            self.clusters.merge(match[0], beside[0])
        return match or beside

    def _named(self, mention: Mention, token: int) -> Match | None:
        bare = self._bare(mention)
        words = name_words(bare)
        actor = self.known.get(token)
        if not words:
            return None
        is_acronym = len(words) == 1 and bare.isupper()
        for cluster in reversed(self.clusters.all):
            if not cluster.names:
                continue
            if actor and cluster.actor:
                if actor.key == cluster.actor.key:
                    return cluster, f"another name of {actor.name} in the actor file"
                continue
            if is_acronym and bare in cluster.acronyms:
                return cluster, f"'{bare}' abbreviates '{cluster.first_words}'"
            if actor or cluster.actor:
                continue
            is_person = mention.kind == "person" or cluster.kind == "person"
            if is_person and (cluster.is_group or mention.kind not in ("person", "other")) and len(words) == 1:
                continue
            if (
                is_person
                and len(words) > 1
                and (self._is_namesake(mention, token, cluster) or is_relative(words, cluster.names))
            ):
                continue
            for names in cluster.names:
                if same_name(words, names, person=is_person):
                    return cluster, f"the same name as '{' '.join(names)}'"
        return None

    def _is_namesake(self, mention: Mention, token: int, cluster: Cluster) -> bool:
        """Whether a full name is introduced as somebody else than the one known so far: "Ali Sow, a teacher", then
        "Ali Sow, a shepherd"; or is that of a dead man where the other speaks.
        """
        here = self._introduced(mention, token)
        if any(are_two(here, known) for known in cluster.introductions):
            return True
        trades = [one.text.split() for one in cluster.mentions if one.form == "description"]
        told = [words[1].lower() for words in trades if len(words) > 1 and words[0].lower() in ("a", "an")]
        return bool(here.new and told) and here.first not in told

    def _introduced(self, mention: Mention, token: int) -> Introduction:
        return introduction(self.table, self.lexicon, token, mention.end)


def _may_merge(one: Cluster, other: Cluster) -> bool:
    return not (one.actor and other.actor and one.actor.key != other.actor.key) and one.is_person == other.is_person
