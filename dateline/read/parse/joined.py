"""What is joined by "and", "or" and commas, and was joined to the wrong word."""

from collections.abc import Iterator

from spacy.tokens import Token

from dateline.read.attributions.lexicon import SPOKEN, lexicon
from dateline.read.parse.words import SUBJECTS, WITH_TENSE, WITHOUT_TENSE, Mending, child, words

CLAUSES = frozenset({"xcomp", "ccomp", "pcomp", "prep", "advcl", "acl", "conj"})


def verb_with_tense(conjunct: Token) -> Iterator[Mending]:
    """ "Would not resign and accused", "denies backing the rebels and accuses", "said six were killed but denied": not
    what would not be, is denied or is said.
    """
    if child(conjunct, *SUBJECTS, "aux", "auxpass") is not None or not _stands_above(conjunct, conjunct.head):
        return
    above = conjunct.head
    while above.dep_ in CLAUSES and above.head != above:
        above = above.head
        if above.tag_ in WITH_TENSE and above.pos_ == "VERB":
            yield conjunct, above, "conj"
            return


def _stands_above(conjunct: Token, first: Token) -> bool:
    """Whether a verb cannot share what rules the one it was joined to."""
    has_tense = conjunct.tag_ in WITH_TENSE
    is_active = conjunct.tag_ == "VBN" and child(conjunct, "dobj") is not None
    if first.tag_ in WITHOUT_TENSE:
        return has_tense or (is_active and first.tag_ == "VB")
    passive = child(first, "auxpass")
    if passive is not None and passive.tag_ == "VB" and child(first, "aux") is None:
        return has_tense or is_active  # "demanded that they be freed and sent two battalions"
    is_told = first.dep_ == "ccomp" and first.head.lemma_ in words("saying") | words("replying")
    answers = conjunct.lemma_ in words("replying") and first.lemma_ not in words("saying")
    return is_told and answers and (has_tense or (is_active and passive is not None))


def second_of_three(verb: Token) -> Iterator[Mending]:
    """ "Condemned the attack, called on both sides to stop and expressed concern": three deeds of one; parsers take the
    second for a participle of the attack.
    """
    noun, first = verb.head, verb.head.head
    left = verb.left_edge
    if verb.tag_ != "VBN" or noun.dep_ != "dobj" or first.tag_ not in WITH_TENSE or left.i == 0:
        return
    tells = child(verb, "dobj") is not None or verb.lemma_ in words("replying")
    if left.nbor(-1).text != "," or not tells or child(verb, "agent", "aux", "auxpass", *SUBJECTS) is not None:
        return
    thirds = [token for token in verb.subtree if token.dep_ == "conj" and token.tag_ in WITH_TENSE and token.i > verb.i]
    if thirds:
        yield verb, first, "conj"
        yield thirds[0], first, "conj"


def name_behind_office(name: Token) -> Iterator[Mending]:
    """ "Is headed by a cousin, Omar Tall": the name tells who the cousin is."""
    left = name.left_edge
    if name.pos_ != "PROPN" or left.i < 2 or left.nbor(-1).text != ",":
        return
    office = left.nbor(-2)
    if (
        office.dep_ == "pobj"
        and office.pos_ == "NOUN"
        and office.head.dep_ == "agent"
        and office.head.head == name.head
    ):
        yield name, office, "appos"


def subject_after_and(verb: Token) -> Iterator[Mending]:
    """ "Fired on a bus at Finote and women were burned": the women were, and no place is called Finote and women."""
    first = verb.left_edge.i
    if verb.dep_ != "conj" or child(verb, "auxpass", "aux") is None or child(verb, *SUBJECTS) is not None or first < 2:
        return
    noun = verb.doc[first - 1]
    is_joined = noun.dep_ == "conj" and noun.pos_ in ("NOUN", "PROPN") and noun.head.pos_ in ("NOUN", "PROPN")
    link = next((token for token in noun.head.children if token.dep_ == "cc" and token.i < noun.i), None)
    if is_joined and link is not None and noun.left_edge.i == link.i + 1 and verb.head.i < noun.head.i:
        yield noun, verb, "nsubjpass" if child(verb, "auxpass") is not None else "nsubj"
        yield link, verb.head, "cc"


def second_object(conjunct: Token) -> Iterator[Mending]:
    """ "Seized ten sailors in March and a Norwegian couple the next year": a second object, not a second deed."""
    verb = conjunct.head
    if conjunct.pos_ != "NOUN" or verb.pos_ != "VERB" or child(conjunct, "det", "nummod", "poss") is None:
        return
    first = child(verb, "dobj")
    if first is not None and verb.i < first.i < conjunct.i and child(conjunct, *SUBJECTS, "aux", "dobj") is None:
        yield conjunct, first, "conj"


def in_a_list(name: Token) -> Iterator[Mending]:
    """ "The Azadi Lashkar, the Liberation Guard and a wing of the Army": three, not one by another name. Words that
    only tell more of a name end with a comma before what is joined to it.
    """
    first = name.head
    if name.pos_ != "PROPN" or first.pos_ != "PROPN" or first.i > name.i:
        return
    joins = [child for token in (first, name) for child in token.children if child.dep_ == "cc" and child.i > name.i]
    if joins and not any(token.text == "," for token in name.doc[name.i : joins[0].i]):
        yield name, first, "conj"


def subject_with_participle(noun: Token) -> Iterator[Mending]:
    """ "Two were killed and nine others wounded by the army": the others were wounded."""
    verb, participle = noun.head, child(noun, "acl")
    if child(verb, "auxpass") is None or noun.pos_ not in ("NOUN", "PROPN", "NUM") or not verb.i < noun.i:
        return
    if participle is not None and participle.tag_ == "VBN" and participle.i == noun.i + 1:
        yield participle, verb, "conj"
        yield noun, participle, "nsubjpass"


def then_did(verb: Token) -> Iterator[Mending]:
    """ "Freed the nuns, then burned the school": one after the other, by the same."""
    first, left = verb.head, verb.left_edge
    is_next = verb.tag_ in WITH_TENSE and first.tag_ in WITH_TENSE and first.i < verb.i
    if not is_next or child(verb, *SUBJECTS) is not None or left.nbor(-1).text != ",":
        return
    if any(token.lower_ == "then" for token in verb.doc[left.i - 1 : verb.i]):
        yield verb, first, "conj"


def more_than(over: Token) -> Iterator[Mending]:
    """ "Killed over 30 in Beni": so many people, and nothing that is above."""
    verb, number = over.head, child(over, "pobj")
    if over.lower_ not in ("over", "around", "about", "under") or over.i != verb.i + 1 or number is None:
        return
    if number.tag_ == "CD" and number.i == over.i + 1 and verb.lemma_ in words("befalling"):
        yield number, verb, "dobj"
        yield over, number, "quantmod"


def of_the_second(adjective: Token) -> Iterator[Mending]:
    """ "Fighting between soldiers and militiamen loyal to Haftar": the militiamen are."""
    first = adjective.head
    if adjective.i < first.i or first.dep_ != "pobj" or first.head.lower_ != "between":
        return
    second = next((token for token in first.children if token.dep_ == "conj" and token.i < adjective.i), None)
    if second is not None and second.i + 1 == adjective.left_edge.i:
        yield adjective, second, adjective.dep_


def name_behind_place(name: Token) -> Iterator[Mending]:
    """ "The senator representing the South, Ali Tall, urged": the senator's name, not the South's."""
    place, verb = name.head, name.head.head
    is_name = name.pos_ == "PROPN" and place.dep_ == "dobj" and verb.dep_ == "acl" and verb.tag_ == "VBG"
    if is_name and verb.lemma_ in words("representing") and verb.head.pos_ == "NOUN":
        yield name, verb.head, "appos"


def aside_in_front(noun: Token) -> Iterator[Mending]:
    """ "A son of a muleteer, Omar Tall led the Front": one subject, told of twice."""
    verb = noun.head
    name = next((part for part in verb.lefts if part.dep_ == "nsubj" and part.i > noun.i), None)
    if (
        name is None
        or noun.pos_ != "NOUN"
        or not noun.left_edge.is_sent_start
        or noun.left_edge.lower_ not in ("a", "an")
    ):
        return
    if name.pos_ == "PROPN" and name.left_edge.nbor(-1).text == "," and child(noun, "cc", "conj") is None:
        yield noun, name, "appos"


def aside_behind(noun: Token) -> Iterator[Mending]:
    """ "Omar Tall, the commander of the gang, lives in Gao": one subject, told of twice."""
    name = next((part for part in noun.head.lefts if part.dep_ == noun.dep_ and part.i < noun.i), None)
    left = noun.left_edge
    if name is None or name.pos_ != "PROPN" or noun.pos_ != "NOUN" or name.right_edge.i + 2 != left.i:
        return
    if left.nbor(-1).text == "," and noun.right_edge.i + 1 < len(noun.doc) and left.lower_ in ("a", "an", "the", "its"):
        yield noun, name, "appos"


def asked_for(verb: Token) -> Iterator[Mending]:
    """ "Asked for the killers to be arrested": what is asked for, and no purpose."""
    mark, asking = child(verb, "mark"), verb.head
    is_wish = (
        mark is not None and mark.lower_ == "for" and child(verb, "aux") is not None and verb.tag_ in ("VB", "VBN")
    )
    if is_wish and asking.lemma_ in words("asking") and asking.i + 1 == verb.left_edge.i:
        yield verb, asking, "ccomp"


def at_semicolon(first: Token) -> Iterator[Mending]:
    """ "Rebels fired on the town; no injuries were reported": two sentences, of which parsers make the first what the
    second is about.
    """
    second = first.head
    mark = next((token for token in first.doc[first.i + 1 : second.i] if token.text == ";"), None)
    subject = child(second, *SUBJECTS)
    if mark is None or subject is None or subject.i < mark.i or child(first, *SUBJECTS) is None:
        return
    if mark.head not in (first, second):
        return
    yield first, (first if second.dep_ == "ROOT" else second.head), second.dep_
    yield second, first, "conj"
    for part in second.children:
        if part != first and part.i <= mark.i:
            yield part, first, part.dep_


def past_a_saying(conjunct: Token) -> Iterator[Mending]:
    """ "The army has left, a spokesman said, and burned its camp": the army did. What is said too stays with who says
    it: "… he said, and denied".
    """
    verb = conjunct.head
    if verb.lemma_ not in words("saying") or child(conjunct, *SUBJECTS) is not None or conjunct.pos_ != "VERB":
        return
    told, speaker = (verb.head if verb.dep_ == "parataxis" else child(verb, "ccomp")), child(verb, "nsubj")
    if told is None or speaker is None or not told.i < speaker.i < conjunct.i or child(told, *SUBJECTS) is None:
        return
    cc = next((token for token in verb.children if token.dep_ == "cc" and verb.i < token.i < conjunct.i), None)
    says_too = lexicon().verbs.get(conjunct.lemma_) in SPOKEN
    if cc is not None and cc.nbor(-1).text == "," and not says_too:
        yield conjunct, told, "conj"
        yield cc, told, "cc"
