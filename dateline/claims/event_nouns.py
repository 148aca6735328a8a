"""The participants of a noun that names an event: its own, those of the verb it completes, and of words that say who
did it.

"Carried out an attack on", "fighting broke out between", "claimed responsibility for the bombing". The words are in
``languages/en/event_nouns.yaml``.
"""

from dateline.claims.adjectives import adjective_arguments
from dateline.claims.agents import is_nobody, measures
from dateline.claims.arguments import noun_arguments, verb_arguments
from dateline.claims.control import CHARGING, owner_of
from dateline.claims.event_noun_words import event_noun_words
from dateline.claims.logical import Arguments
from dateline.claims.portions import HOW_MANY
from dateline.claims.scope_words import Governor, governor_of
from dateline.claims.words import Word

VERBAL = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
COMPLETED = frozenset({"dobj", "nsubjpass", "attr"})
NOTHING = frozenset({"nothing", "anything", "something"})
MEANWHILE = frozenset({"prep:after", "prep:during", "prep:before", "prep:following", "prep:amid"})
BEHIND = frozenset({"by", "on", "against", "between"})


def event_noun_arguments(noun: Word) -> Arguments:
    """A noun's own arguments, with those of the light or governing verb it completes."""
    found = noun_arguments(noun)
    head, through = _governor(noun)
    if head.pos_ == "NOUN":
        found.subj = _doer(head, through) or _penalised(head, through)
    elif head.tag_ in VERBAL or head.pos_ in ("AUX", "ADJ"):
        _fill_from_governor(found, noun, head, through)
    for child in noun.children:  # "clashes flared between…", where the parser took the verb for a participle
        if child.dep_ == "acl" and child.tag_ in ("VBN", "VBD") and child.lemma in event_noun_words().occurring:
            _take_phrases(found, noun, verb_arguments(child))
    return found


def _governor(noun: Word) -> tuple[Word, str]:
    """The word that a noun stands under, past coordination, how many there are ("most of the killings") and a
    preposition, and how: "dobj", "prep:for".
    """
    token = _first_conjunct(noun)
    while token.dep_ == "pobj" and token.head.lower_ == "of" and _counts(token.head.head):
        token = _first_conjunct(token.head.head)
    head, through = token.head, token.dep_
    if through == "pobj" and head.dep_ in ("prep", "agent"):
        return _charging(head) or head.head, f"prep:{head.lower_}"
    return head, through


def _charging(preposition: Word) -> Word | None:
    """The verb of a charge whose phrase the parser hung on who makes it: "accused by villagers of the killing"."""
    accuser = preposition.head
    if accuser.dep_ != "pobj" or accuser.head.dep_ != "agent" or preposition.lower_ not in ("of", "for"):
        return None
    verb = accuser.head.head
    return verb if verb.lemma in CHARGING else None


def _fill_from_governor(found: Arguments, noun: Word, head: Word, through: str) -> None:
    words, lemma = event_noun_words(), head.lemma
    if (stated := _stated_doers(noun, head, through, lemma)) is not None:
        found.subj = _somebody(stated)
        for link, objects in found.preps.items():  # who is blamed for an attack is not whom it was on
            found.preps[link] = [one for one in objects if one not in stated]
        return
    is_heard = through == "nsubjpass" or lemma not in words.perceiving  # "shots were heard", "the mayor heard of it"
    if through in SUBJECTS | {"attr"} and lemma in words.occurring and is_heard:
        _take_phrases(found, noun, verb_arguments(head))
        if through != "nsubjpass" and lemma != "have":
            return
    if any(_leads_to_deed(child, through) for child in head.children if child.dep_ == "dobj"):
        found.subj = _somebody(verb_arguments(head).subj) if lemma in words.owning else []
        return
    if through in COMPLETED and head.pos_ == "VERB":
        _take_phrases_behind(found, noun, head)
    if through == "prep:in" and noun.i == noun.head.i + 1 and "of" in found.preps:  # "fought in support of the rebels"
        found.subj = _somebody(verb_arguments(head).subj)
        return
    if through in MEANWHILE and "with" in found.preps and not found.subj:  # "after three days of fighting with troops"
        found.subj = _somebody(verb_arguments(head).subj)
        return
    governor = governor_of(head)
    is_led_to = through.startswith("prep:") and through not in MEANWHILE
    if through not in COMPLETED and not (governor and is_led_to):
        return
    above = verb_arguments(head) if head.pos_ != "ADJ" else adjective_arguments(head)
    if governor is None or _has_no_part(lemma, governor, through, above):
        return
    hands_object = governor.hands == "obj" and through.startswith("prep:")
    first = _first_conjunct(noun)
    found.subj = [t for t in (above.obj if hands_object else above.subj) if t not in (noun, first)]
    if governor.light:
        _take_phrases(found, noun, above)


def _has_no_part(lemma: str, governor: Governor, through: str, above: Arguments) -> bool:
    """Whether the subject of the verb above doesn't do what the noun names: who prevented an attack, "residents heard
    explosions", "opened an inquiry into the killing".
    """
    if governor.polarity == "negated" or lemma in event_noun_words().perceiving:
        return True
    return governor.light and through not in COMPLETED and bool(above.obj)


def _authors(copula: Word) -> list[Word]:
    """Whose work an event is said to be: "the bombing was the work of the Lions", "was the rebels' doing"."""
    for noun in copula.children:
        if noun.dep_ == "attr" and noun.lemma in event_noun_words().works:
            own = noun_arguments(noun)
            return own.preps.get("of") or own.poss
    return []


def _stated_doers(noun: Word, head: Word, through: str, lemma: str) -> list[Word] | None:
    """Who a verb says is behind an event; None where it says no such thing."""
    if through == "prep:behind" and lemma == "be":  # "the Tigers were behind the bombing"
        return verb_arguments(head).subj
    if through in event_noun_words().charged(lemma):  # "sentenced the colonel for the shelling", "suspected of it"
        return verb_arguments(head).obj
    if through == f"prep:{event_noun_words().doers.get(head.lower_)}":
        if head.tag_ not in VERBAL:
            return adjective_arguments(head).subj
        is_told = any(child.dep_ == "auxpass" for child in head.children)  # "were involved in the killing"
        return verb_arguments(head).obj if is_told else []
    if through == "prep:to" and "plead" in (lemma, head.head.lemma):  # "pleaded guilty to the murder"
        return verb_arguments(head if lemma == "plead" else head.head).subj
    if through in SUBJECTS and lemma == "be":
        return _authors(head) or None
    if through in COMPLETED and lemma in event_noun_words().attributing:  # "the attack was blamed on separatists"
        link = event_noun_words().attributing[lemma]
        own = [below for child in head.children if child.lower_ == link for below in child.children]
        return [below for below in own if below.dep_ == "pobj"] or _blamed_beside(noun, link)
    if through == "prep:with" and lemma == "do" and head.head.lower_ in NOTHING:  # "had nothing to do with the raid"
        return verb_arguments(head.head.head).subj
    if through in ("prep:for", "prep:over") and _answers_for(head, lemma):
        return verb_arguments(head).subj
    return None


def _penalised(penalty: Word, through: str) -> list[Word]:
    """Who stands trial or serves time, where the phrase hangs on the penalty: "is on trial for the murder"."""
    verb = penalty.head.head if penalty.dep_ == "pobj" else penalty.head
    if through not in ("prep:for", "prep:over") or verb.pos_ not in ("VERB", "AUX"):
        return []
    is_own = penalty.lemma in event_noun_words().penalties
    return verb_arguments(verb).subj if is_own and _answers_for(verb, verb.lemma) else []


def _blamed_beside(noun: Word, link: str) -> list[Word] | None:
    """Who is blamed, where the phrase hangs on the deed: the Front of "blamed the attack on the Front"."""
    last: list[Word] = [noun]
    while True:  # "blamed the attack on a market on the Front"
        phrases = [c for token in last for c in token.children if c.dep_ == "prep" and c.lower_ == link]
        below = [c for c in phrases[-1].children if c.dep_ == "pobj"] if phrases else []
        if not below:
            return last if last != [noun] else None
        last = below


def _answers_for(verb: Word, lemma: str) -> bool:
    """Whether the subject of a verb is punished or tried: "is serving 18 years for", "is on trial for"."""
    words = event_noun_words()
    below = [child for child in verb.children if child.dep_ == "dobj"]
    if lemma == "be":
        below = [noun for child in verb.children if child.dep_ == "prep" for noun in child.children]
    return (lemma == "be" or lemma in words.serving) and any(noun.lemma in words.penalties for noun in below)


def _take_phrases(found: Arguments, noun: Word, above: Arguments) -> None:
    """The phrases of the verb above, where the noun has none of its own and isn't in them."""
    first = _first_conjunct(noun)
    for name, objects in above.preps.items():
        if noun not in objects and first not in objects:
            found.preps.setdefault(name, objects)


def _take_phrases_behind(found: Arguments, noun: Word, head: Word) -> None:
    """Phrases right behind the noun that the parser gave to an active verb: "described rapes by soldiers"."""
    end = max(token.i for token in noun.subtree)
    for prep in head.children:
        if prep.i == end + 1 and prep.dep_ in ("prep", "agent") and prep.lower_ in BEHIND and prep.i > noun.i > head.i:
            found.preps.setdefault(prep.lower_, [child for child in prep.children if child.dep_ == "pobj"])
            end = max(token.i for token in prep.subtree)


def _doer(head: Word, through: str) -> list[Word]:
    """Who did what a noun of doing leads to: "their part in the killing", "claimed responsibility for the bombing"."""
    words = event_noun_words()
    if not _leads_to_deed(head, through):
        return []
    if owners := owner_of(head):
        verb = _first_conjunct(head).head
        owned = verb.pos_ not in ("VERB", "AUX") or verb.lemma in words.owning
        return _somebody(owners) if owned else []
    return []


def _leads_to_deed(noun: Word, through: str) -> bool:
    """Whether a noun of doing has the preposition that leads to what was done."""
    prepositions = event_noun_words().doing.get(noun.lemma, "").split()
    return through in {f"prep:{preposition}" for preposition in prepositions}


def _somebody(tokens: list[Word]) -> list[Word]:
    return [token for token in tokens if not is_nobody(token)]


def _counts(word: Word) -> bool:
    """Whether a word before "of" only says how many: "most", "a dozen", "a series"."""
    return word.lower_ in HOW_MANY or word.lemma in measures()


def _first_conjunct(token: Word) -> Word:
    while token.dep_ == "conj":
        token = token.head
    return token
