"""Dates and places without a comma behind them, which parsers join to the subject: "On 13 May commandos stormed the
cave", "In Bor soldiers burned the church".
"""

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Token

from dateline.languages.load import language_data
from dateline.read.parse.words import SUBJECTS, Mending, child, words

NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})


def subject_behind_date(noun: Token) -> Iterator[Mending]:
    """The date goes with the preposition, the noun with the verb that has no subject."""
    prep, verb = noun.head, noun.head.head
    told = child(noun, "acl")
    if prep.dep_ == "ROOT" and prep.lower_ in words("dating") and told is not None and _tells(told):
        yield from _at_root(noun, prep, told)
        return
    is_ahead = prep.dep_ == "prep" and prep.i < verb.i and prep.lower_ in words("dating")
    if not is_ahead or verb.pos_ not in ("VERB", "AUX") or verb.tag_ in ("VB", "VBG"):
        return
    if noun.tag_ not in NOUNS or _is_time(noun) or child(verb, *SUBJECTS) is not None:
        return
    date = [word for word in noun.lefts if word.i == prep.i + 1 or _is_time(word)]
    last = next((word for word in reversed(date) if (word.tag_ == "NNP" and _is_time(word)) or _is_year(word)), None)
    if last is None:
        place = _run_of_names(prep.i + 1, noun) if noun.tag_ == "NNS" else []
        date, last = place, (place[-1] if place else None)
    if last is None:
        return
    yield from _under(prep, date, last)
    yield noun, verb, "nsubjpass" if child(verb, "auxpass") is not None else "nsubj"


def bare_preposition(prep: Token) -> Iterator[Mending]:
    """ "On 3 June soldiers entered", "In Bor soldiers burned": a preposition with nothing under it leads to the day or
    the name that stands next, and these tell nothing of the subject.
    """
    if prep.n_rights or prep.n_lefts or prep.lower_ not in words("before_names") or prep.i + 2 >= len(prep.doc):
        return
    noun = next((one for one in prep.head.children if one.dep_ in SUBJECTS and one.left_edge.i == prep.i + 1), None)
    if noun is not None and (names := _run_of_names(prep.i + 1, noun)):
        yield from _under(prep, names, names[-1])


def _run_of_names(first: int, noun: Token) -> list[Token]:
    """The names and numbers right before a noun in small letters, with an adjective before a name: "southern Mali"."""
    run: list[Token] = []
    for token in noun.doc[first : noun.i]:
        is_name = token.tag_ in ("NNP", "NNPS", "CD") or (token.tag_ == "JJ" and token.nbor(1).tag_ == "NNP")
        if not is_name or token.head not in (noun, *run, *noun.lefts):
            break
        run.append(token)
    is_told = (
        bool(run) and run[-1].tag_ != "JJ" and noun.text.islower() and any(t.tag_ != "CD" or _is_year(t) for t in run)
    )
    return run if is_told else []


def _under(prep: Token, run: list[Token], last: Token) -> Iterator[Mending]:
    """The words of a date or name under its preposition."""
    for word in run:
        yield word, (prep if word == last else last), "pobj" if word == last else "nummod"


def _tells(participle: Token) -> bool:
    """Whether a participle may be the verb of a sentence: it has an object, or is what is thought of somebody, which
    ``thought.py`` then puts in its place.
    """
    is_thought = participle.lemma_ in words("thinking") and child(participle, "xcomp") is not None
    return is_thought or child(participle, "dobj") is not None


def _at_root(noun: Token, prep: Token, verb: Token) -> Iterator[Mending]:
    """ "On 5 March 2010 police arrested Omar Tall": of the whole parsers make one phrase."""
    date = [word for left in noun.lefts for word in left.subtree]
    last = next((word for word in reversed(date) if _is_year(word) or (word.tag_ == "NNP" and _is_time(word))), None)
    if (
        last is None
        or verb.tag_ not in ("VBD", "VBN")
        or any(word.i != prep.i + 1 + at for at, word in enumerate(date))
    ):
        return
    yield from _under(prep, date, last)
    yield noun, verb, "nsubj"
    yield verb, verb, "ROOT"
    yield prep, verb, "prep"


def year_behind_preposition(year: Token) -> Iterator[Mending]:
    """ "In 1991 government troops killed nine men": a bare preposition leads to the year, which counts nobody."""
    if not _is_year(year) or year.i == year.sent.start:
        return
    prep = year.nbor(-1)
    if prep.dep_ == "prep" and prep.lower_ in words("dating") and prep.head == year.head.head and not prep.n_rights:
        yield year, prep, "pobj"


@cache
def _months() -> frozenset[str]:
    """The names of months as they are printed."""
    return frozenset(language_data("datelines")["months"])


def day_behind_subject(month: Token) -> Iterator[Mending]:
    """ "Rebels 3 May attacked a convoy": a day without a preposition, and no number of rebels."""
    if month.text not in _months() or month.i < 2:
        return
    number, subject = month.nbor(-1), month.nbor(-2)
    if (
        number.tag_ != "CD"
        or not number.text.isdigit()
        or not 0 < int(number.text) < 32
        or number.i == month.sent.start
    ):
        return
    verb = subject.head
    is_between = subject.dep_ in ("nsubj", "nsubjpass") and subject.i < month.i < verb.i and verb.tag_ in ("VBD", "VBN")
    if is_between and month.head in (subject, verb):
        yield month, verb, "npadvmod"
        yield number, month, "nummod"


def _is_time(word: Token) -> bool:
    return word.lower_ in language_data("phrases")["time_words"]


def _is_year(word: Token) -> bool:
    return word.tag_ == "CD" and len(word) == 4 and word.text.isdigit()
