"""Questions, which state nothing: "Was the village attacked by the army?"."""

from dateline.claims.ruling import ruling
from dateline.claims.words import Word

ASKED_FOR = frozenset({"who", "whom", "what", "which", "whether"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})


def is_asked(trigger: Word) -> bool:
    """Whether a direct question asks if, or by whom, what a trigger tells was done. "Why did the army attack?" takes it
    for done.
    """
    sentence = trigger.sent
    if not any(token.text.startswith("?") for token in sentence[-3:]):
        return False
    if trigger.dep_ == "acl" and trigger.head.dep_ in SUBJECTS and trigger.head.head.lemma_ == "be":
        return _asks(trigger.head.head)  # the parser took "was … attacked" for a copula
    return any(_asks(token) for token, link in ruling(trigger) if link != "purpose")


def _asks(verb: Word) -> bool:
    """Whether a verb or copula stands after its auxiliary in a question, or has a question word for its subject."""
    subject = next((child for child in verb.children if child.dep_ in SUBJECTS), None)
    if subject is None or verb.pos_ not in ("VERB", "AUX"):
        return False
    if subject.lower_ in ASKED_FOR and verb.dep_ != "relcl":
        return True
    ahead = [child for child in verb.children if child.dep_ in ("aux", "auxpass") and child.i < subject.i]
    is_copula = verb.lemma_ == "be" and verb.i < subject.i
    if not ahead and not is_copula:
        return False
    before = verb.doc[verb.sent.start : (ahead[0].i if ahead else verb.i)]
    return not any(token.lower_ in ("why", "how", "when", "where") for token in before)
