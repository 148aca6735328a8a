"""Find the words of the ontology in a parsed report, and who stands in their slots. The one engine for all claim types.

For every token: look up the patterns of its lemma, work out its logical arguments once, and keep the patterns whose
conditions on words hold, most specific first. ``component.py`` takes the first event pattern of a trigger whose
participants are of the right kinds too; relations may stand beside it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dateline.claims.adjectives import adjective_arguments
from dateline.claims.agents import measures
from dateline.claims.arguments import noun_arguments, verb_arguments
from dateline.claims.event_noun_words import event_noun_words
from dateline.claims.event_nouns import event_noun_arguments
from dateline.claims.logical import Arguments, with_conjuncts
from dateline.claims.misplaced import with_particle
from dateline.claims.misread import is_misread, is_mistagged
from dateline.claims.roles import FORMER, OFFICES, Holder, holder_of
from dateline.claims.words import Word, Words
from dateline.ontology.load import Ontology, Pattern

VERB_TAGS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})
ALIASES = frozenset({"alias"})
NOMINAL = frozenset({"nsubj", "nsubjpass", "dobj", "pobj"})
HELPING = frozenset({"aux", "auxpass"})
"""Links of the verbs that only help another: they have no participants of their own."""


@dataclass(frozen=True, slots=True)
class Match:
    """A pattern that fits a trigger, with the head tokens of its participants (conjuncts not expanded)."""

    pattern: Pattern
    trigger: Word
    arguments: Arguments
    subjects: tuple[Word, ...]
    objects: tuple[Word, ...]
    holder: Holder | None = None

    def in_slots(self, slots: tuple[str, ...]) -> Iterator[list[Word]]:
        """The head tokens of each slot that is filled, in order of preference."""
        for slot in slots:
            found = _fill((slot,), self.trigger, self.arguments, self.holder)
            if found:
                yield found


def matches(doc: Words, ontology: Ontology) -> Iterator[Match]:
    """All matches in order of their triggers, for one trigger the most specific first."""
    lemmas, forms, index = doc.lemmas, doc.forms, ontology.index
    for sentence in doc.sents:
        words = frozenset(lemmas[sentence.start : sentence.end] + forms[sentence.start : sentence.end])
        for at in range(sentence.start, sentence.end):
            if lemmas[at] in index or forms[at] in index:
                for key in _keys(doc[at], lemmas[at]):
                    if key in index and (patterns := index[key].among(words)):
                        yield from _at(doc[at], patterns)


def _keys(token: Word, lemma: str) -> tuple[str, ...]:
    """What a token is looked up under; a gerund that stands for a noun ("fighting between") under its form as well."""
    return (lemma, token.lower_) if token.lower_ != lemma and _stands_for_noun(token) else (lemma,)


def _stands_for_noun(token: Word) -> bool:
    """A gerund in a noun's place, or at the head of a sentence that was parsed as a phrase: "Fighting flared"."""
    if token.tag_ != "VBG":
        return False
    bare = not any(child.dep_ in ("nsubj", "nsubjpass", "aux", "dobj") for child in token.children)
    return token.dep_ in NOMINAL or (token.dep_ == "ROOT" and bare and bool(token.is_sent_start))


def _at(token: Word, patterns: Iterable[Pattern]) -> Iterator[Match]:
    kinds = trigger_kinds(token)
    heads: Heads | None = None
    holder: Holder | None = None
    for pattern in patterns:
        if pattern.pos not in kinds:
            continue
        if heads is None:
            heads = Heads(arguments_of(token))
        if pattern.pos == "role" and holder is None:
            holder = holder_of(token)
        match = _fit(pattern, token, heads, holder)
        if match:
            yield match


def trigger_kinds(token: Word) -> tuple[str, ...]:
    if token.dep_ in HELPING:
        return ()
    if is_misread(token) or is_mistagged(token):
        return ("verb",)
    if token.tag_ in VERB_TAGS:
        if token.tag_ == "VBN" and any(child.dep_ == "det" for child in token.children):
            return ()  # "the injured"
        if token.tag_ == "VBN" and token.dep_ in NOMINAL and any(c.dep_ == "nummod" for c in token.children):
            return ()  # "300 wounded"
        if token.dep_ in ("compound", "nmod"):
            return ("noun",)
        return ("verb", "noun") if _stands_for_noun(token) else ("verb",)
    if token.lower_ in event_noun_words().moods and token.dep_ == "pobj" and token.nbor(-1).lower_ == "in":
        return ()
    if token.pos_ in ("NOUN", "PROPN"):
        return ("noun", "role")
    if token.lower_ in ALIASES:
        return ("noun",)
    if _is_of_name(token):
        return ("noun",)
    if token.pos_ == "ADJ":
        return ("role",) if token.lower_.endswith(OFFICES) else ("adjective",)
    return ()


def _is_of_name(token: Word) -> bool:
    """Whether a name has this "of": "Omar Tall of the Reed Front", "Omar Tall, formerly of the Reed Front"."""
    if token.lower_ != "of" or token.dep_ != "prep" or token.head.pos_ != "PROPN" or token.is_sent_start:
        return False
    before = token.nbor(-1)
    return before == token.head or before.lower_ in FORMER


def arguments_of(token: Word) -> Arguments:
    if token.lower_ in ALIASES:
        return _names_beside(token)
    if token.lower_ == "of":
        return Arguments(subj=[token.head], obj=[child for child in token.children if child.dep_ == "pobj"])
    if is_misread(token) or is_mistagged(token) or (token.tag_ in VERB_TAGS and token.dep_ not in ("compound", "nmod")):
        return verb_arguments(token)
    if token.pos_ == "ADJ":
        return adjective_arguments(token)
    return event_noun_arguments(token)


def _names_beside(alias: Word) -> Arguments:
    """ "Longo alias the Fox": the names on both sides, which parsers join in many ways."""
    doc, found = alias.doc, Arguments()
    if alias.i == alias.sent.start or alias.i + 1 == alias.sent.end:
        return found
    before = alias.i - 1
    while before > alias.sent.start and doc[before].is_punct:
        before -= 1
    after = alias.i + 1
    while after + 1 < alias.sent.end and (doc[after].is_punct or doc[after].pos_ == "DET"):
        after += 1
    while after + 1 < alias.sent.end and doc[after].pos_ == "PROPN" and doc[after + 1].pos_ == "PROPN":
        after += 1
    if doc[before].pos_ == "PROPN" and doc[after].pos_ == "PROPN" and before >= alias.sent.start:
        found.subj, found.obj = [doc[before]], [doc[after]]
    return found


class Heads:
    """The arguments of one trigger and the words that head its slots; a hundred patterns may ask for the same."""

    def __init__(self, arguments: Arguments) -> None:
        self.arguments = arguments
        self._known: dict[str, frozenset[str]] = {}

    def has(self, slot: str, lemmas: frozenset[str]) -> bool:
        """Whether a slot holds one of the words (``*``: any word at all)."""
        found = self._known.get(slot)
        if found is None:
            heads = _heads(self.arguments, slot)
            told = {head.lower_ for head in heads if head.tag_ in ("VBN", "VBG")}  # "wounded children"
            found = self._known[slot] = frozenset(head.lemma for head in heads) | told
        return bool(found) if "*" in lemmas else not found.isdisjoint(lemmas)


def _fit(pattern: Pattern, token: Word, heads: Heads, holder: Holder | None) -> Match | None:
    """The match of a pattern, or None when a condition on words or voice fails."""
    arguments = with_particle(pattern, token, heads.arguments)
    if arguments is None:
        return None
    if arguments is not heads.arguments:
        heads = Heads(arguments)
    if not _words_fit(pattern, heads):
        return None
    subjects = _fill(pattern.subject, token, arguments, holder)
    objects = _fill(pattern.object, token, arguments, holder)
    if "subject" in pattern.required and not subjects:
        return None
    if "object" in pattern.required and not objects and "place" not in pattern.object:
        return None
    return Match(pattern, token, arguments, tuple(subjects), tuple(objects), holder if pattern.pos == "role" else None)


def _words_fit(pattern: Pattern, heads: Heads) -> bool:
    """Whether voice, particles and the words in the slots are what a pattern asks for."""
    arguments = heads.arguments
    if pattern.passive is not None and pattern.passive != arguments.passive:
        return False
    if "back" in arguments.particles and pattern.pos == "verb" and not pattern.particle:
        return False  # who is paid back is paid nothing
    if pattern.complement and arguments.complement is None:
        return False
    if "complement" in pattern.needs and _is_negated(arguments.complement):
        return False  # "promised not to attack" is no threat
    for slot, lemmas in pattern.needs.items():
        if not heads.has(slot, lemmas):
            return False
    return not any(heads.has(slot, lemmas) for slot, lemmas in pattern.unless.items())


def _is_negated(complement: Word | None) -> bool:
    return complement is not None and any(child.dep_ == "neg" for child in complement.children)


def own_words(match: Match) -> list[Word]:
    """The tokens that met the conditions of the pattern, such as the talks of "held talks"."""
    return [token for slot in match.pattern.needs for token in _tokens(slot, match.arguments)]


def _heads(arguments: Arguments, slot: str) -> list[Word]:
    """The tokens of a slot, those coordinated with them, and what nouns of measure among them count out."""
    tokens = [conjunct for token in _tokens(slot, arguments) for conjunct in with_conjuncts(token)]
    tokens += [measured for token in tokens for measured in _measured(token)]
    if slot == "attr" and arguments.complement is not None:
        tokens.append(arguments.complement)
    return tokens


def _measured(token: Word) -> list[Word]:
    """What a noun of measure counts out: the refugees of "scores of refugees"."""
    return noun_arguments(token).preps.get("of", []) if token.lemma in measures() else []


def _fill(slots: tuple[str, ...], token: Word, arguments: Arguments, holder: Holder | None) -> list[Word]:
    """The tokens of the first slot that is filled."""
    for slot in slots:
        if slot == "self":
            return [token]
        if slot == "holder":
            return [holder.token] if holder else []
        if slot == "none":
            return []
        found = _tokens(slot, arguments)
        if not found and slot.endswith("amod"):  # "Israeli raid" has an adjective, "US raid" a noun
            found = _tokens(f"{slot.removesuffix('amod')}compound", arguments)
        if found:
            return found
    return []


def _tokens(slot: str, arguments: Arguments) -> list[Word]:
    """The tokens of a slot. ``obj>prep:of`` reads "of" under the object: "took control of the town"."""
    if ">" not in slot:
        return arguments.slot(slot)
    outer, inner = slot.split(">", 1)
    return [token for head in arguments.slot(outer) for token in _tokens(inner, _own_arguments(head, arguments))]


def _own_arguments(head: Word, above: Arguments) -> Arguments:
    """The arguments of a word in a slot, worked out once however many patterns ask."""
    found = above.below.get(head.i)
    if found is None:
        found = verb_arguments(head) if head.tag_ in VERB_TAGS else noun_arguments(head)
        above.below[head.i] = found
    return found
