"""Numbers of people in words, as news writes them."""

from random import Random

_WORDS = "no one two three four five six seven eight nine".split()
_ONE = {"people": "person", "aid workers": "aid worker", "police officers": "police officer"}


def one_of(plural: str) -> str:
    """The singular: "farmers" -> "farmer"."""
    return _ONE.get(plural) or plural.removesuffix("s")


_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".split()


def opening(sentence: str) -> str:
    """A sentence that does not begin with a figure: "Twelve farmers were", "A total of 31 farmers were"."""
    figures, _, rest = sentence.partition(" ")
    if not figures.isdigit():
        return sentence
    number = int(figures)
    return f"{_TEENS[number - 10].capitalize()} {rest}" if 10 <= number <= 20 else f"A total of {sentence}"


def figure(number: int) -> str:
    """In words below ten, else in figures."""
    return _WORDS[number] if number < len(_WORDS) else str(number)


def people(number: int, plural: str, *, at_least: bool = False) -> str:
    """ "12 farmers", "one farmer", "at least nine farmers"."""
    words = f"{figure(number)} {one_of(plural) if number == 1 else plural}"
    return f"at least {words}" if at_least else words


def people_were(number: int, plural: str, *, at_least: bool = False) -> str:
    """ "12 farmers were", "one farmer was"."""
    return f"{people(number, plural, at_least=at_least)} {'was' if number == 1 else 'were'}"


def toll(rng: Random, killed: int, injured: int, plural: str, *, at_least: bool) -> str:
    """What follows the main clause, comma first: ", killing 12 farmers and wounding 30". Both 0: nothing."""
    dead = people(killed, plural, at_least=at_least)
    hurt = people(injured, plural)
    more = f"{figure(injured)} {'other' if injured == 1 else 'others'}"
    if killed and injured:
        return rng.choice(
            (
                f", killing {dead} and wounding {figure(injured)}",
                f", killing {dead} and injuring {more}",
                f", leaving {dead} dead and {figure(injured)} wounded",
                f", killing {dead} and wounding {more}",
            )
        )
    if killed:
        return rng.choice((f", killing {dead}", f", leaving {dead} dead"))
    if injured:
        return rng.choice((f", wounding {hurt}", f", injuring {hurt}"))
    return ""


CROWDS = ("Hundreds of people", "Thousands of people", "Several hundred people", "Dozens of people", "Crowds")
