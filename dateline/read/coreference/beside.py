"""Which actor stands beside a name or description: appositions, copulas, aliases, offices; and what a head tells of
number.
"""

from dateline.knowledge.load import KnownActor
from dateline.knowledge.lookup import KnownActors
from dateline.model import Mention
from dateline.read.coreference.agreement import fits
from dateline.read.coreference.clusters import Cluster, Clusters
from dateline.read.coreference.governing import Governing
from dateline.read.coreference.name_rules import name_words
from dateline.read.mentions.lexicon import ActorLexicon
from dateline.read.mentions.names import NAMING
from dateline.read.mentions.table import Table

GROUP = frozenset({"group", "militia", "organisation", "organization", "outfit"})
_COPULAS = frozenset({"be", "become", "remain"})
BYNAMES = frozenset({"guerre", "nickname", "alias", "pseudonym", "codename", "sobriquet"})
ALIAS_MARKS = frozenset("([\"“'‘")
"""What opens before another name of the same: "Yusuf Khojaev (“Abu Talha”)"."""
APPOSITION = "an apposition to"
Match = tuple[Cluster, str]


class Beside:
    """Matches the names and descriptions of one report with what stands beside them."""

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
        self.governing = Governing(table, lexicon)

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
        """Whether a head is a body's word with a capital, as in "the Front", or a small one that a name ends in."""
        table, word = self.table, self.table.lower[token]
        is_capitalised = table.tag[token] in ("NNP", "NNPS") and table.text[token][0].isupper()
        if not is_capitalised:
            return word in self.lexicon.small_short_forms
        return self.lexicon.body_kind(word) is not None

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
            if subject is not None and table.lower[subject] in BYNAMES and table.dep[above] == "relcl":
                found.append((table.head[above], "another name of"))  # "whose nom de guerre was Lion"
            elif subject is not None:
                found.append((self._relative(subject, above), f"equated by '{table.text[above]}' with"))
        if table.dep[token] == "oprd" and table.dep[above] in ("acl", "relcl") and table.lemma[above] in NAMING:
            found.append((table.head[above], f"{table.text[above]} for"))
        if table.dep[token] in ("dobj", "attr") and table.lemma[above] == "nickname" and table.dep[above] == "acl":
            found.append((table.head[above], "nicknamed"))
        if table.lower[above] == "as" and table.dep[token] == "pobj" and table.lemma[table.head[above]] == "know":
            found.append((table.head[table.head[above]], "known as"))
        return found

    def _is_called(self, mention: Mention, token: int) -> bool:
        """Whether a name is what somebody is called by: "the rebels, who call themselves the Liberation Army"."""
        table = self.table
        above = table.head[token]
        if table.dep[token] == "pobj" and table.lower[above] == "as":
            return mention.form == "name" and table.lemma[table.head[above]] == "know"
        return mention.form == "name" and table.dep[token] == "oprd" and table.lemma[above] in NAMING

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
        if mention.form != "description" or table.lower[token] not in GROUP:
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
