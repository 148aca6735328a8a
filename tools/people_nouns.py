"""Take from WordNet which nouns mean people: ``python -m tools.people_nouns FOLDER``.

``FOLDER`` holds WordNet 3.0's ``index.noun`` and ``data.noun`` (package ``wordnet-base`` of Debian). Three lists of
single words, without names, are written into ``dateline/languages/en``: ``people.txt`` and ``bodies.txt`` by their
first sense, and ``things.txt``, those that end as people's nouns do ("sprayer") and mean neither in any sense.
"""

import argparse
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from dateline.languages.load import language_data

TARGET = Path(__file__).parents[1] / "dateline" / "languages" / "en"
PERSON, GROUP = 18, 14
"""The numbers of the lexicographers' files noun.person and noun.group."""
NAME = -1
INSTANCE = " @i "
"""In a synset: it is somebody, not a kind of people."""


def senses(folder: Path) -> Iterator[tuple[str, Sequence[int]]]:
    """Each single word with the files that its senses are in, the first sense first; ``NAME`` for somebody's."""
    files: dict[str, int] = {}
    for line in _lines(folder / "data.noun"):
        offset, number, _ = line.split(" ", 2)
        files[offset] = NAME if INSTANCE in line.partition(" | ")[0] else int(number)
    for line in _lines(folder / "index.noun"):
        fields = line.split()
        if fields[0].replace("-", "").isalpha():
            yield fields[0], [files[offset] for offset in fields[6 + int(fields[3]) :]]


def lists(folder: Path) -> Mapping[str, list[str]]:
    """The words of each list, sorted."""
    endings = tuple(language_data("agents")["people_endings"])
    found: dict[str, list[str]] = {"people": [], "bodies": [], "things": []}
    for word, files in sorted(senses(folder)):
        if files[0] in (PERSON, GROUP):
            found["people" if files[0] == PERSON else "bodies"].append(word)
        elif word.endswith(endings) and not {PERSON, GROUP, NAME} & set(files):
            found["things"].append(word)
    return found


def _lines(path: Path) -> list[str]:
    """Without the licence at its head."""
    return [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("  ")]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    for name, words in lists(parser.parse_args().folder).items():
        head = "# From WordNet 3.0 by tools/people_nouns.py, which says what they are. See NOTICE.\n"
        (TARGET / f"{name}.txt").write_text(head + "\n".join(words) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
