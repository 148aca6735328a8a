"""Read agent dictionaries of TABARI and PETRARCH: common nouns with the sector they stand for.

``FARMER [~AGR]``, ``THIEF {THIEVES} [~CRM]``, ``POLICE {} [~COP]`` (no plural), ``!PERSON! = MAN, WOMAN`` and
``CONGRESS!PERSON! [~LEG]``; ``~`` says on which side of a country's code the sector is put.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from dateline.knowledge.actor_file import ActorFile, Faults, Skipped, text_lines
from dateline.knowledge.agents import Agent
from dateline.knowledge.cameo import decode
from dateline.knowledge.petrarch_lines import without_comments

FORMAT = "PETRARCH agents"
_SET = re.compile(r"(?P<mark>![^!\s]+!)\s*=\s*(?P<words>.+)")
_AGENT = re.compile(r"(?P<noun>[^\[\]{}]+?)\s*(?:\{(?P<plural>[^\[\]{}]*)\})?\s*\[\s*(?P<code>[^\[\]{}]*?)\s*\]")
_MARK = re.compile(r"![^!\s]+!")


def read_petrarch_agents(path: Path) -> ActorFile:
    """The nouns of an agent dictionary. Raises DataFileError, naming every malformed line."""
    faults = Faults(path)
    sets: dict[str, list[str]] = {}
    agents: list[Agent] = []
    skipped: list[Skipped] = []
    for number, line in without_comments(text_lines(path)):
        found = _SET.fullmatch(line)
        if found:
            sets[found["mark"]] = [word.strip() for word in found["words"].split(",") if word.strip()]
            continue
        try:
            made = list(_agents(line, sets, f"{path.name}, line {number}"))
        except ValueError as error:
            faults.add(number, str(error))
            continue
        agents += made
        if not made:
            skipped.append(Skipped(number, line, "its code says nothing of what kind of actor it is"))
    faults.stop_if_any()
    return ActorFile(path=path, format=FORMAT, agents=tuple(agents), skipped=tuple(skipped))


def _agents(line: str, sets: Mapping[str, list[str]], source: str) -> Iterator[Agent]:
    """The agents of a line, one for each word that a mark stands for. Raises ValueError with what is malformed."""
    found = _AGENT.fullmatch(line)
    if found is None:
        raise ValueError(f"{line!r} is no noun with a code in brackets, such as FARMER [~AGR]")
    code = found["code"]
    coded = decode(code.strip("~"))
    if coded is None or code.count("~") != 1 or "~" in code.strip("~"):
        raise ValueError(f"{code!r} is no code of an agent, such as ~AGR or NGO~")
    marks = set(_MARK.findall(found["noun"]))
    if unknown := marks - sets.keys():
        raise ValueError(f"{', '.join(sorted(unknown))} is not defined above")
    if coded.kind is None:
        return
    for noun in _expanded(found["noun"], sets):
        plurals = () if marks else _plurals(noun, found["plural"])
        yield Agent(_phrase(noun), plurals, coded.kind, coded.plover, source)


def _expanded(noun: str, sets: Mapping[str, list[str]]) -> list[str]:
    """The noun with each word of a set in place of the set's mark."""
    mark = _MARK.search(noun)
    if mark is None:
        return [noun]
    return [whole for word in sets[mark[0]] for whole in _expanded(noun.replace(mark[0], word), sets)]


def _plurals(noun: str, given: str | None) -> tuple[str, ...]:
    """The plural: as given in braces, none for empty braces, else regular."""
    if given is not None:
        return (_phrase(given),) if given.strip("_ ") else ()
    singular = _phrase(noun)
    return (
        f"{singular[:-1]}ies"
        if singular.endswith("y")
        else f"{singular}es"
        if singular.endswith("ss")
        else f"{singular}s",
    )


def _phrase(printed: str) -> str:
    return " ".join(printed.replace("_", " ").split()).lower()
