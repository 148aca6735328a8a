"""Who does, says, owns or undergoes what stands around a pronoun, by the parse."""

from dateline.read.mentions.lexicon import ActorLexicon
from dateline.read.mentions.table import Table

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
NOMINATIVE = frozenset({"he", "she", "it", "they"})
_RELATIVE = frozenset({"who", "which", "that"})
_RELATIVE_OBJECT = frozenset({"whom", "which", "that"})
REFLEXIVE = ("self", "selves")
"""How the pronouns end that mean whoever does it."""
_REFLECTED = frozenset({"dobj", "nsubj", "dative", "oprd"})
_GROUNDS = frozenset({"over", "for", "of", "because", "about"})
_FALLS_ON = frozenset({"on", "against", "upon", "at"})
_CHAIN = 5
"""How many verbs up the one who does something is looked for."""


class Governing:
    """Looks up tokens of one report; -1 stands for none throughout."""

    def __init__(self, table: Table, lexicon: ActorLexicon) -> None:
        self.table, self.lexicon = table, lexicon

    def doer(self, verb: int) -> int:
        """The one who does what a verb says, also where the subject stands with the verb that it continues ("dragged
        them out and shot them") or before a relative clause ("Perrin, who met him").
        """
        table = self.table
        for _ in range(_CHAIN):
            subject = table.child(verb, *SUBJECTS)
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

    def sayer(self, token: int) -> int:
        """The one who says the clause whose subject a pronoun is."""
        table, verb = self.table, self.table.head[token]
        if table.dep[verb] == "conj" and table.child(verb, "mark") is not None:
            verb = table.head[verb]  # "said that the rebels had fled and that it had taken the town"
        if table.dep[token] not in SUBJECTS or table.dep[verb] != "ccomp" or table.lower[token] not in NOMINATIVE:
            return -1
        if table.child(table.head[verb], "dobj", "dative") is not None:
            return -1  # "The army warned the rebels they would be shelled"
        return self.doer(table.head[verb])

    def spoken_for(self, sayer: int) -> int:
        """Whose the sayer is: the president of "the president's office said he would", "his widow said he had"."""
        owner = self.table.child(sayer, "poss") if sayer >= 0 else None
        return owner if owner is not None else -1

    def pursuer(self, token: int) -> int:
        """The one who does something to those of whom a relative clause with the pronoun for subject tells: the army of
        "unless the army disbands the squads that it has armed".
        """
        table, verb = self.table, self.table.head[token]
        if table.dep[token] not in SUBJECTS or table.lower[token] not in NOMINATIVE:
            return -1
        while table.dep[verb] == "xcomp":
            verb = table.head[verb]
        is_object = any(table.lower[child] in _RELATIVE_OBJECT for child in range(table.left_edge(verb), token))
        noun = table.head[verb]
        if table.dep[verb] != "relcl" or not is_object or table.dep[noun] != "dobj":
            return -1
        return self.doer(table.head[noun])

    def agent_upon(self, token: int) -> int:
        """The one who acts upon what a token names, who is another: the fighters of "Fighters attacked the rebels"."""
        table, above = self.table, self.table.head[token]
        if table.dep[token] == "pobj" and table.dep[above] in ("prep", "dative"):
            above = table.head[above]
        elif table.dep[token] not in ("dobj", "dative"):
            return -1
        return self.doer(above) if table.tag[above].startswith("V") else -1

    def same_object(self, token: int) -> int:
        """The object of the verb before, where a pronoun is that of a verb coordinated with it: "dragged nine men from
        the bus and shot them".
        """
        table, verb = self.table, self.table.head[token]
        if table.dep[token] != "dobj" or table.child(verb, *SUBJECTS) is not None:
            return -1
        for _ in range(_CHAIN):
            if table.dep[verb] != "conj" or not table.tag[table.head[verb]].startswith("VB"):
                return -1
            verb = table.head[verb]
            found = table.child(verb, "dobj", "nsubjpass")
            if found is not None:
                return found
        return -1

    def reflected(self, token: int) -> int:
        """Whom "itself" and "themselves" mean by the verb they stand with: "a splinter calling itself the Dawn"."""
        table, verb = self.table, self.table.head[token]
        if not table.lower[token].endswith(REFLEXIVE) or table.dep[token] not in _REFLECTED:
            return -1
        if not table.tag[verb].startswith("VB"):
            verb = table.head[verb]
        doer = self.doer(verb)
        return doer if doer != token else -1

    def owner(self, token: int) -> int:
        """The one who does what is done to or with what the pronoun owns."""
        verb = self._owned_under(token)
        is_own = verb >= 0 and self.table.lemma[verb] not in self.lexicon.despoiling_verbs
        doer = self.doer(verb) if is_own else -1
        return doer if doer < token else -1

    def despoiler(self, token: int) -> int:
        """The one who harms what the pronoun owns, and so is another: the soldiers of "soldiers burned their huts"."""
        verb = self._owned_under(token)
        return self.doer(verb) if verb >= 0 and self.table.lemma[verb] in self.lexicon.harming_verbs else -1

    def _owned_under(self, token: int) -> int:
        """The verb of which what a pronoun owns is the object."""
        table, above = self.table, self.table.head[token]
        if table.tag[token] != "PRP$" or table.dep[above] not in ("dobj", "pobj"):
            return -1
        while table.dep[above] in ("dobj", "pobj", "prep") and not table.tag[above].startswith("VB"):
            above = table.head[above]
        return above if table.tag[above].startswith("VB") else -1

    def judged(self, token: int) -> int:
        """Those whom a verb judges for what the pronoun owns, or asks for it: "condemned Iran over its support", "urged
        Rwanda to end its support".
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
        """Those whose the noun's are: the Front of "commanders of the Front, including its leader"."""
        table = self.table
        of = next((child for child in table.children[noun] if table.lower[child] == "of"), None)
        inner = table.child(of, "pobj") if of is not None else None
        return inner if inner is not None else -1

    def _undergoer(self, verb: int, before: int) -> int:
        """Those on whom what a verb says falls, earlier than another token."""
        table, found = self.table, self.table.child(verb, "dobj", "nsubjpass")
        for word in (found, verb):
            if word is not None:
                for prep in table.children[word]:
                    target = table.child(prep, "pobj") if table.lower[prep] in _FALLS_ON else None
                    if target is not None and target < before:
                        return target
        return found if found is not None and found < before else -1
