"""Words that the tagger took for another part of speech."""

from spacy.language import Language
from spacy.tokens import Token

from dateline.read.parse.dead import is_toll
from dateline.read.parse.headlines import is_verb_of_headline
from dateline.read.parse.words import child, words

_KEY = "dateline_has_capitals"
COMMON = {"NNP": "NN", "NNPS": "NNS"}
SHORTEST = 5
"""Letters of a word that is no particle of a name, such as "bin" or "ould"."""
_NOUN_LABELS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj"})
POS = {"NN": "NOUN", "NNP": "PROPN", "NNS": "NOUN", "VBN": "VERB", "VBD": "VERB", "VBG": "VERB", "VBP": "VERB"}

MORPH = {
    "NN": "Number=Sing",
    "NNS": "Number=Plur",
    "NNP": "Number=Sing",
    "VBD": "Tense=Past|VerbForm=Fin",
    "VBN": "Aspect=Perf|Tense=Past|VerbForm=Part",
    "VBG": "Aspect=Prog|Tense=Pres|VerbForm=Part",
    "VBP": "Tense=Pres|VerbForm=Fin",
}
"""What goes with a tag in the model's own marks; the lemmatizer asks for it."""


def right_tag(token: Token) -> str | None:
    """The tag that a word should have; None where the tagger was right."""
    tag = token.tag_
    if tag in COMMON and token.is_lower and len(token) >= SHORTEST and _has_capitals(token):
        return COMMON[tag]  # "the defence ministry" is no name
    if tag in ("NN", "JJ") and _is_name(token):
        return "NNP"  # "the rebel leader met Hamidou"
    if tag == "JJ" and is_toll(token):
        return "VBN"  # "nine dead after a strike"
    if tag == "JJ" and _stands_alone(token):
        return "NN"  # "beheaded a captive"
    if tag == "VBD" and (_is_had_done(token) or child(token, "agent") is not None):
        return "VBN"  # "robbed and clubbed by bandits"
    if tag == "VBN" and _is_past(token):
        return "VBD"  # "the chief held talks"
    if tag == "VBG" and _is_done_by(token):
        return "NN"  # "wounded by shelling"
    if tag in ("NN", "JJ") and token.dep_ == "pcomp" and token.lower_.endswith("ing"):
        return "VBG"  # "since splitting from the Front"
    if tag == "NN" and is_verb_of_headline(token):
        return "VBP"  # "gunmen storm Mogadishu hotel"
    if tag == "VBZ" and token.dep_ in _NOUN_LABELS and token.lower_.endswith("s"):
        return "NNS"  # "Kashmiri separatists on Thursday released"
    if tag in ("VBP", "VB") and token.lower_.endswith("ed") and token.lower_ not in words("ends_in_ed"):
        return "VBD"  # "thirty groups petitioned the court"
    return None


def retag(token: Token, tag: str, nlp: Language) -> None:
    """Give a word another tag, and the dictionary form that goes with it where the pipeline has a lemmatizer."""
    token.tag_, token.pos_ = tag, POS[tag]
    token.set_morph(MORPH[tag])  # type: ignore[attr-defined]  # missing in the stubs of spaCy
    if nlp.has_pipe("lemmatizer"):
        token.lemma_ = nlp.get_pipe("lemmatizer").lemmatize(token)[0]  # type: ignore[attr-defined]


def _has_capitals(token: Token) -> bool:
    """Whether the text prints names with capitals; looked up once a doc."""
    known = token.doc.user_data.get(_KEY)
    if known is None:
        known = token.doc.user_data[_KEY] = any(other.text[0].isupper() for other in token.doc)
    return bool(known)


def _is_name(token: Token) -> bool:
    """Whether a capitalised word within a sentence is tagged as a name elsewhere in the text."""
    if not token.text[0].isupper() or token.is_sent_start or token.is_upper or len(token) < SHORTEST:
        return False
    return any(other.text == token.text and other.tag_ == "NNP" for other in token.doc)


def _stands_alone(token: Token) -> bool:
    """Whether a word that was taken for an adjective is a noun with an article of its own."""
    is_noun = token.dep_ in ("dobj", "pobj", "nsubj", "nsubjpass") and token.is_lower
    return is_noun and any(child.lower_ in ("a", "an") for child in token.lefts)


def _is_past(verb: Token) -> bool:
    """Whether a participle has subject and object like a verb with tense, and nothing that makes it less."""
    is_bare = child(verb, "aux", "auxpass", "agent", "mark") is None and verb.head.lemma_ not in ("have", "get")
    return is_bare and verb.dep_ != "acl" and child(verb, "nsubj") is not None and child(verb, "dobj") is not None


def _is_done_by(word: Token) -> bool:
    """Whether a word of something done stands behind the "by" of a passive, without an object: "killed by shelling"."""
    by, verb = word.head, word.head.head
    is_behind = word.dep_ == "pcomp" and by.lower_ == "by" and word.i == by.i + 1 and verb.tag_ == "VBN"
    is_joined = verb.dep_ == "conj" and child(verb.head, "auxpass") is not None  # "nine killed and 62 wounded by"
    is_passive = child(verb, "auxpass") is not None or verb.dep_ == "acl" or is_joined
    return is_behind and is_passive and word.lemma_ in words("doing") and child(word, "dobj", "xcomp", "ccomp") is None


def _is_had_done(verb: Token) -> bool:
    """Whether somebody has it done: "had sixty men rounded up"."""
    had, subject = verb.head, child(verb, "nsubj")
    is_between = subject is not None and had.i < subject.i < verb.i and subject.pos_ in ("NOUN", "PROPN", "NUM")
    return (
        verb.dep_ == "ccomp"
        and had.lemma_ == "have"
        and is_between
        and child(verb, "mark", "aux", "dobj") is None
        and had.nbor(1).text not in (",", ":")
    )
